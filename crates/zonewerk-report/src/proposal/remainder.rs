use super::Tried;
use crate::Explanation;
use crate::document::Block;
use crate::map_faults::counts;
use crate::stopped_words::stopped_words;
use zonewerk_audit::proposal::{FixedZoneConflict, OpenZone};
use zonewerk_audit::{Finding, RuleId, Severity, Subject};
use zonewerk_core::territory::UnitId;
use zonewerk_core::words::{Language, say, sentence_list};
use zonewerk_io::Scenario;
use zonewerk_solve::Stopped;

/// Whether the rest of the territory can be drawn around the zones that a proposal changes, taken
/// as they are.
#[derive(Clone, Debug)]
pub enum Remainder {
    /// Nobody asked.
    NotAsked,
    /// A plan was found that has them, and it passed its audit.
    Possible {
        /// Number of its zones, all of them.
        zones: usize,
        /// Changed zones that could not be given as they are.
        open: Vec<OpenZone>,
    },
    /// It is proved that no plan has them.
    Impossible(Explanation),
    /// Neither a plan nor a proof was found.
    NotFound(Stopped),
    /// They break rules themselves.
    Broken(Vec<Finding>),
    /// They differ from zones that are given otherwise.
    Conflicts(Vec<FixedZoneConflict>),
}

/// Rules that a zone breaks by itself, whatever is drawn around it.
const OF_ONE_ZONE: [RuleId; 3] =
    [RuleId::ZoneBelowMinimumPopulation, RuleId::ZoneAboveMaximumPopulation, RuleId::ZoneNotContiguous];

impl Remainder {
    /// What is wrong with changed zones by themselves, as the audit of the plan after found it; a
    /// zone that holds part of a unit is not taken as it is.
    pub fn faults(tried: &Tried) -> Vec<Finding> {
        let there = tried.touched.iter().filter_map(|zone| zone.after.as_ref());
        let whole: Vec<&str> = there
            .filter(|zone| zone.divided.is_empty() && !zone.units.is_empty())
            .map(|zone| zone.name.as_str())
            .collect();
        let is_fault = |finding: &&Finding| {
            let is_of_zone =
                matches!(&finding.subject, Subject::Zone(zone) if whole.contains(&zone.name.as_str()));
            is_of_zone && finding.severity == Severity::Error && OF_ONE_ZONE.contains(&finding.rule)
        };
        tried.audits[1].findings.iter().filter(is_fault).cloned().collect()
    }

    /// `not-asked`, `possible`, `impossible`, `not-found`, `broken` or `conflicts`.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::NotAsked => "not-asked",
            Self::Possible { .. } => "possible",
            Self::Impossible(_) => "impossible",
            Self::NotFound(_) => "not-found",
            Self::Broken(_) => "broken",
            Self::Conflicts(_) => "conflicts",
        }
    }

    /// Why not, a sentence each.
    pub(super) fn why(&self, language: Language) -> Vec<String> {
        match self {
            Self::NotAsked | Self::Possible { .. } | Self::NotFound(_) => Vec::new(),
            Self::Impossible(why) => vec![why.sentence.clone()],
            Self::Broken(faults) => faults.iter().map(|fault| fault.words(language)).collect(),
            Self::Conflicts(conflicts) => conflicts.iter().map(|conflict| conflict.words(language)).collect(),
        }
    }
}

/// A sentence or more on the remainder, and a list.
pub(super) fn remainder(tried: &Tried) -> Vec<Block> {
    let language = tried.language;
    let mut blocks = vec![Block::Heading(2, say!(language, "try-heading-remainder"))];
    blocks.push(Block::Paragraph(match &tried.remainder {
        Remainder::NotAsked => say!(language, "try-remainder-not-asked"),
        Remainder::Possible { zones, open } if open.is_empty() => {
            say!(language, "try-remainder-possible", zones = *zones)
        }
        Remainder::Possible { zones, .. } => say!(language, "try-remainder-possible-open", zones = *zones),
        Remainder::Impossible(Explanation { sentence, .. }) => match &tried.scenario.map_faults {
            faults if faults.is_empty() => say!(language, "try-remainder-impossible", why = sentence),
            faults => {
                let faults = counts(faults, language);
                say!(language, "try-remainder-impossible-map", faults = faults, why = sentence)
            }
        },
        Remainder::NotFound(stopped) => {
            say!(
                language,
                "page-unknown",
                why = stopped_words(stopped, tried.scenario, tried.graph, language)
            )
        }
        Remainder::Broken(_) => say!(language, "try-remainder-broken"),
        Remainder::Conflicts(_) => say!(language, "try-remainder-conflicts"),
    }));
    match &tried.remainder {
        Remainder::NotAsked | Remainder::NotFound(_) => {}
        Remainder::Possible { open, .. } if open.is_empty() => {}
        Remainder::Possible { open, .. } => {
            blocks.push(Block::List(open_zone_notes(tried.scenario, open, language)));
        }
        Remainder::Impossible(Explanation { relax, .. }) if relax.is_empty() => {}
        Remainder::Impossible(Explanation { relax, .. }) => blocks.extend([
            Block::Heading(3, say!(language, "page-relax")),
            Block::List(relax.iter().map(ToString::to_string).collect()),
        ]),
        Remainder::Broken(_) | Remainder::Conflicts(_) => {
            blocks.push(Block::List(tried.remainder.why(language)));
        }
    }
    blocks
}

/// The zones that cannot be given since they hold part of a unit, a sentence each.
pub fn open_zone_notes(scenario: &Scenario, open: &[OpenZone], language: Language) -> Vec<String> {
    let labels = |units: &[UnitId]| {
        let labels: Vec<String> = units.iter().map(|&unit| scenario.territory.label(unit)).collect();
        sentence_list(language, &labels, 8)
    };
    let note = |OpenZone { name, whole, divided }: &OpenZone| match whole.len() {
        0 => say!(language, "try-open-zone", zone = name, divided = labels(divided)),
        number => say!(
            language,
            "try-open-zone-whole",
            zone = name,
            divided = labels(divided),
            number = number,
            whole = labels(whole)
        ),
    };
    open.iter().map(note).collect()
}
