//! `report.json`: everything there is to know of a result, for machines. No clock, no
//! path, no number of threads: two runs give the same bytes.

use serde::Serialize;

use super::goals::{GoalReport, goal_reports};
use super::json_text::pretty;
use super::mendings::{MendingReport, mending_reports};
use super::orders::{OrderReport, order_reports};
use super::pins::{PinReport, pin_reports};
use super::regions::{RegionReport, region_reports};
use super::report_outcome::{OutcomeReport, outcome_report};
use super::report_parts::{
    AuditReport, ExceptionReport, FixedZoneReport, LinkReport, Manifest, ZoneReport, audit_report,
    exception_reports, fixed_zone_reports, link_reports, manifest, zone_reports,
};
use super::steps::{StatisticsReport, StepReport, statistics_report, step_reports};
use super::{FileFormat, Results};
use zonewerk_core::words::Language;

/// `report.json`: outcome, statistics, steps, goals, zones, audit, what the plan rests on, manifest.
#[derive(Clone, Copy, Debug)]
pub struct ReportJson;

#[derive(Serialize)]
struct Report<'a> {
    outcome: Option<OutcomeReport<'a>>,
    statistics: Option<StatisticsReport>,
    steps: Vec<StepReport>,
    goals: Vec<GoalReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    orders: Option<Vec<OrderReport>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mendings: Option<Vec<MendingReport<'a>>>,
    /// How the scenario was read, where that changes the answer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reading: Vec<String>,
    zones: Vec<ZoneReport<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    regions: Vec<RegionReport<'a>>,
    audit: Option<AuditReport<'a>>,
    links: Vec<LinkReport<'a>>,
    exceptions: Vec<ExceptionReport<'a>>,
    fixed_zones: Vec<FixedZoneReport<'a>>,
    pins: Vec<PinReport<'a>>,
    manifest: Manifest<'a>,
}

