use super::Goal;

/// The largest value that a plan may have in a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// The goal.
    pub goal: Goal,
    /// The most, in the goal's unit.
    pub most: u64,
}

/// As it is written in a scenario: `straddles(huisartsenkring) <= 2`.
impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} <= {}", self.goal, self.most)
    }
}
