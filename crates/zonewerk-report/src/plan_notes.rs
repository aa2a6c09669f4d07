use zonewerk_core::words::{Language, say};
use zonewerk_io::PlanNote;

/// What is to be said of a plan that was read from a map, a sentence each; of many slivers
/// only the widest few, and how many more there are.
pub fn plan_notes(notes: &[PlanNote], language: Language) -> Vec<String> {
    const SLIVERS: usize = 5;
    let (mut slivers, others): (Vec<&PlanNote>, Vec<&PlanNote>) =
        notes.iter().partition(|note| width_m(note).is_some());
    slivers.sort_by(|a, b| width_m(b).unwrap_or(0.0).total_cmp(&width_m(a).unwrap_or(0.0)));
    let mut words: Vec<String> = others.into_iter().map(|note| note.words(language)).collect();
    words.extend(slivers.iter().take(SLIVERS).map(|note| note.words(language)));
    if let Some(next) = slivers.get(SLIVERS) {
        let width = format!("{:.1}", width_m(next).unwrap_or(0.0));
        words.push(say!(language, "note-slivers-more", more = slivers.len() - SLIVERS, width = width));
    }
    words
}

/// How wide a sliver is that does not count.
fn width_m(note: &PlanNote) -> Option<f64> {
    match note {
        PlanNote::SliversLeftOut { width_m, .. }
        | PlanNote::GapsLeftOut { width_m, .. }
        | PlanNote::ZonesOverlap { width_m, is_sliver: true, .. } => Some(*width_m),
        _ => None,
    }
}
