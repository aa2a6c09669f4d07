use crate::finding_record::Record;
use crate::group_intersection::GroupIntersections;
use crate::group_rules::judge;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, Required, Rule};
use zonewerk_core::problem::GroupReading;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::GroupStraddlesZones,
    summary: Words {
        en: "A group and a zone are apart, or one lies inside the other",
        nl: "Een groep en een zone liggen los van elkaar, of de ene ligt in de andere",
    },
    explanation: Words {
        en: "A group may hold several zones, a zone several groups, but a group may not lie in \
             two zones with a part of its area. Read strictly, a group that meets several zones \
             holds each of them whole. Read weakly, it may reach into one of them with a part. \
             Units in no zone do not count. Where group and zone each hold parts of a unit, parts \
             of the same name are the same; if the names differ, that is said and not judged.",
        nl: "Een groep mag verschillende zones bevatten en een zone verschillende groepen, maar \
             een groep mag niet met een deel van haar gebied in twee zones liggen. Streng gelezen \
             bevat een groep die verschillende zones raakt, elk daarvan geheel. Zwak gelezen mag \
             ze met een deel in een daarvan reiken. Eenheden in geen enkele zone tellen niet mee. \
             Bevatten groep en zone elk delen van een eenheid, dan zijn delen met dezelfde naam \
             dezelfde; verschillen de namen, dan wordt dat gezegd en niet beoordeeld.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    let setting = record.setting;
    judge(
        record,
        |family, meetings| {
            let reading = setting.reading_of(&family.name);
            straddles(meetings, reading).then_some(Required::Laminar(reading))
        },
        Found::Spread,
    );
}

/// Whether the group lies in zones as it may not.
fn straddles(meetings: &GroupIntersections, reading: GroupReading) -> bool {
    let partial = meetings.partial().count();
    match reading {
        GroupReading::Strict => partial > 0 && meetings.zones.len() > 1,
        GroupReading::Weak => partial > 1,
    }
}
