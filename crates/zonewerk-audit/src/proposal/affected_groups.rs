//! Whom a proposal concerns: groups, partners and neighbours.

use std::collections::{BTreeMap, BTreeSet};

use super::{Moves, Proposal, Touched};
use crate::{Audit, Severity, Subject};
use zonewerk_core::graph::Graph;
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::problem::{Profile, RuleId};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Territory, UnitId, ZoneId};

/// A group that a proposal affects: units of it move, or it is told of in a finding on a zone that
/// is touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Name of its family.
    pub family: String,
    /// Its name.
    pub group: String,
    /// The units of it that move, wholly or partly, ascending.
    pub moved: Vec<UnitId>,
    /// How it lies before.
    pub before: GroupStatus,
    /// How it lies after.
    pub after: GroupStatus,
}

/// How a group lies in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupStatus {
    /// Names of the zones that hold units of it, wholly or partly, in the order of the plan.
    pub zones: Vec<String>,
    /// The worst that a finding says of it, where one does.
    pub finding: Option<Severity>,
}

/// Whose agreement a touched zone asks: all its units, and the groups that touch it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partners {
    /// Name of the zone.
    pub zone: String,
    /// Its units, whole or in part, ascending.
    pub units: Vec<UnitId>,
    /// The groups that no zone may straddle of which it holds units, as family and name.
    pub groups: Vec<(String, String)>,
}

/// A zone beside a touched one, itself untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeighbourZone {
    /// Name of the zone; `None` for units that lie in none.
    pub zone: Option<String>,
    /// The touched zones that it borders on, in the order of the plan.
    pub beside: Vec<String>,
    /// Its units on that border, ascending.
    pub units: Vec<UnitId>,
    /// Whether a border of whole units says so: of a part of a divided unit it is not known on
    /// what it borders.
    pub is_certain: bool,
    /// The groups that no zone may straddle of which those units are, as family and name.
    pub groups: Vec<(String, String)>,
}

/// The groups that are affected, of the families that the profile names, by family and name.
pub fn affected(
    territory: &Territory,
    profile: &Profile,
    proposal: &Proposal,
    moves: &Moves,
    touched: &[Touched],
    [before, after]: [&Audit; 2],
) -> Vec<Affected> {
    let named: BTreeSet<&String> =
        profile.rules.values().flat_map(|setting| setting.families.iter().chain(&setting.reported)).collect();
    let moved: BTreeSet<UnitId> = moves.moves.iter().map(|one| one.unit).collect();
    let changed: BTreeSet<UnitId> = touched
        .iter()
        .flat_map(|zone| [&zone.before, &zone.after].into_iter().flatten())
        .flat_map(|zone| zone.units.iter().copied())
        .collect();
    let mut all = Vec::new();
    for family in territory.families.iter().filter(|family| named.contains(&family.name)) {
        for group in &family.groups {
            let units = units_of(group);
            let standing = |plan: &Plan, audit: &Audit| GroupStatus {
                zones: zones_of(plan, &units).into_iter().map(|zone| plan.zones[zone].name.clone()).collect(),
                finding: worst(audit, family, group),
            };
            let one = Affected {
                family: family.name.clone(),
                group: group.name.clone(),
                moved: units.intersection(&moved).copied().collect(),
                before: standing(&proposal.before, before),
                after: standing(&proposal.after, after),
            };
            let is_told = one.before.finding.is_some() || one.after.finding.is_some();
            if !one.moved.is_empty() || is_told && !units.is_disjoint(&changed) {
                all.push(one);
            }
        }
    }
    all
}

/// Whose agreement each touched zone that is there after asks.
pub fn partners(territory: &Territory, profile: &Profile, touched: &[Touched]) -> Vec<Partners> {
    let there = touched.iter().filter_map(|zone| zone.after.as_ref()).filter(|zone| !zone.units.is_empty());
    let of_zone = |zone: &super::ZoneFigures| Partners {
        zone: zone.name.clone(),
        units: zone.units.clone(),
        groups: laminar(territory, profile, &zone.units.iter().copied().collect()),
    };
    there.map(of_zone).collect()
}

