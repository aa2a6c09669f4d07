//! A smallest set of demands and units that cannot be together: none of them can be missed.
//!
//! Places to look come from what the solver left out, in rings around it. What is needed of
//! the demands, then of the units, is found by halving (QuickXplain, Junker 2004, "QuickXplain:
//! preferred explanations and relaxations for over-constrained problems", AAAI). Fewer demands
//! and fewer units allow more, so that what is needed once stays needed.

use std::cell::Cell;
use std::collections::BTreeSet;

use super::demands::Demand;
use super::quick_explain::{needed_of, quick_explain};
use super::truth_query::{Query, Refuted, Truth};
use super::why_question::WhyQuestion;
use crate::RuleRelaxation;
use zonewerk_core::problem::{Exception, PopulationBounds, Regions};
use zonewerk_core::territory::{Id, UnitId};

/// More units than this are told as one part, and not one by one.
const MOST_UNITS: usize = 80;

/// What cannot be together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The demands, ascending.
    pub demands: BTreeSet<Demand>,
    /// Those of them of which it was not found out in time whether they are needed.
    pub unsure: BTreeSet<Demand>,
    /// The units that are to lie in zones, ascending.
    pub units: Vec<UnitId>,
    /// Whether each of the units is needed; else they are one part.
    pub each_unit: bool,
}

/// The conflict of a question that is impossible with `demands` of all that could be asked;
/// `None` where that is not proved in time. `relaxation` lets zones break rules, and still
/// there is no plan.
pub(super) fn conflict(
    query: &Query<'_>,
    case: &WhyQuestion,
    all_demands: &BTreeSet<Demand>,
    demands: &BTreeSet<Demand>,
    relaxation: Option<&RelaxedRules>,
) -> Option<Conflict> {
    let all: Vec<UnitId> = case.graph.units().collect();
    let search = ConflictSearch { query, case, all_demands, demands, relaxation, is_open: Cell::new(false) };
    let Truth::No(Refuted { left_over, .. }) = search.test(demands, &all) else { return None };
    if !search.may_part() && query.is_impossible_by_sums(&search.relaxed(demands)) {
        return Some(search.by_sums(all));
    }
    if relaxation.is_none() && query.is_impossible_number(&search.relaxed(demands)) {
        return Some(search.by_number(all));
    }
    let units = search.place(&all, left_over);
    let (bounds, others): (BTreeSet<Demand>, BTreeSet<Demand>) =
        demands.iter().cloned().partition(Demand::is_of_bounds);
    let others: Vec<Demand> = others.into_iter().collect();
    let mut unsure = BTreeSet::new();
    let needed = quick_explain(&bounds.iter().cloned().collect::<Vec<_>>(), &others, &mut |active| {
        search.is_impossible(&active.iter().cloned().collect(), &units)
    });
    let mut needed: BTreeSet<Demand> = needed.into_iter().chain(bounds.iter().cloned()).collect();
    let demands_are_open = search.is_open.replace(false);
    let mut each_unit = units.len() <= MOST_UNITS && search.may_part();
    let mut units = if each_unit {
        quick_explain(&[], &units, &mut |part| search.is_impossible(&needed, part))
    } else {
        units
    };
    // What was not found out counted as possible: each member is looked at again.
    if search.is_open.replace(false) {
        for unit in units.clone() {
            let fewer: Vec<UnitId> = units.iter().copied().filter(|other| *other != unit).collect();
            match search.test(&needed, &fewer) {
                Truth::Yes(_) => {}
                Truth::No(_) => units = fewer,
                Truth::TooLarge | Truth::Unknown => each_unit = false,
            }
        }
    }
    let looked_at = if demands_are_open { needed.difference(&bounds).cloned().collect() } else { Vec::new() };
    for demand in looked_at {
        let fewer: BTreeSet<Demand> = needed.iter().filter(|other| **other != demand).cloned().collect();
        match search.test(&fewer, &units) {
            Truth::Yes(_) => {}
            Truth::No(_) => needed = fewer,
            Truth::TooLarge | Truth::Unknown => _ = unsure.insert(demand),
        }
    }
    for bound in bounds {
        let fewer: BTreeSet<Demand> = needed.iter().filter(|demand| **demand != bound).cloned().collect();
        let truth = match bound {
            Demand::Exception(_) => search.test(&fewer, &units),
            _ => search.test_without_bound(&fewer, &units),
        };
        match truth {
            Truth::Yes(_) => {}
            Truth::No(_) => needed = fewer,
            Truth::TooLarge | Truth::Unknown => _ = unsure.insert(bound),
        }
    }
    units.sort_unstable();
    if query.is_stopped() {
        unsure.clone_from(&needed);
    }
    Some(Conflict { demands: needed, unsure, units, each_unit: each_unit && !query.is_stopped() })
}

