//! The one error type of the crate.

use std::path::{Path, PathBuf};

/// What every fallible function of this crate returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Problems that [`listed`] shows.
const LISTED: usize = 20;

/// The first of several problems, each on a line of its own behind the text that it follows, and how many more there are.
pub fn listed(problems: &[String]) -> String {
    let first = problems.iter().take(LISTED);
    let mut text = first
        .map(|problem| format!("\n  {problem}"))
        .collect::<String>();
    if problems.len() > LISTED {
        text += &format!("\n  and {} more", problems.len() - LISTED);
    }
    text
}

/// What went wrong, with the file, value or shape it went wrong on and what to do about it.
#[derive(thiserror::Error)]
pub enum Error {
    /// The operating system refused to read or write a file.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A folder of images does not look as it should.
    #[error("{}: {problem}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What is missing or surplus, and what to do.
        problem: String,
    },
    /// An image cannot be used.
    #[error("{}: {problem}", path.display())]
    Image {
        /// The image file.
        path: PathBuf,
        /// What is wrong with it, and what to do.
        problem: String,
    },
    /// A text file of numbers cannot be used.
    #[error("{}, line {line}: {problem}", path.display())]
    Text {
        /// The text file.
        path: PathBuf,
        /// Line number, from 1.
        line: usize,
        /// What is wrong there, and what to do.
        problem: String,
    },
    /// True classes and predictions do not belong together.
    #[error("labels: {0}")]
    Labels(String),
    /// A weights file (`.h5` or `.safetensors`) cannot be used.
    #[error("{}: {problem}", path.display())]
    Weights {
        /// The weights file.
        path: PathBuf,
        /// The layer, shape or header that is wrong, and what to do.
        problem: String,
    },
    /// A parameter has a value that makes no sense.
    #[error("{name} = {value}: {problem}")]
    Parameter {
        /// The parameter's name.
        name: String,
        /// The value given.
        value: String,
        /// The values that work.
        problem: String,
    },
    /// Training cannot go on.
    #[error("training: {0}")]
    Training(String),
    /// The processes of a training cannot work together.
    #[error("ranks: {0}")]
    Ranks(String),
    /// Slurm is missing, or refused.
    #[error("slurm: {0}")]
    Slurm(String),
    /// The reader interrupted the work.
    #[error("interrupted: {0}")]
    Interrupted(String),
    /// A figure could not be drawn.
    #[error("figure: {0}")]
    Figure(String),
    /// A tensor operation failed.
    #[error("tensor: {0}")]
    Tensor(#[from] candle_core::Error),
    /// A table operation failed.
    #[error("table: {0}")]
    Table(#[from] polars::error::PolarsError),
}

/// A notebook prints the `Debug` form of the error that `?` returned: it reads like the `Display` form.
impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Display::fmt(self, f)
    }
}

impl Error {
    /// Turns an [`std::io::Error`] on `path` into [`Error::Io`]; for `map_err(Error::io(path))`.
    pub fn io(path: impl AsRef<Path>) -> impl FnOnce(std::io::Error) -> Error {
        let path = path.as_ref().to_path_buf();
        move |source| Error::Io { path, source }
    }

    /// An [`Error::Parameter`] for `name`, which was given `value`.
    pub fn parameter(
        name: impl Into<String>,
        value: impl std::fmt::Display,
        problem: impl Into<String>,
    ) -> Error {
        Error::Parameter {
            name: name.into(),
            value: value.to_string(),
            problem: problem.into(),
        }
    }
}
