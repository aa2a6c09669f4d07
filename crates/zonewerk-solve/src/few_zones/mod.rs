//! The proof of the best plan of few zones, where the objective is what it costs to part neighbours.
//!
//! Branch and bound over which zone each point lies in ([`branch_and_bound`]), after Delling, Fleischman, Goldberg,
//! Razenshteyn and Werneck (2015, "An exact combinatorial algorithm for minimum graph bisection",
//! Mathematical Programming 153), who part a graph in two. Points are put into zones one by one, far from
//! each other first; how little each zone can be parted from the rest for, with the inhabitants that it
//! must have, is a largest flow with a price on inhabitants ([`zone_bound`]). Half the sum over the zones
//! is what a branch costs at least: where it was tried no less than the packings of cells in that paper
//! prove, at the price of some flows for each branch. Contiguity, pins and inhabitants take zones away from points
//! ([`branch_bounds`]). All sums are whole numbers, and prices only choose what to add up.
//!
//! Any graph will do, with crossings or without, and costs of any size: what counts is how few zones there
//! are, and how little parts them.

mod branch_and_bound;
mod branch_bounds;
mod maximum_flow;
mod point_graph;
mod zone_bound;

use std::sync::atomic::AtomicU64;

use branch_bounds::BranchFrame;
use point_graph::PointGraph;
use zone_bound::ZoneInhabitants;

use crate::objective_steps::Question;
use crate::zones::OnePiece;
use zonewerk_core::problem::{Goal, Regions, Step};
use zonewerk_core::territory::UnitId;

/// Zones that are drawn, at most.
const MOST_ZONES: u64 = 4;

/// What is known when the branches end.
pub(crate) struct FewZones {
    /// The best plan below what was known before: its value, and its zones besides those that are
    /// fixed.
    pub(crate) best: Option<(u64, Vec<Vec<UnitId>>)>,
    /// A lower bound, where branches are open; `None` where all were closed, and what is known is
    /// best.
    pub(crate) open: Option<u64>,
    /// Branches that were looked at.
    pub(crate) branches: usize,
}

/// What can be proved of a step beside a plan that is known to come to so much. `None` where more is asked
/// than this keeps, or more zones than it draws.
pub(crate) fn prove(
    question: Question<'_>,
    step: &Step,
    known: Option<u64>,
    stop: &(dyn Fn() -> bool + Sync),
) -> Option<FewZones> {
    if !keeps(question, step) {
        return None;
    }
    let ground = PointGraph::of(question, step)?;
    let bounds = question.requirements.zones.bounds();
    let most = bounds.maximum().map_or(ground.everyone, |most| most.min(ground.everyone as u64) as i64);
    let people = ZoneInhabitants { least: i64::try_from(bounds.minimum()).ok()?, most };
    let numbers = numbers(question, &ground, people)?;
    let of_points = |points: &[usize]| -> Vec<UnitId> {
        let mut units: Vec<UnitId> = points.iter().flat_map(|&point| &ground.units[point]).copied().collect();
        units.sort_unstable();
        units
    };
    let Question { territory, graph, requirements, .. } = question;
    let may_be = |points: &[usize]| {
        let units = of_points(points);
        !units.is_empty()
            && requirements.zones.allow(territory, graph, &units)
            && requirements.wishes.allow(&units)
    };
    // What every plan pays is no part of the branches.
    let all = ground.cost.iter().sum::<i64>() / 2;
    let in_units = |known: u64| known.saturating_sub(ground.constant).div_ceil(ground.unit);
    let mut cutoff = known.map_or(all + 1, |known| in_units(known).min(all as u64 + 1) as i64);
    let value = |cost: i64| ground.constant + cost as u64 * ground.unit;
    let work = AtomicU64::new(0);
    let mut found = FewZones { best: None, open: None, branches: 0 };
    for zones in numbers {
        let Some(frame) = BranchFrame::new(&ground, zones, people, &may_be) else { continue };
        let ended = branch_and_bound::grow(&frame, cutoff, &work, stop);
        found.branches += ended.branches;
        if let Some((cost, zone_of)) = ended.best {
            cutoff = cost;
            let of_zone = |zone: usize| -> Vec<UnitId> {
                let points: Vec<usize> = (0..zone_of.len()).filter(|&point| zone_of[point] == zone).collect();
                of_points(&points)
            };
            found.best = Some((value(cost), (0..zones).map(of_zone).collect()));
        }
        let open = ended.open.map(|open| value(open.max(0)));
        found.open = [found.open, open].into_iter().flatten().min();
    }
    // A plan of more zones may be better than what is open for fewer.
    found.open = found.open.filter(|&open| open < value(cutoff));
    Some(found)
}

/// Whether all that is asked is kept here: contiguity, bounds, pins, fixed zones and the number of zones.
fn keeps(question: Question<'_>, step: &Step) -> bool {
    let Question { graph, problem, requirements, .. } = question;
    let is_about_parting =
        step.terms.iter().all(|term| matches!(term.goal, Goal::CutEdges | Goal::BorderLength));
    let fixed = &problem.fixed_zones;
    is_about_parting
        && !step.is_bottleneck()
        && requirements.zones.keep_all_contiguous()
        && requirements.is_free_of_groups()
        && OnePiece::new(graph, requirements.pieces.as_ref()).is_none()
        && problem.regions == Regions::None
        && problem.limits.is_empty()
        && fixed.iter().all(|fixed| requirements.wishes.allow(&fixed.units))
}

/// How many zones there may be besides those that are fixed; `None` where those are too many for this.
fn numbers(
    question: Question<'_>,
    ground: &PointGraph,
    people: ZoneInhabitants,
) -> Option<std::ops::RangeInclusive<usize>> {
    let asked = question.problem.zone_count;
    let fixed = question.problem.fixed_zones.len() as u64;
    let points = ground.len() as u64;
    let fewest = (ground.everyone as u64).checked_div(people.most as u64).unwrap_or(0);
    let fewest = fewest + u64::from(fewest * people.most as u64 != ground.everyone as u64);
    let most = (ground.everyone as u64).checked_div(people.least as u64).unwrap_or(points).min(points);
    let less = |number: u64| number.saturating_sub(fixed);
    let least = fewest.max(1).max(asked.minimum().map_or(0, less));
    let most = match asked.maximum() {
        Some(asked) => most.min(asked.checked_sub(fixed)?),
        None => most,
    };
    (most <= MOST_ZONES).then_some(least as usize..=most as usize)
}
