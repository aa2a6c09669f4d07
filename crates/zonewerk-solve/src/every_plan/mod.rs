//! Every plan that keeps the rules, or every one within a margin of the best, handed out one by one: for
//! territories that have millions of them, and small enough that they can all be met.
//!
//! A plan is an exact cover of the units by feasible zones. [`plan_walk`] meets each cover once; sums that have
//! a ceiling, and for a margin what zones add above the bound of the linear relaxation, cut it short. What
//! does not add up over zones (people moved, straddles that are read weakly, and what given regions with
//! zones across their limits come to) is measured of each plan that is met.

mod ordered_zones;
mod parallel_walk;
mod plan_cost;
mod plan_walk;

use std::ops::ControlFlow;
use std::sync::Arc;

use crate::alternatives::{NotListed, Wanted, Which, alternatives};
use crate::candidate_pool::most_zones;
use crate::cover::{self, CoverColumns, CoverRows};
use crate::objective_steps::Question;
use crate::requirements::Requirements;
use crate::zone_names::named_plan;
use crate::zones::ZonePool;
use crate::zones::costs::StepCost;
use crate::{
    Infeasibility, Options, Outcome, Solved, Stopped, Watch, given_regions, impossible, listed, of_drawn,
    unclear,
};
use ordered_zones::{OrderedZones, SideRow};
use parallel_walk::walk_all;
use plan_cost::{Measure, adds_up};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Limit, Regions, Step, Tolerance};
use zonewerk_core::territory::UnitId;

/// A plan that was met.
pub struct ListedPlan<'a> {
    question: Question<'a>,
    /// Its zones in the order of their first units, the units of each ascending.
    pub zones: &'a [&'a [UnitId]],
    /// Its value in the first step of the objective, in the parts of the step.
    pub value: u64,
}

impl ListedPlan<'_> {
    /// The plan with names for its zones.
    pub fn named(&self) -> Plan {
        let zones = self.zones.iter().map(|units| units.to_vec()).collect();
        let mut plan = named_plan(self.question.territory, self.question.problem, zones);
        given_regions::name(self.question, &mut plan);
        plan
    }
}

/// The result of listing every plan.
#[derive(Clone, Debug)]
pub struct PlanListing {
    /// The result of solving in the first step of the objective, where plans within a margin were asked.
    pub best: Option<Solved>,
    /// The largest value of a plan within the margin, where the best is proved.
    pub ceiling: Option<u64>,
    /// How many plans were handed out.
    pub plans: u64,
    /// How many zones they were made of: those that a plan can have, as far as sums tell.
    pub zones: usize,
    /// Whether these are all.
    pub ended: ListingEnd,
}

/// How listing ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListingEnd {
    /// Proved: no other of the plans that are drawn keeps what is asked ([`beyond`](crate::beyond()) tells
    /// which plans the rules allow besides).
    All,
    /// Proved: none of the plans that are drawn keeps what is asked.
    Impossible(Infeasibility),
    /// Early: there may be others.
    Early(Stopped),
}

