//! One to three families of groups: laminar with the zones, strictly or weakly; around the
//! zones; or at a price.

use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::problem::{Goal, GroupReading, Limit, Objective, Step, Term};

use super::verdict::Tally;
use crate::worlds::families::{add_areas, add_families, ask_inside, ask_laminar, give_regions, priced};
use crate::worlds::filters::Filter;
use crate::worlds::{World, seeds};

#[test]
fn families_agree() {
    agree(seeds(4_000_000, 6_000));
}

/// A program of columns that all cost nothing; a moment of inertia that ends in a half.
#[test]
fn worlds_that_disagreed_once_agree() {
    for seed in [4_031_482, 4_055_984] {
        let mut tally = Tally::default();
        tally.look_at(&world(&mut ChaCha8Rng::seed_from_u64(seed)), &format!("families seed {seed}"));
        tally.must_agree("families");
    }
}

fn agree(seeds: Range<u64>) {
    let worlds = seeds.end - seeds.start;
    let tallies: Vec<Tally> = seeds
        .into_par_iter()
        .map(|seed| {
            let mut tally = Tally::default();
            tally.look_at(&world(&mut ChaCha8Rng::seed_from_u64(seed)), &format!("families seed {seed}"));
            tally
        })
        .collect();
    let tally = Tally::of_all(tallies);
    assert!(
        tally.optimal > worlds / 4 && tally.infeasible > worlds / 4 && tally.branched > worlds / 1_000,
        "{tally:?}"
    );
    tally.must_agree("families");
}

/// A world with families, priced or kept, given regions and a limit now and then.
pub fn world(random: &mut ChaCha8Rng) -> World {
    let mut world = if random.random_bool(0.2) { World::random(random) } else { World::plain(random) };
    let families = add_families(&mut world, random);
    if random.random_bool(0.3) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    let mut goals = Vec::new();
    let mut hard = Vec::new();
    for family in &families {
        if random.random_bool(0.5) {
            hard.push(family.clone());
        } else {
            goals.push(priced(random, family));
        }
    }
    if !hard.is_empty() {
        let reading = [GroupReading::Strict, GroupReading::Weak][random.random_range(0..2)];
        ask_laminar(&mut world, random, hard, reading);
    }
    if random.random_bool(0.25) {
        let areas = add_areas(&mut world, random);
        ask_inside(&mut world, random, vec![areas]);
    }
    if random.random_bool(0.3) {
        give_regions(&mut world, random);
    }
    if random.random_bool(0.2) {
        limit(&mut world, random);
    }
    world.problem.objective = objective(random, goals);
    world
}

/// A limit on some goal.
fn limit(world: &mut World, random: &mut ChaCha8Rng) {
    let mut goals = vec![Goal::CutEdges, Goal::Zones, Goal::LargestDeviation, Goal::PeopleMoved];
    let families: Vec<String> = world.territory.families.iter().map(|family| family.name.clone()).collect();
    let family = &families[random.random_range(0..families.len())];
    goals.push(priced(random, family));
    let goal = goals[random.random_range(0..goals.len())].clone();
    let people = crate::worlds::people(&world.territory);
    let most =
        if goal.unit() == "people" { random.random_range(0..=people) } else { random.random_range(0..=8) };
    world.problem.limits.push(Limit { goal, most });
}

/// The prices and a goal on shape, weighed in one step or one after the other.
fn objective(random: &mut ChaCha8Rng, mut goals: Vec<Goal>) -> Objective {
    goals.push([Goal::BorderLength, Goal::CutEdges, Goal::PeopleMoved][random.random_range(0..3)].clone());
    if random.random_bool(0.5) {
        return Objective::in_order(goals);
    }
    let weighed = goals.into_iter().map(|goal| Term { goal, weight: random.random_range(1..=500) });
    let step = Step { terms: weighed.collect(), ..Step::of(Goal::Zones) };
    Objective::new(vec![step]).unwrap()
}