/// The untouched zones that border on a touched one in the plan after, in its order; units in no
/// zone last.
pub fn neighbours(
    territory: &Territory,
    graph: &Graph,
    profile: &Profile,
    proposal: &Proposal,
    touched: &[Touched],
) -> Vec<NeighbourZone> {
    let after = &proposal.after;
    let changed: BTreeSet<ZoneId> =
        touched.iter().filter_map(|zone| zone.after.as_ref()).map(|zone| zone.zone).collect();
    let is_whole = |unit: UnitId| !matches!(after.holdings[unit], Holding::Parts(_));
    let mut beside: BTreeMap<(bool, Option<ZoneId>), ZoneContacts> = BTreeMap::new();
    for zone in touched.iter().filter_map(|zone| zone.after.as_ref()) {
        for &unit in &zone.units {
            for neighbour in graph.neighbours(unit) {
                let zones = after.holdings[neighbour.unit].zones();
                let homes: Vec<Option<ZoneId>> = match zones[..] {
                    [] => vec![None],
                    _ => zones.into_iter().filter(|zone| !changed.contains(zone)).map(Some).collect(),
                };
                for home in homes {
                    let contacts = beside.entry((home.is_none(), home)).or_default();
                    contacts.zones.insert(zone.zone);
                    contacts.units.insert(neighbour.unit);
                    contacts.is_certain |= is_whole(unit) && is_whole(neighbour.unit);
                }
            }
        }
    }
    let name = |zone: ZoneId| after.zones[zone].name.clone();
    let neighbour = |((_, home), contacts): ((bool, Option<ZoneId>), ZoneContacts)| NeighbourZone {
        zone: home.map(name),
        beside: contacts.zones.into_iter().map(name).collect(),
        groups: laminar(territory, profile, &contacts.units),
        units: contacts.units.into_iter().collect(),
        is_certain: contacts.is_certain,
    };
    beside.into_iter().map(neighbour).collect()
}

/// What a zone borders on.
#[derive(Default)]
struct ZoneContacts {
    zones: BTreeSet<ZoneId>,
    units: BTreeSet<UnitId>,
    is_certain: bool,
}

/// The groups of families that no zone may straddle, or that are reported so, that hold any of
/// these units.
fn laminar(territory: &Territory, profile: &Profile, units: &BTreeSet<UnitId>) -> Vec<(String, String)> {
    let setting = profile.rules.get(&RuleId::GroupStraddlesZones);
    let is_laminar = |family: &&GroupFamily| {
        family.role == GroupRole::Laminar
            || setting.is_some_and(|setting| setting.families.contains(&family.name))
    };
    let families = territory.families.iter().filter(is_laminar);
    let groups = families.flat_map(|family| family.groups.iter().map(move |group| (family, group)));
    let touching = groups.filter(|(_, group)| !units_of(group).is_disjoint(units));
    touching.map(|(family, group)| (family.name.clone(), group.name.clone())).collect()
}

/// The units of a group, whole or in part.
fn units_of(group: &Group) -> BTreeSet<UnitId> {
    group.units.iter().copied().chain(group.parts.iter().map(|(unit, _)| *unit)).collect()
}

fn zones_of(plan: &Plan, units: &BTreeSet<UnitId>) -> BTreeSet<ZoneId> {
    units.iter().flat_map(|&unit| plan.holdings[unit].zones()).collect()
}

/// The worst that any finding says of a group, notes aside.
fn worst(audit: &Audit, family: &GroupFamily, group: &Group) -> Option<Severity> {
    let about = |subject: &Subject| matches!(subject, Subject::Group { family: of, name } if *of == family.name && *name == group.name);
    let findings = audit.findings.iter().filter(|finding| about(&finding.subject));
    findings.map(|finding| finding.severity).filter(|severity| *severity != Severity::Info).min()
}
