//! What sums say of the number of zones, whatever the zones are.
//!
//! The units that are not in a fixed zone fall into parts that adjacency connects, or are one part where
//! zones may lie apart; no zone reaches from one into another, but for zones by exception in several
//! pieces, which make one part of those that they touch. `k` zones of a part hold at most `k` times the
//! maximum, or the inhabitants of a zone by exception where they are more; they need at least `k` times the
//! minimum, or the inhabitants of a zone by exception where they are fewer. The most favourable exceptions are
//! taken, so what is said to be impossible is so for every choice of them. Each zone holds a unit, and
//! units that a pin keeps together count for one.

use std::collections::BTreeMap;

use petgraph::unionfind::UnionFind;

use crate::objective_steps::Question;
use crate::{Infeasibility, ZoneSums};
use zonewerk_core::problem::{Goal, PinKind, Problem};
use zonewerk_core::territory::{Id, UnitId};

/// The fewest and the most zones of a plan, as far as sums tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ZoneCountRange {
    pub(super) fewest: u64,
    pub(super) most: u64,
}

/// Proved: no plan has as many zones as are asked for.
pub(super) fn before_listing(question: Question<'_>) -> Option<Infeasibility> {
    let problem = question.problem;
    let (least, most) = asked(problem);
    if most.is_none() && least.is_none() {
        return None;
    }
    let ZoneCountRange { fewest, most: fitting } = numbers(question)?;
    let is_asked = fewest.max(least.unwrap_or(0)) <= fitting.min(most.unwrap_or(u64::MAX));
    (!is_asked).then(|| {
        Infeasibility::NumberOfZones(ZoneSums {
            least,
            most,
            fewest_fitting: fewest,
            most_fitting: fitting,
            units: question.territory.units().len(),
            population: question.territory.population(question.graph.units()),
            bounds: question.requirements.zones.bounds(),
        })
    })
}

/// How many zones a plan has, as asked for and as sums allow; `None` as for [`numbers`], or where
/// there is no such number.
pub(super) fn asked_numbers(question: Question<'_>) -> Option<ZoneCountRange> {
    let ZoneCountRange { fewest, most } = numbers(question)?;
    let (least_asked, most_asked) = asked(question.problem);
    let fewest = fewest.max(least_asked.unwrap_or(0));
    let most = most.min(most_asked.unwrap_or(u64::MAX));
    (fewest <= most).then_some(ZoneCountRange { fewest, most })
}

/// The fewest and the most zones that are asked for, by number or by a limit.
fn asked(problem: &Problem) -> (Option<u64>, Option<u64>) {
    let limits = problem.limits.iter().filter(|limit| limit.goal == Goal::Zones);
    let most = problem.zone_count.maximum().into_iter().chain(limits.map(|limit| limit.most)).min();
    (problem.zone_count.minimum(), most)
}

/// How many zones a plan has; `None` where some part has no number of zones, which is proved
/// elsewhere or not by sums.
pub(super) fn numbers(question: Question<'_>) -> Option<ZoneCountRange> {
    let Question { territory, graph, problem, requirements, .. } = question;
    let mut is_fixed = vec![false; graph.len()];
    problem.fixed_zones.iter().flat_map(|zone| &zone.units).for_each(|unit| is_fixed[unit.index()] = true);
    let free: Vec<UnitId> = graph.units().filter(|unit| !is_fixed[unit.index()]).collect();
    let kept = requirements.wishes.together(graph.len());
    let (mut named, mut apart) = (0, 0);
    for asked in requirements.wishes.asked() {
        match asked {
            PinKind::Together(_) => {}
            PinKind::Apart(units) => apart = apart.max(units.len() as u64),
            PinKind::Zone { .. } => named += 1,
        }
    }
    let given = problem.fixed_zones.len() as u64;
    let mut all = ZoneCountRange { fewest: given, most: given };
    for units in parts(question, &free) {
        let part = ClosedPart::new(question, &units, &kept);
        let ZoneCountRange { fewest, most } = part.numbers(territory.population(units.iter().copied()))?;
        all = ZoneCountRange { fewest: all.fewest + fewest, most: all.most + most };
    }
    Some(ZoneCountRange { fewest: all.fewest.max(named).max(apart), ..all })
}

