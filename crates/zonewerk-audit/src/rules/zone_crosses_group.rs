use std::collections::BTreeSet;

use crate::finding_record::Record;
use crate::group_crossing::{FamilyIndex, GroupCrossing};
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Found, NotCheckedReason, Required, Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::ZoneCrossesGroup,
    summary: Words {
        en: "A zone lies inside one group of each of these families",
        nl: "Een zone ligt binnen één groep van elk van deze families",
    },
    explanation: Words {
        en: "For areas whose limits zones must respect, such as given regions. An exception that \
             waives the rule for a zone is a derogation. A zone of which no unit lies in any \
             group is not judged.",
        nl: "Voor gebieden waarvan zones de grenzen moeten eerbiedigen, zoals gegeven regio's. \
             Een uitzondering die de regel voor een zone opheft, is een afwijking. Een zone \
             waarvan geen enkele eenheid in een groep ligt, wordt niet beoordeeld.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for family in record.families() {
        record.weigh(family);
        let groups = FamilyIndex::of(family);
        let mut outside = BTreeSet::new();
        for zone in facts.inhabited_zones() {
            let contents = &facts.contents[zone];
            match groups.crossing(facts, zone) {
                GroupCrossing::Inside => {}
                GroupCrossing::Outside => outside.extend(contents.units()),
                GroupCrossing::Unknown(units) => {
                    let why = NotCheckedReason::PartsNotMatched(facts.units(&units));
                    record.not_checked(facts.zone(zone), why);
                }
                GroupCrossing::Over(shares) => {
                    let required = Required::OneGroup(vec![family.name.clone()]);
                    record.finding(facts.zone(zone), Found::Spread(shares), required, contents.units());
                }
            }
        }
        if !outside.is_empty() {
            record.not_checked(Subject::Plan, NotCheckedReason::UnitsInNoGroup(outside.len()));
        }
    }
}
