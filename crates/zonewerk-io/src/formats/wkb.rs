//! Geometry of a GeoPackage, read by hand: a blob that is wrong is a fault of one feature, told in words,
//! and the counts it states take no memory before the bytes are there.
//!
//! The layout is the binary header of OGC 12-128r17, clause 2.1.3, then well-known binary (OGC 06-103r4,
//! clause 8), in either byte order. Heights and measures
//! are passed over, whether ISO (type + 1000, 2000, 3000) or EWKB (high bits) marks them.

use geo::Coord;

use zonewerk_core::layer::{Position, Ring, Shape};

/// Collections in collections are followed no deeper than this.
const DEEPEST: usize = 16;

/// Bytes of a geometry without content: byte order and type.
const SMALLEST_GEOMETRY: usize = 5;

/// The shape in a blob of a GeoPackage; whatever is wrong with the blob is said in words.
pub(crate) fn shape(blob: &[u8]) -> Shape {
    let mut bytes = Bytes { blob, at: 0, little: true };
    let shape = bytes.header().and_then(|empty| {
        if empty && bytes.left() == 0 {
            return Ok(Shape::Empty);
        }
        let mut polygons = Vec::new();
        let shape = match bytes.geometry(ParentGeometry::Nothing, &mut polygons, DEEPEST)? {
            Some(name) => Shape::NoPolygon(name),
            None if bytes.left() > 0 => {
                return Err(format!("{} bytes after its end at byte {}", bytes.left(), bytes.at));
            }
            None if polygons.iter().all(Vec::is_empty) => Shape::Empty,
            None => Shape::Polygons(polygons.into_iter().filter(|rings| !rings.is_empty()).collect()),
        };
        Ok(shape)
    });
    shape
        .unwrap_or_else(|fault| Shape::Unreadable(format!("a geometry of {} bytes with {fault}", blob.len())))
}

/// What a geometry is part of.
#[derive(Clone, Copy, PartialEq)]
enum ParentGeometry {
    Nothing,
    Polygons,
    Collection,
}

/// The bytes of one geometry and how far they have been read.
struct Bytes<'a> {
    blob: &'a [u8],
    at: usize,
    little: bool,
}

