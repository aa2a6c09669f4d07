//! The search against the exact engine on worlds of every kind, and on worlds that are too large for it.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    CountBounds, Counted, FixedZone, Goal, GroupReading, Instance, Objective, PopulationBounds, Problem,
    Regions, RuleId, RuleSetting, RuleWeight, Severity,
};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Id, Territory, Unit, UnitCode, UnitId};
use zonewerk_solve::zones::EnumerationLimits;
use zonewerk_solve::{
    Chosen, Engine, NotTaken, Options, Outcome, Solved, Stopped, UntilFound, Unwatched, Watch, solve,
};

use crate::brute_force::combined::combined;
use crate::brute_force::families;
use crate::worlds::goals::FAMILIES;
use crate::worlds::{World, seeds, weighted_grid};

fn by(world: &World, options: &Options, watch: &dyn Watch) -> Solved {
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let solved = solve(&instance, options, watch);
    if let Some(plan) = solved.outcome.plan() {
        let findings = audit(&instance, plan);
        assert!(findings.is_compliant(), "{findings:?}");
    }
    solved
}

fn search(seed: u64) -> Options {
    Options { engine: Some(Engine::Search), seed, ..Options::default() }
}

fn cover() -> Options {
    Options { engine: Some(Engine::Cover), ..Options::default() }
}

/// What came of a search beside the exact engine.
#[derive(Default, Debug)]
struct Met {
    possible: u64,
    found: u64,
    best: u64,
    proved: u64,
}

impl Met {
    /// Looks at what a search says of a world: never against what is proved of it.
    fn look_at(&mut self, world: &World, seed: u64) {
        let exact = by(world, &cover(), &Unwatched);
        if let Outcome::Unknown { .. } | Outcome::Feasible { .. } = exact.outcome {
            return;
        }
        let searched = by(world, &search(seed), &Unwatched);
        let optimum = exact.steps.first().and_then(|step| step.objective);
        self.possible += u64::from(exact.outcome.plan().is_some());
        match &searched.outcome {
            Outcome::Infeasible { .. } => assert_eq!(exact.outcome.status(), "infeasible", "seed {seed}"),
            Outcome::Unknown { stopped, .. } => assert!(
                matches!(stopped, Stopped::SearchEnded | Stopped::NotInThisEngine { .. }),
                "seed {seed}: {stopped:?}"
            ),
            Outcome::Optimal { objective, .. } => {
                assert_eq!(Some(*objective), exact.outcome.objective(), "seed {seed}");
                self.proved += 1;
            }
            Outcome::Feasible { .. } => {}
        }
        let first = searched.steps.first().and_then(|step| Some((step.objective?, step.bound?)));
        if let (Some(_), Some((objective, bound))) = (searched.outcome.plan(), first) {
            let optimum = optimum.expect("a plan that the audit passes is one");
            assert!(bound <= optimum && optimum <= objective, "seed {seed}: {bound} {optimum} {objective}");
            let most = world.problem.objective.steps()[0].tolerance.above(optimum);
            self.found += 1;
            self.best += u64::from(objective <= most);
        }
    }

    /// So many of a hundred plans that there are were found, and so many of those are best.
    fn must_have(&self, found: u64, best: u64) {
        println!("{self:?}");
        assert!(
            self.found * 100 >= self.possible * found
                && self.best * 100 >= self.found * best
                && self.proved > 0,
            "{self:?}"
        );
    }
}

#[test]
fn no_plan_of_a_search_is_below_the_optimum_and_nearly_all_are_found() {
    let mut met = Met::default();
    for seed in seeds(0, 2_000) {
        met.look_at(&combined(&mut ChaCha8Rng::seed_from_u64(seed)), seed);
    }
    met.must_have(95, 80);
}

#[test]
fn rules_on_groups_and_regions_and_limits_are_kept() {
    let mut met = Met::default();
    for seed in seeds(0, 2_000) {
        met.look_at(&families::world(&mut ChaCha8Rng::seed_from_u64(seed)), seed);
    }
    met.must_have(85, 75);
}

