use serde_json::json;

use super::field::text;
use super::ground::Ground;
use super::layer::{GisLayer, LayerName};
use super::links::{pair, pair_columns};
use crate::Shown;
use crate::alternatives::{shared_arcs, status_word};
use zonewerk_io::ShapeKind;

/// What all plans nearly as good as the best say of each two neighbours, as the border that
/// they share; without a shape where they share none on the map. `None` where it is not known.
pub(super) fn backbone(shown: &Shown, ground: Ground) -> Option<GisLayer> {
    let backbone = shown.backbone?.backbone;
    let mut columns = pair_columns();
    columns.push(text("status"));
    let mut layer = GisLayer::new(LayerName::Backbone, ShapeKind::Lines, columns);
    let topology = &shown.scenario.topology;
    let shared = shared_arcs(topology);
    for found in &backbone.pairs {
        let mut values = pair(&shown.scenario.territory, found.units);
        values["status"] = json!(status_word(found.status));
        let arcs = shared.get(&found.units).map(Vec::as_slice).unwrap_or_default();
        layer.push(&values, ground.arcs(topology, arcs));
    }
    Some(layer)
}
