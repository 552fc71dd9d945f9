//! What can go wrong with an event file.

use std::path::{Path, PathBuf};
use std::{fmt, io};

/// The operating system refused to make or write an event file. Its `Debug` form, which notebooks print, reads like
/// its `Display` form.
pub struct Error {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl Error {
    /// Turns what the system says about `path` into an [`Error`]; for `map_err`.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Error {
        move |source| Error {
            path: path.to_path_buf(),
            source,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.source)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}
