//! A 3 x 3 grid of units near 4 degrees east, 51 degrees north, for the tests of every
//! format: names that need escaping, an exception, a given zone, a link, and a plan
//! with parts and an unassigned unit.

use geo::{MultiPolygon, Rect};

use super::{Judgement, Results, Shown, ShownSolve};
use zonewerk_audit::{Audit, audit};
use zonewerk_core::crs::Crs;
use zonewerk_core::graph::{Graph, GraphOptions, from_topology};
use zonewerk_core::plan::{Holding, Plan, UnitPart, measure};
use zonewerk_core::problem::{Exception, FixedZone, PopulationBounds, Problem, RuleId, RuleWeight};
use zonewerk_core::territory::{Id, Link, LinkChange, Territory, Unit, UnitCode, UnitId, ZoneId};
use zonewerk_core::topology::{Fit, Topology};
use zonewerk_core::words::Language;
use zonewerk_io::check::MapFaults;
use zonewerk_io::{InputFile, Scenario};
use zonewerk_solve::{Chosen, Engine, Outcome, Solved, Statistics, StepSolved};

/// A scenario with either a solve or a given plan, and an audit.
pub(super) struct Sample {
    pub(super) scenario: Scenario,
    pub(super) graph: Graph,
    pub(super) solved: Option<Solved>,
    plan: Option<Plan>,
    audit: Audit,
}

impl Sample {
    /// Solved to optimality: a zone by exception inside a ring, and a given corner.
    pub(super) fn solved() -> Self {
        let scenario = scenario();
        let graph = graph(&scenario);
        let unit = |code: &str| scenario.territory.find(code).expect("the grid has this unit");
        let ring = ["a1", "a2", "a3", "b1", "b3", "c1", "c2"].map(unit).to_vec();
        let mut plan = Plan::from_zones(
            9,
            [
                ("Ring, \"groot\"".to_owned(), ring),
                ("Midden".to_owned(), vec![unit("b2")]),
                ("Hoek".to_owned(), vec![unit("c3")]),
            ],
        )
        .expect("each unit once");
        plan.zones[ZoneId::new(0)].regions.insert("Noord".to_owned());
        let statistics = Statistics {
            feasible_zones: 42,
            columns: 42,
            lp_bound: Some(26_000),
            cut_bound: None,
            surviving_zones: 3,
            cuts: 0,
            branches: 1,
        };
        let audit = audit(&scenario.instance(&graph).expect("an instance"), &plan);
        let borders = measure(&scenario.territory, &graph, &plan);
        let objective = borders.values().filter_map(|zone| zone.border_m).sum();
        let outcome = Outcome::Optimal { plan, objective };
        let (objective, bound) = (outcome.objective(), outcome.bound());
        let steps = vec![StepSolved { objective, bound, statistics, proof: None }];
        let solved = Some(Solved { outcome, engine: Engine::Cover, chosen: Chosen::ZonesCanBeListed, steps });
        Self { graph, solved, plan: None, audit, scenario }
    }

    /// A given plan: the middle unit in parts, one unit unassigned, two findings.
    pub(super) fn official() -> Self {
        let scenario = scenario();
        let graph = graph(&scenario);
        let unit = |code: &str| scenario.territory.find(code).expect("the grid has this unit");
        let west = ["a1", "b1", "c1"].map(unit).to_vec();
        let east = ["a2", "a3", "b3", "c2"].map(unit).to_vec();
        let mut plan = Plan::from_zones(
            9,
            [("West".to_owned(), west), ("Oost".to_owned(), east), ("Kern".to_owned(), Vec::new())],
        )
        .expect("each unit once");
        let part = |name: &str, population: Option<u64>, zone: usize| UnitPart {
            name: name.to_owned(),
            population,
            zone: ZoneId::new(zone),
        };
        plan.holdings[unit("b2")] =
            Holding::Parts(vec![part("the east bank", Some(4_000), 1), part("the old town", None, 2)]);
        let audit = audit(&scenario.instance(&graph).expect("an instance"), &plan);
        Self { graph, solved: None, plan: Some(plan), audit, scenario }
    }

    /// The same with another outcome.
    pub(super) fn set_outcome(&mut self, outcome: Outcome) {
        if let Some(solved) = &mut self.solved {
            solved.outcome = outcome;
        }
    }

