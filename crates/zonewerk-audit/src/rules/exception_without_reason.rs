use crate::exceptions_in_force::used;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ExceptionWithoutReason,
    summary: Words {
        en: "An exception that is used gives its reason",
        nl: "Een uitzondering die gebruikt wordt, geeft haar reden",
    },
    explanation: Words {
        en: "An exception that nothing needs is not used, and then nothing is asked of it. A finding \
             weighs no more than what the exception would let pass. Plans are not drawn with an \
             exception that gives no reason.",
        nl: "Een uitzondering die nergens voor nodig is, wordt niet gebruikt en dan wordt er \
             niets van gevraagd. Een bevinding weegt niet zwaarder dan wat de uitzondering zou \
             doorlaten. Met een uitzondering zonder reden worden geen plannen getekend.",
    },
    needs: &[Need::Units],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    for used in used(record) {
        if used.note.reason.is_none() {
            record.weigh_at_most(&used.finding);
            let found = Found::Waived(Box::new(used.finding.clone()));
            let evidence = used.finding.evidence.iter().copied();
            record.finding(
                used.finding.subject.clone(),
                found,
                Required::Reason(used.note.clone()),
                evidence,
            );
        }
    }
}
