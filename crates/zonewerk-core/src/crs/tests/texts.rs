use geo::Coord;

use super::samples::{GCS_BELGE, esri_texts, wkt};
use crate::crs::{Crs, CrsError};
use crate::layer::StatedCrs;

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
        match crate::crs::wkt::read(&text) {
            Ok(stated) if stated.definition.same_projection(&known.definition) => read += 1,
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
        (
            "EPSG:4267",
            "about 10 m in the contiguous United States and up to some hundred elsewhere, for want of \
             grids: three-parameter shift (towgs84), EPSG operation 1173",
        ),
        ("EPSG:4269", "about 4 m: datum North_American_Datum_1983 taken as WGS 84"),
        ("EPSG:25831", "about 1 m: datum European_Terrestrial_Reference_System_1989 taken as WGS 84"),
        (
            "+proj=utm +zone=31 +ellps=intl",
            "unknown: no datum is named, taken as WGS 84, which may be hundreds of metres off",
        ),
        (&unnamed, "unknown: no datum is named, taken as WGS 84"),
        (&foreign, "unknown: no shift of datum D_Mars is known, taken as WGS 84"),
    ] {
        assert_eq!(Crs::from_text(text).unwrap().accuracy(), expected, "{text}");
    }
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
