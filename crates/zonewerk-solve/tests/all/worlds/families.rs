//! Families of groups and what they ask of zones, drawn at random.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::problem::{
    CountBounds, Counted, Excepted, Exception, Goal, GroupReading, PinKind, PopulationBounds, Regions,
    RuleId, RuleSetting, RuleWeight, Severity,
};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Id, UnitId};

use super::goals::several;
use super::{World, people, some_units};

/// Adds one to three families: groups that are contiguous or not, of one unit or of all,
/// overlapping, finer than a unit, with units in none.
pub fn add_families(world: &mut World, random: &mut ChaCha8Rng) -> Vec<String> {
    let names: Vec<String> =
        (0..random.random_range(1..=3)).map(|number| format!("family {number}")).collect();
    for name in &names {
        let groups = (0..random.random_range(1..=4)).map(|number| group(world, random, number)).collect();
        world.territory.families.push(GroupFamily { name: name.clone(), role: GroupRole::Unsaid, groups });
    }
    names
}

/// A partition of the units into one to three areas, now and then with some in none.
pub fn add_areas(world: &mut World, random: &mut ChaCha8Rng) -> String {
    let name = format!("areas {}", world.territory.families.len());
    let areas = random.random_range(1..=3);
    let mut groups: Vec<Group> = (0..areas)
        .map(|number| Group { name: format!("area {number}"), units: Vec::new(), parts: Vec::new() })
        .collect();
    let size = world.territory.units().len().div_ceil(areas);
    for unit in world.territory.units().ids() {
        let place = if random.random_bool(0.9) { unit.index() / size } else { random.random_range(0..areas) };
        match random.random_range(0..40) {
            0 => {}
            1 => groups[place].parts.push((unit, "half".into())),
            _ => groups[place].units.push(unit),
        }
    }
    world.territory.families.push(GroupFamily { name: name.clone(), role: GroupRole::Unsaid, groups });
    name
}

fn group(world: &World, random: &mut ChaCha8Rng, number: usize) -> Group {
    let all = world.territory.units().len();
    let units = match random.random_range(0..12) {
        0 => several(random, all, 1..=1),
        1 => several(random, all, all..=all),
        2 => several(random, all, 0..=5),
        _ => grown(world, random),
    };
    let parts = if random.random_bool(0.15) { several(random, all, 1..=2) } else { Vec::new() };
    let parts = parts.into_iter().filter(|unit| !units.contains(unit));
    let parts = parts.map(|unit| (unit, "half".into())).collect();
    Group { name: format!("group {} {number}", world.territory.families.len()), units, parts }
}

/// Two to seven units, contiguous as far as they can be.
fn grown(world: &World, random: &mut ChaCha8Rng) -> Vec<UnitId> {
    let mut units = vec![UnitId::new(random.random_range(0..world.territory.units().len()))];
    for _ in 0..random.random_range(1..=6) {
        let from = units[random.random_range(0..units.len())];
        let beside: Vec<UnitId> = world.graph.neighbours(from).iter().map(|beside| beside.unit).collect();
        if !beside.is_empty() {
            units.push(beside[random.random_range(0..beside.len())]);
        }
    }
    units.sort_unstable();
    units.dedup();
    units
}

/// Asks that no group of these families straddles zones; some groups are let off.
pub fn ask_laminar(world: &mut World, random: &mut ChaCha8Rng, families: Vec<String>, reading: GroupReading) {
    let groups = world.territory.families.iter().filter(|family| families.contains(&family.name));
    let groups: Vec<String> =
        groups.flat_map(|family| &family.groups).map(|group| group.name.clone()).collect();
    if random.random_bool(0.2) {
        let name = groups[random.random_range(0..groups.len())].clone();
        waive(world, Excepted::Group(name), RuleId::GroupStraddlesZones);
    }
    ask(world, RuleId::GroupStraddlesZones, families, Some(reading));
}

/// Asks that each zone lies in one group of these families; some zones are let off.
pub fn ask_inside(world: &mut World, random: &mut ChaCha8Rng, families: Vec<String>) {
    if random.random_bool(0.4) {
        let units = some_units(random, &world.territory, &world.graph);
        waive(world, Excepted::Units(units), RuleId::ZoneCrossesGroup);
    }
    let pinned = world.problem.pins.iter().find_map(|pin| match &pin.asks {
        PinKind::Zone { name, .. } => Some(name.clone()),
        _ => None,
    });
    if let Some(name) = pinned.filter(|_| random.random_bool(0.7)) {
        waive(world, Excepted::Zone(name), RuleId::ZoneCrossesGroup);
    }
    ask(world, RuleId::ZoneCrossesGroup, families, None);
}

/// Gives regions, with bounds on some of what each may be.
pub fn give_regions(world: &mut World, random: &mut ChaCha8Rng) {
    let family = add_areas(world, random);
    if random.random_bool(0.7) {
        ask_inside(world, random, vec![family.clone()]);
    }
    let level = &mut world.problem.profile.region;
    let share = people(&world.territory) / random.random_range(2..=5);
    level.population =
        PopulationBounds::new(share / 2, random.random_bool(0.5).then_some(2 * share)).unwrap();
    let least = random.random_range(1..=2);
    level.zones = CountBounds::new(Some(least), Some(least + random.random_range(0..=2))).unwrap();
    for rule in [
        RuleId::RegionBelowMinimumPopulation,
        RuleId::RegionAboveMaximumPopulation,
        RuleId::RegionWithTooFewZones,
        RuleId::RegionWithTooManyZones,
    ] {
        if random.random_bool(0.3) {
            world.problem.profile = world.problem.profile.clone().with_error(rule);
            if random.random_bool(0.2) {
                waive(world, Excepted::Region("area 0".into()), rule);
            }
        }
    }
    world.problem.regions = Regions::Given { family };
}

fn ask(world: &mut World, rule: RuleId, families: Vec<String>, reading: Option<GroupReading>) {
    let weight = Some(RuleWeight::Finding(Severity::Error));
    let setting = RuleSetting { weight, families, reading, ..RuleSetting::default() };
    world.problem.profile.rules.insert(rule, setting);
}

fn waive(world: &mut World, subject: Excepted, rule: RuleId) {
    world.problem.exceptions.push(Exception {
        subject,
        bounds: None,
        waives: vec![rule],
        reason: Some("trial".into()),
        legal_ground: None,
        until: None,
    });
}

/// A price on straddles, counted and read in some way.
pub fn priced(random: &mut ChaCha8Rng, family: &str) -> Goal {
    let by = [Counted::Cuts, Counted::People][random.random_range(0..2)];
    let reading = [GroupReading::Strict, GroupReading::Weak][random.random_range(0..2)];
    let family = family.to_owned();
    if random.random_bool(0.2) {
        return Goal::ZonesCrossing { family, by };
    }
    Goal::Straddles { family, by, reading }
}
