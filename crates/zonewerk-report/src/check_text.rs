//! What the doctor found, for people.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::text::count;
use zonewerk_core::words::visible;
use zonewerk_io::Survey;
use zonewerk_io::check::{CheckPart, Checkup, MapFinding};

/// Findings shown of one kind before the rest is only counted.
const SHOWN: usize = 20;

/// The report of a checkup: what was looked at, the problems by kind, the notes.
pub fn check_text(survey: &Survey, checkup: &Checkup, all: bool) -> String {
    let mut text = heading(survey, checkup);
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let in_degrees = survey.crs.is_geographic();
    let problems = checkup.problems.len();
    let notes = checkup.notes.len();
    let verdict = match (problems, checkup.not_looked_at.is_empty()) {
        (0, true) => "no problems".to_owned(),
        (0, false) => "no problems in what was looked at".to_owned(),
        _ => counted(problems, "problem"),
    };
    let _ = writeln!(text, "\n{verdict}, {}", counted(notes, "note"));
    if !checkup.not_looked_at.is_empty() {
        let parts: Vec<&str> = checkup.not_looked_at.iter().map(|part| part.words()).collect();
        let _ = writeln!(text, "The time limit ended before these were looked at: {}", parts.join("; "));
    }
    by_kind(&mut text, &checkup.problems, in_degrees, all);
    if notes > 0 {
        text += "\nNotes\n";
        by_kind(&mut text, &checkup.notes, in_degrees, all);
    }
    text
}

fn heading(survey: &Survey, checkup: &Checkup) -> String {
    let crs = &survey.crs;
    let mut text = format!("{}: {} units\n", visible(&survey.name), survey.units.units().len());
    let code = crs.epsg().map(|code| format!("EPSG:{code} ")).unwrap_or_default();
    let _ =
        writeln!(text, "coordinates  {code}{} (shift to WGS 84: {})", visible(crs.name()), crs.accuracy());
    let _ = writeln!(
        text,
        "lengths      geodesic on WGS 84; areas and widths true on it, by the scale at the place"
    );
    let _ = writeln!(text, "unit codes   {}", visible(&survey.keys.join(", ")));
    for (file, encoding) in &survey.encodings {
        let _ = writeln!(text, "texts        {encoding} in {}", visible(file));
    }
    if !survey.has_population {
        let _ = writeln!(text, "inhabitants  not checked: no column is named");
    }
    let changed = match survey.fit.units.len() {
        0 => "no unit changed".to_owned(),
        units => format!("{} changed, listed below", count(units, "unit")),
    };
    let _ = writeln!(text, "borders      within {} m of each other are one: {changed}", survey.snap_m);
    if !checkup.not_looked_at.contains(&CheckPart::Between) {
        let _ = writeln!(text, "gaps         looked for up to {:.1} m wide", checkup.gap_width_m);
    }
    text
}

fn by_kind(text: &mut String, findings: &[MapFinding], in_degrees: bool, all: bool) {
    let mut kinds: BTreeMap<&str, Vec<&MapFinding>> = BTreeMap::new();
    for finding in findings {
        kinds.entry(finding.kind).or_default().push(finding);
    }
    for (kind, findings) in kinds {
        let _ = writeln!(text, "\n{kind} ({})", findings.len());
        let shown = if all { findings.len() } else { SHOWN };
        for finding in findings.iter().take(shown) {
            line(text, finding, in_degrees);
        }
        if findings.len() > shown {
            let _ = writeln!(text, "  and {} more; --all lists them", findings.len() - shown);
        }
    }
}

fn line(text: &mut String, finding: &MapFinding, in_degrees: bool) {
    const NAMED: usize = 5;
    let mut parts: Vec<String> = Vec::new();
    let units: Vec<String> = finding
        .units
        .iter()
        .take(NAMED)
        .map(|unit| {
            if unit.name.is_empty() || unit.name == unit.code {
                unit.code.clone()
            } else {
                format!("{} {}", unit.code, unit.name)
            }
        })
        .collect();
    if !units.is_empty() {
        let rest = finding.units.len() - units.len();
        let more = if rest > 0 { format!(" and {rest} more") } else { String::new() };
        parts.push(visible(&units.join(", ")).into_owned() + &more);
    }
    if let Some(place) = &finding.place {
        let line = place.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let feature = place.feature.map(|number| format!(", feature {number}")).unwrap_or_default();
        let field = place.field.as_ref().map(|field| format!(", {field}")).unwrap_or_default();
        parts.push(visible(&format!("{}{line}{feature}{field}", place.file)).into_owned());
    }
    let at = match (finding.at, finding.at_source) {
        (Some(at), Some(source)) if !in_degrees => {
            format!(", near {:.6}, {:.6} ({:.2}, {:.2})", at.x, at.y, source.x, source.y)
        }
        (Some(at), _) => format!(", near {:.6}, {:.6}", at.x, at.y),
        (None, Some(source)) => format!(", near {}, {}", source.x, source.y),
        (None, None) => String::new(),
    };
    let subject = if parts.is_empty() { String::new() } else { parts.join("; ") + ": " };
    let _ = writeln!(text, "  {subject}{}{at}", visible(&finding.found));
    let _ = writeln!(text, "    graph: {}", visible(&finding.effect));
}
