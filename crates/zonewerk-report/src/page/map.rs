use std::fmt::Write;

use super::controls;
use super::ground::{Ground, WIDTH};
use super::layers;
use super::legend;
use super::outline::Outline;
use super::sheet::Sheet;
use crate::colours::{PARTED_FILL, UNASSIGNED_FILL, zone_colours};
use crate::labels::place;
use crate::svg_text::{escaped, px};
use zonewerk_core::territory::{Id, IdVec, UnitId, ZoneId};
use zonewerk_core::words::say;

/// The map with its controls, legend and panel of details.
pub(super) fn section(sheet: &Sheet, ground: Option<&Ground>) -> Option<String> {
    let ground = ground?;
    let overlays = layers::layers(sheet, ground);
    let (names, key) = names(sheet, ground);
    let label = escaped(&say!(sheet.language, "page-map-label", plan = sheet.plan_name()));
    let mut body = controls::controls(sheet, &overlays);
    let _ = write!(
        body,
        "<div class=\"stage\">\n<div class=\"frame\">\n\
         <svg id=\"drawing\" viewBox=\"0 0 {WIDTH} {:.0}\" role=\"img\" aria-label=\"{label}\">\n{DEFINITIONS}\
         <g id=\"scene\">\n{}<g id=\"lit\"></g>\n{}{names}</g>\n<g id=\"texts\"></g>\n</svg>\n{}\
         <div id=\"tip\" hidden></div>\n<div id=\"scale\" hidden><span></span><i></i></div>\n</div>\n",
        ground.height,
        fills(sheet, ground),
        overlays.iter().map(|layer| layer.svg()).collect::<String>(),
        controls::buttons(sheet),
    );
    let _ = write!(
        body,
        "<div class=\"side\">\n{}{}</div>\n</div>\n",
        legend::legend(sheet, &overlays, &key),
        controls::details(sheet)
    );
    Some(body)
}

const DEFINITIONS: &str = "<defs>\n\
<pattern id=\"hatch\" width=\"70\" height=\"70\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<path d=\"M0 0V70\" stroke=\"#000\" stroke-opacity=\".4\" stroke-width=\"22\"/></pattern>\n\
<pattern id=\"dots\" width=\"70\" height=\"70\" patternUnits=\"userSpaceOnUse\">\
<circle cx=\"35\" cy=\"35\" r=\"12\" fill-opacity=\".5\"/></pattern>\n\
<pattern id=\"moved\" width=\"60\" height=\"60\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(-45)\">\
<path d=\"M0 0V60\" stroke=\"#5b00a8\" stroke-opacity=\".75\" stroke-width=\"26\"/></pattern>\n\
<pattern id=\"breaks\" width=\"80\" height=\"80\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
<rect width=\"80\" height=\"80\" fill=\"#fff\" fill-opacity=\".35\"/>\
<path d=\"M0 0V80M0 0H80\" stroke=\"#a4161a\" stroke-opacity=\".85\" stroke-width=\"20\"/></pattern>\n\
<pattern id=\"warns\" width=\"80\" height=\"60\" patternUnits=\"userSpaceOnUse\">\
<rect width=\"80\" height=\"60\" fill=\"#fff\" fill-opacity=\".35\"/>\
<path d=\"M0 30H80\" stroke=\"#9a4f00\" stroke-opacity=\".85\" stroke-width=\"14\"/></pattern>\n</defs>\n";

/// The units, together by zone; names of them for those who point at them without a script.
fn fills(sheet: &Sheet, ground: &Ground) -> String {
    let shown = sheet.shown;
    let base = shown.base.as_ref().map(|base| base.plan);
    let colours = match shown.has_plan() {
        true => zone_colours(&shown.scenario.territory, shown.graph, base, shown.plan),
        false => IdVec::default(),
    };
    let mut alone: IdVec<ZoneId, Vec<UnitId>> = IdVec::filled(Vec::new(), shown.plan.zones.len());
    let (mut parted, mut free) = (Vec::new(), Vec::new());
    for unit in ground.shapes.ids() {
        match sheet.zones_of(unit).as_slice() {
            [] => free.push(unit),
            [zone] => alone[*zone].push(unit),
            _ => parted.push(unit),
        }
    }
    let unit = |unit: &UnitId| {
        let zones: Vec<String> =
            sheet.zones_of(*unit).iter().map(|&zone| shown.plan.zones[zone].name.clone()).collect();
        let name = &shown.scenario.territory.unit(*unit).name;
        let tip = if zones.is_empty() { name.clone() } else { format!("{name}: {}", zones.join(", ")) };
        format!(
            "<path id=\"u{}\" d=\"{}\"><title>{}</title></path>\n",
            unit.index(),
            Outline::of(&ground.shapes[*unit]),
            escaped(&tip)
        )
    };
    let group = |fill: &str, units: &[UnitId]| {
        if units.is_empty() {
            return String::new();
        }
        let units: String = units.iter().map(unit).collect();
        format!("<g fill=\"{fill}\" stroke=\"{fill}\">\n{units}</g>\n")
    };
    let free_fill = if shown.has_plan() { UNASSIGNED_FILL } else { "#dfe7ee" };
    let mut svg = String::from("<g id=\"units\" fill-rule=\"evenodd\">\n");
    svg.extend(alone.iter().map(|(zone, units)| group(&colours[zone], units)));
    svg += &group(PARTED_FILL, &parted);
    svg += &group(free_fill, &free);
    svg + "</g>\n"
}

/// The names of the zones as the page shows them without its script and on paper, and those
/// that found no room.
fn names(sheet: &Sheet, ground: &Ground) -> (String, Vec<String>) {
    // Names are placed on a page of a tenth of the map's own numbers.
    const SCALE: f64 = 9.0;
    let topology = &sheet.shown.scenario.topology;
    let shape = |units: &[UnitId]| {
        use geo::MapCoords;
        let shape = ground.projection.shape(&topology.dissolve(units));
        shape.map_coords(|point| geo::Coord { x: point.x / SCALE, y: point.y / SCALE })
    };
    let named = sheet.zones.iter().map(|zone| {
        let units = zone.undivided_units(sheet.shown.plan);
        (zone.name.to_owned(), shape(&units))
    });
    let labels = place(&named.filter(|(_, shape)| !shape.0.is_empty()).collect::<Vec<_>>());
    let mut texts = String::new();
    for label in &labels.placed {
        let weight = if label.is_number { " font-weight=\"bold\"" } else { "" };
        for (line, text) in label.lines.iter().enumerate() {
            let from_middle = line as f64 - (label.lines.len() - 1) as f64 / 2.0;
            let y = label.middle.y + (from_middle * crate::label_fit::LINE_HEIGHT + 0.35) * label.size;
            let _ = writeln!(
                texts,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}>{}</text>",
                px(label.middle.x * SCALE),
                px(y * SCALE),
                px(label.size * SCALE),
                escaped(text)
            );
        }
    }
    (format!("<g id=\"names\" class=\"halo\" text-anchor=\"middle\">\n{texts}</g>\n"), labels.key)
}
