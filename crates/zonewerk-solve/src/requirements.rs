//! What the rules ask of plans that are drawn, compiled once from profile, exceptions, pins and
//! families of groups. Nothing else here reads what a profile says of rules on groups and regions;
//! some modules write rules into the profile of a question of their own, and compile it anew. The
//! audit reads profiles by itself.
//!
//! A rule is kept where it binds: it applies, and a finding is an error. Whole units are kept whatever
//! the profile says, but for zones that are given, and so is contiguity unless the profile says that it
//! is off.

use std::collections::BTreeSet;

use crate::waivers::{ExceptedZone, binds, waivers_in_force};
use crate::zone_rules::{ZoneNeeds, ZoneRules};
use crate::zones::PlacementRules;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{
    CountBounds, Excepted, GroupReading, PopulationBounds, Problem, Regions, RuleId, RuleSetting,
};
use zonewerk_core::territory::{FamilyId, Group, Id, Territory, UnitId};

/// What plans must keep besides limits on goals.
#[derive(Clone, Debug)]
pub struct Requirements {
    /// Bounds and contiguity of zones.
    pub(crate) zones: ZoneRules,
    /// Pins and decided mergers.
    pub(crate) wishes: PlacementRules,
    /// What families of groups ask of zones.
    pub(crate) groups: GroupRequirements,
    /// That zones lie in one piece on the map, where that is asked.
    pub(crate) pieces: Option<PieceRequirements>,
    /// What is asked of regions.
    pub(crate) regions: RegionRequirements,
}

/// What families of groups ask of every zone.
#[derive(Clone, Debug)]
pub(crate) struct GroupRequirements {
    /// Groups that zones may not straddle (rule `group-straddles-zones`): family, place of the group
    /// in it, and how strictly that is read; without those for which it is waived.
    pub(crate) laminar: Vec<(FamilyId, usize, GroupReading)>,
    /// Families of which each zone lies inside one group (rule `zone-crosses-group`).
    pub(crate) inside: Vec<FamilyId>,
    /// Zones for which that is waived.
    pub(crate) may_cross: Vec<ExceptedZone>,
    /// Whether it is waived for anything at all.
    pub(crate) is_crossing_waived: bool,
    /// Zones that may lie in none of the given regions; `None` where each may (rule
    /// `zone-without-region`).
    pub(crate) without_region: Option<Vec<ExceptedZone>>,
}

/// What the rule `zone-in-pieces` asks of every zone.
#[derive(Clone, Debug)]
pub struct PieceRequirements {
    /// Units of several parts that count as connected.
    except: BTreeSet<UnitId>,
    /// Zones for which it is waived.
    let_off: Vec<ExceptedZone>,
}

/// What is asked of regions, given or drawn.
#[derive(Clone, Debug)]
pub(crate) struct RegionRequirements {
    /// Number of regions of a plan.
    pub(crate) count: CountBounds,
    /// Whether there is a rule on that number.
    pub(crate) is_counted: bool,
    /// Inhabitants of a region, whatever rules are kept.
    pub(crate) population: PopulationBounds,
    zones: CountBounds,
    /// The rules on each region that are kept, with the units that they leave alone.
    kept: Vec<(RuleId, BTreeSet<UnitId>)>,
    /// Regions for which one of those is waived.
    waivers: Vec<(RegionSubject, RuleId)>,
}

/// A region that an exception is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum RegionSubject {
    /// By its name.
    Named(String),
    /// By its units, ascending.
    Of(Vec<UnitId>),
}

/// What a plan must keep of one region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionNeeds {
    /// Inhabitants.
    pub population: PopulationBounds,
    /// Number of zones.
    pub zones: CountBounds,
    /// Whether it must be contiguous.
    pub contiguous: bool,
}

/// The rules on each region that drawn plans can keep.
pub(crate) const ON_REGIONS: [RuleId; 5] = [
    RuleId::RegionBelowMinimumPopulation,
    RuleId::RegionAboveMaximumPopulation,
    RuleId::RegionWithTooFewZones,
    RuleId::RegionWithTooManyZones,
    RuleId::RegionNotContiguous,
];

