use zonewerk_core::territory::UnitId;

/// One change to a plan. Zones are named as the plan is called by then, case, accents and
/// hyphens aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A unit goes, whole, to a zone that is there.
    Move {
        /// The unit.
        unit: UnitId,
        /// The zone.
        zone: String,
    },
    /// A unit lies, whole, in this zone, which is made where it is not there; in none where
    /// there is no name.
    Place {
        /// The unit.
        unit: UnitId,
        /// The zone.
        zone: Option<String>,
    },
    /// Zones become one.
    Merge {
        /// Two zones or more.
        zones: Vec<String>,
        /// What the zone is called; that of the one with most inhabitants when absent.
        name: Option<String>,
    },
    /// These units become a zone of their own.
    New {
        /// Its name.
        name: String,
        /// Its units.
        units: Vec<UnitId>,
    },
    /// A zone is given up; its units lie in none.
    Dissolve {
        /// The zone.
        zone: String,
    },
    /// Two units of different zones change places.
    Swap {
        /// The units.
        units: [UnitId; 2],
    },
}

/// A change as somebody stated it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedChange {
    /// What was written, or where.
    pub written: String,
    /// What is to change.
    pub change: Change,
    /// Why, where it was said.
    pub reason: Option<String>,
}
