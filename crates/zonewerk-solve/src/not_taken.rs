//! What an engine does not take.

use std::fmt;

/// A part of a question that an engine does not take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTaken {
    /// Zones that may lie apart: the rule zone-not-contiguous is off.
    ZonesApart,
    /// Regions that are drawn.
    DrawnRegions,
    /// Regions that are drawn where zones may lie apart.
    DrawnRegionsOfZonesApart,
    /// A part of a territory whose regions are drawn.
    PartOfDrawnRegions,
    /// Regions, drawn or given.
    Regions,
    /// Given regions that must be contiguous, where zones may cross their limits.
    ContiguousRegions,
    /// A number of given regions, where zones may cross their limits.
    NumberOfRegions,
    /// Bounds of its own for a pinned zone.
    BoundsOfPinnedZone,
    /// Rules on groups and zones.
    GroupRules,
    /// The rule zone-in-pieces.
    ZoneInPieces,
    /// Limits on goals.
    Limits,
    /// Limits on goals that are measured on another map.
    LimitsOnAnotherMap,
    /// A territory of more units.
    MoreUnits {
        /// The most it takes.
        most: usize,
    },
    /// So many choices of zones by exception.
    ChoicesOfExceptions,
    /// So many units in so many zones.
    UnitsInZones {
        /// Units outside zones that are given.
        units: u64,
        /// Zones at most.
        zones: u64,
    },
    /// A goal, as it is written in a scenario.
    Goal(String),
}

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ZonesApart => "zones that may lie apart (zone-not-contiguous is off)",
            Self::DrawnRegions => "regions that are drawn",
            Self::DrawnRegionsOfZonesApart => {
                "regions that are drawn where zones may lie apart (zone-not-contiguous is off)"
            }
            Self::PartOfDrawnRegions => "a part of a territory whose regions are drawn",
            Self::Regions => "regions",
            Self::ContiguousRegions => {
                "given regions that must be contiguous, where zones may cross their limits"
            }
            Self::NumberOfRegions => "a number of given regions, where zones may cross their limits",
            Self::BoundsOfPinnedZone => "bounds of its own for a pinned zone",
            Self::GroupRules => "rules on groups and zones",
            Self::ZoneInPieces => "the rule zone-in-pieces",
            Self::Limits => "limits on goals",
            Self::LimitsOnAnotherMap => "limits on goals that are measured on another map",
            Self::MoreUnits { most } => return write!(f, "a territory of more than {most} units"),
            Self::ChoicesOfExceptions => "so many choices of zones by exception",
            Self::UnitsInZones { units, zones } => return write!(f, "{units} units in up to {zones} zones"),
            Self::Goal(goal) => return write!(f, "the goal {goal}"),
        })
    }
}
