//! Every plan, against an oracle that shares no code with the solver, and against known counts.
//! `ZONEWERK_WORLDS=20000` tries so many worlds.

use std::collections::BTreeSet;
use std::ops::{ControlFlow, Range};

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;
use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    CountBounds, Goal, Instance, Objective, PopulationBounds, Problem, Regions, Tolerance,
};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode};
use zonewerk_solve::{
    Beyond, ListingEnd, NotListed, Options, PlanListing, Stopped, Unwatched, Watch, every_plan,
};

use crate::alternatives::draw::{world, world_apart};
use crate::early_stop::StopsAt;
use crate::naive::goals::step_value;
use crate::naive::lists::{Lists, members};
use crate::naive::plans::all_plans;
use crate::worlds::{self, World};

/// A plan: what it comes to, and its zones.
type Plan = (u64, Vec<Vec<usize>>);

/// Plans in the order in which they are handed out, each judged by the audit.
fn listed(
    (territory, graph, problem): (&Territory, &Graph, &Problem),
    within: Option<Tolerance>,
    watch: &dyn Watch,
) -> (Result<PlanListing, NotListed>, Vec<Plan>) {
    let instance = Instance::new(territory, graph, problem).expect("an instance");
    let mut plans = Vec::new();
    let listing = every_plan(&instance, &Options::default(), within, watch, &mut |plan| {
        // An audit takes a hundred times as long as finding a plan of a grid.
        if plans.len() < 500 || plans.len() % 1_000 == 0 {
            let findings = audit(&instance, &plan.named());
            assert!(findings.is_compliant(), "{findings:?}");
        }
        let zones = plan.zones.iter().map(|units| units.iter().map(|unit| unit.index()).collect());
        plans.push((plan.value, zones.collect()));
        ControlFlow::Continue(())
    });
    (listing, plans)
}

/// Squares of one inhabitant each, in so many zones of so many of them.
fn squares(columns: usize, rows: usize, zones: u64, size: [u64; 2]) -> (Territory, Graph, Problem) {
    let unit =
        |index| Unit { code: UnitCode::new(format!("{index:02}")), name: String::new(), population: 1 };
    let territory = Territory::new((0..columns * rows).map(unit).collect()).unwrap();
    let bounds = PopulationBounds::new(size[0], Some(size[1])).unwrap();
    let mut problem =
        Problem::within(bounds).with_zone_count(CountBounds::new(Some(zones), Some(zones)).unwrap());
    problem.objective = Objective::in_order([Goal::CutEdges]);
    (territory, Graph::grid(columns, rows), problem)
}

fn number_of(columns: usize, rows: usize, zones: u64, size: [u64; 2]) -> usize {
    let (territory, graph, problem) = squares(columns, rows, zones, size);
    let (listing, plans) = listed((&territory, &graph, &problem), None, &Unwatched);
    let listing = listing.unwrap();
    assert_eq!((listing.plans, listing.ended), (plans.len() as u64, ListingEnd::All));
    assert_eq!(plans.iter().collect::<BTreeSet<_>>().len(), plans.len(), "a plan stands twice");
    plans.len()
}

#[test]
fn plans_of_square_grids_are_as_many_as_is_known() {
    for (side, expected) in [(1, 1), (2, 2), (3, 10), (4, 117), (5, 4_006), (6, 451_206)] {
        let size = side as u64;
        assert_eq!(number_of(side, side, size, [size, size]), expected, "grid of side {side}");
    }
}

/// 25 squares in 3 zones of about the same size: counted by growing each zone square by square.
#[test]
fn plans_of_few_large_zones_are_as_many_as_are_grown() {
    let expected = grown(4, 4, 3, [5, 6]);
    assert_eq!(number_of(4, 4, 3, [5, 6]), expected);
    assert_eq!(number_of(5, 5, 3, [8, 9]), 10_272);
    let expected = grown(5, 5, 3, [6, 12]);
    assert!(expected > 100_000, "{expected}");
    assert_eq!(number_of(5, 5, 3, [6, 12]), expected);
}

/// The plans of a grid, by every connected set of squares that holds the first free one.
fn grown(columns: usize, rows: usize, zones: usize, size: [u32; 2]) -> usize {
    let square = |row: usize, column: usize| 1_u32 << (row * columns + column);
    let mut near = vec![0; columns * rows];
    for row in 0..rows {
        for column in 0..columns {
            let around = &mut near[row * columns + column];
            *around |= if row > 0 { square(row - 1, column) } else { 0 };
            *around |= if row + 1 < rows { square(row + 1, column) } else { 0 };
            *around |= if column > 0 { square(row, column - 1) } else { 0 };
            *around |= if column + 1 < columns { square(row, column + 1) } else { 0 };
        }
    }
    count(&near, (1 << (columns * rows)) - 1, zones, size)
}

fn count(near: &[u32], free: u32, zones: usize, size: [u32; 2]) -> usize {
    if zones == 0 || free == 0 {
        return usize::from(zones == 0 && free == 0);
    }
    let first = free & free.wrapping_neg();
    if zones == 1 {
        let mut zone = first;
        let around = |zone| members(zone).fold(zone, |around, unit| around | near[unit]) & free;
        while around(zone) != zone {
            zone = around(zone);
        }
        return usize::from(zone == free && (size[0]..=size[1]).contains(&free.count_ones()));
    }
    let mut layer = BTreeSet::from([first]);
    let mut sum = 0;
    for squares in 1..=size[1] {
        if squares >= size[0] {
            sum += layer.iter().map(|&zone| count(near, free & !zone, zones - 1, size)).sum::<usize>();
        }
        layer = layer
            .iter()
            .flat_map(|&zone| {
                let around = members(zone).fold(0, |around, unit| around | near[unit]) & free & !zone;
                members(around).map(move |unit| zone | 1 << unit)
            })
            .collect();
    }
    sum
}

