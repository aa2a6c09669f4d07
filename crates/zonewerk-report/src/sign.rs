//! Small signs beside names, told apart by shape and not by colour alone.

use super::svg_text::px;
use geo::Coord;

/// What a sign says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// A rule is broken.
    Error,
    /// There is a warning.
    Warning,
    /// A check could not be made.
    Open,
}

impl Sign {
    /// Width over the font size of the name beside it, with the blank between.
    pub(super) const WIDTH: f64 = 1.2;

    /// Its colour.
    pub(super) fn ink(self) -> &'static str {
        match self {
            Self::Error => "#a4161a",
            Self::Warning => "#b35c00",
            Self::Open => "#555555",
        }
    }

    /// The sign as SVG elements, `size` pixels high: a cross in a disc, an exclamation mark in
    /// a triangle, a question mark in a ring.
    pub(super) fn drawing(self, middle: Coord<f64>, size: f64) -> String {
        let ink = self.ink();
        let body = match self {
            Self::Error => format!(
                "<circle r=\"5\" fill=\"{ink}\"/><path d=\"M-2.2,-2.2L2.2,2.2M-2.2,2.2L2.2,-2.2\" \
                 stroke=\"#ffffff\" stroke-width=\"1.6\"/>"
            ),
            Self::Warning => format!(
                "<path d=\"M0,-5L5.4,4.6H-5.4Z\" fill=\"#ffd166\" stroke=\"{ink}\" stroke-width=\"1\" \
                 stroke-linejoin=\"round\"/><path d=\"M0,-2.2V1.6M0,2.6V3.9\" stroke=\"#000000\" \
                 stroke-width=\"1.4\"/>"
            ),
            Self::Open => format!(
                "<circle r=\"4.6\" fill=\"#ffffff\" stroke=\"{ink}\"/><path d=\"M-1.6,-1.2C-1.6,-3.4 1.7,-3.4 \
                 1.7,-1.2C1.7,0.3 0,0 0,1.3M0,2.2V3.3\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.1\"/>"
            ),
        };
        let scale = (size / 10.0 * 100.0).round() / 100.0;
        format!(
            "<g transform=\"translate({},{}) scale({scale})\" fill=\"none\">{body}</g>\n",
            px(middle.x),
            px(middle.y)
        )
    }
}
