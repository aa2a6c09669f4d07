//! Units in several separate parts, and a rule that forbids zones that they alone join.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::graph::MapParts;
use zonewerk_core::problem::{Excepted, Exception, PinKind, RuleId, RuleSetting, RuleWeight, Severity};
use zonewerk_core::territory::{Id, UnitId};

use super::goals::several;
use super::{World, some_units};

/// The parts of units as plain lists, and the units that the rule leaves alone.
pub struct Pieces {
    pub sizes: Vec<Vec<u64>>,
    pub touching: Vec<([usize; 2], [usize; 2])>,
    pub except: Vec<usize>,
}

/// Draws up to three parts for each unit, which of them touch, and asks that zones lie in one
/// piece; some zones and units are let off.
pub fn ask_one_piece(world: &mut World, random: &mut ChaCha8Rng) {
    let units = world.territory.units().len();
    let often = random.random_range(0.1..0.8);
    let mut number = || if random.random_bool(often) { random.random_range(2..=3) } else { 1 };
    let numbers: Vec<usize> = (0..units).map(|_| number()).collect();
    let sizes: Vec<Vec<u64>> =
        numbers.iter().map(|&parts| (0..parts).map(|_| random.random_range(1..=3)).collect()).collect();
    let mut touching = Vec::new();
    for &(a, b, _) in &world.borders {
        let (a, b) = (a.index(), b.index());
        for _ in 0..[0, 1, 1, 1, 1, 2][random.random_range(0..6)] {
            let parts = [random.random_range(0..numbers[a]), random.random_range(0..numbers[b])];
            touching.push(([a, b], parts));
        }
    }
    let with_sizes = sizes.iter().enumerate().map(|(unit, sizes)| (UnitId::new(unit), sizes.clone()));
    let touch = touching.iter().map(|(units, parts)| (units.map(UnitId::new), *parts));
    world.graph = world.graph.clone().with_map_parts(MapParts::new(with_sizes, touch));
    let except = if random.random_bool(0.3) { several(random, units, 1..=2) } else { Vec::new() };
    let codes = except.iter().map(|&unit| world.territory.unit(unit).code.to_string());
    let setting = RuleSetting {
        weight: Some(RuleWeight::Finding(Severity::Error)),
        except: codes.collect(),
        ..RuleSetting::default()
    };
    world.problem.profile.rules.insert(RuleId::ZoneInPieces, setting);
    for _ in 0..random.random_range(0..=3) {
        let mut units = some_units(random, &world.territory, &world.graph);
        units.extend(some_units(random, &world.territory, &world.graph));
        units.sort_unstable();
        units.dedup();
        waive(world, Excepted::Units(units));
    }
    let pinned = world.problem.pins.iter().find_map(|pin| match &pin.asks {
        PinKind::Zone { name, .. } => Some(name.clone()),
        _ => None,
    });
    if let Some(name) = pinned {
        waive(world, Excepted::Zone(name));
    }
    let except = except.into_iter().map(Id::index).collect();
    world.pieces = Some(Pieces { sizes, touching, except });
}

fn waive(world: &mut World, subject: Excepted) {
    world.problem.exceptions.push(Exception {
        subject,
        bounds: None,
        waives: vec![RuleId::ZoneInPieces],
        reason: Some("trial".into()),
        legal_ground: None,
        until: None,
    });
}
