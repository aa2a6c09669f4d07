use geo::{BoundingRect, Coord, Intersects, MultiPolygon, Point, Rect};

use super::font::{Weight, width};
use super::label_fit::{LINE_HEIGHT, holds, main_part, pole, settings};
use super::sign::Sign;

/// Largest and smallest font size of a name on the map, in pixels.
const SIZES: (f64, f64) = (14.5, 8.0);
const STEP: f64 = 0.5;
const MARK_SIZE: f64 = 9.0;

/// A name on the map, or the number that stands for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// The lines, from top to bottom.
    pub(super) lines: Vec<String>,
    /// The middle of all lines, in pixels.
    pub(super) middle: Coord<f64>,
    /// Font size in pixels.
    pub(super) size: f64,
    /// Whether the line is a number, and the name stands in the key below the map.
    pub(super) is_number: bool,
    /// How it looks.
    pub(super) look: Look,
}

/// How a name looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// How heavy its letters are.
    pub(super) weight: Weight,
    /// Their colour, where it is not that of names.
    pub(super) ink: Option<&'static str>,
    /// The sign before its first line.
    pub(super) sign: Option<Sign>,
}

/// The labels of a map and the names that found no room, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    pub(super) key: Vec<String>,
}

/// A name that is to stand in a shape (pixels).
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) shape: MultiPolygon<f64>,
    pub(super) look: Look,
}

/// Places a name in each shape (pixels), as [`Labels::place`] does.
pub(super) fn place(shapes: &[(String, MultiPolygon<f64>)]) -> Labels {
    let named = |(name, shape): &(String, MultiPolygon<f64>)| Named {
        name: name.clone(),
        shape: shape.clone(),
        look: Look::default(),
    };
    let mut labels = Labels::default();
    labels.place(&shapes.iter().map(named).collect::<Vec<_>>());
    labels
}

impl Labels {
    /// Places a name in each shape. First the names that fit in their own shape, as large as
    /// they go; then those that have to reach over its border, small, where no other name is in
    /// the way; what is left gets a number and a line in the key. No two names overlap, nor
    /// those that were placed before.
    pub(super) fn place(&mut self, named: &[Named]) {
        let mut waiting = Vec::new();
        for named in named {
            let fits = fits(named);
            let inside = fits.first().filter(|label| label.size >= SIZES.1 && self.is_free(label));
            match inside {
                Some(label) => self.placed.push(label.clone()),
                None => waiting.push((named, fits)),
            }
        }
        for (named, fits) in waiting {
            let label = self.across(&fits).or_else(|| self.number(named));
            self.placed.extend(label);
        }
    }

    /// Places each name where its shape has room between the labels that are there, in one of
    /// the sizes, the largest first: near the middle of the shape, and inside it where
    /// `inside`; gives back those without room.
    pub(super) fn place_between(&mut self, named: Vec<Named>, sizes: &[f64], inside: bool) -> Vec<Named> {
        let mut without = Vec::new();
        for named in named {
            match self.between(&named, sizes, inside) {
                Some(label) => self.placed.push(label),
                None => without.push(named),
            }
        }
        without
    }

    /// A number for a name that has no room, and its line in the key.
    pub(super) fn number(&mut self, named: &Named) -> Option<Label> {
        let middle = pole(main_part(&named.shape)?, 1.0);
        self.key.push(named.name.clone());
        let look = Look { weight: Weight::Bold, ..named.look };
        let lines = vec![self.key.len().to_string()];
        Some(Label { lines, middle, size: MARK_SIZE, is_number: true, look })
    }

    /// At the smallest size, in the way that reaches least over the border, or a little up
    /// or down of it.
    fn across(&self, fits: &[Label]) -> Option<Label> {
        let shifted = fits.iter().flat_map(|label| {
            [0.0, 0.5, -0.5, 1.0, -1.0].map(|lines| {
                let middle = Coord { x: label.middle.x, y: label.middle.y + lines * SIZES.1 };
                Label { middle, size: SIZES.1, ..label.clone() }
            })
        });
        shifted.into_iter().find(|label| self.is_free(label))
    }