/// Whether every plan that is drawn for a problem keeps a rule, where the problem's profile asks
/// for it and a finding is an error. What is not kept is the audit's to say.
pub fn keeps(rule: RuleId, problem: &Problem) -> bool {
    match rule {
        RuleId::PlanOverOtherUnits
        | RuleId::UnitInUnknownZone
        | RuleId::DuplicateZoneName
        | RuleId::EmptyZone
        | RuleId::PartPopulationsDiffer
        | RuleId::FixedZoneChanged
        | RuleId::PinNotKept
        | RuleId::LimitExceeded
        | RuleId::OrphanedUnit
        | RuleId::ZonesOverlap
        | RuleId::SplitUnit
        | RuleId::DecidedMergerSplit
        | RuleId::ZoneNotContiguous
        | RuleId::ZoneInPieces
        | RuleId::ZoneBelowMinimumPopulation
        | RuleId::ZoneAboveMaximumPopulation
        | RuleId::ZoneCrossesGroup
        | RuleId::GroupStraddlesZones
        | RuleId::ExceptionExceeded
        | RuleId::ExceptionWithoutReason
        | RuleId::ExceptionExpired
        | RuleId::ExceptionUsed => true,
        RuleId::WrongNumberOfZones => !problem.zone_count.is_free(),
        RuleId::ZoneWithoutRegion
        | RuleId::ZoneInSeveralRegions
        | RuleId::RegionBelowMinimumPopulation
        | RuleId::RegionAboveMaximumPopulation
        | RuleId::RegionWithTooFewZones
        | RuleId::RegionWithTooManyZones
        | RuleId::RegionNotContiguous
        | RuleId::WrongNumberOfRegions => problem.regions != Regions::None,
        RuleId::ZoneBoundsContradict
        | RuleId::RegionBoundsContradict
        | RuleId::ExpectedMergerSplit
        | RuleId::ZoneSurroundsOthers
        | RuleId::GroupNotAligned
        | RuleId::NetworkCut
        | RuleId::AffinityCut
        | RuleId::GroupInSeveralRegions
        | RuleId::PopulationOlderThanPlan => false,
    }
}

impl Requirements {
    /// Whether a zone must lie in one piece on the map (rule `zone-in-pieces`).
    pub fn asks_for_one_piece(&self) -> bool {
        self.pieces.is_some()
    }

    /// Compiles what a problem asks.
    pub fn new(territory: &Territory, problem: &Problem) -> Self {
        Self {
            zones: ZoneRules::new(territory, problem),
            wishes: PlacementRules::new(territory, problem),
            groups: GroupRequirements::new(territory, problem),
            pieces: PieceRequirements::new(territory, problem),
            regions: RegionRequirements::new(territory, problem),
        }
    }

    /// What a plan must keep of a zone of these units (ascending).
    pub fn zone(&self, units: &[UnitId]) -> ZoneNeeds {
        self.zones.needs(units)
    }

    /// Whether a zone of these units (ascending) keeps its bounds, and is as contiguous as it must
    /// be.
    pub fn allow_zone(&self, territory: &Territory, graph: &Graph, units: &[UnitId]) -> bool {
        self.zones.allow(territory, graph, units)
    }

    /// Whether a zone must lie in a given region (rule `zone-without-region`).
    pub fn asks_for_a_region(&self) -> bool {
        self.groups.without_region.is_some()
    }

    /// Whether families of groups ask nothing of zones.
    pub fn is_free_of_groups(&self) -> bool {
        self.groups.laminar.is_empty() && self.groups.inside.is_empty()
    }
}

