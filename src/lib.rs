//! Zonewerk draws and checks care zones: it divides a territory of whole, adjoining
//! units into zones within population bounds, proves that no division is better, and
//! judges any plan by the rules, independently.
//!
//! ```text
//! files -> load -> Territory -> graph -> Problem -> solve -> Outcome(Plan) -> audit -> render -> files
//! ```
//!
//! The whole line on a grid of nine squares, without a file:
//!
//! ```
//! use zonewerk::audit::audit;
//! use zonewerk::graph::Graph;
//! use zonewerk::problem::{PopulationBounds, Problem};
//! use zonewerk::solve::{Options, Outcome, Unwatched, solve};
//! use zonewerk::territory::{Territory, Unit, UnitCode};
//!
//! // Nine squares of 1 km with ten inhabitants each, to be cut into zones of 30.
//! let unit = |place: u32| Unit { code: UnitCode::new(format!("{place}")), name: format!("square {place}"), population: 10 };
//! let territory = Territory::new((1..=9).map(unit).collect())?;
//! let graph = Graph::grid(3, 3);
//! let problem = Problem::within(PopulationBounds::new(30, Some(30))?);
//!
//! let solved = solve(&territory, &graph, &problem, &Options::default(), &Unwatched);
//! let Outcome::Optimal { plan, objective } = solved.outcome else { panic!("a grid has a plan") };
//! assert_eq!(plan.zones.len(), 3);
//! assert_eq!(objective, 24_000); // three zones with a border of 8 km, in metres
//!
//! assert!(audit(&territory, &graph, &problem, &plan).is_compliant());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rooms
//!
//! - [`territory`]: units, codes, groups, links, mergers: the words all share
//! - [`topology`]: the map as shared arcs; dissolving, merging, generalising
//! - [`layer`]: what a map file says, untouched
//! - [`crs`]: coordinate reference systems: to longitude and latitude, and back
//! - [`check`]: what is wrong with the shapes of a map
//! - [`load`]: scenarios, maps, tables and plans from files; every fault at once
//! - [`graph`]: which units are neighbours, by how long a border
//! - [`problem`]: what is asked of a plan: bounds, exceptions, fixed zones, goal
//! - [`zones`]: every zone the rules allow
//! - [`mod@solve`]: the best plan with its proof, or the proof that there is none
//! - [`plan`]: which unit lies in which zone; names and measures
//! - [`proposal`]: a plan and changes to it: who moves, what is touched, whom it concerns
//! - [`translate`]: plans and groups from before a merger, in the codes after it
//! - [`mod@compare`]: what differs between plans
//! - [`mod@audit`]: the second opinion
//! - [`mod@drift`]: what other years do to a plan, and where its zones are going
//! - [`mod@why`]: what stands in the way of a plan, and the cheapest ways out
//! - [`words`]: what people read, in each language
//! - [`render`]: maps, reports and files
//! - [`cli`]: the command line
//!
//! # What holds everywhere
//!
//! - `solve` and `audit` do not know each other; a test reads their imports.
//! - Only `load`, `render` and `cli` touch files, and only `cli` the terminal.
//! - Costs and bounds are whole numbers; a proof has no tolerance.
//! - The same input and seed give the same bytes on any number of threads.
//! - Nothing is repaired silently, and nothing Flemish stands outside `data/`.
//!
//! # Deliberately absent
//!
//! Panics on data, a zone 0 for what is unassigned, and an "infeasible" that rests on a
//! solver's word.

pub mod cli;

pub use zonewerk_audit as audit;
pub use zonewerk_audit::proposal;
pub use zonewerk_core::{
    compare, crs, drift, graph, layer, plan, problem, territory, topology, translate, words,
};
pub use zonewerk_io as load;
pub use zonewerk_io::check;
pub use zonewerk_report as render;
pub use zonewerk_solve as solve;
pub use zonewerk_solve::{why, zones};
