//! The shapes of a shapefile.
//!
//! By hand: a record that contradicts itself is told as a fault of one feature, and no count is believed
//! before the bytes are there. Libraries stop at the first fault, or reserve the memory that a record
//! asks for.

use super::polygons::polygons;
use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblem, InputProblems};
use zonewerk_core::layer::{Position, Shape};

const HEADER: usize = 100;
const FILE_CODE: i32 = 9994;

/// The shapes of a `.shp` file, one for each record, in the order of the file. A record
/// that contradicts itself is a [`Shape::Unreadable`].
///
/// The layout is that of the ESRI Shapefile Technical Description (July 1998). The chain
/// of records is followed by their stated lengths, and must end where the header says.
///
/// # Errors
/// When this is no shapefile, when it is shorter or longer than its header states, or
/// when its records are not one after the other: then with the record and the byte.
pub(super) fn shapes(file: &str, bytes: &[u8]) -> Result<Vec<Shape>, InputProblems> {
    let header = ShpHeader::read(file, bytes)?;
    let mut shapes = Vec::new();
    let mut at = HEADER;
    let mut first = None;
    while at < header.length {
        let place = InputPlace::Feature(shapes.len() + 1);
        let number = number_be(bytes, at);
        let content = record(bytes, at);
        let (Some(number), Some(content)) = (number, content) else {
            return Err(header.broken(file, place, bytes, at).into());
        };
        let due = first.get_or_insert(number.clamp(0, 1)).saturating_add_unsigned(to_u32(shapes.len()));
        if number != due {
            let found = format!("record {number} at byte {at}");
            let expected = format!("record {due}; a repacked or newly exported file");
            return Err(problem("record-out-of-order", file, place, &found, &expected).into());
        }
        shapes.push(shape(content, header.kind).unwrap_or_else(Shape::Unreadable));
        at += 8 + content.len();
    }
    Ok(shapes)
}

struct ShpHeader {
    length: usize,
    kind: ShpKind,
}

impl ShpHeader {
    fn read(file: &str, bytes: &[u8]) -> Result<Self, InputProblems> {
        let wrong = |code, found: &str, expected: &str| {
            InputProblems::from(problem(code, file, InputPlace::File, found, expected))
        };
        if number_be(bytes, 0) != Some(FILE_CODE) {
            let start = bytes.iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>();
            let found = if start.is_empty() { "nothing".to_owned() } else { format!("the bytes {start}") };
            return Err(wrong("not-a-shapefile", &found, "a .shp file, which starts with 0000270a"));
        }
        if bytes.len() < HEADER {
            let found = format!("the end of the file at byte {}", bytes.len());
            return Err(wrong("truncated-shapefile", &found, &format!("a header of {HEADER} bytes")));
        }
        let words = number_be(bytes, 24).unwrap_or(-1);
        let length = usize::try_from(words).ok().and_then(|words| words.checked_mul(2)).unwrap_or(0);
        if length < HEADER {
            let found = format!("a length of {words} words in the header");
            return Err(wrong("wrong-length", &found, &format!("{} or more", HEADER / 2)));
        }
        if bytes.len() > length {
            let found = format!("{} bytes", bytes.len());
            return Err(wrong("wrong-length", &found, &format!("{length} bytes, as the header states")));
        }
        let number = number_le(bytes, 32).unwrap_or(-1);
        let kind = ShpKind::of(number).ok_or_else(|| {
            let expected = "a type of shape: 5, 15 or 25 for polygons";
            wrong("unknown-shape-type", &format!("shape type {number}"), expected)
        })?;
        Ok(Self { length, kind })
    }

    /// The fault of a record that does not fit in the file.
    fn broken(&self, file: &str, place: InputPlace, bytes: &[u8], at: usize) -> InputProblem {
        let end = bytes.len();
        let words = number_be(bytes, at + 4).filter(|_| at + 8 <= end);
        let record = words.map_or_else(
            || format!("a record at byte {at}"),
            |words| format!("a record of {} bytes at byte {at}", 8 + 2 * i64::from(words)),
        );
        if end < self.length {
            let found = format!("the end of the file at byte {end}, in {record}");
            let expected = format!("{} bytes, as the header states", self.length);
            problem("truncated-shapefile", file, place, &found, &expected)
        } else {
            let expected = format!("a record of at least 12 bytes that ends by byte {end}");
            problem("broken-record", file, place, &record, &expected)
        }
    }
}