impl Bytes<'_> {
    fn left(&self) -> usize {
        self.blob.len() - self.at
    }

    fn take<const N: usize>(&mut self, what: &str) -> Result<[u8; N], String> {
        let Some(taken) = self.blob[self.at..].first_chunk::<N>() else {
            return Err(format!("{} bytes at byte {} where {what} takes {N}", self.left(), self.at));
        };
        self.at += N;
        Ok(*taken)
    }

    fn whole(&mut self, what: &str) -> Result<u32, String> {
        let bytes = self.take(what)?;
        Ok(if self.little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) })
    }

    fn number(&mut self) -> Result<f64, String> {
        let bytes = self.take("a coordinate")?;
        Ok(if self.little { f64::from_le_bytes(bytes) } else { f64::from_be_bytes(bytes) })
    }

    /// A count of things that take `smallest` bytes each or more, so that no count asks
    /// for memory that its blob could not fill.
    fn count(&mut self, what: &str, smallest: usize) -> Result<usize, String> {
        let at = self.at;
        let count = self.whole("a count")?;
        let possible = self.left() / smallest;
        usize::try_from(count).ok().filter(|&count| count <= possible).ok_or_else(|| {
            format!("{count} {what} announced at byte {at} where {} bytes are left", self.left())
        })
    }

    /// Reads over the header; whether it calls the geometry empty.
    fn header(&mut self) -> Result<bool, String> {
        let [g, p, version, flags] = self.take("the header")?;
        if [g, p] != *b"GP" {
            return Err(format!("the bytes {g:02x} {p:02x} at byte 0 where GP should stand"));
        }
        if version != 0 {
            return Err(format!("version {version} at byte 2 where 0 should stand"));
        }
        if flags & 0b10_0000 != 0 {
            return Err("an extended type at byte 3".to_owned());
        }
        self.take::<4>("the reference system")?;
        match flags >> 1 & 0b111 {
            0 => {}
            1 => drop(self.take::<32>("the envelope")?),
            2 | 3 => drop(self.take::<48>("the envelope")?),
            4 => drop(self.take::<64>("the envelope")?),
            other => return Err(format!("an envelope of kind {other} at byte 3")),
        }
        Ok(flags & 0b1_0000 != 0)
    }

    /// Adds the polygons of the next geometry; its name when it is something else.
    fn geometry(
        &mut self,
        within: ParentGeometry,
        polygons: &mut Vec<Vec<Ring>>,
        deeper: usize,
    ) -> Result<Option<String>, String> {
        let start = self.at;
        let [order] = self.take("the byte order")?;
        self.little = match order {
            0 => false,
            1 => true,
            other => return Err(format!("byte order {other} at byte {start}")),
        };
        let WkbKind { number, dimensions } = self.kind()?;
        let name = name_of(number).ok_or_else(|| format!("geometry type {number} at byte {}", start + 1))?;
        match (number, within) {
            (3, _) => polygons.push(self.rings(dimensions)?),
            (_, ParentGeometry::Polygons) => {
                return Err(format!("a {name} inside a MultiPolygon at byte {start}"));
            }
            (6 | 7, _) => {
                let Some(deeper) = deeper.checked_sub(1) else {
                    return Err(format!("more than {DEEPEST} collections in each other at byte {start}"));
                };
                let inside = if number == 6 { ParentGeometry::Polygons } else { ParentGeometry::Collection };
                for _ in 0..self.count("geometries", SMALLEST_GEOMETRY)? {
                    if let Some(other) = self.geometry(inside, polygons, deeper)? {
                        return Ok(Some(other));
                    }
                }
            }
            (_, ParentGeometry::Collection) => return Ok(Some(format!("{name} in a GeometryCollection"))),
            (_, ParentGeometry::Nothing) => return Ok(Some(name.to_owned())),
        }
        Ok(None)
    }

    fn kind(&mut self) -> Result<WkbKind, String> {
        const HEIGHT: u32 = 0x8000_0000;
        const MEASURE: u32 = 0x4000_0000;
        const REFERENCE_SYSTEM: u32 = 0x2000_0000;
        let word = self.whole("the geometry type")?;
        if word & REFERENCE_SYSTEM != 0 {
            self.whole("the reference system")?;
        }
        let plain = word & !(HEIGHT | MEASURE | REFERENCE_SYSTEM);
        let (height, measure) = match plain / 1000 {
            0 => (word & HEIGHT != 0, word & MEASURE != 0),
            1 => (true, false),
            2 => (false, true),
            3 => (true, true),
            _ => return Ok(WkbKind { number: plain, dimensions: 2 }),
        };
        Ok(WkbKind { number: plain % 1000, dimensions: 2 + usize::from(height) + usize::from(measure) })
    }

    fn rings(&mut self, dimensions: usize) -> Result<Vec<Ring>, String> {
        let count = self.count("rings", size_of::<u32>())?;
        let mut rings = Vec::with_capacity(count);
        for _ in 0..count {
            rings.push(Ok(self.positions(dimensions)?));
        }
        Ok(rings)
    }

    fn positions(&mut self, dimensions: usize) -> Result<Vec<Position>, String> {
        let count = self.count("positions", dimensions * size_of::<f64>())?;
        let mut positions = Vec::with_capacity(count);
        for _ in 0..count {
            positions.push(Coord { x: self.number()?, y: self.number()? });
            for _ in 2..dimensions {
                self.number()?;
            }
        }
        Ok(positions)
    }
}

struct WkbKind {
    number: u32,
    dimensions: usize,
}

/// Names of the geometry types, by their number in well-known binary.
fn name_of(number: u32) -> Option<&'static str> {
    const NAMES: [&str; 17] = [
        "Point",
        "LineString",
        "Polygon",
        "MultiPoint",
        "MultiLineString",
        "MultiPolygon",
        "GeometryCollection",
        "CircularString",
        "CompoundCurve",
        "CurvePolygon",
        "MultiCurve",
        "MultiSurface",
        "Curve",
        "Surface",
        "PolyhedralSurface",
        "TIN",
        "Triangle",
    ];
    let place = usize::try_from(number).ok()?.checked_sub(1)?;
    NAMES.get(place).copied()
}