/// The parts of the units that are not fixed between which no zone reaches, each ascending.
fn parts(question: Question<'_>, free: &[UnitId]) -> Vec<Vec<UnitId>> {
    let connected = question.requirements.zones.graph(question.graph).components(free);
    let mut part_of = vec![None; question.graph.len()];
    for (place, units) in connected.iter().enumerate() {
        units.iter().for_each(|unit| part_of[unit.index()] = Some(place));
    }
    let mut joined: UnionFind<usize> = UnionFind::new(connected.len());
    for zone in question.requirements.zones.exact_zones() {
        let touched: Vec<usize> = zone.iter().filter_map(|unit| part_of[unit.index()]).collect();
        touched.windows(2).for_each(|pair| _ = joined.union(pair[0], pair[1]));
    }
    let mut parts: BTreeMap<usize, Vec<UnitId>> = BTreeMap::new();
    for (place, units) in connected.into_iter().enumerate() {
        parts.entry(joined.find(place)).or_default().extend(units);
    }
    let mut parts: Vec<Vec<UnitId>> = parts.into_values().collect();
    parts.iter_mut().for_each(|units| units.sort_unstable());
    parts
}

/// A part of the units that no zone leaves.
struct ClosedPart {
    minimum: u64,
    maximum: Option<u64>,
    /// Inhabitants of each zone by exception.
    excepted: Vec<u64>,
    /// Zones that may have any number of inhabitants, since an exception says which they are by some
    /// of their units.
    open: usize,
    /// More zones there are not.
    most: u64,
}

impl ClosedPart {
    fn new(question: Question<'_>, units: &[UnitId], kept: &UnionFind<usize>) -> Self {
        let Question { territory, requirements, .. } = question;
        let rules = &requirements.zones;
        let is_inside = |unit: &UnitId| units.binary_search(unit).is_ok();
        let exact = rules.exact_zones().into_iter().filter(|zone| zone.iter().any(is_inside));
        let excepted = exact.map(|zone| territory.population(zone.iter().copied()));
        let around = rules.zones_around();
        let mut classes: Vec<usize> = units.iter().map(|unit| kept.find(unit.index())).collect();
        classes.sort_unstable();
        classes.dedup();
        Self {
            minimum: rules.bounds().minimum(),
            maximum: rules.bounds().maximum(),
            excepted: excepted.collect(),
            open: around.iter().filter(|[holds, _]| holds.iter().any(is_inside)).count(),
            most: classes.len() as u64,
        }
    }

    fn numbers(&self, people: u64) -> Option<ZoneCountRange> {
        let fewest = first(1, self.most, |number| self.room(number) >= people)?;
        let too_many = first(1, self.most, |number| self.need(number) > people);
        let most = too_many.map_or(self.most, |number| number - 1);
        (fewest <= most).then_some(ZoneCountRange { fewest, most })
    }

    /// What so many zones hold at most.
    fn room(&self, number: u64) -> u64 {
        let Some(each) = self.maximum.filter(|_| self.open == 0) else { return u64::MAX };
        let mut worth: Vec<u64> = self.excepted.iter().copied().filter(|&people| people > each).collect();
        worth.sort_unstable_by(|a, b| b.cmp(a));
        sum(number, each, &worth)
    }

    /// What so many zones need at least.
    fn need(&self, number: u64) -> u64 {
        let each = self.minimum;
        let mut worth: Vec<u64> = self.excepted.iter().copied().filter(|&people| people < each).collect();
        worth.extend(std::iter::repeat_n(0, self.open));
        worth.sort_unstable();
        sum(number, each, &worth)
    }
}

/// The first of these, and so many each for the others.
fn sum(number: u64, each: u64, worth: &[u64]) -> u64 {
    let used = worth.len().min(usize::try_from(number).unwrap_or(usize::MAX));
    let others = (number - used as u64).saturating_mul(each);
    worth[..used].iter().fold(others, |sum, &people| sum.saturating_add(people))
}

/// The first number from `low` to `high` that passes a test which all larger ones pass too.
fn first(low: u64, high: u64, passes: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, end) = (low, high);
    let mut high = high.checked_add(1)?;
    while low < high {
        let middle = low.midpoint(high);
        if passes(middle) { high = middle } else { low = middle + 1 }
    }
    (low <= end).then_some(low)
}
