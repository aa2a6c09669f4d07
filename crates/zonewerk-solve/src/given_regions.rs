//! Regions that are given: what they ask of a plan, as proofs that there is none and as rows.

use rayon::prelude::*;

use super::cover::{self, CoverColumns, CoverRows};
use super::infeasible_by_population::divisible;
use super::objective_steps::Question;
use super::{Infeasibility, NotTaken, Outcome, Stopped};
use crate::zones::{GivenRegions, ZonePool};
use zonewerk_core::graph::components;
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::CountBounds;
use zonewerk_core::territory::{Id, UnitId};

/// What no plan may exceed, and how much each zone adds to it.
pub(super) struct Cap {
    pub(super) most: u64,
    pub(super) adds: Vec<u64>,
}

/// The regions whose own units break what is asked of them, or cannot be cut into zones; of a
/// part of the units, those that lie in it as a whole.
pub(super) fn before_listing(question: Question<'_>, part: Option<&[bool]>) -> Option<Infeasibility> {
    let Question { territory, graph, problem, requirements, .. } = question;
    if let Some(why) = part.is_none().then(|| number_of_regions(question)).flatten() {
        return Some(why);
    }
    let regions = limits(question)?;
    let rules = &requirements.zones;
    let excepted = |units: &[UnitId]| {
        let mut fixed = problem.fixed_zones.iter().flat_map(|zone| &zone.units);
        rules.may_except(units) || fixed.any(|unit| units.contains(unit))
    };
    let broken = regions.names().enumerate().filter_map(|(number, name)| {
        let units = regions.units(number).to_vec();
        let needs = regions.needs(number);
        let population = territory.population(units.iter().copied());
        let region = name.to_owned();
        let is_asked = units.iter().all(|unit| part.is_none_or(|part| part[unit.index()]));
        if units.is_empty() || !is_asked {
            return None;
        }
        if !needs.population.allow(population) {
            let bounds = needs.population;
            return Some(Infeasibility::RegionOutOfBounds { region, population, bounds });
        }
        if !requirements.regions.are_contiguous(graph, Some(name), &units) {
            let parts = components(graph, &units).len();
            return Some(Infeasibility::RegionNotContiguous { region, parts });
        }
        let parts = rules.graph(graph).components(&units);
        let zones = if parts.len() == 1 { needs.zones } else { CountBounds::default() };
        let indivisible = parts.into_iter().find(|part| {
            let people = territory.population(part.iter().copied());
            !excepted(part) && !divisible(people..=people, rules.bounds(), zones)
        });
        indivisible.map(|units| Infeasibility::Arithmetic {
            population: territory.population(units.iter().copied()),
            units,
            zones,
            region: Some(region),
        })
    });
    all_of(broken.collect())
}

/// More or fewer regions than those that zones can lie in, or lie in in any case, are asked for.
fn number_of_regions(question: Question<'_>) -> Option<Infeasibility> {
    let regions = of(question)?;
    let asked = question.requirements.regions.count;
    let with_zones = with_whole_units(&regions);
    let too_few = asked.minimum().is_some_and(|least| with_zones < least);
    let too_many = regions.are_limits() && asked.maximum().is_some_and(|most| with_zones > most);
    (too_few || too_many).then_some(Infeasibility::NumberOfGivenRegions { with_zones, asked })
}

/// Number of regions that a zone can count for.
fn with_whole_units(regions: &GivenRegions<'_>) -> u64 {
    (0..regions.names().len()).filter(|&number| !regions.units(number).is_empty()).count() as u64
}

fn all_of(mut broken: Vec<Infeasibility>) -> Option<Infeasibility> {
    match broken.len() {
        0 | 1 => broken.pop(),
        _ => Some(Infeasibility::InRegions(broken)),
    }
}

