use serde_json::json;

use super::field::text;
use super::ground::Ground;
use super::layer::{Field, GisLayer, LayerName};
use crate::Shown;
use zonewerk_core::territory::{LinkChange, Territory, UnitId};
use zonewerk_io::ShapeKind;

/// The declared links, each as a line between its two units.
pub(super) fn links(shown: &Shown, ground: Ground) -> GisLayer {
    let mut columns = pair_columns();
    columns.extend([text("change"), text("reason"), text("author"), text("date")]);
    let mut layer = GisLayer::new(LayerName::Links, ShapeKind::Lines, columns);
    for link in &shown.scenario.territory.links {
        let mut values = pair(&shown.scenario.territory, link.between);
        values["change"] = json!(match link.change {
            LinkChange::Add => "add",
            LinkChange::Remove => "remove",
        });
        values["reason"] = json!(link.reason);
        values["author"] = json!(link.author);
        values["date"] = json!(link.date);
        layer.push(&values, ground.between(&shown.scenario.topology, link.between));
    }
    layer
}

/// The columns that name two units.
pub(super) fn pair_columns() -> Vec<Field> {
    ["unit_a", "name_a", "unit_b", "name_b"].map(text).into()
}

/// Two units, by code and name.
pub(super) fn pair(territory: &Territory, units: [UnitId; 2]) -> serde_json::Value {
    let [a, b] = units.map(|unit| territory.unit(unit));
    json!({"unit_a": a.code.as_str(), "name_a": a.name, "unit_b": b.code.as_str(), "name_b": b.name})
}
