//! One level after the other, as it is done by hand: the zones that are best where nobody asks
//! for regions, and then regions of them; or the regions that are best by what is asked of
//! regions, and then the zones inside each. What comes of it is bounded by what is known of both
//! levels together, and no more.

use std::collections::BTreeSet;

use super::bounds::{no_more_known, unknown};
use super::cutoffs::CutoffSearch;
use super::large_neighbourhood_search::RegionPacking;
use super::region_enumeration::TooManySets;
use super::{JointDesign, ZoneSet};
use crate::candidate_pool::CandidatePool;
use crate::cover::{self, ReducedCosts};
use crate::objective_steps::Question;
use crate::requirements::Requirements;
use crate::zone_names::region_names;
use crate::{DesignOrder, Infeasibility, Outcome, StepSolved, Stopped};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{Goal, Objective, Problem, Regions, RuleId, Step};
use zonewerk_core::territory::{Group, GroupFamily, GroupRole, Id, UnitId};

/// The family that regions are given by which were drawn before their zones.
const FAMILY: &str = "regions drawn first";

/// The best zones, and the best regions of them.
pub(super) fn zones_first(design: &JointDesign<'_>) -> (Outcome, Vec<StepSolved>) {
    let question = design.question;
    let mut level = (*design.level).clone();
    _ = level.limit(question);
    let (zones, mut steps) = level.solve(question);
    steps.truncate(1);
    let bound = steps.first().and_then(|step| step.bound);
    let Some(plan) = zones.plan() else { return (zones, steps) };
    let grouped = design.of_plan(plan).map(|candidates| best_of(question, candidates));
    answer(question, DesignOrder::ZonesFirst, grouped, bound)
}

/// The best regions, and the best zones inside each.
pub(super) fn regions_first(design: &JointDesign<'_>) -> (Outcome, Vec<StepSolved>) {
    let JointDesign { question, level, .. } = design;
    let mut regional = question.problem.clone();
    regional.objective = regional_goals(question.problem);
    let asked = Question { problem: &regional, ..*question };
    let mut bound = match lowest(design) {
        Ok(bound) => bound,
        Err(stopped) => return unknown(None, stopped),
    };
    let first = JointDesign::new(asked, CandidatePool::clone(level));
    let every: Vec<(usize, u128)> = (0..level.len()).map(|zone| (zone, 0)).collect();
    let drawn = match first.candidates(&ReducedCosts { each: every, budget: 0 }) {
        Ok(candidates) => {
            let (best, solved) = match candidates.uncovered_units(asked) {
                units if units.is_empty() => candidates.solve(asked),
                units => (Outcome::Infeasible { why: Infeasibility::UnitsInNoRegion { units } }, Vec::new()),
            };
            if let Outcome::Infeasible { .. } = best {
                return (best, Vec::new());
            }
            if regional.objective.steps()[0] == question.problem.objective.steps()[0] {
                bound = bound.max(solved.first().and_then(|step| step.bound).unwrap_or(0));
            }
            best.plan().map(|plan| first.packing_of(plan))
        }
        Err(TooManySets) => match CutoffSearch::new(&first).and_then(|ceilings| ceilings.packing()) {
            Ok(packing) => packing,
            Err(stopped) => return unknown(Some(bound), stopped),
        },
    };
    let zoned = drawn.map(|regions| design.with_zones_anew(&regions));
    answer(*question, DesignOrder::RegionsFirst, zoned, Some(bound))
}

/// What no plan goes below in the first step.
fn lowest(design: &JointDesign<'_>) -> Result<u64, Stopped> {
    let JointDesign { question, level, .. } = design;
    let step = &question.problem.objective.steps()[0];
    if step.is_bottleneck() {
        return Ok(0);
    }
    let columns = level.priced(*question, &level.costs(*question, step));
    let rows = level.rows(*question);
    cover::relaxation(&level.cover_question(*question, &columns, &rows, 0), question.watch)
}

/// The steps that are about regions; where there are none, the border of regions.
fn regional_goals(problem: &Problem) -> Objective {
    let is_regional = |step: &&Step| step.terms.iter().all(|term| term.goal.is_about_regions());
    let steps: Vec<Step> = problem.objective.steps().iter().filter(is_regional).cloned().collect();
    let steps = if steps.is_empty() { vec![Step::of(Goal::RegionBorderLength)] } else { steps };
    Objective::new(steps).expect("steps of an objective, or one")
}

