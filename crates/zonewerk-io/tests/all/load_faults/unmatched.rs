//! Features of the map that no row of the table is about.

use super::world::World;

fn without_b3() -> World {
    World::plain().with("units.csv", "b3,Unit b3,15\n", "").with("plan.csv", "b3,Rest,\n", "")
}

#[test]
fn feature_without_a_row_is_told_unless_the_scenario_accepts_it() {
    let told = "grid.geojson: found 1 feature without a row in units.csv: b3, expected a row for each, the key \
                only for those that are meant, or a table [[accepted]] with fault = \"unmatched-feature\" and a \
                reason [unmatched-feature]";
    assert_eq!(without_b3().problems(), [told]);
    for units in ["", "units = [\"b3\"]\n"] {
        let accepted =
            format!("[[accepted]]\nfault = \"unmatched-feature\"\n{units}reason = \"A lake\"\n\n[goals]");
        let scenario = without_b3().with("scenario.toml", "[goals]", &accepted).load().expect("accepted");
        assert_eq!(scenario.territory.units().len(), 8);
    }
    let another = "[[accepted]]\nfault = \"unmatched-feature\"\nunits = [\"b2\"]\nreason = \"x\"\n\n[goals]";
    assert_eq!(without_b3().with("scenario.toml", "[goals]", another).problems(), [told]);
}

#[test]
fn features_that_are_not_meant_need_no_row() {
    let only = "population_date = \"2022-01-01\"\nonly = { code = [\"a1\", \"a2\", \"a3\", \"b1\", \"b2\", \
                \"c1\", \"c2\", \"c3\"] }";
    let world = without_b3().with("scenario.toml", "population_date = \"2022-01-01\"", only);
    assert_eq!(world.problems(), Vec::<String>::new());
}

#[test]
fn many_features_without_a_row_are_one_problem() {
    let world = World::plain().with_file("units.csv", "code,name,people\na1,Unit a1,10\n");
    let problems = world.problems();
    let told = problems.iter().filter(|problem| problem.contains("unmatched-feature"));
    let told: Vec<&String> = told.collect();
    assert_eq!(told.len(), 1);
    assert!(told[0].contains("found 8 features without a row in units.csv: a2, a3, b1, b2, b3 and 3 more"));
}
