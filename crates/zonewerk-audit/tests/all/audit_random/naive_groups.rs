//! Groups and mergers against zones and regions, as explicit sets of places: a place is a
//! unit, or a part of one by its name.

use std::collections::BTreeSet;

use zonewerk_core::problem::{GroupReading, RuleId};
use zonewerk_core::territory::{Group, Id, MergerStatus};

use super::naive::{Tray, Who, setting};
use super::naive_look::{Hold, Look, Row, held};
use super::verdict::share_words;

/// How an area lies to a group.
struct Meeting {
    /// Units that both certainly have something of.
    common: BTreeSet<usize>,
    /// Inhabitants of what they have in common.
    people: Option<u64>,
    /// Whether the area has something that the group certainly has not.
    reaches_beyond: bool,
    /// Units of which the area may have something that the group has not.
    open: BTreeSet<usize>,
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

fn names(hold: &Hold) -> BTreeSet<&str> {
    match hold {
        Hold::Parts(parts) => parts.iter().map(|(name, _)| name.as_str()).collect(),
        _ => BTreeSet::new(),
    }
}

/// The units of which group and plan both have parts, and the group one by another name.
fn unmatched(look: &Look, group: &Row) -> BTreeSet<usize> {
    let other = |unit: &usize| {
        let known: BTreeSet<&str> = look.given[*unit].iter().flat_map(|(_, hold)| names(hold)).collect();
        !known.is_empty() && !names(&group[*unit]).is_subset(&known)
    };
    (0..look.units()).filter(other).collect()
}

fn meeting(look: &Look, group: &Row, area: &Row) -> Meeting {
    let unmatched = unmatched(look, group);
    let mut common = BTreeSet::new();
    let mut people = Some(0);
    let mut open = BTreeSet::new();
    let mut reaches_beyond = false;
    for unit in held(area) {
        let (in_common, is_inside) = match (&group[unit], &area[unit]) {
            (Hold::None, _) | (_, Hold::None) => (None, false),
            (Hold::Whole, Hold::Whole) => (Some(Some(look.people[unit])), true),
            (Hold::Whole, Hold::Parts(parts)) => (Some(parts.iter().map(|(_, people)| *people).sum()), true),
            (Hold::Parts(_), Hold::Whole) => (Some(None), false),
            (parts, Hold::Parts(of_area)) => {
                let known = names(parts);
                let both: Vec<_> = of_area.iter().filter(|(name, _)| known.contains(name.as_str())).collect();
                let in_both = both.iter().map(|(_, people)| *people).sum();
                ((!both.is_empty()).then_some(in_both), both.len() == of_area.len())
            }
        };
        if let Some(in_common) = in_common {
            common.insert(unit);
            people = people.zip(in_common).map(|(all, more)| all + more);
        }
        if !is_inside && unmatched.contains(&unit) {
            open.insert(unit);
        } else {
            reaches_beyond |= !is_inside;
        }
    }
    Meeting { common, people, reaches_beyond, open }
}

/// What lies in no zone: units in none, and parts in zones that the plan has not.
fn nowhere(look: &Look) -> Row {
    let zones = look.zones.len();
    let of = |unit: usize| {
        let (known, unknown): (Vec<_>, Vec<_>) = look.given[unit].iter().partition(|(zone, _)| *zone < zones);
        let parts = unknown.into_iter().filter_map(|(_, hold)| match hold {
            Hold::Parts(parts) => Some(parts.clone()),
            _ => None,
        });
        let parts: Vec<_> = parts.flatten().collect();
        match (known.is_empty(), parts.is_empty()) {
            (_, false) => Hold::Parts(parts),
            (true, true) => Hold::Whole,
            (false, true) => Hold::None,
        }
    };
    (0..look.units()).map(of).collect()
}

/// The groups of the rule's families: family, group. Says which families there are not.
fn groups<'a>(look: &'a Look, rule: RuleId, tray: &mut Tray) -> Vec<(&'a str, &'a Group)> {
    let known = &look.world.territory.families;
    let named = setting(look, rule).families;
    let missing: Vec<&String> =
        named.iter().filter(|name| known.iter().all(|family| family.name != **name)).collect();
    if !missing.is_empty() {
        tray.leave_open(rule, Who::Plan, format!("no family {missing:?}"));
    }
    let families = known.iter().filter(|family| named.contains(&family.name));
    families.flat_map(|family| family.groups.iter().map(|group| (family.name.as_str(), group))).collect()
}

pub fn spread(shares: &[String]) -> String {
    format!("spread {shares:?}")
}

fn share(area: &str, meeting: &Meeting) -> String {
    share_words(area, meeting.common.clone(), meeting.people)
}

/// What each zone has of a row, and what lies in none.
fn shares(look: &Look, row: &Row) -> (Vec<Meeting>, Vec<String>) {
    let mut met = Vec::new();
    let mut shares = Vec::new();
    for (zone, of_zone) in look.zones.iter().enumerate() {
        let meeting = meeting(look, row, of_zone);
        if !meeting.common.is_empty() {
            shares.push(share(&format!("zone {zone}"), &meeting));
            met.push(meeting);
        }
    }
    let left = meeting(look, row, &nowhere(look));
    if !left.common.is_empty() {
        shares.push(share("no zone", &left));
    }
    (met, shares)
}

