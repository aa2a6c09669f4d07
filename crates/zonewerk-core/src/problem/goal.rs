use std::fmt;
use std::str::FromStr;

use super::GroupReading;

/// What a plan can have little of. Each goal is a whole number that is added up over the
/// zones, but for [`Goal::LargestDeviation`], the largest over the zones. The formulas
/// stand in `docs/goals.md`.
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
    /// How far people live from the best placed unit of their zone, squared: the objective of Hess.
    SquaredDistanceToCentre,
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
        reading: GroupReading,
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
    pub const NAMES: [&str; 20] = [
        "border-length",
        "cut-edges",
        "inertia",
        "distance-to-centre",
        "squared-distance-to-centre",
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
            Self::SquaredDistanceToCentre => "squared-distance-to-centre",
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
            Self::Inertia | Self::SquaredDistanceToCentre => "people km²",
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

    /// Whether it measures how far units are from each other.
    pub fn measures_distances(&self) -> bool {
        matches!(self, Self::Inertia | Self::DistanceToCentre | Self::SquaredDistanceToCentre)
    }

    /// Whether it measures how long borders are.
    pub fn measures_borders(&self) -> bool {
        matches!(self, Self::BorderLength | Self::RegionBorderLength)
    }

    /// Whether it is the largest over the zones, and not their sum.
    pub fn is_bottleneck(&self) -> bool {
        *self == Self::LargestDeviation
    }
}

/// The goals that are about no family.
const PLAIN: [Goal; 15] = [
    Goal::BorderLength,
    Goal::CutEdges,
    Goal::Inertia,
    Goal::DistanceToCentre,
    Goal::SquaredDistanceToCentre,
    Goal::SquaredDeviation,
    Goal::AbsoluteDeviation,
    Goal::LargestDeviation,
    Goal::PeopleMoved,
    Goal::MergersCut,
    Goal::Zones,
    Goal::Exceptions,
    Goal::Regions,
    Goal::RegionBorderLength,
    Goal::RegionDeviation,
];

/// A text that is no goal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// No goal has this name.
    #[error("no goal is called {name:?}, but {}", Goal::NAMES.join(", "))]
    UnknownName {
        /// The name.
        name: String,
    },
    /// The goal is about a family of groups, and none is named.
    #[error("{name} is about a family of groups: {name}(FAMILY)")]
    NoFamily {
        /// Name of the goal.
        name: String,
    },
    /// There is something in the text that says nothing of this goal.
    #[error("{found:?} says nothing of {name}")]
    Unread {
        /// Name of the goal.
        name: String,
        /// What says nothing.
        found: String,
    },
}

/// As [`Display`](fmt::Display) writes it: `border-length`, `crossings(politiezone, people)`.
impl FromStr for Goal {
    type Err = GoalError;

    fn from_str(text: &str) -> Result<Self, GoalError> {
        let (name, brackets) = match text.trim().split_once('(') {
            Some((name, rest)) => (name.trim_end(), Some(rest)),
            None => (text.trim(), None),
        };
        let unread = |found: &str| GoalError::Unread { name: name.to_owned(), found: found.to_owned() };
        if let Some(goal) = Self::plain(name) {
            return brackets.map_or(Ok(goal), |rest| Err(unread(&format!("({rest}"))));
        }
        if !Self::NAMES.contains(&name) {
            return Err(GoalError::UnknownName { name: name.to_owned() });
        }
        let Some(rest) = brackets else { return Err(GoalError::NoFamily { name: name.to_owned() }) };
        let inside = rest.strip_suffix(')').ok_or_else(|| unread(rest))?;
        let mut words = inside.split(',').map(str::trim);
        let family = words.next().unwrap_or_default();
        if family.is_empty() {
            return Err(GoalError::NoFamily { name: name.to_owned() });
        }
        let (mut by, mut reading) = (None, None);
        for word in words {
            match word {
                "people" if by.is_none() && !name.starts_with("region-") => by = Some(Counted::People),
                "weak" if reading.is_none() && name == "straddles" => reading = Some(GroupReading::Weak),
                other => return Err(unread(other)),
            }
        }
        let goal =
            Self::of_family(name, family.to_owned(), by.unwrap_or_default(), reading.unwrap_or_default());
        goal.ok_or_else(|| GoalError::UnknownName { name: name.to_owned() })
    }
}

impl Goal {
    /// The goal of this name, where it is about no family.
    pub fn plain(name: &str) -> Option<Self> {
        PLAIN.into_iter().find(|goal| goal.name() == name)
    }

    /// The goal of this name, where it is about a family of groups; what it does not count by, or
    /// has no reading of, is left aside.
    pub fn of_family(name: &str, family: String, by: Counted, reading: GroupReading) -> Option<Self> {
        Some(match name {
            "crossings" => Self::Crossings { family, by },
            "straddles" => Self::Straddles { family, by, reading },
            "zones-crossing" => Self::ZonesCrossing { family, by },
            "region-mismatch" => Self::RegionMismatch { family },
            "region-groups" => Self::RegionGroups { family },
            _ => return None,
        })
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
                let weak = if *reading == GroupReading::Weak { ", weak" } else { "" };
                write!(f, "straddles({family}{}{weak})", by.words())
            }
            Self::RegionMismatch { family } | Self::RegionGroups { family } => {
                write!(f, "{}({family})", self.name())
            }
            _ => f.write_str(self.name()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_is_read_as_it_is_written() {
        let family = || "ring".to_owned();
        let of_families = Goal::NAMES.into_iter().flat_map(|name| {
            let each = [Counted::Cuts, Counted::People]
                .into_iter()
                .flat_map(|by| [GroupReading::Strict, GroupReading::Weak].map(|reading| (by, reading)));
            each.filter_map(move |(by, reading)| Goal::of_family(name, family(), by, reading))
        });
        let mut names = Vec::new();
        for goal in PLAIN.into_iter().chain(of_families) {
            assert_eq!(goal.to_string().parse(), Ok(goal.clone()));
            names.push(goal.name());
        }
        let missing: Vec<&str> = Goal::NAMES.into_iter().filter(|name| !names.contains(name)).collect();
        assert!(missing.is_empty(), "no text leads to {missing:?}");
    }

    #[test]
    fn what_is_no_goal_is_said() {
        for (text, expected) in [
            ("border", "no goal is called \"border\""),
            ("crossings", "crossings is about a family"),
            ("crossings()", "crossings is about a family"),
            ("crossings(ring, weak)", "\"weak\" says nothing of crossings"),
            ("crossings(ring, people, people)", "\"people\" says nothing of crossings"),
            ("zones(ring)", "\"(ring)\" says nothing of zones"),
            ("straddles(ring", "\"ring\" says nothing of straddles"),
        ] {
            let error = text.parse::<Goal>().expect_err(text).to_string();
            assert!(error.starts_with(expected), "{text}: {error}");
        }
    }
}
