//! People who do not stay with their zone of the base plan.

use std::collections::BTreeMap;

use super::Placed;
use crate::facts::Facts;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::territory::{UnitId, ZoneId};

/// Everyone, less those who stay where each zone continues at most one zone of the base plan and
/// each of those is continued by at most one zone, so that most people stay.
pub(super) fn people_moved(facts: &Facts, placed: &Placed) -> u64 {
    let everyone = facts.inhabitants(facts.territory.units().ids());
    let Some(base) = &facts.problem.base else { unreachable!("an instance has a base for this limit") };
    let in_common: Vec<BTreeMap<ZoneId, u64>> = placed
        .values()
        .map(|units| {
            let mut common: BTreeMap<ZoneId, u64> = BTreeMap::new();
            for &unit in units {
                for (zone, people) in homes(facts, base, unit) {
                    let sum = common.entry(zone).or_default();
                    *sum = sum.saturating_add(people);
                }
            }
            common
        })
        .collect();
    let staying = heaviest_matching(&in_common);
    u64::try_from(i128::from(everyone).saturating_sub(staying)).unwrap_or(0)
}

/// Where the base plan has the people of a unit: of a divided unit each part with a known number
/// of inhabitants where it lies, of one in several zones at once all in the first.
fn homes(facts: &Facts, base: &Plan, unit: UnitId) -> Vec<(ZoneId, u64)> {
    let all = facts.territory.unit(unit).population;
    match &base.holdings[unit] {
        Holding::Unassigned => Vec::new(),
        Holding::Whole(zone) => vec![(*zone, all)],
        Holding::Shared(zones) => zones.first().map(|zone| (*zone, all)).into_iter().collect(),
        Holding::Parts(parts) => {
            parts.iter().filter_map(|part| Some((part.zone, part.population?))).collect()
        }
    }
}

/// The most that a matching of rows and columns can weigh: the Hungarian method with potentials
/// (Kuhn 1955), one row after the other along a shortest augmenting path (Jonker and Volgenant
/// 1987). Each row has a column of its own besides, which weighs nothing, so that every row is
/// matched.
fn heaviest_matching(rows: &[BTreeMap<ZoneId, u64>]) -> i128 {
    let mut columns: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for zone in rows.iter().flat_map(BTreeMap::keys) {
        let next = columns.len();
        columns.entry(*zone).or_insert(next);
    }
    let (height, width) = (rows.len(), columns.len() + rows.len());
    let mut cost = vec![vec![0_i128; width]; height];
    for (row, weights) in rows.iter().enumerate() {
        for (zone, &weight) in weights {
            cost[row][columns[zone]] = -i128::from(weight);
        }
    }
    // The row of each column, counted from 1; the column 0 stands for the row to be placed.
    let mut row_of = vec![0_usize; width + 1];
    let (mut of_rows, mut of_columns) = (vec![0_i128; height + 1], vec![0_i128; width + 1]);
    for row in 1..=height {
        row_of[0] = row;
        let mut least = vec![i128::MAX; width + 1];
        let mut before = vec![0_usize; width + 1];
        let mut is_reached = vec![false; width + 1];
        let mut column = 0;
        while row_of[column] != 0 {
            is_reached[column] = true;
            let from = row_of[column];
            let (mut step, mut next) = (i128::MAX, 0);
            for other in (1..=width).filter(|&other| !is_reached[other]) {
                let reduced = cost[from - 1][other - 1] - of_rows[from] - of_columns[other];
                if reduced < least[other] {
                    (least[other], before[other]) = (reduced, column);
                }
                if least[other] < step {
                    (step, next) = (least[other], other);
                }
            }
            for other in 0..=width {
                if is_reached[other] {
                    of_rows[row_of[other]] += step;
                    of_columns[other] -= step;
                } else if other > 0 {
                    least[other] -= step;
                }
            }
            column = next;
        }
        while column != 0 {
            row_of[column] = row_of[before[column]];
            column = before[column];
        }
    }
    let matched = (1..=width).filter(|&column| row_of[column] != 0);
    -matched.map(|column| cost[row_of[column] - 1][column - 1]).sum::<i128>()
}
