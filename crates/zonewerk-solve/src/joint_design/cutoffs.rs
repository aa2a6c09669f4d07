//! The first step, where the regions are too many to list: a cutoff that rises.
//!
//! The relaxation over zones alone bounds every plan, and its reduced costs tell by how much each zone
//! raises the cost. Below a cutoff, the reduced costs of a region's zones must fit the gap that it
//! leaves, and the regions that are left are often few enough to list. So the question is solved exactly
//! below a low cutoff, which rises until a plan lies below it: that plan is the best. Where too many
//! regions lie below, the last cutoff without a plan is the bound.

use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use super::JointDesign;
use super::bounds::{DesignBounds, is_within, step_value};
use super::large_neighbourhood_search::{RegionPacking, RegionSearch};
use super::region_enumeration::TooManySets;
use super::region_listing::RegionListing;
use super::region_needs::Needs;
use crate::cover::{self, CoverColumns, CoverRows};
use crate::objective_steps::{Question, shapes};
use crate::watch::Quiet;
use crate::{Outcome, Progress, Stage, StepSolved, Stopped, Unwatched, Watch};
use zonewerk_core::problem::{Goal, Objective, Problem, Step};

/// The first cutoff is this fraction of the bound above it.
const FIRST_CEILING: u64 = 400;
/// Branches for the bound of zones alone, at most.
const BRANCHES_OF_ZONES: usize = 400;
/// Regions of a packing may have too many or too few inhabitants by these fractions of the maximum, at these
/// multiples of the usual penalty: one after the other until a plan is found.
const SLACKS: [(u64, u64); 3] = [(10, 1), (10, 8), (5, 1)];

/// Passes on the progress of a search below a cutoff, as progress of the whole.
struct CutoffWatch<'a> {
    watch: &'a dyn Watch,
    /// The cost of the best plan that is known besides.
    best: Option<u64>,
    /// The bound of all plans, and the greatest bound that a search below the cutoff can prove for them.
    bounds: RangeInclusive<u64>,
}

impl Watch for CutoffWatch<'_> {
    fn stop(&self) -> Option<Stopped> {
        self.watch.stop()
    }

    fn progress(&self, progress: Progress) {
        let incumbent = progress.incumbent.into_iter().chain(self.best).min();
        let bound = progress.bound.map(|bound| bound.clamp(*self.bounds.start(), *self.bounds.end()));
        self.watch.progress(Progress { incumbent, bound, ..progress });
    }
}

/// The first step over more regions than can be listed.
pub(super) struct CutoffSearch<'a> {
    design: &'a JointDesign<'a>,
    /// The first step alone.
    alone: Problem,
    columns: CoverColumns,
    rows: CoverRows,
    /// Other costs to list zones by, where they all cost the same in the step.
    guide: Option<CoverColumns>,
    lowest: u64,
}

impl<'a> CutoffSearch<'a> {
    pub(super) fn new(design: &'a JointDesign<'a>) -> Result<Self, Stopped> {
        let JointDesign { question, level, .. } = design;
        let step = &question.problem.objective.steps()[0];
        let costs = level.costs(*question, step);
        let columns = level.priced(*question, &costs);
        let shape = Step::of(Goal::BorderLength);
        let tells_nothing = costs.windows(2).all(|pair| pair[0] == pair[1]) && *step != shape;
        let guide = tells_nothing.then(|| level.priced(*question, &level.costs(*question, &shape)));
        let rows = level.rows(*question);
        design.tell(Stage::Relaxing, None, None);
        let lowest = cover::relaxation(&level.cover_question(*question, &columns, &rows, 0), question.watch)?;
        let mut alone = question.problem.clone();
        alone.objective = Objective::new(vec![step.clone()]).expect("a step of an objective");
        Ok(Self { design, alone, columns, rows, guide, lowest })
    }

