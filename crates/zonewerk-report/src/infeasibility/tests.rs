use super::*;
use crate::sample::{Sample, english_words};
use zonewerk_core::problem::{CountBounds, Goal, Limit, Pin, PinKind, PopulationBounds};
use zonewerk_solve::{LevelSums, RegionSums, ZoneSums};

fn bounds(minimum: u64, maximum: Option<u64>) -> PopulationBounds {
    PopulationBounds::new(minimum, maximum).unwrap()
}

fn count(minimum: Option<u64>, maximum: Option<u64>) -> CountBounds {
    CountBounds::new(minimum, maximum).unwrap()
}

fn sample() -> Sample {
    let mut sample = Sample::solved();
    sample.scenario.problem.profile.zone.population = bounds(20_000, Some(24_000));
    sample
}

/// A proof of each kind, some with and without what they may have.
fn proofs(sample: &Sample) -> Vec<Infeasibility> {
    let unit = |code: &str| sample.scenario.territory.find(code).unwrap();
    let (one, two) = (vec![unit("a1")], vec![unit("a1"), unit("a2")]);
    let arithmetic = |units: &[UnitId], population| Infeasibility::Arithmetic {
        units: units.to_vec(),
        population,
        zones: CountBounds::default(),
        region: None,
    };
    let regions = RegionSums {
        asked: count(Some(1), Some(1)),
        bounds: bounds(40_000, Some(60_000)),
        population: 90_036,
        fitting: Some(count(Some(2), Some(2))),
        room: Some((1, 60_000)),
        need: None,
        each: Some(90_036),
    };
    let limits = bounds(20_000, Some(24_000));
    vec![
        Infeasibility::FixedZoneOutOfBounds { zone: "Hoek".into(), population: 30_000 },
        Infeasibility::FixedZoneNotContiguous { zone: "Hoek".into(), parts: 2 },
        arithmetic(&two, 50_000),
        arithmetic(&one, 10_000),
        arithmetic(&sample.graph.units().collect::<Vec<_>>(), 50_000),
        Infeasibility::Arithmetic {
            units: two.clone(),
            population: 50_000,
            zones: count(Some(3), None),
            region: Some("Noord".into()),
        },
        Infeasibility::RegionOutOfBounds { region: "Noord".into(), population: 1, bounds: limits },
        Infeasibility::RegionNotContiguous { region: "Noord".into(), parts: 3 },
        Infeasibility::UnitsInNoZone { units: one.clone(), region: None },
        Infeasibility::UnitsInNoZone { units: vec![unit("a1"), unit("b2")], region: Some("Noord".into()) },
        Infeasibility::Exhausted { zones: 1_234, branches: 17, left_over: vec![unit("b2")], region: None },
        Infeasibility::NumberOfZones(ZoneSums {
            least: Some(1_000),
            most: None,
            fewest_fitting: 3,
            most_fitting: 4,
            units: 9,
            population: 90_036,
            bounds: bounds(20_000, Some(30_000)),
        }),
        Infeasibility::LevelsContradict(LevelSums {
            asked: count(Some(2), None),
            population: 90_036,
            region: bounds(40_000, None),
            each: count(Some(3), None),
            zone: bounds(20_000, Some(30_000)),
            zones: (3, 4),
        }),
        Infeasibility::LimitBelowAll {
            limit: Limit { goal: Goal::BorderLength, most: 12_340 },
            least: 12_345,
            zones: 1_234,
        },
        Infeasibility::LimitBelowAll {
            limit: Limit { goal: Goal::BorderLength, most: 12_340 },
            least: 12_490,
            zones: 1,
        },
        Infeasibility::UnitsOutsideLimits { units: one.clone() },
        Infeasibility::NumberOfRegions(regions.clone()),
        Infeasibility::NumberOfRegions(RegionSums {
            room: None,
            need: Some((3, 120_000)),
            fitting: None,
            ..regions.clone()
        }),
        Infeasibility::NumberOfRegions(RegionSums { room: None, fitting: None, each: None, ..regions }),
        Infeasibility::NumberOfGivenRegions { with_zones: 0, asked: count(Some(2), None) },
        Infeasibility::NumberOfGivenRegions { with_zones: 2, asked: count(None, Some(1)) },
        Infeasibility::InRegions(vec![arithmetic(&one, 10_000), arithmetic(&two, 50_000)]),
        Infeasibility::AboveMaximum { units: one.clone(), population: 25_000, bounds: limits },
        Infeasibility::BelowMinimum {
            units: two,
            population: 19_000,
            bounds: limits,
            with_neighbour: Some(29_000),
        },
        Infeasibility::BelowMinimum {
            units: one.clone(),
            population: 19_000,
            bounds: limits,
            with_neighbour: None,
        },
        Infeasibility::UnitsInNoRegion { units: one },
        Infeasibility::Peeled { units: 9 },
        Infeasibility::EachUnitTried { units: 9, branches: 1_234 },
    ]
}

