//! Whether the plan is one, and the rules on single units.

use std::collections::BTreeSet;
use zonewerk_core::problem::{RuleId, Severity};

use zonewerk_core::territory::Id;

use super::naive::{Tray, Who, weight_by_profile};
use super::naive_look::{Hold, Look, held};

pub fn plan_over_other_units(look: &Look, rule: RuleId, tray: &mut Tray) {
    let (plan, units) = (look.given.len(), look.units());
    if plan != units {
        tray.say(rule, Who::Plan, format!("{plan} units"), format!("{units} units"));
    }
}

pub fn unit_in_unknown_zone(look: &Look, rule: RuleId, tray: &mut Tray) {
    let zones = look.zones.len();
    for (unit, given) in look.given.iter().enumerate() {
        let unknown: BTreeSet<usize> = given.iter().map(|(zone, _)| *zone).filter(|&z| z >= zones).collect();
        if !unknown.is_empty() {
            tray.say(rule, Who::Unit(unit), format!("unknown {unknown:?}"), format!("one of {zones} zones"));
        }
    }
}

pub fn duplicate_zone_name(look: &Look, rule: RuleId, tray: &mut Tray) {
    let names: Vec<&String> = look.world.plan.zones.iter().map(|(_, zone)| &zone.name).collect();
    for zone in 0..names.len() {
        let twins: Vec<usize> = (0..names.len()).filter(|&other| names[other] == names[zone]).collect();
        if twins.len() > 1 && twins[0] == zone {
            let places: Vec<usize> = twins[1..].iter().map(|twin| twin + 1).collect();
            tray.say(rule, Who::Zone(zone), format!("same as {places:?}"), "own name");
        }
    }
}

pub fn empty_zone(look: &Look, rule: RuleId, tray: &mut Tray) {
    for zone in (0..look.zones.len()).filter(|&zone| look.is_empty(zone)) {
        tray.say(rule, Who::Zone(zone), "empty", "any unit");
    }
}

pub fn part_populations_differ(look: &Look, rule: RuleId, tray: &mut Tray) {
    for (unit, given) in look.given.iter().enumerate() {
        let parts = given.iter().filter_map(|(_, hold)| match hold {
            Hold::Parts(parts) => Some(parts.clone()),
            _ => None,
        });
        let parts: Vec<(String, Option<u64>)> = parts.flatten().collect();
        let known: u64 = parts.iter().filter_map(|(_, people)| *people).sum();
        let unknown = parts.iter().filter(|(_, people)| people.is_none()).count();
        let all = look.people[unit];
        if !parts.is_empty() && (known > all || unknown == 0 && known < all) {
            let found = format!("parts {known}, {unknown} unknown");
            tray.say(rule, Who::Unit(unit), found, format!("unit's {all}"));
        }
    }
}

pub fn fixed_zone_changed(look: &Look, rule: RuleId, tray: &mut Tray) {
    for (number, fixed) in look.world.problem.fixed_zones.iter().enumerate() {
        let units: BTreeSet<usize> = fixed.units.iter().map(|unit| unit.index()).collect();
        let whole = |zone: usize| -> BTreeSet<usize> {
            (0..look.units()).filter(|&unit| look.zones[zone][unit] == Hold::Whole).collect()
        };
        let zones = 0..look.zones.len();
        if zones.clone().any(|zone| whole(zone) == units && held(&look.zones[zone]) == units) {
            continue;
        }
        let common = |zone: usize| whole(zone).intersection(&units).count();
        let most = zones.clone().map(common).max().unwrap_or(0);
        let besides = |zone: usize| held(&look.zones[zone]).difference(&units).count();
        let nearest = zones.clone().filter(|&zone| most > 0 && common(zone) == most);
        let nearest = nearest.min_by_key(|&zone| (besides(zone), zone));
        let lies = nearest.map_or(BTreeSet::new(), whole);
        let all = nearest.map_or(BTreeSet::new(), |zone| held(&look.zones[zone]));
        let missing: BTreeSet<&usize> = units.difference(&lies).collect();
        let besides: BTreeSet<&usize> = all.difference(&units).collect();
        let found = format!("changed {nearest:?} -{missing:?} +{besides:?}");
        tray.say(rule, Who::Fixed(number), found, format!("fixed {} units", units.len()));
    }
}

pub fn orphaned_unit(look: &Look, rule: RuleId, tray: &mut Tray) {
    for unit in (0..look.units()).filter(|&unit| look.given[unit].is_empty()) {
        tray.say(rule, Who::Unit(unit), "in {}", "one zone");
    }
}

pub fn zones_overlap(look: &Look, rule: RuleId, tray: &mut Tray) {
    for unit in 0..look.units() {
        let here = |zone: usize| &look.zones[zone][unit];
        let same = |a: &Hold, b: &Hold| match (a, b) {
            (Hold::Whole, Hold::Whole) => true,
            (Hold::Parts(a), Hold::Parts(b)) => a.iter().any(|a| b.iter().any(|b| a.0 == b.0)),
            _ => false,
        };
        let zones = 0..look.zones.len();
        let overlaps = |a: &usize| zones.clone().any(|b| *a != b && same(here(*a), here(b)));
        let at_once: BTreeSet<usize> = zones.clone().filter(overlaps).collect();
        if !at_once.is_empty() {
            tray.say(rule, Who::Unit(unit), format!("at once in {at_once:?}"), "one zone");
        }
    }
}

pub fn split_unit(look: &Look, rule: RuleId, tray: &mut Tray) {
    let excepted = look.excepted(rule);
    for unit in (0..look.units()).filter(|unit| !excepted.contains(unit)) {
        let has_part = |zone: &usize| matches!(look.zones[*zone][unit], Hold::Parts(_));
        let zones: BTreeSet<usize> = (0..look.zones.len()).filter(has_part).collect();
        if zones.len() > 1 {
            tray.say(rule, Who::Unit(unit), format!("in {zones:?}"), "one zone");
        }
    }
}

pub fn wrong_number_of_zones(look: &Look, rule: RuleId, tray: &mut Tray) {
    let zones = (0..look.zones.len()).filter(|&zone| !look.is_empty(zone)).count() as u64;
    let problem = &look.world.problem;
    let (own, by_profile) = (problem.zone_count, problem.profile.zone.count);
    let weight = weight_by_profile(look.world, rule).filter(|_| by_profile != own);
    for (count, severity) in [(own, Some(Severity::Error)), (by_profile, weight)] {
        let right = count.minimum().unwrap_or(0)..=count.maximum().unwrap_or(u64::MAX);
        if let Some(severity) = severity.filter(|_| !right.contains(&zones)) {
            tray.say_as(severity, rule, format!("{zones} zones"), format!("{count} zones"));
        }
    }
}
