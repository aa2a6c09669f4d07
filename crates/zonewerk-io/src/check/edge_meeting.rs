//! How two edges meet, decided with exact orientation (Shewchuk 1997).

use geo::algorithm::kernels::{Kernel, Orientation, RobustKernel};
use geo::{Coord, Line};

/// What two edges have in common.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum EdgeMeeting {
    /// Nothing.
    Apart,
    /// One point, an end of at least one of them.
    Touch(Coord),
    /// One point inside both.
    Cross(Coord),
    /// A stretch.
    Overlap(Coord, Coord),
}

pub(super) fn orientation(a: Coord, b: Coord, c: Coord) -> Orientation {
    RobustKernel::orient2d(a, b, c)
}

/// How two edges meet.
pub(super) fn meeting(p: &Line, q: &Line) -> EdgeMeeting {
    use Orientation::Collinear;
    let start = orientation(p.start, p.end, q.start);
    let end = orientation(p.start, p.end, q.end);
    if start == end && start != Collinear {
        return EdgeMeeting::Apart;
    }
    let other_start = orientation(q.start, q.end, p.start);
    let other_end = orientation(q.start, q.end, p.end);
    if other_start == other_end && other_start != Collinear {
        return EdgeMeeting::Apart;
    }
    if start == Collinear && end == Collinear {
        return along(p, q);
    }
    match (start, end, other_start, other_end) {
        (Collinear, ..) => EdgeMeeting::Touch(q.start),
        (_, Collinear, ..) => EdgeMeeting::Touch(q.end),
        (_, _, Collinear, _) => EdgeMeeting::Touch(p.start),
        (_, _, _, Collinear) => EdgeMeeting::Touch(p.end),
        _ => EdgeMeeting::Cross(crossing(p, q)),
    }
}

fn along(p: &Line, q: &Line) -> EdgeMeeting {
    let key = |point: &Coord| (point.x, point.y);
    let sorted = |line: &Line| {
        if key(&line.start) <= key(&line.end) { (line.start, line.end) } else { (line.end, line.start) }
    };
    let ((p_low, p_high), (q_low, q_high)) = (sorted(p), sorted(q));
    let low = if key(&p_low) >= key(&q_low) { p_low } else { q_low };
    let high = if key(&p_high) <= key(&q_high) { p_high } else { q_high };
    match key(&low).partial_cmp(&key(&high)) {
        Some(std::cmp::Ordering::Less) => EdgeMeeting::Overlap(low, high),
        Some(std::cmp::Ordering::Equal) => EdgeMeeting::Touch(low),
        _ => EdgeMeeting::Apart,
    }
}

fn crossing(p: &Line, q: &Line) -> Coord {
    let (along, across) = (p.delta(), q.delta());
    let apart = q.start - p.start;
    let share = (apart.x * across.y - apart.y * across.x) / (along.x * across.y - along.y * across.x);
    if share.is_finite() { p.start + along * share.clamp(0.0, 1.0) } else { p.start }
}

/// One passage of a ring through a point: where it comes from and where it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Passage {
    pub from: Coord,
    pub to: Coord,
}

/// Whether two rings that pass through `at` change sides there. Their four directions differ.
pub(super) fn passages_cross(at: Coord, a: Passage, b: Passage) -> bool {
    between(at, a.from, a.to, b.from) != between(at, a.from, a.to, b.to)
}

/// Whether `direction` lies counterclockwise of `from` and clockwise of `to`, seen from `at`.
fn between(at: Coord, from: Coord, to: Coord, direction: Coord) -> bool {
    use Orientation::{Clockwise, Collinear, CounterClockwise};
    match orientation(at, from, to) {
        CounterClockwise => {
            orientation(at, from, direction) == CounterClockwise
                && orientation(at, direction, to) == CounterClockwise
        }
        Clockwise => {
            orientation(at, to, direction) == Clockwise || orientation(at, direction, from) == Clockwise
        }
        Collinear => orientation(at, from, direction) == CounterClockwise,
    }
}
