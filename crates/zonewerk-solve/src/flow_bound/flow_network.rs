//! The plain network that flows run over: points with inhabitants, and what it costs to part them.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::unionfind::UnionFind;

use crate::objective_steps::Question;
use crate::parting_costs::{PartingCosts, add_up};
use crate::zones::Nesting;
use zonewerk_core::problem::{Goal, Step};
use zonewerk_core::territory::{Id, UnitId};

/// Points and the edges between them; flows tell both by their places.
///
/// A point is a unit, or units that every plan keeps together. Units of fixed zones are no points:
/// what it costs to part them from others is in `constant`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlowNetwork {
    /// The units of each point, ascending.
    pub units: Vec<Vec<UnitId>>,
    /// Inhabitants of each point.
    pub people: Vec<u64>,
    /// Most inhabitants of a zone that holds a point, the most favourable exception included;
    /// `None` where nothing limits them.
    pub most: Vec<Option<u64>>,
    /// Pairs of points that a plan parts or does not, each pair once.
    pub edges: Vec<NetworkEdge>,
    /// Pairs of points that lie side by side, may lie in one zone, and cost nothing to part.
    pub touching: Vec<[usize; 2]>,
    /// What every plan costs besides: pairs that every plan parts, and the outer border.
    pub constant: u64,
}

/// A pair of points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NetworkEdge {
    /// The two points, the lower first.
    pub ends: [usize; 2],
    /// What a plan pays that parts them, in the unit of the step.
    pub cost: u64,
}

impl FlowNetwork {
    /// The network of a step: its goals about parting neighbours become costs, the others, which
    /// are never below 0, do not show in it. `None` where it has no such goal, is the largest over
    /// the zones, or has costs of too many digits.
    pub(crate) fn of(question: Question<'_>, step: &Step) -> Option<Self> {
        let parts = step.terms.iter().any(|term| matches!(term.goal, Goal::CutEdges | Goal::BorderLength));
        let costs = PartingCosts::of(question.graph, step);
        let is_sum = parts && !step.is_bottleneck() && add_up(&costs.prices, costs.constant);
        is_sum.then(|| Points::of(question).network(question, &costs))
    }

    /// Per point, its edges with the points at their other ends, in the order of the edges.
    pub(super) fn incidence(&self) -> Vec<Vec<(usize, usize)>> {
        let mut around = vec![Vec::new(); self.people.len()];
        for (place, edge) in self.edges.iter().enumerate() {
            let [a, b] = edge.ends;
            around[a].push((place, b));
            around[b].push((place, a));
        }
        around
    }
}

/// Which units are one point.
struct Points {
    classes: UnionFind<usize>,
    /// The fixed zone of each unit.
    fixed: Vec<Option<usize>>,
    /// Per class, by its representative.
    place: Vec<Option<usize>>,
    units: Vec<Vec<UnitId>>,
    people: Vec<u64>,
    most: Vec<Option<u64>>,
}

impl Points {
    fn of(question: Question<'_>) -> Self {
        let Question { territory, graph, problem, requirements, .. } = question;
        let classes = requirements.wishes.together(graph.len());
        let mut fixed = vec![None; graph.len()];
        for (zone, given) in problem.fixed_zones.iter().enumerate() {
            given.units.iter().for_each(|unit| fixed[unit.index()] = Some(zone));
        }
        let of_unit = most_with_unit(question);
        let (mut place, mut units) = (vec![None; graph.len()], Vec::<Vec<UnitId>>::new());
        let mut most: Vec<Option<u64>> = Vec::new();
        for unit in graph.units().filter(|unit| fixed[unit.index()].is_none()) {
            let at = *place[classes.find(unit.index())].get_or_insert(units.len());
            if at == units.len() {
                units.push(Vec::new());
                most.push(of_unit[unit.index()]);
            }
            units[at].push(unit);
            most[at] = [most[at], of_unit[unit.index()]].into_iter().flatten().min();
        }
        let people = units.iter().map(|units| territory.population(units.iter().copied())).collect();
        Self { classes, fixed, place, units, people, most }
    }