/// The best plan of these columns.
fn best_of(question: Question<'_>, columns: CandidatePool) -> Outcome {
    match columns.uncovered_units(question) {
        units if units.is_empty() => columns.solve(question).0,
        units => Outcome::Infeasible { why: Infeasibility::UnitsInNoRegion { units } },
    }
}

/// The result of an order, where `second` was made of what was drawn first.
fn answer(
    question: Question<'_>,
    order: DesignOrder,
    second: Option<Outcome>,
    bound: Option<u64>,
) -> (Outcome, Vec<StepSolved>) {
    let stopped = question.watch.stop().unwrap_or(match second {
        Some(Outcome::Infeasible { .. }) => Stopped::NothingFits { order },
        _ => Stopped::OneAfterTheOther { order },
    });
    match second.as_ref().and_then(Outcome::plan) {
        Some(plan) => no_more_known(question, plan.clone(), bound.unwrap_or(0), stopped),
        None => unknown(bound, stopped),
    }
}

impl JointDesign<'_> {
    /// All regions of a plan's zones; `None` where there are too many.
    fn of_plan(&self, plan: &Plan) -> Option<CandidatePool> {
        let members = plan.members();
        let zones: BTreeSet<&[UnitId]> = members.iter().map(|(_, units)| units.as_slice()).collect();
        let of_plan = |&zone: &usize| zones.contains(self.level.units(zone));
        let each = (0..self.level.len()).filter(of_plan).map(|zone| (zone, 0)).collect();
        self.candidates(&ReducedCosts { each, budget: 0 }).ok()
    }

    /// The regions of a plan, as sets of zones.
    pub(super) fn packing_of(&self, plan: &Plan) -> RegionPacking {
        let members = plan.members();
        let mut regions = RegionPacking::default();
        let names: BTreeSet<Option<&str>> =
            members.iter().map(|(zone, _)| plan.zones[zone].region()).collect();
        for name in names {
            let zones: BTreeSet<&[UnitId]> = members
                .iter()
                .filter(|(zone, _)| plan.zones[*zone].region() == name)
                .map(|(_, units)| units.as_slice())
                .collect();
            let mut seen = BTreeSet::new();
            let set = (0..self.level.len()).filter(|&zone| {
                zones.contains(self.level.units(zone)) && seen.insert(self.level.units(zone))
            });
            regions.regions.push(set.map(|zone| zone as u32).collect());
        }
        regions.regions.sort();
        regions
    }

    /// The best plan of these regions, with any zones inside them: as if the regions were given.
    fn with_zones_anew(&self, packing: &RegionPacking) -> Outcome {
        let Question { territory, problem, .. } = self.question;
        let mut regions: Vec<Vec<UnitId>> = packing.regions.iter().map(|set| self.units_of(set)).collect();
        regions.sort();
        let mut region_of = vec![0; territory.units().len()];
        for (region, units) in regions.iter().enumerate() {
            units.iter().for_each(|unit| region_of[unit.index()] = region);
        }
        let is_inside = |&zone: &u32| {
            let mut regions = self.level.units(zone as usize).iter().map(|unit| region_of[unit.index()]);
            let first = regions.next();
            regions.all(|region| Some(region) == first)
        };
        let inside: Vec<u32> = (0..self.level.len() as u32).filter(is_inside).collect();
        let names = region_names(territory, problem, &regions).into_iter();
        let group = |(name, units)| Group { name, units, parts: Vec::new() };
        let groups = names.zip(regions).map(group).collect();
        let name = FAMILY.to_owned();
        let mut territory = territory.clone();
        territory.families.push(GroupFamily { name: name.clone(), role: GroupRole::Inside, groups });
        let mut problem = problem.clone();
        problem.profile = problem.profile.with_family(RuleId::ZoneCrossesGroup, &name);
        problem.regions = Regions::Given { family: name };
        let requirements = &Requirements::new(&territory, &problem);
        let given = Question { territory: &territory, problem: &problem, requirements, ..self.question };
        let mut zones = self.level.restricted_to(&inside);
        _ = zones.limit(given);
        best_of(given, zones)
    }

    /// The units of a set of zones, ascending.
    fn units_of(&self, set: &ZoneSet) -> Vec<UnitId> {
        let mut units: Vec<UnitId> =
            set.iter().flat_map(|&zone| self.level.units(zone as usize)).copied().collect();
        units.sort_unstable();
        units
    }
}
