use serde_json::Value;

use super::*;
use crate::PlanSource;
use crate::sample::Sample;
use crate::translated::{assert_translated, texts};
use zonewerk_audit::proposal::{
    Change, ChangeNote, Draft, FixedZoneConflict, OpenZone, Proposal, StatedChange,
};
use zonewerk_audit::{Audit, audit};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{RuleId, RuleSetting};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole};
use zonewerk_core::words::Language;
use zonewerk_io::Scenario;
use zonewerk_solve::Stopped;

/// Names of the sample, its groups and its rules, and what it was read from.
const NAMES: [&str; 33] = [
    "Noordwest",
    "Noordoost",
    "Noord",
    "West-Midden",
    "Midden",
    "Oost & Co",
    "West, \"Oud\"",
    "Zuidoost",
    "Zuid",
    "West",
    "Oost",
    "Kern",
    "Hoek",
    "Nieuw",
    "Samen",
    "Kring 1",
    "Kring 2",
    "kring",
    "provincie",
    "the east bank",
    "the old town",
    "plain",
    "agreed",
    "read as it is",
    "base.csv",
    "an island in the ring",
    "article 1",
    "smaller than the rest",
    "given by law",
    "a ferry",
    "Oude Hoek",
    "by law",
    "people-moved",
];

/// The grid with groups, which a rule is about.
fn scenario(mut scenario: Scenario) -> Scenario {
    let unit = |code: &str| scenario.territory.find(code).expect("the grid has this unit");
    let group = |name: &str, codes: &[&str]| Group {
        name: name.to_owned(),
        units: codes.iter().map(|code| unit(code)).collect(),
        parts: Vec::new(),
    };
    let groups = vec![group("Kring 1", &["a1", "a2"]), group("Kring 2", &["b1", "c1"])];
    scenario.territory.families.push(GroupFamily {
        name: "kring".to_owned(),
        role: GroupRole::Unsaid,
        groups,
    });
    let setting = RuleSetting { families: vec!["kring".to_owned()], ..RuleSetting::default() };
    scenario.problem.profile.rules.insert(RuleId::GroupStraddlesZones, setting);
    scenario
}

fn stated(change: Change, reason: Option<&str>) -> StatedChange {
    StatedChange { written: String::new(), change, reason: reason.map(str::to_owned) }
}

/// A change of every kind, with what there is to know of it.
fn changed(scenario: &Scenario, plan: Plan) -> Proposal {
    let unit = |code: &str| scenario.territory.find(code).expect("the grid has this unit");
    let mut draft = Draft::of(&scenario.territory, plan);
    let zone = |name: &str| name.to_owned();
    for (change, reason) in [
        (Change::Move { unit: unit("b2"), zone: zone("West") }, Some("agreed")),
        (Change::New { name: zone("Nieuw"), units: vec![unit("c2"), unit("a1")] }, None),
        (Change::New { name: zone("Hoek"), units: vec![unit("c3")] }, None),
        (Change::Place { unit: unit("b3"), zone: Some(zone("Oosst")) }, None),
        (Change::Place { unit: unit("a2"), zone: None }, Some("agreed")),
        (Change::Swap { units: [unit("b1"), unit("a3")] }, None),
        (Change::Merge { zones: vec![zone("Nieuw"), zone("Hoek")], name: Some(zone("Samen")) }, None),
        (Change::Merge { zones: vec![zone("West"), zone("Oosst")], name: None }, None),
        (Change::Dissolve { zone: zone("Samen") }, None),
        (Change::Move { unit: unit("b2"), zone: zone("West") }, None),
    ] {
        draft.apply(stated(change, reason)).expect("a change that can be made");
    }
    draft.note(ChangeNote::RegionChosen { zone: zone("West"), regions: vec![zone("Noord"), zone("Zuid")] });
    draft.note(ChangeNote::BeforeMerger { old: zone("Oude Hoek"), unit: zone("Hoek") });
    draft.finish()
}

