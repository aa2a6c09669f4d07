//! People who do not stay with their zone of the base plan.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use super::UnitsByZone;
use crate::plan_facts::Facts;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::territory::{UnitId, ZoneId};

/// Everyone, less those who stay where each zone continues at most one zone of the base plan and
/// each of those is continued by at most one zone, so that most people stay.
pub(super) fn people_moved(facts: &Facts, placed: &UnitsByZone) -> u64 {
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

/// An edge from a row to a column, with its cost: what it weighs, less than nothing.
type MatchingEdge = (usize, i128);

/// The most that a matching of rows and columns can weigh: the Hungarian method with potentials
/// (Kuhn 1955), one row after the other along a shortest augmenting path (Jonker and Volgenant
/// 1987). Each row has a column of its own besides, which weighs nothing, so that every row is
/// matched. A path is looked for among the pairs that have people in common alone, the nearest
/// column first (Dijkstra 1959): most rows share people with a few columns, however many there are.
fn heaviest_matching(rows: &[BTreeMap<ZoneId, u64>]) -> i128 {
    let mut columns: BTreeMap<ZoneId, usize> = BTreeMap::new();
    for zone in rows.iter().flat_map(BTreeMap::keys) {
        let next = columns.len();
        columns.entry(*zone).or_insert(next);
    }
    let width = columns.len() + rows.len();
    let edges: Vec<Vec<MatchingEdge>> = rows
        .iter()
        .enumerate()
        .map(|(row, weights)| {
            let shared = weights.iter().map(|(zone, &weight)| (columns[zone], -i128::from(weight)));
            shared.chain([(columns.len() + row, 0)]).collect()
        })
        .collect();
    let mut matching = LargestMatching {
        row_of: vec![None; width],
        column_of: vec![None; rows.len()],
        of_rows: vec![0; rows.len()],
        of_columns: vec![0; width],
        reached: vec![ReachedColumn::default(); width],
    };
    for row in 0..rows.len() {
        matching.place(row, &edges);
    }
    -matching.column_of.iter().flatten().map(|(_, cost)| cost).sum::<i128>()
}

struct LargestMatching {
    row_of: Vec<Option<usize>>,
    column_of: Vec<Option<MatchingEdge>>,
    /// The potentials: no edge of a placed row costs less than the two of its ends together, and
    /// one of the matching costs just as much.
    of_rows: Vec<i128>,
    of_columns: Vec<i128>,
    /// How the search for the last row came to each column.
    reached: Vec<ReachedColumn>,
}

#[derive(Clone, Copy, Default)]
struct ReachedColumn {
    /// The search that came there, by its row counted from 1.
    search: usize,
    distance: i128,
    /// The row before it, and the cost of the edge.
    from: (usize, i128),
    is_settled: bool,
}

impl LargestMatching {
    /// Matches one more row, and the others anew where that is better.
    fn place(&mut self, row: usize, edges: &[Vec<MatchingEdge>]) {
        let reduced = edges[row].iter().map(|&(column, cost)| cost - self.of_columns[column]);
        self.of_rows[row] = reduced.min().unwrap_or(0);
        let mut queue: BinaryHeap<Reverse<(i128, usize)>> = BinaryHeap::new();
        self.go_on(row, 0, row, edges, &mut queue);
        let mut settled: Vec<usize> = Vec::new();
        while let Some(Reverse((distance, column))) = queue.pop() {
            if self.reached[column].is_settled {
                continue;
            }
            let Some(next) = self.row_of[column] else {
                return self.augment(row, column, distance, &settled);
            };
            self.reached[column].is_settled = true;
            settled.push(column);
            self.go_on(row, distance, next, edges, &mut queue);
        }
        unreachable!("the column of its own is free");
    }

    /// Looks at the columns of a row that is so far from the one that is to be placed.
    fn go_on(
        &mut self,
        start: usize,
        distance: i128,
        row: usize,
        edges: &[Vec<MatchingEdge>],
        queue: &mut BinaryHeap<Reverse<(i128, usize)>>,
    ) {
        for &(column, cost) in &edges[row] {
            let there = distance + cost - self.of_rows[row] - self.of_columns[column];
            let reached = &mut self.reached[column];
            if reached.search != start + 1 || (there < reached.distance && !reached.is_settled) {
                *reached = ReachedColumn {
                    search: start + 1,
                    distance: there,
                    from: (row, cost),
                    is_settled: false,
                };
                queue.push(Reverse((there, column)));
            }
        }
    }

    /// Matches along the path to a free column that is so far away.
    fn augment(&mut self, row: usize, free: usize, distance: i128, settled: &[usize]) {
        self.of_rows[row] += distance;
        for &column in settled {
            let rest = distance - self.reached[column].distance;
            self.of_columns[column] -= rest;
            if let Some(matched) = self.row_of[column] {
                self.of_rows[matched] += rest;
            }
        }
        let mut column = free;
        loop {
            let (before, cost) = self.reached[column].from;
            self.row_of[column] = Some(before);
            match self.column_of[before].replace((column, cost)) {
                Some((left, _)) => column = left,
                None => break,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_core::territory::Id;

    fn rows(weights: &[Vec<(usize, u64)>]) -> Vec<BTreeMap<ZoneId, u64>> {
        let cell = |&(zone, weight): &(usize, u64)| (ZoneId::new(zone), weight);
        weights.iter().map(|row| row.iter().map(cell).collect()).collect()
    }

    /// Numbers that look like chance.
    fn numbers() -> impl FnMut(u64) -> u64 {
        let mut state = 7_u64;
        move |below| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        }
    }

    /// The most over every choice of a column for each row, or none.
    fn by_trying(rows: &[BTreeMap<ZoneId, u64>], taken: &mut Vec<ZoneId>) -> i128 {
        let Some((row, others)) = rows.split_first() else { return 0 };
        let mut most = by_trying(others, taken);
        for (&zone, &weight) in row {
            if !taken.contains(&zone) {
                taken.push(zone);
                most = most.max(i128::from(weight) + by_trying(others, taken));
                taken.pop();
            }
        }
        most
    }

    #[test]
    fn matching_is_the_best_of_all() {
        let mut number = numbers();
        for _ in 0..500 {
            let (height, width) = (number(6), number(6) as usize);
            let weights: Vec<Vec<(usize, u64)>> = (0..height)
                .map(|_| {
                    let zones: Vec<usize> = (0..width).filter(|_| number(3) > 0).collect();
                    zones.into_iter().map(|zone| (zone, number(9))).collect()
                })
                .collect();
            let rows = rows(&weights);
            assert_eq!(heaviest_matching(&rows), by_trying(&rows, &mut Vec::new()), "{weights:?}");
        }
        let most = rows(&[vec![(0, u64::MAX), (1, u64::MAX)], vec![(0, u64::MAX)]]);
        assert_eq!(heaviest_matching(&most), 2 * i128::from(u64::MAX));
    }

    #[test]
    fn matching_of_thousands_of_zones_that_are_all_connected_takes_no_time() {
        // Each shares people with two zones of the base, and the next with the second of these.
        let mut number = numbers();
        for most in [3, 1_000_000] {
            let weights: Vec<[u64; 2]> = (0..6_000).map(|_| [1 + number(most), 1 + number(most)]).collect();
            let chain: Vec<Vec<(usize, u64)>> =
                (0..).zip(&weights).map(|(row, &[a, b])| vec![(row, a), (row + 1, b)]).collect();
            // The most so far, with the last column free or taken.
            let (mut free, mut taken) = (0, i128::MIN / 2);
            for &[a, b] in &weights {
                let best = free.max(taken);
                (free, taken) = (best.max(free + i128::from(a)), best + i128::from(b));
            }
            assert_eq!(heaviest_matching(&rows(&chain)), free.max(taken));
        }
    }
}
