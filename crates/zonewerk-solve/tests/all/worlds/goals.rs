//! What goals ask about: centres, groups, a plan to move from; and random objectives.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::problem::{Counted, Goal, GroupReading, Objective, Step, Term, Tolerance};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, MergerStatus, PlannedMerger, Territory, UnitId, ZoneId,
};

/// The families that [`add_groups`] makes.
pub const FAMILIES: [&str; 2] = ["kring", "zone"];

/// Every goal, each way of counting and each family among them.
pub fn every_goal() -> Vec<Goal> {
    let mut goals = vec![
        Goal::BorderLength,
        Goal::CutEdges,
        Goal::Inertia,
        Goal::DistanceToCentre,
        Goal::SquaredDistanceToCentre,
        Goal::SquaredDeviation,
        Goal::AbsoluteDeviation,
        Goal::LargestDeviation,
        Goal::PeopleMoved,
        Goal::MergersCut,
        Goal::Zones,
        Goal::Exceptions,
    ];
    for (family, by) in FAMILIES.into_iter().zip([Counted::Cuts, Counted::People]) {
        goals.push(Goal::Crossings { family: family.into(), by });
        let family = || family.to_owned();
        goals.push(Goal::ZonesCrossing { family: family(), by });
        goals.push(Goal::Straddles { family: family(), by, reading: GroupReading::Strict });
    }
    let (family, by) = (FAMILIES[0].to_owned(), Counted::Cuts);
    goals.push(Goal::Straddles { family, by, reading: GroupReading::Weak });
    goals
}

/// Places within 40 km, now and then two at the same.
pub fn centres(random: &mut ChaCha8Rng, units: usize) -> Vec<[i64; 3]> {
    let span = [2_000, 20_000][random.random_range(0..2)];
    let mut centres: Vec<[i64; 3]> =
        (0..units).map(|_| std::array::from_fn(|_| random.random_range(-span..=span))).collect();
    if random.random_bool(0.1) {
        centres[0] = centres[units - 1];
    }
    centres
}

/// Two families of groups that overlap and need not cover, and mergers that are expected.
pub fn add_groups(random: &mut ChaCha8Rng, territory: &mut Territory) {
    let units = territory.units().len();
    for family in FAMILIES {
        let group = |number| Group {
            name: format!("group {number}"),
            units: several(random, units, 0..=5),
            parts: several(random, units, 0..=1).into_iter().map(|unit| (unit, "half".into())).collect(),
        };
        let groups = (0..4).map(group).collect();
        territory.families.push(GroupFamily { name: family.into(), role: GroupRole::Unsaid, groups });
    }
    for number in 0..random.random_range(1..=3) {
        territory.planned_mergers.push(PlannedMerger {
            name: format!("expected {number}"),
            units: several(random, units, 2..=3),
            status: MergerStatus::Expected,
            date: None,
        });
    }
}

/// A plan that need not be in order: units that lie nowhere, in several zones, in parts.
pub fn base_plan(random: &mut ChaCha8Rng, territory: &Territory) -> Plan {
    let zones = random.random_range(1..=5);
    let names = (0..zones).map(|zone| (format!("base {zone}"), Vec::new()));
    let mut plan = Plan::from_zones(territory.units().len(), names).expect("each unit once");
    for (unit, facts) in territory.units().iter() {
        let mut zone = || ZoneId::new(random.random_range(0..zones));
        let (first, second) = (zone(), zone());
        plan.holdings[unit] = match random.random_range(0..20) {
            0 => Holding::Unassigned,
            1 => Holding::Shared(vec![first.max(second), first.min(second)]),
            2 | 3 => {
                let some = random.random_range(0..=facts.population);
                let rest = random.random_bool(0.7).then_some(facts.population - some);
                let part = |zone, population| UnitPart { name: "part".into(), population, zone };
                Holding::Parts(vec![part(first, Some(some)), part(second, rest)])
            }
            _ => Holding::Whole(first),
        };
    }
    plan
}

/// One to three steps of one or two goals, some with a tolerance.
pub fn objective(random: &mut ChaCha8Rng) -> Objective {
    let steps = random.random_range(1..=3);
    Objective::new((0..steps).map(|_| step(random)).collect()).unwrap()
}

fn step(random: &mut ChaCha8Rng) -> Step {
    let goals = every_goal();
    let mut step = Step::of(goals[random.random_range(0..goals.len())].clone());
    if !step.is_bottleneck() && random.random_bool(0.4) {
        step.parts = random.random_range(1..=10);
        let sums: Vec<&Goal> = goals.iter().filter(|goal| !goal.is_bottleneck()).collect();
        let other = sums[random.random_range(0..sums.len())].clone();
        step.terms.push(Term { goal: other, weight: 0 });
        step.terms.iter_mut().for_each(|term| term.weight = random.random_range(1..=30));
    }
    if random.random_bool(0.4) {
        step.tolerance.millionths = [1, 10_000, 123_456, 500_000, 1_000_000][random.random_range(0..5)];
    }
    step
}

/// One goal with any tolerance: without a next step it must make no difference.
pub fn alone(random: &mut ChaCha8Rng, goal: Goal) -> Objective {
    let millionths = if random.random_bool(0.2) { 200_000 } else { 0 };
    Objective::new(vec![Step { tolerance: Tolerance { millionths }, ..Step::of(goal) }]).unwrap()
}

/// Different units, ascending, as many as `size` allows.
pub fn several(random: &mut ChaCha8Rng, units: usize, size: std::ops::RangeInclusive<usize>) -> Vec<UnitId> {
    let size = random.random_range(size).min(units);
    let mut chosen: Vec<usize> = Vec::new();
    while chosen.len() < size {
        let unit = random.random_range(0..units);
        if !chosen.contains(&unit) {
            chosen.push(unit);
        }
    }
    chosen.sort_unstable();
    chosen.into_iter().map(UnitId::new).collect()
}
