//! A map as its files have it, for looking at before anybody trusts it: what is wrong is
//! listed, and what is sound goes on.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use geo::MultiPolygon;

use crate::check::MapFaults;
use crate::formats::csv_table::{problem, quoted};
use crate::formats::toml_file::{self, TomlFile};
use crate::scenario::fixed_zones;
use crate::scenario::links::links;
use crate::scenario::read_scenario::{ScenarioSource, named};
use crate::scenario::scenario_file::{AcceptedTable, LayerTable, ScenarioFile, UnitsTable};
use crate::scenario::unit_references::References;
use crate::scenario_source::Source;
use crate::units::mergers::Layout;
use crate::units::overlapping_shapes;
use crate::units::survey_facts::{
    FilePlace, SurveyColumn, UNMATCHED, UnmatchedFeature, columns, places, unmatched,
};
use crate::units::unit_layer::{LayerNeeds, UnitLayer};
use crate::units::unit_layers::{Gathered, layers};
use crate::{InputFile, InputPlace, InputProblem, InputProblems};
use zonewerk_core::crs::{Crs, MapScale};
use zonewerk_core::graph::{Graph, GraphOptions, build, from_topology};
use zonewerk_core::problem::Problem;
use zonewerk_core::territory::{IdVec, Territory, UnitCode, UnitId};
use zonewerk_core::topology::{Fit, NumberedMap, Topology};

/// Map files without a scenario: what a user would say of them on the command line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapFiles {
    /// The maps; together they are one territory.
    pub maps: Vec<String>,
    /// Table beside the first map.
    pub table: Option<String>,
    /// Column with the unit code; the likely one where none is named.
    pub key: Option<String>,
    /// Column of the table with the unit code, where it is another.
    pub table_key: Option<String>,
    /// Column with the name.
    pub name: Option<String>,
    /// Column with the inhabitants.
    pub population: Option<String>,
    /// Layer of a map that has several.
    pub layer: Option<String>,
    /// Coordinate reference system of maps that do not say.
    pub crs: Option<String>,
    /// Encoding of texts of maps that do not say.
    pub encoding: Option<String>,
}

/// A map, the units on it, and what is wrong with its files.
#[derive(Debug)]
pub struct Survey {
    /// What was looked at: the scenario's name, or the files'.
    pub name: String,
    /// Faults of files, rows, features and rings.
    pub problems: Vec<InputProblem>,
    /// How the user named the scenario, and what it asks, where it is one and can be read.
    pub asked: Option<(String, Problem)>,
    /// Units of the files, before any merger.
    pub units: Territory,
    /// The map of these units, borders fitted. A unit without sound shape has no rings.
    pub sheet: NumberedMap,
    /// What fitting the borders changed.
    pub fit: Fit,
    /// Within how many metres of each other borders are one.
    pub snap_m: f64,
    /// What makes two units neighbours.
    pub options: GraphOptions,
    /// The coordinate reference system of the map.
    pub crs: Crs,
    /// What distances and areas on the map are in metres.
    pub ground: MapScale,
    /// Whether inhabitants are known.
    pub has_population: bool,
    /// Column used as the key of each map, in order.
    pub keys: Vec<String>,
    /// How the texts of each map were decoded, where its format leaves that open.
    pub encodings: Vec<(String, String)>,
    /// The units after mergers, with declared links.
    pub territory: Territory,
    /// The map of these, as shared arcs.
    pub topology: Topology,
    /// Borders that units share on the same side: no graph can be made of them.
    pub same_side: Vec<InputProblem>,
    /// Faults that the scenario accepts.
    pub accepted: Vec<Accepted>,
    layers: Vec<UnitLayer>,
    source: Source,
}

/// A fault of the map that is known and accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Kind of fault.
    pub fault: String,
    /// The units that may have it; all when empty.
    pub units: Vec<UnitCode>,
    /// Why.
    pub reason: String,
}

