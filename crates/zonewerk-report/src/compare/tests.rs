use super::*;
use crate::sample::Sample;
use crate::translated::{assert_translated, texts};
use zonewerk_audit::audit;
use zonewerk_core::compare::compare;
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::Id;

const NAMES: [&str; 19] = [
    "Ring, \"groot\"",
    "Hoek",
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
    "Rest",
    "one.csv",
    "another.csv",
    "nobody",
    "CC BY",
];

/// Plans that leave out, divide and move units; the first one twice.
fn plans(base: &Plan) -> Vec<Plan> {
    let [a1, a2, c2] = [0, 1, 7].map(UnitId::new);
    let east = zonewerk_core::territory::ZoneId::new(1);
    let mut other = base.clone();
    other.holdings[a1] = Holding::Whole(east);
    other.holdings[c2] = Holding::Unassigned;
    other.zones[east].name = "Rest".to_owned();
    let mut shared = base.clone();
    let west = zonewerk_core::territory::ZoneId::new(0);
    shared.holdings[a2] = Holding::Shared(vec![west, east]);
    vec![base.clone(), other, base.clone(), shared]
}

fn told(sample: &Sample, plans: &[&Plan], all: bool, language: Language) -> Vec<String> {
    let Sample { scenario, graph, .. } = sample;
    let instance = scenario.instance(graph).expect("an instance");
    let comparison = compare(&scenario.territory, graph, plans);
    let compared = plans.iter().zip(["one.csv", "another.csv"].into_iter().cycle()).map(|(plan, name)| {
        let profile = scenario.problem.profile.clone();
        let judgements = vec![Judgement { profile, audit: audit(&instance, plan) }];
        let source = PlanSource { name: name.to_owned(), notes: Vec::new() };
        ComparedPlan::new(scenario, graph, plan, source, judgements)
    });
    let compared = Compared {
        scenario,
        graph,
        comparison: &comparison,
        plans: compared.collect(),
        inputs: Vec::new(),
        language,
    };
    let why = compared.plans.iter().filter_map(|plan| measures::why_unmeasured(&compared, plan));
    why.chain(texts(&report::report(&compared, all))).collect()
}

#[test]
fn every_sentence_is_in_the_language_that_is_asked() {
    for sample in [Sample::official(), Sample::solved()] {
        let plans = plans(sample.results().plan().expect("a plan"));
        let plans: Vec<&Plan> = plans.iter().collect();
        for (plans, all) in [
            (&plans[..2], false),
            (&plans[..3], true),
            (&plans[..], false),
            (&[plans[0], plans[2]][..], true),
        ] {
            let [english, dutch] =
                [Language::English, Language::Dutch].map(|one| told(&sample, plans, all, one));
            let rules: Vec<&str> = RuleId::ALL.iter().map(|rule| rule.name()).collect();
            let profile = sample.scenario.problem.profile.name.as_str();
            let credits = sample.scenario.credits.iter().map(String::as_str);
            let names: Vec<&str> = NAMES.into_iter().chain(rules).chain([profile]).chain(credits).collect();
            assert_translated(&english, &dutch, &names);
        }
    }
}
