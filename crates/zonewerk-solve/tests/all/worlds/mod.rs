//! Small random territories, planar and otherwise unlike each other.

pub mod families;
pub mod filters;
pub mod goals;
pub mod pieces;
pub mod relabelled;

use std::ops::Range;

use pieces::Pieces;
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use zonewerk_core::graph::{Graph, components};
use zonewerk_core::problem::{Exception, FixedZone, PopulationBounds, Problem, RuleId, RuleWeight};
use zonewerk_core::territory::{Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId};

/// How many worlds of `usual` a test tries: a twentieth in the development profile.
pub fn scaled(usual: u64) -> u64 {
    if cfg!(debug_assertions) { usual / 20 } else { usual }
}

/// The longer side of a grid beyond brute force: shorter in the development profile.
pub fn side(usual: usize) -> usize {
    if cfg!(debug_assertions) { usual - 2 } else { usual }
}

/// Seeds of worlds from a first one: as many as usual, or as `ZONEWERK_WORLDS=100000` says.
pub fn seeds(first: u64, usual: u64) -> Range<u64> {
    let asked = std::env::var("ZONEWERK_WORLDS").ok().and_then(|text| text.parse().ok());
    first..first + asked.unwrap_or(scaled(usual))
}

/// A territory, a graph and a question about them, with the plain lists they came from.
pub struct World {
    pub territory: Territory,
    pub graph: Graph,
    pub problem: Problem,
    pub outer_m: Vec<u64>,
    /// Every shared border on the map.
    pub borders: Vec<(UnitId, UnitId, u64)>,
    /// Every pair of neighbours, links added and removed.
    pub adjacent: Vec<(UnitId, UnitId)>,
    /// What is asked of the separate parts of units, where something is.
    pub pieces: Option<Pieces>,
}

impl World {
    /// 5 to 12 units of a grid, some borders gone, some squares split by a diagonal, with
    /// links, exceptions and fixed zones now and then.
    pub fn random(random: &mut ChaCha8Rng) -> Self {
        let units = random.random_range(5..=12);
        let borders = planar_borders(random, units, 0.9);
        let outer_m: Vec<u64> = (0..units).map(|_| random.random_range(0..=3_000)).collect();
        let most = [1, 3, 20, 1_000][random.random_range(0..4)];
        let unit = |index: usize, population| Unit {
            code: UnitCode::new(format!("{index:02}")),
            name: format!("unit {index}"),
            population,
        };
        let all = (0..units).map(|index| unit(index, random.random_range(most / 4..=most))).collect();
        let mut territory = Territory::new(all).unwrap();
        territory.links = links(random, units, &borders);
        let adjacent = adjacent(&territory, &borders);
        let graph = Graph::new(outer_m.clone(), borders.clone()).with_links(&territory);
        let mut problem = problem(random, &territory, &graph);
        problem.base = Some(goals::base_plan(random, &territory));
        let graph = graph.with_centres(goals::centres(random, units));
        Self { territory, graph, problem, outer_m, borders, adjacent, pieces: None }
    }

    /// 5 to 9 units with everything that a goal may ask about, and bounds as the only rule:
    /// in several parts now and then, with units of nobody, without a maximum, from 0 on.
    pub fn plain(random: &mut ChaCha8Rng) -> Self {
        let units = random.random_range(5..=9);
        let density = if random.random_bool(0.15) { 0.5 } else { 0.9 };
        let borders = planar_borders(random, units, density);
        let outer_m: Vec<u64> = (0..units).map(|_| random.random_range(0..=3_000)).collect();
        let mut territory = Territory::new(inhabited(random, units)).unwrap();
        territory.links = links(random, units, &borders);
        let adjacent = adjacent(&territory, &borders);
        let graph = Graph::new(outer_m.clone(), borders.clone())
            .with_links(&territory)
            .with_centres(goals::centres(random, units));
        goals::add_groups(random, &mut territory);
        let mut problem = Problem::within(bounds(random, &territory, 0.2, 0.85));
        problem.ideal = random.random_bool(0.4).then(|| random.random_range(0..=people(&territory)));
        problem.base = Some(goals::base_plan(random, &territory));
        Self { territory, graph, problem, outer_m, borders, adjacent, pieces: None }
    }
}

impl World {
    /// The same question where zones may lie apart.
    pub fn with_zones_apart(mut self) -> Self {
        let setting = self.problem.profile.rules.entry(RuleId::ZoneNotContiguous).or_default();
        setting.weight = Some(RuleWeight::Off);
        self
    }
}

/// Inhabitants of a territory.
pub fn people(territory: &Territory) -> u64 {
    territory.units().values().map(|unit| unit.population).sum()
}

fn inhabited(random: &mut ChaCha8Rng, units: usize) -> Vec<Unit> {
    let most = [1, 3, 20, 1_000, 30_000][random.random_range(0..5)];
    let empty = if random.random_bool(0.2) { 0.3 } else { 0.0 };
    let unit = |index: usize| {
        let population = if random.random_bool(empty) { 0 } else { random.random_range(most / 4..=most) };
        Unit { code: UnitCode::new(format!("{index:02}")), name: format!("unit {index}"), population }
    };
    (0..units).map(unit).collect()
}

