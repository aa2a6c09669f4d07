//! From a checked question to an outcome: a proven plan, a proof that none exists, or an
//! honest "not in time". Never judges its own plan: that is the audit's work.
//!
//! ```
//! use std::time::Duration;
//! use zonewerk_core::graph::Graph;
//! use zonewerk_core::problem::{Instance, PopulationBounds, Problem};
//! use zonewerk_core::territory::{Territory, Unit, UnitCode};
//! use zonewerk_solve::{Deadline, Options, Outcome, solve};
//!
//! // Nine squares of ten inhabitants, in zones of 20 to 30: at least 3 zones and at most 4.
//! let unit = |place: u32| Unit { code: UnitCode::new(format!("{place}")), name: String::new(), population: 10 };
//! let territory = Territory::new((1..=9).map(unit).collect())?;
//! let graph = Graph::grid(3, 3);
//! let problem = Problem::within(PopulationBounds::new(20, Some(30))?);
//! let watch = Deadline::after(Duration::from_secs(60));
//! let solved = solve(&Instance::new(&territory, &graph, &problem)?, &Options::default(), &watch);
//! match solved.outcome {
//!     Outcome::Optimal { plan, objective } => assert_eq!((plan.zones.len(), objective), (3, 24_000)),
//!     Outcome::Feasible { bound, stopped, .. } => println!("no plan is below {bound}; {stopped}"),
//!     Outcome::Infeasible { why } => println!("proved impossible: {why}"),
//!     Outcome::Unknown { stopped, .. } => println!("not found: {stopped}"),
//! }
//!
//! // Zones of 40 to 44 cannot add up to 90.
//! let problem = Problem::within(PopulationBounds::new(40, Some(44))?);
//! let solved = solve(&Instance::new(&territory, &graph, &problem)?, &Options::default(), &watch);
//! let Outcome::Infeasible { why } = solved.outcome else { panic!("there is no such plan") };
//! assert_eq!(why.to_string(), "no number of zones that is allowed adds up, within the bounds, to the 90 inhabitants of 9 units");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`zones`] lists what a zone may be, [`mod@why`] tells what stands in the way of a plan, and
//! [`Requirements`] is all that is read of a profile. The engines are explained on top of their
//! modules, `cover` first, then `compact` and `search`.

mod alternatives;
mod candidate_pool;
mod compact;
mod conflict_rows;
mod cover;
mod every_plan;
mod feasibility_query;
mod few_zones;
pub mod flow_bound;
mod given_regions;
mod infeasible_by_population;
mod joint_design;
mod linear_program;
mod not_taken;
mod objective_steps;
mod outcome;
mod outcome_words;
mod parting_costs;
pub mod price_bound;
mod requirements;
mod search;
mod solve_without_list;
mod start_plan;
mod undrawn_plans;
mod unit_blocks;
mod waivers;
mod watch;
pub mod why;
mod zone_count;
mod zone_names;
mod zone_rules;
pub mod zones;

pub use alternatives::{
    Alternative, Alternatives, Backbone, Completeness, NotListed, PairOfUnits, PairStatus, UnitStatus,
    Wanted, Which, alternatives,
};
pub use every_plan::{ListedPlan, ListingEnd, PlanListing, every_plan};
pub use feasibility_query::{
    Feasibility, FeasibilityQuery, RuleBreaches, RuleRelaxation, feasibility, is_impossible_by_sums,
    plan_of_zones, rule_breaches,
};
pub use not_taken::NotTaken;
pub use outcome::{Infeasibility, LevelSums, Outcome, RegionSums, Stopped, ZoneSums};
pub use requirements::{RegionNeeds, Requirements, keeps};
pub use undrawn_plans::{Beyond, beyond};
pub use waivers::{Unclear, UnclearException, ended_exceptions, unclear_exceptions, undated_exceptions};
pub use watch::{Deadline, Progress, Stage, UntilFound, Unwatched, Watch};
pub use zone_rules::{ZoneNeeds, zones_may_lie_apart};

