use super::inertia::{Moments, moments};
use super::{ZoneCost, ZoneView};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Id, Territory, UnitId};

/// People times squared kilometres to the centre of the best placed unit of the zone, rounded:
/// `min over c in the zone of sum p_u d(u, c)^2`, the objective of Hess et al. (1965),
/// "Nonpartisan political redistricting by computer", Operations Research 13, as Validi,
/// Buchanan and Lykhovyd (2022), "Imposing contiguity constraints in political districting
/// models", Operations Research 70, state it.
///
/// Each centre takes one look at the sums of the zone, for
/// `sum p_u |x_u - c|^2  =  sum p_u |x_u|^2 - 2 c · sum p_u x_u + P |c|^2`.
pub(super) struct SquaredDistanceCost {
    centres: Vec<[i64; 3]>,
    moments: Vec<Moments>,
}

impl SquaredDistanceCost {
    pub(super) fn new(territory: &Territory, graph: &Graph) -> Self {
        let centres = graph.units().map(|unit| graph.centres()[unit]).collect();
        let moments = graph.units().map(|unit| moments(territory, graph, &[unit])).collect();
        Self { centres, moments }
    }
}

impl ZoneCost for SquaredDistanceCost {
    fn of(&self, zone: &ZoneView<'_>) -> u64 {
        let mut sum = Moments::default();
        zone.units.iter().for_each(|unit| sum.add(&self.moments[unit.index()]));
        let about = |unit: &UnitId| sum.about(self.centres[unit.index()]);
        zone.units.iter().map(about).min().unwrap_or(0)
    }
}
