//! Scenarios of four to six units that use every key on which a solver and an audit could
//! differ: exceptions of all kinds, dates, weights, pins, fixed zones, limits, families, mergers.

use jiff::civil::{Date, date};
use rand::RngExt;
use rand::seq::{IndexedRandom, IteratorRandom};
use rand_chacha::ChaCha8Rng;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, FixedZone, Goal, GroupReading, Limit, Objective, Pin, PinKind,
    PopulationBounds, Problem, RegionLevel, Regions, RuleId, RuleWeight, Severity,
};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, MergerStatus, PlannedMerger, Territory, Unit, UnitCode, UnitId,
};

/// The day of the plan, where it is known.
const DAY: Date = date(2025, 1, 1);
/// The family that may be given as regions.
const REGIONS: &str = "region";
/// Another family.
const CIRCLES: &str = "circle";

/// Rules whose weight is changed.
const WEIGHED: [RuleId; 17] = [
    RuleId::ZoneBelowMinimumPopulation,
    RuleId::ZoneAboveMaximumPopulation,
    RuleId::ZoneNotContiguous,
    RuleId::ZoneCrossesGroup,
    RuleId::GroupStraddlesZones,
    RuleId::DecidedMergerSplit,
    RuleId::ExceptionExceeded,
    RuleId::ExceptionWithoutReason,
    RuleId::ExceptionExpired,
    RuleId::RegionBelowMinimumPopulation,
    RuleId::RegionAboveMaximumPopulation,
    RuleId::RegionNotContiguous,
    RuleId::RegionWithTooFewZones,
    RuleId::ZoneWithoutRegion,
    RuleId::ZoneInSeveralRegions,
    RuleId::WrongNumberOfRegions,
    RuleId::SplitUnit,
];

/// Rules on regions that may be asked for where regions are drawn.
const ON_REGIONS: [RuleId; 8] = [
    RuleId::RegionBelowMinimumPopulation,
    RuleId::RegionAboveMaximumPopulation,
    RuleId::RegionWithTooFewZones,
    RuleId::RegionWithTooManyZones,
    RuleId::RegionNotContiguous,
    RuleId::ZoneWithoutRegion,
    RuleId::ZoneInSeveralRegions,
    RuleId::WrongNumberOfRegions,
];

/// Rules that exceptions for a zone waive.
const WAIVED: [RuleId; 7] = [
    RuleId::ZoneBelowMinimumPopulation,
    RuleId::ZoneAboveMaximumPopulation,
    RuleId::ZoneNotContiguous,
    RuleId::ZoneCrossesGroup,
    RuleId::ExceptionExceeded,
    RuleId::ZoneSurroundsOthers,
    RuleId::SplitUnit,
];

/// A scenario.
pub struct Drawn {
    pub territory: Territory,
    pub graph: Graph,
    pub problem: Problem,
}

/// A scenario in which regions are given, or there are none.
pub fn scenario(random: &mut ChaCha8Rng) -> Drawn {
    let units = *[4, 4, 5, 5, 5, 6].choose(random).unwrap();
    of_units(random, units, regions)
}

/// A scenario in which regions are drawn with the zones.
pub fn with_drawn_regions(random: &mut ChaCha8Rng) -> Drawn {
    let units = *[3, 4, 4, 5].choose(random).unwrap();
    of_units(random, units, drawn_regions)
}

fn of_units(random: &mut ChaCha8Rng, units: usize, regions: fn(&mut ChaCha8Rng, &mut Problem)) -> Drawn {
    let graph = graph(random, units);
    let mut territory = territory(random, units);
    territory.families = vec![family(random, REGIONS, units), family(random, CIRCLES, units)];
    territory.planned_mergers = mergers(random, units);
    let mut problem = Problem::within(bounds(random, &territory));
    problem.day = random.random_bool(0.6).then_some(DAY);
    problem.objective = Objective::in_order([goal(random)]);
    if random.random_bool(0.3) {
        problem.fixed_zones.push(FixedZone {
            name: "fixed".to_owned(),
            units: some(random, units, 3),
            reason: "given".to_owned(),
        });
    }
    pins(random, units, &mut problem);
    families_asked(random, &mut problem);
    regions(random, &mut problem);
    for _ in 0..*[0, 1, 1, 1, 2, 2, 3].choose(random).unwrap() {
        let exception = exception(random, units, &problem);
        problem.exceptions.push(exception);
    }
    weigh(random, &territory, &mut problem);
    if random.random_bool(0.15) {
        let least = random.random_range(1..=3);
        let count = CountBounds::new(Some(least), random.random_bool(0.7).then_some(least + 1)).unwrap();
        problem = problem.with_zone_count(count);
    }
    if random.random_bool(0.15) {
        let goal = [Goal::CutEdges, Goal::Zones, Goal::Exceptions].choose(random).unwrap().clone();
        problem.limits.push(Limit { goal, most: random.random_range(1..=4) });
    }
    Drawn { territory, graph, problem }
}

