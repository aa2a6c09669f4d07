//! Every connected set of units within the bounds, each once; where zones may lie apart, every set.
//!
//! Extension lists after Wernicke (2006), "Efficient detection of network motifs":
//! a set grows from its first unit `root` by units that come after `root`; a unit enters the
//! extension list once, when its first neighbour joins the set, and a unit that was
//! passed over stays out of all sets that follow. Population only grows, so a branch
//! ends when it exceeds the maximum; a root is skipped when all that it could reach has less
//! than the minimum. One root is one task; the tasks' results are put
//! together in the order of the roots, so the list is the same for any number of threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{ZoneGraph, ZonePool};
use zonewerk_core::problem::PopulationBounds;
use zonewerk_core::territory::{Id, Territory, UnitId};

/// Limits on how much is enumerated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnumerationLimits {
    /// Most zones to list.
    pub zones: usize,
    /// Most units in them, each as often as zones hold it.
    pub members: usize,
    /// Most connected sets to visit, within the bounds or below them.
    pub visits: usize,
    /// Most sets of zones to list as regions that are drawn.
    pub regions: usize,
}

impl Default for EnumerationLimits {
    fn default() -> Self {
        Self { zones: 6_000_000, members: 60_000_000, visits: 80_000_000, regions: 1_500_000 }
    }
}

/// Enumeration ended before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMany {
    /// More than [`EnumerationLimits::zones`] zones, more than [`EnumerationLimits::members`] units in them,
    /// or more than [`EnumerationLimits::visits`] sets.
    OverLimit,
    /// The caller asked to stop.
    Stopped,
}

/// Connected sets visited between two looks at the clock and the limits.
const VISITS_BETWEEN_LOOKS: usize = 1 << 14;

/// Lists every connected set of `free` units whose population `bounds` allow; only those that
/// hold one of `touching`, where that is given.
///
/// # Errors
/// When there are more than `limits` allows, or `stop` asks to.
pub fn enumerate(
    territory: &Territory,
    graph: ZoneGraph<'_>,
    free: &[bool],
    touching: Option<&[bool]>,
    bounds: PopulationBounds,
    limits: EnumerationLimits,
    stop: &(dyn Fn() -> bool + Sync),
) -> Result<ZonePool, TooMany> {
    let is_root = |unit: &UnitId| touching.is_none_or(|touching| touching[unit.index()]);
    let (first, later): (Vec<UnitId>, Vec<UnitId>) = graph.units().partition(is_root);
    let mut rank = vec![0; graph.len()];
    first.iter().chain(&later).enumerate().for_each(|(place, unit)| rank[unit.index()] = place);
    let shared = EnumerationFrame {
        territory,
        graph,
        free,
        rank: &rank,
        bounds,
        limits,
        stop,
        zones: AtomicUsize::new(0),
        members: AtomicUsize::new(0),
        visits: AtomicUsize::new(0),
        stopped: AtomicBool::new(false),
    };
    let roots: Vec<UnitId> = first.into_iter().filter(|unit| free[unit.index()]).collect();
    let from_roots: Vec<ZonePool> = roots
        .into_par_iter()
        .map_init(|| ZoneEnumeration::new(&shared), ZoneEnumeration::zones_from)
        .collect::<Result<_, _>>()?;
    let mut zones = ZonePool::default();
    from_roots.iter().for_each(|part| zones.append(part));
    Ok(zones)
}

struct EnumerationFrame<'a> {
    territory: &'a Territory,
    graph: ZoneGraph<'a>,
    free: &'a [bool],
    /// Units in the order in which they are roots.
    rank: &'a [usize],
    bounds: PopulationBounds,
    limits: EnumerationLimits,
    stop: &'a (dyn Fn() -> bool + Sync),
    zones: AtomicUsize,
    members: AtomicUsize,
    visits: AtomicUsize,
    stopped: AtomicBool,
}

/// One thread's walk; empty between two roots.
struct ZoneEnumeration<'a> {
    shared: &'a EnumerationFrame<'a>,
    set: Vec<UnitId>,
    extension: Vec<UnitId>,
    seen: Vec<bool>,
    branches: Vec<EnumerationBranch>,
    sorted: Vec<UnitId>,
    found: ZonePool,
    visits: usize,
    /// Zones, and units in them, that are counted already.
    reported: [usize; 2],
}

/// A set on the way down: the units that may still join it stand in the extension list
/// from `next` on.
struct EnumerationBranch {
    next: usize,
    /// Length of the extension list before the set's last unit joined.
    extension_before: usize,
    population: u64,
}

