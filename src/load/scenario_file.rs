//! What a user writes: the scenario file, as TOML. Unknown keys are errors. Keys that
//! must be there read as blank when absent, so that both are one problem, told by
//! whoever needs the key.

use serde::Deserialize;

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
    /// Zones with bounds of their own.
    pub(super) exceptions: Vec<ExceptionTable>,
    /// Zones that are given.
    pub(super) fixed_zones: Vec<FixedZoneTable>,
    /// Bounds that replace those of the profile, key by key.
    pub(super) levels: LevelsTable,
    pub(super) goals: GoalsTable,
    pub(super) plans: PlansTable,
}

/// Where the units come from.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct UnitsTable {
    /// Map: GeoJSON or TopoJSON, longitude and latitude.
    pub(super) boundaries: String,
    /// Table with a row for each unit.
    pub(super) attributes: String,
    /// Column of the table, and property or id of the map, that holds the unit code.
    pub(super) key: String,
    /// Column with the name.
    pub(super) name: String,
    /// Column with the inhabitants.
    pub(super) population: String,
    /// The day the inhabitants were counted.
    pub(super) population_date: String,
    /// Table of units that became one, with the columns date, old, new, new_name. All
    /// else in the scenario uses the new codes.
    pub(super) mergers: Option<String>,
}

/// A family of unit sets: a table with the columns group and unit, and optionally part.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GroupsTable {
    /// Name of the family.
    pub(super) family: String,
    /// The table.
    pub(super) file: String,
    /// What the family asks of a plan; `report`, that is nothing, when absent.
    pub(super) role: Option<String>,
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

/// A zone that may have other bounds than the rest.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExceptionTable {
    /// Codes of exactly the units of the zone.
    pub(super) units: Vec<String>,
    /// Fewest inhabitants; none when absent.
    pub(super) minimum: Option<u64>,
    /// Most inhabitants; none when absent.
    pub(super) maximum: Option<u64>,
    /// Why.
    pub(super) reason: String,
    /// Legal ground.
    pub(super) legal_ground: Option<String>,
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

/// The levels of a plan.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct LevelsTable {
    pub(super) zone: LevelTable,
}

/// Bounds of one level.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct LevelTable {
    /// Fewest inhabitants.
    pub(super) minimum: Option<u64>,
    /// Most inhabitants.
    pub(super) maximum: Option<u64>,
}

/// What the best plan has least of.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GoalsTable {
    /// Goals, the most important first; `["border-length"]` when absent.
    pub(super) order: Option<Vec<String>>,
}

/// Plans that belong to the scenario.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PlansTable {
    /// The plan in force: a table with the columns unit and zone.
    pub(super) official: Option<String>,
}

/// A rule profile: a named set of bounds with their source.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ProfileFile {
    /// Name in scenarios and reports.
    pub(super) name: String,
    /// Title in reports.
    pub(super) title: String,
    /// Where its rules are written.
    pub(super) source: String,
    pub(super) levels: LevelsTable,
}