/// Each answer to whether the rest can be drawn.
fn remainders(faults: Vec<zonewerk_audit::Finding>) -> Vec<Remainder> {
    let open = |whole: &[usize]| OpenZone {
        name: "West".to_owned(),
        whole: whole.iter().map(|&unit| zonewerk_core::territory::Id::new(unit)).collect(),
        divided: vec![zonewerk_core::territory::Id::new(4)],
    };
    let conflict = FixedZoneConflict {
        zone: "West".to_owned(),
        fixed: "Hoek".to_owned(),
        reason: "given by law".to_owned(),
        units: vec!["Zuid (c2)".to_owned()],
    };
    vec![
        Remainder::NotAsked,
        Remainder::Possible { zones: 3, open: Vec::new() },
        Remainder::Possible { zones: 1, open: vec![open(&[]), open(&[1]), open(&[1, 2])] },
        Remainder::NotFound(Stopped::TimeLimit),
        Remainder::Broken(faults),
        Remainder::Conflicts(vec![conflict]),
    ]
}

/// What stands in JSON to be read by people.
fn sentences(json: &Value, is_sentence: bool, found: &mut Vec<String>) {
    const KEYS: [&str; 5] = ["sentence", "verdict", "notes", "why", "not_given"];
    match json {
        Value::String(text) if is_sentence => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| sentences(value, is_sentence, found)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| sentences(value, KEYS.contains(&key.as_str()), found));
        }
        _ => {}
    }
}

struct Trial<'a> {
    scenario: &'a Scenario,
    proposal: &'a Proposal,
    source: &'a PlanSource,
    audits: [&'a Audit; 2],
}

impl Trial<'_> {
    /// Every sentence of the answer in a language.
    fn told(&self, sample: &Sample, language: Language) -> Vec<String> {
        let Self { scenario, proposal, source, audits } = *self;
        let mut tried = Tried::new(scenario, &sample.graph, source, proposal, audits, language);
        let mut said = Vec::new();
        for remainder in remainders(Remainder::faults(&tried)) {
            tried.remainder = remainder;
            said.extend(texts(&document::document(&tried, None)));
            let json: Value = serde_json::from_slice(&json::json(&tried, None)).expect("it is JSON");
            sentences(&json, false, &mut said);
        }
        let results = sample.results();
        for drawing in [Drawing::Completed, Drawing::Repaired] {
            // From a zone of the proposal to one of the plan that was drawn, which here is the proposal.
            let mut moved = tried.moves.clone();
            moved.moves.iter_mut().for_each(|one| one.from = one.to);
            let plan = DrawnPlan { from_base: tried.clone(), from_proposal: Some(moved) };
            let notes = Vec::new();
            let drawn = Drawn { drawing, results: &results, plan: Some(plan), notes };
            said.extend(texts(&document::document(&tried, Some(&drawn))));
        }
        said
    }
}

#[test]
fn every_sentence_is_in_the_language_that_is_asked() {
    let mut sample = Sample::official();
    sample.scenario = scenario(sample.scenario);
    let sample = sample;
    let scenario = &sample.scenario;
    let instance = scenario.instance(&sample.graph).expect("an instance");
    let base = sample.results().plan().expect("a plan").clone();
    let source = PlanSource { name: "base.csv".to_owned(), notes: Vec::new() };
    let proposal = changed(scenario, base.clone());
    assert_eq!(proposal.stated.len(), 10);
    let undone = Proposal {
        before: proposal.after.clone(),
        after: base.clone(),
        continues: zonewerk_core::plan::match_zones(&scenario.territory, &proposal.after, &base).base_of,
        ..Draft::of(&scenario.territory, base.clone()).finish()
    };
    let same = Draft::of(&scenario.territory, base).finish();
    for proposal in [proposal, undone, same] {
        let audits = [&proposal.before, &proposal.after].map(|plan| audit(&instance, plan));
        let audits = [&audits[0], &audits[1]];
        let trial = Trial { scenario, proposal: &proposal, source: &source, audits };
        let [english, dutch] = [Language::English, Language::Dutch].map(|one| trial.told(&sample, one));
        let rules: Vec<&str> = RuleId::ALL.iter().map(|rule| rule.name()).collect();
        let profile = scenario.problem.profile.name.as_str();
        let names: Vec<&str> = NAMES.into_iter().chain(rules).chain([profile, "Oosst"]).collect();
        assert_translated(&english, &dutch, &names);
    }
}
