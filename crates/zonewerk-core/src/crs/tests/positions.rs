use geo::Coord;

use crate::crs::{Crs, CrsError};

/// Code, position, and its longitude and latitude as PROJ 9.5.1 computes them with the same
/// shifts. They agree within 1e-8 degrees, a millimetre.
const FACTS: [(u32, f64, f64, f64, f64); 37] = [
    (31370, 150000.0, 170000.0, 4.368752141, 50.840411283),
    (31370, 22000.0, 200000.0, 2.541368407, 51.095938040),
    (31370, 290000.0, 30000.0, 6.304116316, 49.565344005),
    (3812, 650000.0, 670000.0, 4.368756586, 50.840407583),
    (3812, 530000.0, 700000.0, 2.655575531, 51.097779238),
    (25831, 600000.0, 5600000.0, 4.411338770, 50.543379556),
    (25831, 300000.0, 4500000.0, 0.635319213, 40.626639728),
    (25832, 400000.0, 5600000.0, 7.588661230, 50.543379556),
    (3035, 3950000.0, 3100000.0, 4.722133561, 50.890945226),
    (3035, 2700000.0, 1950000.0, -8.761696386, 38.827782656),
    (3035, 5200000.0, 4900000.0, 29.580925561, 66.086484436),
    (3857, 500000.0, 6500000.0, 4.491576421, 50.309217030),
    (3857, -8000000.0, -3000000.0, -71.865222730, -26.007420232),
    (28992, 155000.0, 463000.0, 5.387203581, 52.155172303),
    (28992, 20000.0, 380000.0, 3.447384241, 51.393000792),
    (2154, 700000.0, 6600000.0, 3.000000000, 46.500000000),
    (2154, 100000.0, 6800000.0, -5.062813521, 48.024448889),
    (27700, 400000.0, 300000.0, -2.001433116, 52.597792431),
    (27700, 530000.0, 180000.0, -0.128353940, 51.503990828),
    (32618, 580000.0, 4500000.0, -74.053805794, 40.646979916),
    (32733, 500000.0, 6000000.0, 15.000000000, -36.144718099),
    (4258, 4.4, 50.8, 4.400000000, 50.800000000),
    (4313, 4.4, 50.8, 4.401265977, 50.799453731),
    (4267, -71.0, 42.0, -70.999462564, 41.999975132),
    (4269, -71.0, 42.0, -71.000000000, 42.000000000),
    (2056, 2600000.0, 1200000.0, 7.438632421, 46.951082772),
    (2056, 2700000.0, 1100000.0, 8.730496987, 46.044130243),
    (2180, 500000.0, 500000.0, 19.000000000, 52.365947621),
    (3006, 600000.0, 6600000.0, 16.767765366, 59.526408306),
    (2263, 1000000.0, 200000.0, -73.943185068, 40.715616479),
    (5070, 1000000.0, 1500000.0, -84.777818861, 36.019201537),
    (5514, -600000.0, -1100000.0, 16.492097587, 49.736435384),
    (2169, 80000.0, 100000.0, 6.168126921, 49.834400169),
    (31467, 3500000.0, 5600000.0, 8.998955964, 50.535741943),
    (27572, 600000.0, 2200000.0, 2.336533608, 46.799948781),
    (3031, 1000000.0, -1000000.0, 135.000000000, -77.037400635),
    (29902, 200000.0, 250000.0, -8.000738628, 53.500211626),
];

#[test]
fn positions_are_where_proj_has_them_and_come_back() {
    for (code, x, y, lon, lat) in FACTS {
        let crs = Crs::from_epsg(code).unwrap();
        let there = crs.to_wgs84(Coord { x, y }).unwrap();
        let off = (there.x - lon).abs().max((there.y - lat).abs());
        assert!(off < 1e-8, "EPSG:{code} {x} {y}: {there:?} instead of {lon} {lat}");
        let back = crs.from_wgs84(there).unwrap();
        let off = (back.x - x).abs().max((back.y - y).abs()) * crs.metres_per_unit();
        assert!(off < 2e-3, "EPSG:{code} {x} {y}: comes back as {back:?}");
        let again = crs.to_wgs84(Coord { x, y }).unwrap();
        assert_eq!((again.x.to_bits(), again.y.to_bits()), (there.x.to_bits(), there.y.to_bits()));
    }
}

