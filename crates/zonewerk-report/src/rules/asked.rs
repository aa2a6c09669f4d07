use super::value::{Value, values};
use zonewerk_audit::{Applies, Rule, severity};
use zonewerk_core::problem::{Period, Profile, RuleWeight, Severity};
use zonewerk_core::words::Language;

/// What one profile makes of one rule.
pub(super) struct Asked<'a> {
    pub(super) profile: &'a Profile,
    /// How much a finding weighs; `None` where the rule does not hold.
    pub(super) severity: Option<Severity>,
    /// Whether the profile names the rule and switches it off.
    pub(super) is_off: bool,
    /// Where the profile says that the rule is written.
    pub(super) article: Option<&'a str>,
    /// When the rule holds: its own days, or else the profile's.
    pub(super) period: Period,
    /// What the profile sets for it, by key.
    pub(super) values: Vec<(&'static str, Value)>,
}

/// What a profile makes of a rule.
pub(super) fn asked<'a>(rule: &Rule, profile: &'a Profile, language: Language) -> Asked<'a> {
    let setting = profile.rules.get(&rule.id);
    let own = setting.map(|setting| setting.period).unwrap_or_default();
    let whole = profile.period;
    let set = rule.id.parameters().iter().flat_map(|&parameter| values(parameter, profile, setting));
    Asked {
        profile,
        severity: severity(rule.id, profile),
        is_off: setting.is_some_and(|setting| setting.weight == Some(RuleWeight::Off)),
        article: profile.article_in(rule.id, language),
        period: Period { from: own.from.or(whole.from), until: own.until.or(whole.until) },
        values: set.filter_map(|(key, value)| Some((key, value?))).collect(),
    }
}

impl Asked<'_> {
    /// The word for a table: `error`, `warning`, `info`, `off`, or a dash where the profile
    /// does not ask for the rule.
    pub(super) fn word(&self) -> &'static str {
        match self.severity {
            Some(severity) => severity.name(),
            None if self.is_off => "off",
            None => "–",
        }
    }
}

/// The profiles that ask for a rule that would not hold by itself.
pub(super) fn askers<'a>(rule: &Rule, profiles: &'a [Profile]) -> Vec<&'a str> {
    let asks =
        |profile: &&Profile| rule.id.applies() == Applies::WhenAsked && severity(rule.id, profile).is_some();
    profiles.iter().filter(asks).map(|profile| profile.name.as_str()).collect()
}

/// Whether a rule holds by itself and no profile says a word of it.
pub(super) fn is_same_in_all(rule: &Rule, profiles: &[Profile]) -> bool {
    rule.id.applies() == Applies::Always
        && !profiles.iter().any(|profile| profile.rules.contains_key(&rule.id))
}
