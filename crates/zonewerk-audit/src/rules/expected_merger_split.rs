use crate::Rule;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::split_mergers::split_mergers;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::MergerStatus;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ExpectedMergerSplit,
    summary: Words {
        en: "Units whose merger is expected lie in one zone",
        nl: "Eenheden waarvan de fusie verwacht is, liggen in één zone",
    },
    explanation: Words {
        en: "The scenario lists the mergers that may come. A plan that keeps their units together \
             need not change when they do.",
        nl: "Het scenario somt de fusies op die er kunnen komen. Een plan dat hun eenheden \
             samenhoudt, hoeft dan niet te veranderen.",
    },
    needs: &[Need::Units, Need::Merger(MergerStatus::Expected)],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    split_mergers(record, MergerStatus::Expected);
}
