//! A plan as a map: either its units, each with its zone, or its zones and nothing else.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::formats::csv_table::problem;
use crate::formats::map_file::{self, MapOptions};
use crate::formats::text_excerpt::listed;
use crate::plan::plan_note::PlanNote;
use crate::plan::plan_rows::{PlanRow, PlanRows, RowField};
use crate::plan::plan_shapes;
use crate::scenario_source::Source;
use crate::units::unit_features::feature_problem;
use crate::{InputFile, InputPlace, InputProblem, InputProblems, Scenario};
use zonewerk_core::layer::{Attribute, Feature, MapLayer};
use zonewerk_core::plan::Plan;
use zonewerk_core::territory::{Mixed, TableLayout, Territory, UnitId};

/// What a user says of the map of a plan, because the file leaves it open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanMapOptions {
    /// Layer of a file that has several.
    pub layer: Option<String>,
    /// Encoding of texts of a file that does not say.
    pub encoding: Option<String>,
    /// Coordinate reference system, whatever the file says of it.
    pub crs: Option<String>,
    /// Column with the unit code; then every feature is a unit.
    pub unit: Option<String>,
    /// Column with the name of the zone.
    pub zone: Option<String>,
    /// How wide differences of borders may be before they count, in metres; from the map
    /// itself where it is not given.
    pub tolerance_m: Option<f64>,
}

impl PlanMapOptions {
    /// The first of those that are given, as it is written on the command line.
    pub fn first_given(&self) -> Option<&'static str> {
        let each = [
            ("--layer", self.layer.is_some()),
            ("--encoding", self.encoding.is_some()),
            ("--crs", self.crs.is_some()),
            ("--unit-column", self.unit.is_some()),
            ("--zone-column", self.zone.is_some()),
            ("--tolerance", self.tolerance_m.is_some()),
        ];
        each.into_iter().find(|(_, is_given)| *is_given).map(|(option, _)| option)
    }
}

/// A plan as it was read, with what must be said of it.
#[derive(Clone, Debug)]
pub struct ReadPlan {
    /// The plan.
    pub plan: Plan,
    /// How it was read, and what does not fit the units, in a fixed order.
    pub notes: Vec<PlanNote>,
    /// Every file that was read, in the order of reading.
    pub inputs: Vec<InputFile>,
    /// The layout whose codes it uses, where it names units: the plan is over its units.
    pub layout: Option<TableLayout>,
}

/// Reads a plan from a map: GeoJSON, TopoJSON, shapefile or GeoPackage.
///
/// With a column of unit codes (`unit`, or `code`, or any that holds them) each feature is a
/// unit or a part of one, as a row of [`read_plan`](crate::read_plan), and its shape does not
/// matter. Otherwise each feature is a zone or a piece of one, named in the column `zone` or
/// `name`, and a unit lies in the zone that covers it, apart from slivers.
///
/// # Errors
/// Everything that is wrong with the map, at once; it is not repaired.
pub fn read_plan_map(
    path: &Path,
    scenario: &Scenario,
    options: &PlanMapOptions,
) -> Result<ReadPlan, InputProblems> {
    let source = Source::beside(path);
    let file = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    let said = MapOptions { layer: options.layer.as_deref(), encoding: options.encoding.as_deref() };
    let layer = map_file::read(&source, &file, &said)?;
    Ok(ReadPlan { inputs: source.inputs(), ..read_plan_layer(&layer, scenario, options)? })
}

