use crate::finding_record::Record;
use crate::group_rules::judge;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::NetworkCut,
    summary: Words {
        en: "No zone lies only partly in a network",
        nl: "Geen zone ligt maar deels in een netwerk",
    },
    explanation: Words {
        en: "For areas that are larger than zones and should be made of them, such as those of \
             hospital networks. The area of a network is an assumption of the scenario.",
        nl: "Voor gebieden die groter zijn dan zones en eruit zouden moeten bestaan, zoals die \
             van ziekenhuisnetwerken. Het gebied van een netwerk is een aanname van het scenario.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge(
        record,
        |_, meetings| (meetings.partial().count() > 0).then_some(Required::WholeZones),
        Found::Spread,
    );
}
