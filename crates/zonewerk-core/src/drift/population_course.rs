use jiff::civil::Date;

use super::bound_crossing::{BoundCrossing, crossing};
use super::bounds_over_time::Stages;
use super::trend::Trend;
use crate::problem::PopulationBounds;

/// The inhabitants of a zone over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// A count for each date, ascending.
    pub points: Vec<CoursePoint>,
    /// The line through the first and the last; `None` where there is one date only.
    pub trend: Option<Trend>,
    /// The first time after the last count that the line crosses a bound.
    pub crossing: Option<BoundCrossing>,
}

/// The inhabitants of a zone at one date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CoursePoint {
    /// The date.
    pub date: Date,
    /// Inhabitants.
    pub people: u64,
    /// The bounds that hold for it.
    pub bounds: PopulationBounds,
    /// How it stands to them.
    pub standing: BoundStatus,
    /// What changed since the date before.
    pub change: Option<StatusChange>,
}

/// How a number of inhabitants stands to bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoundStatus {
    /// So many too few.
    Below(u64),
    /// Allowed.
    Within,
    /// So many too many.
    Above(u64),
}

/// What changed since the date before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatusChange {
    /// It was within its bounds, or beyond the other of them, and is outside now.
    Leaves,
    /// It was outside its bounds and is within now.
    Enters,
}

impl Course {
    pub(super) fn new(dates: &[Date], people: &[u64], stages: &Stages) -> Self {
        let mut points: Vec<CoursePoint> = Vec::new();
        for (&date, &people) in dates.iter().zip(people) {
            let bounds = stages.on(date);
            let standing = BoundStatus::of(people, bounds);
            let change = points.last().and_then(|before| standing.since(before.standing));
            points.push(CoursePoint { date, people, bounds, standing, change });
        }
        let trend = match &points[..] {
            [first, .., last] => Trend::through((first.date, first.people), (last.date, last.people)),
            _ => None,
        };
        let last = points.last().map(|point| point.date);
        let crossing = trend.zip(last).and_then(|(trend, last)| crossing(trend, last, stages));
        Self { points, trend, crossing }
    }
}

impl BoundStatus {
    fn of(people: u64, bounds: PopulationBounds) -> Self {
        match bounds.maximum() {
            Some(maximum) if people > maximum => Self::Above(people - maximum),
            _ if people < bounds.minimum() => Self::Below(bounds.minimum() - people),
            _ => Self::Within,
        }
    }

    fn since(self, before: Self) -> Option<StatusChange> {
        match (before, self) {
            (Self::Within | Self::Above(_), Self::Below(_))
            | (Self::Within | Self::Below(_), Self::Above(_)) => Some(StatusChange::Leaves),
            (Self::Below(_) | Self::Above(_), Self::Within) => Some(StatusChange::Enters),
            _ => None,
        }
    }
}
