//! Words that all of Zonewerk shares: units, borders, plans and questions, and what follows
//! from them without solving or judging.
//!
//! A [`Territory`](territory::Territory) has units with inhabitants, a [`Graph`](graph::Graph) says
//! which of them are neighbours, a [`Problem`](problem::Problem) what is asked of a
//! [`Plan`](plan::Plan). Solving and auditing begin with all of them as a checked
//! [`Instance`](problem::Instance).
//!
//! ```
//! use zonewerk_core::graph::{Graph, components};
//! use zonewerk_core::plan::{Plan, measure};
//! use zonewerk_core::problem::{Instance, PopulationBounds, Problem};
//! use zonewerk_core::territory::{Territory, Unit, UnitCode};
//!
//! // Four towns in a row, and a plan of two zones.
//! let town = |code: &str, population| Unit { code: UnitCode::new(code), name: code.into(), population };
//! let territory = Territory::new(vec![town("a", 9), town("b", 4), town("c", 5), town("d", 7)])?;
//! let graph = Graph::grid(4, 1);
//! let problem = Problem::within(PopulationBounds::new(10, Some(15))?);
//! let instance = Instance::new(&territory, &graph, &problem)?;
//! assert_eq!(components(instance.graph(), &graph.units().collect::<Vec<_>>()).len(), 1);
//!
//! let unit = |code: &str| territory.find(code).expect("a town");
//! let zones = [("west".to_owned(), vec![unit("a"), unit("b")]), ("east".to_owned(), vec![unit("c"), unit("d")])];
//! let plan = Plan::from_zones(4, zones)?;
//! let people: Vec<Option<u64>> = measure(&territory, &graph, &plan).values().map(|zone| zone.population).collect();
//! assert_eq!(people, [Some(13), Some(12)]);
//! assert_eq!(plan.zone_of(unit("b")), plan.zone_of(unit("a")));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! No file, no clock, no terminal, and no native code.

pub mod compare;
pub mod crs;
pub mod drift;
pub mod graph;
pub mod layer;
pub mod plan;
pub mod problem;
pub mod territory;
pub mod topology;
pub mod translate;
pub mod words;
