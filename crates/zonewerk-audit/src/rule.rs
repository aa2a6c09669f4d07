use std::fmt;

use super::facts::Facts;
use super::record::Record;
use super::{SubjectKind, Why};
use zonewerk_core::problem::{RuleSetting, Severity};
use zonewerk_core::territory::MergerStatus;
use zonewerk_core::words::Words;

/// One rule: what it is called, what it asks, how it is checked. Where it is written, and
/// with what numbers, is the profile's to say.
pub struct Rule {
    /// Kebab-case name that states the fault; it is the rule's identity.
    pub name: &'static str,
    /// What a finding is about.
    pub about: SubjectKind,
    /// How much a finding weighs, unless the profile says otherwise.
    pub severity: Severity,
    /// Whether it holds without being asked for.
    pub standing: Standing,
    /// What a profile can set for it.
    pub parameters: &'static [Parameter],
    /// The rule in one sentence.
    pub summary: Words,
    /// What it means, in a few sentences.
    pub explanation: Words,
    /// What must be there before the rule can be checked.
    pub(super) needs: &'static [Need],
    pub(super) check: fn(&Facts, &mut Record),
}

/// Whether a rule holds without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In every profile: it follows from what a plan is, or from the scenario itself.
    Always,
    /// In the profiles that name it.
    WhenAsked,
}

/// What a profile can set for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Parameter {
    /// Fewest inhabitants of a zone.
    ZoneMinimum,
    /// Most inhabitants of a zone.
    ZoneMaximum,
    /// Number of zones.
    ZoneCount,
    /// Fewest inhabitants of a region.
    RegionMinimum,
    /// Most inhabitants of a region.
    RegionMaximum,
    /// Number of regions.
    RegionCount,
    /// Fewest zones of a region.
    RegionZonesMinimum,
    /// Most zones of a region.
    RegionZonesMaximum,
    /// The families of groups it is about.
    Families,
    /// Units that it leaves alone.
    Except,
    /// How strictly it is read.
    Reading,
    /// How many months it allows.
    Months,
}

/// What must be there before a rule can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A plan over the units of the territory.
    Units,
    /// A graph over the units of the territory.
    Graph,
    /// At least one of the families that the profile names.
    Families,
    /// A plan that names regions.
    Regions,
    /// A plan with a date.
    PlanDate,
    /// The day the inhabitants were counted.
    PopulationDate,
    /// A merger of this status.
    Merger(MergerStatus),
    /// A number that the profile sets.
    Number(Parameter),
}

impl Parameter {
    /// The keys of a profile that set it: `levels.zone.minimum`, or one in the rule's table.
    pub fn key(self) -> &'static str {
        match self {
            Self::ZoneMinimum => "levels.zone.minimum",
            Self::ZoneMaximum => "levels.zone.maximum",
            Self::ZoneCount => "levels.zone.count_minimum, levels.zone.count_maximum",
            Self::RegionMinimum => "levels.region.minimum",
            Self::RegionMaximum => "levels.region.maximum",
            Self::RegionCount => "levels.region.count_minimum, levels.region.count_maximum",
            Self::RegionZonesMinimum => "levels.region.zones_minimum",
            Self::RegionZonesMaximum => "levels.region.zones_maximum",
            Self::Families => "families",
            Self::Except => "except",
            Self::Reading => "reading",
            Self::Months => "months",
        }
    }

    /// What it sets.
    pub fn meaning(self) -> Words {
        let words = |en, nl| Words { en, nl };
        match self {
            Self::ZoneMinimum => words("fewest inhabitants of a zone", "minste inwoners van een zone"),
            Self::ZoneMaximum => words("most inhabitants of a zone", "meeste inwoners van een zone"),
            Self::ZoneCount => words("number of zones of a plan", "aantal zones van een plan"),
            Self::RegionMinimum => words("fewest inhabitants of a region", "minste inwoners van een regio"),
            Self::RegionMaximum => words("most inhabitants of a region", "meeste inwoners van een regio"),
            Self::RegionCount => words("number of regions of a plan", "aantal regio's van een plan"),
            Self::RegionZonesMinimum => words("fewest zones of a region", "minste zones van een regio"),
            Self::RegionZonesMaximum => words("most zones of a region", "meeste zones van een regio"),
            Self::Families => words(
                "names of the families of groups it is about",
                "namen van de families van groepen waarover het gaat",
            ),
            Self::Except => words(
                "codes of the units that it leaves alone",
                "codes van de eenheden die buiten de regel vallen",
            ),
            Self::Reading => words("\"strict\" or \"weak\"", "\"strict\" (streng) of \"weak\" (zwak)"),
            Self::Months => words("how many months it allows", "hoeveel maanden zijn toegestaan"),
        }
    }
}

impl Rule {
    /// Why the rule cannot be checked at all, where it cannot.
    pub(super) fn obstacle(&self, facts: &Facts, setting: &RuleSetting) -> Option<Why> {
        self.needs.iter().find_map(|need| need.obstacle(facts, setting))
    }
}

impl Need {
    fn obstacle(self, facts: &Facts, setting: &RuleSetting) -> Option<Why> {
        let (plan, territory) = (facts.plan.holdings.len(), facts.territory.units().len());
        let graph = facts.graph.len();
        match self {
            Self::Units => (plan != territory).then_some(Why::PlanOverOtherUnits { plan, territory }),
            Self::Graph => (graph != territory).then_some(Why::GraphOverOtherUnits { graph, territory }),
            Self::Families if setting.families.is_empty() => Some(Why::NoFamilyNamed),
            Self::Families => {
                let families = &facts.territory.families;
                let any = families.iter().any(|family| setting.families.contains(&family.name));
                (!any).then(|| Why::NoFamily(setting.families.clone()))
            }
            Self::Regions => facts.regions.is_empty().then_some(Why::NoRegions),
            Self::PlanDate => facts.plan.date.is_none().then_some(Why::NoPlanDate),
            Self::PopulationDate => {
                facts.territory.population_date.is_none().then_some(Why::NoPopulationDate)
            }
            Self::Merger(status) => {
                let mergers = &facts.territory.planned_mergers;
                (!mergers.iter().any(|merger| merger.status == status)).then_some(Why::NoMergers)
            }
            Self::Number(parameter) => (!facts.has_number(parameter)).then_some(Why::NoNumber),
        }
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.name)
    }
}
