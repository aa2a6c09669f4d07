use std::fmt;

use super::wording::{Count, Listed};
use super::{Subject, UnitLabel};

/// A check that was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// Name of the rule.
    pub rule: &'static str,
    /// What it would have been about.
    pub subject: Subject,
    /// Why not.
    pub why: Why,
}

/// Why a check was not made, or not to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The plan speaks of another number of units than the territory has.
    PlanOverOtherUnits {
        /// Units of the plan.
        plan: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// The graph has another number of units than the territory.
    GraphOverOtherUnits {
        /// Units of the graph.
        graph: usize,
        /// Units of the territory.
        territory: usize,
    },
    /// The zone holds parts of these units whose population is not known.
    PartPopulationUnknown(Vec<UnitLabel>),
    /// The zone holds parts of these units, and where a part ends is not known: it was
    /// taken to touch every neighbour of its unit.
    PartBordersUnknown(Vec<UnitLabel>),
}

impl fmt::Display for NotChecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.subject, self.why)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PlanOverOtherUnits { plan, territory } => {
                write!(f, "the plan speaks of {}, the territory has {territory}", Count(*plan, "unit"))
            }
            Self::GraphOverOtherUnits { graph, territory } => {
                write!(f, "the graph has {}, the territory {territory}", Count(*graph, "unit"))
            }
            Self::PartPopulationUnknown(units) => {
                write!(f, "the population of its part of {} is not known", Listed(units))
            }
            Self::PartBordersUnknown(units) => write!(
                f,
                "the borders of its part of {} are not known; the part was taken to touch every neighbour of its unit",
                Listed(units)
            ),
        }
    }
}
