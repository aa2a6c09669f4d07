use serde_json::json;

use super::field::{field, text, whole};
use super::ground::Ground;
use super::layer::{GisLayer, LayerName};
use crate::Shown;
use zonewerk_core::plan::measure;
use zonewerk_io::{ColumnKind, ShapeKind};

/// The regions with their zones, units and inhabitants; `None` where the plan has none. The
/// shape is that of the units that lie in no other region.
pub(super) fn regions(shown: &Shown, ground: Ground) -> Option<GisLayer> {
    let plan = shown.plan.of_regions();
    if plan.zones.is_empty() {
        return None;
    }
    let columns = vec![
        text("region"),
        whole("zones"),
        text("zone_names"),
        whole("units"),
        whole("population"),
        field("border_km", "border_km", ColumnKind::Real),
    ];
    let mut layer = GisLayer::new(LayerName::Regions, ShapeKind::Polygons, columns);
    let measures = measure(&shown.scenario.territory, shown.graph, &plan);
    for (region, described) in plan.zones.iter() {
        let own = shown.plan.zones.values().filter(|zone| zone.region() == Some(described.name.as_str()));
        let zones: Vec<&str> = own.map(|zone| zone.name.as_str()).collect();
        let measures = &measures[region];
        let values = json!({
            "region": described.name,
            "zones": zones.len(),
            "zone_names": zones,
            "units": measures.units.len(),
            "population": measures.population,
            "border_km": measures.border_m.map(|metres| metres as f64 / 1000.0),
        });
        let alone = measures.units.iter().copied().filter(|&unit| plan.holdings[unit].zones() == [region]);
        let alone: Vec<_> = alone.collect();
        layer.push(&values, ground.outline(&shown.scenario.topology, &alone));
    }
    Some(layer)
}
