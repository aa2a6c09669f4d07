use std::collections::BTreeSet;

use crate::verdict::Verdict;
use crate::world::{Given, World};

/// Every finding the rules ask for.
pub fn findings(world: &World) -> Vec<Verdict> {
    let mut found = Vec::new();
    let mut say = |rule: &str, subject: String, what: String| {
        found.push((rule.to_owned(), subject, what));
    };
    let zones = world.names.len();
    for (unit, holding) in world.holdings.iter().enumerate() {
        let given: Vec<(usize, Option<u64>)> = match holding {
            Given::Nowhere => vec![],
            Given::Whole(zone) => vec![(*zone, Some(world.people[unit]))],
            Given::Parts(parts) => parts.clone(),
        };
        let known: BTreeSet<usize> = given.iter().map(|part| part.0).filter(|&zone| zone < zones).collect();
        let unknown: BTreeSet<usize> =
            given.iter().map(|part| part.0).filter(|&zone| zone >= zones).collect();
        if given.is_empty() {
            say("orphaned-unit", format!("u{unit}"), "in {}".to_owned());
        }
        if known.len() > 1 {
            say("split-unit", format!("u{unit}"), format!("in {known:?}"));
        }
        if !unknown.is_empty() {
            say("unit-in-unknown-zone", format!("u{unit}"), format!("unknown {unknown:?} of {zones}"));
        }
        let sum: u64 = given.iter().filter_map(|part| part.1).sum();
        let complete = given.iter().all(|part| part.1.is_some());
        if !given.is_empty() && (sum > world.people[unit] || (complete && sum < world.people[unit])) {
            say("part-populations-differ", format!("u{unit}"), format!("{sum} of {}", world.people[unit]));
        }
    }
    for zone in 0..zones {
        let twins: Vec<usize> = (0..zones).filter(|&other| world.names[other] == world.names[zone]).collect();
        if twins.len() > 1 && twins[0] == zone {
            say("duplicate-zone-name", format!("z{zone}"), format!("as {:?}", &twins[1..]));
        }
        let units = world.held(zone, |share| share > 0);
        if units.is_empty() {
            say("empty-zone", format!("z{zone}"), "empty".to_owned());
            continue;
        }
        let mut islands: Vec<Vec<usize>> = world.islands(&units).into_iter().collect();
        if islands.len() > 1 {
            let weight = |island: &Vec<usize>| island.iter().map(|&unit| world.people[unit]).sum::<u64>();
            let most = islands.iter().map(weight).max().unwrap();
            let main = islands.iter().position(|island| weight(island) == most).unwrap();
            islands.remove(main);
            say("zone-not-contiguous", format!("z{zone}"), format!("{islands:?}"));
        }
        let Some(people) = world.zone_people(zone) else { continue };
        let exception = world.exception(zone);
        let ordinary = (world.minimum, world.maximum);
        let (minimum, maximum) =
            exception.map_or(ordinary, |number| (world.exceptions[number].1, world.exceptions[number].2));
        let by = exception.map(|number| number + 1);
        let top = |maximum: Option<u64>| maximum.unwrap_or(u64::MAX);
        if !(minimum..).contains(&people) {
            say("zone-below-minimum-population", format!("z{zone}"), format!("{people}<{minimum} {by:?}"));
        }
        if !(..=top(maximum)).contains(&people) {
            say(
                "zone-above-maximum-population",
                format!("z{zone}"),
                format!("{people}>{} {by:?}", top(maximum)),
            );
        }
        let allowed = (minimum..=top(maximum)).contains(&people);
        if allowed && !(ordinary.0..=top(ordinary.1)).contains(&people) {
            say("exception-used", format!("z{zone}"), format!("{people} {by:?}"));
        }
    }
    for (number, units) in world.fixed.iter().enumerate() {
        let stands = (0..zones).any(|zone| {
            world.held(zone, |share| share == 2) == *units && world.held(zone, |share| share == 1).is_empty()
        });
        if !stands {
            let common = |zone: usize| {
                world.held(zone, |share| share == 2).iter().filter(|u| units.contains(u)).count()
            };
            let most = (0..zones).map(common).max().unwrap_or(0);
            let nearest = (0..zones).find(|&zone| most > 0 && common(zone) == most);
            let whole = nearest.map_or(vec![], |zone| world.held(zone, |share| share == 2));
            let all = nearest.map_or(vec![], |zone| world.held(zone, |share| share > 0));
            let missing: Vec<&usize> = units.iter().filter(|unit| !whole.contains(unit)).collect();
            let besides: Vec<&usize> = all.iter().filter(|unit| !units.contains(unit)).collect();
            say("fixed-zone-changed", format!("f{number}"), format!("{nearest:?} -{missing:?} +{besides:?}"));
        }
    }
    found
}

