//! Zones and regions drawn together, beside every plan of both.

use std::collections::BTreeMap;
use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rayon::prelude::*;
use zonewerk_audit::audit;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, Goal, Instance, Objective, PopulationBounds, Regions, RuleId, Step,
    Term, Tolerance,
};
use zonewerk_solve::zones::{EnumerationLimits, value};
use zonewerk_solve::{Options, Outcome, Solved, Stopped, Unwatched, solve, solve_in_orders};

use crate::naive::lists::{Lists, Set, set};
use crate::naive::two_levels::{TwoLevels, all_two_level_plans, step_value};
use crate::worlds::families::{add_families, ask_laminar, priced};
use crate::worlds::filters::Filter;
use crate::worlds::{World, people, seeds, some_units};

#[test]
fn two_levels_agree() {
    agree(seeds(6_000_000, 2_000));
}

/// Numbers of regions, of their zones and of their people at and beyond their ends.
#[test]
fn two_levels_with_numbers_at_their_ends_agree() {
    const HUGE: [u64; 3] = [1_000_000, 1_000_000_000_000_000_000, u64::MAX];
    let said: Vec<Result<bool, String>> = seeds(23_000_000, 3_000)
        .into_par_iter()
        .map(|seed| {
            let random = &mut ChaCha8Rng::seed_from_u64(seed);
            let mut world = world(random);
            let number = |random: &mut ChaCha8Rng| match random.random_range(0..5) {
                0 => HUGE[random.random_range(0..HUGE.len())],
                _ => random.random_range(0..=5),
            };
            let count = |random: &mut ChaCha8Rng| {
                let (a, b) = (number(random), number(random));
                let least = random.random_bool(0.7).then_some(a.min(b));
                CountBounds::new(least, random.random_bool(0.7).then_some(a.max(b))).unwrap()
            };
            let level = &mut world.problem.profile.region;
            match random.random_range(0..4) {
                0 => level.count = count(random),
                1 => level.zones = count(random),
                2 => (level.count, level.zones) = (count(random), count(random)),
                _ => {
                    // The oracle adds up weighted deviations from the middle of these.
                    let [a, b] = [number(random), number(random)].map(|people| people.min(1_000_000_000_000));
                    level.population = PopulationBounds::new(a.min(b), Some(a.max(b))).unwrap();
                }
            }
            if random.random_bool(0.4) {
                let zones = count(random);
                world.problem = world.problem.with_zone_count(zones);
            }
            compare(&world).map_err(|said| format!("seed {seed}, {:?}: {said}", world.problem.profile.region))
        })
        .collect();
    let disagree: Vec<&String> = said.iter().filter_map(|said| said.as_ref().err()).take(10).collect();
    assert!(disagree.is_empty(), "among those that disagree {disagree:#?}");
    let plans = said.iter().filter(|found| **found == Ok(true)).count();
    println!("ends: {plans} of {} worlds have a plan", said.len());
    assert!(plans > 0 && plans < said.len());
}

/// Unit 8 is left alone by one rule on regions, another unit by another rule.
#[test]
fn a_region_may_hold_units_that_different_rules_leave_alone() {
    let world = world(&mut ChaCha8Rng::seed_from_u64(6_012_054));
    assert_eq!(compare(&world), Ok(true));
}

/// One level after the other never does better than both together, however few regions are at
/// hand, and what each says of its bound is true.
#[test]
fn jointly_is_never_worse() {
    let said: Vec<Result<usize, String>> = seeds(9_000_000, 3_000)
        .into_par_iter()
        .map(|seed| {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let world = world(&mut random);
            let regions = if random.random_bool(0.5) { 1_500_000 } else { random.random_range(0..12) };
            in_orders(&world, regions)
                .map_err(|said| format!("seed {seed}, {}: {said}", world.problem.objective))
        })
        .collect();
    let disagree: Vec<&String> = said.iter().filter_map(|said| said.as_ref().err()).take(10).collect();
    assert!(disagree.is_empty(), "among those that disagree {disagree:#?}");
    let worlds = said.len();
    let dearer: usize = said.into_iter().flatten().sum();
    println!("in orders: {dearer} plans dearer than the joint one");
    assert!(dearer > worlds / 30);
}

