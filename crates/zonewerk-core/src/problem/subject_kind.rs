use schemars::JsonSchema;
use serde::Serialize;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// The profile itself.
    RuleSet,
    /// The plan as a whole.
    Plan,
    /// Units.
    Unit,
    /// Zones.
    Zone,
    /// Regions.
    Region,
    /// Groups of a family.
    Group,
    /// Mergers to come.
    Merger,
    /// Zones that are given.
    FixedZone,
    /// Pins: what the scenario demands of units.
    Pin,
}

impl SubjectKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::RuleSet,
        Self::Plan,
        Self::Unit,
        Self::Zone,
        Self::Region,
        Self::Group,
        Self::Merger,
        Self::FixedZone,
        Self::Pin,
    ];

    /// Name for programs: `rule-set`, `plan`, `unit`, `zone`, `region`, `group`, `merger`,
    /// `fixed-zone`, `pin`.
    pub fn name(self) -> &'static str {
        match self {
            Self::RuleSet => "rule-set",
            Self::Plan => "plan",
            Self::Unit => "unit",
            Self::Zone => "zone",
            Self::Region => "region",
            Self::Group => "group",
            Self::Merger => "merger",
            Self::FixedZone => "fixed-zone",
            Self::Pin => "pin",
        }
    }
}
