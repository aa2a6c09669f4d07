use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::load::{InputProblem, Place};

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
pub(super) struct Said<'a> {
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
    said: &Said,
    texts: impl Iterator<Item = &'t [u8]>,
) -> Result<(Decoder, String), InputProblem> {
    if let Some(label) = said.option {
        let encoding = named(label).map_err(|fault| fault.problem("encoding", label))?;
        return Ok(told(encoding, "as asked"));
    }
    let evidence = Evidence::of(texts);
    let harmless = |problem| if evidence == Evidence::Ascii { Ok(ascii()) } else { Err(problem) };
    if let Some((file, bytes)) = &said.cpg {
        let label = String::from_utf8_lossy(bytes);
        let label = label.trim_matches(|letter: char| letter.is_whitespace() || "\0\u{feff}".contains(letter));
        match named(label) {
            _ if label.is_empty() => {}
            Ok(encoding) => return Ok(told(encoding, "from the .cpg file")),
            Err(fault) => return harmless(fault.problem(file, label)),
        }
    }
    let (file, byte) = said.dbf;
    match language(byte).map(|page| (page, code_page(page))) {
        Some((_, Ok(encoding))) => Ok(told(encoding, "from the .dbf file")),
        Some((page, Err(fault))) => harmless(fault.problem(file, &format!("code page {page}"))),
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

/// Why a name is no use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fault {
    Unknown,
    Unsupported,
}

impl Fault {
    fn problem(self, file: &str, label: &str) -> InputProblem {
        const KNOWN: &str = "UTF-8, windows-1252, ISO-8859-15, windows-1250, IBM866 or Shift_JIS";
        let (code, expected) = match self {
            Self::Unknown => ("unknown-encoding", format!("the name of an encoding, such as {KNOWN}")),
            Self::Unsupported => ("unsupported-encoding", format!("an encoding that can be read, such as {KNOWN}")),
        };
        InputProblem { code, file: file.to_owned(), place: Place::File, field: None, found: format!("{label:?}"), expected }
    }
}

/// The encoding of a name: one of the WHATWG Encoding Standard, or as `.cpg` files write
/// code pages: `1252`, `ANSI 1252`, `CP1252`, `88591`, `ISO 8859-1`, `OEM 866`, `LDID/3`.
fn named(label: &str) -> Result<&'static Encoding, Fault> {
    let label = label.trim();
    if let Some(encoding) = Encoding::for_label_no_replacement(label.as_bytes()) {
        // Fields have a fixed number of bytes and are padded with blanks of one byte.
        return if encoding.is_ascii_compatible() { Ok(encoding) } else { Err(Fault::Unsupported) };
    }
    let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let digits = bare.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let number: u32 = digits.parse().map_err(|_| Fault::Unknown)?;
    match &bare[..bare.len() - digits.len()] {
        "ldid" => {
            let page = u8::try_from(number).ok().and_then(language).ok_or(Fault::Unknown)?;
            code_page(page)
        }
        "" | "ansi" | "cp" | "ms" | "msdos" | "ibm" | "iso" | "oem" | "win" | "windows" => code_page(number),
        _ => Err(Fault::Unknown),
    }
}

/// The encoding of a code page, by the numbers of Windows or of ISO 8859.
fn code_page(number: u32) -> Result<&'static Encoding, Fault> {
    let label = match number {
        65001 => "utf-8".to_owned(),
        1250..=1258 | 874 => format!("windows-{number}"),
        866 => "ibm866".to_owned(),
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10000 => "macintosh".to_owned(),
        10007 => "x-mac-cyrillic".to_owned(),
        20127 => "us-ascii".to_owned(),
        20866 => "koi8-r".to_owned(),
        54936 => "gb18030".to_owned(),
        28591..=28606 => format!("iso-8859-{}", number - 28590),
        88591..=88599 => format!("iso-8859-{}", number - 88590),
        885_910..=885_916 => format!("iso-8859-{}", number - 885_900),
        437 | 620 | 720 | 737 | 775 | 850..=865 | 869 | 895 | 10006 | 10029 => return Err(Fault::Unsupported),
        _ => return Err(Fault::Unknown),
    };
    Encoding::for_label(label.as_bytes()).ok_or(Fault::Unsupported)
}

