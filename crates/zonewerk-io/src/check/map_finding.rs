use geo::Coord;

/// Something about a map that a planner must know before trusting it.
#[derive(Clone, Debug, PartialEq)]
pub struct MapFinding {
    /// Kebab-case name of the kind of fault; reads well after "accept".
    pub kind: &'static str,
    /// Whether it is a fault, or only worth knowing.
    pub weight: FindingWeight,
    /// The units concerned.
    pub units: Vec<FindingUnit>,
    /// File, with line or feature and field, where it stands in one.
    pub place: Option<FindingPlace>,
    /// Where on the map, longitude and latitude in degrees.
    pub at: Option<Coord<f64>>,
    /// The same place in the coordinates of the map's file.
    pub at_source: Option<Coord<f64>>,
    /// How big.
    pub size: FindingSize,
    /// What was found, in words.
    pub found: String,
    /// What it does to the graph, in words.
    pub effect: String,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FindingWeight {
    /// A fault.
    Problem,
    /// No fault, or one that is accepted.
    Note,
}

/// A unit as people know it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingUnit {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingPlace {
    /// The file.
    pub file: String,
    /// The line of a table, counted from 1.
    pub line: Option<u64>,
    /// The feature of a map, counted from 1.
    pub feature: Option<usize>,
    /// The column, or the entry of a scenario.
    pub field: Option<String>,
}

/// Sizes, as far as they say something.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FindingSize {
    /// Square metres.
    pub area_m2: Option<f64>,
    /// Mean width in metres.
    pub width_m: Option<f64>,
    /// Length in metres.
    pub length_m: Option<f64>,
    /// Distance in metres.
    pub distance_m: Option<f64>,
    /// A number of things: parts, units.
    pub count: Option<usize>,
}

impl MapFinding {
    /// A problem of which nothing is known yet but its kind.
    pub fn problem(kind: &'static str, found: impl Into<String>, effect: impl Into<String>) -> Self {
        Self {
            kind,
            weight: FindingWeight::Problem,
            units: Vec::new(),
            place: None,
            at: None,
            at_source: None,
            size: FindingSize::default(),
            found: found.into(),
            effect: effect.into(),
        }
    }

    /// The same, about these units.
    #[must_use]
    pub fn about(self, units: Vec<FindingUnit>) -> Self {
        Self { units, ..self }
    }
}
