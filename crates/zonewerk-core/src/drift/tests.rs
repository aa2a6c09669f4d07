use std::collections::BTreeMap;

use jiff::civil::date;

use super::*;
use crate::plan::{Holding, UnitPart};
use crate::problem::{Excepted, Exception, RuleId, RuleSetting, RuleWeight, Severity};
use crate::territory::{Id, Unit, UnitCode};

fn bounds(minimum: u64, maximum: Option<u64>) -> PopulationBounds {
    PopulationBounds::new(minimum, maximum).unwrap()
}

/// Units of these inhabitants on 1 January 2022.
fn territory(people: &[u64]) -> Territory {
    let unit = |(place, &population): (usize, &u64)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: format!("unit {place}"),
        population,
    };
    let units = people.iter().enumerate().map(unit).collect();
    let mut territory = Territory::new(units).unwrap();
    territory.population_date = Some(date(2022, 1, 1));
    territory
}

fn series(counts: &[(Date, &[u64])]) -> PopulationSeries {
    let counts = counts.iter().map(|&(day, people)| (day, people.to_vec().into())).collect();
    PopulationSeries { counts, ..PopulationSeries::default() }
}

/// A plan of one zone, called Z, of all units.
fn whole(units: usize) -> Plan {
    Plan::from_zones(units, [("Z".to_owned(), (0..units).map(Id::new).collect())]).expect("each unit once")
}

/// One zone of one unit, with so many inhabitants on 1 January 2021 and 2022.
fn course(people: [u64; 2], problem: &Problem) -> Course {
    let series = series(&[(date(2021, 1, 1), &people[..1])]);
    let drift = drift(&territory(&people[1..]), problem, &whole(1), &series);
    drift.zones[ZoneId::new(0)].course().unwrap().clone()
}

/// Direction, day and bound of its crossing under bounds.
fn crossed(people: [u64; 2], problem: &Problem) -> Option<(CrossingDirection, String, Bound, u64)> {
    let crossing = course(people, problem).crossing?;
    Some((crossing.direction, crossing.day.to_string(), crossing.bound, crossing.people))
}

#[test]
fn line_that_meets_its_bound_leaves_on_the_next_day() {
    use Bound::{Maximum, Minimum};
    use CrossingDirection::{Enters, Leaves};
    // From 2021 to 2022 are 365 days: one person a day is 365 people.
    for (people, least, most, expected) in [
        ([1_000, 1_365], 1, Some(1_370), Some((Leaves, "2022-01-07", Maximum, 1_370))),
        ([1_365, 1_000], 995, None, Some((Leaves, "2022-01-07", Minimum, 995))),
        ([1_000, 1_365], 1, Some(1_365), Some((Leaves, "2022-01-02", Maximum, 1_365))),
        // Two people a day: five more are there after two days and a half.
        ([0, 730], 1, Some(735), Some((Leaves, "2022-01-04", Maximum, 735))),
        ([1_730, 1_000], 999, None, Some((Leaves, "2022-01-02", Minimum, 999))),
        // Outside and coming back: on the day that it meets the bound it is within.
        ([900, 1_265], 1_275, Some(2_000), Some((Enters, "2022-01-11", Minimum, 1_275))),
        ([1_365, 1_000], 1, Some(990), Some((Enters, "2022-01-11", Maximum, 990))),
        // Past the 29th of February.
        ([1_000, 1_365], 1, Some(1_365 + 800), Some((Leaves, "2024-03-12", Maximum, 2_165))),
        // Flat, going inward, going further out, and without a bound on that side.
        ([1_000, 1_000], 1_000, Some(1_000), None),
        ([1_000, 990], 2_000, None, None),
        ([1_000, 1_010], 1, Some(900), None),
        ([1_000, 1_365], 0, None, None),
        ([1_365, 1_000], 0, Some(2_000), None),
        // Too fast to stop between the bounds.
        ([1_000, 1_000 + 3_650], 4_651, Some(4_652), None),
        // 100 inhabitants in 36,500 days are within a hundred years, 101 are not.
        ([1_000, 1_001], 1, Some(1_101), Some((Leaves, "2121-12-09", Maximum, 1_101))),
        ([1_000, 1_001], 1, Some(1_102), None),
    ] {
        let expected = expected.map(|(direction, day, bound, at)| (direction, day.to_owned(), bound, at));
        assert_eq!(
            crossed(people, &Problem::within(bounds(least, most))),
            expected,
            "{people:?} in {least} to {most:?}"
        );
    }
}