use std::sync::Arc;

use crate::flow_bound::FlowBound;
use crate::price_bound::PriceBound;
use crate::zones::{EnumerationLimits, TooMany};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Instance, Problem, Regions};
use zonewerk_core::territory::Territory;

/// How to solve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Seed of everything that chooses among equals.
    pub seed: u64,
    /// How many zones to list, at most.
    pub limits: EnumerationLimits,
    /// Which engine; the one that fits where `None`.
    pub engine: Option<Engine>,
    /// How the integer program of the compact engine makes zones contiguous.
    pub contiguity: ContiguityFormulation,
    /// In which order zones and regions are drawn, where regions are.
    pub order: DesignOrder,
}

/// In which order zones and regions are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DesignOrder {
    /// Both together.
    #[default]
    Jointly,
    /// The zones that are best where nobody asks for regions, and then regions of them: bottom up.
    ZonesFirst,
    /// The regions that are best by the goals on regions, or by their border where there are none,
    /// and then the zones inside each: top down.
    RegionsFirst,
}

/// The result of each order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InOrders {
    /// Zones first.
    pub zones_first: Solved,
    /// Regions first.
    pub regions_first: Solved,
    /// Both together, no worse than the others in the first step of the objective.
    pub jointly: Solved,
}

/// How an integer program over which unit lies in which zone makes zones contiguous.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ContiguityFormulation {
    /// By what separates the parts of a zone that came out in several, round by round.
    #[default]
    Separators,
    /// By a flow from one unit of each zone to the others, from the start.
    Flow,
}

/// An outcome with what it took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    /// The result of solving.
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
    /// A lower bound on the value of the plans that are good enough in the steps before.
    pub bound: Option<u64>,
    /// Numbers about the work.
    pub statistics: Statistics,
    /// What proves the bound and can be checked without this library, where there is something and
    /// nothing proves more.
    pub proof: Option<Proof>,
}

/// What proves a bound on parting neighbours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// Flows, of a territory of any size.
    Flows(Arc<FlowBound>),
    /// Prices of units and of a zone.
    Prices(Arc<PriceBound>),
}

impl Proof {
    /// No plan costs less, in the unit of the step.
    #[must_use]
    pub fn bound(&self) -> u64 {
        match self {
            Self::Flows(flow) => flow.bound,
            Self::Prices(prices) => prices.bound,
        }
    }
}

/// What produced an outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Exact cover over all feasible zones.
    Cover,
    /// Which unit lies in which zone, as a mixed-integer program.
    Compact,
    /// A plan by search, of any number of units.
    Search,
}

/// Why an engine was chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Chosen {
    /// The caller named it.
    #[default]
    Asked,
    /// All feasible zones can be listed.
    ZonesCanBeListed,
    /// Feasible zones, of which at most so many are listed, or sets below the bounds on the way to
    /// them, are too many.
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
            Self::Search => "search",
        }
    }
}

/// Numbers about a solve that do not depend on the machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// Zones that the rules allow.
    pub feasible_zones: usize,
    /// Columns: a zone counts once for each zone of a base plan that it may continue.
    pub columns: usize,
    /// Bound of the linear relaxation over all of them, in the step's unit.
    pub lp_bound: Option<u64>,
    /// The same with cuts, where some were made.
    pub cut_bound: Option<u64>,
    /// Zones that a better plan could still hold when branching began.
    pub surviving_zones: usize,
    /// Cuts in the relaxation.
    pub cuts: usize,
    /// Branches that were solved.
    pub branches: usize,
}

/// Draws the best plan, or proves that there is none.
pub fn solve(instance: &Instance<'_>, options: &Options, watch: &dyn Watch) -> Solved {
    solve_from((instance.territory(), instance.graph(), instance.problem()), options, &[], watch)
}

