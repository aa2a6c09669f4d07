use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::Audited;
use super::counts::{Counts, per_zone};
use crate::render::geojson::{collection, zone_properties};
use crate::render::{Results, ZoneResult};
use crate::territory::ZoneId;

/// The zones on the map, each with what every profile says of it: its measures, and under
/// each profile `verdict`, `errors`, `warnings`, `notes`, `not_checked` and the names of the
/// rules, as `rules`. Under several profiles each of these carries the profile's name.
pub(super) fn geojson(audited: &Audited) -> Vec<u8> {
    let results = Results::of_plan(audited.scenario, audited.graph, audited.plan, None);
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
    for (judgement, counts) in audited.judgements.iter().zip(counts) {
        let suffix = match audited.judgements.len() {
            1 => String::new(),
            _ => format!("_{}", judgement.profile.name.replace('-', "_")),
        };
        let counts = counts.get(&zone.id).cloned().unwrap_or_default();
        for (name, value) in [
            ("verdict", json!(counts.verdict())),
            ("errors", json!(counts.errors)),
            ("warnings", json!(counts.warnings)),
            ("notes", json!(counts.notes)),
            ("not_checked", json!(counts.not_checked)),
            ("rules", json!(counts.rules)),
        ] {
            properties.insert(format!("{name}{suffix}"), value);
        }
    }
    Value::Object(properties)
}
