use super::cover_columns::CoverColumns;
use super::diving;
use super::restricted_master::{Halt, Master, RelaxationFrame, Relaxed};
use super::{CoverEffort, CoverResult, Incumbent};
use crate::{Progress, Stage, Stopped, Watch};
use zonewerk_core::territory::UnitId;

/// Rounds of cuts, at most.
const CUT_ROUNDS: usize = 60;

/// The state of a search: the best plan, the bound and the cutoff.
pub(super) struct CoverSearch<'a> {
    pub(super) all: &'a CoverColumns,
    pub(super) frame: RelaxationFrame<'a>,
    pub(super) watch: &'a dyn Watch,
    /// Which step of the objective, counted from 0.
    pub(super) step: usize,
    pub(super) incumbent: Option<Incumbent>,
    /// The cutoff at present: only plans that cost less are sought.
    pub(super) ceiling: u64,
    pub(super) bound: u64,
    pub(super) left_over: Vec<UnitId>,
    pub(super) effort: CoverEffort,
    pub(super) open_branches: usize,
    /// Branches to solve, at most.
    pub(super) most_branches: usize,
    /// Rounds of cuts, at most.
    pub(super) most_cut_rounds: usize,
    /// The cost of the blocks that are solved already.
    pub(super) settled: u64,
    /// Whether there may well be no plan: then no first plan is sought.
    pub(super) is_doubted: bool,
    /// Whether to stop branching at the first plan.
    pub(super) any_plan_will_do: bool,
}

impl<'a> CoverSearch<'a> {
    pub(super) fn new(
        all: &'a CoverColumns,
        frame: RelaxationFrame<'a>,
        step: usize,
        watch: &'a dyn Watch,
    ) -> Self {
        let effort = CoverEffort { surviving: all.len(), ..CoverEffort::default() };
        Self {
            all,
            frame,
            watch,
            step,
            incumbent: None,
            ceiling: frame.cutoff,
            bound: 0,
            left_over: Vec::new(),
            effort,
            open_branches: 0,
            most_branches: usize::MAX,
            most_cut_rounds: CUT_ROUNDS,
            settled: 0,
            is_doubted: false,
            any_plan_will_do: false,
        }
    }

    pub(super) fn into_found(self, stopped: Option<Stopped>, bounds_with: Vec<u64>) -> CoverResult {
        let Self { incumbent, bound, frame, left_over, effort, .. } = self;
        CoverResult { incumbent, bound, cutoff: frame.cutoff, stopped, left_over, effort, bounds_with }
    }

    /// The cost of the best plan; without a plan, the cutoff of all plans.
    pub(super) fn objective(&self) -> u64 {
        self.incumbent.as_ref().map_or(self.frame.cutoff, |incumbent| incumbent.objective)
    }

    /// The cutoff: only plans that cost less are worth finding.
    pub(super) fn limit(&self) -> u64 {
        self.ceiling.min(self.objective())
    }

    /// Takes over a proof that every plan below the limit costs at least `bound`.
    pub(super) fn prove(&mut self, bound: u64) {
        self.bound = self.bound.max(bound.min(self.limit()));
    }

    pub(super) fn tell(&self, stage: Stage) {
        self.watch.progress(Progress {
            step: self.step,
            stage,
            incumbent: self.incumbent.as_ref().map(|incumbent| self.settled + incumbent.objective),
            bound: Some(self.settled + self.bound),
            zones: self.effort.surviving,
            open_branches: self.open_branches,
        });
    }

    /// Dives for a plan among the open columns of a master whose column `i` is number
    /// `kept[i]` of the whole pool.
    pub(super) fn dive(
        &mut self,
        master: &mut Master<'_>,
        kept: &[usize],
        open: &[bool],
    ) -> Result<(), Halt> {
        if let Some(cover) = diving::dive(master, open, self.limit(), self.watch)? {
            self.improve(cover.into_iter().map(|column| kept[column]).collect());
        }
        Ok(())
    }

    /// Takes over the solution of a relaxation where it is a plan.
    pub(super) fn take_if_whole(&mut self, master: &Master<'_>, kept: &[usize], relaxed: &Relaxed) {
        if let Some(cover) = master.whole(&relaxed.solution) {
            self.improve(cover.into_iter().map(|column| kept[column]).collect());
        }
    }

    /// Takes over a plan, by numbers of the whole pool, whatever it costs.
    pub(super) fn take(&mut self, cover: Vec<usize>) {
        let objective = cover.iter().map(|&column| self.all.cost(column)).sum();
        self.incumbent = Some(Incumbent { cover, objective });
    }

    /// Takes over a plan, by numbers of the whole pool, if it is the best so far.
    pub(super) fn improve(&mut self, cover: Vec<usize>) {
        let objective = cover.iter().map(|&column| self.all.cost(column)).sum();
        if objective < self.objective() {
            self.incumbent = Some(Incumbent { cover, objective });
        }
    }
}