impl GroupRequirements {
    fn new(territory: &Territory, problem: &Problem) -> Self {
        let families = |rule: RuleId| -> Vec<FamilyId> {
            let Some(setting) = binding(problem, rule) else { return Vec::new() };
            let named = territory.families.iter().enumerate();
            let binding = named.filter(|(_, family)| setting.binds(&family.name));
            binding.map(|(place, _)| FamilyId::new(place)).collect()
        };
        let straddles = binding(problem, RuleId::GroupStraddlesZones);
        let laminar = families(RuleId::GroupStraddlesZones).into_iter().flat_map(|id| {
            let family = territory.family(id);
            let groups = family.groups.iter().enumerate();
            let reading = straddles.map(|setting| setting.reading_of(&family.name)).unwrap_or_default();
            groups
                .filter(|(_, group)| !may_straddle(problem, group))
                .map(move |(place, _)| (id, place, reading))
        });
        Self {
            laminar: laminar.collect(),
            inside: families(RuleId::ZoneCrossesGroup),
            may_cross: let_off(problem, RuleId::ZoneCrossesGroup),
            is_crossing_waived: waivers_in_force(problem)
                .any(|(_, exception)| exception.waives(RuleId::ZoneCrossesGroup)),
            without_region: (binds(&problem.profile, RuleId::ZoneWithoutRegion)
                && matches!(problem.regions, Regions::Given { .. }))
            .then(|| let_off(problem, RuleId::ZoneWithoutRegion)),
        }
    }

    /// The groups that zones may not straddle, read so.
    pub(crate) fn laminar_groups<'a>(
        &self,
        territory: &'a Territory,
        wanted: GroupReading,
    ) -> Vec<&'a Group> {
        let read = self.laminar.iter().filter(|&&(_, _, reading)| reading == wanted);
        read.map(|&(family, place, _)| &territory.family(family).groups[place]).collect()
    }
}

/// Whether an exception lets a group straddle zones.
fn may_straddle(problem: &Problem, group: &Group) -> bool {
    waivers_in_force(problem).any(|(_, exception)| {
        matches!(&exception.subject, Excepted::Group(name) if *name == group.name)
            && exception.waives(RuleId::GroupStraddlesZones)
    })
}

/// The zones for which a rule is waived.
fn let_off(problem: &Problem, rule: RuleId) -> Vec<ExceptedZone> {
    let waiving = waivers_in_force(problem).filter(|(_, exception)| exception.waives(rule));
    waiving.filter_map(|(_, exception)| ExceptedZone::of(&exception.subject, problem)).collect()
}

/// What the profile says of a rule, where it binds.
fn binding(problem: &Problem, rule: RuleId) -> Option<&RuleSetting> {
    problem.profile.rules.get(&rule).filter(|_| binds(&problem.profile, rule))
}

impl PieceRequirements {
    fn new(territory: &Territory, problem: &Problem) -> Option<Self> {
        let setting = binding(problem, RuleId::ZoneInPieces)?;
        let except = territory.find_all(&setting.except);
        Some(Self { except, let_off: let_off(problem, RuleId::ZoneInPieces) })
    }

    /// Whether a unit of several parts counts as connected.
    pub(crate) fn counts_as_connected(&self, unit: UnitId) -> bool {
        self.except.contains(&unit)
    }

    /// Whether it is waived for a zone of these units (ascending).
    pub(crate) fn is_waived_for(&self, zone: &[UnitId]) -> bool {
        self.let_off.iter().any(|one| one.is(zone))
    }
}

impl RegionRequirements {
    fn new(territory: &Territory, problem: &Problem) -> Self {
        let profile = &problem.profile;
        let kept = ON_REGIONS.into_iter().filter_map(|rule| {
            binding(problem, rule).map(|setting| (rule, territory.find_all(&setting.except)))
        });
        let waivers = waivers_in_force(problem).flat_map(|(_, exception)| {
            let subject = match &exception.subject {
                Excepted::Region(name) => Some(RegionSubject::Named(name.clone())),
                Excepted::Units(units) => Some(RegionSubject::Of(units.clone())),
                Excepted::Zone(_) | Excepted::Holding { .. } | Excepted::Group(_) => None,
            };
            let rules = ON_REGIONS.into_iter().filter(|&rule| exception.waives(rule));
            rules.filter_map(move |rule| Some((subject.clone()?, rule)))
        });
        let is_counted = binds(profile, RuleId::WrongNumberOfRegions);
        Self {
            count: if is_counted { profile.region.count } else { CountBounds::default() },
            is_counted,
            population: profile.region.population,
            zones: profile.region.zones,
            kept: kept.collect(),
            waivers: waivers.collect(),
        }
    }

