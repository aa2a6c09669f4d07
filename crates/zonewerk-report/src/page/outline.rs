//! Shapes as short SVG paths: whole numbers, each point relative to the one before.

use std::fmt::Write;

use geo::{Coord, MultiPolygon};

/// A path that grows.
#[derive(Default)]
pub(super) struct Outline {
    /// What stands in the `d` of the path.
    pub(super) d: String,
}

impl Outline {
    /// Adds a line.
    pub(super) fn line(&mut self, points: &[Coord<f64>]) {
        let mut last: Option<(i64, i64)> = None;
        for point in points {
            let here = (point.x.round() as i64, point.y.round() as i64);
            match last {
                None => _ = write!(self.d, "M{}{}l", here.0, after(here.1)),
                Some(before) if before != here => {
                    let (x, y) = (here.0 - before.0, here.1 - before.1);
                    let x = if self.d.ends_with('l') { x.to_string() } else { after(x) };
                    let _ = write!(self.d, "{x}{}", after(y));
                }
                Some(_) => {}
            }
            last = Some(here);
        }
        // A line that is one point stays to be seen as a dot.
        if self.d.ends_with('l') {
            self.d.push_str("0 0");
        }
    }

    /// A shape, holes in it.
    pub(super) fn of(shape: &MultiPolygon<f64>) -> String {
        let mut outline = Self::default();
        for polygon in shape {
            for ring in std::iter::once(polygon.exterior()).chain(polygon.interiors()) {
                let open = ring.0.split_last().map_or(&[][..], |(_, open)| open);
                if !open.is_empty() {
                    outline.line(open);
                    outline.d.push('z');
                }
            }
        }
        outline.d
    }
}

/// A number after another: a minus sets it apart, else a space.
fn after(number: i64) -> String {
    if number < 0 { number.to_string() } else { format!(" {number}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use geo::Rect;

    #[test]
    fn a_square_is_four_short_steps() {
        let square = MultiPolygon::from(Rect::new((10.2, 20.0), (30.0, 40.4)).to_polygon());
        assert_eq!(Outline::of(&square), "M30 20l0 20-20 0 0-20z");
        let mut dot = Outline::default();
        dot.line(&[Coord { x: 1.0, y: 2.0 }, Coord { x: 1.1, y: 2.1 }]);
        assert_eq!(dot.d, "M1 2l0 0");
    }
}
