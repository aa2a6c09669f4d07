//! Paths and names as SVG elements.

use std::fmt::Write;

use geo::{Coord, MultiPolygon};

use super::font::{Weight, width};
use super::label_fit::LINE_HEIGHT;
use super::labels::{Label, Labels};
use super::svg_text::{escaped, px};

/// Colour of names.
const NAME_INK: &str = "#111111";

/// Each name twice, because not every program that draws SVG can put an outline behind
/// the letters: first its halo, then itself.
pub(super) fn written(labels: &Labels) -> String {
    let halos: String = labels.placed.iter().map(|label| lines(label, None)).collect();
    let names: String = labels.placed.iter().map(|label| lines(label, Some(NAME_INK))).collect();
    let signs: String = labels.placed.iter().filter_map(sign).collect();
    format!(
        "<g text-anchor=\"middle\" pointer-events=\"none\">\n\
         <g aria-hidden=\"true\" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"2.6\" \
         stroke-opacity=\"0.8\" stroke-linejoin=\"round\">\n{halos}</g>\n\
         <g fill=\"{NAME_INK}\">\n{names}</g>\n{signs}</g>\n"
    )
}

/// The lines of a name; in its own colour where it is not that of names.
fn lines(label: &Label, usual: Option<&str>) -> String {
    let mut svg = String::new();
    let weight = if label.look.weight == Weight::Bold { " font-weight=\"bold\"" } else { "" };
    let own = label.look.ink.filter(|own| usual.is_some_and(|usual| usual != *own));
    let fill = own.map_or_else(String::new, |own| format!(" fill=\"{own}\""));
    for (place, text) in label.lines.iter().enumerate() {
        let from_middle = place as f64 - (label.lines.len() - 1) as f64 / 2.0;
        let baseline = label.middle.y + (from_middle * LINE_HEIGHT + 0.35) * label.size;
        let _ = writeln!(
            svg,
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight}{fill}>{}</text>",
            px(label.middle.x + label.sign_width(place) * label.size / 2.0),
            px(baseline),
            px(label.size),
            escaped(text)
        );
    }
    svg
}

fn sign(label: &Label) -> Option<String> {
    let sign = label.look.sign?;
    let first = width(label.lines.first()?, label.look.weight) + label.sign_width(0);
    let above = (label.lines.len() - 1) as f64 / 2.0 * LINE_HEIGHT;
    let from = Coord { x: 0.5 - first / 2.0, y: -above };
    Some(sign.drawing(label.middle + from * label.size, label.size))
}

/// A shape as an SVG path.
pub(super) fn closed(shape: &MultiPolygon<f64>) -> String {
    let mut path = String::new();
    for polygon in shape {
        for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
            let open = ring.0.split_last().map_or(&[][..], |(_, open)| open);
            line(&mut path, open);
            path.push('Z');
        }
    }
    path
}

/// Adds a line to an SVG path.
pub(super) fn line(path: &mut String, points: &[Coord<f64>]) {
    let mut last = None;
    for point in points {
        let here = (px(point.x), px(point.y));
        if last.as_ref() != Some(&here) {
            let _ = write!(path, "{}{},{}", if last.is_none() { "M" } else { "L" }, here.0, here.1);
        }
        last = Some(here);
    }
}