#[cfg(test)]
mod tests {
    use rand::{Rng, RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    use super::*;

    const TRIANGLE: [[f64; 2]; 4] = [[0.0, 0.0], [4.0, 0.0], [0.0, 3.0], [0.0, 0.0]];

    fn header() -> Vec<u8> {
        vec![b'G', b'P', 0, 1, 0, 0, 0, 0]
    }

    fn word(little: bool, word: u32) -> [u8; 4] {
        if little { word.to_le_bytes() } else { word.to_be_bytes() }
    }

    fn start(little: bool, kind: u32) -> Vec<u8> {
        [&[u8::from(little)][..], &word(little, kind)].concat()
    }

    /// A polygon of one triangle, with `further` coordinates after each position.
    fn triangle(little: bool, kind: u32, further: usize) -> Vec<u8> {
        let mut bytes = start(little, kind);
        if kind & 0x2000_0000 != 0 {
            bytes.extend(word(little, 4326));
        }
        bytes.extend(word(little, 1));
        bytes.extend(word(little, 4));
        for position in TRIANGLE {
            for number in position.into_iter().chain(std::iter::repeat_n(9.0, further)) {
                bytes.extend(if little { number.to_le_bytes() } else { number.to_be_bytes() });
            }
        }
        bytes
    }

    fn many(little: bool, kind: u32, parts: &[Vec<u8>]) -> Vec<u8> {
        let count = word(little, u32::try_from(parts.len()).unwrap());
        [start(little, kind), count.to_vec(), parts.concat()].concat()
    }

    fn read(wkb: &[u8]) -> Shape {
        shape(&[&header(), wkb].concat())
    }

    fn triangles(count: usize) -> Shape {
        let ring: Vec<Position> = TRIANGLE.into_iter().map(|[x, y]| Coord { x, y }).collect();
        Shape::Polygons(vec![vec![Ok(ring)]; count])
    }

    #[test]
    fn triangle_is_read_in_every_byte_order_and_dimension() {
        let kinds = [
            (3, 0),
            (1003, 1),
            (2003, 1),
            (3003, 2),
            (0x8000_0003, 1),
            (0x4000_0003, 1),
            (0xC000_0003, 2),
            (0xE000_0003, 2),
            (0x2000_0003, 0),
        ];
        for (kind, further) in kinds {
            for little in [true, false] {
                assert_eq!(
                    read(&triangle(little, kind, further)),
                    triangles(1),
                    "type {kind:x}, little {little}"
                );
            }
        }
    }

    #[test]
    fn collections_are_read_part_by_part() {
        let [little, big] = [true, false].map(|little| triangle(little, 3, 0));
        let multi = many(true, 6, &[little.clone(), big.clone()]);
        assert_eq!(read(&multi), triangles(2), "parts of either byte order");
        let collection = many(false, 7, &[multi, little, many(true, 1007, &[triangle(true, 1003, 1)])]);
        assert_eq!(read(&collection), triangles(4));
    }

    #[test]
    fn every_envelope_is_read_over() {
        for (kind, length) in [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)] {
            let mut blob = header();
            blob[3] |= kind << 1;
            blob.extend(vec![0xff; length]);
            blob.extend(triangle(false, 3, 0));
            assert_eq!(shape(&blob), triangles(1), "envelope {kind}");
        }
    }

    #[test]
    fn nothing_inside_is_empty() {
        let empty_polygon = [start(true, 3), vec![0; 4]].concat();
        let empty =
            [empty_polygon.clone(), many(true, 6, &[]), many(true, 6, &[empty_polygon]), many(true, 7, &[])];
        for wkb in empty {
            assert_eq!(read(&wkb), Shape::Empty, "{wkb:?}");
        }
        assert_eq!(shape(b"GP\0\x11\0\0\0\0"), Shape::Empty, "called empty, without further bytes");
    }