/// Every check that cannot be made to the end.
pub fn not_checked(world: &World) -> Vec<Verdict> {
    let mut open = Vec::new();
    for zone in 0..world.names.len() {
        let parts = world.held(zone, |share| share == 1);
        let mut say = |rule: &str, units: &Vec<usize>| {
            open.push((rule.to_owned(), format!("z{zone}"), format!("{units:?}")));
        };
        if !parts.is_empty() {
            say("zone-not-contiguous", &parts);
        }
        if world.zone_people(zone).is_none() {
            let unknown = |unit: &usize| match &world.holdings[*unit] {
                Given::Parts(parts) => parts.iter().any(|part| part.0 == zone && part.1.is_none()),
                _ => false,
            };
            let unknown = parts.into_iter().filter(unknown).collect();
            say("zone-below-minimum-population", &unknown);
            if world.maximum.is_some() {
                say("zone-above-maximum-population", &unknown);
            }
        }
    }
    open
}

impl World {
    /// `0` where the unit is not in the zone, `1` for a part, `2` for the whole unit.
    fn share(&self, zone: usize, unit: usize) -> usize {
        match &self.holdings[unit] {
            Given::Whole(of) if *of == zone => 2,
            Given::Parts(parts) if parts.iter().any(|part| part.0 == zone) => 1,
            _ => 0,
        }
    }

    fn held(&self, zone: usize, share: impl Fn(usize) -> bool) -> Vec<usize> {
        (0..self.people.len()).filter(|&unit| share(self.share(zone, unit))).collect()
    }

    fn zone_people(&self, zone: usize) -> Option<u64> {
        let mut people = 0;
        for unit in 0..self.people.len() {
            match &self.holdings[unit] {
                Given::Whole(of) if *of == zone => people += self.people[unit],
                Given::Parts(parts) => {
                    for part in parts.iter().filter(|part| part.0 == zone) {
                        people += part.1?;
                    }
                }
                _ => {}
            }
        }
        Some(people)
    }

    fn exception(&self, zone: usize) -> Option<usize> {
        let exactly = |units: &Vec<usize>| {
            (0..self.people.len())
                .all(|unit| self.share(zone, unit) == if units.contains(&unit) { 2 } else { 0 })
        };
        (0..self.exceptions.len()).find(|&number| exactly(&self.exceptions[number].0))
    }

    fn reaches(&self) -> Vec<Vec<bool>> {
        let units = self.people.len();
        let mut next = vec![vec![false; units]; units];
        for &(a, b) in &self.edges {
            (next[a][b], next[b][a]) = (true, true);
        }
        for &(a, b, add) in &self.links {
            (next[a][b], next[b][a]) = (add, add);
        }
        next
    }

    /// The separate parts of a set of units.
    fn islands(&self, units: &[usize]) -> BTreeSet<Vec<usize>> {
        let mut reach = self.reaches();
        for &via in units {
            for &from in units {
                for &to in units {
                    reach[from][to] |= from == to || (reach[from][via] && reach[via][to]);
                }
            }
        }
        let island = |from: usize| units.iter().copied().filter(|&to| reach[from][to]).collect();
        units.iter().map(|&unit| island(unit)).collect()
    }
}
