use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{DelimitedTable, quoted};
use crate::scenario::scenario_file::GroupsTable;
use crate::scenario::unit_references::References;
use crate::scenario_source::Source;
use crate::{InputProblem, keep};
use zonewerk_core::problem::{GroupReading, Pin, PinKind, Profile, RuleId, RuleSetting, RuleWeight};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, UnitId};
use zonewerk_core::words::closest;

/// Reads the families of groups of a scenario.
pub(crate) fn families(
    source: &Source,
    tables: &[GroupsTable],
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Vec<GroupFamily> {
    let mut families = Vec::new();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let entry = format!("groups[{}]", index + 1);
        let name = table.family.trim();
        let other = *first.entry(name).or_insert(index);
        if other != index && !name.is_empty() {
            let found = format!("{name:?}, which groups[{}] has too", other + 1);
            problems.push(units.problem("duplicate-family", &entry, "family", &found, "a name of its own"));
        }
        families.extend(family(source, table, &entry, units, problems));
    }
    families
}

/// A family of groups: a table with the columns group and unit, and optionally
/// part for groups that hold only part of a unit.
fn family(
    source: &Source,
    groups: &GroupsTable,
    entry: &str,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<GroupFamily> {
    let name = units.text(entry, "family", &groups.family, problems);
    let role = role(groups, entry, units, problems);
    let file = units.name(entry, "file", &groups.file, "the table of the groups", problems)?;
    let table = source.bytes(file);
    let table = keep(problems, table.and_then(|bytes| DelimitedTable::read(file, &bytes)))?;
    let members = members(&table, units, problems)?;
    let group = |(name, GroupUnits { units, parts })| Group {
        name,
        units: units.into_iter().collect(),
        parts: parts.into_iter().collect(),
    };
    Some(GroupFamily { name, role, groups: members.into_iter().map(group).collect() })
}

const ROLES: [(&str, GroupRole); 5] = [
    ("report", GroupRole::Report),
    ("laminar", GroupRole::Laminar),
    ("inside", GroupRole::Inside),
    ("together", GroupRole::Together),
    ("affinity", GroupRole::Affinity),
];

fn role(
    groups: &GroupsTable,
    entry: &str,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> GroupRole {
    let Some(word) = groups.role.as_deref() else { return GroupRole::Unsaid };
    let known = ROLES.iter().find(|(name, _)| *name == word);
    if known.is_none() {
        let names = ROLES.map(|(name, _)| name);
        let near = closest(word, names).map(|near| format!("; is it {near:?}?")).unwrap_or_default();
        let expected = format!("one of {}{near}", names.join(", "));
        problems.push(units.problem("unknown-role", entry, "role", &quoted(word), &expected));
    }
    known.map_or(GroupRole::Unsaid, |(_, role)| *role)
}

/// How laminar families are read, where one of them says so: all alike.
pub(crate) fn readings(
    tables: &[GroupsTable],
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> BTreeMap<String, GroupReading> {
    let mut found = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let Some(word) = table.reading.as_deref() else { continue };
        let entry = format!("groups[{}]", index + 1);
        let mut wrong = |code, found: &str, expected| {
            problems.push(units.problem(code, &entry, "reading", found, expected));
        };
        match GroupReading::ALL.into_iter().find(|reading| reading.name() == word) {
            None => wrong("unknown-word", &quoted(word), "one of strict, weak"),
            Some(_) if table.role.as_deref() != Some("laminar") => {
                wrong("reading-without-effect", &quoted(word), "a reading only with the role laminar");
            }
            Some(reading) => _ = found.insert(table.family.trim().to_owned(), reading),
        }
    }
    found
}

/// The pins of groups that stay together.
pub(crate) fn pins(families: &[GroupFamily]) -> impl Iterator<Item = Pin> {
    let together = families.iter().filter(|family| family.role == GroupRole::Together);
    together.flat_map(|family| {
        family.groups.iter().map(move |group| Pin {
            asks: PinKind::Together(group.units.clone()),
            reason: format!("{} of {} stays together", group.name, family.name),
        })
    })
}

/// The profile with what the roles of families ask; those that stay together ask it by pins.
pub(crate) fn ask(
    families: &[GroupFamily],
    readings: &BTreeMap<String, GroupReading>,
    profile: Profile,
) -> Profile {
    let mut profile = profile;
    for family in families {
        match family.role {
            GroupRole::Unsaid | GroupRole::Together => {}
            GroupRole::Report => {
                for rule in [RuleId::GroupStraddlesZones, RuleId::ZoneCrossesGroup] {
                    profile = profile.with_reported(rule, &family.name);
                }
            }
            GroupRole::Laminar => profile = profile.with_family(RuleId::GroupStraddlesZones, &family.name),
            GroupRole::Inside => profile = profile.with_family(RuleId::ZoneCrossesGroup, &family.name),
            GroupRole::Affinity => {
                let setting = profile.rules.entry(RuleId::AffinityCut).or_default();
                if setting.weight == Some(RuleWeight::Off) {
                    *setting = RuleSetting::default();
                }
                let families = &mut setting.families;
                if !families.contains(&family.name) {
                    families.push(family.name.clone());
                }
            }
        }
    }
    if let Some(setting) = profile.rules.get_mut(&RuleId::GroupStraddlesZones) {
        setting.readings.extend(readings.clone());
    }
    profile
}

/// What each group of a table holds, by name; `None` when it has other columns than one of
/// groups.
pub(crate) fn members(
    table: &DelimitedTable,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<BTreeMap<String, GroupUnits>> {
    let [group, unit] = keep(problems, table.columns(["group", "unit"]))?;
    let part = table.find("part");
    let mut members: BTreeMap<String, GroupUnits> = BTreeMap::new();
    for row in table.rows() {
        if row.get(group).is_empty() {
            problems.push(table.field_problem("blank-name", row, group, "the name of the group"));
        }
        let unknown = |expected| table.field_problem("unknown-unit", row, unit, expected);
        let Some(id) = units.find(row.get(unit), problems, unknown) else { continue };
        let part = part.map(|part| row.get(part)).filter(|part| !part.is_empty());
        let group = members.entry(row.get(group).to_owned()).or_default();
        let (in_part, whole) = (any_part(&group.parts, id), group.units.contains(&id));
        let (new, mixed) = match part {
            Some(part) => (group.parts.insert((id, part.to_owned())), whole),
            None => (group.units.insert(id), in_part),
        };
        if !new {
            problems.push(table.field_problem("duplicate-unit", row, unit, "each unit once in a group"));
        } else if mixed {
            let expected = "either the whole unit or parts of it in a group";
            problems.push(table.field_problem("duplicate-unit", row, unit, expected));
        }
    }
    if table.rows().is_empty() {
        problems.push(table.problem("empty-table", "no rows", "a row for each unit of a group"));
    }
    Some(members)
}

fn any_part(parts: &BTreeSet<(UnitId, String)>, unit: UnitId) -> bool {
    parts.range((unit, String::new())..).next().is_some_and(|(other, _)| *other == unit)
}

/// What a group holds.
#[derive(Default)]
pub(crate) struct GroupUnits {
    units: BTreeSet<UnitId>,
    parts: BTreeSet<(UnitId, String)>,
}
