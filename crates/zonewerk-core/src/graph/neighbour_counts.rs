use super::Graph;
use crate::territory::UnitId;

/// How many neighbours the units of a graph have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degrees {
    /// Neighbours a unit on average; 0 without units.
    pub mean: f64,
    /// The most neighbours that a unit has.
    pub max: usize,
    /// The first unit that has so many; `None` without units.
    pub max_unit: Option<UnitId>,
}

/// How many neighbours the units have, links included.
pub fn degrees(graph: &Graph) -> Degrees {
    let degree = |unit: UnitId| graph.neighbours(unit).len();
    let total: usize = graph.units().map(degree).sum();
    // Of equals `max_by_key` takes the last, so the units come in reverse.
    let max_unit = graph.units().rev().max_by_key(|&unit| degree(unit));
    Degrees { mean: total as f64 / graph.len().max(1) as f64, max: max_unit.map_or(0, degree), max_unit }
}

/// The units without a neighbour, ascending.
pub fn isolated(graph: &Graph) -> Vec<UnitId> {
    graph.units().filter(|&unit| graph.neighbours(unit).is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::territory::Id;

    #[test]
    fn a_row_of_three_has_four_thirds_of_a_neighbour_a_unit() {
        let found = degrees(&Graph::grid(3, 1));
        assert!((found.mean - 4.0 / 3.0).abs() < 1e-12);
        assert_eq!((found.max, found.max_unit), (2, Some(UnitId::new(1))));
    }

    #[test]
    fn of_equal_units_the_first_is_named_and_of_none_none() {
        assert_eq!(degrees(&Graph::grid(2, 2)).max_unit, Some(UnitId::new(0)));
        assert_eq!(degrees(&Graph::grid(0, 0)), Degrees { mean: 0.0, max: 0, max_unit: None });
    }

    #[test]
    fn only_a_unit_without_a_neighbour_is_isolated() {
        let pair = [(UnitId::new(0), UnitId::new(2), 1)];
        assert_eq!(isolated(&Graph::new(vec![0; 3], pair)), [UnitId::new(1)]);
    }
}
