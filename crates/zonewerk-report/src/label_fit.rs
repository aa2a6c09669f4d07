//! Where a name fits in a shape, and how large.

use geo::{
    Area, BoundingRect, Coord, Distance, Euclidean, Intersects, LinesIter, MapCoords, Point, Polygon, Rect,
};

use super::font::{Weight, width};

/// Height of a line over its font size.
pub(super) const LINE_HEIGHT: f64 = 1.12;

/// Width of a text over its font size, in regular letters.
pub(super) fn text_width(text: &str) -> f64 {
    width(text, Weight::Regular)
}

/// The ways to set a name: on one line, and on two or three broken at spaces and after
/// hyphens, as evenly as goes.
pub(super) fn settings(name: &str) -> Vec<Vec<String>> {
    let words = breakable(name);
    (1..=words.len().min(3)).filter_map(|lines| best_breaks(&words, lines)).collect()
}

fn breakable(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let pieces = word.split_inclusive('-').map(String::from).collect::<Vec<_>>();
        match pieces.as_slice() {
            [dash] if dash == "-" => {
                // A lone dash stays with the word before it.
                if let Some(last) = words.last_mut() {
                    *last = format!("{} -", last.trim_end());
                    last.push(' ');
                } else {
                    words.push(format!("{dash} "));
                }
            }
            _ => {
                words.extend(pieces);
                if let Some(last) = words.last_mut() {
                    last.push(' ');
                }
            }
        }
    }
    words
}

fn best_breaks(words: &[String], lines: usize) -> Option<Vec<String>> {
    let join = |words: &[String]| words.concat().trim_end().to_owned();
    if lines == 1 {
        return Some(vec![join(words)]);
    }
    let splits = 1..words.len();
    let settings = splits.filter_map(|split| {
        let mut setting = vec![join(&words[..split])];
        setting.extend(best_breaks(&words[split..], lines - 1)?);
        Some(setting)
    });
    settings.min_by(|a, b| widest(a).total_cmp(&widest(b)))
}

/// Width of the widest line over its font size.
fn widest(lines: &[String]) -> f64 {
    lines.iter().map(|line| text_width(line)).fold(0.0, f64::max)
}

/// The largest polygon of a shape.
pub(super) fn main_part(shape: &geo::MultiPolygon<f64>) -> Option<&Polygon<f64>> {
    shape.iter().max_by(|a, b| a.unsigned_area().total_cmp(&b.unsigned_area()))
}

/// The place in a polygon farthest from its border, where distances to the left and
/// right count `1 / stretch`: the middle of the largest ellipse of that aspect. Found
/// on a grid that is made finer around its best point.
pub(super) fn pole(polygon: &Polygon<f64>, stretch: f64) -> Coord<f64> {
    let squeezed = polygon.map_coords(|point| Coord { x: point.x / stretch, y: point.y });
    let Some(frame) = squeezed.bounding_rect() else { return Coord::zero() };
    const CELLS: i32 = 12;
    let mut best = (f64::NEG_INFINITY, frame.center());
    let mut step =
        Coord { x: frame.width() / f64::from(2 * CELLS), y: frame.height() / f64::from(2 * CELLS) };
    let mut cells = CELLS;
    for _ in 0..5 {
        let around = best.1;
        for row in -cells..=cells {
            for column in -cells..=cells {
                let offset = Coord { x: f64::from(column) * step.x, y: f64::from(row) * step.y };
                let place = around + offset;
                let depth = depth(&squeezed, place);
                if depth > best.0 + 1e-9 {
                    best = (depth, place);
                }
            }
        }
        cells = 3;
        step = step / 3.0;
    }
    Coord { x: best.1.x * stretch, y: best.1.y }
}

/// Distance to the border, negative outside.
fn depth(polygon: &Polygon<f64>, place: Coord<f64>) -> f64 {
    let point = Point::from(place);
    let rings = std::iter::once(polygon.exterior()).chain(polygon.interiors());
    let distance = rings.map(|ring| Euclidean.distance(&point, ring)).fold(f64::INFINITY, f64::min);
    if polygon.intersects(&point) { distance } else { -distance }
}

/// Whether a box lies in a polygon and off its border.
pub(super) fn holds(polygon: &Polygon<f64>, block: &Rect<f64>) -> bool {
    polygon.intersects(&Point::from(block.center()))
        && !polygon.lines_iter().any(|line| block.intersects(&line))
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::polygon;

    fn block(lines: &[String], middle: Coord<f64>, size: f64) -> Rect<f64> {
        let half = Coord { x: widest(lines) * size / 2.0, y: LINE_HEIGHT * size / 2.0 };
        Rect::new(middle - half, middle + half)
    }

    #[test]
    fn names_break_at_spaces_and_after_hyphens() {
        let set = |name: &str| settings(name).into_iter().map(|lines| lines.join("/")).collect::<Vec<_>>();
        assert_eq!(set("Voeren"), ["Voeren"]);
        assert_eq!(set("Noord-Antwerpen"), ["Noord-Antwerpen", "Noord-/Antwerpen"]);
        assert_eq!(set("Westkust & Polder"), ["Westkust & Polder", "Westkust/& Polder", "Westkust/&/Polder"]);
        assert_eq!(set("Zenne - Dijle"), ["Zenne - Dijle", "Zenne -/Dijle"]);
    }

    #[test]
    fn the_pole_of_a_bent_shape_lies_in_its_wide_arm() {
        let bent = polygon![(x: 0.0, y: 0.0), (x: 100.0, y: 0.0), (x: 100.0, y: 40.0), (x: 10.0, y: 40.0),
            (x: 10.0, y: 100.0), (x: 0.0, y: 100.0)];
        let place = pole(&bent, 2.0);
        assert!((place.y - 20.0).abs() < 1.0, "{place:?}");
        assert!(holds(&bent, &block(&["Name".to_owned()], place, 20.0)));
        assert!(!holds(&bent, &block(&["Name".to_owned()], place, 60.0)));
    }
}
