//! A first plan: the region that the relaxation wants most is taken, the regions of what is left
//! are listed anew, and so on. Units that no region is found for are left out.

use super::large_neighbourhood_search::{RegionPacking, RegionSearch};
use crate::Stopped;
use crate::cover;
use zonewerk_core::territory::{Id, UnitId};

/// Regions that the relaxation wants at least this much are taken together.
const WANTED: f64 = 0.85;
/// Regions to choose the next from, at most.
const MOST_LISTED: usize = 40_000;

impl RegionSearch<'_> {
    /// A plan, or what came of it.
    pub(super) fn first(&self) -> Result<RegionPacking, Stopped> {
        let question = self.alone;
        let mut packing = RegionPacking::default();
        loop {
            let left = self.left_out(&packing);
            let mut inside = vec![false; question.territory.units().len()];
            left.iter().for_each(|unit| inside[unit.index()] = true);
            let near = |bound| self.near(bound);
            let listed =
                self.listing.inside(&inside, &packing.regions, &self.weighed(&left), near, MOST_LISTED)?;
            let Some(listed) = listed.filter(|listed| !listed.is_empty()) else { return Ok(packing) };
            let subproblem = self.subproblem(&packing.regions, listed, &left);
            let wanted = cover::wanted(&subproblem.asked(self, None), question.watch)?;
            let chosen = subproblem.new_regions(wanted);
            let Some(&(_, most)) = chosen.first() else { return Ok(packing) };
            let mut taken: Vec<UnitId> = Vec::new();
            for (column, value) in chosen {
                let units = subproblem.candidates.units(column);
                if value >= most.min(WANTED) && !units.iter().any(|unit| taken.contains(unit)) {
                    taken.extend(units);
                    packing.regions.push(subproblem.candidates.zones_of(column));
                }
            }
            if taken.len() == left.len() {
                return Ok(packing);
            }
        }
    }
}
