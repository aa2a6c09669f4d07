use jiff::civil::Date;
use serde::Serialize;
use zonewerk_core::problem::RuleId;

use super::measures::{goals, numbers, why_unmeasured};
use super::rules::counts;
use super::{Compared, ComparedPlan, Judgement, letter};
use crate::json_text::pretty;
use crate::map_faults::map_faults_line;
use zonewerk_audit::Severity;
use zonewerk_core::compare::{PlanTransition, zone_changes};
use zonewerk_core::plan::Moved;
use zonewerk_core::territory::{UnitId, ZoneId};

#[derive(Serialize)]
struct CompareFile<'a> {
    version: &'static str,
    scenario: ScenarioReport<'a>,
    /// The first is the base of the others.
    plans: Vec<PlanReport<'a>>,
    /// Each pair of plans.
    moves: Vec<MovesReport<'a>>,
    goals: Vec<GoalReport>,
    contested: Vec<ContestedReport<'a>>,
    neighbours: NeighboursReport<'a>,
    inputs: Vec<InputReport<'a>>,
    credits: &'a [String],
}

#[derive(Serialize)]
struct ScenarioReport<'a> {
    name: &'a str,
    title: &'a str,
    population_date: &'a str,
    /// The faults of its map that can change the answer, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    map_faults: Option<String>,
}

#[derive(Serialize)]
struct PlanReport<'a> {
    plan: String,
    name: &'a str,
    date: Option<Date>,
    notes: &'a [String],
    zones: usize,
    smallest_population: Option<u64>,
    largest_population: Option<u64>,
    mean_population: Option<u64>,
    /// Pairs of neighbours without a zone in common, and the border that they share.
    neighbours_apart: usize,
    border_between_m: Option<u64>,
    /// Why it has no value in some goals.
    not_measured: Option<String>,
    judgements: Vec<JudgementReport<'a>>,
}

#[derive(Serialize)]
struct JudgementReport<'a> {
    profile: &'a str,
    compliant: bool,
    errors: usize,
    warnings: usize,
    notes: usize,
    not_checked: usize,
    /// The rules that found anything.
    rules: Vec<RuleReport>,
    not_asked: &'a [RuleId],
}

#[derive(Serialize)]
struct RuleReport {
    rule: RuleId,
    errors: usize,
    warnings: usize,
    notes: usize,
    not_checked: usize,
}

#[derive(Serialize)]
struct MovesReport<'a> {
    from: String,
    to: String,
    people_staying: u64,
    people_moved: u64,
    /// Parts of units that move and whose population is not known.
    parts_uncounted: usize,
    units_moved: Vec<MovedReport<'a>>,
    zones: Vec<ZoneReport<'a>>,
}

#[derive(Serialize)]
struct MovedReport<'a> {
    code: &'a str,
    name: &'a str,
    wholly: bool,
    flows: Vec<FlowReport<'a>>,
}

/// People of a unit who move.
#[derive(Serialize)]
struct FlowReport<'a> {
    from: Option<&'a str>,
    to: Option<&'a str>,
    people: Option<u64>,
}

#[derive(Serialize)]
struct ZoneReport<'a> {
    /// `unchanged`, `changed`, `vanished` or `new`.
    status: &'static str,
    before: Option<&'a str>,
    after: Option<&'a str>,
    people_before: Option<u64>,
    people_after: Option<u64>,
    people_staying: u64,
    joined: Vec<UnitReport<'a>>,
    left: Vec<UnitReport<'a>>,
}

#[derive(Serialize)]
struct UnitReport<'a> {
    code: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct GoalReport {
    goal: String,
    unit: &'static str,
    /// One for each plan.
    values: Vec<Option<u64>>,
}

#[derive(Serialize)]
struct ContestedReport<'a> {
    code: &'a str,
    name: &'a str,
    population: u64,
    /// For each plan the zones that hold it or a part of it.
    zones: Vec<Vec<&'a str>>,
    /// The plans that agree on where it lies, most plans first.
    agreeing: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct NeighboursReport<'a> {
    together: usize,
    apart: usize,
    contested: usize,
    contested_pairs: Vec<PairReport<'a>>,
}

#[derive(Serialize)]
struct PairReport<'a> {
    between: [UnitReport<'a>; 2],
    /// The plans in which they have a zone in common.
    together_in: Vec<String>,
}

#[derive(Serialize)]
struct InputReport<'a> {
    name: &'a str,
    sha256: &'a str,
}

/// Everything there is to know of a comparison, for programs.
pub(super) fn json(compared: &Compared) -> Vec<u8> {
    let scenario = compared.scenario;
    let inputs = scenario.inputs.iter().chain(&compared.inputs);
    let goal = |(goal, values): (&zonewerk_core::problem::Goal, Vec<Option<u64>>)| GoalReport {
        goal: goal.to_string(),
        unit: goal.unit(),
        values,
    };
    pretty(&CompareFile {
        version: env!("CARGO_PKG_VERSION"),
        scenario: ScenarioReport {
            name: &scenario.name,
            title: &scenario.title,
            population_date: &scenario.population_date,
            map_faults: map_faults_line(scenario, compared.graph, compared.language),
        },
        plans: (0..compared.plans.len()).map(|place| plan(compared, place)).collect(),
        moves: compared.comparison.moves.iter().map(|moves| moved(compared, moves)).collect(),
        goals: goals(compared).into_iter().map(goal).collect(),
        contested: contested(compared),
        neighbours: neighbours(compared),
        inputs: inputs.map(|file| InputReport { name: file.shown_name(), sha256: &file.sha256 }).collect(),
        credits: &scenario.credits,
    })
}

