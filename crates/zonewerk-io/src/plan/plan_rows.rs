//! The rows of a plan, whatever file they stand in: a line of a table or a feature of a map.

use std::collections::{BTreeMap, BTreeSet};

use crate::formats::csv_table::{inhabitants, problem, quoted};
use crate::formats::text_excerpt::short;
use crate::scenario::unit_references::expected_unit;
use crate::{InputPlace, InputProblem};
use zonewerk_core::plan::{Holding, Plan, UnitPart, Zone};
use zonewerk_core::territory::{Id, IdVec, Territory, UnitId, ZoneId};

/// A field of a row: the name of its column and what stands there; blank is empty.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct RowField<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
}

impl RowField<'_> {
    fn words(&self) -> Option<&str> {
        (!self.text.is_empty()).then_some(self.text)
    }
}

/// One row of a plan.
#[derive(Clone, Debug)]
pub(crate) struct PlanRow<'a> {
    pub(crate) place: InputPlace,
    pub(crate) unit: RowField<'a>,
    pub(crate) zone: RowField<'a>,
    pub(crate) region: Option<RowField<'a>>,
    pub(crate) part: Option<RowField<'a>>,
    pub(crate) population: Option<RowField<'a>>,
}

/// Makes a plan of rows, and takes account of what is wrong with them.
pub(crate) struct PlanRows<'a> {
    file: &'a str,
    territory: &'a Territory,
    zones: ZoneNames,
    rows: BTreeMap<UnitId, RowsOfUnit>,
}

/// The rows of a unit.
#[derive(Default)]
struct RowsOfUnit {
    all: Vec<Assignment>,
    /// The place of the first row of each part; `None` is the whole unit.
    first: BTreeMap<Option<String>, InputPlace>,
}

impl RowsOfUnit {
    /// An earlier row that a row of this part, or of the whole, contradicts.
    fn same(&self, part: Option<&str>) -> Option<&InputPlace> {
        let whole = || self.first.get(&None);
        match part {
            None => whole().or_else(|| self.first.values().next()),
            Some(part) => self.first.get(&Some(part.to_owned())).or_else(whole),
        }
    }
}

struct Assignment {
    zone: Option<String>,
    part: Option<String>,
    population: Option<u64>,
}

impl<'a> PlanRows<'a> {
    pub(crate) fn of(file: &'a str, territory: &'a Territory) -> Self {
        Self { file, territory, zones: ZoneNames::default(), rows: BTreeMap::new() }
    }

    /// Takes in one row.
    pub(crate) fn row(&mut self, row: &PlanRow, problems: &mut Vec<InputProblem>) {
        let wrong =
            |code, field: &RowField, expected: &str| field_problem(self.file, row, code, field, expected);
        let zone = row.zone.words().map(str::to_owned);
        if let Some(name) = &zone {
            let region = row.region.as_ref().and_then(RowField::words);
            if let Err(expected) = self.zones.named(name, region, &row.place) {
                let field = row.region.as_ref().unwrap_or(&row.zone);
                problems.push(wrong("zone-partly-in-region", field, &expected));
            }
        }
        let people = row.population.as_ref().and_then(RowField::words).map(inhabitants);
        if let (Some(Err(code)), Some(field)) = (people, &row.population) {
            problems.push(wrong(code, field, "a whole number of inhabitants, 0 to 100,000,000,000"));
        }
        let Some(unit) = self.territory.find(row.unit.text) else {
            let expected = expected_unit(self.territory, row.unit.text, problems.len());
            problems.push(wrong("unknown-unit", &row.unit, &expected));
            return;
        };
        let part = row.part.as_ref().and_then(RowField::words).map(str::to_owned);
        if part.is_some() && zone.is_none() {
            problems.push(wrong("part-without-zone", &row.zone, "the zone of the part"));
        }
        if let (None, Some(_), Some(field)) = (&part, people, &row.population) {
            let expected = "nothing: only parts of units have inhabitants of their own here";
            problems.push(wrong("population-without-part", field, expected));
        }
        let rows = self.rows.entry(unit).or_default();
        if let Some(other) = rows.same(part.as_deref()) {
            let (kind, at) = (kind(&row.place), place(other));
            let expected =
                format!("one {kind} for each unit ({at} has it too), or parts with different names");
            problems.push(wrong("duplicate-unit", &row.unit, &expected));
        }
        let population = people.and_then(Result::ok);
        rows.first.entry(part.clone()).or_insert_with(|| row.place.clone());
        rows.all.push(Assignment { zone, part, population });
    }

