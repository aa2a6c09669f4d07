//! Every fault of an input is found, named with its place, and found together with all
//! others.

mod exceptions;
mod goals;
mod maps;
mod mergers;
mod pins;
mod planned_mergers;
mod profiles;
mod rules;
mod tables;
mod together;
mod toml;
mod unmatched;
pub mod world;

use world::{CODES, World};

/// Checks that each world has exactly these problems; tells all differences at once.
fn check<const N: usize>(cases: [(&str, World, &[&str]); N]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, world, expected)| {
            assert!(!expected.is_empty(), "{name} expects nothing");
            let found = world.problems();
            (found != *expected).then(|| format!("{name}:\n{found:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn worlds_load_before_they_are_spoilt() {
    let plain = World::plain().load().unwrap();
    assert_eq!(plain.territory.units().len(), CODES.len());
    assert_eq!(plain.problem.exceptions.len(), 1);
    assert_eq!(plain.problem.fixed_zones.len(), 1);
    assert_eq!(plain.territory.links.len(), 1);
    assert_eq!(plain.territory.families.len(), 1);
    assert!(plain.official_plan.is_some());
    let merged = World::merged().load().unwrap();
    assert_eq!(merged.territory.units().len(), CODES.len() - 1);
    assert_eq!(merged.territory.mergers.len(), 1);
}
