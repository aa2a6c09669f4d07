use crate::contiguity::judge;
use crate::finding_record::Record;
use crate::plan_facts::Facts;
use crate::rule::Need;
use crate::{Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionNotContiguous,
    summary: Words {
        en: "A region is contiguous: shared borders and declared links connect all its units",
        nl: "Een regio is aaneengesloten: gedeelde grenzen en aangegeven verbindingen verbinden \
             al haar eenheden",
    },
    explanation: Words {
        en: "As `zone-not-contiguous`, for all zones of a region together. Excepted units may lie \
             apart.",
        nl: "Zoals `zone-not-contiguous`, voor alle zones van een regio samen. Uitgezonderde \
             eenheden mogen apart liggen.",
    },
    needs: &[Need::Units, Need::Regions],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let regions = facts.regions.iter();
    judge(regions.map(|(name, region)| (Subject::Region((*name).to_owned()), &region.contents)), record);
}
