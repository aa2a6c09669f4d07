//! Changes to the official zones of Flanders.

use std::path::Path;

use super::{try_in, try_json};

#[test]
fn a_zone_that_gets_too_small_is_named() {
    let changes = ["-s", "flanders-2019", "--move", "Hal,Sint-Pieters-Leeuw=Pajottenland"];
    let report = try_json(Path::new("."), &changes, 1);
    let new = report["proposal"]["new"].as_array().unwrap();
    let is_small = |finding: &&serde_json::Value| finding["rule"] == "zone-below-minimum-population";
    let sentence = new.iter().find(is_small).unwrap()["sentence"].as_str().unwrap();
    assert!(sentence.starts_with("zone Zennevallei: "), "{sentence}");
    assert_eq!(report["proposal"]["zones"].as_array().unwrap().len(), 2);
}

#[test]
fn a_misspelt_or_ambiguous_name_gets_suggestions() {
    let (_, said) = try_in(Path::new("."), &["--move", "Zutendal=Maasland", "--move", "Gand=Maaslant"], 2);
    assert_eq!(
        said,
        "error: 2 problems in the changes\n  \
         --move Zutendal=Maasland: no unit is \"Zutendal\" (is it Zutendaal (71067)?)\n  \
         --move Gand=Maaslant: no zone is called \"Maaslant\" (is it \"Maasland\"?)\n"
    );
}

#[test]
fn mergers_laid_over_the_zones_before_them_name_their_conflicts() {
    let (text, _) = try_in(Path::new("."), &["flanders-2019", "-s", "flanders-2025"], 1);
    for unit in ["Antwerpen (11002)", "Hasselt (71072)", "Tongeren-Borgloon (73111)"] {
        assert!(text.contains(&format!("unit {unit}: in ")), "{unit}\n{text}");
    }
}

#[test]
fn a_divided_unit_moves_whole() {
    let changes = ["-s", "flanders-2019", "--move", "Antwerpen=ZORA"];
    let report = try_json(Path::new("."), &changes, 1);
    let moves = &report["proposal"]["moves"];
    assert_eq!(moves["units"], 1);
    assert_eq!((moves["people"].as_u64(), moves["unplaced"].as_u64()), (Some(528_198), Some(2_432)));
    let (text, _) = try_in(Path::new("."), &changes, 1);
    assert!(text.contains("Antwerpen (11002) was divided over"), "{text}");
    assert!(text.contains("part of Antwerpen (11002)"), "{text}");
}
