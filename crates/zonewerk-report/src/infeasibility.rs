mod sums;

use super::map_faults::is_in_doubt;
use super::text::{count, list, thousands};
use sums::{
    arithmetic, asked_for, levels_contradict, limit_below_all, number_of_regions, number_of_zones,
    number_of_zones_ways,
};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::{PopulationBounds, RuleId};
use zonewerk_core::territory::UnitId;
use zonewerk_io::Scenario;
use zonewerk_solve::zones::GivenRegions;
use zonewerk_solve::{Infeasibility, Requirements, zones_may_lie_apart};

/// Why no plan exists, in words and as units, and what could be relaxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Kebab-case name of the kind of proof.
    pub kind: &'static str,
    /// The proof with names and numbers, without a final period.
    pub sentence: String,
    /// What a user could change, one thing each.
    pub relax: Vec<&'static str>,
    /// The units it is about, ascending.
    pub units: Vec<UnitId>,
}

/// Most names that a sentence lists.
pub(super) const NAMES_SHOWN: usize = 8;

/// Ways to let zones reach farther.
const LINKS_FOR_ZONES: [&str; 2] = [
    "declare a link to a neighbouring part of the territory, with its reason",
    "declare a link to another unit, with its reason",
];

/// Puts a proof of impossibility into words. Bounds are named with thousands separators.
pub fn explain(why: &Infeasibility, scenario: &Scenario, graph: &Graph) -> Explanation {
    let mut explanation = explain_by_rules(why, scenario, graph);
    if zones_may_lie_apart(&scenario.problem) {
        // A link changes nothing where any two units may lie in one zone.
        explanation.relax.retain(|way| !LINKS_FOR_ZONES.contains(way));
    }
    if is_in_doubt(why, scenario) {
        explanation.relax.insert(0, "mend the map, where its faults are none on the ground");
    }
    if matches!(why, Infeasibility::UnitsInNoZone { .. } | Infeasibility::Exhausted { .. }) {
        let problem = &scenario.problem;
        let requirements = Requirements::new(&scenario.territory, problem);
        let asked = [
            (!problem.pins.is_empty(), "leave out a pin"),
            (!problem.limits.is_empty(), "raise a limit"),
            (!requirements.is_free_of_groups(), "let a group straddle zones, or a zone cross groups"),
            (!problem.zone_count.is_free(), "allow another number of zones"),
            (requirements.asks_for_a_region(), "let zones lie in no region (rule zone-without-region)"),
            (requirements.asks_for_one_piece(), "let zones lie in several pieces (rule zone-in-pieces)"),
        ];
        explanation.relax.extend(asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, way)| way));
    }
    if matches!(why, Infeasibility::Peeled { .. } | Infeasibility::EachUnitTried { .. }) {
        let problem = &scenario.problem;
        let asked = [
            (!problem.pins.is_empty(), "leave out a pin"),
            (!problem.fixed_zones.is_empty(), "leave out a fixed zone"),
        ];
        explanation.relax.extend(asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, way)| way));
    }
    explanation
}

