use std::fmt;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::UnitLabel;
use super::found::goal_amount;
use super::share::listed;
use zonewerk_core::problem::{CountBounds, GroupReading, PopulationBounds};
use zonewerk_core::words::{self, Language, say};

/// What a rule requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "kind", content = "value", rename_all = "kebab-case", rename_all_fields = "snake_case")]
pub enum Required {
    /// As many units as the territory has.
    Units(usize),
    /// To lie in exactly one zone.
    OneZone,
    /// To lie in exactly one region.
    OneRegion,
    /// A zone of the plan, which has this many.
    KnownZone {
        /// Number of zones of the plan.
        zones: usize,
    },
    /// At least this many inhabitants.
    Minimum(u64),
    /// At most this many inhabitants.
    Maximum(u64),
    /// The bounds of an exception.
    ExceptionBounds {
        /// The bounds of the exception.
        bounds: PopulationBounds,
        /// The exception.
        exception: ExceptionNote,
    },
    /// What the rule that an exception waives would require.
    UnlessExcepted {
        /// What it would require.
        required: Box<Required>,
        /// The exception.
        exception: ExceptionNote,
    },
    /// An exception with a reason.
    Reason(ExceptionNote),
    /// An exception that holds on this day.
    InForceOn(Date, ExceptionNote),
    /// As many inhabitants as the unit has.
    UnitPopulation(u64),
    /// One connected part.
    OnePart,
    /// One piece on the map.
    OnePiece,
    /// Nothing that lies wholly inside.
    NothingInside,
    /// At least one unit.
    AnyUnit,
    /// A name of its own.
    OwnName,
    /// Exactly the units of a fixed zone.
    FixedUnits {
        /// Number of its units.
        units: usize,
        /// Why it is given.
        reason: String,
    },
    /// These units in one zone.
    Together(Vec<UnitLabel>),
    /// These units in as many zones as they are.
    Apart(Vec<UnitLabel>),
    /// A zone that holds some units, and none of some others.
    PinnedZone {
        /// Name of the zone in the scenario.
        name: String,
        /// The units that it holds.
        holds: Vec<UnitLabel>,
        /// The units that stay out of it.
        without: Vec<UnitLabel>,
    },
    /// At most so much of what a goal counts.
    AtMost {
        /// The most.
        most: u64,
        /// What it is counted in.
        unit: String,
    },
    /// To hold zones whole or lie inside one.
    Laminar(GroupReading),
    /// To consist of whole zones.
    WholeZones,
    /// To lie inside one group of these families.
    OneGroup(Vec<String>),
    /// So many zones.
    Zones(CountBounds),
    /// So many regions.
    Regions(CountBounds),
    /// A count of inhabitants at most so many months before the plan.
    CountedAtMost {
        /// How many months.
        months: u32,
        /// The first day of the plan.
        before: Date,
    },
    /// Numbers that go together: the nearest that do, each with the others as they are.
    Numbers {
        /// Another number of areas; `None` where none will do.
        count: Option<CountBounds>,
        /// Other inhabitants of each; `None` where none will do.
        each: Option<CountBounds>,
    },
    /// At least so many zones in all, or at most.
    ZonesInAll(CountBounds),
}

/// An exception, as a finding refers to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ExceptionNote {
    /// Number in the problem, counted from 1.
    pub number: usize,
    /// Why it was made.
    pub reason: Option<String>,
    /// Legal ground, where the scenario names one.
    pub legal_ground: Option<String>,
}

