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
    insta::assert_snapshot!(sentences(Language::English), @r#"
    fixed-zone-out-of-bounds: fixed zone Hoek has 30,000 inhabitants, and may have 5,000 to 15,000
    fixed-zone-not-contiguous: fixed zone Hoek falls apart into 2 separate parts
    arithmetic: 2 units are connected, apart from the rest (Noordwest and Noord), with 50,000 inhabitants, and zones of 20,000 to 24,000 add up to at most 48,000 (2 zones) or at least 60,000 (3 zones)
    arithmetic: Noordwest stands apart with 10,000 inhabitants, and one zone needs at least 20,000
    arithmetic: 9 units (Noordwest, Noord, Noordoost, West-Midden, Midden, Oost & Co, West, "Oud", Zuid and 1 more) have 50,000 inhabitants together, and zones of 20,000 to 24,000 add up to at most 48,000 (2 zones) or at least 60,000 (3 zones)
    arithmetic: Noord, which no zone may leave, has a part of 50,000 inhabitants, and zones of 20,000 to 24,000 add up to at most 48,000 (2 zones) or at least 60,000 (3 zones) (a region has at least 3 zones)
    region-out-of-bounds: Noord has 1 inhabitant, and a region may have 20,000 to 24,000
    region-not-contiguous: Noord falls apart into 3 separate parts
    units-in-no-zone: Noordwest (a1, 10,000 inhabitants) lies in no zone that the rules allow; every connected zone of 20,000 to 24,000 inhabitants, or of its own by exception, was listed
    units-in-no-zone: in Noord (0 inhabitants): Noordwest (a1, 10,000 inhabitants) and Midden (b2, 10,004 inhabitants) lie in no zone that the rules allow; every connected zone of 20,000 to 24,000 inhabitants, or of its own by exception, was listed
    exhausted: no way to combine the 1,234 zones that the rules allow gives each unit one zone: every branch was closed (17 in all); the nearest attempt left over Midden
    number-of-zones: a plan is to have at least 1,000 zones, and sums allow 3 to 4 zones: 9 units with 90,036 inhabitants, zones of 20,000 to 30,000 inhabitants, and what is given, pinned and excepted, each taken at its best
    levels-contradict: no number of regions adds up: there may be at least 2 regions, a region has 40,000 or more inhabitants and at least 3 zones, and 90,036 inhabitants make 3 to 4 zones of 20,000 to 30,000 inhabitants, exceptions included
    limit-below-all: every plan comes to 12,345 m or more in total border, and the limit is 12,340 m: each unit taken at the least that one of the 1,234 zones that the rules allow adds for it
    limit-below-all: every plan comes to 12.4 km or more in total border, and the limit is 12.3 km: each unit taken at the least that the only zone that the rules allow adds for it
    units-outside-limits: Noordwest lies in no zone that the rules allow: every connected zone of 20,000 to 24,000 inhabitants, or of its own by exception, was listed, and each with such a unit exceeds a limit by itself
    number-of-regions: 1 region can hold at most 60,000 inhabitants, exceptions included, and there are 90,036; the nearest that the sums allow: 2 regions of 40,000 to 60,000 inhabitants, or 1 region of up to 90,036
    number-of-regions: 3 regions must have at least 120,000 inhabitants, exceptions included, and there are 90,036; the nearest that the sums allow: 3 regions of at least 90,036
    number-of-regions: no number of regions of 40,000 to 60,000 inhabitants adds up to 90,036; there may be 1 region
    number-of-given-regions: none of the given regions can have zones, as none holds a whole unit, and a plan is to have at least 2 regions with zones
    number-of-given-regions: 2 of the given regions can have zones, as they hold a whole unit each, and a plan is to have at most 1 region with zones
    in-regions: Noordwest stands apart with 10,000 inhabitants, and one zone needs at least 20,000; 2 units are connected, apart from the rest (Noordwest and Noord), with 50,000 inhabitants, and zones of 20,000 to 24,000 add up to at most 48,000 (2 zones) or at least 60,000 (3 zones)
    above-maximum: Noordwest has 25,000 inhabitants, and a zone may have 20,000 to 24,000
    below-minimum: Noordwest and Noord lie in one zone of every plan, by sums of inhabitants: what is too small for a zone lies with the only neighbour that it can, and together they have 19,000 inhabitants, with any neighbour at least 29,000, and a zone may have 20,000 to 24,000
    below-minimum: Noordwest has 19,000 inhabitants, and no neighbour, and a zone may have 20,000 to 24,000
    units-in-no-region: Noordwest lies in no region: no set of adjoining zones around there keeps what regions must have (any number of inhabitants, any number of zones); every such set was listed
    peeled: there is no way to take zones off the 9 units one by one: each was followed until sums of inhabitants or borders ruled it out
    each-unit-tried: there is no way to put the 9 units into zones: branch by branch, bounds, pins and contiguity ruled each out (1,234 in all)
    "#);
}

