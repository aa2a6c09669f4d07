//! Borders that do not match vertex by vertex.

use zonewerk_core::graph::Graph;
use zonewerk_io::{Survey, survey_files};

use super::files::{FORMATS, Format, write};
use super::model::Model;

fn survey(model: &Model, format: Format, snap_m: Option<f64>) -> Survey {
    let folder = tempfile::tempdir().expect("a folder for the test");
    survey_files(&write(model, format, false, folder.path()), snap_m).expect("files that can be read")
}

/// Pairs of neighbours, and kilometres of border between them.
fn borders(graph: &Graph) -> (Vec<(usize, usize)>, f64) {
    let index = zonewerk_core::territory::Id::index;
    let pairs = graph.borders().map(|(a, b, _)| (index(a), index(b))).collect();
    (pairs, graph.borders().map(|(.., border_m)| border_m as f64 / 1000.0).sum())
}

/// Every unit drawn a little beside where it is, by up to 40 cm either way.
fn digitised_apart() -> Model {
    let mut model = Model::clean();
    for (place, unit) in model.units.iter_mut().enumerate() {
        let shift = |seed: usize| ((place * 29 + seed * 17) % 81) as f64 / 100.0 - 0.4;
        for point in unit.polygons.iter_mut().flatten().flatten() {
            *point = [point[0] + shift(1), point[1] + shift(2)];
        }
    }
    model
}

#[test]
fn units_digitised_apart_are_neighbours_when_snapped_and_every_change_is_told() {
    for format in FORMATS {
        let (pairs, km) = borders(&survey(&Model::clean(), format, None).graph());
        assert_eq!(pairs.len(), 40, "{format:?}");
        let apart = survey(&digitised_apart(), format, None);
        assert_eq!(borders(&apart.graph()).0, [], "{format:?}: nothing is fitted unless asked");
        let fitted = survey(&digitised_apart(), format, Some(1.2));
        let (again, fitted_km) = borders(&fitted.graph());
        assert_eq!(again, pairs, "{format:?}");
        assert!((fitted_km / km - 1.0).abs() < 0.002, "{format:?}: {fitted_km} km, {km} km");
        let changes = &fitted.fit.units;
        assert!(changes.len() >= 20, "{format:?}: {} units changed", changes.len());
        assert!(changes.values().all(|unit| unit.farthest_m > 0.0 && unit.farthest_m <= 1.2), "{format:?}");
    }
}

#[test]
fn a_vertex_that_only_one_of_two_neighbours_has_is_shared_without_being_asked() {
    let mut model = Model::clean();
    for unit in model.units.iter_mut().step_by(2) {
        let ring = &mut unit.polygons[0][0];
        let between = |a: [f64; 2], b: [f64; 2]| [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0];
        *ring = (0..ring.len())
            .flat_map(|at| [ring[at], between(ring[at], ring[(at + 1) % ring.len()])])
            .collect();
    }
    for format in FORMATS {
        let (pairs, km) = borders(&survey(&Model::clean(), format, None).graph());
        let (again, fitted_km) = borders(&survey(&model, format, None).graph());
        assert_eq!(again, pairs, "{format:?}");
        assert!((fitted_km - km).abs() < 0.041, "{format:?}: {fitted_km} km, {km} km");
    }
}
