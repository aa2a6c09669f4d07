//! Recombination (DeFord, Duchin and Solomon 2021, "Recombination: a family of Markov chains for
//! redistricting", Harvard Data Science Review 3): neighbouring zones are put together and parted
//! anew along a random spanning tree. Two or three zones become as many, or one more or fewer where
//! the number of zones is free.

use rand::{Rng, RngExt};

use super::annealing::Descent;
use super::partition::Partition;
use super::spanning_tree::Cutter;

/// Puts zones together and parts them anew; whether that was taken over.
pub(super) fn recombine(
    descent: &mut Descent<'_, '_>,
    cutter: &mut Cutter<'_>,
    heat: f64,
    random: &mut impl Rng,
) -> bool {
    let Some(ends) = descent.partition.random_cut(random) else { return false };
    let mut zones = ends.map(|node| descent.partition.zone(node)).to_vec();
    if random.random_range(0..3) == 0 {
        zones.extend(third_zone(descent.partition, ends, &zones, random));
    }
    let Some(parts) = number_of_parts(descent, zones.len(), random) else { return false };
    let members = descent.partition.members(ends[0], &zones);
    let people: i64 = zones.iter().map(|&zone| descent.partition.population[zone as usize]).sum();
    if parts > members.len() || descent.drawn.off(people, parts as i64) > 0 {
        return false;
    }
    let Some(parts) = cutter.within(&members, parts, descent.drawn, random) else { return false };
    let before: Vec<u32> = members.iter().map(|&node| descent.partition.zone(node)).collect();
    let costs_before = descent.local_costs(&members, &zones);
    let mut numbers = zones.clone();
    while numbers.len() < parts.len() {
        numbers.push(descent.partition.add_zone());
    }
    descent.partition.keep_near(&parts, &mut numbers);
    for (part, &zone) in parts.iter().zip(&numbers) {
        descent.partition.put(part, zone);
    }
    let used = &numbers[..parts.len()];
    let costs_after = descent.local_costs(&members, used);
    let changes: Vec<i64> =
        costs_after.iter().zip(&costs_before).map(|(after, before)| after - before).collect();
    let are_apart =
        members.iter().all(|&node| descent.partition.is_welcome(node, descent.partition.zone(node)));
    let is_taken = are_apart && descent.takes(&changes, heat, random);
    if is_taken {
        descent.add(&changes);
    } else {
        for (&node, &zone) in members.iter().zip(&before) {
            descent.partition.put(&[node], zone);
        }
    }
    let mut empty: Vec<u32> =
        numbers.into_iter().filter(|&zone| descent.partition.size[zone as usize] == 0).collect();
    empty.sort_unstable();
    empty.into_iter().rev().for_each(|zone| descent.partition.remove_zone(zone));
    is_taken
}

/// A zone beside two others, near where they meet.
fn third_zone(
    partition: &Partition<'_>,
    ends: [u32; 2],
    zones: &[u32],
    random: &mut impl Rng,
) -> Option<u32> {
    let mut at = ends[random.random_range(0..2)];
    for _ in 0..partition.nodes.len().min(64) {
        let slots = partition.nodes.adjacent(at);
        at = partition.nodes.to[random.random_range(slots)];
        let zone = partition.zone(at);
        if !zones.contains(&zone) {
            return Some(zone);
        }
    }
    None
}

/// As many parts as zones, or one more or fewer where a plan may have so many zones.
fn number_of_parts(descent: &Descent<'_, '_>, zones: usize, random: &mut impl Rng) -> Option<usize> {
    let all = descent.partition.zones();
    let parts = zones + 1 - [0, 1, 1, 2][random.random_range(0..4)];
    let others = all - zones;
    (parts > 0 && descent.numbers.contains(&(others + parts))).then_some(parts)
}