/// How many orders have a plan that is dearer than the joint one.
fn in_orders(world: &World, regions: usize) -> Result<usize, String> {
    let World { territory, graph, problem, .. } = world;
    let options = Options {
        limits: EnumerationLimits { regions, ..EnumerationLimits::default() },
        ..Options::default()
    };
    let orders = solve_in_orders(
        &Instance::new(territory, graph, problem).expect("an instance"),
        &options,
        &Unwatched,
    );
    let lists = Lists::of(world);
    let plans = all_two_level_plans(&lists, territory, problem);
    let step = &problem.objective.steps()[0];
    let least = plans.iter().map(|plan| step_value(&lists, problem, step, plan)).min().unwrap_or(u64::MAX);
    let first = |solved: &Solved| solved.steps.first().and_then(|step| step.objective);
    let joint = first(&orders.jointly);
    let mut dearer = 0;
    for solved in [&orders.zones_first, &orders.regions_first, &orders.jointly] {
        if let Some(plan) = solved.outcome.plan() {
            let findings = audit(&Instance::new(territory, graph, problem).expect("an instance"), plan);
            if !findings.is_compliant() {
                return Err(format!("the audit finds {:?}", findings.findings));
            }
            let value = step_value(&lists, problem, step, &levels(plan));
            if first(solved).is_none_or(|first| value > step.tolerance.above(first) || value < least) {
                return Err(format!("a plan of {value}, where {:?} is said", first(solved)));
            }
        }
        let bound = solved.steps.first().and_then(|step| step.bound);
        if bound.is_some_and(|bound| bound > least) {
            return Err(format!("nothing below {bound:?} is said, and the least is {least}"));
        }
        if matches!(solved.outcome, Outcome::Infeasible { .. }) && least < u64::MAX {
            return Err("there is a plan".to_owned());
        }
        match (first(solved), joint) {
            (Some(one), Some(joint)) if one < joint => return Err(format!("{one} is less than {joint}")),
            (Some(one), None) => return Err(format!("{one}, and none jointly")),
            (Some(one), Some(joint)) => dearer += usize::from(one > joint),
            (None, _) => {}
        }
    }
    Ok(dearer)
}

/// With far fewer regions to list than there are, what is proved stays true.
#[test]
fn few_regions_at_hand_prove_no_falsehood() {
    let said: Vec<Result<(usize, usize), String>> = seeds(8_000_000, 3_000)
        .into_par_iter()
        .map(|seed| {
            let mut random = ChaCha8Rng::seed_from_u64(seed);
            let world = world(&mut random);
            let regions = random.random_range(0..12);
            sound(&world, regions).map_err(|said| format!("seed {seed}, {}: {said}", world.problem.objective))
        })
        .collect();
    let disagree: Vec<&String> = said.iter().filter_map(|said| said.as_ref().err()).take(10).collect();
    assert!(disagree.is_empty(), "among those that disagree {disagree:#?}");
    let worlds = said.len();
    let (proved, found) = said.into_iter().flatten().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    println!("few regions: {proved} proved, {found} found");
    assert!(proved > worlds / 30 && found > worlds / 30);
}

/// Whether the answer was proved, and whether there was a plan without a proof.
fn sound(world: &World, regions: usize) -> Result<(usize, usize), String> {
    let World { territory, graph, problem, .. } = world;
    let options = Options {
        limits: EnumerationLimits { regions, ..EnumerationLimits::default() },
        ..Options::default()
    };
    let solved = solve(&Instance::new(territory, graph, problem).expect("an instance"), &options, &Unwatched);
    if let Some(plan) = solved.outcome.plan() {
        let findings = audit(&Instance::new(territory, graph, problem).expect("an instance"), plan);
        if !findings.is_compliant() {
            return Err(format!("the audit finds {:?}", findings.findings));
        }
    }
    let lists = Lists::of(world);
    let mut plans = all_two_level_plans(&lists, territory, problem);
    let last = solved.steps.len().saturating_sub(1);
    for (number, (step, known)) in problem.objective.steps().iter().zip(&solved.steps).enumerate() {
        let of_plans: Vec<u64> = plans.iter().map(|plan| step_value(&lists, problem, step, plan)).collect();
        let least = of_plans.iter().min().copied();
        if known.bound > least.or(known.bound)
            || least.is_some() && known.objective.is_some_and(|found| Some(found) < least)
        {
            return Err(format!("step {number} says {known:?}, and the least is {least:?}"));
        }
        if number < last && known.objective != least {
            return Err(format!("step {number} is behind with {known:?}, and the least is {least:?}"));
        }
        let most = step.tolerance.above(least.unwrap_or(0));
        let mut of_plans = of_plans.into_iter();
        plans.retain(|_| of_plans.next().unwrap() <= most);
    }
    match solved.outcome {
        Outcome::Infeasible { .. } if !plans.is_empty() => Err("there is a plan".to_owned()),
        Outcome::Optimal { .. } if plans.is_empty() => Err("there is no plan".to_owned()),
        Outcome::Infeasible { .. } | Outcome::Optimal { .. } => Ok((1, 0)),
        Outcome::Feasible { .. } => Ok((0, 1)),
        Outcome::Unknown { .. } => Ok((0, 0)),
    }
}

