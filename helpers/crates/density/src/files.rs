//! Files that appear whole or not at all.

use crate::error::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::Write;
use std::path::Path;

/// Writes `bytes` to `path` through a temporary file beside it, so that an interrupted write leaves the old file.
/// Missing folders are made.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> Result<()> {
    let named = path.parent().filter(|p| !p.as_os_str().is_empty());
    let folder = named.unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
    let write = || -> std::io::Result<()> {
        let mut builder = tempfile::Builder::new();
        // Others may read it, as far as the umask lets them: a temporary file is its owner's alone.
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let mut file = builder.suffix(".part").tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(Error::io(path))
}

/// As indented JSON.
pub fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|e| Error::Training(e.to_string()))
}

/// Reads a JSON file, of which an error says that it is no `what`.
pub fn read_json<T: DeserializeOwned>(path: &Path, what: &str) -> Result<T> {
    let text = std::fs::read_to_string(path).map_err(Error::io(path))?;
    serde_json::from_str(&text).map_err(|e| Error::Text {
        path: path.to_path_buf(),
        line: e.line(),
        problem: format!("is no {what}: {e}"),
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_replaces_the_old_one_with_ordinary_permissions_and_leaves_nothing_beside() {
        let root = tempfile::tempdir().unwrap();
        let (ours, plain) = (root.path().join("a/b/ours"), root.path().join("plain"));
        write_atomically(&ours, b"old").unwrap();
        write_atomically(&ours, b"new").unwrap();
        std::fs::write(&plain, b"new").unwrap();
        assert_eq!(std::fs::read(&ours).unwrap(), b"new");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode(&ours), mode(&plain));
        assert_eq!(
            std::fs::read_dir(ours.parent().unwrap()).unwrap().count(),
            1
        );
        // A folder is in the way.
        let folder = ours.parent().unwrap();
        assert!(write_atomically(folder, b"new").is_err());
        assert_eq!(
            std::fs::read_dir(folder.parent().unwrap()).unwrap().count(),
            1
        );
    }
}
