use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::counts::{Counts, per_zone};
use super::{Audited, Judgement};
use crate::geojson::{collection, zone_properties};
use crate::{Results, ZoneResult};
use zonewerk_core::territory::ZoneId;
use zonewerk_io::Scenario;

/// The zones on the map, each with what every profile says of it: its measures, and under
/// each profile `verdict`, `errors`, `warnings`, `notes`, `not_checked` and the names of the
/// rules, as `rules`. Under several profiles each of these carries the profile's name, and so
/// do the bounds; those without a name are the first profile's.
pub(super) fn geojson(audited: &Audited) -> Vec<u8> {
    let first = audited.judgements.first().map(|judgement| judgement.profile.clone());
    let problem = &audited.scenario.problem;
    let problem = first.map_or_else(|| problem.clone(), |profile| problem.under(profile));
    let scenario = Scenario { problem, ..audited.scenario.clone() };
    let results = Results::of_plan(&scenario, audited.graph, audited.plan, None);
    let zones = results.zones();
    let counts: Vec<_> = audited.judgements.iter().map(per_zone).collect();
    let features = zones.iter().map(|zone| {
        let shape = audited.scenario.topology.dissolve(&zone.undivided_units(audited.plan));
        (shape, properties(audited, &results, zone, &counts))
    });
    collection(features)
}

fn properties(
    audited: &Audited,
    results: &Results,
    zone: &ZoneResult,
    counts: &[BTreeMap<ZoneId, Counts>],
) -> Value {
    let mut properties = match zone_properties(results, audited.plan, zone) {
        Value::Object(members) => members,
        _ => Map::new(),
    };
    properties.remove("findings");
    properties.extend(verdict_properties(&audited.judgements, zone, counts));
    Value::Object(properties)
}

/// What a map says of a zone under each profile, with how much each found.
pub(crate) fn verdict_properties(
    judgements: &[Judgement],
    zone: &ZoneResult,
    counts: &[BTreeMap<ZoneId, Counts>],
) -> Vec<(String, Value)> {
    let mut properties = Vec::new();
    for (judgement, counts) in judgements.iter().zip(counts) {
        let suffix = match judgements.len() {
            1 => String::new(),
            _ => format!("_{}", judgement.profile.name.replace('-', "_")),
        };
        let counts = counts.get(&zone.id).cloned().unwrap_or_default();
        let own = zone.exception.and_then(|exception| exception.bounds);
        let bounds = own.unwrap_or(judgement.profile.zone.population);
        if judgements.len() > 1 {
            properties.push((format!("population_minimum{suffix}"), json!(bounds.minimum())));
            properties.push((format!("population_maximum{suffix}"), json!(bounds.maximum())));
        }
        for (name, value) in [
            ("verdict", json!(counts.verdict())),
            ("errors", json!(counts.errors)),
            ("warnings", json!(counts.warnings)),
            ("notes", json!(counts.notes)),
            ("not_checked", json!(counts.not_checked)),
            ("rules", json!(counts.rules)),
        ] {
            properties.push((format!("{name}{suffix}"), value));
        }
    }
    properties
}