    /// One problem in place of one a row, where the units of some rows, and of all, are none of
    /// the territory: the plan is then of another one.
    pub(crate) fn of_other_units<'c>(
        &self,
        mut codes: impl ExactSizeIterator<Item = &'c str>,
    ) -> Option<InputProblem> {
        const FEW: usize = 3;
        let rows = codes.len();
        let first = codes.next().filter(|_| rows > FEW && self.rows.is_empty())?;
        let known = self.territory.units().values().next()?;
        let found = format!("{rows} codes such as {first:?}, none of them of a unit of the territory");
        let expected = format!(
            "codes of units such as {:?} ({}); is another scenario meant (--scenario)?",
            known.code.as_str(),
            known.name
        );
        let whole = problem("unknown-unit", self.file, InputPlace::File, &found, &expected);
        Some(InputProblem { field: Some("unit".to_owned()), ..whole })
    }

    /// Units that no row is about; `field` is the column of the units.
    pub(crate) fn missing_units(&self, field: &str, kind: &str) -> Vec<InputProblem> {
        let missing = self.territory.units().iter().filter(|(id, _)| !self.rows.contains_key(id));
        let missing = missing.map(|(_, unit)| {
            let found = format!("no {kind} for unit {} ({})", unit.code, unit.name);
            let expected =
                format!("a {kind} for every unit of the territory; a blank zone where it lies in none");
            InputProblem {
                field: Some(field.to_owned()),
                ..problem("missing-unit", self.file, InputPlace::File, &found, &expected)
            }
        });
        missing.collect()
    }

    /// The plan of all rows.
    pub(crate) fn plan(self) -> Plan {
        let (zones, number) = self.zones.numbered();
        let mut holdings = IdVec::filled(Holding::Unassigned, self.territory.units().len());
        for (unit, rows) in self.rows {
            let mut parts = Vec::new();
            for Assignment { zone, part, population } in rows.all {
                let Some(zone) = zone.map(|name| number[&name]) else { continue };
                match part {
                    None => holdings[unit] = Holding::Whole(zone),
                    Some(name) => parts.push(UnitPart { name, population, zone }),
                }
            }
            if !parts.is_empty() {
                parts.sort_by(|a, b| a.name.cmp(&b.name));
                holdings[unit] = Holding::Parts(parts);
            }
        }
        Plan { zones, holdings, date: None }
    }
}

/// The zones of a plan as they are met, each with its regions, or none, and the place that
/// named each first. A zone in two regions is for the audit to judge.
#[derive(Default)]
pub(crate) struct ZoneNames(BTreeMap<String, BTreeMap<Option<String>, InputPlace>>);

impl ZoneNames {
    /// Takes in a zone with its region.
    ///
    /// # Errors
    /// When the zone has a region in one place and none in another: what was expected here.
    pub(crate) fn named(&mut self, zone: &str, region: Option<&str>, at: &InputPlace) -> Result<(), String> {
        let regions = self.0.entry(zone.to_owned()).or_default();
        let region = region.map(str::to_owned);
        let mut known = regions.iter();
        let contrary = match region {
            // A zone without a region comes first.
            Some(_) => known.next().filter(|(first, _)| first.is_none()),
            None => known.find(|(first, _)| first.is_some()),
        };
        let answer = contrary.map_or(Ok(()), |(other, first)| {
            let other = other
                .as_ref()
                .map_or("no region".to_owned(), |region| format!("a region, such as {region:?}"));
            Err(format!("{other} as in {}, for zone {zone:?}", place(first)))
        });
        regions.entry(region).or_insert_with(|| at.clone());
        answer
    }

    /// Leaves out the zones that are not meant.
    pub(crate) fn retain(&mut self, meant: &BTreeSet<&str>) {
        self.0.retain(|name, _| meant.contains(name.as_str()));
    }

    /// The zones in the order of their names, and the number of each.
    pub(crate) fn numbered(self) -> (IdVec<ZoneId, Zone>, BTreeMap<String, ZoneId>) {
        let numbers = self.0.keys().enumerate().map(|(index, name)| (name.clone(), Id::new(index))).collect();
        let regions = |known: BTreeMap<Option<String>, InputPlace>| known.into_keys().flatten().collect();
        let zones = self.0.into_iter().map(|(name, known)| Zone { name, regions: regions(known) });
        (zones.collect(), numbers)
    }
}

fn field_problem(
    file: &str,
    row: &PlanRow,
    code: &'static str,
    field: &RowField,
    expected: &str,
) -> InputProblem {
    let wrong = problem(code, file, row.place.clone(), &quoted(field.text), expected);
    InputProblem { field: Some(short(field.name).into_owned()), ..wrong }
}

fn kind(place: &InputPlace) -> &'static str {
    match place {
        InputPlace::Feature(_) => "feature",
        _ => "row",
    }
}

fn place(place: &InputPlace) -> String {
    match place {
        InputPlace::File => "the file".to_owned(),
        InputPlace::Line(line) => format!("line {line}"),
        InputPlace::Feature(number) => format!("feature {number}"),
        InputPlace::Entry(entry) => entry.clone(),
    }
}
