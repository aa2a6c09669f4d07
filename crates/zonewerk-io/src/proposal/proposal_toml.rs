//! A proposal in TOML: changes in the order of writing, each with a reason where it has one.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::proposal_faults::{ProposalProblem, told, too_many};
use super::unit;
use crate::formats::csv_table::problem;
use crate::formats::toml_file::{self, TomlFile};
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_audit::proposal::{Change, ChangeError, Draft, StatedChange};
use zonewerk_core::territory::{Territory, UnitId};

/// Changes to a plan, made in the order of writing.
// Keys that must be there read as blank when absent.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Zonewerk proposal")]
pub(crate) struct ProposalFile {
    /// Units that go to a zone that is there.
    #[serde(rename = "move")]
    #[schemars(with = "Vec<MoveTable>")]
    moves: Vec<Spanned<MoveTable>>,
    /// Zones that become one.
    #[schemars(with = "Vec<MergeTable>")]
    merge: Vec<Spanned<MergeTable>>,
    /// New zones.
    #[schemars(with = "Vec<NewTable>")]
    new: Vec<Spanned<NewTable>>,
    /// Zones that are given up.
    #[schemars(with = "Vec<DissolveTable>")]
    dissolve: Vec<Spanned<DissolveTable>>,
    /// Pairs of units of different zones that change places.
    #[schemars(with = "Vec<SwapTable>")]
    swap: Vec<Spanned<SwapTable>>,
}

/// A unit goes to a zone that is there.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["unit", "zone"]))]
struct MoveTable {
    /// Code or name of the unit, which goes whole.
    unit: String,
    /// Name of the zone that it goes to.
    zone: String,
    /// Why.
    reason: Option<String>,
}

/// Zones become one.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["zones"]))]
struct MergeTable {
    /// Names of the zones.
    zones: Vec<String>,
    /// Name of the one; that of the zone with most inhabitants when absent.
    name: Option<String>,
    /// Why.
    reason: Option<String>,
}

/// Units become a zone.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["name", "units"]))]
struct NewTable {
    /// Name of the zone.
    name: String,
    /// Codes or names of its units.
    units: Vec<String>,
    /// Why.
    reason: Option<String>,
}

/// A zone is given up; its units lie in none.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["zone"]))]
struct DissolveTable {
    /// Name of the zone.
    zone: String,
    /// Why.
    reason: Option<String>,
}

/// Two units change places.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["units"]))]
struct SwapTable {
    /// Codes or names of the two units.
    #[schemars(length(equal = 2))]
    units: Vec<String>,
    /// Why.
    reason: Option<String>,
}

/// One change of the file, of any kind.
enum ChangeTable {
    Move(MoveTable),
    Merge(MergeTable),
    New(NewTable),
    Dissolve(DissolveTable),
    Swap(SwapTable),
}

/// Makes the changes of a file, in the order of writing.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    territory: &Territory,
    draft: &mut Draft<'_>,
) -> Result<Vec<InputProblem>, InputProblems> {
    let TomlFile { written, mut problems, explained } = toml_file::read::<ProposalFile>(file, bytes)?;
    let mut entries = entries(written);
    entries.sort_by_key(|(start, ..)| *start);
    if entries.is_empty() && explained.is_empty() {
        let expected = "a table such as [[move]], [[merge]], [[new]], [[dissolve]] or [[swap]]";
        problems.push(problem("empty-proposal", file, InputPlace::File, "no change", expected));
    }
    for (_, entry, written) in entries {
        if let Some(last) = too_many(file, &problems) {
            problems.push(last);
            break;
        }
        let is_explained = |field: &str| {
            let path = format!("{entry}.{field}");
            explained.contains(&path)
        };
        let mut entry = ChangeEntry { file, entry: &entry, territory, draft, problems: &mut problems };
        entry.read(written, &is_explained);
    }
    Ok(problems)
}

fn entries(written: ProposalFile) -> Vec<(usize, String, ChangeTable)> {
    fn of_kind<T>(
        kind: &str,
        tables: Vec<Spanned<T>>,
        is: fn(T) -> ChangeTable,
    ) -> Vec<(usize, String, ChangeTable)> {
        let numbered = tables.into_iter().enumerate();
        let entry = |(place, table): (usize, Spanned<T>)| {
            (table.span().start, format!("{kind}[{}]", place + 1), is(table.into_inner()))
        };
        numbered.map(entry).collect()
    }
    let ProposalFile { moves, merge, new, dissolve, swap } = written;
    let mut entries = of_kind("move", moves, ChangeTable::Move);
    entries.extend(of_kind("merge", merge, ChangeTable::Merge));
    entries.extend(of_kind("new", new, ChangeTable::New));
    entries.extend(of_kind("dissolve", dissolve, ChangeTable::Dissolve));
    entries.extend(of_kind("swap", swap, ChangeTable::Swap));
    entries
}

