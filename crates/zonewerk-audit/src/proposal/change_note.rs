/// What there is to know of a change. Units are given as name and code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeNote {
    /// A unit that was divided over zones lies whole in one.
    MadeWhole {
        /// The unit.
        unit: String,
        /// The zones that it was divided over, or that it lay in at once.
        zones: Vec<String>,
    },
    /// A unit lay there already.
    AlreadyThere {
        /// The unit.
        unit: String,
        /// The zone; none where it lay in none.
        zone: Option<String>,
    },
    /// A zone was made under a name that the plan has not.
    NewZone {
        /// Its name.
        zone: String,
        /// Zones of the plan that are called nearly so.
        near: Vec<String>,
    },
    /// A zone holds nothing any more, and is gone.
    Emptied {
        /// Its name.
        zone: String,
    },
    /// Zones of several regions became one: it lies in that of the one whose name it keeps.
    RegionChosen {
        /// The zone.
        zone: String,
        /// The regions that they lay in.
        regions: Vec<String>,
    },
    /// A unit was meant by what it was called before a merger.
    BeforeMerger {
        /// What was meant.
        old: String,
        /// The unit.
        unit: String,
    },
}
