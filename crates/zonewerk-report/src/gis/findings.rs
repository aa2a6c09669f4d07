use serde_json::json;

use super::field::{field, text, whole};
use super::ground::Ground;
use super::layer::{GisLayer, LayerName};
use crate::Shown;
use zonewerk_audit::{Finding, Subject};
use zonewerk_core::territory::UnitId;
use zonewerk_io::{ColumnKind, ShapeKind};

/// Every finding under every profile, where it shows on the map: the units that are its
/// evidence, or else those of its subject; a finding on the plan as a whole has no shape.
pub(super) fn findings(shown: &Shown, ground: Ground) -> GisLayer {
    let columns = vec![
        text("profile"),
        text("rule"),
        text("severity"),
        field("subject_kind", "subj_kind", ColumnKind::Text),
        text("subject"),
        text("sentence"),
        text("article"),
        text("source"),
        whole("distance"),
        field("distance_unit", "dist_unit", ColumnKind::Text),
        text("zones"),
        text("unit_codes"),
    ];
    let mut layer = GisLayer::new(LayerName::Findings, ShapeKind::Polygons, columns);
    let territory = &shown.scenario.territory;
    let language = shown.language;
    for (profile, finding) in shown.findings() {
        let units = where_it_shows(shown, finding);
        let distance = finding.distance();
        let zones = finding.zones().into_iter().filter_map(|zone| shown.plan.zones.get(zone));
        let codes = units.iter().map(|&unit| territory.unit(unit).code.as_str());
        let values = json!({
            "profile": profile.name,
            "rule": finding.rule,
            "severity": finding.severity,
            "subject_kind": finding.subject.kind().name(),
            "subject": finding.subject.name(),
            "sentence": finding.words(language),
            "article": profile.article_in(finding.rule, language),
            "source": profile.source_in(language),
            "distance": distance.map(|distance| distance.amount),
            "distance_unit": distance.map(|distance| distance.unit.name()),
            "zones": zones.map(|zone| zone.name.as_str()).collect::<Vec<_>>(),
            "unit_codes": codes.collect::<Vec<_>>(),
        });
        layer.push(&values, ground.outline(&shown.scenario.topology, &units));
    }
    layer
}

fn where_it_shows(shown: &Shown, finding: &Finding) -> Vec<UnitId> {
    let plan = shown.plan;
    let known = |unit: &UnitId| plan.holdings.get(*unit).is_some();
    let evidence: Vec<UnitId> = finding.evidence.iter().copied().filter(known).collect();
    if !evidence.is_empty() {
        return evidence;
    }
    let members = |passes: &dyn Fn(&zonewerk_core::plan::Zone) -> bool| {
        let inside = plan.holdings.iter().filter(|(_, holding)| {
            let zones = holding.zones();
            zones.iter().any(|&zone| plan.zones.get(zone).is_some_and(passes))
        });
        inside.map(|(unit, _)| unit).collect()
    };
    match &finding.subject {
        Subject::Unit(label) => Some(label.unit).into_iter().filter(known).collect(),
        Subject::Zone(label) => members(&|zone| zone.name == label.name),
        Subject::Region(name) => members(&|zone| zone.regions.contains(name)),
        Subject::RuleSet(_)
        | Subject::Plan
        | Subject::Group { .. }
        | Subject::Merger(_)
        | Subject::FixedZone(_)
        | Subject::Pin(_) => Vec::new(),
    }
}
