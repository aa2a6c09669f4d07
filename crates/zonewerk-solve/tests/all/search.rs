//! The search against the exact engine on worlds of every kind, and on worlds that are too large for it.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_audit::audit;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{CountBounds, Goal, Instance, Objective, PopulationBounds, Problem, Step, Term};
use zonewerk_core::territory::{Territory, Unit, UnitCode};
use zonewerk_solve::zones::Limits;
use zonewerk_solve::{
    Chosen, Engine, Options, Outcome, Solved, Stopped, UntilFound, Unwatched, Watch, solve,
};

use crate::worlds::filters::Filter;
use crate::worlds::{World, scaled, weighted_grid};

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

const GOALS: [Goal; 6] = [
    Goal::BorderLength,
    Goal::CutEdges,
    Goal::SquaredDeviation,
    Goal::AbsoluteDeviation,
    Goal::Zones,
    Goal::Exceptions,
];

/// One or two steps of the goals that the search keeps, weighed and with tolerances now and then.
fn objective(random: &mut ChaCha8Rng) -> Objective {
    let any = |random: &mut ChaCha8Rng| GOALS[random.random_range(0..GOALS.len())].clone();
    let mut steps = vec![Step::of(any(random))];
    if random.random_bool(0.5) {
        steps.push(Step::of(any(random)));
    }
    for step in &mut steps {
        if random.random_bool(0.3) {
            step.terms[0].weight = random.random_range(1..=9);
            step.terms.push(Term { goal: Goal::CutEdges, weight: random.random_range(1..=9) });
        }
        step.tolerance.millionths = [0, 0, 100_000][random.random_range(0..3)];
    }
    Objective::new(steps).expect("goals that are sums")
}

#[test]
fn no_plan_of_a_search_is_below_the_optimum_and_nearly_all_are_found() {
    let [mut possible, mut found, mut best, mut proved] = [0_u64; 4];
    for seed in 0..scaled(2_000) {
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut world = World::plain(random);
        for _ in 0..random.random_range(0..=2) {
            Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
        }
        world.problem.objective = objective(random);
        let exact = by(&world, &cover(), &Unwatched);
        let searched = by(&world, &search(seed), &Unwatched);
        let optimum = exact.steps.first().and_then(|step| step.objective);
        possible += u64::from(exact.outcome.plan().is_some());
        match &searched.outcome {
            Outcome::Infeasible { .. } => assert_eq!(exact.outcome.status(), "infeasible", "seed {seed}"),
            Outcome::Unknown { stopped, .. } => assert_eq!(*stopped, Stopped::SearchEnded, "seed {seed}"),
            Outcome::Optimal { objective, .. } => {
                assert_eq!(Some(*objective), exact.outcome.objective(), "seed {seed}");
                proved += 1;
            }
            Outcome::Feasible { .. } => {}
        }
        let first = searched.steps.first().and_then(|step| Some((step.objective?, step.bound?)));
        if let (Some(_), Some((objective, bound))) = (searched.outcome.plan(), first) {
            let optimum = optimum.expect("a plan that the audit passes is one");
            assert!(bound <= optimum && optimum <= objective, "seed {seed}: {bound} {optimum} {objective}");
            let most = world.problem.objective.steps()[0].tolerance.above(optimum);
            found += 1;
            best += u64::from(objective <= most);
        }
    }
    println!("{possible} possible, {found} found, {best} of them best, {proved} proved");
    assert!(
        found * 100 >= possible * 90 && best * 100 >= found * 90 && proved > 0,
        "{possible} {found} {best}"
    );
}

#[test]
fn a_search_gives_the_same_plan_on_any_number_of_threads_and_one_for_each_seed() {
    for goals in [vec![Goal::BorderLength], vec![Goal::CutEdges, Goal::SquaredDeviation]] {
        let mut world = weighted_grid(9, 8, 11);
        world.problem.objective = Objective::in_order(goals);
        let on_threads = |threads: usize, seed: u64| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| by(&world, &search(seed), &Unwatched))
        };
        let one = on_threads(1, 1);
        assert_eq!(one.outcome.status(), "feasible");
        for threads in [2, 5] {
            assert_eq!(one, on_threads(threads, 1), "on {threads} threads");
        }
        assert!(on_threads(2, 2).outcome.plan().is_some());
    }
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
    let limits = Limits { visits: 200_000, ..Limits::default() };
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
    for (goal, what) in
        [(Goal::LargestDeviation, "the goal largest-deviation"), (Goal::Inertia, "the goal inertia")]
    {
        world.problem.objective = Objective::in_order([goal]);
        let solved = by(&world, &search(1), &Unwatched);
        let Outcome::Unknown { stopped: Stopped::NotInThisEngine { what: said }, .. } = solved.outcome else {
            panic!("{:?}", solved.outcome)
        };
        assert_eq!(said, what);
    }
}