#[test]
fn order_of_plans_does_not_depend_on_threads() {
    let (territory, graph, problem) = squares(5, 5, 5, [4, 6]);
    for within in [None, Some(Tolerance { millionths: 400_000 })] {
        let on_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| listed((&territory, &graph, &problem), within, &Unwatched).1)
        };
        let one = on_threads(1);
        assert!(one.len() > 500, "{}", one.len());
        assert!(one == on_threads(2) && one == on_threads(5));
    }
}

#[test]
fn listing_that_is_stopped_says_so_and_told_true_plans() {
    let (territory, graph, problem) = squares(5, 5, 5, [5, 5]);
    let (_, all) = listed((&territory, &graph, &problem), None, &Unwatched);
    let mut cut_short = 0;
    for last in [1, 2, 3, 5, 9, 17, 33] {
        let (listing, plans) = listed((&territory, &graph, &problem), None, &StopsAt::question(last));
        let listing = listing.unwrap();
        assert_eq!(plans[..], all[..plans.len()], "the first plans are the first of all");
        match listing.ended {
            ListingEnd::Early(_) => cut_short += 1,
            ended => assert_eq!((ended, plans.len()), (ListingEnd::All, all.len())),
        }
    }
    assert!(cut_short > 0);
}

#[test]
fn receiver_that_wants_no_more_gets_no_more() {
    let (territory, graph, problem) = squares(4, 4, 4, [4, 4]);
    let instance = Instance::new(&territory, &graph, &problem).expect("an instance");
    let mut plans = 0;
    let listing = every_plan(&instance, &Options::default(), None, &Unwatched, &mut |_| {
        plans += 1;
        if plans == 7 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let listing = listing.unwrap();
    assert_eq!((plans, listing.plans, listing.ended), (7, 7, ListingEnd::Early(Stopped::Interrupted)));
}

#[test]
fn what_cannot_be_listed_is_refused() {
    let (territory, graph, mut problem) = squares(3, 3, 3, [3, 3]);
    problem.objective = Objective::in_order([Goal::LargestDeviation]);
    let margin = Some(Tolerance { millionths: 10_000 });
    let of = |problem: &Problem, within| listed((&territory, &graph, problem), within, &Unwatched);
    let refused = of(&problem, margin).0.err();
    assert_eq!(refused, Some(NotListed::LargestOverZones(Goal::LargestDeviation)));
    assert_eq!(of(&problem, None).1.len(), 10);
    problem.regions = Regions::Drawn;
    problem.objective = Objective::in_order([Goal::CutEdges]);
    assert_eq!(of(&problem, None).0.err(), Some(NotListed::RegionsDrawn));
}

#[test]
fn every_plan_of_small_worlds_is_there_once() {
    agree(worlds::seeds(0, 600), world);
}

#[test]
fn every_plan_of_zones_that_may_lie_apart_is_there_once() {
    agree(worlds::seeds(0, 300), world_apart);
}

fn agree(seeds: Range<u64>, world: impl Fn(u64) -> (World, ChaCha8Rng) + Sync) {
    let said: Vec<Result<usize, String>> = seeds
        .into_par_iter()
        .map(|seed| {
            let (world, random) = &mut world(seed);
            let millionths = [0, 10_000, 200_000, 1_000_000][random.random_range(0..4)];
            let within = random.random_bool(0.5).then_some(Tolerance { millionths });
            compare(world, within).map_err(|said| format!("seed {seed}, {within:?}: {said}"))
        })
        .collect();
    let worlds = said.len();
    let disagree: Vec<&String> = said.iter().filter_map(|one| one.as_ref().err()).collect();
    assert!(disagree.is_empty(), "{} disagree, among them {:#?}", disagree.len(), disagree[0]);
    let several = said.iter().flatten().filter(|&&plans| plans > 1).count();
    let none = said.iter().flatten().filter(|&&plans| plans == 0).count();
    assert!(several > worlds / 4 && none > worlds / 20, "{several} with several, {none} with none");
}

/// How many plans there are, where they are those that the oracle finds.
fn compare(world: &World, within: Option<Tolerance>) -> Result<usize, String> {
    let World { territory, graph, problem, .. } = world;
    let lists = Lists::of(world);
    let step = &problem.objective.steps()[0];
    let zones = |plan: &[u32]| {
        let mut zones: Vec<Vec<usize>> = plan.iter().map(|&zone| members(zone).collect()).collect();
        zones.sort();
        zones
    };
    let mut expected: Vec<Plan> =
        all_plans(&lists).iter().map(|plan| (step_value(&lists, step, plan), zones(plan))).collect();
    expected.sort();
    if let (Some(within), Some(&(best, _))) = (within, expected.first()) {
        let most = best + (u128::from(best) * u128::from(within.millionths) / 1_000_000) as u64;
        expected.retain(|&(value, _)| value <= most);
    }
    let (listing, mut found) = listed((territory, graph, problem), within, &Unwatched);
    let listing = listing.map_err(|refused| refused.to_string())?;
    found.sort();
    let is_right = match &listing.ended {
        ListingEnd::All => !expected.is_empty(),
        ListingEnd::Impossible(_) => expected.is_empty(),
        // The oracle asks for a zone in each region too, as what is drawn has.
        ListingEnd::Early(Stopped::NoneContiguous { beyond, .. }) => {
            expected.is_empty() && *beyond == [Beyond::RegionWithoutZone]
        }
        ListingEnd::Early(_) => false,
    };
    if !is_right || found != expected || listing.plans != found.len() as u64 {
        return Err(format!("{found:?} are not {expected:?}: {listing:?}"));
    }
    Ok(found.len())
}
