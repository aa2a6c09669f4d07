use std::cmp::Reverse;

use super::adjacency::Adjacency;
use super::area_contents::Contents;
use super::finding_record::Record;
use super::plan_facts::Facts;
use super::{Found, NotCheckedReason, Required, Subject};
use zonewerk_core::territory::UnitId;

/// Judges whether areas are contiguous. Excepted units count, and may lie apart: a part of
/// nothing else is neither cut off, nor what others are cut off from.
pub(super) fn judge<'c>(areas: impl Iterator<Item = (Subject, &'c Contents)>, record: &mut Record) {
    let facts = record.facts;
    let except = facts.territory.find_all(&record.setting.except);
    let adjacency = Adjacency::new(facts.territory, facts.graph);
    for (subject, contents) in areas {
        if !contents.partly.is_empty() {
            let units = facts.units(contents.partly.keys());
            record.not_checked(subject.clone(), NotCheckedReason::PartBordersUnknown(units));
        }
        let mut parts = adjacency.separate_parts(contents.units());
        parts.retain(|part| !part.iter().all(|unit| except.contains(unit)));
        let cut_off = all_but_the_largest(facts, parts);
        if !cut_off.is_empty() {
            let evidence: Vec<UnitId> = cut_off.iter().flatten().copied().collect();
            let found = Found::CutOff(cut_off.iter().map(|part| facts.units(part)).collect());
            record.finding(subject, found, Required::OnePart, evidence);
        }
    }
}

/// All parts but the one with the most inhabitants, the first among equals.
fn all_but_the_largest(facts: &Facts, mut parts: Vec<Vec<UnitId>>) -> Vec<Vec<UnitId>> {
    let people = |part: &[UnitId]| facts.inhabitants(part.iter().copied());
    let largest = (0..parts.len()).max_by_key(|&place| (people(&parts[place]), Reverse(place)));
    if let Some(place) = largest {
        parts.remove(place);
    }
    parts
}
