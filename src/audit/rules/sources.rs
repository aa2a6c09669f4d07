use crate::audit::Source;

/// What a plan is: zones of units, each unit in one zone.
pub(super) const MEANING: Source = Source { work: "Zonewerk", place: "what a plan is", period: "" };

/// The scenario the plan is judged by.
pub(super) const SCENARIO: Source = Source { work: "Scenario", place: "fixed zones", period: "" };

/// A place in the call of 2017 for proposals of primary-care zones.
pub(super) const fn call_2017(place: &'static str) -> Source {
    Source { work: "Call for primary-care zones, July 2017", place, period: "2017" }
}

/// A place in the decree on the organisation of primary care.
pub(super) const fn decree_2019(place: &'static str, period: &'static str) -> Source {
    Source { work: "Decreet van 26 april 2019 (numac 2019030471)", place, period }
}
