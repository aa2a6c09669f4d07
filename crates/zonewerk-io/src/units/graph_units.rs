//! Units that are the nodes of a graph, without a map.

use std::collections::BTreeMap;

use geo::MultiPolygon;

use crate::formats::csv_table::{problem, quoted};
use crate::formats::graph_file::{self, EdgeEnds, FileEdge, FileGraph};
use crate::scenario::scenario_file::UnitsTable;
use crate::scenario::unit_references::{References, expected_unit};
use crate::scenario_source::Source;
use crate::units::mergers::Layout;
use crate::units::unit_features::{column, feature_problem};
use crate::units::unit_layer::{self, FeatureKind, LayerNeeds};
use crate::units::unit_layers::{Gathered, ScenarioUnits, UnitMap};
use crate::{GivenGraph, InputPlace, InputProblem, keep};
use zonewerk_core::crs::Crs;
use zonewerk_core::layer::{Attribute, MapLayer, StatedCrs};
use zonewerk_core::territory::{Id, IdVec, Territory, UnitCode, UnitId};
use zonewerk_core::topology::{Fit, NumberedMap};

/// No border is longer, in metres: sums of them are exact.
const MOST_BORDER_M: f64 = 1e9;
const LENGTH: &str = "a length in metres, 0 or more";

/// Reads the units of a graph.
pub(crate) fn read(
    source: &Source,
    file: &str,
    units: &UnitsTable,
    scenario: &References<'_>,
    problems: &mut Vec<InputProblem>,
) -> ScenarioUnits {
    let before = problems.len();
    refuse_keys_of_maps(units, scenario, problems);
    let bytes = keep(problems, source.bytes(file));
    let length = units.border.as_deref();
    let graph = bytes.and_then(|bytes| keep(problems, graph_file::read(file, &bytes, length)));
    let nothing = ScenarioUnits { layout: None, map: None, graph: None, unmatched: Vec::new() };
    let Some(FileGraph { nodes, edges }) = graph else { return nothing };
    let written = units.first_layer();
    let kind = if nodes.is_some() { FeatureKind::Node } else { FeatureKind::None };
    if kind == FeatureKind::None && written.attributes.is_none() {
        let expected = "the table of the units: a table of pairs does not say how many inhabitants they have";
        problems.push(scenario.problem("blank-field", "units", "attributes", "nothing", expected));
        return nothing;
    }
    if let Some(outer) = units.outer_border.as_deref() {
        let expected = match (kind, &units.border) {
            (FeatureKind::Node, Some(_)) => None,
            (FeatureKind::Node, None) => {
                Some("units.border beside it: no border counts without those between units")
            }
            _ => Some(
                "no outer_border: it is an attribute of the nodes of JSON, and the graph is a table of pairs",
            ),
        };
        let fault =
            |expected| scenario.problem("unfit-key", "units", "outer_border", &quoted(outer), expected);
        problems.extend(expected.map(fault));
    }
    let nodes = nodes.unwrap_or_else(|| without_nodes(file));
    let of_all = (LayerNeeds::Everything, kind);
    let layer =
        unit_layer::of_features(source, "units", &written, of_all, scenario, |_| Some(nodes), problems);
    let Some(layer) = layer else { return nothing };
    for (code, place) in &layer.unmatched {
        let node = &layer.layer.features[*place];
        let found = format!("{code}, without a row in the table of the units");
        let expected = "a row for each node, or the nodes that are meant under only";
        problems.push(feature_problem(&layer.layer, node, "unmatched-node", &layer.key, &found, expected));
    }
    let gathered = Gathered::of(vec![layer], problems);
    let graph = GraphUnitsReader { gathered: &gathered, kind, problems: Vec::new() }
        .read(file, units, &edges, problems);
    let shapes: IdVec<UnitId, MultiPolygon<f64>> =
        gathered.territory.units().ids().map(|_| MultiPolygon::new(Vec::new())).collect();
    let map = Crs::from_text("EPSG:4326").ok().map(|crs| UnitMap {
        topology: NumberedMap::new(&shapes).topology_on(&crs),
        crs,
        fit: Fit::default(),
    });
    let is_sound = problems.len() == before;
    ScenarioUnits {
        layout: Some(Layout::unchanged(gathered.territory)),
        map: map.filter(|_| is_sound),
        graph: graph.filter(|_| is_sound),
        unmatched: Vec::new(),
    }
}

