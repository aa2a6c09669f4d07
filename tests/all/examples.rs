//! The examples do what they say: their code is run here, so that a copy of it works.

use std::fs;

use zonewerk::audit::Audit;

#[path = "../../examples/audit_a_plan.rs"]
#[expect(dead_code, reason = "main is for the program")]
mod audit_a_plan;
#[path = "../../examples/map_and_table.rs"]
#[expect(dead_code, reason = "main is for the program")]
mod map_and_table;
#[path = "../../examples/own_problem.rs"]
#[expect(dead_code, reason = "main is for the program")]
mod own_problem;
#[path = "../../examples/what_a_goal_costs.rs"]
#[expect(dead_code, reason = "main is for the program")]
mod what_a_goal_costs;

#[test]
fn problem_built_in_code_is_solved_drawn_and_written() {
    let folder = tempfile::tempdir().unwrap();
    own_problem::own_problem(folder.path()).unwrap();
    let map = fs::read_to_string(folder.path().join("map.svg")).unwrap();
    let map = roxmltree::Document::parse(&map).unwrap();
    assert!(map.descendants().filter(|node| node.has_tag_name("path")).count() >= 12);
}

#[test]
fn plan_is_audited_and_its_findings_are_listed() {
    let plan = "examples/limburg/zones_2019.csv";
    let audit: Audit = audit_a_plan::audit_a_plan("examples/limburg/limburg.toml", plan).unwrap();
    let broken: Vec<&str> = audit.findings.iter().map(|finding| finding.rule.name()).collect();
    assert!(!audit.is_compliant() && broken.contains(&"zone-above-maximum-population"), "{broken:?}");
    assert!(audit_a_plan::audit_a_plan("no-such.toml", plan).is_err());
}

#[test]
fn each_goal_has_its_own_plan() {
    let plans = what_a_goal_costs::what_a_goal_costs("examples/limburg/limburg.toml").unwrap();
    assert_eq!(plans.len(), 3);
}

#[test]
fn map_and_table_become_an_audited_plan_and_a_picture() {
    let folder = tempfile::tempdir().unwrap();
    let picture = folder.path().join("map.svg");
    let [map, table] =
        ["communes.topojson", "communes.csv"].map(|file| format!("examples/luxembourg/{file}"));
    let bounds = zonewerk::PopulationBounds::new(35_000, Some(60_000)).unwrap();
    map_and_table::map_and_table(&map, &table, bounds, &picture).unwrap();
    assert!(roxmltree::Document::parse(&fs::read_to_string(&picture).unwrap()).is_ok());
    let no_column = map_and_table::map_and_table(&map, "examples/luxembourg/base_plan.csv", bounds, &picture);
    let error = no_column.unwrap_err().to_string();
    assert!(error.contains("base_plan.csv") && error.contains("nis"), "{error}");
}