fn graph(random: &mut ChaCha8Rng, units: usize) -> Graph {
    let columns = random.random_range(2..=3);
    let mut borders = Vec::new();
    for a in 0..units {
        let right = (a % columns != columns - 1).then_some(a + 1);
        for b in right.into_iter().chain([a + columns]).filter(|&b| b < units) {
            if random.random_bool(0.85) {
                borders.push((UnitId::new(a), UnitId::new(b), random.random_range(1..=9)));
            }
        }
    }
    Graph::new((0..units).map(|_| random.random_range(0..=9)).collect(), borders)
}

fn territory(random: &mut ChaCha8Rng, units: usize) -> Territory {
    let unit = |place: usize, population| Unit {
        code: UnitCode::new(format!("{place:02}")),
        name: format!("unit {place}"),
        population,
    };
    let least = u64::from(random.random_bool(0.8));
    Territory::new((0..units).map(|place| unit(place, random.random_range(least..=4))).collect()).unwrap()
}

fn family(random: &mut ChaCha8Rng, name: &str, units: usize) -> GroupFamily {
    let mut of: [Vec<UnitId>; 2] = Default::default();
    for unit in (0..units).map(UnitId::new) {
        let group = random.random_range(0..=7) % 3;
        if group < 2 {
            of[group].push(unit);
        }
    }
    let groups = of.into_iter().enumerate().map(|(place, units)| Group {
        name: format!("{name} {place}"),
        units,
        parts: Vec::new(),
    });
    GroupFamily { name: name.to_owned(), role: GroupRole::Unsaid, groups: groups.collect() }
}

fn mergers(random: &mut ChaCha8Rng, units: usize) -> Vec<PlannedMerger> {
    let is_there = random.random_bool(0.25);
    let merger = |random: &mut ChaCha8Rng| PlannedMerger {
        name: "merger".to_owned(),
        units: pair(random, units),
        status: *[MergerStatus::Decided, MergerStatus::Expected].choose(random).unwrap(),
        date: None,
    };
    if is_there { vec![merger(random)] } else { Vec::new() }
}

fn bounds(random: &mut ChaCha8Rng, territory: &Territory) -> PopulationBounds {
    let people = territory.population(territory.units().ids());
    let zones = random.random_range(1..=3);
    let minimum = (people / zones).saturating_sub(random.random_range(0..=2));
    let maximum = random.random_bool(0.8).then(|| people / zones + random.random_range(1..=3));
    PopulationBounds::new(minimum, maximum).unwrap()
}

fn goal(random: &mut ChaCha8Rng) -> Goal {
    let goals = [
        Goal::BorderLength,
        Goal::BorderLength,
        Goal::CutEdges,
        Goal::SquaredDeviation,
        Goal::LargestDeviation,
        Goal::Zones,
        Goal::Exceptions,
    ];
    goals.choose(random).unwrap().clone()
}

/// Up to so many units, ascending.
fn some(random: &mut ChaCha8Rng, units: usize, most: usize) -> Vec<UnitId> {
    let size = random.random_range(1..=most);
    let mut some: Vec<usize> = (0..units).sample(random, size);
    some.sort_unstable();
    some.into_iter().map(UnitId::new).collect()
}

fn pair(random: &mut ChaCha8Rng, units: usize) -> Vec<UnitId> {
    let mut pair: Vec<usize> = (0..units).sample(random, 2);
    pair.sort_unstable();
    pair.into_iter().map(UnitId::new).collect()
}

fn pins(random: &mut ChaCha8Rng, units: usize, problem: &mut Problem) {
    let mut pin = |asks| problem.pins.push(Pin { asks, reason: "asked".to_owned() });
    if random.random_bool(0.15) {
        pin(PinKind::Together(pair(random, units)));
    }
    if random.random_bool(0.15) {
        pin(PinKind::Apart(pair(random, units)));
    }
    for name in ["pinned", "pinned too"] {
        if random.random_bool(0.3) {
            let holds = some(random, units, 2);
            let mut without = some(random, units, 2);
            without.retain(|unit| !holds.contains(unit) && random.random_bool(0.6));
            pin(PinKind::Zone { name: name.to_owned(), holds, without });
        }
    }
}

fn families_asked(random: &mut ChaCha8Rng, problem: &mut Problem) {
    for rule in [RuleId::ZoneCrossesGroup, RuleId::GroupStraddlesZones] {
        for family in [REGIONS, CIRCLES] {
            let profile = problem.profile.clone();
            match random.random_range(0..10) {
                0..=1 => problem.profile = profile.with_family(rule, family),
                2 => problem.profile = profile.with_reported(rule, family),
                _ => {}
            }
        }
    }
    if let Some(setting) = problem.profile.rules.get_mut(&RuleId::GroupStraddlesZones)
        && random.random_bool(0.3)
    {
        setting.reading = Some(GroupReading::Weak);
    }
}

