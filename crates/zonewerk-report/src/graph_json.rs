use serde::Serialize;

use super::GraphReport;
use super::graph_report::{ComponentFacts, LinkFacts};
use super::json_text::pretty;
use super::report_parts::{UnitReport, unit_report, unit_reports};
use zonewerk_core::graph::Suggestion;
use zonewerk_core::territory::{LinkChange, Territory};

/// Units by which a component is shown.
const FIRST_UNITS: usize = 5;

#[derive(Serialize)]
struct GraphJson<'a> {
    /// What makes neighbours on a map; nothing of a graph that was given.
    contiguity: Option<&'static str>,
    minimum_border_m: Option<u64>,
    units: usize,
    borders: usize,
    points: usize,
    declared_links: usize,
    border_m: Option<u64>,
    borders_below_minimum: usize,
    mean_degree: f64,
    greatest_degree: usize,
    greatest_degree_unit: Option<UnitReport<'a>>,
    components: Vec<ComponentJson<'a>>,
    isolated: Vec<IsolatedJson<'a>>,
    cut_vertices: Vec<UnitReport<'a>>,
    /// The faults of the map that can change the answer, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    map_faults: Option<&'a str>,
    links: Vec<LinkJson<'a>>,
}

#[derive(Serialize)]
struct ComponentJson<'a> {
    units: usize,
    first_units: Vec<UnitReport<'a>>,
    suggestion: Option<SuggestionJson<'a>>,
}

#[derive(Serialize)]
struct IsolatedJson<'a> {
    unit: UnitReport<'a>,
    suggestion: Option<SuggestionJson<'a>>,
}

#[derive(Serialize)]
struct SuggestionJson<'a> {
    unit: UnitReport<'a>,
    nearest: UnitReport<'a>,
    distance_m: f64,
}

#[derive(Serialize)]
struct LinkJson<'a> {
    change: &'static str,
    between: [UnitReport<'a>; 2],
    border_m: Option<u64>,
    matters: bool,
    reason: &'a str,
    author: Option<&'a str>,
    date: Option<&'a str>,
}

/// What there is to say of a graph, as JSON: the same facts as [`super::graph_text`], and
/// none left out. Components come largest first.
pub fn graph_json(report: &GraphReport) -> Vec<u8> {
    let territory = report.territory;
    let totals = report.totals;
    let isolated = report.isolated().map(|(unit, suggestion)| IsolatedJson {
        unit: unit_report(territory, unit),
        suggestion: suggestion_json(territory, suggestion),
    });
    pretty(&GraphJson {
        contiguity: report.options.map(|options| options.contiguity.word()),
        minimum_border_m: report.options.map(|options| options.minimum_border_m),
        units: report.graph.len(),
        borders: totals.borders,
        points: totals.points,
        declared_links: totals.links,
        border_m: totals.border_m,
        borders_below_minimum: totals.short,
        mean_degree: (report.degrees.mean * 1_000.0).round() / 1_000.0,
        greatest_degree: report.degrees.max,
        greatest_degree_unit: report.degrees.max_unit.map(|unit| unit_report(territory, unit)),
        components: report.components.iter().map(|component| component_json(territory, component)).collect(),
        isolated: isolated.collect(),
        cut_vertices: unit_reports(territory, &report.cut_vertices),
        map_faults: report.map_faults.as_deref(),
        links: report.links.iter().map(|facts| link_json(territory, facts)).collect(),
    })
}

fn component_json<'a>(territory: &'a Territory, component: &ComponentFacts) -> ComponentJson<'a> {
    let first = component.units.len().min(FIRST_UNITS);
    ComponentJson {
        units: component.units.len(),
        first_units: unit_reports(territory, &component.units[..first]),
        suggestion: suggestion_json(territory, component.suggestion),
    }
}

