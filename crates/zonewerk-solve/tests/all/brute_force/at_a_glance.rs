//! What sums show before any zone is listed: never where there is a plan, and where it can be seen.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    Excepted, Exception, FixedZone, Instance, Pin, PinKind, PopulationBounds, Problem,
};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::{Infeasibility, Options, Outcome, Unwatched, is_impossible_by_sums, solve};

use crate::naive::lists::Lists;
use crate::naive::plans::all_plans;
use crate::worlds::filters::Filter;
use crate::worlds::{World, seeds};

/// A world of few borders, so that many units are cut vertices.
fn world(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = if random.random_bool(0.5) { World::random(random) } else { World::plain(random) };
    let mut kept = world.borders.clone();
    if world.territory.links.is_empty() {
        while kept.len() > world.territory.units().len() {
            kept.swap_remove(random.random_range(0..kept.len()));
        }
        kept.sort_unstable();
        let centres = world.graph.centres().values().copied().collect();
        world.graph = Graph::new(world.outer_m.clone(), kept.clone()).with_centres(centres);
        world.adjacent = kept.iter().map(|&(a, b, _)| (a, b)).collect();
        world.borders = kept;
    }
    for _ in 0..random.random_range(0..=2) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    world
}

#[test]
fn nothing_is_impossible_by_sums_that_has_a_plan() {
    let counts = seeds(33_000_000, 12_000).into_par_iter().map(|seed| {
        let World { territory, graph, problem, .. } = &world(seed);
        let is_impossible = is_impossible_by_sums(territory, graph, problem, &Options::default());
        let plans = all_plans(&Lists::of(&world(seed)));
        assert!(!is_impossible || plans.is_empty(), "seed {seed}: {:?}", plans[0]);
        let instance = Instance::new(territory, graph, problem).expect("an instance");
        let is_new = is_impossible
            && matches!(
                solve(&instance, &Options::default(), &Unwatched).outcome,
                Outcome::Infeasible {
                    why: Infeasibility::AboveMaximum { .. } | Infeasibility::BelowMinimum { .. }
                }
            );
        [u64::from(!plans.is_empty()), u64::from(is_impossible), u64::from(is_new)]
    });
    let [possible, impossible, kept] =
        counts.reduce(|| [0; 3], |a, b| std::array::from_fn(|place| a[place] + b[place]));
    println!("{possible} with a plan, {impossible} impossible by sums, {kept} of units in one zone");
    assert!(possible > 10 && kept > 10 && impossible > kept);
}

/// A row of units with these people, in zones of 25 to 45.
fn row(people: &[u64]) -> (Territory, Graph, Problem) {
    let unit = |(place, &population): (usize, &u64)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: String::new(),
        population,
    };
    let territory = Territory::new(people.iter().enumerate().map(unit).collect()).unwrap();
    let problem = Problem::within(PopulationBounds::new(25, Some(45)).unwrap());
    (territory, Graph::grid(people.len(), 1), problem)
}

fn said((territory, graph, problem): &(Territory, Graph, Problem)) -> String {
    let instance = Instance::new(territory, graph, problem).expect("an instance");
    match solve(&instance, &Options::default(), &Unwatched).outcome {
        Outcome::Infeasible { why } => why.to_string(),
        other => other.status().to_owned(),
    }
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| UnitId::new(number)).collect()
}

#[test]
fn what_is_connected_by_one_unit_is_added_up() {
    assert_eq!(
        said(&row(&[10, 10, 30, 40])),
        "3 units of one zone of every plan have 50 inhabitants, and a zone may have 25 to 45"
    );
    assert_eq!(said(&row(&[10, 10, 25, 40])), "optimal");
    // Nobody lives at the end, and its neighbour is full.
    assert_eq!(said(&row(&[0, 45, 45])), "optimal");
    assert_eq!(said(&row(&[50, 40])), "1 unit has 50 inhabitants, and a zone may have 25 to 45");
}

#[test]
fn unit_between_large_ones_has_no_zone() {
    assert_eq!(
        said(&row(&[40, 10, 40])),
        "1 unit has 10 inhabitants, with any unit that may join it at least 50, and a zone may have 25 to 45"
    );
}

#[test]
fn wishes_count_as_one_unit() {
    let (territory, graph, mut problem) = row(&[30, 30, 30]);
    problem.pins.push(Pin { asks: PinKind::Together(units(&[0, 1])), reason: "trial".into() });
    assert_eq!(
        said(&(territory, graph, problem)),
        "2 units of one zone of every plan have 60 inhabitants, and a zone may have 25 to 45"
    );
}

#[test]
fn exceptions_and_fixed_zones_are_left_alone() {
    for people in [&[40, 10, 40][..], &[10, 10, 30, 40]] {
        let (territory, graph, problem) = row(people);
        let with = |change: &dyn Fn(&mut Problem)| {
            let mut changed = problem.clone();
            change(&mut changed);
            said(&(territory.clone(), graph.clone(), changed))
        };
        let exception = Exception::bounds_for(units(&[1]), PopulationBounds::any(), "trial");
        let exact = Exception { subject: Excepted::Units(units(&[0, 1])), ..exception.clone() };
        let around = Exception {
            subject: Excepted::Holding { units: units(&[1]), without: Vec::new() },
            ..exception.clone()
        };
        let own = |problem: &mut Problem| match people.len() {
            3 => problem.exceptions.push(exception.clone()),
            _ => problem.exceptions.push(exact.clone()),
        };
        assert_eq!(with(&own), "optimal", "{people:?}");
        assert_eq!(with(&|problem| problem.exceptions.push(around.clone())), "optimal", "{people:?}");
        let given = |problem: &mut Problem| {
            own(problem);
            let units = problem.exceptions[0].zone().unwrap().0.to_vec();
            problem.fixed_zones.push(FixedZone { name: "given".into(), units, reason: "trial".into() });
        };
        assert_eq!(with(&given), "optimal", "{people:?}");
    }
}
