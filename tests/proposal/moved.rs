//! Who moves, against a naive count on random plans of parts, of several zones and of none.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk::plan::Holding;
use zonewerk::proposal::{Change, Draft, Proposal, Stated, moves};
use zonewerk::territory::{Id, Territory, UnitId};

use super::worlds::World;
use super::worlds::goals::base_plan;

/// Makes some changes at random; those that cannot be made change nothing.
fn changed(random: &mut ChaCha8Rng, territory: &Territory) -> Proposal {
    let mut plan = base_plan(random, territory);
    for holding in plan.holdings.values_mut() {
        if let Holding::Parts(parts) = holding {
            parts[1].name = "rest".to_owned();
        }
    }
    let mut draft = Draft::of(territory, plan);
    for step in 0..random.random_range(1..=5) {
        let unit = UnitId::new(random.random_range(0..territory.units().len()));
        let other = UnitId::new(random.random_range(0..territory.units().len()));
        let zones: Vec<String> = draft.plan().zones.values().map(|zone| zone.name.clone()).collect();
        if zones.is_empty() {
            break;
        }
        let any = |random: &mut ChaCha8Rng| zones[random.random_range(0..zones.len())].clone();
        let change = match random.random_range(0..5) {
            0 => Change::Move { unit, zone: any(random) },
            1 => Change::Merge { zones: vec![any(random), any(random)], name: None },
            2 => Change::New { name: format!("new {step}"), units: vec![unit] },
            3 => Change::Dissolve { zone: any(random) },
            _ => Change::Swap { units: [unit, other] },
        };
        let _ = draft.apply(Stated { written: String::new(), change, reason: None });
    }
    draft.finish()
}

/// People by name of the zone that they lie in, after as before: a zone that merged or was
/// renamed keeps its name here, since no change gives another.
fn people_who_move(territory: &Territory, proposal: &Proposal) -> u64 {
    let mut sum = 0;
    for (unit, population) in territory.units().iter().map(|(id, unit)| (id, unit.population)) {
        let shares = |plan: &zonewerk::plan::Plan| -> BTreeMap<String, (String, u64)> {
            let name = |zone| plan.zones[zone].name.clone();
            match &plan.holdings[unit] {
                Holding::Unassigned => BTreeMap::from([("all".into(), (String::new(), population))]),
                Holding::Whole(zone) => BTreeMap::from([("all".into(), (name(*zone), population))]),
                Holding::Shared(zones) => BTreeMap::from([("all".into(), (name(zones[0]), population))]),
                Holding::Parts(parts) => parts
                    .iter()
                    .map(|part| (part.name.clone(), (name(part.zone), part.population.unwrap_or(0))))
                    .collect(),
            }
        };
        let (before, after) = (shares(&proposal.before), shares(&proposal.after));
        for (part, (zone, people)) in &before {
            let to = after.get(part).or(after.get("all")).map(|(zone, _)| zone.clone());
            sum += if to.as_ref() == Some(zone) { 0 } else { *people };
        }
    }
    sum
}

#[test]
fn people_who_move_are_those_of_a_naive_count() {
    let mut some = 0;
    for seed in 0..400 {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let world = World::plain(&mut random);
        let proposal = changed(&mut random, &world.territory);
        let moves = moves(&world.territory, &proposal.before, &proposal.after, &proposal.continues);
        // Of a dissolved zone a part of a unit may be left with no place at all.
        let vanish = proposal.before.holdings.iter().any(|(unit, before)| {
            let parts = |holding: &Holding| match holding {
                Holding::Parts(parts) => parts.len(),
                _ => 0,
            };
            let after = parts(&proposal.after.holdings[unit]);
            after > 0 && after < parts(before)
        });
        if !vanish {
            assert_eq!(moves.people, people_who_move(&world.territory, &proposal), "seed {seed}");
            some += usize::from(moves.people > 0);
        }
        let rows: u64 = moves.moves.iter().map(|one| one.people).sum();
        assert_eq!(moves.people, rows, "seed {seed}");
    }
    assert!(some > 200, "{some} worlds in which people move");
}
