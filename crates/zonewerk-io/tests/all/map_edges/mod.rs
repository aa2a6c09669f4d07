//! Edges are straight in the coordinates of their file, at every latitude and of every length:
//! the graph of a random map is the one that whole numbers give, the check finds nothing on it,
//! and a gap or an overlap where one is planted.
//!
//! `ZONEWERK_WORLDS=10000` tries so many maps.

mod exact;
mod places;
mod random_map;

use std::fs;
use std::path::Path;

use exact::borders;
use geo::{Coord, Distance, Geodesic, Point};
use rand::RngExt;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use random_map::{PARTS, RandomMap};
use zonewerk_core::crs::Crs;
use zonewerk_core::territory::Id;
use zonewerk_io::check::{CheckOptions, checkup};
use zonewerk_io::{MapFiles, Survey, survey_files};

/// Looks at a map given as text.
pub fn survey(folder: &Path, text: &str) -> Survey {
    let file = folder.join("map.geojson");
    fs::write(&file, text).unwrap();
    let maps = vec![file.to_str().unwrap().to_owned()];
    survey_files(&MapFiles { maps, key: Some("code".to_owned()), ..MapFiles::default() }, None).unwrap()
}

fn seeds() -> u64 {
    let asked = std::env::var("ZONEWERK_WORLDS").ok().and_then(|text| text.parse().ok());
    asked.unwrap_or(400)
}

#[test]
fn graphs_of_random_maps_are_those_of_exact_arithmetic() {
    let folder = tempfile::tempdir().unwrap();
    let (mut in_degrees, mut junctions) = (0, 0);
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let map = RandomMap::new(&mut rng);
        let expected = borders(&map);
        let survey = survey(folder.path(), &map.geojson());
        let graph = survey.graph();
        let found: Vec<(usize, usize, u64)> =
            graph.borders().map(|(a, b, border_m)| (a.index(), b.index(), border_m)).collect();
        let pairs: Vec<(usize, usize)> = found.iter().map(|&(a, b, _)| (a, b)).collect();
        let shown = || format!("seed {seed}, {:?}: {}", map.system, map.geojson());
        assert_eq!(pairs, expected.keys().copied().collect::<Vec<_>>(), "{}", shown());

        let crs = Crs::from_epsg(map.system.epsg).unwrap();
        let place = |at: [i64; 2]| {
            let [x, y] = map.coordinates(at);
            Point::from(crs.to_wgs84(Coord { x, y }).unwrap())
        };
        for (&(a, b, border_m), stretches) in found.iter().zip(expected.values()) {
            let geodesic_m: f64 =
                stretches.iter().map(|&[from, to]| Geodesic.distance(place(from), place(to))).sum();
            let off_m = (border_m as f64 - geodesic_m).abs();
            assert!(off_m <= 1.0 + 1e-4 * geodesic_m, "{a} and {b}: {border_m}, {geodesic_m}, {}", shown());
        }
        let clean = checkup(&survey, &graph, &CheckOptions::default());
        assert_eq!(clean.problems, [], "{}", shown());
        in_degrees += usize::from(map.system.in_degrees);
        junctions += usize::from(!survey.fit.units.is_empty());
    }
    assert!(in_degrees as u64 > seeds() / 3 && junctions as u64 > seeds() / 2, "{in_degrees}, {junctions}");
}

#[test]
fn a_planted_gap_or_overlap_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let mut planted = 0;
    for seed in 0..seeds() {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut map = RandomMap::new(&mut rng);
        let is_overlap = rng.random_bool(0.5);
        let Some(unit) = map.plant(is_overlap, &mut rng) else { continue };
        planted += 1;
        let survey = survey(folder.path(), &map.geojson());
        let gap_width_m = Some(3.0 * map.step_m / PARTS as f64);
        let found =
            checkup(&survey, &survey.graph(), &CheckOptions { gap_width_m, ..CheckOptions::default() });
        let kind = if is_overlap { "overlap" } else { "gap" };
        let code = format!("u{unit:03}");
        let is_told = found
            .problems
            .iter()
            .any(|finding| finding.kind == kind && finding.units.iter().any(|unit| unit.code == code));
        assert!(is_told, "seed {seed}, {kind} of {code}, {:?}: {:?}\n{}", map.system, found, map.geojson());
    }
    assert!(planted > seeds() / 3, "{planted}");
}
