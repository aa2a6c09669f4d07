//! Files for GIS programs, read back by readers that did not write them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use zonewerk_core::problem::Instance;

use geo::{Coord, LineString, MultiPolygon, Polygon};
use rusqlite::{Connection, MAIN_DB};
use tempfile::TempDir;
use zonewerk_audit::audit;
use zonewerk_core::crs::Crs;
use zonewerk_core::graph::Graph;
use zonewerk_core::layer::Attribute;
use zonewerk_core::plan::{Holding, Plan, UnitPart};
use zonewerk_core::territory::{Id, UnitId, ZoneId};
use zonewerk_core::words::Language;
use zonewerk_io::{ColumnKind, GpkgLayer, PlanMapOptions, Scenario, Srs, geopackage};
use zonewerk_report::{GisFormat, Judgement, Shown, ShownBase, gis_files};

const NAMES: [&str; 9] = [
    "Sint-Pieters-\"Leeuw\"",
    "Liège, Ōsaka; 't Zand",
    "=1+1",
    "<b>&amp;</b>",
    "naam\twit  wit",
    "🏠 huis",
    "Ünïçødé",
    "0123",
    "NULL",
];

/// A 3 x 3 grid in Belgian Lambert 72, with digits at the end that a computation would lose.
struct World {
    folder: TempDir,
    scenario: Scenario,
    graph: Graph,
}

impl World {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |step: usize, from: f64| from + 1_000.100_000_000_3 * step as f64;
        let row = |place: usize| {
            let (column, row) = (place % 3, place / 3);
            let [x, y] = [column, row];
            let corner =
                |dx: usize, dy: usize| Coord { x: at(x + dx, 150_000.013), y: at(y + dy, 170_000.7) };
            let ring = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
            let shape = Polygon::new(LineString::new(ring.to_vec()), Vec::new());
            let values = [format!("c{place}"), NAMES[place].to_owned()];
            let values = values.iter().map(|text| Attribute::of_text(text)).chain([Attribute::Whole(30_000)]);
            (values.collect(), MultiPolygon::new(vec![shape]))
        };
        let kinds = [("code", ColumnKind::Text), ("name", ColumnKind::Text), ("people", ColumnKind::Integer)];
        let columns = kinds.map(|(name, kind)| (name.to_owned(), kind)).into();
        let srs = Srs::of(&Crs::from_epsg(31370).unwrap()).unwrap();
        let map = geopackage(&[GpkgLayer::of_polygons("map", srs, columns, (0..9).map(row).collect())]);
        fs::write(folder.path().join("map.gpkg"), map.unwrap()).unwrap();
        let toml = "name = \"grid\"\ntitle = \"Grid\"\nprofile = \"call-2017\"\n\
                    [units]\nboundaries = \"map.gpkg\"\nkey = \"code\"\nname = \"name\"\n\
                    population = \"people\"\npopulation_date = \"2022-01-01\"\n\
                    [[links]]\nbetween = [\"c0\", \"c8\"]\nreason = \"a ferry\"\ndate = \"2024-01-02\"\n\
                    [[links]]\nchange = \"remove\"\nbetween = [\"c0\", \"c1\"]\nreason = \"a wall\"\n";
        let file = folder.path().join("grid.toml");
        fs::write(&file, toml).unwrap();
        let scenario = zonewerk_io::scenario(file.to_str()).unwrap_or_else(|problems| panic!("{problems}"));
        let graph = scenario.graph();
        Self { folder, scenario, graph }
    }

    fn plan(&self, zones: &[(&str, &[usize])]) -> Plan {
        let zone = |(name, units): &(&str, &[usize])| {
            ((*name).to_owned(), units.iter().map(|&unit| UnitId::new(unit)).collect())
        };
        Plan::from_zones(9, zones.iter().map(zone)).expect("each unit once")
    }

    /// A ring with its middle, and one row of regions.
    fn whole(&self) -> Plan {
        let mut plan = self.plan(&[("Ring; \"groot\"", &[0, 1, 2, 3, 5, 6, 7, 8]), ("Mídden", &[4])]);
        plan.zones.values_mut().for_each(|zone| _ = zone.regions.insert("Noord".to_owned()));
        plan
    }

    fn shown<'a>(&'a self, plan: &'a Plan) -> Shown<'a> {
        let mut shown = Shown::new(&self.scenario, &self.graph, plan, Language::English);
        let problem = &self.scenario.problem;
        let audit =
            audit(&Instance::new(&self.scenario.territory, &self.graph, problem).expect("an instance"), plan);
        shown.judgements = vec![Judgement { profile: problem.profile.clone(), audit }];
        shown
    }

    fn written(&self, shown: &Shown, name: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let file = self.folder.path().join(name);
        let format = GisFormat::by_name(&file).unwrap();
        let made = gis_files(shown, format, &file).unwrap().files;
        let allowed = format.paths(&file);
        for (path, bytes) in &made {
            assert!(allowed.contains(path), "{} was not announced", path.display());
            fs::write(path, bytes).unwrap();
        }
        made.into_iter().collect()
    }

    fn package(&self, shown: &Shown) -> Connection {
        let files = self.written(shown, "plan.gpkg");
        let bytes = files.values().next().unwrap();
        let mut connection = Connection::open_in_memory().unwrap();
        connection.deserialize_read_exact(MAIN_DB, &bytes[..], bytes.len(), true).unwrap();
        connection
    }
}

