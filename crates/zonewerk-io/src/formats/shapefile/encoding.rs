//! Which encoding the texts of a shapefile have. A `.dbf` file seldom says so, and a wrong guess garbles
//! names without an error. So it is decided in a fixed order (the user, the `.cpg` file, the language
//! byte, UTF-8 if the texts are valid, windows-1252), and the choice is reported with its reason.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::code_page::{CodePageFault, code_page, language, named};
use crate::{InputPlace, InputProblem, InputProblems};

/// How the texts of a `.dbf` file are written.
#[derive(Clone, Copy)]
pub(super) struct Decoder(&'static Encoding);

impl Decoder {
    /// A text; bytes that mean nothing become U+FFFD.
    pub(super) fn text(self, bytes: &[u8]) -> String {
        self.0.decode_without_bom_handling(bytes).0.into_owned()
    }
}

/// What is said of the encoding, and where.
pub(super) struct StatedEncoding<'a> {
    /// By the user.
    pub(super) option: Option<&'a str>,
    /// The `.cpg` file with its name.
    pub(super) cpg: Option<(String, &'a [u8])>,
    /// The `.dbf` file's name and its language byte.
    pub(super) dbf: (&'a str, u8),
}

/// The decoder, and in words which and why: the user's word beats the `.cpg` file, which
/// beats the language byte; else UTF-8 where the texts are, and windows-1252 otherwise.
///
/// # Errors
/// When an encoding is named that is unknown or cannot be read, unless every text is
/// ASCII, which needs no encoding; a wrong word of the user is always an error.
pub(super) fn choose<'t>(
    said: &StatedEncoding,
    texts: impl Iterator<Item = &'t [u8]>,
) -> Result<(Decoder, String), InputProblems> {
    let (file, byte) = said.dbf;
    if let Some(label) = said.option {
        let encoding = named(label).map_err(|fault| problem(fault, file, Some("encoding"), label))?;
        return Ok(told(encoding, "as asked"));
    }
    let evidence = Evidence::of(texts);
    let harmless = |problem| if evidence == Evidence::Ascii { Ok(ascii()) } else { Err(problem) };
    if let Some((cpg, bytes)) = &said.cpg {
        let label = String::from_utf8_lossy(bytes);
        let label =
            label.trim_matches(|letter: char| letter.is_whitespace() || "\0\u{feff}".contains(letter));
        match named(label) {
            _ if label.is_empty() => {}
            Ok(encoding) => return Ok(told(encoding, "from the .cpg file")),
            Err(fault) => return harmless(problem(fault, cpg, None, label)),
        }
    }
    match language(byte).map(|page| (page, code_page(page))) {
        Some((_, Ok(encoding))) => Ok(told(encoding, "from the .dbf file")),
        Some((page, Err(fault))) => harmless(problem(fault, file, None, &format!("code page {page}"))),
        None => Ok(match evidence {
            Evidence::Ascii => ascii(),
            Evidence::Utf8 => told(UTF_8, "assumed"),
            Evidence::Other => told(WINDOWS_1252, "assumed"),
        }),
    }
}

fn told(encoding: &'static Encoding, why: &str) -> (Decoder, String) {
    (Decoder(encoding), format!("{} ({why})", encoding.name()))
}

fn ascii() -> (Decoder, String) {
    (Decoder(UTF_8), "ASCII".to_owned())
}

/// What the bytes of all texts together look like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Evidence {
    Ascii,
    Utf8,
    Other,
}

impl Evidence {
    /// A field may end in half a letter, where a writer cut it off; that is no evidence.
    fn of<'t>(texts: impl Iterator<Item = &'t [u8]>) -> Self {
        let (mut whole, mut half) = (false, false);
        for text in texts.filter(|text| !text.is_ascii()) {
            match std::str::from_utf8(text) {
                Ok(_) => whole = true,
                Err(error) if error.error_len().is_some() => return Self::Other,
                Err(error) => {
                    half = true;
                    whole |= !text[..error.valid_up_to()].is_ascii();
                }
            }
        }
        match (whole, half) {
            (true, _) => Self::Utf8,
            (false, true) => Self::Other,
            (false, false) => Self::Ascii,
        }
    }
}

