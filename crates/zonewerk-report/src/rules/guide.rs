//! The part of the reference that a person wrote: how to write a profile and an exception,
//! with the examples that stand among the program's own.

use zonewerk_core::words::Language;

const PROFILE: &str = include_str!("../../../../examples/our-council.toml");
const EXCEPTIONS: &str = include_str!("../../../../examples/exceptions.toml");

/// Chapters in Markdown, each under a heading of level 2.
pub(super) fn guide(language: Language) -> String {
    let text = match language {
        Language::Dutch => include_str!("guide.nl.md"),
        _ => include_str!("guide.en.md"),
    };
    text.replace("{{our-council.toml}}", PROFILE.trim_end())
        .replace("{{exceptions.toml}}", EXCEPTIONS.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guide_shows_both_examples_in_every_language() {
        for language in Language::ALL {
            let guide = guide(language);
            assert!(guide.contains(PROFILE.trim_end()) && guide.contains(EXCEPTIONS.trim_end()));
            assert!(!guide.contains("{{"), "an example has another name in {}", language.code());
        }
    }

    #[test]
    fn guides_have_the_same_tables_in_every_language() {
        let keys = |language| -> Vec<String> {
            let guide = guide(language);
            let rows = guide.lines().filter(|line| line.starts_with("| `"));
            rows.filter_map(|row| row.split('|').nth(1)).map(str::to_owned).collect()
        };
        assert!(keys(Language::English).len() > 20);
        assert_eq!(keys(Language::Dutch), keys(Language::English));
    }
}