fn suggestion_json<'a>(
    territory: &'a Territory,
    suggestion: Option<&Suggestion>,
) -> Option<SuggestionJson<'a>> {
    suggestion.map(|suggestion| SuggestionJson {
        unit: unit_report(territory, suggestion.unit),
        nearest: unit_report(territory, suggestion.nearest),
        distance_m: suggestion.distance_m,
    })
}

fn link_json<'a>(territory: &'a Territory, facts: &LinkFacts<'a>) -> LinkJson<'a> {
    LinkJson {
        change: match facts.link.change {
            LinkChange::Add => "add",
            LinkChange::Remove => "remove",
        },
        between: facts.link.between.map(|unit| unit_report(territory, unit)),
        border_m: facts.border_m,
        matters: facts.matters,
        reason: &facts.link.reason,
        author: facts.link.author.as_deref(),
        date: facts.link.date.as_deref(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph_sample::GraphSample;

    #[test]
    fn every_fact_of_the_graph_is_told() {
        let report = String::from_utf8(graph_json(&GraphSample::new().report())).unwrap();
        insta::assert_snapshot!(report, @r#"
        {
          "contiguity": "queen",
          "minimum_border_m": 0,
          "units": 7,
          "borders": 4,
          "points": 2,
          "declared_links": 1,
          "border_m": 4438,
          "borders_below_minimum": 0,
          "mean_degree": 2.0,
          "greatest_degree": 4,
          "greatest_degree_unit": {
            "code": "b2",
            "name": "Zuidoost"
          },
          "components": [
            {
              "units": 6,
              "first_units": [
                {
                  "code": "a1",
                  "name": "A & \"B\" <C>"
                },
                {
                  "code": "a2",
                  "name": "Noord"
                },
                {
                  "code": "b1",
                  "name": "Zuid"
                },
                {
                  "code": "b2",
                  "name": "Zuidoost"
                },
                {
                  "code": "d1",
                  "name": "Ver"
                }
              ],
              "suggestion": null
            },
            {
              "units": 1,
              "first_units": [
                {
                  "code": "c1",
                  "name": "Eiland"
                }
              ],
              "suggestion": {
                "unit": {
                  "code": "c1",
                  "name": "Eiland"
                },
                "nearest": {
                  "code": "a1",
                  "name": "A & \"B\" <C>"
                },
                "distance_m": 2211.49
              }
            }
          ],
          "isolated": [
            {
              "unit": {
                "code": "c1",
                "name": "Eiland"
              },
              "suggestion": {
                "unit": {
                  "code": "c1",
                  "name": "Eiland"
                },
                "nearest": {
                  "code": "a1",
                  "name": "A & \"B\" <C>"
                },
                "distance_m": 2211.49
              }
            }
          ],
          "cut_vertices": [
            {
              "code": "b2",
              "name": "Zuidoost"
            },
            {
              "code": "d1",
              "name": "Ver"
            }
          ],
          "links": [
            {
              "change": "remove",
              "between": [
                {
                  "code": "a1",
                  "name": "A & \"B\" <C>"
                },
                {
                  "code": "a2",
                  "name": "Noord"
                }
              ],
              "border_m": 1106,
              "matters": true,
              "reason": "a river, no bridge < 5 km",
              "author": "J. & Co",
              "date": "2024-05-01"
            },
            {
              "change": "add",
              "between": [
                {
                  "code": "b2",
                  "name": "Zuidoost"
                },
                {
                  "code": "d1",
                  "name": "Ver"
                }
              ],
              "border_m": 0,
              "matters": true,
              "reason": "a \"ferry\"",
              "author": null,
              "date": null
            },
            {
              "change": "add",
              "between": [
                {
                  "code": "a2",
                  "name": "Noord"
                },
                {
                  "code": "b2",
                  "name": "Zuidoost"
                }
              ],
              "border_m": 1113,
              "matters": false,
              "reason": "a tunnel",
              "author": "K",
              "date": "2024-05-01"
            }
          ]
        }
        "#);
    }
}
