use petgraph::unionfind::UnionFind;

use crate::waivers::binds;
use zonewerk_core::problem::{PinKind, Problem, RuleId};
use zonewerk_core::territory::{Id, MergerStatus, Territory, UnitId};

/// What every zone of a plan must keep besides bounds and contiguity: pins, and mergers that
/// are decided.
#[derive(Clone, Debug, Default)]
pub struct PlacementRules(Vec<PinKind>);

impl PlacementRules {
    /// The pins of a problem, and the decided mergers of its territory where that rule binds.
    pub fn new(territory: &Territory, problem: &Problem) -> Self {
        let mut wishes: Vec<PinKind> = problem.pins.iter().map(|pin| pin.asks.clone()).collect();
        let are_kept = binds(&problem.profile, RuleId::DecidedMergerSplit);
        let decided =
            territory.planned_mergers.iter().filter(|merger| merger.status == MergerStatus::Decided);
        let decided = decided.filter(|_| are_kept);
        wishes.extend(decided.map(|merger| PinKind::Together(merger.units.clone())));
        // Two zones of pins are two zones.
        let named: Vec<Vec<UnitId>> = wishes.iter().map(held).collect();
        for (place, wish) in wishes.iter_mut().enumerate() {
            if let PinKind::Zone { without, .. } = wish {
                let others = named.iter().enumerate().filter(|&(other, _)| other != place);
                without.extend(others.flat_map(|(_, units)| units));
                without.sort_unstable();
                without.dedup();
            }
        }
        Self(wishes)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each of them.
    pub fn asked(&self) -> impl Iterator<Item = &PinKind> {
        self.0.iter()
    }

    /// The classes of units that every plan keeps together, out of so many units.
    pub(crate) fn together(&self, units: usize) -> UnionFind<usize> {
        let mut classes = UnionFind::new(units);
        for asked in self.asked() {
            let (PinKind::Together(kept) | PinKind::Zone { holds: kept, .. }) = asked else { continue };
            kept.windows(2).for_each(|pair| _ = classes.union(pair[0].index(), pair[1].index()));
        }
        classes
    }

    /// Pairs of units that every plan parts.
    pub(crate) fn parted(&self) -> impl Iterator<Item = (UnitId, UnitId)> {
        self.asked().flat_map(|asked| -> Vec<(UnitId, UnitId)> {
            let pairs =
                |a: UnitId, others: &[UnitId]| others.iter().map(move |&b| (a, b)).collect::<Vec<_>>();
            match asked {
                PinKind::Together(_) => Vec::new(),
                PinKind::Apart(units) => {
                    units.iter().enumerate().flat_map(|(place, &a)| pairs(a, &units[place + 1..])).collect()
                }
                PinKind::Zone { holds, without, .. } => {
                    holds.first().map_or_else(Vec::new, |&held| pairs(held, without))
                }
            }
        })
    }

    /// Whether a plan may have a zone of exactly these units (ascending).
    pub fn allow(&self, zone: &[UnitId]) -> bool {
        self.0.iter().all(|wish| wish.allows(zone))
    }
}

/// The units that a pin puts into its zone.
fn held(wish: &PinKind) -> Vec<UnitId> {
    match wish {
        PinKind::Zone { holds, .. } => holds.clone(),
        PinKind::Together(_) | PinKind::Apart(_) => Vec::new(),
    }
}
