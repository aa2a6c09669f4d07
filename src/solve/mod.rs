//! From a problem to an outcome: a proven plan, a proof that none exists, or an
//! honest "not in time". Never judges its own plan: that is the audit's work.

mod cover;
mod infeasible;
mod lp;
mod outcome;
mod watch;

pub use outcome::{Infeasibility, Outcome, Stopped};
pub use watch::{Progress, Stage, Unwatched, Watch};

use crate::graph::Graph;
use crate::plan::{Plan, name_zones};
use crate::problem::Problem;
use crate::territory::{Territory, UnitId};
use crate::zones::{self, Limits, TooMany};

/// How to solve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Seed of everything that chooses among equals.
    pub seed: u64,
    /// How many zones to take in hand.
    pub limits: Limits,
    /// Which engine; the one that fits where `None`.
    pub engine: Option<Engine>,
}

/// An outcome with what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    /// What solving came to.
    pub outcome: Outcome,
    /// What produced it.
    pub engine: Engine,
    /// Why this engine.
    pub chosen: Chosen,
    /// The steps of the objective that were begun, in order; all but the last are proved.
    pub steps: Vec<StepSolved>,
}

/// What is known of one step of the objective, in the unit of the step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepSolved {
    /// What the best plan of this step comes to.
    pub objective: Option<u64>,
    /// No plan comes to less, of those that are good enough in the steps before.
    pub bound: Option<u64>,
    /// Numbers about the work.
    pub statistics: Statistics,
}

/// What produced an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Exact cover over all feasible zones.
    Cover,
    /// Which unit lies in which zone, as a mixed-integer program.
    Compact,
}

/// Why an engine was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// The caller named it.
    #[default]
    Asked,
    /// All feasible zones can be listed.
    ZonesCanBeListed,
    /// There are more than this many feasible zones, or sets below the bounds on the way to
    /// them.
    TooManyZones(usize),
}

impl Solved {
    /// The step of the objective that the outcome speaks of, counted from 0.
    pub fn step(&self) -> usize {
        self.steps.len().saturating_sub(1)
    }

    /// Numbers about the work on that step.
    pub fn statistics(&self) -> Statistics {
        self.steps.last().map(|step| step.statistics).unwrap_or_default()
    }
}

impl Engine {
    /// Name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cover => "cover",
            Self::Compact => "compact",
        }
    }
}

/// Numbers about a solve that do not depend on the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Zones that the rules allow.
    pub feasible_zones: usize,
    /// Bound of the linear relaxation over all of them, in the goal's unit.
    pub lp_bound: Option<u64>,
    /// Zones that a better plan could still hold when branching began.
    pub surviving_zones: usize,
    /// Cuts in the relaxation.
    pub cuts: usize,
    /// Branches that were solved.
    pub branches: usize,
}

/// Draws the best plan, or proves that there is none.
pub fn solve(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    options: &Options,
    watch: &dyn Watch,
) -> Solved {
    let mut statistics = Statistics::default();
    let outcome = outcome(territory, graph, problem, options, watch, &mut statistics);
    let steps = vec![StepSolved { objective: outcome.objective(), bound: outcome.bound(), statistics }];
    Solved { outcome, engine: Engine::Cover, chosen: Chosen::ZonesCanBeListed, steps }
}

fn outcome(
    territory: &Territory,
    graph: &Graph,
    problem: &Problem,
    options: &Options,
    watch: &dyn Watch,
    statistics: &mut Statistics,
) -> Outcome {
    if let Some(why) = infeasible::before_listing(territory, graph, problem) {
        return Outcome::Infeasible { why };
    }
    watch.progress(Progress {
        step: 0,
        stage: Stage::Listing,
        incumbent: None,
        bound: None,
        zones: 0,
        open_branches: 0,
    });
    let stop = || watch.stop().is_some();
    let pool = match zones::feasible_zones(territory, graph, problem, options.limits, &stop) {
        Ok(pool) => pool,
        Err(TooMany::OverLimit) => {
            let stopped = Stopped::TooManyZones { limit: options.limits.zones };
            return Outcome::Unknown { bound: None, stopped };
        }
        Err(TooMany::Stopped) => {
            let stopped = watch.stop().unwrap_or(Stopped::Interrupted);
            return Outcome::Unknown { bound: None, stopped };
        }
    };
    statistics.feasible_zones = pool.len();
    let units = zones::uncovered_units(graph, &pool);
    if !units.is_empty() {
        return Outcome::Infeasible { why: Infeasibility::UnitsInNoZone { units } };
    }
    let costs =
        zones::costs::StepCost::new(territory, graph, problem, &problem.objective.steps()[0]).of_pool(&pool);
    let columns = cover::Columns { zones: pool, costs };
    let most_zones = most_zones(territory, problem);
    let found = cover::search(&columns, graph.len(), most_zones, options.seed, watch);
    let cover::Effort { lp_bound, surviving, cuts, branches } = found.effort;
    *statistics =
        Statistics { feasible_zones: columns.len(), lp_bound, surviving_zones: surviving, cuts, branches };
    let stopped = found.stopped.unwrap_or(Stopped::Rounding);
    match found.incumbent {
        Some(cover::Incumbent { cover, objective }) => {
            let zones = cover.iter().map(|&column| columns.units(column).to_vec()).collect();
            let plan = named_plan(territory, problem, zones);
            if found.bound >= objective {
                Outcome::Optimal { plan, objective }
            } else {
                Outcome::Feasible { plan, objective, bound: found.bound, stopped }
            }
        }
        None if found.bound >= found.past_all => {
            let why = Infeasibility::Exhausted {
                zones: columns.len(),
                branches: branches.max(1),
                left_over: found.left_over,
            };
            Outcome::Infeasible { why }
        }
        None => Outcome::Unknown { bound: Some(found.bound), stopped },
    }
}

/// More zones than this no plan has.
fn most_zones(territory: &Territory, problem: &Problem) -> usize {
    let units = territory.units().len();
    let given = problem.fixed_zones.len() + problem.excepted_zones().count();
    let population: u64 = territory.units().values().map(|unit| unit.population).sum();
    match population.checked_div(problem.bounds().minimum()) {
        Some(by_rule) => units.min(usize::try_from(by_rule).unwrap_or(units).saturating_add(given)),
        None => units,
    }
}

/// A plan of these zones in the order of their first units; fixed zones keep their names.
fn named_plan(territory: &Territory, problem: &Problem, mut zones: Vec<Vec<UnitId>>) -> Plan {
    zones.sort();
    let mut names = name_zones(territory, &zones);
    for (name, units) in names.iter_mut().zip(&zones) {
        if let Some(fixed) = problem.fixed_zones.iter().find(|fixed| &fixed.units == units) {
            name.clone_from(&fixed.name);
        }
    }
    Plan::from_zones(territory.units().len(), names.into_iter().zip(zones))
}
