use crate::audit::facts::Facts;
use crate::audit::record::Record;
use crate::audit::rule::Need;
use crate::audit::{Found, Parameter, Required, Rule, Severity, Standing, Subject, SubjectKind};
use crate::problem::CountBounds;
use crate::words::Words;

pub(super) static RULE: Rule = Rule {
    name: "region-with-too-many-zones",
    about: SubjectKind::Region,
    severity: Severity::Error,
    standing: Standing::WhenAsked,
    parameters: &[Parameter::RegionZonesMaximum, Parameter::Except],
    summary: Words { en: "A region has at most so many zones", nl: "Een regio heeft hoogstens zoveel zones" },
    explanation: Words {
        en: "Zones without a unit do not count. A region that holds an excepted unit is left \
             alone.",
        nl: "Zones zonder eenheid tellen niet mee. Een regio met een uitgezonderde eenheid valt \
             buiten de regel.",
    },
    needs: &[Need::Units, Need::Regions, Need::Number(Parameter::RegionZonesMaximum)],
    check,
};

fn check(facts: &Facts, record: &mut Record) {
    let except = facts.units_by_code(&record.setting.except);
    let Some(bound) = facts.problem.profile.region.zones.maximum() else { return };
    for (name, region) in &facts.regions {
        let zones = region.zones.iter().filter(|zone| !facts.contents[**zone].is_empty()).count();
        let units = region.contents.units();
        if (zones as u64) > bound
            && units.is_disjoint(&except)
            && let Some(required) = CountBounds::new(None, Some(bound))
        {
            let subject = Subject::Region((*name).to_owned());
            record.finding(subject, Found::Zones(zones), Required::Zones(required), units);
        }
    }
}
