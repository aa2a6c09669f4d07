//! What is planted, so that there is no plan any more.

use std::collections::BTreeSet;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{
    CountBounds, Exception, FixedZone, Goal, Instance, Limit, Objective, Pin, PinKind, PopulationBounds,
    Regions, RuleId,
};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, Link, LinkChange, MergerStatus, PlannedMerger, Territory, UnitId,
};
use zonewerk_solve::why::{Demand, WhyQuestion};
use zonewerk_solve::{Feasibility, Options, Outcome, Unwatched, solve};

use super::places::{Place, ask};

/// What stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    BoundsOfAll,
    BoundsOfAPart,
    LargeUnit,
    PinsAgainst,
    PinsInAChain,
    PinsByAThird,
    ZoneNotClosing,
    ZoneTooFar,
    GivenZoneCutsOff,
    CircleTooLarge,
    CircleAcrossGiven,
    LimitsTooSmall,
    RegionTooSmall,
    RegionOfFewZones,
    LinkMissing,
    LinksRemoved,
    TooManyZones,
    TooFewZones,
    LimitOnGoal,
    MergerTooFar,
    PinsTwice,
}

impl Kind {
    pub const ALL: [Self; 21] = [
        Self::BoundsOfAll,
        Self::BoundsOfAPart,
        Self::LargeUnit,
        Self::PinsAgainst,
        Self::PinsInAChain,
        Self::PinsByAThird,
        Self::ZoneNotClosing,
        Self::ZoneTooFar,
        Self::GivenZoneCutsOff,
        Self::CircleTooLarge,
        Self::CircleAcrossGiven,
        Self::LimitsTooSmall,
        Self::RegionTooSmall,
        Self::RegionOfFewZones,
        Self::LinkMissing,
        Self::LinksRemoved,
        Self::TooManyZones,
        Self::TooFewZones,
        Self::LimitOnGoal,
        Self::MergerTooFar,
        Self::PinsTwice,
    ];
}

/// A question with something in it that leaves no plan.
pub struct Planted {
    pub case: WhyQuestion,
    /// Pairs of units that a link could join.
    pub links: Vec<(UnitId, UnitId)>,
    /// Without these there is a plan: one of them at least is in every conflict.
    pub demands: BTreeSet<Demand>,
    /// One of these units at least is in every conflict; any where empty.
    pub units: Vec<UnitId>,
}

/// Draws where to plant.
pub struct Planter<'a> {
    pub place: &'a Place,
    pub random: &'a mut ChaCha8Rng,
}

