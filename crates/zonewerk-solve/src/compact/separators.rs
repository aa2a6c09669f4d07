//! Cuts that make zones contiguous: when a zone comes out in several parts, any path between
//! two of them passes through a set of units, and who holds both ends must hold one of those
//! (Carvajal, Constantino, Goycoolea, Vielma and Weintraub 2013, "Imposing connectivity
//! constraints in forest planning models", Operations Research 61).

use super::unit_network::{UnitBits, UnitNetwork, lowest, members};

/// A zone that holds both ends holds a unit between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Separator {
    pub(super) ends: [usize; 2],
    pub(super) between: UnitBits,
}

/// Separators that the parts of a set of units break; none where it is contiguous. Paths run
/// `within` the units that are not given to other zones.
pub(super) fn broken(network: &UnitNetwork, zone: UnitBits, within: UnitBits) -> Vec<Separator> {
    let parts: Vec<UnitBits> = network.parts(zone).collect();
    let Some(&largest) = parts.iter().max_by_key(|part| (part.count_ones(), lowest(**part))) else {
        return Vec::new();
    };
    let small = parts.into_iter().filter(|&part| part != largest);
    small.map(|part| between(network, part, largest, within)).collect()
}

/// The units around one part from which the other can be reached without passing the first.
fn between(network: &UnitNetwork, part: UnitBits, other: UnitBits, within: UnitBits) -> Separator {
    let around = members(part).fold(0, |set, unit| set | network.beside[unit]) & within & !part;
    let reached = network.reach(other, within & !part & !around);
    let touches = |unit: usize| network.beside[unit] & reached != 0;
    let between = members(around).filter(|&unit| touches(unit)).fold(0, |set, unit| set | 1 << unit);
    let end = |set: UnitBits| set.trailing_zeros() as usize;
    Separator { ends: [end(part), end(other)], between }
}
