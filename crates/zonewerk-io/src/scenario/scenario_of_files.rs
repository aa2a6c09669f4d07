use jiff::civil::Date;

use crate::units::map_survey::{Survey, survey_of};
use crate::units::survey_facts::left_out;
use crate::units::unit_layer::LayerNeeds;
use crate::{InputProblems, MapFiles, Scenario};
use zonewerk_core::problem::Problem;

impl Scenario {
    /// A scenario of a map and its table alone: what is asked is given in code. Key, name and
    /// population column must be named in `files`; `population_date` is the day the inhabitants
    /// were counted. Title and credits may be set afterwards.
    ///
    /// # Errors
    /// Everything that is wrong with the files, at once.
    pub fn of_files(
        files: &MapFiles,
        population_date: Date,
        problem: Problem,
    ) -> Result<Self, InputProblems> {
        let survey = survey_of(files, LayerNeeds::Everything, None)?;
        let inputs = survey.inputs();
        let map_faults = survey.map_faults();
        let left_out = left_out(&survey.unmatched(), &[]);
        let Survey { name, problems, fit, options, crs, mut territory, topology, same_side, .. } = survey;
        InputProblems::none_of(problems.into_iter().chain(same_side).chain(left_out).collect())?;
        territory.population_date = Some(population_date);
        Ok(Self {
            title: name.clone(),
            name,
            population_date: population_date.to_string(),
            credits: Vec::new(),
            territory,
            topology,
            crs,
            fit,
            map_faults,
            graph: options,
            given_graph: None,
            problem,
            official_plan: None,
            inputs,
        })
    }
}
