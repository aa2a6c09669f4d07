use std::fmt;

use zonewerk_core::words::visible;

/// One fault in what a user gave: where it stands, what was found, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InputProblem {
    /// Kebab-case name of the kind of fault: `unknown-unit`, `negative-population`.
    pub code: &'static str,
    /// The file, as the user named it.
    pub file: String,
    /// Where in the file.
    pub place: InputPlace,
    /// Column, property or key.
    pub field: Option<String>,
    /// What stands there, quoted where it is text.
    pub found: String,
    /// What should stand there.
    pub expected: String,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum InputPlace {
    /// The file as a whole.
    File,
    /// A line of a table or text, counted from 1; the header is line 1.
    Line(u64),
    /// A feature or geometry of a map, counted from 1.
    Feature(usize),
    /// A table of a scenario: `exceptions[2]`, counted from 1.
    Entry(String),
}

impl fmt::Display for InputProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(&self.file))?;
        match &self.place {
            InputPlace::File => {}
            InputPlace::Line(line) => write!(f, ", line {line}")?,
            InputPlace::Feature(number) => write!(f, ", feature {number}")?,
            InputPlace::Entry(entry) => write!(f, ", {}", visible(entry))?,
        }
        if let Some(field) = &self.field {
            write!(f, ", {}", visible(field))?;
        }
        let (found, expected) = (visible(&self.found), visible(&self.expected));
        write!(f, ": found {found}, expected {expected} [{}]", self.code)
    }
}

/// All faults of an input together, in the order of files and places; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputProblems(Vec<InputProblem>);

impl InputProblems {
    /// `Ok` when nothing was collected, otherwise all of it as one error.
    ///
    /// # Errors
    /// When there is at least one problem.
    pub fn none_of(problems: Vec<InputProblem>) -> Result<(), Self> {
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }

    /// The faults.
    pub fn all(&self) -> &[InputProblem] {
        &self.0
    }

    /// The faults, to collect them with others.
    pub fn into_vec(self) -> Vec<InputProblem> {
        self.0
    }
}

impl From<InputProblem> for InputProblems {
    fn from(problem: InputProblem) -> Self {
        Self(vec![problem])
    }
}

/// Problems that are printed; who has more has most of them from one cause.
const LISTED: usize = 200;

impl fmt::Display for InputProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0.len() == 1 { "" } else { "s" };
        write!(f, "{} problem{plural} in the input", self.0.len())?;
        self.0.iter().take(LISTED).try_for_each(|problem| write!(f, "\n  {problem}"))?;
        match self.0.len().saturating_sub(LISTED) {
            0 => Ok(()),
            more => write!(f, "\n  and {more} more"),
        }
    }
}

impl std::error::Error for InputProblems {}
