//! What a user writes: the scenario file, as TOML. Unknown keys are errors. Keys that
//! must be there read as blank when absent, so that both are one problem, told by
//! whoever needs the key.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::profile_file::LevelsTable;

/// A scenario: units, rules and goal.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ScenarioFile {
    /// Name in reports.
    pub(super) name: String,
    /// Title of maps and reports.
    pub(super) title: String,
    /// Rule profile: a built-in name, or a TOML file.
    pub(super) profile: String,
    /// Credit lines that maps and reports must show.
    pub(super) credits: Vec<String>,
    pub(super) units: UnitsTable,
    /// Families of unit sets.
    pub(super) groups: Vec<GroupsTable>,
    /// Adjacency declared by hand.
    pub(super) links: Vec<LinkTable>,
    /// Mergers that are still to come.
    pub(super) mergers: Vec<MergerTable>,
    /// What may break a rule or have other bounds.
    pub(super) exceptions: Vec<ExceptionTable>,
    /// Zones that are given.
    pub(super) fixed_zones: Vec<FixedZoneTable>,
    /// Wishes about units that every plan must keep.
    pub(super) pins: Vec<PinTable>,
    /// Bounds that replace those of the profile, key by key.
    pub(super) levels: LevelsTable,
    /// Faults of the map that are known and accepted.
    pub(super) accepted: Vec<AcceptedTable>,
    /// Which units count as neighbours.
    pub(super) graph: GraphTable,
    pub(super) regions: RegionsTable,
    pub(super) goals: GoalsTable,
    pub(super) plans: PlansTable,
}

/// Where the units come from: a layer, and the layers beside it.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct UnitsTable {
    boundaries: String,
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
    /// More layers: the districts of one city among municipalities.
    pub(super) layers: Vec<LayerTable>,
    /// The day the inhabitants were counted.
    pub(super) population_date: String,
    /// Table of units that became one, with the columns date, old, new, new_name. All
    /// else in the scenario uses the new codes.
    pub(super) mergers: Option<String>,
}

/// One map with its units.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct LayerTable {
    /// Map: GeoJSON, TopoJSON, shapefile or GeoPackage.
    pub(super) boundaries: String,
    /// Which layer of the map, where it has several.
    pub(super) layer: Option<String>,
    /// Coordinate reference system, where the map does not say.
    pub(super) crs: Option<String>,
    /// Encoding of the texts, where the map does not say.
    pub(super) encoding: Option<String>,
    /// Table with a row for each unit; the map itself when absent.
    pub(super) attributes: Option<String>,
    /// Column of the table with the unit code, where it is named otherwise than in the map.
    pub(super) attributes_key: Option<String>,
    /// Column of the map, and of the table, with the unit code; or `id`, for that of the map.
    pub(super) key: String,
    /// Column with the name.
    pub(super) name: String,
    /// Column with the inhabitants.
    pub(super) population: String,
    /// Columns with the name in other languages; for a layer those of the first when absent.
    pub(super) other_names: Option<Vec<String>>,
    /// Only the features, or rows, with one of these values in these columns of map or table.
    pub(super) only: BTreeMap<String, Vec<String>>,
    /// Units of earlier layers whose place these units take.
    pub(super) replaces: Vec<String>,
}

