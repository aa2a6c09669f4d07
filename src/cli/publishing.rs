//! Maps, pages and GIS files of a plan, as the command line asks for them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Args;

use super::lang::Lang;
use super::output::{prepare_file, refuse_inputs, tell};
use super::plan::official_name;
use zonewerk_audit::Audit;
use zonewerk_core::words::{Language, say};
use zonewerk_io::{self as load, Scenario};
use zonewerk_report::{
    GisFormat, Judgement, Layer, MapForm, Shown, ShownBase, folder_of, gis_files, map, page, write_set,
};

/// Where to write a plan to be looked at.
#[derive(Args, Debug)]
#[command(next_help_heading = "Maps and reports")]
pub(super) struct Publishing {
    /// Draw a map of the plan: a file that ends in .svg or .png; may be given several times
    #[arg(long, value_name = "FILE", value_parser = map_file)]
    map: Vec<PathBuf>,
    /// Layers of the map, with commas: verdicts, change, backbone, straddles(FAMILY), links,
    /// exceptions [default: each that there is something to show of, but no straddles; changes
    /// with try and compare alone; beside a backbone only links]
    #[arg(long, value_name = "LAYER,...", value_parser = layers, requires = "map")]
    layers: Option<Layers>,
    /// Write the report as one web page (.html) that needs no other file and no network: verdict,
    /// map to explore, zones, findings, changes, inputs
    #[arg(long, value_name = "FILE", value_parser = page_file)]
    report: Option<PathBuf>,
    /// Write the plan for GIS programs, by the ending: .gpkg (all layers, with styles), .geojson,
    /// .shp or .csv (files beside it with the name of each layer); may be given several times
    #[arg(long, value_name = "FILE", value_parser = gis_file)]
    gis: Vec<PathBuf>,
    /// Language of map and report
    #[arg(short, long, default_value_t = Lang::default())]
    pub(super) lang: Lang,
}

/// What a map can show, as far as is known before the long work.
#[derive(Clone, Copy, Debug)]
pub(super) struct Showable<'a> {
    /// The units, with their families of groups and their map.
    pub(super) scenario: &'a Scenario,
    /// Whether there is a plan to show changes from.
    pub(super) has_base: bool,
    /// Whether it may be found out what plans have in common.
    pub(super) has_backbone: bool,
}

/// The plan that people move from in a scenario, by the name it was given on the command line
/// if it was.
pub(super) fn base_of<'a>(
    scenario: &'a Scenario,
    named: Option<&str>,
    language: Language,
) -> Option<ShownBase<'a>> {
    let plan = scenario.problem.base.as_ref()?;
    let name = match named {
        Some(name) => plan_name(name, scenario, language),
        None if scenario.official_plan.as_ref() == Some(plan) => official_name(&scenario.name, language),
        None => say!(language, "plan-base", scenario = scenario.name.as_str()),
    };
    Some(ShownBase { plan, name })
}

/// The audit of a plan under the scenario's own profile, where there is a plan.
pub(super) fn judgements(scenario: &Scenario, audit: Option<&Audit>) -> Vec<Judgement> {
    let judged =
        |audit: &Audit| Judgement { profile: scenario.problem.profile.clone(), audit: audit.clone() };
    audit.map(judged).into_iter().collect()
}

/// Refuses what needs shapes (`what`) where the units have none.
///
/// # Errors
/// Where they are those of a graph.
pub(super) fn refuse_without_map(scenario: &Scenario, what: &str) -> Result<()> {
    if scenario.has_map() {
        return Ok(());
    }
    bail!("{what}: the units of {} are those of a graph, and have no shapes", scenario.name)
}

/// Refuses a file that another option writes.
///
/// # Errors
/// Where it is one of those.
pub(super) fn refuse_twice(file: &Path, others: &[PathBuf]) -> Result<()> {
    if others.iter().any(|other| place(other) == place(file)) {
        bail!("{} would be written twice: give each file another name", file.display());
    }
    Ok(())
}

