//! Regions, and the days of plan and count.

use jiff::civil::Date;
use zonewerk_core::problem::RuleId;

use super::naive::{Tray, Who, setting};
use super::naive_exceptions::people_words;
use super::naive_look::{Look, held, uncounted};
use super::naive_zones::contiguous;

pub fn zone_without_region(look: &Look, rule: RuleId, tray: &mut Tray) {
    for (zone, of) in look.world.plan.zones.iter().map(|(_, zone)| zone).enumerate() {
        if of.regions.is_empty() && !look.is_empty(zone) {
            tray.say(rule, Who::Zone(zone), "in []", "one region");
        }
    }
}

pub fn zone_in_several_regions(look: &Look, rule: RuleId, tray: &mut Tray) {
    for (zone, of) in look.world.plan.zones.iter().map(|(_, zone)| zone).enumerate() {
        if of.regions.len() > 1 && !look.is_empty(zone) {
            let names: Vec<&String> = of.regions.iter().collect();
            tray.say(rule, Who::Zone(zone), format!("in {names:?}"), "one region");
        }
    }
}

pub fn below_minimum(look: &Look, rule: RuleId, tray: &mut Tray) {
    let minimum = look.world.problem.profile.region.population.minimum();
    populations(look, rule, tray, |[_, most]| (most < minimum).then(|| format!("at least {minimum}")));
}

pub fn above_maximum(look: &Look, rule: RuleId, tray: &mut Tray) {
    let maximum = look.world.problem.profile.region.population.maximum().unwrap();
    populations(look, rule, tray, |[least, _]| (least > maximum).then(|| format!("at most {maximum}")));
}

/// The regions without an excepted unit.
fn judged(look: &Look, rule: RuleId) -> Vec<String> {
    let excepted = look.excepted(rule);
    let regions = look.regions().into_iter();
    let units = |name: &String| held(&look.region(name));
    regions.filter(|name| units(name).is_disjoint(&excepted)).collect()
}

fn populations(look: &Look, rule: RuleId, tray: &mut Tray, fault: impl Fn([u64; 2]) -> Option<String>) {
    for name in judged(look, rule) {
        let row = look.region(&name);
        if held(&row).is_empty() {
            continue;
        }
        if let Some(required) = fault(look.people_between(&row)) {
            let found = people_words(look, &row, required.starts_with("at least"));
            tray.say(rule, Who::Region(name), found, required);
        } else if look.people_of(&row).is_none() {
            let why = format!("people of parts of {:?}", uncounted(&row));
            tray.leave_open(rule, Who::Region(name), why);
        }
    }
}

pub fn too_few_zones(look: &Look, rule: RuleId, tray: &mut Tray) {
    let minimum = look.world.problem.profile.region.zones.minimum().unwrap();
    for name in judged(look, rule) {
        let zones = filled(look, &name);
        if zones < minimum {
            tray.say(rule, Who::Region(name), format!("{zones} zones"), format!("at least {minimum} zones"));
        }
    }
}

pub fn too_many_zones(look: &Look, rule: RuleId, tray: &mut Tray) {
    let maximum = look.world.problem.profile.region.zones.maximum().unwrap();
    for name in judged(look, rule) {
        let zones = filled(look, &name);
        if zones > maximum {
            tray.say(rule, Who::Region(name), format!("{zones} zones"), format!("at most {maximum} zones"));
        }
    }
}

/// Zones of a region that hold something.
fn filled(look: &Look, name: &str) -> u64 {
    look.members(name).into_iter().filter(|&zone| !look.is_empty(zone)).count() as u64
}

pub fn not_contiguous(look: &Look, rule: RuleId, tray: &mut Tray) {
    for name in look.regions() {
        contiguous(look, rule, &look.region(&name), &Who::Region(name), tray);
    }
}

pub fn wrong_number(look: &Look, rule: RuleId, tray: &mut Tray) {
    let regions = look.regions().len() as u64;
    let count = look.world.problem.profile.region.count;
    if !(count.minimum().unwrap_or(0)..=count.maximum().unwrap_or(u64::MAX)).contains(&regions) {
        tray.say(rule, Who::Plan, format!("{regions} regions"), format!("{count} regions"));
    }
}

pub fn population_older_than_plan(look: &Look, rule: RuleId, tray: &mut Tray) {
    let (plan, counted) = (look.world.plan.date.unwrap(), look.world.territory.population_date.unwrap());
    let months = setting(look, rule).months.unwrap_or(12);
    let ahead = |date: Date| (i64::from(date.year()) * 12 + i64::from(date.month()), date.day());
    let (month, day) = ahead(counted);
    if (month + i64::from(months), day) < ahead(plan) {
        let required = format!("at most {months} months before {plan}");
        tray.say(rule, Who::Plan, format!("counted on {counted}"), required);
    }
}