/// Zones that may break rules.
#[derive(Clone, Debug)]
pub(super) struct RelaxedRules {
    /// How much wider their bounds are, in percent.
    pub(super) percent: u64,
    /// Each of them holds one of these units, as bits.
    pub(super) touching: Vec<bool>,
    /// What they break, at most.
    pub(super) most: u64,
    /// Inhabitants by whom they are outside, at most.
    pub(super) people: Option<u64>,
    /// Zones that may be outside their bounds by any number of inhabitants: those that are given,
    /// whether or not they still are.
    pub(super) given: Vec<Vec<UnitId>>,
}

struct ConflictSearch<'a> {
    query: &'a Query<'a>,
    case: &'a WhyQuestion,
    /// What could be asked.
    all_demands: &'a BTreeSet<Demand>,
    /// What is asked.
    demands: &'a BTreeSet<Demand>,
    relaxation: Option<&'a RelaxedRules>,
    /// Whether an answer was left open.
    is_open: Cell<bool>,
}

impl ConflictSearch<'_> {
    fn relaxed(&self, active: &BTreeSet<Demand>) -> WhyQuestion {
        let dropped = self.all_demands.difference(active).cloned().collect();
        self.case.relaxed(&dropped, &self.all_demands.difference(self.demands).cloned().collect())
    }

    fn test(&self, active: &BTreeSet<Demand>, units: &[UnitId]) -> Truth {
        let relaxed = self.relaxed(active);
        let part = (units.len() < self.case.graph.len()).then(|| bits(self.case.graph.len(), units));
        match self.relaxation {
            None => self.query.ask(&relaxed, part.as_deref(), None),
            Some(rules) => ask_relaxed(self.query, &relaxed, part.as_deref(), rules),
        }
    }

    fn is_impossible(&self, active: &BTreeSet<Demand>, units: &[UnitId]) -> bool {
        let truth = self.test(active, units);
        if matches!(truth, Truth::TooLarge | Truth::Unknown) {
            self.is_open.set(true);
        }
        matches!(truth, Truth::No(_))
    }

    /// What is needed for the sums, where regions are drawn: whether there is a plan without a part
    /// of it takes too long to find out.
    fn by_sums(&self, units: Vec<UnitId>) -> Conflict {
        let list: Vec<Demand> = self.demands.iter().cloned().collect();
        let needed = needed_of(&list, &mut |active| {
            self.query.is_impossible_by_sums(&self.relaxed(&active.iter().cloned().collect()))
        });
        let demands: BTreeSet<Demand> = needed.into_iter().collect();
        Conflict { unsure: demands.clone(), demands, units, each_unit: false }
    }

    /// What is needed for the sums that rule out the number of zones; of all units, as one part. A
    /// plan that keeps all else shows of a demand that it is needed.
    fn by_number(&self, units: Vec<UnitId>) -> Conflict {
        let list: Vec<Demand> = self.demands.iter().cloned().collect();
        let needed = needed_of(&list, &mut |active| {
            self.query.is_impossible_number(&self.relaxed(&active.iter().cloned().collect()))
        });
        let mut needed: BTreeSet<Demand> = needed.into_iter().collect();
        let mut unsure = BTreeSet::new();
        for demand in needed.clone() {
            let without = |all: &BTreeSet<Demand>| -> BTreeSet<Demand> {
                all.iter().filter(|other| **other != demand).cloned().collect()
            };
            let test = |active: &BTreeSet<Demand>| match demand {
                Demand::Minimum | Demand::Maximum => self.test_without_bound(active, &units),
                _ => self.test(active, &units),
            };
            if matches!(test(&without(self.demands)), Truth::Yes(_)) {
                continue;
            }
            match test(&without(&needed)) {
                Truth::Yes(_) => {}
                Truth::No(_) => needed = without(&needed),
                Truth::TooLarge | Truth::Unknown => _ = unsure.insert(demand),
            }
        }
        if self.query.is_stopped() {
            unsure.clone_from(&needed);
        }
        Conflict { demands: needed, unsure, units, each_unit: false }
    }

    /// Whether a part of the units can be asked about.
    fn may_part(&self) -> bool {
        self.case.problem.regions != Regions::Drawn
    }

    /// The units around what was left out that are enough for the conflict; else those of one
    /// group whose limits zones must keep.
    fn place(&self, all: &[UnitId], left_over: Vec<UnitId>) -> Vec<UnitId> {
        if !self.may_part() {
            return all.to_vec();
        }
        self.around(all, left_over).or_else(|| self.in_group()).unwrap_or_else(|| all.to_vec())
    }

    fn around(&self, all: &[UnitId], left_over: Vec<UnitId>) -> Option<Vec<UnitId>> {
        let mut units = left_over;
        while !units.is_empty() && units.len() < all.len() && !self.query.is_stopped() {
            if self.is_impossible(self.demands, &units) {
                return Some(units);
            }
            let beside = units.iter().flat_map(|&unit| self.case.graph.neighbours(unit));
            let mut more: BTreeSet<UnitId> = beside.map(|neighbour| neighbour.unit).collect();
            more.extend(&units);
            if more.len() == units.len() {
                return None;
            }
            units = more.into_iter().collect();
        }
        None
    }

    fn in_group(&self) -> Option<Vec<UnitId>> {
        let is_limit = |name: &String| self.demands.contains(&Demand::Limits(name.clone()));
        let families = self.case.territory.families.iter().filter(|family| is_limit(&family.name));
        let mut groups: Vec<&Vec<UnitId>> =
            families.flat_map(|family| &family.groups).map(|group| &group.units).collect();
        groups.retain(|units| !units.is_empty());
        groups.sort_by_key(|units| units.len());
        groups.into_iter().find(|units| self.is_impossible(self.demands, units)).cloned()
    }

    /// Without a bound zones are too many to list: those near the units first, then those a
    /// little wider than the bound.
    fn test_without_bound(&self, active: &BTreeSet<Demand>, units: &[UnitId]) -> Truth {
        let exact = self.test_small(active, units);
        if matches!(exact, Truth::Yes(_) | Truth::No(_)) {
            return exact;
        }
        let relaxed = self.relaxed(active);
        let part = (units.len() < self.case.graph.len()).then(|| bits(self.case.graph.len(), units));
        let mut near: BTreeSet<UnitId> = units.iter().copied().collect();
        for _ in 0..4 {
            let within = bits(self.case.graph.len(), &near.iter().copied().collect::<Vec<_>>());
            if let Truth::Yes(zones) = self.query.ask_small(&relaxed, part.as_deref(), Some(&within)) {
                return Truth::Yes(zones);
            }
            let beside: Vec<UnitId> = near
                .iter()
                .flat_map(|&unit| self.case.graph.neighbours(unit))
                .map(|other| other.unit)
                .collect();
            near.extend(beside);
        }
        let wide = self.relaxed(self.demands);
        for percent in [5, 15, 40, 100] {
            let (kept, wide) = (relaxed.problem.bounds(), wide.widened(percent).problem.bounds());
            // Of the bound that stays, the demand is the narrower.
            let minimum = kept.minimum().max(wide.minimum());
            let Ok(bounds) = PopulationBounds::new(minimum, kept.maximum().or(wide.maximum())) else {
                continue;
            };
            let mut wider = relaxed.clone();
            wider.problem.profile.zone.population = bounds;
            wider.problem.exceptions.clone_from(&self.case.problem.exceptions);
            if let Truth::Yes(zones) = self.query.ask(&wider, part.as_deref(), None) {
                return Truth::Yes(zones);
            }
        }
        Truth::Unknown
    }

    fn test_small(&self, active: &BTreeSet<Demand>, units: &[UnitId]) -> Truth {
        let relaxed = self.relaxed(active);
        let part = (units.len() < self.case.graph.len()).then(|| bits(self.case.graph.len(), units));
        match self.relaxation {
            None => self.query.ask_small(&relaxed, part.as_deref(), None),
            Some(rules) => ask_relaxed(self.query, &relaxed, part.as_deref(), rules),
        }
    }
}

