use crate::finding_record::Record;
use crate::group_rules::judge;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::GroupNotAligned,
    summary: Words { en: "A group consists of whole zones", nl: "Een groep bestaat uit hele zones" },
    explanation: Words {
        en: "A group that follows the zones is one of them, or several together. One that fills \
             just one of its zones only partly is reported here, such as a group inside a zone; \
             one that fills two or more only partly is `group-straddles-zones`.",
        nl: "Een groep die de zones volgt, is er een van, of enkele samen. Een groep die maar één \
             van haar zones slechts deels vult, wordt hier gemeld, zoals een groep binnen een \
             zone; een die er twee of meer slechts deels vult, is `group-straddles-zones`.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge(
        record,
        |_, meetings| (meetings.partial().count() == 1).then_some(Required::WholeZones),
        Found::Spread,
    );
}
