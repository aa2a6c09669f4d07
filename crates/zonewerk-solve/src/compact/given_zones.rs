//! A territory with exceptions is several questions: a zone by exception is there, or it is
//! not. Each is a question of ordinary zones over the units that are left.

use super::unit_network::{UnitBits, UnitNetwork};
use crate::objective_steps::Question;
use zonewerk_core::problem::Problem;
use zonewerk_core::territory::{Id, UnitId};

/// Zones that are there, and how many ordinary ones the other units may have.
#[derive(Clone, Debug)]
pub(super) struct GivenZones {
    /// The fixed zones, and those by exception.
    pub(super) given: Vec<UnitBits>,
    /// The units that are left.
    pub(super) rest: UnitBits,
    pub(super) least: u64,
    /// No more than there are units left.
    pub(super) most: u64,
}

/// Choices of exceptions, at most.
const MOST_CHOICES: usize = 1 << 12;

/// Every choice of exceptions that sums of inhabitants allow; `None` where there are too many.
pub(super) fn cases(question: Question<'_>, network: &UnitNetwork) -> Option<Vec<GivenZones>> {
    let problem = question.problem;
    let fixed: Vec<UnitBits> = problem.fixed_zones.iter().map(|fixed| bits(&fixed.units)).collect();
    let fixed_may_be = problem.fixed_zones.iter().all(|fixed| network.wishes.allow(&fixed.units));
    let taken = fixed.iter().fold(0, |set, zone| set | zone);
    let mut choices = if fixed_may_be { vec![fixed] } else { Vec::new() };
    let rules = &question.requirements.zones;
    for units in rules.exact_zones() {
        let zone = bits(units);
        // An ordinary zone is there in every case.
        if !network.is_ordinary(zone)
            && zone & taken == 0
            && rules.allow(question.territory, question.graph, units)
            && network.wishes.allow(units)
        {
            let apart = |given: &&Vec<UnitBits>| given.iter().all(|other| other & zone == 0);
            let with = choices.iter().filter(apart);
            let with: Vec<_> = with.map(|given| given.iter().copied().chain([zone]).collect()).collect();
            choices.extend(with);
            if choices.len() > MOST_CHOICES {
                return None;
            }
        }
    }
    Some(choices.into_iter().filter_map(|given| case(network, problem, given)).collect())
}

/// The case of these given zones; `None` where no number of zones does.
fn case(network: &UnitNetwork, problem: &Problem, given: Vec<UnitBits>) -> Option<GivenZones> {
    let rest = given.iter().fold(network.all(), |rest, zone| rest & !zone);
    let people = network.people(rest);
    let asked = problem.zone_count;
    let there = given.len() as u64;
    let by_maximum = match network.bounds.maximum() {
        Some(0) | None => 0,
        Some(maximum) => people.div_ceil(maximum),
    };
    let units = u64::from(rest.count_ones());
    let by_minimum = people.checked_div(network.bounds.minimum()).unwrap_or(units);
    let least = asked.minimum().unwrap_or(0).saturating_sub(there).max(by_maximum).max(u64::from(rest != 0));
    let most = match asked.maximum() {
        Some(maximum) => maximum.checked_sub(there)?.min(by_minimum),
        None => by_minimum,
    };
    let most = most.min(units);
    (least <= most).then_some(GivenZones { given, rest, least, most })
}

/// Units as bits.
pub(super) fn bits(units: &[UnitId]) -> UnitBits {
    units.iter().fold(0, |set, unit| set | 1 << unit.index())
}
