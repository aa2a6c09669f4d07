//! Steps with weights and tolerances, under several filters at once; and larger worlds.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::verdict::Tally;
use crate::worlds::filters::Filter;
use crate::worlds::goals::objective;
use crate::worlds::{World, scaled};

#[test]
fn goals_and_filters_agree_together() {
    let mut tally = Tally::default();
    for seed in 2_000_000..2_000_000 + scaled(4_000) {
        tally.look_at(&combined(&mut ChaCha8Rng::seed_from_u64(seed)), &format!("combined seed {seed}"));
    }
    let enough = [1_200, 1_000, 20].map(scaled);
    let seen = [tally.optimal, tally.infeasible, tally.branched];
    assert!(seen.iter().zip(enough).all(|(&seen, enough)| seen > enough), "{tally:?}");
    tally.must_agree("combined");
}

/// Shortest border on worlds of up to 12 units, with exceptions and fixed zones.
#[test]
fn status_and_objective_equal_brute_force() {
    let mut tally = Tally::default();
    for seed in 0..scaled(2_000) {
        let world = World::random(&mut ChaCha8Rng::seed_from_u64(seed));
        tally.look_at(&world, &format!("border seed {seed}"));
    }
    assert!(tally.optimal > scaled(600) && tally.infeasible > scaled(300), "{tally:?}");
    tally.must_agree("shortest border");
}

/// One to three steps, none to three filters.
pub fn combined(random: &mut ChaCha8Rng) -> World {
    let mut world = World::plain(random);
    for _ in 0..random.random_range(0..=3) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    world.problem.objective = objective(random);
    world
}