/// The regions of a problem, where they are given.
fn of(question: Question<'_>) -> Option<GivenRegions<'_>> {
    GivenRegions::new(question.territory, question.problem, question.requirements)
}

/// The regions of a problem, where no zone may leave its own.
fn limits(question: Question<'_>) -> Option<GivenRegions<'_>> {
    of(question).filter(GivenRegions::are_limits)
}

/// These units lie in no zone: told by region.
pub(super) fn in_no_zone(question: Question<'_>, units: Vec<UnitId>) -> Infeasibility {
    let whole = |units| Infeasibility::UnitsInNoZone { units, region: None };
    let Some(regions) = limits(question) else { return whole(units) };
    let names = regions.names().enumerate();
    let by_region = names.filter_map(|(number, name)| {
        let inside = units.iter().copied().filter(|unit| regions.units(number).contains(unit));
        let units: Vec<UnitId> = inside.collect();
        let region = Some(name.to_owned());
        (!units.is_empty()).then_some(Infeasibility::UnitsInNoZone { units, region })
    });
    all_of(by_region.collect()).unwrap_or_else(|| whole(units))
}

/// There is no plan: which regions have none, each tried by itself.
pub(super) fn without_plan(
    question: Question<'_>,
    columns: &CoverColumns,
    rows: &CoverRows,
) -> Vec<Infeasibility> {
    let Some(regions) = limits(question) else { return Vec::new() };
    let names: Vec<&str> = regions.names().collect();
    let tried = names.par_iter().enumerate().filter_map(|(number, name)| {
        let units = regions.units(number);
        let inside = |column: &usize| columns.units(*column).iter().all(|unit| units.contains(unit));
        let kept: Vec<usize> = (0..columns.len()).filter(inside).collect();
        let mut required = vec![false; rows.units];
        units.iter().for_each(|unit| required[unit.index()] = true);
        let rows = CoverRows { required: Some(required), ..rows.clone() };
        if units.is_empty() {
            return None;
        }
        let found = cover::prove_infeasible(question.graph, &columns.select(&kept), &rows, question.watch)?;
        Some(Infeasibility::Exhausted {
            zones: kept.len(),
            branches: found.branches.max(1),
            left_over: found.left_over,
            region: Some((*name).to_owned()),
        })
    });
    tried.collect()
}

/// The regions that have no plan, where any were found; else what is known of all together.
pub(super) fn or_all(regions: Vec<Infeasibility>, all: Infeasibility) -> Infeasibility {
    all_of(regions).unwrap_or(all)
}

/// The bounds on given regions that depend on the plan; a region without a whole unit has none.
pub(super) fn caps(question: Question<'_>, zones: &ZonePool) -> Vec<Cap> {
    let territory = question.territory;
    let Some(regions) = of(question) else { return Vec::new() };
    let split = regions.are_limits();
    let region_of: Vec<Option<usize>> = zones.iter().map(|zone| regions.of_zone(zone)).collect();
    let people: Vec<u64> = zones.iter().map(|zone| territory.population(zone.iter().copied())).collect();
    let everyone = territory.population(territory.units().ids());
    let all = territory.units().len() as u64;
    let mut caps = Vec::new();
    for number in (0..regions.names().len()).filter(|&number| !regions.units(number).is_empty()) {
        let needs = regions.needs(number);
        let adds = |add: &dyn Fn(usize, bool) -> u64| {
            region_of.iter().enumerate().map(|(zone, region)| add(zone, *region == Some(number))).collect()
        };
        if let Some(most) = needs.zones.maximum() {
            caps.push(Cap { most, adds: adds(&|_, inside| u64::from(inside)) });
        }
        if let Some(least) = needs.zones.minimum().filter(|least| *least > 0) {
            // Each unit counts once; a zone of the region counts one less than its units.
            let size = |zone: usize| zones.units(zone).len() as u64;
            let units = if split { regions.units(number).len() as u64 } else { all };
            let adds = if split {
                adds(&|zone, inside| if inside { size(zone) - 1 } else { 0 })
            } else {
                adds(&|zone, inside| size(zone) - u64::from(inside))
            };
            caps.push(Cap::of(units.checked_sub(least), adds));
        }
        if split {
            continue;
        }
        if let Some(most) = needs.population.maximum() {
            caps.push(Cap { most, adds: adds(&|zone, inside| if inside { people[zone] } else { 0 }) });
        }
        if needs.population.minimum() > 0 {
            // As many inhabitants at least inside are as many at most outside.
            let adds = adds(&|zone, inside| if inside { 0 } else { people[zone] });
            caps.push(Cap::of(everyone.checked_sub(needs.population.minimum()), adds));
        }
    }
    caps
}

impl Cap {
    /// A cap that nothing keeps where there is no room.
    fn of(most: Option<u64>, adds: Vec<u64>) -> Self {
        match most {
            Some(most) => Self { most, adds },
            None => Self { most: 0, adds: vec![1; adds.len()] },
        }
    }
}

/// Whether some plans of feasible zones break what only [`not_kept`] tells.
pub(super) fn may_be_broken(question: Question<'_>) -> bool {
    of(question).is_some_and(|regions| !regions.are_limits())
}

/// What a plan does not keep of its regions, as what no engine takes: that each is as contiguous as
/// it must be, and their number. Only zones that cross the limits of regions can break that: rows
/// do not tell.
pub(super) fn not_kept(question: Question<'_>, plan: &Plan) -> Option<Stopped> {
    let regions = of(question).filter(|regions| !regions.are_limits())?;
    let Question { graph, requirements, .. } = question;
    let mut held: Vec<Vec<UnitId>> = vec![Vec::new(); regions.names().len()];
    for units in plan.members().values() {
        if let Some(region) = regions.of_zone(units) {
            held[region].extend(units);
        }
    }
    held.iter_mut().for_each(|units| units.sort_unstable());
    let mut each = regions.names().zip(&held);
    if !each.all(|(name, units)| requirements.regions.are_contiguous(graph, Some(name), units)) {
        return Some(Stopped::NotInThisEngine { what: NotTaken::ContiguousRegions });
    }
    let number = held.iter().filter(|units| !units.is_empty()).count() as u64;
    let count = requirements.regions.count;
    let is_right = count.minimum().is_none_or(|least| number >= least)
        && count.maximum().is_none_or(|most| number <= most);
    (!is_right).then_some(Stopped::NotInThisEngine { what: NotTaken::NumberOfRegions })
}

/// An outcome whose plan is checked: where it breaks what is asked of given regions, nothing but the bound
/// is known.
pub(super) fn with_kept(question: Question<'_>, outcome: Outcome) -> Outcome {
    match outcome.plan().and_then(|plan| not_kept(question, plan)) {
        Some(stopped) => Outcome::Unknown { bound: outcome.bound(), stopped },
        None => outcome,
    }
}

/// Puts each zone of a plan into its region.
pub(super) fn name(question: Question<'_>, plan: &mut Plan) {
    let Some(regions) = of(question) else { return };
    let names: Vec<&str> = regions.names().collect();
    let members = plan.members();
    for (zone, units) in members.iter() {
        let region = regions.of_zone(units).map(|region| names[region].to_owned());
        plan.zones[zone].regions.extend(region);
    }
}
