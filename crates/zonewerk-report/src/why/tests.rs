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
    insta::assert_snapshot!(told, @"
    a zone has at least 20,000 inhabitants, unless an exception says otherwise
      drop this bound: a zone has at least 20,000 inhabitants, unless an exception says otherwise
    een zone heeft minstens 20.000 inwoners, tenzij een uitzondering anders bepaalt
      laat deze grens vallen: een zone heeft minstens 20.000 inwoners, tenzij een uitzondering anders bepaalt
    a zone has at most 80,000 inhabitants, unless an exception says otherwise
      drop this bound: a zone has at most 80,000 inhabitants, unless an exception says otherwise
    een zone heeft hoogstens 80.000 inwoners, tenzij een uitzondering anders bepaalt
      laat deze grens vallen: een zone heeft hoogstens 80.000 inwoners, tenzij een uitzondering anders bepaalt
    Noordwest and Noord: 5,000 to 15,000 inhabitants, by exceptions[1]
      widen exceptions[1] for Noordwest and Noord from 5,000 to 15,000 to 0 to 80,000 inhabitants
    Noordwest en Noord: 5.000 tot 15.000 inwoners, volgens exceptions[1]
      verruim exceptions[1] voor Noordwest en Noord van 5.000 tot 15.000 naar 0 tot 80.000 inwoners
    zone Hoek: 5,000 or more inhabitants, by exceptions[2]
      leave out the bounds of exceptions[2] for zone Hoek, 5,000 or more inhabitants
    zone Hoek: 5.000 of meer inwoners, volgens exceptions[2]
      laat de grenzen van exceptions[2] voor zone Hoek weg, 5.000 of meer inwoners
    a plan has at least 2 zones
      allow 1 zone
    een plan heeft minstens 2 zones
      laat 1 zone toe
    a plan has at most 4 zones
      allow 1 zone
    een plan heeft hoogstens 4 zones
      laat 1 zone toe
    pin: Noordwest and Noord in one zone: zoals beslist (20,001 inhabitants together)
      leave out the pin: Noordwest and Noord in one zone: zoals beslist
    wens: Noordwest en Noord in één zone: zoals beslist (samen 20.001 inwoners)
      laat de wens vallen: Noordwest en Noord in één zone: zoals beslist
    pin: Noordwest, Midden and Zuidoost each in another zone: zoals beslist
      leave out the pin: Noordwest, Midden and Zuidoost each in another zone: zoals beslist
    wens: Noordwest, Midden en Zuidoost elk in een andere zone: zoals beslist
      laat de wens vallen: Noordwest, Midden en Zuidoost elk in een andere zone: zoals beslist
    pin: zone Ring with Noordwest and Noord, without Midden and Zuidoost: zoals beslist (20,001 inhabitants together)
      leave out the pin: zone Ring with Noordwest and Noord, without Midden and Zuidoost: zoals beslist
    wens: zone Ring met Noordwest en Noord, zonder Midden en Zuidoost: zoals beslist (samen 20.001 inwoners)
      laat de wens vallen: zone Ring met Noordwest en Noord, zonder Midden en Zuidoost: zoals beslist
    zone Hoek is given: Zuidoost (10,008 inhabitants together)
      let zone Hoek be drawn anew
    zone Hoek is gegeven: Zuidoost (samen 10.008 inwoners)
      laat zone Hoek opnieuw tekenen
    Noordwest and Noord become one, Groot-Noord: that is decided (20,001 inhabitants together)
      let zones part the merger Groot-Noord
    Noordwest en Noord worden één, Groot-Noord: dat is beslist (samen 20.001 inwoners)
      laat zones de fusie Groot-Noord doorsnijden
    no zone straddles Kust (kring): Noordwest and Noord (20,001 inhabitants together)
      let zones straddle Kust
    geen zone doorsnijdt Kust (kring): Noordwest en Noord (samen 20.001 inwoners)
      laat zones Kust doorsnijden
    no zone straddles Polder (kring): Noordwest and Noord, and parts of units (20,001 inhabitants together)
      let zones straddle Polder
    geen zone doorsnijdt Polder (kring): Noordwest en Noord, en delen van eenheden (samen 20.001 inwoners)
      laat zones Polder doorsnijden
    no zone straddles Elders
      let zones straddle Elders
    geen zone doorsnijdt Elders
      laat zones Elders doorsnijden
    each zone lies inside one kring
      let zones cross the limits of every kring
    elke zone ligt binnen één kring
      laat zones over alle grenzen van kring heen gaan
    each zone lies in one piece on the map
      let zones lie in pieces on the map: drop zone-in-pieces
    elke zone ligt op de kaart in één stuk
      laat zones op de kaart in stukken liggen: laat zone-in-pieces vallen
    limit: border-length <= 12340
      leave out the limit border-length <= 12340
    grens: border-length <= 12340
      laat de grens border-length <= 12340 vallen
    region Noord has at least 40,000 inhabitants
      waive region-below-minimum-population for region Noord
    regio Noord heeft minstens 40.000 inwoners
      stel regio Noord vrij van region-below-minimum-population
    a region has at most 60,000 inhabitants
      waive region-above-maximum-population
    een regio heeft hoogstens 60.000 inwoners
      laat region-above-maximum-population vallen
    a region has at least 1 zone
      waive region-with-too-few-zones
    een regio heeft minstens 1 zone
      laat region-with-too-few-zones vallen
    region Noord has at most 3 zones
      waive region-with-too-many-zones for region Noord
    regio Noord heeft hoogstens 3 zones
      stel regio Noord vrij van region-with-too-many-zones
    a region is contiguous
      waive region-not-contiguous
    een regio is aaneengesloten
      laat region-not-contiguous vallen
    a plan has at most 1 region
      waive wrong-number-of-regions
    een plan heeft hoogstens 1 regio
      laat wrong-number-of-regions vallen
    a region keeps the rule zone-without-region
      waive zone-without-region
    een regio volgt de regel zone-without-region
      laat zone-without-region vallen
    Noordwest and Noord are no neighbours: een rivier
      let Noordwest and Noord be neighbours
    Noordwest en Noord zijn geen buren: een rivier
      laat Noordwest en Noord buren zijn
    Noordwest and Zuidoost do not touch, and no link joins them
      declare a link between Noordwest and Zuidoost
    Noordwest en Zuidoost raken elkaar niet, en geen verbinding brengt ze samen
      geef een verbinding aan tussen Noordwest en Zuidoost
    ");
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
    insta::assert_snapshot!(assert_answers_in_dutch(&sample, WhyAnswer::Plan(answer)), @r#"
    Bewezen: er is geen plan

    Wat niet samen kan
      Dit kan niet samen; valt er één van weg, of één van de eenheden, dan kan het wel:
      - een zone heeft minstens 40.000 inwoners
      - een zone heeft hoogstens 44.000 inwoners
      - elke eenheid ligt in een zone: 90.036 inwoners

    De sommen
      - 90.036 inwoners: 2 zones bevatten er hoogstens 88.000; 3 zones hebben er minstens 120.000 nodig
      - zones die deze regels volgen, met elk van de eenheden: Noordwest: 16, Noord: 21, Noordoost: 12,
        West-Midden: 18, Midden: 30, Oost & Co: 18, West, "Oud": 16, Zuid: 21 en Zuidoost: 12

    Uitwegen
      Met 1 wijziging; met minder van deze lukt het niet: uitzonderingen voor zones tot 50 % buiten hun
      grenzen. Verbindingen tussen eenheden zijn niet geprobeerd. Bij deze uitweg is er een plan dat in
      orde bevonden is.
      - maak een uitzondering voor één zone, van 50.010 inwoners, 6.010 boven het maximum: Noordwest,
        Noord, Noordoost, West-Midden en Midden (bewezen: bij deze wijzigingen volstaat minder niet)
      Zo staat die in een scenario:
        [[exceptions]]
        units = ["a1", "a2", "a3", "b1", "b2"]
        minimum = 40000
        maximum = 50010
        reason = "..."
      Onderbroken voor het einde: wat hier staat, is wat toen bekend was.
    "#);
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
    insta::assert_snapshot!(ask(&sample, &needs), @"
    Elk plan heeft minstens 2 van de 4 uitzonderingen van het scenario nodig (bewezen)
      Met alle uitzonderingen is geen plan gevonden van die welke getekend worden: een met nauwere
      grenzen zit in de weg (vraag why zonder --exceptions).
      2 kleinste verzamelingen ervan volstaan; de tabel toont de eerste.
     Uitzondering                                        Waarvoor   Elk plan       Beste plan
    ────────────────────────────────────────────────────────────────────────────────────────────────
     Noordwest en Noord: 5.000 tot 15.000 inwoners       eiland     altijd nodig   gebruikt ze
     zone Hoek: 5.000 of meer inwoners; zone-in-pieces   eiland     een ervan      gekozen
     regio Noord: region-not-contiguous                  eiland     kan zonder     gebruikt ze niet
     Kust: group-straddles-zones                         eiland     kan zonder     gebruikt ze niet
    ────────────────────────────────────────────────────────────────────────────────────────────────
      Onderbroken voor het einde: wat hier staat, is wat toen bekend was.
    ");
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
    insta::assert_snapshot!(verdicts.join("\n"), @"
    Noord en Zuid in één zone: niet gevraagd: de tijd was om
    Noord en Zuid in één zone: kost niets: zo is het in het beste plan (bewezen)
    Noord en Zuid in één zone: kost niets (bewezen); 1 eenheid met 10.000 inwoners ligt in een andere
    zone
    Noord en Zuid in één zone: kost niets in aantal zones, en +4,1 km (20,5 %, bewezen), totale grens
    24,1 km in plaats van 20,0 km; 2 eenheden met 20.000 inwoners liggen in andere zones
    Noord en Zuid in één zone: kost +1 (33,3 %, bewezen), aantal zones 4 in plaats van 3
    Noord en Zuid in één zone: op tijd is geen plan gevonden, en ook geen bewijs
    Noord en Zuid in één zone: geen plan, en ook geen bewijs, omdat de zoektocht haar werk gedaan heeft,
    en niet meer bewijst
    Noord en Zuid in één zone: Niet gevonden: het is bewezen dat er geen plan met aaneengesloten zones
    van hele eenheden bestaat (er is geen manier om van de 9 eenheden één voor één zones af te nemen:
    elke manier is gevolgd tot sommen van inwoners of van grenzen tussen eenheden ze uitsloten); de
    regels laten ook zones die niet aaneengesloten zijn toe, die niet geprobeerd zijn
    Noord en Zuid in één zone: onmogelijk (bewezen)
      Zonder deze wensen: aantal zones 3, daarna totale grens 20,0 km, bewezen het beste.
    ");
}