/// Looks whether a file can be written, where others are: the folder of a result is made with its files.
///
/// # Errors
/// Where it cannot.
pub(super) fn prepare_beside(file: &Path, others: &[PathBuf]) -> Result<()> {
    let is_made = |other: &PathBuf| stands_in(file, folder_of(other));
    if !folder_of(file).exists() && others.iter().any(is_made) {
        return Ok(());
    }
    prepare_file(file)
}

/// One name for a file, whatever way its folder is named.
fn place(file: &Path) -> PathBuf {
    real(folder_of(file)).join(file.file_name().unwrap_or_default())
}

/// The name of a plan that was read in English, in the language of what is shown: that of a plan
/// in force has words, others are called after their file.
pub(super) fn plan_name(name: &str, scenario: &Scenario, language: Language) -> String {
    let is_meant = |known: &&str| official_name(known, Language::English) == name;
    let own = Some(scenario.name.as_str()).filter(is_meant);
    match own.or_else(|| load::scenario_names().find(is_meant)) {
        Some(known) => official_name(known, language),
        None => {
            Path::new(name).file_name().map_or_else(|| name.to_owned(), |file| file.to_string_lossy().into())
        }
    }
}

/// What `--layers` names, each once.
#[derive(Clone, Debug)]
struct Layers(Vec<Layer>);

/// Layers with commas between them; a comma in brackets is part of a name.
fn layers(text: &str) -> Result<Layers, String> {
    let mut depth = 0;
    let names = text.split(|sign: char| {
        depth += i32::from(sign == '(') - i32::from(sign == ')');
        sign == ',' && depth <= 0
    });
    let mut layers: Vec<Layer> = Vec::new();
    for name in names {
        let layer: Layer = name.trim().parse()?;
        if !layers.contains(&layer) {
            layers.push(layer);
        }
    }
    Ok(Layers(layers))
}

fn ending(file: &str) -> String {
    let ending = Path::new(file).extension().unwrap_or_default();
    ending.to_string_lossy().to_ascii_lowercase()
}

fn map_file(file: &str) -> Result<PathBuf, String> {
    match map_form(Path::new(file)) {
        Some(_) => Ok(PathBuf::from(file)),
        None => Err("expected a name that ends in .svg or .png".to_owned()),
    }
}

fn map_form(file: &Path) -> Option<MapForm> {
    match ending(&file.to_string_lossy()).as_str() {
        "svg" => Some(MapForm::Svg),
        "png" => Some(MapForm::Png),
        _ => None,
    }
}

fn page_file(file: &str) -> Result<PathBuf, String> {
    match ending(file).as_str() {
        "html" | "htm" => Ok(PathBuf::from(file)),
        _ => Err("expected a name that ends in .html".to_owned()),
    }
}

fn gis_file(file: &str) -> Result<PathBuf, String> {
    match GisFormat::by_name(Path::new(file)) {
        Some(_) => Ok(PathBuf::from(file)),
        None => Err("expected a name that ends in .gpkg, .geojson, .shp or .csv".to_owned()),
    }
}

impl Publishing {
    /// Whether anything is asked for.
    pub(super) fn is_asked(&self) -> bool {
        !self.map.is_empty() || self.report.is_some() || !self.gis.is_empty()
    }

    /// Every file that will be written.
    fn outputs(&self) -> Vec<PathBuf> {
        let gis = self.gis.iter().flat_map(|file| {
            let format = GisFormat::by_name(file);
            format.map(|format| format.paths(file)).unwrap_or_default()
        });
        self.map.iter().chain(&self.report).cloned().chain(gis).collect()
    }