impl Required {
    /// What is required, in words.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Units(units) => say!(language, "required-units", units = *units),
            Self::OneZone => say!(language, "required-one-zone"),
            Self::OneRegion => say!(language, "required-one-region"),
            Self::KnownZone { zones } => say!(language, "required-known-zone", zones = *zones),
            Self::Minimum(people) => say!(language, "required-minimum", people = *people),
            Self::Maximum(people) => say!(language, "required-maximum", people = *people),
            Self::ExceptionBounds { bounds, exception } => {
                let bounds =
                    words::bounds(language, Some(bounds.minimum()), bounds.maximum()).unwrap_or_default();
                say!(
                    language,
                    "required-by-exception",
                    bounds = bounds,
                    exception = exception.words(language)
                )
            }
            Self::UnlessExcepted { required, exception } => {
                let required = required.words(language);
                say!(
                    language,
                    "required-unless-excepted",
                    required = required,
                    exception = exception.words(language)
                )
            }
            Self::Reason(exception) => {
                say!(language, "required-reason", exception = exception.words(language))
            }
            Self::InForceOn(day, exception) => {
                let exception = exception.words(language);
                say!(language, "required-in-force", day = day.to_string(), exception = exception)
            }
            Self::UnitPopulation(people) => say!(language, "required-unit-population", people = *people),
            Self::OnePart => say!(language, "required-one-part"),
            Self::OnePiece => say!(language, "required-one-piece"),
            Self::NothingInside => say!(language, "required-nothing-inside"),
            Self::AnyUnit => say!(language, "required-any-unit"),
            Self::OwnName => say!(language, "required-own-name"),
            Self::FixedUnits { units, reason } => {
                say!(language, "required-fixed-units", units = *units, reason = reason.as_str())
            }
            Self::Together(units) => say!(language, "required-together", units = listed(language, units)),
            Self::Apart(units) => say!(language, "required-apart", units = listed(language, units)),
            Self::PinnedZone { name, holds, without } => {
                let units = listed(language, holds);
                if without.is_empty() {
                    return say!(language, "required-pinned-zone", zone = name, units = units);
                }
                let without = listed(language, without);
                say!(language, "required-pinned-zone-without", zone = name, units = units, without = without)
            }
            Self::AtMost { most, unit } => {
                say!(language, "required-at-most", amount = goal_amount(language, *most, unit))
            }
            Self::Laminar(GroupReading::Strict) => say!(language, "required-laminar-strict"),
            Self::Laminar(GroupReading::Weak) => say!(language, "required-laminar-weak"),
            Self::WholeZones => say!(language, "required-whole-zones"),
            Self::OneGroup(families) => say!(language, "required-one-group", family = families.join(" / ")),
            Self::Zones(bounds) => say!(language, "required-zones", count = count_words(language, *bounds)),
            Self::Regions(bounds) => {
                say!(language, "required-regions", count = count_words(language, *bounds))
            }
            Self::CountedAtMost { months, before } => {
                let months = u64::from(*months);
                say!(language, "required-counted", months = months, day = before.to_string())
            }
            Self::Numbers { count, each } => {
                let number = |bounds: CountBounds| count_words(language, bounds);
                match (*count, *each) {
                    (Some(count), Some(each)) => {
                        say!(language, "required-count-or-each", count = number(count), each = number(each))
                    }
                    (Some(count), None) => say!(language, "required-count", count = number(count)),
                    (None, Some(each)) => say!(language, "required-each", each = number(each)),
                    (None, None) => say!(language, "required-other-numbers"),
                }
            }
            Self::ZonesInAll(bounds) => {
                say!(language, "required-zones-in-all", count = count_words(language, *bounds))
            }
        }
    }
}

impl ExceptionNote {
    pub(super) fn words(&self, language: Language) -> String {
        let number = self.number;
        match (&self.reason, &self.legal_ground) {
            (Some(reason), Some(ground)) => say!(
                language,
                "exception-grounded",
                number = number,
                reason = reason.as_str(),
                ground = ground.as_str()
            ),
            (Some(reason), None) => {
                say!(language, "exception", number = number, reason = reason.as_str())
            }
            (None, _) => say!(language, "exception-bare", number = number),
        }
    }
}

impl fmt::Display for Required {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(Language::English))
    }
}

fn count_words(language: Language, count: CountBounds) -> String {
    match (count.minimum(), count.maximum()) {
        (Some(minimum), Some(maximum)) if minimum == maximum => {
            say!(language, "count-exactly", minimum = minimum)
        }
        (minimum, maximum) => {
            words::bounds(language, minimum, maximum).unwrap_or_else(|| say!(language, "count-any"))
        }
    }
}
