//! The shape of zones.

use std::collections::BTreeSet;
use zonewerk_core::problem::RuleId;

use super::naive::{Tray, Who};
use super::naive_look::{Look, Row, held, parted};

pub fn zone_not_contiguous(look: &Look, rule: RuleId, tray: &mut Tray) {
    for zone in 0..look.zones.len() {
        contiguous(look, rule, &look.zones[zone], &Who::Zone(zone), tray);
    }
}

/// Whether what is held is contiguous; pieces of excepted units may lie apart.
pub fn contiguous(look: &Look, rule: RuleId, row: &Row, who: &Who, tray: &mut Tray) {
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
pub fn zone_surrounds_others(look: &Look, rule: RuleId, tray: &mut Tray) {
    let all: BTreeSet<usize> = (0..look.units()).collect();
    let wet = |dam: &BTreeSet<usize>| -> BTreeSet<usize> {
        let free: BTreeSet<usize> = all.difference(dam).copied().collect();
        let at_sea = |piece: &BTreeSet<usize>| piece.iter().any(|&unit| look.world.outer[unit] > 0);
        look.pieces(&free, &look.map).into_iter().filter(at_sea).flatten().collect()
    };
    for zone in 0..look.zones.len() {
        let own: BTreeSet<usize> =
            all.iter().copied().filter(|&unit| look.only(unit) == Some(zone)).collect();
        let mut inside: Vec<BTreeSet<usize>> = Vec::new();
        for part in look.pieces(&own, &look.map) {
            let dry: BTreeSet<usize> = wet(&BTreeSet::new()).difference(&wet(&part)).copied().collect();
            for piece in look.pieces(&dry.difference(&part).copied().collect(), &look.map) {
                inside.push(piece.difference(&own).copied().collect());
            }
        }
        inside.retain(|piece| !piece.is_empty());
        inside.sort();
        if !inside.is_empty() {
            tray.say(rule, Who::Zone(zone), format!("inside {inside:?}"), "nothing inside");
        }
    }
}
