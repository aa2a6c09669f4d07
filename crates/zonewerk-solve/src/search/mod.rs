//! The engine without a limit of units: a plan by search, where zones are too many to list and units
//! too many for an integer program.
//!
//! A first partition is cut along random spanning trees ([`first_partition`]) and brought within its bounds
//! ([`bounds_repair`]); annealing ([`annealing`]) over single moves, swaps and recombination of two or three
//! zones ([`recombine`]) makes it cheaper. Several starts do so in rounds of fixed work ([`annealing_rounds`]);
//! the best is then improved window by window ([`window_search`]).
//!
//! Why this way. Annealing over moves at borders is the simplest of the local searches that Ricca and
//! Simeone (2008, "Local search algorithms for political districting", European Journal of Operational
//! Research 189) compare, and does best there but for old bachelor acceptance, which is close. A move
//! costs the neighbours of one unit, and contiguity is mostly settled among them, so some millions fit
//! in a second. It cannot change how zones lie to each other when bounds are narrow; recombination
//! (DeFord, Duchin and Solomon 2021) can, and is dear, so it comes in between. Spanning trees give
//! both bounds from the start: an edge has a known number of inhabitants below it.
//!
//! What is found is never called best unless a sum ([`population_bound`]), branches over few zones ([`few_zones`]),
//! prices ([`price_bound`]) or flows ([`flow_bound`]) show it, and that nothing is found is never a proof.
//!
//! [`few_zones`]: crate::few_zones
//! [`price_bound`]: crate::price_bound
//! [`flow_bound`]: crate::flow_bound

mod annealing;
mod annealing_rounds;
mod bounds_repair;
mod connectivity_walk;
mod contiguity_graph;
mod family_edges;
mod first_partition;
mod ordered_search;
mod parallel_bounds;
mod partition;
mod partition_from_plan;
mod population_bound;
mod recombine;
mod search_aims;
mod spanning_tree;
mod step_costs;
mod window_search;
mod zone_bounds;
mod zone_counts;
mod zone_tallies;

use annealing_rounds::RoundSetting;
use contiguity_graph::Nodes;
use ordered_search::{InOrder, RoundCounts};
use partition_from_plan::partition_of_plan;
use population_bound::AnyPlan;
use search_aims::Aims;
use step_costs::{StepCosts, is_kept};
use zone_bounds::ZoneBounds;
use zone_counts::ZoneCounts;

use std::sync::atomic::{AtomicBool, Ordering};

use super::objective_steps::Question;
use super::{NotTaken, Outcome, StepSolved, Stopped};
use zonewerk_core::problem::{Goal, Regions};
use zonewerk_core::territory::UnitId;

/// Solves a problem.
pub(super) fn solve(question: Question<'_>) -> (Outcome, Vec<StepSolved>) {
    match prepared(question, RoundCounts::FULL, |search| search.solve_beside_bounds()) {
        Ok(solved) => solved,
        Err(stopped) => (Outcome::Unknown { bound: None, stopped }, vec![StepSolved::default()]),
    }
}

/// The zones of a plan that is soon found and good in the first step, for an exact engine to begin with.
pub(super) fn first_zones(question: Question<'_>) -> Option<Vec<Vec<UnitId>>> {
    prepared(question, RoundCounts::BRIEF, |search| search.first_zones()).ok().flatten()
}

