//! Groups and zones, from the words of the rules.

use super::lists::{Lists, Set, members};
use zonewerk_core::problem::{Counted, GroupReading};

/// A group: the units that it holds whole, and those that it holds something of.
#[derive(Clone, Copy, Debug)]
pub struct NaiveGroup {
    pub whole: Set,
    pub touched: Set,
}

/// What is asked of families of groups.
#[derive(Debug, Default)]
pub struct FamilyRules {
    pub laminar: Vec<NaiveGroup>,
    pub weak: bool,
    pub inside: Vec<Vec<NaiveGroup>>,
    /// Zones that may cross, by exactly their units.
    pub crossing: Vec<Set>,
    /// Zones that may cross, by units that they hold.
    pub crossing_with: Vec<Set>,
}

impl FamilyRules {
    /// Whether a plan keeps them.
    pub fn are_kept(&self, plan: &[Set]) -> bool {
        let may_cross = |zone: Set| {
            self.crossing.contains(&zone) || self.crossing_with.iter().any(|units| zone & units == *units)
        };
        let inside = |zone: Set, family: &[NaiveGroup]| !crosses(zone, family) || may_cross(zone);
        self.laminar.iter().all(|group| {
            let partial = plan.iter().filter(|&&zone| overlaps(zone, group)).count();
            partial == 0 || self.weak && partial == 1
        }) && self.inside.iter().all(|family| plan.iter().all(|&zone| inside(zone, family)))
    }
}

/// Neither apart, nor one inside the other.
fn overlaps(zone: Set, group: &NaiveGroup) -> bool {
    let apart = zone & group.touched == 0;
    let group_inside = group.touched & !zone == 0;
    let zone_inside = zone & !group.whole == 0;
    !apart && !group_inside && !zone_inside
}

fn crosses(zone: Set, family: &[NaiveGroup]) -> bool {
    family.iter().any(|group| zone & group.touched != 0)
        && !family.iter().any(|group| zone & !group.whole == 0)
}

/// What straddles come to.
pub fn straddles(
    lists: &Lists,
    plan: &[Set],
    family: &[NaiveGroup],
    by: Counted,
    reading: GroupReading,
) -> u64 {
    let counts = family.iter().map(|group| {
        let overlapping = plan.iter().filter(|&&zone| overlaps(zone, group));
        let each: Vec<u64> = overlapping
            .map(|&zone| match by {
                Counted::Cuts => 1,
                Counted::People => {
                    let inside: u64 = members(group.whole & zone).map(|unit| lists.people[unit]).sum();
                    let outside: u64 = members(group.whole & !zone).map(|unit| lists.people[unit]).sum();
                    inside.min(outside)
                }
            })
            .collect();
        let worst = if reading == GroupReading::Weak { each.iter().max().copied().unwrap_or(0) } else { 0 };
        each.iter().sum::<u64>() - worst
    });
    counts.sum()
}

/// What zones that cross come to.
pub fn crossing(lists: &Lists, plan: &[Set], family: &[NaiveGroup], by: Counted) -> u64 {
    let crossing = plan.iter().filter(|&&zone| crosses(zone, family));
    let each = crossing.map(|&zone| match by {
        Counted::Cuts => 1,
        Counted::People => {
            let inside =
                |group: &NaiveGroup| members(group.whole & zone).map(|unit| lists.people[unit]).sum();
            lists.people_of(zone) - family.iter().map(inside).max().unwrap_or(0_u64)
        }
    });
    each.sum()
}