impl FileFormat for ReportJson {
    fn bytes(&self, results: &Results) -> Option<Vec<u8>> {
        let territory = &results.scenario.territory;
        let zones = results.zones();
        Some(pretty(&Report {
            outcome: results.solved.map(|solved| outcome_report(results, solved)),
            statistics: results.solved.map(|solved| statistics_report(solved.statistics())),
            steps: results.solved.map(|solved| step_reports(results, solved)).unwrap_or_default(),
            goals: goal_reports(results.goals()),
            orders: results.orders.map(order_reports),
            mendings: results.mendings.map(|mendings| mending_reports(results, mendings)),
            reading: crate::reading::lines(results.scenario, Language::English),
            zones: zone_reports(territory, &zones),
            regions: region_reports(&zones),
            audit: results.audit.map(audit_report),
            links: link_reports(results),
            exceptions: exception_reports(results, &zones),
            fixed_zones: fixed_zone_reports(results),
            pins: pin_reports(results),
            manifest: manifest(results),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use crate::{FILE_NAMES, Shown, ShownSolve, files};
    use serde_json::{Value, json};
    use zonewerk_core::plan::Plan;
    use zonewerk_core::words::Language;
    use zonewerk_solve::{Infeasibility, Outcome, Stopped};

    fn parsed(sample: &Sample) -> Value {
        serde_json::from_slice(&ReportJson.bytes(&sample.results()).unwrap()).unwrap()
    }

    fn shown(report: &Value) -> String {
        serde_json::to_string_pretty(report).unwrap()
    }

    #[test]
    fn a_proven_plan_is_told_in_full() {
        let report = parsed(&Sample::solved());
        let members: Vec<&String> = report.as_object().unwrap().keys().collect();
        assert_eq!(
            members,
            [
                "outcome",
                "statistics",
                "steps",
                "goals",
                "zones",
                "regions",
                "audit",
                "links",
                "exceptions",
                "fixed_zones",
                "pins",
                "manifest"
            ]
        );
        assert_eq!(report["zones"].as_array().unwrap().len(), 3);
        assert_eq!(report["manifest"]["version"], env!("CARGO_PKG_VERSION"));
        insta::assert_snapshot!(shown(&report["outcome"]), @r#"
        {
          "status": "optimal",
          "claim": "Proven best: 3 zones; total border 26.9 km. No plan that keeps the rules and 1 given zone has less.",
          "conditions": [],
          "objective": 26881,
          "bound": 26881,
          "gap": 0.0,
          "engine": "cover",
          "chosen": {
            "kind": "zones-can-be-listed",
            "zone_limit": null,
            "sentence": "This engine was chosen because all possible zones can be listed"
          },
          "goal": "border-length",
          "unit": "m",
          "stopped": null,
          "why": null
        }
        "#);
        insta::assert_snapshot!(shown(&report["zones"][1]), @r#"
        {
          "name": "Midden",
          "region": null,
          "population": 10004,
          "population_minimum": 0,
          "population_maximum": null,
          "border_m": 4480,
          "units": [
            {
              "code": "b2",
              "name": "Midden"
            }
          ],
          "parts": [],
          "exception": "an island in the ring",
          "fixed": null
        }
        "#);
        insta::assert_snapshot!(shown(&report["audit"]), @r#"
        {
          "compliant": true,
          "checked": [
            "plan-over-other-units",
            "unit-in-unknown-zone",
            "duplicate-zone-name",
            "empty-zone",
            "part-populations-differ",
            "fixed-zone-changed",
            "orphaned-unit",
            "zones-overlap",
            "split-unit",
            "zone-not-contiguous",
            "zone-in-pieces",
            "zone-below-minimum-population",
            "zone-above-maximum-population",
            "exception-exceeded",
            "exception-without-reason",
            "exception-expired",
            "exception-used"
          ],
          "findings": [
            {
              "rule": "exception-used",
              "severity": "info",
              "subject": {
                "kind": "zone",
                "code": null,
                "name": "Midden"
              },
              "found": "allowed by exception to break zone-below-minimum-population: 10,004 inhabitants",
              "required": "at least 20,000 inhabitants, unless excepted (exception 1: an island in the ring; article 1)",
              "distance": {
                "amount": 9996,
                "unit": "inhabitants"
              }
            },
            {
              "rule": "exception-used",
              "severity": "info",
              "subject": {
                "kind": "zone",
                "code": null,
                "name": "Hoek"
              },
              "found": "allowed by exception to break zone-below-minimum-population: 10,008 inhabitants",
              "required": "at least 20,000 inhabitants, unless excepted (exception 2: smaller than the rest)",
              "distance": {
                "amount": 9992,
                "unit": "inhabitants"
              }
            }
          ],
          "not_checked": []
        }
        "#);
    }

    #[test]
    fn findings_name_their_subject_by_kind_and_code() {
        let report = parsed(&Sample::official());
        assert_eq!(report["outcome"], Value::Null, "nothing was solved");
        assert_eq!(report["audit"]["compliant"], false);
        insta::assert_snapshot!(shown(&report["audit"]["findings"][1]), @r#"
        {
          "rule": "orphaned-unit",
          "severity": "error",
          "subject": {
            "kind": "unit",
            "code": "c3",
            "name": "Zuidoost"
          },
          "found": "in no zone",
          "required": "exactly one zone",
          "distance": {
            "amount": 1,
            "unit": "zones"
          }
        }
        "#);
    }

    #[test]
    fn the_same_results_are_the_same_bytes() {
        let bytes = || ReportJson.bytes(&Sample::solved().results()).unwrap();
        assert_eq!(bytes(), bytes());
        assert!(bytes().ends_with(b"}\n"));
    }

    #[test]
    fn bound_and_gap_say_how_far_a_plan_may_be_from_the_best() {
        let mut sample = Sample::solved();
        let plan = sample.solved.as_ref().unwrap().outcome.plan().unwrap().clone();
        sample.set_outcome(Outcome::Feasible {
            plan,
            objective: 200,
            bound: 150,
            stopped: Stopped::TimeLimit,
        });
        let outcome = &parsed(&sample)["outcome"];
        assert_eq!(outcome["status"], "feasible");
        assert_eq!((&outcome["bound"], &outcome["gap"]), (&json!(150), &json!(0.25)));
        assert_eq!(outcome["stopped"]["kind"], "time-limit");
    }

    #[test]
    fn a_proof_of_impossibility_names_its_units() {
        let mut sample = Sample::solved();
        let unit = sample.scenario.territory.find("c1").unwrap();
        sample.set_outcome(Outcome::Infeasible {
            why: Infeasibility::UnitsInNoZone { units: vec![unit], region: None },
        });
        let outcome = &parsed(&sample)["outcome"];
        assert_eq!(outcome["status"], "infeasible");
        assert_eq!(outcome["objective"], Value::Null);
        assert_eq!(outcome["why"]["kind"], "units-in-no-zone");
        assert_eq!(outcome["why"]["units"], json!([{ "code": "c1", "name": "West, \"Oud\"" }]));
        assert_eq!(outcome["why"]["numbers"], json!({ "population": 10_006 }));
    }

    #[test]
    fn without_a_plan_only_the_reports_are_written() {
        let mut sample = Sample::solved();
        sample.set_outcome(Outcome::Unknown { bound: None, stopped: Stopped::Interrupted });
        let none = Plan::empty(9);
        let mut shown = Shown::new(&sample.scenario, &sample.graph, &none, Language::English);
        shown.solved = sample.solved.as_ref().map(|solved| ShownSolve { solved, seed: 1 });
        let names = |shown: &Shown, results: &Results| {
            files(shown, results).unwrap().into_iter().map(|(name, _)| name).collect::<Vec<_>>()
        };
        assert_eq!(names(&shown, &sample.results()), ["report.html", "report.json"]);
        let official = Sample::official();
        assert_eq!(names(&official.shown(Language::English), &official.results()), FILE_NAMES);
    }
}
