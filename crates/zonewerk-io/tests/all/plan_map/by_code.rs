use serde_json::{Value, json};
use zonewerk_core::territory::{Territory, Unit, UnitCode};
use zonewerk_io::{PlanMapOptions, PlanNote, Scenario, read_plan};

use super::world::{collection, degrees, feature, grid, polygon, problems, read, rectangle};

fn row(properties: Value) -> Value {
    feature(properties, Value::Null)
}

#[test]
fn features_with_codes_are_rows_of_a_plan_whatever_their_shape() {
    let scenario = grid(2, 2);
    let table = "unit,zone,region,part,population\nr0c0,A,N,,\nr0c1,A,N,old town,4\nr0c1,B,,harbour,\n\
                 r1c0,,,,\nr1c1,B,,,\n";
    let expected = read_plan("plan.csv", table.as_bytes(), &scenario.territory).unwrap();
    for key in ["unit", "code", "nis"] {
        let map = collection(vec![
            row(json!({key: "r1c1", "zone": "B", "population": 10})),
            row(json!({key: "r0c0", "zone": "A", "region": "N", "population": 10})),
            row(json!({key: "r0c1", "zone": "B", "part": "harbour"})),
            row(json!({key: "r0c1", "zone": "A", "region": "N", "part": "old town", "population": 4})),
            row(json!({key: "r1c0", "zone": null, "name": "square"})),
        ]);
        let found = read(&scenario, &map, &PlanMapOptions::default()).unwrap();
        assert_eq!(found.plan, expected);
        let guessed = PlanNote::ColumnGuessed { meant: "unit", column: key.to_owned() };
        assert_eq!(found.notes, if key == "nis" { vec![guessed] } else { Vec::new() });
        assert_eq!(found.inputs.len(), 1);
    }
}

#[test]
fn faults_of_features_with_codes_are_told_together() {
    let map = collection(vec![
        row(json!({"unit": "r0c0", "zone": "A", "region": "N"})),
        row(json!({"unit": "r0c0", "zone": "B"})),
        row(json!({"unit": "r9c9", "zone": "A", "region": "S"})),
        row(json!({"unit": null, "zone": "B"})),
        row(json!({"unit": "r0c1", "zone": ["B"]})),
        row(json!({"unit": "r1c0", "zone": "B", "part": "x", "population": 1.5})),
    ]);
    assert_eq!(
        problems(&grid(2, 2), &map),
        [
            r#"plan.geojson, feature 2, unit: found "r0c0", expected one feature for each unit (feature 1 has it too), or parts with different names [duplicate-unit]"#,
            r#"plan.geojson, feature 3, unit: found "r9c9", expected the code of a unit of the territory [unknown-unit]"#,
            "plan.geojson, feature 4, unit: found nothing, expected the code of a unit of the territory [unknown-unit]",
            r#"plan.geojson, feature 5, zone: found ["B"], expected a text or a number [not-a-text]"#,
            r#"plan.geojson, feature 6, population: found "1.5", expected a whole number of inhabitants, 0 to 100,000,000,000 [wrong-population]"#,
            "plan.geojson, unit: found no feature for unit r1c1 (square r1c1), expected a feature for every unit of the territory; a blank zone where it lies in none [missing-unit]",
        ]
    );
}

/// The grid, its units called by small numbers.
fn numbered(columns: usize, rows: usize) -> Scenario {
    let grid = grid(columns, rows);
    let unit =
        |(index, unit): (usize, &Unit)| Unit { code: UnitCode::new((index + 1).to_string()), ..unit.clone() };
    let units = grid.territory.units().values().enumerate().map(unit).collect();
    Scenario { territory: Territory::new(units).unwrap(), ..grid }
}

#[test]
fn counts_and_row_numbers_are_not_taken_for_codes_that_are_small_numbers() {
    let scenario = numbered(3, 3);
    let zone = |name: &str, number: usize, west: f64, east: f64| {
        let shape = polygon(&[rectangle([west, 0.0], [east, 3.0])], degrees);
        let units = 3 * (east - west) as usize;
        feature(json!({"fid": number, "zone": name, "units": units, "population": 10 * units}), shape)
    };
    let map = collection(vec![zone("A", 1, 0.0, 1.0), zone("B", 2, 1.0, 3.0)]);
    let found = read(&scenario, &map, &PlanMapOptions::default()).unwrap();
    assert_eq!(found.plan.zones.len(), 2);
    assert_eq!(found.layout.map(|layout| layout.units.units().len()), None, "zones, and no rows of units");

    // Where every unit has a feature, the same column holds codes.
    let rows = (1..=9).map(|unit| row(json!({"nis": unit, "zone": "A"}))).collect();
    let found = read(&scenario, &collection(rows), &PlanMapOptions::default()).unwrap();
    assert!(found.layout.is_some());
}