fn agree(seeds: Range<u64>) {
    let worlds = (seeds.end - seeds.start) as usize;
    let said: Vec<Result<bool, String>> = seeds
        .into_par_iter()
        .map(|seed| {
            let world = world(&mut ChaCha8Rng::seed_from_u64(seed));
            compare(&world).map_err(|said| format!("seed {seed}, {}: {said}", world.problem.objective))
        })
        .collect();
    let disagree: Vec<&String> = said.iter().filter_map(|said| said.as_ref().err()).collect();
    let optimal = said.iter().filter(|said| **said == Ok(true)).count();
    let infeasible = said.iter().filter(|said| **said == Ok(false)).count();
    println!("two levels: {optimal} optimal, {infeasible} infeasible");
    let some: Vec<&&String> = disagree.iter().take(10).collect();
    assert!(disagree.is_empty(), "{} disagree, among them {some:#?}", disagree.len());
    assert!(optimal > worlds / 5 && infeasible > worlds / 5);
}

fn world(random: &mut ChaCha8Rng) -> World {
    let mut world = World::plain(random);
    let families = add_families(&mut world, random);
    if random.random_bool(0.3) {
        Filter::ALL[random.random_range(0..Filter::ALL.len())].put_into(&mut world, random);
    }
    if random.random_bool(0.15) {
        ask_laminar(&mut world, random, families.clone(), Default::default());
    }
    let share = people(&world.territory) / random.random_range(1..=4);
    let level = &mut world.problem.profile.region;
    let spread = random.random_range(0..=share);
    level.population =
        PopulationBounds::new(share - spread, random.random_bool(0.8).then_some(share + spread)).unwrap();
    let least = random.random_range(1..=2);
    level.zones = CountBounds::new(Some(least), Some(least + random.random_range(0..=2))).unwrap();
    let fewest = random.random_range(1..=3);
    level.count = CountBounds::new(Some(fewest), Some(fewest + random.random_range(0..=1))).unwrap();
    let rules = [
        (RuleId::RegionBelowMinimumPopulation, 0.6),
        (RuleId::RegionAboveMaximumPopulation, 0.6),
        (RuleId::RegionWithTooFewZones, 0.4),
        (RuleId::RegionWithTooManyZones, 0.4),
        (RuleId::WrongNumberOfRegions, 0.2),
    ];
    for (rule, chance) in rules {
        if random.random_bool(chance) {
            world.problem.profile = world.problem.profile.clone().with_error(rule);
            if rule.name().starts_with("region-") && random.random_bool(0.15) {
                let unit = random.random_range(0..world.territory.units().len());
                let setting = world.problem.profile.rules.get_mut(&rule).unwrap();
                setting.except.push(format!("{unit:02}"));
            }
        }
    }
    if random.random_bool(0.2) {
        let units = some_units(random, &world.territory, &world.graph);
        world.problem.exceptions.push(Exception {
            subject: Excepted::Units(units),
            bounds: None,
            waives: rules[..4].iter().map(|(rule, _)| *rule).collect(),
            reason: Some("trial".into()),
            legal_ground: None,
            until: None,
        });
    }
    world.problem.regions = Regions::Drawn;
    // What every plan that is drawn has, as a scenario asks it.
    for rule in [RuleId::RegionNotContiguous, RuleId::ZoneWithoutRegion, RuleId::ZoneInSeveralRegions] {
        world.problem.profile = world.problem.profile.clone().with_error(rule);
    }
    world.problem.ideal_region = random.random_bool(0.3).then_some(share);
    world.problem.objective = objective(random, &families);
    world
}

