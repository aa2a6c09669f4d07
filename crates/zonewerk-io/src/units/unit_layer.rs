//! The units of one map file: which features they are, with name and inhabitants from the
//! map itself or from a table beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{DelimitedRow, DelimitedTable, problem};
use crate::formats::map_file::{self, MapOptions};
use crate::formats::text_excerpt::{listed, short};
use crate::scenario::scenario_file::LayerTable;
use crate::scenario::unit_references::References;
use crate::scenario_source::Source;
use crate::units::likely_key::likely_key;
use crate::units::other_names::{give_names, name_columns};
use crate::units::unit_boundaries::{missing_node, missing_shape};
use crate::units::unit_features::{codes, column, each_once, feature_problem, population};
use crate::units::unit_rows::{UnitRow, UnitRows, unit_rows};
use crate::{InputPlace, InputProblem, keep};
use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{MapLayer, StatedCrs};
use zonewerk_core::territory::UnitCode;

/// A layer, its features known by unit.
#[derive(Clone, Debug)]
pub(crate) struct UnitLayer {
    pub(crate) layer: MapLayer,
    /// `None` when it is not known, and told.
    pub(crate) crs: Option<Crs>,
    pub(crate) table: Option<DelimitedTable>,
    /// The column that holds the unit codes.
    pub(crate) key: String,
    /// Whether it says how many inhabitants there are.
    pub(crate) counts: bool,
    pub(crate) units: BTreeMap<UnitCode, FoundUnit>,
    /// The code of every feature that has one and is meant, by place in the layer.
    pub(crate) codes: Vec<(UnitCode, usize)>,
    /// Features whose code has no row in the table, by place in the layer.
    pub(crate) unmatched: Vec<(UnitCode, usize)>,
}

/// A unit as a layer has it.
#[derive(Clone, Debug)]
pub(crate) struct FoundUnit {
    pub(crate) name: String,
    /// Its names in other languages.
    pub(crate) other_names: Vec<String>,
    /// `None` where it is not asked for, or wrong and told.
    pub(crate) population: Option<u64>,
    /// Its feature, by place in the layer.
    pub(crate) feature: Option<usize>,
    /// Its row, by place in the table.
    pub(crate) row: Option<usize>,
}

/// What must be said of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LayerNeeds {
    /// Key, name and population: a plan depends on them.
    Everything,
    /// Nothing but the map; the key is guessed where none is named.
    TheMap,
}

/// The columns of a layer as far as they are named.
struct ColumnNames {
    key: Option<String>,
    name: Option<String>,
    population: Option<String>,
}

/// Reads a layer and its table. A unit that is wrong stays a unit, so that what refers to
/// it is not a problem too.
pub(crate) fn read(
    source: &Source,
    entry: &str,
    written: &LayerTable,
    demand: LayerNeeds,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<UnitLayer> {
    let mut named = |field: &str, name: &str, what: &str| {
        scenario.name(entry, field, name, what, problems).map(str::to_owned)
    };
    let map = named("boundaries", &written.boundaries, "the map of the units");
    let options = MapOptions { layer: written.layer.as_deref(), encoding: written.encoding.as_deref() };
    let mut of_map = None;
    let read_map = |problems: &mut Vec<InputProblem>| {
        let layer = map.and_then(|file| keep(problems, map_file::read(source, &file, &options)))?;
        of_map = crs(&layer, entry, written, scenario, problems);
        Some(layer)
    };
    let shapes = (demand, FeatureKind::Shape);
    let layer = of_features(source, entry, written, shapes, scenario, read_map, problems);
    layer.map(|layer| UnitLayer { crs: of_map, ..layer })
}

/// What a feature of a layer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FeatureKind {
    /// A unit of a map.
    Shape,
    /// A node of a graph.
    Node,
    /// Nothing: every unit is a row of the table.
    None,
}

