//! The same world under other codes, with every list in another order.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::problem::{Excepted, PinKind};
use zonewerk_core::territory::{Id, IdVec, Territory, Unit, UnitCode, UnitId, ZoneId};

use super::World;

impl World {
    /// The same question with codes given anew and rows in another order.
    pub fn relabelled(&self, random: &mut ChaCha8Rng) -> Self {
        let units = self.territory.units().len();
        let mut new: Vec<usize> = (0..units).collect();
        shuffle(random, &mut new);
        let renamed = |unit: UnitId| UnitId::new(new[unit.index()]);
        let all = |units: &[UnitId]| {
            let mut units: Vec<UnitId> = units.iter().map(|&unit| renamed(unit)).collect();
            units.sort();
            units
        };
        let territory = self.territory_with(random, renamed, all);
        let mut outer_m = vec![0; units];
        let mut centres = vec![[0; 3]; units];
        for unit in self.graph.units() {
            outer_m[new[unit.index()]] = self.outer_m[unit.index()];
            centres[new[unit.index()]] = self.graph.centres()[unit];
        }
        let mut borders: Vec<_> =
            self.borders.iter().map(|&(a, b, border_m)| (renamed(b), renamed(a), border_m)).collect();
        shuffle(random, &mut borders);
        let graph = Graph::new(outer_m.clone(), borders.clone()).with_links(&territory).with_centres(centres);
        let mut adjacent: Vec<_> = self.adjacent.iter().map(|&(a, b)| (renamed(b), renamed(a))).collect();
        shuffle(random, &mut adjacent);
        let mut problem = self.problem.clone();
        for exception in &mut problem.exceptions {
            if let Excepted::Units(units) = &mut exception.subject {
                *units = all(units);
            }
        }
        problem.fixed_zones.iter_mut().for_each(|fixed| fixed.units = all(&fixed.units));
        for pin in &mut problem.pins {
            match &mut pin.asks {
                PinKind::Together(units) | PinKind::Apart(units) => *units = all(units),
                PinKind::Zone { holds, without, .. } => (*holds, *without) = (all(holds), all(without)),
            }
        }
        shuffle(random, &mut problem.exceptions);
        shuffle(random, &mut problem.fixed_zones);
        shuffle(random, &mut problem.pins);
        problem.base = problem.base.map(|base| base_with(random, &base, renamed));
        Self { territory, graph, problem, outer_m, borders, adjacent, pieces: None }
    }

    fn territory_with(
        &self,
        random: &mut ChaCha8Rng,
        renamed: impl Fn(UnitId) -> UnitId,
        all: impl Fn(&[UnitId]) -> Vec<UnitId>,
    ) -> Territory {
        let coded = |(unit, facts): (UnitId, &Unit)| Unit {
            code: UnitCode::new(format!("{:03}", renamed(unit).index())),
            ..facts.clone()
        };
        let mut rows: Vec<Unit> = self.territory.units().iter().map(coded).collect();
        shuffle(random, &mut rows);
        let mut territory = Territory::new(rows).unwrap();
        territory.links = self.territory.links.clone();
        for link in &mut territory.links {
            let [a, b] = link.between;
            link.between = [renamed(b), renamed(a)];
        }
        territory.families = self.territory.families.clone();
        for family in &mut territory.families {
            for group in &mut family.groups {
                group.units = all(&group.units);
                group.parts.iter_mut().for_each(|(unit, _)| *unit = renamed(*unit));
            }
            shuffle(random, &mut family.groups);
            for (number, group) in family.groups.iter_mut().enumerate() {
                group.name = format!("group {number}");
            }
        }
        territory.planned_mergers = self.territory.planned_mergers.clone();
        territory.planned_mergers.iter_mut().for_each(|merger| merger.units = all(&merger.units));
        shuffle(random, &mut territory.planned_mergers);
        territory
    }
}

/// The zones of the base plan in another order.
fn base_with(random: &mut ChaCha8Rng, base: &Plan, renamed: impl Fn(UnitId) -> UnitId) -> Plan {
    let mut new: Vec<usize> = (0..base.zones.len()).collect();
    shuffle(random, &mut new);
    let moved = |zone: ZoneId| ZoneId::new(new[zone.index()]);
    let mut holdings = IdVec::filled(Holding::Unassigned, base.holdings.len());
    for (unit, holding) in base.holdings.iter() {
        holdings[renamed(unit)] = match holding.clone() {
            Holding::Unassigned => Holding::Unassigned,
            Holding::Whole(zone) => Holding::Whole(moved(zone)),
            Holding::Shared(zones) => Holding::Shared(zones.into_iter().map(moved).collect()),
            Holding::Parts(mut parts) => {
                parts.iter_mut().for_each(|part| part.zone = moved(part.zone));
                Holding::Parts(parts)
            }
        };
    }
    Plan { zones: base.zones.clone(), holdings, date: base.date }
}

/// Any order, each as likely.
pub fn shuffle<T>(random: &mut ChaCha8Rng, items: &mut [T]) {
    for last in (1..items.len()).rev() {
        items.swap(last, random.random_range(0..=last));
    }
}