fn problem(fault: CodePageFault, file: &str, field: Option<&str>, label: &str) -> InputProblems {
    const KNOWN: &str = "UTF-8, windows-1252, ISO-8859-15, windows-1250, IBM866 or Shift_JIS";
    let (code, expected) = match fault {
        CodePageFault::Unknown => ("unknown-encoding", "the name of an encoding"),
        CodePageFault::Unsupported => ("unsupported-encoding", "an encoding that can be read"),
    };
    InputProblem {
        code,
        file: file.to_owned(),
        place: InputPlace::File,
        field: field.map(str::to_owned),
        found: format!("{label:?}"),
        expected: format!("{expected}, such as {KNOWN}"),
    }
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_on_the_encoding_wins() {
        let (latin, utf, cut) = (&b"Li\xe8ge"[..], "Liège".as_bytes(), &b"Li\xc3"[..]);
        for (option, cpg, byte, text, expected) in [
            (Some("utf-8"), Some("1252"), 3, latin, "UTF-8 (as asked)"),
            (None, Some("ISO-8859-15"), 3, latin, "ISO-8859-15 (from the .cpg file)"),
            (None, Some("\u{feff}UTF-8\r\n"), 3, latin, "UTF-8 (from the .cpg file)"),
            (None, Some(" \n"), 0x03, utf, "windows-1252 (from the .dbf file)"),
            (None, None, 0xc8, latin, "windows-1250 (from the .dbf file)"),
            (None, None, 0x57, utf, "UTF-8 (assumed)"),
            (None, None, 0x57, latin, "windows-1252 (assumed)"),
            (None, None, 0x00, cut, "windows-1252 (assumed)"),
            (None, None, 0x00, b"Luik", "ASCII"),
            (None, None, 0x02, b"Luik", "ASCII"),
            (None, Some("OEM 850"), 0, b"Luik", "ASCII"),
            (
                None,
                Some("OEM 850"),
                3,
                latin,
                "a.cpg: found \"OEM 850\", expected an encoding that can be read, such as UTF-8, windows-1252, \
                 ISO-8859-15, windows-1250, IBM866 or Shift_JIS [unsupported-encoding]",
            ),
            (
                None,
                None,
                0x02,
                latin,
                "a.dbf: found \"code page 850\", expected an encoding that can be read, such as UTF-8, \
                 windows-1252, ISO-8859-15, windows-1250, IBM866 or Shift_JIS [unsupported-encoding]",
            ),
            (
                Some("Walloon"),
                Some("UTF-8"),
                3,
                b"Luik",
                "a.dbf, encoding: found \"Walloon\", expected the name of an encoding, such as UTF-8, windows-1252, \
                 ISO-8859-15, windows-1250, IBM866 or Shift_JIS [unknown-encoding]",
            ),
        ] {
            let cpg = cpg.map(|label| ("a.cpg".to_owned(), label.as_bytes()));
            let said = StatedEncoding { option, cpg, dbf: ("a.dbf", byte) };
            let chosen = choose(&said, [&b"name"[..], text].into_iter());
            assert_eq!(
                chosen.map_or_else(|problems| problems.all()[0].to_string(), |(_, told)| told),
                expected
            );
        }
    }

    #[test]
    fn a_letter_cut_in_two_does_not_hide_that_the_rest_is_utf_8() {
        let texts = ["Liège".as_bytes(), b"Li\xc3"];
        let said = StatedEncoding { option: None, cpg: None, dbf: ("a.dbf", 0) };
        let (decoder, told) = choose(&said, texts.into_iter()).expect("nothing is named");
        assert_eq!((decoder.text(texts[1]).as_str(), told.as_str()), ("Li\u{fffd}", "UTF-8 (assumed)"));
    }
}
