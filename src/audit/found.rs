use std::fmt;

use super::wording::{Count, Listed, Thousands};
use super::{UnitLabel, ZoneLabel};

/// What a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Number of units the plan speaks of.
    Units(usize),
    /// The zones that hold a unit or a part of it, ascending.
    InZones(Vec<ZoneLabel>),
    /// Zones that a unit is assigned to and the plan has not, ascending.
    UnknownZones(Vec<ZoneLabel>),
    /// Inhabitants of a zone.
    Inhabitants(u64),
    /// Inhabitants of the parts of a unit together.
    InhabitantsOfParts {
        /// Inhabitants of the parts where they are known.
        known: u64,
        /// Number of parts where they are not.
        unknown: usize,
    },
    /// The separate parts of a zone, apart from the one with the most inhabitants.
    CutOff(Vec<Vec<UnitLabel>>),
    /// A zone without a unit.
    NoUnit,
    /// The other zones of the same name, ascending.
    SameName(Vec<ZoneLabel>),
    /// How a fixed zone differs from the plan's zone that has most of its units.
    Changed {
        /// That zone; `None` where no zone has a whole unit of it.
        nearest: Option<ZoneLabel>,
        /// Units of the fixed zone that do not lie wholly in that zone, ascending.
        missing: Vec<UnitLabel>,
        /// Units wholly or partly in that zone and not in the fixed zone, ascending.
        besides: Vec<UnitLabel>,
    },
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Units(units) => write!(f, "{}", Count(*units, "unit")),
            Self::InZones(zones) if zones.is_empty() => write!(f, "in no zone"),
            Self::InZones(zones) => write!(f, "in {}: {}", Count(zones.len(), "zone"), Listed(zones)),
            Self::UnknownZones(zones) => {
                write!(f, "in {} that the plan does not have: {}", Count(zones.len(), "zone"), Listed(zones))
            }
            Self::Inhabitants(people) => write!(f, "{} inhabitants", Thousands(*people)),
            Self::InhabitantsOfParts { known, unknown: 0 } => {
                write!(f, "{} inhabitants in its parts together", Thousands(*known))
            }
            Self::InhabitantsOfParts { known, unknown } => {
                let parts = Count(*unknown, "part");
                write!(f, "{} inhabitants in its parts, {parts} not counted", Thousands(*known))
            }
            Self::CutOff(parts) => {
                write!(f, "{}, cut off: ", Count(parts.len() + 1, "separate part"))?;
                let parts: Vec<String> = parts.iter().map(|units| Listed(units).to_string()).collect();
                write!(f, "{}", parts.join(" / "))
            }
            Self::NoUnit => write!(f, "no unit"),
            Self::SameName(others) => {
                let places: Vec<String> = others.iter().map(ZoneLabel::place).collect();
                write!(f, "the same name as {}: {}", Count(places.len(), "other zone"), Listed(&places))
            }
            Self::Changed { nearest: None, .. } => write!(f, "no zone has a whole unit of it"),
            Self::Changed { nearest: Some(zone), missing, besides } => {
                write!(f, "zone {zone}")?;
                if !missing.is_empty() {
                    write!(f, " lacks {}", Listed(missing))?;
                }
                if !missing.is_empty() && !besides.is_empty() {
                    write!(f, " and")?;
                }
                if !besides.is_empty() {
                    write!(f, " holds {} besides", Listed(besides))?;
                }
                Ok(())
            }
        }
    }
}
