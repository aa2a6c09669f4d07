//! The bound: the relaxation over zones alone bounds every plan, and tells of each zone how much
//! dearer a plan with it becomes at least; a region's zones may not exceed together what a
//! ceiling leaves. The ceiling rises until a plan lies below it.

use std::ops::RangeInclusive;
use std::sync::{Arc, OnceLock};

use super::Drawing;
use super::better::{Draft, Drafts};
use super::known::{Known, is_within, step_value};
use super::listing::Listing;
use super::sets::TooManySets;
use super::zones::Needs;
use crate::cover::{self, Columns, Rows};
use crate::steps::{Question, shapes};
use crate::watch::Quiet;
use crate::{Outcome, Progress, Stage, StepSolved, Stopped, Unwatched, Watch};
use zonewerk_core::problem::{Goal, Objective, Problem, Step};

/// The first ceiling is this fraction of the bound above it.
const FIRST_CEILING: u64 = 400;
/// Branches for the bound of zones alone, at most.
const BRANCHES_OF_ZONES: usize = 400;
/// A draft's regions may have too many or too few people by these fractions of the most, at these
/// multiples of the usual price: one after the other until a plan comes of it.
const SLACKS: [(u64, u64); 3] = [(10, 1), (10, 8), (5, 1)];

/// Passes on the news of a search that looks for plans below a ceiling.
struct Below<'a> {
    watch: &'a dyn Watch,
    /// What the best plan comes to that is known besides.
    best: Option<u64>,
    /// What no plan goes below, and above which bounds are of what was listed alone.
    bounds: RangeInclusive<u64>,
}

impl Watch for Below<'_> {
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
pub(super) struct Ceilings<'a> {
    drawing: &'a Drawing<'a>,
    /// The first step alone.
    alone: Problem,
    columns: Columns,
    rows: Rows,
    /// What zones are listed by, where they all cost the same in the step.
    guide: Option<Columns>,
    lowest: u64,
}

impl<'a> Ceilings<'a> {
    pub(super) fn new(drawing: &'a Drawing<'a>) -> Result<Self, Stopped> {
        let Drawing { question, level, .. } = drawing;
        let step = &question.problem.objective.steps()[0];
        let costs = level.costs(*question, step);
        let columns = level.priced(*question, &costs);
        let shape = Step::of(Goal::BorderLength);
        let tells_nothing = costs.windows(2).all(|pair| pair[0] == pair[1]) && *step != shape;
        let guide = tells_nothing.then(|| level.priced(*question, &level.costs(*question, &shape)));
        let rows = level.rows(*question);
        drawing.tell(Stage::Relaxing, None, None);
        let lowest = cover::relaxation(&level.asked(*question, &columns, &rows, 0), question.watch)?;
        let mut alone = question.problem.clone();
        alone.objective = Objective::new(vec![step.clone()]).expect("a step of an objective");
        Ok(Self { drawing, alone, columns, rows, guide, lowest })
    }

