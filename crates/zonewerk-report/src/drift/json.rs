use jiff::civil::Date;
use serde::Serialize;

use super::{Drifted, zone_name};
use crate::json_text::pretty;
use zonewerk_core::drift::{
    Bound, BoundCrossing, BoundStatus, CoursePoint, CrossingDirection, Drift, Fate, HORIZON_YEARS, OwnCount,
    StatusChange, Trend,
};
use zonewerk_core::problem::{PopulationBounds, Profile};
use zonewerk_core::territory::{SummedMerger, UnitId, ZoneId};

#[derive(Serialize)]
struct DriftFile<'a> {
    /// Version of the program that wrote it.
    version: &'static str,
    scenario: &'a str,
    plan: &'a str,
    population: PopulationReport<'a>,
    /// Years after the last date in which crossings are looked for.
    horizon_years: i16,
    profiles: Vec<ProfileReport<'a>>,
}

#[derive(Serialize)]
struct PopulationReport<'a> {
    file: &'a str,
    sha256: &'a str,
    /// Dates of the file and of the scenario, ascending.
    dates: Vec<Date>,
    scenario: OwnReport,
    summed: Vec<SummedReport<'a>>,
    read_as_new: Vec<ReadingReport<'a>>,
}

/// What became of the scenario's own inhabitants.
#[derive(Serialize)]
#[serde(tag = "used", rename_all = "kebab-case")]
enum OwnReport {
    /// They are one of the counts.
    Added { date: Date },
    /// The file has the same.
    Same { date: Date },
    /// The file has others, which were used.
    Replaced { date: Date, units: usize, scenario_population: u64, file_population: u64 },
    /// Their date is not known.
    Undated,
}

#[derive(Serialize)]
struct SummedReport<'a> {
    code: &'a str,
    name: &'a str,
    old_codes: Vec<&'a str>,
    dates: &'a [Date],
}

#[derive(Serialize)]
struct ReadingReport<'a> {
    code: &'a str,
    name: &'a str,
    dates: &'a [Date],
}

#[derive(Serialize)]
struct ProfileReport<'a> {
    name: &'a str,
    bounds: PopulationBounds,
    dates: Vec<DateReport<'a>>,
    zones: Vec<ZoneReport<'a>>,
}

#[derive(Serialize)]
struct DateReport<'a> {
    date: Date,
    leave: Vec<&'a str>,
    enter: Vec<&'a str>,
    outside: Vec<&'a str>,
}

#[derive(Serialize)]
struct ZoneReport<'a> {
    name: &'a str,
    /// Codes of the units of which a part was taken to grow as the whole.
    parts_of: Vec<&'a str>,
    /// Codes of the units of which the inhabitants of the part are not known.
    not_known: Vec<&'a str>,
    points: Vec<PointReport>,
    trend: Option<TrendReport>,
    crossing: Option<CrossingReport>,
}

#[derive(Serialize)]
struct PointReport {
    date: Date,
    population: u64,
    bounds: PopulationBounds,
    /// `below`, `within` or `above` its bounds.
    state: &'static str,
    /// By how many inhabitants.
    by: u64,
    /// `leaves` or `enters` since the date before.
    change: Option<&'static str>,
}

/// The line through the first and last count.
#[derive(Serialize)]
struct TrendReport {
    /// Inhabitants at the last count less those at the first.
    growth: i128,
    /// Days between them.
    days: u32,
    /// The same in a year of 365.25 days, rounded.
    per_year: i64,
}

#[derive(Serialize)]
struct CrossingReport {
    /// The first day beyond the bound, or back within it.
    date: Date,
    /// `leaves` or `enters` its bounds.
    direction: &'static str,
    /// `minimum` or `maximum`.
    bound: &'static str,
    population: u64,
    /// Whether the bound changes on that day, as an exception ends.
    exception_ends: bool,
}