fn planar_borders(random: &mut ChaCha8Rng, units: usize, chance: f64) -> Vec<(UnitId, UnitId, u64)> {
    let columns = random.random_range(2..=4);
    let mut borders = Vec::new();
    let mut join = |random: &mut ChaCha8Rng, a: usize, b: usize, chance: f64| {
        if b < units && random.random_bool(chance) {
            borders.push((UnitId::new(a), UnitId::new(b), random.random_range(1..=2_000)));
        }
    };
    for a in 0..units {
        let last_column = a % columns == columns - 1;
        if !last_column {
            join(random, a, a + 1, chance);
            join(random, a, a + columns + 1, 0.3);
        }
        join(random, a, a + columns, chance);
    }
    borders
}

fn links(random: &mut ChaCha8Rng, units: usize, borders: &[(UnitId, UnitId, u64)]) -> Vec<Link> {
    let link = |between, change| Link { between, change, reason: "trial".into(), author: None, date: None };
    let mut links = Vec::new();
    if random.random_bool(0.2) {
        let a = random.random_range(0..units - 1);
        let b = random.random_range(a + 1..units);
        links.push(link([UnitId::new(a), UnitId::new(b)], LinkChange::Add));
    }
    if random.random_bool(0.2) && !borders.is_empty() {
        let (a, b, _) = borders[random.random_range(0..borders.len())];
        if links.iter().all(|link| link.between != [a, b]) {
            links.push(link([b, a], LinkChange::Remove));
        }
    }
    links
}

fn adjacent(territory: &Territory, borders: &[(UnitId, UnitId, u64)]) -> Vec<(UnitId, UnitId)> {
    let mut pairs: Vec<(UnitId, UnitId)> = borders.iter().map(|&(a, b, _)| (a, b)).collect();
    for link in &territory.links {
        let [a, b] = link.between;
        let pair = (a.min(b), a.max(b));
        match link.change {
            LinkChange::Add => pairs.push(pair),
            LinkChange::Remove => pairs.retain(|&other| other != pair),
        }
    }
    pairs
}

fn problem(random: &mut ChaCha8Rng, territory: &Territory, graph: &Graph) -> Problem {
    let total = people(territory);
    let mut problem = Problem::within(bounds(random, territory, 0.0, 0.6));
    let anything = PopulationBounds::new(0, None).unwrap();
    if random.random_bool(0.25) {
        let units = some_units(random, territory, graph);
        let narrow = PopulationBounds::new(total / 8, Some(total / 2)).unwrap();
        let bounds = if random.random_bool(0.5) { anything } else { narrow };
        problem.exceptions.push(Exception::bounds_for(units, bounds, "trial"));
    }
    if random.random_bool(0.2) {
        let units = some_units(random, territory, graph);
        let has_own = problem.exceptions.iter().any(|one| one.zone().is_some_and(|(zone, _)| zone == units));
        if !has_own && random.random_bool(0.7) {
            problem.exceptions.push(Exception::bounds_for(units.clone(), anything, "trial"));
        }
        problem.fixed_zones.push(FixedZone { name: "fixed".into(), units, reason: "trial".into() });
    }
    problem
}

/// As many zones as one to four of about the same size, give or take a share of that size
/// between `least` and `most`.
fn bounds(random: &mut ChaCha8Rng, territory: &Territory, least: f64, most: f64) -> PopulationBounds {
    let zones = random.random_range(1..=4);
    let ideal = people(territory) as f64 / f64::from(zones);
    let spread = random.random_range(least..most);
    let from_nobody = least > 0.0 && random.random_bool(0.08);
    let minimum = if from_nobody { 0 } else { (ideal * (1.0 - spread)) as u64 };
    let maximum = random.random_bool(0.9).then(|| ((ideal * (1.0 + spread)).ceil() as u64).max(minimum));
    PopulationBounds::new(minimum, maximum).unwrap()
}

/// One to three units, connected more often than not.
pub fn some_units(random: &mut ChaCha8Rng, territory: &Territory, graph: &Graph) -> Vec<UnitId> {
    loop {
        let size = random.random_range(1..=3);
        let mut units: Vec<UnitId> =
            (0..size).map(|_| UnitId::new(random.random_range(0..territory.units().len()))).collect();
        units.sort();
        units.dedup();
        if components(graph, &units).len() == 1 || random.random_bool(0.1) {
            return units;
        }
    }
}

/// A grid of units of 1 to 9 inhabitants, to be cut into zones of 25 to 35.
pub fn weighted_grid(columns: usize, rows: usize, seed: u64) -> World {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let unit = |index: usize, population| Unit {
        code: UnitCode::new(format!("{index:03}")),
        name: format!("unit {index}"),
        population,
    };
    let units = (0..columns * rows).map(|index| unit(index, random.random_range(1..=9))).collect();
    let graph = Graph::grid(columns, rows);
    World {
        territory: Territory::new(units).unwrap(),
        problem: Problem::within(PopulationBounds::new(25, Some(35)).unwrap()),
        outer_m: graph.units().map(|unit| graph.outer_m(unit)).collect(),
        borders: graph.borders().collect(),
        adjacent: graph.borders().map(|(a, b, _)| (a, b)).collect(),
        graph,
        pieces: None,
    }
}