fn plan<'a>(compared: &'a Compared, place: usize) -> PlanReport<'a> {
    let plan = &compared.plans[place];
    let numbers = numbers(plan);
    let neighbours = &compared.comparison.neighbours;
    PlanReport {
        plan: letter(place),
        name: &plan.source.name,
        date: plan.plan.date,
        notes: &plan.source.notes,
        zones: numbers.zones,
        smallest_population: numbers.smallest,
        largest_population: numbers.largest,
        mean_population: numbers.mean,
        neighbours_apart: neighbours.apart[place],
        border_between_m: compared.graph.has_lengths().then(|| neighbours.border_m[place]),
        not_measured: why_unmeasured(compared, plan),
        judgements: plan.judgements.iter().map(judgement).collect(),
    }
}

fn judgement(judgement: &Judgement) -> JudgementReport<'_> {
    let Judgement { profile, audit } = judgement;
    let rule = |rule: RuleId| {
        let [errors, warnings, notes] = counts(audit, rule);
        let not_checked = audit.not_checked.iter().filter(|open| open.rule == rule).count();
        let says = errors + warnings + notes + not_checked > 0;
        says.then_some(RuleReport { rule, errors, warnings, notes, not_checked })
    };
    JudgementReport {
        profile: &profile.name,
        compliant: audit.is_compliant(),
        errors: audit.count(Severity::Error),
        warnings: audit.count(Severity::Warning),
        notes: audit.count(Severity::Info),
        not_checked: audit.not_checked.len(),
        rules: RuleId::ALL.iter().filter_map(|&one| rule(one)).collect(),
        not_asked: &audit.not_asked,
    }
}

fn moved<'a>(compared: &'a Compared, moves: &'a PlanTransition) -> MovesReport<'a> {
    let matching = &moves.matching;
    let [before, after] = [moves.from, moves.to].map(|plan| &compared.plans[plan]);
    let name = |plan: &ComparedPlan<'a>, zone: Option<ZoneId>| zone.map(|zone| plan.zone_name(zone));
    let people =
        |plan: &ComparedPlan, zone: Option<ZoneId>| zone.and_then(|zone| plan.measures[zone].population);
    let units = |units: &[UnitId]| units.iter().map(|&known| unit(compared, known)).collect();
    let zone = |change: zonewerk_core::compare::ZoneChange| ZoneReport {
        status: match (change.before, change.after) {
            (Some(_), None) => "vanished",
            (None, _) => "new",
            _ if change.is_unchanged() => "unchanged",
            _ => "changed",
        },
        before: name(before, change.before),
        after: name(after, change.after),
        people_before: people(before, change.before),
        people_after: people(after, change.after),
        people_staying: change.staying,
        joined: units(&change.joined),
        left: units(&change.left),
    };
    let of_unit = |(id, moved): (UnitId, Moved)| {
        let flows = matching.flows.iter().filter(|flow| flow.unit == id && matching.is_moved(flow));
        let flow = |flow: &zonewerk_core::plan::PeopleFlow| FlowReport {
            from: name(before, flow.from),
            to: name(after, flow.to),
            people: flow.people,
        };
        let UnitReport { code, name } = unit(compared, id);
        MovedReport { code, name, wholly: moved == Moved::Wholly, flows: flows.map(flow).collect() }
    };
    MovesReport {
        from: letter(moves.from),
        to: letter(moves.to),
        people_staying: matching.people_staying(),
        people_moved: matching.people_moved(),
        parts_uncounted: moves.uncounted(),
        units_moved: matching.units_moved().into_iter().map(of_unit).collect(),
        zones: zone_changes(matching).into_iter().map(zone).collect(),
    }
}

fn unit<'a>(compared: &'a Compared, unit: UnitId) -> UnitReport<'a> {
    let known = compared.scenario.territory.unit(unit);
    UnitReport { code: known.code.as_str(), name: &known.name }
}

fn letters(plans: &[usize]) -> Vec<String> {
    plans.iter().map(|&plan| letter(plan)).collect()
}

fn contested<'a>(compared: &'a Compared) -> Vec<ContestedReport<'a>> {
    let report = |found: &zonewerk_core::compare::Contested| {
        let UnitReport { code, name } = unit(compared, found.unit);
        ContestedReport {
            code,
            name,
            population: compared.scenario.territory.unit(found.unit).population,
            zones: compared.plans.iter().map(|plan| plan.zone_names(found.unit)).collect(),
            agreeing: found.places.iter().map(|place| letters(&place.plans)).collect(),
        }
    };
    compared.comparison.contested.iter().map(report).collect()
}

fn neighbours<'a>(compared: &'a Compared) -> NeighboursReport<'a> {
    let found = &compared.comparison.neighbours;
    let pair = |(between, together): &([UnitId; 2], Vec<usize>)| PairReport {
        between: between.map(|known| unit(compared, known)),
        together_in: letters(together),
    };
    NeighboursReport {
        together: found.counts.together,
        apart: found.counts.apart,
        contested: found.counts.contested,
        contested_pairs: found.contested.iter().map(pair).collect(),
    }
}
