//! Regions that the rules allow and that are not drawn, beside what the audit says of them.

use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, Instance, PopulationBounds, Problem, RegionLevel, Regions, RuleId,
    RuleWeight, Severity,
};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::{
    Beyond, Feasibility, FeasibilityQuery, Infeasibility, Options, Outcome, Stopped, Unwatched, beyond,
    feasibility, solve,
};

/// Units in a row, of so many people.
fn row(people: &[u64]) -> (Territory, Graph) {
    let unit = |(place, &population): (usize, &u64)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: format!("unit {place}"),
        population,
    };
    let units = people.iter().enumerate().map(unit).collect();
    (Territory::new(units).unwrap(), Graph::grid(people.len(), 1))
}

/// Zones of one unit, of 1 to 50 people each, and regions of exactly 60 people, drawn.
fn drawn(rules: &[RuleId]) -> Problem {
    let mut problem = Problem::within(PopulationBounds::new(1, Some(50)).unwrap());
    problem = problem.with_zone_count(CountBounds::new(Some(3), Some(3)).unwrap());
    problem.regions = Regions::Drawn;
    let population = PopulationBounds::new(60, Some(60)).unwrap();
    problem.profile.region =
        RegionLevel { population, count: CountBounds::default(), zones: CountBounds::default() };
    let sums = [RuleId::RegionBelowMinimumPopulation, RuleId::RegionAboveMaximumPopulation];
    for rule in sums.into_iter().chain(rules.iter().copied()) {
        problem.profile = problem.profile.clone().with_error(rule);
    }
    problem
}

const ALL: [RuleId; 3] =
    [RuleId::RegionNotContiguous, RuleId::ZoneWithoutRegion, RuleId::ZoneInSeveralRegions];

/// A plan of a zone for each unit, in these regions.
fn plan(of_units: &[&[&str]]) -> Plan {
    let zones = (0..of_units.len()).map(|unit| (format!("z{unit}"), vec![UnitId::new(unit)]));
    let mut plan = Plan::from_zones(of_units.len(), zones).unwrap();
    let ids: Vec<_> = plan.zones.ids().collect();
    for (id, regions) in ids.into_iter().zip(of_units) {
        plan.zones[id].regions = regions.iter().map(|&name| name.to_owned()).collect();
    }
    plan
}

fn outcome((territory, graph): &(Territory, Graph), problem: &Problem) -> Outcome {
    let instance = Instance::new(territory, graph, problem).expect("an instance");
    solve(&instance, &Options::default(), &Unwatched).outcome
}

fn is_compliant((territory, graph): &(Territory, Graph), problem: &Problem, plan: &Plan) -> bool {
    audit(&Instance::new(territory, graph, problem).expect("an instance"), plan).is_compliant()
}

/// That a plan is compliant, that none is proved impossible, and what was not tried.
fn is_beyond(world: &(Territory, Graph), problem: &Problem, plan: &Plan, expected: &[Beyond]) {
    assert!(is_compliant(world, problem, plan), "the plan is not compliant");
    assert_eq!(beyond(&Instance::new(&world.0, &world.1, problem).unwrap()), expected);
    match outcome(world, problem) {
        Outcome::Unknown { stopped: Stopped::NoneContiguous { beyond, .. }, .. } => {
            assert_eq!(beyond, expected);
        }
        outcome => panic!("there is a plan, and yet {outcome:?}"),
    }
}

/// 30, 60 and 30 people in a row: the outer two are a region of 60, in two parts.
#[test]
fn regions_that_may_lie_apart_are_not_proved_impossible() {
    let world = row(&[30, 60, 30]);
    let mut problem = drawn(&ALL);
    problem.profile.zone.population = PopulationBounds::new(1, Some(60)).unwrap();
    let apart = plan(&[&["a"], &["b"], &["a"]]);
    assert!(!is_compliant(&world, &problem, &apart));
    assert!(matches!(outcome(&world, &problem), Outcome::Infeasible { .. }));

    let mut not_asked = problem.clone();
    not_asked.profile.rules.remove(&RuleId::RegionNotContiguous);
    is_beyond(&world, &not_asked, &apart, &[Beyond::RegionsApart]);
    let mut warned = problem.clone();
    warned.profile.rules.entry(RuleId::RegionNotContiguous).or_default().weight =
        Some(RuleWeight::Finding(Severity::Warning));
    is_beyond(&world, &warned, &apart, &[Beyond::RegionsApart]);
    let mut except = problem.clone();
    except.profile.rules.entry(RuleId::RegionNotContiguous).or_default().except = vec!["0".to_owned()];
    is_beyond(&world, &except, &apart, &[Beyond::RegionsApart]);
    let mut waived = problem;
    waived.exceptions.push(Exception {
        subject: Excepted::Units(vec![UnitId::new(0), UnitId::new(2)]),
        bounds: None,
        waives: vec![RuleId::RegionNotContiguous],
        reason: Some("because".to_owned()),
        legal_ground: None,
        until: None,
    });
    is_beyond(&world, &waived, &apart, &[Beyond::RegionsApart]);
}

