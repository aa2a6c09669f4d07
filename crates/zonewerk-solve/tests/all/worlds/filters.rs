//! Filters: what plans must keep besides bounds, drawn at random.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::problem::{
    CountBounds, Exception, FixedZone, Pin, PinKind, PopulationBounds, RuleId, RuleSetting, RuleWeight,
    Severity,
};
use zonewerk_core::territory::{MergerStatus, PlannedMerger, UnitId};

use super::goals::several;
use super::{World, people, some_units};

/// A kind of filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    Together,
    Apart,
    ZonePin,
    DecidedMerger,
    Exception,
    FixedZone,
    ExactCount,
    LeastCount,
    MostCount,
    CountRange,
}

impl Filter {
    pub const ALL: [Self; 10] = [
        Self::Together,
        Self::Apart,
        Self::ZonePin,
        Self::DecidedMerger,
        Self::Exception,
        Self::FixedZone,
        Self::ExactCount,
        Self::LeastCount,
        Self::MostCount,
        Self::CountRange,
    ];

    /// Draws one of the kind and puts it into the question.
    pub fn put_into(self, world: &mut World, random: &mut ChaCha8Rng) {
        let units = world.territory.units().len();
        match self {
            Self::Together => pin(world, PinKind::Together(several(random, units, 2..=3))),
            Self::Apart => pin(world, PinKind::Apart(several(random, units, 2..=3))),
            Self::ZonePin => zone_pins(world, random),
            Self::DecidedMerger => decided_merger(world, random),
            Self::Exception => exceptions(world, random),
            Self::FixedZone => fixed_zones(world, random),
            Self::ExactCount => {
                let count = random.random_range(1..=4);
                count_zones(world, Some(count), Some(count));
            }
            Self::LeastCount => count_zones(world, Some(random.random_range(0..=4)), None),
            Self::MostCount => count_zones(world, None, Some(random.random_range(1..=4))),
            Self::CountRange => {
                let least = random.random_range(1..=4);
                count_zones(world, Some(least), Some(random.random_range(least..=5)));
            }
        }
    }
}

fn pin(world: &mut World, asks: PinKind) {
    world.problem.pins.push(Pin { asks, reason: "trial".into() });
}

/// One or two zones that hold some units and not others.
fn zone_pins(world: &mut World, random: &mut ChaCha8Rng) {
    for name in ["A", "B"].iter().take(random.random_range(1..=2)) {
        let holds = some_units(random, &world.territory, &world.graph);
        let mut without = several(random, world.territory.units().len(), 0..=2);
        without.retain(|unit| !holds.contains(unit) || random.random_bool(0.02));
        let name = format!("{name}{}", world.problem.pins.len());
        pin(world, PinKind::Zone { name, holds, without });
    }
}

fn decided_merger(world: &mut World, random: &mut ChaCha8Rng) {
    let units = several(random, world.territory.units().len(), 2..=3);
    let name = format!("decided {}", world.territory.planned_mergers.len());
    let merger = PlannedMerger { name, units, status: MergerStatus::Decided, date: None };
    world.territory.planned_mergers.push(merger);
    world.problem.profile.rules.insert(RuleId::DecidedMergerSplit, RuleSetting::default());
}

/// One to three zones that may have other bounds, wider or narrower.
fn exceptions(world: &mut World, random: &mut ChaCha8Rng) {
    let total = people(&world.territory);
    for _ in 0..random.random_range(1..=3) {
        let units = some_units(random, &world.territory, &world.graph);
        let bounds = match random.random_range(0..3) {
            0 => PopulationBounds::any(),
            1 => PopulationBounds::new(total / 8, Some(total / 2)).unwrap(),
            _ => PopulationBounds::new(0, Some(total / 4)).unwrap(),
        };
        excepted(world, units, bounds);
    }
}

fn excepted(world: &mut World, units: Vec<UnitId>, bounds: PopulationBounds) {
    if world.problem.exceptions.iter().all(|exception| exception.zone().is_none_or(|(zone, _)| zone != units))
    {
        world.problem.exceptions.push(Exception::bounds_for(units, bounds, "trial"));
    }
}

/// One or two zones that are given, most of them with an exception of their own.
fn fixed_zones(world: &mut World, random: &mut ChaCha8Rng) {
    for _ in 0..random.random_range(1..=2) {
        let units = some_units(random, &world.territory, &world.graph);
        let mut given = world.problem.fixed_zones.iter().flat_map(|fixed| &fixed.units);
        if given.any(|unit| units.contains(unit)) {
            continue;
        }
        if random.random_bool(0.7) {
            excepted(world, units.clone(), PopulationBounds::any());
        }
        let name = format!("fixed {}", world.problem.fixed_zones.len());
        world.problem.fixed_zones.push(FixedZone { name, units, reason: "trial".into() });
    }
}

/// The plan must have so many zones, and the audit is asked to look.
fn count_zones(world: &mut World, least: Option<u64>, most: Option<u64>) {
    let count = CountBounds::new(least, most).unwrap();
    world.problem.zone_count = count;
    world.problem.profile.zone.count = count;
    let setting =
        RuleSetting { weight: Some(RuleWeight::Finding(Severity::Error)), ..RuleSetting::default() };
    world.problem.profile.rules.insert(RuleId::WrongNumberOfZones, setting);
}
