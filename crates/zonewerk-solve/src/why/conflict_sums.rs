use std::collections::BTreeSet;

use super::conflict::{Conflict, bits};
use super::demands::Demand;
use super::truth_query::Query;
use super::why_question::WhyQuestion;
use crate::requirements::Requirements;
use crate::zone_rules::ZoneRules;
use crate::zones::{Among, feasible_zones_among};
use zonewerk_core::territory::{Id, UnitId};

/// So many units at most have their zones counted.
const COUNTED_UNITS: usize = 12;

/// Sums over the units of a conflict, which show in numbers why it is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConflictSums {
    /// Their inhabitants.
    pub population: u64,
    /// For each unit, how many zones keep the demands and hold it; empty where they are too many
    /// to list.
    pub zones_with: Vec<(UnitId, usize)>,
    /// Of a single unit: all units that zones with it could reach, itself included, where that is
    /// not the whole territory; and their inhabitants.
    pub reach: Option<(Vec<UnitId>, u64)>,
    /// Where no number of zones within the bounds adds up to the inhabitants: so many zones are
    /// too few, and one more is too many.
    pub between: Option<u64>,
}

impl ConflictSums {
    pub(super) fn of(
        case: &WhyQuestion,
        all: &BTreeSet<Demand>,
        conflict: &Conflict,
        query: &Query<'_>,
    ) -> Self {
        let alone = case.without(&all.difference(&conflict.demands).cloned().collect());
        let population = case.territory.population(conflict.units.iter().copied());
        let has = |demand: &Demand| conflict.demands.contains(demand);
        let bounds = Requirements::new(&alone.territory, &alone.problem).zones.bounds();
        let between = (has(&Demand::Minimum) && has(&Demand::Maximum) && bounds.minimum() > 0)
            .then(|| population / bounds.minimum())
            .filter(|&zones| bounds.maximum().is_some_and(|most| zones.saturating_mul(most) < population));
        Self {
            population,
            zones_with: zones_with(&alone, conflict, query),
            reach: reach(&alone, conflict),
            between,
        }
    }
}

fn zones_with(alone: &WhyQuestion, conflict: &Conflict, query: &Query<'_>) -> Vec<(UnitId, usize)> {
    let Conflict { demands, units, .. } = conflict;
    let bounded = demands.contains(&Demand::Minimum) && demands.contains(&Demand::Maximum);
    if units.len() > COUNTED_UNITS || !bounded {
        return Vec::new();
    }
    let touching = bits(alone.graph.len(), units);
    let among = Among { touching: Some(&touching), within: None };
    let WhyQuestion { territory, graph, problem, .. } = alone;
    let asked = (problem, &Requirements::new(territory, problem));
    let Ok(zones) =
        feasible_zones_among(territory, graph, asked, among, query.options.limits, &|| query.is_stopped())
    else {
        return Vec::new();
    };
    let mut counts = vec![0; graph.len()];
    zones.iter().flatten().for_each(|unit| counts[unit.index()] += 1);
    units.iter().map(|&unit| (unit, counts[unit.index()])).collect()
}

fn reach(alone: &WhyQuestion, conflict: &Conflict) -> Option<(Vec<UnitId>, u64)> {
    let [unit] = conflict.units[..] else { return None };
    let WhyQuestion { territory, graph, problem, .. } = alone;
    let given = problem.fixed_zones.iter().find(|fixed| fixed.units.contains(&unit));
    let limits = conflict.demands.iter().filter_map(|demand| match demand {
        Demand::Limits(name) => territory.families.iter().find(|family| family.name == *name),
        _ => None,
    });
    let limits: Vec<BTreeSet<UnitId>> = limits
        .map(|family| {
            let around = family.groups.iter().filter(|group| group.units.contains(&unit));
            around.flat_map(|group| group.units.iter().copied()).collect()
        })
        .collect();
    let may = |other: UnitId| {
        let is_given = problem.fixed_zones.iter().any(|fixed| fixed.units.contains(&other));
        let inside = limits.iter().all(|limit| limit.is_empty() || limit.contains(&other));
        inside && given.map_or(!is_given, |given| given.units.contains(&other))
    };
    let rules = ZoneRules::new(territory, problem);
    let joined = rules.graph(graph);
    let mut reached = BTreeSet::from([unit]);
    let mut next = vec![unit];
    while let Some(from) = next.pop() {
        for other in joined.adjacent(from).filter(|&other| may(other)) {
            if reached.insert(other) {
                next.push(other);
            }
        }
    }
    if reached.len() == graph.len() {
        return None;
    }
    let people = territory.population(reached.iter().copied());
    Some((reached.into_iter().collect(), people))
}
