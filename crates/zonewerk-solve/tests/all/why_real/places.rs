//! Where conflicts are planted: cut-outs of Flanders along the zones of its plans, and grids. Each
//! has a plan before anything is planted.

use std::collections::BTreeSet;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::graph::{Contact, Graph};
use zonewerk_core::problem::{CountBounds, Excepted, Problem};
use zonewerk_core::territory::{Id, Territory, UnitId};
use zonewerk_solve::why::WhyQuestion;
use zonewerk_solve::{Feasibility, FeasibilityQuery, Options, Unwatched, feasibility};

use crate::worlds::weighted_grid;

/// A question that has a plan.
pub struct Place {
    pub name: String,
    pub case: WhyQuestion,
    /// Zones of a plan.
    pub zones: Vec<Vec<UnitId>>,
}

/// A built-in scenario and its plan in force.
pub struct Country {
    pub name: &'static str,
    pub case: WhyQuestion,
    zones: Vec<Vec<UnitId>>,
}

impl Country {
    pub fn new(name: &'static str) -> Self {
        let scenario = zonewerk_io::scenario(Some(name)).unwrap();
        let zones = scenario.official_plan.as_ref().unwrap().members().values().cloned().collect();
        let graph = scenario.graph();
        let case =
            WhyQuestion { territory: scenario.territory, graph, problem: scenario.problem, measured: None };
        Self { name, case, zones }
    }

    /// Some zones beside each other that have a plan by themselves: 20 to 60 municipalities.
    fn cut_out(&self, random: &mut ChaCha8Rng) -> Option<Place> {
        let small = |zone: &&Vec<UnitId>| zone.len() > 1 && zone.len() < 15;
        let zones: Vec<&Vec<UnitId>> = self.zones.iter().filter(small).collect();
        let most = random.random_range(20..=60);
        let mut units: BTreeSet<UnitId> =
            zones[random.random_range(0..zones.len())].iter().copied().collect();
        loop {
            let is_beside = |zone: &&&Vec<UnitId>| {
                let mut beside = zone.iter().flat_map(|&unit| self.case.graph.neighbours(unit));
                zone.iter().all(|unit| !units.contains(unit))
                    && beside.any(|other| units.contains(&other.unit))
                    && units.len() + zone.len() <= most
            };
            let beside: Vec<&&Vec<UnitId>> = zones.iter().filter(is_beside).collect();
            if beside.is_empty() {
                break;
            }
            units.extend(beside[random.random_range(0..beside.len())].iter());
        }
        let units: Vec<UnitId> = units.into_iter().collect();
        (units.len() >= 20).then(|| self.part(&units)).and_then(|case| place(self.name, case))
    }

    /// The same question about these units (ascending) alone.
    pub fn part(&self, units: &[UnitId]) -> WhyQuestion {
        let WhyQuestion { territory: all, graph, problem, .. } = &self.case;
        let new = |unit: UnitId| units.binary_search(&unit).ok().map(UnitId::new);
        let inside = |list: &[UnitId]| -> Vec<UnitId> { list.iter().filter_map(|&unit| new(unit)).collect() };
        let whole = |list: &[UnitId]| list.iter().all(|&unit| new(unit).is_some());
        let mut territory =
            Territory::new(units.iter().map(|&unit| all.unit(unit).clone()).collect()).unwrap();
        territory.population_date = all.population_date;
        territory.families.clone_from(&all.families);
        for family in &mut territory.families {
            for group in &mut family.groups {
                group.units = inside(&group.units);
                group.parts.retain(|(unit, _)| new(*unit).is_some());
                group.parts.iter_mut().for_each(|(unit, _)| *unit = new(*unit).unwrap());
            }
            family.groups.retain(|group| !group.units.is_empty() || !group.parts.is_empty());
        }
        territory.links = all.links.iter().filter(|link| whole(&link.between)).cloned().collect();
        territory
            .links
            .iter_mut()
            .for_each(|link| link.between = link.between.map(|unit| new(unit).unwrap()));
        let mut outer_m: Vec<u64> = units.iter().map(|&unit| graph.outer_m(unit)).collect();
        let mut borders = Vec::new();
        for (low, high) in graph.pairs().filter(|(_, high)| high.contact == Contact::Border) {
            match (new(low), new(high.unit)) {
                (Some(low), Some(unit)) => borders.push((low, unit, high.border_m)),
                (one, other) => {
                    one.into_iter().chain(other).for_each(|unit| outer_m[unit.index()] += high.border_m);
                }
            }
        }
        let mut problem = Problem { base: None, ..problem.clone() };
        problem.profile.zone.count = CountBounds::default();
        problem.fixed_zones.retain(|fixed| whole(&fixed.units));
        problem.exceptions.retain_mut(|exception| match &mut exception.subject {
            Excepted::Units(units) if whole(units) => {
                *units = inside(units);
                true
            }
            Excepted::Group(name) => {
                territory.families.iter().flat_map(|family| &family.groups).any(|group| group.name == *name)
            }
            _ => false,
        });
        let graph = Graph::new(outer_m, borders).with_links(&territory);
        WhyQuestion { territory, graph, problem, measured: None }
    }
}

/// A place that is drawn at random.
pub fn any_place(countries: &[Country], random: &mut ChaCha8Rng) -> Place {
    loop {
        let found = match random.random_range(0..=2 * countries.len()) {
            0 => grid(random),
            drawn => countries[drawn % countries.len()].cut_out(random),
        };
        if let Some(place) = found {
            return place;
        }
    }
}

fn grid(random: &mut ChaCha8Rng) -> Option<Place> {
    let world = weighted_grid(random.random_range(5..=8), random.random_range(8..=10), random.random());
    place(
        "grid",
        WhyQuestion {
            territory: world.territory,
            graph: world.graph,
            problem: world.problem,
            measured: None,
        },
    )
}

/// The question with a plan, where there is one.
pub fn place(name: &str, case: WhyQuestion) -> Option<Place> {
    match ask(&case) {
        Feasibility::Feasible(zones) => {
            Some(Place { name: format!("{name} {}", case.graph.len()), case, zones })
        }
        _ => None,
    }
}

/// Whether there is a plan.
pub fn ask(case: &WhyQuestion) -> Feasibility {
    let WhyQuestion { territory, graph, problem, .. } = case;
    let asked = FeasibilityQuery::whole(territory, graph, problem);
    feasibility(&asked, &Options::default(), &Unwatched)
}
