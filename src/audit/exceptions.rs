use jiff::civil::Date;

use super::record::Record;
use super::{ExceptionNote, Finding};

/// An exception that was needed, with what it lets pass.
pub(super) struct Used {
    pub note: ExceptionNote,
    /// The last day it holds.
    pub until: Option<Date>,
    pub finding: Finding,
}

/// Every use of an exception so far, in the order of checking.
pub(super) fn used(record: &Record) -> Vec<Used> {
    let facts = record.facts;
    let used = record.waived.iter().map(|waived| Used {
        note: facts.note(waived.exception),
        until: facts.problem.exceptions[waived.exception].until,
        finding: waived.finding.clone(),
    });
    used.collect()
}
