//! Exceptions with which no plan can be drawn, as faults of the scenario's file.

use anyhow::Result;

use zonewerk_core::problem::{Problem, RuleId};
use zonewerk_io::{InputPlace, InputProblem, InputProblems, Scenario};
use zonewerk_solve::{Unclear, unclear_exceptions};

/// Refuses a scenario with such exceptions. `shown` is how the user named it.
///
/// # Errors
/// All of them, at once.
pub(super) fn refuse_unclear(shown: &str, scenario: &Scenario) -> Result<()> {
    Ok(InputProblems::none_of(unclear(shown, &scenario.problem))?)
}

/// What is unclear in a problem, each with file and field.
pub(super) fn unclear(shown: &str, problem: &Problem) -> Vec<InputProblem> {
    let built_in = zonewerk_io::scenario_names().any(|name| name == shown);
    let file = if built_in { format!("{shown}.toml") } else { shown.to_owned() };
    let fault = |code, place: usize, field: &str, found: String, expected: &str| InputProblem {
        code,
        file: file.clone(),
        place: InputPlace::Entry(format!("exceptions[{}]", place + 1)),
        field: Some(field.to_owned()),
        found,
        expected: expected.to_owned(),
    };
    let each = unclear_exceptions(problem).into_iter().map(|unclear| match unclear.why {
        Unclear::NoReason => {
            let expected = "the reason: an exception without one is no leave, and no plan is drawn with it";
            fault(RuleId::ExceptionWithoutReason.name(), unclear.place, "reason", "nothing".to_owned(), expected)
        }
        Unclear::UnknownZone(name) => {
            let expected = "the name of a fixed zone or of a pin, since it is not known which zone that is \
                            drawn will be called so: give the units instead, or fix or pin a zone of that name";
            fault("zone-to-be-drawn", unclear.place, "zone", format!("{name:?}"), expected)
        }
        Unclear::DrawnRegion(name) => {
            let expected = "the units of the region: regions are drawn, and it is not known which of them \
                            will be called so";
            fault("region-to-be-drawn", unclear.place, "region", format!("{name:?}"), expected)
        }
    });
    each.collect()
}
