//! What a user writes: the scenario file, as TOML. Unknown keys are errors. Keys that
//! must be there read as blank when absent, so that both are one problem, told by
//! whoever needs the key. The comments here are what the schema and `docs/scenario.md` say.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::profile::profile_file::LevelsTable;
pub(crate) use crate::units::units_table::{LayerTable, UnitsTable};
use zonewerk_core::problem::RuleId;

/// A scenario: units, rules and goal. Files are named relative to it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Zonewerk scenario", extend("required" = ["name", "title", "profile", "units"]))]
pub(crate) struct ScenarioFile {
    /// Name in reports.
    #[schemars(example = "my-zones")]
    pub(crate) name: String,
    /// Title of maps and reports.
    pub(crate) title: String,
    /// Rule profile: a built-in name, or a TOML file beside the scenario.
    #[schemars(example = "our-council.toml")]
    pub(crate) profile: String,
    /// Credit lines that maps and reports must show.
    pub(crate) credits: Vec<String>,
    /// Where the units come from: map, codes, names and inhabitants.
    pub(crate) units: UnitsTable,
    /// Families of unit sets, such as circles, police zones or provinces.
    pub(crate) groups: Vec<GroupsTable>,
    /// Adjacency declared by hand: a bridge, a ferry, or a river without either.
    pub(crate) links: Vec<LinkTable>,
    /// Mergers of units that are still to come.
    pub(crate) mergers: Vec<MergerTable>,
    /// What may break a rule or have other bounds.
    pub(crate) exceptions: Vec<ExceptionTable>,
    /// Zones that are given.
    pub(crate) fixed_zones: Vec<FixedZoneTable>,
    /// Pins: demands on units that every plan must keep.
    pub(crate) pins: Vec<PinTable>,
    /// Numbers that replace those of the profile above, key by key. Each asks for its rule, where the
    /// profile does not speak of that. Another profile (`--profile`) judges by its own numbers.
    pub(crate) levels: LevelsTable,
    /// Faults of the map that are known and accepted, as `zonewerk check` finds them.
    pub(crate) accepted: Vec<AcceptedTable>,
    /// Which units count as neighbours.
    pub(crate) graph: GraphTable,
    /// Where the regions come from; plans have none when absent.
    pub(crate) regions: RegionsTable,
    /// What the best plan has least of.
    pub(crate) goals: GoalsTable,
    /// Plans that belong to the scenario.
    pub(crate) plans: PlansTable,
}

/// A family of unit sets: a table with the columns group and unit, and optionally part.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["family", "file"]))]
pub(crate) struct GroupsTable {
    /// Name of the family, by which goals and profiles speak of it.
    #[schemars(example = &"circles")]
    pub(crate) family: String,
    /// Table (.csv) with the columns `group` and `unit`, and `part` where a group has only a part
    /// of a unit.
    #[schemars(example = "circles.csv")]
    pub(crate) file: String,
    /// What the family asks of a plan; as in the profile when absent.
    #[schemars(extend("enum" = ["laminar", "inside", "together", "affinity", "report"]))]
    pub(crate) role: Option<String>,
    /// How a laminar family is read; as in the profile when absent, or else strictly.
    #[schemars(extend("enum" = ["strict", "weak"]))]
    pub(crate) reading: Option<String>,
}

/// Two units that are neighbours although the map says no, or the reverse.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["between", "reason"]))]
pub(crate) struct LinkTable {
    /// Codes of the two units.
    #[schemars(length(equal = 2))]
    pub(crate) between: Vec<String>,
    /// Whether they are made neighbours, or no neighbours.
    #[schemars(extend("enum" = ["add", "remove"]), extend("default" = "add"))]
    pub(crate) change: Option<String>,
    /// Why; reports that rest on the link say so.
    #[schemars(example = "a ferry")]
    pub(crate) reason: String,
    /// Who declared it.
    pub(crate) author: Option<String>,
    /// When it was declared, as text: `2026-11-23`.
    pub(crate) date: Option<String>,
}

/// A waiver: it permits to break rules, or gives other bounds.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ExceptionTable {
    /// Codes of exactly the units of the zone. An exception is made for one of `units`, `zone`,
    /// `region` and `group`.
    pub(crate) units: Vec<String>,
    /// Name of a fixed zone or of a pin, and then the zone is known by its units; else the name
    /// of the zone in the plan, with which no plan can be drawn.
    pub(crate) zone: Option<String>,
    /// Name of the region.
    pub(crate) region: Option<String>,
    /// Name of the group.
    pub(crate) group: Option<String>,
    /// Names of the rules that need not be kept.
    #[schemars(example = vec![RuleId::ZoneCrossesGroup.name()])]
    pub(crate) waives: Vec<String>,
    /// Fewest inhabitants. The bounds of an exception replace the ordinary ones, wider or narrower.
    /// With neither bound and no rule to waive, the zone may have any number.
    pub(crate) minimum: Option<u64>,
    /// Most inhabitants, in place of the ordinary maximum.
    pub(crate) maximum: Option<u64>,
    /// Why. One without a reason waives nothing: the audit tells of it, and no plan is drawn with it.
    pub(crate) reason: Option<String>,
    /// The decision that it rests on.
    pub(crate) legal_ground: Option<String>,
    /// The last day it holds; for ever when absent. A plan of a later day (`--date`) is drawn and
    /// judged as if the exception were not there.
    #[schemars(extend("format" = "date"))]
    pub(crate) until: Option<String>,
}

