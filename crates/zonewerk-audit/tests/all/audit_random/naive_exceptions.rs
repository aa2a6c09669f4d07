//! Bounds of zones, and what exceptions let pass.

use std::collections::BTreeSet;

use zonewerk_core::problem::{Excepted, Exception, PopulationBounds, RuleId, Severity};
use zonewerk_core::territory::Id;

use super::naive::{Broken, RULES, Tray, Who, weighs};
use super::naive_look::{Hold, Look, Row, held, uncounted};

/// Number (from 1) and exception of those that hold for this subject.
fn made_for<'a>(look: &Look<'a>, who: &Who) -> Vec<(usize, &'a Exception)> {
    let matches = |exception: &Exception| match (&exception.subject, who) {
        (Excepted::Units(units), Who::Unit(unit)) => units.iter().any(|other| other.index() == *unit),
        (Excepted::Units(units), Who::Zone(zone)) => {
            let units: BTreeSet<usize> = units.iter().map(|unit| unit.index()).collect();
            let row = &look.zones[*zone];
            held(row) == units && units.iter().all(|&unit| row[unit] == Hold::Whole)
        }
        (Excepted::Zone(name), Who::Zone(zone)) => {
            look.world.plan.zones.iter().nth(*zone).is_some_and(|(_, of)| of.name == *name)
        }
        (Excepted::Region(name), Who::Region(region)) => name == region,
        (Excepted::Units(units), Who::Region(region)) => {
            let units: BTreeSet<usize> = units.iter().map(|unit| unit.index()).collect();
            let zones = look.world.plan.zones.iter().filter(|(_, zone)| zone.regions.contains(region));
            let rows: Vec<_> = zones.map(|(zone, _)| &look.zones[zone.index()]).collect();
            let all: BTreeSet<usize> = rows.iter().flat_map(|row| held(row)).collect();
            all == units && units.iter().all(|&unit| rows.iter().any(|row| row[unit] == Hold::Whole))
        }
        (Excepted::Group(name), Who::Group(_, group)) => name == group,
        _ => false,
    };
    let numbered = look.world.problem.exceptions.iter().enumerate();
    numbered
        .filter(|(_, exception)| matches(exception))
        .map(|(place, exception)| (place + 1, exception))
        .collect()
}

fn note((number, exception): (usize, &Exception)) -> String {
    format!("exception {number} {:?}", exception.reason)
}

/// Whether an exception has ended. A profile may leave out the rule that asks for that, or weigh it less.
fn is_over(look: &Look, exception: &Exception) -> bool {
    let late = exception.until.zip(look.world.plan.date).is_some_and(|(until, date)| date > until);
    late && weighs(look.world, RuleId::ExceptionExpired) == Some(Severity::Error)
}

/// Whether an exception lacks a reason. A profile may leave out the rule that asks for one, or weigh
/// it less.
fn is_bare(look: &Look, exception: &Exception) -> bool {
    let is_demanded = weighs(look.world, RuleId::ExceptionWithoutReason) == Some(Severity::Error);
    exception.reason.is_none() && is_demanded
}

fn is_leave(look: &Look, exception: &Exception) -> bool {
    !is_bare(look, exception) && !is_over(look, exception)
}

/// Of several exceptions the first that is in order; the first of all where none is.
fn best<'a>(look: &Look, all: &[(usize, &'a Exception)]) -> Option<(usize, &'a Exception)> {
    let in_order = all.iter().find(|(_, exception)| is_leave(look, exception));
    in_order.or(all.first()).copied()
}

/// The exception that sets the bounds of a zone.
fn bounds_of<'a>(look: &Look<'a>, zone: usize) -> Option<(usize, &'a Exception)> {
    let mut all = made_for(look, &Who::Zone(zone));
    all.retain(|(_, exception)| exception.bounds.is_some());
    best(look, &all)
}

/// Whether a zone outside the ordinary bounds, below them or above, may be so by an exception.
pub fn may_have(look: &Look, zone: usize, people: u64, is_few: bool) -> bool {
    let who = Who::Zone(zone);
    let is_error = |rule| weighs(look.world, rule) == Some(Severity::Error);
    let waives = |rule: RuleId| {
        let mut all = made_for(look, &who);
        all.retain(|(_, exception)| exception.waives.contains(&rule));
        best(look, &all).is_some_and(|(_, exception)| is_leave(look, exception))
    };
    if let Some((_, exception)) = bounds_of(look, zone).filter(|(_, exception)| !is_over(look, exception)) {
        let own = exception.bounds.expect("it sets bounds");
        let within = people >= own.minimum() && own.maximum().is_none_or(|most| people <= most);
        return within || !is_error(RuleId::ExceptionExceeded) || waives(RuleId::ExceptionExceeded);
    }
    match is_few {
        true => waives(RuleId::ZoneBelowMinimumPopulation),
        false => waives(RuleId::ZoneAboveMaximumPopulation),
    }
}

fn zones(look: &Look) -> impl Iterator<Item = usize> {
    (0..look.zones.len()).filter(|&zone| !look.is_empty(zone))
}

pub fn zone_below_minimum(look: &Look, rule: RuleId, tray: &mut Tray) {
    let minimum = look.world.problem.bounds().minimum();
    ordinary(look, rule, tray, |[_, most]| (most < minimum).then(|| format!("at least {minimum}")));
}

