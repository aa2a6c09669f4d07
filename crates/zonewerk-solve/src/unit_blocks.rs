//! Units that every plan keeps in one zone, found by sums, and what that makes impossible.
//!
//! A pin keeps units together. Units with too few inhabitants for a zone lie in one with a neighbour:
//! where the maximum leaves one neighbour only, with that one. A part of the territory that is connected
//! with the rest by one unit only (a cut vertex) and has too few inhabitants for a zone lies in the zone of that
//! unit, whole. Such units then count as one, and the search is repeated until nothing changes. One with
//! more inhabitants than a zone, or with too few and none beside it that leaves it within the maximum,
//! is in no plan. Where zones may lie apart, all units are beside each other.
//!
//! A zone with a unit that no zone by exception holds is an ordinary zone, so only such units lead
//! to something. Where an exception knows its zone by some of the units, any unit may be in that:
//! nothing is said.

use std::collections::BTreeSet;

use petgraph::unionfind::UnionFind;

use crate::Infeasibility;
use crate::objective_steps::Question;
use zonewerk_core::graph::{Graph, cut_vertices};
use zonewerk_core::problem::PopulationBounds;
use zonewerk_core::territory::{Id, UnitId};

/// Proved: units that every plan keeps in one zone make none that the bounds allow.
pub(super) fn before_listing(question: Question<'_>) -> Option<Infeasibility> {
    let rules = &question.requirements.zones;
    let bounds = rules.bounds();
    if !rules.zones_around().is_empty() || bounds.maximum().is_none() && bounds.minimum() == 0 {
        return None;
    }
    let mut is_fixed = vec![false; question.graph.len()];
    let fixed = question.problem.fixed_zones.iter().flat_map(|zone| &zone.units);
    fixed.for_each(|unit| is_fixed[unit.index()] = true);
    let mut classes = UnionFind::new(question.graph.len());
    let wished = question.requirements.wishes.together(question.graph.len());
    for unit in (0..is_fixed.len()).filter(|&unit| !is_fixed[unit]) {
        let first = wished.find(unit);
        if !is_fixed[first] {
            classes.union(first, unit);
        }
    }
    while question.watch.stop().is_none() {
        let parts = UnitBlocks::of(question, &is_fixed, &classes, bounds);
        if let Some(why) = parts.impossible() {
            return Some(why);
        }
        let pairs = parts.kept_together();
        if pairs.is_empty() {
            return None;
        }
        for (a, b) in pairs {
            classes.union(parts.units[a][0].index(), parts.units[b][0].index());
        }
    }
    None
}

/// Blocks of units that every plan keeps together.
struct UnitBlocks {
    units: Vec<Vec<UnitId>>,
    people: Vec<u64>,
    /// The parts beside each; `None` where zones may lie apart, and all others are.
    beside: Option<Vec<BTreeSet<usize>>>,
    /// Whether a zone by exception holds the whole part.
    excepted: Vec<bool>,
    /// Whether a zone by exception holds one of its units.
    touched: Vec<bool>,
    bounds: PopulationBounds,
}

impl UnitBlocks {
    fn of(
        question: Question<'_>,
        is_fixed: &[bool],
        classes: &UnionFind<usize>,
        bounds: PopulationBounds,
    ) -> Self {
        let Question { territory, graph, requirements, .. } = question;
        let mut place = vec![None; graph.len()];
        let mut units: Vec<Vec<UnitId>> = Vec::new();
        for unit in graph.units().filter(|unit| !is_fixed[unit.index()]) {
            let at = *place[classes.find(unit.index())].get_or_insert(units.len());
            if at == units.len() {
                units.push(Vec::new());
            }
            units[at].push(unit);
        }
        let at = |unit: UnitId| place[classes.find(unit.index())].filter(|_| !is_fixed[unit.index()]);
        let beside = |(own, units): (usize, &Vec<UnitId>)| {
            let neighbours = units.iter().flat_map(|&unit| graph.neighbours(unit));
            neighbours.filter_map(|neighbour| at(neighbour.unit)).filter(|&other| other != own).collect()
        };
        let exact = requirements.zones.exact_zones();
        let mut in_exact = vec![false; graph.len()];
        exact.iter().flat_map(|zone| *zone).for_each(|unit| in_exact[unit.index()] = true);
        let touches = |units: &Vec<UnitId>| units.iter().any(|unit| in_exact[unit.index()]);
        let holds_all = |units: &Vec<UnitId>| {
            touches(units)
                && exact.iter().any(|zone| units.iter().all(|unit| zone.binary_search(unit).is_ok()))
        };
        Self {
            people: units.iter().map(|units| territory.population(units.iter().copied())).collect(),
            beside: (!requirements.zones.may_lie_apart())
                .then(|| units.iter().enumerate().map(beside).collect()),
            excepted: units.iter().map(holds_all).collect(),
            touched: units.iter().map(touches).collect(),
            bounds,
            units,
        }
    }

