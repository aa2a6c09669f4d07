//! The compact engine as a second opinion: it shares neither zones nor program with the cover
//! engine, and comes to the same answer.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_audit::audit;
use zonewerk_core::problem::{Counted, Goal, Instance, Objective, Step, Term};
use zonewerk_solve::{ContiguityFormulation, Engine, Options, Outcome, Unwatched, solve};

use crate::worlds::filters::Filter;
use crate::worlds::goals::FAMILIES;
use crate::worlds::{self, World, scaled, weighted_grid};

/// Status and value of every step, after the audit has found no error in the plan.
fn answer(world: &World, options: Options) -> (&'static str, Vec<Option<u64>>) {
    let solved = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &options,
        &Unwatched,
    );
    if let Some(plan) = solved.outcome.plan() {
        let findings =
            audit(&Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"), plan);
        assert!(findings.is_compliant(), "{findings:?}");
    }
    if let Outcome::Unknown { stopped, .. } | Outcome::Feasible { stopped, .. } = &solved.outcome {
        panic!("{:?} stops: {stopped:?}", options.engine);
    }
    let values = solved.steps.iter().map(|step| step.objective).collect();
    (solved.outcome.status(), if solved.outcome.plan().is_some() { values } else { Vec::new() })
}

fn compact(contiguity: ContiguityFormulation) -> Options {
    Options { engine: Some(Engine::Compact), contiguity, ..Options::default() }
}

fn cover() -> Options {
    Options { engine: Some(Engine::Cover), ..Options::default() }
}

/// Compares both engines on these worlds; at least so many have a plan, and so many none.
fn must_agree(worlds: impl Iterator<Item = World>, contiguity: ContiguityFormulation, at_least: [u64; 2]) {
    let mut seen = [0, 0];
    for (number, world) in worlds.enumerate() {
        let (by_cover, by_compact) = (answer(&world, cover()), answer(&world, compact(contiguity)));
        assert_eq!(by_cover, by_compact, "world {number}, {}", world.problem.objective);
        seen[usize::from(by_cover.0 == "infeasible")] += 1;
    }
    assert!((0..2).all(|answer| seen[answer] >= at_least[answer]), "{seen:?} with a plan and without");
}

/// 16 or 20 units, so wide bounds that zones are few and large; a filter now and then.
fn medium(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let (columns, rows) = (4, random.random_range(4..=5));
    let mut world = weighted_grid(columns, rows, seed);
    let people = worlds::people(&world.territory);
    let zones = random.random_range(2..=4);
    let ideal = people / zones;
    let slack = [ideal / 100, ideal / 10][random.random_range(0..2)];
    let bounds =
        zonewerk_core::problem::PopulationBounds::new(ideal - slack, Some(ideal + slack + 1)).unwrap();
    world.problem = zonewerk_core::problem::Problem::within(bounds);
    world
}

#[test]
fn peeling_agrees_on_medium_grids() {
    let worlds = (0..scaled(300)).map(|seed| {
        let mut world = medium(seed);
        let random = &mut ChaCha8Rng::seed_from_u64(1_000 + seed);
        if seed % 2 == 1 {
            let filter = [Filter::Together, Filter::Apart, Filter::ZonePin, Filter::FixedZone];
            filter[random.random_range(0..filter.len())].put_into(&mut world, random);
        }
        let goal = [Goal::BorderLength, Goal::CutEdges][random.random_range(0..2)].clone();
        world.problem.objective = Objective::in_order([goal]);
        world
    });
    must_agree(worlds, ContiguityFormulation::Separators, [150, 20].map(scaled));
}

fn linear_goals() -> Vec<Goal> {
    vec![
        Goal::BorderLength,
        Goal::CutEdges,
        Goal::SquaredDeviation,
        Goal::AbsoluteDeviation,
        Goal::LargestDeviation,
        Goal::MergersCut,
        Goal::Zones,
        Goal::Exceptions,
        Goal::Crossings { family: FAMILIES[0].into(), by: Counted::Cuts },
    ]
}

/// One or two steps of linear goals, the first of which a program must solve.
fn linear_objective(random: &mut ChaCha8Rng) -> Objective {
    let goals = linear_goals();
    let any = |random: &mut ChaCha8Rng| goals[random.random_range(0..goals.len())].clone();
    let mut steps = vec![Step::of(any(random))];
    if random.random_bool(0.5) {
        steps.push(Step::of(any(random)));
    }
    for step in steps.iter_mut().filter(|step| !step.is_bottleneck()) {
        if random.random_bool(0.3) {
            step.terms[0].weight = random.random_range(1..=9);
            step.terms.push(Term { goal: Goal::CutEdges, weight: random.random_range(1..=9) });
        }
        step.tolerance.millionths = [0, 0, 100_000][random.random_range(0..3)];
    }
    Objective::new(steps).unwrap()
}

fn small(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = World::plain(random);
    for _ in 0..random.random_range(0..=2) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    world.problem.objective = linear_objective(random);
    world
}

#[test]
fn programs_with_separators_agree_on_small_worlds() {
    must_agree(
        (5_000..5_000 + scaled(200)).map(small),
        ContiguityFormulation::Separators,
        [75, 40].map(scaled),
    );
}

#[test]
fn programs_with_flow_agree_on_small_worlds() {
    must_agree((6_000..6_000 + scaled(100)).map(small), ContiguityFormulation::Flow, [30, 20].map(scaled));
}

/// Where zones may lie apart, programs have nothing to keep them together, whichever way is asked for.
#[test]
fn programs_agree_on_small_worlds_where_zones_may_lie_apart() {
    for (first, contiguity) in
        [(7_000, ContiguityFormulation::Separators), (8_000, ContiguityFormulation::Flow)]
    {
        let worlds = (first..first + scaled(200)).map(|seed| small(seed).with_zones_apart());
        must_agree(worlds, contiguity, [75, 20].map(scaled));
    }
}

/// 12 to 16 units, for what it costs to part them.
#[test]
fn programs_agree_on_medium_grids_where_zones_may_lie_apart() {
    let worlds = (0..scaled(200)).map(|seed| {
        let mut world = weighted_grid(4, [3, 3, 4][seed as usize % 3], seed);
        let people = worlds::people(&world.territory);
        let ideal = people / (2 + seed % 3);
        let slack = ideal / [100, 12][seed as usize % 2];
        let bounds =
            zonewerk_core::problem::PopulationBounds::new(ideal - slack, Some(ideal + slack + 1)).unwrap();
        world.problem = zonewerk_core::problem::Problem::within(bounds);
        let goal = [Goal::BorderLength, Goal::CutEdges][seed as usize / 2 % 2].clone();
        world.problem.objective = Objective::in_order([goal]);
        let random = &mut ChaCha8Rng::seed_from_u64(9_000 + seed);
        if random.random_bool(0.5) {
            let filter = [Filter::Together, Filter::Apart, Filter::ZonePin, Filter::FixedZone];
            filter[random.random_range(0..filter.len())].put_into(&mut world, random);
        }
        world.with_zones_apart()
    });
    must_agree(worlds, ContiguityFormulation::Separators, [100, 0].map(scaled));
}
