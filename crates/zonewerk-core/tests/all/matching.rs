//! Which zone of a plan continues which zone of another: against every way to say it.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::plan::{Holding, Matching, Plan, UnitPart, match_zones};
use zonewerk_core::territory::{Id, IdVec, Territory, Unit, UnitCode, UnitId, ZoneId};

/// People who lie in zone `base` of the first plan and in zone `zone` of the second, counted
/// by unit and name of part.
fn overlap(territory: &Territory, base: &Plan, plan: &Plan) -> Vec<Vec<u64>> {
    let mut people = vec![vec![0; plan.zones.len()]; base.zones.len()];
    let places = |plan: &Plan, unit: UnitId| -> Vec<(String, Option<usize>, Option<u64>)> {
        let all = Some(territory.unit(unit).population);
        match &plan.holdings[unit] {
            Holding::Unassigned => vec![("all".into(), None, all)],
            Holding::Whole(zone) => vec![("all".into(), Some(zone.index()), all)],
            Holding::Shared(zones) => vec![("all".into(), Some(zones[0].index()), all)],
            Holding::Parts(parts) => {
                let part = |part: &UnitPart| (part.name.clone(), Some(part.zone.index()), part.population);
                parts.iter().map(part).collect()
            }
        }
    };
    for unit in territory.units().ids() {
        let (before, after) = (places(base, unit), places(plan, unit));
        for (name, from, some) in &before {
            for (other, to, others) in &after {
                let is_same = name == other || name == "all" || other == "all";
                let known = if name == "all" { others } else { some };
                if let (true, Some(from), Some(to), Some(known)) = (is_same, from, to, known) {
                    people[*from][*to] += known;
                }
            }
        }
    }
    people
}

/// The most people that any assignment keeps, by trying each.
fn most_staying(people: &[Vec<u64>], taken: &mut Vec<bool>) -> u64 {
    let Some((first, rest)) = people.split_first() else { return 0 };
    let mut most = most_staying(rest, taken);
    for zone in 0..taken.len() {
        if !taken[zone] {
            taken[zone] = true;
            most = most.max(first[zone] + most_staying(rest, taken));
            taken[zone] = false;
        }
    }
    most
}

fn check(territory: &Territory, base: &Plan, plan: &Plan) -> Matching {
    let matching = match_zones(territory, base, plan);
    let people = overlap(territory, base, plan);
    let most = most_staying(&people, &mut vec![false; plan.zones.len()]);
    assert_eq!(matching.people_staying(), most);
    let mut of_pairs = 0;
    for (before, heir) in matching.heir_of.iter() {
        if let Some(heir) = heir {
            assert_eq!(matching.base_of[*heir], Some(before), "one to one");
            assert_eq!(matching.staying_with(before), people[before.index()][heir.index()]);
            of_pairs += people[before.index()][heir.index()];
        }
        let all: u64 = people[before.index()].iter().sum();
        if let Some(main) = matching.main_heir_of(before) {
            assert!(people[before.index()][main.index()] * 2 > all);
        }
    }
    assert_eq!(of_pairs, most);
    let matched = |zones: &IdVec<ZoneId, Option<ZoneId>>| zones.values().flatten().count();
    assert_eq!(matched(&matching.heir_of), matched(&matching.base_of));
    matching
}

#[test]
fn the_most_people_stay() {
    let mut random = ChaCha8Rng::seed_from_u64(41);
    let (mut moved, mut ties) = (0, 0);
    for _ in 0..1_500 {
        let territory = territory(&mut random);
        let [base, plan] = [(); 2].map(|()| plan(&mut random, &territory));
        let there = check(&territory, &base, &plan);
        let back = check(&territory, &plan, &base);
        assert_eq!(there.people_staying(), back.people_staying(), "both ways alike");
        if there.units_moved() == back.units_moved() {
            assert_eq!(there.people_moved(), back.people_moved());
        } else {
            ties += 1;
        }
        moved += usize::from(!there.units_moved().is_empty());
        assert_eq!(there, match_zones(&territory, &base, &plan));
    }
    assert!(moved > 1_000 && ties < 500, "{moved} plans with moved units, {ties} with ties");
}

#[test]
fn nobody_moves_where_only_names_and_order_change() {
    let mut random = ChaCha8Rng::seed_from_u64(42);
    for _ in 0..300 {
        let territory = territory(&mut random);
        let base = plan(&mut random, &territory);
        let last = base.zones.len();
        let turned = |zone: ZoneId| ZoneId::new(last - 1 - zone.index());
        let mut plan = base.clone();
        plan.zones = base.zones.values().rev().cloned().collect();
        plan.zones.values_mut().for_each(|zone| zone.name.push_str(" anew"));
        for holding in plan.holdings.values_mut() {
            match holding {
                Holding::Unassigned => {}
                Holding::Whole(zone) => *zone = turned(*zone),
                Holding::Shared(zones) => zones.iter_mut().for_each(|zone| *zone = turned(*zone)),
                Holding::Parts(parts) => parts.iter_mut().for_each(|part| part.zone = turned(part.zone)),
            }
        }
        let matching = check(&territory, &base, &plan);
        assert_eq!(matching.people_moved(), 0);
        assert!(matching.units_moved().is_empty());
    }
}

