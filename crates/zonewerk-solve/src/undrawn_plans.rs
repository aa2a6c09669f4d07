//! What the rules allow and is not drawn. Plans that are drawn have zones of whole units, always, which
//! are contiguous unless that rule is off, a zone in each given region of which the rules ask for some,
//! and every zone in one contiguous region where regions are drawn; where the rules allow others, a proof
//! that there is no plan, or no better one, is about those that are drawn.

use crate::Infeasibility;
use crate::requirements::Requirements;
use crate::waivers::{ExceptedZone, binds, waivers_in_force};
use crate::zone_rules::zones_may_lie_apart;
use crate::zones::GivenRegions;
use zonewerk_core::problem::{Excepted, Instance, Problem, Regions, RuleId};
use zonewerk_core::territory::{Territory, UnitId};

/// One way in which the rules allow more than is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Zones that are not contiguous.
    Apart,
    /// Zones in which these units (ascending) lie apart.
    UnitsApart(Vec<UnitId>),
    /// The zone of this exception, by its place, in several parts.
    ZoneApart(usize),
    /// Plans that divide these units (ascending).
    Divided(Vec<UnitId>),
    /// Plans that divide units.
    AnyDivided,
    /// Plans in which no zone counts for one of the given regions, as all of its units lie in zones
    /// that cross its limits.
    RegionWithoutZone,
    /// Drawn regions that are not contiguous.
    RegionsApart,
    /// Zones that lie in none of the regions that are drawn.
    ZonesOutsideRegions,
    /// Zones that lie in several of the regions that are drawn.
    ZonesInSeveralRegions,
}

/// All ways in which the rules of a question allow more than is drawn; none where a proof holds
/// for every plan.
///
/// ```
/// use zonewerk_core::graph::Graph;
/// use zonewerk_core::problem::{Instance, PopulationBounds, Problem, RuleId};
/// use zonewerk_core::territory::{Territory, Unit, UnitCode};
/// use zonewerk_solve::{Beyond, beyond};
///
/// let unit = |code: &str| Unit { code: UnitCode::new(code), name: code.into(), population: 10 };
/// let territory = Territory::new(["a", "b"].map(unit).to_vec())?;
/// let mut problem = Problem::within(PopulationBounds::any());
/// let graph = Graph::grid(2, 1);
/// assert_eq!(beyond(&Instance::new(&territory, &graph, &problem)?), []);
///
/// problem.profile.rules.remove(&RuleId::ZoneNotContiguous);
/// assert_eq!(beyond(&Instance::new(&territory, &graph, &problem)?), [Beyond::Apart]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn beyond(instance: &Instance<'_>) -> Vec<Beyond> {
    of(instance.territory(), instance.problem())
}

impl Beyond {
    /// What every plan that is drawn has, where the rules allow these others and zones must be contiguous
    /// or may lie apart.
    pub fn drawn(beyond: &[Self], contiguous: bool) -> &'static str {
        let of_drawn_regions = beyond.iter().any(Self::is_of_drawn_regions);
        match (beyond.contains(&Self::RegionWithoutZone), contiguous) {
            (true, true) => "contiguous zones of whole units and a zone in each given region",
            (true, false) => "zones of whole units and a zone in each given region",
            (false, true) if of_drawn_regions => {
                "contiguous zones of whole units and every zone in one contiguous region"
            }
            (false, false) if of_drawn_regions => {
                "zones of whole units and every zone in one contiguous region"
            }
            (false, true) => "contiguous zones of whole units",
            (false, false) => "zones of whole units",
        }
    }

    /// Whether it is about the regions that are drawn with the zones.
    pub fn is_of_drawn_regions(&self) -> bool {
        matches!(self, Self::RegionsApart | Self::ZonesOutsideRegions | Self::ZonesInSeveralRegions)
    }
}

pub(crate) fn of(territory: &Territory, problem: &Problem) -> Vec<Beyond> {
    let profile = &problem.profile;
    let except = |rule| profile.rules.get(&rule).map(|setting| territory.find_all(&setting.except));
    let waiving = |rule| waivers_in_force(problem).filter(move |(_, exception)| exception.waives(rule));
    let mut all = Vec::new();
    let contiguity = RuleId::ZoneNotContiguous;
    if binds(profile, contiguity) {
        let apart: Vec<UnitId> = except(contiguity).into_iter().flatten().collect();
        all.extend((!apart.is_empty()).then_some(Beyond::UnitsApart(apart)));
        // A zone of exactly these units is drawn, in however many parts.
        let held = waiving(contiguity).filter(|(_, exception)| {
            matches!(ExceptedZone::of(&exception.subject, problem), Some(ExceptedZone::Holding { .. }))
        });
        all.extend(held.map(|(place, _)| Beyond::ZoneApart(place)));
    } else if !zones_may_lie_apart(problem) {
        all.push(Beyond::Apart);
    }
    if binds(profile, RuleId::SplitUnit) {
        let waived = waiving(RuleId::SplitUnit).filter_map(|(_, exception)| match &exception.subject {
            Excepted::Units(units) => Some(units.clone()),
            _ => None,
        });
        let mut divided: Vec<UnitId> = except(RuleId::SplitUnit).into_iter().flatten().collect();
        divided.extend(waived.flatten());
        divided.sort_unstable();
        divided.dedup();
        all.extend((!divided.is_empty()).then_some(Beyond::Divided(divided)));
    } else {
        all.push(Beyond::AnyDivided);
    }
    all.extend(may_leave_a_region(territory, problem).then_some(Beyond::RegionWithoutZone));
    all.extend(of_drawn_regions(territory, problem));
    all
}

