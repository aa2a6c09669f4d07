//! Groups and mergers against zones and regions, as explicit sets of places: a place is a
//! unit, or a part of one by its name.

use std::collections::{BTreeMap, BTreeSet};

use zonewerk::problem::Reading;
use zonewerk::territory::{Group, Id, MergerStatus};

use crate::naive::{Tray, Who, setting};
use crate::naive_look::{Hold, Look, Row};
use crate::verdict::share_words;

/// How a group and an area lie to one another.
struct Meeting {
    /// Units both have something of.
    common: BTreeSet<usize>,
    /// Inhabitants of what they have in common.
    people: Option<u64>,
    /// Whether the area has something that the group has not.
    beyond_group: bool,
    /// Whether the group has something that the area has not.
    beyond_area: bool,
}

/// A group as a row of the membership matrix.
fn row(look: &Look, group: &Group) -> Row {
    let mut row = vec![Hold::None; look.units()];
    for (unit, name) in &group.parts {
        match &mut row[unit.index()] {
            Hold::Parts(parts) => parts.push((name.clone(), None)),
            hold => *hold = Hold::Parts(vec![(name.clone(), None)]),
        }
    }
    group.units.iter().for_each(|unit| row[unit.index()] = Hold::Whole);
    row
}

/// The parts that the plan has of a unit: name and inhabitants, each name once.
fn named(look: &Look, unit: usize) -> BTreeMap<String, Option<u64>> {
    let parts = look.given[unit].iter().filter_map(|(_, hold)| match hold {
        Hold::Parts(parts) => Some(parts.clone()),
        _ => None,
    });
    parts.flatten().collect()
}

/// The units of which plan and group name other parts.
fn unmatched(look: &Look, group: &Row) -> BTreeSet<usize> {
    let other = |unit: &usize| match &group[*unit] {
        Hold::Parts(parts) => {
            let known = named(look, *unit);
            !known.is_empty() && parts.iter().any(|(name, _)| !known.contains_key(name))
        }
        _ => false,
    };
    (0..look.units()).filter(other).collect()
}

fn names(parts: &[(String, Option<u64>)]) -> BTreeSet<&String> {
    parts.iter().map(|(name, _)| name).collect()
}

fn meeting(look: &Look, group: &Row, area: &Row) -> Meeting {
    let mut meeting =
        Meeting { common: BTreeSet::new(), people: Some(0), beyond_group: false, beyond_area: false };
    for unit in 0..look.units() {
        let (common, people, beyond_group, beyond_area) = match (&group[unit], &area[unit]) {
            (Hold::None, Hold::None) => (false, Some(0), false, false),
            (Hold::None, _) => (false, Some(0), true, false),
            (_, Hold::None) => (false, Some(0), false, true),
            (Hold::Whole, Hold::Whole) => (true, Some(look.people[unit]), false, false),
            (Hold::Whole, Hold::Parts(parts)) => {
                (true, parts.iter().map(|(_, people)| *people).sum(), false, true)
            }
            (Hold::Parts(_), Hold::Whole) => (true, None, true, false),
            (Hold::Parts(of_group), Hold::Parts(of_area)) => {
                let (g, a) = (names(of_group), names(of_area));
                let both = of_area.iter().filter(|(name, _)| g.contains(name));
                let people = both.map(|(_, people)| *people).sum();
                (!g.is_disjoint(&a), people, !a.is_subset(&g), !g.is_subset(&a))
            }
        };
        meeting.common.extend(common.then_some(unit));
        meeting.people = meeting.people.zip(people).map(|(all, more)| all + more);
        meeting.beyond_group |= beyond_group;
        meeting.beyond_area |= beyond_area;
    }
    meeting
}

/// The groups of the rule's families: family, group.
fn groups<'a>(look: &'a Look, rule: &str) -> Vec<(&'a str, &'a Group)> {
    let named = setting(look, rule).families;
    let families = look.world.territory.families.iter().filter(|family| named.contains(&family.name));
    families.flat_map(|family| family.groups.iter().map(|group| (family.name.as_str(), group))).collect()
}

fn spread(shares: &[String]) -> String {
    format!("spread {shares:?}")
}

fn share(area: &str, meeting: &Meeting) -> String {
    share_words(area, meeting.common.clone(), meeting.people)
}

/// Per group that can be judged, the zones that it meets, and what it has in no zone.
fn each_group(
    look: &Look,
    rule: &'static str,
    tray: &mut Tray,
    judge: impl Fn(&[(usize, Meeting)]) -> Option<(Vec<String>, String)>,
) {
    for (family, group) in groups(look, rule) {
        let who = Who::Group(family.to_owned(), group.name.clone());
        let row = row(look, group);
        let other = unmatched(look, &row);
        if !other.is_empty() {
            tray.leave_open(rule, who, format!("other parts of {other:?}"));
            continue;
        }
        let meetings = look.zones.iter().map(|zone| meeting(look, &row, zone)).enumerate();
        let met: Vec<(usize, Meeting)> = meetings.filter(|(_, meeting)| !meeting.common.is_empty()).collect();
        if let Some((shares, required)) = judge(&met) {
            tray.say(rule, who, spread(&shares), required);
        }
    }
}

