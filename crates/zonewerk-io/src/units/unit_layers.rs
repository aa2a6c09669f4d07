//! The units of a scenario: every layer read, put together, merged.

use std::collections::{BTreeMap, BTreeSet};

use geo::MultiPolygon;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::formats::csv_table::{problem, quoted};
use crate::scenario::scenario_file::{LayerTable, UnitsTable};
use crate::scenario::unit_references::{References, may_suggest};
use crate::scenario_source::Source;
use crate::units::graph_units;
use crate::units::mergers::Layout;
use crate::units::overlapping_shapes;
use crate::units::survey_facts::{UnmatchedFeature, unmatched};
use crate::units::unit_layer::{self, LayerNeeds, UnitLayer};
use crate::units::unit_shapes::{OUTSIDE, mostly_outside, polygons};
use crate::{GivenGraph, InputPlace, InputProblem};
use zonewerk_core::crs::{Crs, MapScale};
use zonewerk_core::territory::{IdVec, Territory, Unit, UnitCode, UnitId};
use zonewerk_core::topology::{Fit, NumberedMap, Topology};
use zonewerk_core::words::closest;

/// The units of a scenario, mergers carried out.
pub(crate) struct ScenarioUnits {
    /// `None` when it cannot be told what the units are.
    pub(crate) layout: Option<Layout>,
    /// `None` when the map cannot be used.
    pub(crate) map: Option<UnitMap>,
    /// Who is whose neighbour, where the units are those of a graph.
    pub(crate) graph: Option<GivenGraph>,
    /// Features of a map that no row of its table is about.
    pub(crate) unmatched: Vec<UnmatchedFeature>,
}

/// The map of the units.
pub(crate) struct UnitMap {
    pub(crate) topology: Topology,
    pub(crate) crs: Crs,
    pub(crate) fit: Fit,
}

