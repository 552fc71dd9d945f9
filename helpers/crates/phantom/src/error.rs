//! What can go wrong with a folder of phantoms.

use std::fmt;
use std::path::{Path, PathBuf};

/// A file or folder that could not be written, and what to do. Its `Debug` form, which notebooks print, reads like
/// its `Display` form.
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: String,
}

impl Error {
    /// Turns what the system says about `path` into an [`Error`]; for `map_err`.
    pub(crate) fn at<E: fmt::Display>(path: &Path) -> impl FnOnce(E) -> Error {
        move |problem| Error {
            path: path.to_path_buf(),
            problem: problem.to_string(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.problem)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}
