//! Every plan that keeps the rules: the lowest unit that is still free, with every set of
//! other free units.

use super::goals::goal_value;
use super::lists::{Lists, Set, members};
use super::regions::are_kept as regions_are_kept;

/// The zones of a plan, in the order of their lowest units.
pub type NaivePlan = Vec<Set>;

/// All plans.
pub fn all_plans(lists: &Lists) -> Vec<NaivePlan> {
    let all: Set = (1 << lists.people.len()) - 1;
    let is_zone: Vec<bool> = (0..=all).map(|units| is_zone(lists, units)).collect();
    let mut plans = Vec::new();
    extend(&is_zone, all, &mut Vec::new(), &mut plans);
    plans.retain(|plan| {
        keeps_wishes(lists, plan)
            && lists.family_rules.are_kept(plan)
            && regions_are_kept(lists, plan)
            && lists.limits.iter().all(|limit| goal_value(lists, &limit.goal, plan) <= limit.most)
    });
    plans
}

fn extend(is_zone: &[bool], free: Set, zones: &mut NaivePlan, plans: &mut Vec<NaivePlan>) {
    if free == 0 {
        plans.push(zones.clone());
        return;
    }
    let lowest = 1 << free.trailing_zeros();
    let others = free & !lowest;
    let mut some = others;
    loop {
        let zone = some | lowest;
        if is_zone[zone as usize] {
            zones.push(zone);
            extend(is_zone, free & !zone, zones, plans);
            zones.pop();
        }
        if some == 0 {
            return;
        }
        some = (some - 1) & others;
    }
}

/// Whether this set may be a zone, as far as its own units tell.
fn is_zone(lists: &Lists, units: Set) -> bool {
    let given_otherwise = lists.fixed.iter().any(|&fixed| fixed != units && fixed & units != 0);
    if units == 0 || given_otherwise || !lists.may_lie_apart && !are_contiguous(lists, units) {
        return false;
    }
    if lists.pieces.as_ref().is_some_and(|pieces| !pieces.allow(&lists.neighbours, units)) {
        return false;
    }
    let own = lists.excepted.iter().find(|(zone, ..)| *zone == units);
    let (least, most) = own.map_or((lists.least, lists.most), |&(_, least, most)| (least, most));
    let people = lists.people_of(units);
    people >= least && most.is_none_or(|most| people <= most)
}

/// Whether a flood from one of the units reaches all of them.
pub fn are_contiguous(lists: &Lists, units: Set) -> bool {
    let mut reached: Set = 1 << units.trailing_zeros();
    for _ in members(units) {
        for &(a, b) in &lists.neighbours {
            let pair: Set = 1 << a | 1 << b;
            if pair & units == pair && pair & reached != 0 {
                reached |= pair;
            }
        }
    }
    reached == units
}

fn keeps_wishes(lists: &Lists, plan: &[Set]) -> bool {
    let zones = plan.len() as u64;
    let zones_of = |units: Set| plan.iter().filter(|&&zone| zone & units != 0).count();
    lists.fewest_zones.is_none_or(|fewest| zones >= fewest)
        && lists.most_zones.is_none_or(|most| zones <= most)
        && lists.together.iter().all(|&units| zones_of(units) == 1)
        && lists.apart.iter().all(|&units| zones_of(units) == members(units).count())
        && zone_pins_hold(lists, plan)
}

/// Each pin has a zone that holds its units and none of the others, no two pins the same.
fn zone_pins_hold(lists: &Lists, plan: &[Set]) -> bool {
    let mut taken: Vec<Set> = Vec::new();
    for &(holds, without) in &lists.zone_pins {
        match plan.iter().find(|&&zone| zone & holds == holds && zone & without == 0) {
            Some(&zone) if !taken.contains(&zone) => taken.push(zone),
            _ => return false,
        }
    }
    true
}
