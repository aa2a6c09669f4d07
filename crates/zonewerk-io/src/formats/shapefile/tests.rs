use std::io::Cursor;

use ::shapefile::dbase::{FieldName, FieldValue, Record, TableWriterBuilder};
use ::shapefile::{Point, Polygon, PolygonRing, ShapeWriter, Writer};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::*;
use zonewerk_core::layer::{Attribute, Shape};

type Corners = Vec<(f64, f64)>;

/// A square, clockwise as an exterior; a negative side makes a hole.
fn square(x: f64, y: f64, side: f64) -> Corners {
    let size = side.abs();
    let mut corners = vec![(x, y), (x, y + size), (x + size, y + size), (x + size, y), (x, y)];
    if side < 0.0 {
        corners.reverse();
    }
    corners
}

/// The content of a polygon record, with `extra` blocks of heights or measures.
fn polygon(kind: i32, rings: &[Corners], extra: usize) -> Vec<u8> {
    let points: Vec<(f64, f64)> = rings.concat();
    let starts = rings.iter().scan(0, |next, ring| Some(std::mem::replace(next, *next + ring.len() as i32)));
    let mut bytes = kind.to_le_bytes().to_vec();
    bytes.extend([0; 32]);
    bytes.extend((rings.len() as i32).to_le_bytes());
    bytes.extend((points.len() as i32).to_le_bytes());
    bytes.extend(starts.flat_map(i32::to_le_bytes));
    bytes.extend(points.iter().flat_map(|point| [point.0, point.1]).flat_map(f64::to_le_bytes));
    let more = extra * (2 + points.len());
    bytes.extend(std::iter::repeat_n(7.5, more).flat_map(f64::to_le_bytes));
    bytes
}

fn shp(kind: i32, records: &[Vec<u8>]) -> Vec<u8> {
    let length: usize = 100 + records.iter().map(|record| 8 + record.len()).sum::<usize>();
    let mut bytes = vec![0; 100];
    bytes[..4].copy_from_slice(&9994_i32.to_be_bytes());
    bytes[24..28].copy_from_slice(&(length as i32 / 2).to_be_bytes());
    bytes[28..32].copy_from_slice(&1000_i32.to_le_bytes());
    bytes[32..36].copy_from_slice(&kind.to_le_bytes());
    for (number, record) in (1_i32..).zip(records) {
        bytes.extend(number.to_be_bytes());
        bytes.extend((record.len() as i32 / 2).to_be_bytes());
        bytes.extend(record);
    }
    bytes
}

/// A table of fields with their type and width, and rows of values.
fn dbf(language: u8, fields: &[(&str, u8, u8)], rows: &[&[&[u8]]]) -> Vec<u8> {
    let width: usize = 1 + fields.iter().map(|field| usize::from(field.2)).sum::<usize>();
    let mut bytes = vec![0; 32];
    bytes[0] = 3;
    bytes[4] = rows.len() as u8;
    bytes[8..10].copy_from_slice(&(33 + 32 * fields.len() as u16).to_le_bytes());
    bytes[10..12].copy_from_slice(&(width as u16).to_le_bytes());
    bytes[29] = language;
    for (name, kind, width) in fields {
        let mut field = [0; 32];
        field[..name.len()].copy_from_slice(name.as_bytes());
        (field[11], field[16]) = (*kind, *width);
        bytes.extend(field);
    }
    bytes.push(b'\r');
    for row in rows {
        bytes.push(b' ');
        for (value, field) in row.iter().zip(fields) {
            let mut padded = value.to_vec();
            padded.resize(usize::from(field.2), b' ');
            bytes.extend(padded);
        }
    }
    bytes.push(0x1a);
    bytes
}

fn read(shp: &[u8], dbf: &[u8]) -> Result<MapLayer, InputProblems> {
    layer("a.shp", &ShapefileParts { shp, dbf: Some(dbf), prj: None, cpg: None }, None)
}

