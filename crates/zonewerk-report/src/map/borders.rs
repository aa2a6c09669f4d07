use super::Layer;
use super::layers::backbone;
use super::scene::Scene;
use crate::layer_facts::{is_border, is_region_border};
use zonewerk_core::territory::UnitId;

pub(super) const REGION: &str = "stroke=\"#14213d\" stroke-width=\"4\"";
pub(super) const ZONE: &str = "stroke=\"#2b2b2b\" stroke-width=\"1.7\"";
pub(super) const UNIT: &str = "stroke=\"#000000\" stroke-opacity=\"0.4\" stroke-width=\"0.6\"";

/// Paths without fill, each in its style; empty ones are left out.
pub(super) fn strokes<const N: usize>(paths: [(&str, String); N]) -> String {
    let drawn = paths.into_iter().filter(|(_, path)| !path.is_empty());
    let drawn: String = drawn.map(|(style, path)| format!("<path {style} d=\"{path}\"/>\n")).collect();
    format!("<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n{drawn}</g>\n")
}

/// Every arc of the map once: lightly between units of one zone, heavily between zones, most
/// heavily between regions.
pub(super) fn borders(scene: &Scene) -> String {
    if let Some(known) = scene.shown.backbone.filter(|_| scene.has(&Layer::Backbone)) {
        return backbone::borders(scene, known.backbone);
    }
    let plan = scene.shown.plan;
    let has_regions = !plan.regions().is_empty();
    let kind = |users: &[UnitId]| match is_border(plan, users) {
        false => 0,
        true if has_regions && is_region_border(plan, users) => 2,
        true => 1,
    };
    let [light, zones, regions] = scene.arcs(|users| Some(kind(users)));
    strokes([(UNIT, light), (ZONE, zones), (REGION, regions)])
}