fn explain_by_rules(why: &Infeasibility, scenario: &Scenario, graph: &Graph) -> Explanation {
    match why {
        Infeasibility::FixedZoneOutOfBounds { zone, population } => Explanation {
            kind: "fixed-zone-out-of-bounds",
            sentence: format!(
                "fixed zone {zone} has {} inhabitants, and may have {}",
                thousands(*population),
                bounds(needs_of_fixed(scenario, zone))
            ),
            relax: vec!["make an exception for the fixed zone", "widen the bounds", "fix other units"],
            units: fixed_units(scenario, zone),
        },
        Infeasibility::FixedZoneNotContiguous { zone, parts } => Explanation {
            kind: "fixed-zone-not-contiguous",
            sentence: format!("fixed zone {zone} falls apart into {parts} separate parts"),
            relax: vec!["declare a link between the parts, with its reason", "fix other units"],
            units: fixed_units(scenario, zone),
        },
        Infeasibility::Arithmetic { units, population, zones, region } => Explanation {
            kind: "arithmetic",
            sentence: arithmetic(scenario, (units, *population, *zones), region.as_deref()),
            relax: ["widen the bounds", "make an exception for one zone", LINKS_FOR_ZONES[0]]
                .into_iter()
                .chain(region.as_ref().map(|_| "let a zone cross the region's limits"))
                .collect(),
            units: units.clone(),
        },
        Infeasibility::RegionOutOfBounds { region, population, bounds: limits } => Explanation {
            kind: "region-out-of-bounds",
            sentence: format!(
                "{region} has {} inhabitants, and a region may have {}",
                thousands(*population),
                bounds(*limits)
            ),
            relax: vec!["widen the bounds of regions", "waive the rule for the region", "let zones cross"],
            units: region_units(scenario, region),
        },
        Infeasibility::RegionNotContiguous { region, parts } => Explanation {
            kind: RuleId::RegionNotContiguous.name(),
            sentence: format!("{region} falls apart into {parts} separate parts"),
            relax: vec!["declare a link between the parts, with its reason", "waive the rule for the region"],
            units: region_units(scenario, region),
        },
        Infeasibility::NumberOfZones(sums) => Explanation {
            kind: "number-of-zones",
            sentence: number_of_zones(sums),
            relax: number_of_zones_ways(sums),
            units: Vec::new(),
        },
        Infeasibility::LevelsContradict(sums) => Explanation {
            kind: "levels-contradict",
            sentence: levels_contradict(sums),
            relax: vec![
                "allow another number of regions",
                "allow another number of zones in a region",
                "widen the bounds of regions",
                "widen the bounds of zones",
            ],
            units: Vec::new(),
        },
        Infeasibility::LimitBelowAll { limit, least, zones } => Explanation {
            kind: "limit-below-all",
            sentence: limit_below_all(limit, *least, *zones, graph),
            relax: vec!["raise the limit", "widen the bounds"],
            units: Vec::new(),
        },
        Infeasibility::UnitsOutsideLimits { units } => Explanation {
            kind: "units-outside-limits",
            sentence: {
                let names = unit_names(scenario, units);
                let lie = if names.len() == 1 { "lies" } else { "lie" };
                format!(
                    "{} {lie} in no zone that {} allow: {} of {} inhabitants was listed, and each with such a unit \
                     exceeds a limit by itself",
                    list(&names, NAMES_SHOWN),
                    rules(scenario),
                    every_zone(scenario),
                    bounds(scenario.problem.bounds())
                )
            },
            relax: vec!["raise a limit", "widen the bounds"],
            units: units.clone(),
        },
        Infeasibility::NumberOfRegions(sums) => Explanation {
            kind: "number-of-regions",
            sentence: number_of_regions(sums),
            relax: vec![
                "allow another number of regions",
                "widen the bounds of regions",
                "make an exception for a region",
            ],
            units: Vec::new(),
        },
        Infeasibility::NumberOfGivenRegions { with_zones, asked } => Explanation {
            kind: "number-of-given-regions",
            sentence: format!(
                "{} of the given regions can have zones, as {} a whole unit, and {} asked for",
                thousands(*with_zones),
                if *with_zones == 1 { "it holds" } else { "they hold" },
                asked_for(asked.minimum(), asked.maximum())
            ),
            relax: vec!["allow another number of regions", "let zones cross the limits of regions"],
            units: Vec::new(),
        },
        Infeasibility::InRegions(each) => {
            let each: Vec<Explanation> =
                each.iter().map(|why| explain_by_rules(why, scenario, graph)).collect();
            let mut relax: Vec<&'static str> = Vec::new();
            for way in each.iter().flat_map(|explained| &explained.relax) {
                if !relax.contains(way) {
                    relax.push(way);
                }
            }
            let mut units: Vec<UnitId> = each.iter().flat_map(|explained| explained.units.clone()).collect();
            units.sort_unstable();
            let sentences: Vec<&str> = each.iter().map(|explained| explained.sentence.as_str()).collect();
            Explanation { kind: "in-regions", sentence: sentences.join("; "), relax, units }
        }
        Infeasibility::UnitsInNoZone { units, region } => Explanation {
            kind: "units-in-no-zone",
            sentence: in_region(scenario, region.as_deref()) + &in_no_zone(scenario, graph, units),
            relax: vec![
                "widen the bounds",
                "make an exception for a zone with such a unit",
                LINKS_FOR_ZONES[1],
            ],
            units: units.clone(),
        },
        Infeasibility::AboveMaximum { units, population, bounds: limits } => Explanation {
            kind: "above-maximum",
            sentence: format!(
                "{} {} inhabitants, and a zone may have {}",
                in_one_zone(scenario, units),
                thousands(*population),
                bounds(*limits)
            ),
            relax: in_one_zone_ways(scenario),
            units: units.clone(),
        },
        Infeasibility::BelowMinimum { units, population, bounds: limits, with_neighbour } => Explanation {
            kind: "below-minimum",
            sentence: format!(
                "{} {} inhabitants{}, and a zone may have {}",
                in_one_zone(scenario, units),
                thousands(*population),
                match with_neighbour {
                    Some(least) => format!(", with any {} at least {}", beside(scenario), thousands(*least)),
                    None => format!(", and no {}", beside(scenario)),
                },
                bounds(*limits)
            ),
            relax: in_one_zone_ways(scenario),
            units: units.clone(),
        },
        Infeasibility::UnitsInNoRegion { units } => Explanation {
            kind: "units-in-no-region",
            sentence: in_no_region(scenario, units),
            relax: vec![
                "widen the bounds of regions",
                "allow another number of zones in a region",
                "widen the bounds of zones",
            ],
            units: units.clone(),
        },
        Infeasibility::Peeled { units } => Explanation {
            kind: "peeled",
            sentence: format!(
                "there is no way to take zones off the {} one by one: each was followed until sums of \
                 inhabitants or borders ruled it out",
                count(*units, "unit")
            ),
            relax: vec!["widen the bounds", "allow another number of zones"],
            units: Vec::new(),
        },
        Infeasibility::EachUnitTried { units, branches } => Explanation {
            kind: "each-unit-tried",
            sentence: format!(
                "there is no way to put the {} into zones: branch by branch, bounds, wishes and what hangs \
                 together ruled each out ({} in all)",
                count(*units, "unit"),
                thousands(*branches as u64)
            ),
            relax: vec!["widen the bounds", "allow another number of zones"],
            units: Vec::new(),
        },
        Infeasibility::Exhausted { zones, branches, left_over, region } => Explanation {
            kind: "exhausted",
            sentence: in_region(scenario, region.as_deref())
                + &exhausted(scenario, *zones, *branches, left_over),
            relax: vec!["widen the bounds", "make an exception for one zone"],
            units: left_over.clone(),
        },
    }
}

