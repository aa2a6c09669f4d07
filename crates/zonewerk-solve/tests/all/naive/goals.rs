//! What a plan comes to in each goal, from the words that define it.

use zonewerk_core::problem::{Counted, Goal, Step};

use super::distances::{inertia, people_km, people_square_km};
use super::families::{NaiveGroup, crossing, straddles};
use super::lists::{Lists, Set, members};
use super::moved::people_moved;

/// What a plan comes to in a goal.
pub fn goal_value(lists: &Lists, goal: &Goal, plan: &[Set]) -> u64 {
    match goal {
        Goal::BorderLength => border_length(lists, plan),
        Goal::CutEdges => {
            lists.neighbours.iter().filter(|&&(a, b)| zone_of(plan, a) != zone_of(plan, b)).count() as u64
        }
        Goal::Inertia => plan.iter().map(|&zone| inertia(lists, zone)).sum(),
        Goal::DistanceToCentre => plan.iter().map(|&zone| people_km(lists, zone)).sum(),
        Goal::SquaredDistanceToCentre => plan.iter().map(|&zone| people_square_km(lists, zone)).sum(),
        Goal::SquaredDeviation => plan.iter().map(|&zone| deviation(lists, zone).pow(2)).sum(),
        Goal::AbsoluteDeviation => plan.iter().map(|&zone| deviation(lists, zone)).sum(),
        Goal::LargestDeviation => plan.iter().map(|&zone| deviation(lists, zone)).max().unwrap(),
        Goal::PeopleMoved => people_moved(lists, plan),
        Goal::Crossings { family, by: Counted::Cuts } => {
            groups(lists, family).iter().map(|group| zones_less_one(plan, group.whole)).sum()
        }
        Goal::Crossings { family, by: Counted::People } => {
            let whole: Vec<Set> = groups(lists, family).iter().map(|group| group.whole).collect();
            let touching = pairs(plan, &whole);
            touching.map(|(zone, group)| smaller_side(lists, zone, group)).sum()
        }
        Goal::Straddles { family, by, reading } => {
            straddles(lists, plan, groups(lists, family), *by, *reading)
        }
        Goal::ZonesCrossing { family, by } => crossing(lists, plan, groups(lists, family), *by),
        Goal::MergersCut => lists.expected_mergers.iter().map(|&units| zones_less_one(plan, units)).sum(),
        Goal::Zones => plan.len() as u64,
        Goal::Exceptions => plan.iter().filter(|&&zone| !by_rule(lists, zone)).count() as u64,
        Goal::Regions
        | Goal::RegionBorderLength
        | Goal::RegionDeviation
        | Goal::RegionMismatch { .. }
        | Goal::RegionGroups { .. } => unreachable!("a plan of one level"),
    }
}

/// What a plan comes to in a step: its goals, each as often as it weighs.
pub fn step_value(lists: &Lists, step: &Step, plan: &[Set]) -> u64 {
    step.terms.iter().map(|term| term.weight * goal_value(lists, &term.goal, plan)).sum()
}

fn zone_of(plan: &[Set], unit: usize) -> usize {
    plan.iter().position(|zone| zone >> unit & 1 == 1).unwrap()
}

/// The outer border once, each metre between two zones twice: once for each.
fn border_length(lists: &Lists, plan: &[Set]) -> u64 {
    let between = lists.borders.iter().filter(|&&(a, b, _)| zone_of(plan, a) != zone_of(plan, b));
    lists.outer_m.iter().sum::<u64>() + between.map(|&(.., border_m)| 2 * border_m).sum::<u64>()
}

/// Whether the ordinary bounds allow a zone.
fn by_rule(lists: &Lists, zone: Set) -> bool {
    let people = lists.people_of(zone);
    people >= lists.least && lists.most.is_none_or(|most| people <= most)
}

/// How far a zone is from the ideal; a zone that needs an exception is not asked.
fn deviation(lists: &Lists, zone: Set) -> u64 {
    let people = lists.people_of(zone);
    if by_rule(lists, zone) { people.max(lists.ideal) - people.min(lists.ideal) } else { 0 }
}

fn groups<'a>(lists: &'a Lists, name: &str) -> &'a [NaiveGroup] {
    lists.families.iter().find(|(family, _)| family == name).map_or(&[], |(_, groups)| groups)
}

/// Zones that a group lies in, less one; 0 for a group without a whole unit.
fn zones_less_one(plan: &[Set], group: Set) -> u64 {
    (plan.iter().filter(|&&zone| zone & group != 0).count() as u64).saturating_sub(1)
}

/// Each zone with each group that it touches.
fn pairs<'a>(plan: &'a [Set], groups: &'a [Set]) -> impl Iterator<Item = (Set, Set)> + 'a {
    let all = plan.iter().flat_map(move |&zone| groups.iter().map(move |&group| (zone, group)));
    all.filter(|(zone, group)| zone & group != 0)
}

/// People of a group inside a zone, or outside it where those are fewer.
fn smaller_side(lists: &Lists, zone: Set, group: Set) -> u64 {
    let inside: u64 = members(group & zone).map(|unit| lists.people[unit]).sum();
    let outside: u64 = members(group & !zone).map(|unit| lists.people[unit]).sum();
    inside.min(outside)
}
