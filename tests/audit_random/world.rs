use rand::{Rng, RngExt};
use zonewerk::graph::Graph;
use zonewerk::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk::problem::{Exception, FixedZone, PopulationBounds, Problem};
use zonewerk::territory::{Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId, ZoneId};

/// A territory, a question and a plan, in plain numbers.
pub struct World {
    pub people: Vec<u64>,
    pub edges: Vec<(usize, usize)>,
    pub links: Vec<(usize, usize, bool)>,
    pub minimum: u64,
    pub maximum: Option<u64>,
    /// Units, minimum, maximum.
    pub exceptions: Vec<(Vec<usize>, u64, Option<u64>)>,
    pub fixed: Vec<Vec<usize>>,
    pub names: Vec<String>,
    /// Where each unit lies; the zones are numbered, some numbers have no zone.
    pub holdings: Vec<Given>,
}

/// Where a unit lies: `Whole` in a zone, or parts with zone and inhabitants.
pub enum Given {
    Whole(usize),
    Parts(Vec<(usize, Option<u64>)>),
    Nowhere,
}

impl World {
    /// A patch of a triangulated grid with holes, two to nine units, a few zones.
    pub fn random(random: &mut impl Rng) -> Self {
        let columns = random.random_range(1..=3);
        let rows = random.random_range(2..=3);
        let (units, tidy) = (columns * rows, random.random_bool(0.6));
        let mut edges = Vec::new();
        for unit in 0..units {
            let (column, row) = (unit % columns, unit / columns);
            let (right, below) = (column + 1 < columns, row + 1 < rows);
            let diagonal = right && below;
            let mut near = Vec::from([(right, unit, unit + 1), (below, unit, unit + columns)]);
            let falling = random.random_bool(0.5);
            near.push((diagonal && falling, unit, unit + columns + 1));
            near.push((diagonal && !falling, unit + 1, unit + columns));
            let kept = near.into_iter().filter(|near| near.0 && random.random_bool(0.8));
            edges.extend(kept.map(|(_, a, b)| (a, b)).collect::<Vec<_>>());
        }
        let zones = random.random_range(1..=3.min(units));
        let people: Vec<u64> = (0..units).map(|_| random.random_range(0..=6)).collect();
        let holdings: Vec<Given> = (0..units)
            .map(|unit| match random.random_range(0..if tidy { 1 } else { 40 }) {
                1 => Given::Nowhere,
                2 => Given::Whole(zones + random.random_range(0..2)),
                3..=5 => Given::parts(random, zones, people[unit]),
                _ if tidy => Given::Whole(unit * zones / units),
                _ => Given::Whole(random.random_range(0..zones)),
            })
            .collect();
        let subset = |random: &mut _| -> Vec<usize> {
            let of_zone = |zone: usize| {
                (0..units).filter(|&unit| matches!(holdings[unit], Given::Whole(z) if z == zone)).collect()
            };
            let mut chosen: Vec<usize> = of_zone(pick(random, zones));
            if pick(random, 3) == 0 {
                let other = pick(random, units);
                chosen.retain(|&unit| unit != other);
                if pick(random, 2) == 0 {
                    chosen.push(other);
                    chosen.sort();
                }
            }
            chosen
        };
        let exceptions = (0..pick(random, 3))
            .map(|_| {
                let (minimum, maximum) = bounds(random);
                (subset(random), minimum, maximum)
            })
            .collect();
        let fixed: Vec<Vec<usize>> =
            (0..pick(random, 4) / 2).map(|_| subset(random)).filter(|units| !units.is_empty()).collect();
        let links = (0..pick(random, 4))
            .map(|_| (pick(random, units), pick(random, units), pick(random, 2) == 0))
            .filter(|(a, b, _)| a != b)
            .collect();
        let same = pick(random, 20) == 0;
        let names = (0..zones).map(|zone| format!("z{}", if same { zone / 2 } else { zone })).collect();
        let (minimum, maximum) = bounds(random);
        Self { people, edges, links, minimum, maximum, exceptions, fixed, names, holdings }
    }

    /// The world in the library's types; with the links in the graph already, or not.
    pub fn build(&self, linked: bool) -> (Territory, Graph, Problem, Plan) {
        let ids = |units: &[usize]| units.iter().map(|&unit| UnitId::new(unit)).collect::<Vec<_>>();
        let units = self.people.iter().enumerate().map(|(unit, &population)| Unit {
            code: UnitCode::new(format!("{unit}")),
            name: format!("u{unit}"),
            population,
        });
        let mut territory = Territory::new(units.collect()).unwrap();
        territory.links = self.links.iter().map(|&(a, b, add)| link(a, b, add)).collect();
        let borders = self.edges.iter().map(|&(a, b)| (UnitId::new(a), UnitId::new(b), 1));
        let graph = Graph::new(vec![0; self.people.len()], borders);
        let exceptions = self.exceptions.iter().map(|(units, minimum, maximum)| Exception {
            units: ids(units),
            bounds: PopulationBounds::new(*minimum, *maximum).unwrap(),
            reason: "why".to_owned(),
            legal_ground: None,
        });
        let fixed_zones = self.fixed.iter().enumerate().map(|(number, units)| FixedZone {
            name: format!("f{number}"),
            units: ids(units),
            reason: "given".to_owned(),
        });
        let problem = Problem {
            exceptions: exceptions.collect(),
            fixed_zones: fixed_zones.collect(),
            ..Problem::within(PopulationBounds::new(self.minimum, self.maximum).unwrap())
        };
        let zones = self.names.iter().map(|name| Zone::new(name.clone()));
        let holdings = self.holdings.iter().map(|given| match given {
            Given::Nowhere => Holding::Unassigned,
            Given::Whole(zone) => Holding::Whole(ZoneId::new(*zone)),
            Given::Parts(parts) => Holding::Parts(parts.iter().map(|&part| unit_part(part)).collect()),
        });
        let plan = Plan { zones: zones.collect(), holdings: holdings.collect() };
        let graph = if linked { graph.with_links(&territory) } else { graph };
        (territory, graph, problem, plan)
    }
}

impl Given {
    fn parts(random: &mut impl Rng, zones: usize, people: u64) -> Self {
        let first = random.random_range(0..=people);
        let populations = [Some(first), Some(people - first + u64::from(pick(random, 4) == 0))];
        let parts = populations.into_iter().take(pick(random, 8).min(2));
        Self::Parts(
            parts
                .map(|people| {
                    (
                        pick(random, zones * 6 + 1) % (zones * 6) / 6 + usize::from(pick(random, 15) == 0),
                        people.filter(|_| pick(random, 4) > 0),
                    )
                })
                .collect(),
        )
    }
}

fn pick(random: &mut impl Rng, below: usize) -> usize {
    random.random_range(0..below)
}

fn bounds(random: &mut impl Rng) -> (u64, Option<u64>) {
    let minimum = random.random_range(0..=8);
    (minimum, (pick(random, 4) > 0).then(|| minimum + random.random_range(0..=16)))
}

fn link(a: usize, b: usize, add: bool) -> Link {
    let change = if add { LinkChange::Add } else { LinkChange::Remove };
    Link { between: [a, b].map(UnitId::new), change, reason: "why".to_owned(), author: None, date: None }
}

fn unit_part((zone, population): (usize, Option<u64>)) -> UnitPart {
    UnitPart { name: "part".to_owned(), population, zone: ZoneId::new(zone) }
}
