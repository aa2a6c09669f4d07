//! The words of the catalogue that belong to no rule.

use super::asked::Asked;
use zonewerk_audit::{Applies, Rule, SubjectKind};
use zonewerk_core::words::{Language, Words};

const fn words(en: &'static str, nl: &'static str) -> Words {
    Words { en, nl }
}

pub(super) const ABOUT: Words = words("About", "Over");
pub(super) const SEVERITY: Words = words("Severity", "Ernst");
pub(super) const HOLDS: Words = words("Holds", "Geldt");
pub(super) const PARAMETERS: Words = words("Parameters", "Parameters");
/// No word, where the one above still holds.
pub(super) const NOTHING: Words = words("", "");
pub(super) const ARTICLE: Words = words("Article", "Artikel");
pub(super) const IN_FORCE: Words = words("In force", "Van kracht");
pub(super) const NOT_ASKED: Words = words("not asked for", "niet gevraagd");
pub(super) const SWITCHED_OFF: Words = words("switched off", "uitgeschakeld");
const UNLESS: Words = words("unless the profile says otherwise", "tenzij het profiel iets anders zegt");
const WHATEVER: Words = words("whatever the profile says", "wat het profiel ook zegt");
pub(super) const ALWAYS: Words = words("in every profile", "in elk profiel");
pub(super) const WHEN_NAMED: Words = words("in the profiles that name it", "in de profielen die hem noemen");
pub(super) const NO_SUCH_PROFILE: Words = words("none of these", "geen van deze");
pub(super) const ALL_RULES: Words =
    words("rules, and how a finding weighs under", "regels, en hoe zwaar een bevinding weegt onder");
pub(super) const MARKS: Words = words(
    "– not asked for; off: switched off. zonewerk rules NAME explains a rule",
    "– niet gevraagd; off: uitgeschakeld. zonewerk rules NAAM legt een regel uit",
);

pub(super) const INTRODUCTION: Words = words(
    "# Rules\n\n\
     What an audit can hold a plan to. Each rule is named for its fault. Some rules always hold, and those on what a scenario asks \
     hold where it asks for it; which others hold, how much a finding weighs, with what numbers \
     and where that is written, is up to a profile. A plan is compliant where no finding is an \
     `error`; a `warning` deserves a second look, `info` is good to know.\n\n\
     `zonewerk rules` shows this in a terminal, `zonewerk rules NAME` one rule. This page is \
     written by `zonewerk rules --format md`.\n",
    "# Regels\n\n\
     Waaraan een beoordeling een plan kan houden. Elke regel heet naar zijn fout. Sommige regels gelden altijd, en die over wat een scenario \
     vraagt, waar het dat vraagt; welke andere gelden, hoe zwaar een bevinding weegt, met welke getallen en waar dat \
     geschreven staat, zegt een profiel. Een plan voldoet als geen bevinding een `error` (fout) is; \
     een `warning` (waarschuwing) verdient een tweede blik, `info` is goed om te weten.\n\n\
     `zonewerk rules --lang nl` toont dit in een terminal, `zonewerk rules NAAM` één regel. Deze \
     bladzijde is geschreven door `zonewerk rules --format md --lang nl`.\n",
);
pub(super) const CONTENTS: Words = words("Contents", "Inhoud");
pub(super) const SIDE_BY_SIDE: Words = words("Profiles side by side", "Profielen naast elkaar");
pub(super) const MARKS_EXPLAINED: Words = words(
    "How much a finding weighs under each profile. A dash: the profile does not ask for the rule; \
     `off`: it switches the rule off.",
    "Hoe zwaar een bevinding weegt onder elk profiel. Een streepje: het profiel vraagt de regel \
     niet; `off`: het schakelt de regel uit.",
);
pub(super) const ARTICLES: Words = words("Where each rule is written", "Waar elke regel geschreven staat");
pub(super) const RULES_ABOUT: Words = words("Rules about", "Regels over");
pub(super) const PROFILES: Words = words("Profiles", "Profielen");
pub(super) const PROFILE: Words = words("Profile", "Profiel");
pub(super) const RULE: Words = words("Rule", "Regel");
pub(super) const PARAMETER: Words = words("Key", "Sleutel");
pub(super) const SETS: Words = words("What it sets", "Wat hij instelt");
pub(super) const NUMBER: Words = words("Number", "Getal");
pub(super) const SOURCE: Words = words("Source", "Bron");
pub(super) const ASKS_FOR: Words = words(
    "Rules that it asks for, besides those that always hold",
    "Regels die het vraagt, naast die welke altijd gelden",
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
        SubjectKind::Pin => words("pins", "pins"),
    }
}

/// How much a finding of a rule weighs, and who can change that.
pub(super) fn weighs(rule: &Rule, language: Language) -> String {
    let who = if rule.id.is_unconditional() { WHATEVER } else { UNLESS };
    format!("{}, {}", rule.id.severity(), who.in_language(language))
}

/// Where a rule holds, with those of the profiles that ask for it.
pub(super) fn holds(rule: &Rule, askers: &[&str], language: Language) -> String {
    match rule.id.applies() {
        Applies::Always => ALWAYS.in_language(language).to_owned(),
        Applies::WhenAsked => {
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