/// Judges every group; one that is not certainly at fault, and of which not all is known,
/// is left open.
fn each_group(look: &Look, rule: RuleId, tray: &mut Tray, required: &str, fault: fn(&[Meeting]) -> bool) {
    for (family, group) in groups(look, rule, tray) {
        let who = Who::Group(family.to_owned(), group.name.clone());
        let row = row(look, group);
        let other = unmatched(look, &row);
        let (met, shares) = shares(look, &row);
        if fault(&met) {
            tray.say(rule, who, spread(&shares), required);
        } else if !other.is_empty() {
            tray.leave_open(rule, who, format!("other parts of {other:?}"));
        }
    }
}

/// Zones that the group fills only partly.
fn partial(met: &[Meeting]) -> usize {
    met.iter().filter(|meeting| meeting.reaches_beyond).count()
}

pub fn group_straddles_zones(look: &Look, rule: RuleId, tray: &mut Tray) {
    match setting(look, rule).reading.unwrap_or_default() {
        GroupReading::Strict => each_group(look, rule, tray, "laminar strict", |met| {
            met.len() > 1 && met.iter().any(|meeting| meeting.reaches_beyond)
        }),
        GroupReading::Weak => each_group(look, rule, tray, "laminar weak", |met| partial(met) > 1),
    }
}

pub fn group_not_aligned(look: &Look, rule: RuleId, tray: &mut Tray) {
    each_group(look, rule, tray, "whole zones", |met| partial(met) == 1);
}

pub fn network_cut(look: &Look, rule: RuleId, tray: &mut Tray) {
    each_group(look, rule, tray, "whole zones", |met| partial(met) > 0);
}

pub fn affinity_cut(look: &Look, rule: RuleId, tray: &mut Tray) {
    each_group(look, rule, tray, "one zone", |met| met.len() > 1);
}

pub fn zone_crosses_group(look: &Look, rule: RuleId, tray: &mut Tray) {
    let all = groups(look, rule, tray);
    let families: BTreeSet<&str> = all.iter().map(|(family, _)| *family).collect();
    for family in families {
        let here: Vec<(&str, Row)> = all
            .iter()
            .filter(|(of, _)| *of == family)
            .map(|(_, group)| (group.name.as_str(), row(look, group)))
            .collect();
        let mut in_none = BTreeSet::new();
        for (zone, of_zone) in look.zones.iter().enumerate() {
            let meetings: Vec<(&str, Meeting)> =
                here.iter().map(|(name, row)| (*name, meeting(look, row, of_zone))).collect();
            let is_met = |meeting: &Meeting| !meeting.common.is_empty() || !meeting.open.is_empty();
            let may_hold: Vec<&Meeting> = meetings
                .iter()
                .map(|(_, meeting)| meeting)
                .filter(|meeting| !meeting.reaches_beyond)
                .collect();
            if !meetings.iter().any(|(_, meeting)| is_met(meeting)) {
                in_none.extend(held(of_zone));
            } else if may_hold.is_empty() {
                let (mut said, mut rest) = (Vec::new(), of_zone.clone());
                for (name, meeting) in &meetings {
                    if !meeting.common.is_empty() {
                        said.push(share(&format!("group {name}"), meeting));
                    }
                    meeting.common.union(&meeting.open).for_each(|&unit| rest[unit] = Hold::None);
                }
                if !held(&rest).is_empty() {
                    said.push(share_words("no group", held(&rest), look.people_of(&rest)));
                }
                tray.say(rule, Who::Zone(zone), spread(&said), format!("one group of {:?}", [family]));
            } else if may_hold.iter().all(|meeting| !meeting.open.is_empty()) {
                let open: BTreeSet<usize> =
                    may_hold.iter().flat_map(|meeting| meeting.open.clone()).collect();
                tray.leave_open(rule, Who::Zone(zone), format!("other parts of {open:?}"));
            }
        }
        if !in_none.is_empty() {
            tray.leave_open(rule, Who::Plan, format!("{} units in no group", in_none.len()));
        }
    }
}

pub fn group_in_several_regions(look: &Look, rule: RuleId, tray: &mut Tray) {
    for (family, group) in groups(look, rule, tray) {
        let row = row(look, group);
        let mut shares = Vec::new();
        for name in look.regions() {
            let meeting = meeting(look, &row, &look.region(&name));
            if !meeting.common.is_empty() {
                shares.push(share(&format!("region {name}"), &meeting));
            }
        }
        let who = Who::Group(family.to_owned(), group.name.clone());
        let other = unmatched(look, &row);
        if shares.len() > 1 {
            tray.say(rule, who, spread(&shares), "one region");
        } else if !other.is_empty() {
            tray.leave_open(rule, who, format!("other parts of {other:?}"));
        }
    }
}

pub fn decided_merger_split(look: &Look, rule: RuleId, tray: &mut Tray) {
    mergers(look, rule, MergerStatus::Decided, tray);
}

pub fn expected_merger_split(look: &Look, rule: RuleId, tray: &mut Tray) {
    mergers(look, rule, MergerStatus::Expected, tray);
}

/// What each zone has of some units, and what lies in none.
pub fn whereabouts(look: &Look, units: &BTreeSet<usize>) -> Vec<String> {
    let mut whole = vec![Hold::None; look.units()];
    units.iter().for_each(|&unit| whole[unit] = Hold::Whole);
    shares(look, &whole).1
}

fn mergers(look: &Look, rule: RuleId, status: MergerStatus, tray: &mut Tray) {
    for merger in look.world.territory.planned_mergers.iter().filter(|merger| merger.status == status) {
        let units: BTreeSet<usize> = merger.units.iter().map(|unit| unit.index()).collect();
        let shares = whereabouts(look, &units);
        if shares.len() > 1 {
            tray.say(rule, Who::Merger(merger.name.clone()), spread(&shares), "one zone");
        }
    }
}
