//! A good plan by recombination: two neighbouring zones are put together and parted anew along
//! an edge of a random spanning tree (DeFord, Duchin and Solomon 2021, "Recombination: a family
//! of Markov chains for redistricting", Harvard Data Science Review 3), taken over when cheaper
//! and now and then when not (Kirkpatrick, Gelatt and Vecchi 1983, "Optimization by simulated
//! annealing"). Several chains, each with a seed of its own, whatever the number of threads.
//!
//! Where zones may lie apart, a tree has edges between units that are no neighbours too: few of them, as
//! zones of many pieces are costly to part, and as many as it takes to reach all units. Most steps are
//! moves of single units then, and swaps: they take little time, and no contiguity stands in their way.

use rand::seq::SliceRandom;
use rand::{Rng, RngExt};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;

use super::unit_network::{UnitBits, UnitNetwork, members};

/// Chains.
const CHAINS: u64 = 8;
/// Steps of a chain for each unit.
const STEPS_A_UNIT: usize = 400;
/// Trees tried for a first plan.
const FIRST_TREES: usize = 20_000;
/// Steps between two looks at the clock.
const LOOK: usize = 512;
/// Where zones may lie apart, one unit of a tree in so many may be followed by any other, and one pair of
/// zones in so many need not be neighbours.
const ONE_APART_IN: u32 = 8;
/// Steps for each recombination, where zones may lie apart.
const STEPS_APART: usize = 16;

