use geo::Coord;
use rand::{RngExt as _, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::samples::{GCS_BELGE, esri_texts, lambert, wkt};
use crate::crs::Crs;

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
fn mutated_text_never_panics() {
    let mut texts: Vec<String> = esri_texts().into_iter().map(|(text, _)| text).collect();
    texts.extend([4326, 31370, 3857, 28992, 5514, 3078, 2057].map(wkt));
    texts.extend(
        [31370, 32631, 3035, 2056, 3078, 5514]
            .map(|code| crs_definitions::from_code(code).unwrap().proj4.to_owned()),
    );
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let mut read = 0;
    for round in 0..3000 {
        let mut bytes = texts[round % texts.len()].clone().into_bytes();
        for _ in 0..random.random_range(1..4) {
            let at = random.random_range(0..bytes.len());
            match random.random_range(0..4) {
                0 => drop(bytes.remove(at)),
                1 => bytes[at] = random.random_range(0..128),
                2 => bytes.insert(at, b"[]\",.-+0123456789eNP"[random.random_range(0..19)]),
                _ => bytes[at] = b"0123456789-."[random.random_range(0..12)],
            }
        }
        let text = String::from_utf8(bytes).unwrap();
        let Ok(crs) = Crs::from_text(&text) else { continue };
        read += 1;
        for (x, y) in [(0.0, 0.0), (4.4, 50.8), (1.5e5, 1.7e5), (-1e7, 1e7), (1e308, -1e308)] {
            if let Ok(there) = crs.to_wgs84(Coord { x, y }) {
                assert!(there.x.is_finite() && there.y.is_finite(), "{text}: {x} {y}");
            }
            let _ = crs.from_wgs84(Coord { x, y });
        }
    }
    assert!(read > 500, "{read} texts were read");
}
