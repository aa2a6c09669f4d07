//! Worlds and wishes, drawn at random.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Limit, Objective, Tolerance};
use zonewerk_solve::{Wanted, Which};

use crate::worlds::World;
use crate::worlds::families::{add_areas, add_families, ask_inside, ask_laminar, give_regions};
use crate::worlds::filters::Filter;
use crate::worlds::goals::{FAMILIES, objective};

/// A world with anything that a plan may have to keep, whose first goal is a sum.
pub fn world(seed: u64) -> (World, ChaCha8Rng) {
    let mut random = ChaCha8Rng::seed_from_u64(60_000_000 + seed);
    let random_world = random.random_bool(0.2);
    let mut world = if random_world { World::random(&mut random) } else { World::plain(&mut random) };
    for _ in 0..random.random_range(0..=2) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, &mut random);
    }
    if random.random_bool(0.25) {
        let families = add_families(&mut world, &mut random);
        let reading = [GroupReading::Strict, GroupReading::Weak][random.random_range(0..2)];
        ask_laminar(&mut world, &mut random, families, reading);
    }
    // A zone that is fixed and pinned has two names, and an exception goes by one.
    if random.random_bool(0.1) && world.problem.fixed_zones.is_empty() {
        let areas = add_areas(&mut world, &mut random);
        ask_inside(&mut world, &mut random, vec![areas]);
    }
    if random.random_bool(0.1) {
        give_regions(&mut world, &mut random);
    }
    if random.random_bool(0.15) {
        let people = crate::worlds::people(&world.territory);
        let limits = [(Goal::Zones, 5), (Goal::PeopleMoved, people), (Goal::CutEdges, 12)];
        let (goal, most) = limits[random.random_range(0..limits.len())].clone();
        let most = random.random_range(0..=most);
        world.problem.limits.push(Limit { goal, most });
    }
    world.problem.objective = first_goal(&mut random, random_world);
    (world, random)
}

/// A world of few units where zones may lie apart: any set of units may be a zone.
pub fn world_apart(seed: u64) -> (World, ChaCha8Rng) {
    let mut worlds = (0..).map(|next| world(1_000_000 + 100 * seed + next));
    let (world, random) = worlds.find(|(world, _)| world.graph.len() <= 8).expect("some are small");
    (world.with_zones_apart(), random)
}

/// As often one of the goals that are asked most as any other; those on groups only where the
/// world has some.
fn first_goal(random: &mut ChaCha8Rng, without_groups: bool) -> Objective {
    let family = || FAMILIES[0].to_owned();
    let often = [
        Goal::BorderLength,
        Goal::CutEdges,
        Goal::PeopleMoved,
        Goal::Straddles { family: family(), by: Counted::Cuts, reading: GroupReading::Weak },
    ];
    if without_groups {
        return Objective::in_order([often[random.random_range(0..3)].clone()]);
    }
    if random.random_bool(0.4) {
        return Objective::in_order([often[random.random_range(0..4)].clone()]);
    }
    loop {
        let objective = objective(random);
        if !objective.steps()[0].is_bottleneck() {
            return objective;
        }
    }
}

/// Which plans of a world.
pub fn wanted(random: &mut ChaCha8Rng) -> Wanted {
    let millionths = [0, 1, 10_000, 50_000, 200_000, 1_000_000][random.random_range(0..6)];
    let count = [1, 2, 3, 5, 8, 1_000][random.random_range(0..6)];
    let which = if random.random_bool(0.3) { Which::MostDifferent } else { Which::Best };
    let count = if which == Which::MostDifferent { count.min(6) } else { count };
    Wanted { margin: Tolerance { millionths }, count, which, backbone: random.random_bool(0.8) }
}
