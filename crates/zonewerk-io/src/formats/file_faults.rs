use crate::{InputPlace, InputProblem, InputProblems};

/// Collects the faults of one file, so that all are told at once.
pub(crate) struct Faults {
    file: String,
    problems: Vec<InputProblem>,
}

impl Faults {
    pub(crate) fn of(file: &str) -> Self {
        Self { file: file.to_owned(), problems: Vec::new() }
    }

    pub(crate) fn add(
        &mut self,
        code: &'static str,
        place: InputPlace,
        field: Option<&str>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.problems.push(InputProblem {
            code,
            file: self.file.clone(),
            place,
            field: field.map(str::to_owned),
            found: found.into(),
            expected: expected.into(),
        });
    }

    /// The value, unless something was wrong: then all of it, in the order of the file,
    /// what concerns the file as a whole last.
    pub(crate) fn or<T>(mut self, value: T) -> Result<T, InputProblems> {
        self.problems.sort_by_key(|problem| match &problem.place {
            InputPlace::Line(line) => *line,
            InputPlace::Feature(number) => *number as u64,
            InputPlace::Entry(_) | InputPlace::File => u64::MAX,
        });
        InputProblems::none_of(self.problems).map(|()| value)
    }
}