/// Reads a plan from a layer of a map, as [`read_plan_map`] does.
///
/// # Errors
/// Everything that is wrong with the layer, at once.
pub fn read_plan_layer(
    layer: &MapLayer,
    scenario: &Scenario,
    options: &PlanMapOptions,
) -> Result<ReadPlan, InputProblems> {
    if layer.features.is_empty() {
        let expected = "a feature for each unit or for each zone";
        return Err(problem("no-features", &layer.file, InputPlace::File, "no features", expected).into());
    }
    let mut problems = Vec::new();
    let columns = columns(layer, &scenario.territory, options, &mut problems);
    InputProblems::none_of(problems)?;
    let Some(PlanColumns { unit, zone, mut notes }) = columns else {
        unreachable!("what is missing was a problem")
    };
    let (plan, layout) = match unit {
        Some(unit) => {
            let (plan, layout) = by_code(layer, &scenario.territory, [unit, zone])?;
            (plan, Some(layout))
        }
        None => {
            let read = plan_shapes::read(layer, zone, scenario, options)?;
            notes.extend(read.notes);
            (read.plan, None)
        }
    };
    Ok(ReadPlan { plan, notes, inputs: Vec::new(), layout })
}

/// The columns that a plan is read from; without one for units the features are zones.
struct PlanColumns {
    unit: Option<usize>,
    zone: usize,
    notes: Vec<PlanNote>,
}

fn columns(
    layer: &MapLayer,
    territory: &Territory,
    options: &PlanMapOptions,
    problems: &mut Vec<InputProblem>,
) -> Option<PlanColumns> {
    let mut notes = Vec::new();
    let mut named = |name: &Option<String>| {
        let name = name.as_ref()?;
        let column = layer.column(name);
        if column.is_none() {
            problems.push(missing_column(layer, &format!("a column {name:?}")));
        }
        column
    };
    let (unit, zone) = (named(&options.unit), named(&options.zone));
    if !problems.is_empty() {
        return None;
    }
    let by_name = zone.or_else(|| layer.column("zone"));
    let unit = unit.or_else(|| layer.column("unit")).or_else(|| {
        let column = column_of_codes(layer, territory, by_name)?;
        if layer.columns[column] != "code" {
            notes.push(PlanNote::ColumnGuessed { meant: "unit", column: layer.columns[column].clone() });
        }
        Some(column)
    });
    let zone = by_name.or_else(|| layer.column("name").filter(|_| unit.is_none())).or_else(|| {
        let column = column_of_names(layer, unit)?;
        notes.push(PlanNote::ColumnGuessed { meant: "zone", column: layer.columns[column].clone() });
        Some(column)
    });
    if zone.is_none() {
        problems.push(missing_column(
            layer,
            "a column \"zone\" with the name of the zone, or another named as such",
        ));
    }
    Some(PlanColumns { unit, zone: zone?, notes })
}

fn missing_column(layer: &MapLayer, expected: &str) -> InputProblem {
    let found = match layer.columns.as_slice() {
        [] => "no columns".to_owned(),
        columns => format!("the columns {}", listed(columns)),
    };
    problem("missing-column", &layer.file, InputPlace::File, &found, expected)
}

/// The column in which at least half of the features have the code of a unit, one that a
/// merger took in included: the first of those with the most. A column of numbers must have
/// those of most units, unless it is named `code`: a count of units, or a row number, looks like a
/// code where codes are small numbers, and cannot run through all of them.
fn column_of_codes(layer: &MapLayer, territory: &Territory, other_than: Option<usize>) -> Option<usize> {
    let old = territory.mergers.iter().filter_map(|merger| {
        let new = territory.find(merger.new_code.as_str())?;
        Some(merger.old_units.iter().map(move |unit| (unit.code.as_str(), new)))
    });
    let old: BTreeMap<&str, UnitId> = old.flatten().collect();
    let unit = |text: &str| territory.find(text).or_else(|| old.get(text).copied());
    let units = |column: usize| {
        let texts = layer.features.iter().filter_map(move |feature| feature.attribute(column).text());
        texts.filter_map(|text| unit(&text))
    };
    let names_units = |column: usize| {
        let is_number = |value: &Attribute| matches!(value, Attribute::Whole(_) | Attribute::Number(_));
        let mut values = layer.features.iter().map(|feature| feature.attribute(column));
        if layer.columns[column] == "code" || !values.any(is_number) {
            return true;
        }
        4 * units(column).collect::<BTreeSet<UnitId>>().len() >= 3 * territory.units().len()
    };
    let columns = (0..layer.columns.len()).filter(|&column| Some(column) != other_than);
    let counted = columns.map(|column| (units(column).count(), column));
    let best = counted
        .filter(|&(count, column)| count > 0 && 2 * count >= layer.features.len() && names_units(column));
    best.max_by_key(|&(count, column)| (count, usize::MAX - column)).map(|(_, column)| column)
}

