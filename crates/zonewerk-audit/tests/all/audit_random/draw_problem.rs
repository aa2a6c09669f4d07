use std::collections::BTreeMap;

use rand::{Rng, RngExt};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, GroupReading, Period, PopulationBounds, Profile, RegionLevel,
    RuleSetting, RuleWeight, Severity, ZoneLevel,
};

use super::naive::RULES;
use super::world::{FAMILIES, REGIONS, day, pick, zone_like};

/// Rules with settings of every kind; some rules are not named, some are off.
pub fn profile(random: &mut impl Rng, units: usize) -> Profile {
    let all = random.random_bool(0.7);
    let mut rules = BTreeMap::new();
    for rule in RULES {
        if random.random_bool(if all { 0.97 } else { 0.6 }) {
            rules.insert(rule.name, setting(random, units));
        }
    }
    Profile {
        name: "drawn".to_owned(),
        title: String::new(),
        source: String::new(),
        period: Period::default(),
        zone: ZoneLevel { population: population(random, 8), count: count(random, 1) },
        region: RegionLevel {
            population: population(random, 20),
            count: count(random, 1),
            zones: count(random, 0),
        },
        rules,
        translations: BTreeMap::new(),
    }
}

fn setting(random: &mut impl Rng, units: usize) -> RuleSetting {
    let weight = match pick(random, 12) {
        0 => Some(RuleWeight::Off),
        1..=3 => Some(RuleWeight::Finding(Severity::ALL[pick(random, 3)])),
        _ => None,
    };
    let families = match pick(random, 10) {
        0 => vec![],
        1 => vec!["nowhere"],
        2 | 3 => vec![FAMILIES[1], "nowhere"],
        4..=6 => FAMILIES.to_vec(),
        _ => vec![FAMILIES[0]],
    };
    let except = (0..pick(random, 6) / 3).map(|_| match pick(random, 5) {
        0 => "99".to_owned(),
        _ => format!("{:02}", pick(random, units)),
    });
    RuleSetting {
        weight,
        families: families.into_iter().map(str::to_owned).collect(),
        except: except.collect(),
        reading: [None, Some(GroupReading::Strict), Some(GroupReading::Weak)][pick(random, 3)],
        months: random.random_bool(0.5).then(|| random.random_range(0..=30)),
        ..RuleSetting::default()
    }
}

fn population(random: &mut impl Rng, about: u64) -> PopulationBounds {
    let minimum = if pick(random, 6) == 0 { 0 } else { random.random_range(0..=about) };
    let maximum = random.random_bool(0.75).then(|| minimum + random.random_range(0..=2 * about));
    PopulationBounds::new(minimum, maximum).unwrap()
}

pub fn count(random: &mut impl Rng, least: u64) -> CountBounds {
    let minimum = random.random_range(least..=4);
    let maximum = minimum + random.random_range(0..=2);
    let some = |random: &mut _, number| (pick(random, 4) > 0).then_some(number);
    CountBounds::new(some(random, minimum), some(random, maximum)).unwrap()
}

/// Exceptions by units, zone, region and group, with bounds, waivers, both or neither,
/// some without a reason, some that end.
pub fn exceptions(random: &mut impl Rng, plan: &Plan, units: usize) -> Vec<Exception> {
    let mut exceptions: Vec<Exception> = Vec::new();
    for number in 0..pick(random, 6) {
        let subject = match pick(random, 6) {
            0 | 1 => Excepted::Units(zone_like(random, plan, units)),
            2 | 3 => Excepted::Zone(format!("z{}", pick(random, plan.zones.len() + 1))),
            4 => Excepted::Region(REGIONS[pick(random, 3)].to_owned()),
            _ => Excepted::Group(format!("g{}", pick(random, 3))),
        };
        let is_zone = matches!(subject, Excepted::Units(_) | Excepted::Zone(_));
        let is_new = exceptions.iter().all(|other| other.bounds.is_none() || other.subject != subject);
        let bounds = (is_zone && is_new && random.random_bool(0.6)).then(|| population(random, 8));
        let about = |random: &mut _| match pick(random, 3) {
            0 => (0..pick(random, 4)).map(|_| RULES[pick(random, RULES.len())].name).collect(),
            1 => RULES.iter().filter(|_| pick(random, 3) == 0).map(|rule| rule.name).collect(),
            _ => vec![],
        };
        let reason = match pick(random, 5) {
            0 => None,
            _ => Some(format!("why {number}")),
        };
        let until = (pick(random, 3) == 0).then(|| day(random));
        exceptions.push(Exception {
            subject,
            bounds,
            waives: about(random),
            reason,
            legal_ground: None,
            until,
        });
    }
    exceptions
}
