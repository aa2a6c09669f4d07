//! Borders of a map by whole numbers on the steps of its coordinates, edge against edge.

use std::collections::BTreeMap;

use super::random_map::{Position, RandomMap};

/// The stretches that two units share, by unit: ends in steps.
pub type Borders = BTreeMap<(usize, usize), Vec<[Position; 2]>>;

/// Every pair of units with a stretch of border in common.
pub fn borders(map: &RandomMap) -> Borders {
    let edges: Vec<Vec<[Position; 2]>> = map
        .units
        .iter()
        .map(|unit| {
            let corners = &unit.corners;
            (0..corners.len()).map(|n| [corners[n], corners[(n + 1) % corners.len()]]).collect()
        })
        .collect();
    let mut found = Borders::new();
    for (a, of_a) in edges.iter().enumerate() {
        for (b, of_b) in edges.iter().enumerate().skip(a + 1) {
            let shared: Vec<[Position; 2]> = of_a
                .iter()
                .flat_map(|&one| of_b.iter().filter_map(move |&other| shared(one, other)))
                .collect();
            if !shared.is_empty() {
                found.insert((a, b), shared);
            }
        }
    }
    found
}

/// The stretch of positive length that two edges have in common.
fn shared([a, b]: [Position; 2], [c, d]: [Position; 2]) -> Option<[Position; 2]> {
    if cross(a, b, c) != 0 || cross(a, b, d) != 0 {
        return None;
    }
    let along = |at: Position| {
        i128::from(at[0] - a[0]) * i128::from(b[0] - a[0])
            + i128::from(at[1] - a[1]) * i128::from(b[1] - a[1])
    };
    let (from, to) = if along(c) < along(d) { (c, d) } else { (d, c) };
    let low = if along(from) > 0 { from } else { a };
    let high = if along(to) < along(b) { to } else { b };
    (along(low) < along(high)).then_some([low, high])
}

fn cross(a: Position, b: Position, c: Position) -> i128 {
    i128::from(b[0] - a[0]) * i128::from(c[1] - a[1]) - i128::from(b[1] - a[1]) * i128::from(c[0] - a[0])
}