/// Makes a search ready and runs it.
fn prepared<T>(
    question: Question<'_>,
    effort: RoundCounts,
    run: impl FnOnce(InOrder<'_>) -> T,
) -> Result<T, Stopped> {
    if let Some(what) = refused(question) {
        return Err(Stopped::NotInThisEngine { what });
    }
    let given = given_zones(question);
    if !may_be_given(question, &given) {
        return Err(Stopped::SearchEnded);
    }
    let bounds = ZoneBounds::new(question.requirements.zones.bounds(), free_people(question, &given));
    let asked = asked_numbers(question, given.len());
    let any_plan = AnyPlan::new(question, &given, bounds, asked.clone()).ok_or(Stopped::SearchEnded)?;
    let aims = Aims::new(question, &given, any_plan);
    let nodes = Nodes::new(question, &given, bounds, aims.goals()).ok_or(Stopped::SearchEnded)?;
    if !nodes.adds_up() {
        return Err(Stopped::CostsTooLarge);
    }
    let numbers = ZoneCounts::new(&nodes, bounds, asked, |units| aims.zones_of_component(units));
    let numbers = numbers.ok_or(Stopped::SearchEnded)?;
    let costs: Option<Vec<StepCosts>> = aims.each.iter().map(|aim| aims.costs(aim, &nodes)).collect();
    let costs = costs.ok_or(Stopped::CostsTooLarge)?;
    let plans = question.starts.iter().copied().chain(&question.problem.base);
    let known: Vec<(Vec<u32>, usize)> =
        plans.filter_map(|plan| partition_of_plan(&nodes, &numbers, question.territory, plan)).collect();
    let is_over = AtomicBool::new(false);
    let stop = || is_over.load(Ordering::Relaxed) || question.watch.stop().is_some();
    let search = RoundSetting {
        nodes: &nodes,
        numbers: &numbers,
        bounds,
        seed: question.seed,
        known: &known,
        spreads_numbers: aims.first_step().is_some_and(|place| costs[place].may_want_many_zones()),
        keeps_numbers: aims.count_zones_of_regions(),
        stop: &stop,
    };
    Ok(run(InOrder { question, search, given: &given, aims: &aims, costs, effort, is_over: &is_over }))
}

/// The zones that lie in every plan: those that are fixed, and those by exception that hold a unit with
/// more inhabitants than any other zone may have.
fn given_zones(question: Question<'_>) -> Vec<Vec<UnitId>> {
    let Question { territory, graph, problem, requirements, .. } = question;
    let rules = &requirements.zones;
    let mut given: Vec<Vec<UnitId>> = problem.fixed_zones.iter().map(|fixed| fixed.units.clone()).collect();
    if !rules.zones_around().is_empty() {
        return given;
    }
    let exact = rules.exact_zones();
    let too_large =
        territory.units().ids().filter(|&unit| rules.bounds().exceeded_by(territory.unit(unit).population));
    for unit in too_large {
        let may_hold =
            |zone: &&&[UnitId]| zone.binary_search(&unit).is_ok() && rules.allow(territory, graph, zone);
        let mut holding = exact.iter().filter(may_hold);
        let is_given = given.iter().any(|zone| zone.contains(&unit));
        if let (Some(only), None, false) = (holding.next(), holding.next(), is_given) {
            given.push(only.to_vec());
        }
    }
    given
}

/// Inhabitants outside the zones that are given.
fn free_people(question: Question<'_>, given: &[Vec<UnitId>]) -> i64 {
    let territory = question.territory;
    let all = territory.population(territory.units().ids());
    let in_given = territory.population(given.iter().flatten().copied());
    i64::try_from(all - in_given).unwrap_or(i64::MAX)
}

/// What is asked that the search does not keep.
fn refused(question: Question<'_>) -> Option<NotTaken> {
    let Question { problem, requirements, .. } = question;
    let refused = [
        (requirements.zones.may_lie_apart(), NotTaken::ZonesApart),
        (problem.regions == Regions::Drawn, NotTaken::DrawnRegions),
        (!requirements.zones.zones_around().is_empty(), NotTaken::BoundsOfPinnedZone),
    ];
    if let Some((_, what)) = refused.into_iter().find(|(is_asked, _)| *is_asked) {
        return Some(what);
    }
    let limited = problem.limits.iter().map(|limit| &limit.goal);
    let goal = problem.objective.goals().chain(limited).find(|goal| !is_kept(goal))?;
    Some(NotTaken::Goal(goal.to_string()))
}

/// Whether zones that are given share no unit and keep the pins.
fn may_be_given(question: Question<'_>, given: &[Vec<UnitId>]) -> bool {
    let mut units: Vec<UnitId> = given.iter().flatten().copied().collect();
    units.sort_unstable();
    let are_apart = units.windows(2).all(|pair| pair[0] != pair[1]);
    are_apart && given.iter().all(|zone| question.requirements.wishes.allow(zone))
}

/// How many zones are to be drawn besides those that are given.
fn asked_numbers(question: Question<'_>, given: usize) -> std::ops::RangeInclusive<usize> {
    let problem = question.problem;
    let limits = problem.limits.iter().filter(|limit| limit.goal == Goal::Zones).map(|limit| limit.most);
    let most = problem.zone_count.maximum().into_iter().chain(limits).min();
    let less_given = |number: u64| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(given);
    let least = less_given(problem.zone_count.minimum().unwrap_or(0));
    // None where more zones are given than there may be.
    let is_over = most.is_some_and(|most| most < given as u64);
    let least = if is_over { usize::MAX } else { least };
    least..=most.map_or(usize::MAX, less_given)
}
