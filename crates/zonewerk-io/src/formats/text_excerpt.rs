//! Parts of texts for messages: a name or value of a file may be as long as the file, and a
//! message about it is made again and again.

use std::borrow::Cow;

/// Letters of a text that are shown.
const LONGEST: usize = 120;

/// Names of a list that are shown.
const LISTED: usize = 40;

/// The text, or its beginning and dots where it is long.
pub(crate) fn short(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(format!("{} ...", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

/// Names one after another, and how many more there are where they are many.
pub(crate) fn listed(names: &[impl AsRef<str>]) -> String {
    let shown: Vec<Cow<str>> = names.iter().take(LISTED).map(|name| short(name.as_ref())).collect();
    match names.len() - shown.len() {
        0 => shown.join(", "),
        more => format!("{} and {more} more", shown.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_long_is_cut_and_what_is_left_out_is_counted() {
        assert_eq!(short("Li\u{e8}ge"), "Li\u{e8}ge");
        assert_eq!(short(&"\u{e8}".repeat(130)), format!("{} ...", "\u{e8}".repeat(120)));
        assert_eq!(listed(&["a", "b"]), "a, b");
        assert_eq!(listed(&Vec::<String>::new()), "");
        assert!(listed(&vec!["a"; 42]).ends_with("a, a and 2 more"));
    }
}