/// The cheapest plan of `zones` zones that the chains meet.
pub(super) fn plan(
    network: &UnitNetwork,
    units: UnitBits,
    zones: u64,
    seed: u64,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<(u64, Vec<UnitBits>)> {
    let chains = (0..CHAINS).into_par_iter().map(|chain| {
        let mut random = ChaCha8Rng::seed_from_u64(seed.wrapping_mul(1_000).wrapping_add(chain));
        let plan = first(network, units, zones, &mut random, stop)?;
        Some(walk(network, plan, &mut random, stop))
    });
    chains.collect::<Vec<_>>().into_iter().flatten().min()
}

fn cost(network: &UnitNetwork, plan: &[UnitBits]) -> u64 {
    let all = plan.iter().fold(0, |set, zone| set | zone);
    plan.iter().map(|&zone| network.price_between(zone, all & !zone)).sum::<u64>() / 2
}

/// Zones are cut off one by one.
fn first(
    network: &UnitNetwork,
    units: UnitBits,
    zones: u64,
    random: &mut impl Rng,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<UnitBits>> {
    let mut plan = Vec::new();
    let mut rest = units;
    for tree in 0..FIRST_TREES {
        if tree % LOOK == 0 && stop() {
            return None;
        }
        let left = zones - plan.len() as u64;
        if left == 1 {
            if network.allows(rest) {
                plan.push(rest);
                return Some(plan);
            }
            (rest, plan) = (units, Vec::new());
            continue;
        }
        let others = left - 1;
        let fits = |part: UnitBits, remains: UnitBits| {
            let people = network.people(remains);
            let bounds = network.bounds;
            network.allows(part)
                && people >= others * bounds.minimum()
                && bounds.maximum().is_none_or(|most| people <= others.saturating_mul(most))
        };
        match parted(network, rest, random, fits) {
            Some((part, remains)) => {
                plan.push(part);
                rest = remains;
            }
            None if tree % 200 == 199 => (rest, plan) = (units, Vec::new()),
            None => {}
        }
    }
    None
}

fn walk(
    network: &UnitNetwork,
    mut plan: Vec<UnitBits>,
    random: &mut impl Rng,
    stop: &(dyn Fn() -> bool + Sync),
) -> (u64, Vec<UnitBits>) {
    let mut now = cost(network, &plan);
    let mut best = (now, plan.clone());
    let first_heat = now as f64 / 20.0;
    let steps = STEPS_A_UNIT * plan.iter().map(|zone| zone.count_ones() as usize).sum::<usize>();
    let steps = if network.may_lie_apart { steps * STEPS_APART } else { steps };
    let swing = (steps / 8).max(1);
    for step in 0..steps {
        if step % LOOK == 0 && stop() {
            break;
        }
        let (a, b) = (random.random_range(0..plan.len()), random.random_range(0..plan.len()));
        let touch = members(plan[a]).any(|unit| network.near[unit] & plan[b] != 0);
        let may_try = touch || network.may_lie_apart && random.random_ratio(1, ONE_APART_IN);
        if a == b || !may_try {
            continue;
        }
        let both = plan[a] | plan[b];
        let allowed = |one: UnitBits, other: UnitBits| network.allows(one) && network.allows(other);
        let is_single = network.may_lie_apart && !random.random_ratio(1, STEPS_APART as u32);
        let found = match is_single {
            true => Some(exchanged(plan[a], plan[b], random)).filter(|&(one, other)| allowed(one, other)),
            false => parted(network, both, random, allowed),
        };
        let Some((one, other)) = found else { continue };
        let before = network.price_between(plan[a], plan[b]);
        let after = network.price_between(one, other);
        let heat = first_heat * (1.0 - (step % swing) as f64 / swing as f64) + 1e-9;
        let worse = after.saturating_sub(before) as f64;
        if after <= before || random.random_bool((-worse / heat).exp()) {
            (plan[a], plan[b]) = (one, other);
            now = now + after - before;
            if now < best.0 {
                best = (now, plan.clone());
            }
        }
    }
    best.1.sort_unstable();
    best
}

/// Two zones of which the first gives a unit to the other, and takes one from it or none.
fn exchanged(one: UnitBits, other: UnitBits, random: &mut impl Rng) -> (UnitBits, UnitBits) {
    let given: UnitBits = 1 << one_of(one, random);
    let taken: UnitBits = if random.random_bool(0.5) { 1 << one_of(other, random) } else { 0 };
    (one & !given | taken, other & !taken | given)
}

/// A set parted in two along a random edge of a random spanning tree, where one fits.
fn parted(
    network: &UnitNetwork,
    units: UnitBits,
    random: &mut impl Rng,
    fits: impl Fn(UnitBits, UnitBits) -> bool,
) -> Option<(UnitBits, UnitBits)> {
    let (order, parent) = tree(network, units, random)?;
    let mut below: Vec<UnitBits> = vec![0; network.beside.len()];
    let mut people: Vec<u64> = vec![0; network.beside.len()];
    for &unit in order.iter().rev() {
        below[unit] |= 1 << unit;
        people[unit] += network.population[unit];
        if let Some(up) = parent[unit] {
            below[up] |= below[unit];
            people[up] += people[unit];
        }
    }
    let all = people[order[0]];
    let bounds = network.bounds;
    let near = |unit: &usize| bounds.allow(people[*unit]) || bounds.allow(all - people[*unit]);
    let mut edges: Vec<usize> = order[1..].iter().copied().filter(near).collect();
    edges.shuffle(random);
    edges.into_iter().find_map(|unit| {
        let (part, rest) = (below[unit], units & !below[unit]);
        if fits(part, rest) { Some((part, rest)) } else { fits(rest, part).then_some((rest, part)) }
    })
}

/// A random tree: units in the order of joining, and their parents; `None` where the set is
/// not connected.
fn tree(
    network: &UnitNetwork,
    units: UnitBits,
    random: &mut impl Rng,
) -> Option<(Vec<usize>, Vec<Option<usize>>)> {
    let members: Vec<usize> = members(units).collect();
    let root = members[random.random_range(0..members.len())];
    let mut parent = vec![None; network.beside.len()];
    let mut order = vec![root];
    let mut reached: UnitBits = 1 << root;
    let mut edges: Vec<(usize, usize)> = Vec::new();
    let mut newest = root;
    loop {
        edges.extend(
            super::unit_network::members(network.near[newest] & units & !reached).map(|to| (newest, to)),
        );
        let is_whole = order.len() == members.len();
        let may_jump = network.may_lie_apart && !is_whole;
        if may_jump && random.random_ratio(1, ONE_APART_IN) {
            edges.push((newest, one_of(units & !reached, random)));
        }
        let (from, to) = loop {
            if edges.is_empty() && may_jump {
                edges.push((newest, one_of(units & !reached, random)));
            }
            if edges.is_empty() {
                return is_whole.then_some((order, parent));
            }
            let edge = edges.swap_remove(random.random_range(0..edges.len()));
            if reached >> edge.1 & 1 == 0 {
                break edge;
            }
        };
        parent[to] = Some(from);
        reached |= 1 << to;
        order.push(to);
        newest = to;
    }
}

/// A random unit of a set that has some.
fn one_of(units: UnitBits, random: &mut impl Rng) -> usize {
    let place = random.random_range(0..units.count_ones() as usize);
    members(units).nth(place).unwrap_or_default()
}