/// Looks at the map of a scenario, built-in by name or a file. `None` is the default one.
/// `snap_m` replaces the scenario's.
///
/// # Errors
/// When a file cannot be read at all, or it cannot be told what the units are.
pub fn survey_scenario(name_or_path: Option<&str>, snap_m: Option<f64>) -> Result<Survey, InputProblems> {
    let ScenarioSource { source, file, shown } = named(name_or_path)?;
    let bytes = source.bytes(&file)?;
    let scenario: TomlFile<ScenarioFile> = toml_file::read(&shown, &bytes)?;
    if let Some(graph) = &scenario.written.units.graph {
        let place = InputPlace::Entry("units".to_owned());
        let fault =
            problem("no-map", &shown, place, &quoted(graph), "boundaries: a graph is no map to look over");
        return Err(InputProblem { field: Some("graph".to_owned()), ..fault }.into());
    }
    let strict = crate::scenario::read_scenario::read(&source, &file, &shown);
    let mut survey = survey(source, &shown, scenario.written, LayerNeeds::Everything, snap_m)?;
    // Whatever else is wrong with the scenario.
    let others = match strict {
        Ok(read) => {
            survey.asked = Some((shown, read.problem));
            Vec::new()
        }
        Err(problems) => problems.into_vec(),
    };
    let known: HashSet<&InputProblem> = survey.problems.iter().chain(&survey.same_side).collect();
    let others: Vec<InputProblem> = others
        .into_iter()
        // The checkup tells these feature by feature.
        .filter(|problem| problem.code != UNMATCHED && !known.contains(problem))
        .collect();
    survey.problems.extend(others);
    Ok(survey)
}

/// Looks at maps without a scenario.
///
/// # Errors
/// When a file cannot be read at all, or it cannot be told what the units are.
pub fn survey_files(files: &MapFiles, snap_m: Option<f64>) -> Result<Survey, InputProblems> {
    survey_of(files, LayerNeeds::TheMap, snap_m)
}

/// The same, with what is demanded of the files.
pub(crate) fn survey_of(
    files: &MapFiles,
    demand: LayerNeeds,
    snap_m: Option<f64>,
) -> Result<Survey, InputProblems> {
    let layer = |(place, map): (usize, &String)| LayerTable {
        boundaries: map.clone(),
        layer: files.layer.clone(),
        crs: files.crs.clone(),
        encoding: files.encoding.clone(),
        attributes: files.table.clone().filter(|_| place == 0),
        attributes_key: files.table_key.clone(),
        key: files.key.clone().unwrap_or_default(),
        name: files.name.clone().unwrap_or_default(),
        population: files.population.clone().unwrap_or_default(),
        ..LayerTable::default()
    };
    let mut maps = files.maps.iter().enumerate().map(layer);
    let first = maps.next().unwrap_or_default();
    let mut units = UnitsTable::of_layer(first);
    units.layers = maps.collect();
    let written = ScenarioFile { units, ..ScenarioFile::default() };
    let shown = files.maps.first().map_or("", String::as_str);
    survey(Source::beside(Path::new("")), shown, written, demand, snap_m)
}