#[test]
fn a_search_gives_the_same_plan_on_any_number_of_threads_and_one_for_each_seed() {
    for goals in [vec![Goal::BorderLength], vec![Goal::CutEdges, Goal::SquaredDeviation]] {
        let mut world = weighted_grid(6, 7, 11);
        world.problem.objective = Objective::in_order(goals);
        let on_threads = |threads: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| by(&world, &search(seed), &Unwatched))
        };
        let one = on_threads(1, 1);
        assert!(one.outcome.plan().is_some());
        for threads in [2, 5] {
            assert_eq!(one, on_threads(threads, 1), "on {threads} threads");
        }
        assert!(on_threads(2, 2).outcome.plan().is_some());
    }
}

/// Units of so many inhabitants, those beside each other that are named, with weak groups that no zone
/// may straddle but one each.
fn with_weak_groups(people: &[u64], pairs: &[(usize, usize)], groups: &[&[usize]]) -> World {
    let mut world = weighted_grid(2, 2, 0);
    let unit = |(place, &population): (usize, &u64)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: String::new(),
        population,
    };
    world.territory = Territory::new(people.iter().enumerate().map(unit).collect()).unwrap();
    let borders = pairs.iter().map(|&(a, b)| (UnitId::new(a), UnitId::new(b), 1));
    world.graph = Graph::new(vec![0; people.len()], borders);
    let group = |(place, units): (usize, &&[usize])| Group {
        name: format!("group {place}"),
        units: units.iter().map(|&unit| UnitId::new(unit)).collect(),
        parts: Vec::new(),
    };
    let groups = groups.iter().enumerate().map(group).collect();
    let family = GroupFamily { name: "kring".into(), role: GroupRole::Unsaid, groups };
    world.territory.families = vec![family];
    world.problem = Problem::within(PopulationBounds::any());
    let setting = RuleSetting {
        weight: Some(RuleWeight::Finding(Severity::Error)),
        families: vec!["kring".into()],
        reading: Some(GroupReading::Weak),
        ..RuleSetting::default()
    };
    world.problem.profile.rules.insert(RuleId::GroupStraddlesZones, setting);
    world
}

/// What the search puts together, or parts, that a plan need not is no bound on plans.
#[test]
fn bounds_are_those_of_plans_that_the_search_does_not_draw() {
    let path = [(0, 1), (1, 2), (2, 3)];
    let pairs: [&[usize]; 2] = [&[0, 1], &[2, 3]];
    let mut few = with_weak_groups(&[40, 30, 30, 40], &path, &pairs);
    few.problem.profile.zone.population = PopulationBounds::new(20, Some(60)).unwrap();
    let mut even = with_weak_groups(&[120, 70, 70, 120], &path, &pairs);
    even.problem.profile.zone.population = PopulationBounds::new(100, Some(195)).unwrap();
    even.problem.ideal = Some(127);
    let beside = [(0, 3), (1, 3), (0, 4), (1, 4), (2, 4)];
    let mut together = with_weak_groups(&[10, 10, 10, 40, 10], &beside, &[&[0, 1, 2]]);
    together.problem.profile.zone.population = PopulationBounds::new(0, Some(100)).unwrap();
    together.problem.ideal = Some(40);
    let mut seen = 0;
    for mut world in [few, even, together] {
        for rule in [RuleId::ZoneBelowMinimumPopulation, RuleId::ZoneAboveMaximumPopulation] {
            world.problem.profile.rules.insert(rule, RuleSetting::default());
        }
        for goal in [Goal::Zones, Goal::AbsoluteDeviation, Goal::SquaredDeviation, Goal::LargestDeviation] {
            world.problem.objective = Objective::in_order([goal]);
            let mut met = Met::default();
            (0..3).for_each(|seed| met.look_at(&world, seed));
            seen += met.possible;
        }
    }
    assert_eq!(seen, 36);
}

