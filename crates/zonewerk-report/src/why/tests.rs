use std::collections::{BTreeMap, BTreeSet};

use super::changes::{tried_words, untried, way_words};
use super::demands::demand_words;
use super::edits::way_toml;
use super::*;
use crate::sample::{Sample, english_words};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{
    CountBounds, Excepted, Exception, Goal, Limit, Objective, Pin, PinKind, PopulationBounds, RuleId, Step,
};
use zonewerk_core::territory::{
    Group, GroupFamily, GroupRole, Link, LinkChange, MergerStatus, PlannedMerger,
};
use zonewerk_solve::why::{
    Conflict, ConflictSums, Demand, ExceptionEdits, Impossible, Looking, WayOut, Ways, WhyQuestion,
    WhyStage as Work, WhyWatch, why,
};
use zonewerk_solve::{Infeasibility, Options, Outcome, Stopped, Unwatched};

fn bounds(minimum: u64, maximum: Option<u64>) -> PopulationBounds {
    PopulationBounds::new(minimum, maximum).unwrap()
}

/// A sample of which everything is asked that can be, with names and reasons in Dutch.
fn sample() -> Sample {
    let mut sample = Sample::solved();
    let scenario = &mut sample.scenario;
    scenario.title = "Raster".to_owned();
    let unit = |code: &str| scenario.territory.find(code).unwrap();
    let units = |codes: &[&str]| codes.iter().map(|code| unit(code)).collect::<Vec<_>>();
    let (two, three) = (units(&["a1", "a2"]), units(&["a1", "b2", "c3"]));
    let pin = |asks| Pin { asks, reason: "zoals beslist".to_owned() };
    scenario.problem.pins = vec![
        pin(PinKind::Together(two.clone())),
        pin(PinKind::Apart(three.clone())),
        pin(PinKind::Zone { name: "Ring".to_owned(), holds: two.clone(), without: three[1..].to_vec() }),
    ];
    let group = |name: &str, parts| Group { name: name.to_owned(), units: two.clone(), parts };
    scenario.territory.families = vec![GroupFamily {
        name: "kring".to_owned(),
        role: GroupRole::Laminar,
        groups: vec![group("Kust", Vec::new()), group("Polder", vec![(three[1], "dorp".to_owned())])],
    }];
    scenario.territory.planned_mergers = vec![PlannedMerger {
        name: "Groot-Noord".to_owned(),
        units: two.clone(),
        status: MergerStatus::Decided,
        date: None,
    }];
    let [a, b] = [two[0], two[1]];
    let reason = "een rivier".to_owned();
    let link = Link { between: [a, b], change: LinkChange::Remove, reason, author: None, date: None };
    scenario.territory.links.push(link);
    let problem = &mut scenario.problem;
    problem.limits = vec![Limit { goal: Goal::BorderLength, most: 12_340 }];
    problem.zone_count = CountBounds::new(Some(2), Some(4)).unwrap();
    let except = |subject, bounds, waives: &[RuleId]| Exception {
        subject,
        bounds,
        waives: waives.to_vec(),
        ..Exception::bounds_for(Vec::new(), PopulationBounds::any(), "eiland")
    };
    problem.exceptions = vec![
        except(Excepted::Units(two.clone()), Some(bounds(5_000, Some(15_000))), &[]),
        except(Excepted::Zone("Hoek".to_owned()), Some(bounds(5_000, None)), &[RuleId::ZoneInPieces]),
        except(Excepted::Region("Noord".to_owned()), None, &[RuleId::RegionNotContiguous]),
        except(Excepted::Group("Kust".to_owned()), None, &[RuleId::GroupStraddlesZones]),
    ];
    let level = &mut problem.profile.region;
    level.population = bounds(40_000, Some(60_000));
    level.zones = CountBounds::new(Some(1), Some(3)).unwrap();
    level.count = CountBounds::new(None, Some(1)).unwrap();
    sample
}

