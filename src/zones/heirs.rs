use crate::plan::{Holding, Plan};
use crate::territory::{Id, IdVec, Territory, UnitId};

/// Which zones of a base plan a zone may continue, and how many people stay with it then.
#[derive(Clone, Debug)]
pub struct Heirs {
    of_unit: IdVec<UnitId, Vec<(usize, u64)>>,
    zones: usize,
}

impl Heirs {
    /// The people of each unit by zone of the base plan. Of a divided unit, each part counts
    /// where it lies, parts of unknown population not at all; a unit that lies in several
    /// zones at once counts for the first.
    pub fn new(territory: &Territory, base: &Plan) -> Self {
        let of_unit = base.holdings.iter().map(|(unit, holding)| {
            let people = territory.unit(unit).population;
            let mut shares: Vec<(usize, u64)> = match holding {
                Holding::Unassigned => Vec::new(),
                Holding::Whole(zone) => vec![(zone.index(), people)],
                Holding::Shared(zones) => {
                    zones.first().map(|zone| (zone.index(), people)).into_iter().collect()
                }
                Holding::Parts(parts) => {
                    let known = parts.iter().filter_map(|part| Some((part.zone.index(), part.population?)));
                    known.collect()
                }
            };
            shares.sort_unstable();
            shares
        });
        Self { of_unit: of_unit.collect::<Vec<_>>().into(), zones: base.zones.len() }
    }

    /// Number of zones of the base plan.
    pub fn len(&self) -> usize {
        self.zones
    }

    /// Whether the base plan has no zone.
    pub fn is_empty(&self) -> bool {
        self.zones == 0
    }

    /// People of these units in a zone of the base plan.
    pub fn staying(&self, units: &[UnitId], base: usize) -> u64 {
        let shares = units.iter().flat_map(|&unit| &self.of_unit[unit]);
        shares.filter(|&&(zone, _)| zone == base).map(|&(_, people)| people).sum()
    }

    /// The zones of the base plan that a zone of these units could continue, ascending, with
    /// the people who would stay.
    pub fn of_zone(&self, units: &[UnitId]) -> Vec<(usize, u64)> {
        let mut staying: Vec<(usize, u64)> = Vec::new();
        for &(base, people) in units.iter().flat_map(|&unit| &self.of_unit[unit]) {
            match staying.iter_mut().find(|(other, _)| *other == base) {
                Some((_, sum)) => *sum += people,
                None => staying.push((base, people)),
            }
        }
        staying.retain(|&(_, people)| people > 0);
        staying.sort_unstable();
        staying
    }
}
