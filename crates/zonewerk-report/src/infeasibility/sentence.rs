//! A proof of impossibility as a sentence with names and numbers.

use super::sums::{arithmetic, levels_contradict, limit_below_all, number_of_regions, number_of_zones};
use super::{NAMES_SHOWN, fixed_units, named, region_units};
use crate::numbers::{bounds, people, regions_of, zones_of};
use zonewerk_core::graph::Graph;
use zonewerk_core::problem::PopulationBounds;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, say, sentence_list, strung};
use zonewerk_io::Scenario;
use zonewerk_solve::{Infeasibility, Requirements, zones_may_lie_apart};

/// The proof, without a final period.
pub(super) fn sentence(
    why: &Infeasibility,
    scenario: &Scenario,
    graph: &Graph,
    language: Language,
) -> String {
    let telling = Telling { scenario, graph, language };
    match why {
        Infeasibility::FixedZoneOutOfBounds { zone, population } => say!(
            language,
            "proof-fixed-zone-out-of-bounds",
            zone = zone,
            people = people(language, *population),
            bounds = bounds(language, needs_of_fixed(scenario, zone))
        ),
        Infeasibility::FixedZoneNotContiguous { zone, parts } => {
            say!(language, "proof-fixed-zone-not-contiguous", zone = zone, parts = *parts)
        }
        Infeasibility::Arithmetic { units, population, zones, region } => {
            arithmetic(scenario, (units, *population, *zones), region.as_deref(), language)
        }
        Infeasibility::RegionOutOfBounds { region, population, bounds: limits } => say!(
            language,
            "proof-region-out-of-bounds",
            region = region,
            people = people(language, *population),
            bounds = bounds(language, *limits)
        ),
        Infeasibility::RegionNotContiguous { region, parts } => {
            say!(language, "proof-region-not-contiguous", region = region, parts = *parts)
        }
        Infeasibility::NumberOfZones(sums) => number_of_zones(sums, language),
        Infeasibility::LevelsContradict(sums) => levels_contradict(sums, language),
        Infeasibility::LimitBelowAll { limit, least, zones } => {
            limit_below_all(limit, *least, *zones, graph, language)
        }
        Infeasibility::UnitsOutsideLimits { units } => say!(
            language,
            "proof-outside-limits",
            units = units.len(),
            names = named(scenario, units, language),
            rules = telling.rules(),
            listed = telling.listed()
        ),
        Infeasibility::NumberOfRegions(sums) => number_of_regions(sums, language),
        Infeasibility::NumberOfGivenRegions { with_zones, asked } => {
            say!(language, "proof-given-regions", number = *with_zones, asked = regions_of(language, *asked))
        }
        Infeasibility::InRegions(each) => {
            let each: Vec<String> = each.iter().map(|why| sentence(why, scenario, graph, language)).collect();
            strung(language, &each, each.len())
        }
        Infeasibility::UnitsInNoZone { units, region } => {
            telling.in_region(region.as_deref(), telling.in_no_zone(units))
        }
        Infeasibility::AboveMaximum { units, population, bounds: limits } => say!(
            language,
            "proof-above-maximum",
            who = telling.in_one_zone(units, *population),
            bounds = bounds(language, *limits)
        ),
        Infeasibility::BelowMinimum { units, population, bounds: limits, with_neighbour } => {
            let who = telling.in_one_zone(units, *population);
            telling.below_minimum(who, *limits, *with_neighbour)
        }
        Infeasibility::UnitsInNoRegion { units } => {
            let level = scenario.problem.profile.region;
            say!(
                language,
                "proof-in-no-region",
                units = units.len(),
                names = named(scenario, units, language),
                bounds = bounds(language, level.population),
                zones = zones_of(language, level.zones)
            )
        }
        Infeasibility::Peeled { units } => say!(language, "proof-peeled", units = *units),
        Infeasibility::EachUnitTried { units, branches } => {
            say!(language, "proof-each-unit-tried", units = *units, branches = *branches)
        }
        Infeasibility::Exhausted { zones, branches, left_over, region } => {
            telling.in_region(region.as_deref(), telling.exhausted(*zones, *branches, left_over))
        }
    }
}

/// The bounds that hold for a fixed zone, with those of its own by exception.
fn needs_of_fixed(scenario: &Scenario, zone: &str) -> PopulationBounds {
    let requirements = Requirements::new(&scenario.territory, &scenario.problem);
    requirements.zone(&fixed_units(scenario, zone)).population
}

/// Where the proof is, and in which language it is told.
struct Telling<'a> {
    scenario: &'a Scenario,
    graph: &'a Graph,
    language: Language,
}

