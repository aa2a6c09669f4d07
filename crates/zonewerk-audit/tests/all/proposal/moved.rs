//! Who moves, against a naive count on random plans of parts, of several zones and of none.

use std::collections::BTreeMap;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_audit::proposal::{Change, Draft, Proposal, StatedChange, moves};
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::territory::{Id, Territory, Unit, UnitCode, UnitId, ZoneId};

fn territory(random: &mut ChaCha8Rng) -> Territory {
    let units = random.random_range(5..=9);
    let most = [1, 3, 20, 1_000, 30_000][random.random_range(0..5)];
    let unit = |number: usize| Unit {
        code: UnitCode::new(format!("{number:02}")),
        name: format!("unit {number}"),
        population: random.random_range(0..=most),
    };
    Territory::new((0..units).map(unit).collect()).unwrap()
}

/// A plan that need not be in order: units that lie nowhere, in several zones, in parts.
fn plan(random: &mut ChaCha8Rng, territory: &Territory) -> Plan {
    let zones = random.random_range(1..=5);
    let names = (0..zones).map(|zone| (format!("base {zone}"), Vec::new()));
    let mut plan = Plan::from_zones(territory.units().len(), names).expect("each unit once");
    for (unit, facts) in territory.units().iter() {
        let [first, second] = [(); 2].map(|()| ZoneId::new(random.random_range(0..zones)));
        plan.holdings[unit] = match random.random_range(0..20) {
            0 => Holding::Unassigned,
            1 => Holding::Shared(vec![first.max(second), first.min(second)]),
            2 | 3 => {
                let some = random.random_range(0..=facts.population);
                let rest = random.random_bool(0.7).then_some(facts.population - some);
                let part =
                    |name: &str, population, zone| UnitPart { name: name.to_owned(), population, zone };
                Holding::Parts(vec![part("part", Some(some), first), part("rest", rest, second)])
            }
            _ => Holding::Whole(first),
        };
    }
    plan
}

/// Makes some changes at random; those that cannot be made change nothing.
fn changed(random: &mut ChaCha8Rng, territory: &Territory) -> Proposal {
    let mut draft = Draft::of(territory, plan(random, territory));
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
        let _ = draft.apply(StatedChange { written: String::new(), change, reason: None });
    }
    draft.finish()
}

/// People by name of the zone that they lie in, after as before: a zone that merged or was
/// renamed keeps its name here, since no change gives another.
fn people_who_move(territory: &Territory, proposal: &Proposal) -> u64 {
    let mut sum = 0;
    for (unit, population) in territory.units().iter().map(|(id, unit)| (id, unit.population)) {
        let shares = |plan: &Plan| -> BTreeMap<String, (String, u64)> {
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
        let territory = territory(&mut random);
        let proposal = changed(&mut random, &territory);
        let moves = moves(&territory, &proposal.before, &proposal.after, &proposal.continues);
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
            assert_eq!(moves.people, people_who_move(&territory, &proposal), "seed {seed}");
            some += usize::from(moves.people > 0);
        }
        let rows: u64 = moves.moves.iter().map(|one| one.people).sum();
        assert_eq!(moves.people, rows, "seed {seed}");
    }
    assert!(some > 200, "{some} territories in which people move");
}
