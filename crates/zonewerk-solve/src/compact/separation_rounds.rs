//! Round by round: solve the program, look at its plan, tell the program what is wrong with it,
//! solve again. The last plan has nothing wrong, and no plan costs less than it says; that much
//! rests on the solver's arithmetic.

use good_lp::constraint;

use super::assignment_model::{AssignmentModel, LazyRows};
use super::given_zones::GivenZones;
use super::linear_goals;
use super::mip_solver::{ProgramResult, minimise};
use super::separators;
use super::unit_network::{UnitBits, UnitNetwork, ids};
use crate::objective_steps::Question;
use crate::zones::costs::StepCost;
use crate::{ContiguityFormulation, Progress, Stage, Stopped};
use zonewerk_core::problem::Step;

/// Nodes of the first attempt; each next one may take so many times as many.
const NODES: i32 = 1_000;
const MORE_NODES: i32 = 8;

/// The share of a bound by which the solver may be wrong.
const TOLERANCE: f64 = 1e-6;

/// What is known of one step.
#[derive(Clone, Debug, Default)]
pub(super) struct StepBounds {
    /// The best plan and its value.
    pub(super) best: Option<(u64, Vec<UnitBits>)>,
    /// A lower bound: no plan has a smaller value; `None` where the solver finds none at all.
    pub(super) bound: Option<u64>,
}

/// The best plan of a step over all cases, where earlier steps stay below their ceilings; `least` is a
/// lower bound.
pub(super) fn best(
    question: Question<'_>,
    (network, cases): (&UnitNetwork, &[GivenZones]),
    number: usize,
    behind: &[(&Step, u64)],
    start: Option<&[UnitBits]>,
    least: u64,
) -> Result<StepBounds, (StepBounds, Stopped)> {
    let step = &question.problem.objective.steps()[number];
    let mut known = StepBounds::default();
    let bounds: &mut Vec<Option<u64>> = &mut vec![Some(least); cases.len()];
    for (place, case) in cases.iter().enumerate() {
        let mut search =
            SeparationRounds { question, network, case, number, step, behind, lessons: LazyRows::default() };
        let result = search.run(start, &mut known, &mut bounds[place]);
        known.bound = bounds.iter().copied().flatten().min();
        result.map_err(|stopped| (known.clone(), stopped))?;
    }
    Ok(known)
}

/// The value of the zones of a plan in a step, exactly.
pub(super) fn value(question: Question<'_>, step: &Step, zones: &[UnitBits]) -> u64 {
    let cost = StepCost::new(question.territory, question.graph, question.problem, step);
    let costs = zones.iter().map(|&zone| cost.of_zone(&ids(zone)));
    if step.is_bottleneck() { costs.max().unwrap_or(0) } else { costs.fold(0, u64::saturating_add) }
}

struct SeparationRounds<'a> {
    question: Question<'a>,
    network: &'a UnitNetwork,
    case: &'a GivenZones,
    number: usize,
    step: &'a Step,
    behind: &'a [(&'a Step, u64)],
    lessons: LazyRows,
}

