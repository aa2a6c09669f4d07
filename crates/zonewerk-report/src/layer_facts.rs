//! What the layers of a map say, as data: the same for pictures, pages and GIS files.

use std::collections::{BTreeMap, BTreeSet};

use super::Shown;
use super::audit::{Counts, per_zone};
use zonewerk_audit::proposal::{Moves, moves};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Plan, match_zones};
use zonewerk_core::territory::{GroupFamily, IdVec, UnitId, ZoneId};
use zonewerk_solve::zones::{StraddledGroup, straddled_groups};
use zonewerk_solve::{Backbone, PairStatus, UnitStatus};

/// What the first profile says of each zone that it says anything of.
pub(super) fn zone_verdicts(shown: &Shown) -> BTreeMap<ZoneId, Counts> {
    shown.judgements.first().map(per_zone).unwrap_or_default()
}

/// Which zone of the base plan each zone continues, and who moves from the base plan; `None`
/// without one.
pub(super) fn changes(shown: &Shown) -> Option<(IdVec<ZoneId, Option<ZoneId>>, Moves)> {
    let base = shown.base.as_ref()?.plan;
    let territory = &shown.scenario.territory;
    let continues = match_zones(territory, base, shown.plan).base_of;
    let moves = moves(territory, base, shown.plan, &continues);
    Some((continues, moves))
}

/// A family by its name, with the groups of it that the plan straddles.
pub(super) fn straddles<'s>(
    shown: &'s Shown,
    family: &str,
) -> Option<(&'s GroupFamily, Vec<StraddledGroup>)> {
    let territory = &shown.scenario.territory;
    let family = territory.families.iter().find(|known| known.name == family)?;
    Some((family, straddled_groups(territory, family, shown.plan)))
}

/// Per unit, with how many of its neighbours it is contested, and of how many.
pub(super) fn contested_shares(graph: &Graph, backbone: &Backbone) -> IdVec<UnitId, (usize, usize)> {
    let mut shares = IdVec::filled((0, 0), graph.len());
    for pair in &backbone.pairs {
        for unit in pair.units {
            shares[unit].0 += usize::from(pair.status.standing() == UnitStatus::Contested);
            shares[unit].1 += 1;
        }
    }
    shares
}

/// What is known of each pair of neighbours, the lower unit first.
pub(super) fn pair_statuses(backbone: &Backbone) -> BTreeMap<[UnitId; 2], PairStatus> {
    backbone.pairs.iter().map(|pair| (pair.units, pair.status)).collect()
}

/// Whether a plan has a border between the units on the sides of an arc: one of the map's
/// edge, or between units that are not both wholly in the same zone.
pub(super) fn is_border(plan: &Plan, users: &[UnitId]) -> bool {
    match users {
        &[a, b] => {
            let [a, b] = [a, b].map(|unit| plan.holdings[unit].zones());
            a.len() > 1 || a != b
        }
        _ => true,
    }
}

/// Whether a plan with regions has a border of one there: one of the map's edge, or between units
/// whose zones do not all lie in the same regions.
pub(super) fn is_region_border(plan: &Plan, users: &[UnitId]) -> bool {
    let regions = |unit: UnitId| -> BTreeSet<&str> {
        let zones = plan.holdings[unit].zones();
        zones.into_iter().flat_map(|zone| plan.zones[zone].regions.iter().map(String::as_str)).collect()
    };
    match users {
        &[a, b] => regions(a) != regions(b),
        _ => true,
    }
}
