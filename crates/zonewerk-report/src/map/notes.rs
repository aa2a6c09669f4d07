use super::scene::Scene;
use super::sheet::{Sheet, Style};
use crate::sign::Sign;
use zonewerk_core::words::{listed, say};

/// Lines of one kind below the map, at most.
pub(super) const MOST_LINES: usize = 12;
const MOST_NAMES: usize = 12;

/// A sentence below the map.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) sign: Option<Sign>,
    pub(super) words: String,
}

impl Note {
    pub(super) fn plain(words: String) -> Self {
        Self { sign: None, words }
    }

    pub(super) fn write(&self, sheet: &mut Sheet) {
        match self.sign {
            Some(sign) => sheet.signed(sign, &self.words),
            None => sheet.text(&self.words, Style::NOTE),
        }
    }
}

/// The first of the notes, and how many follow.
pub(super) fn cut(scene: &Scene, mut notes: Vec<Note>) -> Vec<Note> {
    let more = notes.len().saturating_sub(MOST_LINES);
    if more > 1 {
        notes.truncate(MOST_LINES);
        notes.push(Note::plain(say!(scene.shown.language, "map-more", more = more)));
    }
    notes
}

/// What the numbers on the map stand for.
pub(super) fn key(sheet: &mut Sheet, names: &[String]) {
    if !names.is_empty() {
        let numbered = names.iter().enumerate().map(|(place, name)| format!("{} {name}", place + 1));
        sheet.text(&numbered.collect::<Vec<_>>().join(" · "), Style::NOTE);
    }
}

/// Which zones hold the units that lie in several.
pub(super) fn parted(scene: &Scene) -> Vec<Note> {
    let plan = scene.shown.plan;
    let note = |unit| {
        let names = plan.zone_names(unit);
        (names.len() > 1).then(|| {
            let zones = names.len();
            let names = listed(scene.shown.language, &names, MOST_NAMES);
            let unit = scene.unit_name(unit);
            Note::plain(say!(
                scene.shown.language,
                "map-unit-in-zones",
                unit = unit,
                zones = zones,
                names = names
            ))
        })
    };
    cut(scene, plan.holdings.ids().filter_map(note).collect())
}
