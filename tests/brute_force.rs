//! The engine against brute force, on small worlds it has never seen.

mod worlds;

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use worlds::World;
use zonewerk::audit::audit;
use zonewerk::graph::Graph;
use zonewerk::problem::{PopulationBounds, Problem};
use zonewerk::solve::{Options, Outcome, Unwatched, solve};
use zonewerk::territory::{Id, Territory, Unit, UnitCode, UnitId};
use zonewerk::zones::{Limits, feasible_zones};

/// The cheapest plan by dynamic programming over all subsets of the units: no list of
/// extension, no relaxation, no branching.
fn cheapest_by_brute_force(world: &World) -> Option<u64> {
    let units = world.graph.len();
    let all = (1_usize << units) - 1;
    let cost: Vec<Option<u64>> = (0..=all).map(|mask| zone_cost(world, mask)).collect();
    let mut cheapest = vec![None; all + 1];
    cheapest[0] = Some(0);
    for mask in 1..=all {
        let lowest = mask & mask.wrapping_neg();
        let rest = mask ^ lowest;
        let mut part = rest;
        loop {
            let zone = part | lowest;
            if let (Some(cost), Some(others)) = (cost[zone], cheapest[mask ^ zone]) {
                let total = cost + others;
                if cheapest[mask].is_none_or(|known| total < known) {
                    cheapest[mask] = Some(total);
                }
            }
            if part == 0 {
                break;
            }
            part = (part - 1) & rest;
        }
    }
    cheapest[all]
}

/// Border of a set of units if it is a zone the rules allow, counted edge by edge.
fn zone_cost(world: &World, mask: usize) -> Option<u64> {
    let holds = |unit: UnitId| mask >> unit.index() & 1 == 1;
    let members: Vec<UnitId> = world.graph.units().filter(|&unit| holds(unit)).collect();
    let is_fixed = world.problem.fixed_zones.iter().any(|fixed| fixed.units == members);
    let touches_fixed =
        world.problem.fixed_zones.iter().flat_map(|fixed| &fixed.units).any(|unit| members.contains(unit));
    if members.is_empty() || touches_fixed && !is_fixed {
        return None;
    }
    let population: u64 = members.iter().map(|&unit| world.territory.unit(unit).population).sum();
    let exception = world.problem.excepted_zones().find(|(units, _)| *units == members);
    let bounds = exception.map_or(world.problem.bounds(), |(_, bounds)| bounds);
    if population < bounds.minimum() || bounds.maximum().is_some_and(|maximum| population > maximum) {
        return None;
    }
    let mut reached = 1_usize << members[0].index();
    for _ in &members {
        for &(a, b) in &world.adjacent {
            if holds(a) && holds(b) && (reached >> a.index() & 1 == 1 || reached >> b.index() & 1 == 1) {
                reached |= 1 << a.index() | 1 << b.index();
            }
        }
    }
    if reached != mask {
        return None;
    }
    let outer: u64 = members.iter().map(|&unit| world.outer_m[unit.index()]).sum();
    let cut = world.borders.iter().filter(|&&(a, b, _)| holds(a) != holds(b));
    Some(outer + cut.map(|&(.., border_m)| border_m).sum::<u64>())
}

#[test]
fn status_and_objective_equal_brute_force() {
    let (mut optimal, mut infeasible, mut branched) = (0, 0, 0);
    for seed in 0..6_000 {
        let world = World::random(&mut ChaCha8Rng::seed_from_u64(seed));
        let expected = cheapest_by_brute_force(&world);
        let solved = solve(&world.territory, &world.graph, &world.problem, &Options::default(), &Unwatched);
        match (&solved.outcome, expected) {
            (Outcome::Optimal { plan, objective }, Some(cheapest)) => {
                let findings = audit(&world.territory, &world.graph, &world.problem, plan);
                assert!(findings.is_compliant(), "seed {seed}: {findings:?}");
                assert_eq!(*objective, cheapest, "seed {seed}");
                assert_eq!(border_of(&world, plan), cheapest, "seed {seed}: the plan costs what is said");
                optimal += 1;
            }
            (Outcome::Infeasible { .. }, None) => infeasible += 1,
            (outcome, expected) => panic!("seed {seed}: {outcome:?}, brute force says {expected:?}"),
        }
        branched += usize::from(solved.statistics().branches > 1);
    }
    println!("{optimal} optimal, {infeasible} infeasible, {branched} with branches");
    assert!(optimal > 2_000 && infeasible > 1_000, "both answers are tried often");
}

fn border_of(world: &World, plan: &zonewerk::plan::Plan) -> u64 {
    let zone = |unit: UnitId| plan.holdings[unit].zones();
    let cut = world.borders.iter().filter(|&&(a, b, _)| zone(a) != zone(b));
    world.outer_m.iter().sum::<u64>() + cut.map(|&(.., border_m)| 2 * border_m).sum::<u64>()
}

#[test]
fn plans_of_the_square_grid_are_counted() {
    for (side, expected) in [(1, 1), (2, 2), (3, 10), (4, 117), (5, 4_006)] {
        let unit =
            |index| Unit { code: UnitCode::new(format!("{index:02}")), name: String::new(), population: 1 };
        let territory = Territory::new((0..side * side).map(unit).collect()).unwrap();
        let graph = Graph::grid(side, side);
        let size = side as u64;
        let problem = Problem::within(PopulationBounds::new(size, Some(size)).unwrap());
        let zones = feasible_zones(&territory, &graph, &problem, Limits::default(), &|| false).unwrap();
        let masks: Vec<u32> =
            zones.iter().map(|units| units.iter().map(|unit| 1 << unit.index()).sum()).collect();
        assert_eq!(exact_covers(&masks, (1 << (side * side)) - 1), expected, "grid of side {side}");
    }
}

fn exact_covers(zones: &[u32], left: u32) -> usize {
    if left == 0 {
        return 1;
    }
    let lowest = left & left.wrapping_neg();
    let fits = zones.iter().filter(|&&zone| zone & lowest != 0 && zone & left == zone);
    fits.map(|&zone| exact_covers(zones, left ^ zone)).sum()
}

#[test]
fn a_plan_of_a_larger_world_is_proved_with_any_number_of_threads() {
    let World { territory, graph, problem, .. } = worlds::weighted_grid(8, 8, 7);
    let on_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| solve(&territory, &graph, &problem, &Options::default(), &Unwatched))
    };
    let one = on_threads(1);
    assert_eq!(one.outcome.status(), "optimal");
    assert!(audit(&territory, &graph, &problem, one.outcome.plan().unwrap()).is_compliant());
    assert_eq!(one, on_threads(2));
    assert_eq!(one, on_threads(5));
}
