use crate::exceptions_in_force::used;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, NotCheckedReason, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ExceptionExpired,
    summary: Words {
        en: "An exception that is used holds on the day of the plan",
        nl: "Een uitzondering die gebruikt wordt, geldt op de dag van het plan",
    },
    explanation: Words {
        en: "An exception may say until when it holds. The last day is included. After that it is as \
             if it were not there. A finding weighs no more than what the exception would let pass.",
        nl: "Een uitzondering kan zeggen tot wanneer ze geldt. De laatste dag is inbegrepen. Daarna \
             is het alsof ze er niet is. Een bevinding weegt niet zwaarder dan wat de uitzondering zou \
             doorlaten.",
    },
    needs: &[Need::Units],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for used in used(record) {
        let Some(until) = used.until else { continue };
        let subject = used.finding.subject.clone();
        match facts.plan.date {
            None => record.not_checked(subject, NotCheckedReason::NoPlanDate),
            Some(day) if until < day => {
                record.weigh_at_most(&used.finding);
                let evidence = used.finding.evidence.clone();
                let found = Found::ExpiredOn(until, Box::new(used.finding));
                record.finding(subject, found, Required::InForceOn(day, used.note), evidence);
            }
            Some(_) => {}
        }
    }
}
