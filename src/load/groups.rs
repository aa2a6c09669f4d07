use std::collections::{BTreeMap, BTreeSet};

use super::references::References;
use super::scenario_file::GroupsTable;
use super::source::Source;
use super::suggest::closest;
use super::table::{Table, problem, quoted};
use super::{InputProblem, InputProblems, Place, keep};
use crate::territory::{Group, GroupFamily, GroupRole, UnitId};

/// Reads a family of groups: a table with the columns group and unit, and optionally
/// part for groups that hold only part of a unit.
pub(super) fn read(
    source: &Source,
    groups: &GroupsTable,
    entry: &str,
    units: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<GroupFamily> {
    let role = match groups.role.as_deref() {
        None | Some("report") => GroupRole::Report,
        Some(other) => {
            let hint =
                closest(other, ["report"]).map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
            let expected = format!("\"report\"{hint}");
            let wrong = problem(
                "unknown-role",
                units.file,
                Place::Entry(entry.to_owned()),
                &quoted(other),
                &expected,
            );
            problems.push(InputProblem { field: Some("role".to_owned()), ..wrong });
            GroupRole::Report
        }
    };
    let name = units.text(entry, "family", &groups.family, problems);
    let table = source.bytes(&groups.file).map_err(InputProblems::from);
    let table = keep(problems, table.and_then(|bytes| Table::read(&groups.file, &bytes)))?;
    let [group, unit] = keep(problems, table.columns(["group", "unit"]))?;
    let part = table.find("part");
    let mut members: BTreeMap<String, Members> = BTreeMap::new();
    for row in table.rows() {
        if row.get(group).is_empty() {
            problems.push(table.field_problem("blank-name", row, group, "the name of the group"));
        }
        let Some(id) = units.find(row.get(unit)) else {
            problems.push(table.field_problem("unknown-unit", row, unit, units.expected(row.get(unit))));
            continue;
        };
        let part = part.map(|part| row.get(part)).filter(|part| !part.is_empty());
        let group = members.entry(row.get(group).to_owned()).or_default();
        let new = match part {
            Some(part) => group.parts.insert((id, part.to_owned())),
            None => group.units.insert(id),
        };
        if !new {
            problems.push(table.field_problem("duplicate-unit", row, unit, "each unit once in a group"));
        }
    }
    let group = |(name, Members { units, parts })| Group {
        name,
        units: units.into_iter().collect(),
        parts: parts.into_iter().collect(),
    };
    Some(GroupFamily { name, role, groups: members.into_iter().map(group).collect() })
}

#[derive(Default)]
struct Members {
    units: BTreeSet<UnitId>,
    parts: BTreeSet<(UnitId, String)>,
}
