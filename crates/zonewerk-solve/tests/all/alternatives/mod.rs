//! Plans within a margin, and what they have in common, against an oracle that shares no code
//! with the solver: every plan of small worlds, from plain lists.
//! `ZONEWERK_WORLDS=20000` tries so many worlds.

pub mod draw;
mod early_stop;
mod threads;
mod verdict;

use std::ops::Range;

use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use zonewerk_core::problem::{Goal, Instance, Objective, Regions};
use zonewerk_solve::{NotListed, Options, Unwatched, Wanted, Which, alternatives};

use crate::worlds::{self, World};
use draw::{wanted, world, world_apart};
use verdict::{Seen, compare};

#[test]
fn plans_and_backbone_equal_enumeration() {
    let (seen, worlds) = agree(worlds::seeds(0, 600), world);
    assert!(seen.is_telling(worlds), "{seen:?}");
}

#[test]
fn plans_and_backbone_equal_enumeration_where_zones_may_lie_apart() {
    agree(worlds::seeds(0, 300), world_apart);
}

fn agree(seeds: Range<u64>, world: impl Fn(u64) -> (World, ChaCha8Rng) + Sync) -> (Seen, usize) {
    let said: Vec<Result<Seen, String>> = seeds
        .into_par_iter()
        .map(|seed| {
            let (world, random) = &mut world(seed);
            let wanted = wanted(random);
            let said = std::panic::catch_unwind(|| compare(world, wanted));
            let said = said.unwrap_or_else(|_| Err("panics".into()));
            said.map_err(|said| format!("seed {seed}, {}, {wanted:?}: {said}", world.problem.objective))
        })
        .collect();
    let worlds = said.len();
    let mut seen = Seen::default();
    let mut disagree = Vec::new();
    for one in said {
        match one {
            Ok(one) => seen.add(one),
            Err(said) => disagree.push(said),
        }
    }
    println!("{worlds} worlds: {seen:?}");
    let some: Vec<&String> = disagree.iter().take(10).collect();
    assert!(some.is_empty(), "{} disagree, among them {some:#?}", disagree.len());
    (seen, worlds)
}

#[test]
fn what_cannot_be_listed_is_refused() {
    let (mut world, _) = world(3);
    let wanted =
        Wanted { margin: zonewerk_io::margin("1 %").unwrap(), count: 3, which: Which::Best, backbone: false };
    let ask = |world: &World| {
        let World { territory, graph, problem, .. } = world;
        alternatives(
            &Instance::new(territory, graph, problem).expect("an instance"),
            &Options::default(),
            wanted,
            &Unwatched,
        )
        .map(drop)
    };
    world.problem.objective = Objective::in_order([Goal::LargestDeviation, Goal::BorderLength]);
    assert_eq!(ask(&world), Err(NotListed::LargestOverZones(Goal::LargestDeviation)));
    world.problem.objective = Objective::in_order([Goal::BorderLength]);
    world.problem.regions = Regions::Drawn;
    assert_eq!(ask(&world), Err(NotListed::RegionsDrawn));
}
