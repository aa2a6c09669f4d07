//! The page around the sections: what it may do, its style, its script, its contents.

use sha2::{Digest, Sha256};

use super::head::Head;
use super::sheet::Sheet;
use crate::svg_text::escaped;
use zonewerk_core::words::say;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The whole page. It may run its own script and style, which it knows by their hashes, and
/// load nothing.
pub(super) fn frame(
    sheet: &Sheet,
    head: &Head,
    sections: &[(&'static str, String, String)],
    data: &str,
) -> String {
    let title = escaped(&head.title);
    let policy = format!(
        "default-src 'none'; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    );
    let contents: String = sections
        .iter()
        .map(|(id, heading, _)| format!("<li><a href=\"#{id}\">{}</a></li>\n", escaped(heading)))
        .collect();
    let body: String = sections
        .iter()
        .map(|(id, heading, body)| {
            format!(
                "<section id=\"{id}\" aria-labelledby=\"{id}-heading\">\n<h2 id=\"{id}-heading\">{}</h2>\n{body}</section>\n",
                escaped(heading)
            )
        })
        .collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Zonewerk {version}\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{skip}</a>\n<header>\n<h1>{title}</h1>\n<p class=\"subtitle\">{subtitle}</p>\n</header>\n\
         <main id=\"main\" tabindex=\"-1\">\n<section id=\"verdict\" aria-labelledby=\"verdict-heading\">\n\
         <h2 id=\"verdict-heading\" class=\"spoken\">{verdict}</h2>\n{said}</section>\n\
         <nav aria-label=\"{contents_label}\">\n<ul>\n{contents}</ul>\n</nav>\n{body}</main>\n\
         <footer>\n<p>{made}</p>\n</footer>\n\
         <script type=\"application/json\" id=\"data\">{data}</script>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
        language = sheet.language.code(),
        version = env!("CARGO_PKG_VERSION"),
        skip = escaped(&say!(sheet.language, "page-skip")),
        subtitle = escaped(&head.subtitle),
        verdict = escaped(&say!(sheet.language, "page-heading-verdict")),
        said = head.body,
        contents_label = escaped(&say!(sheet.language, "page-contents")),
        made = escaped(&say!(sheet.language, "page-made", version = env!("CARGO_PKG_VERSION"))),
    )
}

/// `sha256-` and the hash, as a content security policy names an inline script or style.
fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_fills_up_to_four_letters() {
        let cases = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
