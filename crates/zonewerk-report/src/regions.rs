//! The regions of a plan, with the zones that each is made of.

use std::collections::BTreeMap;

use comfy_table::{CellAlignment, Table};
use serde::Serialize;

use super::plain_table::plain_table;
use super::text::shortened;
use super::{Results, ZoneResult};
use zonewerk_core::words::{message, number};

const NAME_WIDTH: usize = 28;
const ZONES_WIDTH: usize = 44;

/// A region in `report.json`; zones in several regions or in none belong to no row.
#[derive(Serialize)]
pub(super) struct RegionReport<'a> {
    name: &'a str,
    /// `None` where that of one of its zones is not known.
    population: Option<u64>,
    zones: Vec<&'a str>,
}

/// The regions, in ascending order of name.
pub(super) fn region_reports<'a>(zones: &[ZoneResult<'a>]) -> Vec<RegionReport<'a>> {
    let mut regions: BTreeMap<&str, Vec<&ZoneResult<'a>>> = BTreeMap::new();
    for zone in zones {
        if let Some(region) = zone.region {
            regions.entry(region).or_default().push(zone);
        }
    }
    let report = |(name, zones): (&'a str, Vec<&ZoneResult<'a>>)| RegionReport {
        name,
        population: zones.iter().map(|zone| zone.measures.population).sum(),
        zones: zones.iter().map(|zone| zone.name).collect(),
    };
    regions.into_iter().map(report).collect()
}

/// The regions, a line each; `None` where the plan has none.
pub(super) fn region_table(results: &Results<'_>) -> Option<Table> {
    let reports = region_reports(&results.zones());
    if reports.is_empty() {
        return None;
    }
    let language = results.language;
    let header = [
        message!("page-column-region"),
        message!("column-inhabitants"),
        message!("column-zones"),
        message!("column-region-of"),
    ];
    let mut table = plain_table(header.map(|message| message.say(language)));
    for RegionReport { name, population, zones } in &reports {
        table.add_row([
            shortened(name, NAME_WIDTH),
            population.map_or("?".to_owned(), |people| number(language, people)),
            zones.len().to_string(),
            shortened(&zones.join(", "), ZONES_WIDTH),
        ]);
    }
    table
        .column_iter_mut()
        .skip(1)
        .take(2)
        .for_each(|column| column.set_cell_alignment(CellAlignment::Right));
    Some(table)
}
