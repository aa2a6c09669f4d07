//! The same questions by trying everything: no code shared with the solver.

use std::collections::BTreeSet;

use crate::naive::pieces::NaivePieces;
use zonewerk_core::problem::{Exception, Goal, Limit, PinKind, PopulationBounds, RuleId, RuleWeight};
use zonewerk_core::territory::{Id, MergerStatus, UnitId};
use zonewerk_solve::why::{Demand, WhyQuestion};

/// A question of few units; sets of units are bits.
pub struct Naive<'a> {
    case: &'a WhyQuestion,
    one_piece: Option<&'a NaivePieces>,
    units: usize,
}

/// What a plan breaks: rules, and people outside bounds.
pub type Broken = (u64, u64);

impl<'a> Naive<'a> {
    pub fn new(case: &'a WhyQuestion, one_piece: Option<&'a NaivePieces>) -> Self {
        Self { case, one_piece, units: case.graph.len() }
    }

    fn people(&self, set: u32) -> u64 {
        self.members(set).iter().map(|&unit| self.case.territory.unit(unit).population).sum()
    }

    fn members(&self, set: u32) -> Vec<UnitId> {
        (0..self.units).filter(|unit| set >> unit & 1 == 1).map(UnitId::new).collect()
    }

    /// Whether two units are neighbours; links that are not demanded to be absent are there.
    fn joined<'s>(
        &'s self,
        active: &'s BTreeSet<Demand>,
        all: &'s BTreeSet<Demand>,
    ) -> impl Fn(usize, usize) -> bool + 's {
        move |a, b| {
            let (low, high) = (UnitId::new(a.min(b)), UnitId::new(a.max(b)));
            let beside = self.case.graph.neighbours(low).iter().any(|beside| beside.unit == high);
            beside
                || all.difference(active).any(|dropped| match dropped {
                    Demand::NoLink(one, other) => (*one, *other) == (low, high),
                    Demand::Removed(place) => {
                        let [one, other] = self.case.territory.links[*place].between;
                        (one.min(other), one.max(other)) == (low, high)
                    }
                    _ => false,
                })
        }
    }

    /// Whether a set is contiguous.
    fn is_contiguous(&self, set: u32, active: &BTreeSet<Demand>, all: &BTreeSet<Demand>) -> bool {
        let joined = self.joined(active, all);
        let mut reached = 1_u32 << set.trailing_zeros();
        loop {
            let more = (0..self.units).filter(|&unit| set >> unit & 1 == 1 && reached >> unit & 1 == 0);
            let more =
                more.filter(|&unit| (0..self.units).any(|to| reached >> to & 1 == 1 && joined(unit, to)));
            let new = more.fold(0, |sum, unit| sum | 1 << unit);
            if new == 0 {
                return reached == set;
            }
            reached |= new;
        }
    }

    fn bits(units: &[UnitId]) -> u32 {
        units.iter().fold(0, |sum, unit| sum | 1 << unit.index())
    }

    /// What a zone breaks of bounds and limits; `None` where it breaks something else.
    fn zone(&self, set: u32, active: &BTreeSet<Demand>, all: &BTreeSet<Demand>) -> Option<Broken> {
        let WhyQuestion { territory, problem, .. } = self.case;
        let contiguity = problem.profile.rules.get(&RuleId::ZoneNotContiguous);
        let may_lie_apart = contiguity.is_some_and(|setting| setting.weight == Some(RuleWeight::Off));
        if !may_lie_apart && !self.is_contiguous(set, active, all) {
            return None;
        }
        if let Some(rule) = self.one_piece.filter(|_| active.contains(&Demand::OnePiece)) {
            let joined = self.joined(active, all);
            let pairs = (0..self.units).flat_map(|a| (a + 1..self.units).map(move |b| (a, b)));
            let neighbours: Vec<(usize, usize)> = pairs.filter(|&(a, b)| joined(a, b)).collect();
            if !rule.allow(&neighbours, set) {
                return None;
            }
        }
        let held = |place: usize| match &problem.pins[place].asks {
            PinKind::Zone { holds, .. } => Self::bits(holds),
            _ => 0,
        };
        let pins: Vec<usize> =
            (0..problem.pins.len()).filter(|&place| active.contains(&Demand::Pin(place))).collect();
        for &place in &pins {
            let inside = |units: &[UnitId]| (Self::bits(units) & set).count_ones() as usize;
            let kept = match &problem.pins[place].asks {
                PinKind::Together(units) => inside(units) == 0 || inside(units) == units.len(),
                PinKind::Apart(units) => inside(units) <= 1,
                PinKind::Zone { holds, without, .. } => {
                    let others = pins.iter().filter(|&&other| other != place).map(|&other| held(other));
                    let out = others.fold(Self::bits(without), |sum, held| sum | held);
                    inside(holds) == 0 || (inside(holds) == holds.len() && out & set == 0)
                }
            };
            if !kept {
                return None;
            }
        }
        for (place, merger) in territory.planned_mergers.iter().enumerate() {
            let inside = (Self::bits(&merger.units) & set).count_ones() as usize;
            let is_asked = merger.status == MergerStatus::Decided && active.contains(&Demand::Merger(place));
            if is_asked && inside != 0 && inside != merger.units.len() {
                return None;
            }
        }
        for (place, fixed) in problem.fixed_zones.iter().enumerate() {
            let fixed = Self::bits(&fixed.units);
            if active.contains(&Demand::FixedZone(place)) && fixed & set != 0 && fixed != set {
                return None;
            }
        }
        let rule = |name: RuleId| problem.profile.rules.get(&name);
        for family in &territory.families {
            let bound = |name| rule(name).is_some_and(|setting| setting.families.contains(&family.name));
            for group in family.groups.iter().filter(|_| bound(RuleId::GroupStraddlesZones)) {
                let whole = Self::bits(&group.units);
                let parts: Vec<UnitId> = group.parts.iter().map(|(unit, _)| *unit).collect();
                let any = whole | Self::bits(&parts);
                let straddles = any & set != 0 && set & !whole != 0 && any & !set != 0;
                if straddles && active.contains(&Demand::Group(group.name.clone())) {
                    return None;
                }
            }
        }
        let mut rules = 0;
        for family in &territory.families {
            let is_asked = active.contains(&Demand::Limits(family.name.clone()));
            let touched = family.groups.iter().filter(|group| {
                let parts: Vec<UnitId> = group.parts.iter().map(|(unit, _)| *unit).collect();
                (Self::bits(&group.units) | Self::bits(&parts)) & set != 0
            });
            let touched: Vec<_> = touched.collect();
            let inside = touched.iter().any(|group| set & !Self::bits(&group.units) == 0);
            rules += u64::from(is_asked && !touched.is_empty() && !inside && !self.may_cross(set));
        }
        let (minimum, maximum) = self.bounds(set, active);
        let people = self.people(set);
        let outside =
            minimum.saturating_sub(people).max(maximum.map_or(0, |most| people.saturating_sub(most)));
        Some((rules + u64::from(outside > 0), outside))
    }

    /// The bounds of a zone: its own, which without their demand are as wide as the ordinary ones.
    fn bounds(&self, set: u32, active: &BTreeSet<Demand>) -> (u64, Option<u64>) {
        let problem = &self.case.problem;
        let ordinary = problem.profile.zone.population;
        let least = if active.contains(&Demand::Minimum) { ordinary.minimum() } else { 0 };
        let most = ordinary.maximum().filter(|_| active.contains(&Demand::Maximum));
        let is_own =
            |exception: &Exception| exception.zone().is_some_and(|(units, _)| Self::bits(units) == set);
        let place = problem.exceptions.iter().position(is_own);
        let Some((place, own)) = place.and_then(|place| Some((place, problem.exceptions[place].bounds?)))
        else {
            return (least, most);
        };
        if active.contains(&Demand::Exception(place)) || own == PopulationBounds::any() {
            return (own.minimum(), own.maximum());
        }
        (own.minimum().min(least), own.maximum().zip(most).map(|(own, most)| own.max(most)))
    }

    /// What a zone adds to each limit, and what those allow: parted neighbours are counted with the
    /// links that are not asked to be absent of `declared`.
    fn limits<'s>(
        &'s self,
        active: &'s BTreeSet<Demand>,
        declared: &'s BTreeSet<Demand>,
        all: &'s BTreeSet<Demand>,
    ) -> (Vec<u64>, impl Fn(u32) -> Vec<u64> + 's) {
        let problem = &self.case.problem;
        let asked = problem.limits.iter().enumerate();
        let asked: Vec<&Limit> = asked
            .filter(|(place, _)| active.contains(&Demand::Goal(*place)))
            .map(|(_, limit)| limit)
            .collect();
        let joined = self.joined(declared, all);
        let most = asked.iter().map(|limit| limit.most).collect();
        let add = move |set: u32| {
            let people = self.people(set);
            let of = |limit: &&Limit| match limit.goal {
                Goal::CutEdges => {
                    let inside = (0..self.units).filter(|unit| set >> unit & 1 == 1);
                    let cut = |low: usize| {
                        (low + 1..self.units)
                            .filter(|&high| set >> high & 1 == 0 && joined(low, high))
                            .count()
                    };
                    inside.map(cut).sum::<usize>() as u64
                }
                _ if problem.bounds().allow(people) => people.abs_diff(problem.ideal_population()),
                _ => 0,
            };
            asked.iter().map(of).collect()
        };
        (most, add)
    }

    fn may_cross(&self, set: u32) -> bool {
        let waiving = self.case.problem.exceptions.iter();
        let mut waiving = waiving.filter(|exception| exception.waives.contains(&RuleId::ZoneCrossesGroup));
        waiving.any(|exception| match &exception.subject {
            zonewerk_core::problem::Excepted::Units(units) => Self::bits(units) == set,
            _ => false,
        })
    }

    /// Whether a zone is within `percent` of its bounds; one that is given may be anywhere.
    fn within_reach(&self, set: u32, active: &BTreeSet<Demand>, percent: u64) -> bool {
        let problem = &self.case.problem;
        if problem.fixed_zones.iter().any(|fixed| Self::bits(&fixed.units) == set) {
            return true;
        }
        let (minimum, maximum) = self.bounds(set, active);
        let reach = |bound: u64| bound * percent / 100;
        let people = self.people(set);
        people >= minimum - reach(minimum) && maximum.is_none_or(|most| people <= most + reach(most))
    }

    /// Whether some zones keep these demands and hold these units.
    pub fn is_possible(&self, active: &BTreeSet<Demand>, all: &BTreeSet<Demand>, units: &[UnitId]) -> bool {
        let zones = self.zones(active, all, |_, broken| broken.0 == 0);
        let count = self.case.problem.zone_count;
        let fewest = count.minimum().filter(|_| active.contains(&Demand::FewestZones)).unwrap_or(0);
        let most = count.maximum().filter(|_| active.contains(&Demand::MostZones)).unwrap_or(u64::MAX);
        let mut best = None;
        let (limits, add) = self.limits(active, all, all);
        let walk = Walk {
            zones: &zones,
            required: Self::bits(units),
            all: self.units,
            counts: (fewest, most),
            limits,
            add: &add,
        };
        walk.from(0, 0, &[], (0, 0), u64::MAX, &mut best);
        best.is_some()
    }

    /// What a plan must break at least: the fewest changes, and people outside bounds.
    pub fn least(&self, all: &BTreeSet<Demand>, percent: u64, most_changes: u64) -> Option<Broken> {
        let ordinary = self.case.problem.bounds();
        let may_drop = |demand: &&Demand| match demand {
            Demand::Minimum | Demand::Maximum => false,
            Demand::Exception(place) => self.case.problem.exceptions[*place].bounds.is_some_and(|own| {
                own.minimum() > ordinary.minimum()
                    || own.maximum().is_some_and(|own| ordinary.maximum().is_none_or(|most| own < most))
            }),
            _ => true,
        };
        let droppable: Vec<&Demand> = all.iter().filter(may_drop).collect();
        let everything: Vec<UnitId> = (0..self.units).map(UnitId::new).collect();
        let mut best: Option<Broken> = None;
        for dropped in subsets(droppable.len(), most_changes as usize) {
            let dropped: BTreeSet<Demand> =
                dropped.into_iter().map(|place| droppable[place].clone()).collect();
            let active: BTreeSet<Demand> = all.difference(&dropped).cloned().collect();
            let number = dropped.len() as u64;
            let zones = self.zones(&active, all, |set, broken| {
                broken.0 == 0
                    || (broken.0 + number <= most_changes
                        && (broken.1 == 0 || self.within_reach(set, &active, percent)))
            });
            let count = self.case.problem.zone_count;
            let fewest = count.minimum().filter(|_| active.contains(&Demand::FewestZones)).unwrap_or(0);
            let most = count.maximum().filter(|_| active.contains(&Demand::MostZones)).unwrap_or(u64::MAX);
            let (limits, add) = self.limits(&active, &active, all);
            let walk = Walk {
                zones: &zones,
                required: Self::bits(&everything),
                all: self.units,
                counts: (fewest, most),
                limits,
                add: &add,
            };
            let mut least = None;
            walk.from(0, 0, &[], (0, 0), most_changes - number, &mut least);
            let with_drops = least.map(|(rules, people)| (rules + number, people));
            best = match (best, with_drops) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        best
    }

    fn zones(
        &self,
        active: &BTreeSet<Demand>,
        all: &BTreeSet<Demand>,
        is_taken: impl Fn(u32, Broken) -> bool,
    ) -> Vec<Vec<(u32, Broken)>> {
        let mut by_lowest = vec![Vec::new(); self.units];
        for set in 1..1_u32 << self.units {
            if let Some(broken) = self.zone(set, active, all).filter(|&broken| is_taken(set, broken)) {
                by_lowest[set.trailing_zeros() as usize].push((set, broken));
            }
        }
        by_lowest
    }
}

