/// How two units must touch to be neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AdjacencyKind {
    /// By a border of positive length.
    #[default]
    Rook,
    /// By a border or by a single point.
    Queen,
}

impl AdjacencyKind {
    /// The word for it: `rook` or `queen`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rook => "rook",
            Self::Queen => "queen",
        }
    }
}

/// What makes two units of a map neighbours; by default any border of positive length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GraphOptions {
    /// How they must touch.
    pub contiguity: AdjacencyKind,
    /// A border of fewer metres makes no neighbours; it stays border on the map. A point
    /// is a border of 0 m, so that above 0 queen is the same as rook.
    pub minimum_border_m: u64,
}
