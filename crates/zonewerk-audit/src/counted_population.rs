use super::{Found, NotCheckedReason, Required, UnitLabel};
use zonewerk_core::problem::PopulationBounds;

/// Inhabitants of a zone or region, of which some parts may not be counted.
#[derive(Clone, Debug)]
pub(super) struct Population {
    /// Those that are counted.
    pub least: u64,
    /// With all that the units of the parts have besides their counted parts.
    pub most: u64,
    /// The units whose part is not counted, ascending.
    pub uncounted: Vec<UnitLabel>,
}

/// One end of population bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BoundEnd {
    Minimum,
    Maximum,
}

impl Population {
    /// The number, where all are counted.
    pub fn exact(self) -> Result<u64, Vec<UnitLabel>> {
        if self.is_exact() { Ok(self.least) } else { Err(self.uncounted) }
    }

    pub fn is_exact(&self) -> bool {
        self.uncounted.is_empty()
    }

    /// What is found and what one end of the bounds asks, where it is broken whatever the parts that
    /// are not counted have.
    pub fn broken(&self, end: BoundEnd, bounds: PopulationBounds) -> Option<(Found, Required)> {
        let required = match end {
            BoundEnd::Minimum => {
                (self.most < bounds.minimum()).then_some(Required::Minimum(bounds.minimum()))
            }
            BoundEnd::Maximum => bounds.maximum().filter(|most| self.least > *most).map(Required::Maximum),
        };
        Some((self.found(end), required?))
    }

    /// What is found where bounds are broken whatever the parts that are not counted have.
    pub fn outside(&self, bounds: PopulationBounds) -> Option<Found> {
        let ends = [BoundEnd::Minimum, BoundEnd::Maximum].into_iter();
        ends.filter_map(|end| self.broken(end, bounds)).map(|(found, _)| found).next()
    }

    fn found(&self, broken: BoundEnd) -> Found {
        let parts_of = self.uncounted.clone();
        match broken {
            _ if self.is_exact() => Found::Inhabitants(self.least),
            BoundEnd::Minimum => Found::InhabitantsAtMost { people: self.most, parts_of },
            BoundEnd::Maximum => Found::InhabitantsAtLeast { people: self.least, parts_of },
        }
    }

    /// Why its value is not known.
    pub fn why_unknown(self) -> NotCheckedReason {
        NotCheckedReason::PartPopulationUnknown(self.uncounted)
    }
}
