use super::sheet::Sheet;
use crate::ZoneResult;
use crate::audit::{Counts, per_zone};
use crate::svg_text::escaped;
use zonewerk_core::territory::Id;
use zonewerk_core::words::{message, say};

/// The table of zones.
pub(super) fn section(sheet: &Sheet) -> Option<String> {
    if sheet.zones.is_empty() {
        return None;
    }
    let profiles: Vec<_> = sheet.shown.judgements.iter().map(per_zone).collect();
    let mut columns = vec![(message!("column-zone"), false)];
    let has_regions = sheet.zones.iter().any(|zone| zone.region.is_some());
    if has_regions {
        columns.push((message!("page-column-region"), false));
    }
    columns.extend([
        (message!("column-inhabitants"), true),
        (message!("page-column-bounds"), true),
        (message!("page-column-deviation"), true),
        (message!("column-units"), true),
        (message!("column-border"), true),
    ]);
    let mut header: String =
        columns.iter().map(|(message, number)| column(&message.say(sheet.language), *number)).collect();
    for judgement in &sheet.shown.judgements {
        let profile = &judgement.profile.name;
        header += &column(&say!(sheet.language, "page-column-findings", profile = profile), true);
    }
    let row = |zone: &ZoneResult| {
        let mut cells = String::new();
        if has_regions {
            cells += &format!("<td>{}</td>", escaped(zone.region.unwrap_or("–")));
        }
        cells += &people(sheet, zone);
        cells += &cell(zone.measures.units.len() as f64, &sheet.number(zone.measures.units.len() as u64), "");
        let border = zone.measures.border_m;
        cells += &cell(
            border.map(|metres| metres as f64),
            &border.map_or_else(|| "?".to_owned(), |metres| sheet.kilometres(metres, true)),
            "",
        );
        cells.extend(profiles.iter().map(|counts| findings(sheet, counts.get(&zone.id))));
        format!(
            "<tr id=\"z{0}\" data-zone=\"{0}\"><th scope=\"row\">{1}</th>{cells}</tr>\n",
            zone.id.index(),
            sheet.zone_link(zone.id)
        )
    };
    let rows: String = sheet.zones.iter().map(row).collect();
    let select = sheet.shown.scenario.has_map().then(|| say!(sheet.language, "page-marks-select"));
    let marks: Vec<String> = [say!(sheet.language, "page-marks")].into_iter().chain(select).collect();
    let marks = format!("<p class=\"help\">{}</p>\n", escaped(&marks.join(" ")));
    let filter = format!(
        "<p class=\"scripted\"><label for=\"filter\">{}</label> <input id=\"filter\" type=\"search\" autocomplete=\"off\"> \
         <span id=\"filtered\" role=\"status\"></span></p>\n",
        escaped(&say!(sheet.language, "page-filter"))
    );
    Some(format!(
        "{filter}<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">\n<table id=\"table\" class=\"sortable\">\n\
         <thead>\n<tr>{header}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n{marks}",
        escaped(&say!(sheet.language, "page-heading-zones"))
    ))
}

fn column(name: &str, number: bool) -> String {
    let class = if number { " class=\"number\"" } else { "" };
    format!("<th scope=\"col\"{class}>{}</th>", escaped(name))
}

/// What is not known sorts as nothing, after all that is.
fn cell(sort: impl Into<Option<f64>>, text: &str, class: &str) -> String {
    let sort = sort.into().map_or_else(String::new, |sort: f64| sort.to_string());
    format!("<td class=\"number{class}\" data-sort=\"{sort}\">{}</td>", escaped(text))
}

/// Inhabitants, what may be, and how far from the ideal.
fn people(sheet: &Sheet, zone: &ZoneResult) -> String {
    let known = zone.measures.population;
    let tone = match known {
        Some(people) if !zone.bounds.allow(people) => " error",
        _ => "",
    };
    let people = known.map_or_else(|| "?".to_owned(), |people| sheet.number(people));
    let mut bounds = bounds(sheet, zone);
    if zone.exception.is_some() {
        bounds = format!("{bounds} ({})", say!(sheet.language, "page-by-exception"));
    } else if zone.fixed.is_some() {
        bounds = format!("{bounds} ({})", say!(sheet.language, "page-given"));
    }
    let off = known.and_then(|people| sheet.deviation(people));
    cell(known.map(|people| people as f64), &people, tone)
        + &cell(zone.bounds.minimum() as f64, &bounds, "")
        + &cell(
            off.map(|off| (off * 10_000.0).round()),
            &off.map_or_else(|| "–".to_owned(), |off| sheet.percent(off)),
            "",
        )
}

/// What a zone may have, in words.
pub(super) fn bounds(sheet: &Sheet, zone: &ZoneResult) -> String {
    let minimum = Some(zone.bounds.minimum()).filter(|&minimum| minimum > 0);
    zonewerk_core::words::bounds(sheet.language, minimum, zone.bounds.maximum())
        .unwrap_or_else(|| say!(sheet.language, "page-any"))
}

fn findings(sheet: &Sheet, counts: Option<&Counts>) -> String {
    let Some(counts) = counts else { return cell(0.0, "·", "") };
    let language = sheet.language;
    let parts = [
        ("✗", counts.errors, say!(language, "page-count-errors", number = counts.errors)),
        ("!", counts.warnings, say!(language, "page-count-warnings", number = counts.warnings)),
        ("i", counts.notes, say!(language, "page-count-notes", number = counts.notes)),
        ("?", counts.not_checked, say!(language, "page-count-open", number = counts.not_checked)),
    ];
    let said = parts.iter().filter(|(_, number, _)| *number > 0).map(|(sign, number, meaning)| {
        let meaning = escaped(meaning);
        format!("<span title=\"{meaning}\" aria-hidden=\"true\">{sign}&nbsp;{number}</span><span class=\"spoken\">{meaning}</span>")
    });
    let said: Vec<String> = said.collect();
    let sort = counts.errors * 1_000_000 + counts.warnings * 1_000 + counts.notes;
    let class = match counts.verdict() {
        "error" => " error",
        "warning" => " warning",
        _ => "",
    };
    format!("<td class=\"number marks{class}\" data-sort=\"{sort}\">{}</td>", said.join(" "))
}
