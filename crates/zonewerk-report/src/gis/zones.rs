use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::field::{field, text, whole};
use super::ground::Ground;
use super::layer::{Field, GisLayer, LayerName};
use crate::audit::{Counts, per_zone, verdict_properties};
use crate::colours::zone_colours;
use crate::geojson::zone_properties;
use crate::{Results, Shown, ZoneResult};
use zonewerk_core::problem::Problem;
use zonewerk_core::territory::ZoneId;
use zonewerk_io::{ColumnKind, ShapeKind};

/// The zones, each with its measures, the bounds under the first profile, and what each profile
/// says of it. The shape is that of its undivided units; `colour` is the one of the map.
pub(super) fn zones(shown: &Shown, results: &Results, ground: Ground) -> GisLayer {
    let scenario = shown.scenario;
    let base = shown.base.as_ref().map(|base| base.plan).or(scenario.problem.base.as_ref());
    let colours = zone_colours(&scenario.territory, shown.graph, base, shown.plan);
    let counts: Vec<BTreeMap<ZoneId, Counts>> = shown.judgements.iter().map(per_zone).collect();
    let mut layer = GisLayer::new(LayerName::Zones, ShapeKind::Polygons, columns(shown));
    for zone in results.zones() {
        let mut values = zone_properties(results, shown.plan, &zone);
        for (name, value) in verdict_properties(&shown.judgements, &zone, &counts) {
            values[name] = value;
        }
        values["deviation"] = deviation(&scenario.problem, &zone);
        values["colour"] = json!(colours[zone.id]);
        let shape = ground.outline(&scenario.topology, &zone.undivided_units(shown.plan));
        layer.push(&values, shape);
    }
    layer
}

fn columns(shown: &Shown) -> Vec<Field> {
    let mut columns = vec![
        text("zone"),
        text("region"),
        whole("population"),
        field("population_minimum", "pop_min", ColumnKind::Integer),
        field("population_maximum", "pop_max", ColumnKind::Integer),
        field("deviation", "deviation", ColumnKind::Real),
        whole("units"),
        text("unit_codes"),
        field("border_km", "border_km", ColumnKind::Real),
        text("exception"),
        text("fixed"),
    ];
    for (place, judgement) in shown.judgements.iter().enumerate() {
        let several = shown.judgements.len() > 1;
        let suffix = format!("_{}", judgement.profile.name.replace('-', "_"));
        let number = format!("{}", place + 1);
        for (name, short, kind) in [
            ("population_minimum", "min", ColumnKind::Integer),
            ("population_maximum", "max", ColumnKind::Integer),
            ("verdict", "verdict", ColumnKind::Text),
            ("errors", "errors", ColumnKind::Integer),
            ("warnings", "warn", ColumnKind::Integer),
            ("notes", "notes", ColumnKind::Integer),
            ("not_checked", "open", ColumnKind::Integer),
            ("rules", "rules", ColumnKind::Text),
        ] {
            match several {
                true => columns.push(field(&format!("{name}{suffix}"), &format!("{short}{number}"), kind)),
                false if name.starts_with("population") => {}
                false => columns.push(field(name, short, kind)),
            }
        }
    }
    columns.push(field("parts_not_drawn", "parts", ColumnKind::Text));
    columns.push(text("colour"));
    columns
}

/// (population - ideal) / ideal, to six decimals.
fn deviation(problem: &Problem, zone: &ZoneResult) -> Value {
    let ideal = problem.ideal_population();
    let share = |people: u64| (people as f64 - ideal as f64) / ideal as f64;
    let known = zone.measures.population.filter(|_| ideal > 0);
    json!(known.map(|people| (share(people) * 1e6).round() / 1e6))
}
