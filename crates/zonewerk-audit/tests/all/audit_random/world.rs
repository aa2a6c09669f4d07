use std::collections::BTreeSet;

use jiff::civil::Date;
use rand::{Rng, RngExt};
use zonewerk_core::graph::{Graph, MapParts};
use zonewerk_core::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk_core::problem::{CountBounds, FixedZone, PopulationBounds, Problem};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Id, Link, LinkChange, MergerStatus, PlannedMerger, Territory, Unit,
    UnitCode, UnitId, ZoneId,
};

use super::draw_demands::{base, limits, pins};
use super::draw_problem::{count, exceptions, profile};

/// A territory with its borders, a question and a plan.
pub struct World {
    pub territory: Territory,
    /// Pairs of units that share a border, with metres.
    pub borders: Vec<(UnitId, UnitId, u64)>,
    /// Metres that each unit shares with the outside; 0 where that is not known.
    pub outer: Vec<u64>,
    /// Whether it is known what lies at the outside.
    pub knows_outside: bool,
    /// Where each unit's centre is, in metres.
    pub centres: Vec<[i64; 3]>,
    /// The separate parts of units on the map, where that is known.
    pub parts: Option<Parts>,
    pub problem: Problem,
    pub plan: Plan,
}

/// The sizes of the parts of each unit, and the parts of two units that touch.
pub struct Parts {
    pub sizes: Vec<Vec<u64>>,
    pub touching: Vec<([usize; 2], [usize; 2])>,
}

/// The names that parts of units may have; groups know one more.
pub const PARTS: [&str; 3] = ["north", "south", "west"];
pub const REGIONS: [&str; 3] = ["ra", "rb", "rc"];
pub const FAMILIES: [&str; 2] = ["circle", "police"];

impl World {
    /// A grid with some borders gone and some diagonals, two to twelve units, a few zones.
    /// Half of the plans are tidy: whole units, one region a zone.
    pub fn random(random: &mut impl Rng) -> Self {
        let (columns, rows) = (random.random_range(1..=4), random.random_range(2..=3));
        let (units, tidy) = (columns * rows, random.random_bool(0.5));
        let borders = borders(random, columns, rows);
        let knows_outside = pick(random, 8) > 0;
        let outer = (0..units).map(|unit| outer(random, unit, columns, rows) * u64::from(knows_outside));
        let outer = outer.collect();
        let unit = |unit: usize, population: u64| Unit {
            code: UnitCode::new(format!("{unit:02}")),
            name: format!("u{unit}"),
            population,
        };
        let all = (0..units).map(|index| unit(index, random.random_range(0..=6))).collect();
        let mut territory = Territory::new(all).unwrap();
        let plan = plan(random, &territory, tidy);
        territory.links = (0..pick(random, 4)).filter_map(|_| link(random, units)).collect();
        territory.families = families(random, units, &plan);
        territory.planned_mergers = mergers(random, units, &plan);
        territory.population_date = random.random_bool(0.8).then(|| day(random));
        let fixed = (0..pick(random, 5) / 2).map(|_| zone_like(random, &plan, units));
        let mut fixed: Vec<Vec<UnitId>> = apart(fixed.collect());
        let profile = profile(random, units);
        let counts = [profile.zone.count.maximum(), profile.region.count.maximum()];
        fixed.truncate(counts.into_iter().flatten().min().unwrap_or(9) as usize);
        let fixed_zones = fixed.into_iter().enumerate().map(|(number, units)| FixedZone {
            name: format!("f{number}"),
            units,
            reason: "given".to_owned(),
        });
        let centres =
            (0..units).map(|_| [0; 3].map(|_: i64| random.random_range(-20_000..=20_000))).collect();
        let problem = Problem {
            pins: pins(random, &plan, units),
            limits: limits(random, &territory),
            zone_count: if pick(random, 3) == 0 { count(random, 1) } else { CountBounds::default() },
            ideal: (pick(random, 2) == 0).then(|| random.random_range(0..=20)),
            base: Some(base(random, &territory)),
            exceptions: exceptions(random, &plan, units),
            fixed_zones: fixed_zones.collect(),
            ..Problem::within(PopulationBounds::any()).under(profile)
        };
        let parts = (pick(random, 8) > 0).then(|| map_parts(random, units, &borders));
        Self { territory, borders, outer, knows_outside, centres, parts, problem, plan }
    }