/// Draws zones and regions in each order, the last with the plans of the others to start from.
pub fn solve_in_orders(instance: &Instance<'_>, options: &Options, watch: &dyn Watch) -> InOrders {
    let asked = (instance.territory(), instance.graph(), instance.problem());
    let by = |behind: u32, order: DesignOrder, starts: &[&Plan]| {
        watch.begins(behind, 3);
        solve_from(asked, &Options { order, ..*options }, starts, watch)
    };
    let zones_first = by(0, DesignOrder::ZonesFirst, &[]);
    let regions_first = by(1, DesignOrder::RegionsFirst, &[]);
    let starts: Vec<&Plan> =
        [&zones_first, &regions_first].iter().filter_map(|one| one.outcome.plan()).collect();
    let mut jointly = by(2, DesignOrder::Jointly, &starts);
    // Stopped before it came to look at the others.
    if let Outcome::Unknown { .. } = jointly.outcome {
        let with_plan = [&zones_first, &regions_first].into_iter().filter(|one| one.outcome.plan().is_some());
        let best = with_plan.min_by_key(|one| one.steps.first().and_then(|step| step.objective));
        jointly = best.cloned().unwrap_or(jointly);
    }
    InOrders { jointly, zones_first, regions_first }
}

fn solve_from(
    asked: (&Territory, &Graph, &Problem),
    options: &Options,
    starts: &[&Plan],
    watch: &dyn Watch,
) -> Solved {
    let Solved { outcome, engine, chosen, steps } = solve_drawn(asked, options, starts, watch);
    Solved { outcome: of_drawn(asked.0, asked.2, outcome), engine, chosen, steps }
}

/// What an outcome among the plans that are drawn says of all plans: where the rules allow others,
/// that there is none of those is no proof that there is none.
fn of_drawn(territory: &Territory, problem: &Problem, outcome: Outcome) -> Outcome {
    let Outcome::Infeasible { why } = outcome else { return outcome };
    let beyond = undrawn_plans::of(territory, problem);
    if undrawn_plans::holds_beyond(&why, &beyond) {
        return Outcome::Infeasible { why };
    }
    let contiguous = !zones_may_lie_apart(problem);
    Outcome::Unknown {
        bound: None,
        stopped: Stopped::NoneContiguous { why: Box::new(why), beyond, contiguous },
    }
}

fn solve_drawn(
    (territory, graph, problem): (&Territory, &Graph, &Problem),
    options: &Options,
    starts: &[&Plan],
    watch: &dyn Watch,
) -> Solved {
    let undrawn = |outcome| {
        let (engine, chosen) = match options.engine {
            Some(engine) => (engine, Chosen::Asked),
            None => (Engine::Cover, Chosen::ZonesCanBeListed),
        };
        Solved { outcome, engine, chosen, steps: Vec::new() }
    };
    if let Some(stopped) = unclear(problem) {
        return undrawn(Outcome::Unknown { bound: None, stopped });
    }
    let requirements = Requirements::new(territory, problem);
    let question = objective_steps::Question {
        starts,
        ..question(territory, graph, (problem, &requirements), options, watch)
    };
    if let Some(why) = impossible(question) {
        return undrawn(Outcome::Infeasible { why });
    }
    if let Some(stopped) = apart_in_drawn_regions(problem) {
        return undrawn(Outcome::Unknown { bound: None, stopped });
    }
    let by = |engine, chosen, (outcome, steps)| {
        let outcome = given_regions::with_kept(question, outcome);
        Solved { outcome, engine, chosen, steps }
    };
    match options.engine {
        Some(Engine::Compact) => {
            by(Engine::Compact, Chosen::Asked, compact::solve(question, compact::CompactLimits::FULL))
        }
        Some(Engine::Search) => by(Engine::Search, Chosen::Asked, search::solve(question)),
        Some(Engine::Cover) => by(Engine::Cover, Chosen::Asked, over_zones(question, options.limits)),
        None => match over_zones(question, options.limits) {
            (Outcome::Unknown { stopped: Stopped::TooManyZones { limit }, .. }, _) => {
                let (engine, solved) = solve_without_list::without_list(question);
                by(engine, Chosen::TooManyZones(limit), solved)
            }
            listed => by(Engine::Cover, Chosen::ZonesCanBeListed, listed),
        },
    }
}

