//! Well-known text as a tree of keywords, before it is known what they mean. `proj4rs` does not read
//! well-known text, and files of ESRI, GDAL and QGIS use three dialects of it, which share this syntax.
//! Text and nesting are limited, as the text may come from any file.

use super::CrsError;

/// Nesting of real definitions stays below ten.
const MAX_DEPTH: usize = 24;
/// The longest definitions in use, compound systems with usages, have some 5 kB.
const MAX_BYTES: usize = 64 * 1024;

/// A keyword of well-known text with what its brackets hold: `UNIT["Meter",1.0]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct WktNode {
    /// In capitals.
    pub keyword: String,
    pub values: Vec<WktValue>,
}

/// One of the values between the brackets of a keyword.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum WktValue {
    Text(String),
    Number(f64),
    /// A bare word, as the direction of an axis.
    Word(String),
    Node(WktNode),
}

impl WktNode {
    /// Reads a whole text; brackets may be square or round.
    pub fn read(text: &str) -> Result<Self, CrsError> {
        let text = text
            .trim_matches(|letter: char| letter.is_whitespace() || letter == '\0' || letter == '\u{feff}');
        if text.len() > MAX_BYTES {
            let found = format!("{} bytes of well-known text", text.len());
            return Err(CrsError::fault(found, format!("at most {MAX_BYTES}")));
        }
        let mut reader = WktReader { text, at: 0 };
        let node = match reader.value(0)? {
            WktValue::Node(node) => node,
            _ => return Err(reader.fault("a keyword with brackets")),
        };
        reader.skip_blanks();
        if reader.at < text.len() { Err(reader.fault("the end of the text")) } else { Ok(node) }
    }

    /// The nodes directly inside, whose keyword is one of these.
    pub fn children<'a>(&'a self, keywords: &'a [&str]) -> impl Iterator<Item = &'a WktNode> {
        self.values.iter().filter_map(move |value| match value {
            WktValue::Node(node) if keywords.contains(&node.keyword.as_str()) => Some(node),
            _ => None,
        })
    }

    /// The first node directly inside, whose keyword is one of these.
    pub fn child<'a>(&'a self, keywords: &'a [&str]) -> Option<&'a WktNode> {
        self.children(keywords).next()
    }

    /// The first value where that is a text: the name of most nodes.
    pub fn name(&self) -> &str {
        match self.values.first() {
            Some(WktValue::Text(name)) => name,
            _ => "",
        }
    }

    /// The numbers inside, in order.
    pub fn numbers(&self) -> impl Iterator<Item = f64> {
        self.values.iter().filter_map(|value| match value {
            WktValue::Number(number) => Some(*number),
            _ => None,
        })
    }
}

struct WktReader<'a> {
    text: &'a str,
    at: usize,
}

impl WktReader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_blanks(&mut self) {
        self.at = self.text.len() - self.rest().trim_start().len();
    }

    fn fault(&self, expected: &str) -> CrsError {
        if self.rest().is_empty() {
            return CrsError::fault("the end of well-known text", expected);
        }
        CrsError::unreadable(self.rest(), format!("{expected} in well-known text"))
    }

    /// The longest start of the rest whose letters all pass.
    fn take(&mut self, passes: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let end = rest.find(|letter| !passes(letter)).unwrap_or(rest.len());
        let taken = rest[..end].to_owned();
        self.at += end;
        taken
    }

    fn value(&mut self, depth: usize) -> Result<WktValue, CrsError> {
        self.skip_blanks();
        match self.peek() {
            Some('"') => self.quoted().map(WktValue::Text),
            Some(letter) if letter.is_ascii_digit() || "+-.".contains(letter) => {
                let start = self.at;
                let word = self.take(|l| l.is_ascii_digit() || "+-.eEdD".contains(l));
                let number = word.replace(['d', 'D'], "e").parse::<f64>().ok();
                number.filter(|number| number.is_finite()).map(WktValue::Number).ok_or_else(|| {
                    self.at = start;
                    self.fault("a number")
                })
            }
            Some(letter) if letter.is_ascii_alphabetic() => {
                let word = self.take(|l| l.is_ascii_alphanumeric() || l == '_');
                self.skip_blanks();
                match self.peek() {
                    Some('[' | '(') => self.node(word, depth).map(WktValue::Node),
                    _ => Ok(WktValue::Word(word)),
                }
            }
            _ => Err(self.fault("a keyword, a number or a quoted text")),
        }
    }

    fn quoted(&mut self) -> Result<String, CrsError> {
        let mut text = String::new();
        loop {
            self.at += 1;
            text.push_str(&self.take(|letter| letter != '"'));
            if self.peek().is_none() {
                return Err(self.fault("a closing quote"));
            }
            self.at += 1;
            if self.peek() != Some('"') {
                return Ok(text);
            }
            text.push('"');
        }
    }

    fn node(&mut self, keyword: String, depth: usize) -> Result<WktNode, CrsError> {
        if depth == MAX_DEPTH {
            let found = format!("well-known text nested more than {MAX_DEPTH} deep");
            return Err(CrsError::fault(found, "the definition of one system"));
        }
        let close = if self.peek() == Some('[') { ']' } else { ')' };
        self.at += 1;
        let mut values = Vec::new();
        loop {
            values.push(self.value(depth + 1)?);
            self.skip_blanks();
            match self.peek() {
                Some(',') => self.at += 1,
                Some(letter) if letter == close => {
                    self.at += 1;
                    return Ok(WktNode { keyword: keyword.to_ascii_uppercase(), values });
                }
                _ => return Err(self.fault("a comma or a closing bracket")),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_numbers_and_nodes_are_read_in_either_brackets() {
        for text in [
            r#"PROJCS["a ""b""", UNIT["Meter",1.0], AXIS["X",EAST], PARAMETER["k", -9.5e-1]]"#,
            "\u{feff}projcs(\"a \"\"b\"\"\",unit(\"Meter\",1),axis(\"X\",EAST),\nparameter(\"k\",-.95)) \0",
        ] {
            let node = WktNode::read(text).unwrap();
            assert_eq!((node.keyword.as_str(), node.name()), ("PROJCS", r#"a "b""#));
            let number = |keyword| node.child(&[keyword]).and_then(|node| node.numbers().next());
            assert_eq!((number("UNIT"), number("PARAMETER")), (Some(1.0), Some(-0.95)));
            assert_eq!(node.child(&["AXIS"]).unwrap().values[1], WktValue::Word("EAST".into()));
        }
    }

    #[test]
    fn hostile_text_is_an_error() {
        let deep = "A[".repeat(100_000);
        let nested = format!("{}{}", "A[".repeat(500), "]".repeat(500));
        let brackets = "[".repeat(1 << 20);
        for text in [
            "",
            "A",
            "A[",
            "A[]",
            "A[\"b",
            "A[\"b\"",
            "A[\"b\"]]",
            "A[\"b\"]C",
            "A[1,]",
            "A[,1]",
            "A[1e999]",
            "A[1-2]",
            "A[\"b\")",
            "1",
            "\"a\"",
            "[1]",
            "é[1]",
            "A[é]",
            "A[-]",
            &deep,
            &nested,
            &brackets,
        ] {
            assert!(WktNode::read(text).is_err(), "{}", &text[..text.len().min(20)]);
        }
    }
}
