use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::share::listed;
use super::{RuleId, Subject, UnitLabel};
use zonewerk_core::words::{Language, say};

/// A check that was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// The rule.
    pub rule: RuleId,
    /// What it would have been about.
    pub subject: Subject,
    /// Why not.
    pub why: NotCheckedReason,
}

/// Why a check was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum NotCheckedReason {
    /// The plan speaks of another number of units than the territory has.
    PlanOverOtherUnits {
        /// Units of the plan.
        plan: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// The zone or region holds parts of these units whose population is not known.
    PartPopulationUnknown(Vec<UnitLabel>),
    /// The zone or region holds parts of these units, and where a part ends is not known: it
    /// was taken to touch every neighbour of its unit.
    PartBordersUnknown(Vec<UnitLabel>),
    /// Which units lie in several separate parts on the map is not known: the graph was not made
    /// from a map.
    MapPartsUnknown,
    /// Which units lie at the outside of the territory is not known: the graph does not say how
    /// much border they share with no other unit.
    OuterBorderUnknown,
    /// The zone holds parts of these units, which lie in several separate parts on the map; which
    /// of those it holds is not known, and they were taken to be connected.
    MapPartsNotMatched(Vec<UnitLabel>),
    /// Whether the parts of these units that a group holds are those that a zone holds is
    /// not known.
    PartsNotMatched(Vec<UnitLabel>),
    /// The scenario has none of these families.
    NoFamily(Vec<String>),
    /// The profile does not say which families are meant.
    NoFamilyNamed,
    /// So many units lie in no group of the families.
    UnitsInNoGroup(usize),
    /// The plan names no regions.
    NoRegions,
    /// The scenario has no mergers of that kind.
    NoMergers,
    /// The scenario has no pins.
    NoPins,
    /// The scenario sets no limits.
    NoLimits,
    /// The value of the plan in a goal depends on where these units lie, and they lie in no zone
    /// or in several.
    NotInOneZone {
        /// The goal, as it is written in a scenario.
        goal: String,
        /// The units.
        units: Vec<UnitLabel>,
    },
    /// The plan has no date.
    NoPlanDate,
    /// The day the inhabitants were counted is not known.
    NoPopulationDate,
    /// The profile sets no number.
    NoNumber,
}

impl NotCheckedReason {
    /// The reason in words.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::PlanOverOtherUnits { plan, territory } => {
                say!(language, "why-plan-over-other-units", units = *plan, territory = *territory)
            }
            Self::PartPopulationUnknown(parts) => {
                say!(language, "why-part-population-unknown", units = listed(language, parts))
            }
            Self::PartBordersUnknown(parts) => {
                say!(language, "why-part-borders-unknown", units = listed(language, parts))
            }
            Self::MapPartsUnknown => say!(language, "why-map-parts-unknown"),
            Self::OuterBorderUnknown => say!(language, "why-outer-border-unknown"),
            Self::MapPartsNotMatched(parts) => {
                say!(language, "why-map-parts-not-matched", units = listed(language, parts))
            }
            Self::PartsNotMatched(parts) => {
                say!(language, "why-parts-not-matched", units = listed(language, parts))
            }
            Self::NoFamily(families) => say!(language, "why-no-family", family = families.join(" / ")),
            Self::NoFamilyNamed => say!(language, "why-no-family-named"),
            Self::UnitsInNoGroup(number) => say!(language, "why-units-in-no-group", units = *number),
            Self::NoRegions => say!(language, "why-no-regions"),
            Self::NoMergers => say!(language, "why-no-mergers"),
            Self::NoPins => say!(language, "why-no-pins"),
            Self::NoLimits => say!(language, "why-no-limits"),
            Self::NotInOneZone { goal, units: parted } => {
                say!(language, "why-not-in-one-zone", goal = goal, units = listed(language, parted))
            }
            Self::NoPlanDate => say!(language, "why-no-plan-date"),
            Self::NoPopulationDate => say!(language, "why-no-population-date"),
            Self::NoNumber => say!(language, "why-no-number"),
        }
    }
}

impl NotChecked {
    /// Subject and reason, in words.
    pub fn words(&self, language: Language) -> String {
        say!(language, "not-checked", subject = self.subject.words(language), why = self.why.words(language))
    }
}

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

impl fmt::Display for NotCheckedReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}