fn question<'a>(
    territory: &'a Territory,
    graph: &'a Graph,
    (problem, requirements): (&'a Problem, &'a Requirements),
    options: &Options,
    watch: &'a dyn Watch,
) -> objective_steps::Question<'a> {
    let Options { seed, contiguity, limits, order, .. } = *options;
    let most_regions = limits.regions;
    objective_steps::Question {
        territory,
        graph,
        problem,
        requirements,
        seed,
        contiguity,
        most_regions,
        order,
        starts: &[],
        watch,
    }
}

/// Exceptions that are to be made clear before anything is looked for.
fn unclear(problem: &Problem) -> Option<Stopped> {
    let exceptions = unclear_exceptions(problem);
    (!exceptions.is_empty()).then_some(Stopped::UnclearExceptions { exceptions })
}

/// Regions that are drawn are made of zones that are contiguous.
fn apart_in_drawn_regions(problem: &Problem) -> Option<Stopped> {
    (problem.regions == Regions::Drawn && zones_may_lie_apart(problem))
        .then_some(Stopped::NotInThisEngine { what: NotTaken::DrawnRegionsOfZonesApart })
}

/// What is impossible before zones are listed.
fn impossible(question: objective_steps::Question<'_>) -> Option<Infeasibility> {
    let objective_steps::Question { territory, graph, problem, requirements, .. } = question;
    let by_zones = infeasible_by_population::before_listing(territory, graph, (problem, requirements))
        .or_else(|| zone_count::before_listing(question));
    let by_sums = by_zones.or_else(|| match problem.regions {
        Regions::None => None,
        Regions::Given { .. } => given_regions::before_listing(question, None),
        Regions::Drawn => joint_design::before_listing(question),
    });
    by_sums.or_else(|| unit_blocks::before_listing(question))
}

/// Lists all feasible zones and solves over them.
fn over_zones(
    question: objective_steps::Question<'_>,
    limits: EnumerationLimits,
) -> (Outcome, Vec<StepSolved>) {
    match listed(question, limits) {
        Ok(pool) => objective_steps::solve(question, pool),
        Err(outcome) => (*outcome, Vec::new()),
    }
}

/// All feasible zones; or what is known where they cannot be listed, or leave a unit out.
fn listed(
    question: objective_steps::Question<'_>,
    limits: EnumerationLimits,
) -> Result<zones::ZonePool, Box<Outcome>> {
    let objective_steps::Question { territory, graph, problem, requirements, watch, .. } = question;
    watch.progress(Progress {
        step: 0,
        stage: Stage::Listing,
        incumbent: None,
        bound: None,
        zones: 0,
        open_branches: 0,
    });
    let stop = || watch.stop().is_some();
    let unknown = |stopped| Err(Box::new(Outcome::Unknown { bound: None, stopped }));
    let pool = match zones::feasible_zones_among(
        territory,
        graph,
        (problem, requirements),
        zones::Among::default(),
        limits,
        &stop,
    ) {
        Ok(pool) => pool,
        Err(TooMany::OverLimit) => return unknown(Stopped::TooManyZones { limit: limits.zones }),
        Err(TooMany::Stopped) => return unknown(watch.stop().unwrap_or(Stopped::Interrupted)),
    };
    let units = zones::uncovered_units(graph, &pool);
    if !units.is_empty() {
        return Err(Box::new(Outcome::Infeasible { why: given_regions::in_no_zone(question, units) }));
    }
    Ok(pool)
}