/// What a record holds: after its number and its length in words of 16 bits.
fn record(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let length = usize::try_from(number_be(bytes, at + 4)?).ok()?.checked_mul(2)?;
    if length < 4 {
        return None;
    }
    bytes.get(at + 8..)?.get(..length)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum ShpKind {
    Null,
    Polygon,
    PolygonZ,
    PolygonM,
    Other(i32, &'static str),
}

impl ShpKind {
    fn of(number: i32) -> Option<Self> {
        Some(match number {
            0 => Self::Null,
            5 => Self::Polygon,
            15 => Self::PolygonZ,
            25 => Self::PolygonM,
            1 | 11 | 21 => Self::Other(number, "Point"),
            3 | 13 | 23 => Self::Other(number, "PolyLine"),
            8 | 18 | 28 => Self::Other(number, "MultiPoint"),
            31 => Self::Other(number, "MultiPatch"),
            _ => return None,
        })
    }
}

fn shape(content: &[u8], expected: ShpKind) -> Result<Shape, String> {
    let number = number_le(content, 0).unwrap_or(-1);
    let kind = ShpKind::of(number);
    match kind {
        Some(ShpKind::Null) if content.len() == 4 => Ok(Shape::Empty),
        Some(ShpKind::Null) => Err(format!("a null shape of {} bytes", content.len())),
        Some(_) if kind != Some(expected) => Err(format!("shape type {number}, not that of the file")),
        Some(ShpKind::Other(_, name)) => Ok(Shape::NoPolygon(name.to_owned())),
        Some(polygon) => rings(content, polygon),
        None => Err(format!("shape type {number}")),
    }
}

/// The rings of a polygon; heights and measures are left alone. Measures are optional.
fn rings(content: &[u8], kind: ShpKind) -> Result<Shape, String> {
    let [parts, points] =
        [36, 40].map(|at| number_le(content, at).and_then(|count| u32::try_from(count).ok()));
    let (Some(parts), Some(points)) = (parts, points) else {
        return Err(format!("a polygon of {} bytes without counts of rings and points", content.len()));
    };
    let plain = 44 + 4 * u64::from(parts) + 16 * u64::from(points);
    let extra = 16 + 8 * u64::from(points);
    let possible = match kind {
        ShpKind::PolygonZ => [plain + extra, plain + 2 * extra],
        ShpKind::PolygonM => [plain, plain + extra],
        _ => [plain, plain],
    };
    if !possible.contains(&(content.len() as u64)) {
        return Err(format!("{parts} rings and {points} points in {} bytes", content.len()));
    }
    let (starts, rest) = content[44..].split_at(4 * parts as usize);
    let coordinates = &rest[..16 * points as usize];
    let mut bounds: Vec<u32> = starts.chunks_exact(4).map(|start| u32::from_le_bytes(array(start))).collect();
    if bounds.first().is_some_and(|&start| start > 0) || (bounds.is_empty() && points > 0) {
        return Err(format!("points before the first of {parts} rings"));
    }
    bounds.push(points);
    if let Some(pair) = bounds.windows(2).find(|pair| pair[0] > pair[1]) {
        return Err(format!("a ring from point {} to point {} of {points}", pair[0], pair[1]));
    }
    if parts == 0 {
        return Ok(Shape::Empty);
    }
    let ring = |pair: &[u32]| coordinates[16 * pair[0] as usize..16 * pair[1] as usize].chunks_exact(16);
    let rings = bounds.windows(2).map(|pair| ring(pair).map(position).collect()).collect();
    Ok(Shape::Polygons(polygons(rings)))
}

fn position(bytes: &[u8]) -> Position {
    let (x, y) = bytes.split_at(8);
    Position { x: f64::from_le_bytes(array(x)), y: f64::from_le_bytes(array(y)) }
}

fn number_be(bytes: &[u8], at: usize) -> Option<i32> {
    Some(i32::from_be_bytes(array(bytes.get(at..at + 4)?)))
}

fn number_le(bytes: &[u8], at: usize) -> Option<i32> {
    Some(i32::from_le_bytes(array(bytes.get(at..at + 4)?)))
}

/// The first bytes, zero where there are fewer.
fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    std::array::from_fn(|place| bytes.get(place).copied().unwrap_or(0))
}

fn to_u32(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
