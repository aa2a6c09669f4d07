//! What a reader wants to know of each plan and of the backbone.

use petgraph::unionfind::UnionFind;

use super::Nearby;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Problem};
use zonewerk_core::territory::{Id, UnitId};
use zonewerk_core::words::{Language, say};
use zonewerk_solve::zones::value;
use zonewerk_solve::{Backbone, PairStatus, UnitStatus};

/// How a plan differs from the best.
pub(super) struct Difference {
    /// Pairs of neighbours that are together in one and apart in the other.
    pub(super) pairs: usize,
    /// Zones that the best does not have.
    pub(super) zones: usize,
    /// People who are in another zone, where zones are matched so that they are fewest.
    pub(super) people: u64,
}

/// How a plan differs from another.
pub(super) fn difference(nearby: &Nearby<'_>, from: &Plan, plan: &Plan) -> Difference {
    let Nearby { scenario, graph, .. } = nearby;
    let (old, new) = (from.members(), plan.members());
    let old: Vec<&Vec<UnitId>> = old.values().collect();
    let problem = Problem { base: Some(from.clone()), ..scenario.problem.clone() };
    Difference {
        pairs: pairs_apart(nearby, from, plan),
        zones: new.values().filter(|zone| !old.contains(zone)).count(),
        people: value(&scenario.territory, graph, &problem, &Goal::PeopleMoved, plan).unwrap_or(0),
    }
}

/// Pairs of neighbours that are together in one plan and apart in the other.
pub(super) fn pairs_apart(nearby: &Nearby<'_>, a: &Plan, b: &Plan) -> usize {
    let together = |plan: &Plan, [a, b]: [UnitId; 2]| plan.holdings[a] == plan.holdings[b];
    let pairs = nearby.graph.pairs().map(|(one, other)| [one, other.unit]);
    pairs.filter(|&pair| together(a, pair) != together(b, pair)).count()
}

/// Numbers of a backbone.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) together: usize,
    pub(super) apart: usize,
    pub(super) contested: usize,
    pub(super) unknown: usize,
    /// Units with their people, in the order of [`UnitStatus`].
    pub(super) units: [(usize, u64); 3],
}

impl Counts {
    pub(super) fn of(nearby: &Nearby<'_>, backbone: &Backbone) -> Self {
        let mut counts = Self::default();
        for pair in &backbone.pairs {
            *match pair.status {
                PairStatus::Together => &mut counts.together,
                PairStatus::Apart => &mut counts.apart,
                PairStatus::Contested { .. } => &mut counts.contested,
                PairStatus::Unknown => &mut counts.unknown,
            } += 1;
        }
        let territory = &nearby.scenario.territory;
        for (unit, &standing) in backbone.units(nearby.graph.len()).iter() {
            let (number, people) = &mut counts.units[standing as usize];
            *number += 1;
            *people += territory.unit(unit).population;
        }
        counts
    }
}

impl Counts {
    /// The pairs, in words.
    pub(super) fn pairs(&self, language: Language) -> String {
        let pairs = self.together + self.apart + self.contested + self.unknown;
        let (together, apart, contested) = (self.together, self.apart, self.contested);
        let said = say!(
            language,
            "common-pairs",
            pairs = pairs,
            together = together,
            apart = apart,
            contested = contested
        );
        with_unknown(said, self.unknown, language)
    }

    /// The units, in words.
    pub(super) fn units(&self, language: Language) -> String {
        let [settled, unknown, contested] = self.units;
        let said = say!(
            language,
            "common-units",
            units = settled.0 + unknown.0 + contested.0,
            settled = settled.0,
            settled_people = settled.1,
            contested = contested.0,
            contested_people = contested.1,
        );
        with_unknown(said, unknown.0, language)
    }
}

fn with_unknown(said: String, unknown: usize, language: Language) -> String {
    match unknown {
        0 => said,
        unknown => say!(language, "common-with-unknown", said = said, unknown = unknown),
    }
}

/// Units that are joined by pairs which are not settled, those of most people first.
pub(super) fn clusters(nearby: &Nearby<'_>, backbone: &Backbone) -> Vec<Vec<UnitId>> {
    let mut sets: UnionFind<usize> = UnionFind::new(nearby.graph.len());
    for pair in &backbone.pairs {
        if pair.status.standing() != UnitStatus::Settled {
            sets.union(pair.units[0].index(), pair.units[1].index());
        }
    }
    let labels = sets.into_labeling();
    let standings = backbone.units(nearby.graph.len());
    let mut clusters: Vec<(usize, Vec<UnitId>)> = Vec::new();
    for (unit, _) in standings.iter().filter(|(_, standing)| **standing != UnitStatus::Settled) {
        let label = labels[unit.index()];
        match clusters.iter_mut().find(|(other, _)| *other == label) {
            Some((_, units)) => units.push(unit),
            None => clusters.push((label, vec![unit])),
        }
    }
    let territory = &nearby.scenario.territory;
    let mut clusters: Vec<Vec<UnitId>> = clusters.into_iter().map(|(_, units)| units).collect();
    clusters.sort_by_key(|units| std::cmp::Reverse(territory.population(units.iter().copied())));
    clusters
}