    /// What maps, pages and GIS files show of it.
    ///
    /// # Panics
    /// When it has no plan.
    pub(super) fn shown(&self, language: Language) -> Shown<'_> {
        let solved = self.solved.as_ref();
        let plan = self.plan.as_ref().or_else(|| solved?.outcome.plan()).expect("a sample with a plan");
        let mut shown = Shown::new(&self.scenario, &self.graph, plan, language);
        let profile = self.scenario.problem.profile.clone();
        shown.judgements = vec![Judgement { profile, audit: self.audit.clone() }];
        shown.solved = solved.map(|solved| ShownSolve { solved, seed: 1 });
        shown
    }

    pub(super) fn results(&self) -> Results<'_> {
        let audit = Some(&self.audit);
        match (&self.solved, &self.plan) {
            (Some(solved), _) => Results::of_solve(&self.scenario, &self.graph, solved, audit, 1),
            (None, Some(plan)) => Results::of_plan(&self.scenario, &self.graph, plan, audit),
            (None, None) => unreachable!("a sample has a solve or a plan"),
        }
    }
}

fn graph(scenario: &Scenario) -> Graph {
    from_topology(&scenario.topology).with_links(&scenario.territory)
}

fn scenario() -> Scenario {
    const NAMES: [&str; 9] = [
        "Noordwest",
        "Noord",
        "Noordoost",
        "West-Midden",
        "Midden",
        "Oost & Co",
        "West, \"Oud\"",
        "Zuid",
        "Zuidoost",
    ];
    let code = |place: usize| format!("{}{}", ["a", "b", "c"][place / 3], place % 3 + 1);
    let units = NAMES.iter().enumerate().map(|(place, name)| Unit {
        code: UnitCode::new(code(place)),
        name: (*name).to_owned(),
        population: 10_000 + place as u64,
    });
    let mut territory = Territory::new(units.collect()).expect("codes differ");
    let id = |place: usize| UnitId::new(place);
    territory.links = vec![Link {
        between: [id(0), id(6)],
        change: LinkChange::Add,
        reason: "a ferry".to_owned(),
        author: None,
        date: Some("2024".to_owned()),
    }];
    let bounds = |minimum, maximum| PopulationBounds::new(minimum, maximum).expect("minimum below maximum");
    let problem = Problem {
        exceptions: vec![
            Exception {
                legal_ground: Some("article 1".to_owned()),
                ..Exception::bounds_for(vec![id(4)], bounds(0, None), "an island in the ring")
            },
            Exception::bounds_for(vec![id(8)], bounds(5_000, Some(15_000)), "smaller than the rest"),
        ],
        fixed_zones: vec![FixedZone {
            name: "Hoek".to_owned(),
            units: vec![id(8)],
            reason: "given by law".to_owned(),
        }],
        ..Problem::within(bounds(20_000, Some(80_000)))
    };
    let square = |place: usize| {
        let corner = |column: usize, row: usize| {
            (4.0 + 0.0123457 * column as f64, 51.0 + 0.0123457 * (1.0 - row as f64))
        };
        let (column, row) = (place % 3, place / 3);
        MultiPolygon::from(Rect::new(corner(column, row + 1), corner(column + 1, row)).to_polygon())
    };
    Scenario {
        name: "grid".to_owned(),
        title: "A 3 x 3 grid & <more>".to_owned(),
        population_date: "2022-01-01".to_owned(),
        credits: vec!["Borders: nobody, CC BY 4.0".to_owned()],
        topology: Topology::from_polygons((0..9).map(square).collect()),
        crs: Crs::wgs84(),
        fit: Fit::default(),
        map_faults: MapFaults::default(),
        graph: GraphOptions::default(),
        given_graph: None,
        territory,
        problem,
        official_plan: None,
        inputs: vec![InputFile { name: "units.csv".to_owned(), sha256: "0123456789abcdef".repeat(4) }],
    }
}

/// The words of a text that are English and not Dutch.
pub(super) fn english_words(text: &str) -> Vec<&str> {
    const ENGLISH: &[&str] = &[
        "adds",
        "allow",
        "allows",
        "and",
        "another",
        "any",
        "are",
        "asked",
        "at",
        "bounds",
        "by",
        "can",
        "cannot",
        "costs",
        "declare",
        "drop",
        "each",
        "every",
        "exception",
        "for",
        "found",
        "from",
        "has",
        "have",
        "inhabitants",
        "it",
        "its",
        "least",
        "leave",
        "let",
        "lie",
        "lies",
        "limit",
        "make",
        "may",
        "mend",
        "needs",
        "neighbour",
        "no",
        "none",
        "not",
        "proved",
        "proven",
        "raise",
        "rule",
        "rules",
        "than",
        "that",
        "the",
        "there",
        "these",
        "to",
        "which",
        "widen",
        "with",
    ];
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    words.filter(|word| ENGLISH.contains(&word.to_lowercase().as_str())).collect()
}

/// Says of the rule on contiguous zones that it is off.
pub(super) fn let_zones_lie_apart(problem: &mut Problem) {
    problem.profile.rules.entry(RuleId::ZoneNotContiguous).or_default().weight = Some(RuleWeight::Off);
}
