use crate::contiguity::judge;
use crate::facts::Facts;
use crate::record::Record;
use crate::rule::Need;
use crate::{Rule, Subject};
use zonewerk_core::problem::RuleId;
use zonewerk_core::words::Words;

pub(super) static RULE: Rule = Rule {
    id: RuleId::RegionNotContiguous,
    summary: Words {
        en: "The units of a region hang together by shared borders and declared links",
        nl: "De eenheden van een regio hangen samen door gedeelde grenzen en aangegeven \
             verbindingen",
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