    /// The graph, with the links in it already, or not; or a graph of one unit fewer.
    pub fn graph(&self, linked: bool, short: bool) -> Graph {
        if short {
            let units = self.outer.len() - 1;
            let borders = self.borders.iter().filter(|(a, b, _)| a.index().max(b.index()) < units);
            return Graph::new(self.outer[..units].to_vec(), borders.copied())
                .with_centres(self.centres[..units].to_vec());
        }
        let mut graph =
            Graph::new(self.outer.clone(), self.borders.clone()).with_centres(self.centres.clone());
        if !self.knows_outside {
            graph = graph.without_outer_border();
        }
        if let Some(Parts { sizes, touching }) = &self.parts {
            let sizes = sizes.iter().enumerate().map(|(unit, sizes)| (UnitId::new(unit), sizes.clone()));
            let touching = touching.iter().map(|(units, parts)| (units.map(UnitId::new), *parts));
            graph = graph.with_map_parts(MapParts::new(sizes, touching));
        }
        if linked { graph.with_links(&self.territory) } else { graph }
    }
}

fn borders(random: &mut impl Rng, columns: usize, rows: usize) -> Vec<(UnitId, UnitId, u64)> {
    let mut borders = Vec::new();
    for unit in 0..columns * rows {
        let (right, below) = (unit % columns + 1 < columns, unit / columns + 1 < rows);
        let falling = random.random_bool(0.5);
        let diagonal = right && below && random.random_bool(0.3);
        let near = [
            (right, unit, unit + 1),
            (below, unit, unit + columns),
            (diagonal && falling, unit, unit + columns + 1),
            (diagonal && !falling, unit + 1, unit + columns),
        ];
        for (_, a, b) in near.into_iter().filter(|near| near.0) {
            if random.random_bool(0.9) {
                borders.push((UnitId::new(a), UnitId::new(b), random.random_range(0..=3)));
            }
        }
    }
    borders
}

/// Up to three parts a unit; of neighbours some parts touch, now and then none.
fn map_parts(random: &mut impl Rng, units: usize, borders: &[(UnitId, UnitId, u64)]) -> Parts {
    let often = pick(random, 4);
    let number = |random: &mut _| if pick(random, 4) < often { 1 + pick(random, 3) } else { 1 };
    let sizes: Vec<Vec<u64>> =
        (0..units).map(|_| (0..number(random)).map(|_| random.random_range(1..=3)).collect()).collect();
    let mut touching = Vec::new();
    for &(a, b, _) in borders {
        if pick(random, 12) == 0 {
            continue;
        }
        let (a, b) = if pick(random, 2) == 0 { (a.index(), b.index()) } else { (b.index(), a.index()) };
        for _ in 0..1 + pick(random, 4) / 3 {
            touching.push(([a, b], [pick(random, sizes[a].len()), pick(random, sizes[b].len())]));
        }
    }
    Parts { sizes, touching }
}

/// The edge of the grid is the outside; now and then a stretch of it is a wall.
fn outer(random: &mut impl Rng, unit: usize, columns: usize, rows: usize) -> u64 {
    let (column, row) = (unit % columns, unit / columns);
    let edge = column == 0 || column + 1 == columns || row == 0 || row + 1 == rows;
    u64::from(edge && random.random_bool(0.8)) * random.random_range(1..=3)
}

fn plan(random: &mut impl Rng, territory: &Territory, tidy: bool) -> Plan {
    let units = territory.units().len();
    let zones = random.random_range(1..=5.min(units));
    let by_place = random.random_bool(0.5);
    let mut holdings: Vec<Holding> = (0..units)
        .map(|unit| {
            let zone = if by_place { unit * zones / units } else { pick(random, zones) };
            let whole = Holding::Whole(ZoneId::new(zone));
            match if tidy { 9 } else { random.random_range(0..40) } {
                0 => Holding::Unassigned,
                1 => Holding::Whole(ZoneId::new(zones + pick(random, 2))),
                2 => Holding::Shared((0..pick(random, 4)).map(|_| any_zone(random, zones)).collect()),
                3..=6 => parts(random, zones, territory.unit(UnitId::new(unit)).population),
                _ => whole,
            }
        })
        .collect();
    if random.random_bool(0.03) {
        holdings.resize(units + pick(random, 3) - 1, Holding::Unassigned);
    }
    let (same, no_regions) = (random.random_bool(0.06), random.random_bool(0.1));
    let zone =
        |zone: usize, regions| Zone { name: format!("z{}", if same { zone / 2 } else { zone }), regions };
    let regions = |random: &mut _, zone: usize| -> BTreeSet<String> {
        let some = match pick(random, 20) {
            0 => 0,
            1 => 2,
            _ => 1,
        };
        let some = if no_regions {
            0
        } else if tidy {
            1
        } else {
            some
        };
        (0..some).map(|more| REGIONS[(zone / 2 + more + pick(random, 5) / 4) % 3].to_owned()).collect()
    };
    let zones = (0..zones).map(|number| zone(number, regions(random, number))).collect();
    Plan { zones, holdings: holdings.into(), date: random.random_bool(0.8).then(|| day(random)) }
}