pub(super) fn json(drifted: &Drifted) -> Vec<u8> {
    let drifts = &drifted.drifts;
    let population = PopulationReport {
        file: drifted.file.shown_name(),
        sha256: &drifted.file.sha256,
        dates: drifts.first().map(|(_, drift)| drift.dates.clone()).unwrap_or_default(),
        scenario: drifts.first().map_or(OwnReport::Undated, |(_, drift)| own(drift.own)),
        summed: drifted.series.summed.iter().filter_map(|summed| of_merger(drifted, summed)).collect(),
        read_as_new: drifted
            .series
            .read_as_new
            .iter()
            .map(|(reading, dates)| ReadingReport { code: reading.code.as_str(), name: &reading.name, dates })
            .collect(),
    };
    pretty(&DriftFile {
        version: env!("CARGO_PKG_VERSION"),
        scenario: &drifted.scenario.name,
        plan: drifted.plan_name,
        population,
        horizon_years: HORIZON_YEARS,
        profiles: drifts.iter().map(|(profile, drift)| of_profile(drifted, profile, drift)).collect(),
    })
}

fn own(own: OwnCount) -> OwnReport {
    match own {
        OwnCount::Added(date) => OwnReport::Added { date },
        OwnCount::Same(date) => OwnReport::Same { date },
        OwnCount::Replaced { day, units, own, series } => {
            OwnReport::Replaced { date: day, units, scenario_population: own, file_population: series }
        }
        OwnCount::Undated => OwnReport::Undated,
    }
}

fn of_merger<'a>(drifted: &Drifted<'a>, summed: &'a SummedMerger) -> Option<SummedReport<'a>> {
    let merger = drifted.scenario.territory.mergers.get(summed.merger)?;
    Some(SummedReport {
        code: merger.new_code.as_str(),
        name: &merger.new_name,
        old_codes: merger.old_units.iter().map(|unit| unit.code.as_str()).collect(),
        dates: &summed.dates,
    })
}

fn of_profile<'a>(drifted: &Drifted<'a>, profile: &'a Profile, drift: &'a Drift) -> ProfileReport<'a> {
    let names = |zones: Vec<ZoneId>| zones.into_iter().map(|zone| zone_name(drifted.plan, zone)).collect();
    let dates = drift.dates.iter().enumerate().map(|(place, &date)| DateReport {
        date,
        leave: names(drift.changed(place, StatusChange::Leaves)),
        enter: names(drift.changed(place, StatusChange::Enters)),
        outside: names(drift.outside(place)),
    });
    ProfileReport {
        name: &profile.name,
        bounds: drift.bounds,
        dates: dates.collect(),
        zones: drift.zones.ids().map(|zone| of_zone(drifted, drift, zone)).collect(),
    }
}

fn of_zone<'a>(drifted: &Drifted<'a>, drift: &'a Drift, zone: ZoneId) -> ZoneReport<'a> {
    let code = |unit: &UnitId| drifted.scenario.territory.unit(*unit).code.as_str();
    let described = &drift.zones[zone];
    let course = described.course();
    ZoneReport {
        name: zone_name(drifted.plan, zone),
        parts_of: described.parts.iter().map(code).collect(),
        not_known: match &described.fate {
            Fate::NotKnown(units) => units.iter().map(code).collect(),
            Fate::Known(_) | Fate::Empty => Vec::new(),
        },
        points: course.map(|course| course.points.iter().map(of_point).collect()).unwrap_or_default(),
        trend: course.and_then(|course| course.trend).map(of_trend),
        crossing: course.and_then(|course| course.crossing).map(of_crossing),
    }
}

fn of_point(point: &CoursePoint) -> PointReport {
    let (state, by) = match point.standing {
        BoundStatus::Below(by) => ("below", by),
        BoundStatus::Within => ("within", 0),
        BoundStatus::Above(by) => ("above", by),
    };
    let change = point.change.map(|change| match change {
        StatusChange::Leaves => "leaves",
        StatusChange::Enters => "enters",
    });
    PointReport { date: point.date, population: point.people, bounds: point.bounds, state, by, change }
}

fn of_trend(trend: Trend) -> TrendReport {
    TrendReport {
        growth: i128::from(trend.last) - i128::from(trend.first),
        days: trend.days,
        per_year: trend.per_year(),
    }
}

fn of_crossing(crossing: BoundCrossing) -> CrossingReport {
    CrossingReport {
        date: crossing.day,
        direction: match crossing.direction {
            CrossingDirection::Leaves => "leaves",
            CrossingDirection::Enters => "enters",
        },
        bound: match crossing.bound {
            Bound::Minimum => "minimum",
            Bound::Maximum => "maximum",
        },
        population: crossing.people,
        exception_ends: crossing.exception_ends,
    }
}
