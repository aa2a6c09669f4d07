use super::UnitId;

/// Adjacency declared by hand where the map alone says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The two units.
    pub between: [UnitId; 2],
    /// Whether they become neighbours or stop being so.
    pub change: LinkChange,
    /// Why, in words that are printed wherever the link matters.
    pub reason: String,
    /// Who declared it.
    pub author: Option<String>,
    /// When it was declared, as written in the scenario.
    pub date: Option<String>,
}

/// What a [`Link`] does to the adjacency graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkChange {
    /// Neighbours although they share no border: an exclave, a bridge, a ferry.
    Add,
    /// Not neighbours although they share a border: a river without a bridge.
    Remove,
}
