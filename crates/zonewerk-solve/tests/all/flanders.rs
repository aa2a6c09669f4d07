//! The feasible zones of Flanders, as many as were counted elsewhere.

use zonewerk_core::graph::from_topology;
use zonewerk_core::problem::Instance;
use zonewerk_io::scenario;
use zonewerk_solve::zones::{EnumerationLimits, feasible_zones};

#[test]
fn feasible_zones_depend_on_the_graph_alone() {
    let scenario = scenario(Some("flanders-2019")).unwrap();
    let graph = from_topology(&scenario.topology).with_links(&scenario.territory);
    let zones = feasible_zones(
        &Instance::new(&scenario.territory, &graph, &scenario.problem).expect("an instance"),
        EnumerationLimits::default(),
        &|| false,
    )
    .unwrap();
    // 1,912,310 of the 300 municipalities, counted elsewhere, and the fixed zone of Brussels.
    assert_eq!(zones.len(), 1_912_310 + 1);
}