/// Asks where some zones may break rules.
pub(super) fn ask_relaxed(
    query: &Query<'_>,
    case: &WhyQuestion,
    part: Option<&[bool]>,
    rules: &RelaxedRules,
) -> Truth {
    with_relaxation(case, rules, |case, relaxation| query.ask(case, part, Some(relaxation)))
}

/// The same, left open where the proof takes long.
pub(super) fn ask_relaxed_shortly(query: &Query<'_>, case: &WhyQuestion, rules: &RelaxedRules) -> Truth {
    with_relaxation(case, rules, |case, relaxation| query.ask_shortly(case, Some(relaxation)))
}

fn with_relaxation(
    case: &WhyQuestion,
    rules: &RelaxedRules,
    ask: impl FnOnce(&WhyQuestion, RuleRelaxation<'_>) -> Truth,
) -> Truth {
    let mut wide = case.widened(rules.percent);
    for units in &rules.given {
        let own = Exception::bounds_for(units.clone(), PopulationBounds::any(), "given");
        wide.problem.exceptions.insert(0, own);
    }
    let RelaxedRules { ref touching, most, people, .. } = *rules;
    let relaxation = RuleRelaxation { problem: &wide.problem, touching, most, people };
    ask(&case.with_crossings(), relaxation)
}

/// Units as bits.
pub(super) fn bits(all: usize, units: &[UnitId]) -> Vec<bool> {
    let mut bits = vec![false; all];
    units.iter().for_each(|unit| bits[unit.index()] = true);
    bits
}