impl SeparationRounds<'_> {
    fn run(
        &mut self,
        start: Option<&[UnitBits]>,
        known: &mut StepBounds,
        bound: &mut Option<u64>,
    ) -> Result<(), Stopped> {
        let mut start = start.filter(|zones| self.case.given.iter().all(|given| zones.contains(given)));
        let mut held;
        let mut nodes = NODES;
        loop {
            if let Some(stopped) = self.question.watch.stop() {
                return Err(stopped);
            }
            self.tell(known);
            let (zones, value) = match self.solve(start, nodes) {
                RoundResult::Plan(zones, value) => (zones, value),
                RoundResult::NoPlan => {
                    *bound = None;
                    return Ok(());
                }
                RoundResult::OutOfNodes(zones, least) => {
                    *bound = Some(least.max(bound.unwrap_or(0)));
                    if let Some(zones) = zones.filter(|zones| self.keeps_all(zones)) {
                        self.take(&zones, known);
                        held = zones;
                        start = Some(&held);
                    }
                    if known.best.as_ref().is_some_and(|best| Some(best.0) <= *bound) {
                        return Ok(());
                    }
                    nodes = nodes.saturating_mul(MORE_NODES);
                    continue;
                }
                RoundResult::Failed(message) => return Err(Stopped::SolverFailed { message }),
            };
            *bound = Some(value.max(bound.unwrap_or(0)));
            let is_behind = self.is_behind(&zones);
            if self.learn(&zones) || !is_behind && self.learn_squares(&zones) {
                continue;
            }
            if !is_behind {
                return Err(Stopped::Rounding);
            }
            if self.take(&zones, known) <= value {
                return Ok(());
            }
            if !self.learn_squares(&zones) {
                return Err(Stopped::Rounding);
            }
            held = zones;
            start = Some(&held);
        }
    }

    /// Whether a plan comes to no more than it may in the steps before.
    fn is_behind(&self, zones: &[UnitBits]) -> bool {
        let is_below = |&(step, ceiling): &(&Step, u64)| value(self.question, step, zones) <= ceiling;
        self.behind.iter().all(is_below)
    }

    /// Whether a plan keeps what a program may not know yet.
    fn keeps_all(&self, zones: &[UnitBits]) -> bool {
        let mut own = zones.iter().filter(|&&zone| zone & self.case.rest == zone);
        own.all(|&zone| self.network.allows(zone)) && self.is_behind(zones)
    }

    /// Takes a plan over where it is better, and tells its value.
    fn take(&self, zones: &[UnitBits], known: &mut StepBounds) -> u64 {
        let found = value(self.question, self.step, zones);
        if known.best.as_ref().is_none_or(|best| found < best.0) {
            known.best = Some((found, zones.to_vec()));
        }
        found
    }

    fn solve(&self, start: Option<&[UnitBits]>, nodes: i32) -> RoundResult {
        if self.case.rest == 0 {
            return self.all_given();
        }
        let mut program = AssignmentModel::new(self.network, self.case, &self.lessons);
        if self.question.contiguity == ContiguityFormulation::Flow && !self.network.may_lie_apart {
            program.add_flow();
        }
        for &(step, ceiling) in self.behind {
            let before = linear_goals::step(&mut program, self.question, step);
            program.rows.push(constraint!(before <= ceiling as f64));
        }
        let objective = linear_goals::step(&mut program, self.question, self.step);
        let values = start.map(|zones| program.start(zones)).unwrap_or_default();
        let variables = std::mem::take(&mut program.variables);
        let rows = std::mem::take(&mut program.rows);
        let how = (nodes, self.question.seed);
        match minimise(variables, &objective, rows, values, how, self.question.watch) {
            ProgramResult::Best(value_of, objective) => {
                let mut zones = self.case.given.clone();
                zones.extend(program.zones(value_of));
                // Whole numbers, but for what the solver's arithmetic leaves.
                RoundResult::Plan(zones, objective.round().max(0.0) as u64)
            }
            ProgramResult::NoValues => RoundResult::NoPlan,
            ProgramResult::OutOfNodes(value_of, least) => {
                let zones = value_of.map(|value_of| {
                    let given = self.case.given.iter().copied();
                    given.chain(program.zones(value_of)).collect()
                });
                // What is below by no more than the solver's tolerance is not below.
                let below = |least: f64| (least - TOLERANCE * (1.0 + least.abs())).ceil().max(0.0) as u64;
                RoundResult::OutOfNodes(zones, if least.is_finite() { below(least) } else { 0 })
            }
            ProgramResult::Failed(message) => RoundResult::Failed(message),
        }
    }

    /// No unit is left to decide on.
    fn all_given(&self) -> RoundResult {
        let value = |step: &Step| self::value(self.question, step, &self.case.given);
        if self.behind.iter().any(|&(step, ceiling)| value(step) > ceiling) {
            return RoundResult::NoPlan;
        }
        RoundResult::Plan(self.case.given.clone(), value(self.step))
    }

    /// Takes in what is wrong with a plan; `false` when nothing is.
    fn learn(&mut self, zones: &[UnitBits]) -> bool {
        let before = (self.lessons.separators.len(), self.lessons.no_zones.len());
        let own = zones.iter().filter(|&&zone| zone & self.case.rest == zone);
        for &zone in own {
            let broken = separators::broken(self.network, zone, self.case.rest);
            if broken.is_empty() && !self.network.allows(zone) {
                self.lessons.no_zones.push(zone);
            }
            self.lessons.separators.extend(broken);
        }
        before != (self.lessons.separators.len(), self.lessons.no_zones.len())
    }

    /// Takes in where the squares of a plan are; `false` when that is known.
    fn learn_squares(&mut self, zones: &[UnitBits]) -> bool {
        let ideal = self.question.problem.ideal_population();
        let deviations = zones.iter().map(|&zone| self.network.people(zone).abs_diff(ideal));
        let before = self.lessons.deviations.len();
        self.lessons.deviations.extend(deviations);
        self.lessons.deviations.len() > before
    }

    fn tell(&self, known: &StepBounds) {
        self.question.watch.progress(Progress {
            step: self.number,
            stage: Stage::Branching,
            incumbent: known.best.as_ref().map(|best| best.0),
            bound: known.bound,
            zones: 0,
            open_branches: 0,
        });
    }
}

enum RoundResult {
    Plan(Vec<UnitBits>, u64),
    NoPlan,
    /// A plan, where there is one, and what no plan comes to less than.
    OutOfNodes(Option<Vec<UnitBits>>, u64),
    Failed(String),
}
