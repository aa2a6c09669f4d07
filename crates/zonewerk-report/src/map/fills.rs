use std::fmt::Write;

use geo::MultiPolygon;

use super::Layer;
use super::layers::backbone;
use super::scene::Scene;
use crate::colours::{PARTED_FILL, UNASSIGNED_FILL, zone_colours};
use crate::svg_map::closed;
use crate::svg_text::escaped;
use zonewerk_core::words::{number, say};

/// An area in a colour or pattern, with words that a pointer brings up.
pub(super) fn area(fill: &str, shape: &MultiPolygon<f64>, tip: &str) -> String {
    let outline = closed(shape);
    if outline.is_empty() {
        return String::new();
    }
    format!("<path fill=\"{fill}\" d=\"{outline}\"><title>{}</title></path>\n", escaped(tip))
}

/// An area in a pattern over another that has the words.
pub(super) fn over(pattern: &str, shape: &MultiPolygon<f64>) -> String {
    let outline = closed(shape);
    if outline.is_empty() {
        return String::new();
    }
    format!(
        "<path fill=\"{}\" pointer-events=\"none\" d=\"{outline}\"/>\n",
        super::patterns::painted(pattern)
    )
}

/// The zones in their colours, or what is contested in its own; and units in several zones
/// or none.
pub(super) fn fills(scene: &Scene) -> String {
    let mut svg = String::from("<g fill-rule=\"evenodd\">\n");
    match &scene.shown.backbone {
        Some(known) if scene.has(&Layer::Backbone) => svg += &backbone::fills(scene, known.backbone),
        _ => {
            svg += &zones(scene);
            svg += &others(scene);
        }
    }
    svg + "</g>\n"
}

fn zones(scene: &Scene) -> String {
    let shown = scene.shown;
    let scenario = shown.scenario;
    let base = shown.base.as_ref().map(|base| base.plan).or(scenario.problem.base.as_ref());
    let colours = zone_colours(&scenario.territory, shown.graph, base, shown.plan);
    let mut svg = String::new();
    for zone in scene.zones {
        let people = zone.measures.population.map(|people| number(shown.language, people));
        let people = people.unwrap_or_else(|| say!(scene.shown.language, "unknown"));
        let units = zone.measures.units.len();
        let outline = scene.outline(&zone.undivided_units(shown.plan));
        svg += &area(
            &colours[zone.id],
            &outline,
            &say!(scene.shown.language, "map-tip-zone", zone = zone.name, people = people, units = units),
        );
    }
    svg
}

fn others(scene: &Scene) -> String {
    let mut svg = String::new();
    for unit in scene.shown.plan.holdings.ids() {
        let names = scene.shown.plan.zone_names(unit);
        let (fill, found) = match names.len() {
            0 => (UNASSIGNED_FILL, say!(scene.shown.language, "found-in-no-zone")),
            1 => continue,
            zones => (
                PARTED_FILL,
                say!(scene.shown.language, "found-in-zones", zones = zones, names = names.join(", ")),
            ),
        };
        let tip = format!("{}: {found}", scene.unit_name(unit));
        let _ = write!(svg, "{}", area(fill, &scene.shape(unit), &tip));
    }
    svg
}
