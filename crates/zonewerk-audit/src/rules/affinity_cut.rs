use crate::finding_record::Record;
use crate::group_rules::judge;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::AffinityCut,
    summary: Words { en: "A group lies in one zone", nl: "Een groep ligt in één zone" },
    explanation: Words {
        en: "For units that work together already and had better stay together, such as those of \
             a police zone. A wish, not a condition. Units in no zone do not count.",
        nl: "Voor eenheden die al samenwerken en beter samenblijven, zoals die van een \
             politiezone. Een wens, geen voorwaarde. Eenheden in geen enkele zone tellen niet \
             mee.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge(record, |_, meetings| (meetings.zones.len() > 1).then_some(Required::OneZone), Found::Spread);
}
