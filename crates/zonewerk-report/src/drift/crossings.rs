use super::{Drifted, has_trend, listed, told, zone_name};
use crate::document::{Block, Cell, Table};
use zonewerk_core::drift::{
    Bound, BoundCrossing, BoundStatus, Course, CrossingDirection, Drift, HORIZON_YEARS,
};
use zonewerk_core::territory::ZoneId;
use zonewerk_core::words::{Language, date, number, say};

/// The zones that would cross a bound, the nearest first, and how many would not.
pub(super) fn crossings(drifted: &Drifted, drift: &Drift, language: Language) -> Vec<Block> {
    if !has_trend(drift) {
        return Vec::new();
    }
    let courses = || drift.zones.iter().filter_map(|(id, zone)| Some((id, zone.course()?)));
    let mut crossing: Vec<(ZoneId, &Course, BoundCrossing)> =
        courses().filter_map(|(id, course)| Some((id, course, course.crossing?))).collect();
    crossing.sort_by_key(|(id, _, crossing)| (crossing.day, *id));
    let mut blocks = vec![Block::Heading(3, say!(language, "heading-drift-trend"))];
    if crossing.is_empty() {
        blocks.push(Block::Paragraph(say!(language, "drift-no-crossing")));
    } else {
        let rows = crossing
            .iter()
            .map(|(id, course, crossing)| row(zone_name(drifted.plan, *id), course, crossing, language));
        blocks.push(Block::Table(Table { header: header(drift, language), rows: rows.collect() }));
    }
    blocks.extend(staying(drifted, drift, language).map(Block::Paragraph));
    blocks
}

fn header(drift: &Drift, language: Language) -> Vec<Cell> {
    let ends = [drift.dates.first(), drift.dates.last()];
    let ends = ends.into_iter().flatten().map(|day| Cell::number(day.to_string()));
    let mut header = vec![Cell::text(say!(language, "column-zone"))];
    header.extend(ends);
    header.push(Cell::number(say!(language, "column-drift-year")));
    header.push(Cell::number(say!(language, "column-drift-day")));
    header.push(Cell::text(say!(language, "column-drift-bound")));
    header
}

fn row(zone: &str, course: &Course, crossing: &BoundCrossing, language: Language) -> Vec<Cell> {
    let ends = [course.points.first(), course.points.last()];
    let people = |people: u64| number(language, people);
    let mut row = vec![Cell::text(zone)];
    row.extend(ends.into_iter().flatten().map(|point| Cell::number(people(point.people))));
    let growth = course.trend.map_or(0, |trend| trend.per_year());
    let people = growth.unsigned_abs();
    row.push(Cell::number(match growth < 0 {
        true => say!(language, "drift-fewer-people", people = people),
        false => say!(language, "drift-more-people", people = people),
    }));
    row.push(Cell::number(date(language, crossing.day)));
    row.push(Cell::text(bound(crossing, language)));
    row
}

fn bound(crossing: &BoundCrossing, language: Language) -> String {
    let people = crossing.people;
    let words = match (crossing.direction, crossing.bound) {
        (CrossingDirection::Leaves, Bound::Minimum) => say!(language, "drift-below", people = people),
        (CrossingDirection::Leaves, Bound::Maximum) => say!(language, "drift-above", people = people),
        (CrossingDirection::Enters, Bound::Minimum) => say!(language, "drift-back-up", people = people),
        (CrossingDirection::Enters, Bound::Maximum) => say!(language, "drift-back-down", people = people),
    };
    match crossing.exception_ends {
        true => say!(language, "drift-exception-ends", crossing = words),
        false => words,
    }
}

/// The zones that cross no bound, in a sentence; `None` where all do.
fn staying(drifted: &Drifted, drift: &Drift, language: Language) -> Option<String> {
    let mut within: usize = 0;
    let mut outside = Vec::new();
    for (id, zone) in drift.zones.iter() {
        let Some(course) = zone.course().filter(|course| course.crossing.is_none()) else { continue };
        match course.points.last() {
            Some(point) if point.standing != BoundStatus::Within => {
                outside.push(told(zone_name(drifted.plan, id), point, language));
            }
            _ => within += 1,
        }
    }
    let mut said = Vec::new();
    if within > 0 {
        said.push(say!(language, "drift-stay-within", zones = within));
    }
    if !outside.is_empty() {
        said.push(say!(
            language,
            "drift-stay-outside",
            zones = outside.len(),
            names = listed(&outside, language)
        ));
    }
    let years = u64::from(HORIZON_YEARS.unsigned_abs());
    (!said.is_empty()).then(|| say!(language, "drift-stay", years = years, said = said.join("; ")))
}