/// Joins the features of a layer, which `read` reads, to their table.
pub(crate) fn of_features(
    source: &Source,
    entry: &str,
    written: &LayerTable,
    (demand, kind): (LayerNeeds, FeatureKind),
    scenario: &References<'_>,
    read: impl FnOnce(&mut Vec<InputProblem>) -> Option<MapLayer>,
    problems: &mut Vec<InputProblem>,
) -> Option<UnitLayer> {
    let mut named = |field: &str, name: &str, what: &str| {
        let needed = demand == LayerNeeds::Everything || field == "attributes";
        if !needed && name.is_empty() {
            return None;
        }
        scenario.name(entry, field, name, what, problems).map(str::to_owned)
    };
    let beside = written.attributes.as_ref();
    let beside = beside.map(|file| named("attributes", file, "the table of the units"));
    let names = ColumnNames {
        key: named("key", &written.key, "the column with the unit code"),
        name: named("name", &written.name, "the column with the name"),
        population: named("population", &written.population, "the column with the inhabitants"),
    };
    let is_complete = demand == LayerNeeds::TheMap
        || [&names.key, &names.name, &names.population].iter().all(|name| name.is_some());

    let table = beside.as_ref().map(|file| {
        let file = file.as_deref()?;
        let bytes = source.bytes(file);
        keep(problems, bytes.and_then(|bytes| DelimitedTable::read(file, &bytes)))
    });
    let layer = read(problems);
    let other_names = table.as_ref().map(Option::as_ref);
    let names_beside = written.other_names.as_deref().unwrap_or_default();
    let other_names = name_columns(names_beside, other_names, layer.as_ref(), problems);
    let rows = match &table {
        None => None,
        Some(table) => {
            let table = table.as_ref().filter(|_| is_complete);
            let rows = table.and_then(|table| rows(table, layer.as_ref(), written, &names, problems));
            let keyed = layer.as_ref().filter(|_| kind != FeatureKind::None);
            if let (None, Some(layer), Some(key)) = (&rows, keyed, &names.key) {
                codes(layer, key, None, problems);
            }
            Some(rows?)
        }
    };
    let layer = layer.filter(|_| is_complete)?;
    let Joined { key, mut units, codes, unmatched } = match rows {
        Some(rows) if kind == FeatureKind::None => of_rows(rows),
        Some(rows) => {
            let in_table = |name: &str| table.iter().flatten().any(|table| table.find(name).is_some());
            let only = written.only.iter();
            let only = only.filter(|(name, _)| layer.column(name).is_some() || !in_table(name));
            let only: Only = only.map(|(name, values)| (name.clone(), values.clone())).collect();
            join(&layer, kind, rows, (&only, &names), problems)?
        }
        None => alone(&layer, &written.only, &names, problems)?,
    };
    let counts = names.population.is_some();
    give_names(&other_names, table.as_ref().and_then(Option::as_ref), &layer, &mut units);
    Some(UnitLayer { layer, crs: None, table: table.flatten(), key, counts, units, codes, unmatched })
}

