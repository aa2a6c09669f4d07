//! Numbers at and beyond their ends: each question is decided, as the oracle decides it.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{CountBounds, Goal, Instance, Limit, Objective, PopulationBounds, Problem};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::{Options, Outcome, Unwatched, solve};

use super::verdict::Tally;
use crate::worlds::filters::Filter;
use crate::worlds::goals::{alone, every_goal};
use crate::worlds::{World, seeds};

/// Numbers that no territory has.
const HUGE: [u64; 3] = [1_000_000, 1_000_000_000_000_000_000, u64::MAX];

/// Small numbers and huge ones.
fn number(random: &mut ChaCha8Rng, units: usize) -> u64 {
    if random.random_bool(0.3) {
        HUGE[random.random_range(0..HUGE.len())]
    } else {
        random.random_range(0..=units as u64 + 1)
    }
}

#[test]
fn numbers_of_zones_at_their_ends_agree() {
    let tallies = seeds(21_000_000, 4_000).into_par_iter().map(|seed| {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        for _ in 0..random.random_range(0..=2) {
            Filter::ALL[random.random_range(0..6)].put_into(&mut world, random);
        }
        let units = world.territory.units().len();
        let (a, b) = (number(random, units), number(random, units));
        let count = match random.random_range(0..3) {
            0 => CountBounds::new(Some(a), None),
            1 => CountBounds::new(None, Some(b)),
            _ => CountBounds::new(Some(a.min(b)), Some(a.max(b))),
        };
        world.problem = world.problem.clone().with_zone_count(count.unwrap());
        let goals = every_goal();
        let goal = goals[random.random_range(0..goals.len())].clone();
        world.problem.objective = alone(random, goal);
        let mut tally = Tally::default();
        tally.look_at(&world, &format!("numbers of zones, seed {seed}"));
        tally
    });
    let all = Tally::of_all(tallies.collect());
    assert!(all.infeasible > 0 && all.optimal > 0);
    all.must_agree("numbers of zones");
}

#[test]
fn limits_at_their_ends_agree() {
    let tallies = seeds(22_000_000, 6_000).into_par_iter().map(|seed| {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        if random.random_bool(0.4) {
            Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
        }
        let goals = every_goal();
        for _ in 0..random.random_range(1..=2) {
            let goal = goals[random.random_range(0..goals.len())].clone();
            let most = [0, 0, 1, random.random_range(0..10), random.random_range(0..9_000), u64::MAX];
            world.problem.limits.push(Limit { goal, most: most[random.random_range(0..most.len())] });
        }
        let goal = goals[random.random_range(0..goals.len())].clone();
        world.problem.objective = alone(random, goal);
        let mut tally = Tally::default();
        tally.look_at(&world, &format!("limits {:?}, seed {seed}", world.problem.limits));
        tally
    });
    let all = Tally::of_all(tallies.collect());
    assert!(all.infeasible > 0 && all.optimal > 0);
    all.must_agree("limits");
}

/// Nine units of ten people in a row of three.
fn squares(problem: &Problem) -> Outcome {
    let territory = Territory::new((0..9).map(|number| unit(number, 10)).collect()).unwrap();
    let graph = Graph::grid(3, 3);
    solve(&Instance::new(&territory, &graph, problem).expect("an instance"), &Options::default(), &Unwatched)
        .outcome
}

fn unit(number: usize, population: u64) -> Unit {
    Unit { code: UnitCode::new(format!("{number:02}")), name: format!("unit {number}"), population }
}

fn said(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Infeasible { why } => why.to_string(),
        other => format!("{other:?}"),
    }
}

#[test]
fn more_zones_than_units_are_impossible_by_sums() {
    for number in [10, 1_000_000, 1_000_000_000_000_000_000, u64::MAX] {
        let problem = Problem::within(PopulationBounds::new(0, Some(30)).unwrap())
            .with_zone_count(CountBounds::new(Some(number), None).unwrap());
        let asked = format!("at least {number}");
        assert_eq!(
            said(&squares(&problem)),
            format!(
                "a plan has at least 3 and at most 9 zones, by sums of 90 inhabitants in 9 units, and {asked} \
                 are asked for"
            )
        );
    }
}

#[test]
fn a_limit_below_every_plan_is_named() {
    let mut problem = Problem::within(PopulationBounds::new(20, Some(30)).unwrap());
    for (objective, goal, most, expected) in [
        // The zone of the first corner alone cuts three.
        (
            Goal::BorderLength,
            Goal::CutEdges,
            1,
            "every plan comes to 3 or more in cut-edges, and the limit is 1",
        ),
        (Goal::LargestDeviation, Goal::BorderLength, 0, "and the limit is 0"),
        (Goal::LargestDeviation, Goal::Zones, 0, "a plan has at least 3 and at most 4 zones"),
    ] {
        problem.objective = Objective::in_order([objective]);
        problem.limits = vec![Limit { goal, most }];
        let said = said(&squares(&problem));
        assert!(said.contains(expected), "{said}");
    }
}

#[test]
fn a_base_plan_of_more_zones_than_two_bytes_count_is_continued() {
    let territory = Territory::new((0..4).map(|number| unit(number, 10)).collect()).unwrap();
    let graph = Graph::grid(4, 1);
    let mut problem = Problem::within(PopulationBounds::new(10, Some(20)).unwrap());
    let zones = (0..70_000_usize).map(|zone| {
        let units = zone.checked_sub(69_996).map(UnitId::new);
        (format!("zone {zone:05}"), units.into_iter().collect::<Vec<_>>())
    });
    problem.base = Some(Plan::from_zones(4, zones).expect("each unit once"));
    problem.objective = Objective::in_order([Goal::PeopleMoved]);
    let solved = solve(
        &Instance::new(&territory, &graph, &problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    let Outcome::Optimal { plan, objective } = solved.outcome else { panic!("{:?}", solved.outcome) };
    assert_eq!((plan.zones.len(), objective), (4, 0));
}
