//! The words of the catalogue that belong to no rule.

use super::asked::Asked;
use crate::audit::{Rule, Standing, SubjectKind};
use crate::problem::Period;
use crate::words::{Language, Words, date, say};

const fn words(en: &'static str, nl: &'static str) -> Words {
    Words { en, nl }
}

pub(super) const ABOUT: Words = words("About", "Over");
pub(super) const SEVERITY: Words = words("Severity", "Ernst");
pub(super) const HOLDS: Words = words("Holds", "Geldt");
pub(super) const PARAMETERS: Words = words("Parameters", "Parameters");
pub(super) const ARTICLE: Words = words("Article", "Artikel");
pub(super) const IN_FORCE: Words = words("In force", "Van kracht");
pub(super) const NOT_ASKED: Words = words("not asked for", "niet gevraagd");
pub(super) const SWITCHED_OFF: Words = words("switched off", "uitgeschakeld");
pub(super) const UNLESS: Words =
    words("unless the profile says otherwise", "tenzij het profiel iets anders zegt");
pub(super) const ALWAYS: Words = words("in every profile", "in elk profiel");
pub(super) const WHEN_NAMED: Words =
    words("in the profiles that name it", "in de profielen die haar noemen");
pub(super) const NO_SUCH_PROFILE: Words = words("none of these", "geen van deze");
pub(super) const ALL_RULES: Words = words("rules, and how a finding weighs under", "regels, en hoe zwaar een bevinding weegt onder");
pub(super) const MARKS: Words = words(
    "– not asked for; off: switched off. zonewerk rules NAME explains a rule",
    "– niet gevraagd; off: uitgeschakeld. zonewerk rules NAAM legt een regel uit",
);

/// What a rule is about, in the plural.
pub(super) fn about(kind: SubjectKind) -> Words {
    match kind {
        SubjectKind::RuleSet => words("rule sets", "regelsets"),
        SubjectKind::Plan => words("plans", "plannen"),
        SubjectKind::Unit => words("units", "eenheden"),
        SubjectKind::Zone => words("zones", "zones"),
        SubjectKind::Region => words("regions", "regio's"),
        SubjectKind::Group => words("groups", "groepen"),
        SubjectKind::Merger => words("mergers", "fusies"),
        SubjectKind::FixedZone => words("fixed zones", "vaste zones"),
    }
}

/// Where a rule holds, with those of the profiles that ask for it.
pub(super) fn holds(rule: &Rule, askers: &[&str], language: Language) -> String {
    match rule.standing {
        Standing::Always => ALWAYS.in_language(language).to_owned(),
        Standing::WhenAsked => {
            let none = NO_SUCH_PROFILE.in_language(language).to_owned();
            let named = if askers.is_empty() { none } else { askers.join(", ") };
            format!("{}: {named}", WHEN_NAMED.in_language(language))
        }
    }
}

/// How a rule weighs in a profile: `error`, `not asked for`.
pub(super) fn weight(asked: &Asked, language: Language) -> &'static str {
    match asked.severity {
        Some(severity) => severity.name(),
        None if asked.is_off => SWITCHED_OFF.in_language(language),
        None => NOT_ASKED.in_language(language),
    }
}

/// `from 1 July 2017 until 31 December 2017`; `None` where it is open at both ends.
pub(super) fn period(period: Period, language: Language) -> Option<String> {
    let day = |day| date(language, day).into();
    Some(match (period.from, period.until) {
        (Some(from), Some(until)) => {
            say(language, "period-between", &[("from", day(from)), ("until", day(until))])
        }
        (Some(from), None) => say(language, "period-from", &[("from", day(from))]),
        (None, Some(until)) => say(language, "period-until", &[("until", day(until))]),
        (None, None) => return None,
    })
}
