//! The shape of zones.

use std::collections::BTreeSet;

use crate::naive::{Tray, Who};
use crate::naive_look::{Look, Row, held, parted};

pub fn zone_not_contiguous(look: &Look, rule: &'static str, tray: &mut Tray) {
    for zone in 0..look.zones.len() {
        contiguous(look, rule, &look.zones[zone], &Who::Zone(zone), tray);
    }
}

/// Whether what is held hangs together; pieces of excepted units may lie apart.
pub fn contiguous(look: &Look, rule: &'static str, row: &Row, who: &Who, tray: &mut Tray) {
    let excepted = look.excepted(rule);
    let pieces = look.pieces(&held(row), &look.near);
    let mut pieces: Vec<BTreeSet<usize>> =
        pieces.into_iter().filter(|piece| !piece.is_subset(&excepted)).collect();
    pieces.sort_by_key(|piece| piece.first().copied());
    if pieces.len() > 1 {
        let weight = |piece: &BTreeSet<usize>| piece.iter().map(|&unit| look.people[unit]).sum::<u64>();
        let most = pieces.iter().map(weight).max().unwrap();
        let main = pieces.iter().position(|piece| weight(piece) == most).unwrap();
        pieces.remove(main);
        tray.say(rule, who.clone(), format!("cut off {pieces:?}"), "one part");
    }
    let parts = parted(row);
    if !parts.is_empty() {
        tray.leave_open(rule, who.clone(), format!("borders of parts of {parts:?}"));
    }
}

/// From the outside inwards: what a flood cannot reach past one connected part of a zone,
/// though it can without that part, is enclosed.
pub fn zone_surrounds_others(look: &Look, rule: &'static str, tray: &mut Tray) {
    let all: BTreeSet<usize> = (0..look.units()).collect();
    let open: BTreeSet<usize> = all.iter().copied().filter(|&unit| look.world.outer[unit] > 0).collect();
    let flood = |wall: &BTreeSet<usize>| -> BTreeSet<usize> {
        let free: BTreeSet<usize> = all.difference(wall).copied().collect();
        let pieces = look.pieces(&free, &look.map);
        pieces.into_iter().filter(|piece| !piece.is_disjoint(&open)).flatten().collect()
    };
    for zone in 0..look.zones.len() {
        let row = &look.zones[zone];
        let own = held(row);
        let mut inside: BTreeSet<usize> = BTreeSet::new();
        for part in look.pieces(&own, &look.map) {
            let dry = flood(&BTreeSet::new()).difference(&flood(&part)).copied().collect::<BTreeSet<_>>();
            inside.extend(dry.difference(&part));
        }
        let inside: BTreeSet<usize> = inside.difference(&own).copied().collect();
        if !inside.is_empty() {
            let pieces = look.pieces(&inside, &look.map);
            tray.say(rule, Who::Zone(zone), format!("inside {:?}", Vec::from_iter(pieces)), "nothing inside");
        }
        let parts = parted(row);
        if !parts.is_empty() {
            tray.leave_open(rule, Who::Zone(zone), format!("borders of parts of {parts:?}"));
        }
    }
}
