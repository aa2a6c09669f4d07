//! What a scenario itself asks of plans: pins and limits, and the plan that people move from.

use std::collections::BTreeSet;

use rand::{Rng, RngExt};
use zonewerk_core::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk_core::problem::{Counted, Goal, GroupReading, Limit, Pin, PinKind};
use zonewerk_core::territory::{Id, Territory, UnitId, ZoneId};

use super::world::{PARTS, pick, zone_like};

/// Pins of every kind; some that the plan keeps.
pub fn pins(random: &mut impl Rng, plan: &Plan, units: usize) -> Vec<Pin> {
    let mut pins = Vec::new();
    for number in 0..pick(random, 4) {
        let mut some: BTreeSet<UnitId> = zone_like(random, plan, units).into_iter().take(3).collect();
        if some.is_empty() || pick(random, 4) == 0 {
            some.insert(UnitId::new(pick(random, units)));
        }
        let mut others: BTreeSet<UnitId> =
            (0..pick(random, 3)).map(|_| UnitId::new(pick(random, units))).collect();
        others.retain(|unit| !some.contains(unit));
        let (some, others): (Vec<UnitId>, Vec<UnitId>) =
            (some.into_iter().collect(), others.into_iter().collect());
        let asks = match pick(random, 4) {
            0 => PinKind::Together(some),
            1 => {
                let apart: BTreeSet<UnitId> = some.into_iter().take(1).chain(others).collect();
                PinKind::Apart(apart.into_iter().collect())
            }
            _ => PinKind::Zone { name: format!("pinned {number}"), holds: some, without: others },
        };
        pins.push(Pin { asks, reason: format!("p{number}") });
    }
    pins
}

/// Limits on goals of every kind that can be limited.
pub fn limits(random: &mut impl Rng, territory: &Territory) -> Vec<Limit> {
    let mut goals = vec![
        (Goal::BorderLength, 30),
        (Goal::CutEdges, 15),
        (Goal::Inertia, 3_000),
        (Goal::DistanceToCentre, 300),
        (Goal::SquaredDistanceToCentre, 3_500),
        (Goal::SquaredDeviation, 300),
        (Goal::AbsoluteDeviation, 40),
        (Goal::LargestDeviation, 20),
        (Goal::PeopleMoved, 25),
        (Goal::MergersCut, 2),
        (Goal::Zones, 5),
        (Goal::Exceptions, 4),
    ];
    for family in &territory.families {
        let family = || family.name.clone();
        for (by, about) in [(Counted::Cuts, 4), (Counted::People, 12)] {
            goals.push((Goal::Crossings { family: family(), by }, about));
            goals.push((Goal::ZonesCrossing { family: family(), by }, about));
            for reading in [GroupReading::Strict, GroupReading::Weak] {
                goals.push((Goal::Straddles { family: family(), by, reading }, about));
            }
        }
    }
    let some = if pick(random, 2) == 0 { 0 } else { 1 + pick(random, 3) };
    let limit = |_| {
        let (goal, about) = goals[pick(random, goals.len())].clone();
        Limit { goal, most: random.random_range(0..=about) }
    };
    (0..some).map(limit).collect()
}

/// A plan with zones of its own.
pub fn base(random: &mut impl Rng, territory: &Territory) -> Plan {
    let zones = random.random_range(1..=4);
    let zone = |random: &mut _| ZoneId::new(pick(random, zones));
    let holdings = territory.units().iter().map(|(_, unit)| match pick(random, 10) {
        0 => Holding::Unassigned,
        1 => Holding::Shared((0..pick(random, 3)).map(|_| zone(random)).collect()),
        2 => {
            let first = random.random_range(0..=unit.population);
            let part = |place: usize, people: u64, random: &mut _| UnitPart {
                name: PARTS[place].to_owned(),
                population: (pick(random, 4) > 0).then_some(people),
                zone: zone(random),
            };
            Holding::Parts(vec![part(0, first, random), part(1, unit.population - first, random)])
        }
        _ => Holding::Whole(zone(random)),
    });
    let holdings = holdings.collect::<Vec<_>>().into();
    Plan { zones: (0..zones).map(|zone| Zone::new(format!("b{zone}"))).collect(), holdings, date: None }
}
