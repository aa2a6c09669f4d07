//! The nearest plan that keeps the rules, against every plan there is.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_audit::audit;
use zonewerk_core::plan::{Plan, match_zones};
use zonewerk_core::problem::{Goal, Instance, Objective, Problem};
use zonewerk_core::territory::UnitId;
use zonewerk_solve::zones::Heirs;
use zonewerk_solve::{Options, Outcome, Unwatched, solve};

use crate::worlds::World;

/// Whether these units are contiguous.
fn is_connected(world: &World, units: &[UnitId]) -> bool {
    let mut reached = vec![units[0]];
    let mut next = 0;
    while next < reached.len() {
        for &(a, b) in &world.adjacent {
            for (from, to) in [(a, b), (b, a)] {
                if from == reached[next] && units.contains(&to) && !reached.contains(&to) {
                    reached.push(to);
                }
            }
        }
        next += 1;
    }
    reached.len() == units.len()
}

/// The most people who stay, over all ways to say which zone is which.
fn most_staying(heirs: &Heirs, zones: &[Vec<UnitId>], taken: &mut Vec<bool>) -> u64 {
    let Some((first, rest)) = zones.split_first() else { return 0 };
    let mut most = most_staying(heirs, rest, taken);
    for base in 0..taken.len() {
        if !taken[base] {
            taken[base] = true;
            most = most.max(heirs.staying(first, base) + most_staying(heirs, rest, taken));
            taken[base] = false;
        }
    }
    most
}

/// The fewest people who move, over every way to cut the units into allowed zones.
fn fewest_moved(world: &World, heirs: &Heirs) -> Option<u64> {
    fn go(world: &World, heirs: &Heirs, unit: usize, zones: &mut Vec<Vec<UnitId>>, best: &mut Option<u64>) {
        let ids: Vec<UnitId> = world.territory.units().ids().collect();
        if unit == ids.len() {
            let bounds = world.problem.bounds();
            let is_allowed = |zone: &Vec<UnitId>| {
                bounds.allow(world.territory.population(zone.iter().copied())) && is_connected(world, zone)
            };
            if zones.iter().all(is_allowed) {
                let people = world.territory.population(ids);
                let stay = most_staying(heirs, zones, &mut vec![false; heirs.len()]);
                *best = Some(best.unwrap_or(u64::MAX).min(people - stay));
            }
            return;
        }
        for zone in 0..zones.len() {
            zones[zone].push(ids[unit]);
            go(world, heirs, unit + 1, zones, best);
            zones[zone].pop();
        }
        zones.push(vec![ids[unit]]);
        go(world, heirs, unit + 1, zones, best);
        zones.pop();
    }
    let mut best = None;
    go(world, heirs, 0, &mut Vec::new(), &mut best);
    best
}

#[test]
fn the_repaired_plan_moves_fewest_people() {
    let (mut repaired, mut impossible) = (0, 0);
    for seed in 0..120 {
        let mut random = ChaCha8Rng::seed_from_u64(7_000 + seed);
        let world = World::plain(&mut random);
        if world.territory.units().len() > 7 {
            continue;
        }
        let base = world.problem.base.clone().unwrap();
        let objective = Objective::in_order([Goal::PeopleMoved]);
        let problem = Problem { objective, ..world.problem.clone() };
        let solved = solve(
            &Instance::new(&world.territory, &world.graph, &problem).expect("an instance"),
            &Options::default(),
            &Unwatched,
        );
        let expected = fewest_moved(&world, &Heirs::new(&world.territory, &base));
        match (&solved.outcome, expected) {
            (Outcome::Optimal { plan, objective }, Some(expected)) => {
                assert_eq!(*objective, expected, "seed {seed}");
                let audit = audit(
                    &Instance::new(&world.territory, &world.graph, &problem).expect("an instance"),
                    plan,
                );
                assert!(audit.is_compliant(), "seed {seed}: {:?}", audit.findings);
                repaired += 1;
                check_moves(&world, &base, plan, expected, seed);
            }
            (Outcome::Infeasible { .. }, None) => impossible += 1,
            (outcome, expected) => panic!("seed {seed}: {outcome:?}, and {expected:?} by brute force"),
        }
    }
    assert!(repaired > 20 && impossible > 3, "{repaired} repaired, {impossible} impossible");
}

/// Who moves is told as the goal counts it: those of whom nobody can say where they lived apart.
fn check_moves(world: &World, base: &Plan, plan: &Plan, expected: u64, seed: u64) {
    let matching = match_zones(&world.territory, base, plan);
    let moves = zonewerk_audit::proposal::moves(&world.territory, base, plan, &matching.base_of);
    assert_eq!(moves.people + moves.unplaced, expected, "seed {seed}");
}
