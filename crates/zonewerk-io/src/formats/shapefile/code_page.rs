use encoding_rs::Encoding;

/// The encoding of a name: one of the WHATWG Encoding Standard, or as `.cpg` files write
/// code pages: `1252`, `ANSI 1252`, `CP1252`, `88591`, `ISO 8859-1`, `OEM 866`, `LDID/3`.
pub(super) fn named(label: &str) -> Result<&'static Encoding, CodePageFault> {
    let label = label.trim();
    if let Some(encoding) = Encoding::for_label_no_replacement(label.as_bytes()) {
        // Fields have a fixed number of bytes and are padded with blanks of one byte.
        return if encoding.is_ascii_compatible() { Ok(encoding) } else { Err(CodePageFault::Unsupported) };
    }
    let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let digits = bare.trim_start_matches(|letter: char| letter.is_ascii_lowercase());
    let number: u32 = digits.parse().map_err(|_| CodePageFault::Unknown)?;
    match &bare[..bare.len() - digits.len()] {
        "ldid" => {
            let page = u8::try_from(number).ok().and_then(language).ok_or(CodePageFault::Unknown)?;
            code_page(page)
        }
        "" | "ansi" | "cp" | "ms" | "msdos" | "ibm" | "iso" | "oem" | "win" | "windows" => code_page(number),
        _ => Err(CodePageFault::Unknown),
    }
}

/// Why a name is no use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum CodePageFault {
    Unknown,
    Unsupported,
}

/// The encoding of a code page, by the numbers of Windows or of ISO 8859.
pub(super) fn code_page(number: u32) -> Result<&'static Encoding, CodePageFault> {
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
        437 | 620 | 720 | 737 | 775 | 850..=865 | 869 | 895 | 10006 | 10029 => {
            return Err(CodePageFault::Unsupported);
        }
        _ => return Err(CodePageFault::Unknown),
    };
    Encoding::for_label(label.as_bytes()).ok_or(CodePageFault::Unsupported)
}

/// The code page of a language byte (dBASE language driver), unless it leaves the choice
/// to the computer, as 0 and 0x57 do.
pub(super) fn language(byte: u8) -> Option<u32> {
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
            (
                &["windows-1252", "1252", "ANSI 1252", "ansi1252", "CP1252", "cp_1252", "LDID/3"],
                "windows-1252",
            ),
            (
                &["ISO-8859-1", "88591", "ISO 8859-1", "ISO88591", "8859-1", "ISO_8859_1", "28591"],
                "windows-1252",
            ),
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
            assert_eq!(named(label).map(Encoding::name), Err(CodePageFault::Unsupported), "{label:?}");
        }
        for label in
            ["", "Flemish", "1259", "x1252", "LDID/87", "LDID/999", "99999999999", "ÅNSI", "iso-2022-kr"]
        {
            assert_eq!(named(label).map(Encoding::name), Err(CodePageFault::Unknown), "{label:?}");
        }
    }
}
