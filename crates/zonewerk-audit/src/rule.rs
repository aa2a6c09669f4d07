use std::fmt;

use super::NotCheckedReason;
use super::finding_record::Record;
use super::plan_facts::Facts;
use zonewerk_core::problem::{Parameter, RuleId, RuleSetting};
use zonewerk_core::territory::MergerStatus;
use zonewerk_core::words::Words;

/// One rule: what it asks in words, and how it is checked. Its name, subject and parameters are
/// declared with its [`RuleId`]; where it is written, and with what numbers, is the profile's to
/// say.
pub struct Rule {
    /// Which rule it is.
    pub id: RuleId,
    /// The rule in one sentence.
    pub summary: Words,
    /// What it means, in a few sentences.
    pub explanation: Words,
    /// What must be there before the rule can be checked.
    pub(super) needs: &'static [Need],
    pub(super) check: fn(&Facts, &mut Record),
}

/// What must be there before a rule can be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A plan over the units of the territory.
    Units,
    /// A graph that knows the separate parts of units on the map.
    MapParts,
    /// A graph that knows which units lie at the outside of the territory.
    OuterBorder,
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
    /// Pins of the scenario.
    Pins,
    /// Limits on goals.
    Limits,
    /// A number that the profile sets.
    Number(Parameter),
}

impl Rule {
    /// Why the rule cannot be checked at all, where it cannot.
    pub(super) fn obstacle(&self, facts: &Facts, setting: &RuleSetting) -> Option<NotCheckedReason> {
        self.needs.iter().find_map(|need| need.obstacle(facts, setting))
    }

    /// Whether the scenario asks for nothing that the rule could be broken by.
    pub(super) fn is_idle(&self, facts: &Facts, setting: &RuleSetting) -> bool {
        let asked =
            self.needs.iter().filter(|need| matches!(need, Need::Merger(_) | Need::Pins | Need::Limits));
        asked.into_iter().any(|need| need.obstacle(facts, setting).is_some())
    }
}

impl Need {
    fn obstacle(self, facts: &Facts, setting: &RuleSetting) -> Option<NotCheckedReason> {
        let (plan, territory) = (facts.plan.holdings.len(), facts.territory.units().len());
        match self {
            Self::Units => {
                (plan != territory).then_some(NotCheckedReason::PlanOverOtherUnits { plan, territory })
            }
            Self::MapParts => facts.graph.map_parts().is_none().then_some(NotCheckedReason::MapPartsUnknown),
            Self::OuterBorder => {
                (!facts.graph.has_outer_border()).then_some(NotCheckedReason::OuterBorderUnknown)
            }
            Self::Families if setting.families.is_empty() => Some(NotCheckedReason::NoFamilyNamed),
            Self::Families => {
                let families = &facts.territory.families;
                let any = families.iter().any(|family| setting.families.contains(&family.name));
                (!any).then(|| NotCheckedReason::NoFamily(setting.families.clone()))
            }
            Self::Regions => facts.regions.is_empty().then_some(NotCheckedReason::NoRegions),
            Self::PlanDate => facts.plan.date.is_none().then_some(NotCheckedReason::NoPlanDate),
            Self::PopulationDate => {
                facts.territory.population_date.is_none().then_some(NotCheckedReason::NoPopulationDate)
            }
            Self::Merger(status) => {
                let mergers = &facts.territory.planned_mergers;
                (!mergers.iter().any(|merger| merger.status == status)).then_some(NotCheckedReason::NoMergers)
            }
            Self::Pins => facts.problem.pins.is_empty().then_some(NotCheckedReason::NoPins),
            Self::Limits => facts.problem.limits.is_empty().then_some(NotCheckedReason::NoLimits),
            Self::Number(parameter) => (!facts.has_number(parameter)).then_some(NotCheckedReason::NoNumber),
        }
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Rule({})", self.id)
    }
}