fn objective(random: &mut ChaCha8Rng, families: &[String]) -> Objective {
    let goal = |random: &mut ChaCha8Rng| {
        let family = families[random.random_range(0..families.len())].clone();
        match random.random_range(0..10) {
            0 => Goal::Regions,
            1 => Goal::RegionBorderLength,
            2 => Goal::RegionDeviation,
            3 => Goal::RegionMismatch { family },
            4 => Goal::RegionGroups { family },
            5 => Goal::BorderLength,
            6 => Goal::PeopleMoved,
            7 => Goal::LargestDeviation,
            8 => priced(random, &family),
            _ => Goal::CutEdges,
        }
    };
    let step = |random: &mut ChaCha8Rng| {
        let first = goal(random);
        let second = goal(random);
        let mut step = Step::of(first.clone());
        if !first.is_bottleneck() && !second.is_bottleneck() && first != second && random.random_bool(0.5) {
            let weights = [random.random_range(1..=20), random.random_range(1..=20)];
            step.terms =
                vec![Term { goal: first, weight: weights[0] }, Term { goal: second, weight: weights[1] }];
        }
        step.tolerance = Tolerance { millionths: [0, 0, 100_000][random.random_range(0..3)] };
        step
    };
    let steps = (0..random.random_range(1..=2)).map(|_| step(random)).collect();
    Objective::new(steps).unwrap()
}

/// Whether there is a plan, where solver and oracle say the same.
fn compare(world: &World) -> Result<bool, String> {
    let lists = Lists::of(world);
    let mut plans = all_two_level_plans(&lists, &world.territory, &world.problem);
    let mut values = Vec::new();
    let steps = world.problem.objective.steps();
    for (number, step) in steps.iter().enumerate() {
        let of_plans: Vec<u64> =
            plans.iter().map(|plan| step_value(&lists, &world.problem, step, plan)).collect();
        let Some(&least) = of_plans.iter().min() else { break };
        let most = if number + 1 == steps.len() { least } else { step.tolerance.above(least) };
        let mut of_plans = of_plans.into_iter();
        plans.retain(|_| of_plans.next().unwrap() <= most);
        values.push(least);
    }
    let solved = solve(
        &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
        &Options::default(),
        &Unwatched,
    );
    match &solved.outcome {
        Outcome::Infeasible { .. } if plans.is_empty() => Ok(false),
        Outcome::Optimal { plan, .. } if !plans.is_empty() => {
            let findings = audit(
                &Instance::new(&world.territory, &world.graph, &world.problem).expect("an instance"),
                plan,
            );
            if !findings.is_compliant() {
                return Err(format!("the audit finds {:?}", findings.findings));
            }
            let expected: Vec<_> = values.iter().map(|&value| (Some(value), Some(value))).collect();
            let found: Vec<_> = solved.steps.iter().map(|step| (step.objective, step.bound)).collect();
            if found != expected {
                return Err(format!("the best is {expected:?}, not {found:?}"));
            }
            let levels = levels(plan);
            if !plans.contains(&levels) {
                return Err(format!("{levels:?} is none of the best plans"));
            }
            measured(world, &lists, plan, &levels)?;
            Ok(true)
        }
        // Sums as large as these are told, and not proved.
        Outcome::Feasible { stopped: Stopped::CostsTooLarge, .. } if !plans.is_empty() => Ok(true),
        outcome => Err(format!("the best is {values:?}, and yet {outcome:?}")),
    }
}

/// Each step that is one goal measures what its definition gives.
fn measured(world: &World, lists: &Lists, plan: &Plan, levels: &TwoLevels) -> Result<(), String> {
    for step in world.problem.objective.steps() {
        for term in &step.terms {
            let found = value(&world.territory, &world.graph, &world.problem, &term.goal, plan);
            let expected = step_value(lists, &world.problem, &Step::of(term.goal.clone()), levels);
            if found != Some(expected) {
                return Err(format!("{} is {expected}, not {found:?}", term.goal));
            }
        }
    }
    Ok(())
}

fn levels(plan: &Plan) -> TwoLevels {
    let mut regions: BTreeMap<String, Set> = BTreeMap::new();
    let mut zones: Vec<Set> = Vec::new();
    for (zone, units) in plan.members().iter() {
        zones.push(set(units));
        *regions.entry(plan.zones[zone].region().unwrap().to_owned()).or_default() |= set(units);
    }
    let mut regions: Vec<Set> = regions.into_values().collect();
    zones.sort_by_key(|zone| zone.trailing_zeros());
    regions.sort_by_key(|region| region.trailing_zeros());
    TwoLevels { zones, regions }
}
