use std::collections::BTreeMap;

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use super::RuleBook;
use super::asked::asked;
use super::value::{Value, keys, numbers};
use crate::json_text::pretty;
use zonewerk_audit::{Applies, Rule, SubjectKind};
use zonewerk_core::problem::{Period, Profile, Severity};
use zonewerk_core::words::Language;

/// The rules, and what each profile makes of them.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Rules")]
struct RulesFile<'a> {
    /// Version of the program that wrote it.
    version: &'static str,
    /// Language of the sentences: `en` or `nl`.
    language: &'static str,
    /// The profiles, in the order in which they were asked for.
    profiles: Vec<ProfileReport<'a>>,
    /// The rules, in the order of checking.
    rules: Vec<RuleReport<'a>>,
}

/// A profile.
#[derive(Serialize, JsonSchema)]
struct ProfileReport<'a> {
    name: &'a str,
    title: &'a str,
    /// Where its rules are written.
    source: &'a str,
    /// First and last day that it holds; open where null.
    period: Period,
    /// The numbers it sets for zones and regions, by the key that sets them.
    numbers: BTreeMap<&'static str, Value>,
}

/// A rule.
#[derive(Serialize, JsonSchema)]
struct RuleReport<'a> {
    /// Its name, which is its identity.
    name: &'static str,
    /// What a finding is about.
    about: SubjectKind,
    /// How much a finding weighs, unless a profile says otherwise.
    severity: Severity,
    /// Whether it holds in every profile, asked for or not.
    always: bool,
    /// The rule in one sentence.
    summary: &'static str,
    /// What it means.
    explanation: &'static str,
    /// What a profile can set for it.
    parameters: Vec<ParameterReport>,
    /// What each profile makes of it, in the order of the profiles.
    profiles: Vec<AskedReport<'a>>,
}

/// Something that a profile can set.
#[derive(Serialize, JsonSchema)]
struct ParameterReport {
    /// The keys that set it: from `levels` on, or in the rule's own table.
    keys: Vec<&'static str>,
    /// What it sets.
    meaning: &'static str,
}

/// What a profile makes of a rule.
#[derive(Serialize, JsonSchema)]
struct AskedReport<'a> {
    /// Name of the profile.
    profile: &'a str,
    /// How much a finding weighs; null where the rule does not hold.
    severity: Option<Severity>,
    /// Where the profile says that the rule is written.
    article: Option<&'a str>,
    /// First and last day that the rule holds in this profile; null where it does not hold.
    period: Option<Period>,
    /// What the profile sets for the rule, by key; a key that is not set is not here.
    values: BTreeMap<&'static str, Value>,
}

pub(super) fn json(book: &RuleBook, language: Language) -> Vec<u8> {
    pretty(&RulesFile {
        version: env!("CARGO_PKG_VERSION"),
        language: language.code(),
        profiles: book.profiles.iter().map(|profile| profile_report(profile, language)).collect(),
        rules: book.rules().map(|rule| rule_report(rule, book, language)).collect(),
    })
}

/// The schema of what [`json`] writes.
pub(super) fn schema() -> Vec<u8> {
    pretty(&schema_for!(RulesFile))
}

fn profile_report(profile: &Profile, language: Language) -> ProfileReport<'_> {
    ProfileReport {
        name: &profile.name,
        title: profile.title_in(language),
        source: profile.source_in(language),
        period: profile.period,
        numbers: numbers(profile).into_iter().collect(),
    }
}