fn told(read: Result<MapLayer, InputProblems>) -> String {
    let problems = read.expect_err("should be refused");
    problems.all().iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// One name for each shape, and its rings as lists of corners.
fn shapes(records: &[Vec<u8>], kind: i32) -> Vec<Shape> {
    let rows: Vec<&[&[u8]]> = vec![&[b"x"]; records.len()];
    let layer = read(&shp(kind, records), &dbf(0, &[("name", b'C', 4)], &rows)).expect("sound files");
    layer.features.into_iter().map(|feature| feature.shape).collect()
}

fn corners(shape: &Shape) -> Vec<Vec<Corners>> {
    let Shape::Polygons(polygons) = shape else { panic!("{shape:?} is no polygon") };
    let ring = |ring: &zonewerk_core::layer::Ring| {
        ring.as_ref().expect("read").iter().map(|at| (at.x, at.y)).collect()
    };
    polygons.iter().map(|rings| rings.iter().map(ring).collect()).collect()
}

/// Two shapes, the first with a hole, and their names.
fn two() -> (Vec<u8>, Vec<u8>) {
    let first = polygon(5, &[square(0.0, 0.0, 10.0), square(2.0, 2.0, -3.0)], 0);
    let second = polygon(5, &[square(10.0, 0.0, 10.0)], 0);
    let rows: [&[&[u8]]; 2] = [&[b"11002", b"Antwerpen"], &[b"11035", b"Ranst"]];
    (shp(5, &[first, second]), dbf(0, &[("code", b'C', 5), ("naam", b'C', 12)], &rows))
}

#[test]
fn a_shapefile_of_another_writer_is_read_as_it_was_meant() {
    let points = |corners: Corners| corners.into_iter().map(|(x, y)| Point::new(x, y)).collect::<Vec<_>>();
    let holed = Polygon::with_rings(vec![
        PolygonRing::Inner(points(square(2.0, 2.0, -3.0))),
        PolygonRing::Outer(points(square(0.0, 0.0, 10.0))),
    ]);
    let plain = Polygon::new(PolygonRing::Outer(points(square(10.0, 0.0, 10.0))));
    let (mut shp, mut dbf) = (Cursor::new(Vec::new()), Cursor::new(Vec::new()));
    {
        let name = |name| FieldName::try_from(name).expect("short");
        let table = TableWriterBuilder::new()
            .add_character_field(name("naam"), 20)
            .add_numeric_field(name("inw"), 10, 0)
            .add_numeric_field(name("km2"), 10, 2);
        let mut writer = Writer::new(ShapeWriter::new(&mut shp), table.build_with_dest(&mut dbf));
        for (shape, naam, number) in [(&holed, "Sint-Truiden", 41_000.0), (&plain, "Luik", 7.0)] {
            let mut row = Record::default();
            row.insert("naam".to_owned(), FieldValue::Character(Some(naam.to_owned())));
            row.insert("inw".to_owned(), FieldValue::Numeric(Some(number)));
            row.insert("km2".to_owned(), FieldValue::Numeric(Some(number / 4.0)));
            writer.write_shape_and_record(shape, &row).expect("to memory");
        }
    }
    let parts = ShapefileParts {
        shp: shp.get_ref(),
        dbf: Some(dbf.get_ref()),
        prj: Some(b"PROJCS[\"Li\xe8ge\"]"),
        cpg: None,
    };
    let layer = layer("map/a.shp", &parts, None).expect("sound files");
    assert_eq!(layer.crs, StatedCrs::Wkt("PROJCS[\"Li\u{fffd}ge\"]".to_owned()));
    assert_eq!(layer.columns, ["naam", "inw", "km2"]);
    let text = |text: &str| Attribute::Text(text.to_owned());
    let [first, second] = &layer.features[..] else { panic!("{} features", layer.features.len()) };
    assert_eq!((first.number, second.number), (1, 2));
    assert_eq!(
        first.attributes,
        [text("Sint-Truiden"), Attribute::Whole(41_000), Attribute::Number(10_250.0)]
    );
    assert_eq!(second.attributes, [text("Luik"), Attribute::Whole(7), Attribute::Number(1.75)]);
    assert_eq!(corners(&first.shape), [[square(0.0, 0.0, 10.0), square(2.0, 2.0, -3.0)]]);
    assert_eq!(corners(&second.shape), [[square(10.0, 0.0, 10.0)]]);
}

#[test]
fn heights_and_measures_change_nothing() {
    let rings = [square(0.0, 0.0, 10.0), square(2.0, 2.0, -3.0), square(20.0, 0.0, 1.0)];
    let expected = vec![vec![rings[0].clone(), rings[1].clone()], vec![rings[2].clone()]];
    for (kind, extra) in [(5, 0), (15, 1), (15, 2), (25, 0), (25, 1)] {
        let read = shapes(&[polygon(kind, &rings, extra)], kind);
        assert_eq!(corners(&read[0]), expected, "type {kind} with {extra} blocks");
    }
}

#[test]
fn what_is_no_polygon_is_told_by_its_name() {
    let null = 0_i32.to_le_bytes().to_vec();
    let empty = polygon(5, &[], 0);
    let sound = polygon(5, &[square(0.0, 0.0, 1.0)], 0);
    let read = shapes(&[null.clone(), sound, empty], 5);
    assert_eq!((&read[0], &read[2]), (&Shape::Empty, &Shape::Empty));
    assert_eq!(corners(&read[1]), [[square(0.0, 0.0, 1.0)]]);
    for (kind, name) in [
        (1, "Point"),
        (11, "Point"),
        (3, "PolyLine"),
        (23, "PolyLine"),
        (18, "MultiPoint"),
        (31, "MultiPatch"),
    ] {
        let content = [i32::to_le_bytes(kind).to_vec(), vec![0; 40]].concat();
        assert_eq!(shapes(&[content, null.clone()], kind), [Shape::NoPolygon(name.to_owned()), Shape::Empty]);
    }
}

#[test]
fn a_hole_is_in_the_smallest_exterior_around_it() {
    let far = |corners: &Corners| corners.iter().map(|&(x, y)| (x + 1e9, y - 1e9)).collect::<Corners>();
    let big = square(0.0, 0.0, 100.0);
    let lake = square(10.0, 10.0, -80.0);
    let island = square(20.0, 20.0, 60.0);
    let pond = square(30.0, 30.0, -10.0);
    let apart = square(200.0, 200.0, -10.0);
    let touching = vec![(0.0, 50.0), (5.0, 40.0), (5.0, 60.0), (0.0, 50.0)];
    let diamond = vec![(50.0, 0.0), (100.0, 50.0), (50.0, 100.0), (0.0, 50.0), (50.0, 0.0)];
    let notched = vec![(0.0, 0.0), (0.0, 9.0), (1.0, 9.0), (1.0, 1.0), (9.0, 1.0), (9.0, 0.0), (0.0, 0.0)];
    let in_notch = square(4.0, 4.0, -2.0);
    let flat = vec![(1.0, 1.0), (2.0, 2.0), (1.0, 1.0)];
    let mut nan = square(1.0, 1.0, -2.0);
    nan[2].0 = f64::NAN;
    for (case, rings, expected) in [
        ("onion", vec![&pond, &island, &big, &lake], vec![vec![1, 0], vec![2, 3]]),
        ("no exterior around it", vec![&apart, &big, &lake], vec![vec![0], vec![1, 2]]),
        ("touches in a vertex", vec![&touching, &big], vec![vec![1, 0]]),
        ("every vertex on the exterior", vec![&diamond, &big], vec![vec![1, 0]]),
        ("in the box of the exterior only", vec![&notched, &in_notch], vec![vec![0], vec![1]]),
        ("without area", vec![&big, &flat], vec![vec![0], vec![1]]),
        ("only holes", vec![&lake, &pond], vec![vec![0], vec![1]]),
    ] {
        for shift in [false, true] {
            let rings: Vec<Corners> =
                rings.iter().map(|&ring| if shift { far(ring) } else { ring.clone() }).collect();
            let expected: Vec<Vec<Corners>> = expected
                .iter()
                .map(|places| places.iter().map(|&place| rings[place].clone()).collect())
                .collect();
            assert_eq!(corners(&shapes(&[polygon(5, &rings, 0)], 5)[0]), expected, "{case}");
        }
    }
    let open = big[..4].to_vec();
    assert_eq!(corners(&shapes(&[polygon(5, &[open.clone(), lake.clone()], 0)], 5)[0]), [[open, lake]]);
    let read = corners(&shapes(&[polygon(5, &[big, nan, vec![]], 0)], 5)[0]);
    assert_eq!(read.iter().map(|rings| rings[0].len()).collect::<Vec<_>>(), [5, 5, 0]);
}

#[test]
fn forty_thousand_rings_find_their_exteriors() {
    const ACROSS: usize = 100;
    let mut rings = Vec::new();
    for place in 0..ACROSS * ACROSS {
        let (x, y) = ((place % ACROSS) as f64 * 10.0, (place / ACROSS) as f64 * 10.0);
        rings.extend([square(x + 2.0, y + 2.0, -6.0), square(x, y, 9.0)]);
        rings.extend([square(x + 3.0, y + 3.0, 4.0), square(x + 4.0, y + 4.0, -2.0)]);
    }
    let read = corners(&shapes(&[polygon(5, &rings, 0)], 5)[0]);
    assert_eq!(read.len(), 2 * ACROSS * ACROSS);
    for (pair, square) in read.chunks(2).zip(rings.chunks(4)) {
        assert_eq!(pair[0], [square[1].clone(), square[0].clone()]);
        assert_eq!(pair[1], [square[2].clone(), square[3].clone()]);
    }
}

#[test]
fn names_are_read_in_the_encoding_that_is_said() {
    let shp = shp(5, &[polygon(5, &[square(0.0, 0.0, 1.0)], 0)]);
    for (name, language, cpg, option, expected, told) in [
        (&b"Li\xe8ge"[..], 0, None, None, "Liège", "windows-1252 (assumed)"),
        (b"Li\xe8ge", 0, Some("ISO-8859-1"), None, "Liège", "windows-1252 (from the .cpg file)"),
        (b"Li\xe8ge", 0, Some("UTF-8"), None, "Li\u{fffd}ge", "UTF-8 (from the .cpg file)"),
        (b"Li\xc3\xa8ge", 0x57, None, None, "Liège", "UTF-8 (assumed)"),
        (b"Li\xc3\xa8ge", 0x03, None, None, "LiÃ¨ge", "windows-1252 (from the .dbf file)"),
        (b"Li\xe8ge", 0xc8, Some("1252"), Some("ISO-8859-5"), "Liшge", "ISO-8859-5 (as asked)"),
        (b"Luik\0\xff\xff", 0, None, None, "Luik", "ASCII"),
    ] {
        let dbf = dbf(language, &[("naam", b'C', 10)], &[&[name]]);
        let parts = ShapefileParts { shp: &shp, dbf: Some(&dbf), prj: None, cpg: cpg.map(str::as_bytes) };
        let layer = layer("a.shp", &parts, option).expect("sound files");
        assert_eq!(layer.features[0].attribute(0), &Attribute::Text(expected.to_owned()));
        assert_eq!(layer.encoding.as_deref(), Some(told));
    }
}

#[test]
fn values_keep_the_type_and_the_digits_of_the_file() {
    let (text, other) =
        (|text: &str| Attribute::Text(text.to_owned()), |text: &str| Attribute::Other(text.to_owned()));
    let shp = shp(5, &[polygon(5, &[square(0.0, 0.0, 1.0)], 0)]);
    for (kind, value, expected) in [
        (b'C', &b"  01234 "[..], text("01234")),
        (b'C', b"", Attribute::Blank),
        (b'N', b"    11002", Attribute::Whole(11_002)),
        (b'N', b"-7", Attribute::Whole(-7)),
        (b'N', b"9007199254740993", Attribute::Whole(9_007_199_254_740_993)),
        (b'N', b"99999999999999999999", other("99999999999999999999")),
        (b'F', b"1.25000000000e+003", Attribute::Number(1250.0)),
        (b'N', b"16777217.5", Attribute::Number(16_777_217.5)),
        (b'N', b"", Attribute::Blank),
        (b'N', b"********************", Attribute::Blank),
        (b'N', b"1,5", other("1,5")),
        (b'D', b"20240131", other("20240131")),
        (b'D', b"00000000", Attribute::Blank),
        (b'L', b"T", other("T")),
        (b'L', b"?", Attribute::Blank),
    ] {
        let dbf = dbf(0, &[("value", kind, 20)], &[&[value]]);
        let layer = read(&shp, &dbf).expect("sound files");
        assert_eq!(layer.features[0].attribute(0), &expected, "{}", value.escape_ascii());
    }
    let dbf = dbf(0, &[("value", b'I', 4)], &[&[&(-7_i32).to_le_bytes()]]);
    assert_eq!(read(&shp, &dbf).expect("sound files").features[0].attribute(0), &Attribute::Whole(-7));
}

#[test]
fn a_deleted_row_takes_its_shape_along_and_moves_no_other() {
    let (shp, mut dbf) = two();
    let first = 33 + 2 * 32;
    dbf[first] = b'*';
    let layer = read(&shp, &dbf).expect("sound files");
    let [feature] = &layer.features[..] else { panic!("{} features", layer.features.len()) };
    assert_eq!((feature.number, feature.attribute(0)), (2, &Attribute::Text("11035".to_owned())));
    assert_eq!(corners(&feature.shape), [[square(10.0, 0.0, 10.0)]]);
}

#[test]
fn a_frame_that_contradicts_the_bytes_is_refused() {
    let planted = |at: usize, value: &[u8], expected: &str| (at, value.to_vec(), expected.to_owned());
    let (shp, dbf) = two();
    let (end, rows) = (shp.len(), dbf.len() - 1);
    let second = end - 8 - (44 + 4 + 5 * 16);
    for (at, value, expected) in [
        planted(
            0,
            &[0x50, 0x4b],
            "a.shp: found the bytes 504b270a, expected a .shp file, which starts with 0000270a [not-a-shapefile]",
        ),
        planted(
            24,
            &[0; 4],
            "a.shp: found a length of 0 words in the header, expected 50 or more [wrong-length]",
        ),
        planted(
            24,
            &[0xff; 4],
            "a.shp: found a length of -1 words in the header, expected 50 or more [wrong-length]",
        ),
        planted(
            27,
            &[100],
            &format!("a.shp: found {end} bytes, expected 200 bytes, as the header states [wrong-length]"),
        ),
        planted(
            32,
            &[6],
            "a.shp: found shape type 6, expected a type of shape: 5, 15 or 25 for polygons [unknown-shape-type]",
        ),
        planted(
            second + 3,
            &[7],
            &format!(
                "a.shp, feature 2: found record 7 at byte {second}, expected record 2; a repacked or newly exported file [record-out-of-order]"
            ),
        ),
        planted(
            second + 4,
            &[0x7f],
            &format!(
                "a.shp, feature 2: found a record of 4261413000 bytes at byte {second}, expected a record of at least 12 bytes that ends by byte {end} [broken-record]"
            ),
        ),
        planted(
            second + 4,
            &[0xff; 4],
            &format!(
                "a.shp, feature 2: found a record of 6 bytes at byte {second}, expected a record of at least 12 bytes that ends by byte {end} [broken-record]"
            ),
        ),
        planted(
            second + 7,
            &[1],
            &format!(
                "a.shp, feature 2: found a record of 10 bytes at byte {second}, expected a record of at least 12 bytes that ends by byte {end} [broken-record]"
            ),
        ),
    ] {
        let mut broken = shp.clone();
        broken[at..at + value.len()].copy_from_slice(&value);
        assert_eq!(told(read(&broken, &dbf)), expected);
    }
    for (at, value, expected) in [
        planted(
            0,
            &[4],
            "a.dbf: found a table of dBASE 7 (first byte 04), expected a table of dBASE III to V [unsupported-dbf]",
        ),
        planted(
            4,
            &[3],
            &format!(
                "a.dbf, feature 3: found the end of the file at byte {}, expected 3 rows of 18 bytes from byte 97, as the header states [truncated-dbf]",
                rows + 1
            ),
        ),
        planted(
            4,
            &[0xff; 4],
            &format!(
                "a.dbf, feature 3: found the end of the file at byte {}, expected 4294967295 rows of 18 bytes from byte 97, as the header states [truncated-dbf]",
                rows + 1
            ),
        ),
        planted(4, &[1], "a.dbf: found 1 rows, expected 2, one for each shape [wrong-row-count]"),
        planted(
            8,
            &[0xff; 2],
            &format!(
                "a.dbf: found the end of the file at byte {}, expected a header of 65535 bytes [truncated-dbf]",
                rows + 1
            ),
        ),
        planted(8, &[9, 0], "a.dbf: found no fields, expected fields of 1 byte or more [broken-dbf]"),
        planted(
            10,
            &[0, 0],
            "a.dbf: found rows of 0 bytes, expected 18 bytes, the sum of 2 fields and a mark [broken-dbf]",
        ),
        planted(
            32 + 16,
            &[6],
            "a.dbf: found rows of 18 bytes, expected 19 bytes, the sum of 2 fields and a mark [broken-dbf]",
        ),
        planted(
            32 + 16,
            &[4],
            "a.dbf: found rows of 18 bytes, expected 17 bytes, the sum of 2 fields and a mark [broken-dbf]",
        ),
        planted(
            64 + 16,
            &[0],
            "a.dbf: found field 2 of 0 bytes, expected fields of 1 byte or more [broken-dbf]",
        ),
    ] {
        let mut broken = dbf.clone();
        broken[at..at + value.len()].copy_from_slice(&value);
        assert_eq!(told(read(&shp, &broken)), expected);
    }
}

#[test]
fn a_record_that_contradicts_itself_is_unreadable_alone() {
    let sound = polygon(5, &[square(0.0, 0.0, 10.0), square(2.0, 2.0, -3.0)], 0);
    for (at, value, expected) in [
        (0, 9, "shape type 9"),
        (0, 3, "shape type 3, not that of the file"),
        (0, 15, "shape type 15, not that of the file"),
        (0, 0, "a null shape of 212 bytes"),
        (36, 3, "3 rings and 10 points in 212 bytes"),
        (36, -2, "a polygon of 212 bytes without counts of rings and points"),
        (36, i32::MAX, "2147483647 rings and 10 points in 212 bytes"),
        (40, 9, "2 rings and 9 points in 212 bytes"),
        (40, i32::MAX, "2 rings and 2147483647 points in 212 bytes"),
        (44, 1, "points before the first of 2 rings"),
        (48, 11, "a ring from point 11 to point 10 of 10"),
        (48, -1, "a ring from point 4294967295 to point 10 of 10"),
    ] {
        let mut broken = sound.clone();
        broken[at..at + 4].copy_from_slice(&i32::to_le_bytes(value));
        let read = shapes(&[broken, sound.clone()], 5);
        assert_eq!(read[0], Shape::Unreadable(expected.to_owned()));
        assert_eq!(corners(&read[1]).len(), 1);
    }
    let short = sound[..40].to_vec();
    let expected = "a polygon of 40 bytes without counts of rings and points".to_owned();
    assert_eq!(shapes(&[short], 5), [Shape::Unreadable(expected)]);
}

#[test]
fn a_missing_table_is_told_together_with_other_faults() {
    let (shp, _) = two();
    let parts = ShapefileParts { shp: &shp[..120], dbf: None, prj: Some(b" "), cpg: None };
    assert_eq!(
        told(layer("Kaart.SHP", &parts, None)),
        "Kaart.SHP, feature 1: found the end of the file at byte 120, in a record of 220 bytes at byte 100, expected \
         456 bytes, as the header states [truncated-shapefile]\nKaart.SHP: found no file of attributes, expected \
         Kaart.DBF beside it [missing-dbf]"
    );
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let (shp, dbf) = two();
    assert_eq!(read(&shp, &dbf).expect("sound files").features.len(), 2);
    for end in 0..shp.len() {
        let told = told(read(&shp[..end], &dbf));
        let place = match end {
            0..4 => "not-a-shapefile",
            4..100 => "byte",
            100..320 => "feature 1",
            _ => "feature 2",
        };
        assert!(told.contains(place), "{end}: {told}");
    }
    for end in 0..dbf.len() - 1 {
        assert!(told(read(&shp, &dbf[..end])).contains("truncated-dbf"), "{end}");
    }
}

#[test]
fn no_damage_to_the_bytes_makes_the_reader_panic() {
    let mut rng = ChaCha8Rng::seed_from_u64(3);
    let rings =
        [square(0.0, 0.0, 10.0), square(2.0, 2.0, -3.0), square(3.0, 3.0, 1.0), square(20.0, 0.0, 1.0)];
    let records = [polygon(15, &rings, 2), 0_i32.to_le_bytes().to_vec(), polygon(15, &rings[..2], 1)];
    let row: &[&[u8]] = &[b"Li\xe8ge", b"12.5", b"\x01\0\0\0"];
    let (shp, dbf) =
        (shp(15, &records), dbf(0, &[("naam", b'C', 9), ("km2", b'N', 6), ("n", b'I', 4)], &[row, row, row]));
    let (mut sound, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let (mut shp, mut dbf) = (shp.clone(), dbf.clone());
        for _ in 0..rng.random_range(1..=4) {
            let bytes = if rng.random_bool(0.6) { &mut shp } else { &mut dbf };
            let at = rng.random_range(0..bytes.len());
            if rng.random_bool(0.5) {
                bytes[at] ^= 1 << rng.random_range(0..8);
            } else {
                bytes[at] = [0, 0xff, 0x7f, 0x80][rng.random_range(0..4)];
            }
        }
        match read(&shp, &dbf) {
            Ok(layer) => {
                assert!(layer.features.iter().all(|feature| feature.attributes.len() == layer.columns.len()));
                sound += 1;
            }
            Err(_) => refused += 1,
        }
    }
    assert!(sound > 1000 && refused > 1000, "{sound} read, {refused} refused");
}