impl<'a> ZoneEnumeration<'a> {
    fn new(shared: &'a EnumerationFrame<'a>) -> Self {
        Self {
            shared,
            set: Vec::new(),
            extension: Vec::new(),
            seen: vec![false; shared.graph.len()],
            branches: Vec::new(),
            sorted: Vec::new(),
            found: ZonePool::default(),
            visits: 0,
            reported: [0, 0],
        }
    }

    fn zones_from(&mut self, root: UnitId) -> Result<ZonePool, TooMany> {
        if !self.can_be_completed(root) {
            return Ok(ZonePool::default());
        }
        self.extension.push(root);
        self.seen[root.index()] = true;
        self.branches.push(EnumerationBranch { next: 0, extension_before: 0, population: 0 });
        while let Some(branch) = self.branches.last_mut() {
            let place = branch.next;
            branch.next += 1;
            let population = branch.population;
            match self.extension.get(place) {
                Some(&unit) => self.join(root, unit, place, population)?,
                None => self.leave(),
            }
        }
        self.look()?;
        self.reported = [0, 0];
        Ok(std::mem::take(&mut self.found))
    }

    /// Whether the units that sets from this root may grow by have enough inhabitants.
    fn can_be_completed(&mut self, root: UnitId) -> bool {
        let EnumerationFrame { territory, free, rank, bounds, .. } = *self.shared;
        let mut population = 0_u64;
        let mut reached = vec![root];
        self.seen[root.index()] = true;
        let mut next = 0;
        while let Some(&unit) = reached.get(next).filter(|_| population < bounds.minimum()) {
            next += 1;
            population = population.saturating_add(territory.unit(unit).population);
            for neighbour in self.may_be_new(root, unit) {
                if rank[neighbour.index()] > rank[root.index()]
                    && free[neighbour.index()]
                    && !self.seen[neighbour.index()]
                {
                    self.seen[neighbour.index()] = true;
                    reached.push(neighbour);
                }
            }
        }
        reached.into_iter().for_each(|unit| self.seen[unit.index()] = false);
        population >= bounds.minimum()
    }

    /// The units adjacent to one that may not be seen yet: of a complete graph, the root shows all.
    fn may_be_new(&self, root: UnitId, unit: UnitId) -> impl Iterator<Item = UnitId> + use<'a> {
        let graph = self.shared.graph;
        let shows_more = unit == root || matches!(graph, ZoneGraph::Neighbours(_));
        shows_more.then(|| graph.adjacent(unit)).into_iter().flatten()
    }

    fn join(&mut self, root: UnitId, unit: UnitId, place: usize, population: u64) -> Result<(), TooMany> {
        let EnumerationFrame { free, rank, .. } = *self.shared;
        let population = population.saturating_add(self.shared.territory.unit(unit).population);
        if self.shared.bounds.exceeded_by(population) {
            return Ok(());
        }
        self.visit(unit, population)?;
        let extension_before = self.extension.len();
        for neighbour in self.may_be_new(root, unit) {
            let index = neighbour.index();
            if rank[index] > rank[root.index()] && free[index] && !self.seen[index] {
                self.seen[index] = true;
                self.extension.push(neighbour);
            }
        }
        self.branches.push(EnumerationBranch { next: place + 1, extension_before, population });
        Ok(())
    }

    fn leave(&mut self) {
        let Some(branch) = self.branches.pop() else { return };
        for unit in self.extension.drain(branch.extension_before..) {
            self.seen[unit.index()] = false;
        }
        self.set.pop();
    }

    fn visit(&mut self, unit: UnitId, population: u64) -> Result<(), TooMany> {
        self.set.push(unit);
        if self.shared.bounds.allow(population) {
            self.sorted.clone_from(&self.set);
            self.sorted.sort_unstable();
            self.found.push(&self.sorted);
        }
        self.visits += 1;
        if self.visits == VISITS_BETWEEN_LOOKS { self.look() } else { Ok(()) }
    }

    fn look(&mut self) -> Result<(), TooMany> {
        let shared = self.shared;
        let found = [self.found.len(), self.found.members()];
        let add = |sum: &AtomicUsize, new: usize| sum.fetch_add(new, Ordering::Relaxed) + new;
        let zones = add(&shared.zones, found[0] - self.reported[0]);
        let members = add(&shared.members, found[1] - self.reported[1]);
        self.reported = found;
        let visits = add(&shared.visits, self.visits);
        self.visits = 0;
        let EnumerationLimits { zones: most_zones, members: most_members, visits: most_visits, .. } =
            shared.limits;
        if zones > most_zones || members > most_members || visits > most_visits {
            return Err(TooMany::OverLimit);
        }
        if shared.stopped.load(Ordering::Relaxed) || (shared.stop)() {
            shared.stopped.store(true, Ordering::Relaxed);
            return Err(TooMany::Stopped);
        }
        Ok(())
    }
}