    fn alone(&self) -> Question<'_> {
        Question { problem: &self.alone, ..self.design.question }
    }

    fn region_search<'b>(&'b self, design: &'b JointDesign<'b>, is_soft: bool) -> RegionSearch<'b> {
        let columns = self.guide.as_ref().unwrap_or(&self.columns);
        let listing = RegionListing { design, columns, rows: &self.rows };
        let is_true_cost = self.guide.is_none();
        RegionSearch {
            listing,
            alone: self.alone(),
            is_true_cost,
            is_soft,
            penalty_factor: 1,
            penalty: OnceLock::new(),
        }
    }

    /// The best plan that is found, and a cutoff on the first step that rises until it reaches the plan, or
    /// too many regions lie below.
    pub(super) fn solve(&self) -> (Outcome, Vec<StepSolved>) {
        let watch = self.design.question.watch;
        let alone = self.alone();
        let mut known = DesignBounds { best: None, bound: self.best_of_zones_alone() };
        if let Err(stopped) = self.plans(&mut known) {
            return known.stopped(stopped);
        }
        let asked = self.design.level.cover_question(alone, &self.columns, &self.rows, 0);
        let lowest = self.lowest;
        let mut above = (lowest / FIRST_CEILING).max(1);
        let mut too_high = u64::MAX;
        while known.bound < known.objective() {
            let ceiling = lowest.saturating_add(above).min(known.objective() - 1).max(known.bound);
            if ceiling >= too_high {
                return known.stopped(Stopped::TooManyRegions { limit: self.design.question.most_regions });
            }
            self.design.tell(Stage::ListingRegions, known.value(), Some(known.bound));
            let found = match cover::reduced_costs(&asked, |_| ceiling, watch) {
                Ok(None) => None,
                Ok(Some(reduced_costs)) => match self.design.candidates(&reduced_costs) {
                    Ok(candidates) if !candidates.uncovered_units(alone).is_empty() => None,
                    Ok(candidates) => {
                        let watch =
                            &CutoffWatch { watch, best: known.value(), bounds: known.bound..=ceiling + 1 };
                        Some(candidates.with_cost_limit(ceiling).solve(Question { watch, ..alone }))
                    }
                    Err(TooManySets) => {
                        if let Some(stopped) = watch.stop() {
                            return known.stopped(stopped);
                        }
                        too_high = ceiling;
                        above = (known.bound - lowest).midpoint(ceiling - lowest);
                        if above + lowest <= known.bound + (ceiling - known.bound) / 8 {
                            return known.stopped(Stopped::TooManyRegions {
                                limit: self.design.question.most_regions,
                            });
                        }
                        continue;
                    }
                },
                Err(stopped) => return known.stopped(stopped),
            };
            match found {
                Some((outcome, solved)) if is_within(&solved, ceiling) => {
                    return self.later_steps(outcome, solved);
                }
                Some((Outcome::Infeasible { .. }, _)) | None => {}
                Some((outcome, solved)) => match solved.first().and_then(|step| step.bound) {
                    Some(bound) if bound > ceiling => known.take(outcome, solved),
                    bound => {
                        known.take(outcome, solved);
                        known.bound = known.bound.max(bound.unwrap_or(0));
                        return known.stopped(watch.stop().unwrap_or(Stopped::Rounding));
                    }
                },
            }
            known.bound = known.bound.max(ceiling + 1);
            above = above.saturating_mul(2);
            if lowest.saturating_add(above) >= too_high {
                above = (known.bound - lowest).midpoint(too_high - lowest);
            }
        }
        match known.proved() {
            (outcome @ Outcome::Optimal { .. }, solved) => self.later_steps(outcome, solved),
            stopped => stopped,
        }
    }

    /// A lower bound for every plan, whatever its regions: the least cost of zones without regions, as far as
    /// that is proved within a limited number of branches.
    fn best_of_zones_alone(&self) -> u64 {
        let question = self.alone();
        if !question.problem.objective.goals().any(shapes) {
            return self.lowest;
        }
        let asked = self.design.level.cover_question(question, &self.columns, &self.rows, 0);
        let asked = cover::CoverQuestion { most_branches: BRANCHES_OF_ZONES, ..asked };
        let found = cover::search(&asked, &Quiet(question.watch));
        // Where zones alone have no plan, that is for the regions to say.
        found.incumbent.map_or(self.lowest, |best| found.bound.min(best.objective).max(self.lowest))
    }

    /// Makes a plan region by region, and improves it, or the best of the plans to start from.
    fn plans(&self, known: &mut DesignBounds) -> Result<(), Stopped> {
        self.design.tell(Stage::Diving, None, Some(known.bound));
        let strict = self.region_search(self.design, false);
        let starts = self.design.question.starts.iter().map(|plan| self.design.packing_of(plan));
        let mut region_search: Vec<RegionPacking> =
            starts.filter(|packing| strict.is_whole(packing)).collect();
        region_search.iter().for_each(|packing| self.take_over(&strict, packing, known));
        if let Some(first) = self.first()? {
            self.take_over(&strict, &first, known);
            region_search.push(first);
        }
        let Some(mut packing) = region_search.into_iter().min_by_key(|packing| strict.cost(packing)) else {
            return Ok(());
        };
        strict.improve(&mut packing, |packing| self.take_over(&strict, packing, known))
    }

    /// The best plan that is found region by region.
    pub(super) fn packing(&self) -> Result<Option<RegionPacking>, Stopped> {
        let Some(mut packing) = self.first()? else { return Ok(None) };
        let region_search = self.region_search(self.design, false);
        region_search.improve(&mut packing, |_| {
            self.design.tell(Stage::Diving, None, None);
        })?;
        let is_plan = region_search.is_whole(&packing) && self.as_plan(&packing).0.plan().is_some();
        Ok(is_plan.then_some(packing))
    }

    /// A plan that is made region by region, where that works out: by the border of zones, since
    /// zones that are short of border leave others room; where that does not, by the step itself.
    fn first(&self) -> Result<Option<RegionPacking>, Stopped> {
        let JointDesign { question, level, .. } = self.design;
        if self.alone.objective.steps()[0].single() != Some(&Goal::BorderLength) {
            let mut guided = self.alone.clone();
            guided.objective = Objective::in_order([Goal::BorderLength]);
            let question = Question { problem: &guided, ..*question };
            let design = JointDesign { question, needs: Needs::new(question, 0), level: Arc::clone(level) };
            let packing = CutoffSearch::new(&design)?.first()?;
            if packing.is_some() || self.guide.is_some() {
                return Ok(packing);
            }
        }
        let strict = self.region_search(self.design, false);
        let mut packing = strict.first()?;
        if strict.is_whole(&packing) {
            return Ok(Some(packing));
        }
        let most = question.requirements.regions.population.maximum().unwrap_or(0);
        for (fraction, dearness) in SLACKS {
            let needs = Needs::new(*question, most / fraction);
            let soft = JointDesign { question: *question, needs, level: Arc::clone(level) };
            let region_search = RegionSearch { penalty_factor: dearness, ..self.region_search(&soft, true) };
            region_search.improve(&mut packing, |_| ())?;
            if strict.is_whole(&packing) {
                return Ok(Some(packing));
            }
        }
        Ok(None)
    }

    /// Takes over a packing that leaves nothing out.
    fn take_over(&self, region_search: &RegionSearch<'_>, packing: &RegionPacking, known: &mut DesignBounds) {
        if !region_search.is_whole(packing) {
            return;
        }
        let (outcome, solved) = self.as_plan(packing);
        known.take(outcome, solved);
        self.design.tell(Stage::Diving, known.value(), Some(known.bound));
    }

    /// The plan of a packing's regions, where they keep all rows; also after the search was asked to stop.
    fn as_plan(&self, packing: &RegionPacking) -> (Outcome, Vec<StepSolved>) {
        let alone = Question { watch: &Unwatched, ..self.alone() };
        self.design.candidates_of(alone, packing.regions.clone()).solve(alone)
    }

    /// The first step is proved; those after it need all regions within its tolerance.
    fn later_steps(&self, outcome: Outcome, solved: Vec<StepSolved>) -> (Outcome, Vec<StepSolved>) {
        let Question { problem, watch, .. } = self.design.question;
        let steps = problem.objective.steps();
        let (Outcome::Optimal { plan, objective }, 2..) = (&outcome, steps.len()) else {
            return (outcome, solved);
        };
        let asked = self.design.level.cover_question(self.alone(), &self.columns, &self.rows, 0);
        let ceiling = steps[0].tolerance.above(*objective);
        let reduced_costs = cover::reduced_costs(&asked, |_| ceiling, watch);
        if let Ok(Some(Ok(candidates))) = reduced_costs
            .map(|reduced_costs| reduced_costs.map(|reduced_costs| self.design.candidates(&reduced_costs)))
        {
            let (later, all) = candidates.solve(self.design.question);
            if later.plan().is_some() && is_within(&all, *objective) {
                return (later, all);
            }
        }
        let stopped =
            watch.stop().unwrap_or(Stopped::TooManyRegions { limit: self.design.question.most_regions });
        let objective = step_value(self.design.question, &steps[1], plan).unwrap_or(u64::MAX);
        let next = StepSolved { objective: Some(objective), bound: Some(0), ..StepSolved::default() };
        let plan = plan.clone();
        let outcome = Outcome::Feasible { plan, objective, bound: 0, stopped };
        (outcome, solved.into_iter().chain([next]).collect())
    }
}