/// The coordinate reference system of a layer: the one that the user names, or the file.
fn crs(
    layer: &MapLayer,
    entry: &str,
    written: &LayerTable,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<Crs> {
    if let Some(text) = &written.crs {
        let expected = "a coordinate reference system such as EPSG:31370";
        return match Crs::from_text(text) {
            Ok(crs) => Some(crs),
            Err(error) => {
                let found = format!("one that cannot be used ({error})");
                problems.push(scenario.problem("unknown-crs", entry, "crs", &found, expected));
                None
            }
        };
    }
    stated(layer, problems)
}

/// The coordinate reference system that a file states.
pub(crate) fn stated(layer: &MapLayer, problems: &mut Vec<InputProblem>) -> Option<Crs> {
    let expected = "a coordinate reference system; name it as crs, such as EPSG:31370";
    let found = match Crs::from_stated(&layer.crs) {
        Ok(Some(crs)) => return Some(crs),
        Ok(None) => "coordinates of which the file does not say what they are".to_owned(),
        Err(error) => format!("one that cannot be used ({error})"),
    };
    let code = if layer.crs == StatedCrs::Nothing { "missing-crs" } else { "unknown-crs" };
    problems.push(problem(code, &layer.file, InputPlace::File, &found, expected));
    None
}

fn rows(
    table: &DelimitedTable,
    layer: Option<&MapLayer>,
    written: &LayerTable,
    names: &ColumnNames,
    problems: &mut Vec<InputProblem>,
) -> Option<UnitRows> {
    let guessed = || {
        let key = layer.and_then(|layer| likely_key(layer, None));
        key.filter(|key| table.find(key).is_some()).or(table.header().first().map(String::as_str))
    };
    let key = written.attributes_key.as_deref().or(names.key.as_deref()).or_else(guessed);
    let in_map = |name: &str| layer.is_some_and(|layer| layer.column(name).is_some());
    let in_table = written.only.iter().filter(|(name, _)| !in_map(name));
    let filters: Vec<(usize, BTreeSet<&str>)> =
        in_table.filter_map(|(name, values)| Some((table.find(name)?, set(values)))).collect();
    let is_meant =
        |row: &DelimitedRow| filters.iter().all(|(column, values)| values.contains(row.get(*column)));
    let columns = [key, names.name.as_deref(), names.population.as_deref()];
    unit_rows(table, columns, is_meant, problems)
}

/// The features of a layer, by unit.
struct Joined {
    key: String,
    units: BTreeMap<UnitCode, FoundUnit>,
    codes: Vec<(UnitCode, usize)>,
    unmatched: Vec<(UnitCode, usize)>,
}

/// The units of a table that stands alone.
fn of_rows(rows: UnitRows) -> Joined {
    let unit = |(code, UnitRow { row, name, population })| {
        (code, FoundUnit { name, other_names: Vec::new(), population, feature: None, row: Some(row) })
    };
    let units = rows.units.into_iter().map(unit).collect();
    Joined { key: String::new(), units, codes: Vec::new(), unmatched: Vec::new() }
}

/// The units of a table with their features in the map.
fn join(
    layer: &MapLayer,
    kind: FeatureKind,
    rows: UnitRows,
    (only, names): (&Only, &ColumnNames),
    problems: &mut Vec<InputProblem>,
) -> Option<Joined> {
    let UnitRows { units: rows, left_out } = rows;
    let wanted: BTreeSet<&str> = rows.keys().map(UnitCode::as_str).collect();
    let key = key(layer, names, Some(&wanted), problems)?;
    let codes = codes(layer, &key, Some(&wanted), problems)?;
    let kept = kept(layer, only, problems)?;
    let codes: Vec<(UnitCode, usize)> = codes.into_iter().filter(|(_, place)| kept[*place]).collect();
    let (known, unmatched): (Vec<_>, Vec<_>) = codes
        .iter()
        .filter(|(code, _)| !left_out.contains(code))
        .cloned()
        .partition(|(code, _)| rows.contains_key(code));
    let features = each_once(layer, &key, known, problems);
    let mut units = BTreeMap::new();
    for (code, UnitRow { row, name, population }) in rows {
        let feature = features.get(&code).copied();
        if feature.is_none() && !only.is_empty() {
            continue;
        }
        if feature.is_none() {
            problems.push(match kind {
                FeatureKind::Shape => missing_shape(layer, &key, &code),
                FeatureKind::Node | FeatureKind::None => missing_node(layer, &key, &code),
            });
        }
        units.insert(code, FoundUnit { name, other_names: Vec::new(), population, feature, row: Some(row) });
    }
    Some(Joined { key, units, codes, unmatched })
}

/// The units of a map that names and counts them itself.
fn alone(
    layer: &MapLayer,
    only: &Only,
    names: &ColumnNames,
    problems: &mut Vec<InputProblem>,
) -> Option<Joined> {
    let mut find = |name: &Option<String>| match name {
        None => Some(None),
        Some(name) => column(layer, name, None, problems).map(Some),
    };
    let (title, people) = (find(&names.name), find(&names.population));
    let key = key(layer, names, None, problems)?;
    let codes = codes(layer, &key, None, problems)?;
    let kept = kept(layer, only, problems)?;
    let (title, people) = (title?, people?);
    let codes: Vec<(UnitCode, usize)> = codes.into_iter().filter(|(_, place)| kept[*place]).collect();
    let features = each_once(layer, &key, codes.clone(), problems);
    let unit = |(code, place): (UnitCode, usize)| {
        let feature = &layer.features[place];
        let name = title.and_then(|title| feature.attribute(title).text());
        if let (Some(title), None) = (title, &name) {
            let field = &layer.columns[title];
            let expected = "the name of the unit";
            problems.push(feature_problem(layer, feature, "blank-name", field, "nothing", expected));
        }
        let name = name.map_or_else(|| code.as_str().to_owned(), |name| name.into_owned());
        let population = people.and_then(|people| population(layer, feature, people, problems));
        (code, FoundUnit { name, other_names: Vec::new(), population, feature: Some(place), row: None })
    };
    let units: BTreeMap<UnitCode, FoundUnit> = features.into_iter().map(unit).collect();
    Some(Joined { key, units, codes, unmatched: Vec::new() })
}

/// The column with the unit codes: the one that is named, or the likely one.
fn key(
    layer: &MapLayer,
    names: &ColumnNames,
    wanted: Option<&BTreeSet<&str>>,
    problems: &mut Vec<InputProblem>,
) -> Option<String> {
    if let Some(key) = &names.key {
        return Some(key.clone());
    }
    if let Some(likely) = likely_key(layer, wanted) {
        return Some(likely.to_owned());
    }
    if layer.features.iter().all(|feature| feature.id.is_some()) {
        return Some("id".to_owned());
    }
    let found = format!("the columns {}, none of them different in every feature", listed(&layer.columns));
    problems.push(problem("missing-key", &layer.file, InputPlace::File, &found, "a column with unit codes"));
    None
}

type Only = BTreeMap<String, Vec<String>>;

fn set(values: &[String]) -> BTreeSet<&str> {
    values.iter().map(String::as_str).collect()
}

/// Which features are meant: those with one of the listed values in each listed column of
/// the map.
fn kept(layer: &MapLayer, only: &Only, problems: &mut Vec<InputProblem>) -> Option<Vec<bool>> {
    let mut kept = vec![true; layer.features.len()];
    let before = problems.len();
    for (name, values) in only {
        let Some(column) = column(layer, name, None, problems) else { continue };
        let wanted = set(values);
        for (kept, feature) in kept.iter_mut().zip(&layer.features) {
            *kept &= feature.attribute(column).text().is_some_and(|text| wanted.contains(&*text));
        }
        if !kept.contains(&true) {
            let found = format!("no feature with {name} {}", short(&values.join(" or ")));
            let expected = "a feature at least";
            problems.push(problem("no-features", &layer.file, InputPlace::File, &found, expected));
        }
    }
    (problems.len() == before).then_some(kept)
}
