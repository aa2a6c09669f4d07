use super::GraphReport;
use super::graph_report::LinkFacts;
use super::text::{decimal_point, kilometres_in, paragraph};
use zonewerk_core::graph::{AdjacencyKind, GraphOptions, Suggestion};
use zonewerk_core::territory::{LinkChange, Territory, UnitId};
use zonewerk_core::words::{Language, say, sentence_list};

/// Units by which a component is shown.
const FIRST_UNITS: usize = 3;
/// Components, isolated units or cut vertices that are shown of a long list.
const MOST: usize = 40;

/// What there is to say of a graph, for people, at most 100 columns wide: counts,
/// components, isolated units with what lies nearest, cut vertices, declared links.
pub fn graph_text(report: &GraphReport, language: Language) -> String {
    let mut text = paragraph("", &counts(report, language));
    text += &paragraph("", &basis(report, language));
    text += &paragraph("", &neighbours(report, language));
    text.extend(report.map_faults.iter().map(|faults| paragraph("", faults)));
    let number = report.components.len();
    text += &section(
        &say!(language, "graph-components", number = number),
        components(report, language),
        language,
    );
    let isolated: Vec<String> = report
        .isolated()
        .map(|(unit, nearest)| isolated(report.territory, unit, nearest, language))
        .collect();
    text += &section(&say!(language, "graph-isolated", number = isolated.len()), isolated, language);
    let cut_vertices = &report.cut_vertices;
    text += &format!("\n{}\n", say!(language, "graph-cut-vertices", number = cut_vertices.len()));
    if !cut_vertices.is_empty() {
        let names: Vec<String> = cut_vertices.iter().map(|&unit| report.territory.label(unit)).collect();
        text += &paragraph("  ", &sentence_list(language, &names, MOST));
    }
    let links: Vec<String> = report.links.iter().map(|facts| link(report, facts, language)).collect();
    text + &section(&say!(language, "graph-links", number = links.len()), links, language)
}

fn counts(report: &GraphReport, language: Language) -> String {
    let totals = report.totals;
    let (units, borders) = (report.graph.len(), totals.borders);
    let mut parts = vec![match totals.border_m {
        Some(metres) => {
            let length = kilometres_in(language, metres, true);
            say!(language, "graph-counts", units = units, borders = borders, kilometres = length)
        }
        None => say!(language, "graph-counts-without-length", units = units, borders = borders),
    }];
    if totals.points > 0 {
        parts.push(say!(language, "graph-shared-points", number = totals.points));
    }
    if totals.links > 0 {
        parts.push(say!(language, "graph-declared-links", number = totals.links));
    }
    parts.join(", ")
}

fn basis(report: &GraphReport, language: Language) -> String {
    let Some(GraphOptions { contiguity, minimum_border_m }) = report.options else {
        return say!(language, "graph-basis-given");
    };
    let words = match contiguity {
        AdjacencyKind::Rook => say!(language, "basis-contiguity-rook"),
        AdjacencyKind::Queen => say!(language, "basis-contiguity-queen"),
    };
    match minimum_border_m {
        0 => words,
        metres => {
            let short = say!(language, "graph-short-borders", metres = metres, borders = report.totals.short);
            format!("{words} {short}")
        }
    }
}

fn neighbours(report: &GraphReport, language: Language) -> String {
    let degrees = report.degrees;
    let mean = format!("{:.2}", degrees.mean).replace('.', &decimal_point(language).to_string());
    match degrees.max_unit {
        Some(unit) => {
            let unit = report.territory.label(unit);
            say!(language, "graph-neighbours-most", mean = mean, most = degrees.max, unit = unit)
        }
        None => say!(language, "graph-neighbours", mean = mean),
    }
}

fn components(report: &GraphReport, language: Language) -> Vec<String> {
    let larger = report.components.iter().filter(|component| component.units.len() > 1);
    larger
        .map(|component| {
            let units = component.units.len();
            let names: Vec<String> =
                component.units.iter().map(|&unit| report.territory.label(unit)).collect();
            let names = sentence_list(language, &names, FIRST_UNITS);
            let words = say!(language, "graph-component", units = units, names = names);
            match component.suggestion {
                Some(suggestion) => say!(
                    language,
                    "graph-component-nearest",
                    component = words,
                    from = report.territory.label(suggestion.unit),
                    to = report.territory.label(suggestion.nearest),
                    distance = distance(suggestion.distance_m, language),
                ),
                None => words,
            }
        })
        .collect()
}

