//! Zones in one piece on the map, alone and with a filter or a family.

use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::problem::{Goal, Instance, PopulationBounds, Problem};
use zonewerk_core::territory::UnitId;
use zonewerk_solve::{Engine, Options, Outcome, Unwatched, solve};

use super::verdict::Tally;
use crate::worlds::filters::Filter;
use crate::worlds::goals::{alone, every_goal};
use crate::worlds::pieces::ask_one_piece;
use crate::worlds::{World, seeds};

#[test]
fn one_piece_agrees() {
    agree(seeds(7_000_000, 4_000));
}

fn agree(seeds: Range<u64>) {
    let worlds = seeds.end - seeds.start;
    let goals = every_goal();
    let looked: Vec<(Tally, bool)> = seeds
        .into_par_iter()
        .map(|seed| {
            let random = &mut ChaCha8Rng::seed_from_u64(seed);
            let mut world = World::plain(random);
            if random.random_bool(0.4) {
                Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
            }
            let goal = goals[random.random_range(0..goals.len())].clone();
            world.problem.objective = alone(random, goal);
            let without = status(&world);
            ask_one_piece(&mut world, random);
            let mut tally = Tally::default();
            tally.look_at(&world, &format!("one piece seed {seed}"));
            (tally, without != status(&world))
        })
        .collect();
    let matters = looked.iter().filter(|(_, matters)| *matters).count() as u64;
    let tally = Tally::of_all(looked.into_iter().map(|(tally, _)| tally).collect());
    println!("{tally:?}; the rule changes the answer of {matters} of {worlds}");
    assert!(tally.optimal > worlds / 4 && tally.infeasible > worlds / 10 && matters > worlds / 10);
    tally.must_agree("one piece");
}

fn status(world: &World) -> (&'static str, Vec<Option<u64>>) {
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let solved = solve(&instance, &Options::default(), &Unwatched);
    (solved.outcome.status(), solved.steps.iter().map(|step| step.objective).collect())
}

/// A zone of all, joined by the middle unit alone.
#[test]
fn compact_engine_says_that_it_does_not_keep_the_rule() {
    let mut world = crate::worlds::weighted_grid(3, 1, 1);
    let parts = [([0, 1], [0, 0]), ([1, 2], [1, 0])];
    let unit = |number: usize| -> UnitId { zonewerk_core::territory::Id::new(number) };
    let touching = parts.map(|(units, parts)| (units.map(unit), parts));
    let of_middle = zonewerk_core::graph::MapParts::new([(unit(1), vec![2, 1])], touching);
    let without = world.graph.clone();
    world.graph = world.graph.with_map_parts(of_middle);
    let problem = Problem::within(PopulationBounds::any());
    world.problem =
        problem.with_zone_count(zonewerk_core::problem::CountBounds::new(Some(1), Some(1)).unwrap());
    world.problem.objective = zonewerk_core::problem::Objective::in_order([Goal::BorderLength]);
    let forbidden = world.problem.profile.clone().with_error(zonewerk_core::problem::RuleId::ZoneInPieces);
    world.problem.profile = forbidden;
    let by = |graph, engine| {
        let instance = Instance::new(&world.territory, graph, &world.problem).expect("an instance");
        solve(&instance, &Options { engine: Some(engine), ..Options::default() }, &Unwatched).outcome
    };
    assert!(matches!(by(&world.graph, Engine::Cover), Outcome::Infeasible { .. }));
    let Outcome::Unknown { stopped, .. } = by(&world.graph, Engine::Compact) else { panic!("it answers") };
    assert!(stopped.to_string().contains("zone-in-pieces"), "{stopped}");
    // Where no unit lies in several parts, every connected zone keeps the rule.
    assert!(matches!(by(&without, Engine::Compact), Outcome::Optimal { .. }));
}
