use super::Layer;
use super::borders::{REGION, UNIT, ZONE};
use super::scene::Scene;
use super::sheet::Entry;
use crate::colours::{PARTED_FILL, UNASSIGNED_FILL};
use zonewerk_core::plan::Holding;
use zonewerk_core::words::{message, say};

/// A small area in a colour or pattern.
pub(super) fn swatch(fill: &str) -> String {
    format!("<rect width=\"22\" height=\"12\" fill=\"{fill}\" stroke=\"#888888\" stroke-width=\"0.6\"/>")
}

/// A short line in a style.
pub(super) fn stroke(style: &str) -> String {
    format!("<path fill=\"none\" {style} d=\"M0,6H22\"/>")
}

/// What every map has, as far as it is on this one.
pub(super) fn legend(scene: &Scene) -> Vec<Entry> {
    let plan = scene.shown.plan;
    let any = |wanted: fn(&Holding) -> bool| plan.holdings.values().any(wanted);
    let is_plain = !scene.has(&Layer::Backbone);
    let has_zones = is_plain && !scene.zones.is_empty();
    let entries = [
        (is_plain && !plan.regions().is_empty(), stroke(REGION), message!("map-region-border")),
        (has_zones, stroke(ZONE), message!("map-zone-border")),
        (is_plain, stroke(UNIT), message!("map-unit-border")),
        (is_plain && any(|holding| holding.zones().len() > 1), swatch(PARTED_FILL), message!("map-parted")),
        (
            is_plain && any(|holding| *holding == Holding::Unassigned),
            swatch(UNASSIGNED_FILL),
            message!("map-unassigned"),
        ),
    ];
    let drawn = entries.into_iter().filter(|(is_drawn, ..)| *is_drawn);
    drawn.map(|(_, drawing, message)| Entry { drawing, words: message.say(scene.shown.language) }).collect()
}

/// What the colours of zones mean.
pub(super) fn colours(scene: &Scene) -> Option<Entry> {
    let is_coloured = !scene.zones.is_empty() && !scene.has(&Layer::Backbone);
    is_coloured.then(|| Entry { drawing: String::new(), words: say!(scene.shown.language, "map-colours") })
}
