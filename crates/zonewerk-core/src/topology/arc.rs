use crate::territory::Id;

/// Number of an arc in its topology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcId(u32);

impl Id for ArcId {
    fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than 2^32 arcs"))
    }

    fn index(self) -> usize {
        self.0 as usize
    }
}

/// An arc as a ring walks it: from its first point to its last, or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArcUse {
    /// The arc.
    pub arc: ArcId,
    /// Whether the ring walks it from its last point to its first.
    pub reversed: bool,
}

impl ArcUse {
    /// As TopoJSON writes it: the number of the arc, or its ones' complement backwards.
    pub fn signed(self) -> i64 {
        let number = i64::from(self.arc.0);
        if self.reversed { !number } else { number }
    }
}

/// A closed walk along arcs.
pub type ArcRing = Vec<ArcUse>;

/// A polygon: its exterior ring, then its holes.
pub type ArcPolygon = Vec<ArcRing>;
