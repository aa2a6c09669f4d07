use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CountBounds, PopulationBounds, RuleId};
use crate::words::Language;

/// A named set of rules: which of them hold, how much each weighs, with what numbers,
/// and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Name in scenarios and reports.
    pub name: String,
    /// Title in reports.
    pub title: String,
    /// Where its rules are written.
    pub source: String,
    /// First and last day that it holds, where it says so.
    pub period: Period,
    /// What a zone must be like.
    pub zone: ZoneLevel,
    /// What a region must be like.
    pub region: RegionLevel,
    /// The rules that it asks for or changes.
    pub rules: BTreeMap<RuleId, RuleSetting>,
    /// Its words in other languages than its own.
    pub translations: BTreeMap<Language, ProfileWords>,
}

/// The words of a profile in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProfileWords {
    /// Title in reports.
    pub title: Option<String>,
    /// Where its rules are written.
    pub source: Option<String>,
    /// Where each rule is written.
    pub articles: BTreeMap<RuleId, String>,
}

/// From when until when, both days included; open where `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Period {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
}

/// Numbers for zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneLevel {
    /// Inhabitants of a zone without an exception.
    pub population: PopulationBounds,
    /// Number of zones of a plan.
    pub count: CountBounds,
}

/// Numbers for regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RegionLevel {
    /// Inhabitants of a region.
    pub population: PopulationBounds,
    /// Number of regions of a plan.
    pub count: CountBounds,
    /// Number of zones of a region.
    pub zones: CountBounds,
}

/// What a profile says of one rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RuleSetting {
    /// How much a finding weighs; the rule's own weight where `None`.
    pub weight: Option<RuleWeight>,
    /// Where it is written: article or heading.
    pub article: Option<String>,
    /// When it holds, where other than its profile.
    pub period: Period,
    /// The families of groups it is about.
    pub families: Vec<String>,
    /// Those of them that plans need not keep it for: a finding is a warning.
    pub reported: Vec<String>,
    /// Codes of the units that it leaves alone.
    pub except: Vec<String>,
    /// How strictly it is read.
    pub reading: Option<GroupReading>,
    /// Families of which it is read otherwise.
    pub readings: BTreeMap<String, GroupReading>,
    /// How many months it allows.
    pub months: Option<u32>,
}

/// How much a rule weighs in a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleWeight {
    /// It does not hold.
    Off,
    /// A finding is one of these.
    Finding(Severity),
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The plan breaks the rule.
    Error,
    /// The plan deserves a second look.
    Warning,
    /// Good to know: an exception that was used.
    Info,
}

/// How strictly a rule on groups is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GroupReading {
    /// A group and a zone are apart, or one lies inside the other.
    #[default]
    Strict,
    /// A group may reach into one zone with a part of its area, not into two.
    Weak,
}

/// The rules of [`Profile::plain`]: whole units in contiguous zones within bounds.
const PLAIN: [RuleId; 6] = [
    RuleId::OrphanedUnit,
    RuleId::ZonesOverlap,
    RuleId::SplitUnit,
    RuleId::ZoneNotContiguous,
    RuleId::ZoneBelowMinimumPopulation,
    RuleId::ZoneAboveMaximumPopulation,
];

impl Profile {
    /// Whole units, contiguous zones within bounds, and nothing else.
    pub fn plain(population: PopulationBounds) -> Self {
        Self {
            name: "plain".to_owned(),
            title: "Contiguous zones of whole units within bounds".to_owned(),
            source: String::new(),
            period: Period::default(),
            zone: ZoneLevel { population, count: CountBounds::default() },
            region: RegionLevel::default(),
            translations: BTreeMap::new(),
            rules: PLAIN.into_iter().map(|rule| (rule, RuleSetting::default())).collect(),
        }
    }
}

impl Profile {
    /// The same rules, and a plan must have so many zones: the rule on their number is asked
    /// for and weighs as an error.
    #[must_use]
    pub fn with_zone_count(mut self, count: CountBounds) -> Self {
        self.zone.count = count;
        self.with_error(RuleId::WrongNumberOfZones)
    }

