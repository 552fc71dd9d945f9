//! The image files below a folder, and what else lies there.

use crate::error::{Error, Result};
use crate::said::say_once;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// Extensions of files that count as images, in any case (Keras' `flow_from_directory`, PGM and DICOM).
pub(super) const EXTENSIONS: [&str; 11] = [
    "png", "jpg", "jpeg", "bmp", "ppm", "pgm", "pnm", "tif", "tiff", "dcm", "dicom",
];
/// Folders that archives and file servers leave beside one's own.
const JUNK: [&str; 6] = [
    "__MACOSX",
    "@eaDir",
    "@Recycle",
    "#recycle",
    "$RECYCLE.BIN",
    "lost+found",
];

/// What was left out of a listing: how many of each kind, and the first of them.
#[derive(Debug, Default)]
pub(super) struct LeftOut(BTreeMap<String, (usize, String)>);

impl LeftOut {
    fn add(&mut self, kind: impl Into<String>, path: &Path) {
        let (count, _) = self
            .0
            .entry(kind.into())
            .or_insert_with(|| (0, name_of(path)));
        *count += 1;
    }

    /// Says once for a folder what was left out of it.
    pub(super) fn say(&self, folder: &Path) {
        if !self.0.is_empty() {
            say_once(&format!("{}: left out {self}", folder.display()));
        }
    }
}

/// `2 .txt (notes.txt, ...), 1 empty files (a.png)`.
impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, (kind, (count, first))) in self.0.iter().enumerate() {
            let comma = if place > 0 { ", " } else { "" };
            let more = if *count > 1 { ", ..." } else { "" };
            write!(f, "{comma}{kind}: {count} ({first}{more})")?;
        }
        Ok(())
    }
}

/// The first file of these names in `folder`, or else in one of the three folders above: what a data set states about itself.
pub(super) fn stated(folder: &Path, names: &[&str]) -> Option<PathBuf> {
    let folders = folder.ancestors().take(4);
    let mut paths = folders.flat_map(|f| names.iter().map(|name| f.join(name)));
    paths.find(|path| path.is_file())
}

/// The images in `folder` and in the folders below it, in Keras' order: folder by folder, then by name, both by bytes.
pub(super) fn images_below(folder: &Path, left_out: &mut LeftOut) -> Result<Vec<PathBuf>> {
    let real = |path: &Path| std::fs::canonicalize(path).map_err(Error::io(path));
    let mut folders = vec![folder.to_path_buf()];
    let mut visited = HashSet::from([real(folder)?]);
    let mut images = Vec::new();
    while let Some(folder) = folders.pop() {
        for path in sorted(&folder)? {
            // Follows links, as Keras does.
            let Ok(metadata) = std::fs::metadata(&path) else {
                left_out.add("broken links", &path);
                continue;
            };
            if metadata.is_dir() {
                if is_junk(&path) {
                    left_out.add("folders of other programs", &path);
                } else if visited.insert(real(&path)?) {
                    folders.push(path);
                } else {
                    left_out.add("links to folders that are there already", &path);
                }
            } else if !is_named_as_image(&path) {
                match path.extension() {
                    Some(extension) => {
                        let extension = extension.to_string_lossy().to_lowercase();
                        left_out.add(format!("*.{extension}"), &path);
                    }
                    None => left_out.add("files without an extension", &path),
                }
            } else if metadata.len() == 0 {
                left_out.add("empty files", &path);
            } else {
                images.push(path);
            }
        }
    }
    images.sort_by_cached_key(|path| {
        let folder = path
            .parent()
            .map(|p| p.as_os_str().as_encoded_bytes().to_vec());
        (folder, name_of(path).into_bytes())
    });
    Ok(images)
}

/// The folders in `folder`; those of other programs are left out, and images beside the folders.
pub(super) fn folders_in(folder: &Path, left_out: &mut LeftOut) -> Result<Vec<PathBuf>> {
    let mut folders = Vec::new();
    for path in sorted(folder)? {
        if !path.is_dir() {
            if is_named_as_image(&path) {
                left_out.add("images in no class", &path);
            }
        } else if is_junk(&path) {
            left_out.add("folders of other programs", &path);
        } else {
            folders.push(path);
        }
    }
    Ok(folders)
}

fn is_named_as_image(path: &Path) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    extension.is_some_and(|e| EXTENSIONS.contains(&e.as_str()))
}

fn is_junk(folder: &Path) -> bool {
    JUNK.contains(&name_of(folder).as_str())
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// What lies in a folder, hidden entries left out, sorted by the bytes of the name.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = std::fs::read_dir(folder)
        .map_err(Error::io(folder))?
        .map(|e| e.map(|e| e.path()).map_err(Error::io(folder)))
        .collect::<Result<Vec<_>>>()?;
    entries.retain(|p| !name_of(p).starts_with('.'));
    entries.sort_by_key(|p| name_of(p).into_bytes());
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_are_found_in_every_folder_below_and_the_rest_is_counted() {
        let root = tempfile::tempdir().unwrap();
        let put = |name: &str, bytes: &[u8]| {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        };
        for name in [
            "b.png",
            "study 2/a.PNG",
            "study 10/c.Jpeg",
            "study 10/series/d.tif",
            ".hidden.png",
        ] {
            put(name, b"picture");
        }
        for name in [
            "notes.txt",
            "study 2/list.csv",
            "study 2/more.csv",
            "LICENSE",
            "__MACOSX/b.png",
            "@eaDir/b.png",
        ] {
            put(name, b"other");
        }
        put("empty.png", b"");
        std::os::unix::fs::symlink("nowhere.png", root.path().join("link.png")).unwrap();
        std::os::unix::fs::symlink(".", root.path().join("study 2/circle")).unwrap();
        let mut left_out = LeftOut::default();
        let images = images_below(root.path(), &mut left_out).unwrap();
        let names = images
            .iter()
            .map(|p| p.strip_prefix(root.path()).unwrap().to_string_lossy());
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                "b.png",
                "study 10/c.Jpeg",
                "study 10/series/d.tif",
                "study 2/a.PNG"
            ]
        );
        assert_eq!(
            left_out.to_string(),
            "*.csv: 2 (list.csv, ...), *.txt: 1 (notes.txt), broken links: 1 (link.png), empty files: 1 (empty.png), files \
             without an extension: 1 (LICENSE), folders of other programs: 2 (@eaDir, ...), links to folders that are there already: 1 (circle)"
        );
    }
}
