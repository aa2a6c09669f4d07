//! Sizes that are the same in every system, and maps over the meridian at 180 degrees.

use geo::Coord;

use super::survey;
use zonewerk_core::crs::Crs;
use zonewerk_core::territory::Id;
use zonewerk_io::Survey;
use zonewerk_io::check::{CheckOptions, Checkup, checkup};

type Units<'a> = &'a [(&'a str, &'a [&'a [[f64; 2]]])];

/// GeoJSON of units of polygons without holes, each unit by its code.
fn geojson(epsg: u32, units: Units) -> String {
    let position = |[x, y]: &[f64; 2]| format!("[{x}, {y}]");
    let polygon = |ring: &&[[f64; 2]]| {
        let ring: Vec<String> = ring.iter().chain(ring.first()).map(position).collect();
        format!("[[{}]]", ring.join(", "))
    };
    let feature = |(code, polygons): &(&str, &[&[[f64; 2]]])| {
        let polygons: Vec<String> = polygons.iter().map(polygon).collect();
        format!(
            "{{\"type\": \"Feature\", \"properties\": {{\"code\": \"{code}\"}}, \"geometry\": \
             {{\"type\": \"MultiPolygon\", \"coordinates\": [{}]}}}}",
            polygons.join(", ")
        )
    };
    let features: Vec<String> = units.iter().map(feature).collect();
    format!(
        "{{\"type\": \"FeatureCollection\", \"crs\": {{\"type\": \"name\", \"properties\": {{\"name\": \
         \"urn:ogc:def:crs:EPSG::{epsg}\"}}}}, \"features\": [{}]}}",
        features.join(", ")
    )
}

fn looked_at(epsg: u32, units: Units) -> (Survey, Checkup) {
    let folder = tempfile::tempdir().unwrap();
    let survey = survey(folder.path(), &geojson(epsg, units));
    let found = checkup(&survey, &survey.graph(), &CheckOptions::default());
    (survey, found)
}

fn borders(survey: &Survey) -> Vec<(usize, usize, u64)> {
    survey.graph().borders().map(|(a, b, border_m)| (a.index(), b.index(), border_m)).collect()
}

fn kinds(found: &Checkup) -> Vec<&str> {
    found.problems.iter().map(|finding| finding.kind).collect()
}

/// The corners of a rectangle, each moved along the axes of the system so that the rectangle has
/// these sides on the ground.
fn rectangle(crs: &Crs, centre: Coord<f64>, [west, south, east, north]: [f64; 4]) -> [[f64; 2]; 4] {
    let plane = Crs::plane_around(centre);
    [[west, south], [east, south], [east, north], [west, north]].map(|[x, y]| {
        let at = crs.from_wgs84(plane.to_wgs84(Coord { x, y }).unwrap()).unwrap();
        [at.x, at.y]
    })
}

#[test]
fn a_strip_is_as_wide_in_every_system() {
    for (epsg, x, y) in [
        (4326, 4.4, 50.8),
        (4326, 20.0, 69.0),
        (4326, 20.0, -0.01),
        (4258, 4.4, 50.8),
        (3857, 4.4, 50.8),
        (3857, 20.0, 69.0),
        (31370, 4.4, 50.8),
        (3035, 4.4, 50.8),
        (32631, 4.4, 50.8),
    ] {
        let crs = Crs::from_epsg(epsg).unwrap();
        let centre = Coord { x, y };
        let [one, other] = [[-3_000.0, 0.0, -50.0, 5_000.0], [50.0, 0.0, 3_000.0, 5_000.0]]
            .map(|sides| rectangle(&crs, centre, sides));
        let (_, found) = looked_at(epsg, &[("a", &[&one]), ("b", &[&other])]);
        let gap = found.problems.iter().find(|finding| finding.kind == "gap").expect("a gap");
        let is = |size: Option<f64>, expected: f64| (size.unwrap() / expected - 1.0).abs() < 0.01;
        assert!(is(gap.size.width_m, 100.0), "{epsg} at {y}: {:?}", gap.size);
        assert!(is(gap.size.length_m, 5_000.0), "{epsg} at {y}: {:?}", gap.size);
        assert!(is(gap.size.area_m2, 500_000.0), "{epsg} at {y}: {:?}", gap.size);
        // 5 % of the side of a middling unit.
        assert!((found.gap_width_m / (0.05 * (2_950.0 * 5_000.0_f64).sqrt()) - 1.0).abs() < 0.01, "{epsg}");
    }
}

#[test]
fn borders_are_one_within_the_same_metres_in_every_system() {
    for epsg in [4326, 3857, 31370] {
        let crs = Crs::from_epsg(epsg).unwrap();
        for (apart_m, expected) in [(0.018, 1), (0.022, 0)] {
            let centre = Coord { x: 4.4, y: 50.8 };
            let [one, other] = [[-300.0, 0.0, 0.0, 300.0], [apart_m, 0.0, 300.0, 300.0]]
                .map(|sides| rectangle(&crs, centre, sides));
            let (survey, _) = looked_at(epsg, &[("a", &[&one]), ("b", &[&other])]);
            assert_eq!(survey.graph().borders().count(), expected, "{epsg}, {apart_m} m");
        }
    }
}

#[test]
fn a_long_parallel_is_a_straight_edge() {
    for north in [1.0, 51.1, 69.9, -51.0] {
        for width in [0.02, 0.4, 6.0] {
            let (middle, east) = (4.0 + width / 2.0, 4.0 + width);
            let long: &[[f64; 2]] = &[[4.0, north - 0.1], [east, north - 0.1], [east, north], [4.0, north]];
            let half =
                |from: f64, to: f64| [[from, north], [to, north], [to, north + 0.1], [from, north + 0.1]];
            let (west, rest) = (half(4.0, middle), half(middle, east));
            let (survey, found) = looked_at(4326, &[("a", &[long]), ("b", &[&west]), ("c", &[&rest])]);
            let pairs: Vec<(usize, usize)> = borders(&survey).iter().map(|&(a, b, _)| (a, b)).collect();
            assert_eq!(pairs, [(0, 1), (0, 2), (1, 2)], "{north}, {width}");
            assert_eq!(found.problems, [], "{north}, {width}");
        }
    }
}

#[test]
fn a_map_that_is_cut_at_180_degrees_is_whole() {
    let west: &[[f64; 2]] = &[[179.8, 0.0], [179.9, 0.0], [179.9, 0.1], [179.8, 0.1]];
    let cut: [&[[f64; 2]]; 2] = [
        &[[179.9, 0.0], [180.0, 0.0], [180.0, 0.1], [179.9, 0.1]],
        &[[-180.0, 0.0], [-179.9, 0.0], [-179.9, 0.1], [-180.0, 0.1]],
    ];
    let east: &[[f64; 2]] = &[[-179.9, 0.0], [-179.8, 0.0], [-179.8, 0.1], [-179.9, 0.1]];
    let (survey, found) = looked_at(4326, &[("a", &[west]), ("b", &cut), ("c", &[east])]);
    assert_eq!(borders(&survey), [(0, 1, 11_057), (1, 2, 11_057)]);
    assert_eq!(kinds(&found), [""; 0]);

    // Units on either side, with a junction in the middle of the other's side.
    let north: &[[f64; 2]] = &[[-180.0, 0.05], [-179.9, 0.05], [-179.9, 0.1], [-180.0, 0.1]];
    let south: &[[f64; 2]] = &[[-180.0, 0.0], [-179.9, 0.0], [-179.9, 0.05], [-180.0, 0.05]];
    let (survey, found) = looked_at(4326, &[("a", &cut[..1]), ("b", &[north]), ("c", &[south])]);
    assert_eq!(borders(&survey), [(0, 1, 5_529), (0, 2, 5_529), (1, 2, 11_132)]);
    assert_eq!(kinds(&found), [""; 0]);
}

#[test]
fn a_shape_over_180_degrees_that_is_not_cut_is_told_as_that() {
    let over: &[[f64; 2]] = &[[179.9, -17.1], [-179.9, -17.1], [-179.9, -16.9], [179.9, -16.9]];
    let west: &[[f64; 2]] = &[[179.7, -17.1], [179.9, -17.1], [179.9, -16.9], [179.7, -16.9]];
    let (survey, found) = looked_at(4326, &[("a", &[west]), ("b", &[over])]);
    let told = found.problems.iter().find(|finding| finding.kind == "around-the-world").expect("told");
    assert!(told.found.contains("cut there into a part on each side (RFC 7946, 3.1.9)"), "{}", told.found);
    assert_eq!(told.units[0].code, "b");
    assert_eq!(survey.same_side, []);
}

#[test]
fn maps_around_a_pole_are_read() {
    let caps: Units = &[
        ("a", &[&[[-180.0, -90.0], [0.0, -90.0], [0.0, -80.0], [-180.0, -80.0]]]),
        ("b", &[&[[0.0, -90.0], [180.0, -90.0], [180.0, -80.0], [0.0, -80.0]]]),
        ("c", &[&[[-180.0, -80.0], [180.0, -80.0], [180.0, -70.0], [-180.0, -70.0]]]),
    ];
    let (survey, _) = looked_at(4326, caps);
    let pairs: Vec<(usize, usize)> = borders(&survey).iter().map(|&(a, b, _)| (a, b)).collect();
    assert_eq!(pairs, [(0, 1), (0, 2), (1, 2)]);
}
