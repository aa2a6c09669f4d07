//! What other years do to a plan: which zones leave or enter their bounds from date to
//! date, and when each zone would cross a bound at its present trend. A projection, not a
//! verdict: it judges by population bounds alone, whatever day the rules hold on.
//!
//! The trend of a zone is the straight line through its first and its last count. With
//! `P0` inhabitants on day `t0` and `P1` on day `t1`, the zone has
//!
//! ```text
//! P(t) = P1 + (P1 - P0) * (t - t1) / (t1 - t0)
//! ```
//!
//! inhabitants on day `t`. It leaves its bounds on the first whole day after `t1` on which
//! `P(t)` is below the minimum or above the maximum, and comes back on the first on which
//! it is neither. Days are counted, not years, and nothing is rounded: the comparison is
//! between whole numbers. Days more than [`HORIZON_YEARS`] after `t1` are not looked at.
//!
//! Assumptions: growth goes on by the same number of inhabitants a day; the counts between the
//! first and the last do not bend the line; zones and bounds stay as they are, but for
//! exceptions that end; and a part of a unit grows as the whole unit does.

mod bound_crossing;
mod bounds_over_time;
mod population_course;
mod timeline;
mod trend;
mod zone_contents;

pub use bound_crossing::{Bound, BoundCrossing, CrossingDirection};
pub use population_course::{BoundStatus, Course, CoursePoint, StatusChange};
pub use timeline::OwnCount;
pub use trend::Trend;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::plan::Plan;
use crate::problem::{PopulationBounds, Problem};
use crate::territory::{IdVec, PopulationSeries, Territory, UnitId, ZoneId};
use bounds_over_time::DatedExceptions;
use timeline::Timeline;
use zone_contents::ZoneContents;

/// How many years after the last count a crossing is looked for.
pub const HORIZON_YEARS: i16 = 100;

/// What becomes of the zones of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// The dates of the counts, ascending.
    pub dates: Vec<Date>,
    /// What became of the territory's own populations.
    pub own: OwnCount,
    /// The bounds that the profile asks of a zone without an exception.
    pub bounds: PopulationBounds,
    /// Every zone of the plan.
    pub zones: IdVec<ZoneId, ZoneDrift>,
}

/// What becomes of one zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneDrift {
    /// The units of which it holds a part only: these parts are taken to grow as their units.
    pub parts: BTreeSet<UnitId>,
    /// Its inhabitants over time, where they are known.
    pub fate: Fate,
}

/// What can be said of a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its inhabitants at every date.
    Known(Course),
    /// The inhabitants of its part of these units are not known.
    NotKnown(BTreeSet<UnitId>),
    /// It holds nothing.
    Empty,
}

/// Follows the zones of a plan through a series of populations, under the population bounds
/// of the problem's profile and its exceptions. The territory's own populations are one
/// more count where their date is known.
///
/// ```
/// use std::collections::BTreeMap;
/// use jiff::civil::date;
/// use zonewerk_core::drift::{CrossingDirection, Fate, drift};
/// use zonewerk_core::plan::Plan;
/// use zonewerk_core::problem::{PopulationBounds, Problem};
/// use zonewerk_core::territory::{Id, PopulationSeries, Territory, Unit, UnitCode, UnitId, ZoneId};
///
/// let unit = Unit { code: UnitCode::new("a"), name: "A".into(), population: 110 };
/// let mut territory = Territory::new(vec![unit])?;
/// territory.population_date = Some(date(2022, 1, 1));
/// let plan = Plan::from_zones(1, [("all".to_owned(), vec![UnitId::new(0)])])?;
/// let problem = Problem::within(PopulationBounds::new(50, Some(115))?);
/// let counts = BTreeMap::from([(date(2021, 1, 1), vec![100].into())]);
///
/// // 10 inhabitants in 365 days: 115 after another 182.5 days, so above it on the 183rd.
/// let drift = drift(&territory, &problem, &plan, &PopulationSeries { counts, ..Default::default() });
/// let Fate::Known(course) = &drift.zones[ZoneId::new(0)].fate else { panic!("all is known") };
/// let crossing = course.crossing.unwrap();
/// assert_eq!((crossing.direction, crossing.day), (CrossingDirection::Leaves, date(2022, 7, 3)));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn drift(territory: &Territory, problem: &Problem, plan: &Plan, series: &PopulationSeries) -> Drift {
    let timeline = Timeline::new(territory, series);
    let exceptions = DatedExceptions::of(problem);
    let contents = ZoneContents::of_zones(plan, territory);
    let zones = contents.iter().map(|(zone, contents)| {
        let parts = contents.parts.keys().copied().collect();
        let fate = match contents.populations(territory, &timeline) {
            _ if contents.is_empty() => Fate::Empty,
            Ok(people) => {
                let stages = exceptions.stages(&plan.zones[zone].name, contents);
                Fate::Known(Course::new(&timeline.dates(), &people, &stages))
            }
            Err(units) => Fate::NotKnown(units),
        };
        ZoneDrift { parts, fate }
    });
    Drift { zones: zones.collect(), dates: timeline.dates(), own: timeline.own, bounds: exceptions.ordinary }
}

impl ZoneDrift {
    /// Its inhabitants over time; `None` where they are not known or it holds nothing.
    pub fn course(&self) -> Option<&Course> {
        match &self.fate {
            Fate::Known(course) => Some(course),
            Fate::NotKnown(_) | Fate::Empty => None,
        }
    }
}

impl Drift {
    /// The zones that leave or enter their bounds at the date of this place, ascending.
    pub fn changed(&self, place: usize, change: StatusChange) -> Vec<ZoneId> {
        self.zones_where(place, |point| point.change == Some(change))
    }

    /// The zones outside their bounds at the date of this place, ascending.
    pub fn outside(&self, place: usize) -> Vec<ZoneId> {
        self.zones_where(place, |point| point.standing != BoundStatus::Within)
    }

    fn zones_where(&self, place: usize, is_so: impl Fn(&CoursePoint) -> bool) -> Vec<ZoneId> {
        let point = |zone: &ZoneDrift| zone.course().and_then(|course| course.points.get(place).copied());
        let of = |(id, zone): (ZoneId, &ZoneDrift)| point(zone).filter(|point| is_so(point)).map(|_| id);
        self.zones.iter().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests;
