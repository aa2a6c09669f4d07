pub(super) const GCS_BELGE: &str = r#"GEOGCS["GCS_Belge_1972",DATUM["D_Belge_1972",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]"#;

pub(super) fn lambert(first: &str, second: &str, meridian: &str) -> String {
    format!(
        r#"PROJCS["Belge_Lambert_1972",{GCS_BELGE},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",150000.013],PARAMETER["False_Northing",5400088.438],PARAMETER["Central_Meridian",{meridian}],PARAMETER["Standard_Parallel_1",{first}],PARAMETER["Standard_Parallel_2",{second}],PARAMETER["Latitude_Of_Origin",90.0],UNIT["Meter",1.0]]"#
    )
}

pub(super) fn wkt(code: u16) -> String {
    crs_definitions::from_code(code).unwrap().wkt.to_owned()
}

/// Systems as desktop programs write them.
pub(super) fn esri_texts() -> Vec<(String, u32)> {
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
