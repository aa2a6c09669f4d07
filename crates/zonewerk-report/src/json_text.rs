use std::fmt::Write;

use serde::Serialize;

use zonewerk_core::words::is_unseen;

/// JSON on one line, with a newline at its end.
pub(super) fn compact(value: &impl Serialize) -> Vec<u8> {
    ended(serde_json::to_string(value).expect("plain values with text keys become JSON"))
}

/// JSON with indents and a newline at its end.
pub(super) fn pretty(value: &impl Serialize) -> Vec<u8> {
    ended(serde_json::to_string_pretty(value).expect("plain values with text keys become JSON"))
}

/// Text of JSON in which letters that are not seen are escaped, as JSON itself only does with some
/// of them: it says the same, and is safe on a terminal.
fn ended(mut json: String) -> Vec<u8> {
    let is_raw = |letter: char| letter != '\n' && is_unseen(letter);
    if json.contains(is_raw) {
        let mut escaped = String::with_capacity(json.len() + 16);
        for letter in json.chars() {
            if is_raw(letter) {
                for half in letter.encode_utf16(&mut [0; 2]) {
                    let _ = write!(escaped, "\\u{half:04x}");
                }
            } else {
                escaped.push(letter);
            }
        }
        json = escaped;
    }
    json.push('\n');
    json.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_says_every_letter_and_shows_none_that_steers() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{2028}\u{e0041}\r\n\té東";
        for json in [compact(&[text]), pretty(&[text])] {
            let json = String::from_utf8(json).unwrap();
            assert!(!json.contains(|letter| letter != '\n' && is_unseen(letter)), "{json}");
            assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [text]);
        }
    }
}
