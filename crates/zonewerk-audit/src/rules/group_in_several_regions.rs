use crate::finding_record::Record;
use crate::group_intersection::GroupIntersections;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::shares_by_area::SharesByArea;
use crate::{Found, NotCheckedReason, Required, Rule, ShareArea, Subject};
use zonewerk_core::plan::Holding;
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::GroupInSeveralRegions,
    summary: Words {
        en: "No group is divided over several regions",
        nl: "Geen groep is over verschillende regio's verdeeld",
    },
    explanation: Words {
        en: "For areas of which regions are to be made, so that the limits of regions are limits \
             of such areas.",
        nl: "Voor gebieden waaruit regio's moeten bestaan, zodat de grenzen van regio's grenzen \
             van zulke gebieden zijn.",
    },
    needs: &[Need::Units, Need::Regions, Need::Families],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    for family in record.families() {
        for group in &family.groups {
            let mut spread = SharesByArea::default();
            let meetings = GroupIntersections::of(facts, group);
            for (zone, meeting) in &meetings.zones {
                for region in &facts.plan.zones[*zone].regions {
                    for (&unit, &people) in &meeting.common {
                        let area = ShareArea::Region(region.clone());
                        match facts.plan.holdings[unit] {
                            Holding::Parts(_) => spread.add(area, unit, people),
                            _ => spread.add_whole(area, unit, people),
                        }
                    }
                }
            }
            let subject = Subject::Group { family: family.name.clone(), name: group.name.clone() };
            if spread.len() > 1 {
                let units: Vec<_> =
                    group.units.iter().chain(group.parts.iter().map(|(unit, _)| unit)).copied().collect();
                record.finding(subject, Found::Spread(spread.shares(facts)), Required::OneRegion, units);
            } else if !meetings.unmatched.is_empty() {
                record.not_checked(
                    subject,
                    NotCheckedReason::PartsNotMatched(facts.units(&meetings.unmatched)),
                );
            }
        }
    }
}