/// The column that is `zone` but for its letters' case, or the only one of texts.
fn column_of_names(layer: &MapLayer, unit: Option<usize>) -> Option<usize> {
    let columns = || (0..layer.columns.len()).filter(|&column| Some(column) != unit);
    let same = |name: &str| columns().find(|&column| layer.columns[column].eq_ignore_ascii_case(name));
    let is_text = |&column: &usize| {
        let values = || layer.features.iter().map(|feature| feature.attribute(column));
        values().all(|value| matches!(value, Attribute::Text(_) | Attribute::Blank))
            && values().any(|value| *value != Attribute::Blank)
    };
    let only = || {
        let mut texts = columns().filter(is_text);
        texts.next().filter(|_| texts.next().is_none())
    };
    let name = || same("name").filter(|_| unit.is_none());
    same("zone").or_else(name).or_else(|| only().filter(|_| unit.is_none()))
}

/// A plan of which each feature is a unit or a part of one, and the layout that its codes are
/// of: that of the territory, or one from before its mergers.
fn by_code(
    layer: &MapLayer,
    territory: &Territory,
    [unit, zone]: [usize; 2],
) -> Result<(Plan, TableLayout), InputProblems> {
    let codes: Vec<Cow<str>> =
        layer.features.iter().filter_map(|feature| feature.attribute(unit).text()).collect();
    let (layout, mixed) = TableLayout::of(&codes.iter().map(Cow::as_ref).collect(), territory);
    let mut problems: Vec<InputProblem> = mixed.iter().map(|mixed| mixed_layouts(layer, mixed)).collect();
    let mut rows = PlanRows::of(&layer.file, &layout.units);
    let optional = ["region", "part", "population"].map(|name| layer.column(name));
    for feature in &layer.features {
        let mut text = |column: usize| (column, words(layer, feature, column, &mut problems));
        let [unit, zone] = [unit, zone].map(&mut text);
        let [region, part, population] = optional.map(|column| column.map(&mut text));
        let part = part.as_ref().map(|said| field(layer, said));
        // A map of units commonly has their inhabitants, of which a plan says nothing.
        let population = population.as_ref().filter(|_| part.is_some_and(|part| !part.text.is_empty()));
        let row = PlanRow {
            place: InputPlace::Feature(feature.number),
            unit: field(layer, &unit),
            zone: field(layer, &zone),
            region: region.as_ref().map(|said| field(layer, said)),
            part,
            population: population.map(|said| field(layer, said)),
        };
        rows.row(&row, &mut problems);
    }
    problems.extend(rows.missing_units(&layer.columns[unit], "feature"));
    InputProblems::none_of(problems)?;
    let plan = rows.plan();
    Ok((plan, layout))
}

fn mixed_layouts(layer: &MapLayer, Mixed { new_code, old_code }: &Mixed) -> InputProblem {
    let found = format!("{new_code}, and {old_code}, which merged into it");
    let expected = "codes from before the merger or the one after it, not both";
    problem("mixed-layouts", &layer.file, InputPlace::File, &found, expected)
}

fn field<'a>(layer: &'a MapLayer, (column, text): &'a (usize, String)) -> RowField<'a> {
    RowField { name: &layer.columns[*column], text }
}

/// What a feature says in a column; blank for what is no text or number, which is told.
fn words(layer: &MapLayer, feature: &Feature, column: usize, problems: &mut Vec<InputProblem>) -> String {
    let value = feature.attribute(column);
    if let Attribute::Other(text) = value {
        let name = &layer.columns[column];
        problems.push(feature_problem(layer, feature, "not-a-text", name, text, "a text or a number"));
        return String::new();
    }
    value.text().unwrap_or_default().into_owned()
}
