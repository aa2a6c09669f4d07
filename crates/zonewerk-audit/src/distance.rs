use schemars::JsonSchema;
use serde::Serialize;

use super::{Found, Required, Share, ShareArea};
use zonewerk_core::problem::{CountBounds, PopulationBounds};

/// How far something is from keeping a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Distance {
    /// How many.
    pub amount: u64,
    /// Of what.
    pub unit: DistanceUnit,
}

/// What a distance is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DistanceUnit {
    /// Inhabitants too few, too many, or on the wrong side.
    Inhabitants,
    /// Units too few, too many, or in the wrong place.
    Units,
    /// Zones too few, too many, or one too often.
    Zones,
    /// Regions too few, too many, or one too often.
    Regions,
    /// Months too old.
    Months,
    /// What a goal is measured in, too much of it.
    Goal,
}

impl DistanceUnit {
    /// `inhabitants`, `units`, `zones`, `regions`, `months`, or of the goal.
    pub fn name(self) -> &'static str {
        match self {
            Self::Inhabitants => "inhabitants",
            Self::Units => "units",
            Self::Zones => "zones",
            Self::Regions => "regions",
            Self::Months => "months",
            Self::Goal => "in the unit of the goal",
        }
    }
}

impl Distance {
    /// What lies between what was found and what is required.
    pub(super) fn between(found: &Found, required: &Required) -> Option<Self> {
        use DistanceUnit::{Goal, Inhabitants, Months, Regions, Units, Zones};
        let of = |unit, amount| Some(Self { amount, unit });
        match (found, required) {
            (Found::Waived(finding) | Found::ExpiredOn(_, finding), _) => finding.distance(),
            (Found::Inhabitants(found) | Found::InhabitantsOfParts { known: found, .. }, required) => {
                of(Inhabitants, inhabitants(*found, required)?)
            }
            (Found::Amount { amount, .. }, Required::AtMost { most, .. }) => {
                of(Goal, amount.saturating_sub(*most))
            }
            (Found::Units(found), Required::Units(required)) => of(Units, found.abs_diff(*required) as u64),
            (Found::InZones(zones) | Found::AtOnceIn(zones), Required::OneZone) => {
                of(Zones, zones.len().abs_diff(1) as u64)
            }
            (Found::InRegions(regions), _) => of(Regions, regions.len().abs_diff(1) as u64),
            (Found::Zones(zones), Required::Zones(bounds)) => of(Zones, outside(*zones as u64, *bounds)),
            (Found::ZonesOfRegions { zones, .. }, Required::ZonesInAll(bounds)) => {
                of(Zones, outside(*zones, *bounds))
            }
            (Found::Regions(regions), Required::Regions(bounds)) => {
                of(Regions, outside(*regions as u64, *bounds))
            }
            (Found::Spread(shares), Required::Apart(_)) => {
                of(Units, shares.iter().map(|share| share.units.len().saturating_sub(1) as u64).sum())
            }
            (Found::Spread(shares), _) => of(Inhabitants, all_but_the_largest(shares)?),
            (Found::CutOff(parts) | Found::Surrounded(parts), _) => {
                of(Units, parts.iter().map(|part| part.len() as u64).sum())
            }
            (Found::Changed { missing, besides, .. }, _) => of(Units, (missing.len() + besides.len()) as u64),
            (Found::TooLittleRoom(sum) | Found::TooFewPeople(sum), _) => {
                of(Inhabitants, sum.total.abs_diff(sum.people))
            }
            (Found::NoCountFits { few, many }, _) => {
                of(Inhabitants, few.total.abs_diff(few.people).min(many.total.abs_diff(many.people)))
            }
            (Found::CountedOn(counted), Required::CountedAtMost { months, before }) => {
                let span = counted.until((jiff::Unit::Month, *before)).ok()?;
                let older = u64::try_from(span.get_months()).ok()?;
                of(Months, older.saturating_sub(u64::from(*months)).max(1))
            }
            _ => None,
        }
    }
}

fn inhabitants(found: u64, required: &Required) -> Option<u64> {
    match required {
        Required::Minimum(people) | Required::Maximum(people) | Required::UnitPopulation(people) => {
            Some(found.abs_diff(*people))
        }
        Required::ExceptionBounds { bounds, .. } => Some(beyond(found, *bounds)),
        _ => None,
    }
}

fn beyond(found: u64, bounds: PopulationBounds) -> u64 {
    let over = bounds.maximum().map_or(0, |maximum| found.saturating_sub(maximum));
    bounds.minimum().saturating_sub(found).max(over)
}

fn outside(found: u64, bounds: CountBounds) -> u64 {
    let under = bounds.minimum().map_or(0, |minimum| minimum.saturating_sub(found));
    let over = bounds.maximum().map_or(0, |maximum| found.saturating_sub(maximum));
    under.max(over)
}

/// The inhabitants that would have to move to bring all to where most of them are.
fn all_but_the_largest(shares: &[Share]) -> Option<u64> {
    let people: Option<Vec<u64>> = shares.iter().map(|share| share.people).collect();
    let people = people?;
    let placed =
        |share: &&Share| !matches!(share.area, ShareArea::NoZone | ShareArea::NoRegion | ShareArea::NoGroup);
    let largest = shares.iter().filter(placed).filter_map(|share| share.people).max().unwrap_or(0);
    Some(people.iter().sum::<u64>().saturating_sub(largest))
}