impl Planter<'_> {
    /// Plants one of a kind, where it fits.
    pub fn plant(&mut self, kind: Kind) -> Option<Planted> {
        match kind {
            Kind::BoundsOfAll => self.bounds_of_all(),
            Kind::BoundsOfAPart => self.bounds_of_a_part(),
            Kind::LargeUnit => self.large_unit(),
            Kind::PinsAgainst => self.pins_against(),
            Kind::PinsInAChain => self.pins_in_a_chain(),
            Kind::PinsByAThird => self.pins_by_a_third(),
            Kind::ZoneNotClosing => self.zone_not_closing(),
            Kind::ZoneTooFar => self.zone_too_far(),
            Kind::GivenZoneCutsOff => self.given_zone_cuts_off(),
            Kind::CircleTooLarge => self.circle_too_large(),
            Kind::CircleAcrossGiven => self.circle_across_given(),
            Kind::LimitsTooSmall => self.limits_too_small(),
            Kind::RegionTooSmall => self.region_too_small(),
            Kind::RegionOfFewZones => self.region_of_few_zones(),
            Kind::LinkMissing => self.link_missing(),
            Kind::LinksRemoved => self.links_removed(),
            Kind::TooManyZones => self.number_of_zones(true),
            Kind::TooFewZones => self.number_of_zones(false),
            Kind::LimitOnGoal => self.limit_on_goal(),
            Kind::MergerTooFar => self.merger_too_far(),
            Kind::PinsTwice => self.pins_twice(),
        }
    }

    fn case(&self) -> WhyQuestion {
        self.place.case.clone()
    }

    fn people(&self, units: &[UnitId]) -> u64 {
        self.place.case.territory.population(units.iter().copied())
    }

    fn bounds(&self) -> (u64, u64) {
        let bounds = self.place.case.problem.bounds();
        (bounds.minimum(), bounds.maximum().unwrap())
    }

    fn all(&self) -> Vec<UnitId> {
        self.place.case.graph.units().collect()
    }

    fn any(&mut self, units: &[UnitId]) -> Option<UnitId> {
        (!units.is_empty()).then(|| units[self.random.random_range(0..units.len())])
    }

    fn beside(&self, units: &[UnitId]) -> Vec<UnitId> {
        let beside = units.iter().flat_map(|&unit| self.place.case.graph.neighbours(unit));
        let beside: BTreeSet<UnitId> =
            beside.map(|other| other.unit).filter(|unit| !units.contains(unit)).collect();
        beside.into_iter().collect()
    }

    /// Contiguous units of so many inhabitants.
    fn grown(&mut self, (least, most): (u64, u64)) -> Option<Vec<UnitId>> {
        for _ in 0..40 {
            let mut units = vec![self.any(&self.all())?];
            while self.people(&units) < least {
                let beside = self.beside(&units);
                let Some(more) = self.any(&beside) else { break };
                units.push(more);
            }
            if (least..=most).contains(&self.people(&units)) {
                units.sort_unstable();
                return Some(units);
            }
        }
        None
    }

    /// Two units that no zone within the maximum holds both.
    fn far_apart(&mut self) -> Option<[UnitId; 2]> {
        let WhyQuestion { territory, graph, .. } = &self.place.case;
        let people = |unit: UnitId| territory.unit(unit).population;
        let from = UnitId::new(self.random.random_range(0..graph.len()));
        let mut least = vec![u64::MAX; graph.len()];
        let mut open = BTreeSet::from([(people(from), from)]);
        while let Some((sum, unit)) = open.pop_first() {
            if sum < least[unit.index()] {
                least[unit.index()] = sum;
                open.extend(
                    graph.neighbours(unit).iter().map(|other| (sum + people(other.unit), other.unit)),
                );
            }
        }
        let (_, most) = self.bounds();
        let far: Vec<UnitId> = self.all().into_iter().filter(|unit| least[unit.index()] > most).collect();
        self.any(&far).map(|to| [from.min(to), from.max(to)])
    }

    fn bounds_of_all(&mut self) -> Option<Planted> {
        let mut case = self.case();
        let zones = self.place.zones.len() as u64;
        let people = self.people(&self.all());
        if zones < 3 || case.problem.exceptions.iter().any(|one| one.zone().is_some()) {
            return None;
        }
        let bounds = PopulationBounds::new(people / zones + 1, Some((people - 1) / (zones - 1))).ok()?;
        case.problem.profile.zone.population = bounds;
        planted(case, [Demand::Minimum, Demand::Maximum])
    }

    /// A part that removed links cut off, of too many people for one zone and too few for two.
    fn bounds_of_a_part(&mut self) -> Option<Planted> {
        let (least, most) = self.bounds();
        let part = self.grown((most + 1, 2 * least - 1))?;
        let (case, demands) = self.with_links_removed(&part);
        Some(Planted { units: part, ..planted(case, demands)? })
    }

    fn with_links_removed(&self, part: &[UnitId]) -> (WhyQuestion, Vec<Demand>) {
        let mut case = self.case();
        let first = case.territory.links.len();
        for &unit in part {
            for other in self.place.case.graph.neighbours(unit) {
                if !part.contains(&other.unit) {
                    let between = [unit.min(other.unit), unit.max(other.unit)];
                    case.territory.links.push(link(between, LinkChange::Remove));
                }
            }
        }
        let new = first..case.territory.links.len();
        let mut only = case.territory.clone();
        only.links = case.territory.links[new.clone()].to_vec();
        case.graph = case.graph.with_links(&only);
        (case, new.map(Demand::Removed).collect())
    }

    fn large_unit(&mut self) -> Option<Planted> {
        let mut case = self.case();
        let unit = self.any(&self.all())?;
        let (_, most) = self.bounds();
        case.territory = of_people(&case.territory, unit, most + self.random.random_range(1..=most / 5));
        Some(Planted { units: vec![unit], ..planted(case, [Demand::Maximum])? })
    }

    /// Two or three units of one zone.
    fn of_one_zone<const N: usize>(&mut self) -> Option<[UnitId; N]> {
        let zones: Vec<&Vec<UnitId>> = self.place.zones.iter().filter(|zone| zone.len() >= N).collect();
        let zone = zones.get(self.random.random_range(0..zones.len().max(1)))?;
        let first = self.random.random_range(0..=zone.len() - N);
        zone[first..first + N].try_into().ok()
    }

    fn with_pins(&self, pins: Vec<PinKind>) -> Option<Planted> {
        let mut case = self.case();
        let demands: Vec<Demand> = (0..pins.len()).map(Demand::Pin).collect();
        case.problem.pins.extend(pins.into_iter().map(|asks| Pin { asks, reason: "trial".into() }));
        planted(case, demands)
    }

    fn pins_against(&mut self) -> Option<Planted> {
        let [a, b] = self.of_one_zone()?;
        self.with_pins(vec![PinKind::Together(vec![a, b]), PinKind::Apart(vec![a, b])])
    }

    fn pins_in_a_chain(&mut self) -> Option<Planted> {
        let [a, b, c] = self.of_one_zone()?;
        let together = |units: &[UnitId]| PinKind::Together(units.to_vec());
        self.with_pins(vec![together(&[a, b]), together(&[b, c]), PinKind::Apart(vec![a, c])])
    }

    fn pins_by_a_third(&mut self) -> Option<Planted> {
        let [a, b, c] = self.of_one_zone()?;
        let zone = |name: &str, unit| {
            let (name, without) = (name.to_owned(), Vec::new());
            PinKind::Zone { name, holds: vec![unit], without }
        };
        let together = [PinKind::Together(vec![a, b]), PinKind::Together(vec![b, c])];
        self.with_pins([zone("one", a), zone("other", c)].into_iter().chain(together).collect())
    }

    fn zone_not_closing(&mut self) -> Option<Planted> {
        let (least, _) = self.bounds();
        let holds = self.grown((1, least - 1))?;
        let (name, without) = ("closed".to_owned(), self.beside(&holds));
        self.with_pins(vec![PinKind::Zone { name, holds, without }])
    }

    fn zone_too_far(&mut self) -> Option<Planted> {
        let holds = self.far_apart()?.to_vec();
        self.with_pins(vec![PinKind::Zone { name: "far".to_owned(), holds, without: Vec::new() }])
    }

    fn pins_twice(&mut self) -> Option<Planted> {
        let [a, b] = self.of_one_zone()?;
        let [c, d] = self.of_one_zone()?;
        let pins =
            [[a, b], [c, d]].map(|pair| [PinKind::Together(pair.to_vec()), PinKind::Apart(pair.to_vec())]);
        (a != c).then(|| self.with_pins(pins.concat())).flatten()
    }

    /// A zone around a unit that is too small alone.
    fn given_zone_cuts_off(&mut self) -> Option<Planted> {
        let (least, _) = self.bounds();
        let unit = self.any(&self.all())?;
        let mut zone = self.beside(&[unit]);
        if self.people(&[unit]) >= least {
            return None;
        }
        // Around it, until it is contiguous.
        for _ in 0..3 {
            if components(&self.place.case.graph, &zone).len() == 1 {
                break;
            }
            zone.extend(self.beside(&zone).into_iter().filter(|&other| other != unit));
            zone.sort_unstable();
            zone.dedup();
        }
        if components(&self.place.case.graph, &zone).len() != 1 || zone.len() + 1 == self.all().len() {
            return None;
        }
        let place = self.place.case.problem.fixed_zones.len();
        let case = with_given(self.case(), zone);
        planted(case, [Demand::FixedZone(place)])
    }

    fn circle_too_large(&mut self) -> Option<Planted> {
        let (least, most) = self.bounds();
        let circle = self.grown((most + 1, 2 * least - 1))?;
        let case = with_circle(self.case(), circle);
        planted(case, [Demand::Group(CIRCLE.to_owned())])
    }

    fn circle_across_given(&mut self) -> Option<Planted> {
        let zones: Vec<&Vec<UnitId>> = self.place.zones.iter().filter(|zone| zone.len() >= 2).collect();
        let zone = zones[self.random.random_range(0..zones.len())].clone();
        let outside = self.any(&self.beside(&zone))?;
        let inside = self.beside(&[outside]).into_iter().find(|unit| zone.contains(unit))?;
        let mut circle = vec![inside, outside];
        circle.sort_unstable();
        let place = self.place.case.problem.fixed_zones.len();
        let case = with_circle(with_given(self.case(), zone), circle);
        planted(case, [Demand::FixedZone(place), Demand::Group(CIRCLE.to_owned())])
    }

    fn limits_too_small(&mut self) -> Option<Planted> {
        let (least, _) = self.bounds();
        let area = self.grown((1, least - 1))?;
        let mut case = with_areas(self.case(), area);
        case.problem.profile = case.problem.profile.with_family(RuleId::ZoneCrossesGroup, AREAS);
        planted(case, [Demand::Limits(AREAS.to_owned())])
    }

    /// Two regions along the zones of the plan: zones and units of the first.
    fn regions(&mut self) -> Option<(u64, Vec<UnitId>, WhyQuestion)> {
        let number = self.random.random_range(1..self.place.zones.len().max(2));
        let mut zones = self.place.zones.clone();
        let mut first = zones.remove(self.random.random_range(0..zones.len()));
        for _ in 1..number {
            let beside = self.beside(&first);
            let next = zones.iter().position(|zone| zone.iter().any(|unit| beside.contains(unit)))?;
            first.extend(zones.remove(next));
            first.sort_unstable();
        }
        let rest: Vec<UnitId> = self.all().into_iter().filter(|unit| !first.contains(unit)).collect();
        if rest.is_empty() || components(&self.place.case.graph, &rest).len() > 1 {
            return None;
        }
        let mut case = with_areas(self.case(), first.clone());
        case.problem.profile = case.problem.profile.with_family(RuleId::ZoneCrossesGroup, AREAS);
        case.problem.regions = Regions::Given { family: AREAS.to_owned() };
        Some((number as u64, first, case))
    }

    fn region_too_small(&mut self) -> Option<Planted> {
        let (_, first, mut case) = self.regions()?;
        let people = self.people(&first);
        if people >= self.people(&self.all()) - people {
            return None;
        }
        case.problem.profile.region.population = PopulationBounds::new(people + 1, None).ok()?;
        let rule = RuleId::RegionBelowMinimumPopulation;
        case.problem.profile = case.problem.profile.with_error(rule);
        planted(case, [Demand::Region { rule, region: Some("area".to_owned()) }])
    }

    fn region_of_few_zones(&mut self) -> Option<Planted> {
        let (_, first, mut case) = self.regions()?;
        let (least, _) = self.bounds();
        if self.place.case.problem.exceptions.iter().any(|one| one.zone().is_some()) {
            return None;
        }
        let most = self.people(&first) / least;
        case.problem.profile.region.zones = CountBounds::new(Some(most + 1), None)?;
        let rule = RuleId::RegionWithTooFewZones;
        case.problem.profile = case.problem.profile.with_error(rule);
        let name = |name: &str| Demand::Region { rule, region: Some(name.to_owned()) };
        planted(case, [name("area"), name("rest")])
    }

    /// A unit too small alone that touches nobody.
    fn link_missing(&mut self) -> Option<Planted> {
        let (least, _) = self.bounds();
        let unit = self.any(&self.all())?;
        let beside = self.beside(&[unit]);
        let nearest = self.any(&beside)?;
        if self.people(&[unit]) >= least {
            return None;
        }
        let mut case = self.case();
        let graph = &case.graph;
        let touches = |(a, b): &(UnitId, UnitId)| *a == unit || *b == unit;
        let borders = graph.borders().filter(|&(a, b, _)| !touches(&(a, b)));
        let outer_m = graph.units().map(|unit| graph.outer_m(unit)).collect();
        case.territory.links.retain(|link| !link.between.contains(&unit));
        case.graph = Graph::new(outer_m, borders);
        let links = vec![(unit.min(nearest), unit.max(nearest))];
        let missing = Demand::NoLink(links[0].0, links[0].1);
        let joined = case.without(&BTreeSet::from([missing.clone()]));
        let is_enough = matches!(ask(&joined), Feasibility::Feasible(_));
        is_enough.then(|| planted(case, [missing])).flatten().map(|planted| Planted { links, ..planted })
    }

    /// One to three units too small alone that links say touch nobody.
    fn links_removed(&mut self) -> Option<Planted> {
        let (least, _) = self.bounds();
        let part = self.grown((1, least - 1))?;
        let (case, demands) = self.with_links_removed(&part);
        (demands.len() <= 8).then(|| planted(case, demands)).flatten()
    }

    fn number_of_zones(&mut self, many: bool) -> Option<Planted> {
        let mut case = self.case();
        if case.problem.exceptions.iter().any(|one| one.zone().is_some()) {
            return None;
        }
        let ((least, most), people) = (self.bounds(), self.people(&self.all()));
        let (count, demand) = match many {
            true => (CountBounds::new(Some(people / least + 1), None)?, Demand::FewestZones),
            false => (CountBounds::new(None, Some(people.div_ceil(most) - 1))?, Demand::MostZones),
        };
        case.problem = case.problem.with_zone_count(count);
        planted(case, [demand])
    }

    fn limit_on_goal(&mut self) -> Option<Planted> {
        let mut case = self.case();
        case.problem.objective = Objective::in_order([Goal::BorderLength]);
        let WhyQuestion { territory, graph, problem, .. } = &case;
        let best = solve(
            &Instance::new(territory, graph, problem).expect("an instance"),
            &Options::default(),
            &Unwatched,
        );
        let Outcome::Optimal { objective, .. } = best.outcome else { return None };
        case.problem.limits.push(Limit { goal: Goal::BorderLength, most: objective - 1 });
        planted(case, [Demand::Goal(0)])
    }

    fn merger_too_far(&mut self) -> Option<Planted> {
        let units = self.far_apart()?.to_vec();
        let mut case = self.case();
        let status = MergerStatus::Decided;
        case.territory.planned_mergers =
            vec![PlannedMerger { name: "far".to_owned(), units, status, date: None }];
        case.problem.profile = case.problem.profile.with_error(RuleId::DecidedMergerSplit);
        planted(case, [Demand::Merger(0)])
    }
}

