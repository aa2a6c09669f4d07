//! A question as plain lists, units as numbers and sets of units as bits of a number.

use zonewerk_core::plan::Holding;
use zonewerk_core::problem::{Excepted, GroupReading, Limit, PinKind, RuleId, RuleWeight};
use zonewerk_core::territory::{Group, Id, MergerStatus, UnitId};

use super::families::{FamilyRules, NaiveGroup};
use super::pieces::NaivePieces;
use super::regions::{NaiveRegion, given_regions};
use crate::worlds::World;

/// A set of units.
pub type Set = u32;

/// Everything that the oracle looks at.
pub struct Lists {
    pub people: Vec<u64>,
    /// Whether a zone may be in several parts: the profile says that contiguity is off.
    pub may_lie_apart: bool,
    /// Each pair of neighbours once.
    pub neighbours: Vec<(usize, usize)>,
    pub borders: Vec<(usize, usize, u64)>,
    pub outer_m: Vec<u64>,
    pub centres: Vec<[i64; 3]>,
    /// Name of each family with its groups.
    pub families: Vec<(String, Vec<NaiveGroup>)>,
    pub family_rules: FamilyRules,
    pub regions: Vec<NaiveRegion>,
    pub pieces: Option<NaivePieces>,
    pub limits: Vec<Limit>,
    pub expected_mergers: Vec<Set>,
    /// For each zone of the base plan, the people that it has of each unit.
    pub base: Vec<Vec<(usize, u64)>>,
    pub ideal: u64,
    pub least: u64,
    pub most: Option<u64>,
    /// Zones with bounds of their own.
    pub excepted: Vec<(Set, u64, Option<u64>)>,
    pub fixed: Vec<Set>,
    pub together: Vec<Set>,
    pub apart: Vec<Set>,
    /// Units that a zone holds, and units that it does not.
    pub zone_pins: Vec<(Set, Set)>,
    pub fewest_zones: Option<u64>,
    pub most_zones: Option<u64>,
}

impl Lists {
    pub fn of(world: &World) -> Self {
        let World { territory, problem, .. } = world;
        let mut neighbours: Vec<(usize, usize)> = world
            .adjacent
            .iter()
            .map(|(a, b)| (a.index().min(b.index()), a.index().max(b.index())))
            .collect();
        neighbours.sort_unstable();
        neighbours.dedup();
        let merged = |status: MergerStatus| {
            let mergers = territory.planned_mergers.iter().filter(move |merger| merger.status == status);
            mergers.map(|merger| set(&merger.units)).collect::<Vec<Set>>()
        };
        let (least, most) =
            (problem.profile.zone.population.minimum(), problem.profile.zone.population.maximum());
        let excepted = problem.exceptions.iter().filter_map(|exception| exception.zone());
        let mut lists = Self {
            people: territory.units().values().map(|unit| unit.population).collect(),
            may_lie_apart: problem
                .profile
                .rules
                .get(&RuleId::ZoneNotContiguous)
                .is_some_and(|setting| setting.weight == Some(RuleWeight::Off)),
            neighbours,
            borders: world.borders.iter().map(|&(a, b, border_m)| (a.index(), b.index(), border_m)).collect(),
            outer_m: world.outer_m.clone(),
            centres: world.graph.centres().values().copied().collect(),
            families: Vec::new(),
            family_rules: FamilyRules::default(),
            regions: given_regions(world),
            pieces: world.pieces.as_ref().map(|pieces| NaivePieces::of(pieces, problem)),
            limits: problem.limits.clone(),
            expected_mergers: merged(MergerStatus::Expected),
            base: base(world),
            ideal: problem.ideal.unwrap_or(match most {
                Some(most) => (least + most) / 2,
                None => least,
            }),
            least,
            most,
            excepted: excepted
                .map(|(units, bounds)| (set(units), bounds.minimum(), bounds.maximum()))
                .collect(),
            fixed: problem.fixed_zones.iter().map(|fixed| set(&fixed.units)).collect(),
            together: merged(MergerStatus::Decided),
            apart: Vec::new(),
            zone_pins: Vec::new(),
            fewest_zones: problem.zone_count.minimum(),
            most_zones: problem.zone_count.maximum(),
        };
        for family in &territory.families {
            let groups = family.groups.iter().map(naive).collect();
            lists.families.push((family.name.clone(), groups));
        }
        lists.family_rules = family_rules(world);
        for pin in &problem.pins {
            match &pin.asks {
                PinKind::Together(units) => lists.together.push(set(units)),
                PinKind::Apart(units) => lists.apart.push(set(units)),
                PinKind::Zone { holds, without, .. } => lists.zone_pins.push((set(holds), set(without))),
            }
        }
        lists
    }