#[test]
fn zones_that_leave_and_enter_are_told_date_by_date() {
    let (years, people) = ([2018, 2019, 2020, 2021], [70, 80, 131, 60]);
    let counts: Vec<(Date, Vec<u64>)> =
        years.iter().zip(people).map(|(&year, people)| (date(year, 1, 1), vec![people])).collect();
    let counts: Vec<(Date, &[u64])> = counts.iter().map(|(day, people)| (*day, &people[..])).collect();
    let problem = Problem::within(bounds(75, Some(125)));
    let drift = drift(&territory(&[90]), &problem, &whole(1), &series(&counts));
    assert_eq!(drift.own, OwnCount::Added(date(2022, 1, 1)));
    let course = drift.zones[ZoneId::new(0)].course().unwrap();
    let told: Vec<_> =
        course.points.iter().map(|point| (point.people, point.standing, point.change)).collect();
    let (leaves, enters) = (Some(StatusChange::Leaves), Some(StatusChange::Enters));
    let expected = [
        (70, BoundStatus::Below(5), None),
        (80, BoundStatus::Within, enters),
        (131, BoundStatus::Above(6), leaves),
        (60, BoundStatus::Below(15), leaves),
        (90, BoundStatus::Within, enters),
    ];
    assert_eq!(told, expected);
    let zone = vec![ZoneId::new(0)];
    assert_eq!((drift.outside(0), drift.changed(0, StatusChange::Leaves)), (zone.clone(), vec![]));
    assert_eq!(
        (drift.changed(2, StatusChange::Leaves), drift.changed(2, StatusChange::Enters)),
        (zone, vec![])
    );
    assert_eq!(course.trend, Some(Trend { first: 70, last: 90, days: 1461 }));
    assert_eq!(course.trend.unwrap().per_year(), 5);
}

#[test]
fn count_of_the_same_day_in_the_series_is_used() {
    let problem = Problem::within(bounds(1, None));
    let day = date(2022, 1, 1);
    let with = |people: &[u64]| drift(&territory(&[10, 20]), &problem, &whole(2), &series(&[(day, people)]));
    let same = with(&[10, 20]);
    assert_eq!((same.own, same.dates), (OwnCount::Same(day), vec![day]));
    let other = with(&[10, 25]);
    assert_eq!(other.own, OwnCount::Replaced { day, units: 1, own: 30, series: 35 });
    let course = other.zones[ZoneId::new(0)].course().unwrap();
    assert_eq!((course.points[0].people, course.trend, course.crossing), (35, None, None));
    let mut undated = territory(&[10, 20]);
    undated.population_date = None;
    let alone = drift(&undated, &problem, &whole(2), &series(&[(date(2020, 1, 1), &[1, 2])]));
    assert_eq!((alone.own, alone.dates), (OwnCount::Undated, vec![date(2020, 1, 1)]));
}