pub fn zone_above_maximum(look: &Look, rule: RuleId, tray: &mut Tray) {
    let maximum = look.world.problem.bounds().maximum().unwrap();
    ordinary(look, rule, tray, |[least, _]| (least > maximum).then(|| format!("at most {maximum}")));
}

/// Bounds of its own replace the ordinary ones of a zone until they end.
fn ordinary(look: &Look, rule: RuleId, tray: &mut Tray, fault: impl Fn([u64; 2]) -> Option<String>) {
    for zone in zones(look) {
        let row = &look.zones[zone];
        let between = look.people_between(row);
        let known = look.people_of(row);
        let Some(required) = fault(between) else {
            if known.is_none() {
                open(look, rule, zone, tray);
            }
            continue;
        };
        let found = people_words(look, row, required.starts_with("at least"));
        let broken = Broken { rule, who: Who::Zone(zone), found, required, severity: None };
        let Some((number, exception)) = bounds_of(look, zone) else {
            tray.broken.push(broken);
            continue;
        };
        let own = exception.bounds.unwrap();
        match (known, is_over(look, exception)) {
            (Some(people), false) if own.allow(people) => tray.passed.push((broken, number)),
            (Some(people), true) if own.allow(people) && !is_passed(look, rule, zone) => {
                tray.passed.push((broken, number));
            }
            (_, true) => tray.broken.push(broken),
            (Some(_), false) => {}
            (None, false) if breaks(between, own).is_some() => {}
            (None, false) => open(look, rule, zone, tray),
        }
    }
}

/// Whether people are too few (`true`) or too many for certain.
fn breaks([least, most]: [u64; 2], bounds: PopulationBounds) -> Option<bool> {
    if most < bounds.minimum() {
        return Some(true);
    }
    bounds.maximum().filter(|&maximum| least > maximum).map(|_| false)
}

/// What a row has that has too few people, or too many.
pub fn people_words(look: &Look, row: &Row, is_few: bool) -> String {
    let [least, most] = look.people_between(row);
    match (look.people_of(row), is_few) {
        (Some(people), _) => format!("{people} people"),
        (None, true) => format!("at most {most} people, parts of {:?}", uncounted(row)),
        (None, false) => format!("at least {least} people, parts of {:?}", uncounted(row)),
    }
}

/// Whether a waiver that is in order lets a zone break a rule.
fn is_passed(look: &Look, rule: RuleId, zone: usize) -> bool {
    let all = made_for(look, &Who::Zone(zone));
    all.iter().any(|(_, exception)| exception.waives.contains(&rule) && is_leave(look, exception))
}

fn open(look: &Look, rule: RuleId, zone: usize, tray: &mut Tray) {
    let why = format!("people of parts of {:?}", uncounted(&look.zones[zone]));
    tray.leave_open(rule, Who::Zone(zone), why);
}

pub fn exception_exceeded(look: &Look, rule: RuleId, tray: &mut Tray) {
    for zone in zones(look) {
        let Some((number, exception)) = bounds_of(look, zone) else { continue };
        if is_over(look, exception) {
            continue;
        }
        let bounds = exception.bounds.unwrap();
        let row = &look.zones[zone];
        match breaks(look.people_between(row), bounds) {
            Some(is_few) => {
                let required = format!("{bounds} by {}", note((number, exception)));
                tray.say(rule, Who::Zone(zone), people_words(look, row, is_few), required);
            }
            None if look.people_of(row).is_none() => open(look, rule, zone, tray),
            None => {}
        }
    }
}

/// Takes out what exceptions let pass, and says so. What the rules on exceptions say of
/// them cannot be waived, so that no exception vouches for itself.
pub fn settle(look: &Look, tray: &mut Tray) {
    for fault in std::mem::take(&mut tray.broken) {
        let mut waivers = made_for(look, &fault.who);
        let is_firm = RULES.iter().any(|rule| rule.name == fault.rule && rule.firm);
        waivers.retain(|(_, exception)| exception.waives.contains(&fault.rule) && !is_firm);
        match best(look, &waivers) {
            Some((number, _)) => tray.passed.push((fault, number)),
            None => tray.broken.push(fault),
        }
    }
    for (fault, number) in std::mem::take(&mut tray.passed) {
        let exception = &look.world.problem.exceptions[number - 1];
        let name = note((number, exception));
        let inner = format!("{} ({})", fault.rule, fault.found);
        let who = || fault.who.clone();
        if exception.reason.is_none() {
            tray.say(
                RuleId::ExceptionWithoutReason,
                who(),
                format!("waived {inner}"),
                format!("reason of {name}"),
            );
            at_most(look, tray, weighs(look.world, fault.rule));
        }
        match (exception.until, look.world.plan.date) {
            (Some(_), None) => tray.leave_open(RuleId::ExceptionExpired, who(), "no plan date".to_owned()),
            (Some(until), Some(date)) if date > until => {
                let found = format!("until {until} {inner}");
                tray.say(RuleId::ExceptionExpired, who(), found, format!("in force on {date}: {name}"));
                at_most(look, tray, weighs(look.world, fault.rule));
            }
            _ => {}
        }
        if is_leave(look, exception) {
            let required = format!("{} unless {name}", fault.required);
            tray.say(RuleId::ExceptionUsed, who(), format!("waived {inner}"), required);
        }
    }
}

/// Lets the last fault weigh no more than what was let pass.
fn at_most(look: &Look, tray: &mut Tray, passed: Option<Severity>) {
    if let Some(last) = tray.broken.last_mut() {
        last.severity = weighs(look.world, last.rule).max(passed);
    }
}