fn rule_report<'a>(rule: &'static Rule, book: &'a RuleBook, language: Language) -> RuleReport<'a> {
    let parameters = rule.id.parameters().iter().map(|&parameter| ParameterReport {
        keys: keys(parameter).collect(),
        meaning: parameter.meaning().in_language(language),
    });
    let profiles = book.profiles.iter().map(|profile| {
        let asked = asked(rule, profile, language);
        AskedReport {
            profile: &profile.name,
            severity: asked.severity,
            article: asked.article,
            period: asked.severity.map(|_| asked.period),
            values: asked.values.into_iter().collect(),
        }
    });
    RuleReport {
        name: rule.id.name(),
        about: rule.id.about(),
        severity: rule.id.severity(),
        always: rule.id.applies() == Applies::Always,
        summary: rule.summary.in_language(language),
        explanation: rule.explanation.in_language(language),
        parameters: parameters.collect(),
        profiles: profiles.collect(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use zonewerk_audit::{RULES, RuleId};
    use zonewerk_io as load;

    fn document(language: Language) -> Value {
        let profiles = load::profile_names().map(|name| load::profile(name).unwrap().0);
        let book = RuleBook { rule: None, profiles: profiles.collect() };
        serde_json::from_slice(&json(&book, language)).unwrap()
    }

    /// The paths of a document down to its keys, places in lists and free keys left out.
    fn paths(value: &Value, path: &str, into: &mut BTreeSet<String>) {
        match value {
            Value::Object(fields) if path.ends_with("numbers") || path.ends_with("values") => {
                assert!(fields.values().all(|value| !value.is_null()), "{path}");
                into.insert(path.to_owned());
            }
            Value::Object(fields) => {
                fields.iter().for_each(|(key, value)| paths(value, &format!("{path}.{key}"), into));
            }
            Value::Array(items) if items.iter().any(Value::is_object) => {
                items.iter().for_each(|item| paths(item, path, into));
            }
            _ => {
                into.insert(path.to_owned());
            }
        }
    }

    #[test]
    fn keys_stay_as_they_are() {
        let mut found = BTreeSet::new();
        paths(&document(Language::English), "", &mut found);
        insta::assert_snapshot!(found.into_iter().collect::<Vec<_>>().join("\n"), @r"
        .language
        .profiles.name
        .profiles.numbers
        .profiles.period.from
        .profiles.period.until
        .profiles.source
        .profiles.title
        .rules.about
        .rules.always
        .rules.explanation
        .rules.name
        .rules.parameters
        .rules.parameters.keys
        .rules.parameters.meaning
        .rules.profiles.article
        .rules.profiles.period
        .rules.profiles.period.from
        .rules.profiles.period.until
        .rules.profiles.profile
        .rules.profiles.severity
        .rules.profiles.values
        .rules.severity
        .rules.summary
        .version
        ");
    }

    #[test]
    fn only_sentences_change_with_the_language() {
        const SENTENCES: [&str; 6] = ["language", "title", "source", "summary", "explanation", "meaning"];
        fn without_sentences(value: &mut Value) {
            match value {
                Value::Object(fields) => {
                    fields.retain(|key, _| !SENTENCES.contains(&key.as_str()) && key != "article");
                    fields.values_mut().for_each(without_sentences);
                }
                Value::Array(items) => items.iter_mut().for_each(without_sentences),
                _ => {}
            }
        }
        let [mut english, mut dutch] = Language::ALL.map(document);
        assert_ne!(english, dutch);
        without_sentences(&mut english);
        without_sentences(&mut dutch);
        assert_eq!(english, dutch);
        assert_eq!(english["rules"].as_array().map(Vec::len), Some(RULES.len()));
    }

    #[test]
    fn rule_has_its_own_days_or_else_those_of_the_profile() {
        let document = document(Language::English);
        let rule = |name: &str| {
            let rules = document["rules"].as_array().unwrap();
            rules.iter().find(|rule| rule["name"] == name).unwrap()["profiles"].as_array().unwrap().clone()
        };
        let crossing = rule(RuleId::ZoneCrossesGroup.name());
        assert_eq!(crossing[0]["severity"], Value::Null);
        assert_eq!(crossing[0]["period"], Value::Null);
        assert_eq!(crossing[2]["period"]["from"], "2024-04-15");
        let minimum = rule(RuleId::ZoneBelowMinimumPopulation.name());
        assert_eq!(minimum[1]["period"]["until"], "2024-04-14");
        assert_eq!(minimum[1]["values"]["levels.zone.minimum"], 70_000);
        assert_eq!(minimum[2]["article"], "art. 13, 4°");
    }
}
