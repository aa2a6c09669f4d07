use std::collections::{BTreeMap, BTreeSet};
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Instant;

use geo::Coord;

use super::map_finding::{FindingUnit, FindingWeight, MapFinding};
use super::{file_findings, graph_findings, shape_findings};
use crate::{Accepted, Survey};
use zonewerk_core::graph::Graph;
use zonewerk_core::territory::{Territory, UnitId};

/// What a map was found to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Checkup {
    /// The faults, by kind, then by unit.
    pub problems: Vec<MapFinding>,
    /// What is no fault, or is accepted.
    pub notes: Vec<MapFinding>,
    /// Gaps up to so many metres wide were looked for.
    pub gap_width_m: f64,
    /// What was not looked at, because the time ended before.
    pub not_looked_at: Vec<CheckPart>,
}

/// A part of a checkup. They are looked at in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckPart {
    /// Rows, features and texts.
    Files,
    /// Units and groups of units without neighbours, units of several parts.
    Network,
    /// Rings of one unit.
    Shapes,
    /// Overlaps and gaps between units.
    Between,
}

impl CheckPart {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Files, Self::Network, Self::Shapes, Self::Between];

    /// Kebab-case name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Network => "neighbours",
            Self::Shapes => "rings",
            Self::Between => "overlaps-and-gaps",
        }
    }

    /// What it is, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Files => "rows, features and texts of the files",
            Self::Network => "units without a neighbour and parts of the map that lie apart",
            Self::Shapes => "rings that cross or bound no area, and slivers",
            Self::Between => "overlaps and gaps between units",
        }
    }
}

/// What a user asks of the doctor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CheckOptions {
    /// How wide a gap may be to be told, in metres; a twentieth of the side of a middling
    /// unit where nothing is said.
    pub gap_width_m: Option<f64>,
    /// Kinds of fault that are accepted wherever they are.
    pub accepted: Vec<String>,
}

/// Looks for every fault of a map. `graph` is that of the survey's territory, with links.
pub fn checkup(survey: &Survey, graph: &Graph, options: &CheckOptions) -> Checkup {
    let mut seen = CheckSoFar::default();
    look(survey, graph, options, &mut |found| {
        seen.take(found);
        true
    });
    seen.checkup(survey, options)
}

/// Looks for faults of a map until a moment. The part of the checkup that is at work then is left
/// to itself: its thread ends with the program, or when that part is done.
pub fn checkup_until(survey: &Arc<Survey>, options: &CheckOptions, end: Instant) -> Checkup {
    let (sender, receiver) = mpsc::channel();
    let (at_work, asked) = (Arc::clone(survey), options.clone());
    let work = thread::Builder::new().spawn(move || {
        let graph = at_work.graph();
        look(&at_work, &graph, &asked, &mut |found| sender.send(found).is_ok());
    });
    let mut seen = CheckSoFar::default();
    // Without a thread nothing is looked at, and the checkup says that.
    let Ok(work) = work else { return seen.checkup(survey, options) };
    loop {
        match receiver.recv_timeout(end.saturating_duration_since(Instant::now())) {
            Ok(found) => seen.take(found),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => {
                if let Err(panic) = work.join() {
                    resume_unwind(panic);
                }
                break;
            }
        }
    }
    seen.checkup(survey, options)
}

/// What a part of a checkup found.
struct PartFindings {
    part: CheckPart,
    gap_width_m: f64,
    findings: Vec<MapFinding>,
}

/// Looks at part after part, as long as `see` says to go on.
fn look(survey: &Survey, graph: &Graph, options: &CheckOptions, see: &mut dyn FnMut(PartFindings) -> bool) {
    let place = Placing { survey };
    let shapes = survey.sheet.shapes();
    let gap_width_m =
        options.gap_width_m.unwrap_or_else(|| super::default_gap_width_m(&shapes, &survey.ground));
    let mut faults = Vec::new();
    for part in CheckPart::ALL {
        let mut findings = Vec::new();
        match part {
            CheckPart::Files => {
                findings.extend(file_findings::problems(survey));
                findings.extend(file_findings::unmatched(survey));
                findings.extend(file_findings::attributes(survey));
                findings.extend(file_findings::fitted(survey));
            }
            CheckPart::Network => {
                findings.extend(graph_findings::multipart(survey, &shapes, &place));
                findings.extend(graph_findings::apart(survey, graph, &place));
            }
            CheckPart::Shapes => {
                faults = super::shape_faults(&shapes, &survey.ground);
                findings.extend(shape_findings::faults(survey, &shapes, &faults, &place));
            }
            CheckPart::Between => {
                let graph = survey.unit_graph();
                findings.extend(shape_findings::between(
                    survey,
                    &shapes,
                    &faults,
                    &graph,
                    gap_width_m,
                    &place,
                ));
            }
        }
        if !see(PartFindings { part, gap_width_m, findings }) {
            return;
        }
    }
}