const CIRCLE: &str = "a planted circle";
const AREAS: &str = "planted areas";

fn planted(case: WhyQuestion, demands: impl IntoIterator<Item = Demand>) -> Option<Planted> {
    let demands = demands.into_iter().collect();
    Some(Planted { case, links: Vec::new(), demands, units: Vec::new() })
}

fn link(between: [UnitId; 2], change: LinkChange) -> Link {
    Link { between, change, reason: "trial".into(), author: None, date: None }
}

/// The same territory where one unit has other inhabitants.
fn of_people(territory: &Territory, unit: UnitId, people: u64) -> Territory {
    let mut units: Vec<_> = territory.units().values().cloned().collect();
    units[unit.index()].population = people;
    let mut changed = Territory::new(units).unwrap();
    changed.links.clone_from(&territory.links);
    changed.families.clone_from(&territory.families);
    changed.planned_mergers.clone_from(&territory.planned_mergers);
    changed.population_date = territory.population_date;
    changed
}

fn with_given(mut case: WhyQuestion, units: Vec<UnitId>) -> WhyQuestion {
    case.problem.exceptions.push(Exception::bounds_for(units.clone(), PopulationBounds::any(), "trial"));
    case.problem.fixed_zones.push(FixedZone { name: "given".into(), units, reason: "trial".into() });
    case
}

/// With a circle that may not straddle zones.
fn with_circle(mut case: WhyQuestion, units: Vec<UnitId>) -> WhyQuestion {
    let family = GroupFamily {
        name: "planted circles".into(),
        role: GroupRole::Laminar,
        groups: vec![Group { name: CIRCLE.into(), units, parts: Vec::new() }],
    };
    case.problem.profile = case.problem.profile.with_family(RuleId::GroupStraddlesZones, &family.name);
    case.territory.families.push(family);
    case
}

/// With two areas: these units and the rest.
fn with_areas(mut case: WhyQuestion, units: Vec<UnitId>) -> WhyQuestion {
    let rest = case.graph.units().filter(|unit| !units.contains(unit)).collect();
    let group = |name: &str, units| Group { name: name.to_owned(), units, parts: Vec::new() };
    let groups = vec![group("area", units), group("rest", rest)];
    case.territory.families.push(GroupFamily { name: AREAS.into(), role: GroupRole::Unsaid, groups });
    case
}
