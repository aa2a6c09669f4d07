//! What a plan comes to in a goal, from the words that define it, in fractions and by trying all.

use std::collections::BTreeSet;

use zonewerk_core::plan::Holding;
use zonewerk_core::problem::{Counted, Goal, GroupReading, RuleId, Severity};
use zonewerk_core::territory::{Id, MergerStatus};

use super::naive::weighs;
use super::naive_exceptions::may_have;
use super::naive_look::{Hold, Look, uncounted};

/// The amount, or why there is none.
pub fn amount(look: &Look, goal: &Goal) -> Result<u64, String> {
    match goal {
        Goal::Zones => return Ok(populated(look).len() as u64),
        Goal::Exceptions => {
            return Ok(populations(look)?
                .iter()
                .filter(|&&(zone, people)| is_unusual(look, zone, people))
                .count() as u64);
        }
        Goal::SquaredDeviation => return Ok(deviations(look)?.iter().map(|far| far.pow(2)).sum()),
        Goal::AbsoluteDeviation => return Ok(deviations(look)?.iter().sum()),
        Goal::LargestDeviation => return Ok(deviations(look)?.into_iter().max().unwrap_or(0)),
        _ => {}
    }
    let zone_of: Vec<Option<usize>> = (0..look.units()).map(|unit| only_zone(look, unit)).collect();
    let astray: BTreeSet<usize> = (0..look.units()).filter(|&unit| zone_of[unit].is_none()).collect();
    if !astray.is_empty() {
        return Err(format!("{goal} with {astray:?} astray"));
    }
    let zones: Vec<BTreeSet<usize>> = (0..look.zones.len())
        .map(|zone| (0..look.units()).filter(|&unit| zone_of[unit] == Some(zone)).collect())
        .filter(|units: &BTreeSet<usize>| !units.is_empty())
        .collect();
    let world = look.world;
    let apart = |a: usize, b: usize| zone_of[a] != zone_of[b];
    let less_one = |units: &BTreeSet<usize>| {
        (zones.iter().filter(|zone| !zone.is_disjoint(units)).count() as u64).saturating_sub(1)
    };
    Ok(match goal {
        Goal::BorderLength => {
            let between = world.borders.iter().filter(|(a, b, _)| apart(a.index(), b.index()));
            world.outer.iter().sum::<u64>() + 2 * between.map(|(.., metres)| metres).sum::<u64>()
        }
        Goal::CutEdges => {
            let pairs = (0..look.units()).flat_map(|a| (0..a).map(move |b| (a, b)));
            pairs.filter(|&(a, b)| look.near[a][b] && apart(a, b)).count() as u64
        }
        Goal::Inertia => zones.iter().map(|zone| inertia(look, zone)).sum(),
        Goal::DistanceToCentre => zones.iter().map(|zone| to_centre(look, zone)).sum(),
        Goal::SquaredDistanceToCentre => zones.iter().map(|zone| squares_to_centre(look, zone)).sum(),
        Goal::PeopleMoved => {
            let bases = world.problem.base.as_ref().unwrap().zones.len();
            look.people.iter().sum::<u64>() - most_staying(look, &zones, &(0..bases).collect())
        }
        Goal::MergersCut => {
            let mergers = world.territory.planned_mergers.iter();
            let expected = mergers.filter(|merger| merger.status == MergerStatus::Expected);
            expected.map(|merger| less_one(&merger.units.iter().map(|unit| unit.index()).collect())).sum()
        }
        Goal::Crossings { family, by: Counted::Cuts } => {
            groups(look, family).iter().map(|(whole, _)| less_one(whole)).sum()
        }
        Goal::Crossings { family, by: Counted::People } => {
            let pairs = groups(look, family);
            let pairs = pairs.iter().flat_map(|(whole, _)| zones.iter().map(move |zone| (whole, zone)));
            pairs
                .filter(|(whole, zone)| !whole.is_disjoint(zone))
                .map(|(whole, zone)| fewer(look, whole, zone))
                .sum()
        }
        Goal::Straddles { family, by, reading } => {
            let mut all = 0;
            for (whole, touched) in groups(look, family) {
                let mut each = Vec::new();
                for zone in &zones {
                    let is_apart = touched.is_disjoint(zone);
                    if !is_apart && !touched.is_subset(zone) && !zone.is_subset(&whole) {
                        each.push(if *by == Counted::Cuts { 1 } else { fewer(look, &whole, zone) });
                    }
                }
                each.sort_unstable();
                if *reading == GroupReading::Weak {
                    each.pop();
                }
                all += each.iter().sum::<u64>();
            }
            all
        }
        Goal::ZonesCrossing { family, by } => {
            let groups = groups(look, family);
            let mut all = 0;
            for zone in &zones {
                let touches = groups.iter().any(|(_, touched)| !touched.is_disjoint(zone));
                let is_inside = groups.iter().any(|(whole, _)| zone.is_subset(whole));
                if touches && !is_inside {
                    let most = groups.iter().map(|(whole, _)| people(look, &(whole & zone))).max();
                    all += if *by == Counted::Cuts { 1 } else { people(look, zone) - most.unwrap() };
                }
            }
            all
        }
        other => unreachable!("{other} is not limited here"),
    })
}

