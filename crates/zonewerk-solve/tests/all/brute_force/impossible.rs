//! Questions without a plan: each is proved, none is left open.

use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    CountBounds, Exception, FixedZone, Goal, Instance, Objective, Pin, PinKind, PopulationBounds, Problem,
};
use zonewerk_core::territory::{Id, MergerStatus, PlannedMerger, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::{Options, Unwatched, solve};

const COLUMNS: usize = 3;

/// A change that takes all plans away.
type Change = fn(&mut Territory, &mut Problem);

const CHANGES: [(&str, Change); 14] = [
    ("together and apart", |_, problem| {
        pin(problem, PinKind::Together(units(&[0, 1])));
        pin(problem, PinKind::Apart(units(&[0, 1])));
    }),
    ("together in a chain, apart at its ends", |_, problem| {
        pin(problem, PinKind::Together(units(&[0, 1])));
        pin(problem, PinKind::Together(units(&[1, 2])));
        pin(problem, PinKind::Apart(units(&[0, 2])));
    }),
    ("more apart than zones", |_, problem| pin(problem, PinKind::Apart(units(&[0, 2, 6, 8])))),
    ("one zone with and without a unit", |_, problem| pin(problem, zone("A", &[0, 1], &[1]))),
    ("two zones with one unit", |_, problem| {
        pin(problem, zone("A", &[0, 1], &[]));
        pin(problem, zone("B", &[1, 2], &[]));
    }),
    ("a zone without a way between its units", |_, problem| {
        pin(problem, zone("A", &[0, 2], &[1, 4]));
    }),
    ("a zone that cannot close around its corner", |_, problem| {
        pin(problem, zone("A", &[0], &[1, 3]));
    }),
    ("a decided merger of opposite corners", |territory, _| merge(territory, &[0, 8])),
    ("a decided merger of units apart", |territory, problem| {
        merge(territory, &[0, 1]);
        pin(problem, PinKind::Apart(units(&[0, 1])));
    }),
    ("too few zones", |_, problem| problem.zone_count = CountBounds::new(None, Some(2)).unwrap()),
    ("too many zones", |_, problem| problem.zone_count = CountBounds::new(Some(4), None).unwrap()),
    ("no zone", |_, problem| problem.zone_count = CountBounds::new(Some(0), Some(0)).unwrap()),
    ("people that no number of zones divides", |_, problem| {
        problem.profile.zone.population = PopulationBounds::new(50, Some(80)).unwrap();
    }),
    ("a fixed zone that cuts a corner off", |_, problem| {
        let units = units(&[1, 3, 4]);
        problem.exceptions.push(Exception::bounds_for(units.clone(), PopulationBounds::any(), "trial"));
        problem.fixed_zones.push(FixedZone { name: "fixed".into(), units, reason: "trial".into() });
    }),
];

#[test]
fn a_question_without_a_plan_is_proved_to_have_none() {
    let goals = [Goal::BorderLength, Goal::LargestDeviation, Goal::PeopleMoved, Goal::CutEdges];
    for goal in goals {
        let (mut territory, graph, mut problem) = world();
        problem.base = Some(
            zonewerk_core::plan::Plan::from_zones(9, [("all".to_owned(), units(&[0, 4, 8]))])
                .expect("each unit once"),
        );
        problem.objective = Objective::in_order([goal.clone(), Goal::Zones]);
        let status = |territory: &Territory, problem: &Problem| {
            solve(
                &Instance::new(territory, &graph, problem).expect("an instance"),
                &Options::default(),
                &Unwatched,
            )
            .outcome
            .status()
        };
        assert_eq!(status(&territory, &problem), "optimal", "{goal} without a change");
        for (name, change) in CHANGES {
            let (before, asked) = (territory.clone(), problem.clone());
            change(&mut territory, &mut problem);
            assert_eq!(status(&territory, &problem), "infeasible", "{goal}, {name}");
            (territory, problem) = (before, asked);
        }
    }
}

/// Nine squares of ten people, to be cut into zones of thirty.
fn world() -> (Territory, Graph, Problem) {
    let unit = |index| Unit { code: UnitCode::new(format!("{index}")), name: String::new(), population: 10 };
    let territory = Territory::new((0..COLUMNS * COLUMNS).map(unit).collect()).unwrap();
    let problem = Problem::within(PopulationBounds::new(30, Some(30)).unwrap());
    (territory, Graph::grid(COLUMNS, COLUMNS), problem)
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| UnitId::new(number)).collect()
}

fn zone(name: &str, holds: &[usize], without: &[usize]) -> PinKind {
    PinKind::Zone { name: name.into(), holds: units(holds), without: units(without) }
}

fn pin(problem: &mut Problem, asks: PinKind) {
    problem.pins.push(Pin { asks, reason: "trial".into() });
}

fn merge(territory: &mut Territory, numbers: &[usize]) {
    let (name, status) = ("decided".into(), MergerStatus::Decided);
    territory.planned_mergers.push(PlannedMerger { name, units: units(numbers), status, date: None });
}