fn demands(sample: &Sample) -> Vec<Demand> {
    let region = |rule, region: Option<&str>| Demand::Region { rule, region: region.map(str::to_owned) };
    let unit = |code: &str| sample.scenario.territory.find(code).unwrap();
    vec![
        Demand::Minimum,
        Demand::Maximum,
        Demand::Exception(0),
        Demand::Exception(1),
        Demand::FewestZones,
        Demand::MostZones,
        Demand::Pin(0),
        Demand::Pin(1),
        Demand::Pin(2),
        Demand::FixedZone(0),
        Demand::Merger(0),
        Demand::Group("Kust".to_owned()),
        Demand::Group("Polder".to_owned()),
        Demand::Group("Elders".to_owned()),
        Demand::Limits("kring".to_owned()),
        Demand::OnePiece,
        Demand::Goal(0),
        region(RuleId::RegionBelowMinimumPopulation, Some("Noord")),
        region(RuleId::RegionAboveMaximumPopulation, None),
        region(RuleId::RegionWithTooFewZones, None),
        region(RuleId::RegionWithTooManyZones, Some("Noord")),
        region(RuleId::RegionNotContiguous, None),
        region(RuleId::WrongNumberOfRegions, None),
        region(RuleId::ZoneWithoutRegion, None),
        Demand::Removed(1),
        Demand::NoLink(unit("a1"), unit("c3")),
    ]
}

/// A way out that drops one demand.
fn way(sample: &Sample, demand: &Demand, allowed: Option<u64>) -> WayOut {
    let plain = Sample::solved();
    let exception = |place: usize| Exception {
        bounds: Some(bounds(0, Some(80_000))),
        ..sample.scenario.problem.exceptions[place].clone()
    };
    WayOut {
        drops: BTreeSet::from([demand.clone()]),
        allowed: allowed.map(|number| BTreeMap::from([(demand.clone(), number)])).unwrap_or_default(),
        zones: Vec::new(),
        exceptions: ExceptionEdits {
            instead: BTreeMap::from([(0, Some(exception(0))), (2, None)]),
            first: vec![exception(1)],
            last: Vec::new(),
        },
        people: 0,
        is_least: true,
        case: WhyQuestion::of(&plain.scenario.instance(&plain.graph).unwrap()),
        plan: Plan::from_zones(9, [("Al".to_owned(), plain.graph.units().collect())]).unwrap(),
    }
}

fn assert_dutch(english: &str, dutch: &str) {
    assert_ne!(english, dutch);
    assert_eq!(english_words(dutch), [""; 0], "{dutch}");
}

#[test]
fn every_demand_and_what_dropping_it_is_called_is_in_each_language() {
    let sample = sample();
    let scenario = &sample.scenario;
    let mut told = String::new();
    for demand in &demands(&sample) {
        let [english, dutch] = Language::ALL.map(|language| demand_words(scenario, demand, language));
        assert_dutch(&english, &dutch);
        for allowed in [None, Some(12_345)] {
            let way = way(&sample, demand, allowed);
            let [english, dutch] =
                Language::ALL.map(|language| way_words(scenario, &way, language).join("; and "));
            assert_dutch(&english, &dutch);
        }
        let ways = Ways { candidates: BTreeSet::from([demand.clone()]), ..Ways::default() };
        let [english, dutch] = Language::ALL.map(|language| tried_words(&ways, language).join("; "));
        if !english.is_empty() {
            assert_dutch(&english, &dutch);
        }
        let [english, dropped] = Language::ALL.map(|language| {
            let words = way_words(scenario, &way(&sample, demand, None), language).join("; ");
            format!("{}\n  {words}\n", demand_words(scenario, demand, language))
        });
        told += &english;
        told += &dropped;
    }
    insta::assert_snapshot!(told, @r"");
}

