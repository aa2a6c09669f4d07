use zonewerk_core::territory::Unit;
use zonewerk_core::translate::{TranslationAccount, TranslationConflict};
use zonewerk_core::words::{Language, say};

/// What a translation of a plan did, a sentence each: which mergers were carried out, and
/// which units the plan now divides.
pub fn translation_notes(account: &TranslationAccount, language: Language) -> Vec<String> {
    let mut notes = Vec::new();
    if !account.applied.is_empty() {
        let merged = account.applied.iter().map(|merger| {
            let old: Vec<String> = merger.old_units.iter().map(named).collect();
            format!("{} → {} ({})", old.join(" + "), merger.new_name, merger.new_code)
        });
        let merged: Vec<String> = merged.collect();
        notes.push(say!(
            language,
            "note-translated",
            mergers = account.applied.len(),
            merged = merged.join("; ")
        ));
    }
    let divided: Vec<String> = account
        .conflicts
        .iter()
        .filter_map(|conflict| match conflict {
            TranslationConflict::Divided(unit) => Some(format!("{} ({})", unit.name, unit.code)),
            TranslationConflict::Partial(_) => None,
        })
        .collect();
    if !divided.is_empty() {
        notes.push(say!(language, "note-divided", units = divided.len(), names = divided.join(", ")));
    }
    notes
}

fn named(unit: &Unit) -> String {
    format!("{} ({})", unit.name, unit.code)
}