fn without_nodes(file: &str) -> MapLayer {
    MapLayer {
        file: file.to_owned(),
        name: None,
        crs: StatedCrs::Nothing,
        columns: Vec::new(),
        features: Vec::new(),
        encoding: None,
    }
}

/// Keys that say how a map is to be read have no meaning here.
fn refuse_keys_of_maps(units: &UnitsTable, scenario: &References<'_>, problems: &mut Vec<InputProblem>) {
    let first = units.first_layer();
    let keys = [
        ("boundaries", (!first.boundaries.is_empty()).then_some(first.boundaries.as_str())),
        ("layer", first.layer.as_deref()),
        ("crs", first.crs.as_deref()),
        ("encoding", first.encoding.as_deref()),
        ("mergers", units.mergers.as_deref()),
        ("layers", (!units.layers.is_empty()).then_some("more layers")),
    ];
    for (key, found) in keys.into_iter().filter_map(|(key, found)| Some((key, found?))) {
        let expected = "nothing: the units are those of a graph, which is no map";
        problems.push(scenario.problem("unfit-key", "units", key, &quoted(found), expected));
    }
}

struct GraphUnitsReader<'a> {
    gathered: &'a Gathered,
    kind: FeatureKind,
    problems: Vec<InputProblem>,
}

impl GraphUnitsReader<'_> {
    fn read(
        mut self,
        file: &str,
        units: &UnitsTable,
        edges: &[FileEdge],
        problems: &mut Vec<InputProblem>,
    ) -> Option<GivenGraph> {
        let mut outer_m = self.outer(units.outer_border.as_deref());
        // Part of it would be no total: what the nodes left out border on is not all of the outside.
        let has_outer_border = units.outer_border.is_some();
        let of_nodes = self.units_of_nodes();
        let mut borders: BTreeMap<[UnitId; 2], u64> = BTreeMap::new();
        for edge in edges {
            let border_m = match &units.border {
                Some(name) => self.border(file, edge, name),
                None => Some(0),
            };
            let Some(border_m) = border_m else { continue };
            let pair = match self.ends(file, edge, &of_nodes) {
                [Some(a), Some(b)] => [a.min(b), a.max(b)],
                // To a node that is not meant (`only`) the border is one of the territory.
                [Some(unit), None] | [None, Some(unit)] => {
                    if has_outer_border {
                        outer_m[unit.index()] += border_m;
                    }
                    continue;
                }
                [None, None] => continue,
            };
            if pair[0] == pair[1] {
                let found = format!("{} twice", self.code(pair[0]));
                self.wrong(file, edge, None, "loop", &found, "two different units");
            } else if borders.insert(pair, border_m).is_some() {
                let found = format!("{} and {} again", self.code(pair[0]), self.code(pair[1]));
                self.wrong(file, edge, None, "edge-twice", &found, "each pair of neighbours once");
            }
        }
        let is_lost =
            |edge: &&FileEdge| number(&edge.length).is_some_and(|metres| metres > 0.0 && metres < 0.5);
        let lost = edges.iter().filter(is_lost).count();
        if units.border.is_some() && lost > 0 {
            let found = format!("{lost} of {} lengths below half a metre", edges.len());
            let expected =
                "lengths in metres, as whole numbers count; leave border out where they are in degrees";
            self.problems.push(problem("no-lengths", file, InputPlace::File, &found, expected));
        }
        let is_sound = self.problems.is_empty();
        problems.append(&mut self.problems);
        let borders = borders.into_iter().map(|([a, b], border_m)| (a, b, border_m)).collect();
        let has_outer_border = outer_m.iter().any(|&outer_m| outer_m > 0);
        is_sound.then_some(GivenGraph {
            outer_m,
            borders,
            has_lengths: units.border.is_some(),
            has_outer_border,
        })
    }

    fn code(&self, unit: UnitId) -> &UnitCode {
        &self.gathered.territory.unit(unit).code
    }

    /// The unit of each node, by its place; none for a node that is not meant (`only`).
    fn units_of_nodes(&self) -> BTreeMap<usize, UnitId> {
        let nodes = self.gathered.features.iter();
        nodes.filter_map(|(unit, &(_, feature))| Some((feature?, unit))).collect()
    }

    /// The units that an edge joins; `None` for one that is not meant, or is unknown and told.
    fn ends(
        &mut self,
        file: &str,
        edge: &FileEdge,
        of_nodes: &BTreeMap<usize, UnitId>,
    ) -> [Option<UnitId>; 2] {
        match &edge.ends {
            EdgeEnds::Nodes(nodes) => nodes.map(|node| of_nodes.get(&node).copied()),
            EdgeEnds::Codes(codes) => [0, 1].map(|end| {
                let territory: &Territory = &self.gathered.territory;
                let found = territory.find(&codes[end]);
                if found.is_none() {
                    let field = ["unit", "neighbour"][end];
                    let expected = expected_unit(territory, &codes[end], self.problems.len());
                    self.wrong(file, edge, Some(field), "unknown-unit", &quoted(&codes[end]), &expected);
                }
                found
            }),
        }
    }

    fn border(&mut self, file: &str, edge: &FileEdge, name: &str) -> Option<u64> {
        let metres = metres(&edge.length);
        if metres.is_none() {
            let found = edge.length.text().map_or("nothing".to_owned(), |text| quoted(&text));
            self.wrong(file, edge, Some(name), "wrong-length", &found, LENGTH);
        }
        metres
    }

    /// The length of the border that each unit shares with no other, in metres.
    fn outer(&mut self, name: Option<&str>) -> Vec<u64> {
        let mut outer_m = vec![0; self.gathered.territory.units().len()];
        let Some(name) = name.filter(|_| self.kind == FeatureKind::Node) else {
            return outer_m;
        };
        let layer = &self.gathered.layers[0].layer;
        let Some(column) = column(layer, name, None, &mut self.problems) else { return outer_m };
        for (outer_m, &(_, feature)) in outer_m.iter_mut().zip(self.gathered.features.values()) {
            let Some(node) = feature.map(|feature| &layer.features[feature]) else { continue };
            // A node inside has none: GerryChain leaves the attribute out.
            let length = node.attribute(column);
            match metres(length).or((*length == Attribute::Blank).then_some(0)) {
                Some(metres) => *outer_m = metres,
                None => {
                    let found = length.text().map_or("nothing".to_owned(), |text| quoted(&text));
                    self.problems.push(feature_problem(layer, node, "wrong-length", name, &found, LENGTH));
                }
            }
        }
        outer_m
    }

    fn wrong(
        &mut self,
        file: &str,
        edge: &FileEdge,
        field: Option<&str>,
        code: &'static str,
        found: &str,
        expected: &str,
    ) {
        let fault = problem(code, file, edge.place.clone(), found, expected);
        self.problems.push(InputProblem { field: field.map(str::to_owned), ..fault });
    }
}

fn number(length: &Attribute) -> Option<f64> {
    match length {
        Attribute::Whole(metres) => Some(*metres as f64),
        Attribute::Number(metres) => Some(*metres),
        Attribute::Text(text) => text.parse().ok(),
        Attribute::Blank | Attribute::Other(_) => None,
    }
}

/// Whole metres, rounded.
fn metres(length: &Attribute) -> Option<u64> {
    let metres = number(length)?;
    (0.0..=MOST_BORDER_M).contains(&metres).then(|| metres.round() as u64)
}