    /// Looks, before the long work, whether every file can be written: none is an input, or is
    /// asked for twice or by another option (`others`), and their folders are there; and whether
    /// there can be something to show of every layer.
    ///
    /// # Errors
    /// With the first that cannot.
    pub(super) fn prepare(
        &self,
        inputs: impl IntoIterator<Item = PathBuf>,
        others: impl IntoIterator<Item = PathBuf>,
        showable: Showable<'_>,
    ) -> Result<()> {
        let drawn = self.map.iter().chain(&self.gis).next();
        if let Some(file) = drawn {
            refuse_without_map(showable.scenario, &file.display().to_string())?;
        }
        for layer in self.layers.iter().flat_map(|layers| &layers.0) {
            layer.look_up(&showable.scenario.territory)?;
            match layer {
                Layer::Change if !showable.has_base => {
                    bail!("--layers change: there is no other plan to show changes from")
                }
                Layer::Backbone if !showable.has_backbone => bail!(
                    "--layers backbone: what plans have in common is found out by zonewerk alternatives --backbone"
                ),
                _ => {}
            }
        }
        let outputs = self.outputs();
        let others: Vec<PathBuf> = others.into_iter().collect();
        let mut seen: BTreeSet<PathBuf> = others.iter().map(|file| place(file)).collect();
        if let Some(twice) = outputs.iter().find(|file| !seen.insert(place(file))) {
            bail!("{} would be written twice: give each file another name", twice.display());
        }
        refuse_inputs(outputs.clone(), inputs)?;
        outputs.iter().try_for_each(|file| prepare_beside(file, &others))
    }

    /// Makes and writes what is asked for.
    ///
    /// # Errors
    /// When a file cannot be made or written.
    pub(super) fn write(&self, shown: &Shown) -> Result<()> {
        self.make(shown)?.write()
    }

    /// Makes what is asked for.
    ///
    /// # Errors
    /// When a file cannot be made.
    pub(super) fn make(&self, shown: &Shown) -> Result<Made> {
        let (mut files, mut stale) = (Vec::new(), Vec::new());
        for file in &self.gis {
            if let Some(format) = GisFormat::by_name(file) {
                let made = gis_files(shown, format, file)?;
                made.notes.iter().for_each(|note| tell(note));
                let written = |path: &PathBuf| made.files.iter().any(|(file, _)| file == path);
                let of_before = |path: &PathBuf| !written(path) && path.symlink_metadata().is_ok();
                stale.extend(format.paths(file).into_iter().filter(of_before));
                files.extend(made.files);
            }
        }
        for (file, form) in self.map.iter().filter_map(|file| Some((file, map_form(file)?))) {
            files.push((file.clone(), map(shown, form, self.layers.as_ref().map(|layers| &layers.0[..]))?));
        }
        files.extend(self.report.iter().map(|file| (file.clone(), page(shown))));
        Ok(Made { files, stale, language: shown.language })
    }
}

/// Maps, pages and GIS files, ready to be written.
pub(super) struct Made {
    /// The files with their contents.
    pub(super) files: Vec<(PathBuf, Vec<u8>)>,
    /// Files of the same name from an earlier run that have no successor.
    pub(super) stale: Vec<PathBuf>,
    language: Language,
}

impl Made {
    /// Nothing.
    pub(super) fn nothing() -> Self {
        Self { files: Vec::new(), stale: Vec::new(), language: Language::English }
    }

    /// What stands in a folder, and the rest.
    pub(super) fn in_folder(self, folder: &Path) -> (Self, Self) {
        let is_here = |file: &Path| stands_in(file, folder);
        let language = self.language;
        let (files, other_files) = self.files.into_iter().partition(|(file, _)| is_here(file));
        let (stale, other_stale) = self.stale.into_iter().partition(|file| is_here(file));
        (Self { files, stale, language }, Self { files: other_files, stale: other_stale, language })
    }

    /// Writes the files; those of one folder are one set.
    pub(super) fn write(self) -> Result<()> {
        let whole = self.files.iter().map(|(file, bytes)| (file.clone(), bytes.as_slice()));
        write_set(whole, self.stale.clone())
            .map_err(|(file, error)| anyhow!(error).context(format!("cannot write {}", file.display())))?;
        for file in &self.stale {
            tell(&say!(self.language, "gis-removed", file = file.display().to_string()));
        }
        self.files.iter().for_each(|(file, _)| tell(&format!("wrote {}", file.display())));
        Ok(())
    }
}

/// Whether a file stands in a folder, which need not be there yet.
fn stands_in(file: &Path, folder: &Path) -> bool {
    real(folder_of(file)) == real(folder)
}

/// One name for a folder, whatever way it is named.
fn real(folder: &Path) -> PathBuf {
    let absolute = || std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    folder.canonicalize().unwrap_or_else(|_| absolute())
}
