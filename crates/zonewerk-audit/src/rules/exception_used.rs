use crate::exceptions_in_force::used;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ExceptionUsed,
    summary: Words {
        en: "What an exception lets pass is shown with its reason",
        nl: "Wat een uitzondering doorlaat, wordt getoond met de reden",
    },
    explanation: Words {
        en: "Only an exception that was needed: without it the rule would be broken. One without \
             a reason, or that has expired, waives nothing: see `exception-without-reason` and \
             `exception-expired`.",
        nl: "Alleen een uitzondering die nodig was: zonder haar zou de regel overtreden zijn. Een \
             uitzondering zonder reden, of die verlopen is, is geen toelating: zie \
             `exception-without-reason` en `exception-expired`.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for used in used(record) {
        if facts.is_leave(used.place) {
            let subject = used.finding.subject.clone();
            let evidence = used.finding.evidence.clone();
            let required = Required::UnlessExcepted {
                required: Box::new(used.finding.required.clone()),
                exception: used.note,
            };
            record.finding(subject, Found::Waived(Box::new(used.finding)), required, evidence);
        }
    }
}