/// What the rules on regions allow and is not drawn, where regions are drawn: a region grows from
/// zone to adjoining zone until each zone is in one.
fn of_drawn_regions(territory: &Territory, problem: &Problem) -> Vec<Beyond> {
    if problem.regions != Regions::Drawn {
        return Vec::new();
    }
    let profile = &problem.profile;
    let except =
        |rule| profile.rules.get(&rule).is_some_and(|one| !territory.find_all(&one.except).is_empty());
    let is_waived = |rule| waivers_in_force(problem).any(|(_, exception)| exception.waives(rule));
    let allows = |rule| !binds(profile, rule) || except(rule) || is_waived(rule);
    let each = [
        (RuleId::RegionNotContiguous, Beyond::RegionsApart),
        (RuleId::ZoneWithoutRegion, Beyond::ZonesOutsideRegions),
        (RuleId::ZoneInSeveralRegions, Beyond::ZonesInSeveralRegions),
    ];
    each.into_iter().filter(|(rule, _)| allows(*rule)).map(|(_, beyond)| beyond).collect()
}

/// Whether a given region may be left without a zone, though rows ask for so many inhabitants or zones
/// in it: the rules judge the regions that a plan has.
fn may_leave_a_region(territory: &Territory, problem: &Problem) -> bool {
    let requirements = Requirements::new(territory, problem);
    let Some(regions) = GivenRegions::new(territory, problem, &requirements) else { return false };
    let asks = |region: usize| {
        let needs = regions.needs(region);
        needs.population.minimum() > 0 || needs.zones.minimum().is_some_and(|least| least > 0)
    };
    !regions.are_limits() && (0..regions.names().len()).any(asks)
}

/// Whether a proof holds for plans beyond those that are drawn too.
pub(crate) fn holds_beyond(why: &Infeasibility, beyond: &[Beyond]) -> bool {
    let is_of_regions = |one: &Beyond| matches!(one, Beyond::RegionWithoutZone) || one.is_of_drawn_regions();
    match why {
        // Of zones and regions that are given.
        Infeasibility::FixedZoneOutOfBounds { .. }
        | Infeasibility::FixedZoneNotContiguous { .. }
        | Infeasibility::RegionNotContiguous { .. } => true,
        // A part of a unit may lie in a region that holds none whole.
        Infeasibility::NumberOfGivenRegions { .. } => {
            !beyond.iter().any(|one| matches!(one, Beyond::Divided(_) | Beyond::AnyDivided))
        }
        // Each person is counted in one region, whatever the zones and regions are.
        Infeasibility::NumberOfRegions(_) => {
            let counts_otherwise =
                |one: &Beyond| matches!(one, Beyond::ZonesOutsideRegions | Beyond::ZonesInSeveralRegions);
            !beyond.iter().any(counts_otherwise)
        }
        // Each zone is counted in one region too.
        Infeasibility::LevelsContradict(_) => beyond.iter().all(|one| matches!(one, Beyond::RegionsApart)),
        // The zones of a part add up to its inhabitants, divided or not, where none reaches out of it.
        Infeasibility::Arithmetic { region: None, .. } => {
            let divided_or_left =
                |one: &Beyond| matches!(one, Beyond::Divided(_) | Beyond::AnyDivided) || is_of_regions(one);
            beyond.iter().all(divided_or_left)
        }
        Infeasibility::InRegions(each) => each.iter().any(|why| holds_beyond(why, beyond)),
        // Of single zones, whatever the regions are.
        Infeasibility::UnitsInNoZone { region: None, .. }
        | Infeasibility::AboveMaximum { .. }
        | Infeasibility::BelowMinimum { .. }
        | Infeasibility::NumberOfZones(_) => beyond.iter().all(is_of_regions),
        Infeasibility::RegionOutOfBounds { .. }
        | Infeasibility::Arithmetic { .. }
        | Infeasibility::UnitsInNoZone { .. }
        | Infeasibility::UnitsInNoRegion { .. }
        | Infeasibility::LimitBelowAll { .. }
        | Infeasibility::UnitsOutsideLimits { .. }
        | Infeasibility::Peeled { .. }
        | Infeasibility::EachUnitTried { .. }
        | Infeasibility::Exhausted { .. } => beyond.is_empty(),
    }
}