/// Hands out every plan that keeps the rules, of those that are drawn ([`beyond`](crate::beyond())), each once, in an order that depends on nothing but the
/// question: every plan within a margin of the best in the first step of the objective, where one is
/// given. Two plans are the same when their zones are the same sets of units. Ends early when `take`
/// breaks.
///
/// # Errors
/// When regions are drawn, or there is a margin and the first step is the largest over the zones.
pub fn every_plan(
    instance: &Instance<'_>,
    options: &Options,
    within: Option<Tolerance>,
    watch: &dyn Watch,
    take: &mut (dyn FnMut(&ListedPlan<'_>) -> ControlFlow<()> + Send),
) -> Result<PlanListing, NotListed> {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    if problem.regions == Regions::Drawn {
        return Err(NotListed::RegionsDrawn);
    }
    let mut listing = PlanListing { best: None, ceiling: None, plans: 0, zones: 0, ended: ListingEnd::All };
    if let Some(margin) = within {
        let wanted = Wanted { margin, count: 1, which: Which::MostDifferent, backbone: false };
        let found = alternatives(instance, options, wanted, watch)?;
        listing.ceiling = found.ceiling;
        if found.ceiling.is_none() {
            listing.ended = not_begun(&found.best.outcome);
        }
        listing.best = Some(found.best);
        if listing.ceiling.is_none() {
            return Ok(listing);
        }
    }
    if let Some(stopped) = unclear(problem) {
        return Ok(PlanListing { ended: ListingEnd::Early(stopped), ..listing });
    }
    let requirements = Requirements::new(territory, problem);
    let question = crate::question(territory, graph, (problem, &requirements), options, watch);
    listing.ended = list(question, options, &mut listing, take);
    if let ListingEnd::Impossible(why) = listing.ended {
        listing.ended = not_begun(&of_drawn(territory, problem, Outcome::Infeasible { why }));
    }
    Ok(listing)
}

/// Why nothing was listed.
fn not_begun(outcome: &Outcome) -> ListingEnd {
    match outcome {
        Outcome::Infeasible { why } => ListingEnd::Impossible(why.clone()),
        Outcome::Unknown { stopped, .. } | Outcome::Feasible { stopped, .. } => {
            ListingEnd::Early(stopped.clone())
        }
        Outcome::Optimal { .. } => ListingEnd::Early(Stopped::Rounding),
    }
}

fn list(
    question: Question<'_>,
    options: &Options,
    listing: &mut PlanListing,
    take: &mut (dyn FnMut(&ListedPlan<'_>) -> ControlFlow<()> + Send),
) -> ListingEnd {
    if let Some(why) = impossible(question) {
        return ListingEnd::Impossible(why);
    }
    let zones = match listed(question, options.limits) {
        Ok(zones) => zones,
        Err(outcome) => return not_begun(&outcome),
    };
    let first = &question.problem.objective.steps()[0];
    let zones = without_hopeless(question, zones);
    let (zones, sides) = match listing.ceiling {
        None => {
            let sides = sides(question, &zones);
            (zones, sides)
        }
        Some(ceiling) => match within(question, first, zones, ceiling) {
            Ok(found) => found,
            Err(stopped) => return ListingEnd::Early(stopped),
        },
    };
    listing.zones = zones.len();
    let ground = OrderedZones::new(question, &zones, sides);
    let measure = Measure::new(question, first, &zones);
    let limits: Vec<&Limit> = question.problem.limits.iter().filter(|one| !adds_up(&one.goal)).collect();
    let may_break_regions = given_regions::may_be_broken(question);
    let mut plans = 0;
    let mut of_plan: Vec<u32> = Vec::new();
    let walked = walk_all(&ground, question.watch, &mut |places| {
        of_plan.clear();
        of_plan.extend(places.iter().map(|&place| ground.zones[place as usize]));
        of_plan.sort_unstable_by_key(|&zone| zones.units(zone as usize)[0]);
        let units: Vec<&[UnitId]> = of_plan.iter().map(|&zone| zones.units(zone as usize)).collect();
        let value = measure.of(&of_plan, &units);
        let is_kept = listing.ceiling.is_none_or(|ceiling| value <= ceiling)
            && limits.iter().all(|limit| plan_cost::of_plan(question, &limit.goal, &units) <= limit.most)
            && !(may_break_regions && plan_cost::breaks_regions(question, &units));
        if !is_kept {
            return ControlFlow::Continue(());
        }
        plans += 1;
        take(&ListedPlan { question, zones: &units, value })
    });
    listing.plans = plans;
    match walked.stopped {
        Some(stopped) => ListingEnd::Early(stopped),
        None if plans > 0 => ListingEnd::All,
        // The best plan is within every margin of itself.
        None if listing.ceiling.is_some() => ListingEnd::Early(Stopped::Rounding),
        None => ListingEnd::Impossible(Infeasibility::Exhausted {
            zones: zones.len(),
            branches: usize::try_from(walked.steps).unwrap_or(usize::MAX).max(1),
            left_over: Vec::new(),
            region: None,
        }),
    }
}

/// The zones that no limit on the largest over the zones rules out.
fn without_hopeless(question: Question<'_>, zones: ZonePool) -> ZonePool {
    let Question { territory, graph, problem, .. } = question;
    let mut zones = zones;
    for limit in problem.limits.iter().filter(|limit| limit.goal.is_bottleneck()) {
        let step = Step::of(limit.goal.clone());
        let cost = StepCost::new(territory, graph, problem, &step);
        zones = zones.passing(|units| cost.of_zone(units) <= limit.most);
    }
    zones
}

/// The sums that have a ceiling: limits on goals, and what given regions may have.
fn sides(question: Question<'_>, zones: &ZonePool) -> Vec<SideRow> {
    let Question { territory, graph, problem, .. } = question;
    let side = |most: u64, adds: Vec<u64>| SideRow {
        most: u128::from(most),
        adds: adds.into_iter().map(u128::from).collect(),
    };
    let limits = problem.limits.iter().filter(|limit| adds_up(&limit.goal) && !limit.goal.is_bottleneck());
    let limits = limits.map(|limit| {
        let step = Step::of(limit.goal.clone());
        side(limit.most, StepCost::new(territory, graph, problem, &step).of_pool(zones))
    });
    let regions = given_regions::caps(question, zones).into_iter().map(|cap| side(cap.most, cap.adds));
    limits.chain(regions).collect()
}

/// The zones of plans whose value is at most a ceiling, as far as sums over zones tell, and the sums
/// that have one.
fn within(
    question: Question<'_>,
    first: &Step,
    zones: ZonePool,
    ceiling: u64,
) -> Result<(ZonePool, Vec<SideRow>), Stopped> {
    let Question { territory, graph, problem, requirements, watch, seed, .. } = question;
    let costs = StepCost::new(territory, graph, problem, first).of_pool(&zones);
    let (least, most) = (problem.zone_count.minimum(), problem.zone_count.maximum());
    let zones = Arc::new(zones);
    let mut columns = CoverColumns::of(Arc::clone(&zones), 0);
    costs.iter().enumerate().for_each(|(zone, &cost)| columns.push(zone, &[], cost, &[]));
    let rows = CoverRows {
        units: graph.len(),
        zones: (least, most),
        most_zones: most_zones(territory, problem, requirements),
        ..CoverRows::default()
    };
    let asked = cover::CoverQuestion {
        columns: &columns,
        rows: &rows,
        graph,
        start: None,
        step: 0,
        seed,
        settled: 0,
        max_cost: Some(ceiling),
        most_branches: usize::MAX,
    };
    let found = cover::reduced_costs(&asked, |_| ceiling, watch)?;
    let (each, budget) = found.map_or((Vec::new(), 0), |found| (found.each, found.budget));
    let kept: Vec<usize> = each.iter().map(|&(zone, _)| zone).collect();
    let zones = zones.select(&kept);
    let mut sides = sides(question, &zones);
    let costs = kept.iter().map(|&zone| u128::from(costs[zone])).collect();
    sides.push(SideRow { most: u128::from(ceiling), adds: costs });
    sides.push(SideRow {
        most: budget,
        adds: each.into_iter().map(|(_, reduced_cost)| reduced_cost).collect(),
    });
    Ok((zones, sides))
}
