//! The test images that the published tutorial shows.

use density::error::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the published tutorial lies, 12 MB.
const REPOSITORY: &str =
    "https://github.com/camillascapicchio/MLINFN-CNNBreastDensityClassifier-Explainability";
/// Its 16 test images.
const TEST_SET: &str = "myproject/TestSet";

/// Fetches the published tutorial into `folder` by git, unless it is there already, and returns the folder of its 16
/// test images.
///
/// # Errors
/// [`Error::Folder`] when git is missing, the network is, or there are no images in what came.
pub fn fetch_published(folder: impl AsRef<Path>) -> Result<PathBuf> {
    let folder = folder.as_ref();
    let problem = |problem: String| Error::Folder {
        path: folder.to_path_buf(),
        problem,
    };
    if !folder.exists() {
        let fetched = Command::new("git")
            .args(["clone", "--quiet", "--depth", "1", REPOSITORY])
            .arg(folder)
            .output()
            .map_err(|e| {
                problem(format!(
                    "git does not run ({e}); install it, or go on without"
                ))
            })?;
        if !fetched.status.success() {
            let said = String::from_utf8_lossy(&fetched.stderr);
            return Err(problem(format!("not fetched: {}", said.trim())));
        }
    }
    let images = folder.join(TEST_SET);
    if images.is_dir() {
        Ok(images)
    } else {
        Err(problem(format!(
            "has no {TEST_SET}; remove the folder to fetch it again"
        )))
    }
}
