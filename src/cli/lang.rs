//! The language of an answer, as it is asked for on the command line.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParserFactory};

use zonewerk_core::words::Language;

/// Language of an answer, by its code: `en`, `nl`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Lang(Language);

impl From<Lang> for Language {
    fn from(lang: Lang) -> Self {
        lang.0
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.code())
    }
}

/// Takes the code of any language that there is.
#[derive(Clone, Debug)]
pub(super) struct Codes;

impl ValueParserFactory for Lang {
    type Parser = Codes;

    fn value_parser() -> Codes {
        Codes
    }
}

impl TypedValueParser for Codes {
    type Value = Lang;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Lang, clap::Error> {
        let codes = PossibleValuesParser::new(Language::ALL.map(Language::code));
        let code = codes.parse_ref(command, argument, value)?;
        let language = Language::ALL.into_iter().find(|language| language.code() == code);
        Ok(Lang(language.unwrap_or_default()))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(Language::ALL.into_iter().map(|language| PossibleValue::new(language.code()))))
    }
}
