use crate::formats::csv_table::{problem, quoted};
use crate::{InputPlace, InputProblem};
use zonewerk_audit::proposal::ChangeError;
use zonewerk_core::plan::NoSuchZone;
use zonewerk_core::territory::NoSuchUnit;

/// Problems of a proposal that are told: for each unit or zone that nobody knows, those that may be
/// meant are looked for among all.
const MOST: usize = 100;

/// The last problem, where there are so many that the rest is not looked at.
pub(super) fn too_many(file: &str, problems: &[InputProblem]) -> Option<InputProblem> {
    let found = format!("{} problems, after which the rest was not looked at", problems.len());
    let expected = "changes of units and zones that are known";
    (problems.len() >= MOST).then(|| problem("many-problems", file, InputPlace::File, &found, expected))
}

/// A fault as a problem of an input has it.
pub(super) struct ProposalProblem {
    pub(super) code: &'static str,
    pub(super) found: String,
    pub(super) expected: String,
}

/// What was found and what was expected in the field that a fault is about.
pub(super) fn told(fault: &ChangeError) -> ProposalProblem {
    let told = |code, found: String, expected: String| ProposalProblem { code, found, expected };
    match fault {
        ChangeError::Unit(NoSuchUnit::Unknown { text, near }) => {
            let hint = zonewerk_core::territory::or_is_it(near);
            told("unknown-unit", quoted(text), format!("the code or name of a unit{hint}"))
        }
        ChangeError::Unit(NoSuchUnit::Ambiguous { text, units }) => {
            told("ambiguous-unit", quoted(text), format!("the code of one of {}", units.join(", ")))
        }
        ChangeError::Zone(NoSuchZone::Unknown { text, near }) => {
            let hint = zonewerk_core::territory::or_is_it(near);
            told("unknown-zone", quoted(text), format!("the name of a zone of the plan{hint}"))
        }
        ChangeError::Zone(NoSuchZone::Ambiguous { text, zones }) => {
            told("ambiguous-zone", quoted(text), format!("one of {}, as it stands there", zones.join(", ")))
        }
        ChangeError::NameTaken(name) => told(
            "zone-name-taken",
            quoted(name),
            "a name that no zone has, or moves to the zone that has it".to_owned(),
        ),
        ChangeError::NoName => told("blank-field", "nothing".to_owned(), "the name of the zone".to_owned()),
        ChangeError::NoUnits(_) => {
            told("no-units", "an empty list".to_owned(), "one unit or more".to_owned())
        }
        ChangeError::UnitTwice(unit) => {
            told("duplicate-unit", format!("{unit} twice"), "each unit once".to_owned())
        }
        ChangeError::ZoneTwice(zone) => {
            told("duplicate-zone", format!("{zone} twice"), "each zone once".to_owned())
        }
        ChangeError::OneZone => told("merger-of-one", "one zone".to_owned(), "two zones or more".to_owned()),
        ChangeError::SameZone(a, b, zone) => told(
            "same-zone",
            format!("{a} and {b}, both of {zone}"),
            "two units of different zones".to_owned(),
        ),
        ChangeError::InNoZone(unit) => {
            told("unit-in-no-zone", format!("{unit}, which lies in no zone"), "a unit of a zone".to_owned())
        }
        ChangeError::Divided(unit, zones) => told(
            "divided-unit",
            format!("{unit}, which is divided over {zones}"),
            "a unit that is whole: move it to a zone first".to_owned(),
        ),
        ChangeError::Unreadable(expected) => {
            told("wrong-value", "something else".to_owned(), expected.clone())
        }
    }
}
