//! The bound by flow against every plan of small worlds, and its certificate against a second
//! addition.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_core::problem::{Goal, Instance, Objective, RuleId, Step, Term, Tolerance};
use zonewerk_solve::flow_bound::{
    EdgeFlow, Flaw, FlowBound, FlowCertificate, FlowNetwork, flow_bound, verify,
};
use zonewerk_solve::{Deadline, Options, Unwatched, solve};

use crate::naive::best::best;
use crate::naive::lists::Lists;
use crate::worlds::filters::Filter;
use crate::worlds::goals::FAMILIES;
use crate::worlds::{World, seeds, weighted_grid};

/// Border lengths, cut edges, or both with another goal.
fn objective(random: &mut ChaCha8Rng) -> Objective {
    let term = |goal, weight| Term { goal, weight };
    let terms = match random.random_range(0..4) {
        0 => vec![term(Goal::BorderLength, 1)],
        1 => vec![term(Goal::CutEdges, random.random_range(1..=9))],
        2 => vec![term(Goal::CutEdges, 700), term(Goal::BorderLength, 3)],
        _ => vec![term(Goal::BorderLength, 2), term(Goal::AbsoluteDeviation, 5)],
    };
    Objective::new(vec![Step { terms, parts: 1, tolerance: Tolerance::default() }]).unwrap()
}

fn world(seed: u64) -> World {
    let random = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = if random.random_bool(0.5) { World::random(random) } else { World::plain(random) };
    for _ in 0..random.random_range(0..=2) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    if !world.territory.families.is_empty() && random.random_bool(0.3) {
        let profile = world.problem.profile.clone();
        world.problem.profile = profile.with_family(RuleId::ZoneCrossesGroup, FAMILIES[0]);
    }
    world.problem.objective = objective(random);
    world
}

fn bound(world: &World) -> FlowBound {
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let found = flow_bound(&instance, &world.problem.objective.steps()[0], &Unwatched);
    found.expect("the step is about parting neighbours")
}

/// The same bound by another way: loads in a table, and for each root every set of points that fits.
/// `None` for an edge that is overloaded.
fn by_every_set(network: &FlowNetwork, certificate: &FlowCertificate) -> Option<i128> {
    let unit = 1_i128 << certificate.digits;
    let mut loads: BTreeMap<[usize; 2], i128> = BTreeMap::new();
    let mut leaving = 0;
    for root in &certificate.roots {
        let mut ends_in: BTreeMap<usize, i128> = BTreeMap::new();
        for flow in &root.flows {
            let [a, b] = network.edges[flow.edge].ends;
            let amount = i128::from(flow.amount);
            *loads.entry([a, b]).or_default() += amount.abs();
            *ends_in.entry(a).or_default() -= amount;
            *ends_in.entry(b).or_default() += amount;
        }
        ends_in.remove(&root.root);
        let all: i128 = ends_in.values().sum();
        let room =
            network.most[root.root].map(|most| i128::from(most) - i128::from(network.people[root.root]));
        let points: Vec<(i128, i128)> =
            ends_in.iter().map(|(&point, &amount)| (i128::from(network.people[point]), amount)).collect();
        let staying = (0..1_u32 << points.len()).filter_map(|set| {
            let inside = points.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
            let (people, amount) = inside.fold((0, 0), |sum, (_, one)| (sum.0 + one.0, sum.1 + one.1));
            (set == 0 || room.is_none_or(|room| people <= room)).then_some(amount)
        });
        leaving += (all - staying.max().unwrap()).max(0);
    }
    let costs: BTreeMap<[usize; 2], u64> = network.edges.iter().map(|edge| (edge.ends, edge.cost)).collect();
    loads.iter().all(|(ends, &load)| load <= i128::from(costs[ends]) * unit).then_some(())?;
    Some((leaving + unit - 1).div_euclid(unit) + i128::from(network.constant))
}

