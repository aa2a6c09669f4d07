use serde_json::{Map, Value};

use zonewerk_io::{ColumnKind, RowShape, ShapeKind};

/// One layer of a plan, in no format yet.
#[derive(Clone, Debug)]
pub(super) struct GisLayer {
    /// Which it is.
    pub(super) name: LayerName,
    /// What its shapes are.
    pub(super) shapes: ShapeKind,
    /// What is said in each row.
    pub(super) columns: Vec<Field>,
    /// A value for each column, and the shape.
    pub(super) rows: Vec<(Vec<Value>, RowShape)>,
}

/// A column of a layer.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name.
    pub(super) name: String,
    /// Its name in a shapefile, ten bytes at most.
    pub(super) short: String,
    /// What it holds.
    pub(super) kind: ColumnKind,
}

/// The layers that there may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LayerName {
    Units,
    Zones,
    Regions,
    Findings,
    Links,
    Backbone,
}

impl LayerName {
    pub(super) const ALL: [Self; 6] =
        [Self::Units, Self::Zones, Self::Regions, Self::Findings, Self::Links, Self::Backbone];

    /// Its name in files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Zones => "zones",
            Self::Regions => "regions",
            Self::Findings => "findings",
            Self::Links => "links",
            Self::Backbone => "backbone",
        }
    }
}

impl GisLayer {
    pub(super) fn new(name: LayerName, shapes: ShapeKind, columns: Vec<Field>) -> Self {
        Self { name, shapes, columns, rows: Vec::new() }
    }

    /// Adds a row; a column that `values` does not name is blank.
    pub(super) fn push(&mut self, values: &Value, shape: RowShape) {
        let none = Map::new();
        let values = values.as_object().unwrap_or(&none);
        let value = |column: &Field| values.get(&column.name).cloned().unwrap_or(Value::Null);
        self.rows.push((self.columns.iter().map(value).collect(), shape));
    }
}
