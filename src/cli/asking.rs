//! How a solve is asked for on the command line: engine, clock, threads, seed.

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};

use super::watch::TerminalWatch;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::Objective;
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::{
    DesignOrder, Engine, InOrders, Options, Solved, UntilFound, Watch, solve, solve_in_orders,
};

/// Options of every verb that asks the solver.
#[derive(Args, Debug)]
pub(super) struct Asking {
    /// How to solve: over all feasible zones, unit by unit, or by search [default: the one that fits]
    #[arg(long, value_enum)]
    pub(super) engine: Option<EngineName>,
    /// Stop after this many seconds with the best plan and its bound
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<f64>,
    /// Threads to use; the answer does not depend on it [default: all cores]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    threads: Option<u16>,
    /// Seed of everything that chooses among equals
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) seed: u64,
    /// No progress on the terminal
    #[arg(long, short)]
    quiet: bool,
}

/// An engine, as it is named on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum EngineName {
    /// Exact cover over all feasible zones.
    Cover,
    /// Which unit lies in which zone, for few large zones.
    Compact,
    /// A plan by search, for any number of units; with a bound, and mostly without a proof.
    Search,
}

impl From<EngineName> for Engine {
    fn from(name: EngineName) -> Self {
        match name {
            EngineName::Cover => Self::Cover,
            EngineName::Compact => Self::Compact,
            EngineName::Search => Self::Search,
        }
    }
}

/// A time limit of the command line.
pub(super) fn seconds(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(seconds) if seconds.is_finite() && seconds > 0.0 => Ok(seconds),
        _ => Err("expected a number of seconds above 0".to_owned()),
    }
}

/// Asks the solver: with the options of the command line, on its threads, under one clock.
pub(super) struct Asker {
    pub(super) watch: TerminalWatch,
    threads: rayon::ThreadPool,
    pub(super) options: Options,
}

impl Asker {
    /// Starts the clock. Progress is told in a language, in the goals of `objective`.
    pub(super) fn start(asking: &Asking, objective: &Objective, language: Language) -> Result<Self> {
        let watch = TerminalWatch::start(asking.time_limit, asking.quiet, objective.clone(), language)?;
        let engine = asking.engine.map(Engine::from);
        let options = Options { seed: asking.seed, engine, ..Options::default() };
        let threads = rayon::ThreadPoolBuilder::new()
            .num_threads(asking.threads.map_or(0, usize::from))
            .build()
            .context("could not start the threads")?;
        Ok(Self { watch, threads, options })
    }

    /// The same, drawing zones and regions in this order.
    pub(super) fn in_order(mut self, order: DesignOrder) -> Self {
        self.options.order = order;
        self
    }

    pub(super) fn solve(&self, scenario: &Scenario, graph: &Graph) -> Result<Solved> {
        let instance = scenario.instance(graph)?;
        Ok(self.on_threads(|| solve(&instance, &self.options, &self.watch)))
    }

    /// Solves until any plan is found, or it is proved that there is none.
    pub(super) fn solve_any(&self, scenario: &Scenario, graph: &Graph) -> Result<Solved> {
        let instance = scenario.instance(graph)?;
        let watch = UntilFound::new(&self.watch);
        Ok(self.on_threads(|| solve(&instance, &self.options, &watch)))
    }

    pub(super) fn in_orders(&self, scenario: &Scenario, graph: &Graph) -> Result<InOrders> {
        let instance = scenario.instance(graph)?;
        Ok(self.on_threads(|| solve_in_orders(&instance, &self.options, &self.watch)))
    }

    /// Does some work on the threads that were asked for.
    pub(super) fn on_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        self.threads.install(work)
    }

    /// Whether time is up, or somebody asked to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.watch.stop().is_some()
    }
}
