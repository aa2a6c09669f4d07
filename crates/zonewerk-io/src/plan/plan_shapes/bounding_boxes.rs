use geo::{Coord, Rect};

/// The box around points.
pub(super) fn of_points(points: impl IntoIterator<Item = Coord>) -> Option<Rect> {
    points.into_iter().map(|point| Rect::new(point, point)).reduce(joined)
}

fn joined(a: Rect, b: Rect) -> Rect {
    let min = Coord { x: a.min().x.min(b.min().x), y: a.min().y.min(b.min().y) };
    let max = Coord { x: a.max().x.max(b.max().x), y: a.max().y.max(b.max().y) };
    Rect::new(min, max)
}

/// Whether two boxes have a point in common.
pub(super) fn meet(a: &Rect, b: &Rect) -> bool {
    a.min().x <= b.max().x && b.min().x <= a.max().x && a.min().y <= b.max().y && b.min().y <= a.max().y
}

/// Area in both boxes as a share of that in either.
pub(super) fn likeness(a: &Rect, b: &Rect) -> f64 {
    let width = (a.max().x.min(b.max().x) - a.min().x.max(b.min().x)).max(0.0);
    let height = (a.max().y.min(b.max().y) - a.min().y.max(b.min().y)).max(0.0);
    let area = |one: &Rect| one.width() * one.height();
    let either = area(a) + area(b) - width * height;
    if either > 0.0 { width * height / either } else { 0.0 }
}