#[test]
fn positions_that_cannot_be_in_a_system_are_refused() {
    for (text, x, y, looks) in [
        ("4326", 150_000.0, 170_000.0, "these look like metres"),
        ("4326", 4.4, 95.0, "these look like latitude before longitude"),
        ("4326", 200.0, 95.0, "this is far outside its area of use"),
        ("4313", 50.8, 4.4, "these look like latitude before longitude"),
        ("4313", 20.0, 50.0, "this is far outside its area of use"),
        ("31370", 4.4, 50.8, "these look like degrees"),
        ("3035", 4.4, 50.8, "these look like degrees"),
        ("25831", 4.4, 50.8, "these look like degrees"),
        ("3857", 4.4, 50.8, "these look like degrees"),
        ("32618", -75.0, 42.0, "these look like degrees"),
        ("31370", 650_000.0, 670_000.0, "this is far outside its area of use"),
        ("3812", 150_000.0, 170_000.0, "this is far outside its area of use"),
        ("31370", 3_950_000.0, 3_100_000.0, "this is far outside its area of use"),
        ("31370", f64::NAN, 170_000.0, "these are no numbers"),
        ("31370", 150_000.0, f64::INFINITY, "these are no numbers"),
        ("3857", 1e300, 1e300, "this is far outside its area of use"),
        ("5070", 1e8, 1e8, "this is far outside its area of use"),
    ] {
        let fault = Crs::from_text(text).unwrap().to_wgs84(Coord { x, y }).unwrap_err();
        let CrsError::Outside { looks: found, .. } = fault else { panic!("{fault}") };
        assert_eq!(found, looks, "{text}: {x}, {y}");
    }
}

#[test]
fn places_that_a_system_does_not_reach_are_refused() {
    for (text, x, y) in [
        ("31370", -74.0, 40.7),
        ("31370", 170_000.0, 150_000.0),
        ("32631", -177.0, 50.0),
        ("3857", 4.0, 90.0),
        ("4326", 4.0, 91.0),
        ("4326", f64::NAN, 50.0),
    ] {
        let crs = Crs::from_text(text).unwrap();
        assert!(crs.from_wgs84(Coord { x, y }).is_err(), "{text}: {x}, {y}");
    }
}

#[test]
fn a_plane_is_metric_around_its_centre() {
    for (lon, lat) in [(4.4, 50.8), (0.0, 0.0), (179.99, -60.0), (10.0, 90.0), (f64::NAN, 1e300)] {
        let plane = Crs::plane_around(Coord { x: lon, y: lat });
        assert_eq!((plane.is_geographic(), plane.metres_per_unit(), plane.epsg()), (false, 1.0, None));
        for (x, y) in [(0.0, 0.0), (100.0, 50.0), (-30_000.0, 20_000.0)] {
            let back = plane.from_wgs84(plane.to_wgs84(Coord { x, y }).unwrap()).unwrap();
            assert!((back.x - x).abs() < 1e-3 && (back.y - y).abs() < 1e-3, "{lon} {lat}: {back:?}");
        }
    }
    let pole = Crs::from_epsg(3031).unwrap().from_wgs84(Coord { x: 77.0, y: -90.0 }).unwrap();
    assert!(pole.x.abs() < 1e-3 && pole.y.abs() < 1e-3, "{pole:?}");
    let plane = Crs::plane_around(Coord { x: 4.4, y: 50.8 });
    let north = plane.from_wgs84(Coord { x: 4.4, y: 50.9 }).unwrap();
    // A tenth of a degree along the meridian of the ellipsoid, at 50.85 degrees.
    assert!(north.x.abs() < 1e-3 && (north.y - 11_124.9).abs() < 1.0, "{north:?}");
}

#[test]
fn systems_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Crs::wgs84());
    let text = format!("{:?}", Crs::from_epsg(31370).unwrap());
    assert!(text.len() < 1000, "{text}");
}
