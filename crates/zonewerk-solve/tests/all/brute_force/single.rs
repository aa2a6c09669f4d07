//! Each goal and each filter on its own.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::verdict::Tally;
use crate::worlds::filters::Filter;
use crate::worlds::goals::{alone, every_goal};
use crate::worlds::{World, scaled};

/// Worlds for each goal and each filter.
const WORLDS: u64 = 300;

#[test]
fn each_goal_agrees_alone() {
    let mut all = Tally::default();
    for (place, goal) in every_goal().into_iter().enumerate() {
        let mut tally = Tally::default();
        for number in 0..scaled(WORLDS) {
            let seed = 10_000 * place as u64 + number;
            let random = &mut ChaCha8Rng::seed_from_u64(seed);
            let mut world = World::plain(random);
            // A goal on exceptions says nothing where there is none.
            if goal == zonewerk_core::problem::Goal::Exceptions || number % 4 == 0 {
                Filter::Exception.put_into(&mut world, random);
            }
            world.problem.objective = alone(random, goal.clone());
            tally.look_at(&world, &format!("goal seed {seed}"));
        }
        all.add(tally, &goal.to_string(), [scaled(WORLDS / 3), scaled(WORLDS / 20)]);
    }
    all.must_agree("goals alone");
}

#[test]
fn each_filter_agrees_alone() {
    let goals = every_goal();
    let mut all = Tally::default();
    for (place, filter) in Filter::ALL.into_iter().enumerate() {
        let mut tally = Tally::default();
        for number in 0..scaled(WORLDS) {
            let seed = 1_000_000 + 10_000 * place as u64 + number;
            let random = &mut ChaCha8Rng::seed_from_u64(seed);
            let mut world = World::plain(random);
            filter.put_into(&mut world, random);
            world.problem.objective = alone(random, goals[number as usize % goals.len()].clone());
            tally.look_at(&world, &format!("{filter:?} seed {seed}"));
        }
        all.add(tally, &format!("{filter:?}"), [scaled(WORLDS / 10); 2]);
    }
    all.must_agree("filters alone");
}
