use super::csv_table::{CsvTable, csv_table};
use super::{FileFormat, Results};
use zonewerk_core::plan::{Holding, Plan};
use zonewerk_core::territory::{Territory, ZoneId};

/// The plan as a table, rows by unit code: `unit,zone,region`, and
/// `unit,zone,region,part,population` where a unit lies in parts. Unassigned units
/// stand in it with an empty zone.
#[derive(Clone, Copy, Debug)]
pub struct PlanCsv;

impl FileFormat for PlanCsv {
    fn bytes(&self, results: &Results) -> Option<Vec<u8>> {
        Some(plan_csv(&results.scenario.territory, results.plan()?))
    }
}

/// A plan of the units of a territory as the table that [`PlanCsv`] is.
pub fn plan_csv(territory: &Territory, plan: &Plan) -> Vec<u8> {
    csv_table(|table| write(table, territory, plan))
}

fn write(table: &mut CsvTable, territory: &Territory, plan: &Plan) {
    let in_parts = plan.holdings.values().any(|holding| matches!(holding, Holding::Parts(_)));
    let columns = if in_parts { 5 } else { 3 };
    table.row(&["unit", "zone", "region", "part", "population"][..columns]);
    for (unit, holding) in plan.holdings.iter() {
        let code = territory.unit(unit).code.as_str();
        let mut row = |zone: Option<ZoneId>, part: &str, population: &str| {
            let zone = zone.map(|zone| &plan.zones[zone]);
            let name = zone.map_or("", |zone| &zone.name);
            let regions = zone.into_iter().flat_map(|zone| &zone.regions);
            let region = regions.map(String::as_str).collect::<Vec<_>>().join(" / ");
            table.row(&[code, name, &region, part, population][..columns]);
        };
        match holding {
            Holding::Unassigned => row(None, "", ""),
            Holding::Whole(zone) => row(Some(*zone), "", ""),
            Holding::Shared(zones) => zones.iter().for_each(|zone| row(Some(*zone), "", "")),
            Holding::Parts(parts) => {
                for part in parts {
                    let population = part.population.map_or(String::new(), |count| count.to_string());
                    row(Some(part.zone), &part.name, &population);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::Sample;

    fn table(sample: &Sample) -> String {
        String::from_utf8(PlanCsv.bytes(&sample.results()).unwrap()).unwrap()
    }

    #[test]
    fn names_with_commas_and_quotes_are_quoted() {
        insta::assert_snapshot!(table(&Sample::solved()), @r#"
        unit,zone,region
        a1,"Ring, ""groot""",Noord
        a2,"Ring, ""groot""",Noord
        a3,"Ring, ""groot""",Noord
        b1,"Ring, ""groot""",Noord
        b2,Midden,
        b3,"Ring, ""groot""",Noord
        c1,"Ring, ""groot""",Noord
        c2,"Ring, ""groot""",Noord
        c3,Hoek,
        "#);
    }

    #[test]
    fn parts_get_a_row_each_and_unassigned_units_an_empty_zone() {
        insta::assert_snapshot!(table(&Sample::official()), @r#"
        unit,zone,region,part,population
        a1,West,,,
        a2,Oost,,,
        a3,Oost,,,
        b1,West,,,
        b2,Oost,,the east bank,4000
        b2,Kern,,the old town,
        b3,Oost,,,
        c1,West,,,
        c2,Oost,,,
        c3,,,,
        "#);
    }
}
