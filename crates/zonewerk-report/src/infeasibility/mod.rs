//! Why no plan exists: the proof in words, and what could be relaxed.

mod sentence;
mod sums;
mod ways_out;

use zonewerk_core::graph::Graph;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, sentence_list};
use zonewerk_io::Scenario;
use zonewerk_solve::zones::GivenRegions;
use zonewerk_solve::{Infeasibility, Requirements};

/// Why no plan exists, in words and as units, and what could be relaxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Kebab-case name of the kind of proof, the same in every language.
    pub kind: &'static str,
    /// The proof with names and numbers, without a final period.
    pub sentence: String,
    /// What a user could change, one thing each.
    pub relax: Vec<String>,
    /// The units it is about, ascending.
    pub units: Vec<UnitId>,
}

/// Most names that a sentence lists.
pub(super) const NAMES_SHOWN: usize = 8;

/// Puts a proof of impossibility into words of a language.
pub fn explain(why: &Infeasibility, scenario: &Scenario, graph: &Graph, language: Language) -> Explanation {
    let relax = ways_out::ways_out(why, scenario).into_iter().map(|way| way.say(language));
    Explanation {
        kind: kind(why),
        sentence: sentence::sentence(why, scenario, graph, language),
        relax: relax.collect(),
        units: units(why, scenario),
    }
}

fn kind(why: &Infeasibility) -> &'static str {
    match why {
        Infeasibility::FixedZoneOutOfBounds { .. } => "fixed-zone-out-of-bounds",
        Infeasibility::FixedZoneNotContiguous { .. } => "fixed-zone-not-contiguous",
        Infeasibility::Arithmetic { .. } => "arithmetic",
        Infeasibility::RegionOutOfBounds { .. } => "region-out-of-bounds",
        Infeasibility::RegionNotContiguous { .. } => RuleId::RegionNotContiguous.name(),
        Infeasibility::NumberOfZones(_) => "number-of-zones",
        Infeasibility::LevelsContradict(_) => "levels-contradict",
        Infeasibility::LimitBelowAll { .. } => "limit-below-all",
        Infeasibility::UnitsOutsideLimits { .. } => "units-outside-limits",
        Infeasibility::NumberOfRegions(_) => "number-of-regions",
        Infeasibility::NumberOfGivenRegions { .. } => "number-of-given-regions",
        Infeasibility::InRegions(_) => "in-regions",
        Infeasibility::UnitsInNoZone { .. } => "units-in-no-zone",
        Infeasibility::AboveMaximum { .. } => "above-maximum",
        Infeasibility::BelowMinimum { .. } => "below-minimum",
        Infeasibility::UnitsInNoRegion { .. } => "units-in-no-region",
        Infeasibility::Peeled { .. } => "peeled",
        Infeasibility::EachUnitTried { .. } => "each-unit-tried",
        Infeasibility::Exhausted { .. } => "exhausted",
    }
}

/// The units that a proof is about, ascending.
fn units(why: &Infeasibility, scenario: &Scenario) -> Vec<UnitId> {
    match why {
        Infeasibility::FixedZoneOutOfBounds { zone, .. }
        | Infeasibility::FixedZoneNotContiguous { zone, .. } => fixed_units(scenario, zone),
        Infeasibility::RegionOutOfBounds { region, .. }
        | Infeasibility::RegionNotContiguous { region, .. } => region_units(scenario, region),
        Infeasibility::Arithmetic { units, .. }
        | Infeasibility::UnitsOutsideLimits { units }
        | Infeasibility::UnitsInNoZone { units, .. }
        | Infeasibility::AboveMaximum { units, .. }
        | Infeasibility::BelowMinimum { units, .. }
        | Infeasibility::UnitsInNoRegion { units }
        | Infeasibility::Exhausted { left_over: units, .. } => units.clone(),
        Infeasibility::InRegions(each) => {
            let mut all: Vec<UnitId> = each.iter().flat_map(|why| units(why, scenario)).collect();
            all.sort_unstable();
            all
        }
        Infeasibility::NumberOfZones(_)
        | Infeasibility::LevelsContradict(_)
        | Infeasibility::LimitBelowAll { .. }
        | Infeasibility::NumberOfRegions(_)
        | Infeasibility::NumberOfGivenRegions { .. }
        | Infeasibility::Peeled { .. }
        | Infeasibility::EachUnitTried { .. } => Vec::new(),
    }
}

fn fixed_units(scenario: &Scenario, zone: &str) -> Vec<UnitId> {
    let fixed = scenario.problem.fixed_zones.iter().find(|fixed| fixed.name == zone);
    fixed.map_or_else(Vec::new, |fixed| fixed.units.clone())
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

/// The names of units within a sentence.
pub(super) fn named(scenario: &Scenario, units: &[UnitId], language: Language) -> String {
    sentence_list(language, &unit_names(scenario, units), NAMES_SHOWN)
}

/// The names of units, in the order given.
pub(super) fn unit_names(scenario: &Scenario, units: &[UnitId]) -> Vec<String> {
    units.iter().map(|&unit| scenario.territory.unit(unit).name.clone()).collect()
}

#[cfg(test)]
mod tests;
