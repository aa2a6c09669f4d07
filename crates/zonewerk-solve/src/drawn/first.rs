//! A first plan: the region that the relaxation wants most is taken, the regions of what is left
//! are listed anew, and so on. Units that no region is found for are left out.

use super::better::{Draft, Drafts};
use crate::Stopped;
use crate::cover;
use zonewerk_core::territory::{Id, UnitId};

/// Regions that the relaxation wants at least this much are taken together.
const WANTED: f64 = 0.85;
/// Regions to choose the next from, at most.
const MOST_LISTED: usize = 40_000;

impl Drafts<'_> {
    /// A plan, or what came of it.
    pub(super) fn first(&self) -> Result<Draft, Stopped> {
        let question = self.alone;
        let mut draft = Draft::default();
        loop {
            let left = self.left_out(&draft);
            let mut inside = vec![false; question.territory.units().len()];
            left.iter().for_each(|unit| inside[unit.index()] = true);
            let near = |bound| self.near(bound);
            let listed =
                self.listing.inside(&inside, &draft.regions, &self.weighed(&left), near, MOST_LISTED)?;
            let Some(listed) = listed.filter(|listed| !listed.is_empty()) else { return Ok(draft) };
            let hand = self.hand(&draft.regions, listed, &left);
            let wanted = cover::wanted(&hand.asked(self, None), question.watch)?;
            let chosen = hand.new_regions(wanted);
            let Some(&(_, most)) = chosen.first() else { return Ok(draft) };
            let mut taken: Vec<UnitId> = Vec::new();
            for (column, value) in chosen {
                let units = hand.field.units(column);
                if value >= most.min(WANTED) && !units.iter().any(|unit| taken.contains(unit)) {
                    taken.extend(units);
                    draft.regions.push(hand.field.zones_of(column));
                }
            }
            if taken.len() == left.len() {
                return Ok(draft);
            }
        }
    }
}
