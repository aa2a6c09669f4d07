use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;

use zonewerk_audit::Parameter;
use zonewerk_core::problem::{CountBounds, PopulationBounds, Profile, RuleSetting};

/// What a profile sets; it displays as the profile file writes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Value {
    Number(u64),
    Word(&'static str),
    Names(Vec<String>),
}

/// The keys that set a parameter, each with its value where the profile sets one.
pub(super) fn values(
    parameter: Parameter,
    profile: &Profile,
    setting: Option<&RuleSetting>,
) -> Vec<(&'static str, Option<Value>)> {
    let (zone, region) = (profile.zone, profile.region);
    let values = match parameter {
        Parameter::ZoneMinimum => vec![minimum(zone.population)],
        Parameter::ZoneMaximum => vec![maximum(zone.population)],
        Parameter::ZoneCount => ends(zone.count),
        Parameter::RegionMinimum => vec![minimum(region.population)],
        Parameter::RegionMaximum => vec![maximum(region.population)],
        Parameter::RegionCount => ends(region.count),
        Parameter::RegionZonesMinimum => vec![region.zones.minimum().map(Value::Number)],
        Parameter::RegionZonesMaximum => vec![region.zones.maximum().map(Value::Number)],
        Parameter::Families => vec![setting.and_then(|setting| names(&setting.families))],
        Parameter::Except => vec![setting.and_then(|setting| names(&setting.except))],
        Parameter::Reading => {
            vec![setting.and_then(|setting| setting.reading).map(|reading| Value::Word(reading.name()))]
        }
        Parameter::Months => {
            vec![setting.and_then(|setting| setting.months).map(|months| Value::Number(months.into()))]
        }
    };
    keys(parameter).zip(values).collect()
}

/// The keys that set a parameter, each by itself.
pub(super) fn keys(parameter: Parameter) -> impl Iterator<Item = &'static str> {
    parameter.key().split(", ")
}

/// The numbers of a profile that hold for all its rules.
pub(super) const NUMBERS: [Parameter; 8] = [
    Parameter::ZoneMinimum,
    Parameter::ZoneMaximum,
    Parameter::ZoneCount,
    Parameter::RegionMinimum,
    Parameter::RegionMaximum,
    Parameter::RegionCount,
    Parameter::RegionZonesMinimum,
    Parameter::RegionZonesMaximum,
];

/// What is set of those, by key.
pub(super) fn numbers(profile: &Profile) -> Vec<(&'static str, Value)> {
    let values = NUMBERS.into_iter().flat_map(|number| values(number, profile, None));
    values.filter_map(|(key, value)| Some((key, value?))).collect()
}

fn minimum(bounds: PopulationBounds) -> Option<Value> {
    Some(bounds.minimum()).filter(|minimum| *minimum > 0).map(Value::Number)
}

fn maximum(bounds: PopulationBounds) -> Option<Value> {
    bounds.maximum().map(Value::Number)
}

fn ends(count: CountBounds) -> Vec<Option<Value>> {
    vec![count.minimum().map(Value::Number), count.maximum().map(Value::Number)]
}

fn names(names: &[String]) -> Option<Value> {
    (!names.is_empty()).then(|| Value::Names(names.to_vec()))
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Word(word) => write!(f, "{word:?}"),
            Self::Names(names) => {
                let quoted: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
                write!(f, "[{}]", quoted.join(", "))
            }
        }
    }
}
