use std::collections::BTreeSet;

use super::Layer;
use super::layers::backbone;
use super::scene::Scene;
use crate::plan::Plan;
use crate::territory::UnitId;

pub(super) const REGION: &str = "stroke=\"#14213d\" stroke-width=\"4\"";
pub(super) const ZONE: &str = "stroke=\"#2b2b2b\" stroke-width=\"1.7\"";
pub(super) const UNIT: &str = "stroke=\"#000000\" stroke-opacity=\"0.4\" stroke-width=\"0.6\"";

/// Paths without fill, each in its style; empty ones are left out.
pub(super) fn strokes<const N: usize>(paths: [(&str, String); N]) -> String {
    let drawn = paths.into_iter().filter(|(_, path)| !path.is_empty());
    let drawn: String = drawn.map(|(style, path)| format!("<path {style} d=\"{path}\"/>\n")).collect();
    format!("<g fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n{drawn}</g>\n")
}

/// Whether a plan has a border between the units on the sides of an arc: one of the map's
/// edge, or between units that are not both wholly in the same zone.
pub(super) fn is_border(plan: &Plan, users: &[UnitId]) -> bool {
    match users {
        &[a, b] => {
            let [a, b] = [a, b].map(|unit| plan.holdings[unit].zones());
            a.len() > 1 || a != b
        }
        _ => true,
    }
}

/// Every arc of the map once: lightly between units of one zone, heavily between zones, most
/// heavily between regions.
pub(super) fn borders(scene: &Scene) -> String {
    if let Some(known) = scene.shown.backbone.filter(|_| scene.has(&Layer::Backbone)) {
        return backbone::borders(scene, known.backbone);
    }
    let plan = scene.shown.plan;
    let has_regions = !plan.regions().is_empty();
    let regions = |unit: UnitId| -> BTreeSet<&str> {
        let zones = plan.holdings[unit].zones();
        zones.into_iter().flat_map(|zone| plan.zones[zone].regions.iter().map(String::as_str)).collect()
    };
    let kind = |users: &[UnitId]| match users {
        _ if !is_border(plan, users) => 0,
        &[a, b] if !has_regions || regions(a) == regions(b) => 1,
        _ if has_regions => 2,
        _ => 1,
    };
    let [light, zones, regions] = scene.arcs(|users| Some(kind(users)));
    strokes([(UNIT, light), (ZONE, zones), (REGION, regions)])
}