fn isolated(
    territory: &Territory,
    unit: UnitId,
    suggestion: Option<&Suggestion>,
    language: Language,
) -> String {
    let name = territory.label(unit);
    match suggestion {
        Some(suggestion) => say!(
            language,
            "graph-isolated-nearest",
            unit = name,
            to = territory.label(suggestion.nearest),
            distance = distance(suggestion.distance_m, language),
        ),
        None => name,
    }
}

fn link(report: &GraphReport, facts: &LinkFacts, language: Language) -> String {
    let link = facts.link;
    let units = sentence_list(language, &link.between.map(|unit| report.territory.label(unit)), 2);
    let border_m = facts.border_m.filter(|_| report.options.is_some()).unwrap_or(0);
    let kilometres = kilometres_in(language, border_m, true);
    let remark = match (link.change, facts.matters) {
        (LinkChange::Add, true) if border_m > 0 => {
            Some(say!(language, "graph-link-short-border", kilometres = kilometres))
        }
        (LinkChange::Add, true) => None,
        (LinkChange::Add, false) => Some(say!(language, "graph-link-needless")),
        (LinkChange::Remove, true) if report.options.is_none() => {
            Some(say!(language, "graph-link-parts-neighbours"))
        }
        (LinkChange::Remove, true) => {
            Some(say!(language, "graph-link-border-stays", kilometres = kilometres))
        }
        (LinkChange::Remove, false) => Some(say!(language, "graph-link-parts-nothing")),
    };
    let units = match remark {
        Some(remark) => format!("{units} ({remark})"),
        None => units,
    };
    let signed: Vec<&str> = [&link.author, &link.date].into_iter().flatten().map(String::as_str).collect();
    let reason = match signed.is_empty() {
        true => link.reason.clone(),
        false => format!("{} ({})", link.reason, signed.join(", ")),
    };
    match link.change {
        LinkChange::Add => say!(language, "graph-link-added", units = units, reason = reason),
        LinkChange::Remove => say!(language, "graph-link-removed", units = units, reason = reason),
    }
}

/// `3.2 km`, `320 m`, `0.25 m`
fn distance(metres: f64, language: Language) -> String {
    match metres {
        1_000.0.. => format!("{} km", kilometres_in(language, metres.round() as u64, true)),
        10.0.. => format!("{metres:.0} m"),
        _ => format!("{metres} m").replace('.', &decimal_point(language).to_string()),
    }
}

fn section(title: &str, items: Vec<String>, language: Language) -> String {
    let mut text = format!("\n{title}\n");
    for item in items.iter().take(MOST) {
        text += &paragraph("  - ", item);
    }
    if items.len() > MOST {
        text += &paragraph("  - ", &say!(language, "and-more", more = items.len() - MOST));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn counts_come_first_then_what_needs_a_decision() {
        insta::assert_snapshot!(graph_text(&GraphSample::new().report(), Language::English), @r#"
        7 units, 4 borders of 4.4 km together, 2 shared points, 1 declared link
        Units are neighbours where they share a border or a point.
        2.00 neighbours a unit on average, at most 4: Zuidoost (b2)

        Components: 2
          - 6 units: A & "B" <C> (a1), Noord (a2), Zuid (b1) and 3 more

        Isolated units: 1
          - Eiland (c1); nearest: A & "B" <C> (a1) at 2.2 km; declare a link

        Cut vertices: 2
          Zuidoost (b2) and Ver (d1)

        Declared links: 3
          - removed: A & "B" <C> (a1) and Noord (a2) (1.1 km of border stays on the map): a river, no bridge
            < 5 km (J. & Co, 2024-05-01)
          - added: Zuidoost (b2) and Ver (d1): a "ferry"
          - added: Noord (a2) and Zuidoost (b2) (neighbours without it too): a tunnel (K, 2024-05-01)
        "#);
    }

    #[test]
    fn distances_are_told_as_precisely_as_they_matter() {
        let cases = [(0.0, "0 m"), (0.25, "0.25 m"), (319.6, "320 m"), (3_249.0, "3.2 km")];
        for (metres, words) in cases {
            assert_eq!(distance(metres, Language::English), words);
        }
    }

    #[test]
    fn a_long_list_says_how_much_it_leaves_out() {
        let items = (0..MOST + 7).map(|number| number.to_string()).collect();
        let text = section("Isolated", items, Language::English);
        assert_eq!(text.lines().last(), Some("  - and 7 more"));
        assert_eq!(text.lines().count(), MOST + 3);
    }
}