fn texts(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
    rows.map(|text| text.unwrap().unwrap_or_else(|| "-".to_owned())).collect()
}

type Edge = [[u64; 2]; 2];

/// The edges of a shape, each as it is walked, but those that are walked back as well.
fn outline(shapes: &[MultiPolygon<f64>]) -> BTreeSet<Edge> {
    let bits = |at: &Coord<f64>| [at.x.to_bits(), at.y.to_bits()];
    let polygons = shapes.iter().flatten();
    let rings = polygons.flat_map(|area| std::iter::once(area.exterior()).chain(area.interiors()));
    let edges = rings.flat_map(|ring| ring.0.windows(2).map(|pair| [bits(&pair[0]), bits(&pair[1])]));
    let all: BTreeSet<Edge> = edges.collect();
    all.iter().filter(|[from, to]| !all.contains(&[*to, *from])).copied().collect()
}

#[test]
fn outlines_are_made_of_the_edges_of_units_to_the_last_digit() {
    let world = World::new();
    let flanders =
        zonewerk_io::scenario(Some("flanders-2019")).unwrap_or_else(|problems| panic!("{problems}"));
    let official = flanders.official_plan.clone().unwrap();
    for (scenario, plan) in [(&world.scenario, world.whole()), (&flanders, official)] {
        let map = &scenario.topology;
        for (zone, units) in plan.members().iter() {
            let shapes: Vec<MultiPolygon<f64>> =
                units.iter().map(|&unit| map.source_geometry(unit)).collect();
            assert_eq!(outline(&[map.source_dissolve(units)]), outline(&shapes), "{zone:?} in the source");
            let shapes: Vec<MultiPolygon<f64>> = units.iter().map(|&unit| map.geometry(unit)).collect();
            assert_eq!(outline(&[map.dissolve(units)]), outline(&shapes), "{zone:?} on WGS 84");
        }
    }
}

#[test]
fn a_plan_comes_back_from_every_map() {
    let world = World::new();
    // Were half of the zones one unit each, their lists of codes would pass for codes.
    let plan = world.plan(&[("Ring; \"groot\"", &[0, 1, 2, 3, 6, 7, 8]), ("Mídden", &[4, 5])]);
    let shown = world.shown(&plan);
    for name in ["plan.gpkg", "plan.geojson", "plan.shp"] {
        world.written(&shown, name);
        let layers = if name == "plan.gpkg" {
            ["plan.gpkg"; 2].map(str::to_owned)
        } else {
            ["units", "zones"].map(|layer| name.replace('.', &format!("-{layer}.")))
        };
        for (file, layer) in layers.iter().zip(["units", "zones"]) {
            let layer = Some(layer.to_owned()).filter(|_| name == "plan.gpkg");
            let options = PlanMapOptions { layer, ..PlanMapOptions::default() };
            let read = zonewerk_io::read_plan_map(&world.folder.path().join(file), &world.scenario, &options);
            let read = read.unwrap_or_else(|problems| panic!("{file}: {problems}")).plan;
            let zones = |plan: &Plan| {
                let name = |zone: ZoneId| plan.zones[zone].name.clone();
                let zones =
                    plan.holdings.values().map(|holding| holding.zones().into_iter().map(name).collect());
                zones.collect::<Vec<Vec<String>>>()
            };
            assert_eq!(zones(&read), zones(&plan), "{file}");
        }
    }
}