fn sentences(language: Language) -> String {
    let sample = sample();
    let line = |proof: &Infeasibility| {
        let found = explain(proof, &sample.scenario, &sample.graph, language);
        assert!(!found.relax.is_empty() && !found.sentence.ends_with('.'), "{found:?}");
        format!("{}: {}", found.kind, found.sentence)
    };
    proofs(&sample).iter().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_proof_has_a_sentence_with_names_and_sums() {
    insta::assert_snapshot!(sentences(Language::English), @r"");
}

#[test]
fn every_proof_has_the_same_sentence_in_dutch() {
    insta::assert_snapshot!(sentences(Language::Dutch), @r"");
}

/// Where zones may lie apart and where not, with all that a scenario may ask.
#[test]
fn dutch_proofs_and_ways_out_have_no_english_in_them() {
    for (is_apart, is_asked) in [(false, false), (false, true), (true, false), (true, true)] {
        let mut sample = sample();
        let problem = &mut sample.scenario.problem;
        if is_apart {
            crate::sample::let_zones_lie_apart(problem);
        }
        if is_asked {
            let asks = PinKind::Together(sample.graph.units().take(2).collect());
            problem.pins = vec![Pin { asks, reason: "één school".to_owned() }];
            problem.limits = vec![Limit { goal: Goal::CutEdges, most: 3 }];
            problem.zone_count = count(Some(4), Some(4));
            problem.exceptions = Vec::new();
            problem.fixed_zones = Vec::new();
        }
        for proof in proofs(&sample) {
            let [english, dutch] =
                Language::ALL.map(|language| explain(&proof, &sample.scenario, &sample.graph, language));
            assert_eq!((english.kind, &english.units), (dutch.kind, &dutch.units));
            assert_ne!(english.sentence, dutch.sentence);
            assert_eq!(english.relax.len(), dutch.relax.len());
            for (english, dutch) in english.relax.iter().zip(&dutch.relax) {
                assert_ne!(english, dutch);
            }
            for said in dutch.relax.iter().chain([&dutch.sentence]) {
                assert_eq!(english_words(said), [""; 0], "{said}");
            }
        }
    }
}

#[test]
fn a_limit_that_is_near_is_told_apart_from_what_plans_come_to() {
    let sample = sample();
    let told = |least| {
        let limit = Limit { goal: Goal::BorderLength, most: 12_340 };
        let why = Infeasibility::LimitBelowAll { limit, least, zones: 2 };
        explain(&why, &sample.scenario, &sample.graph, Language::English).sentence
    };
    // What every plan comes to is rounded down, or it would be too much.
    assert!(told(12_360).contains("12,360 m or more"), "{}", told(12_360));
    assert!(told(12_490).contains("12.4 km or more"), "{}", told(12_490));
}

#[test]
fn pins_and_a_number_of_zones_are_named_with_what_they_rule_out() {
    let mut sample = Sample::solved();
    let unit = sample.scenario.territory.find("a1").unwrap();
    let asks = PinKind::Together(vec![unit, sample.scenario.territory.find("c3").unwrap()]);
    sample.scenario.problem.pins = vec![Pin { asks, reason: "one school".to_owned() }];
    sample.scenario.problem.zone_count = count(Some(4), Some(4));
    let explained = |why| explain(&why, &sample.scenario, &sample.graph, Language::English);
    let exhausted =
        explained(Infeasibility::Exhausted { zones: 3, branches: 1, left_over: Vec::new(), region: None });
    let tried = explained(Infeasibility::EachUnitTried { units: 9, branches: 1_234 });
    let alone = explained(Infeasibility::UnitsInNoZone { units: vec![unit], region: None });
    let sentences = [&exhausted, &tried, &alone].map(|found| found.sentence.as_str()).join("\n");
    insta::assert_snapshot!(sentences, @r#"
    no way to combine the 3 zones that the rules and the pins allow gives each unit one zone in a plan of 4 zones: every branch was closed (1 in all)
    there is no way to put the 9 units into zones: branch by branch, bounds, pins and contiguity ruled each out (1,234 in all)
    Noordwest (a1, 10,000 inhabitants) lies in no zone that the rules and the pins allow; every connected zone of 20,000 to 80,000 inhabitants, or of its own by exception, was listed
    "#);
    for found in [exhausted, alone] {
        let last = found.relax.split_last_chunk::<2>().expect("ways out").1;
        assert_eq!(last, &["leave out a pin", "allow another number of zones"], "{found:?}");
    }
}
