use super::UnitCode;

/// The smallest area a plan moves: a municipality, or part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Official key.
    pub code: UnitCode,
    /// Name for people, in the scenario's language.
    pub name: String,
    /// Inhabitants at the scenario's population date.
    pub population: u64,
}