    /// What a plan must keep of a region of these units (ascending), with a name where it is
    /// given: the rules that are kept, but for those that leave alone one of its units or are
    /// waived for it.
    pub(crate) fn needs(&self, name: Option<&str>, units: &[UnitId]) -> RegionNeeds {
        let holds = |wanted: RuleId| {
            let Some((_, except)) = self.kept.iter().find(|(rule, _)| *rule == wanted) else { return false };
            !self.is_waived(wanted, name, units) && !units.iter().any(|unit| except.contains(unit))
        };
        let population = PopulationBounds::new(
            if holds(RuleId::RegionBelowMinimumPopulation) { self.population.minimum() } else { 0 },
            self.population.maximum().filter(|_| holds(RuleId::RegionAboveMaximumPopulation)),
        );
        let zones = CountBounds::new(
            self.zones.minimum().filter(|_| holds(RuleId::RegionWithTooFewZones)),
            self.zones.maximum().filter(|_| holds(RuleId::RegionWithTooManyZones)),
        );
        RegionNeeds {
            population: population.expect("bounds that are dropped leave bounds"),
            zones: zones.expect("bounds that are dropped leave bounds"),
            contiguous: holds(RuleId::RegionNotContiguous),
        }
    }

    /// Whether a region of these units (ascending), with a name where it is given, is as contiguous
    /// as it must be: parts of units that the rule leaves alone do not count.
    pub(crate) fn are_contiguous(&self, graph: &Graph, name: Option<&str>, units: &[UnitId]) -> bool {
        let wanted = RuleId::RegionNotContiguous;
        let Some((_, except)) = self.kept.iter().find(|(rule, _)| *rule == wanted) else { return true };
        let is_apart = |part: &Vec<UnitId>| part.iter().all(|unit| except.contains(unit));
        self.is_waived(wanted, name, units)
            || components(graph, units).iter().filter(|part| !is_apart(part)).count() <= 1
    }

    /// Whether a rule is waived for a region of these units (ascending), with a name where it is
    /// given.
    fn is_waived(&self, wanted: RuleId, name: Option<&str>, units: &[UnitId]) -> bool {
        let is_meant = |subject: &RegionSubject| match subject {
            RegionSubject::Named(excepted) => name == Some(excepted),
            RegionSubject::Of(excepted) => excepted == units,
        };
        self.waivers.iter().any(|(subject, rule)| *rule == wanted && is_meant(subject))
    }

    /// Whether a rule on each region is kept.
    pub(crate) fn keeps(&self, wanted: RuleId) -> bool {
        self.kept.iter().any(|(rule, _)| *rule == wanted)
    }

    /// The units that one of these rules leaves alone, where it is kept.
    pub(crate) fn left_alone_by(&self, rules: &[RuleId]) -> BTreeSet<UnitId> {
        let kept = self.kept.iter().filter(|(rule, _)| rules.contains(rule));
        kept.flat_map(|(_, except)| except.iter().copied()).collect()
    }

    /// The units of each region for which a rule is waived by its units, in the order of the
    /// exceptions.
    pub(crate) fn excepted(&self) -> Vec<&[UnitId]> {
        let mut found: Vec<&[UnitId]> = Vec::new();
        for (subject, _) in &self.waivers {
            if let RegionSubject::Of(units) = subject
                && !found.contains(&units.as_slice())
            {
                found.push(units);
            }
        }
        found
    }
}
