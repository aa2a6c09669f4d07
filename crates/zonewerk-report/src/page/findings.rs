use super::sheet::Sheet;
use crate::audit::{Section, not_checked, sections};
use crate::document::{Block, blocks_html};
use crate::svg_text::escaped;
use zonewerk_audit::Severity;
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{message, say};

/// What was found, rule by rule, and what was not checked.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    if sheet.audited.judgements.is_empty() {
        return None;
    }
    let sections = sections(&sheet.audited, sheet.language);
    let mut body: String = sections.iter().map(|section| rule(sheet, section)).collect();
    if sections.is_empty() {
        body += &sheet.paragraph(&say!(sheet.language, "nothing-found"));
    }
    let open = not_checked(&sheet.audited, sheet.language).into_iter().map(|block| match block {
        Block::Heading(_, text) => Block::Heading(3, text),
        other => other,
    });
    body += &blocks_html(&open.collect::<Vec<_>>());
    Some(body)
}

fn rule(sheet: &Sheet, section: &Section) -> String {
    let (tone, message) = match section.worst {
        Severity::Error => ("error", message!("severity-error")),
        Severity::Warning => ("warning", message!("severity-warning")),
        Severity::Info => ("note", message!("severity-info")),
    };
    let item = |(words, finding): &(String, &zonewerk_audit::Finding)| {
        let known = |zone: &ZoneId| sheet.shown.plan.zones.get(*zone).is_some();
        let links: Vec<String> =
            finding.zones().into_iter().filter(known).map(|zone| sheet.zone_link(zone)).collect();
        // Without a map a link leads to the row of the zone.
        let place =
            if sheet.shown.scenario.has_map() { message!("page-on-map") } else { message!("page-in-table") };
        let links = match links.is_empty() {
            true => String::new(),
            false => format!(
                " <span class=\"links\">{} {}</span>",
                escaped(&place.say(sheet.language)),
                links.join(", ")
            ),
        };
        format!("<li>{}{links}</li>\n", escaped(words))
    };
    let items: String = section.items.iter().map(item).collect();
    // What breaks a rule is open to read; the rest can be opened.
    let open = if section.worst == Severity::Error { " open" } else { "" };
    format!(
        "<details{open}>\n<summary><h3><span class=\"tag {tone}\">{}</span> {}: {}</h3></summary>\n<p>{}</p>\n\
         <p class=\"help\">{}</p>\n<ul>\n{items}</ul>\n</details>\n",
        escaped(&message.say(sheet.language)),
        escaped(section.rule.id.name()),
        section.items.len(),
        escaped(&section.about),
        escaped(section.rule.explanation.in_language(sheet.language)),
    )
}
