//! Codes and the order of rows change nothing but names.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::problem::Instance;
use zonewerk_solve::{Options, Solved, Unwatched, solve};

use super::combined::combined;
use crate::worlds::{World, scaled};

#[test]
fn other_codes_and_orders_give_the_same_values() {
    let mut solved = [0; 2];
    for seed in 3_000_000..3_000_000 + scaled(1_000) {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let world = combined(random);
        let other = world.relabelled(random);
        let (here, there) = (values(&world), values(&other));
        assert_eq!(here, there, "seed {seed}, {}", world.problem.objective);
        solved[usize::from(here.0 == "optimal")] += 1;
    }
    println!("relabelled: {} without a plan, {} optimal", solved[0], solved[1]);
    assert!(solved.iter().all(|&worlds| worlds > scaled(200)), "{solved:?}");
}

/// Status, and value and bound of each step.
type Answer = (&'static str, Vec<(Option<u64>, Option<u64>)>);

fn values(world: &World) -> Answer {
    let Solved { outcome, steps, .. } = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    (outcome.status(), steps.iter().map(|step| (step.objective, step.bound)).collect())
}
