//! Why a search ended, in each language.

use super::infeasibility::explain;
use super::reading::{drawn, others};
use zonewerk_core::graph::Graph;
use zonewerk_core::words::{Language, say};
use zonewerk_io::Scenario;
use zonewerk_solve::{DesignOrder, NotTaken, Stopped};

/// Why a search ended, as a clause: `the time limit was reached`.
pub(super) fn stopped_words(
    stopped: &Stopped,
    scenario: &Scenario,
    graph: &Graph,
    language: Language,
) -> String {
    match stopped {
        Stopped::TimeLimit => say!(language, "stop-time"),
        Stopped::Interrupted => say!(language, "stop-interrupted"),
        Stopped::TooManyZones { limit } => say!(language, "stop-zones", limit = *limit),
        Stopped::TooManyRegions { limit } => say!(language, "stop-regions", limit = *limit),
        Stopped::OneAfterTheOther { order: DesignOrder::RegionsFirst } => {
            say!(language, "stop-regions-first")
        }
        Stopped::OneAfterTheOther { .. } => say!(language, "stop-zones-first"),
        Stopped::NothingFits { order: DesignOrder::RegionsFirst } => say!(language, "stop-no-zones-fit"),
        Stopped::NothingFits { .. } => say!(language, "stop-no-regions-fit"),
        Stopped::NoneContiguous { why, beyond, contiguous } => say!(
            language,
            "stop-beyond",
            drawn = drawn(beyond, *contiguous, language),
            why = explain(why, scenario, graph, language).sentence,
            others = others(scenario, beyond, language),
        ),
        Stopped::UnclearExceptions { .. } => say!(language, "stop-exceptions"),
        Stopped::NotInThisEngine { what } => say!(language, "stop-engine", what = not_taken(what, language)),
        Stopped::CostsTooLarge => say!(language, "stop-costs"),
        Stopped::SearchEnded => say!(language, "stop-search"),
        Stopped::Rounding => say!(language, "stop-rounding"),
        Stopped::SolverFailed { message } => say!(language, "stop-solver", message = message),
    }
}

fn not_taken(what: &NotTaken, language: Language) -> String {
    match what {
        NotTaken::ZonesApart => say!(language, "engine-zones-apart"),
        NotTaken::DrawnRegions => say!(language, "engine-drawn-regions"),
        NotTaken::DrawnRegionsOfZonesApart => say!(language, "engine-drawn-regions-apart"),
        NotTaken::PartOfDrawnRegions => say!(language, "engine-part-of-drawn-regions"),
        NotTaken::Regions => say!(language, "engine-regions"),
        NotTaken::ContiguousRegions => say!(language, "engine-contiguous-regions"),
        NotTaken::NumberOfRegions => say!(language, "engine-number-of-regions"),
        NotTaken::BoundsOfPinnedZone => say!(language, "engine-pinned-bounds"),
        NotTaken::GroupRules => say!(language, "engine-group-rules"),
        NotTaken::ZoneInPieces => say!(language, "engine-zone-in-pieces"),
        NotTaken::Limits => say!(language, "engine-limits"),
        NotTaken::LimitsOnAnotherMap => say!(language, "engine-limits-on-map"),
        NotTaken::MoreUnits { most } => say!(language, "engine-more-units", most = *most),
        NotTaken::ChoicesOfExceptions => say!(language, "engine-choices"),
        NotTaken::UnitsInZones { units, zones } => {
            say!(language, "engine-units-in-zones", units = *units, zones = *zones)
        }
        NotTaken::Goal(goal) => say!(language, "engine-goal", goal = goal),
    }
}
