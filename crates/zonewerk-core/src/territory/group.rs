use super::UnitId;

/// A family of unit sets: the provinces, the huisartsenkringen, the police zones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupFamily {
    /// Name of the family, such as `provincie`.
    pub name: String,
    /// What the family asks of a plan.
    pub role: GroupRole,
    /// The groups, in ascending order of name. They may overlap and need not cover.
    pub groups: Vec<Group>,
}

/// One set of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Name of the group.
    pub name: String,
    /// Its whole units, ascending, each once.
    pub units: Vec<UnitId>,
    /// The units of which it holds only part, ascending, with the part in words.
    pub parts: Vec<(UnitId, String)>,
}

/// What a family of groups asks of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GroupRole {
    /// Nothing by itself: the profile says what rules are about it.
    #[default]
    Unsaid,
    /// Nothing that plans must keep: where a rule on groups is about it, a finding is a warning.
    Report,
    /// No group straddles zones.
    Laminar,
    /// Each zone lies inside one group.
    Inside,
    /// Each group lies in one zone.
    Together,
    /// Cuts of groups are noted.
    Affinity,
}
