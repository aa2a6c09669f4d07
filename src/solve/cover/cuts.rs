//! Subset-row cuts on three units (Jepsen, Petersen, Spoorendonk and Pisinger 2008,
//! "Subset-row inequalities applied to the vehicle-routing problem with time windows"):
//! of the zones that hold at least two of three units, a plan has at most one.

use std::collections::BTreeMap;

use crate::territory::UnitId;

/// Three units, ascending.
pub(super) type Triple = [UnitId; 3];

/// Least violation worth a row.
const LEAST_VIOLATION: f64 = 0.02;

/// Whether the cut's row counts a zone of these units (ascending).
pub(super) fn counts(cut: Triple, units: &[UnitId]) -> bool {
    cut.iter().filter(|unit| units.binary_search(unit).is_ok()).count() >= 2
}

/// The most violated triples of a fractional solution, at most `most`, most violated
/// first. Of triples that count the same fractional zones only the first is kept.
pub(super) fn violated(solution: &[(&[UnitId], f64)], most: usize) -> Vec<Triple> {
    let fractional: Vec<(&[UnitId], f64)> =
        solution.iter().copied().filter(|&(_, value)| value > 1e-6 && value < 1.0 - 1e-6).collect();
    let mut together: BTreeMap<(UnitId, UnitId), f64> = BTreeMap::new();
    for (units, value) in &fractional {
        for (place, &a) in units.iter().enumerate() {
            for &b in &units[place + 1..] {
                *together.entry((a, b)).or_default() += value;
            }
        }
    }
    let mut partners: BTreeMap<UnitId, Vec<(UnitId, f64)>> = BTreeMap::new();
    for (&(a, b), &value) in &together {
        partners.entry(a).or_default().push((b, value));
    }
    let mut found: BTreeMap<Vec<usize>, (f64, Triple)> = BTreeMap::new();
    for (&a, list) in &partners {
        for (place, &(b, ab)) in list.iter().enumerate() {
            for &(c, ac) in &list[place + 1..] {
                let bc = together.get(&(b, c)).copied().unwrap_or(0.0);
                if ab + ac + bc < 1.0 + LEAST_VIOLATION {
                    continue;
                }
                let cut = [a, b, c];
                let counted: Vec<usize> =
                    (0..fractional.len()).filter(|&index| counts(cut, fractional[index].0)).collect();
                let violation = counted.iter().map(|&index| fractional[index].1).sum::<f64>() - 1.0;
                if violation >= LEAST_VIOLATION {
                    found.entry(counted).or_insert((violation, cut));
                }
            }
        }
    }
    let mut cuts: Vec<(f64, Triple)> = found.into_values().collect();
    cuts.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    cuts.into_iter().take(most).map(|(_, cut)| cut).collect()
}
