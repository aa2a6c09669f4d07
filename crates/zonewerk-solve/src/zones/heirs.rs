use zonewerk_core::plan::{Plan, stays};
use zonewerk_core::territory::{Id, IdVec, Territory, UnitId};

/// Which zones of a base plan a zone may continue, and how many people stay with it then.
#[derive(Clone, Debug)]
pub struct Heirs {
    of_unit: IdVec<UnitId, Vec<(usize, u64)>>,
    zones: usize,
}

impl Heirs {
    /// The inhabitants of each unit by zone of the base plan. Of a divided unit, each part counts
    /// where it lies, parts of unknown population not at all; a unit that lies in several
    /// zones at once counts for the first.
    pub fn new(territory: &Territory, base: &Plan) -> Self {
        let of_unit = territory.units().ids().map(|unit| {
            let stays = stays(territory, base, unit).into_iter();
            let known = stays.filter_map(|stay| Some((stay.zone?.index(), stay.people?)));
            let mut shares: Vec<(usize, u64)> = known.collect();
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

    /// Inhabitants of these units in a zone of the base plan.
    pub fn staying(&self, units: &[UnitId], base: usize) -> u64 {
        let shares = units.iter().flat_map(|&unit| &self.of_unit[unit]);
        shares.filter(|&&(zone, _)| zone == base).map(|&(_, people)| people).sum()
    }

    /// The zones of the base plan that a zone of these units could continue, ascending, with
    /// the inhabitants who would stay.
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