    /// The same rules, and a plan must keep this one: a finding is an error.
    #[must_use]
    pub fn with_error(mut self, rule: RuleId) -> Self {
        self.rules.entry(rule).or_default().weight = Some(RuleWeight::Finding(Severity::Error));
        self
    }

    /// The same rules, and a plan must keep this one for a family: a finding is an error.
    #[must_use]
    pub fn with_family(mut self, rule: RuleId, family: &str) -> Self {
        let is_new = self.error(rule).is_none();
        let setting = self.rules.entry(rule).or_default();
        setting.forget_if_off();
        // What weighed less before was no error for its families, and is none now.
        if is_new {
            setting.reported.clone_from(&setting.families);
        }
        setting.reported.retain(|name| name != family);
        setting.families.retain(|name| name != family);
        setting.families.push(family.to_owned());
        self.with_error(rule)
    }

    /// The same rules, and this one is looked at for a family without binding plans: a finding
    /// is a warning.
    #[must_use]
    pub fn with_reported(mut self, rule: RuleId, family: &str) -> Self {
        let unasked =
            RuleSetting { weight: Some(RuleWeight::Finding(Severity::Warning)), ..RuleSetting::default() };
        let setting = self.rules.entry(rule).or_insert_with(|| unasked.clone());
        if setting.forget_if_off() {
            setting.weight = unasked.weight;
        }
        for names in [&mut setting.families, &mut setting.reported] {
            if !names.iter().any(|name| name == family) {
                names.push(family.to_owned());
            }
        }
        self
    }

    /// What the profile says of a rule that it asks for and of which a finding is an error.
    pub fn error(&self, rule: RuleId) -> Option<&RuleSetting> {
        let is_error = |setting: &&RuleSetting| match setting.weight {
            Some(weight) => weight == RuleWeight::Finding(Severity::Error),
            None => rule.severity() == Severity::Error,
        };
        self.rules.get(&rule).filter(is_error)
    }

    /// Title in a language, in the profile's own where it has no other.
    pub fn title_in(&self, language: Language) -> &str {
        let translated = self.translations.get(&language).and_then(|words| words.title.as_deref());
        translated.unwrap_or(&self.title)
    }

    /// Where its rules are written, in the words of a language where it has them.
    pub fn source_in(&self, language: Language) -> &str {
        let translated = self.translations.get(&language).and_then(|words| words.source.as_deref());
        translated.unwrap_or(&self.source)
    }

    /// Where a rule is written, in the words of a language where it has them; `None` where it
    /// does not say.
    pub fn article_in(&self, rule: RuleId, language: Language) -> Option<&str> {
        let translated = self.translations.get(&language).and_then(|words| words.articles.get(&rule));
        let own = || self.rules.get(&rule).and_then(|setting| setting.article.as_ref());
        translated.or_else(own).map(String::as_str)
    }
}

impl RuleSetting {
    /// Takes out the families of a rule that is off: the profile looks at none of them. Whether it
    /// was.
    fn forget_if_off(&mut self) -> bool {
        let is_off = self.weight == Some(RuleWeight::Off);
        if is_off {
            self.families.clear();
            self.reported.clear();
        }
        is_off
    }

    /// How strictly it is read of a family.
    pub fn reading_of(&self, family: &str) -> GroupReading {
        self.readings.get(family).copied().or(self.reading).unwrap_or_default()
    }

    /// Whether it is about a family, and not only to be reported of it.
    pub fn binds(&self, family: &str) -> bool {
        self.families.iter().any(|name| name == family) && !self.reported.iter().any(|name| name == family)
    }
}

impl Default for RegionLevel {
    fn default() -> Self {
        Self {
            population: PopulationBounds::any(),
            count: CountBounds::default(),
            zones: CountBounds::default(),
        }
    }
}

impl Severity {
    /// Every severity, the heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Info];

    /// `error`, `warning` or `info`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl GroupReading {
    /// Every reading.
    pub const ALL: [Self; 2] = [Self::Strict, Self::Weak];

    /// `strict` or `weak`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Weak => "weak",
        }
    }
}
