use geo::{Coord, Intersects, MultiPolygon, Rect};

use super::label_fit::{LINE_HEIGHT, block, holds, main_part, pole, settings, widest};

/// Largest and smallest font size of a name on the map, in pixels.
const SIZES: (f64, f64) = (13.0, 8.0);
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
}

/// The labels of a map and the names that found no room, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Labels {
    pub(super) placed: Vec<Label>,
    pub(super) key: Vec<String>,
}

/// Places a name in each shape (pixels). First the names that fit in their own shape, as
/// large as they go; then those that have to reach over its border, small, where no
/// other name is in the way; what is left gets a number and a line in the key. No two
/// names overlap.
pub(super) fn place(named: &[(String, MultiPolygon<f64>)]) -> Labels {
    let mut labels = Labels::default();
    let mut taken: Vec<Rect<f64>> = Vec::new();
    let mut waiting = Vec::new();
    for (name, shape) in named {
        let fits = fits(name, shape);
        let inside = fits.first().filter(|label| label.size >= SIZES.1 && is_free(&taken, &label_box(label)));
        match inside {
            Some(label) => put(&mut labels, &mut taken, label.clone()),
            None => waiting.push((name, shape, fits)),
        }
    }
    for (name, shape, fits) in waiting {
        let label = across(&fits, &taken).or_else(|| {
            labels.key.push(name.clone());
            number(labels.key.len(), shape)
        });
        if let Some(label) = label {
            put(&mut labels, &mut taken, label);
        }
    }
    labels
}

fn put(labels: &mut Labels, taken: &mut Vec<Rect<f64>>, label: Label) {
    taken.push(label_box(&label));
    labels.placed.push(label);
}

fn label_box(label: &Label) -> Rect<f64> {
    block(&label.lines, label.middle, label.size)
}

fn is_free(taken: &[Rect<f64>], block: &Rect<f64>) -> bool {
    !taken.iter().any(|other| other.intersects(block))
}

/// The ways to set a name in a shape, the one that can be largest first; of equals the
/// one with fewer lines. Sizes go below what is legible, to tell bad from worse.
fn fits(name: &str, shape: &MultiPolygon<f64>) -> Vec<Label> {
    let Some(polygon) = main_part(shape) else { return Vec::new() };
    let fit = |lines: Vec<String>| {
        let middle = pole(polygon, widest(&lines) / (lines.len() as f64 * LINE_HEIGHT));
        let mut size = SIZES.0;
        while size > STEP && !holds(polygon, &block(&lines, middle, size)) {
            size -= STEP;
        }
        Label { lines, middle, size, is_number: false }
    };
    let mut fits: Vec<Label> = settings(name).into_iter().map(fit).collect();
    fits.sort_by(|a, b| b.size.total_cmp(&a.size));
    fits
}

/// At the smallest size, in the way that reaches least over the border, or a little up
/// or down of it.
fn across(fits: &[Label], taken: &[Rect<f64>]) -> Option<Label> {
    let shifted = fits.iter().flat_map(|label| {
        [0.0, 0.5, -0.5, 1.0, -1.0].map(|lines| {
            let middle = Coord { x: label.middle.x, y: label.middle.y + lines * SIZES.1 };
            Label { middle, size: SIZES.1, ..label.clone() }
        })
    });
    shifted.into_iter().find(|label| is_free(taken, &label_box(label)))
}

fn number(number: usize, shape: &MultiPolygon<f64>) -> Option<Label> {
    let middle = pole(main_part(shape)?, 1.0);
    Some(Label { lines: vec![number.to_string()], middle, size: MARK_SIZE, is_number: true })
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
                labels.placed.iter().filter(|label| !label.is_number).map(label_box).collect();
            for (index, one) in boxes.iter().enumerate() {
                assert!(boxes[index + 1..].iter().all(|other| !one.intersects(other)), "side {side}");
            }
            assert_eq!(labels.placed.len(), names.len());
        }
    }
}