fn survey(
    source: Source,
    shown: &str,
    written: ScenarioFile,
    demand: LayerNeeds,
    snap_m: Option<f64>,
) -> Result<Survey, InputProblems> {
    let mut problems = Vec::new();
    let mut references = References { file: shown, territory: None };
    let snap_m = snap_m.unwrap_or_else(|| fixed_zones::snap(&references, &written.graph, &mut problems));
    let options = fixed_zones::graph_options(&references, &written.graph, &mut problems);
    let layers = layers(&source, &written.units, demand, &references, &mut problems);
    let gathered = layers.map(|layers| Gathered::of(layers, &mut problems));
    let known = gathered.filter(|gathered| gathered.layers.iter().all(|layer| layer.crs.is_some()));
    let Some((gathered, crs)) = known.and_then(|gathered| gathered.crs().cloned().map(|crs| (gathered, crs)))
    else {
        return Err(InputProblems::none_of(problems).expect_err("what is missing was a problem"));
    };
    let shapes = gathered.shapes(&mut problems).unwrap_or_default();
    if shapes.values().all(Option::is_none) {
        return Err(InputProblems::none_of(problems).expect_err("what has no shape was a problem"));
    }
    let shapes: IdVec<UnitId, MultiPolygon<f64>> =
        shapes.values().map(|shape| shape.clone().unwrap_or_else(|| MultiPolygon::new(Vec::new()))).collect();
    let mut sheet = NumberedMap::new(&shapes);
    let ground = MapScale::of(&crs, sheet.bounds());
    let fit = sheet.fit(snap_m, &ground);
    let topology = sheet.topology_on(&crs);
    let file = |unit: UnitId| gathered.layers[gathered.features[unit].0].layer.file.clone();
    let code = |unit: UnitId| gathered.territory.unit(unit).code.to_string();
    let same_side = overlapping_shapes::problems(&topology, file, code);
    let units = gathered.territory.clone();
    let mergers = written.units.mergers.as_deref();
    let layout = match mergers {
        None => Layout::unchanged(units.clone()),
        Some(file) => Layout::after_mergers(&source, file, Some(units.clone()), &mut problems)
            .unwrap_or_else(|| Layout::unchanged(units.clone())),
    };
    let topology = if layout.is_unchanged() { topology } else { topology.merged(&layout.sources) };
    let mut territory = layout.territory;
    references.territory = Some(&territory);
    let links = links(&references, &written.links, &mut problems);
    territory.links = links;
    let (keys, encodings) = described(&gathered.layers);
    let has_population = gathered.layers.iter().all(|layer| layer.counts);
    Ok(Survey {
        name: if written.name.is_empty() { shown.to_owned() } else { written.name },
        problems,
        asked: None,
        sheet,
        fit,
        snap_m,
        options,
        crs,
        ground,
        has_population,
        keys,
        encodings,
        units,
        territory,
        topology,
        same_side,
        accepted: accepted(&written.accepted),
        layers: gathered.layers,
        source,
    })
}

impl Survey {
    /// The unit that a line or a feature of a file is about, second features of a unit
    /// included.
    pub fn places(&self) -> BTreeMap<(String, FilePlace), UnitId> {
        places(&self.layers, &self.units)
    }

    /// What maps and tables say of the units, column by column; key columns apart.
    pub fn columns(&self) -> Vec<SurveyColumn> {
        columns(&self.layers, &self.units)
    }

    /// Features of a map that no row of its table is about.
    pub fn unmatched(&self) -> Vec<UnmatchedFeature> {
        unmatched(&self.layers)
    }

    /// Every file that was read.
    pub fn inputs(&self) -> Vec<InputFile> {
        self.source.inputs()
    }

    /// The faults of the map, after mergers, that can change an answer.
    pub fn map_faults(&self) -> MapFaults {
        MapFaults::of((&self.topology, &self.crs), &self.territory, &self.accepted, self.snap_m)
    }

    /// The graph of the units after mergers, with declared links.
    pub fn graph(&self) -> Graph {
        build(&self.topology, &self.options).with_links(&self.territory)
    }

    /// The graph of the units of the files, before mergers and links.
    pub fn unit_graph(&self) -> Graph {
        from_topology(&self.unit_topology())
    }

    /// The map of the units of the files as shared arcs, before mergers.
    pub fn unit_topology(&self) -> Cow<'_, Topology> {
        match self.territory.mergers.is_empty() {
            true => Cow::Borrowed(&self.topology),
            false => Cow::Owned(self.sheet.topology_on(&self.crs)),
        }
    }
}

pub(crate) fn accepted(written: &[AcceptedTable]) -> Vec<Accepted> {
    let one = |table: &AcceptedTable| Accepted {
        fault: table.fault.clone(),
        units: table.units.iter().map(UnitCode::new).collect(),
        reason: table.reason.clone(),
    };
    written.iter().map(one).collect()
}

fn described(layers: &[UnitLayer]) -> (Vec<String>, Vec<(String, String)>) {
    let encoding = |layer: &UnitLayer| Some((layer.layer.file.clone(), layer.layer.encoding.clone()?));
    (layers.iter().map(|layer| layer.key.clone()).collect(), layers.iter().filter_map(encoding).collect())
}
