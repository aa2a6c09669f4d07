use std::fmt::Write;

use geo::Coord;

use super::sheet::Sheet;
use crate::ZoneResult;
use crate::svg_text::{escaped, px};
use zonewerk_core::territory::Id;
use zonewerk_core::words::say;

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 28.0;
/// Height of the line that holds the number of a zone far above the bounds.
const LINE: f64 = 13.0;
const BOTTOM: f64 = 24.0;

/// The population of every zone against the bounds, the smallest first.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    let mut zones: Vec<(&ZoneResult, u64)> =
        sheet.zones.iter().filter_map(|zone| Some((zone, zone.measures.population?))).collect();
    if zones.is_empty() {
        return None;
    }
    zones.sort_by_key(|(zone, people)| (*people, zone.id));
    let bounds = sheet.shown.profile().zone.population;
    let largest = zones.last().map_or(1, |(_, people)| *people).max(1);
    // A few cities would make all others alike: what is far above the bounds is drawn at the top.
    let most = bounds.maximum().map_or(largest, |maximum| largest.min(maximum.saturating_mul(8) / 5)).max(1);
    let step = round_step(most);
    let top = most.div_ceil(step) * step;
    let above = zones.iter().filter(|(_, people)| *people > top).count();
    let highest = TOP + LINE * above.saturating_sub(1) as f64;
    let height = HEIGHT + highest - TOP;
    let floor = height - BOTTOM;
    let y = |people: u64| floor - people.min(top) as f64 / top as f64 * (floor - highest);
    let mut svg = String::new();
    if bounds.minimum() > 0 || bounds.maximum().is_some() {
        let (high, low) = (y(bounds.maximum().unwrap_or(top)), y(bounds.minimum()));
        let _ = writeln!(
            svg,
            "<rect class=\"band\" x=\"{LEFT}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            px(high),
            px(WIDTH - LEFT),
            px(low - high)
        );
    }
    let mut people = 0;
    while people <= top {
        let _ = writeln!(
            svg,
            "<path class=\"grid\" d=\"M{LEFT},{0}H{WIDTH}\"/><text x=\"{1}\" y=\"{2}\" text-anchor=\"end\">{3}</text>",
            px(y(people)),
            px(LEFT - 8.0),
            px(y(people) + 4.0),
            sheet.number(people)
        );
        people += step;
    }
    let slot = (WIDTH - LEFT) / zones.len() as f64;
    for (place, (zone, people)) in zones.iter().enumerate() {
        // The largest has its number on the first line, so that no two are in each other's way.
        let line = (*people > top).then(|| 14.0 + LINE * (zones.len() - 1 - place) as f64);
        let at = Coord { x: LEFT + (place as f64 + 0.5) * slot, y: y(*people) };
        svg += &mark(sheet, (zone, *people), at, floor, line);
    }
    let label = escaped(&say!(sheet.language, "page-chart-label", zones = zones.len()));
    let unknown = sheet.zones.len() - zones.len();
    let mut notes = format!("<p class=\"help\">{}</p>\n", escaped(&say!(sheet.language, "page-chart-marks")));
    if unknown > 0 {
        notes += &sheet.paragraph(&say!(sheet.language, "page-chart-unknown", zones = unknown));
    }
    Some(format!(
        "{}<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n\
         <svg id=\"people\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{label}\">\n{svg}</svg>\n</div>\n{notes}",
        sheet.paragraph(&say!(sheet.language, "page-chart-intro")),
        escaped(&say!(sheet.language, "page-heading-chart"))
    ))
}

/// One zone: a stem, a sign at its end, and its number on a line of its own where that is above.
fn mark(
    sheet: &Sheet,
    (zone, people): (&ZoneResult, u64),
    at: Coord<f64>,
    floor: f64,
    line: Option<f64>,
) -> String {
    let excepted = zone.exception.is_some() || zone.fixed.is_some();
    let class = match (zone.bounds.allow(people), excepted) {
        (false, _) => "out",
        (true, true) => "excepted",
        (true, false) => "fits",
    };
    let (x, below, y) = (px(at.x), px(floor), px(at.y));
    let shape = match (line.is_some(), excepted) {
        (true, _) => format!("<path d=\"M{x},{y}m-6,4l6,-11l6,11z\"/>"),
        (false, true) => format!("<path d=\"M{x},{y}m-5.5,0l5.5,-5.5l5.5,5.5l-5.5,5.5z\"/>"),
        (false, false) => format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"4.2\"/>"),
    };
    let number = line.map_or_else(String::new, |line| {
        format!(
            "<text x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
            px(at.x - 9.0),
            px(line),
            sheet.number(people)
        )
    });
    format!(
        "<g class=\"{class}\" data-zone=\"{}\"><title>{}: {}</title><path class=\"stem\" d=\"M{x},{below}V{y}\"/>{shape}{}</g>\n",
        zone.id.index(),
        escaped(zone.name),
        sheet.number(people),
        number
    )
}

/// A round number of which some five make up `most`.
fn round_step(most: u64) -> u64 {
    let mut step = 1;
    loop {
        for factor in [1, 2, 5] {
            let round = factor * step;
            if most / round <= 6 {
                return round;
            }
        }
        step = u64::saturating_mul(step, 10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert_eq!([1, 6, 7, 200_000, 1_000_000].map(round_step), [1, 1, 2, 50_000, 200_000]);
    }
}
