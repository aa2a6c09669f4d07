//! A second reading of the rules, from what they say of themselves. Slow and plain.

use std::collections::BTreeSet;

use zonewerk_core::problem::{Problem, RuleId, RuleSetting, RuleWeight, Severity};
use zonewerk_core::territory::MergerStatus;

use super::naive_look::Look;
use super::verdict::{Open, Verdict};
use super::world::World;
use super::{
    naive_arithmetic as arithmetic, naive_demands as demands, naive_exceptions as exceptions,
    naive_groups as groups, naive_pieces as pieces, naive_regions as regions, naive_units as units,
    naive_zones as zones,
};

/// What a finding is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    Rules,
    Plan,
    Unit(usize),
    Zone(usize),
    Region(String),
    /// Family and name.
    Group(String, String),
    Merger(String),
    Fixed(usize),
    Pin(usize),
}

/// A rule that is broken, exceptions apart.
#[derive(Clone, Debug)]
pub struct Broken {
    pub rule: RuleId,
    pub who: Who,
    pub found: String,
    pub required: String,
    /// What a finding weighs, where that is other than the rule says.
    pub severity: Option<Severity>,
}

/// What the rules say of a world.
#[derive(Default)]
pub struct Judgement {
    pub findings: Vec<Verdict>,
    pub open: Vec<Open>,
    pub checked: Vec<RuleId>,
    pub not_asked: Vec<RuleId>,
}

/// What a check hands in.
#[derive(Default)]
pub struct Tray {
    pub broken: Vec<Broken>,
    pub open: Vec<(RuleId, Who, String)>,
    /// What is broken and waived, and the number (from 1) of the exception.
    pub passed: Vec<(Broken, usize)>,
}

pub struct Rule {
    pub name: RuleId,
    severity: Severity,
    always: bool,
    /// Whether nothing can take away from it.
    pub firm: bool,
    needs: &'static [Need],
    check: fn(&Look, RuleId, &mut Tray),
}

#[derive(Clone, Copy)]
enum Need {
    Units,
    MapParts,
    Outside,
    Families,
    Regions,
    PlanDate,
    CountDate,
    Merger(MergerStatus),
    Pins,
    Limits,
    Number(fn(&Problem) -> bool),
}

use Need::{CountDate, Families, Limits, MapParts, Merger, Number, Outside, Pins, PlanDate, Regions, Units};
use Severity::{Error, Info, Warning};

const fn always(name: RuleId, severity: Severity, check: fn(&Look, RuleId, &mut Tray)) -> Rule {
    Rule { name, severity, always: true, firm: false, needs: &[Units], check }
}

const fn firm(name: RuleId, needs: &'static [Need], check: fn(&Look, RuleId, &mut Tray)) -> Rule {
    Rule { name, severity: Error, always: true, firm: true, needs, check }
}

const fn asked(
    name: RuleId,
    severity: Severity,
    needs: &'static [Need],
    check: fn(&Look, RuleId, &mut Tray),
) -> Rule {
    Rule { name, severity, always: false, firm: false, needs, check }
}

const ZONE_MINIMUM: Need = Number(|problem| problem.bounds().minimum() > 0);
const ZONE_MAXIMUM: Need = Number(|problem| problem.bounds().maximum().is_some());
const ZONE_COUNT: Need =
    Number(|problem| !problem.profile.zone.count.is_free() || !problem.zone_count.is_free());
const REGION_MINIMUM: Need = Number(|problem| problem.profile.region.population.minimum() > 0);
const REGION_MAXIMUM: Need = Number(|problem| problem.profile.region.population.maximum().is_some());
const REGION_COUNT: Need = Number(|problem| !problem.profile.region.count.is_free());
const ZONES_MINIMUM: Need = Number(|problem| problem.profile.region.zones.minimum().is_some());
const ZONES_MAXIMUM: Need = Number(|problem| problem.profile.region.zones.maximum().is_some());
const DECIDED: Need = Merger(MergerStatus::Decided);
const EXPECTED: Need = Merger(MergerStatus::Expected);

