use std::collections::{BTreeMap, BTreeSet};

use super::part_labels::PartLabels;
use super::{OldUnitPart, PartialMember, TranslationAccount, TranslationConflict, applied};
use crate::territory::{GroupRow, GroupTable, TableLayout, Territory, UnitCode, UnitId};

/// The rows of one group about what became one unit.
type GroupMember<'a> = (UnitId, &'a str);

/// Translates a table of groups of the units of a layout into one of the units of the
/// territory; the rows keep their order.
///
/// A group that holds all old units of a merger, each whole, holds the new one whole, in
/// the place of the first. Any other group keeps a row for each old unit or part, now as a
/// part of the new unit, and is a conflict. Columns the program does not know are carried
/// along, joined by `; ` where rows become one.
pub fn translate_groups(
    territory: &Territory,
    layout: &TableLayout,
    table: &GroupTable,
) -> (GroupTable, TranslationAccount) {
    let pending: BTreeSet<&UnitCode> = applied(territory, layout).map(|merger| &merger.new_code).collect();
    let is_merged = |unit: UnitId| pending.contains(&territory.unit(layout.targets[unit]).code);
    let mut members: BTreeMap<GroupMember, Vec<&GroupRow>> = BTreeMap::new();
    let mut kept = BTreeSet::new();
    for row in &table.rows {
        if is_merged(row.unit) {
            members.entry((layout.targets[row.unit], &row.group)).or_default().push(row);
        } else {
            kept.insert(row.unit);
        }
    }
    let sources = layout.sources(territory);
    let labels = labels(layout, &members);
    let is_whole = |(unit, _): &GroupMember, rows: &[&GroupRow]| {
        rows.len() == sources[*unit].len() && rows.iter().all(|row| row.part.is_none())
    };
    let mut rows = Vec::new();
    let mut done: BTreeSet<GroupMember> = BTreeSet::new();
    for row in &table.rows {
        let unit = layout.targets[row.unit];
        let member = (unit, row.group.as_str());
        match members.get(&member).filter(|_| is_merged(row.unit)) {
            None => rows.push(GroupRow { unit, ..row.clone() }),
            Some(together) if is_whole(&member, together) => {
                if done.insert(member) {
                    rows.push(GroupRow { unit, other: joined(together), ..row.clone() });
                }
            }
            Some(_) => {
                let part = labels.get(&unit).map(|labels| label(labels, layout, row));
                rows.push(GroupRow { unit, part, ..row.clone() });
            }
        }
    }
    let partial = members.iter().filter(|(member, rows)| !is_whole(member, rows));
    let conflicts = partial.filter_map(|(member, rows)| {
        let partial =
            partial_member(member, rows, territory, layout, &sources[member.0], labels.get(&member.0)?);
        Some(TranslationConflict::Partial(partial))
    });
    let used: BTreeSet<&UnitCode> = members.keys().map(|(unit, _)| &territory.unit(*unit).code).collect();
    let account = TranslationAccount {
        kept: kept.len(),
        applied: applied(territory, layout)
            .filter(|merger| used.contains(&merger.new_code))
            .cloned()
            .collect(),
        readings: layout.readings.clone(),
        conflicts: conflicts.collect(),
    };
    let part_column = table.part_column || rows.iter().any(|row| row.part.is_some());
    (GroupTable { part_column, other_columns: table.other_columns.clone(), rows }, account)
}

/// What the pieces of each merged unit are called, the same in every group.
fn labels(
    layout: &TableLayout,
    members: &BTreeMap<GroupMember, Vec<&GroupRow>>,
) -> BTreeMap<UnitId, PartLabels> {
    let mut rows: BTreeMap<UnitId, Vec<&GroupRow>> = BTreeMap::new();
    for ((unit, _), of_group) in members {
        rows.entry(*unit).or_default().extend(of_group);
    }
    let labels = |rows: Vec<&GroupRow>| {
        PartLabels::new(rows.iter().map(|row| (layout.units.unit(row.unit), row.part.as_deref())))
    };
    rows.into_iter().map(|(unit, rows)| (unit, labels(rows))).collect()
}

fn label(labels: &PartLabels, layout: &TableLayout, row: &GroupRow) -> String {
    labels.of(layout.units.unit(row.unit), row.part.as_deref())
}

fn partial_member(
    &(unit, group): &GroupMember,
    rows: &[&GroupRow],
    territory: &Territory,
    layout: &TableLayout,
    sources: &[UnitId],
    labels: &PartLabels,
) -> PartialMember {
    let piece = |unit: UnitId, part: Option<&str>| {
        let unit = layout.units.unit(unit);
        OldUnitPart::new(unit, part, part.is_none().then_some(unit.population), labels)
    };
    let held: BTreeSet<UnitId> = rows.iter().map(|row| row.unit).collect();
    let mut rows = rows.to_vec();
    rows.sort_by(|a, b| (a.unit, &a.part).cmp(&(b.unit, &b.part)));
    let lacks = sources.iter().filter(|source| !held.contains(source));
    let unit = territory.unit(unit);
    PartialMember {
        group: group.to_owned(),
        code: unit.code.clone(),
        name: unit.name.clone(),
        holds: rows.iter().map(|row| piece(row.unit, row.part.as_deref())).collect(),
        lacks: lacks.map(|&source| layout.units.unit(source).clone()).collect(),
    }
}

/// What stands in the other columns of rows that become one, each text once.
fn joined(rows: &[&GroupRow]) -> Vec<String> {
    let columns = rows.first().map_or(0, |row| row.other.len());
    let column = |place: usize| {
        let mut texts: Vec<&str> = Vec::new();
        for text in rows.iter().filter_map(|row| row.other.get(place)).filter(|text| !text.is_empty()) {
            if !texts.contains(&text.as_str()) {
                texts.push(text);
            }
        }
        texts.join("; ")
    };
    (0..columns).map(column).collect()
}
