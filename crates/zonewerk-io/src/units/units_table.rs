//! The units of a scenario as a user writes them: one layer, and others beside it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// Where the units come from: the keys of one layer, and the layers beside it.
// What the keys of a layer mean is said at `LayerTable`; the schema takes it from there.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["key", "name", "population", "population_date"]))]
pub(crate) struct UnitsTable {
    boundaries: String,
    /// In place of a map, a graph: a table (.csv) with the columns `unit` and `neighbour`, beside
    /// `attributes`; or JSON of networkx or GerryChain, whose nodes have the attributes.
    #[schemars(example = "dual-graph.json")]
    pub(crate) graph: Option<String>,
    /// Attribute of the edges, or column of the table, with the length of the shared border in metres;
    /// when absent, no border length is known.
    #[schemars(example = &"shared_perim")]
    pub(crate) border: Option<String>,
    /// Attribute of the nodes with the length in metres of the border that a unit shares with no
    /// other; when absent, it is not known what lies at the outside, and that border is not counted.
    #[schemars(example = &"boundary_perim")]
    pub(crate) outer_border: Option<String>,
    layer: Option<String>,
    crs: Option<String>,
    encoding: Option<String>,
    attributes: Option<String>,
    attributes_key: Option<String>,
    key: String,
    name: String,
    population: String,
    other_names: Option<Vec<String>>,
    only: BTreeMap<String, Vec<String>>,
    /// More layers: the districts of one city among municipalities. What a layer leaves out of
    /// `key`, `name`, `population` and `other_names` is as in the first one.
    pub(crate) layers: Vec<LayerTable>,
    /// The day the inhabitants were counted: `2022-01-01`.
    #[schemars(extend("format" = "date"))]
    pub(crate) population_date: String,
    /// Table of units that became one, with the columns `date`, `old`, `new` and `new_name`. All
    /// else in the scenario uses the new codes.
    #[schemars(example = "mergers.csv")]
    pub(crate) mergers: Option<String>,
}

/// One map with its units.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["boundaries"]))]
pub(crate) struct LayerTable {
    /// The map, beside the scenario: GeoJSON, TopoJSON, shapefile or GeoPackage.
    #[schemars(example = "municipalities.geojson")]
    pub(crate) boundaries: String,
    /// Which layer of the map, where it has several.
    pub(crate) layer: Option<String>,
    /// Coordinate reference system, where the map does not say.
    #[schemars(example = "EPSG:3035")]
    pub(crate) crs: Option<String>,
    /// Encoding of the texts, where the map does not say.
    #[schemars(example = "windows-1252")]
    pub(crate) encoding: Option<String>,
    /// Table (.csv) with a row for each unit; the map itself when absent.
    #[schemars(example = "population.csv")]
    pub(crate) attributes: Option<String>,
    /// Column of the table with the unit code; named as in the map when absent.
    pub(crate) attributes_key: Option<String>,
    /// Column of the map, and of the table, with the unit code; or `id`, for that of the map's
    /// features.
    #[schemars(example = &"code")]
    pub(crate) key: String,
    /// Column with the name.
    pub(crate) name: String,
    /// Column with the inhabitants, a whole number.
    pub(crate) population: String,
    /// Columns with the name in other languages, so that units are found by them too.
    pub(crate) other_names: Option<Vec<String>>,
    /// Only the features, or rows, with one of these values in these columns of map or table:
    /// `{ province = ["North"] }`. Everything when absent.
    pub(crate) only: BTreeMap<String, Vec<String>>,
    /// Codes of units of earlier layers whose place these units take.
    pub(crate) replaces: Vec<String>,
}

impl UnitsTable {
    /// The units of one map, and nothing else.
    pub(crate) fn of_layer(layer: LayerTable) -> Self {
        Self {
            boundaries: layer.boundaries,
            layer: layer.layer,
            crs: layer.crs,
            encoding: layer.encoding,
            attributes: layer.attributes,
            attributes_key: layer.attributes_key,
            key: layer.key,
            name: layer.name,
            population: layer.population,
            other_names: layer.other_names,
            only: layer.only,
            ..Self::default()
        }
    }

    /// The layer that stands in the table itself.
    pub(crate) fn first_layer(&self) -> LayerTable {
        LayerTable {
            boundaries: self.boundaries.clone(),
            layer: self.layer.clone(),
            crs: self.crs.clone(),
            encoding: self.encoding.clone(),
            attributes: self.attributes.clone(),
            attributes_key: self.attributes_key.clone(),
            key: self.key.clone(),
            name: self.name.clone(),
            population: self.population.clone(),
            other_names: self.other_names.clone(),
            only: self.only.clone(),
            replaces: Vec::new(),
        }
    }
}

impl LayerTable {
    /// The same layer, with the columns of the first one where it names none.
    pub(crate) fn after(&self, first: &Self) -> Self {
        let or = |own: &String, other: &String| if own.is_empty() { other } else { own }.clone();
        Self {
            key: or(&self.key, &first.key),
            name: or(&self.name, &first.name),
            population: or(&self.population, &first.population),
            other_names: self.other_names.as_ref().or(first.other_names.as_ref()).cloned(),
            ..self.clone()
        }
    }
}
