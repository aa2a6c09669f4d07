use std::fmt;
use std::str::FromStr;

use super::{Parameter, Severity, SubjectKind};

/// Declares every rule once: its name, what a finding is about, how much a finding weighs unless
/// a profile says otherwise, whether it applies without being asked for, and what a profile can
/// set for it. The order is the order of checking.
macro_rules! rules {
    ($($id:ident = $name:literal: $about:ident, $severity:ident, $applies:ident, [$($parameter:ident),*];)*) => {
        /// A rule of the catalogue. What it asks in words, and how it is checked, is the audit's
        /// to say; where it is written, and with what numbers, a profile's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleId {
            $(#[doc = concat!("`", $name, "`")] $id,)*
        }

        impl RuleId {
            /// Every rule, in the order of checking.
            pub const ALL: &[Self] = &[$(Self::$id),*];

            /// Kebab-case name that states the fault: `zone-not-contiguous`.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$id => $name,)* }
            }

            /// What a finding is about.
            pub const fn about(self) -> SubjectKind {
                match self { $(Self::$id => SubjectKind::$about,)* }
            }

            /// How much a finding weighs, unless the profile says otherwise.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$id => Severity::$severity,)* }
            }

            /// Whether it applies without being asked for.
            pub const fn applies(self) -> Applies {
                match self { $(Self::$id => Applies::$applies,)* }
            }

            /// What a profile can set for it.
            pub const fn parameters(self) -> &'static [Parameter] {
                match self { $(Self::$id => &[$(Parameter::$parameter),*],)* }
            }
        }
    };
}

rules! {
    PlanOverOtherUnits = "plan-over-other-units": Plan, Error, Always, [];
    UnitInUnknownZone = "unit-in-unknown-zone": Unit, Error, Always, [];
    DuplicateZoneName = "duplicate-zone-name": Zone, Error, Always, [];
    EmptyZone = "empty-zone": Zone, Error, Always, [];
    PartPopulationsDiffer = "part-populations-differ": Unit, Warning, Always, [];
    FixedZoneChanged = "fixed-zone-changed": FixedZone, Error, Always, [];
    PinNotKept = "pin-not-kept": Pin, Error, Always, [];
    LimitExceeded = "limit-exceeded": Plan, Error, Always, [];
    ZoneBoundsContradict = "zone-bounds-contradict": RuleSet, Warning, WhenAsked, [ZoneMinimum, ZoneMaximum, ZoneCount];
    RegionBoundsContradict = "region-bounds-contradict": RuleSet, Warning, WhenAsked, [RegionMinimum, RegionMaximum, RegionCount, RegionZonesMinimum, RegionZonesMaximum, Except];
    OrphanedUnit = "orphaned-unit": Unit, Error, Always, [];
    ZonesOverlap = "zones-overlap": Unit, Error, Always, [];
    SplitUnit = "split-unit": Unit, Error, Always, [Except];
    DecidedMergerSplit = "decided-merger-split": Merger, Error, Always, [];
    ExpectedMergerSplit = "expected-merger-split": Merger, Warning, WhenAsked, [];
    ZoneNotContiguous = "zone-not-contiguous": Zone, Error, WhenAsked, [Except];
    ZoneInPieces = "zone-in-pieces": Zone, Info, Always, [Except];
    ZoneSurroundsOthers = "zone-surrounds-others": Zone, Warning, WhenAsked, [];
    ZoneBelowMinimumPopulation = "zone-below-minimum-population": Zone, Error, WhenAsked, [ZoneMinimum];
    ZoneAboveMaximumPopulation = "zone-above-maximum-population": Zone, Error, WhenAsked, [ZoneMaximum];
    WrongNumberOfZones = "wrong-number-of-zones": Plan, Warning, WhenAsked, [ZoneCount];
    ZoneCrossesGroup = "zone-crosses-group": Zone, Error, WhenAsked, [Families];
    GroupStraddlesZones = "group-straddles-zones": Group, Error, WhenAsked, [Families, Reading];
    GroupNotAligned = "group-not-aligned": Group, Warning, WhenAsked, [Families];
    NetworkCut = "network-cut": Group, Warning, WhenAsked, [Families];
    AffinityCut = "affinity-cut": Group, Warning, WhenAsked, [Families];
    ZoneWithoutRegion = "zone-without-region": Zone, Error, WhenAsked, [];
    ZoneInSeveralRegions = "zone-in-several-regions": Zone, Error, WhenAsked, [];
    RegionBelowMinimumPopulation = "region-below-minimum-population": Region, Error, WhenAsked, [RegionMinimum, Except];
    RegionAboveMaximumPopulation = "region-above-maximum-population": Region, Error, WhenAsked, [RegionMaximum, Except];
    RegionWithTooFewZones = "region-with-too-few-zones": Region, Error, WhenAsked, [RegionZonesMinimum, Except];
    RegionWithTooManyZones = "region-with-too-many-zones": Region, Error, WhenAsked, [RegionZonesMaximum, Except];
    RegionNotContiguous = "region-not-contiguous": Region, Error, WhenAsked, [Except];
    WrongNumberOfRegions = "wrong-number-of-regions": Plan, Warning, WhenAsked, [RegionCount];
    GroupInSeveralRegions = "group-in-several-regions": Group, Error, WhenAsked, [Families];
    PopulationOlderThanPlan = "population-older-than-plan": Plan, Warning, WhenAsked, [Months];
    ExceptionExceeded = "exception-exceeded": Zone, Error, Always, [];
    ExceptionWithoutReason = "exception-without-reason": Zone, Error, Always, [];
    ExceptionExpired = "exception-expired": Zone, Error, Always, [];
    ExceptionUsed = "exception-used": Zone, Info, Always, [];
}

impl RuleId {
    /// Whether every finding is an error, whatever a profile or an exception says: what makes a
    /// plan a division of the territory, and what the scenario itself asks of every plan.
    pub const fn is_unconditional(self) -> bool {
        matches!(
            self,
            Self::OrphanedUnit
                | Self::ZonesOverlap
                | Self::FixedZoneChanged
                | Self::PinNotKept
                | Self::LimitExceeded
        )
    }
}

/// Whether a rule applies without being asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applies {
    /// Under every profile: it follows from what a plan is, or from the scenario itself, where
    /// that asks for something it is about.
    Always,
    /// In the profiles that name it.
    WhenAsked,
}

/// A name that is no rule's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule is called {name:?}")]
pub struct UnknownRule {
    /// The name.
    pub name: String,
}

impl FromStr for RuleId {
    type Err = UnknownRule;

    fn from_str(name: &str) -> Result<Self, UnknownRule> {
        let found = Self::ALL.iter().copied().find(|rule| rule.name() == name);
        found.ok_or_else(|| UnknownRule { name: name.to_owned() })
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl serde::Serialize for RuleId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl schemars::JsonSchema for RuleId {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RuleId".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_rule() {
        for &rule in RuleId::ALL {
            assert_eq!(rule.name().parse(), Ok(rule));
        }
        assert_eq!(
            "zone-too-nice".parse::<RuleId>().unwrap_err().to_string(),
            "no rule is called \"zone-too-nice\""
        );
    }
}