/// Reads layers and mergers of the units.
pub(crate) fn read(
    source: &Source,
    units: &UnitsTable,
    snap_m: f64,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> ScenarioUnits {
    if let Some(file) = &units.graph {
        return graph_units::read(source, file, units, scenario, problems);
    }
    let layers = layers(source, units, LayerNeeds::Everything, scenario, problems);
    let mergers = units.mergers.as_deref();
    let mergers =
        mergers.map(|file| scenario.name("units", "mergers", file, "the table of mergers", problems));
    let gathered = layers.map(|layers| Gathered::of(layers, problems));
    let (old, map, unmatched) = match gathered {
        None => (None, None, Vec::new()),
        Some(gathered) => {
            let map = gathered.sheet(problems).and_then(|sheet| fitted(sheet, snap_m, &gathered, problems));
            let unmatched = unmatched(&gathered.layers);
            (Some(gathered.territory), map, unmatched)
        }
    };
    let layout = match mergers {
        None => old.map(Layout::unchanged),
        Some(file) => file.and_then(|file| Layout::after_mergers(source, file, old, problems)),
    };
    let map = layout.as_ref().zip(map).map(|(layout, map)| match layout.is_unchanged() {
        true => map,
        false => UnitMap { topology: map.topology.merged(&layout.sources), ..map },
    });
    ScenarioUnits { layout, map, graph: None, unmatched }
}

/// All layers, the first of `[units]` itself; `None` when one of them cannot be used.
pub(crate) fn layers(
    source: &Source,
    units: &UnitsTable,
    demand: LayerNeeds,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> Option<Vec<UnitLayer>> {
    let first = units.first_layer();
    let others = units.layers.iter().enumerate();
    let others = others.map(|(place, layer)| (format!("units.layers[{}]", place + 1), layer.after(&first)));
    let all: Vec<(String, LayerTable)> =
        std::iter::once(("units".to_owned(), first.clone())).chain(others).collect();
    let mut read: Vec<Option<UnitLayer>> = Vec::new();
    for (entry, written) in &all {
        let layer = unit_layer::read(source, entry, written, demand, scenario, problems);
        if layer.is_some() {
            replace(&mut read, entry, written, scenario, problems);
        }
        read.push(layer);
    }
    read.into_iter().collect()
}

/// Takes the units out of the earlier layers that a later one replaces.
fn replace(
    earlier: &mut [Option<UnitLayer>],
    entry: &str,
    written: &LayerTable,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) {
    for code in &written.replaces {
        let removed =
            earlier.iter_mut().flatten().filter_map(|layer| layer.units.remove(code.as_str())).count();
        if removed == 0 && earlier.iter().all(Option::is_some) {
            let known = earlier.iter().flatten().flat_map(|layer| layer.units.keys()).map(UnitCode::as_str);
            let words = earlier.iter().flatten().map(|layer| layer.units.len()).sum();
            let near = if may_suggest(problems.len(), words) { closest(code, known) } else { None };
            let hint = near.map(|near| format!(" (is it {near:?}?)")).unwrap_or_default();
            let expected = format!("the code of a unit of an earlier layer{hint}");
            problems.push(scenario.problem("unknown-unit", entry, "replaces", &quoted(code), &expected));
        }
    }
}

/// The units of all layers together, their shapes not yet looked at.
pub(crate) struct Gathered {
    pub(crate) layers: Vec<UnitLayer>,
    pub(crate) territory: Territory,
    /// Per unit, its layer and its feature there.
    pub(crate) features: IdVec<UnitId, (usize, Option<usize>)>,
}

impl Gathered {
    /// Numbers the units; one that two layers have is a problem, and the first counts.
    pub(crate) fn of(layers: Vec<UnitLayer>, problems: &mut Vec<InputProblem>) -> Self {
        let mut units: BTreeMap<&UnitCode, (usize, Unit, Option<usize>)> = BTreeMap::new();
        for (place, layer) in layers.iter().enumerate() {
            for (code, found) in &layer.units {
                if let Some((other, ..)) = units.get(code) {
                    let found = format!("{code}, which {} has too", layers[*other].layer.file);
                    let expected = "each unit in one layer, or the code under replaces";
                    problems.push(problem(
                        "duplicate-unit",
                        &layer.layer.file,
                        InputPlace::File,
                        &found,
                        expected,
                    ));
                    continue;
                }
                let population = found.population.unwrap_or(0);
                let unit = Unit { code: code.clone(), name: found.name.clone(), population };
                units.insert(code, (place, unit, found.feature));
            }
        }
        if let (true, true, Some(first)) = (units.is_empty(), problems.is_empty(), layers.first()) {
            let file = &first.layer.file;
            problems.push(problem(
                "no-features",
                file,
                InputPlace::File,
                "no unit at all",
                "one feature a unit",
            ));
        }
        let features = units.values().map(|(layer, _, feature)| (*layer, *feature)).collect();
        let names = units.iter().map(|(code, (layer, ..))| layers[*layer].units[*code].other_names.clone());
        let names: Vec<Vec<String>> = names.collect();
        let units = units.into_values().map(|(_, unit, _)| unit).collect();
        let mut territory = Territory::new(units).expect("codes are keys of a map");
        let names = territory.units().ids().zip(names).filter(|(_, names)| !names.is_empty());
        territory.other_names = names.collect();
        Self { layers, territory, features }
    }

    /// The coordinate reference system of the map: that of its first layer.
    pub(crate) fn crs(&self) -> Option<&Crs> {
        self.layers.first()?.crs.as_ref()
    }

    /// The shape of each unit in the coordinates of the first layer; `None` where it has
    /// none that is sound, with every fault told.
    pub(crate) fn shapes(
        &self,
        problems: &mut Vec<InputProblem>,
    ) -> Option<IdVec<UnitId, Option<MultiPolygon<f64>>>> {
        let crs = self.crs()?;
        let same = |other: &Crs| other.is_same(crs);
        let read = |&(layer, feature): &(usize, Option<usize>)| {
            let mut wrong = Vec::new();
            let UnitLayer { layer, crs: from, .. } = &self.layers[layer];
            let shape = from.as_ref().zip(feature).and_then(|(from, feature)| {
                let target = (!same(from)).then_some(crs);
                polygons(layer, &layer.features[feature], from, target, &mut wrong)
            });
            (shape, wrong)
        };
        let features: Vec<&(usize, Option<usize>)> = self.features.values().collect();
        let read: Vec<(Option<MultiPolygon<f64>>, Vec<InputProblem>)> =
            features.into_par_iter().map(read).collect();
        let (shapes, wrong): (Vec<_>, Vec<Vec<InputProblem>>) = read.into_iter().unzip();
        let mut by_layer: BTreeMap<usize, Vec<InputProblem>> = BTreeMap::new();
        for ((layer, _), wrong) in self.features.values().zip(wrong) {
            by_layer.entry(*layer).or_default().extend(wrong);
        }
        for (place, wrong) in by_layer {
            let layer = &self.layers[place];
            let outside: BTreeSet<usize> = wrong.iter().filter_map(outside).collect();
            let shown = layer.units.values().filter(|unit| unit.feature.is_some()).count();
            match (&layer.crs, wrong.iter().find(|problem| problem.code == OUTSIDE)) {
                (Some(crs), Some(first)) if 2 * outside.len() > shown => {
                    problems.push(mostly_outside(&layer.layer, crs, first, [outside.len(), shown]));
                    problems.extend(wrong.into_iter().filter(|problem| problem.code != OUTSIDE));
                }
                _ => problems.extend(wrong),
            }
        }
        Some(shapes.into())
    }

    /// The numbered map, when every unit has a sound shape.
    fn sheet(&self, problems: &mut Vec<InputProblem>) -> Option<NumberedMap> {
        if self.layers.iter().any(|layer| layer.crs.is_none()) {
            return None;
        }
        let shapes = self.shapes(problems)?;
        let shapes: Option<Vec<MultiPolygon<f64>>> = shapes.values().cloned().collect();
        Some(NumberedMap::new(&shapes?.into()))
    }
}

/// The feature that a problem of positions is about.
fn outside(problem: &InputProblem) -> Option<usize> {
    match problem.place {
        InputPlace::Feature(number) if problem.code == OUTSIDE => Some(number),
        _ => None,
    }
}

/// The map with its borders fitted; none where units lie over each other.
fn fitted(
    mut sheet: NumberedMap,
    snap_m: f64,
    units: &Gathered,
    problems: &mut Vec<InputProblem>,
) -> Option<UnitMap> {
    let crs = units.crs()?.clone();
    let ground = MapScale::of(&crs, sheet.bounds());
    let fit = sheet.fit(snap_m, &ground);
    let topology = sheet.topology_on(&crs);
    let file = |unit: UnitId| units.layers[units.features[unit].0].layer.file.clone();
    let code = |unit: UnitId| units.territory.unit(unit).code.to_string();
    let over = overlapping_shapes::problems(&topology, file, code);
    let is_sound = over.is_empty();
    problems.extend(over);
    is_sound.then_some(UnitMap { topology, crs, fit })
}