/// A zone that is given and stays as it is.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["name", "units", "reason"]))]
pub(crate) struct FixedZoneTable {
    /// Name of the zone.
    pub(crate) name: String,
    /// Codes of its units.
    pub(crate) units: Vec<String>,
    /// Why it stays as it is.
    pub(crate) reason: String,
}

/// A demand on units: one of `together`, `apart` and `zone`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["reason"]))]
pub(crate) struct PinTable {
    /// Codes of units of one zone.
    pub(crate) together: Option<Vec<String>>,
    /// Codes of units of which no two are in one zone.
    pub(crate) apart: Option<Vec<String>>,
    /// Name of a zone, whose units `holds` and `without` say.
    pub(crate) zone: Option<String>,
    /// Codes of units that it holds, beside `zone`.
    pub(crate) holds: Option<Vec<String>>,
    /// Codes of units that stay out of it, beside `zone`.
    pub(crate) without: Option<Vec<String>>,
    /// Why.
    pub(crate) reason: String,
}

/// A merger that is still to come, or a table of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct MergerTable {
    /// Name of what the units are to become.
    pub(crate) name: String,
    /// Codes of the units.
    pub(crate) units: Vec<String>,
    /// Table (.csv) of mergers with the columns `date`, `old`, `new` and `new_name`, instead of
    /// `name` and `units`.
    pub(crate) file: Option<String>,
    /// Decided mergers stay in one zone; expected ones are counted by the goal `mergers-cut`.
    #[schemars(extend("enum" = ["decided", "expected"]), extend("default" = "decided"))]
    pub(crate) status: Option<String>,
    /// The day it takes effect.
    #[schemars(extend("format" = "date"))]
    pub(crate) date: Option<String>,
}

/// A fault of the map that is known and accepted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(extend("required" = ["fault", "reason"]))]
pub(crate) struct AcceptedTable {
    /// Kind of fault, as the check names it.
    #[schemars(example = "multipart-unit")]
    pub(crate) fault: String,
    /// Codes of the units of the map that may have it; all when absent.
    pub(crate) units: Vec<String>,
    /// Why.
    pub(crate) reason: String,
}

/// Which units count as neighbours.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct GraphTable {
    /// Neighbours share a border (`rook`), or a border or a point (`queen`).
    #[schemars(extend("enum" = ["rook", "queen"]), extend("default" = "rook"))]
    pub(crate) contiguity: Option<String>,
    /// Fewest metres of border that make neighbours; any border when 0.
    #[schemars(extend("default" = 0))]
    pub(crate) minimum_border: Option<u64>,
    /// Borders within so many metres of each other are one.
    #[schemars(extend("default" = crate::scenario::fixed_zones::SNAP_M), range(min = 0))]
    pub(crate) snap: Option<f64>,
}

/// Where the regions come from; plans have none when both are absent.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RegionsTable {
    /// A family of groups, whose limits zones respect.
    #[schemars(example = &"provinces")]
    pub(crate) given: Option<String>,
    /// Whether regions are drawn together with the zones; not beside `given`.
    pub(crate) drawn: bool,
    /// Inhabitants of an ideal region; the middle of the bounds when absent.
    pub(crate) ideal: Option<u64>,
}

/// What the best plan has least of.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct GoalsTable {
    /// Goals, the most important first. One goal, several weighed, or one within a margin.
    #[schemars(extend("default" = ["border-length"]))]
    #[schemars(example = vec!["largest-deviation within 2 %", "border-length"])]
    pub(crate) order: Option<Vec<String>>,
    /// Inhabitants of an ideal zone; the middle of the bounds when absent.
    pub(crate) ideal: Option<u64>,
    /// The largest value that every plan may have.
    #[schemars(example = vec!["straddles(circles) <= 2"])]
    pub(crate) at_most: Vec<String>,
    /// The plan that people move from: a table (.csv) with the columns `unit` and `zone`; the
    /// official plan when absent.
    pub(crate) base: Option<String>,
}

/// Plans that belong to the scenario.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct PlansTable {
    /// The plan in force: a table (.csv) with the columns `unit` and `zone`.
    pub(crate) official: Option<String>,
    /// The first day that it is in force.
    #[schemars(extend("format" = "date"))]
    pub(crate) official_date: Option<String>,
}
