//! Wishes about units that a plan keeps, in words and as data.

use serde::Serialize;

use super::Results;
use super::infeasibility::{NAMES_SHOWN, unit_names};
use super::report_parts::{UnitReport, unit_reports};
use zonewerk_core::problem::{Pin, PinKind};
use zonewerk_core::words::{Language, say, sentence_list};
use zonewerk_io::Scenario;

/// A pin in `report.json`.
#[derive(Serialize)]
pub(super) struct PinReport<'a> {
    kind: &'static str,
    zone: Option<&'a str>,
    units: Vec<UnitReport<'a>>,
    without: Vec<UnitReport<'a>>,
    reason: &'a str,
}

/// A pin on a line: what it asks, and why.
pub(super) fn pin_line(scenario: &Scenario, pin: &Pin, language: Language) -> String {
    let asked = asked_words(scenario, &pin.asks, NAMES_SHOWN, language);
    say!(language, "pin-line", asked = asked, reason = &pin.reason)
}

/// What is asked of units, in a clause: `A and B in one zone`. Of more than `most` names, the first.
pub fn asked_words(scenario: &Scenario, asked: &PinKind, most: usize, language: Language) -> String {
    let names = |units| sentence_list(language, &unit_names(scenario, units), most);
    match asked {
        PinKind::Together(units) => say!(language, "pin-together", units = names(units)),
        PinKind::Apart(units) => say!(language, "pin-apart", units = names(units)),
        PinKind::Zone { name, holds, without } if without.is_empty() => {
            say!(language, "pin-zone", zone = name, units = names(holds))
        }
        PinKind::Zone { name, holds, without } => {
            say!(language, "pin-zone-without", zone = name, units = names(holds), without = names(without))
        }
    }
}

/// Every pin of the scenario, in its order.
pub(super) fn pin_reports<'a>(results: &Results<'a>) -> Vec<PinReport<'a>> {
    let territory = &results.scenario.territory;
    let report = |pin: &'a Pin| {
        let (kind, zone, units, without): (_, _, &[_], &[_]) = match &pin.asks {
            PinKind::Together(units) => ("together", None, units, &[]),
            PinKind::Apart(units) => ("apart", None, units, &[]),
            PinKind::Zone { name, holds, without } => ("zone", Some(name.as_str()), holds, without),
        };
        let [units, without] = [units, without].map(|units| unit_reports(territory, units));
        PinReport { kind, zone, units, without, reason: &pin.reason }
    };
    results.scenario.problem.pins.iter().map(report).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    #[test]
    fn a_pin_tells_its_units_and_its_reason() {
        let mut sample = Sample::solved();
        let unit = |code: &str| sample.scenario.territory.find(code).expect("the grid has this unit");
        let units = |codes: &[&str]| codes.iter().map(|code| unit(code)).collect::<Vec<_>>();
        let pin = |asks, reason: &str| Pin { asks, reason: reason.to_owned() };
        let pins = vec![
            pin(PinKind::Together(units(&["a1", "a2"])), "one school"),
            pin(PinKind::Apart(units(&["a1", "b2", "c3"])), "three hospitals"),
            pin(
                PinKind::Zone {
                    name: "Ring".to_owned(),
                    holds: units(&["a1"]),
                    without: units(&["b2", "c3"]),
                },
                "as agreed",
            ),
        ];
        sample.scenario.problem.pins = pins;
        let pins = &sample.scenario.problem.pins;
        let lines = Language::ALL.map(|language| {
            let lines = pins.iter().map(|pin| pin_line(&sample.scenario, pin, language));
            lines.collect::<Vec<_>>().join("\n")
        });
        insta::assert_snapshot!(lines.join("\n"), @r#"
        pin: Noordwest and Noord in one zone: one school
        pin: Noordwest, Midden and Zuidoost each in another zone: three hospitals
        pin: zone Ring with Noordwest, without Midden and Zuidoost: as agreed
        wens: Noordwest en Noord in één zone: one school
        wens: Noordwest, Midden en Zuidoost elk in een andere zone: three hospitals
        wens: zone Ring met Noordwest, zonder Midden en Zuidoost: as agreed
        "#);
        let report = serde_json::to_value(pin_reports(&sample.results())).expect("plain values become JSON");
        assert_eq!(report[2]["zone"], "Ring");
        assert_eq!(report[2]["without"][1]["code"], "c3");
        assert_eq!(report[0]["kind"], "together");
        assert_eq!(report[1]["units"].as_array().map(Vec::len), Some(3));
    }
}
