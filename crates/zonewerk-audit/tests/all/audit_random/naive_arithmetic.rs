//! Whether the numbers of a profile go together, by trying all of them.

use std::collections::BTreeSet;

use zonewerk_core::problem::{CountBounds, Excepted, PopulationBounds, RuleId};
use zonewerk_core::territory::Id;

use super::naive::{Tray, Who};
use super::naive_look::Look;

/// Areas that are to hold so many people.
struct Areas {
    people: u64,
    bounds: PopulationBounds,
    count: CountBounds,
    /// Inhabitants of those that are there in any case.
    given: Vec<u64>,
    /// Fewest and most inhabitants of those that exceptions permit.
    permitted: Vec<(u64, u64)>,
}

pub fn zone_bounds_contradict(look: &Look, rule: RuleId, tray: &mut Tray) {
    let problem = &look.world.problem;
    let people: u64 = look.people.iter().sum();
    let of = |units: &[_]| -> u64 {
        units.iter().map(|unit: &zonewerk_core::territory::UnitId| look.people[unit.index()]).sum()
    };
    let mut permitted = Vec::new();
    for exception in &problem.exceptions {
        let Some(bounds) = exception.bounds else { continue };
        match &exception.subject {
            Excepted::Units(units) => {
                let is_given = problem.fixed_zones.iter().any(|fixed| fixed.units == *units);
                if !is_given && bounds.allow(of(units)) {
                    permitted.push((of(units), of(units)));
                }
            }
            Excepted::Zone(_) | Excepted::Holding { .. } => {
                permitted.push((bounds.minimum(), bounds.maximum().unwrap_or(people)))
            }
            Excepted::Region(_) | Excepted::Group(_) => {}
        }
    }
    let given = problem.fixed_zones.iter().map(|fixed| of(&fixed.units)).collect();
    let zone = problem.profile.zone;
    Areas { people, bounds: zone.population, count: zone.count, given, permitted }.say(rule, tray);
}

pub fn region_bounds_contradict(look: &Look, rule: RuleId, tray: &mut Tray) {
    let problem = &look.world.problem;
    let excepted = look.excepted(rule);
    let mut given = Vec::new();
    for fixed in &problem.fixed_zones {
        let units: BTreeSet<usize> = fixed.units.iter().map(|unit| unit.index()).collect();
        if !units.is_disjoint(&excepted) {
            given.push(units.iter().map(|&unit| look.people[unit]).sum());
        }
    }
    let (alone, region) = (given.len() as u64, problem.profile.region);
    let people = look.people.iter().sum();
    let areas =
        Areas { people, bounds: region.population, count: region.count, given, permitted: Vec::new() };
    areas.say(rule, tray);
    let zones = |regions: u64, each: u64| alone.min(regions) + (regions - alone.min(regions)) * each;
    let wanted = problem.profile.zone.count;
    if let (Some(regions), Some(each), Some(needed)) =
        (region.count.maximum(), region.zones.maximum(), wanted.minimum())
        && zones(regions, each) < needed
    {
        let found = format!("{regions} regions have {} zones", zones(regions, each));
        tray.say(rule, Who::Rules, found, format!("at least {needed} zones in all"));
    }
    if let (Some(regions), Some(each), Some(allowed)) =
        (region.count.minimum(), region.zones.minimum(), wanted.maximum())
        && zones(regions, each) > allowed
    {
        let found = format!("{regions} regions have {} zones", zones(regions, each));
        tray.say(rule, Who::Rules, found, format!("at most {allowed} zones in all"));
    }
}

impl Areas {
    /// What so many areas can hold, or need, for every choice of exceptions; `each` is
    /// what an ordinary one holds, or needs.
    fn totals(&self, count: u64, each: u64, of: fn(&(u64, u64)) -> u64) -> Vec<u64> {
        let choices = 0..1_usize << self.permitted.len();
        let total = |choice: usize| {
            let used: Vec<u64> = (0..self.permitted.len())
                .filter(|number| choice >> number & 1 == 1)
                .map(|number| of(&self.permitted[number]))
                .collect();
            let given = self.given.iter().take(count as usize);
            let rest = count.checked_sub((self.given.len() as u64).min(count) + used.len() as u64)?;
            Some(given.sum::<u64>() + used.iter().sum::<u64>() + rest * each)
        };
        choices.filter_map(total).collect()
    }

    fn room(&self, count: u64, each: u64) -> u64 {
        self.totals(count, each, |permitted| permitted.1).into_iter().max().unwrap()
    }

    fn need(&self, count: u64, each: u64) -> u64 {
        self.totals(count, each, |permitted| permitted.0).into_iter().min().unwrap()
    }

    fn say(&self, rule: RuleId, tray: &mut Tray) {
        let (people, minimum, maximum) = (self.people, self.bounds.minimum(), self.bounds.maximum());
        if people == 0 {
            return;
        }
        let counts = 1..=people + (self.given.len() + self.permitted.len()) as u64;
        let holds = |count: u64| maximum.is_none_or(|maximum| self.room(count, maximum) >= people);
        let is_met = |count: u64| self.need(count, minimum) <= people;
        let fewest = counts.clone().find(|&count| holds(count));
        let largest = counts.rev().find(|&count| is_met(count));
        let sum = |count: u64, each: u64, total: u64| format!("{count}x{each} = {total} of {people}");
        let numbers =
            |count: Option<String>, each: Option<String>| format!("count {count:?} or each {each:?}");
        let mut say = |found: String, required: String| tray.say(rule, Who::Rules, found, required);
        if let (Some(count), Some(maximum)) = (self.count.maximum(), maximum)
            && !holds(count)
        {
            let each = (0..=people).find(|&each| self.room(count, each) >= people);
            let words = |number: u64| format!("at least {number}");
            let found = format!("room {}", sum(count, maximum, self.room(count, maximum)));
            say(found, numbers(fewest.map(words), each.map(words)));
        }
        if let Some(count) = self.count.minimum()
            && !is_met(count)
        {
            let each = (0..=minimum).rev().find(|&each| self.need(count, each) <= people);
            let words = |number: u64| format!("at most {number}");
            let found = format!("need {}", sum(count, minimum, self.need(count, minimum)));
            say(found, numbers(largest.map(words), each.map(words)));
        }
        if let (Some(fewest), Some(largest), Some(maximum)) = (fewest, largest, maximum)
            && fewest > largest
        {
            let few = sum(largest, maximum, self.room(largest, maximum));
            let many = sum(largest + 1, minimum, self.need(largest + 1, minimum));
            say(format!("room {few} and need {many}"), numbers(None, None));
        }
    }
}