fn parts(random: &mut impl Rng, zones: usize, people: u64) -> Holding {
    let first = random.random_range(0..=people);
    let twice = pick(random, 8) == 0;
    let count = pick(random, 8).min(2) + pick(random, 6) / 5;
    let part = |number: usize| UnitPart {
        name: PARTS[if twice { 0 } else { number }].to_owned(),
        population: match number {
            0 => Some(first),
            1 => Some(people - first + u64::from(pick(random, 4) == 0)),
            _ => Some(0),
        }
        .filter(|_| pick(random, 4) > 0),
        zone: any_zone(random, zones),
    };
    Holding::Parts((0..count).map(part).collect())
}

/// A zone of the plan, or sometimes one that it has not.
fn any_zone(random: &mut impl Rng, zones: usize) -> ZoneId {
    ZoneId::new(if pick(random, 20) == 0 { zones } else { pick(random, zones) })
}

fn families(random: &mut impl Rng, units: usize, plan: &Plan) -> Vec<GroupFamily> {
    let names = FAMILIES.iter().filter(|_| pick(random, 8) > 0).copied().collect::<Vec<_>>();
    names.into_iter().map(|name| family(random, name, units, plan)).collect()
}

fn family(random: &mut impl Rng, name: &str, units: usize, plan: &Plan) -> GroupFamily {
    let groups = (0..1 + pick(random, 3)).map(|number| {
        let mut whole: BTreeSet<UnitId> = zone_like(random, plan, units).into_iter().collect();
        if pick(random, 2) == 0 {
            whole.extend(zone_like(random, plan, units));
        }
        let mut parts = Vec::new();
        for (unit, holding) in plan.holdings.iter().filter(|(unit, _)| unit.index() < units) {
            let often = if matches!(holding, Holding::Parts(_)) { 2 } else { 30 };
            if pick(random, often) == 0 {
                whole.remove(&unit);
                let names = [&PARTS[..1], &PARTS[..2], &PARTS, &["east"], &["north", "east"]];
                parts.extend(names[pick(random, 5)].iter().map(|name| (unit, (*name).to_owned())));
            }
        }
        Group { name: format!("g{number}"), units: whole.into_iter().collect(), parts }
    });
    GroupFamily { name: name.to_owned(), role: GroupRole::Unsaid, groups: groups.collect() }
}

fn mergers(random: &mut impl Rng, units: usize, plan: &Plan) -> Vec<PlannedMerger> {
    let mut mergers = Vec::new();
    for number in 0..pick(random, 4) {
        let mut members: BTreeSet<UnitId> = zone_like(random, plan, units).into_iter().take(3).collect();
        if pick(random, 3) == 0 || members.len() < 2 {
            members.extend([0, 1].map(|_| UnitId::new(pick(random, units))));
        }
        let status = [MergerStatus::Decided, MergerStatus::Expected][pick(random, 2)];
        if members.len() > 1 {
            let (name, units) = (format!("m{number}"), members.into_iter().collect());
            mergers.push(PlannedMerger { name, units, status, date: None });
        }
    }
    mergers
}

/// The whole units of some zone, sometimes with one more or one fewer.
pub fn zone_like(random: &mut impl Rng, plan: &Plan, units: usize) -> Vec<UnitId> {
    let zone = ZoneId::new(pick(random, plan.zones.len()));
    let mut chosen: BTreeSet<UnitId> = plan
        .holdings
        .iter()
        .filter(|(unit, holding)| unit.index() < units && **holding == Holding::Whole(zone))
        .map(|(unit, _)| unit)
        .collect();
    if pick(random, 3) == 0 {
        let other = UnitId::new(pick(random, units));
        if !chosen.remove(&other) {
            chosen.insert(other);
        }
    }
    chosen.into_iter().collect()
}

/// The sets that have a unit and no unit of one before.
fn apart(sets: Vec<Vec<UnitId>>) -> Vec<Vec<UnitId>> {
    let mut taken = BTreeSet::new();
    sets.into_iter()
        .filter(|set| {
            let free = !set.is_empty() && set.iter().all(|unit| !taken.contains(unit));
            taken.extend(set.iter().copied().filter(|_| free));
            free
        })
        .collect()
}

fn link(random: &mut impl Rng, units: usize) -> Option<Link> {
    let (a, b) = (pick(random, units), pick(random, units));
    let change = if pick(random, 2) == 0 { LinkChange::Add } else { LinkChange::Remove };
    let between = [a, b].map(UnitId::new);
    (a != b).then(|| Link { between, change, reason: "why".to_owned(), author: None, date: None })
}

/// A day of 2023 to 2025, none after the 28th, so that a month before or after has it too.
pub fn day(random: &mut impl Rng) -> Date {
    let [year, month, day] = [(2023, 3), (1, 12), (1, 28)].map(|(first, many)| first + pick(random, many));
    Date::new(year as i16, month as i8, [1, 1, 15, day][pick(random, 4)] as i8).unwrap()
}

pub fn pick(random: &mut impl Rng, below: usize) -> usize {
    random.random_range(0..below)
}