/// The one known zone that has all of a unit.
fn only_zone(look: &Look, unit: usize) -> Option<usize> {
    let whole_in: BTreeSet<usize> =
        (0..look.zones.len()).filter(|&zone| look.zones[zone][unit] != Hold::None).collect();
    let is_divided = look.given[unit].iter().any(|(_, hold)| matches!(hold, Hold::Parts(_)));
    let is_beyond = look.given[unit].iter().any(|(zone, _)| *zone >= look.zones.len());
    let one = whole_in.first().copied().filter(|_| whole_in.len() == 1);
    one.filter(|_| !(is_divided && is_beyond))
}

fn populated(look: &Look) -> Vec<usize> {
    (0..look.zones.len()).filter(|&zone| !look.is_empty(zone)).collect()
}

fn populations(look: &Look) -> Result<Vec<(usize, u64)>, String> {
    let of = |zone: usize| {
        let row = &look.zones[zone];
        let people = look.people_of(row);
        people.map(|people| (zone, people)).ok_or_else(|| format!("people of parts of {:?}", uncounted(row)))
    };
    populated(look).into_iter().map(of).collect()
}

fn is_unusual(look: &Look, zone: usize, people: u64) -> bool {
    let bounds = look.world.problem.bounds();
    let is_error = |rule| weighs(look.world, rule) == Some(Severity::Error);
    let is_few = people < bounds.minimum() && is_error(RuleId::ZoneBelowMinimumPopulation);
    let is_many = bounds.maximum().is_some_and(|most| people > most);
    let is_many = is_many && is_error(RuleId::ZoneAboveMaximumPopulation);
    (is_few || is_many) && may_have(look, zone, people, is_few)
}

fn deviations(look: &Look) -> Result<Vec<u64>, String> {
    let ideal = look.world.problem.ideal_population();
    let far = |(zone, people): (usize, u64)| match is_unusual(look, zone, people) {
        true => 0,
        false => people.max(ideal) - people.min(ideal),
    };
    Ok(populations(look)?.into_iter().map(far).collect())
}

fn people(look: &Look, units: &BTreeSet<usize>) -> u64 {
    units.iter().map(|&unit| look.people[unit]).sum()
}

/// People of a group inside a zone, or outside it where those are fewer.
fn fewer(look: &Look, group: &BTreeSet<usize>, zone: &BTreeSet<usize>) -> u64 {
    people(look, &(group & zone)).min(people(look, &(group - zone)))
}

