//! Zones that may lie apart: any set of units within the bounds.

use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{
    CountBounds, Goal, Instance, Objective, PopulationBounds, Problem, Regions, RuleId, RuleWeight, Severity,
};
use zonewerk_core::territory::{Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::{
    Beyond, Engine, Feasibility, Infeasibility, NotTaken, Options, Outcome, Solved, Stopped, Unwatched,
    beyond, feasibility, solve,
};

use super::combined::combined;
use super::verdict::Tally;
use crate::alternatives::draw::world_apart;
use crate::worlds::goals::{alone, every_goal};
use crate::worlds::pieces::ask_one_piece;
use crate::worlds::{World, seeds};

#[test]
fn zones_that_may_lie_apart_agree() {
    let goals = every_goal();
    let tally = agree("goals apart", seeds(30_000_000, 2_000), |seed| {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        world.problem.objective = alone(random, goals[seed as usize % goals.len()].clone());
        world.with_zones_apart()
    });
    assert!(tally.optimal > tally.infeasible, "{tally:?}");
    let tally = agree("combined apart", seeds(31_000_000, 2_000), |seed| {
        combined(&mut ChaCha8Rng::seed_from_u64(seed)).with_zones_apart()
    });
    assert!(tally.optimal > tally.infeasible && tally.infeasible > 0, "{tally:?}");
}

/// With families, given regions and limits.
#[test]
fn zones_that_may_lie_apart_agree_with_all_that_may_be_asked() {
    agree("everything apart", seeds(32_000_000, 2_000), |seed| world_apart(seed).0);
}

#[test]
fn zones_that_may_lie_apart_agree_in_pieces() {
    agree("pieces apart", seeds(33_000_000, 1_000), |seed| {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        let goals = every_goal();
        let goal = goals[random.random_range(0..goals.len())].clone();
        world.problem.objective = alone(random, goal);
        ask_one_piece(&mut world, random);
        world.with_zones_apart()
    });
}

fn agree(what: &str, seeds: Range<u64>, world: impl Fn(u64) -> World + Sync) -> Tally {
    let looked = seeds.into_par_iter().map(|seed| {
        let mut tally = Tally::default();
        tally.look_at(&world(seed), &format!("{what} seed {seed}"));
        tally
    });
    let tally = Tally::of_all(looked.collect());
    tally.must_agree(what);
    tally
}

/// A row of units of so many people, in zones of 10 or 11.
fn row(people: &[u64]) -> (Territory, Graph, Problem) {
    let unit = |(place, &population): (usize, &u64)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: format!("unit {place}"),
        population,
    };
    let units = people.iter().enumerate().map(unit).collect();
    let mut problem = Problem::within(PopulationBounds::new(10, Some(11)).unwrap());
    problem.objective = Objective::in_order([Goal::CutEdges]);
    (Territory::new(units).unwrap(), Graph::grid(people.len(), 1), problem)
}

fn weigh(problem: &mut Problem, weight: Option<RuleWeight>) {
    problem.profile.rules.entry(RuleId::ZoneNotContiguous).or_default().weight = weight;
}

fn solved((territory, graph, problem): &(Territory, Graph, Problem), engine: Option<Engine>) -> Solved {
    let instance = Instance::new(territory, graph, problem).expect("an instance");
    solve(&instance, &Options { engine, ..Options::default() }, &Unwatched)
}

/// 9, 5, 1 and 5 people: only the ends of a row of three make a zone of 10.
#[test]
fn only_a_rule_that_is_off_lets_zones_lie_apart() {
    let mut asked = row(&[9, 5, 1, 5]);
    let outcome = |asked: &_, engine| solved(asked, engine).outcome;
    let contiguous = outcome(&asked, None);
    assert!(matches!(contiguous, Outcome::Infeasible { .. }), "{contiguous:?}");
    for weight in [Some(RuleWeight::Finding(Severity::Warning)), Some(RuleWeight::Finding(Severity::Info))] {
        weigh(&mut asked.2, weight);
        let outcome = outcome(&asked, None);
        let Outcome::Unknown { stopped: Stopped::NoneContiguous { beyond, contiguous, .. }, .. } = outcome
        else {
            panic!("{outcome:?}")
        };
        assert_eq!((beyond, contiguous), (vec![Beyond::Apart], true));
    }
    weigh(&mut asked.2, Some(RuleWeight::Off));
    let (territory, graph, problem) = &asked;
    assert_eq!(beyond(&Instance::new(territory, graph, problem).unwrap()), []);
    for engine in [None, Some(Engine::Cover), Some(Engine::Compact)] {
        let outcome = outcome(&asked, engine);
        let Outcome::Optimal { plan, objective } = outcome else { panic!("{outcome:?}") };
        let zones: Vec<Vec<UnitId>> = plan.members().values().cloned().collect();
        assert!(zones.iter().all(|zone| components(graph, zone).len() == 2), "{zones:?}");
        assert_eq!(objective, 3);
    }
}

/// 12 people are too many for a zone, wherever the others lie: proved without a condition.
#[test]
fn what_is_impossible_though_zones_may_lie_apart_is_proved() {
    for people in [&[12, 5, 5][..], &[9, 9, 4], &[4, 4, 4, 4, 5]] {
        let mut asked = row(people);
        weigh(&mut asked.2, Some(RuleWeight::Off));
        let (territory, graph, problem) = &asked;
        let whole = zonewerk_solve::FeasibilityQuery::whole(territory, graph, problem);
        let answer = feasibility(&whole, &Options::default(), &Unwatched);
        assert!(matches!(answer, Feasibility::Infeasible { .. }), "{people:?}: {answer:?}");
        for engine in [None, Some(Engine::Compact)] {
            let outcome = solved(&asked, engine).outcome;
            assert!(matches!(outcome, Outcome::Infeasible { .. }), "{people:?}: {outcome:?}");
        }
    }
}

/// 1 and 10 people fit in one zone, though they lie at both ends; 2 and 9 do, and 3 with nobody.
#[test]
fn sums_look_beyond_neighbours() {
    let mut asked = row(&[1, 9, 2, 10]);
    weigh(&mut asked.2, Some(RuleWeight::Off));
    let outcome = solved(&asked, None).outcome;
    assert!(matches!(outcome, Outcome::Optimal { .. }), "{outcome:?}");
    let mut asked = row(&[3, 9, 10]);
    weigh(&mut asked.2, Some(RuleWeight::Off));
    let outcome = solved(&asked, None).outcome;
    let Outcome::Infeasible { why: Infeasibility::BelowMinimum { with_neighbour, .. } } = outcome else {
        panic!("{outcome:?}")
    };
    assert_eq!(with_neighbour, Some(12));
}

#[test]
fn what_does_not_draw_zones_apart_says_so() {
    let mut asked = row(&[9, 5, 1, 5]);
    weigh(&mut asked.2, Some(RuleWeight::Off));
    let refused = |asked: &_, engine| match solved(asked, engine).outcome {
        Outcome::Unknown { stopped: Stopped::NotInThisEngine { what }, .. } => what,
        outcome => panic!("{outcome:?}"),
    };
    assert_eq!(refused(&asked, Some(Engine::Search)), NotTaken::ZonesApart);
    asked.2.regions = Regions::Drawn;
    asked.2.profile.region.count = CountBounds::new(Some(1), None).unwrap();
    assert_eq!(refused(&asked, None), NotTaken::DrawnRegionsOfZonesApart);
}