    fn alone(&self) -> Question<'_> {
        Question { problem: &self.alone, ..self.drawing.question }
    }

    fn drafts<'b>(&'b self, drawing: &'b Drawing<'b>, is_soft: bool) -> Drafts<'b> {
        let columns = self.guide.as_ref().unwrap_or(&self.columns);
        let listing = Listing { drawing, columns, rows: &self.rows };
        let is_true_cost = self.guide.is_none();
        Drafts { listing, alone: self.alone(), is_true_cost, is_soft, dearness: 1, dear: OnceLock::new() }
    }

    /// The best plan that is found, and a ceiling on the first step that rises until it meets
    /// it, or too many regions lie below.
    pub(super) fn solve(&self) -> (Outcome, Vec<StepSolved>) {
        let watch = self.drawing.question.watch;
        let alone = self.alone();
        let mut known = Known { best: None, bound: self.best_of_zones_alone() };
        if let Err(stopped) = self.plans(&mut known) {
            return known.stopped(stopped);
        }
        let asked = self.drawing.level.asked(alone, &self.columns, &self.rows, 0);
        let lowest = self.lowest;
        let mut above = (lowest / FIRST_CEILING).max(1);
        let mut too_high = u64::MAX;
        while known.bound < known.objective() {
            let ceiling = lowest.saturating_add(above).min(known.objective() - 1).max(known.bound);
            if ceiling >= too_high {
                return known.stopped(Stopped::TooManyRegions { limit: self.drawing.question.most_regions });
            }
            self.drawing.tell(Stage::ListingRegions, known.value(), Some(known.bound));
            let found = match cover::excesses(&asked, |_| ceiling, watch) {
                Ok(None) => None,
                Ok(Some(excesses)) => match self.drawing.field(&excesses) {
                    Ok(field) if !field.in_none(alone).is_empty() => None,
                    Ok(field) => {
                        let watch = &Below { watch, best: known.value(), bounds: known.bound..=ceiling + 1 };
                        Some(field.below(ceiling).solve(Question { watch, ..alone }))
                    }
                    Err(TooManySets) => {
                        if let Some(stopped) = watch.stop() {
                            return known.stopped(stopped);
                        }
                        too_high = ceiling;
                        above = (known.bound - lowest).midpoint(ceiling - lowest);
                        if above + lowest <= known.bound + (ceiling - known.bound) / 8 {
                            return known.stopped(Stopped::TooManyRegions {
                                limit: self.drawing.question.most_regions,
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

    /// What no plan goes below whatever its regions: the best that zones alone come to, as far as that is
    /// soon proved.
    fn best_of_zones_alone(&self) -> u64 {
        let question = self.alone();
        if !question.problem.objective.goals().any(shapes) {
            return self.lowest;
        }
        let asked = self.drawing.level.asked(question, &self.columns, &self.rows, 0);
        let asked = cover::Question { most_branches: BRANCHES_OF_ZONES, ..asked };
        let found = cover::search(&asked, &Quiet(question.watch));
        // Where zones alone have no plan, that is for the regions to say.
        found.incumbent.map_or(self.lowest, |best| found.bound.min(best.objective).max(self.lowest))
    }

    /// Makes a plan region by region; betters it, or the best of those to start from.
    fn plans(&self, known: &mut Known) -> Result<(), Stopped> {
        self.drawing.tell(Stage::Diving, None, Some(known.bound));
        let strict = self.drafts(self.drawing, false);
        let starts = self.drawing.question.starts.iter().map(|plan| self.drawing.draft_of(plan));
        let mut drafts: Vec<Draft> = starts.filter(|draft| strict.is_whole(draft)).collect();
        drafts.iter().for_each(|draft| self.take_over(&strict, draft, known));
        if let Some(first) = self.first()? {
            self.take_over(&strict, &first, known);
            drafts.push(first);
        }
        let Some(mut draft) = drafts.into_iter().min_by_key(|draft| strict.cost(draft)) else {
            return Ok(());
        };
        strict.better(&mut draft, |draft| self.take_over(&strict, draft, known))
    }

    /// The best plan that is found region by region.
    pub(super) fn draft(&self) -> Result<Option<Draft>, Stopped> {
        let Some(mut draft) = self.first()? else { return Ok(None) };
        let drafts = self.drafts(self.drawing, false);
        drafts.better(&mut draft, |_| {
            self.drawing.tell(Stage::Diving, None, None);
        })?;
        let is_plan = drafts.is_whole(&draft) && self.as_plan(&draft).0.plan().is_some();
        Ok(is_plan.then_some(draft))
    }

    /// A plan that is made region by region, where that works out: by the border of zones, since
    /// zones that are short of border leave others room; where that does not, by the step itself.
    fn first(&self) -> Result<Option<Draft>, Stopped> {
        let Drawing { question, level, .. } = self.drawing;
        if self.alone.objective.steps()[0].single() != Some(&Goal::BorderLength) {
            let mut guided = self.alone.clone();
            guided.objective = Objective::in_order([Goal::BorderLength]);
            let question = Question { problem: &guided, ..*question };
            let drawing = Drawing { question, needs: Needs::new(question, 0), level: Arc::clone(level) };
            let draft = Ceilings::new(&drawing)?.first()?;
            if draft.is_some() || self.guide.is_some() {
                return Ok(draft);
            }
        }
        let strict = self.drafts(self.drawing, false);
        let mut draft = strict.first()?;
        if strict.is_whole(&draft) {
            return Ok(Some(draft));
        }
        let most = question.requirements.regions.population.maximum().unwrap_or(0);
        for (fraction, dearness) in SLACKS {
            let needs = Needs::new(*question, most / fraction);
            let soft = Drawing { question: *question, needs, level: Arc::clone(level) };
            let drafts = Drafts { dearness, ..self.drafts(&soft, true) };
            drafts.better(&mut draft, |_| ())?;
            if strict.is_whole(&draft) {
                return Ok(Some(draft));
            }
        }
        Ok(None)
    }

    /// Takes over a draft that leaves nothing out.
    fn take_over(&self, drafts: &Drafts<'_>, draft: &Draft, known: &mut Known) {
        if !drafts.is_whole(draft) {
            return;
        }
        let (outcome, solved) = self.as_plan(draft);
        known.take(outcome, solved);
        self.drawing.tell(Stage::Diving, known.value(), Some(known.bound));
    }

    /// The plan of a draft's regions, where they keep all rows. What is in hand is looked at even
    /// after the last call.
    fn as_plan(&self, draft: &Draft) -> (Outcome, Vec<StepSolved>) {
        let alone = Question { watch: &Unwatched, ..self.alone() };
        self.drawing.field_of(alone, draft.regions.clone()).solve(alone)
    }

    /// The first step is proved; those after it need all regions within its tolerance.
    fn later_steps(&self, outcome: Outcome, solved: Vec<StepSolved>) -> (Outcome, Vec<StepSolved>) {
        let Question { problem, watch, .. } = self.drawing.question;
        let steps = problem.objective.steps();
        let (Outcome::Optimal { plan, objective }, 2..) = (&outcome, steps.len()) else {
            return (outcome, solved);
        };
        let asked = self.drawing.level.asked(self.alone(), &self.columns, &self.rows, 0);
        let ceiling = steps[0].tolerance.above(*objective);
        let excesses = cover::excesses(&asked, |_| ceiling, watch);
        if let Ok(Some(Ok(field))) =
            excesses.map(|excesses| excesses.map(|excesses| self.drawing.field(&excesses)))
        {
            let (later, all) = field.solve(self.drawing.question);
            if later.plan().is_some() && is_within(&all, *objective) {
                return (later, all);
            }
        }
        let stopped =
            watch.stop().unwrap_or(Stopped::TooManyRegions { limit: self.drawing.question.most_regions });
        let objective = step_value(self.drawing.question, &steps[1], plan).unwrap_or(u64::MAX);
        let next = StepSolved { objective: Some(objective), bound: Some(0), ..StepSolved::default() };
        let plan = plan.clone();
        let outcome = Outcome::Feasible { plan, objective, bound: 0, stopped };
        (outcome, solved.into_iter().chain([next]).collect())
    }
}