struct Walk<'a> {
    zones: &'a [Vec<(u32, Broken)>],
    required: u32,
    all: usize,
    counts: (u64, u64),
    /// What each limit allows, and what a zone adds to it.
    limits: Vec<u64>,
    add: &'a dyn Fn(u32) -> Vec<u64>,
}

impl Walk<'_> {
    fn keeps_limits(&self, chosen: &[u32]) -> bool {
        let adds: Vec<Vec<u64>> = chosen.iter().map(|&zone| (self.add)(zone)).collect();
        self.limits
            .iter()
            .enumerate()
            .all(|(place, &most)| adds.iter().map(|of| of[place]).sum::<u64>() <= most)
    }

    fn from(
        &self,
        unit: usize,
        held: u32,
        chosen: &[u32],
        broken: Broken,
        most: u64,
        best: &mut Option<Broken>,
    ) {
        let count = chosen.len() as u64;
        if broken.0 > most || best.is_some_and(|best| broken >= best) || count > self.counts.1 {
            return;
        }
        if unit == self.all {
            if count >= self.counts.0 && self.keeps_limits(chosen) {
                *best = Some(broken);
            }
            return;
        }
        if held >> unit & 1 == 1 {
            return self.from(unit + 1, held, chosen, broken, most, best);
        }
        if self.required >> unit & 1 == 0 {
            self.from(unit + 1, held, chosen, broken, most, best);
        }
        for &(set, (rules, people)) in &self.zones[unit] {
            if set & held == 0 {
                let sum = (broken.0 + rules, broken.1 + people);
                self.from(unit + 1, held | set, &[chosen, &[set]].concat(), sum, most, best);
            }
        }
    }
}

/// Every set of at most `most` of `all` places.
fn subsets(all: usize, most: usize) -> Vec<Vec<usize>> {
    let mut sets = vec![Vec::new()];
    let mut from = 0;
    for _ in 0..most {
        let to = sets.len();
        for place in from..to {
            let next = sets[place].last().map_or(0, |last| last + 1);
            for one in next..all {
                let mut more = sets[place].clone();
                more.push(one);
                sets.push(more);
            }
        }
        from = to;
    }
    sets
}