    /// Inhabitants of a set.
    pub fn people_of(&self, units: Set) -> u64 {
        members(units).map(|unit| self.people[unit]).sum()
    }
}

/// The units of a set, ascending.
pub fn members(units: Set) -> impl Iterator<Item = usize> + Clone {
    (0..Set::BITS as usize).filter(move |&unit| units >> unit & 1 == 1)
}

/// The set of these units.
pub fn set(units: &[UnitId]) -> Set {
    units.iter().fold(0, |set, unit| set | 1 << unit.index())
}

/// A group as sets.
pub fn naive(group: &Group) -> NaiveGroup {
    let whole = set(&group.units);
    NaiveGroup { whole, touched: group.parts.iter().fold(whole, |units, (unit, _)| units | set(&[*unit])) }
}

/// The rules on groups that a plan must keep; an exception lets off a group, or a zone.
fn family_rules(world: &World) -> FamilyRules {
    let World { territory, problem, .. } = world;
    let rules = &problem.profile.rules;
    let asked = |rule: RuleId| rules.get(&rule).map(|setting| setting.families.clone()).unwrap_or_default();
    let waived = |rule: RuleId| -> Vec<Excepted> {
        let waiving = problem.exceptions.iter().filter(|exception| exception.waives.contains(&rule));
        waiving.map(|exception| exception.subject.clone()).collect()
    };
    let mut found = FamilyRules::default();
    let (laminar, let_off) = (asked(RuleId::GroupStraddlesZones), waived(RuleId::GroupStraddlesZones));
    for family in territory.families.iter().filter(|family| laminar.contains(&family.name)) {
        let groups = family.groups.iter();
        let bound = groups.filter(|group| !let_off.contains(&Excepted::Group(group.name.clone())));
        found.laminar.extend(bound.map(naive));
    }
    let reading = rules.get(&RuleId::GroupStraddlesZones).and_then(|setting| setting.reading);
    found.weak = reading == Some(GroupReading::Weak);
    let inside = asked(RuleId::ZoneCrossesGroup);
    for family in territory.families.iter().filter(|family| inside.contains(&family.name)) {
        found.inside.push(family.groups.iter().map(naive).collect());
    }
    for subject in waived(RuleId::ZoneCrossesGroup) {
        match subject {
            Excepted::Units(units) => found.crossing.push(set(&units)),
            Excepted::Zone(wanted) => {
                let pins = problem.pins.iter();
                found.crossing_with.extend(pins.filter_map(|pin| match &pin.asks {
                    PinKind::Zone { name, holds, .. } if *name == wanted => Some(set(holds)),
                    _ => None,
                }));
            }
            _ => {}
        }
    }
    found
}

fn base(world: &World) -> Vec<Vec<(usize, u64)>> {
    let Some(plan) = &world.problem.base else { return Vec::new() };
    let mut zones = vec![Vec::new(); plan.zones.len()];
    for (unit, holding) in plan.holdings.iter() {
        let people = world.territory.unit(unit).population;
        let mut lies = |zone: usize, people: u64| zones[zone].push((unit.index(), people));
        match holding {
            Holding::Unassigned => {}
            Holding::Whole(zone) => lies(zone.index(), people),
            Holding::Shared(shared) => lies(shared[0].index(), people),
            Holding::Parts(parts) => {
                for part in parts {
                    lies(part.zone.index(), part.population.unwrap_or(0));
                }
            }
        }
    }
    zones
}
