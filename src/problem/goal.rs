use std::fmt;

/// What a plan can have little of. Each goal is a whole number that is added up over the
/// zones, but for [`Goal::LargestDeviation`], the largest over the zones. The formulas
/// stand with the [costs](crate::zones::costs).
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
    },
    /// Expected mergers that are cut by borders of zones.
    MergersCut,
    /// Number of zones.
    Zones,
    /// Number of zones that need the bounds of an exception.
    Exceptions,
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
    pub const NAMES: [&str; 13] = [
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
        "mergers-cut",
        "zones",
        "exceptions",
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
            Self::MergersCut => "mergers-cut",
            Self::Zones => "zones",
            Self::Exceptions => "exceptions",
        }
    }

    /// The unit its value is counted in.
    pub fn unit(&self) -> &'static str {
        match self {
            Self::BorderLength => "m",
            Self::CutEdges => "edges",
            Self::Inertia => "people km²",
            Self::DistanceToCentre => "people km",
            Self::SquaredDeviation => "people²",
            Self::AbsoluteDeviation | Self::LargestDeviation | Self::PeopleMoved => "people",
            Self::Crossings { by: Counted::People, .. } | Self::Straddles { by: Counted::People, .. } => {
                "people"
            }
            Self::Crossings { .. } => "crossings",
            Self::Straddles { .. } => "straddles",
            Self::MergersCut => "cuts",
            Self::Zones => "zones",
            Self::Exceptions => "exceptions",
        }
    }

    /// The family of groups it is about.
    pub fn family(&self) -> Option<&str> {
        match self {
            Self::Crossings { family, .. } | Self::Straddles { family, .. } => Some(family),
            _ => None,
        }
    }

    /// Whether it is the largest over the zones, and not their sum.
    pub fn is_bottleneck(&self) -> bool {
        *self == Self::LargestDeviation
    }
}

/// As it is written in a scenario: `crossings(politiezone, people)`.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Crossings { family, by } | Self::Straddles { family, by } => match by {
                Counted::Cuts => write!(f, "{}({family})", self.name()),
                Counted::People => write!(f, "{}({family}, people)", self.name()),
            },
            _ => f.write_str(self.name()),
        }
    }
}
