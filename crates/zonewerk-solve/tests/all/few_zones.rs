//! Few zones against every plan of small worlds, with borders that cross and without, and on worlds that
//! are too large for that.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, Goal, Instance, Objective, PopulationBounds, Step, Term};
use zonewerk_core::territory::{Id, UnitId};
use zonewerk_solve::{Engine, Infeasibility, Options, Outcome, Solved, Unwatched, Watch, solve};

use crate::early_stop::StopsAt;
use crate::naive::best::best;
use crate::naive::lists::Lists;
use crate::worlds::filters::Filter;
use crate::worlds::goals::centres;
use crate::worlds::{World, people, seeds, side, weighted_grid};

/// What may be asked of few zones besides bounds.
const FILTERS: [Filter; 7] = [
    Filter::Together,
    Filter::Apart,
    Filter::ZonePin,
    Filter::DecidedMerger,
    Filter::ExactCount,
    Filter::MostCount,
    Filter::CountRange,
];

/// One goal on parting neighbours, or both weighed.
fn objective(random: &mut ChaCha8Rng) -> Objective {
    let mut step = Step::of([Goal::BorderLength, Goal::CutEdges][random.random_range(0..2)].clone());
    if random.random_bool(0.3) {
        let term = |goal| Term { goal, weight: 1 + random.random_range(0..=900) };
        step.terms = [Goal::CutEdges, Goal::BorderLength].map(term).into();
    }
    Objective::new(vec![step]).unwrap()
}

/// A world of narrow bounds, in one to four zones; in half of them any two units may be neighbours.
fn world(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = World::plain(random);
    let units = world.territory.units().len();
    if random.random_bool(0.5) {
        for _ in 0..random.random_range(1..=units) {
            let (a, b) = (random.random_range(0..units), random.random_range(0..units));
            let (a, b) = (UnitId::new(a.min(b)), UnitId::new(a.max(b)));
            if a != b && world.borders.iter().all(|&(c, d, _)| (a, b) != (c, d)) {
                world.borders.push((a, b, random.random_range(1..=2_000)));
                world.adjacent.push((a, b));
            }
        }
        world.territory.links.clear();
        world.adjacent = world.borders.iter().map(|&(a, b, _)| (a, b)).collect();
        let graph = Graph::new(world.outer_m.clone(), world.borders.clone());
        world.graph = graph.with_centres(centres(random, units));
    }
    let ideal = people(&world.territory) as f64 / f64::from(random.random_range(1..=4));
    let spread = random.random_range(0.0..0.4);
    let (least, most) = (ideal * (1.0 - spread), ideal * (1.0 + spread));
    let bounds = PopulationBounds::new(least as u64, Some(most.ceil() as u64)).unwrap();
    world.problem.profile.zone.population = bounds;
    for _ in 0..random.random_range(0..=2) {
        FILTERS[random.random_range(0..FILTERS.len())].put_into(&mut world, random);
    }
    if random.random_bool(0.1) {
        Filter::FixedZone.put_into(&mut world, random);
    }
    world.problem.objective = objective(random);
    world
}

fn by_search(world: &World, watch: &dyn Watch) -> Solved {
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let options = Options { engine: Some(Engine::Search), ..Options::default() };
    let solved = solve(&instance, &options, watch);
    if let Some(plan) = solved.outcome.plan() {
        let findings = audit(&instance, plan);
        assert!(findings.is_compliant(), "{findings:?}");
    }
    solved
}

/// What was proved of a world.
#[derive(Clone, Copy, Default, Debug)]
struct Seen {
    best: u64,
    impossible: u64,
    branched: u64,
    open: u64,
}

