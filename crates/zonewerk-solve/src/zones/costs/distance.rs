use super::{ZoneCost, ZoneView};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, Territory, UnitId};

/// People times kilometres to the centre of the best placed unit of the zone, rounded:
/// `min over c in the zone of sum p_u d(u, c)`, the cost of the p-median problem
/// (Hakimi 1964, "Optimum locations of switching centers", Operations Research 12).
pub(super) struct DistanceCost {
    people: Vec<u64>,
    /// Metres as the crow flies.
    metres: Vec<Vec<u64>>,
}

impl DistanceCost {
    pub(super) fn new(territory: &Territory, graph: &Graph) -> Self {
        let centres = graph.centres();
        let apart = |a: UnitId, b: UnitId| {
            let sides = centres[a].iter().zip(centres[b]);
            sides.map(|(a, b)| a.abs_diff(b).pow(2)).sum::<u64>().isqrt()
        };
        let metres = graph.units().map(|a| graph.units().map(|b| apart(a, b)).collect()).collect();
        Self { people: territory.units().values().map(|unit| unit.population).collect(), metres }
    }
}

impl ZoneCost for DistanceCost {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        let to = |centre: &UnitId| {
            let metres = &self.metres[centre.index()];
            let far =
                |unit: &UnitId| u128::from(self.people[unit.index()]) * u128::from(metres[unit.index()]);
            zone.units.iter().map(far).sum::<u128>()
        };
        u64::try_from((zone.units.iter().map(to).min().unwrap_or(0) + 500) / 1_000).unwrap_or(u64::MAX)
    }
}