impl Telling<'_> {
    fn zones_may_lie_apart(&self) -> bool {
        zones_may_lie_apart(&self.scenario.problem)
    }

    /// A proof with the region that it is about and its people.
    fn in_region(&self, region: Option<&str>, proof: String) -> String {
        let Some(region) = region else { return proof };
        let population = self.scenario.territory.population(region_units(self.scenario, region));
        let people = people(self.language, population);
        say!(self.language, "proof-in-region", region = region, people = people, proof = proof)
    }

    /// Units that every plan keeps in one zone, and what they have.
    fn in_one_zone(&self, units: &[UnitId], population: u64) -> String {
        let (scenario, language) = (self.scenario, self.language);
        let names = named(scenario, units, language);
        let people = people(language, population);
        if units.len() == 1 {
            return say!(language, "proof-one-unit", unit = names, people = people);
        }
        let mut reasons = Vec::new();
        if !scenario.problem.pins.is_empty() {
            reasons.push(say!(language, "proof-by-pins"));
        }
        if !scenario.territory.planned_mergers.is_empty() {
            reasons.push(say!(language, "proof-by-mergers"));
        }
        reasons.push(say!(language, "proof-by-sums"));
        let reasons = sentence_list(language, &reasons, reasons.len());
        match self.zones_may_lie_apart() {
            false => say!(language, "proof-one-zone", names = names, reasons = reasons, people = people),
            true => {
                say!(language, "proof-one-zone-apart", names = names, reasons = reasons, people = people)
            }
        }
    }

    fn below_minimum(&self, who: String, limits: PopulationBounds, with_neighbour: Option<u64>) -> String {
        let language = self.language;
        let bounds = bounds(language, limits);
        match (with_neighbour, self.zones_may_lie_apart()) {
            (Some(least), false) => {
                say!(language, "proof-below-minimum", who = who, least = least, bounds = bounds)
            }
            (Some(least), true) => {
                say!(language, "proof-below-minimum-apart", who = who, least = least, bounds = bounds)
            }
            (None, false) => say!(language, "proof-below-minimum-alone", who = who, bounds = bounds),
            (None, true) => say!(language, "proof-below-minimum-alone-apart", who = who, bounds = bounds),
        }
    }

    fn in_no_zone(&self, units: &[UnitId]) -> String {
        let names: Vec<String> = units.iter().map(|&unit| self.described(unit)).collect();
        say!(
            self.language,
            "proof-in-no-zone",
            units = units.len(),
            names = sentence_list(self.language, &names, NAMES_SHOWN),
            rules = self.rules(),
            listed = self.listed()
        )
    }

    /// A unit with its code and people, and what keeps it out of every zone where that is seen at once.
    fn described(&self, unit: UnitId) -> String {
        let (scenario, language) = (self.scenario, self.language);
        let found = scenario.territory.unit(unit);
        let (name, code) = (&found.name, found.code.as_str());
        let people = people(language, found.population);
        if scenario.problem.bounds().exceeded_by(found.population) {
            say!(language, "proof-unit-too-large", unit = name, code = code, people = people)
        } else if self.graph.neighbours(unit).is_empty() && !self.zones_may_lie_apart() {
            say!(language, "proof-unit-without-neighbour", unit = name, code = code, people = people)
        } else {
            say!(language, "proof-unit", unit = name, code = code, people = people)
        }
    }

    /// Which zones were listed.
    fn listed(&self) -> String {
        let (problem, language) = (&self.scenario.problem, self.language);
        let bounds = bounds(language, problem.bounds());
        let has_own = problem.exceptions.iter().any(|exception| exception.bounds.is_some());
        match (self.zones_may_lie_apart(), has_own) {
            (false, false) => say!(language, "proof-listed", bounds = bounds),
            (false, true) => say!(language, "proof-listed-own", bounds = bounds),
            (true, false) => say!(language, "proof-listed-apart", bounds = bounds),
            (true, true) => say!(language, "proof-listed-apart-own", bounds = bounds),
        }
    }

    /// What zones must keep.
    fn rules(&self) -> String {
        let (problem, language) = (&self.scenario.problem, self.language);
        match (problem.pins.is_empty(), problem.limits.is_empty()) {
            (true, true) => say!(language, "proof-rules"),
            (false, true) => say!(language, "proof-rules-pins"),
            (true, false) => say!(language, "proof-rules-limits"),
            (false, false) => say!(language, "proof-rules-pins-limits"),
        }
    }

    fn exhausted(&self, zones: usize, branches: usize, left_over: &[UnitId]) -> String {
        let language = self.language;
        let rules = self.rules();
        let proof = match self.scenario.problem.zone_count {
            any if any.is_free() => {
                say!(language, "proof-exhausted", zones = zones, rules = rules, branches = branches)
            }
            number => say!(
                language,
                "proof-exhausted-number",
                zones = zones,
                rules = rules,
                asked = zones_of(language, number),
                branches = branches
            ),
        };
        if left_over.is_empty() {
            return proof;
        }
        let names = named(self.scenario, left_over, language);
        say!(language, "proof-left-over", proof = proof, names = names)
    }
}