/// An entry of the file, while its change is made.
struct ChangeEntry<'e, 'd> {
    file: &'e str,
    entry: &'e str,
    territory: &'e Territory,
    draft: &'e mut Draft<'d>,
    problems: &'e mut Vec<InputProblem>,
}

impl ChangeEntry<'_, '_> {
    fn read(&mut self, written: ChangeTable, is_explained: &dyn Fn(&str) -> bool) {
        let (change, reason, fields) = match written {
            ChangeTable::Move(MoveTable { unit, zone, reason }) => {
                let unit = self.unit("unit", &unit, is_explained);
                let zone = self.text("zone", zone, "the name of a zone", is_explained);
                (unit.zip(zone).map(|(unit, zone)| Change::Move { unit, zone }), reason, "zone")
            }
            ChangeTable::Merge(MergeTable { zones, name, reason }) => {
                let is_absent = zones.is_empty() && is_explained("zones");
                ((!is_absent).then_some(Change::Merge { zones, name }), reason, "zones")
            }
            ChangeTable::New(NewTable { name, units, reason }) => {
                let is_absent = |field: &str, blank: bool| blank && is_explained(field);
                let skip = is_absent("name", name.is_empty()) || is_absent("units", units.is_empty());
                let all = units.len();
                let units = self.units(&units);
                let wrong = units.is_empty() && all > 0;
                ((!skip && !wrong).then_some(Change::New { name, units }), reason, "name")
            }
            ChangeTable::Dissolve(DissolveTable { zone, reason }) => {
                let zone = self.text("zone", zone, "the name of a zone", is_explained);
                (zone.map(|zone| Change::Dissolve { zone }), reason, "zone")
            }
            ChangeTable::Swap(SwapTable { units, reason }) => {
                let (count, is_absent) = (units.len(), units.is_empty() && is_explained("units"));
                let found = self.units(&units);
                if count != 2 && !is_absent {
                    let found = format!("a list of {count}");
                    self.problem("wrong-value", "units", &found, "the codes or names of two units");
                }
                let pair = <[UnitId; 2]>::try_from(found).ok().filter(|_| count == 2);
                (pair.map(|units| Change::Swap { units }), reason, "units")
            }
        };
        let Some(change) = change else { return };
        let written = format!("{}, {}", self.file, self.entry);
        let made = self.draft.apply(StatedChange { written, change, reason });
        for fault in made.err().into_iter().flatten() {
            let field = match fault {
                ChangeError::UnitTwice(_) | ChangeError::NoUnits(_) => "units",
                ChangeError::NameTaken(_) | ChangeError::NoName => "name",
                _ => fields,
            };
            self.fault(field, &fault);
        }
    }

    fn units(&mut self, names: &[String]) -> Vec<UnitId> {
        let mut units = Vec::new();
        for name in names {
            match unit(self.territory, self.draft, name) {
                Ok(unit) => units.push(unit),
                Err(fault) => self.fault("units", &fault.into()),
            }
        }
        units
    }

    fn unit(&mut self, field: &str, name: &str, is_explained: &dyn Fn(&str) -> bool) -> Option<UnitId> {
        if name.is_empty() && is_explained(field) {
            return None;
        }
        match unit(self.territory, self.draft, name) {
            Ok(unit) => Some(unit),
            Err(fault) => {
                self.fault(field, &fault.into());
                None
            }
        }
    }

    fn text(
        &mut self,
        field: &str,
        text: String,
        expected: &str,
        is_explained: &dyn Fn(&str) -> bool,
    ) -> Option<String> {
        if text.trim().is_empty() {
            if !is_explained(field) {
                self.problem("blank-field", field, "nothing", expected);
            }
            return None;
        }
        Some(text)
    }

    fn fault(&mut self, field: &str, fault: &ChangeError) {
        let ProposalProblem { code, found, expected } = told(fault);
        self.problem(code, field, &found, &expected);
    }

    fn problem(&mut self, code: &'static str, field: &str, found: &str, expected: &str) {
        let place = InputPlace::Entry(self.entry.to_owned());
        let wrong = problem(code, self.file, place, found, expected);
        self.problems.push(InputProblem { field: Some(field.to_owned()), ..wrong });
    }
}