    /// The parts that lie in ordinary zones and have too few inhabitants for one.
    fn too_small(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.units.len())
            .filter(|&part| !self.excepted[part] && self.people[part] < self.bounds.minimum())
    }

    /// The parts beside one.
    fn beside(&self, part: usize) -> impl Iterator<Item = usize> + '_ {
        let listed = self.beside.iter().flat_map(move |beside| beside[part].iter().copied());
        let all = if self.beside.is_none() { 0..self.units.len() } else { 0..0 };
        listed.chain(all.filter(move |&other| other != part))
    }

    /// The parts beside one with which it stays within the maximum.
    fn ways_out(&self, part: usize) -> impl Iterator<Item = usize> + '_ {
        let fits = move |other: &usize| !self.bounds.exceeded_by(self.people[part] + self.people[*other]);
        self.beside(part).filter(fits)
    }

    fn impossible(&self) -> Option<Infeasibility> {
        let above = |part: &usize| !self.excepted[*part] && self.bounds.exceeded_by(self.people[*part]);
        let largest = (0..self.units.len()).filter(above).max_by_key(|&part| self.people[part]);
        let (units, population) = (|part: usize| self.units[part].clone(), |part: usize| self.people[part]);
        if let Some(part) = largest {
            let (units, population, bounds) = (units(part), population(part), self.bounds);
            return Some(Infeasibility::AboveMaximum { units, population, bounds });
        }
        let closed = self.too_small().find(|&part| self.ways_out(part).next().is_none())?;
        Some(Infeasibility::BelowMinimum {
            units: units(closed),
            population: population(closed),
            bounds: self.bounds,
            with_neighbour: self.beside(closed).map(|other| population(closed) + population(other)).min(),
        })
    }

    /// Pairs of parts that lie in one zone.
    fn kept_together(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for part in self.too_small() {
            let mut ways = self.ways_out(part);
            if let (Some(only), None) = (ways.next(), ways.next()) {
                pairs.push((part, only));
            }
        }
        // A complete graph has no cut vertex.
        let Some(all) = &self.beside else { return pairs };
        let borders = all.iter().enumerate().flat_map(|(part, beside)| {
            beside.range(part + 1..).map(move |&other| (UnitId::new(part), UnitId::new(other), 1))
        });
        let graph = Graph::new(vec![0; self.units.len()], borders);
        for cut in cut_vertices(&graph) {
            for &first in &all[cut.index()] {
                let pendant = self.pendant(all, first, cut.index()).unwrap_or_default();
                pairs.extend(pendant.into_iter().map(|part| (cut.index(), part)));
            }
        }
        pairs
    }

    /// The parts that are reached from one without the cut, where they have too few inhabitants for a
    /// zone and no zone by exception holds a unit of them.
    fn pendant(&self, beside: &[BTreeSet<usize>], first: usize, cut: usize) -> Option<BTreeSet<usize>> {
        let (mut reached, mut next, mut people) = (BTreeSet::from([first]), vec![first], 0_u64);
        while let Some(part) = next.pop() {
            people += self.people[part];
            if people >= self.bounds.minimum() || self.touched[part] {
                return None;
            }
            let further = beside[part].iter().filter(|&&other| other != cut);
            next.extend(further.filter(|&&other| reached.insert(other)));
        }
        Some(reached)
    }
}
