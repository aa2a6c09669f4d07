use super::GraphReport;
use super::graph_report::LinkFacts;
use super::text::{count, kilometres, list, paragraph};
use zonewerk_core::graph::{Contiguity, GraphOptions, Suggestion};
use zonewerk_core::territory::{LinkChange, Territory, UnitId};

/// Units by which a component is shown.
const FIRST_UNITS: usize = 3;
/// Components, isolated units or cut vertices that are shown of a long list.
const MOST: usize = 40;

/// What there is to say of a graph, for people, at most 100 columns wide: counts,
/// components, isolated units with what lies nearest, cut vertices, declared links.
pub fn graph_text(report: &GraphReport) -> String {
    let mut text = paragraph("", &counts(report));
    text += &paragraph("", &basis(report));
    text += &paragraph("", &neighbours(report));
    text.extend(report.map_faults.iter().map(|faults| paragraph("", faults.trim_end_matches('.'))));
    text += &section(&format!("Components: {}", report.components.len()), components(report));
    let isolated: Vec<String> =
        report.isolated().map(|(unit, nearest)| isolated(report.territory, unit, nearest)).collect();
    text += &section(&format!("Isolated units: {}", number_or_none(isolated.len())), isolated);
    let cut_vertices = &report.cut_vertices;
    text += &format!("\nCut vertices: {}\n", number_or_none(cut_vertices.len()));
    if !cut_vertices.is_empty() {
        let names: Vec<String> = cut_vertices.iter().map(|&unit| named(report.territory, unit)).collect();
        text += &paragraph("  ", &list(&names, MOST));
    }
    let links: Vec<String> = report.links.iter().map(|facts| link(report, facts)).collect();
    text + &section(&format!("Declared links: {}", number_or_none(links.len())), links)
}

fn counts(report: &GraphReport) -> String {
    let totals = report.totals;
    let mut words = format!("{}, {}", count(report.graph.len(), "unit"), count(totals.borders, "border"));
    words += &match totals.border_m {
        Some(metres) => format!(" of {} km together", kilometres(metres)),
        None => " (how long they are is not known)".to_owned(),
    };
    for (number, noun) in [(totals.points, "shared point"), (totals.links, "declared link")] {
        if number > 0 {
            words += &format!(", {}", count(number, noun));
        }
    }
    words
}

fn basis(report: &GraphReport) -> String {
    let Some(GraphOptions { contiguity, minimum_border_m: minimum_m }) = report.options else {
        return "Neighbours are those of the graph that was given, without a map".to_owned();
    };
    let mut words = match contiguity {
        Contiguity::Rook => "Neighbours share a border (rook)".to_owned(),
        Contiguity::Queen => "Neighbours share a border or a point (queen)".to_owned(),
    };
    if minimum_m > 0 {
        words += &format!(" of {minimum_m} m or more; {} below that", count(report.totals.short, "border"));
        words += if report.totals.short == 1 { " is not counted" } else { " are not counted" };
    }
    words
}

fn neighbours(report: &GraphReport) -> String {
    let degrees = report.degrees;
    let most = degrees.max_unit.map_or(String::new(), |unit| {
        format!(", at most {}: {}", degrees.max, named(report.territory, unit))
    });
    format!("{:.2} neighbours a unit on average{most}", degrees.mean)
}

fn components(report: &GraphReport) -> Vec<String> {
    let larger = report.components.iter().filter(|component| component.units.len() > 1);
    larger
        .map(|component| {
            let shown = component.units.len().min(FIRST_UNITS + 1);
            let mut names: Vec<String> =
                component.units[..shown].iter().map(|&unit| named(report.territory, unit)).collect();
            let mut words = format!("{}: ", count(component.units.len(), "unit"));
            if component.units.len() > FIRST_UNITS {
                names.truncate(FIRST_UNITS);
                let rest = component.units.len() - FIRST_UNITS;
                words += &format!("{} and {} more", names.join(", "), super::text::thousands(rest as u64));
            } else {
                words += &list(&names, FIRST_UNITS);
            }
            if let Some(suggestion) = component.suggestion {
                let from = named(report.territory, suggestion.unit);
                words += &format!("; nearest: {from} to {}", nearest(report.territory, suggestion));
            }
            words
        })
        .collect()
}

fn isolated(territory: &Territory, unit: UnitId, suggestion: Option<&Suggestion>) -> String {
    let name = named(territory, unit);
    match suggestion {
        Some(suggestion) => format!("{name}; nearest: {}", nearest(territory, suggestion)),
        None => name,
    }
}

fn nearest(territory: &Territory, suggestion: &Suggestion) -> String {
    let distance = distance(suggestion.distance_m);
    format!("{} at {distance}; declare a link", named(territory, suggestion.nearest))
}

fn link(report: &GraphReport, facts: &LinkFacts) -> String {
    let territory = report.territory;
    let link = facts.link;
    let [a, b] = link.between.map(|unit| named(territory, unit));
    let border_m = facts.border_m.filter(|_| report.options.is_some()).unwrap_or(0);
    let border = format!("{} km of border", kilometres(border_m));
    let (change, remark) = match (link.change, facts.matters) {
        (LinkChange::Add, true) if border_m > 0 => ("added", format!(" ({border}, below the minimum)")),
        (LinkChange::Add, true) => ("added", String::new()),
        (LinkChange::Add, false) => ("added", " (neighbours without it too)".to_owned()),
        (LinkChange::Remove, true) if report.options.is_none() => {
            ("removed", " (neighbours without it)".to_owned())
        }
        (LinkChange::Remove, true) => ("removed", format!(" ({border} stays on the map)")),
        (LinkChange::Remove, false) => ("removed", " (no neighbours without it either)".to_owned()),
    };
    let signed: Vec<&str> = [&link.author, &link.date].into_iter().flatten().map(String::as_str).collect();
    let signed = if signed.is_empty() { String::new() } else { format!(" ({})", signed.join(", ")) };
    format!("{change}: {a} and {b}{remark}: {}{signed}", link.reason)
}

fn named(territory: &Territory, unit: UnitId) -> String {
    let unit = territory.unit(unit);
    format!("{} ({})", unit.name, unit.code)
}

/// `3.2 km`, `320 m`, `0.25 m`
fn distance(metres: f64) -> String {
    match metres {
        1_000.0.. => format!("{} km", kilometres(metres.round() as u64)),
        10.0.. => format!("{metres:.0} m"),
        _ => format!("{metres} m"),
    }
}

fn number_or_none(number: usize) -> String {
    if number == 0 { "none".to_owned() } else { super::text::thousands(number as u64) }
}

fn section(title: &str, items: Vec<String>) -> String {
    let mut text = format!("\n{title}\n");
    for item in items.iter().take(MOST) {
        text += &paragraph("  - ", item);
    }
    if items.len() > MOST {
        text += &format!("  - and {} more\n", super::text::thousands((items.len() - MOST) as u64));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn counts_come_first_then_what_needs_a_decision() {
        insta::assert_snapshot!(graph_text(&GraphSample::new().report()), @r#"
        7 units, 4 borders of 4.4 km together, 2 shared points, 1 declared link
        Neighbours share a border or a point (queen)
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
            assert_eq!(distance(metres), words);
        }
    }

    #[test]
    fn a_long_list_says_how_much_it_leaves_out() {
        let items = (0..MOST + 7).map(|number| number.to_string()).collect();
        let text = section("Isolated", items);
        assert_eq!(text.lines().last(), Some("  - and 7 more"));
        assert_eq!(text.lines().count(), MOST + 3);
    }
}
