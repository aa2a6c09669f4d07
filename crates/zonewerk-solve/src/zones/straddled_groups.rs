use std::collections::BTreeSet;

use super::group_shares::Groups;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Counted, Goal, GroupReading, Limit, Problem};
use zonewerk_core::territory::{GroupFamily, GroupRole, Territory, ZoneId};

/// A group that zones of a plan straddle: they overlap, and neither lies inside the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StraddledGroup {
    /// Its place among the groups of its family.
    pub group: usize,
    /// The zones, ascending.
    pub zones: Vec<ZoneId>,
    /// Inhabitants of the group who are parted from most of its inhabitants.
    pub people: u64,
}

/// The groups of a family that a plan of whole units straddles, in the order of the family.
pub fn straddled_groups(territory: &Territory, family: &GroupFamily, plan: &Plan) -> Vec<StraddledGroup> {
    let groups = Groups::all(territory, &family.groups);
    let mut zones: Vec<BTreeSet<ZoneId>> = vec![BTreeSet::new(); family.groups.len()];
    let mut shares: Vec<(u64, u64)> = vec![(0, 0); family.groups.len()];
    for (zone, units) in plan.members().iter() {
        for share in groups.shares(units) {
            let (sum, most) = &mut shares[share.group];
            *sum += share.people;
            *most = (*most).max(share.people);
        }
        for share in groups.straddles(units) {
            zones[share.group].insert(zone);
        }
    }
    let straddled = zones.into_iter().zip(shares).enumerate().filter(|(_, (zones, _))| !zones.is_empty());
    straddled
        .map(|(group, (zones, (sum, most)))| StraddledGroup {
            group,
            zones: zones.into_iter().collect(),
            people: sum - most,
        })
        .collect()
}

/// The same question where no zone may straddle one group, whatever the rules say of it: the
/// territory has it in a family of its own, of which plans have no straddles.
pub fn bound_to_group(
    territory: &Territory,
    problem: &Problem,
    family: &GroupFamily,
    group: usize,
) -> (Territory, Problem) {
    let group = family.groups[group].clone();
    let name = format!("{}: {}", family.name, group.name);
    let mut territory = territory.clone();
    let mut problem = problem.clone();
    let goal = Goal::Straddles { family: name.clone(), by: Counted::Cuts, reading: GroupReading::Strict };
    problem.limits.push(Limit { goal, most: 0 });
    territory.families.push(GroupFamily { name, role: GroupRole::Report, groups: vec![group] });
    (territory, problem)
}