/// Whole units of each group, and those together with the units of its parts.
fn groups(look: &Look, family: &str) -> Vec<(BTreeSet<usize>, BTreeSet<usize>)> {
    let family = look.world.territory.families.iter().find(|known| known.name == family).unwrap();
    let of = |group: &zonewerk_core::territory::Group| {
        let whole: BTreeSet<usize> = group.units.iter().map(|unit| unit.index()).collect();
        let parts: BTreeSet<usize> = group.parts.iter().map(|(unit, _)| unit.index()).collect();
        (whole.clone(), &whole | &parts)
    };
    family.groups.iter().map(of).collect()
}

/// `sum of p |x - g|^2` in people km², with `g` the fraction `sum of p x / P`.
fn inertia(look: &Look, zone: &BTreeSet<usize>) -> u64 {
    let all = i128::from(people(look, zone));
    if all == 0 {
        return 0;
    }
    let place = |unit: usize, axis: usize| i128::from(look.world.centres[unit][axis]);
    let mut above = 0;
    for axis in 0..3 {
        let sum: i128 = zone.iter().map(|&unit| i128::from(look.people[unit]) * place(unit, axis)).sum();
        let far =
            zone.iter().map(|&unit| i128::from(look.people[unit]) * (all * place(unit, axis) - sum).pow(2));
        above += far.sum::<i128>();
    }
    let below = all * all * 1_000_000;
    u64::try_from((2 * above + below) / (2 * below)).unwrap()
}

fn to_centre(look: &Look, zone: &BTreeSet<usize>) -> u64 {
    let metres = |a: usize, b: usize| {
        let sides = (0..3).map(|axis| (look.world.centres[a][axis] - look.world.centres[b][axis]).pow(2));
        let square: i64 = sides.sum();
        (0..).take_while(|metres: &i64| metres.pow(2) <= square).last().unwrap() as u64
    };
    let to =
        |&centre: &usize| -> u64 { zone.iter().map(|&unit| look.people[unit] * metres(unit, centre)).sum() };
    let least = zone.iter().map(to).min().unwrap();
    (2 * least + 1_000) / 2_000
}

fn squares_to_centre(look: &Look, zone: &BTreeSet<usize>) -> u64 {
    let place = |unit: usize, axis: usize| look.world.centres[unit][axis];
    let square =
        |a: usize, b: usize| (0..3).map(|axis| (place(a, axis) - place(b, axis)).pow(2)).sum::<i64>();
    let to = |&centre: &usize| -> u64 {
        zone.iter().map(|&unit| look.people[unit] * square(unit, centre) as u64).sum()
    };
    (2 * zone.iter().map(to).min().unwrap() + 1_000_000) / 2_000_000
}

/// The most people who stay, over all ways to say which zone continues which.
fn most_staying(look: &Look, zones: &[BTreeSet<usize>], free: &BTreeSet<usize>) -> u64 {
    let Some((first, rest)) = zones.split_first() else { return 0 };
    let alone = most_staying(look, rest, free);
    let continued = free.iter().map(|&base| {
        let left: BTreeSet<usize> = free.iter().copied().filter(|&other| other != base).collect();
        first.iter().map(|&unit| at_home(look, unit, base)).sum::<u64>() + most_staying(look, rest, &left)
    });
    continued.max().unwrap_or(0).max(alone)
}

/// People of a unit whom the base plan has in a zone.
fn at_home(look: &Look, unit: usize, base: usize) -> u64 {
    let holdings = &look.world.problem.base.as_ref().unwrap().holdings;
    let all = look.people[unit];
    match holdings.iter().nth(unit).unwrap().1 {
        Holding::Unassigned => 0,
        Holding::Whole(zone) => {
            if zone.index() == base {
                all
            } else {
                0
            }
        }
        Holding::Shared(zones) => {
            if zones.first().is_some_and(|zone| zone.index() == base) {
                all
            } else {
                0
            }
        }
        Holding::Parts(parts) => {
            parts.iter().filter(|part| part.zone.index() == base).filter_map(|part| part.population).sum()
        }
    }
}
