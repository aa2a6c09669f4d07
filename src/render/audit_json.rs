use serde::Serialize;

use super::Results;
use super::report_json::pretty;
use super::report_parts::{
    AuditReport, ExceptionReport, LinkReport, Manifest, ZoneReport, audit_report, exception_reports,
    link_reports, manifest, zone_reports,
};

#[derive(Serialize)]
struct AuditFile<'a> {
    audit: Option<AuditReport<'a>>,
    zones: Vec<ZoneReport<'a>>,
    links: Vec<LinkReport<'a>>,
    exceptions: Vec<ExceptionReport<'a>>,
    manifest: Manifest<'a>,
}

/// The audit of a plan as JSON: the parts of `report.json` that a given plan has.
pub fn audit_json(results: &Results) -> Vec<u8> {
    let territory = &results.scenario.territory;
    let zones = results.zones();
    pretty(&AuditFile {
        audit: results.audit.map(audit_report),
        zones: zone_reports(territory, &zones),
        links: link_reports(results),
        exceptions: exception_reports(results, &zones),
        manifest: manifest(results),
    })
}
