//! The backbone as map layers: units, and the borders between them.

use std::collections::BTreeMap;

use geo::{LineString, MultiLineString};
use serde_json::json;

use super::Nearby;
use super::json::{standing_word, status_word};
use super::text::zone_name;
use crate::geojson::{collection, line_collection};
use zonewerk_core::territory::UnitId;
use zonewerk_core::topology::{ArcId, Topology};

/// `backbone.geojson`: one feature per unit, with its standing and, where its zone is in all
/// plans, that zone; `None` where no backbone is known.
pub fn backbone_geojson(nearby: &Nearby<'_>) -> Option<Vec<u8>> {
    let backbone = nearby.found.backbone.as_ref()?;
    let standings = backbone.units(nearby.graph.len());
    let features = standings.iter().map(|(unit, &standing)| {
        let facts = nearby.scenario.territory.unit(unit);
        let zone = backbone.zones.iter().find(|zone| zone.binary_search(&unit).is_ok());
        let pairs = backbone.pairs.iter().filter(|pair| pair.units.contains(&unit));
        let contested = pairs.filter(|pair| status_word(pair.status) == "contested").count();
        let properties = json!({
            "unit": facts.code.as_str(),
            "name": facts.name,
            "population": facts.population,
            "standing": standing_word(standing),
            "contested_pairs": contested,
            "zone_in_all_plans": zone.map(|zone| zone_name(nearby, zone)),
            "zone_in_best_plan": zone_name(nearby, &[unit]),
        });
        (nearby.scenario.topology.geometry(unit), properties)
    });
    Some(collection(features))
}

/// `backbone-borders.geojson`: one feature per pair of neighbours, with its status, as the border
/// that they share; without a geometry where they share none on the map.
pub(super) fn borders_geojson(nearby: &Nearby<'_>) -> Option<Vec<u8>> {
    let backbone = nearby.found.backbone.as_ref()?;
    let topology = &nearby.scenario.topology;
    let shared = shared_arcs(topology);
    let features = backbone.pairs.iter().map(|pair| {
        let arcs = shared.get(&pair.units).into_iter().flatten();
        let lines = arcs.map(|&arc| LineString::new(topology.arc(arc).to_vec())).collect();
        let codes = pair.units.map(|unit| nearby.scenario.territory.unit(unit).code.as_str());
        let names = pair.units.map(|unit| nearby.scenario.territory.unit(unit).name.as_str());
        let properties = json!({
            "units": codes,
            "names": names,
            "status": status_word(pair.status),
        });
        (MultiLineString::new(lines), properties)
    });
    Some(line_collection(features))
}

/// The arcs between each two units, the lower unit first.
pub(crate) fn shared_arcs(topology: &Topology) -> BTreeMap<[UnitId; 2], Vec<ArcId>> {
    let mut shared: BTreeMap<[UnitId; 2], Vec<ArcId>> = BTreeMap::new();
    for (arc, users) in topology.arc_users() {
        if let &[a, b] = users
            && a != b
        {
            shared.entry([a.min(b), a.max(b)]).or_default().push(arc);
        }
    }
    shared
}
