use std::collections::BTreeSet;

use serde_json::json;

use super::field::{field, text, whole};
use super::ground::Ground;
use super::layer::{GisLayer, LayerName};
use crate::Shown;
use crate::geojson::unit_properties;
use crate::layer_facts::changes;
use zonewerk_core::territory::UnitId;
use zonewerk_io::{ColumnKind, ShapeKind};

/// The units, each with its zone and region, and where it lay before. `zone` is blank for a
/// unit in no zone or in several; `zones` names all.
pub(super) fn units(shown: &Shown, ground: Ground) -> GisLayer {
    let mut columns = vec![text("unit"), text("name"), whole("population"), text("zone"), text("zones")];
    columns.push(text("region"));
    let base = shown.base.as_ref().filter(|_| shown.has_plan());
    if base.is_some() {
        columns.push(field("zone_before", "before", ColumnKind::Text));
        columns.push(field("moved", "moved", ColumnKind::YesNo));
    }
    let territory = &shown.scenario.territory;
    let moves = changes(shown).map(|(_, moves)| moves.moves).unwrap_or_default();
    let moved: BTreeSet<UnitId> = moves.iter().map(|one| one.unit).collect();
    let mut layer = GisLayer::new(LayerName::Units, ShapeKind::Polygons, columns);
    for (unit, holding) in shown.plan.holdings.iter() {
        let mut values = unit_properties(territory, shown.plan, unit);
        let regions: BTreeSet<Option<&str>> =
            holding.zones().into_iter().map(|zone| shown.plan.zones[zone].region()).collect();
        values["zones"] = json!(shown.plan.zone_names(unit));
        values["region"] = json!(regions.first().copied().flatten().filter(|_| regions.len() == 1));
        if let Some(base) = base {
            values["zone_before"] = json!(base.plan.zone_names(unit));
            values["moved"] = json!(moved.contains(&unit));
        }
        layer.push(&values, ground.unit(&shown.scenario.topology, unit));
    }
    layer
}