/// 50 people too few for another region of 60: their zone may lie in none.
#[test]
fn zones_that_may_lie_in_no_region_are_not_proved_impossible() {
    let world = row(&[30, 30, 50]);
    let problem = drawn(&ALL);
    let outside = plan(&[&["a"], &["a"], &[]]);
    assert!(!is_compliant(&world, &problem, &outside));
    assert!(matches!(outcome(&world, &problem), Outcome::Infeasible { .. }));
    let mut warned = problem;
    warned.profile.rules.entry(RuleId::ZoneWithoutRegion).or_default().weight =
        Some(RuleWeight::Finding(Severity::Warning));
    is_beyond(&world, &warned, &outside, &[Beyond::ZonesOutsideRegions]);
}

/// 30 people in a row of three: each two neighbours make a region, and the middle zone is in both.
#[test]
fn zones_that_may_lie_in_several_regions_are_not_proved_impossible() {
    let world = row(&[30, 30, 30]);
    let problem = drawn(&ALL);
    let several = plan(&[&["a"], &["a", "b"], &["b"]]);
    assert!(!is_compliant(&world, &problem, &several));
    assert!(matches!(outcome(&world, &problem), Outcome::Infeasible { .. }));
    let mut warned = problem;
    warned.profile.rules.entry(RuleId::ZoneInSeveralRegions).or_default().weight =
        Some(RuleWeight::Finding(Severity::Warning));
    is_beyond(&world, &warned, &several, &[Beyond::ZonesInSeveralRegions]);
}

/// Sums over regions hold for regions in parts too, and are still a proof.
#[test]
fn sums_over_regions_do_not_rest_on_contiguity() {
    let world = row(&[30, 30, 50]);
    let problem = drawn(&[RuleId::ZoneWithoutRegion, RuleId::ZoneInSeveralRegions]);
    assert!(matches!(
        outcome(&world, &problem),
        Outcome::Infeasible { why: Infeasibility::NumberOfRegions(_) }
    ));
}

/// Four units of 10 people in a row, two given regions of two, and a third without a unit.
fn given(count: CountBounds, is_crossed: bool) -> ((Territory, Graph), Problem) {
    let (mut territory, graph) = row(&[10, 10, 10, 10]);
    let group = |name: &str, units: &[usize]| Group {
        name: name.to_owned(),
        units: units.iter().map(|&unit| UnitId::new(unit)).collect(),
        parts: Vec::new(),
    };
    let groups = vec![group("west", &[0, 1]), group("east", &[2, 3]), group("none", &[])];
    territory.families = vec![GroupFamily { name: "region".to_owned(), role: GroupRole::Unsaid, groups }];
    let mut problem = Problem::within(PopulationBounds::new(10, Some(40)).unwrap());
    problem.regions = Regions::Given { family: "region".to_owned() };
    problem.profile.region.count = count;
    problem.profile = problem.profile.clone().with_error(RuleId::WrongNumberOfRegions);
    if !is_crossed {
        problem.profile = problem.profile.clone().with_family(RuleId::ZoneCrossesGroup, "region");
    }
    ((territory, graph), problem)
}

/// Plans lie in both regions where no zone may cross, and in one or both where zones may.
#[test]
fn the_number_of_given_regions_is_kept_or_told() {
    let counts = [(None, Some(1)), (Some(1), Some(1)), (Some(2), None), (None, Some(2)), (Some(3), None)];
    for (least, most) in counts {
        let count = CountBounds::new(least, most).unwrap();
        for is_crossed in [false, true] {
            let (world, problem) = given(count, is_crossed);
            let is_enough = least.is_none_or(|least| least <= 2);
            let has_plan = is_enough && (is_crossed || most.is_none_or(|most| most >= 2));
            let outcome = outcome(&world, &problem);
            let text = format!("{count}, {is_crossed}: {outcome:?}");
            match &outcome {
                Outcome::Optimal { plan, .. } | Outcome::Feasible { plan, .. } => {
                    assert!(is_compliant(&world, &problem, plan), "{text}");
                }
                Outcome::Infeasible { why: Infeasibility::NumberOfGivenRegions { with_zones: 2, .. } } => {
                    assert!(!has_plan, "{text}");
                }
                Outcome::Unknown { stopped: Stopped::NotInThisEngine { .. }, .. } => {
                    assert!(is_crossed && has_plan, "{text}");
                }
                _ => panic!("{text}"),
            }
            let (territory, graph) = &world;
            let asked = FeasibilityQuery::whole(territory, graph, &problem);
            let answer = feasibility(&asked, &Options::default(), &Unwatched);
            assert_eq!(matches!(answer, Feasibility::Infeasible { .. }), !has_plan, "{text} {answer:?}");
        }
    }
}
