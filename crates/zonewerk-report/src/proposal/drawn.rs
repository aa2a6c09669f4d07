use super::Tried;
use crate::Results;
use zonewerk_audit::proposal::Moves;

/// What was drawn from a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// The rest, around the changed zones as they are.
    Completed,
    /// The nearest plan that keeps the rules.
    Repaired,
}

/// What drawing from a proposal came to.
#[derive(Clone, Debug)]
pub struct Drawn<'a> {
    /// What was drawn.
    pub drawing: Drawing,
    /// What solving came to, as every solve shows it.
    pub results: &'a Results<'a>,
    /// The plan that was drawn beside the base; `None` where there is none.
    pub plan: Option<DrawnPlan<'a>>,
    /// What there is to know of how it was asked.
    pub notes: Vec<String>,
}

/// A plan that was drawn, beside the base and the proposal.
#[derive(Clone, Debug)]
pub struct DrawnPlan<'a> {
    /// From the base to it.
    pub from_base: Tried<'a>,
    /// Who moves from the proposal to it; `None` where the proposal is the base.
    pub from_proposal: Option<Moves>,
}

impl Drawing {
    /// `complete` or `repair`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Completed => "complete",
            Self::Repaired => "repair",
        }
    }
}
