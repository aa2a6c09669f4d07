use serde::Serialize;

use super::claim::{claim, conditions};
use super::report_parts::{UnitReport, unit_reports};
use super::steps::{ChosenReport, chosen_report};
use super::stopped_words::stopped_words;
use super::{Results, explain};
use zonewerk_core::problem::Goal;
use zonewerk_solve::{Infeasibility, LevelSums, Outcome, RegionSums, Solved, Stopped, ZoneSums};

/// What solving came to.
#[derive(Serialize)]
pub(super) struct OutcomeReport<'a> {
    status: &'static str,
    /// What is claimed, in a sentence: every goal in its order.
    claim: String,
    /// What the claim rests on besides the rules.
    conditions: Vec<ConditionReport>,
    objective: Option<u64>,
    bound: Option<u64>,
    gap: Option<f64>,
    engine: &'static str,
    chosen: ChosenReport,
    goal: String,
    unit: &'static str,
    stopped: Option<StoppedReport>,
    why: Option<WhyReport<'a>>,
}

#[derive(Serialize)]
struct ConditionReport {
    kind: &'static str,
    sentence: String,
}

#[derive(Serialize)]
struct StoppedReport {
    kind: &'static str,
    zone_limit: Option<usize>,
    sentence: String,
}

#[derive(Serialize)]
struct WhyReport<'a> {
    kind: &'static str,
    sentence: String,
    relax: Vec<String>,
    units: Vec<UnitReport<'a>>,
    numbers: Numbers,
}

/// The numbers of a proof, each where it has them.
#[derive(Default, Serialize)]
struct Numbers {
    #[serde(skip_serializing_if = "Option::is_none")]
    population: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parts: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feasible_zones: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    branches: Option<usize>,
}

/// What `solved` came to, with the proof in words where nothing is possible.
pub(super) fn outcome_report<'a>(results: &Results<'a>, solved: &Solved) -> OutcomeReport<'a> {
    let goal = results.step(solved);
    let (stopped, why) = match &solved.outcome {
        Outcome::Optimal { .. } => (None, None),
        Outcome::Feasible { stopped, .. } | Outcome::Unknown { stopped, .. } => (Some(stopped), None),
        Outcome::Infeasible { why } => (None, Some(why)),
    };
    OutcomeReport {
        status: solved.outcome.status(),
        claim: claim(results, solved, results.language),
        conditions: conditions(results, solved, results.language)
            .into_iter()
            .map(|(kind, sentence)| ConditionReport { kind, sentence })
            .collect(),
        objective: solved.outcome.objective(),
        bound: solved.outcome.bound(),
        gap: solved.outcome.gap(),
        engine: solved.engine.name(),
        chosen: chosen_report(solved.chosen, results.language),
        goal: goal.to_string(),
        unit: goal.single().map_or("points", Goal::unit),
        stopped: stopped.map(|stopped| stopped_report(results, stopped)),
        why: why.map(|why| impossible(results, why)),
    }
}

fn stopped_report(results: &Results, stopped: &Stopped) -> StoppedReport {
    let (kind, zone_limit) = match stopped {
        Stopped::TimeLimit => ("time-limit", None),
        Stopped::Interrupted => ("interrupted", None),
        Stopped::TooManyZones { limit } => ("too-many-zones", Some(*limit)),
        Stopped::TooManyRegions { .. } => ("too-many-regions", None),
        Stopped::OneAfterTheOther { .. } => ("one-after-the-other", None),
        Stopped::NothingFits { .. } => ("nothing-fits", None),
        Stopped::NoneContiguous { contiguous: true, .. } => ("none-contiguous", None),
        Stopped::NoneContiguous { contiguous: false, .. } => ("none-of-whole-units", None),
        Stopped::UnclearExceptions { .. } => ("unclear-exceptions", None),
        Stopped::NotInThisEngine { .. } => ("not-in-this-engine", None),
        Stopped::SearchEnded => ("search-ended", None),
        Stopped::CostsTooLarge => ("costs-too-large", None),
        Stopped::Rounding => ("rounding", None),
        Stopped::SolverFailed { .. } => ("solver-failed", None),
    };
    StoppedReport {
        kind,
        zone_limit,
        sentence: stopped_words(stopped, results.scenario, results.graph, results.language),
    }
}

fn impossible<'a>(results: &Results<'a>, why: &Infeasibility) -> WhyReport<'a> {
    let explanation = explain(why, results.scenario, results.graph, results.language);
    let numbers = match why {
        Infeasibility::FixedZoneOutOfBounds { population, .. }
        | Infeasibility::RegionOutOfBounds { population, .. }
        | Infeasibility::NumberOfRegions(RegionSums { population, .. })
        | Infeasibility::NumberOfZones(ZoneSums { population, .. })
        | Infeasibility::LevelsContradict(LevelSums { population, .. })
        | Infeasibility::AboveMaximum { population, .. }
        | Infeasibility::BelowMinimum { population, .. }
        | Infeasibility::Arithmetic { population, .. } => {
            Numbers { population: Some(*population), ..Numbers::default() }
        }
        Infeasibility::FixedZoneNotContiguous { parts, .. }
        | Infeasibility::RegionNotContiguous { parts, .. } => {
            Numbers { parts: Some(*parts), ..Numbers::default() }
        }
        Infeasibility::UnitsInNoZone { units, .. }
        | Infeasibility::UnitsInNoRegion { units }
        | Infeasibility::UnitsOutsideLimits { units } => Numbers {
            population: Some(results.scenario.territory.population(units.iter().copied())),
            ..Numbers::default()
        },
        Infeasibility::LimitBelowAll { zones, .. } => {
            Numbers { feasible_zones: Some(*zones), ..Numbers::default() }
        }
        Infeasibility::Peeled { .. }
        | Infeasibility::InRegions(_)
        | Infeasibility::NumberOfGivenRegions { .. } => Numbers::default(),
        Infeasibility::EachUnitTried { branches, .. } => {
            Numbers { branches: Some(*branches), ..Numbers::default() }
        }
        Infeasibility::Exhausted { zones, branches, .. } => {
            Numbers { feasible_zones: Some(*zones), branches: Some(*branches), ..Numbers::default() }
        }
    };
    WhyReport {
        kind: explanation.kind,
        sentence: explanation.sentence,
        relax: explanation.relax,
        units: unit_reports(&results.scenario.territory, &explanation.units),
        numbers,
    }
}
