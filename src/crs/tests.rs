use geo::Coord;

use super::{Crs, CrsError};
use crate::layer::StatedCrs;

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

const GCS_BELGE: &str = r#"GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;

fn lambert(first: &str, second: &str, meridian: &str) -> String {
    format!(
        r#"PROJCS["Belge_Lambert_1972",{GCS_BELGE},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Standard_Parallel_1",{first}],PARAMETER["Standard_Parallel_2",{second}],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]"#
    )
}

fn wkt(code: u16) -> String {
    crs_definitions::from_code(code).unwrap().wkt.to_owned()
}

/// Systems as desktop programs write them.
fn esri_texts() -> Vec<(String, u32)> {
    let gcs = |name: &str, datum: &str, spheroid: &str| {
        format!(
            r#"GEOGCS["{name}",DATUM["{datum}",SPHEROID[{spheroid}]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.017453292519943295]]"#
        )
    };
    let wgs = gcs("GCS_WGS_1984", "D_WGS_1984", r#""WGS_1984",6378137.0,298.257223563"#);
    let etrs = gcs("GCS_ETRS_1989", "D_ETRS_1989", r#""GRS_1980",6378137.0,298.257222101"#);
    let rd = gcs("GCS_Amersfoort", "D_Amersfoort", r#""Bessel_1841",6377397.155,299.1528128"#);
    let rgf = gcs("GCS_RGF_1993", "D_RGF_1993", r#""GRS_1980",6378137.0,298.257222101"#);
    let osgb = gcs("GCS_OSGB_1936", "D_OSGB_1936", r#""Airy_1830",6377563.396,299.3249646"#);
    let nad27 =
        gcs("GCS_North_American_1927", "D_North_American_1927", r#""Clarke_1866",6378206.4,294.9786982"#);
    let nad83 =
        gcs("GCS_North_American_1983", "D_North_American_1983", r#""GRS_1980",6378137.0,298.257222101"#);
    let swiss = gcs("GCS_CH1903+", "D_CH1903+", r#""Bessel_1841",6377397.155,299.1528128"#);
    let unknown = gcs("GCS_WGS_1984", "D_unknown", r#""WGS84",6378137,298.257223563"#);
    let projected = |base: &str, method: &str, terms: &[(&str, f64)], unit: &str| {
        let terms: Vec<String> =
            terms.iter().map(|(key, value)| format!(r#"PARAMETER["{key}",{value:?}]"#)).collect();
        format!(r#"PROJCS["A",{base},PROJECTION["{method}"],{},UNIT[{unit}]]"#, terms.join(","))
    };
    let metre = r#""Meter",1.0"#;
    let utm = |base: &str, lon: f64| {
        let terms = [("False_Easting", 500_000.0), ("Central_Meridian", lon), ("Scale_Factor", 0.9996)];
        projected(base, "Transverse_Mercator", &terms, metre)
    };
    let cones = |e: f64, n: f64, lon: f64, lat: f64, one: f64, two: f64| {
        [
            ("False_Easting", e),
            ("False_Northing", n),
            ("Central_Meridian", lon),
            ("Standard_Parallel_1", one),
            ("Standard_Parallel_2", two),
            ("Latitude_Of_Origin", lat),
        ]
    };
    let two = "Lambert_Conformal_Conic";
    vec![
        (lambert("51.1666672333333", "49.8333339", "4.36748666666667"), 31370),
        (lambert("49.8333339", "51.16666723333333", "4.367486666666666"), 31370),
        (GCS_BELGE.to_owned(), 4313),
        (utm(&wgs, -75.0), 32618),
        (utm(&unknown, -75.0), 32618),
        (utm(&etrs, 3.0), 25831),
        (utm(&etrs, 9.0), 25832),
        (utm(&nad27, -75.0), 26718),
        (nad27, 4267),
        (nad83.clone(), 4269),
        (wgs.clone(), 4326),
        (etrs.clone(), 4258),
        (
            projected(
                &etrs,
                two,
                &cones(
                    649_328.0,
                    665_262.0,
                    4.359215833333333,
                    50.797815,
                    49.83333333333334,
                    51.16666666666666,
                ),
                metre,
            ),
            3812,
        ),
        (projected(&rgf, two, &cones(700_000.0, 6_600_000.0, 3.0, 46.5, 44.0, 49.0), metre), 2154),
        (
            projected(
                &nad83,
                two,
                &cones(
                    300_000.0,
                    0.0,
                    -74.0,
                    40.166_666_666_666_66,
                    40.666_666_666_666_66,
                    41.033_333_333_333_33,
                ),
                r#""Foot_US",0.3048006096012192"#,
            )
            .replace("300000.0", "984250.0"),
            2263,
        ),
        (projected(&nad83, "Albers", &cones(0.0, 0.0, -96.0, 23.0, 29.5, 45.5), metre), 5070),
        (
            projected(
                &etrs,
                "Lambert_Azimuthal_Equal_Area",
                &[
                    ("False_Easting", 4_321_000.0),
                    ("False_Northing", 3_210_000.0),
                    ("Central_Meridian", 10.0),
                    ("Latitude_Of_Origin", 52.0),
                ],
                metre,
            ),
            3035,
        ),
        (
            projected(
                &wgs,
                "Mercator_Auxiliary_Sphere",
                &[("Central_Meridian", 0.0), ("Standard_Parallel_1", 0.0), ("Auxiliary_Sphere_Type", 0.0)],
                metre,
            ),
            3857,
        ),
        (
            projected(
                &rd,
                "Double_Stereographic",
                &[
                    ("False_Easting", 155_000.0),
                    ("False_Northing", 463_000.0),
                    ("Central_Meridian", 5.38763888888889),
                    ("Scale_Factor", 0.9999079),
                    ("Latitude_Of_Origin", 52.15616055555555),
                ],
                metre,
            ),
            28992,
        ),
        (
            projected(
                &osgb,
                "Transverse_Mercator",
                &[
                    ("False_Easting", 400_000.0),
                    ("False_Northing", -100_000.0),
                    ("Central_Meridian", -2.0),
                    ("Scale_Factor", 0.9996012717),
                    ("Latitude_Of_Origin", 49.0),
                ],
                metre,
            ),
            27700,
        ),
        (
            projected(
                &swiss,
                "Hotine_Oblique_Mercator_Azimuth_Center",
                &[
                    ("False_Easting", 2_600_000.0),
                    ("False_Northing", 1_200_000.0),
                    ("Scale_Factor", 1.0),
                    ("Azimuth", 90.0),
                    ("Longitude_Of_Center", 7.439583333333333),
                    ("Latitude_Of_Center", 46.95240555555556),
                ],
                metre,
            ),
            2056,
        ),
        (
            projected(
                &wgs,
                "Stereographic_South_Pole",
                &[("Central_Meridian", 0.0), ("Standard_Parallel_1", -71.0)],
                metre,
            ),
            3031,
        ),
    ]
}

#[test]
fn texts_of_desktop_programs_are_recognised() {
    for (text, code) in esri_texts() {
        let crs = Crs::from_wkt(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"));
        assert_eq!(crs.epsg(), Some(code), "{text}");
    }
}

#[test]
fn spellings_of_one_system_give_the_same_bits() {
    let at = Coord { x: 153_021.55, y: 212_004.26 };
    let expected = Crs::from_epsg(31370).unwrap().to_wgs84(at).unwrap();
    for (text, _) in &esri_texts()[..2] {
        let there = Crs::from_wkt(text).unwrap().to_wgs84(at).unwrap();
        assert_eq!((there.x.to_bits(), there.y.to_bits()), (expected.x.to_bits(), expected.y.to_bits()));
    }
}

#[test]
fn texts_of_the_registry_are_recognised_with_and_without_their_codes() {
    for code in [
        4326, 4258, 31370, 3812, 25831, 25832, 3035, 3857, 32601, 32660, 32701, 32760, 28992, 2154, 27700,
        4267, 4269, 4313, 2056, 3006, 2180, 3031, 5514, 27572, 31467, 3006, 26986,
    ] {
        let text = wkt(code);
        let (before, last) = text.rsplit_once(",AUTHORITY").unwrap();
        assert!(last.contains(&code.to_string()));
        for text in [text.clone(), format!("{before}]"), text.replace('[', "(").replace(']', ")")] {
            let crs = Crs::from_wkt(&text).unwrap_or_else(|fault| panic!("{fault}: {text}"));
            assert_eq!(crs.epsg(), Some(u32::from(code)), "{text}");
        }
    }
}

#[test]
fn most_of_the_registry_reads_the_same_from_its_text_as_from_its_code() {
    let (mut read, mut unread) = (0, Vec::new());
    for code in (1024..=u16::MAX).filter(|code| crs_definitions::from_code(*code).is_some()) {
        let Ok(known) = Crs::from_epsg(u32::from(code)) else { continue };
        let Some(text) = known.wkt().map(str::to_owned) else { continue };
        match super::wkt::read(&text) {
            Ok(stated) if stated.definition.same_projection(known.definition()) => read += 1,
            _ => unread.push(code),
        }
    }
    assert!(read > 5000 && unread.len() * 50 < read, "{read} read, unlike: {unread:?}");
}

#[test]
fn iso_text_is_read() {
    let text = r#"PROJCRS["BD72 / Belgian Lambert 72",BASEGEOGCRS["BD72",DATUM["Reseau National Belge 1972",ELLIPSOID["International 1924",6378388,297,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4313]],CONVERSION["Belgian Lambert 72",METHOD["Lambert Conic Conformal (2SP)",ID["EPSG",9802]],PARAMETER["Latitude of false origin",90,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of false origin",4.36748666666667,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Latitude of 1st standard parallel",51.1666672333333,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Latitude of 2nd standard parallel",49.8333339,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Easting at false origin",150000.013,LENGTHUNIT["metre",1]],PARAMETER["Northing at false origin",5400088.438,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["easting (X)",east,ORDER[1],LENGTHUNIT["metre",1]],AXIS["northing (Y)",north,ORDER[2],LENGTHUNIT["metre",1]],USAGE[SCOPE["Mapping."],AREA["Belgium"],BBOX[49.5,2.5,51.51,6.4]],ID["EPSG",31370]]"#;
    let web = r#"PROJCRS["WGS 84 / Pseudo-Mercator",BASEGEOGCRS["WGS 84",ENSEMBLE["World Geodetic System 1984 ensemble",MEMBER["World Geodetic System 1984 (Transit)"],ELLIPSOID["WGS 84",6378137,298.257223563,LENGTHUNIT["metre",1]],ENSEMBLEACCURACY[2.0]]],CONVERSION["Popular Visualisation Pseudo-Mercator",METHOD["Popular Visualisation Pseudo Mercator"],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["False easting",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["easting (X)",east],AXIS["northing (Y)",north],LENGTHUNIT["metre",1]]"#;
    let compound = format!(r#"COMPD_CS["both",{},VERT_CS["Ostend",VERT_DATUM["Ostend",2005]]]"#, wkt(31370));
    for (text, code) in [(text, 31370), (web, 3857), (&compound, 31370)] {
        assert_eq!(Crs::from_wkt(text).unwrap().epsg(), Some(code), "{text}");
    }
}

#[test]
fn a_code_that_contradicts_the_parameters_does_not_count() {
    let text = wkt(31370).replace(r#"AUTHORITY["EPSG","31370"]"#, r#"AUTHORITY["EPSG","3812"]"#);
    assert_eq!(Crs::from_wkt(&text).unwrap().epsg(), Some(31370));
    let moved = wkt(31370).replace("150000.013", "250000.013");
    let crs = Crs::from_wkt(&moved).unwrap();
    assert_eq!((crs.epsg(), crs.name()), (None, "Belge 1972 / Belgian Lambert 72"));
    let there = crs.to_wgs84(Coord { x: 250_000.0, y: 170_000.0 }).unwrap();
    assert!((there.x - 4.368752141).abs() < 2e-9 && (there.y - 50.840411283).abs() < 2e-9);
    assert_eq!(crs.wkt(), Some(moved.as_str()));
}

#[test]
fn a_shift_stated_in_the_text_is_used() {
    let text = wkt(31370).replace(
        "-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747",
        "-99.059,53.322,-112.486,0.419,-0.83,1.885,-1",
    );
    let crs = Crs::from_wkt(&text).unwrap();
    assert_eq!(crs.epsg(), Some(31370));
    assert!(crs.accuracy().ends_with("EPSG operation 1609"), "{}", crs.accuracy());
}

#[test]
fn accuracy_is_said() {
    let unnamed = esri_texts()[4].0.replace("GCS_WGS_1984", "GCS_unknown");
    assert_eq!(Crs::from_wkt(&unnamed).unwrap().epsg(), Some(32618));
    let foreign = unnamed.replace("D_unknown", "D_Mars");
    assert_eq!(Crs::from_wkt(&foreign).unwrap().epsg(), None);
    for (text, expected) in [
        ("EPSG:4326", "identical: the datum is WGS 84"),
        ("EPSG:3857", "identical: the datum is WGS 84"),
        ("EPSG:31370", "about 1 m: seven-parameter shift (towgs84), EPSG operation 15929"),
        ("EPSG:4267", "about 10 m: three-parameter shift (towgs84), EPSG operation 1173"),
        ("EPSG:4269", "about 4 m: datum North_American_Datum_1983 taken as WGS 84"),
        ("EPSG:25831", "about 1 m: datum European_Terrestrial_Reference_System_1989 taken as WGS 84"),
        ("+proj=utm +zone=31 +ellps=intl", "unknown: no datum is named, taken as WGS 84"),
        (&unnamed, "unknown: no datum is named, taken as WGS 84"),
        (&foreign, "unknown: no shift of datum D_Mars is known, taken as WGS 84"),
    ] {
        assert_eq!(Crs::from_text(text).unwrap().accuracy(), expected, "{text}");
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
    let plane = Crs::plane_around(Coord { x: 4.4, y: 50.8 });
    let north = plane.from_wgs84(Coord { x: 4.4, y: 50.9 }).unwrap();
    // A tenth of a degree along the meridian of the ellipsoid, at 50.85 degrees.
    assert!(north.x.abs() < 1e-3 && (north.y - 11_124.9).abs() < 1.0, "{north:?}");
}

#[test]
fn a_file_that_states_nothing_has_no_system() {
    assert!(Crs::from_stated(&StatedCrs::Nothing).unwrap().is_none());
    for (stated, code) in [
        (StatedCrs::ByFormat, 4326),
        (StatedCrs::Epsg(31370), 31370),
        (StatedCrs::Name("urn:ogc:def:crs:OGC:1.3:CRS83".into()), 4269),
        (StatedCrs::Wkt(GCS_BELGE.into()), 4313),
    ] {
        assert_eq!(Crs::from_stated(&stated).unwrap().unwrap().epsg(), Some(code));
    }
}

#[test]
fn an_unknown_code_gets_advice() {
    for (code, advice) in [
        (31730, "did you mean EPSG:31370?"),
        (313_700, "did you mean EPSG:31370?"),
        (43260, "did you mean EPSG:4326?"),
        (999_999, "give the code of a usual system, a PROJ text or the text of a .prj file"),
    ] {
        let fault = Crs::from_epsg(code).unwrap_err();
        assert_eq!(fault, CrsError::UnknownCode { code, advice: advice.to_owned() });
    }
}

#[test]
fn hostile_text_is_an_error() {
    let lambert = |value: &str| lambert(value, "49.8", "4.4");
    let nested = format!("{}{}{}", "COMPD_CS[\"a\",".repeat(1000), GCS_BELGE, "]".repeat(1000));
    let noise: String =
        (0..5000_u32).filter_map(|i| char::from_u32(i.wrapping_mul(2_654_435_761) >> 22)).collect();
    for text in [
        lambert("NaN"),
        lambert("1e999"),
        lambert("91"),
        lambert("-49.8"),
        lambert("\"x\""),
        lambert("[1]"),
        GCS_BELGE.replace("6378388.0", "0"),
        GCS_BELGE.replace("6378388.0", "-6378388"),
        GCS_BELGE.replace("297.0", "1.0"),
        GCS_BELGE.replace("297.0", "0.5"),
        GCS_BELGE.replace("0.0174532925199433", "0"),
        GCS_BELGE.replace("SPHEROID", "SPHERE"),
        GCS_BELGE.replace("GEOGCS", "LOCAL_CS"),
        GCS_BELGE.replace("GEOGCS", "GEOCCS"),
        wkt(31370).replace("Lambert_Conformal_Conic_2SP", "Bonne"),
        "COMPD_CS[\"a\"]".to_owned(),
        "PROJCS[\"\"]".to_owned(),
        nested,
        noise,
        "[".repeat(1 << 20),
        "]".repeat(1 << 20),
        "\"".repeat(1 << 20),
        "A[".repeat(1 << 19),
    ] {
        let excerpt: String = text.chars().take(400).collect();
        assert!(Crs::from_wkt(&text).is_err(), "{excerpt}");
        assert!(Crs::from_text(&text).is_err(), "{excerpt}");
    }
}

#[test]
fn cut_text_never_panics() {
    for (text, _) in esri_texts() {
        for end in (0..text.len()).step_by(7) {
            assert!(Crs::from_wkt(&text[..end]).is_err(), "{}", &text[..end]);
        }
    }
}

#[test]
fn systems_are_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Crs::wgs84());
    let text = format!("{:?}", Crs::from_epsg(31370).unwrap());
    assert!(text.len() < 1000, "{text}");
}

#[test]
#[ignore]
fn speed() {
    for code in [31370, 3812, 3035, 25831, 28992, 3857, 4326, 4258] {
        let crs = Crs::from_epsg(code).unwrap();
        let middle = match code {
            3035 => (3950000.0, 3100000.0),
            25831 => (600000.0, 5600000.0),
            3812 => (650000., 670000.),
            3857 => (500000., 6500000.),
            4326 | 4258 => (4.4, 50.8),
            _ => (150000., 380000.),
        };
        let middle = if code == 31370 { (150000., 170000.) } else { middle };
        let clock = std::time::Instant::now();
        let mut sum = 0.0;
        for i in 0..1_000_000 {
            sum += crs
                .to_wgs84(Coord {
                    x: middle.0 + f64::from(i) * 1e-2 * if code < 4300 && code > 4200 { 1e-5 } else { 1.0 },
                    y: middle.1,
                })
                .unwrap()
                .x;
        }
        println!("{code} {:?} {sum}", clock.elapsed());
    }
    let clock = std::time::Instant::now();
    for (text, _) in esri_texts() {
        Crs::from_wkt(&text).unwrap();
    }
    println!("22 wkt {:?}", clock.elapsed());
    let clock = std::time::Instant::now();
    Crs::from_wkt(&wkt(31370).replace("150000.013", "250000.013")).unwrap();
    println!("unrecognised {:?}", clock.elapsed());
    let text = wkt(26986).rsplit_once(",AUTHORITY").unwrap().0.to_owned() + "]";
    let clock = std::time::Instant::now();
    Crs::from_wkt(&text).unwrap();
    println!("by search {:?}", clock.elapsed());
}