/// `75,000 to 125,000`, and what stands before "inhabitants" where there is no upper end.
pub(super) fn bounds(bounds: PopulationBounds) -> String {
    match bounds.maximum() {
        Some(maximum) => format!("{} to {}", thousands(bounds.minimum()), thousands(maximum)),
        None if bounds.minimum() == 0 => "any number of".to_owned(),
        None => format!("{} or more", thousands(bounds.minimum())),
    }
}

fn fixed_units(scenario: &Scenario, zone: &str) -> Vec<UnitId> {
    let fixed = scenario.problem.fixed_zones.iter().find(|fixed| fixed.name == zone);
    fixed.map_or_else(Vec::new, |fixed| fixed.units.clone())
}

fn in_no_region(scenario: &Scenario, units: &[UnitId]) -> String {
    let level = scenario.problem.profile.region;
    let names = unit_names(scenario, units);
    let lie = if names.len() == 1 { "lies" } else { "lie" };
    format!(
        "{} {lie} in no region: no set of adjoining zones around there keeps what regions must have \
         ({} inhabitants, {}); every such set was listed",
        list(&names, NAMES_SHOWN),
        bounds(level.population),
        level.zones.of("zone")
    )
}

/// The bounds that hold for a fixed zone, with those of its own by exception.
fn needs_of_fixed(scenario: &Scenario, zone: &str) -> PopulationBounds {
    let requirements = Requirements::new(&scenario.territory, &scenario.problem);
    let units = fixed_units(scenario, zone);
    requirements.zone(&units).population
}

