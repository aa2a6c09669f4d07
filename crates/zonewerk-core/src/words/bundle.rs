use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use super::{Language, visible};

type Bundle = FluentBundle<FluentResource>;

const ENGLISH: &str = include_str!("en.ftl");
const DUTCH: &str = include_str!("nl.ftl");

static BUNDLES: LazyLock<[Bundle; 2]> = LazyLock::new(|| Language::ALL.map(bundle));

/// Something that a sentence speaks of: text, or a number, whose thousands are set apart
/// and which decides between singular and plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
}

/// A message of the language's file, with its variables filled in; letters that are not seen
/// are [`visible`] in it.
pub fn say(language: Language, message: &str, values: &[(&'static str, Value)]) -> String {
    let bundle = &BUNDLES[language as usize];
    let Some(pattern) = bundle.get_message(message).and_then(|message| message.value()) else {
        return format!("{{{message}}}");
    };
    let mut arguments = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        arguments.set(*name, value.in_language(language));
    }
    let mut errors = Vec::new();
    bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
}

fn bundle(language: Language) -> Bundle {
    let (id, source): (LanguageIdentifier, &str) = match language {
        Language::English => (langid!("en"), ENGLISH),
        Language::Dutch => (langid!("nl"), DUTCH),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value, _| grouped(value, Language::English),
        Language::Dutch => |value, _| grouped(value, Language::Dutch),
    }));
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(whole, _)| whole);
    bundle.add_resource_overriding(resource);
    bundle
}

fn grouped(value: &FluentValue, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(group(&number.as_string(), language.thousands()))
}

fn group(digits: &str, separator: char) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

impl Value {
    fn in_language(&self, language: Language) -> FluentValue<'_> {
        // Up to here a float is exact; Fluent has no other numbers.
        const EXACT: u64 = 1 << f64::MANTISSA_DIGITS;
        match self {
            Self::Text(text) => FluentValue::String(visible(text)),
            Self::Number(number) if *number > EXACT => {
                FluentValue::String(Cow::Owned(group(&number.to_string(), language.thousands())))
            }
            Self::Number(number) => FluentValue::Number(FluentNumber::from(*number as f64)),
        }
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Messages of a file with the variables they use.
    fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "not Fluent");
        let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                current = name.to_owned();
                assert!(
                    messages.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{current} stands twice"
                );
            }
            for variable in line.split('$').skip(1) {
                let end = variable.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
                let name = &variable[..end.unwrap_or(variable.len())];
                messages.get_mut(&current).unwrap().insert(name.to_owned());
            }
        }
        messages
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let english = messages(ENGLISH);
        assert!(english.len() > 80, "{} messages", english.len());
        assert_eq!(messages(DUTCH), english);
    }

    #[test]
    fn message_that_is_missing_is_seen() {
        assert_eq!(say(Language::English, "no-such-message", &[]), "{no-such-message}");
    }

    #[test]
    fn numbers_are_set_apart_as_the_language_does() {
        for (number, english, dutch) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1,000", "1.000"),
            (6_653_062, "6,653,062", "6.653.062"),
        ] {
            let text = number.to_string();
            assert_eq!(group(&text, Language::English.thousands()), english);
            assert_eq!(group(&text, Language::Dutch.thousands()), dutch);
        }
    }
}