pub const RULES: &[Rule] = &[
    Rule {
        name: RuleId::PlanOverOtherUnits,
        severity: Error,
        always: true,
        firm: false,
        needs: &[],
        check: units::plan_over_other_units,
    },
    always(RuleId::UnitInUnknownZone, Error, units::unit_in_unknown_zone),
    always(RuleId::DuplicateZoneName, Error, units::duplicate_zone_name),
    always(RuleId::EmptyZone, Error, units::empty_zone),
    always(RuleId::PartPopulationsDiffer, Warning, units::part_populations_differ),
    firm(RuleId::FixedZoneChanged, &[Units], units::fixed_zone_changed),
    firm(RuleId::PinNotKept, &[Units, Pins], demands::pin_not_kept),
    firm(RuleId::LimitExceeded, &[Units, Limits], demands::limit_exceeded),
    asked(RuleId::ZoneBoundsContradict, Warning, &[], arithmetic::zone_bounds_contradict),
    asked(RuleId::RegionBoundsContradict, Warning, &[], arithmetic::region_bounds_contradict),
    firm(RuleId::OrphanedUnit, &[Units], units::orphaned_unit),
    firm(RuleId::ZonesOverlap, &[Units], units::zones_overlap),
    always(RuleId::SplitUnit, Error, units::split_unit),
    Rule {
        name: RuleId::DecidedMergerSplit,
        severity: Error,
        always: true,
        firm: false,
        needs: &[Units, DECIDED],
        check: groups::decided_merger_split,
    },
    asked(RuleId::ExpectedMergerSplit, Warning, &[Units, EXPECTED], groups::expected_merger_split),
    asked(RuleId::ZoneNotContiguous, Error, &[Units], zones::zone_not_contiguous),
    Rule {
        name: RuleId::ZoneInPieces,
        severity: Info,
        always: true,
        firm: false,
        needs: &[Units, MapParts],
        check: pieces::zone_in_pieces,
    },
    asked(RuleId::ZoneSurroundsOthers, Warning, &[Units, Outside], zones::zone_surrounds_others),
    asked(RuleId::ZoneBelowMinimumPopulation, Error, &[Units, ZONE_MINIMUM], exceptions::zone_below_minimum),
    asked(RuleId::ZoneAboveMaximumPopulation, Error, &[Units, ZONE_MAXIMUM], exceptions::zone_above_maximum),
    asked(RuleId::WrongNumberOfZones, Warning, &[Units, ZONE_COUNT], units::wrong_number_of_zones),
    asked(RuleId::ZoneCrossesGroup, Error, &[Units, Families], groups::zone_crosses_group),
    asked(RuleId::GroupStraddlesZones, Error, &[Units, Families], groups::group_straddles_zones),
    asked(RuleId::GroupNotAligned, Warning, &[Units, Families], groups::group_not_aligned),
    asked(RuleId::NetworkCut, Warning, &[Units, Families], groups::network_cut),
    asked(RuleId::AffinityCut, Warning, &[Units, Families], groups::affinity_cut),
    asked(RuleId::ZoneWithoutRegion, Error, &[Units, Regions], regions::zone_without_region),
    asked(RuleId::ZoneInSeveralRegions, Error, &[Units, Regions], regions::zone_in_several_regions),
    asked(
        RuleId::RegionBelowMinimumPopulation,
        Error,
        &[Units, Regions, REGION_MINIMUM],
        regions::below_minimum,
    ),
    asked(
        RuleId::RegionAboveMaximumPopulation,
        Error,
        &[Units, Regions, REGION_MAXIMUM],
        regions::above_maximum,
    ),
    asked(RuleId::RegionWithTooFewZones, Error, &[Units, Regions, ZONES_MINIMUM], regions::too_few_zones),
    asked(RuleId::RegionWithTooManyZones, Error, &[Units, Regions, ZONES_MAXIMUM], regions::too_many_zones),
    asked(RuleId::RegionNotContiguous, Error, &[Units, Regions], regions::not_contiguous),
    asked(RuleId::WrongNumberOfRegions, Warning, &[Units, Regions, REGION_COUNT], regions::wrong_number),
    asked(
        RuleId::GroupInSeveralRegions,
        Error,
        &[Units, Regions, Families],
        groups::group_in_several_regions,
    ),
    asked(
        RuleId::PopulationOlderThanPlan,
        Warning,
        &[PlanDate, CountDate],
        regions::population_older_than_plan,
    ),
    always(RuleId::ExceptionExceeded, Error, exceptions::exception_exceeded),
    always(RuleId::ExceptionWithoutReason, Error, |_, _, _| {}),
    always(RuleId::ExceptionExpired, Error, |_, _, _| {}),
    always(RuleId::ExceptionUsed, Info, |_, _, _| {}),
];

/// All that the rules say.
pub fn judge(world: &World) -> Judgement {
    let look = Look::new(world);
    let mut judgement = Judgement::default();
    let mut tray = Tray::default();
    for rule in RULES {
        let is_named = world.problem.profile.rules.contains_key(&rule.name);
        let asks_nothing = rule.needs.iter().any(|need| {
            matches!(need, Merger(_) | Pins | Limits) && need.missing(&look, rule.name).is_some()
        });
        if weight(world, rule).is_none() || asks_nothing && !is_named {
            judgement.not_asked.push(rule.name);
            continue;
        }
        match rule.needs.iter().find_map(|need| need.missing(&look, rule.name)) {
            Some(why) => tray.open.push((rule.name, Who::Plan, why)),
            None => {
                judgement.checked.push(rule.name);
                (rule.check)(&look, rule.name, &mut tray);
            }
        }
    }
    let checked: BTreeSet<RuleId> = judgement.checked.iter().copied().collect();
    exceptions::settle(&look, &mut tray);
    for said in tray.broken {
        let rule = RULES.iter().find(|rule| rule.name == said.rule).unwrap();
        if let Some(severity) = weight(world, rule).filter(|_| checked.contains(&rule.name)) {
            judgement.findings.push(Verdict {
                rule: said.rule.name().to_owned(),
                severity: said.severity.unwrap_or(severity),
                subject: said.who.words(&look),
                found: said.found,
                required: said.required,
            });
        }
    }
    let open = tray.open.into_iter().filter(|(rule, ..)| is_asked(world, *rule));
    judgement.open = open.map(|(rule, who, why)| (rule.name().to_owned(), who.words(&look), why)).collect();
    judgement
}