/// Which region a proof is about, with its people.
fn in_region(scenario: &Scenario, region: Option<&str>) -> String {
    let Some(region) = region else { return String::new() };
    let people = scenario.territory.population(region_units(scenario, region));
    format!("in {region} ({} inhabitants) ", thousands(people))
}

fn region_units(scenario: &Scenario, region: &str) -> Vec<UnitId> {
    let requirements = Requirements::new(&scenario.territory, &scenario.problem);
    let regions = GivenRegions::new(&scenario.territory, &scenario.problem, &requirements);
    let found = regions.and_then(|regions| {
        let number = regions.names().position(|name| name == region)?;
        Some(regions.units(number).to_vec())
    });
    found.unwrap_or_default()
}

/// Units that every plan keeps in one zone, and what they have.
fn in_one_zone(scenario: &Scenario, units: &[UnitId]) -> String {
    let names = list(&unit_names(scenario, units), NAMES_SHOWN);
    if units.len() == 1 {
        return format!("{names} has");
    }
    let asked = [
        (!scenario.problem.pins.is_empty(), "pins"),
        (!scenario.territory.planned_mergers.is_empty(), "decided mergers"),
        (true, "sums of inhabitants"),
    ];
    let asked = asked.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, what)| what.to_owned());
    format!(
        "{names} lie in one zone of every plan, by {}: what is too small for a zone lies with the only {} that it \
         can, and together they have",
        list(&asked.collect::<Vec<_>>(), NAMES_SHOWN),
        beside(scenario)
    )
}

/// What may lie in a zone with a unit: a neighbour, or any other where zones may lie apart.
fn beside(scenario: &Scenario) -> &'static str {
    if zones_may_lie_apart(&scenario.problem) { "other unit" } else { "neighbour" }
}

/// What is listed of zones.
fn every_zone(scenario: &Scenario) -> &'static str {
    if zones_may_lie_apart(&scenario.problem) { "every zone" } else { "every connected zone" }
}

fn in_one_zone_ways(scenario: &Scenario) -> Vec<&'static str> {
    let ways = [
        (true, "widen the bounds"),
        (true, "make an exception for a zone with these units"),
        (true, LINKS_FOR_ZONES[1]),
        (!scenario.problem.pins.is_empty(), "leave out a pin"),
    ];
    ways.into_iter().filter(|(is_asked, _)| *is_asked).map(|(_, way)| way).collect()
}

fn in_no_zone(scenario: &Scenario, graph: &Graph, units: &[UnitId]) -> String {
    let limits = scenario.problem.bounds();
    let described = |&unit: &UnitId| {
        let found = scenario.territory.unit(unit);
        let because = if limits.exceeded_by(found.population) {
            ", more than a zone may have"
        } else if graph.neighbours(unit).is_empty() && !zones_may_lie_apart(&scenario.problem) {
            ", no neighbour"
        } else {
            ""
        };
        format!("{} ({}, {} inhabitants{because})", found.name, found.code, thousands(found.population))
    };
    let names: Vec<String> = units.iter().map(described).collect();
    let lie = if names.len() == 1 { "lies" } else { "lie" };
    let rules = rules(scenario);
    let has_own = scenario.problem.exceptions.iter().any(|exception| exception.bounds.is_some());
    let by_exception = if has_own { ", or of its own by exception," } else { "" };
    format!(
        "{} {lie} in no zone that {rules} allow; {} of {} inhabitants{by_exception} was listed",
        list(&names, NAMES_SHOWN),
        every_zone(scenario),
        bounds(limits)
    )
}

