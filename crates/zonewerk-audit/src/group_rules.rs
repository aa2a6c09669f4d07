use super::finding_record::Record;
use super::group_intersection::GroupIntersections;
use super::{Found, NotCheckedReason, Required, Share, Subject};
use zonewerk_core::territory::{GroupFamily, UnitId};

/// Judges every group of the families that the profile names. `broken` says what the rule
/// requires of a group that breaks it, from what is known for certain; a group that does
/// not, but of which not all is known, is not checked.
pub(super) fn judge(
    record: &mut Record,
    broken: impl Fn(&GroupFamily, &GroupIntersections) -> Option<Required>,
    found: impl Fn(Vec<Share>) -> Found,
) {
    let facts = record.facts;
    for family in record.families() {
        record.weigh(family);
        for group in &family.groups {
            let meetings = GroupIntersections::of(facts, group);
            let subject = Subject::Group { family: family.name.clone(), name: group.name.clone() };
            if let Some(required) = broken(family, &meetings) {
                let evidence: Vec<UnitId> = meetings.units().collect();
                record.finding(subject, found(meetings.shares(facts)), required, evidence);
            } else if !meetings.unmatched.is_empty() {
                let why = NotCheckedReason::PartsNotMatched(facts.units(&meetings.unmatched));
                record.not_checked(subject, why);
            }
        }
    }
}
