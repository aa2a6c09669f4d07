//! Zones in several pieces on a map, with areas and distances.

use geo::{MultiPolygon, Polygon, Rect};
use zonewerk_audit::{Audit, Finding, Found, audit};
use zonewerk_core::graph::{Graph, from_topology};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{
    Excepted, Exception, Instance, PopulationBounds, Problem, RuleId, RuleSetting, RuleWeight, Severity,
};
use zonewerk_core::territory::{Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId};
use zonewerk_core::topology::Topology;
use zonewerk_core::words::Language;

/// A row of squares, and a town that lies above the first and above the last of them.
fn town() -> (Territory, Topology) {
    let shapes: [&[(u32, u32)]; 6] =
        [&[(0, 0)], &[(1, 0)], &[(2, 0)], &[(3, 0)], &[(4, 0)], &[(0, 1), (4, 1)]];
    let corner = |x: u32, y: u32| (5.0 + f64::from(x) / 10.0, 51.0 + f64::from(y) / 10.0);
    let square = |&(x, y): &(u32, u32)| Rect::new(corner(x, y), corner(x + 1, y + 1)).to_polygon();
    let shape =
        |squares: &[(u32, u32)]| MultiPolygon::new(squares.iter().map(square).collect::<Vec<Polygon>>());
    let map = Topology::from_polygons(shapes.iter().map(|squares| shape(squares)).collect());
    let unit = |(place, name): (usize, &str)| Unit {
        code: UnitCode::new(format!("{place}")),
        name: name.to_owned(),
        population: 10,
    };
    let units = ["West", "B", "C", "D", "East", "Town"].into_iter().enumerate().map(unit).collect();
    (Territory::new(units).unwrap(), map)
}

fn units(numbers: &[usize]) -> Vec<UnitId> {
    numbers.iter().map(|&number| UnitId::new(number)).collect()
}

fn judged(territory: &Territory, graph: &Graph, problem: &Problem) -> Audit {
    let zones = [("ends".to_owned(), units(&[0, 4, 5])), ("middle".to_owned(), units(&[1, 2, 3]))];
    let plan = Plan::from_zones(6, zones).unwrap();
    audit(&Instance::new(territory, graph, problem).unwrap(), &plan)
}

fn problem() -> Problem {
    Problem::within(PopulationBounds::new(10, Some(40)).unwrap())
}

fn forbidden() -> Problem {
    let mut problem = problem();
    let setting =
        RuleSetting { weight: Some(RuleWeight::Finding(Severity::Error)), ..RuleSetting::default() };
    problem.profile.rules.insert(RuleId::ZoneInPieces, setting);
    problem
}

#[test]
fn pieces_are_told_with_area_and_distance_and_do_not_break_compliance() {
    let (territory, map) = town();
    let audit = judged(&territory, &from_topology(&map), &problem());
    let [finding] = &audit.findings[..] else { panic!("{:?}", audit.findings) };
    assert_eq!(
        finding.to_string(),
        "zone ends: 2 pieces on the map, joined only by the separate parts of Town (5): West (0), Town (5) \
         (15,585 ha, 20,969 m from the nearest other piece) / East (4), a part of Town (5) (15,585 ha, 20,969 m \
         from the nearest other piece); required: one piece"
    );
    assert_eq!(
        finding.words(Language::Dutch),
        "zone ends: 2 stukken op de kaart, alleen verbonden door de losse delen van Town (5): West (0), \
         Town (5) (15.585 ha, 20.969 m van het dichtstbijzijnde andere stuk) / East (4), een deel van Town (5) \
         (15.585 ha, 20.969 m van het dichtstbijzijnde andere stuk); vereist: één stuk"
    );
    assert_eq!((finding.severity, audit.is_compliant()), (Severity::Info, true));
    assert_eq!(finding.evidence, units(&[5]));
}

#[test]
fn profile_can_forbid_it_and_an_exception_waive_it() {
    let (territory, map) = town();
    let graph = from_topology(&map);
    let mut problem = forbidden();
    assert!(!judged(&territory, &graph, &problem).is_compliant());
    problem.exceptions.push(Exception {
        subject: Excepted::Units(units(&[0, 4, 5])),
        bounds: None,
        waives: vec![RuleId::ZoneInPieces],
        reason: Some("the town decides".to_owned()),
        legal_ground: None,
        until: None,
    });
    let audit = judged(&territory, &graph, &problem);
    assert!(audit.is_compliant());
    let used: Vec<&Finding> = audit.findings.iter().filter(|it| it.rule == RuleId::ExceptionUsed).collect();
    assert_eq!(used.len(), 1);
    problem.exceptions.clear();
    let setting = problem.profile.rules.get_mut(&RuleId::ZoneInPieces).unwrap();
    setting.except = vec!["5".to_owned()];
    assert_eq!(judged(&territory, &graph, &problem).findings, []);
}

#[test]
fn link_between_the_ends_joins_them_and_one_to_the_far_part_does_not() {
    let (mut territory, map) = town();
    let link = |a: usize, b: usize| Link {
        between: [UnitId::new(a), UnitId::new(b)],
        change: LinkChange::Add,
        reason: "a ferry".to_owned(),
        author: None,
        date: None,
    };
    territory.links = vec![link(0, 4)];
    for graph in [from_topology(&map), from_topology(&map).with_links(&territory)] {
        assert_eq!(judged(&territory, &graph, &problem()).findings, []);
    }
    // They touch already, by the parts that lie beside each other.
    territory.links = vec![link(0, 5), link(5, 4)];
    let audit = judged(&territory, &from_topology(&map).with_links(&territory), &problem());
    assert_eq!(audit.findings.len(), 1);
    assert!(matches!(audit.findings[0].found, Found::InPieces { .. }));
}