fn exhausted(scenario: &Scenario, zones: usize, branches: usize, left_over: &[UnitId]) -> String {
    let names: Vec<String> = unit_names(scenario, left_over);
    let hint = match names.len() {
        0 => String::new(),
        _ => format!("; the nearest attempt left over {}", list(&names, NAMES_SHOWN)),
    };
    let number = match scenario.problem.zone_count {
        any if any.is_free() => String::new(),
        number => format!(" in a plan of {}", number.of("zone")),
    };
    let rules = rules(scenario);
    format!(
        "no way to combine the {} that {rules} allow gives each unit one zone{number}: every branch was \
         closed ({} in all){hint}",
        count(zones, "zone"),
        thousands(branches as u64),
    )
}

/// What zones must keep.
fn rules(scenario: &Scenario) -> &'static str {
    let problem = &scenario.problem;
    match (problem.pins.is_empty(), problem.limits.is_empty()) {
        (true, true) => "the rules",
        (false, true) => "the rules and the pins",
        (true, false) => "the rules and the limits",
        (false, false) => "the rules, the pins and the limits",
    }
}

/// The names of units, in the order given.
pub(super) fn unit_names(scenario: &Scenario, units: &[UnitId]) -> Vec<String> {
    units.iter().map(|&unit| scenario.territory.unit(unit).name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;
    use zonewerk_core::problem::{CountBounds, Goal, Limit, Pin, PinKind};
    use zonewerk_solve::{LevelSums, ZoneSums};

    #[test]
    fn every_proof_has_a_sentence_with_names_and_sums() {
        let mut sample = Sample::solved();
        sample.scenario.problem.profile.zone.population =
            PopulationBounds::new(20_000, Some(24_000)).unwrap();
        let unit = |code: &str| sample.scenario.territory.find(code).unwrap();
        let arithmetic = |units, population| Infeasibility::Arithmetic {
            units,
            population,
            zones: CountBounds::default(),
            region: None,
        };
        let proofs = [
            Infeasibility::FixedZoneOutOfBounds { zone: "Hoek".into(), population: 30_000 },
            Infeasibility::FixedZoneNotContiguous { zone: "Hoek".into(), parts: 2 },
            arithmetic(vec![unit("a1"), unit("a2")], 50_000),
            arithmetic(vec![unit("a1")], 10_000),
            Infeasibility::UnitsInNoZone { units: vec![unit("a1")], region: None },
            Infeasibility::UnitsInNoZone { units: vec![unit("a1"), unit("b2")], region: None },
            Infeasibility::Exhausted {
                zones: 1_234,
                branches: 17,
                left_over: vec![unit("b2")],
                region: None,
            },
            Infeasibility::NumberOfZones(ZoneSums {
                least: Some(1_000),
                most: None,
                fewest_fitting: 3,
                most_fitting: 4,
                units: 9,
                population: 90_036,
                bounds: PopulationBounds::new(20_000, Some(30_000)).unwrap(),
            }),
            Infeasibility::LevelsContradict(LevelSums {
                asked: CountBounds::new(Some(2), None).unwrap(),
                population: 90_036,
                region: PopulationBounds::new(40_000, None).unwrap(),
                each: CountBounds::new(Some(3), None).unwrap(),
                zone: PopulationBounds::new(20_000, Some(30_000)).unwrap(),
                zones: (3, 4),
            }),
            Infeasibility::LimitBelowAll {
                limit: Limit { goal: Goal::BorderLength, most: 12_340 },
                least: 12_345,
                zones: 1_234,
            },
            Infeasibility::UnitsOutsideLimits { units: vec![unit("a1")] },
            Infeasibility::AboveMaximum {
                units: vec![unit("a1")],
                population: 25_000,
                bounds: PopulationBounds::new(20_000, Some(24_000)).unwrap(),
            },
            Infeasibility::BelowMinimum {
                units: vec![unit("a1"), unit("a2")],
                population: 19_000,
                bounds: PopulationBounds::new(20_000, Some(24_000)).unwrap(),
                with_neighbour: Some(29_000),
            },
        ];
        let mut sentences = String::new();
        for proof in &proofs {
            let found = explain(proof, &sample.scenario, &sample.graph);
            assert!(!found.relax.is_empty());
            assert!(!found.sentence.ends_with('.'));
            sentences += &format!("{}: {}\n", found.kind, found.sentence);
        }
        insta::assert_snapshot!(sentences, @r"
        fixed-zone-out-of-bounds: fixed zone Hoek has 30,000 inhabitants, and may have 5,000 to 15,000
        fixed-zone-not-contiguous: fixed zone Hoek falls apart into 2 separate parts
        arithmetic: 2 units hang together apart from the rest (Noordwest and Noord) with 50,000 inhabitants, and zones of 20,000 to 24,000 add up to at most 48,000 (2 zones) or at least 60,000 (3 zones)
        arithmetic: Noordwest stands apart with 10,000 inhabitants, and one zone needs at least 20,000
        units-in-no-zone: Noordwest (a1, 10,000 inhabitants) lies in no zone that the rules allow; every connected zone of 20,000 to 24,000 inhabitants, or of its own by exception, was listed
        units-in-no-zone: Noordwest (a1, 10,000 inhabitants) and Midden (b2, 10,004 inhabitants) lie in no zone that the rules allow; every connected zone of 20,000 to 24,000 inhabitants, or of its own by exception, was listed
        exhausted: no way to combine the 1,234 zones that the rules allow gives each unit one zone: every branch was closed (17 in all); the nearest attempt left over Midden
        number-of-zones: at least 1,000 are asked for, and sums allow 3 to 4 zones: 9 units with 90,036 inhabitants, zones of 20,000 to 30,000 inhabitants, and what is given, pinned and excepted, each taken at its best
        levels-contradict: no number of regions adds up: there may be at least 2 regions, a region has 40,000 or more inhabitants and at least 3 zones, and 90,036 inhabitants make 3 to 4 zones of 20,000 to 30,000 inhabitants, exceptions included
        limit-below-all: every plan comes to 12,345 m or more in border-length, and the limit is 12,340 m: each unit taken at the least that one of the 1,234 zones that the rules allow adds for it
        units-outside-limits: Noordwest lies in no zone that the rules allow: every connected zone of 20,000 to 24,000 inhabitants was listed, and each with such a unit exceeds a limit by itself
        above-maximum: Noordwest has 25,000 inhabitants, and a zone may have 20,000 to 24,000
        below-minimum: Noordwest and Noord lie in one zone of every plan, by sums of inhabitants: what is too small for a zone lies with the only neighbour that it can, and together they have 19,000 inhabitants, with any neighbour at least 29,000, and a zone may have 20,000 to 24,000
        ");
    }

    #[test]
    fn pins_and_a_number_of_zones_are_named_with_what_they_rule_out() {
        let mut sample = Sample::solved();
        let unit = sample.scenario.territory.find("a1").unwrap();
        let asks = PinKind::Together(vec![unit, sample.scenario.territory.find("c3").unwrap()]);
        sample.scenario.problem.pins = vec![Pin { asks, reason: "one school".to_owned() }];
        sample.scenario.problem.zone_count = CountBounds::new(Some(4), Some(4)).unwrap();
        let explained = |why| explain(&why, &sample.scenario, &sample.graph);
        let exhausted = explained(Infeasibility::Exhausted {
            zones: 3,
            branches: 1,
            left_over: Vec::new(),
            region: None,
        });
        let tried = explained(Infeasibility::EachUnitTried { units: 9, branches: 1_234 });
        let alone = explained(Infeasibility::UnitsInNoZone { units: vec![unit], region: None });
        let sentences = [&exhausted, &tried, &alone].map(|found| found.sentence.as_str()).join("\n");
        insta::assert_snapshot!(sentences, @r#"
        no way to combine the 3 zones that the rules and the pins allow gives each unit one zone in a plan of 4 zones: every branch was closed (1 in all)
        there is no way to put the 9 units into zones: branch by branch, bounds, wishes and what hangs together ruled each out (1,234 in all)
        Noordwest (a1, 10,000 inhabitants) lies in no zone that the rules and the pins allow; every connected zone of 20,000 to 80,000 inhabitants, or of its own by exception, was listed
        "#);
        for found in [exhausted, alone] {
            assert!(
                found.relax.ends_with(&["leave out a pin", "allow another number of zones"]),
                "{found:?}"
            );
        }
    }
}
