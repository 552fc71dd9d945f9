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

/// Writes `wanted` as the manifest of a folder of images that is about to be filled, unless the one that is there says that
/// the folder was filled otherwise (`agrees` tells): images of two recipes would put a patient in two splits.
///
/// # Errors
/// [`Error::Folder`] with what was found and asked when the folder holds something else.
pub fn claim_folder(
    folder: &Path,
    manifest: &str,
    wanted: &str,
    agrees: impl FnOnce(&str) -> bool,
) -> Result<()> {
    let path = folder.join(manifest);
    let found = match std::fs::read_to_string(&path) {
        Ok(found) => found,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(e) => return Err(Error::io(&path)(e)),
    };
    if found.is_empty() || agrees(&found) {
        return write_atomically(&path, wanted.as_bytes());
    }
    // Of a table its comment, of another text the whole.
    let about = |text: &str| match text.strip_prefix("# ") {
        Some(table) => table.lines().next().unwrap_or_default().to_string(),
        None => text.trim().replace('\n', ", "),
    };
    Err(Error::Folder {
        path: folder.to_path_buf(),
        problem: format!(
            "holds images made with other options; take another folder, or delete this one\n{manifest}: {}\nasked: {}",
            about(&found),
            about(wanted)
        ),
    })
}

/// As indented JSON.
pub fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string_pretty(value).map_err(|e| Error::Training(e.to_string()))
}

/// The lines of a text, whatever ends them: LF, CR LF or CR.
pub fn lines_of(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(str::to_string).collect()
}

/// The text of a file: UTF-8 or UTF-16, with or without a byte order mark; `None` for anything else.
pub fn text_of(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        String::from_utf16(&units.collect::<Vec<_>>()).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        // The other byte of a Latin letter is 0, which no text has by itself.
        [1..=255, 0, 1..=255, 0, ..] => wide(bytes, u16::from_le_bytes),
        [0, 1..=255, 0, 1..=255, ..] => wide(bytes, u16::from_be_bytes),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
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
