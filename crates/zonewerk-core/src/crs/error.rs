use thiserror::Error;

/// Why a coordinate reference system or a position in it cannot be used.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum CrsError {
    /// A code that is in no list of definitions here.
    #[error("EPSG:{code} is no known coordinate reference system; {advice}")]
    UnknownCode {
        /// The code, as stated.
        code: u32,
        /// What to do instead, naming the nearest known code where there is one.
        advice: String,
    },
    /// Text that is no code, no PROJ text and no well-known text.
    #[error("found {found}, expected {expected}")]
    UnreadableText {
        /// The text or its start, quoted, or what is wrong in it.
        found: String,
        /// What should stand there.
        expected: String,
    },
    /// A kind of projection or system that cannot be computed here.
    #[error("{0} is not supported; transform the file to EPSG:4326 first")]
    Unsupported(String),
    /// A position that cannot be in the stated system.
    #[error("position {x}, {y} is not in {crs}: {looks}")]
    Outside {
        /// East coordinate or longitude, as given.
        x: f64,
        /// North coordinate or latitude, as given.
        y: f64,
        /// Name of the coordinate reference system.
        crs: String,
        /// What it looks like: `these look like degrees`.
        looks: &'static str,
    },
}

impl CrsError {
    /// Text that could not be read, cut to a quotable length.
    pub(super) fn unreadable(found: &str, expected: impl Into<String>) -> Self {
        let mut excerpt: String = found.chars().take(60).collect();
        if excerpt.len() < found.len() {
            excerpt.push('…');
        }
        Self::UnreadableText { found: format!("{excerpt:?}"), expected: expected.into() }
    }

    /// A fault named in words instead of quoted.
    pub(super) fn fault(found: impl Into<String>, expected: impl Into<String>) -> Self {
        Self::UnreadableText { found: found.into(), expected: expected.into() }
    }
}