pub fn group_straddles_zones(look: &Look, rule: &'static str, tray: &mut Tray) {
    let reading = setting(look, rule).reading.unwrap_or_default();
    each_group(look, rule, tray, |met| {
        let partial = met.iter().filter(|(_, meeting)| meeting.beyond_group).count();
        let is_broken = match reading {
            Reading::Strict => met.len() > 1 && partial > 0,
            Reading::Weak => partial > 1,
        };
        let shares = met.iter().map(|(zone, meeting)| share(&format!("zone {zone}"), meeting)).collect();
        is_broken.then_some((shares, format!("laminar {}", reading.name())))
    });
}

pub fn group_not_aligned(look: &Look, rule: &'static str, tray: &mut Tray) {
    each_group(look, rule, tray, |met| {
        let is_broken = met.len() == 1 && met[0].1.beyond_group;
        let shares = met.iter().map(|(zone, meeting)| share(&format!("zone {zone}"), meeting)).collect();
        is_broken.then_some((shares, "whole zones".to_owned()))
    });
}

pub fn network_cut(look: &Look, rule: &'static str, tray: &mut Tray) {
    each_group(look, rule, tray, |met| {
        let partial = met.iter().filter(|(_, meeting)| meeting.beyond_group);
        let shares: Vec<String> =
            partial.map(|(zone, meeting)| share(&format!("zone {zone}"), meeting)).collect();
        (!shares.is_empty()).then_some((shares, "whole zones".to_owned()))
    });
}

pub fn affinity_cut(look: &Look, rule: &'static str, tray: &mut Tray) {
    each_group(look, rule, tray, |met| {
        let shares = met.iter().map(|(zone, meeting)| share(&format!("zone {zone}"), meeting)).collect();
        (met.len() > 1).then_some((shares, "one zone".to_owned()))
    });
}

pub fn zone_crosses_group(look: &Look, rule: &'static str, tray: &mut Tray) {
    let all = groups(look, rule);
    let families: BTreeSet<&str> = all.iter().map(|(family, _)| *family).collect();
    let mut in_none = BTreeSet::new();
    for (zone, row_of_zone) in look.zones.iter().enumerate() {
        for family in &families {
            let here: Vec<(&Group, Row)> = all
                .iter()
                .filter(|(of, _)| of == family)
                .map(|(_, group)| (*group, row(look, group)))
                .collect();
            let meetings: Vec<(&Group, Meeting)> =
                here.iter().map(|(group, row)| (*group, meeting(look, row, row_of_zone))).collect();
            let met: Vec<&(&Group, Meeting)> =
                meetings.iter().filter(|(_, meeting)| !meeting.common.is_empty()).collect();
            if met.is_empty() {
                in_none.extend(crate::naive_look::held(row_of_zone));
            } else if met.iter().all(|(_, meeting)| meeting.beyond_group) {
                let shares: Vec<String> = met
                    .iter()
                    .map(|(group, meeting)| share(&format!("group {}", group.name), meeting))
                    .collect();
                tray.say(rule, Who::Zone(zone), spread(&shares), format!("one group of {:?}", [family]));
            }
        }
    }
    if !in_none.is_empty() {
        tray.leave_open(rule, Who::Plan, format!("{} units in no group", in_none.len()));
    }
}

pub fn group_in_several_regions(look: &Look, rule: &'static str, tray: &mut Tray) {
    for (family, group) in groups(look, rule) {
        let row = row(look, group);
        let shares: Vec<String> = look
            .regions()
            .into_iter()
            .map(|name| (meeting(look, &row, &look.region(&name)), name))
            .filter(|(meeting, _)| !meeting.common.is_empty())
            .map(|(meeting, name)| share(&format!("region {name}"), &meeting))
            .collect();
        if shares.len() > 1 {
            let who = Who::Group(family.to_owned(), group.name.clone());
            tray.say(rule, who, spread(&shares), "one region");
        }
    }
}

pub fn decided_merger_split(look: &Look, rule: &'static str, tray: &mut Tray) {
    mergers(look, rule, MergerStatus::Decided, tray);
}

pub fn expected_merger_split(look: &Look, rule: &'static str, tray: &mut Tray) {
    mergers(look, rule, MergerStatus::Expected, tray);
}

fn mergers(look: &Look, rule: &'static str, status: MergerStatus, tray: &mut Tray) {
    for merger in look.world.territory.planned_mergers.iter().filter(|merger| merger.status == status) {
        let mut whole = vec![Hold::None; look.units()];
        merger.units.iter().for_each(|unit| whole[unit.index()] = Hold::Whole);
        let meetings = look.zones.iter().map(|zone| meeting(look, &whole, zone)).enumerate();
        let met: Vec<(usize, Meeting)> = meetings.filter(|(_, meeting)| !meeting.common.is_empty()).collect();
        let mut shares: Vec<String> =
            met.iter().map(|(zone, meeting)| share(&format!("zone {zone}"), meeting)).collect();
        let left: BTreeSet<usize> = merger
            .units
            .iter()
            .map(|unit| unit.index())
            .filter(|unit| met.iter().all(|(_, meeting)| !meeting.common.contains(unit)))
            .collect();
        if !left.is_empty() {
            let people = left.iter().map(|&unit| look.people[unit]).sum();
            shares.push(share_words("no zone", left, Some(people)));
        }
        if shares.len() > 1 {
            tray.say(rule, Who::Merger(merger.name.clone()), spread(&shares), "one zone");
        }
    }
}