/// The code page of a language byte (dBASE language driver), unless it leaves the choice
/// to the computer, as 0 and 0x57 do.
fn language(byte: u8) -> Option<u32> {
    Some(match byte {
        0x01 | 0x09 | 0x0b | 0x0d | 0x0f | 0x11 | 0x15 | 0x18 | 0x19 | 0x1b => 437,
        0x02 | 0x0a | 0x0e | 0x10 | 0x12 | 0x14 | 0x16 | 0x1a | 0x1d | 0x25 | 0x37 => 850,
        0x03 | 0x58 | 0x59 => 1252,
        0x04 => 10000,
        0x08 | 0x17 | 0x66 => 865,
        0x13 | 0x7b => 932,
        0x1c | 0x6c => 863,
        0x1f | 0x22 | 0x23 | 0x40 | 0x64 | 0x87 => 852,
        0x24 => 860,
        0x26 | 0x65 => 866,
        0x4d | 0x7a => 936,
        0x4e | 0x79 => 949,
        0x4f | 0x78 => 950,
        0x50 | 0x7c => 874,
        0x67 => 861,
        0x68 => 895,
        0x69 => 620,
        0x6a | 0x86 => 737,
        0x6b | 0x88 => 857,
        0x7d => 1255,
        0x7e => 1256,
        0x96 => 10007,
        0x97 => 10029,
        0x98 => 10006,
        0xc8 => 1250,
        0xc9 => 1251,
        0xca => 1254,
        0xcb => 1253,
        0xcc => 1257,
        0xf0 => 65001,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_of_cpg_files_are_understood() {
        for (labels, expected) in [
            (&["UTF-8", "utf8", "65001", " UTF-8\r\n", "CP65001"][..], "UTF-8"),
            (&["windows-1252", "1252", "ANSI 1252", "ansi1252", "CP1252", "cp_1252", "LDID/3"], "windows-1252"),
            (&["ISO-8859-1", "88591", "ISO 8859-1", "ISO88591", "8859-1", "ISO_8859_1", "28591"], "windows-1252"),
            (&["ISO-8859-15", "885915", "ISO 8859-15"], "ISO-8859-15"),
            (&["OEM 866", "IBM866", "LDID/38"], "IBM866"),
            (&["932", "Shift_JIS"], "Shift_JIS"),
            (&["BIG5", "950"], "Big5"),
        ] {
            for label in labels {
                assert_eq!(named(label).map(Encoding::name), Ok(expected), "{label:?}");
            }
        }
        for label in ["OEM 850", "850", "cp437", "IBM852", "LDID/2", "utf-16", "UTF-16LE"] {
            assert_eq!(named(label).map(Encoding::name), Err(Fault::Unsupported), "{label:?}");
        }
        for label in ["", "Flemish", "1259", "x1252", "LDID/87", "LDID/999", "99999999999", "ÅNSI", "iso-2022-kr"] {
            assert_eq!(named(label).map(Encoding::name), Err(Fault::Unknown), "{label:?}");
        }
    }

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
                "encoding: found \"Walloon\", expected the name of an encoding, such as UTF-8, windows-1252, \
                 ISO-8859-15, windows-1250, IBM866 or Shift_JIS [unknown-encoding]",
            ),
        ] {
            let cpg = cpg.map(|label| ("a.cpg".to_owned(), label.as_bytes()));
            let said = Said { option, cpg, dbf: ("a.dbf", byte) };
            let chosen = choose(&said, [&b"name"[..], text].into_iter());
            assert_eq!(chosen.map_or_else(|problem| problem.to_string(), |(_, told)| told), expected);
        }
    }

    #[test]
    fn a_letter_cut_in_two_does_not_hide_that_the_rest_is_utf_8() {
        let texts = ["Liège".as_bytes(), b"Li\xc3"];
        let said = Said { option: None, cpg: None, dbf: ("a.dbf", 0) };
        let (decoder, told) = choose(&said, texts.into_iter()).expect("nothing is named");
        assert_eq!((decoder.text(texts[1]).as_str(), told.as_str()), ("Li\u{fffd}", "UTF-8 (assumed)"));
    }
}
