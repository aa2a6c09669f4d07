//! How the scenario was read where that changes an answer: exceptions that have ended or whose end
//! could not be looked at, and what the rules allow and was not drawn.

use crate::infeasibility::{NAMES_SHOWN, explain};
use crate::text::capital;
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, listed, say};
use zonewerk_io::Scenario;
use zonewerk_solve::{
    Beyond, Infeasibility, beyond, ended_exceptions, undated_exceptions, zones_may_lie_apart,
};

/// One line for each exception that is left out or taken to hold.
pub(crate) fn lines(scenario: &Scenario, language: Language) -> Vec<String> {
    let problem = &scenario.problem;
    let day = |day: Option<_>| day.map_or(String::new(), |day: jiff::civil::Date| day.to_string());
    let until = |place: usize| day(problem.exceptions[place].until);
    let ended = ended_exceptions(problem).into_iter().map(|place| {
        say!(language, "reading-ended", number = place + 1, until = until(place), day = day(problem.day))
    });
    let undated = undated_exceptions(problem)
        .into_iter()
        .map(|place| say!(language, "reading-undated", number = place + 1, until = until(place)));
    ended.chain(undated).collect()
}

/// What is not known of units that are those of a graph.
pub(crate) fn graph(scenario: &Scenario, language: Language) -> Option<String> {
    let given = scenario.given_graph.as_ref()?;
    Some(match (given.has_lengths, given.has_outer_border) {
        (false, _) => say!(language, "basis-graph"),
        (true, false) => say!(language, "basis-graph-inner"),
        (true, true) => say!(language, "basis-graph-lengths"),
    })
}

/// What plans a proof is about, where the rules allow others too.
pub(crate) fn condition(scenario: &Scenario, graph: &Graph, language: Language) -> Option<String> {
    let beyond = beyond(&scenario.instance(graph).ok()?);
    (!beyond.is_empty()).then(|| {
        let list = others(scenario, &beyond, language);
        let drawn = drawn(&beyond, is_contiguous(scenario), language);
        capital(&say!(language, "beyond", drawn = drawn, list = list))
    })
}

/// Whether zones that are drawn are contiguous.
fn is_contiguous(scenario: &Scenario) -> bool {
    !zones_may_lie_apart(&scenario.problem)
}

/// What every zone that is drawn is, in words.
pub(crate) fn drawn_zones(is_contiguous: bool, language: Language) -> String {
    match is_contiguous {
        true => say!(language, "drawn-zones"),
        false => say!(language, "drawn-zones-apart"),
    }
}

/// What every plan that is drawn has, in words.
pub(crate) fn drawn(beyond: &[Beyond], is_contiguous: bool, language: Language) -> String {
    let zones = drawn_zones(is_contiguous, language);
    if beyond.contains(&Beyond::RegionWithoutZone) {
        say!(language, "beyond-drawn-regions", zones = zones)
    } else if beyond.iter().any(Beyond::is_of_drawn_regions) {
        say!(language, "beyond-drawn-in-regions", zones = zones)
    } else {
        say!(language, "beyond-drawn", zones = zones)
    }
}

/// What was not tried in a search, and what every plan that is drawn has, where the rules allow
/// others.
pub(crate) fn not_tried(scenario: &Scenario, graph: &Graph, language: Language) -> Option<(String, String)> {
    let beyond = beyond(&scenario.instance(graph).ok()?);
    (!beyond.is_empty())
        .then(|| (others(scenario, &beyond, language), drawn(&beyond, is_contiguous(scenario), language)))
}

/// No plan such as are drawn exists, and others were not tried.
pub(crate) fn none_contiguous(
    scenario: &Scenario,
    graph: &Graph,
    (why, beyond): (&Infeasibility, &[Beyond]),
    language: Language,
) -> String {
    say!(
        language,
        "proof-none-drawn",
        drawn = drawn(beyond, is_contiguous(scenario), language),
        proof = explain(why, scenario, graph, language).sentence,
        others = others(scenario, beyond, language)
    )
}

/// What was not tried, in words.
pub(crate) fn others(scenario: &Scenario, beyond: &[Beyond], language: Language) -> String {
    let names = |units: &[UnitId]| {
        let names: Vec<&str> =
            units.iter().map(|&unit| scenario.territory.unit(unit).name.as_str()).collect();
        listed(language, &names, NAMES_SHOWN)
    };
    let each: Vec<String> = beyond
        .iter()
        .map(|one| match one {
            Beyond::Apart => say!(language, "beyond-apart"),
            Beyond::UnitsApart(units) => {
                say!(language, "beyond-units-apart", units = names(units))
            }
            Beyond::ZoneApart(place) => say!(language, "beyond-zone-apart", number = place + 1),
            Beyond::Divided(units) => say!(language, "beyond-divided", units = names(units)),
            Beyond::AnyDivided => say!(language, "beyond-any-divided"),
            Beyond::RegionWithoutZone => say!(language, "beyond-region-without-zone"),
            Beyond::RegionsApart => say!(language, "beyond-regions-apart"),
            Beyond::ZonesOutsideRegions => say!(language, "beyond-zones-outside-regions"),
            Beyond::ZonesInSeveralRegions => say!(language, "beyond-zones-in-several-regions"),
        })
        .collect();
    let each: Vec<&str> = each.iter().map(String::as_str).collect();
    listed(language, &each, each.len())
}
