//! A first partition from a plan: each node lies where most of its inhabitants do; what is cut off from the
//! main part of its zone, or lies in none, goes to the zones beside it.

use super::contiguity_graph::Nodes;
use super::zone_counts::ZoneCounts;
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{Id, Territory};

const NONE: u32 = u32::MAX;

/// Per node its zone, and how many zones there are; `None` where a component has as many as it may not
/// have.
pub(super) fn partition_of_plan(
    nodes: &Nodes,
    numbers: &ZoneCounts,
    territory: &Territory,
    plan: &Plan,
) -> Option<(Vec<u32>, usize)> {
    let mut in_zone: Vec<Vec<(u32, u64)>> = vec![Vec::new(); nodes.len()];
    for (zone, units) in plan.members().iter() {
        for &unit in units {
            let Some(node) = nodes.of_unit[unit.index()] else { continue };
            let (here, people) = (&mut in_zone[node as usize], territory.unit(unit).population);
            match here.iter_mut().find(|(other, _)| *other == zone.index() as u32) {
                Some((_, sum)) => *sum += people,
                None => here.push((zone.index() as u32, people)),
            }
        }
    }
    let most = |zones: &Vec<(u32, u64)>| {
        let most = zones.iter().max_by_key(|&&(zone, people)| (people, std::cmp::Reverse(zone)));
        most.map_or(NONE, |&(zone, _)| zone)
    };
    let zone_of: Vec<u32> = in_zone.iter().map(most).collect();
    let (zone_of, zones) = main_parts(nodes, &zone_of);
    let zone_of = grown(nodes, zone_of, zones)?;
    numbers.allow(&zone_of).then_some((zone_of, zones))
}

/// The main part of each zone, numbered anew without gaps; nothing of the others.
fn main_parts(nodes: &Nodes, zone_of: &[u32]) -> (Vec<u32>, usize) {
    let mut seen = vec![false; nodes.len()];
    let mut parts: Vec<(u32, i64, Vec<u32>)> = Vec::new();
    for root in 0..nodes.len() as u32 {
        let zone = zone_of[root as usize];
        if zone == NONE || std::mem::replace(&mut seen[root as usize], true) {
            continue;
        }
        let mut part = vec![root];
        let mut next = 0;
        while let Some(&node) = part.get(next) {
            next += 1;
            for slot in nodes.adjacent(node) {
                let to = nodes.to[slot];
                if zone_of[to as usize] == zone && !std::mem::replace(&mut seen[to as usize], true) {
                    part.push(to);
                }
            }
        }
        let people = part.iter().map(|&node| nodes.population[node as usize]).sum();
        parts.push((zone, people, part));
    }
    parts.sort_by_key(|(zone, people, part)| (*zone, std::cmp::Reverse(*people), part[0]));
    parts.dedup_by_key(|(zone, ..)| *zone);
    let mut kept = vec![NONE; nodes.len()];
    for (number, (.., part)) in parts.iter().enumerate() {
        part.iter().for_each(|&node| kept[node as usize] = number as u32);
    }
    (kept, parts.len())
}

/// The rest joins the zones beside it, the nearest first; `None` where no zone is near.
fn grown(nodes: &Nodes, mut zone_of: Vec<u32>, zones: usize) -> Option<Vec<u32>> {
    let mut reached: Vec<u32> =
        (0..nodes.len() as u32).filter(|&node| zone_of[node as usize] != NONE).collect();
    let mut next = 0;
    while let Some(&node) = reached.get(next) {
        next += 1;
        for slot in nodes.adjacent(node) {
            let to = nodes.to[slot];
            if zone_of[to as usize] == NONE {
                zone_of[to as usize] = zone_of[node as usize];
                reached.push(to);
            }
        }
    }
    (zones > 0 && reached.len() == nodes.len()).then_some(zone_of)
}