fn regions(random: &mut ChaCha8Rng, problem: &mut Problem) {
    if random.random_bool(0.8) {
        return;
    }
    problem.regions = Regions::Given { family: REGIONS.to_owned() };
    problem.profile = problem.profile.clone().with_family(RuleId::ZoneCrossesGroup, REGIONS);
    let minimum = random.random_range(0..=6);
    let population = PopulationBounds::new(minimum, Some(minimum + 8)).unwrap();
    let zones = CountBounds::new(None, Some(random.random_range(1..=3))).unwrap();
    problem.profile.region = RegionLevel { population, count: CountBounds::default(), zones };
    for rule in [
        RuleId::RegionBelowMinimumPopulation,
        RuleId::RegionAboveMaximumPopulation,
        RuleId::RegionWithTooManyZones,
        RuleId::RegionNotContiguous,
    ] {
        if random.random_bool(0.5) {
            problem.profile = problem.profile.clone().with_error(rule);
        }
    }
}

fn drawn_regions(random: &mut ChaCha8Rng, problem: &mut Problem) {
    problem.regions = Regions::Drawn;
    let minimum = random.random_range(0..=7);
    let population = PopulationBounds::new(minimum, random.random_bool(0.7).then_some(minimum + 5)).unwrap();
    let least = random.random_bool(0.3).then_some(2);
    let zones = CountBounds::new(least, random.random_bool(0.7).then(|| random.random_range(2..=3))).unwrap();
    let count = random.random_range(1..=2);
    let count = CountBounds::new(Some(count), Some(count + random.random_range(0..=1))).unwrap();
    problem.profile.region = RegionLevel { population, count, zones };
    for rule in ON_REGIONS {
        if random.random_bool(0.6) {
            problem.profile = problem.profile.clone().with_error(rule);
        }
    }
}

fn exception(random: &mut ChaCha8Rng, units: usize, problem: &Problem) -> Exception {
    let fixed = problem.fixed_zones.first().map(|fixed| fixed.name.clone());
    let pinned = problem.pins.iter().find_map(|pin| match &pin.asks {
        PinKind::Zone { name, .. } => Some(name.clone()),
        _ => None,
    });
    let exact = problem.fixed_zones.first().map(|fixed| fixed.units.clone());
    let subject = match random.random_range(0..20) {
        0..=4 => Excepted::Zone(pinned.unwrap_or_else(|| "fixed".to_owned())),
        5..=7 => Excepted::Zone(fixed.unwrap_or_else(|| "pinned".to_owned())),
        8 => Excepted::Zone("nobody".to_owned()),
        9 => Excepted::Group(format!("{CIRCLES} 0")),
        10 => Excepted::Region(format!("{REGIONS} 0")),
        11 => Excepted::Holding { units: some(random, units, 2), without: Vec::new() },
        12..=13 => Excepted::Units(exact.unwrap_or_else(|| some(random, units, 3))),
        _ => Excepted::Units(some(random, units, 3)),
    };
    let low = random.random_range(0..=6);
    let narrow = PopulationBounds::new(low, Some(low + random.random_range(0..=6))).unwrap();
    let is_zone = !matches!(subject, Excepted::Group(_) | Excepted::Region(_));
    let bounds = [None, Some(PopulationBounds::any()), Some(narrow)];
    let bounds = bounds.choose(random).copied().flatten().filter(|_| is_zone);
    let waives = match &subject {
        Excepted::Group(_) => vec![RuleId::GroupStraddlesZones],
        Excepted::Region(_) => vec![RuleId::RegionAboveMaximumPopulation, RuleId::RegionNotContiguous],
        _ => {
            let of_regions = ON_REGIONS.into_iter().filter(|_| problem.regions == Regions::Drawn);
            WAIVED.into_iter().chain(of_regions).filter(|_| random.random_bool(0.3)).collect()
        }
    };
    let until = [None, None, Some(date(2024, 12, 31)), Some(DAY), Some(date(2025, 1, 2))];
    Exception {
        subject,
        bounds,
        waives,
        reason: random.random_bool(0.93).then(|| "because".to_owned()),
        legal_ground: None,
        until: *until.choose(random).unwrap(),
    }
}

/// Weighs rules otherwise, takes them out, or lets them leave units alone.
fn weigh(random: &mut ChaCha8Rng, territory: &Territory, problem: &mut Problem) {
    for rule in WEIGHED {
        let rules = &mut problem.profile.rules;
        match random.random_range(0..24) {
            0 => _ = rules.remove(&rule),
            1 => rules.entry(rule).or_default().weight = Some(RuleWeight::Off),
            2 => rules.entry(rule).or_default().weight = Some(RuleWeight::Finding(Severity::Warning)),
            3 => rules.entry(rule).or_default().weight = Some(RuleWeight::Finding(Severity::Error)),
            _ => {}
        }
    }
    if random.random_bool(0.1) {
        let contiguity = problem.profile.rules.entry(RuleId::ZoneNotContiguous).or_default();
        contiguity.weight = Some(RuleWeight::Off);
    }
    for rule in [RuleId::ZoneNotContiguous, RuleId::RegionNotContiguous, RuleId::SplitUnit] {
        let except = random.random_range(0..territory.units().len());
        if let Some(setting) = problem.profile.rules.get_mut(&rule)
            && random.random_bool(0.1)
        {
            setting.except.push(territory.unit(UnitId::new(except)).code.to_string());
        }
    }
}