#[test]
fn no_plan_is_below_the_bound_and_the_certificate_adds_up() {
    let raised = seeds(31_000_000, 4_000).into_par_iter().map(|seed| {
        let world = world(seed);
        let FlowBound { bound, network, certificate } = bound(&world);
        assert_eq!(verify(&network, &certificate), Ok(bound), "seed {seed}");
        let exactly = by_every_set(&network, &certificate).expect("no edge is overloaded");
        assert!(i128::from(bound) <= exactly, "seed {seed}: {bound} is not proved, only {exactly}");
        let best = best(&Lists::of(&world), &world.problem.objective);
        if let Some(best) = &best {
            assert!(bound <= best.values[0], "seed {seed}: {bound} and a plan of {}", best.values[0]);
            assert!(exactly <= i128::from(best.values[0]), "seed {seed}");
        }
        u64::from(best.is_some() && bound > network.constant)
    });
    let raised: u64 = raised.sum();
    let all = seeds(0, 4_000).end;
    assert!(raised * 20 > all, "only {raised} of {all} worlds have a bound by flow");
}

#[test]
fn bound_of_a_grid_is_near_its_optimum() {
    for seed in 0..3 {
        let mut world = weighted_grid(5, 5, seed);
        for goal in [Goal::BorderLength, Goal::CutEdges] {
            world.problem.objective = Objective::in_order([goal]);
            let instance =
                Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
            let optimum = solve(&instance, &Options::default(), &Unwatched).outcome.objective().unwrap();
            let bound = bound(&world).bound;
            assert!(bound <= optimum && bound * 10 >= optimum * 7, "{bound} of {optimum}, seed {seed}");
        }
    }
}

#[test]
fn bound_is_the_same_on_any_number_of_threads() {
    let side = if cfg!(debug_assertions) { 9 } else { 20 };
    let world = weighted_grid(side, side, 11);
    let on_threads = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| bound(&world))
    };
    let one = on_threads(1);
    assert!(one.bound > one.network.constant);
    for threads in [2, 5] {
        assert_eq!(one, on_threads(threads), "{threads} threads");
    }
}

#[test]
fn certificate_that_was_tampered_with_is_refused_or_proves_no_more_than_is_true() {
    let mut refused = 0;
    for seed in seeds(32_000_000, 1_000) {
        let world = world(seed);
        let Some(best) = best(&Lists::of(&world), &world.problem.objective) else { continue };
        let FlowBound { network, certificate, .. } = bound(&world);
        let random = &mut ChaCha8Rng::seed_from_u64(seed);
        for _ in 0..5 {
            let mut tampered = certificate.clone();
            let Some(root) = tampered.roots.first_mut() else { break };
            let flow = random.random_range(0..root.flows.len());
            match random.random_range(0..3) {
                0 => root.flows[flow].amount = root.flows[flow].amount.saturating_mul(2),
                1 => root.flows[flow].amount = -root.flows[flow].amount / 2,
                _ => tampered.digits -= 1,
            }
            match verify(&network, &tampered) {
                Ok(bound) => assert!(bound <= best.values[0], "seed {seed}"),
                Err(flaw) => {
                    assert!(matches!(flaw, Flaw::Overloaded { .. }), "{flaw:?}");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 10, "only {refused} are refused");
}

#[test]
fn certificate_of_another_network_is_refused() {
    let FlowBound { network, certificate, .. } = bound(&weighted_grid(4, 4, 5));
    let with = |change: &dyn Fn(&mut FlowCertificate)| {
        let mut changed = certificate.clone();
        change(&mut changed);
        verify(&network, &changed)
    };
    let (points, edges) = (network.people.len(), network.edges.len());
    assert_eq!(with(&|changed| changed.roots[0].root = points), Err(Flaw::Unknown));
    assert_eq!(with(&|changed| changed.roots[0].flows[0].edge = edges), Err(Flaw::Unknown));
    assert_eq!(with(&|changed| changed.digits = 63), Err(Flaw::TooLarge));
    let too_much = EdgeFlow { edge: 0, amount: i64::MIN };
    assert_eq!(with(&|changed| changed.roots[0].flows.push(too_much)), Err(Flaw::Overloaded { edge: 0 }));
    assert!(matches!(
        with(&|changed| changed.roots.extend(certificate.roots.clone())),
        Err(Flaw::Overloaded { .. })
    ));
}

#[test]
fn bound_that_is_stopped_at_once_is_what_every_plan_costs() {
    let world = weighted_grid(6, 6, 3);
    let instance = Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance");
    let step = Step::of(Goal::BorderLength);
    let stopped = flow_bound(&instance, &step, &Deadline::after(std::time::Duration::ZERO)).unwrap();
    assert_eq!((stopped.bound, stopped.certificate.roots.len()), (24_000, 0));
    assert_eq!(flow_bound(&instance, &Step::of(Goal::LargestDeviation), &Unwatched), None);
}