/// Goals whose sums are not what plans come to, one after the other: what was found stays found.
#[test]
fn a_plan_of_the_first_goal_is_not_lost_by_those_after_it() {
    let mut lost = Vec::new();
    for seed in seeds(70_000, 400) {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        let weak =
            Goal::Straddles { family: FAMILIES[0].into(), by: Counted::Cuts, reading: GroupReading::Weak };
        let first = [weak, Goal::PeopleMoved, Goal::DistanceToCentre][random.random_range(0..3)].clone();
        let second = [Goal::LargestDeviation, Goal::PeopleMoved][random.random_range(0..2)].clone();
        let found = |goals: Vec<Goal>, world: &mut World| {
            world.problem.objective = Objective::in_order(goals);
            by(world, &search(seed), &Unwatched).outcome.plan().is_some()
        };
        if found(vec![first.clone()], &mut world) {
            world.problem.objective = Objective::in_order([first, second, Goal::CutEdges]);
            let all = by(&world, &search(seed), &Unwatched).outcome;
            lost.extend(all.plan().is_none().then(|| format!("{seed}: {all:?}")));
        }
    }
    assert!(lost.is_empty(), "{lost:?}");
}

#[test]
fn nothing_is_left_to_draw_where_all_zones_are_given() {
    let mut world = weighted_grid(2, 2, 0);
    let units = world.graph.units().collect();
    world.problem = Problem::within(PopulationBounds::any());
    world.problem.fixed_zones = vec![FixedZone { name: "all".into(), units, reason: "trial".into() }];
    world.problem.objective = Objective::in_order([Goal::CutEdges, Goal::Inertia]);
    let solved = by(&world, &search(1), &Unwatched);
    assert_eq!(solved.outcome.plan().map(|plan| plan.zones.len()), Some(1));
}

/// Units of 5 to 9 inhabitants, to be cut into so many zones of about the same size.
fn large(columns: usize, rows: usize, zones: u64) -> World {
    let mut random = ChaCha8Rng::seed_from_u64(40);
    let unit = |index: usize, population| Unit {
        code: UnitCode::new(format!("{index:05}")),
        name: String::new(),
        population,
    };
    let units = (0..columns * rows).map(|index| unit(index, random.random_range(5..=9)));
    let mut world = weighted_grid(2, 2, 0);
    world.territory = Territory::new(units.collect()).unwrap();
    world.graph = Graph::grid(columns, rows);
    let ideal = crate::worlds::people(&world.territory) / zones;
    let bounds = PopulationBounds::new(ideal * 97 / 100, Some(ideal * 103 / 100)).unwrap();
    world.problem =
        Problem::within(bounds).with_zone_count(CountBounds::new(Some(zones), Some(zones)).unwrap());
    world
}

#[test]
fn forty_zones_of_sixteen_hundred_units_are_found_and_chosen_by_themselves() {
    let world = large(40, 40, 40);
    let limits = EnumerationLimits { visits: 200_000, ..EnumerationLimits::default() };
    let options = Options { limits, ..Options::default() };
    let solved = by(&world, &options, &UntilFound::new(&Unwatched));
    assert_eq!((solved.engine, solved.chosen), (Engine::Search, Chosen::TooManyZones(limits.zones)));
    assert_eq!(solved.outcome.plan().map(|plan| plan.zones.len()), Some(40));
}

#[test]
fn zones_without_a_maximum_are_as_few_as_the_goal_wants() {
    let mut world = large(12, 12, 8);
    let minimum = world.problem.bounds().minimum();
    world.problem = Problem::within(PopulationBounds::new(minimum, None).unwrap());
    let solved = by(&world, &search(1), &Unwatched);
    let Outcome::Optimal { plan, objective } = solved.outcome else { panic!("{:?}", solved.outcome) };
    assert_eq!((plan.zones.len(), objective), (1, 48_000));
    world.problem = world.problem.with_zone_count(CountBounds::new(Some(4), None).unwrap());
    let solved = by(&world, &search(1), &Unwatched);
    assert_eq!(solved.outcome.plan().map(|plan| plan.zones.len()), Some(4));
    // Four corners, cut off or parted straight: a cross of 12 squares each way is not far off.
    assert!(solved.outcome.objective() <= Some(48_000 + 2 * 24_000), "{:?}", solved.outcome.objective());
}

#[test]
fn what_a_search_does_not_keep_is_refused() {
    let mut world = weighted_grid(4, 4, 1);
    world.problem.regions = Regions::Drawn;
    let solved = by(&world, &search(1), &Unwatched);
    let Outcome::Unknown { stopped: Stopped::NotInThisEngine { what }, .. } = solved.outcome else {
        panic!("{:?}", solved.outcome)
    };
    assert_eq!(what, NotTaken::DrawnRegions);
}
