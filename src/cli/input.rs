//! What a map is read from: a scenario, or files without one.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::output::beside;
use zonewerk_io::{self as load, MapFiles, Scenario, Survey};

/// A scenario, or map files with what they do not say themselves.
#[derive(Args, Clone, Debug)]
pub(super) struct Input {
    /// Scenario (built-in name or .toml), or map files (GeoJSON, TopoJSON, .shp, GeoPackage) and a table (.csv) beside them [default: flanders-2025]
    #[arg(value_name = "SCENARIO|FILES")]
    inputs: Vec<String>,
    /// Column with the unit code; the likely one where none is named
    #[arg(long, value_name = "COLUMN", help_heading = "Map files")]
    key: Option<String>,
    /// Column of the table with the unit code, where it has another name than in the map
    #[arg(long, value_name = "COLUMN", help_heading = "Map files")]
    table_key: Option<String>,
    /// Column with the name
    #[arg(long, value_name = "COLUMN", help_heading = "Map files")]
    name: Option<String>,
    /// Column with the inhabitants
    #[arg(long, value_name = "COLUMN", help_heading = "Map files")]
    population: Option<String>,
    /// Layer, for a map that has several
    #[arg(long, help_heading = "Map files")]
    layer: Option<String>,
    /// Coordinate reference system, such as EPSG:31370, for maps that do not say
    #[arg(long, help_heading = "Map files")]
    crs: Option<String>,
    /// Encoding of the texts, such as windows-1252, for shapefiles that do not say
    #[arg(long, help_heading = "Map files")]
    encoding: Option<String>,
    /// Borders within so many metres of each other are one [default: the scenario's, or 0.02]
    #[arg(long, value_name = "METRES", value_parser = metres)]
    snap: Option<f64>,
}

pub(super) fn metres(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(metres) if metres.is_finite() && metres >= 0.0 => Ok(metres),
        _ => Err("expected a number of metres, 0 or more".to_owned()),
    }
}

impl Input {
    /// Reads what is meant.
    ///
    /// # Errors
    /// When it cannot be read, or options of files are given with a scenario.
    pub(super) fn survey(&self) -> Result<Survey> {
        let Some(files) = self.files()? else {
            let stray = self.stray_options();
            if !stray.is_empty() {
                bail!("{} goes with map files; a scenario says it itself", stray.join(", "));
            }
            return Ok(load::survey_scenario(self.inputs.first().map(String::as_str), self.snap)?);
        };
        Ok(load::survey_files(&files, self.snap)?)
    }

    /// The scenario that is meant, where its units are those of a graph and not of a map.
    ///
    /// # Errors
    /// When it cannot be read.
    pub(super) fn scenario_of_graph(&self) -> Result<Option<Scenario>> {
        match (self.files()?, self.inputs.first()) {
            (None, Some(name)) if load::is_of_graph(name)? => Ok(Some(load::scenario(Some(name))?)),
            _ => Ok(None),
        }
    }

    /// Whether borders are to be fitted to each other.
    pub(super) fn snaps(&self) -> bool {
        self.snap.is_some()
    }

    /// The scenario that is named, and these files beside it.
    pub(super) fn beside_scenario<'a>(&self, names: impl Iterator<Item = &'a str>) -> Vec<PathBuf> {
        beside(&self.inputs.first().map(PathBuf::from).unwrap_or_default(), names)
    }

    /// Every file on disk that a survey of this was read from.
    pub(super) fn files_read(&self, survey: &Survey) -> Vec<PathBuf> {
        let names: Vec<String> = survey.inputs().into_iter().map(|file| file.name).collect();
        let given = self.inputs.iter().map(PathBuf::from);
        match self.files() {
            Ok(None) => self.beside_scenario(names.iter().map(String::as_str)),
            _ => given.chain(names.iter().map(PathBuf::from)).collect(),
        }
    }

    /// The files, when no scenario is meant.
    fn files(&self) -> Result<Option<MapFiles>> {
        let ends_in = |name: &str, ending: &str| {
            Path::new(name).extension().is_some_and(|found| found.eq_ignore_ascii_case(ending))
        };
        let is_scenario =
            |name: &String| ends_in(name, "toml") || load::scenario_names().any(|known| known == name);
        let is_file = |name: &String| Path::new(name).extension().is_some() || Path::new(name).exists();
        match self.inputs.as_slice() {
            [] => return Ok(None),
            [one] if is_scenario(one) || !is_file(one) => return Ok(None),
            several => {
                if let Some(scenario) = several.iter().find(|name| is_scenario(name)) {
                    bail!("{scenario} is a scenario: give it alone, without other files");
                }
            }
        }
        let (tables, maps): (Vec<String>, Vec<String>) =
            self.inputs.iter().cloned().partition(|name| ends_in(name, "csv"));
        if maps.is_empty() {
            bail!(
                "no map among {}: give a GeoJSON, TopoJSON, .shp or GeoPackage file too",
                tables.join(", ")
            );
        }
        if tables.len() > 1 || (maps.len() > 1 && !tables.is_empty()) {
            bail!("one map with one table, or several maps without; a scenario can join more");
        }
        Ok(Some(MapFiles {
            maps,
            table: tables.into_iter().next(),
            key: self.key.clone(),
            table_key: self.table_key.clone(),
            name: self.name.clone(),
            population: self.population.clone(),
            layer: self.layer.clone(),
            crs: self.crs.clone(),
            encoding: self.encoding.clone(),
        }))
    }

    fn stray_options(&self) -> Vec<&'static str> {
        let options = [
            ("--key", &self.key),
            ("--table-key", &self.table_key),
            ("--name", &self.name),
            ("--population", &self.population),
            ("--layer", &self.layer),
            ("--crs", &self.crs),
            ("--encoding", &self.encoding),
        ];
        options.into_iter().filter(|(_, value)| value.is_some()).map(|(name, _)| name).collect()
    }
}