/// What was found so far.
#[derive(Default)]
struct CheckSoFar {
    parts: BTreeSet<CheckPart>,
    gap_width_m: f64,
    findings: Vec<MapFinding>,
}

impl CheckSoFar {
    fn take(&mut self, found: PartFindings) {
        self.parts.insert(found.part);
        self.gap_width_m = found.gap_width_m;
        self.findings.extend(found.findings);
    }

    fn checkup(self, survey: &Survey, options: &CheckOptions) -> Checkup {
        let Self { parts, gap_width_m, mut findings } = self;
        let not_looked_at = CheckPart::ALL.into_iter().filter(|part| !parts.contains(part));
        let not_looked_at: Vec<CheckPart> = not_looked_at.collect();
        // Whether an acceptance meets no fault is known when all faults are.
        let is_whole = not_looked_at.is_empty();
        let unused = is_whole.then(|| unused_acceptances(&findings, survey, &options.accepted));
        let accepted = Acceptances::of(survey, &options.accepted);
        findings.iter_mut().for_each(|finding| accepted.accept(finding));
        findings.extend(unused.into_iter().flatten());
        findings.sort_by(|a, b| (a.kind, &a.units, &a.place).cmp(&(b.kind, &b.units, &b.place)));
        let (problems, notes) =
            findings.into_iter().partition(|finding| finding.weight == FindingWeight::Problem);
        Checkup { problems, notes, gap_width_m, not_looked_at }
    }
}

/// Acceptances that meet no fault: a kind that is written wrongly, or a fault that was mended.
fn unused_acceptances(findings: &[MapFinding], survey: &Survey, accepted: &[String]) -> Vec<MapFinding> {
    let there: BTreeSet<&str> = findings.iter().map(|finding| finding.kind).collect();
    let kinds = accepted.iter().chain(survey.accepted.iter().map(|accepted| &accepted.fault));
    let unused = kinds.filter(|kind| !there.contains(kind.as_str()));
    let told = |kind: &String| {
        let found = format!("{kind} is accepted, and no fault of that kind is there");
        MapFinding { weight: FindingWeight::Note, ..MapFinding::problem("unused-acceptance", found, "none") }
    };
    unused.map(told).collect()
}

/// What is accepted, by the user or with a reason in the scenario.
struct Acceptances<'a> {
    kinds: BTreeSet<&'a str>,
    declared: &'a [Accepted],
    /// The first acceptance of a kind that is for all units.
    of_all: BTreeMap<&'a str, usize>,
    /// The acceptances of a kind that name a unit, ascending.
    of_unit: BTreeMap<(&'a str, &'a str), Vec<usize>>,
    /// The units that each acceptance names.
    named: Vec<BTreeSet<&'a str>>,
}

impl<'a> Acceptances<'a> {
    fn of(survey: &'a Survey, kinds: &'a [String]) -> Self {
        let mut of_all = BTreeMap::new();
        let mut of_unit: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        let mut named: Vec<BTreeSet<&str>> = Vec::new();
        for (place, accepted) in survey.accepted.iter().enumerate() {
            if accepted.units.is_empty() {
                of_all.entry(accepted.fault.as_str()).or_insert(place);
            }
            let codes: BTreeSet<&str> = accepted.units.iter().map(|code| code.as_str()).collect();
            for &code in &codes {
                of_unit.entry((accepted.fault.as_str(), code)).or_default().push(place);
            }
            named.push(codes);
        }
        let kinds = kinds.iter().map(String::as_str).collect();
        Self { kinds, declared: &survey.accepted, of_all, of_unit, named }
    }

    /// Makes a note of what is accepted.
    fn accept(&self, finding: &mut MapFinding) {
        if self.kinds.contains(finding.kind) {
            finding.weight = FindingWeight::Note;
        }
        let first = finding.units.first();
        let by_unit = first.and_then(|unit| self.of_unit.get(&(finding.kind, unit.code.as_str())));
        let names_all =
            |place: &usize| finding.units.iter().all(|unit| self.named[*place].contains(unit.code.as_str()));
        let by_unit = by_unit.and_then(|places| places.iter().copied().find(names_all));
        let of_all = self.of_all.get(finding.kind).copied();
        if let Some(place) = by_unit.into_iter().chain(of_all).min() {
            finding.weight = FindingWeight::Note;
            finding.found = format!("{}; accepted: {}", finding.found, self.declared[place].reason);
        }
    }
}

/// A unit by code and name.
pub(super) fn named(units: &Territory, unit: UnitId) -> FindingUnit {
    let unit = units.unit(unit);
    FindingUnit { code: unit.code.to_string(), name: unit.name.clone() }
}

/// Puts findings on the map.
pub(super) struct Placing<'a> {
    survey: &'a Survey,
}

impl Placing<'_> {
    /// At a point in the coordinates of the map's file.
    pub(super) fn put(&self, finding: MapFinding, at: Option<Coord<f64>>) -> MapFinding {
        let degrees = at.and_then(|at| self.survey.crs.to_wgs84(at).ok());
        MapFinding { at: degrees, at_source: at, ..finding }
    }
}
