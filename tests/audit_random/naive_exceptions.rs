//! Bounds of zones, and what exceptions let pass.

use std::collections::BTreeSet;

use zonewerk::problem::{Excepted, Exception};
use zonewerk::territory::Id;

use crate::naive::{Broken, Tray, Who, is_asked};
use crate::naive_look::{Hold, Look, held, uncounted};

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

fn is_over(look: &Look, exception: &Exception) -> bool {
    exception.until.zip(look.world.plan.date).is_some_and(|(until, date)| date > until)
}

fn is_leave(look: &Look, exception: &Exception) -> bool {
    exception.reason.is_some() && !is_over(look, exception)
}

/// The exception that sets the bounds of a zone.
fn bounds_of<'a>(look: &Look<'a>, zone: usize) -> Option<(usize, &'a Exception)> {
    made_for(look, &Who::Zone(zone)).into_iter().find(|(_, exception)| exception.bounds.is_some())
}

fn zones<'a>(look: &'a Look) -> impl Iterator<Item = usize> + 'a {
    (0..look.zones.len()).filter(|&zone| !look.is_empty(zone))
}

pub fn zone_below_minimum(look: &Look, rule: &'static str, tray: &mut Tray) {
    let minimum = look.world.problem.bounds().minimum();
    ordinary(look, rule, tray, |people| (people < minimum).then(|| format!("at least {minimum}")));
}

pub fn zone_above_maximum(look: &Look, rule: &'static str, tray: &mut Tray) {
    let maximum = look.world.problem.bounds().maximum().unwrap();
    ordinary(look, rule, tray, |people| (people > maximum).then(|| format!("at most {maximum}")));
}

fn ordinary(look: &Look, rule: &'static str, tray: &mut Tray, fault: impl Fn(u64) -> Option<String>) {
    for zone in zones(look).filter(|&zone| bounds_of(look, zone).is_none()) {
        match look.people_of(&look.zones[zone]) {
            None => open(look, rule, zone, tray),
            Some(people) => {
                if let Some(required) = fault(people) {
                    tray.say(rule, Who::Zone(zone), format!("{people} people"), required);
                }
            }
        }
    }
}

fn open(look: &Look, rule: &'static str, zone: usize, tray: &mut Tray) {
    let why = format!("people of parts of {:?}", uncounted(&look.zones[zone]));
    tray.leave_open(rule, Who::Zone(zone), why);
}

pub fn exception_exceeded(look: &Look, rule: &'static str, tray: &mut Tray) {
    for zone in zones(look) {
        let Some((number, exception)) = bounds_of(look, zone) else { continue };
        let bounds = exception.bounds.unwrap();
        match look.people_of(&look.zones[zone]) {
            None => open(look, rule, zone, tray),
            Some(people) if !bounds.allow(people) => {
                let required = format!("{bounds} by {}", note((number, exception)));
                tray.say(rule, Who::Zone(zone), format!("{people} people"), required);
            }
            Some(_) => {}
        }
    }
}

/// The exceptions with bounds that a zone needs, used or not in order.
pub fn bounds_needed(look: &Look, _: &'static str, tray: &mut Tray) {
    let world = look.world;
    let ordinary = world.problem.bounds();
    for zone in zones(look) {
        let Some((number, exception)) = bounds_of(look, zone) else { continue };
        let Some(people) = look.people_of(&look.zones[zone]) else { continue };
        let allowed = exception.bounds.unwrap();
        let too_few = is_asked(world, "zone-below-minimum-population") && people < ordinary.minimum();
        let too_many = is_asked(world, "zone-above-maximum-population") && ordinary.exceeded_by(people);
        if !allowed.allow(people) || !(too_few || too_many) {
            continue;
        }
        let (who, found) = (Who::Zone(zone), format!("{people} people"));
        let name = note((number, exception));
        if is_leave(look, exception) {
            tray.say(
                "exception-used",
                who.clone(),
                found.clone(),
                format!("{ordinary}, or {allowed} by {name}"),
            );
        }
        if exception.reason.is_none() {
            tray.say("exception-without-reason", who.clone(), found.clone(), format!("reason of {name}"));
        }
        if is_over(look, exception) {
            let date = world.plan.date.unwrap();
            tray.say("exception-expired", who, found, format!("in force on {date}: {name}"));
        }
    }
}

/// Takes out what exceptions waive, and says so.
pub fn settle(look: &Look, broken: Vec<Broken>) -> Vec<Broken> {
    let mut said = Vec::new();
    for fault in broken {
        let waivers = made_for(look, &fault.who).into_iter();
        let waivers: Vec<_> =
            waivers.filter(|(_, exception)| exception.waives.iter().any(|name| name == fault.rule)).collect();
        let leave = waivers.iter().find(|(_, exception)| is_leave(look, exception));
        let Some(&waiver) = leave.or(waivers.first()) else {
            said.push(fault);
            continue;
        };
        let inner = format!("{} ({})", fault.rule, fault.found);
        let mut say = |rule, found, required| {
            said.push(Broken { rule, who: fault.who.clone(), found, required });
        };
        let name = note(waiver);
        if leave.is_some() {
            let required = format!("{} unless {name}", fault.required);
            say("exception-used", format!("waived {inner}"), required);
        }
        if waiver.1.reason.is_none() {
            say("exception-without-reason", format!("waived {inner}"), format!("reason of {name}"));
        }
        if is_over(look, waiver.1) {
            let (until, date) = (waiver.1.until.unwrap(), look.world.plan.date.unwrap());
            say("exception-expired", format!("until {until} {inner}"), format!("in force on {date}: {name}"));
        }
    }
    said
}
