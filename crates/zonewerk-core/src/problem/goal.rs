use std::fmt;

use super::Reading;

/// What a plan can have little of. Each goal is a whole number that is added up over the
/// zones, but for [`Goal::LargestDeviation`], the largest over the zones. The formulas
/// stand with the [costs](zonewerk_solve::zones::costs).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Length of the zones' borders.
    BorderLength,
    /// Number of pairs of neighbours that lie in different zones.
    CutEdges,
    /// How far people live from the centre of their zone, squared.
    Inertia,
    /// How far people live from the best placed unit of their zone.
    DistanceToCentre,
    /// Squares of how far the zones' populations are from the ideal.
    SquaredDeviation,
    /// How far the zones' populations are from the ideal.
    AbsoluteDeviation,
    /// How far the zone that is farthest from the ideal is from it.
    LargestDeviation,
    /// People who do not stay with their zone of the base plan.
    PeopleMoved,
    /// Groups of a family cut by borders of zones.
    Crossings {
        /// Name of the family.
        family: String,
        /// What is counted.
        by: Counted,
    },
    /// Groups of a family and zones that overlap, neither of them inside the other.
    Straddles {
        /// Name of the family.
        family: String,
        /// What is counted.
        by: Counted,
        /// Whether each overlap counts, or for each group all but the worst.
        reading: Reading,
    },
    /// Zones that lie in no group of a family as a whole, of those that touch one.
    ZonesCrossing {
        /// Name of the family.
        family: String,
        /// What is counted.
        by: Counted,
    },
    /// Expected mergers that are cut by borders of zones.
    MergersCut,
    /// Number of zones.
    Zones,
    /// Number of zones that need the bounds of an exception.
    Exceptions,
    /// Number of regions.
    Regions,
    /// Length of the regions' borders.
    RegionBorderLength,
    /// How far the regions' populations are from the ideal of a region.
    RegionDeviation,
    /// People who lie outside the group of a family that most people of their region lie in.
    RegionMismatch {
        /// Name of the family.
        family: String,
    },
    /// Groups of a family that regions touch, less one for each region that touches any.
    RegionGroups {
        /// Name of the family.
        family: String,
    },
}

/// What is counted of groups that are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counted {
    /// Each cut as one.
    #[default]
    Cuts,
    /// The people on the smaller side of each cut.
    People,
}

impl Goal {
    /// The names of all goals, in the order of the variants.
    pub const NAMES: [&str; 19] = [
        "border-length",
        "cut-edges",
        "inertia",
        "distance-to-centre",
        "squared-deviation",
        "absolute-deviation",
        "largest-deviation",
        "people-moved",
        "crossings",
        "straddles",
        "zones-crossing",
        "mergers-cut",
        "zones",
        "exceptions",
        "regions",
        "region-border-length",
        "region-deviation",
        "region-mismatch",
        "region-groups",
    ];

    /// Name in scenarios and reports, without the family.
    pub fn name(&self) -> &'static str {
        match self {
            Self::BorderLength => "border-length",
            Self::CutEdges => "cut-edges",
            Self::Inertia => "inertia",
            Self::DistanceToCentre => "distance-to-centre",
            Self::SquaredDeviation => "squared-deviation",
            Self::AbsoluteDeviation => "absolute-deviation",
            Self::LargestDeviation => "largest-deviation",
            Self::PeopleMoved => "people-moved",
            Self::Crossings { .. } => "crossings",
            Self::Straddles { .. } => "straddles",
            Self::ZonesCrossing { .. } => "zones-crossing",
            Self::MergersCut => "mergers-cut",
            Self::Zones => "zones",
            Self::Exceptions => "exceptions",
            Self::Regions => "regions",
            Self::RegionBorderLength => "region-border-length",
            Self::RegionDeviation => "region-deviation",
            Self::RegionMismatch { .. } => "region-mismatch",
            Self::RegionGroups { .. } => "region-groups",
        }
    }

    /// The unit its value is counted in.
    pub fn unit(&self) -> &'static str {
        match self {
            Self::BorderLength | Self::RegionBorderLength => "m",
            Self::CutEdges => "edges",
            Self::Inertia => "people km²",
            Self::DistanceToCentre => "people km",
            Self::SquaredDeviation => "people²",
            Self::AbsoluteDeviation
            | Self::LargestDeviation
            | Self::PeopleMoved
            | Self::RegionDeviation
            | Self::RegionMismatch { .. } => "people",
            Self::Crossings { by: Counted::People, .. }
            | Self::Straddles { by: Counted::People, .. }
            | Self::ZonesCrossing { by: Counted::People, .. } => "people",
            Self::Crossings { .. } => "crossings",
            Self::Straddles { .. } => "straddles",
            Self::MergersCut => "cuts",
            Self::Zones | Self::ZonesCrossing { .. } => "zones",
            Self::Exceptions => "exceptions",
            Self::Regions => "regions",
            Self::RegionGroups { .. } => "groups",
        }
    }

    /// The family of groups it is about.
    pub fn family(&self) -> Option<&str> {
        match self {
            Self::Crossings { family, .. }
            | Self::Straddles { family, .. }
            | Self::ZonesCrossing { family, .. }
            | Self::RegionMismatch { family }
            | Self::RegionGroups { family } => Some(family),
            _ => None,
        }
    }

    /// Whether regions are what it measures.
    pub fn is_about_regions(&self) -> bool {
        matches!(
            self,
            Self::Regions
                | Self::RegionBorderLength
                | Self::RegionDeviation
                | Self::RegionMismatch { .. }
                | Self::RegionGroups { .. }
        )
    }

    /// Whether it is the largest over the zones, and not their sum.
    pub fn is_bottleneck(&self) -> bool {
        *self == Self::LargestDeviation
    }
}

impl Counted {
    /// What stands after the family in a goal's brackets.
    fn words(self) -> &'static str {
        match self {
            Self::Cuts => "",
            Self::People => ", people",
        }
    }
}

/// As it is written in a scenario: `crossings(politiezone, people)`.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Crossings { family, by } | Self::ZonesCrossing { family, by } => {
                write!(f, "{}({family}{})", self.name(), by.words())
            }
            Self::Straddles { family, by, reading } => {
                let weak = if *reading == Reading::Weak { ", weak" } else { "" };
                write!(f, "straddles({family}{}{weak})", by.words())
            }
            Self::RegionMismatch { family } | Self::RegionGroups { family } => {
                write!(f, "{}({family})", self.name())
            }
            _ => f.write_str(self.name()),
        }
    }
}
