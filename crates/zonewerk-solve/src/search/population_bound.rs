//! What no plan is below, by sums: what given zones cost in any case, and the least that the number of
//! zones and all inhabitants together leave.
//!
//! What is drawn is taken from the territory itself: the nodes of the search have lost edges and units
//! have been put together that some plans keep apart.

use std::ops::RangeInclusive;

use super::zone_bounds::ZoneBounds;
use crate::objective_steps::Question;
use crate::zones::costs::StepCost;
use zonewerk_core::graph::components;
use zonewerk_core::problem::{Goal, Step, Term};
use zonewerk_core::territory::{Id, UnitId};

/// What holds of everything that is drawn in any plan.
pub(super) struct AnyPlan {
    /// Its inhabitants.
    people: u64,
    /// How many zones it may be.
    zones: RangeInclusive<usize>,
    /// Zones of its connected parts are linked with each other by at least so many pairs.
    least_links: u64,
}

impl AnyPlan {
    /// Beside zones that are given, where `asked` zones are to be drawn; `None` where sums allow none.
    pub(super) fn new(
        question: Question<'_>,
        given: &[Vec<UnitId>],
        bounds: ZoneBounds,
        asked: RangeInclusive<usize>,
    ) -> Option<Self> {
        let Question { territory, graph, requirements, .. } = question;
        let mut is_free = vec![true; graph.len()];
        given.iter().flatten().for_each(|unit| is_free[unit.index()] = false);
        let free: Vec<UnitId> = graph.units().filter(|unit| is_free[unit.index()]).collect();
        let kept_together = requirements.wishes.together(graph.len());
        let (mut least, mut most, mut least_links) = (0_usize, 0_usize, 0);
        for part in components(graph, &free) {
            let mut classes: Vec<usize> = part.iter().map(|unit| kept_together.find(unit.index())).collect();
            classes.sort_unstable();
            classes.dedup();
            let people = i64::try_from(territory.population(part)).ok()?;
            let [fewest, greatest] = bounds.numbers(people, classes.len())?;
            least += fewest;
            most = most.saturating_add(greatest);
            least_links += fewest as u64 - 1;
        }
        let zones = least.max(*asked.start())..=most.min(*asked.end());
        let people = territory.population(free);
        (!zones.is_empty()).then_some(Self { people, zones, least_links })
    }
}

/// A lower bound of a step: no plan has a smaller value.
pub(super) fn bound(question: Question<'_>, given: &[Vec<UnitId>], drawn: &AnyPlan, step: &Step) -> u64 {
    let terms = step.terms.iter();
    let least = terms.map(|term| term.weight.saturating_mul(term_bound(question, given, drawn, term)));
    least.fold(0, u64::saturating_add)
}

/// Whether no exception is for a zone beside those that are given: one that shares a unit with them is in
/// no plan.
fn others_are_ordinary(question: Question<'_>, given: &[Vec<UnitId>]) -> bool {
    let rules = &question.requirements.zones;
    let is_given = |unit: &UnitId| given.iter().any(|zone| zone.contains(unit));
    rules.zones_around().is_empty() && rules.exact_zones().iter().all(|zone| zone.iter().any(is_given))
}

fn term_bound(question: Question<'_>, given: &[Vec<UnitId>], drawn: &AnyPlan, term: &Term) -> u64 {
    let each_given = || {
        let step = Step::of(term.goal.clone());
        let cost = StepCost::new(question.territory, question.graph, question.problem, &step);
        given.iter().map(|units| cost.of_zone(units)).collect::<Vec<u64>>()
    };
    let of_given = || each_given().into_iter().fold(0, u64::saturating_add);
    let largest_of_given = || each_given().into_iter().max().unwrap_or(0);
    // A zone by exception may be larger or smaller than sums of ordinary zones know.
    let is_ordinary = others_are_ordinary(question, given);
    let (people, zones) = (drawn.people, drawn.zones.clone());
    let ideal = u128::from(question.problem.ideal_population());
    let off = |zones: usize| u128::from(people).abs_diff(ideal.saturating_mul(zones as u128));
    let least_of = |least: &dyn Fn(usize) -> u128| {
        let least = zones.clone().map(least).min().unwrap_or(0);
        u64::try_from(least).unwrap_or(u64::MAX)
    };
    match term.goal {
        Goal::BorderLength => {
            let outer = question.graph.units().map(|unit| question.graph.outer_m(unit));
            outer.fold(0, u64::saturating_add).saturating_add(border_of_given(question, given))
        }
        Goal::CutEdges => {
            // Zones of a component are connected with each other: by one edge less than there are.
            let between = if is_ordinary { drawn.least_links } else { 0 };
            cut_by_given(question, given) + between
        }
        Goal::Zones if is_ordinary => given.len() as u64 + *zones.start() as u64,
        Goal::Zones | Goal::Exceptions => of_given(),
        Goal::AbsoluteDeviation if is_ordinary => of_given().saturating_add(least_of(&off)),
        // Cauchy and Schwarz: a sum of k squares is at least the square of the sum, divided by k.
        Goal::SquaredDeviation if is_ordinary => of_given().saturating_add(least_of(&|zones| {
            let sum = off(zones);
            sum.checked_mul(sum).map_or(0, |square| square.div_ceil(zones.max(1) as u128))
        })),
        // One zone is off by no less than the mean.
        Goal::LargestDeviation if is_ordinary => {
            let mean = |zones: usize| off(zones).div_ceil(zones.max(1) as u128);
            largest_of_given().max(least_of(&mean))
        }
        Goal::LargestDeviation => largest_of_given(),
        Goal::AbsoluteDeviation | Goal::SquaredDeviation => of_given(),
        _ => 0,
    }
}

/// Twice the border between given zones and everything else, each metre as often as it counts.
fn border_of_given(question: Question<'_>, given: &[Vec<UnitId>]) -> u64 {
    let zone_of = zone_of(question, given);
    let pairs = question.graph.units().flat_map(|unit| {
        question.graph.shared_borders(unit).map(move |border| (unit, border.unit, border.border_m))
    });
    let between = pairs.filter(|(a, b, _)| zone_of[a.index()] != zone_of[b.index()]);
    between.map(|(.., border_m)| border_m).fold(0, u64::saturating_add)
}

/// Edges between given zones and everything else, each once.
fn cut_by_given(question: Question<'_>, given: &[Vec<UnitId>]) -> u64 {
    let zone_of = zone_of(question, given);
    let pairs = question
        .graph
        .units()
        .flat_map(|unit| question.graph.neighbours(unit).iter().map(move |neighbour| (unit, neighbour.unit)));
    pairs.filter(|(a, b)| a < b && zone_of[a.index()] != zone_of[b.index()]).count() as u64
}

fn zone_of(question: Question<'_>, given: &[Vec<UnitId>]) -> Vec<Option<usize>> {
    let mut zone_of = vec![None; question.graph.len()];
    for (zone, units) in given.iter().enumerate() {
        units.iter().for_each(|unit| zone_of[unit.index()] = Some(zone));
    }
    zone_of
}
