//! What a user writes: the scenario file, as TOML. Unknown keys are errors. Keys that
//! must be there read as blank when absent, so that both are one problem, told by
//! whoever needs the key. The comments here are what the schema and `docs/scenario.md` say.

use schemars::JsonSchema;
use serde::Deserialize;

use super::profile_file::LevelsTable;
pub(super) use super::units_table::{LayerTable, UnitsTable};

/// A scenario: units, rules and goal. Files are named relative to it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Zonewerk scenario", extend("required" = ["name", "title", "profile", "units"]))]
pub(super) struct ScenarioFile {
    /// Name in reports.
    #[schemars(example = "my-zones")]
    pub(super) name: String,
    /// Title of maps and reports.
    pub(super) title: String,
    /// Rule profile: a built-in name, or a TOML file beside the scenario.
    #[schemars(example = "our-council.toml")]
    pub(super) profile: String,
    /// Credit lines that maps and reports must show.
    pub(super) credits: Vec<String>,
    /// Where the units come from: map, codes, names and inhabitants.
    pub(super) units: UnitsTable,
    /// Families of unit sets, such as circles, police zones or provinces.
    pub(super) groups: Vec<GroupsTable>,
    /// Adjacency declared by hand: a bridge, a ferry, or a river without either.
    pub(super) links: Vec<LinkTable>,
    /// Mergers of units that are still to come.
    pub(super) mergers: Vec<MergerTable>,
    /// What may break a rule or have other bounds.
    pub(super) exceptions: Vec<ExceptionTable>,
    /// Zones that are given.
    pub(super) fixed_zones: Vec<FixedZoneTable>,
    /// Wishes about units that every plan must keep.
    pub(super) pins: Vec<PinTable>,
    /// Numbers that replace those of the profile, key by key.
    pub(super) levels: LevelsTable,
    /// Faults of the map that are known and accepted, as `zonewerk check` finds them.
    pub(super) accepted: Vec<AcceptedTable>,
    /// Which units count as neighbours.
    pub(super) graph: GraphTable,
    /// Where the regions come from; plans have none when absent.
    pub(super) regions: RegionsTable,
    /// What the best plan has least of.
    pub(super) goals: GoalsTable,
    /// Plans that belong to the scenario.
    pub(super) plans: PlansTable,
}

/// A family of unit sets: a table with the columns group and unit, and optionally part.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["family", "file"]))]
pub(super) struct GroupsTable {
    /// Name of the family, by which goals and profiles speak of it.
    #[schemars(example = &"circles")]
    pub(super) family: String,
    /// Table (.csv) with the columns `group` and `unit`, and `part` where a group has only a part
    /// of a unit.
    #[schemars(example = "circles.csv")]
    pub(super) file: String,
    /// What the family asks of a plan; as in the profile when absent.
    #[schemars(extend("enum" = ["laminar", "inside", "together", "affinity", "report"]))]
    pub(super) role: Option<String>,
    /// How a laminar family is read; as in the profile when absent, or else strictly.
    #[schemars(extend("enum" = ["strict", "weak"]))]
    pub(super) reading: Option<String>,
}

/// Two units that are neighbours although the map says no, or the reverse.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["between", "reason"]))]
pub(super) struct LinkTable {
    /// Codes of the two units.
    #[schemars(length(equal = 2))]
    pub(super) between: Vec<String>,
    /// Whether they are made neighbours, or no neighbours.
    #[schemars(extend("enum" = ["add", "remove"]), extend("default" = "add"))]
    pub(super) change: Option<String>,
    /// Why; reports that rest on the link say so.
    #[schemars(example = "a ferry")]
    pub(super) reason: String,
    /// Who declared it.
    pub(super) author: Option<String>,
    /// When it was declared, as text: `2026-11-23`.
    pub(super) date: Option<String>,
}

/// Leave to break a rule or to have other bounds.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct ExceptionTable {
    /// Codes of exactly the units of the zone. An exception is made for one of `units`, `zone`,
    /// `region` and `group`.
    pub(super) units: Vec<String>,
    /// Name of the zone in the plan.
    pub(super) zone: Option<String>,
    /// Name of the region.
    pub(super) region: Option<String>,
    /// Name of the group.
    pub(super) group: Option<String>,
    /// Names of the rules that need not be kept.
    #[schemars(example = ["zone-crosses-group"])]
    pub(super) waives: Vec<String>,
    /// Fewest inhabitants. With neither bound and no rule to waive, the zone may have any number.
    pub(super) minimum: Option<u64>,
    /// Most inhabitants.
    pub(super) maximum: Option<u64>,
    /// Why. The audit tells of an exception without a reason.
    pub(super) reason: Option<String>,
    /// The decision that it rests on.
    pub(super) legal_ground: Option<String>,
    /// The last day it holds; for ever when absent.
    #[schemars(extend("format" = "date"))]
    pub(super) until: Option<String>,
}

