//! Subset-row cuts (Jepsen, Petersen, Spoorendonk and Pisinger 2008, "Subset-row
//! inequalities applied to the vehicle-routing problem with time windows"; multipliers for
//! four and five rows after Pecin, Pessoa, Poggi, Uchoa and Santos 2017, "Limited memory
//! rank-1 cuts for vehicle routing problems"): rows of the cover are added up with
//! multipliers below 1, and both sides rounded down. Of the zones that hold at least two of
//! three units, for one, a plan has at most one.

use std::collections::BTreeMap;

/// Least violation worth a row.
const LEAST_VIOLATION: f64 = 0.02;

/// Sets of three rows that hold this much of the solution in pairs may grow into a cut.
const NEAR_VIOLATION: f64 = 0.8;
/// Sets of three rows that are made larger, at most.
const GROWN: usize = 300;
/// Rows tried beside three, at most.
const BESIDE: usize = 6;

/// A cut: `sum over z of floor(sum of weights of the rows that hold z / divisor) x_z <= most`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct SubsetRowCut {
    /// Rows (units, then conflict rows), ascending, each with its weight.
    rows: Vec<(u32, u8)>,
    divisor: u8,
    /// `floor(sum of weights / divisor)`.
    pub(super) most: u8,
}

impl SubsetRowCut {
    fn new(rows: impl IntoIterator<Item = (u32, u8)>, divisor: u8) -> Self {
        let mut rows: Vec<(u32, u8)> = rows.into_iter().collect();
        rows.sort_unstable();
        let most = rows.iter().map(|&(_, weight)| weight).sum::<u8>() / divisor;
        Self { rows, divisor, most }
    }

    /// How often the cut counts a column that these rows hold (ascending).
    pub(super) fn factor(&self, rows: impl Iterator<Item = usize>) -> u8 {
        let mut of_cut = self.rows.iter().copied().peekable();
        let mut weight = 0;
        for row in rows {
            while of_cut.next_if(|&(other, _)| (other as usize) < row).is_some() {}
            match of_cut.peek() {
                Some(&(other, more)) if other as usize == row => weight += more,
                Some(_) => {}
                None => break,
            }
        }
        weight / self.divisor
    }
}

/// The most violated cuts of a fractional solution (rows of each column, ascending, and its
/// value), at most `most`, most violated first. Of cuts that count the same columns alike only
/// the first is kept.
pub(super) fn violated(solution: Vec<(Vec<usize>, f64)>, most: usize) -> Vec<SubsetRowCut> {
    let mut search = Separation::new(solution);
    let triples = search.triples();
    for rows in triples.iter().take(GROWN) {
        search.grow(*rows);
    }
    search.best(most)
}

/// The state of a search for violated cuts.
struct Separation {
    values: Vec<f64>,
    /// Columns by row.
    columns: BTreeMap<usize, Vec<usize>>,
    /// How much of the solution holds each pair of rows, both ways round.
    together: BTreeMap<usize, BTreeMap<usize, f64>>,
    /// Violated cuts by the columns that they count and how often.
    found: BTreeMap<Vec<(usize, u8)>, (f64, SubsetRowCut)>,
}

impl Separation {
    fn new(mut solution: Vec<(Vec<usize>, f64)>) -> Self {
        solution.retain(|&(_, value)| value > 1e-6 && value < 1.0 - 1e-6);
        let mut columns: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut together: BTreeMap<usize, BTreeMap<usize, f64>> = BTreeMap::new();
        for (column, (rows, value)) in solution.iter().enumerate() {
            for &a in rows {
                columns.entry(a).or_default().push(column);
                let of_a = together.entry(a).or_default();
                for &b in rows.iter().filter(|&&b| b != a) {
                    *of_a.entry(b).or_default() += value;
                }
            }
        }
        let values = solution.into_iter().map(|(_, value)| value).collect();
        Self { values, columns, together, found: BTreeMap::new() }
    }

    fn put(&mut self, cut: SubsetRowCut) {
        let mut weights: BTreeMap<usize, u8> = BTreeMap::new();
        for &(row, weight) in &cut.rows {
            for &column in self.columns.get(&(row as usize)).into_iter().flatten() {
                *weights.entry(column).or_default() += weight;
            }
        }
        let factors = weights.into_iter().map(|(column, weight)| (column, weight / cut.divisor));
        let factors: Vec<(usize, u8)> = factors.filter(|&(_, factor)| factor > 0).collect();
        let counted: f64 =
            factors.iter().map(|&(column, factor)| f64::from(factor) * self.values[column]).sum();
        let violation = counted - f64::from(cut.most);
        if violation >= LEAST_VIOLATION {
            self.found.entry(factors).or_insert((violation, cut));
        }
    }

