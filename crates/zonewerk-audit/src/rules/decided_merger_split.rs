use crate::Rule;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::split_mergers::split_mergers;
use zonewerk_core::problem::RuleId;
use zonewerk_core::territory::MergerStatus;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::DecidedMergerSplit,
    summary: Words {
        en: "Units whose merger is decided lie in one zone",
        nl: "Eenheden waarvan de fusie beslist is, liggen in één zone",
    },
    explanation: Words {
        en: "The scenario lists the mergers. When the units become one, a plan that divides them \
             divides a unit.",
        nl: "Het scenario somt de fusies op. Worden de eenheden één, dan verdeelt een plan dat ze \
             uit elkaar haalt, een eenheid.",
    },
    needs: &[Need::Units, Need::Merger(MergerStatus::Decided)],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    split_mergers(record, MergerStatus::Decided);
}
