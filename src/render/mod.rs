//! Writing: functions from results to bytes, one file a format. The same results are
//! the same bytes: no clock, no path, no machine in any of them.

mod audit_json;
mod audit_text;
mod colours;
mod geojson;
mod infeasibility;
mod label_fit;
mod labels;
mod plan_csv;
mod projection;
mod report_json;
mod report_outcome;
mod report_parts;
mod results;
#[cfg(test)]
mod sample;
mod summary;
mod svg;
mod svg_map;
mod svg_page;
mod text;
mod topojson;

pub use audit_json::audit_json;
pub use audit_text::audit_text;
pub use geojson::{UnitsGeoJson, ZonesGeoJson};
pub use infeasibility::{Explanation, explain};
pub use plan_csv::PlanCsv;
pub use report_json::ReportJson;
pub use results::{Results, ZoneResult};
pub use summary::summary;
pub use svg::MapSvg;
pub use topojson::topojson;

/// A format of an output file.
pub trait FileFormat {
    /// The whole file; `None` where it would show a plan and there is none.
    fn bytes(&self, results: &Results) -> Option<Vec<u8>>;
}

/// Every file of a result with its name, `report.json` last; only that one when there
/// is no plan.
pub fn files(results: &Results) -> Vec<(&'static str, Vec<u8>)> {
    let formats: [(&str, &dyn FileFormat); 5] = [
        ("plan.csv", &PlanCsv),
        ("zones.geojson", &ZonesGeoJson),
        ("units.geojson", &UnitsGeoJson),
        ("map.svg", &MapSvg),
        ("report.json", &ReportJson),
    ];
    formats.into_iter().filter_map(|(name, format)| Some((name, format.bytes(results)?))).collect()
}
