//! The bound by prices against every plan of small worlds.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::problem::{Goal, Instance, Objective, Step};
use zonewerk_solve::flow_bound::flow_bound;
use zonewerk_solve::price_bound::{PriceBound, price_bound, verify};
use zonewerk_solve::{Deadline, Options, Unwatched, solve};

use crate::naive::best::best;
use crate::naive::lists::Lists;
use crate::worlds::filters::Filter;
use crate::worlds::{World, seeds, weighted_grid};

fn world(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = if random.random_bool(0.3) { World::random(random) } else { World::plain(random) };
    for _ in 0..random.random_range(0..=2) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    let goal = if random.random_bool(0.5) { Goal::BorderLength } else { Goal::CutEdges };
    world.problem.objective = Objective::in_order([goal]);
    world
}

fn bound(world: &World) -> Option<PriceBound> {
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    price_bound(&instance, &world.problem.objective.steps()[0], &Unwatched)
}

#[test]
fn no_plan_is_below_the_bound_and_its_prices_prove_it_again() {
    let raised = seeds(33_000_000, 3_000).into_par_iter().map(|seed| {
        let world = world(seed);
        let Some(PriceBound { bound, network, certificate }) = bound(&world) else { return 0 };
        assert_eq!(verify(&network, &certificate), Some(bound), "seed {seed}");
        let best = best(&Lists::of(&world), &world.problem.objective);
        if let Some(best) = &best {
            assert!(bound <= best.values[0], "seed {seed}: {bound} and a plan of {}", best.values[0]);
        }
        u64::from(best.is_some() && bound > network.constant)
    });
    let raised: u64 = raised.sum();
    let all = seeds(0, 3_000).end;
    assert!(raised * 20 > all, "only {raised} of {all} worlds have a bound by prices");
}

#[test]
fn prices_that_were_tampered_with_prove_nothing_or_no_more_than_is_true() {
    let mut refused = 0;
    for seed in seeds(34_000_000, 400) {
        let world = world(seed);
        let Some(PriceBound { network, certificate, .. }) = bound(&world) else { continue };
        let Some(best) = best(&Lists::of(&world), &world.problem.objective) else { continue };
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        for _ in 0..4 {
            let mut tampered = certificate.clone();
            let point = random.random_range(0..tampered.prices.len());
            match random.random_range(0..3) {
                0 => tampered.prices[point] += tampered.prices[point].abs() / 2 + 1,
                1 => tampered.each += tampered.each.abs() / 4 + 1,
                _ => tampered.grain += 1,
            }
            match verify(&network, &tampered) {
                Some(bound) => assert!(bound <= best.values[0], "seed {seed}"),
                None => refused += 1,
            }
        }
    }
    assert!(refused > 10, "only {refused} are refused");
}

#[test]
fn bound_of_a_grid_is_near_its_optimum_and_above_flows() {
    for seed in 0..3 {
        let mut world = weighted_grid(5, 5, seed);
        for goal in [Goal::BorderLength, Goal::CutEdges] {
            world.problem.objective = Objective::in_order([goal.clone()]);
            let instance =
                Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
            let optimum = solve(&instance, &Options::default(), &Unwatched).outcome.objective().unwrap();
            let flow = flow_bound(&instance, &Step::of(goal), &Unwatched).unwrap().bound;
            let bound = bound(&world).unwrap().bound;
            assert!(bound <= optimum && bound * 10 >= optimum * 9, "{bound} of {optimum}, seed {seed}");
            assert!(bound >= flow, "{bound} by prices and {flow} by flows, seed {seed}");
        }
    }
}

#[test]
fn bound_is_the_same_on_any_number_of_threads() {
    let world = weighted_grid(9, 9, 11);
    let on_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| bound(&world))
    };
    let one = on_threads(1);
    assert!(one.as_ref().is_some_and(|one| one.bound > one.network.constant));
    for threads in [2, 5] {
        assert_eq!(one, on_threads(threads), "{threads} threads");
    }
}

#[test]
fn nothing_is_proved_when_stopped_at_once_or_for_other_goals() {
    let world = weighted_grid(6, 6, 3);
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let step = Step::of(Goal::BorderLength);
    assert_eq!(price_bound(&instance, &step, &Deadline::after(std::time::Duration::ZERO)), None);
    assert_eq!(price_bound(&instance, &Step::of(Goal::LargestDeviation), &Unwatched), None);
}
