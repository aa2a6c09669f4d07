use std::collections::BTreeSet;

use zonewerk::audit::{Audit, audit};
use zonewerk::graph::Graph;
use zonewerk::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk::problem::{Exception, FixedZone, PopulationBounds, Problem};
use zonewerk::territory::{Id, IdVec, Link, LinkChange, Territory, Unit, UnitCode, UnitId, ZoneId};

/// A grid of units `1`, `2`, ... row by row and a plan over it.
pub struct World {
    columns: usize,
    people: Vec<u64>,
    problem: Problem,
    links: Vec<Link>,
    zones: Vec<String>,
    pub holdings: Vec<Holding>,
    graph: Option<Graph>,
}

/// A plan drawn by rows: a letter is a zone, `.` is no zone, `?` a zone the plan has
/// not. Each unit has 10 inhabitants, a zone 20 to 40.
pub fn plan(rows: &str) -> World {
    let rows: Vec<&str> = rows.split_whitespace().collect();
    let letters: Vec<char> = rows.concat().chars().collect();
    let zones: BTreeSet<char> = letters.iter().copied().filter(char::is_ascii_lowercase).collect();
    World {
        columns: rows[0].len(),
        people: vec![10; letters.len()],
        problem: Problem::within(PopulationBounds::new(20, Some(40)).unwrap()),
        links: Vec::new(),
        holdings: letters.iter().map(|&letter| holding(letter)).collect(),
        zones: zones.iter().map(char::to_string).collect(),
        graph: None,
    }
}

pub fn zone(letter: char) -> ZoneId {
    ZoneId::new(if letter == '?' { 98 } else { letter as usize - 'a' as usize })
}

fn holding(letter: char) -> Holding {
    if letter == '.' { Holding::Unassigned } else { Holding::Whole(zone(letter)) }
}

fn unit(number: usize) -> UnitId {
    UnitId::new(number - 1)
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| unit(number)).collect()
}

impl World {
    pub fn people(mut self, number: usize, people: u64) -> Self {
        self.people[number - 1] = people;
        self
    }

    pub fn bounds(mut self, minimum: u64, maximum: Option<u64>) -> Self {
        self.problem.profile.zone.population = PopulationBounds::new(minimum, maximum).unwrap();
        self
    }

    pub fn exception(mut self, numbers: &[usize], minimum: u64, maximum: Option<u64>) -> Self {
        let number = self.problem.exceptions.len() + 1;
        let bounds = PopulationBounds::new(minimum, maximum).unwrap();
        self.problem.exceptions.push(Exception {
            legal_ground: (number == 2).then(|| "art. 2".to_owned()),
            ..Exception::bounds_for(units(numbers), bounds, format!("reason {number}"))
        });
        self
    }

    pub fn fixed(mut self, name: &str, numbers: &[usize]) -> Self {
        let units = units(numbers);
        self.problem.fixed_zones.push(FixedZone { name: name.to_owned(), units, reason: "given".to_owned() });
        self
    }

    pub fn link(mut self, change: LinkChange, a: usize, b: usize) -> Self {
        let between = [unit(a), unit(b)];
        self.links.push(Link { between, change, reason: "bridge".to_owned(), author: None, date: None });
        self
    }

    pub fn parts(mut self, number: usize, parts: &[(char, Option<u64>)]) -> Self {
        let part = |&(letter, population): &(char, Option<u64>)| UnitPart {
            name: format!("part in {letter}"),
            population,
            zone: zone(letter),
        };
        self.holdings[number - 1] = Holding::Parts(parts.iter().map(part).collect());
        self
    }

    pub fn zone_names(mut self, names: &[&str]) -> Self {
        self.zones = names.iter().map(|&name| name.to_owned()).collect();
        self
    }

    pub fn graph(mut self, graph: Graph) -> Self {
        self.graph = Some(graph);
        self
    }

    fn territory(&self) -> Territory {
        let unit = |(index, &population): (usize, &u64)| Unit {
            code: UnitCode::new(format!("{:02}", index + 1)),
            name: format!("u{}", index + 1),
            population,
        };
        let mut territory = Territory::new(self.people.iter().enumerate().map(unit).collect()).unwrap();
        territory.links = self.links.clone();
        territory
    }

    pub fn audit(&self) -> Audit {
        let grid = Graph::grid(self.columns, self.people.len() / self.columns);
        let zone = |name: &String| Zone::new(name.clone());
        let plan = Plan {
            zones: self.zones.iter().map(zone).collect::<IdVec<ZoneId, Zone>>(),
            holdings: self.holdings.clone().into(),
            date: None,
        };
        audit(&self.territory(), self.graph.as_ref().unwrap_or(&grid), &self.problem, &plan)
    }
}
