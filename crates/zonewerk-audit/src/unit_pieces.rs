use super::plan_facts::Facts;
use zonewerk_core::plan::Holding;
use zonewerk_core::territory::{UnitId, ZoneId};

/// A unit, or a part of one, and where it lies.
pub(super) struct UnitPiece<'a> {
    /// The zone; `None` where it lies in none, or in one that the plan has not.
    pub zone: Option<ZoneId>,
    /// Its inhabitants, where known.
    pub people: Option<u64>,
    /// Name of the part; `None` for the whole unit.
    pub part: Option<&'a str>,
}

impl<'a> Facts<'a> {
    /// Where a unit lies, piece by piece: at least one. A unit that lies wholly in several
    /// zones is a piece in each.
    pub fn pieces(&self, unit: UnitId) -> Vec<UnitPiece<'a>> {
        let all = Some(self.territory.unit(unit).population);
        let known = |zone: ZoneId| self.plan.zones.get(zone).map(|_| zone);
        let nowhere = || UnitPiece { zone: None, people: all, part: None };
        let pieces: Vec<UnitPiece> = match &self.plan.holdings[unit] {
            Holding::Unassigned => Vec::new(),
            Holding::Parts(parts) => {
                let piece = |zone, people, part| UnitPiece { zone, people, part };
                parts.iter().map(|part| piece(known(part.zone), part.population, Some(&*part.name))).collect()
            }
            holding @ (Holding::Whole(_) | Holding::Shared(_)) => {
                let zones = holding.zones().into_iter().filter_map(known);
                zones.map(|zone| UnitPiece { zone: Some(zone), people: all, part: None }).collect()
            }
        };
        if pieces.is_empty() { vec![nowhere()] } else { pieces }
    }
}
