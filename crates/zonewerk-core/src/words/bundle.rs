use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, visible};

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<Vec<Bundle>> =
    LazyLock::new(|| Language::ALL.iter().map(|&language| bundle(language)).collect());

/// Something that a sentence speaks of: text, or a number, whose thousands are set apart
/// and which decides between singular and plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A number.
    Number(u64),
}

/// A message of the language's file, with its variables filled in: `say!(language, "found-zones", zones =
/// 3)`. The compiler refuses a message or a variable that the English file does not have. Letters that are
/// not seen are [`visible`] in it.
#[macro_export]
macro_rules! say {
    ($language:expr, $message:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::fl!($language, $message $(, $name = ($crate::words::Value::from($value)))*)
    };
}

/// A message without variables, to be said later: `message!("area-no-zone")`. The compiler refuses one
/// that the English file does not have.
#[macro_export]
macro_rules! message {
    ($message:literal) => {{
        // Only that it compiles is of interest.
        fn _is_known() -> String {
            $crate::words::fl!($crate::words::Language::English, $message)
        }
        $crate::words::Message::checked($message)
    }};
}

/// The name of a message without variables: made by [`message!`](crate::message).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message(&'static str);

impl Message {
    /// What the macro calls.
    #[doc(hidden)]
    pub const fn checked(name: &'static str) -> Self {
        Self(name)
    }

    /// The message in a language.
    pub fn say(self, language: Language) -> String {
        language.get(self.0)
    }

    /// Its name in the language files.
    pub fn name(self) -> &'static str {
        self.0
    }
}

/// What the macro `fl!` calls.
#[doc(hidden)]
impl Language {
    pub fn get(self, message: &str) -> String {
        self.get_args_concrete(message, HashMap::new())
    }

    pub fn get_args_concrete(self, message: &str, values: HashMap<&'static str, Value>) -> String {
        // What a language does not say is said in English.
        let found = [self, Language::English].into_iter().find_map(|language| {
            let bundle = BUNDLES.get(language as usize)?;
            Some((bundle, bundle.get_message(message)?.value()?))
        });
        let Some((bundle, pattern)) = found else { return format!("{{{message}}}") };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in &values {
            arguments.set(*name, value.in_language(self));
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned()
    }
}

fn bundle(language: Language) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(language.number_formatter()));
    let resource = FluentResource::try_new(language.messages().to_owned()).unwrap_or_else(|(whole, _)| whole);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A number of a message with its thousands set apart.
pub(super) fn grouped(value: &FluentValue, thousands: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(group(&number.as_string(), thousands))
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

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
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

    use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement};

    use super::*;

    /// Messages of a language with the variables they use.
    fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
        let resource = FluentResource::try_new(language.messages().to_owned());
        let resource = resource.unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", language.code()));
        let mut messages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for entry in resource.entries() {
            let Entry::Message(Message { id, value: Some(value), .. }) = entry else {
                panic!("{}: not a message with a text: {entry:?}", language.code())
            };
            let mut variables = BTreeSet::new();
            variables_of(value, &mut variables);
            let before = messages.insert(id.name.to_owned(), variables);
            assert!(before.is_none(), "{}: {} stands twice", language.code(), id.name);
        }
        messages
    }

    fn variables_of(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let (Expression::Inline(of) | Expression::Select { selector: of, .. }) = expression;
            let InlineExpression::VariableReference { id } = of else {
                panic!("only variables are used in messages, and not {of:?}")
            };
            found.insert(id.name.to_owned());
            if let Expression::Select { variants, .. } = expression {
                variants.iter().for_each(|variant| variables_of(&variant.value, found));
            }
        }
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let english = messages(Language::English);
        assert!(english.len() > 80, "{} messages", english.len());
        for language in Language::ALL {
            let own = messages(language);
            let differ: Vec<&String> =
                english.keys().chain(own.keys()).filter(|id| english.get(*id) != own.get(*id)).collect();
            assert!(
                differ.is_empty(),
                "missing, too many or with other variables in {}: {differ:?}",
                language.code()
            );
        }
    }

    #[test]
    fn message_that_is_missing_is_seen() {
        assert_eq!(Language::Dutch.get("no-such-message"), "{no-such-message}");
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
