//! Branching on pairs of units (Ryan and Foster 1981, "An integer programming approach
//! to scheduling"): in a fractional exact cover some two units are together in part, so
//! one branch keeps them together and the other apart.

use std::collections::BTreeMap;

use super::columns::Columns;
use super::master::{Halt, Master};
use super::search::Search;
use crate::solve::{Stage, Stopped};
use crate::territory::UnitId;

/// A dive is made at every so many branches.
const BRANCHES_A_DIVE: usize = 20;

/// A decision on two units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Decision {
    /// In the same zone.
    Together(UnitId, UnitId),
    /// In different zones.
    Apart(UnitId, UnitId),
}

/// Solves branches, the one with the least bound first, until none can hold a plan below
/// the limit. Column `i` of the master is number `kept[i]` of the whole pool.
pub(super) fn branch(search: &mut Search<'_>, master: &mut Master<'_>, kept: &[usize]) -> Result<(), Halt> {
    let columns = master.columns();
    let mut waiting: BTreeMap<(u64, usize), Vec<Decision>> = BTreeMap::from([((0, 0), Vec::new())]);
    let mut born = 0;
    let mut undecidable = u64::MAX;
    while let Some(((bound, _), decisions)) = waiting.pop_first() {
        search.prove(bound.min(undecidable));
        if bound >= search.limit() {
            break;
        }
        search.open_branches = waiting.len() + 1;
        search.tell(Stage::Branching);
        search.effort.branches += 1;
        let open = open_columns(columns, &decisions);
        let relaxed = master.relax(&open, search.limit(), search.watch)?;
        search.take_if_whole(columns, kept, &relaxed);
        if relaxed.bound >= search.limit() {
            continue;
        }
        let Some((a, b)) = most_undecided_pair(columns, &relaxed.solution) else {
            undecidable = undecidable.min(relaxed.bound);
            continue;
        };
        if search.effort.branches.is_multiple_of(BRANCHES_A_DIVE) {
            search.dive(master, kept, &open)?;
        }
        for decision in [Decision::Together(a, b), Decision::Apart(a, b)] {
            let decisions = decisions.iter().copied().chain([decision]).collect();
            born += 1;
            waiting.insert((relaxed.bound.max(bound), born), decisions);
        }
    }
    search.open_branches = 0;
    search.prove(undecidable);
    if undecidable < search.limit() { Err(Halt::Stopped(Stopped::Rounding)) } else { Ok(()) }
}

/// Which columns agree with all decisions.
fn open_columns(columns: &Columns, decisions: &[Decision]) -> Vec<bool> {
    let agrees = |column: usize| {
        let units = columns.units(column);
        let holds = |unit: UnitId| units.binary_search(&unit).is_ok();
        decisions.iter().all(|&decision| match decision {
            Decision::Together(a, b) => holds(a) == holds(b),
            Decision::Apart(a, b) => !(holds(a) && holds(b)),
        })
    };
    (0..columns.len()).map(agrees).collect()
}

/// The pair of units that is together in nearest to half of the solution; `None` when
/// every pair is wholly together or wholly apart.
fn most_undecided_pair(columns: &Columns, solution: &[(usize, f64)]) -> Option<(UnitId, UnitId)> {
    let mut together: BTreeMap<(UnitId, UnitId), f64> = BTreeMap::new();
    for &(column, value) in solution {
        let units = columns.units(column);
        for (place, &a) in units.iter().enumerate() {
            for &b in &units[place + 1..] {
                *together.entry((a, b)).or_default() += value;
            }
        }
    }
    let distance = |value: f64| (value - 0.5).abs();
    let undecided = together.into_iter().filter(|&(_, value)| distance(value) < 0.5 - 1e-6);
    undecided.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)).then(a.0.cmp(&b.0))).map(|(pair, _)| pair)
}
