//! A proposal as part of a plan: the units that it names lie in the zones that it names.

use std::collections::BTreeMap;

use super::proposal_faults::{ProposalProblem, told, too_many};
use crate::formats::csv_table::{DelimitedRow, DelimitedTable};
use crate::{InputProblem, InputProblems};
use zonewerk_audit::proposal::{Change, ChangeError, ChangeNote, Draft, StatedChange};
use zonewerk_core::territory::{Territory, UnitId, UnitMatch, find_named_unit};

/// Places the units of a table with the columns unit and zone, and reason where it has one.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    territory: &Territory,
    draft: &mut Draft<'_>,
) -> Result<Vec<InputProblem>, InputProblems> {
    let table = DelimitedTable::read(file, bytes)?;
    let [unit_column, zone_column] = table.columns(["unit", "zone"])?;
    let part_column = table.find("part");
    let reason_column = table.find("reason");
    let mut problems = Vec::new();
    if table.rows().is_empty() {
        problems.push(table.problem("empty-table", "no rows", "a row for each unit that is to move"));
    }
    let mut placed: BTreeMap<UnitId, &DelimitedRow> = BTreeMap::new();
    for row in table.rows() {
        if let Some(last) = too_many(file, &problems) {
            problems.push(last);
            break;
        }
        let wrong = |fault: &ChangeError, column: usize| {
            let ProposalProblem { code, found, expected } = told(fault);
            InputProblem { found, ..table.field_problem(code, row, column, expected) }
        };
        if let Some(column) = part_column.filter(|&column| !row.get(column).is_empty()) {
            let expected = "nothing: a proposal moves whole units";
            problems.push(table.field_problem("part-in-proposal", row, column, expected));
        }
        let UnitMatch { unit, before } = match find_named_unit(territory, row.get(unit_column)) {
            Ok(named) => named,
            Err(fault) => {
                problems.push(wrong(&fault.into(), unit_column));
                continue;
            }
        };
        let zone = row.get(zone_column);
        if let Some(other) = placed.insert(unit, row) {
            // What merged may stand in several rows, as long as they say the same.
            if before.is_none() || other.get(zone_column) != zone {
                let expected = format!("one row for each unit (line {} has it too)", other.line);
                problems.push(table.field_problem("duplicate-unit", row, unit_column, expected));
            }
            continue;
        }
        if let Some(old) = before {
            draft.note(ChangeNote::BeforeMerger { old, unit: territory.label(unit) });
        }
        let reason = reason_column.map(|column| row.get(column)).filter(|reason| !reason.is_empty());
        let zone = (!zone.is_empty()).then(|| zone.to_owned());
        let written = format!("{file}, line {}", row.line);
        let stated =
            StatedChange { written, change: Change::Place { unit, zone }, reason: reason.map(str::to_owned) };
        for fault in draft.apply(stated).err().into_iter().flatten() {
            problems.push(wrong(&fault, zone_column));
        }
    }
    Ok(problems)
}
