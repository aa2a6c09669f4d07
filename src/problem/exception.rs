use super::PopulationBounds;
use crate::territory::UnitId;

/// Leave for one zone to have other bounds than the rest: a large city, an area
/// between other zones. It permits the zone and does not force it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionZone {
    /// The zone: exactly these units, ascending, each once.
    pub units: Vec<UnitId>,
    /// The bounds that hold for it instead.
    pub bounds: PopulationBounds,
    /// Why, in words that are printed with the zone.
    pub reason: String,
    /// Legal ground, where the scenario names one.
    pub legal_ground: Option<String>,
}
