//! What becomes of the zones of a plan, as text, Markdown, HTML or JSON.

mod basis;
mod counts;
mod crossings;
mod json;

use super::document::{Block, Document};
use super::ink::Ink;
use zonewerk_core::drift::{BoundStatus, CoursePoint, CrossingDirection, Drift, HORIZON_YEARS};
use zonewerk_core::plan::Plan;
use zonewerk_core::problem::{PopulationBounds, Profile};
use zonewerk_core::territory::{PopulationSeries, ZoneId};
use zonewerk_core::words::{self, Language, date, say};
use zonewerk_io::{InputFile, Scenario};

/// All that the report of a drift shows.
#[derive(Clone, Debug)]
pub struct Drifted<'a> {
    /// The scenario that gave units and exceptions.
    pub scenario: &'a Scenario,
    /// The plan.
    pub plan: &'a Plan,
    /// What the plan is called.
    pub plan_name: &'a str,
    /// The counts.
    pub series: &'a PopulationSeries,
    /// The file they came from.
    pub file: InputFile,
    /// What becomes of the plan under each profile; one at least.
    pub drifts: Vec<(Profile, Drift)>,
}

/// How a report of a drift is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriftForm {
    /// For a terminal, 100 columns wide.
    Text(Ink),
    /// Markdown.
    Markdown,
    /// One HTML page.
    Html,
    /// Everything, for programs; the same in every language.
    Json,
}

/// The report of a drift in one form.
pub fn drift_report(drifted: &Drifted, form: DriftForm, language: Language) -> Vec<u8> {
    let document = || Document {
        title: say!(language, "drift-title", plan = drifted.plan_name),
        language,
        blocks: blocks(drifted, language),
    };
    match form {
        DriftForm::Text(ink) => document().to_text(ink).into_bytes(),
        DriftForm::Markdown => document().to_markdown().into_bytes(),
        DriftForm::Html => document().to_html().into_bytes(),
        DriftForm::Json => json::json(drifted),
    }
}

/// What a report says of a drift: per profile the verdict, the dates and the crossings;
/// then what it rests on.
pub(super) fn blocks(drifted: &Drifted, language: Language) -> Vec<Block> {
    let mut blocks: Vec<Block> =
        drifted.drifts.iter().map(|(profile, drift)| verdict(profile, drift, language)).collect();
    for (profile, drift) in &drifted.drifts {
        blocks.push(Block::Heading(
            2,
            say!(
                language,
                "heading-drift",
                profile = profile.name.as_str(),
                bounds = bounds(drift.bounds, language)
            ),
        ));
        blocks.extend(counts::counts(drifted, drift, language));
        blocks.extend(crossings::crossings(drifted, drift, language));
    }
    blocks.push(Block::Heading(2, say!(language, "heading-basis")));
    blocks.push(Block::List(basis::basis(drifted, language)));
    blocks
}

fn verdict(profile: &Profile, drift: &Drift, language: Language) -> Block {
    let last = drift.dates.len().saturating_sub(1);
    let outside = drift.outside(last).len();
    let inhabited = drift.zones.values().filter(|zone| zone.course().is_some()).count();
    let crossing = |direction: CrossingDirection| {
        let crossings = drift.zones.values().filter_map(|zone| zone.course()?.crossing);
        crossings.filter(|crossing| crossing.direction == direction).count()
    };
    let (leaving, entering) = (crossing(CrossingDirection::Leaves), crossing(CrossingDirection::Enters));
    let day = drift.dates.last().map(|&day| date(language, day)).unwrap_or_default();
    let name = &profile.name;
    let text = match has_trend(drift) {
        true => say!(
            language,
            "drift-verdict-trend",
            profile = name,
            date = day,
            outside = outside,
            zones = inhabited,
            years = u64::from(HORIZON_YEARS.unsigned_abs()),
            leaving = leaving,
            entering = entering,
        ),
        false => {
            say!(language, "drift-verdict", profile = name, date = day, outside = outside, zones = inhabited)
        }
    };
    Block::Verdict { good: outside + leaving == 0, text }
}

/// Whether there are counts of two days.
fn has_trend(drift: &Drift) -> bool {
    drift.dates.len() > 1
}

fn bounds(bounds: PopulationBounds, language: Language) -> String {
    let minimum = Some(bounds.minimum()).filter(|minimum| *minimum > 0);
    let said = words::bounds(language, minimum, bounds.maximum());
    said.unwrap_or_else(|| say!(language, "drift-no-bounds"))
}

fn zone_name(plan: &Plan, zone: ZoneId) -> &str {
    plan.zones.get(zone).map_or("", |zone| &zone.name)
}

/// Names one after the other; of a long list the first and how many follow.
fn listed(names: &[String], language: Language) -> String {
    const NAMED: usize = 20;
    words::listed(language, names, NAMED)
}

/// A zone with its inhabitants, and how many are too few or too many.
fn told(zone: &str, point: &CoursePoint, language: Language) -> String {
    let people = point.people;
    match point.standing {
        BoundStatus::Below(by) => say!(language, "drift-too-few", zone = zone, people = people, by = by),
        BoundStatus::Above(by) => say!(language, "drift-too-many", zone = zone, people = people, by = by),
        BoundStatus::Within => say!(language, "drift-within", zone = zone, people = people),
    }
}