    /// The point of a unit that is in no fixed zone.
    fn at(&self, unit: usize) -> usize {
        self.place[self.classes.find(unit)].expect("each unit that is not fixed is in a point")
    }

    fn network(self, question: Question<'_>, costs: &PartingCosts) -> FlowNetwork {
        let is_parted = self.parted(question);
        let mut constant = costs.constant;
        let mut edges: BTreeMap<[usize; 2], (u64, bool)> = BTreeMap::new();
        for (unit, prices) in costs.prices.iter().enumerate() {
            for &(other, price) in prices.iter().filter(|&&(other, _)| other > unit) {
                match [self.fixed[unit], self.fixed[other]] {
                    [None, None] => {
                        let (a, b) = (self.at(unit), self.at(other));
                        if a != b {
                            let edge = edges.entry([a.min(b), a.max(b)]).or_default();
                            edge.0 += price;
                            edge.1 |= is_parted(unit, other);
                        }
                    }
                    [a, b] if a == b => {}
                    _ => constant += price,
                }
            }
        }
        constant += edges.values().filter(|(_, parted)| *parted).map(|(cost, _)| cost).sum::<u64>();
        let open = edges.into_iter().filter(|(_, (_, parted))| !parted);
        let (free, open): (Vec<_>, Vec<_>) = open.partition(|(_, (cost, _))| *cost == 0);
        let edges = open.into_iter().map(|(ends, (cost, _))| NetworkEdge { ends, cost }).collect();
        let touching = free.into_iter().map(|(ends, _)| ends).collect();
        drop(is_parted);
        let Self { units, people, most, .. } = self;
        FlowNetwork { units, people, most, edges, touching, constant }
    }

    /// Whether every plan parts two units that are in no fixed zone: together they have more
    /// inhabitants than a zone, a pin says so, or they lie in different groups and no zone crosses.
    fn parted<'a>(&'a self, question: Question<'a>) -> impl Fn(usize, usize) -> bool + 'a {
        let required = &question.requirements.groups;
        let may_cross = !required.may_cross.is_empty();
        let nesting = Nesting::new(question.territory, question.requirements);
        let free = |unit: &UnitId| self.fixed[unit.index()].is_none();
        let wished = question.requirements.wishes.parted().filter(|(a, b)| free(a) && free(b));
        let pair = |a: usize, b: usize| (a.min(b), a.max(b));
        let wished: BTreeSet<(usize, usize)> =
            wished.map(|(a, b)| pair(self.at(a.index()), self.at(b.index()))).collect();
        move |unit: usize, other: usize| {
            let (a, b) = (self.at(unit), self.at(other));
            let most = [self.most[a], self.most[b]].into_iter().flatten().min();
            most.is_some_and(|most| self.people[a] + self.people[b] > most)
                || wished.contains(&pair(a, b))
                || !may_cross && nesting.crossed(&[UnitId::new(unit), UnitId::new(other)]) > 0
        }
    }
}

/// Per unit, the most inhabitants of a zone that holds it; `None` for any number. An exception that
/// knows its zone by some of the units may be for a zone with any unit.
fn most_with_unit(question: Question<'_>) -> Vec<Option<u64>> {
    let Question { territory, graph, requirements, .. } = question;
    let rules = &requirements.zones;
    if !rules.zones_around().is_empty() {
        return vec![rules.widest().maximum(); graph.len()];
    }
    let mut most = vec![rules.bounds().maximum(); graph.len()];
    for zone in rules.exact_zones() {
        let people = territory.population(zone.iter().copied());
        zone.iter().for_each(|unit| {
            let most = &mut most[unit.index()];
            *most = most.map(|most| most.max(people));
        });
    }
    most
}