#[test]
fn the_package_keeps_names_coordinates_and_styles() {
    let world = World::new();
    let plan = world.whole();
    let database = world.package(&world.shown(&plan));
    let layers = "SELECT table_name || ' ' || data_type || ' ' || srs_id FROM gpkg_contents ORDER BY rowid";
    assert_eq!(
        texts(&database, layers),
        [
            "units features 31370",
            "zones features 31370",
            "regions features 31370",
            "findings features 31370",
            "links features 31370",
            "layer_styles attributes 0"
        ]
    );
    let styles = "SELECT f_table_name || ' ' || f_geometry_column || ' ' || useAsDefault FROM layer_styles";
    assert_eq!(
        texts(&database, styles),
        ["units geom 1", "zones geom 1", "regions geom 1", "findings geom 1", "links geom 1"]
    );
    for qml in texts(&database, "SELECT styleQML FROM layer_styles") {
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        roxmltree::Document::parse_with_options(&qml, options).unwrap();
    }
    let names: Vec<String> =
        NAMES.iter().map(|name| Attribute::of_text(name).text().unwrap().into_owned()).collect();
    assert_eq!(texts(&database, "SELECT name FROM units ORDER BY unit"), names);
    let zones = "SELECT concat_ws('|', zone, region, population, units, unit_codes, deviation) FROM zones";
    assert_eq!(
        texts(&database, zones),
        ["Ring; \"groot\"|Noord|240000|8|c0; c1; c2; c3; c5; c6; c7; c8|1.4", "Mídden|Noord|30000|1|c4|-0.7"]
    );
    let colours = texts(&database, "SELECT colour FROM zones");
    assert_ne!(colours[0], colours[1], "neighbours");
    let regions = "SELECT concat_ws('|', region, zones, zone_names, units, population) FROM regions";
    assert_eq!(texts(&database, regions), ["Noord|2|Ring; \"groot\"; Mídden|9|270000"]);
    let links = "SELECT concat_ws('|', unit_a, unit_b, change, reason, date) FROM links";
    assert_eq!(texts(&database, links), ["c0|c8|add|a ferry|2024-01-02", "c0|c1|remove|a wall"]);
    let above = "SELECT concat_ws('|', severity, subject, distance, distance_unit) FROM findings
                 WHERE rule = 'zone-above-maximum-population'";
    assert_eq!(texts(&database, above), ["error|Ring; \"groot\"|115000|inhabitants"]);
}

#[test]
fn every_row_of_a_shapefile_is_read_by_another_reader() {
    let world = World::new();
    let mut plan = world.plan(&[("West", &[0, 3, 6]), ("Oost", &[1, 2, 5, 7]), ("Kern", &[])]);
    plan.holdings[UnitId::new(4)] = Holding::Parts(vec![
        UnitPart { name: "é".repeat(200), population: Some(20_000), zone: ZoneId::new(1) },
        UnitPart { name: "rest".to_owned(), population: None, zone: ZoneId::new(2) },
    ]);
    let shown = world.shown(&plan);
    let file = world.folder.path().join("p.shp");
    let made = gis_files(&shown, GisFormat::Shapefile, &file).unwrap();
    assert!(
        made.notes.iter().any(|note| note.contains("p-zones.dbf") && note.contains("parts")),
        "{:?}",
        made.notes
    );
    let files = world.written(&shown, "p.shp");
    let bytes = |name: &str| files[&world.folder.path().join(name)].clone();
    for layer in ["units", "zones", "findings", "links"] {
        let [shp, shx, dbf] =
            ["shp", "shx", "dbf"].map(|end| Cursor::new(bytes(&format!("p-{layer}.{end}"))));
        assert_eq!(dbf.get_ref()[1..4], [70, 1, 1], "no clock");
        let shapes = shapefile::ShapeReader::with_shx(shp, shx).unwrap();
        let shapes = shapes.read().unwrap_or_else(|error| panic!("{layer}: {error}"));
        let utf8 = shapefile::dbase::encoding::EncodingRs::from(encoding_rs::UTF_8);
        let table = shapefile::dbase::ReaderBuilder::new().with_encoding(utf8).build(dbf);
        let rows = table.unwrap().read().unwrap();
        assert_eq!(shapes.len(), rows.len(), "{layer}");
        if layer == "zones" {
            assert!(matches!(shapes[2], shapefile::Shape::NullShape), "nothing but a part");
            let kept = rows[1].get("parts");
            assert!(format!("{kept:?}").contains(&"é".repeat(100)), "{kept:?}");
        }
    }
    assert_eq!(bytes("p-zones.cpg"), b"UTF-8");
    let prj = String::from_utf8(bytes("p-zones.prj")).unwrap();
    assert_eq!(Crs::from_wkt(&prj).unwrap().epsg(), Some(31370));
}

