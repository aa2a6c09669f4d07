//! All plans in the order of one walk, whatever the number of threads: the walk is cut into pieces by how
//! plans begin, several pieces are walked at once, and what is found is handed out piece by piece.

use std::collections::VecDeque;
use std::ops::ControlFlow;

use rayon::prelude::*;

use super::ordered_zones::OrderedZones;
use super::plan_walk::{PartialPlans, PlanWalk};
use crate::{Progress, Stage, Stopped, Watch};

/// Pieces that are walked at once: more threads than this find nothing to do.
const PIECES: usize = 128;
/// Pieces in all, where there are so many: small ones keep all threads at work and little in memory.
const ENOUGH_PIECES: usize = 4_096;
/// Looks at a zone between two looks at the clock, a piece.
const LOOKS_A_ROUND: usize = 1 << 17;
/// Plans that a piece holds back, at most.
const MOST_HELD: usize = 1_024;
/// Zones that the beginning of a piece has, at most.
const MOST_BEGUN: usize = 6;

/// A part of the walk.
struct WalkPart {
    /// `None` at its end.
    walk: Option<PlanWalk>,
    found: PartialPlans,
    /// Zones that were taken, where it is at its end.
    steps: u64,
}

/// The result of a walk.
pub(super) struct WalkResult {
    /// Why it ended early, if it did.
    pub(super) stopped: Option<Stopped>,
    /// Zones that were taken.
    pub(super) steps: u64,
}

/// Hands out every plan, as the places of its zones, until the receiver wants no more.
pub(super) fn walk_all(
    ground: &OrderedZones,
    watch: &dyn Watch,
    take: &mut dyn FnMut(&[u32]) -> ControlFlow<()>,
) -> WalkResult {
    let mut plans = 0;
    let mut steps = 0;
    let mut beginnings = beginnings(ground);
    let mut waiting: VecDeque<WalkPart> = VecDeque::new();
    loop {
        if let Some(stopped) = watch.stop() {
            return WalkResult { stopped: Some(stopped), steps };
        }
        refill(ground, beginnings.as_mut(), &mut waiting);
        waiting.par_iter_mut().for_each(|piece| piece.walk_on(ground));
        while let Some(piece) = waiting.front_mut() {
            for plan in piece.found.iter() {
                plans += 1;
                if take(plan).is_break() {
                    return WalkResult { stopped: Some(Stopped::Interrupted), steps };
                }
            }
            piece.found.clear();
            if piece.walk.is_some() {
                break;
            }
            steps += piece.steps;
            waiting.pop_front();
        }
        watch.progress(Progress {
            step: 0,
            stage: Stage::ListingPlans { found: plans },
            incumbent: None,
            bound: None,
            zones: ground.zones.len(),
            open_branches: waiting.len(),
        });
        if let Some(walk) = beginnings.take_if(|walk| walk.is_at_end()) {
            steps += walk.steps;
        }
        if waiting.is_empty() && beginnings.is_none() {
            return WalkResult { stopped: None, steps };
        }
    }
}

/// The walk that tells how plans begin: with as few zones as give enough pieces.
fn beginnings(ground: &OrderedZones) -> Option<PlanWalk> {
    let are_enough = |zones: &usize| {
        let mut found = PartialPlans::default();
        let mut walk = PlanWalk::from(ground, &[], *zones);
        walk.as_mut().is_some_and(|walk| {
            walk.run(ground, LOOKS_A_ROUND, ENOUGH_PIECES, &mut found);
            found.len() >= ENOUGH_PIECES
        })
    };
    let zones = (1..MOST_BEGUN).find(are_enough).unwrap_or(MOST_BEGUN);
    PlanWalk::from(ground, &[], zones)
}

/// Adds pieces, until there are enough or one round of looks is over.
fn refill(ground: &OrderedZones, beginnings: Option<&mut PlanWalk>, waiting: &mut VecDeque<WalkPart>) {
    let Some(walk) = beginnings.filter(|_| waiting.len() < PIECES) else { return };
    let mut begun = PartialPlans::default();
    walk.run(ground, LOOKS_A_ROUND, PIECES - waiting.len(), &mut begun);
    waiting.extend(begun.iter().map(|begun| {
        let walk = PlanWalk::from(ground, begun, usize::MAX);
        let mut found = PartialPlans::default();
        if walk.is_none() {
            found.push(begun);
        }
        WalkPart { walk, found, steps: 0 }
    }));
}

impl WalkPart {
    fn walk_on(&mut self, ground: &OrderedZones) {
        if self.found.len() >= MOST_HELD {
            return;
        }
        if let Some(walk) = &mut self.walk
            && walk.run(ground, LOOKS_A_ROUND, MOST_HELD, &mut self.found)
        {
            self.steps = walk.steps;
            self.walk = None;
        }
    }
}
