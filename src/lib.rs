//! Zonewerk draws and checks care zones: it divides a territory of whole, adjoining
//! units into zones within population bounds, proves that no division is better, and
//! judges any plan by the rules, independently.
//!
//! ```text
//! files -> io -> Territory -> graph -> Instance -> solve -> Outcome(Plan) -> audit -> report -> files
//! ```
//!
//! The whole line on a grid of nine squares, without a file:
//!
//! ```
//! use std::time::Duration;
//! use zonewerk::{Deadline, Graph, Instance, Options, Outcome, PopulationBounds, Problem};
//! use zonewerk::{Territory, Unit, UnitCode, audit, solve};
//!
//! // Nine squares of 1 km with ten inhabitants each, to be cut into zones of 30.
//! let unit = |place: u32| Unit { code: UnitCode::new(format!("{place}")), name: format!("square {place}"), population: 10 };
//! let territory = Territory::new((1..=9).map(unit).collect())?;
//! let graph = Graph::grid(3, 3);
//! let problem = Problem::within(PopulationBounds::new(30, Some(30))?);
//! let instance = Instance::new(&territory, &graph, &problem)?;
//!
//! let solved = solve(&instance, &Options::default(), &Deadline::after(Duration::from_secs(60)));
//! let Outcome::Optimal { plan, objective } = solved.outcome else { panic!("a grid has a plan") };
//! assert_eq!(plan.zones.len(), 3);
//! assert_eq!(objective, 24_000); // three zones with a border of 8 km, in metres
//!
//! assert!(audit(&instance, &plan).is_compliant());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! This crate is the command line, and a front door to five others. What most programs need
//! stands here by name; the rest is in the modules, each of which is a crate or a part of one:
//!
//! | crate | modules here | what it is |
//! |---|---|---|
//! | `zonewerk-core` | [`territory`], [`graph`], [`topology`], [`layer`], [`crs`], [`problem`], [`plan`], [`mod@compare`], [`translate`], [`mod@drift`], [`words`] | units, borders, questions and plans |
//! | `zonewerk-audit` | [`mod@audit`], [`proposal`] | the second opinion, and changes to a plan |
//! | `zonewerk-solve` | [`mod@solve`], [`zones`], [`mod@why`] | the best plan with its proof, and why there is none |
//! | `zonewerk-io` | [`io`], [`check`] | scenarios, maps, tables and plans from files |
//! | `zonewerk-report` | [`report`] | maps, reports and GIS files |
//!
//! # What holds everywhere
//!
//! - `solve` and `audit` do not know each other: neither crate depends on the other.
//! - Only `io`, `report` and the command line touch files, and only the command line the terminal.
//! - Costs and bounds are whole numbers; a proof has no tolerance.
//! - The same input and seed give the same bytes on any number of threads.
//! - Nothing is repaired silently, and nothing Flemish stands outside `data/`.
//!
//! # Deliberately absent
//!
//! Panics on data that was read or checked, a zone 0 for what is unassigned, and an "infeasible" that rests on a
//! solver's word.

pub mod cli;

pub use zonewerk_audit as audit;
pub use zonewerk_audit::proposal;
pub use zonewerk_core::{
    compare, crs, drift, graph, layer, plan, problem, territory, topology, translate, words,
};
pub use zonewerk_io as io;
pub use zonewerk_io::check;
pub use zonewerk_report as report;
pub use zonewerk_solve as solve;
pub use zonewerk_solve::{why, zones};

pub use zonewerk_audit::{Audit, Finding, NotChecked, audit};
pub use zonewerk_core::graph::{Graph, GraphOptions};
pub use zonewerk_core::plan::{Holding, Plan, PlanError};
pub use zonewerk_core::problem::{
    CountBounds, Exception, Goal, Instance, InstanceErrors, Limit, Objective, Pin, PopulationBounds, Problem,
    Profile, RuleId, Severity, Step,
};
pub use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId, ZoneId};
pub use zonewerk_core::topology::Topology;
pub use zonewerk_core::words::Language;
pub use zonewerk_io::{InputProblems, MapFiles, Scenario, read_plan, scenario};
pub use zonewerk_report::{MapForm, Shown, ShownSolve, map, write_whole};
pub use zonewerk_solve::{
    Deadline, Infeasibility, Options, Outcome, Progress, Solved, Stopped, Unwatched, Watch, solve,
};
