//! How QGIS draws each layer, where the file may say so.

use super::layer::LayerName;
use super::qml::{Symbol, categorised, single};
use zonewerk_core::words::{Language, Message, message};

const INK: &str = "43,43,43,255";
const NO_COLOUR: &str = "255,255,255,0";

/// The style of a layer. Of the layers in one file, the zones are filled and carry the names;
/// the others are lines and hatching that can lie over them.
pub(super) fn style(layer: LayerName, language: Language) -> String {
    let word = |message: Message| message.say(language);
    let hatched = |colour, pattern| Symbol::fill(colour, pattern, colour, "0.5");
    match layer {
        LayerName::Units => single(&Symbol::fill(NO_COLOUR, "no", "110,110,110,255", "0.12"), None),
        LayerName::Zones => {
            single(&Symbol::fill("217,217,217,255", "solid", INK, "0.4").filled_by("colour"), Some("zone"))
        }
        LayerName::Regions => single(&Symbol::fill(NO_COLOUR, "no", INK, "1.1"), None),
        LayerName::Findings => categorised(
            "severity",
            &[
                ("error", word(message!("severity-error")), hatched("178,24,43,255", "b_diagonal")),
                ("warning", word(message!("severity-warning")), hatched("224,130,20,255", "f_diagonal")),
                (
                    "info",
                    word(message!("severity-info")),
                    Symbol::fill("69,117,180,255", "dense7", "69,117,180,255", "0.15"),
                ),
            ],
        ),
        LayerName::Links => single(&Symbol::line(INK, "dash", "0.5"), None),
        LayerName::Backbone => categorised(
            "status",
            &[
                ("together", word(message!("gis-together")), Symbol::line("190,190,190,255", "solid", "0.2")),
                ("apart", word(message!("gis-apart")), Symbol::line(INK, "solid", "0.9")),
                ("contested", word(message!("gis-contested")), Symbol::line("178,24,43,255", "dash", "0.7")),
                ("unknown", word(message!("gis-unknown")), Symbol::line("128,128,128,255", "dot", "0.5")),
            ],
        ),
    }
}