#[test]
fn part_grows_as_its_unit_and_is_not_guessed() {
    let mut plan = Plan::from_zones(3, ["A", "B", "C"].map(|name| (name.to_owned(), Vec::new())))
        .expect("each unit once");
    let part =
        |name: &str, population, zone| UnitPart { name: name.into(), population, zone: ZoneId::new(zone) };
    plan.holdings[UnitId::new(0)] =
        Holding::Parts(vec![part("n", Some(30), 0), part("s", Some(10), 0), part("w", None, 1)]);
    plan.holdings[UnitId::new(1)] = Holding::Shared(vec![ZoneId::new(0), ZoneId::new(1)]);
    plan.holdings[UnitId::new(2)] = Holding::Whole(ZoneId::new(7));
    let problem = Problem::within(bounds(1, None));
    let counts = series(&[(date(2021, 1, 1), &[50, 7, 9])]);
    let drift = drift(&territory(&[100, 8, 9]), &problem, &plan, &counts);
    let [a, b, c] = [0, 1, 2].map(|zone| &drift.zones[ZoneId::new(zone)]);
    let people: Vec<u64> = a.course().unwrap().points.iter().map(|point| point.people).collect();
    assert_eq!(people, [20 + 7, 40 + 8], "as the audit counts it on the territory's own day");
    assert_eq!(a.parts, BTreeSet::from([UnitId::new(0)]));
    assert_eq!(b.fate, Fate::NotKnown(BTreeSet::from([UnitId::new(0)])));
    assert_eq!(c.fate, Fate::Empty);
}

#[test]
fn exception_has_its_own_bounds_until_it_ends() {
    let ordinary = bounds(75, Some(125));
    let unit = UnitId::new(0);
    let exception = |own, until| Exception { until, ..Exception::bounds_for(vec![unit], own, "a city") };
    let with = |exceptions: Vec<Exception>| Problem { exceptions, ..Problem::within(ordinary) };
    let free = PopulationBounds::any();
    assert_eq!(crossed([150, 160], &with(vec![exception(free, None)])), None);
    let narrow = crossed([150, 160], &with(vec![exception(bounds(100, Some(165)), None)]));
    assert_eq!(narrow, Some((CrossingDirection::Leaves, "2022-07-03".to_owned(), Bound::Maximum, 165)));
    let ending = course([150, 160], &with(vec![exception(free, Some(date(2030, 6, 30)))])).crossing.unwrap();
    assert_eq!((ending.day, ending.people, ending.exception_ends), (date(2030, 7, 1), 125, true));
    // Within the ordinary bounds when it ends, and leaves them later.
    let later = course([100, 101], &with(vec![exception(free, Some(date(2030, 6, 30)))])).crossing.unwrap();
    assert_eq!((later.day, later.exception_ends), (date(2045, 12, 27), false));
    // Already ended between the counts.
    let ended = course([150, 160], &with(vec![exception(free, Some(date(2021, 6, 30)))]));
    assert_eq!(
        ended.points.iter().map(|point| point.change).collect::<Vec<_>>(),
        [None, Some(StatusChange::Leaves)]
    );
    // Not that of another set of units, but that of the zone's name.
    let by_name =
        |name: &str| Exception { subject: Excepted::Zone(name.to_owned()), ..exception(free, None) };
    assert!(crossed([120, 121], &with(vec![by_name("Y")])).is_some());
    assert_eq!(crossed([120, 121], &with(vec![by_name("Z")])), None);
}

#[test]
fn bound_that_is_waived_or_not_asked_is_none() {
    let waiver = |rule: RuleId| Exception {
        bounds: None,
        waives: vec![rule],
        ..Exception::bounds_for(vec![UnitId::new(0)], PopulationBounds::any(), "small")
    };
    let mut problem = Problem::within(bounds(75, Some(125)));
    assert!(crossed([100, 101], &problem).is_some() && crossed([100, 99], &problem).is_some());
    problem.exceptions.push(waiver(RuleId::ZoneBelowMinimumPopulation));
    assert!(crossed([100, 101], &problem).is_some() && crossed([100, 99], &problem).is_none());
    problem.exceptions[0] = waiver(RuleId::ZoneNotContiguous);
    let off = RuleSetting { weight: Some(RuleWeight::Off), ..RuleSetting::default() };
    problem.profile.rules.insert(RuleId::ZoneAboveMaximumPopulation, off);
    assert!(crossed([100, 101], &problem).is_none() && crossed([100, 99], &problem).is_some());
    problem.profile.rules = BTreeMap::new();
    assert_eq!(course([100, 1], &problem).points[1].bounds, PopulationBounds::any());
}

