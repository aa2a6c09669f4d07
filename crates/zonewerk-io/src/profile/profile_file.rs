//! What a rule profile is written as: a TOML file, as a scenario is. The comments here are
//! what the schema and `docs/scenario.md` say.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// A rule profile: a named set of rules with their numbers and where they are written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
#[schemars(title = "Zonewerk rule profile", extend("required" = ["name", "title", "source"]))]
pub(crate) struct ProfileFile {
    /// Name in scenarios and reports.
    #[schemars(example = "our-council")]
    pub(crate) name: String,
    /// Title in reports.
    pub(crate) title: String,
    /// Where its rules are written: decree, call or decision.
    pub(crate) source: String,
    /// Profile that holds where this one says nothing: a built-in name, or a TOML file beside it.
    #[schemars(example = "other-profile.toml")]
    pub(crate) extends: Option<String>,
    /// First day that it holds; always when absent.
    #[schemars(extend("format" = "date"))]
    pub(crate) valid_from: Option<String>,
    /// Last day that it holds; for ever when absent.
    #[schemars(extend("format" = "date"))]
    pub(crate) valid_until: Option<String>,
    /// Numbers for zones and regions. Each asks for its rule, unless `rules` speaks of that.
    pub(crate) levels: LevelsTable,
    /// What it says of each rule, by the rule's name (`zonewerk rules` lists them). Some rules always
    /// hold; the others where they are named here or in what it extends.
    pub(crate) rules: BTreeMap<String, RuleTable>,
    /// Its words in English, where it is written in another language.
    pub(crate) en: WordsTable,
    /// Its words in Dutch.
    pub(crate) nl: WordsTable,
}

/// The words of a profile in one language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct WordsTable {
    /// Title in reports.
    pub(crate) title: Option<String>,
    /// Where its rules are written.
    pub(crate) source: Option<String>,
    /// Article or heading of each rule.
    pub(crate) articles: BTreeMap<String, String>,
}

/// The levels of a plan.
#[derive(Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct LevelsTable {
    /// Numbers for zones.
    pub(crate) zone: ZoneTable,
    /// Numbers for regions.
    pub(crate) region: RegionTable,
}

/// Numbers for zones.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct ZoneTable {
    /// Fewest inhabitants of a zone; no bound when absent.
    #[schemars(example = 75_000)]
    pub(crate) minimum: Option<u64>,
    /// Most inhabitants of a zone; no bound when absent.
    #[schemars(example = 125_000)]
    pub(crate) maximum: Option<u64>,
    /// Fewest zones.
    pub(crate) count_minimum: Option<u64>,
    /// Most zones.
    pub(crate) count_maximum: Option<u64>,
}

/// Numbers for regions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RegionTable {
    /// Fewest inhabitants of a region; no bound when absent.
    pub(crate) minimum: Option<u64>,
    /// Most inhabitants of a region; no bound when absent.
    pub(crate) maximum: Option<u64>,
    /// Fewest regions.
    pub(crate) count_minimum: Option<u64>,
    /// Most regions.
    pub(crate) count_maximum: Option<u64>,
    /// Fewest zones of a region.
    pub(crate) zones_minimum: Option<u64>,
    /// Most zones of a region.
    pub(crate) zones_maximum: Option<u64>,
}

/// What a profile says of one rule; what it leaves out is as in the profile it extends.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct RuleTable {
    /// How much a finding weighs; as the rule itself says when absent. An `error` breaks the rule.
    #[schemars(extend("enum" = ["error", "warning", "info", "off"]))]
    pub(crate) severity: Option<String>,
    /// Article or heading where it is written.
    pub(crate) article: Option<String>,
    /// First day that it holds, where other than its profile.
    #[schemars(extend("format" = "date"))]
    pub(crate) valid_from: Option<String>,
    /// Last day that it holds, where other than its profile.
    #[schemars(extend("format" = "date"))]
    pub(crate) valid_until: Option<String>,
    /// Families of groups of the scenario that it is about.
    pub(crate) families: Option<Vec<String>>,
    /// Codes of units that it leaves alone.
    pub(crate) except: Option<Vec<String>>,
    /// How strictly a rule on groups is read; strictly when nobody says.
    #[schemars(extend("enum" = ["strict", "weak"]))]
    pub(crate) reading: Option<String>,
    /// How many months it allows between the count of inhabitants and the plan; 12 when nobody says.
    pub(crate) months: Option<u32>,
}

impl ZoneTable {
    /// Whether it says how many zones there are.
    pub(crate) fn counts_zones(&self) -> bool {
        self.count_minimum.is_some() || self.count_maximum.is_some()
    }
}

impl LevelsTable {
    /// Whether it sets no number.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// These numbers, and those of another where there are none.
    pub(crate) fn over(&self, other: &Self) -> Self {
        let (zone, region) = (self.zone, self.region);
        Self {
            zone: ZoneTable {
                minimum: zone.minimum.or(other.zone.minimum),
                maximum: zone.maximum.or(other.zone.maximum),
                count_minimum: zone.count_minimum.or(other.zone.count_minimum),
                count_maximum: zone.count_maximum.or(other.zone.count_maximum),
            },
            region: RegionTable {
                minimum: region.minimum.or(other.region.minimum),
                maximum: region.maximum.or(other.region.maximum),
                count_minimum: region.count_minimum.or(other.region.count_minimum),
                count_maximum: region.count_maximum.or(other.region.count_maximum),
                zones_minimum: region.zones_minimum.or(other.region.zones_minimum),
                zones_maximum: region.zones_maximum.or(other.region.zones_maximum),
            },
        }
    }
}

impl WordsTable {
    /// These words for articles, and those of another where there are none. Titles and sources
    /// are each profile's own.
    pub(crate) fn over(self, other: Self) -> Self {
        let mut articles = other.articles;
        articles.extend(self.articles);
        Self { title: self.title, source: self.source, articles }
    }
}

impl RuleTable {
    /// What this says of a rule, and what another says where this says nothing.
    pub(crate) fn over(self, other: Self) -> Self {
        Self {
            severity: self.severity.or(other.severity),
            article: self.article.or(other.article),
            valid_from: self.valid_from.or(other.valid_from),
            valid_until: self.valid_until.or(other.valid_until),
            families: self.families.or(other.families),
            except: self.except.or(other.except),
            reading: self.reading.or(other.reading),
            months: self.months.or(other.months),
        }
    }
}
