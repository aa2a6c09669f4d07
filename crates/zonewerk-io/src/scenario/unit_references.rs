use std::collections::BTreeSet;

use crate::formats::csv_table::{problem, quoted};
use crate::{InputPlace, InputProblem};
use zonewerk_core::territory::{Territory, Unit, UnitId};
use zonewerk_core::words::closest;

/// Whether a name that is wrong gets a suggestion, after so many problems: it is looked for among
/// all `words`, and who has many wrong names wrote those of another territory.
pub(crate) fn may_suggest(before: usize, words: usize) -> bool {
    const PROBLEMS: usize = 100;
    const COMPARED: usize = 300_000;
    before < PROBLEMS && before.saturating_mul(words) < COMPARED
}

/// The entries of a scenario, with the units that their codes stand for.
#[derive(Clone, Copy)]
pub(crate) struct References<'a> {
    /// The scenario file.
    pub(crate) file: &'a str,
    /// The units; `None` when they cannot be known, and then no code is a problem.
    pub(crate) territory: Option<&'a Territory>,
}

impl References<'_> {
    /// The unit of a code. When there is none, the problem is made from what should
    /// stand there.
    pub(crate) fn find(
        &self,
        code: &str,
        problems: &mut Vec<InputProblem>,
        unknown: impl FnOnce(String) -> InputProblem,
    ) -> Option<UnitId> {
        let territory = self.territory?;
        let unit = territory.find(code);
        if unit.is_none() {
            problems.push(unknown(expected_unit(territory, code, problems.len())));
        }
        unit
    }

    /// A problem with an entry of the scenario.
    pub(crate) fn problem(
        &self,
        code: &'static str,
        entry: &str,
        field: &str,
        found: &str,
        expected: &str,
    ) -> InputProblem {
        let wrong = problem(code, self.file, InputPlace::Entry(entry.to_owned()), found, expected);
        InputProblem { field: Some(field.to_owned()), ..wrong }
    }

    /// The known units of an entry, ascending, each once; unknown and repeated codes are
    /// problems, and so is an empty list.
    pub(crate) fn units(
        &self,
        entry: &str,
        codes: &[String],
        problems: &mut Vec<InputProblem>,
    ) -> Vec<UnitId> {
        if codes.is_empty() {
            problems.push(self.problem("no-units", entry, "units", "an empty list", "one unit or more"));
        }
        self.units_of(entry, "units", codes, problems)
    }

    /// The known units of a field of an entry, ascending, each once; unknown and repeated
    /// codes are problems.
    pub(crate) fn units_of(
        &self,
        entry: &str,
        field: &str,
        codes: &[String],
        problems: &mut Vec<InputProblem>,
    ) -> Vec<UnitId> {
        let mut units = BTreeSet::new();
        for code in codes {
            let wrong = |kind, expected: &str| self.problem(kind, entry, field, &quoted(code), expected);
            let unit = self.find(code, problems, |expected| wrong("unknown-unit", &expected));
            if unit.is_some_and(|unit| !units.insert(unit)) {
                problems.push(wrong("duplicate-unit", "each unit once"));
            }
        }
        units.into_iter().collect()
    }

    /// A text that must say something.
    pub(crate) fn text(
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

    /// A name of a file or column that must be given.
    pub(crate) fn name<'a>(
        &self,
        entry: &str,
        field: &str,
        name: &'a str,
        expected: &str,
        problems: &mut Vec<InputProblem>,
    ) -> Option<&'a str> {
        let blank = name.trim().is_empty();
        if blank {
            problems.push(self.problem("blank-field", entry, field, "nothing", expected));
        }
        (!blank).then_some(name)
    }
}

/// What should stand where an unknown code was found: the code that the unit merged
/// into, that of the name that was written instead, or one that differs by a slip. `before` is
/// how many problems were found before.
pub(crate) fn expected_unit(territory: &Territory, found: &str, before: usize) -> String {
    const EXPECTED: &str = "the code of a unit of the territory";
    if !may_suggest(before, territory.units().len()) {
        return EXPECTED.to_owned();
    }
    let units = || territory.units().values();
    if let Some(merger) = territory.mergers.iter().find(|merger| merger.took_in(found)) {
        return format!("{EXPECTED} ({found} merged into {})", merger.new_code);
    }
    let named = |name: &str| units().find(|unit| unit.name.eq_ignore_ascii_case(name));
    let by_code =
        || closest(found, units().map(|unit| unit.code.as_str())).and_then(|code| territory.find(code));
    let by_name = || closest(found, units().map(|unit| unit.name.as_str())).and_then(named);
    let near: Option<&Unit> =
        named(found).or_else(|| by_code().map(|unit| territory.unit(unit))).or_else(by_name);
    match near {
        Some(unit) => format!("{EXPECTED} (is it {:?}?)", unit.code.as_str()),
        None => EXPECTED.to_owned(),
    }
}
