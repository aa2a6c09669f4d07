use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use super::share::listed;
use super::{RuleId, Subject, UnitLabel};
use zonewerk_core::words::{Language, Value, say};

/// A check that was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// The rule.
    pub rule: RuleId,
    /// What it would have been about.
    pub subject: Subject,
    /// Why not.
    pub why: Why,
}

/// Why a check was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Why {
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
    /// of those it holds is not known, and they were taken to hang together.
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
    /// What the plan comes to in a goal rests on where these units lie, and they lie in no zone
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

impl Why {
    /// The reason in words.
    pub fn words(&self, language: Language) -> String {
        let say = |message, values: &[(&'static str, Value)]| say(language, message, values);
        let units = |units: &[UnitLabel]| ("units", Value::from(listed(language, units)));
        match self {
            Self::PlanOverOtherUnits { plan, territory } => say(
                "why-plan-over-other-units",
                &[("units", (*plan).into()), ("territory", (*territory).into())],
            ),
            Self::PartPopulationUnknown(parts) => say("why-part-population-unknown", &[units(parts)]),
            Self::PartBordersUnknown(parts) => say("why-part-borders-unknown", &[units(parts)]),
            Self::MapPartsUnknown => say("why-map-parts-unknown", &[]),
            Self::OuterBorderUnknown => say("why-outer-border-unknown", &[]),
            Self::MapPartsNotMatched(parts) => say("why-map-parts-not-matched", &[units(parts)]),
            Self::PartsNotMatched(parts) => say("why-parts-not-matched", &[units(parts)]),
            Self::NoFamily(families) => say("why-no-family", &[("family", families.join(" / ").into())]),
            Self::NoFamilyNamed => say("why-no-family-named", &[]),
            Self::UnitsInNoGroup(number) => say("why-units-in-no-group", &[("units", (*number).into())]),
            Self::NoRegions => say("why-no-regions", &[]),
            Self::NoMergers => say("why-no-mergers", &[]),
            Self::NoPins => say("why-no-pins", &[]),
            Self::NoLimits => say("why-no-limits", &[]),
            Self::NotInOneZone { goal, units: parted } => {
                say("why-not-in-one-zone", &[("goal", goal.as_str().into()), units(parted)])
            }
            Self::NoPlanDate => say("why-no-plan-date", &[]),
            Self::NoPopulationDate => say("why-no-population-date", &[]),
            Self::NoNumber => say("why-no-number", &[]),
        }
    }
}

impl NotChecked {
    /// Subject and reason, in words.
    pub fn words(&self, language: Language) -> String {
        let values =
            [("subject", self.subject.words(language).into()), ("why", self.why.words(language).into())];
        say(language, "not-checked", &values)
    }
}

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}
