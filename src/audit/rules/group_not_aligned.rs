use crate::audit::facts::Facts;
use crate::audit::groups::judge;
use crate::audit::record::Record;
use crate::audit::rule::Need;
use crate::audit::{Found, Parameter, Required, Rule, Severity, Standing, SubjectKind};
use crate::words::Words;

pub(super) static RULE: Rule = Rule {
    name: "group-not-aligned",
    about: SubjectKind::Group,
    severity: Severity::Warning,
    standing: Standing::WhenAsked,
    parameters: &[Parameter::Families],
    summary: Words { en: "A group consists of whole zones", nl: "Een groep bestaat uit hele zones" },
    explanation: Words {
        en: "A group that follows the zones is one of them, or several together. One that lies \
             inside a zone without filling it is reported here; one that lies in several zones \
             with a part of each is `group-straddles-zones`.",
        nl: "Een groep die de zones volgt, is er een van, of enkele samen. Een groep die in een \
             zone ligt zonder ze te vullen, wordt hier gemeld; een die in verschillende zones met \
             een deel van elk ligt, is `group-straddles-zones`.",
    },
    needs: &[Need::Units, Need::Families],
    check,
};

fn check(_: &Facts, record: &mut Record) {
    judge(
        record,
        |meetings| (meetings.partial().count() == 1).then_some(Required::WholeZones),
        Found::Spread,
    );
}
