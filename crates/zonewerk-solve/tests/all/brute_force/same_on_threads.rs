//! The same answer on any number of threads, on worlds beyond brute force.

use zonewerk_audit::audit;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Instance, Objective};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, MergerStatus, PlannedMerger, Territory, UnitId,
};
use zonewerk_solve::{Options, Unwatched, solve};

use crate::worlds::{World, goals, weighted_grid};

#[test]
fn plans_of_a_larger_world_are_proved_with_any_number_of_threads() {
    let side = if cfg!(debug_assertions) { 5 } else { 8 };
    let World { mut territory, graph, mut problem, .. } = weighted_grid(side, side, 7);
    let blocks = |width, height| move |unit: usize| unit / side / height * side + unit % side / width;
    for (name, width, height) in [(goals::FAMILIES[0], 3, 2), (goals::FAMILIES[1], 2, 3)] {
        let groups = blocks_of(&territory, blocks(width, height));
        let groups = groups.into_iter().map(|(name, units)| Group { name, units, parts: Vec::new() });
        let family = GroupFamily { name: name.into(), role: GroupRole::Unsaid, groups: groups.collect() };
        territory.families.push(family);
    }
    for (name, units) in blocks_of(&territory, blocks(1, 3)) {
        let status = MergerStatus::Expected;
        territory.planned_mergers.push(PlannedMerger { name, units, status, date: None });
    }
    problem.base =
        Some(Plan::from_zones(side * side, blocks_of(&territory, blocks(4, 2))).expect("each unit once"));
    for goal in goals::every_goal() {
        problem.objective = Objective::in_order([Goal::BorderLength, goal.clone()]);
        let on_threads = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| {
                solve(
                    &Instance::new(&territory, &graph, &problem).expect("an instance"),
                    &Options::default(),
                    &Unwatched,
                )
            })
        };
        let one = on_threads(1);
        assert_eq!(one.outcome.status(), "optimal", "{goal}");
        let plan = one.outcome.plan().unwrap();
        assert!(
            audit(&Instance::new(&territory, &graph, &problem).expect("an instance"), plan).is_compliant(),
            "{goal}"
        );
        for threads in [2, 5] {
            assert_eq!(one, on_threads(threads), "{goal} on {threads} threads");
        }
    }
}

/// The units by block, each block of two or more with a name.
fn blocks_of(territory: &Territory, block: impl Fn(usize) -> usize) -> Vec<(String, Vec<UnitId>)> {
    let mut blocks = std::collections::BTreeMap::<usize, Vec<UnitId>>::new();
    for unit in territory.units().ids() {
        blocks.entry(block(unit.index())).or_default().push(unit);
    }
    let named = blocks.into_iter().map(|(number, units)| (format!("block {number:02}"), units));
    named.filter(|(_, units)| units.len() > 1).collect()
}
