//! Feasible zones: every connected set of units whose population is allowed, or every set where
//! zones may lie apart. A zone is a column of the exact cover; here the columns are listed, not chosen.

pub mod costs;
mod given_regions;
mod goal_values;
mod group_nesting;
pub(crate) mod group_shares;
mod heirs;
mod pieces_on_map;
mod placement_rules;
mod straddled_groups;
mod weak_straddles;
mod zone_enumeration;
mod zone_graph;
mod zone_pool;

pub use given_regions::GivenRegions;
pub use goal_values::value;
pub use group_nesting::Nesting;
pub use heirs::Heirs;
pub use pieces_on_map::OnePiece;
pub use placement_rules::PlacementRules;
pub use straddled_groups::{StraddledGroup, bound_to_group, straddled_groups};
pub use weak_straddles::{Straddled, WeakStraddles};
pub use zone_enumeration::{EnumerationLimits, TooMany, enumerate};
pub use zone_graph::ZoneGraph;
pub use zone_pool::ZonePool;

use crate::requirements::Requirements;
use crate::zone_rules::ZoneRules;
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{Instance, Problem};
use zonewerk_core::territory::{Id, Territory, UnitId};

/// All columns of a problem: every connected set of free units within its bounds, or every set where
/// zones may lie apart ([`zones_may_lie_apart`](crate::zones_may_lie_apart)), then the
/// fixed zones, then the zones that exceptions name by some of their units, then those that they
/// name by all of them, contiguous or not; of all these, those that keep the pins, the decided
/// mergers and what is asked of each zone: by families, that it lies in one piece, and in a given
/// region.
///
/// # Errors
/// When there are more than `limits` allows, or `stop` asks to.
pub fn feasible_zones(
    instance: &Instance<'_>,
    limits: EnumerationLimits,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<ZonePool, TooMany> {
    let (territory, graph, problem) = (instance.territory(), instance.graph(), instance.problem());
    let requirements = Requirements::new(territory, problem);
    feasible_zones_among(territory, graph, (problem, &requirements), Among::default(), limits, stop)
}

/// Which of the feasible zones to list, by units as bits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Among<'a> {
    /// Only zones that hold one of these.
    pub touching: Option<&'a [bool]>,
    /// Of the zones that are neither fixed nor excepted, only those of these units alone.
    pub within: Option<&'a [bool]>,
}

/// Those of [`feasible_zones`] that are asked for.
///
/// # Errors
/// When there are more than `limits` allows, or `stop` asks to.
pub fn feasible_zones_among(
    territory: &Territory,
    graph: &Graph,
    (problem, requirements): (&Problem, &Requirements),
    among: Among<'_>,
    limits: EnumerationLimits,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<ZonePool, TooMany> {
    let (wishes, rules) = (&requirements.wishes, &requirements.zones);
    let nesting = Nesting::new(territory, requirements);
    let one_piece = OnePiece::new(graph, requirements.pieces.as_ref());
    let is_in_one_piece = |units: &[UnitId]| one_piece.as_ref().is_none_or(|rule| rule.allows(units));
    let regions = GivenRegions::new(territory, problem, requirements);
    let inside = regions.as_ref().and_then(|regions| regions.zones_inside(graph.len()));
    let is_inside = |units: &[UnitId]| inside.as_ref().is_none_or(|is_inside| is_inside(units));
    let allow = |units: &[UnitId]| {
        wishes.allow(units) && nesting.allows(units) && is_in_one_piece(units) && is_inside(units)
    };
    let mut free = vec![true; graph.len()];
    for unit in problem.fixed_zones.iter().flat_map(|fixed| &fixed.units) {
        free[unit.index()] = false;
    }
    let is_within = |unit: usize| among.within.is_none_or(|within| within[unit]);
    let walked: Vec<bool> = free.iter().enumerate().map(|(unit, &free)| free && is_within(unit)).collect();
    let joined = rules.graph(graph);
    let mut zones = enumerate(territory, joined, &walked, among.touching, rules.bounds(), limits, stop)?;
    let (exact, around) = (rules.exact_zones(), rules.zones_around());
    let is_apart = |units: &[UnitId]| exact.contains(&units) || ZoneRules::around(&around, units).is_some();
    let is_filtered = !wishes.is_empty() || !nesting.is_empty() || one_piece.is_some() || inside.is_some();
    if !rules.have_no_exception() || is_filtered {
        zones = zones.passing(|units| !is_apart(units) && allow(units));
    }
    let is_asked = |units: &[UnitId]| {
        among.touching.is_none_or(|touching| units.iter().any(|unit| touching[unit.index()]))
    };
    for fixed in problem.fixed_zones.iter().filter(|fixed| allow(&fixed.units) && is_asked(&fixed.units)) {
        zones.push(&fixed.units);
    }
    let is_allowed = |units: &[UnitId]| allow(units) && rules.allow(territory, graph, units);
    for (place, [inside, without]) in around.iter().enumerate() {
        let mut walked = walked.clone();
        without.iter().for_each(|unit| walked[unit.index()] = false);
        let mut touching = vec![false; graph.len()];
        touching[inside[0].index()] = true;
        let found = enumerate(territory, joined, &walked, Some(&touching), rules.widest(), limits, stop)?;
        zones.append(&found.passing(|units| {
            let is_first = ZoneRules::around(&around, units) == Some(place) && !exact.contains(&units);
            is_first && is_asked(units) && is_allowed(units)
        }));
    }
    for units in exact.iter().filter(|units| is_asked(units)) {
        if units.iter().all(|&unit| free[unit.index()]) && is_allowed(units) {
            zones.push(units);
        }
    }
    Ok(zones)
}

/// The units that no zone of the pool holds, ascending.
pub fn uncovered_units(graph: &Graph, zones: &ZonePool) -> Vec<UnitId> {
    let mut covered = vec![false; graph.len()];
    for &unit in zones.iter().flatten() {
        covered[unit.index()] = true;
    }
    graph.units().filter(|&unit| !covered[unit.index()]).collect()
}