#[test]
fn what_lies_in_no_zone_or_in_several_is_said_so() {
    let world = World::new();
    let mut plan = world.plan(&[("West", &[0, 3, 6]), ("Oost", &[1, 2])]);
    plan.holdings[UnitId::new(4)] = Holding::Shared(vec![ZoneId::new(0), ZoneId::new(1)]);
    let base = world.plan(&[("West", &[0, 3]), ("Oost", &[1, 2, 4, 6])]);
    let mut shown = world.shown(&plan);
    shown.base = Some(ShownBase { plan: &base, name: "before".to_owned() });
    let database = world.package(&shown);
    let units =
        "SELECT concat_ws('|', unit, ifnull(zone, '-'), ifnull(zones, '-'), ifnull(zone_before, '-'), moved)
                 FROM units WHERE unit IN ('c0', 'c4', 'c6', 'c8')";
    assert_eq!(
        texts(&database, units),
        ["c0|West|West|West|0", "c4|-|West; Oost|Oost|1", "c6|West|West|Oost|1", "c8|-|-|-|0"]
    );
    assert_eq!(texts(&database, "PRAGMA foreign_key_check"), Vec::<String>::new());
    assert!(!texts(&database, "SELECT rule FROM findings WHERE rule = 'zones-overlap'").is_empty());
}

#[test]
fn without_a_plan_there_are_units_and_empty_layers_to_link_to() {
    let world = World::new();
    let plan = world.plan(&[]);
    let shown = Shown::new(&world.scenario, &world.graph, &plan, Language::Dutch);
    let database = world.package(&shown);
    for (layer, rows) in [("units", "9"), ("zones", "0"), ("findings", "0"), ("links", "2")] {
        assert_eq!(texts(&database, &format!("SELECT '' || count(*) FROM {layer}")), [rows], "{layer}");
    }
    for name in ["none.geojson", "none.csv"] {
        let files = world.written(&shown, name);
        let names: Vec<_> = files.keys().map(|path| path.file_stem().unwrap().to_string_lossy()).collect();
        assert_eq!(names, ["none-links", "none-units"]);
    }
}

#[test]
fn same_plan_is_the_same_bytes_on_any_number_of_threads() {
    let world = World::new();
    let plan = world.whole();
    let shown = world.shown(&plan);
    let all = || {
        ["a.gpkg", "a.geojson", "a.shp", "a.csv"].map(|name| {
            gis_files(&shown, GisFormat::by_name(Path::new(name)).unwrap(), Path::new(name)).unwrap()
        })
    };
    let first = all();
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert_eq!(pool.install(all), first);
    }
}

#[test]
fn names_of_columns_fit_a_shapefile_and_differ() {
    let world = World::new();
    let plan = world.whole();
    let mut shown = world.shown(&plan);
    let more = vec![shown.judgements[0].clone(); 11];
    shown.judgements.extend(more);
    for (path, bytes) in world.written(&shown, "p.shp") {
        if path.extension().is_some_and(|end| end == "dbf") {
            let header = u16::from_le_bytes([bytes[8], bytes[9]]) as usize;
            let names: Vec<String> = bytes[32..header - 1]
                .chunks(32)
                .map(|field| String::from_utf8_lossy(&field[..11]).trim_end_matches('\0').to_owned())
                .collect();
            assert!(names.iter().all(|name| (1..=10).contains(&name.len())), "{names:?}");
            let different: BTreeSet<&String> = names.iter().collect();
            assert_eq!(different.len(), names.len(), "{names:?}");
        }
    }
}
