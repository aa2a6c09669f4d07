//! A search that is stopped early says what it knows and no more.

use std::sync::atomic::{AtomicUsize, Ordering};

use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Instance, PopulationBounds, Problem};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::zones::EnumerationLimits;
use zonewerk_solve::{
    Chosen, Engine, NotTaken, Options, Outcome, Progress, Stopped, Unwatched, Watch, solve,
};

use crate::worlds::{self, World};

/// Stops at the n-th question.
pub struct StopsAt {
    questions: AtomicUsize,
    last: usize,
}

impl StopsAt {
    pub fn question(last: usize) -> Self {
        Self { questions: AtomicUsize::new(0), last }
    }
}

impl Watch for StopsAt {
    fn stop(&self) -> Option<Stopped> {
        let question = self.questions.fetch_add(1, Ordering::SeqCst);
        (question >= self.last).then_some(Stopped::Interrupted)
    }

    fn progress(&self, _: Progress) {}
}

#[test]
fn a_stopped_search_brackets_the_optimum() {
    let (unknown, feasible) =
        brackets_the_optimum(&worlds::weighted_grid(worlds::side(8), 8, 3), |step| step * step * 3);
    assert!(unknown > 0 && feasible > 0, "{unknown} unknown and {feasible} feasible");
}

/// The smaller part is searched first, and may have a plan when the search ends.
#[test]
fn a_stopped_search_over_several_parts_brackets_the_optimum() {
    let mut world = worlds::weighted_grid(worlds::side(8), 8, 3);
    let first = 3 * worlds::side(8);
    let is_inside = |a: UnitId, b: UnitId| (a.index() < first) == (b.index() < first);
    let borders: Vec<_> = world.graph.borders().filter(|&(a, b, _)| is_inside(a, b)).collect();
    let outer = world.graph.units().map(|unit| world.graph.outer_m(unit)).collect();
    world.graph = Graph::new(outer, borders);
    world.problem = Problem::within(PopulationBounds::new(15, Some(35)).unwrap());
    let (unknown, _) = brackets_the_optimum(&world, |step| step);
    assert!(unknown > 0);
}

/// Stops at the questions of these steps, until it comes to the end: how often nothing was found, and
/// how often a plan.
fn brackets_the_optimum(world: &World, question: impl Fn(usize) -> usize) -> (usize, usize) {
    let optimum = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    let optimum = optimum.outcome.objective().expect("the grid has a plan");
    let (mut unknown, mut feasible) = (0, 0);
    for last in (0..).map(question) {
        let watch = StopsAt::question(last);
        let solved = solve(
            &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
            &Options::default(),
            &watch,
        );
        match solved.outcome {
            Outcome::Optimal { objective, .. } => {
                assert_eq!(objective, optimum);
                break;
            }
            Outcome::Feasible { plan, objective, bound, stopped } => {
                assert!(bound <= optimum && optimum <= objective, "{bound} <= {optimum} <= {objective}");
                assert_eq!(stopped, Stopped::Interrupted);
                assert!(
                    audit(
                        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
                        &plan
                    )
                    .is_compliant()
                );
                feasible += 1;
            }
            Outcome::Unknown { bound, .. } => {
                assert!(bound.is_none_or(|bound| bound <= optimum));
                unknown += 1;
            }
            Outcome::Infeasible { why } => panic!("stopping proves nothing, yet: {why:?}"),
        }
    }
    (unknown, feasible)
}

#[test]
fn more_zones_than_the_limit_are_refused_and_not_called_impossible() {
    let world = worlds::weighted_grid(8, 8, 3);
    let limits = EnumerationLimits { zones: 1_000, ..EnumerationLimits::default() };
    let options = Options { limits, engine: Some(Engine::Cover), ..Options::default() };
    let solved = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &options,
        &Unwatched,
    );
    let stopped = Stopped::TooManyZones { limit: 1_000 };
    assert_eq!(solved.outcome, Outcome::Unknown { bound: None, stopped });
}

#[test]
fn a_chain_of_thirty_thousand_units_is_not_listed_and_does_not_exhaust_the_stack() {
    let unit =
        |index| Unit { code: UnitCode::new(format!("{index:05}")), name: String::new(), population: 1 };
    let territory = Territory::new((0..30_000).map(unit).collect()).unwrap();
    let graph = Graph::grid(30_000, 1);
    let problem = Problem::within(PopulationBounds::new(10, None).unwrap());
    let limits =
        EnumerationLimits { visits: worlds::scaled(200_000) as usize, ..EnumerationLimits::default() };
    let by = |engine| {
        let options = Options { limits, engine, ..Options::default() };
        solve(&Instance::new(&territory, &graph, &problem).expect("an instance"), &options, &Unwatched)
    };
    let stopped = Stopped::TooManyZones { limit: limits.zones };
    assert_eq!(by(Some(Engine::Cover)).outcome, Outcome::Unknown { bound: None, stopped });
    let chosen = by(None);
    assert_eq!((chosen.engine, chosen.chosen), (Engine::Search, Chosen::TooManyZones(limits.zones)));
    // One zone has no border with another, and there is no maximum.
    assert_eq!((chosen.outcome.status(), chosen.outcome.objective()), ("optimal", Some(60_002_000)));
    let Outcome::Unknown { stopped: Stopped::NotInThisEngine { what }, .. } =
        by(Some(Engine::Compact)).outcome
    else {
        panic!("a territory of more than 128 units");
    };
    assert_eq!(what, NotTaken::MoreUnits { most: 128 });
}