/// A zone that is given and stays as it is.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["name", "units", "reason"]))]
pub(super) struct FixedZoneTable {
    /// Name of the zone.
    pub(super) name: String,
    /// Codes of its units.
    pub(super) units: Vec<String>,
    /// Why it stays as it is.
    pub(super) reason: String,
}

/// A wish about units: one of `together`, `apart` and `zone`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["reason"]))]
pub(super) struct PinTable {
    /// Codes of units of one zone.
    pub(super) together: Option<Vec<String>>,
    /// Codes of units of which no two are in one zone.
    pub(super) apart: Option<Vec<String>>,
    /// Name of a zone, whose units `holds` and `without` say.
    pub(super) zone: Option<String>,
    /// Codes of units that it holds, beside `zone`.
    pub(super) holds: Option<Vec<String>>,
    /// Codes of units that stay out of it, beside `zone`.
    pub(super) without: Option<Vec<String>>,
    /// Why.
    pub(super) reason: String,
}

/// A merger that is still to come, or a table of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct MergerTable {
    /// Name of what the units are to become.
    pub(super) name: String,
    /// Codes of the units.
    pub(super) units: Vec<String>,
    /// Table (.csv) of mergers with the columns `date`, `old`, `new` and `new_name`, instead of
    /// `name` and `units`.
    pub(super) file: Option<String>,
    /// Decided mergers stay in one zone; expected ones are counted by the goal `mergers-cut`.
    #[schemars(extend("enum" = ["decided", "expected"]), extend("default" = "decided"))]
    pub(super) status: Option<String>,
    /// The day it takes effect.
    #[schemars(extend("format" = "date"))]
    pub(super) date: Option<String>,
}

/// A fault of the map that is known and accepted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["fault", "reason"]))]
pub(super) struct AcceptedTable {
    /// Kind of fault, as the check names it.
    #[schemars(example = "multipart-unit")]
    pub(super) fault: String,
    /// Codes of the units of the map that may have it; all when absent.
    pub(super) units: Vec<String>,
    /// Why.
    pub(super) reason: String,
}

/// Which units count as neighbours.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GraphTable {
    /// Neighbours share a border (`rook`), or a border or a point (`queen`).
    #[schemars(extend("enum" = ["rook", "queen"]), extend("default" = "rook"))]
    pub(super) contiguity: Option<String>,
    /// Fewest metres of border that make neighbours; any border when 0.
    #[schemars(extend("default" = 0))]
    pub(super) minimum_border: Option<u64>,
    /// Borders within so many metres of each other are one.
    #[schemars(extend("default" = crate::load::rules::SNAP_M), range(min = 0))]
    pub(super) snap: Option<f64>,
}

/// Where the regions come from; plans have none when both are absent.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RegionsTable {
    /// A family of groups, whose limits zones respect.
    #[schemars(example = &"provinces")]
    pub(super) given: Option<String>,
    /// Whether regions are drawn together with the zones; not beside `given`.
    pub(super) drawn: bool,
    /// Inhabitants of an ideal region; the middle of the bounds when absent.
    pub(super) ideal: Option<u64>,
}

/// What the best plan has least of.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GoalsTable {
    /// Goals, the most important first. One goal, several weighed, or one within a margin.
    #[schemars(extend("default" = ["border-length"]))]
    #[schemars(example = ["largest-deviation within 2 %", "border-length"])]
    pub(super) order: Option<Vec<String>>,
    /// Inhabitants of an ideal zone; the middle of the bounds when absent.
    pub(super) ideal: Option<u64>,
    /// What every plan may come to, at most.
    #[schemars(example = ["straddles(circles) <= 2"])]
    pub(super) at_most: Vec<String>,
    /// The plan that people move from: a table (.csv) with the columns `unit` and `zone`; the
    /// official plan when absent.
    pub(super) base: Option<String>,
}

/// Plans that belong to the scenario.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct PlansTable {
    /// The plan in force: a table (.csv) with the columns `unit` and `zone`.
    pub(super) official: Option<String>,
    /// The first day that it is in force.
    #[schemars(extend("format" = "date"))]
    pub(super) official_date: Option<String>,
}