    fn best(self, most: usize) -> Vec<SubsetRowCut> {
        let mut cuts: Vec<(f64, SubsetRowCut)> = self.found.into_values().collect();
        cuts.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        cuts.into_iter().take(most).map(|(_, cut)| cut).collect()
    }

    /// Puts the violated cuts of three rows; returns sets of three rows near to violation or
    /// beyond, nearest first.
    fn triples(&mut self) -> Vec<[usize; 3]> {
        let mut near = Vec::new();
        for (&a, partners) in &self.together {
            let above: Vec<(usize, f64)> = partners.range(a + 1..).map(|(&b, &ab)| (b, ab)).collect();
            for (place, &(b, ab)) in above.iter().enumerate() {
                let of_b = &self.together[&b];
                for &(c, ac) in &above[place + 1..] {
                    let pairs = ab + ac + of_b.get(&c).copied().unwrap_or(0.0);
                    if pairs >= NEAR_VIOLATION {
                        near.push((pairs, [a, b, c]));
                    }
                }
            }
        }
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        for &(pairs, rows) in &near {
            if pairs >= 1.0 + LEAST_VIOLATION {
                self.put(halves(&rows));
            }
        }
        near.into_iter().map(|(_, rows)| rows).collect()
    }

    /// Puts the violated cuts of four and five rows that begin with these three.
    fn grow(&mut self, rows: [usize; 3]) {
        let mut beside: BTreeMap<usize, f64> = BTreeMap::new();
        for row in rows {
            for (&other, value) in self.together[&row].iter().filter(|(other, _)| !rows.contains(other)) {
                *beside.entry(other).or_default() += value;
            }
        }
        let mut beside: Vec<(usize, f64)> = beside.into_iter().collect();
        beside.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        beside.truncate(BESIDE);
        let [a, b, c] = rows;
        for (place, &(d, _)) in beside.iter().enumerate() {
            for heavy in [a, b, c, d] {
                let weight = |row: usize| if row == heavy { 2 } else { 1 };
                self.put(SubsetRowCut::new([a, b, c, d].map(|row| (row as u32, weight(row))), 3));
            }
            for &(e, _) in &beside[place + 1..] {
                self.put(halves(&[a, b, c, d, e]));
                self.put(SubsetRowCut::new([a, b, c, d, e].map(|row| (row as u32, 1)), 3));
            }
        }
    }
}

fn halves(rows: &[usize]) -> SubsetRowCut {
    SubsetRowCut::new(rows.iter().map(|&row| (row as u32, 1)), 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_zones_that_overlap_in_pairs_are_cut() {
        let solution = vec![(vec![0, 1], 0.5), (vec![1, 2], 0.5), (vec![0, 2], 0.5), (vec![7], 1.0)];
        let cuts = violated(solution, 10);
        assert_eq!(cuts[0].rows, [(0, 1), (1, 1), (2, 1)]);
        assert_eq!((cuts[0].divisor, cuts[0].most), (2, 1));
        assert_eq!(cuts[0].factor([0, 1, 5].into_iter()), 1);
        assert_eq!(cuts[0].factor([1, 5].into_iter()), 0);
    }

    #[test]
    fn five_rows_of_a_ring_are_cut_where_no_three_are() {
        let ring = (0..5).map(|a| {
            let mut rows = vec![a, (a + 1) % 5];
            rows.sort_unstable();
            (rows, 0.5)
        });
        let cuts = violated(ring.collect(), 10);
        assert!(cuts.iter().any(|cut| cut.rows.len() == 5 && cut.divisor == 2 && cut.most == 2), "{cuts:?}");
    }

    #[test]
    fn a_cut_holds_for_every_whole_cover() {
        // Rounding down both sides of a weighted sum of equations keeps every whole solution.
        let cut = SubsetRowCut::new([(0, 2), (1, 1), (2, 1), (3, 1)], 3);
        let covers = [vec![vec![0, 1, 2, 3]], vec![vec![0, 1], vec![2, 3]], vec![vec![0], vec![1, 2, 3]]];
        for cover in covers {
            let counted: u8 = cover.iter().map(|rows: &Vec<usize>| cut.factor(rows.iter().copied())).sum();
            assert!(counted <= cut.most, "{cover:?}");
        }
    }
}
