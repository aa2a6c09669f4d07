use jiff::ToSpan;
use jiff::civil::Date;

use super::HORIZON_YEARS;
use super::bounds_over_time::Stages;
use super::trend::{BoundSide, Trend};

/// When a zone would leave its bounds, or come back into them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BoundCrossing {
    /// The first day it would be so.
    pub day: Date,
    /// Out of its bounds, or into them.
    pub direction: CrossingDirection,
    /// Which bound it crosses.
    pub bound: Bound,
    /// That bound, in inhabitants.
    pub people: u64,
    /// Whether it is not the zone that moves but the bound, as an exception ends.
    pub exception_ends: bool,
}

/// Out of the bounds, or into them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CrossingDirection {
    /// Out of them.
    Leaves,
    /// Into them.
    Enters,
}

/// One of two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// Fewest inhabitants.
    Minimum,
    /// Most inhabitants.
    Maximum,
}

/// The first crossing of a line after the last count, where there is one before the horizon.
pub(super) fn crossing(trend: Trend, last: Date, stages: &Stages) -> Option<BoundCrossing> {
    let days_to = |day: Date| last.duration_until(day).as_hours() / 24;
    let horizon = last.checked_add(HORIZON_YEARS.years()).unwrap_or(Date::MAX);
    let outside = trend.side(stages.on(last), 0) == BoundSide::Within;
    // The bounds that held on the day before the first that is looked at.
    let (mut from, mut before) = (1, stages.on(last));
    let ending = stages.ending.iter().map(|(until, bounds)| (days_to(*until), *bounds));
    for (until, bounds) in ending.chain([(i64::MAX, stages.last)]) {
        let to = until.min(days_to(horizon));
        if from > to {
            continue;
        }
        if let Some(place) = trend.first_day(bounds, [from, to], outside) {
            let earlier = if place == from { before } else { bounds };
            // What it goes beyond, or was beyond the day before.
            let (broken, day) = if outside { (bounds, place) } else { (earlier, place - 1) };
            let (bound, people) = match trend.side(broken, day) {
                BoundSide::Above => (Bound::Maximum, broken.maximum()?),
                _ => (Bound::Minimum, broken.minimum()),
            };
            return Some(BoundCrossing {
                day: last.checked_add(place.days()).ok()?,
                direction: if outside { CrossingDirection::Leaves } else { CrossingDirection::Enters },
                bound,
                people,
                exception_ends: (trend.side(earlier, place) != BoundSide::Within) != outside,
            });
        }
        (from, before) = (to + 1, bounds);
    }
    None
}