#[test]
fn every_proof_has_the_same_sentence_in_dutch() {
    insta::assert_snapshot!(sentences(Language::Dutch), @r#"
    fixed-zone-out-of-bounds: vaste zone Hoek heeft 30.000 inwoners, en mag er 5.000 tot 15.000 hebben
    fixed-zone-not-contiguous: vaste zone Hoek valt uiteen in 2 losse stukken
    arithmetic: 2 eenheden vormen één geheel, los van de rest (Noordwest en Noord), met 50.000 inwoners, en zones van 20.000 tot 24.000 komen samen op hoogstens 48.000 (2 zones) of minstens 60.000 (3 zones)
    arithmetic: Noordwest ligt apart met 10.000 inwoners, en één zone heeft er minstens 20.000 nodig
    arithmetic: 9 eenheden (Noordwest, Noord, Noordoost, West-Midden, Midden, Oost & Co, West, "Oud", Zuid en nog 1) hebben samen 50.000 inwoners, en zones van 20.000 tot 24.000 komen samen op hoogstens 48.000 (2 zones) of minstens 60.000 (3 zones)
    arithmetic: Noord, waar geen zone buiten mag komen, heeft een deel met 50.000 inwoners, en zones van 20.000 tot 24.000 komen samen op hoogstens 48.000 (2 zones) of minstens 60.000 (3 zones) (een regio heeft minstens 3 zones)
    region-out-of-bounds: Noord heeft 1 inwoner, en een regio mag er 20.000 tot 24.000 hebben
    region-not-contiguous: Noord valt uiteen in 3 losse stukken
    units-in-no-zone: Noordwest (a1, 10.000 inwoners) ligt in geen enkele zone die de regels toelaten; elke aaneengesloten zone van 20.000 tot 24.000 inwoners, of binnen eigen grenzen bij uitzondering, is opgesomd
    units-in-no-zone: in Noord (0 inwoners): Noordwest (a1, 10.000 inwoners) en Midden (b2, 10.004 inwoners) liggen in geen enkele zone die de regels toelaten; elke aaneengesloten zone van 20.000 tot 24.000 inwoners, of binnen eigen grenzen bij uitzondering, is opgesomd
    exhausted: geen enkele combinatie van de 1.234 zones die de regels toelaten, geeft elke eenheid één zone: elke tak is afgesloten (17 in totaal); de beste poging liet Midden over
    number-of-zones: een plan moet minstens 1.000 zones hebben, en de sommen laten 3 tot 4 zones toe: 9 eenheden met 90.036 inwoners, zones van 20.000 tot 30.000 inwoners, en wat gegeven, gewenst en uitgezonderd is, telkens op zijn gunstigst genomen
    levels-contradict: geen enkel aantal regio's past bij dit alles: minstens 2 regio's, per regio 40.000 of meer inwoners en minstens 3 zones, en 90.036 inwoners, goed voor 3 tot 4 zones van 20.000 tot 30.000 inwoners, uitzonderingen meegerekend
    limit-below-all: elk plan komt op 12.345 m of meer in totale grens, en de grens is 12.340 m: elke eenheid gerekend aan het minste dat een van de 1.234 zones die de regels toelaten voor haar toevoegt
    limit-below-all: elk plan komt op 12,4 km of meer in totale grens, en de grens is 12,3 km: elke eenheid gerekend aan het minste dat de enige zone die de regels toelaten voor haar toevoegt
    units-outside-limits: Noordwest ligt in geen enkele zone die de regels toelaten: elke aaneengesloten zone van 20.000 tot 24.000 inwoners, of binnen eigen grenzen bij uitzondering, is opgesomd, en elke zone met zo'n eenheid overschrijdt op zichzelf al een grens aan een doel
    number-of-regions: 1 regio kan hoogstens 60.000 inwoners bevatten, uitzonderingen meegerekend, en er zijn er 90.036; het dichtstbijzijnde dat de sommen toelaten: 2 regio's van 40.000 tot 60.000 inwoners, of 1 regio tot 90.036
    number-of-regions: 3 regio's moeten minstens 120.000 inwoners hebben, uitzonderingen meegerekend, en er zijn er 90.036; het dichtstbijzijnde dat de sommen toelaten: 3 regio's van minstens 90.036
    number-of-regions: geen enkel aantal regio's van 40.000 tot 60.000 inwoners komt samen op 90.036; toegelaten: 1 regio
    number-of-given-regions: geen van de gegeven regio's kan zones hebben, want geen ervan bevat een hele eenheid, en een plan moet minstens 2 regio's met zones hebben
    number-of-given-regions: 2 van de gegeven regio's kunnen zones hebben, want ze bevatten elk een hele eenheid, en een plan moet hoogstens 1 regio met zones hebben
    in-regions: Noordwest ligt apart met 10.000 inwoners, en één zone heeft er minstens 20.000 nodig; 2 eenheden vormen één geheel, los van de rest (Noordwest en Noord), met 50.000 inwoners, en zones van 20.000 tot 24.000 komen samen op hoogstens 48.000 (2 zones) of minstens 60.000 (3 zones)
    above-maximum: Noordwest heeft 25.000 inwoners, en een zone mag er 20.000 tot 24.000 hebben
    below-minimum: Noordwest en Noord liggen in elk plan in één zone, door sommen van inwoners: wat te klein is voor een zone, ligt bij de enige buur waarbij het kan, en samen hebben ze 19.000 inwoners, met om het even welke buur minstens 29.000, en een zone mag er 20.000 tot 24.000 hebben
    below-minimum: Noordwest heeft 19.000 inwoners, en geen buur, en een zone mag er 20.000 tot 24.000 hebben
    units-in-no-region: Noordwest ligt in geen enkele regio: geen verzameling aangrenzende zones daar heeft wat regio's moeten hebben (om het even hoeveel inwoners, om het even hoeveel zones); elke dergelijke verzameling is opgesomd
    peeled: er is geen manier om van de 9 eenheden één voor één zones af te nemen: elke manier is gevolgd tot sommen van inwoners of van grenzen tussen eenheden ze uitsloten
    each-unit-tried: er is geen manier om de 9 eenheden in zones te leggen: tak na tak hebben grenzen, wensen en aaneengeslotenheid elke manier uitgesloten (1.234 takken in totaal)
    "#);
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