fn look_at(seed: u64) -> Seen {
    let world = world(seed);
    let best = best(&Lists::of(&world), &world.problem.objective);
    let solved = by_search(&world, &Unwatched);
    let tried = u64::from(solved.statistics().branches > 0);
    match (&solved.outcome, best) {
        (Outcome::Optimal { objective, .. }, Some(best)) => {
            assert_eq!(*objective, best.values[0], "seed {seed}");
            Seen { best: 1, branched: tried, ..Seen::default() }
        }
        (Outcome::Infeasible { why }, None) => {
            let is_tried = matches!(why, Infeasibility::EachUnitTried { .. });
            Seen { impossible: u64::from(is_tried), ..Seen::default() }
        }
        (Outcome::Feasible { objective, bound, .. }, Some(best)) => {
            assert!(*bound <= best.values[0] && best.values[0] <= *objective, "seed {seed}");
            Seen { open: 1, ..Seen::default() }
        }
        (Outcome::Unknown { bound, .. }, best) => {
            let is_below = |bound: u64| best.as_ref().is_none_or(|best| bound <= best.values[0]);
            assert!(bound.is_none_or(is_below), "seed {seed}");
            Seen { open: 1, ..Seen::default() }
        }
        (outcome, best) => {
            panic!("seed {seed}: the best is {:?}, and yet {outcome:?}", best.map(|best| best.values))
        }
    }
}

#[test]
fn few_zones_are_proved_best_or_impossible_as_every_plan_says() {
    let seen: Vec<Seen> = seeds(41_000_000, 8_000).into_par_iter().map(look_at).collect();
    let sum = |of: fn(&Seen) -> u64| seen.iter().map(of).sum::<u64>();
    let all = seen.len() as u64;
    let [best, impossible, branched, open] =
        [sum(|one| one.best), sum(|one| one.impossible), sum(|one| one.branched), sum(|one| one.open)];
    println!("{best} best, {branched} of them by branches, {impossible} impossible, {open} open of {all}");
    assert!(best * 4 > all && branched * 4 > best && impossible > 0 && open * 7 < all);
}

/// A grid in so many zones of nearly the same number of inhabitants.
fn grid(columns: usize, rows: usize, zones: u64) -> World {
    let mut world = weighted_grid(columns, rows, 5);
    let people = people(&world.territory);
    let bounds = PopulationBounds::new(people * 98 / (100 * zones), Some(people * 102 / (100 * zones) + 1));
    world.problem.profile.zone.population = bounds.unwrap();
    world.problem = world.problem.with_zone_count(CountBounds::new(Some(zones), Some(zones)).unwrap());
    world
}

#[test]
fn few_zones_of_a_grid_are_proved_alike_on_any_number_of_threads() {
    for (zones, goal) in [(2, Goal::CutEdges), (2, Goal::BorderLength), (3, Goal::CutEdges)] {
        let mut world = grid(side(11), 7, zones);
        world.problem.objective = Objective::in_order([goal.clone()]);
        let on_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| by_search(&world, &Unwatched))
        };
        let one = on_threads(1);
        assert_eq!(one.outcome.status(), "optimal", "{zones} zones, {goal}");
        assert!(one.statistics().branches > 1, "{zones} zones, {goal}");
        for threads in [2, 5] {
            assert_eq!(one, on_threads(threads), "{zones} zones, {goal} on {threads} threads");
        }
    }
}

#[test]
fn two_zones_of_a_grid_are_best_by_peeling_too() {
    let mut world = grid(10, 7, 2);
    world.problem.objective = Objective::in_order([Goal::CutEdges]);
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let options = Options { engine: Some(Engine::Compact), ..Options::default() };
    let peeled = solve(&instance, &options, &Unwatched);
    assert_eq!(peeled.outcome.status(), "optimal");
    let branched = by_search(&world, &Unwatched);
    assert_eq!(branched.outcome.status(), "optimal");
    assert_eq!(branched.outcome.objective(), peeled.outcome.objective());
}

#[test]
fn what_is_open_when_the_clock_ends_is_bounded_truly() {
    let mut world = grid(side(10), 6, 3);
    world.problem.objective = Objective::in_order([Goal::CutEdges]);
    let optimum = by_search(&world, &Unwatched).outcome.objective().expect("a plan");
    let mut open = 0;
    for last in (0..14).map(|power| 1 << power) {
        let solved = by_search(&world, &StopsAt::question(last));
        match solved.outcome {
            Outcome::Optimal { objective, .. } => assert_eq!(objective, optimum),
            Outcome::Feasible { objective, bound, .. } => {
                assert!(bound <= optimum && optimum <= objective, "{bound} {optimum} {objective}");
                open += 1;
            }
            Outcome::Unknown { bound, .. } => assert!(bound.is_none_or(|bound| bound <= optimum)),
            Outcome::Infeasible { why } => panic!("there is a plan, and yet: {why}"),
        }
    }
    assert!(open > 0);
}