/// What a finding of a rule weighs; `None` where the rule is not asked for.
fn weight(world: &World, rule: &Rule) -> Option<Severity> {
    if rule.firm {
        return Some(Error);
    }
    let counted = rule.name == RuleId::WrongNumberOfZones && !world.problem.zone_count.is_free();
    by_profile(world, rule).or(counted.then_some(Error))
}

/// What a finding of a rule weighs by the profile; `None` where that does not ask for it.
fn by_profile(world: &World, rule: &Rule) -> Option<Severity> {
    match world.problem.profile.rules.get(&rule.name).map(|setting| setting.weight) {
        Some(Some(RuleWeight::Off)) => None,
        Some(Some(RuleWeight::Finding(severity))) => Some(severity),
        Some(None) => Some(rule.severity),
        None if rule.always => Some(rule.severity),
        None => None,
    }
}

/// What the profile makes a finding of a rule weigh.
pub fn weight_by_profile(world: &World, name: RuleId) -> Option<Severity> {
    RULES.iter().find(|rule| rule.name == name).and_then(|rule| by_profile(world, rule))
}

/// Whether a rule is asked for.
pub fn is_asked(world: &World, name: RuleId) -> bool {
    RULES.iter().any(|rule| rule.name == name && weight(world, rule).is_some())
}

/// What a finding of a rule weighs.
pub fn weighs(world: &World, name: RuleId) -> Option<Severity> {
    RULES.iter().find(|rule| rule.name == name).and_then(|rule| weight(world, rule))
}

/// What the profile says of a rule.
pub fn setting(look: &Look, rule: RuleId) -> RuleSetting {
    look.world.problem.profile.rules.get(&rule).cloned().unwrap_or_default()
}

impl Need {
    fn missing(self, look: &Look, rule: RuleId) -> Option<String> {
        let (world, units) = (look.world, look.units());
        let territory = &world.territory;
        let plan = world.plan.holdings.len();
        let families = setting(look, rule).families;
        let (broken, why) = match self {
            Units => (plan != units, format!("plan over {plan} of {units}")),
            MapParts => (world.parts.is_none(), "no map".to_owned()),
            Outside => (!world.knows_outside, "no outside".to_owned()),
            Families if families.is_empty() => (true, "no family named".to_owned()),
            Families => {
                let known = territory.families.iter().any(|family| families.contains(&family.name));
                (!known, format!("no family {families:?}"))
            }
            Regions => (look.regions().is_empty(), "no regions".to_owned()),
            PlanDate => (world.plan.date.is_none(), "no plan date".to_owned()),
            CountDate => (territory.population_date.is_none(), "no population date".to_owned()),
            Merger(status) => {
                let any = territory.planned_mergers.iter().any(|merger| merger.status == status);
                (!any, "no mergers".to_owned())
            }
            Pins => (world.problem.pins.is_empty(), "no pins".to_owned()),
            Limits => (world.problem.limits.is_empty(), "no limits".to_owned()),
            Number(is_set) => (!is_set(&world.problem), "no number".to_owned()),
        };
        broken.then_some(why)
    }
}

impl Who {
    pub fn words(&self, look: &Look) -> String {
        match self {
            Self::Rules => format!("rules {}", look.world.problem.profile.name),
            Self::Plan => "plan".to_owned(),
            Self::Unit(unit) => format!("unit {unit}"),
            Self::Zone(zone) => format!("zone {zone}"),
            Self::Region(name) => format!("region {name}"),
            Self::Group(family, name) => format!("group {family}/{name}"),
            Self::Merger(name) => format!("merger {name}"),
            Self::Fixed(number) => format!("fixed f{number}"),
            Self::Pin(number) => format!("pin p{number}"),
        }
    }
}

impl Tray {
    pub fn say(&mut self, rule: RuleId, who: Who, found: impl Into<String>, required: impl Into<String>) {
        let (found, required) = (found.into(), required.into());
        self.broken.push(Broken { rule, who, found, required, severity: None });
    }

    /// Says it, and that it weighs so much.
    pub fn say_as(&mut self, severity: Severity, rule: RuleId, found: String, required: String) {
        self.broken.push(Broken { rule, who: Who::Plan, found, required, severity: Some(severity) });
    }

    pub fn leave_open(&mut self, rule: RuleId, who: Who, why: String) {
        self.open.push((rule, who, why));
    }
}
