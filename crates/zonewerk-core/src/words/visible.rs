use std::borrow::Cow;
use std::fmt::Write;

/// Text in which letters that are not seen can be seen: what steers a terminal, turns the
/// direction of reading, breaks a line or hides is written as its number, `\u{1b}`. So a name
/// that came with a file cannot pass for something else on a screen or in a report. Data files
/// (JSON, CSV, GIS files) hold names as they are.
pub fn visible(text: &str) -> Cow<'_, str> {
    shown(text, is_unseen)
}

/// The same of text that has lines.
pub fn visible_lines(text: &str) -> Cow<'_, str> {
    shown(text, |letter| letter != '\n' && is_unseen(letter))
}

/// Whether a letter is not seen but does something: the controls (C0, C1, DEL), the ends of
/// lines and paragraphs, the marks of direction, the tags, and what is no character.
pub fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{061C}'
                | '\u{200B}'
                | '\u{200E}'..='\u{200F}'
                | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{FEFF}'
                | '\u{FFF9}'..='\u{FFFB}'
                | '\u{FFFE}'..='\u{FFFF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

fn shown(text: &str, hide: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hide) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        if hide(letter) {
            let _ = write!(shown, "\\u{{{:x}}}", u32::from(letter));
        } else {
            shown.push(letter);
        }
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_seen_and_letters_stay() {
        for (text, expected) in [
            ("Geraardsbergen – ’s-Gravenvoeren", "Geraardsbergen – ’s-Gravenvoeren"),
            ("X\u{1b}[2JCompliant", "X\\u{1b}[2JCompliant"),
            ("a\r\nb\tc", "a\\u{d}\\u{a}b\\u{9}c"),
            ("\u{9b}1m\u{7f}", "\\u{9b}1m\\u{7f}"),
            ("\u{202e}abc\u{2066}\u{2069}", "\\u{202e}abc\\u{2066}\\u{2069}"),
            ("a\u{2028}b\u{85}c", "a\\u{2028}b\\u{85}c"),
            ("a\u{e0041}b", "a\\u{e0041}b"),
            ("العربية हिन्दी 東京 👩\u{200d}👧", "العربية हिन्दी 東京 👩\u{200d}👧"),
        ] {
            assert_eq!(visible(text), expected);
        }
        assert_eq!(visible_lines("a\n\u{1b}b"), "a\n\\u{1b}b");
    }
}