    #[test]
    fn other_geometry_is_named() {
        let point = [start(true, 1), vec![0; 16]].concat();
        let cases = [
            (point.clone(), "Point"),
            (start(false, 1002), "LineString"),
            (start(true, 10), "CurvePolygon"),
            (start(true, 12), "MultiSurface"),
            (many(true, 7, &[triangle(true, 3, 0), point]), "Point in a GeometryCollection"),
        ];
        for (wkb, name) in cases {
            assert_eq!(read(&wkb), Shape::NoPolygon(name.to_owned()));
        }
    }

    #[test]
    fn fault_is_told_with_its_byte() {
        let mut deep = triangle(true, 3, 0);
        for _ in 0..=DEEPEST {
            deep = many(true, 7, &[deep]);
        }
        let rings = |count: u32| [start(true, 3), word(true, count).to_vec(), vec![0; 8]].concat();
        let with_header = |wkb: Vec<u8>| [header(), wkb].concat();
        let mut cut = with_header(triangle(true, 3, 0));
        cut.truncate(60);
        let cases: Vec<(Vec<u8>, &str)> = vec![
            (vec![], "a geometry of 0 bytes with 0 bytes at byte 0 where the header takes 4"),
            (b"GP\0\x01\0\0".to_vec(), "2 bytes at byte 4 where the reference system takes 4"),
            (b"PK\0\x01\0\0\0\0".to_vec(), "the bytes 50 4b at byte 0 where GP should stand"),
            (b"GP\x07\x01\0\0\0\0".to_vec(), "version 7 at byte 2"),
            (b"GP\0\x21\0\0\0\0".to_vec(), "an extended type at byte 3"),
            (b"GP\0\x0b\0\0\0\0".to_vec(), "an envelope of kind 5 at byte 3"),
            (b"GP\0\x03\0\0\0\0\0".to_vec(), "1 bytes at byte 8 where the envelope takes 32"),
            (header(), "0 bytes at byte 8 where the byte order takes 1"),
            (with_header(vec![7, 0, 0, 0, 0]), "byte order 7 at byte 8"),
            (with_header(start(true, 0)), "geometry type 0 at byte 9"),
            (with_header(start(true, 18)), "geometry type 18 at byte 9"),
            (with_header(start(false, 4003)), "geometry type 4003 at byte 9"),
            (with_header(rings(u32::MAX)), "4294967295 rings announced at byte 13 where 8 bytes are left"),
            (with_header(rings(3)), "3 rings announced at byte 13 where 8 bytes are left"),
            (cut, "4 positions announced at byte 17 where 39 bytes are left"),
            (with_header(many(true, 6, &[start(true, 2)])), "a LineString inside a MultiPolygon at byte 17"),
            (with_header(deep), "more than 16 collections in each other at byte 152"),
            (with_header([triangle(true, 3, 0), vec![0; 3]].concat()), "3 bytes after its end at byte 85"),
        ];
        for (blob, told) in cases {
            let Shape::Unreadable(words) = shape(&blob) else { panic!("read: {told}") };
            assert!(words.contains(told), "{words}\n{told}");
        }
    }

    #[test]
    fn polygon_cut_anywhere_is_unreadable() {
        let blob = [header(), many(true, 6, &[triangle(false, 1003, 1), triangle(true, 3, 0)])].concat();
        assert_eq!(shape(&blob), triangles(2));
        for length in 0..blob.len() {
            assert!(matches!(shape(&blob[..length]), Shape::Unreadable(_)), "cut at {length}");
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic() {
        let mut random = ChaCha8Rng::seed_from_u64(3);
        let whole =
            [header(), many(true, 7, &[triangle(false, 1003, 1), many(true, 6, &[triangle(true, 3, 0)])])];
        let whole = whole.concat();
        let mut read = 0;
        for _ in 0..20_000 {
            let mut blob = whole.clone();
            for _ in 0..random.random_range(1..4) {
                let at = random.random_range(0..blob.len());
                blob[at] = random.random();
            }
            read += usize::from(!matches!(shape(&blob), Shape::Unreadable(_)));
            let tail = random.random_range(8..whole.len());
            random.fill_bytes(&mut blob[tail..]);
            shape(&blob);
        }
        assert!((1_000..19_000).contains(&read), "{read} were read");
    }
}
