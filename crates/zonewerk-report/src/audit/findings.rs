use std::collections::BTreeMap;

use super::{Audited, Limits};
use crate::document::Block;
use zonewerk_audit::{Distance, DistanceUnit, Finding, RULES, Rule, Severity};
use zonewerk_core::problem::{Profile, RuleId};
use zonewerk_core::words::{Language, say};

/// One finding, with the profiles under which it stands, by their places.
struct Entry<'a> {
    finding: &'a Finding,
    profiles: Vec<usize>,
}

/// All findings of one rule.
pub(crate) struct Section<'a> {
    pub(crate) rule: &'static Rule,
    /// How much the heaviest of them weighs.
    pub(crate) worst: Severity,
    /// The rule in a sentence, and where and how heavily each profile asks for it.
    pub(crate) about: String,
    /// Each finding in words, once for all profiles that say it alike.
    pub(crate) items: Vec<(String, &'a Finding)>,
}

/// Every finding by rule, the ones that break it first; what several profiles say alike is
/// said once.
pub(crate) fn sections<'a>(audited: &'a Audited, language: Language) -> Vec<Section<'a>> {
    let section = |rule: &&'static Rule| {
        let entries = entries(audited, rule);
        let worst = entries.iter().map(|entry| entry.finding.severity).min()?;
        let items = entries.iter().map(|entry| (item(audited, entry, language), entry.finding)).collect();
        Some(Section { rule, worst, about: about(audited, rule, language), items })
    };
    let mut sections: Vec<Section> = RULES.iter().filter_map(section).collect();
    sections.sort_by_key(|section| section.worst);
    sections
}

/// Every finding by rule, as many of each as the limits allow.
pub(super) fn findings(audited: &Audited, language: Language, limits: Limits) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(2, say!(language, "heading-findings"))];
    let sections = sections(audited, language);
    if sections.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "nothing-found")));
    }
    for Section { rule, worst, about, items } in sections {
        blocks.push(Block::Heading(3, format!("{}: {}", rule.id.name(), items.len())));
        blocks.push(Block::Paragraph(about));
        let (shown, all) = (limits.of(worst), items.len());
        let mut items: Vec<String> = items.into_iter().take(shown).map(|(words, _)| words).collect();
        if all > shown {
            items.push(say!(language, "more-with-all", more = all - shown));
        }
        blocks.push(Block::List(items));
    }
    blocks
}

fn entries<'a>(audited: &'a Audited, rule: &Rule) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for (profile, judgement) in audited.judgements.iter().enumerate() {
        for finding in judgement.audit.findings.iter().filter(|finding| finding.rule == rule.id) {
            if audited.judgements.len() == 1 {
                entries.push(Entry { finding, profiles: vec![profile] });
                continue;
            }
            let place = *known.entry(finding.to_string()).or_insert_with(|| {
                entries.push(Entry { finding, profiles: Vec::new() });
                entries.len() - 1
            });
            entries[place].profiles.push(profile);
        }
    }
    entries
}

/// The rule in a sentence, and where and how heavily each profile asks for it, and the scenario.
fn about(audited: &Audited, rule: &Rule, language: Language) -> String {
    let zones = audited.scenario.problem.zone_count;
    let is_asked = rule.id == RuleId::WrongNumberOfZones && !zones.is_free();
    let mut is_of_profiles = true;
    let mut asked: Vec<String> = Vec::new();
    for profile in audited.judgements.iter().map(|judgement| &judgement.profile) {
        let by_profile = zonewerk_audit::severity(rule.id, profile);
        // The number that a scenario asks for weighs as an error under every profile; another one of
        // a profile weighs as that says.
        let severity = match is_asked {
            true if profile.zone.count == zones => Some(Severity::Error),
            true => {
                is_of_profiles = false;
                by_profile.filter(|_| !profile.zone.count.is_free())
            }
            false => by_profile,
        };
        asked.extend(severity.map(|severity| in_profile(profile, severity, rule, language)));
    }
    if !is_of_profiles {
        let severity = severity_name(Severity::Error, language);
        asked.insert(0, say!(language, "rule-in-scenario", severity = severity));
    }
    format!("{}. ({})", rule.summary.in_language(language), asked.join("; "))
}

fn in_profile(profile: &Profile, severity: Severity, rule: &Rule, language: Language) -> String {
    let severity = severity_name(severity, language);
    let name = &profile.name;
    match profile.article_in(rule.id, language) {
        Some(article) => {
            say!(language, "rule-in-profile-article", profile = name, severity = severity, article = article)
        }
        None => say!(language, "rule-in-profile", profile = name, severity = severity),
    }
}

/// What a severity is called.
pub(crate) fn severity_name(severity: Severity, language: Language) -> String {
    match severity {
        Severity::Error => say!(language, "severity-error"),
        Severity::Warning => say!(language, "severity-warning"),
        Severity::Info => say!(language, "severity-info"),
    }
}

fn item(audited: &Audited, entry: &Entry, language: Language) -> String {
    let mut text = entry.finding.words(language);
    let distance = entry.finding.distance().filter(|distance| distance.amount > 0);
    if let Some(amount) = distance.and_then(|distance| amount(distance, language)) {
        text = say!(language, "finding-off", finding = text, amount = amount);
    }
    if entry.profiles.len() < audited.judgements.len() {
        let names: Vec<&str> =
            entry.profiles.iter().map(|place| audited.judgements[*place].profile.name.as_str()).collect();
        text = say!(language, "finding-under", finding = text, profiles = names.join(", "));
    }
    text
}

/// `None` where the finding itself says it, in the unit of its goal.
fn amount(distance: Distance, language: Language) -> Option<String> {
    let amount = distance.amount;
    Some(match distance.unit {
        DistanceUnit::Inhabitants => say!(language, "amount-inhabitants", amount = amount),
        DistanceUnit::Units => say!(language, "amount-units", amount = amount),
        DistanceUnit::Zones => say!(language, "amount-zones", amount = amount),
        DistanceUnit::Regions => say!(language, "amount-regions", amount = amount),
        DistanceUnit::Months => say!(language, "amount-months", amount = amount),
        DistanceUnit::Goal => return None,
    })
}
