use geo::MultiPolygon;

use crate::formats::csv_table::problem;
use crate::formats::map_file::{self, MapOptions};
use crate::scenario_source::Source;
use crate::units::overlapping_shapes;
use crate::units::unit_features::{codes, each_once};
use crate::units::unit_layer::stated;
use crate::units::unit_shapes::polygons;
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::layer::MapLayer;
use zonewerk_core::territory::{UnitCode, UnitId};
use zonewerk_core::topology::{NumberedMap, Topology};

/// The map of these units from the bytes of a GeoJSON, TopoJSON or GeoPackage file, told
/// apart by their content.
///
/// `key` is the attribute that holds the unit code; a feature without attributes is known
/// by its `id`. `wanted` is ascending, and the shapes come in exactly that order; other
/// units of the map are left out, whatever their shapes are like. Neighbours must share the
/// vertices of their border exactly.
///
/// # Errors
/// With every fault at once: a file that is no map, a feature without a code, a wanted
/// unit that has no shape, two, or one that is no sound polygon, a border of three units.
pub fn read_boundaries(
    file: &str,
    bytes: &[u8],
    key: &str,
    wanted: &[UnitCode],
) -> Result<Topology, InputProblems> {
    let layer = read(file, bytes)?;
    let mut problems = Vec::new();
    let crs = stated(&layer, &mut problems);
    let known = codes(&layer, key, None, &mut problems).unwrap_or_default();
    let known = known.into_iter().filter(|(code, _)| wanted.binary_search(code).is_ok()).collect();
    let features = each_once(&layer, key, known, &mut problems);
    for code in wanted.iter().filter(|&code| !features.contains_key(code)) {
        problems.push(missing_shape(&layer, key, code));
    }
    let shapes: Vec<Option<MultiPolygon<f64>>> = features
        .values()
        .filter_map(|&place| {
            Some(polygons(&layer, &layer.features[place], crs.as_ref()?, None, &mut problems))
        })
        .collect();
    in_order_of_features(&mut problems);
    InputProblems::none_of(problems)?;
    let (Some(crs), Some(shapes)) = (crs, shapes.into_iter().collect::<Option<Vec<_>>>()) else {
        unreachable!("what is missing was a problem");
    };
    let map = NumberedMap::new(&shapes.into()).topology_on(&crs);
    let names = |unit: UnitId| wanted[zonewerk_core::territory::Id::index(unit)].to_string();
    InputProblems::none_of(overlapping_shapes::problems(&map, |_| file.to_owned(), names)).map(|()| map)
}

/// The codes of all units in a map, in the order of the file.
///
/// # Errors
/// With every fault at once: a file that is no map, a feature without a code.
pub fn read_codes(file: &str, bytes: &[u8], key: &str) -> Result<Vec<UnitCode>, InputProblems> {
    let layer = read(file, bytes)?;
    let mut problems = Vec::new();
    let known = codes(&layer, key, None, &mut problems).unwrap_or_default();
    InputProblems::none_of(problems)?;
    Ok(known.into_iter().map(|(code, _)| code).collect())
}

fn read(file: &str, bytes: &[u8]) -> Result<MapLayer, InputProblems> {
    map_file::read(&Source::memory(bytes), file, &MapOptions::default())
}

/// A unit that has no node.
pub(crate) fn missing_node(layer: &MapLayer, key: &str, code: &UnitCode) -> InputProblem {
    let found = format!("no node for unit {code}");
    let missing =
        problem("missing-node", &layer.file, InputPlace::File, &found, &format!("a node with {key} {code}"));
    InputProblem { field: Some(key.to_owned()), ..missing }
}

/// A unit that has no feature.
pub(crate) fn missing_shape(layer: &MapLayer, key: &str, code: &UnitCode) -> InputProblem {
    let found = format!("no shape for unit {code}");
    let missing = problem(
        "missing-shape",
        &layer.file,
        InputPlace::File,
        &found,
        &format!("a feature with {key} {code}"),
    );
    InputProblem { field: Some(key.to_owned()), ..missing }
}

fn in_order_of_features(problems: &mut [InputProblem]) {
    problems.sort_by_key(|problem| match problem.place {
        InputPlace::Feature(number) => number,
        _ => usize::MAX,
    });
}