    fn between(&self, named: &Named, sizes: &[f64], inside: bool) -> Option<Label> {
        const STEPS: i32 = 14;
        let polygon = main_part(&named.shape)?;
        let frame = polygon.bounding_rect()?;
        let middle = pole(polygon, 2.0);
        let step = Coord { x: frame.width(), y: frame.height() } / f64::from(STEPS);
        let steps = (0..=STEPS).flat_map(|row| (0..=STEPS).map(move |column| (row, column)));
        let grid = steps.map(|(row, column)| {
            frame.min() + Coord { x: step.x * f64::from(column), y: step.y * f64::from(row) }
        });
        let away = |place: &Coord<f64>| {
            let from = *place - middle;
            from.x * from.x + from.y * from.y
        };
        let mut places: Vec<Coord<f64>> = std::iter::once(middle).chain(grid).collect();
        places.sort_by(|a, b| away(a).total_cmp(&away(b)));
        sizes.iter().find_map(|&size| {
            let ways = settings(&named.name).into_iter().map(|lines| Label {
                lines,
                middle,
                size,
                is_number: false,
                look: named.look,
            });
            let ways = ways.filter(|way| {
                let outline = way.outline();
                !inside || (outline.width() < frame.width() && outline.height() < frame.height())
            });
            let found = ways.filter_map(|way| {
                let labels = places.iter().map(|&middle| Label { middle, ..way.clone() });
                labels.into_iter().find(|label| {
                    let outline = label.outline();
                    self.is_free(label)
                        && if inside {
                            holds(polygon, &outline)
                        } else {
                            polygon.intersects(&Point::from(label.middle))
                        }
                })
            });
            found.min_by(|a, b| away(&a.middle).total_cmp(&away(&b.middle)))
        })
    }

    fn is_free(&self, label: &Label) -> bool {
        let outline = label.outline();
        !self.placed.iter().any(|other| other.outline().intersects(&outline))
    }
}

impl Label {
    /// The box that it takes.
    pub(super) fn outline(&self) -> Rect<f64> {
        let half = Coord { x: self.width() / 2.0, y: self.lines.len() as f64 * LINE_HEIGHT / 2.0 };
        Rect::new(self.middle - half * self.size, self.middle + half * self.size)
    }

    /// Width of its widest line over its font size, the sign with the first.
    fn width(&self) -> f64 {
        let lines = self.lines.iter().enumerate();
        lines.map(|(place, line)| self.sign_width(place) + width(line, self.look.weight)).fold(0.0, f64::max)
    }

    /// What the sign takes of a line, over the font size.
    pub(super) fn sign_width(&self, line: usize) -> f64 {
        if line == 0 && self.look.sign.is_some() { Sign::WIDTH } else { 0.0 }
    }
}

/// The ways to set a name in a shape, the one that can be largest first; of equals the
/// one with fewer lines. Sizes go below what is legible, to tell bad from worse.
fn fits(named: &Named) -> Vec<Label> {
    let Some(polygon) = main_part(&named.shape) else { return Vec::new() };
    let fit = |lines: Vec<String>| {
        let middle = Coord::zero();
        let mut label = Label { lines, middle, size: SIZES.0, is_number: false, look: named.look };
        label.middle = pole(polygon, label.width() / (label.lines.len() as f64 * LINE_HEIGHT));
        while label.size > STEP && !holds(polygon, &label.outline()) {
            label.size -= STEP;
        }
        label
    };
    let mut fits: Vec<Label> = settings(&named.name).into_iter().map(fit).collect();
    fits.sort_by(|a, b| b.size.total_cmp(&a.size));
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(side: f64, names: &[&str]) -> Vec<(String, MultiPolygon<f64>)> {
        let square = |number: usize| {
            let west = side * number as f64;
            MultiPolygon::from(Rect::new((west, 0.0), (west + side, side)).to_polygon())
        };
        names.iter().enumerate().map(|(number, name)| ((*name).to_owned(), square(number))).collect()
    }

    #[test]
    fn names_shrink_before_they_leave_their_shape() {
        let labels = place(&squares(60.0, &["Gent", "Sint-Pieters-Leeuw", "Zelzate"]));
        assert_eq!(labels.placed.len(), 3);
        assert!(labels.key.is_empty());
        assert!(labels.placed.iter().all(|label| label.size >= SIZES.1));
        assert_eq!(labels.placed[1].lines.join("/"), "Sint-/Pieters-/Leeuw");
    }

    #[test]
    fn a_name_without_room_gets_a_number_and_a_line_in_the_key() {
        let names = ["Onuitspreekbaarheim", "Nogveellangernaamdorp", "Ook"];
        let labels = place(&squares(14.0, &names));
        assert!(!labels.key.is_empty());
        let numbers = labels.placed.iter().filter(|label| label.is_number).count();
        assert_eq!(numbers, labels.key.len());
        assert_eq!(labels.placed.len(), 3);
    }

    #[test]
    fn names_never_overlap() {
        let names: Vec<String> = (0..12).map(|number| format!("Gemeente {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        for side in [10.0, 25.0, 40.0, 80.0] {
            let labels = place(&squares(side, &names));
            let boxes: Vec<_> =
                labels.placed.iter().filter(|label| !label.is_number).map(Label::outline).collect();
            for (index, one) in boxes.iter().enumerate() {
                assert!(boxes[index + 1..].iter().all(|other| !one.intersects(other)), "side {side}");
            }
            assert_eq!(labels.placed.len(), names.len());
        }
    }
}
