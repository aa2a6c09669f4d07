use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use super::bundle::grouped;

/// Declares the languages: name of the variant, code (ISO 639-1), what sets the thousands of a number
/// apart, and what stands before decimals. The first one has every message.
macro_rules! languages {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $thousands:literal, $decimals:literal;)+) => {
        /// A language that people are answered in.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Language {
            $(
                #[doc = concat!("Code `", $code, "`.")]
                $(#[$meta])*
                $name,
            )+
        }

        impl Language {
            /// Every language.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$name),+];

            /// Its two-letter code (ISO 639-1).
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// What sets the thousands of a number apart.
            pub fn thousands(self) -> char {
                match self { $(Self::$name => $thousands,)+ }
            }

            /// What stands before the decimals of a number.
            pub fn decimal_point(self) -> char {
                match self { $(Self::$name => $decimals,)+ }
            }

            /// How it writes numbers in messages.
            pub(super) fn number_formatter(self) -> fn(&FluentValue, &IntlLangMemoizer) -> Option<String> {
                match self { $(Self::$name => |value, _| grouped(value, $thousands),)+ }
            }

            /// Its messages, in Fluent's format.
            pub(super) fn messages(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../i18n/", $code, "/zonewerk.ftl")),)+
                }
            }
        }
    };
}

// A language more is one line here and one file.
languages! {
    #[default] English = "en", ',', '.';
    Dutch = "nl", '.', ',';
}