#[test]
fn ways_out_as_they_are_written_say_in_each_language_where() {
    let sample = sample();
    let way = way(&sample, &Demand::Exception(0), None);
    let [english, dutch] =
        Language::ALL.map(|language| way_toml(&sample.scenario, &way, language).expect("it is written"));
    let comments =
        |toml: &str| toml.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
    insta::assert_snapshot!(comments(&english), @r"
    # instead of exceptions[1]
    # take out exceptions[3]
    # before the first of the exceptions
    ");
    insta::assert_snapshot!(comments(&dutch), @r"
    # in plaats van exceptions[1]
    # haal exceptions[3] weg
    # voor de eerste van de uitzonderingen
    ");
    let without = |toml: &str| {
        toml.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without(&english), without(&dutch), "what is read is the same");
}

struct Nobody;

impl WhyWatch for Nobody {
    fn step(&self, _: Work) {}
}

/// The answer of the solver where zones of such bounds cannot be.
fn impossible(sample: &mut Sample, minimum: u64, maximum: u64) -> Diagnosis {
    sample.scenario.title = "Raster".to_owned();
    sample.scenario.problem.exceptions.clear();
    sample.scenario.problem.fixed_zones.clear();
    sample.scenario.problem.profile.zone.population = bounds(minimum, Some(maximum));
    let options = Options::default();
    let looking =
        Looking { options: &options, watch: &Unwatched, tell: &Nobody, percent: 50, most_changes: 3 };
    why(&sample.scenario.instance(&sample.graph).unwrap(), &[], looking)
}

/// The whole answer in each language: text, Markdown and JSON.
fn answers(sample: &Sample, answer: WhyAnswer) -> [[String; 3]; 2] {
    let mut report = WhyReport {
        scenario: &sample.scenario,
        graph: &sample.graph,
        answer,
        is_stopped: true,
        seed: 1,
        language: Language::English,
    };
    Language::ALL.map(|language| {
        report.language = language;
        [WhyForm::Text(Ink::Plain), WhyForm::Markdown, WhyForm::Json]
            .map(|form| String::from_utf8(why_report(&report, form)).unwrap())
    })
}

/// Text and Markdown have no English; the JSON has the same keys and codes.
fn assert_answers_in_dutch(sample: &Sample, answer: WhyAnswer) -> String {
    let [english, dutch] = answers(sample, answer);
    for (english, dutch) in english.iter().zip(&dutch).take(2) {
        assert_dutch(english, dutch);
    }
    let codes = |json: &str| {
        let keys = ["\"status\"", "\"kind\"", "\"place\"", "\"goal\"", "\"toml\""];
        let lines = json.lines().filter(|line| keys.iter().any(|key| line.trim().starts_with(key)));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(codes(&english[2]), codes(&dutch[2]));
    assert_eq!(english[2].lines().count(), dutch[2].lines().count());
    dutch[0].clone()
}

#[test]
fn a_conflict_with_its_ways_out_is_told_in_dutch() {
    let mut sample = Sample::solved();
    let answer = impossible(&mut sample, 40_000, 44_000);
    assert!(matches!(&answer, Diagnosis::Impossible { ways, .. } if !ways.ways.is_empty()), "{answer:?}");
    insta::assert_snapshot!(assert_answers_in_dutch(&sample, WhyAnswer::Plan(answer)), @r"");
    for answer in [Diagnosis::Unknown, Diagnosis::Possible(vec![Vec::new()])] {
        assert_answers_in_dutch(&sample, WhyAnswer::Plan(answer));
    }
}

/// What is told of conflicts and of ways out that the solver finds seldom.
#[test]
fn conflicts_and_ways_of_each_kind_are_told_in_dutch() {
    let sample = sample();
    let all = demands(&sample);
    let unit = |code: &str| sample.scenario.territory.find(code).unwrap();
    let (one, two) = (vec![unit("a1")], vec![unit("a1"), unit("a2")]);
    let found = |units: &[UnitId], each_unit, unsure: &[Demand]| Conflict {
        demands: all.iter().cloned().collect(),
        unsure: unsure.iter().cloned().collect(),
        units: units.to_vec(),
        each_unit,
    };
    let sums = |reach, between| ConflictSums {
        population: 50_000,
        zones_with: vec![(unit("a1"), 0), (unit("a2"), 3)],
        reach,
        between,
    };
    let proof = Infeasibility::Peeled { units: 9 };
    for (conflict, sums, fewest, is_of_all, numbers) in [
        (found(&one, true, &[]), sums(Some((one.clone(), 10_000)), Some(0)), 1, true, vec![]),
        (found(&two, true, &[]), sums(Some((two.clone(), 20_001)), Some(1)), 2, true, vec![]),
        (found(&two, false, &[]), sums(None, Some(2)), 1, true, vec![Some(3)]),
        (found(&two, false, &all[..1]), sums(None, None), 3, false, vec![None; 9]),
    ] {
        let ways = Ways {
            ways: numbers.iter().map(|&number| way(&sample, &Demand::FewestZones, number)).collect(),
            fewest,
            percent: 25,
            candidates: all.iter().cloned().collect(),
            may_relax: true,
        };
        let proved = Impossible { is_of_all, why: Some(Box::new(proof.clone())) };
        let answer = Diagnosis::Impossible { proved, conflict, sums, ways: Box::new(ways) };
        assert_answers_in_dutch(&sample, WhyAnswer::Plan(answer));
    }
    let none = Ways::default();
    assert_dutch(&untried(&none, Language::English), &untried(&none, Language::Dutch));
}

#[test]
fn what_exceptions_a_plan_needs_is_told_in_dutch() {
    let mut sample = sample();
    let set = |places: &[usize]| places.iter().copied().collect::<BTreeSet<usize>>();
    let needs = ExceptionNeeds {
        forced: set(&[0]),
        smallest: vec![set(&[0, 1]), set(&[0, 2])],
        zones: Vec::new(),
        fewest: 2,
        with_all: Some(false),
        impossible: None,
        is_of_all: true,
        is_sure: true,
    };
    let ask = |sample: &Sample, needs: &ExceptionNeeds| {
        let answer = WhyAnswer::Exceptions { needs: needs.clone(), used: Some(set(&[1])) };
        assert_answers_in_dutch(sample, answer)
    };
    insta::assert_snapshot!(ask(&sample, &needs), @r"");
    let all = ExceptionNeeds { smallest: vec![set(&[0, 1, 2, 3])], ..needs.clone() };
    let none = ExceptionNeeds { smallest: vec![set(&[])], ..needs.clone() };
    let unknown = ExceptionNeeds { smallest: Vec::new(), ..needs.clone() };
    let proof = Impossible { is_of_all: true, why: None };
    let impossible = ExceptionNeeds { impossible: Some(proof), ..needs };
    for is_of_all in [true, false] {
        if !is_of_all {
            sample.scenario.problem.profile.rules.remove(&RuleId::ZoneNotContiguous);
        }
        for needs in [&all, &none, &unknown, &impossible] {
            ask(&sample, &ExceptionNeeds { is_of_all, ..needs.clone() });
        }
    }
    sample.scenario.problem.exceptions.clear();
    ask(&sample, &all);
}

#[test]
fn what_wishes_cost_is_told_in_dutch() {
    let mut sample = Sample::solved();
    let why_not = impossible(&mut sample, 40_000, 44_000);
    let steps = vec![Step::of(Goal::Zones), Step::of(Goal::BorderLength)];
    sample.scenario.problem.objective = Objective::new(steps).unwrap();
    let solved = sample.solved.clone().unwrap();
    let plan = solved.outcome.plan().unwrap().clone();
    let with = |outcome, values: [u64; 2]| {
        let step = |value| zonewerk_solve::StepSolved {
            objective: Some(value),
            bound: Some(value),
            ..solved.steps[0].clone()
        };
        Solved { outcome, steps: values.map(step).to_vec(), ..solved.clone() }
    };
    let best = with(Outcome::Optimal { plan: plan.clone(), objective: 20_000 }, [3, 20_000]);
    let possible =
        |values: [u64; 2]| with(Outcome::Optimal { plan: plan.clone(), objective: values[1] }, values);
    let none = with(Outcome::Infeasible { why: Infeasibility::Peeled { units: 9 } }, [0, 0]);
    let open = |stopped| with(Outcome::Unknown { bound: None, stopped }, [0, 0]);
    let contiguous = Stopped::NoneContiguous {
        why: Box::new(Infeasibility::Peeled { units: 9 }),
        beyond: vec![zonewerk_solve::Beyond::Apart],
        contiguous: true,
    };
    let wish = |solved: Option<Solved>, moved| Wish {
        kind: "together",
        words: "Noord en Zuid in één zone".to_owned(),
        units: Vec::new(),
        solved,
        scenario: sample.scenario.clone(),
        why: None,
        moved,
    };
    let mut wishes = vec![
        wish(None, None),
        wish(Some(possible([3, 20_000])), None),
        wish(Some(possible([3, 20_000])), Some((1, 10_000))),
        wish(Some(possible([3, 24_100])), Some((2, 20_000))),
        wish(Some(possible([4, 19_000])), None),
        wish(Some(open(Stopped::TimeLimit)), None),
        wish(Some(open(Stopped::SearchEnded)), None),
        wish(Some(open(contiguous)), None),
        wish(Some(none), None),
    ];
    wishes.last_mut().unwrap().why = Some(why_not);
    let best = Box::new(best);
    let dutch = assert_answers_in_dutch(&sample, WhyAnswer::Wishes { best, wishes });
    let verdicts: Vec<&str> = dutch.lines().take_while(|line| !line.is_empty()).collect();
    insta::assert_snapshot!(verdicts.join("\n"), @r"");
}
