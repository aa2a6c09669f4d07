use zonewerk_core::plan::NoSuchZone;
use zonewerk_core::territory::NoSuchUnit;

/// Why a change cannot be made. Units are given as name and code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// No unit is meant, or several.
    #[error(transparent)]
    Unit(#[from] NoSuchUnit),
    /// No zone is meant, or several.
    #[error(transparent)]
    Zone(#[from] NoSuchZone),
    /// A zone is to have a name that another has.
    #[error("a zone {0:?} is there already: give another name, or move the units to it")]
    NameTaken(String),
    /// A zone is to have no name.
    #[error("the zone has no name")]
    NoName,
    /// A zone is to have no unit.
    #[error("the zone {0:?} has no unit")]
    NoUnits(String),
    /// A unit stands twice in a change.
    #[error("{0} stands twice")]
    UnitTwice(String),
    /// A zone stands twice in a change.
    #[error("zone {0:?} stands twice")]
    ZoneTwice(String),
    /// Fewer than two zones are to become one.
    #[error("two zones or more become one, and this is one")]
    OneZone,
    /// Two units that are to change places lie in the same zone.
    #[error("{0} and {1} lie in the same zone, {2}, so there is nothing to swap")]
    SameZone(String, String, String),
    /// A unit that is to change places lies in no zone.
    #[error("{0} lies in no zone, so it has no place to give: move the other")]
    InNoZone(String),
    /// A unit that is to change places is divided.
    #[error("{0} is divided over {1}, so it has no one place to give: move it whole to a zone first")]
    Divided(String, String),
    /// What was written is no such change.
    #[error("{0}")]
    Unreadable(String),
}
