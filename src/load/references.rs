use super::plan::unknown_unit_hint;
use super::table::{problem, quoted};
use super::{InputProblem, Place};
use crate::territory::{Territory, UnitId};

/// Unit codes as a scenario writes them, and what they stand for.
pub(super) struct References<'a> {
    /// The scenario file.
    pub(super) file: &'a str,
    pub(super) territory: &'a Territory,
}

impl References<'_> {
    pub(super) fn find(&self, code: &str) -> Option<UnitId> {
        self.territory.find(code)
    }

    /// What should stand where an unknown code was found.
    pub(super) fn expected(&self, found: &str) -> String {
        unknown_unit_hint(self.territory, found)
    }

    /// A problem with an entry of the scenario.
    pub(super) fn problem(
        &self,
        code: &'static str,
        entry: &str,
        field: &str,
        found: &str,
        expected: &str,
    ) -> InputProblem {
        let wrong = problem(code, self.file, Place::Entry(entry.to_owned()), found, expected);
        InputProblem { field: Some(field.to_owned()), ..wrong }
    }

    /// The units of an entry, ascending; unknown and repeated codes are problems.
    pub(super) fn units(
        &self,
        entry: &str,
        codes: &[String],
        problems: &mut Vec<InputProblem>,
    ) -> Vec<UnitId> {
        let mut units = Vec::new();
        for code in codes {
            match self.find(code) {
                None => problems.push(self.problem(
                    "unknown-unit",
                    entry,
                    "units",
                    &quoted(code),
                    &self.expected(code),
                )),
                Some(unit) if units.contains(&unit) => {
                    problems.push(self.problem(
                        "duplicate-unit",
                        entry,
                        "units",
                        &quoted(code),
                        "each unit once",
                    ));
                }
                Some(unit) => units.push(unit),
            }
        }
        if codes.is_empty() {
            problems.push(self.problem("no-units", entry, "units", "an empty list", "one unit or more"));
        }
        units.sort_unstable();
        units
    }

    /// A text that must say something.
    pub(super) fn text(
        &self,
        entry: &str,
        field: &str,
        text: &str,
        problems: &mut Vec<InputProblem>,
    ) -> String {
        if text.trim().is_empty() {
            problems.push(self.problem("blank-field", entry, field, "nothing", "some words"));
        }
        text.trim().to_owned()
    }
}