#[test]
fn among_equals_zones_keep_their_units_and_names() {
    let unit = |number: usize, population| Unit {
        code: UnitCode::new(number.to_string()),
        name: String::new(),
        population,
    };
    let territory = Territory::new((0..4).map(|number| unit(number, 0)).collect()).unwrap();
    let plan = |names: [&str; 2], of: [usize; 4]| {
        let zone =
            |zone: usize| (0..4).filter(|&unit| of[unit] == zone).map(UnitId::new).collect::<Vec<UnitId>>();
        Plan::from_zones(4, [(names[0].to_owned(), zone(0)), (names[1].to_owned(), zone(1))])
            .expect("each unit once")
    };
    let base = plan(["A", "B"], [0, 0, 1, 1]);
    // Nobody lives anywhere: three units stay with B, and none with A.
    let matching = match_zones(&territory, &base, &plan(["A", "B"], [1, 1, 1, 0]));
    assert_eq!(matching.heir_of.values().map(|heir| heir.unwrap().index()).collect::<Vec<_>>(), [1, 0]);
    // Each way to match keeps two units: the names decide.
    for (names, heirs) in [(["A", "B"], [0, 1]), (["B", "A"], [1, 0])] {
        let matching = match_zones(&territory, &base, &plan(names, [0, 1, 0, 1]));
        assert_eq!(matching.heir_of.values().map(|heir| heir.unwrap().index()).collect::<Vec<_>>(), heirs);
    }
}

#[test]
fn parts_of_another_name_go_with_the_one_zone_they_came_from() {
    let unit = |code: &str, population| Unit { code: UnitCode::new(code), name: code.to_owned(), population };
    let territory = Territory::new(vec![unit("a", 30), unit("b", 5)]).unwrap();
    let parts = |parts: &[(&str, u64, usize)]| {
        let part = |&(name, people, zone): &(&str, u64, usize)| UnitPart {
            name: name.to_owned(),
            population: Some(people),
            zone: ZoneId::new(zone),
        };
        Holding::Parts(parts.iter().map(part).collect())
    };
    let names = || ["N", "S"].map(|name| (name.to_owned(), Vec::new()));
    let mut base = Plan::from_zones(2, names()).expect("each unit once");
    base.holdings = vec![parts(&[("north", 20, 0), ("south", 10, 1)]), Holding::Unassigned].into();
    let mut plan = base.clone();
    // What was north and south is now north, and east and west in the place of south.
    plan.holdings =
        vec![parts(&[("north", 20, 0), ("east", 4, 0), ("west", 6, 1)]), Holding::Unassigned].into();
    for (matching, moved) in
        [match_zones(&territory, &base, &plan), match_zones(&territory, &plan, &base)].into_iter().zip([4, 4])
    {
        assert_eq!((matching.people_staying(), matching.people_moved()), (26, moved));
        assert_eq!(matching.units_moved().len(), 1, "a unit in no zone in both plans stays");
    }
}

/// Any plan; the parts of a unit are the same in each, whoever has them.
fn plan(random: &mut ChaCha8Rng, territory: &Territory) -> Plan {
    let zones = random.random_range(1..=5);
    let names = (0..zones).map(|zone| (format!("zone {zone}"), Vec::new()));
    let mut plan = Plan::from_zones(territory.units().len(), names).expect("each unit once");
    for (unit, facts) in territory.units().iter() {
        let [first, second] = [(); 2].map(|()| ZoneId::new(random.random_range(0..zones)));
        plan.holdings[unit] = match random.random_range(0..20) {
            0 => Holding::Unassigned,
            1 => Holding::Shared(vec![first.max(second), first.min(second)]),
            2 | 3 => {
                let north = facts.population / 3;
                let south = (unit.index() % 4 > 0).then_some(facts.population - north);
                let part =
                    |name: &str, population, zone| UnitPart { name: name.to_owned(), population, zone };
                Holding::Parts(vec![part("north", Some(north), first), part("south", south, second)])
            }
            _ => Holding::Whole(first),
        };
    }
    plan
}

fn territory(random: &mut ChaCha8Rng) -> Territory {
    let most = [1, 3, 1_000][random.random_range(0..3)];
    let unit = |number: usize| Unit {
        code: UnitCode::new(format!("{number:02}")),
        name: format!("unit {number}"),
        population: random.random_range(0..=most),
    };
    let units = (0..9).map(unit).collect();
    Territory::new(units).unwrap()
}