impl UnitsTable {
    /// The units of one map, and nothing else.
    pub(super) fn of_layer(layer: LayerTable) -> Self {
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
    pub(super) fn first_layer(&self) -> LayerTable {
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
    pub(super) fn after(&self, first: &Self) -> Self {
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

/// A family of unit sets: a table with the columns group and unit, and optionally part.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GroupsTable {
    /// Name of the family.
    pub(super) family: String,
    /// The table.
    pub(super) file: String,
    /// What the family asks of a plan: `laminar`, `inside`, `together`, `affinity` or `report`;
    /// as in the profile when absent.
    pub(super) role: Option<String>,
    /// `strict` or `weak`, for laminar families; as in the profile when absent.
    pub(super) reading: Option<String>,
}

/// Two units that are neighbours although the map says no, or the reverse.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct LinkTable {
    /// Codes of the two units.
    pub(super) between: Vec<String>,
    /// `add` (when absent) or `remove`.
    pub(super) change: Option<String>,
    /// Why.
    pub(super) reason: String,
    /// Who declared it.
    pub(super) author: Option<String>,
    /// When.
    pub(super) date: Option<String>,
}

/// Leave to break a rule or to have other bounds.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExceptionTable {
    /// Codes of exactly the units of the zone.
    pub(super) units: Vec<String>,
    /// Name of the zone, instead of its units.
    pub(super) zone: Option<String>,
    /// Name of the region that it is made for.
    pub(super) region: Option<String>,
    /// Name of the group that it is made for.
    pub(super) group: Option<String>,
    /// Names of the rules that need not be kept.
    pub(super) waives: Vec<String>,
    /// Fewest inhabitants; none when absent.
    pub(super) minimum: Option<u64>,
    /// Most inhabitants; none when absent.
    pub(super) maximum: Option<u64>,
    /// Why.
    pub(super) reason: Option<String>,
    /// Legal ground.
    pub(super) legal_ground: Option<String>,
    /// The last day it holds.
    pub(super) until: Option<String>,
}

/// A zone that is given and stays as it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct FixedZoneTable {
    /// Name of the zone.
    pub(super) name: String,
    /// Codes of its units.
    pub(super) units: Vec<String>,
    /// Why.
    pub(super) reason: String,
}

/// A wish about units: one of together, apart and zone.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PinTable {
    /// Codes of units of one zone.
    pub(super) together: Option<Vec<String>>,
    /// Codes of units of which no two are in one zone.
    pub(super) apart: Option<Vec<String>>,
    /// Name of a zone.
    pub(super) zone: Option<String>,
    /// Codes of units that it holds.
    pub(super) holds: Option<Vec<String>>,
    /// Codes of units that stay out of it.
    pub(super) without: Option<Vec<String>>,
    /// Why.
    pub(super) reason: String,
}

/// A merger that is still to come, or a table of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct MergerTable {
    /// Name of what the units are to become.
    pub(super) name: String,
    /// Codes of the units.
    pub(super) units: Vec<String>,
    /// Table with the columns date, old, new, new_name, instead of name and units.
    pub(super) file: Option<String>,
    /// `decided` (when absent) or `expected`.
    pub(super) status: Option<String>,
    /// When it takes effect.
    pub(super) date: Option<String>,
}

/// A fault of the map that is known and accepted.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct AcceptedTable {
    /// Kind of fault, as the check names it.
    pub(super) fault: String,
    /// Codes of the units of the map that may have it; all when absent.
    pub(super) units: Vec<String>,
    /// Why.
    pub(super) reason: String,
}

/// Which units count as neighbours.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GraphTable {
    /// `rook` (a border, when absent) or `queen` (a border or a point).
    pub(super) contiguity: Option<String>,
    /// Fewest metres of border that make neighbours; any border when absent.
    pub(super) minimum_border: Option<u64>,
    /// Borders within so many metres of each other are one; 2 cm when absent.
    pub(super) snap: Option<f64>,
}

/// Where the regions come from; plans have none when both are absent.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RegionsTable {
    /// A family of groups, whose limits zones respect.
    pub(super) given: Option<String>,
    /// Whether regions are drawn together with the zones.
    pub(super) drawn: bool,
    /// Inhabitants of an ideal region; the middle of the bounds when absent.
    pub(super) ideal: Option<u64>,
}

/// What the best plan has least of.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GoalsTable {
    /// Goals, the most important first; `["border-length"]` when absent.
    pub(super) order: Option<Vec<String>>,
    /// Inhabitants of an ideal zone; the middle of the bounds when absent.
    pub(super) ideal: Option<u64>,
    /// What every plan may come to, at most: `"straddles(huisartsenkring) <= 2"`.
    pub(super) at_most: Vec<String>,
    /// The plan that people move from: a table; the official plan when absent.
    pub(super) base: Option<String>,
}

/// Plans that belong to the scenario.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PlansTable {
    /// The plan in force: a table with the columns unit and zone.
    pub(super) official: Option<String>,
    /// The first day that it is in force.
    pub(super) official_date: Option<String>,
}