#[test]
fn plan_over_other_units_is_no_panic() {
    let problem = Problem::within(bounds(1, None));
    let counts = series(&[(date(2021, 1, 1), &[5])]);
    let drift = drift(&territory(&[3, 4]), &problem, &whole(5), &counts);
    let course = drift.zones[ZoneId::new(0)].course().unwrap();
    assert_eq!(course.points.iter().map(|point| point.people).collect::<Vec<_>>(), [5, 7]);
}

/// How much a finding of a rule weighs.
fn weighed(weight: RuleWeight) -> RuleSetting {
    RuleSetting { weight: Some(weight), ..RuleSetting::default() }
}

#[test]
fn bound_of_which_a_breach_is_no_error_is_none() {
    for severity in [Severity::Warning, Severity::Info] {
        let mut problem = Problem::within(bounds(75, Some(125)));
        let lighter = weighed(RuleWeight::Finding(severity));
        problem.profile.rules.insert(RuleId::ZoneAboveMaximumPopulation, lighter.clone());
        assert!(crossed([100, 101], &problem).is_none() && crossed([100, 99], &problem).is_some());
        problem.profile.rules.insert(RuleId::ZoneBelowMinimumPopulation, lighter);
        assert_eq!(course([100, 1], &problem).points[1].bounds, PopulationBounds::any());
        let error = weighed(RuleWeight::Finding(Severity::Error));
        problem.profile.rules.insert(RuleId::ZoneBelowMinimumPopulation, error);
        assert_eq!(course([100, 1], &problem).points[1].bounds, bounds(75, None));
    }
}

#[test]
fn exception_ends_where_that_is_an_error() {
    let until = Some(date(2021, 6, 30));
    let ended =
        Exception { until, ..Exception::bounds_for(vec![UnitId::new(0)], PopulationBounds::any(), "a city") };
    let mut problem = Problem { exceptions: vec![ended], ..Problem::within(bounds(75, Some(125))) };
    let last = |problem: &Problem| course([150, 160], problem).points[1].bounds;
    assert_eq!(last(&problem), bounds(75, Some(125)));
    for weight in [RuleWeight::Off, RuleWeight::Finding(Severity::Warning)] {
        problem.profile.rules.insert(RuleId::ExceptionExpired, weighed(weight));
        assert_eq!(last(&problem), PopulationBounds::any(), "{weight:?}");
        assert_eq!(crossed([150, 160], &problem), None);
    }
    problem.profile.rules.insert(RuleId::ExceptionExpired, weighed(RuleWeight::Finding(Severity::Error)));
    assert_eq!(last(&problem), bounds(75, Some(125)));
}

#[test]
fn exception_without_a_reason_is_no_leave() {
    let ordinary = bounds(75, Some(125));
    let exception = |own: PopulationBounds, reason: Option<&str>| Exception {
        reason: reason.map(str::to_owned),
        ..Exception::bounds_for(vec![UnitId::new(0)], own, "")
    };
    let last = |problem: &Problem| course([150, 160], problem).points[1].bounds;
    let wide = bounds(10, Some(1_000));
    for reason in [None, Some(" ")] {
        let mut problem = Problem { exceptions: vec![exception(wide, reason)], ..Problem::within(ordinary) };
        assert_eq!(last(&problem), ordinary);
        // Narrower ones are exceeded without it.
        problem.exceptions[0] = exception(bounds(10, Some(100)), reason);
        assert_eq!(last(&problem), bounds(75, Some(100)));
        // One that has its reason goes before it, wherever it stands.
        problem.exceptions.push(exception(wide, Some("a city")));
        assert_eq!(last(&problem), wide);
        problem.exceptions.truncate(1);
        problem.profile.rules.insert(RuleId::ExceptionWithoutReason, weighed(RuleWeight::Off));
        assert_eq!(last(&problem), bounds(10, Some(100)));
        let waiver = Exception {
            bounds: None,
            waives: vec![RuleId::ZoneAboveMaximumPopulation],
            ..exception(wide, reason)
        };
        problem.exceptions = vec![waiver];
        assert_eq!(last(&problem), bounds(75, None));
        problem.profile.rules.remove(&RuleId::ExceptionWithoutReason);
        assert_eq!(last(&problem), ordinary);
    }
}
