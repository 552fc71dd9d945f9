//! The files of a data set, found by whatever its tables call them.

use crate::import::LeftOut;
use density::error::{Error, Result};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Extensions of images and DICOM files.
const IMAGES: [&str; 10] = [
    "dcm", "dicom", "ima", "png", "jpg", "jpeg", "tif", "tiff", "pgm", "bmp",
];

/// All files below a folder.
pub(crate) struct Files {
    root: PathBuf,
    all: Vec<PathBuf>,
    /// Places in `all` by the name without the extension of an image, in small letters.
    named: HashMap<String, Vec<usize>>,
    /// By the name of each folder that they lie in.
    folders: HashMap<String, Vec<usize>>,
    /// Folders that cannot be read.
    pub unread: Vec<LeftOut>,
}

impl Files {
    /// # Errors
    /// [`Error::Io`] where the folder itself cannot be read.
    pub(crate) fn below(root: &Path) -> Result<Files> {
        std::fs::read_dir(root).map_err(Error::io(root))?;
        let mut files = Files {
            root: root.to_path_buf(),
            all: Vec::new(),
            named: HashMap::new(),
            folders: HashMap::new(),
            unread: Vec::new(),
        };
        let mut folders = vec![root.to_path_buf()];
        let mut visited = HashSet::new();
        while let Some(folder) = folders.pop() {
            let real = std::fs::canonicalize(&folder);
            let entries = match real.and_then(|real| Ok((real, std::fs::read_dir(&folder)?))) {
                // A link to a folder that was there already.
                Ok((real, _)) if !visited.insert(real.clone()) => continue,
                Ok((_, entries)) => entries,
                Err(e) => {
                    let name = folder.display().to_string();
                    files.unread.push(LeftOut::new(
                        name,
                        format!("a folder that cannot be read: {e}"),
                    ));
                    continue;
                }
            };
            for path in entries.flatten().map(|entry| entry.path()) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                if name.starts_with('.') {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.all.push(path);
                }
            }
        }
        files.all.sort();
        for (place, path) in files.all.iter().enumerate() {
            let relative = relative(root, path).to_lowercase();
            let mut parts = relative.split('/').rev();
            let name = stem(parts.next().unwrap_or_default()).to_string();
            files.named.entry(name).or_default().push(place);
            for folder in parts {
                files.folders.entry(folder.into()).or_default().push(place);
            }
        }
        Ok(files)
    }

    /// What tables call a file: its path from the root, without the extension of an image.
    pub(crate) fn name(&self, path: &Path) -> String {
        stem(&relative(&self.root, path)).into()
    }

    /// The file of this path from the root; else the one whose path shares the longest end with it, of the file's name and its folder at least where a folder
    /// is given. With or without extension. Or what is wrong.
    pub(crate) fn find(&self, called: &str) -> Result<PathBuf, String> {
        let called = called.trim().replace('\\', "/").to_lowercase();
        let called = called.trim_start_matches("./").trim_start_matches('/');
        let wanted = called.split('/').rev().collect::<Vec<_>>();
        let name = wanted[0];
        let mut best = (0, Vec::new());
        for place in self.named.get(stem(name)).into_iter().flatten() {
            let path = &self.all[*place];
            let relative = relative(&self.root, path).to_lowercase();
            if relative == called || stem(&relative) == called {
                return Ok(path.clone());
            }
            let parts = relative.split('/').rev().collect::<Vec<_>>();
            // Another extension is another file.
            if parts[0] != name && stem(parts[0]) != name {
                continue;
            }
            let folders = wanted[1..].iter().zip(&parts[1..]);
            let shared = 1 + folders.take_while(|(a, b)| a == b).count();
            if shared > best.0 {
                best = (shared, Vec::new());
            }
            if shared == best.0 {
                best.1.push(path);
            }
        }
        match best {
            (shared, paths) if shared >= wanted.len().min(2) => match paths.as_slice() {
                [path] => Ok((*path).clone()),
                _ => Err("several files are called so".into()),
            },
            _ => Err("the file is not there".into()),
        }
    }

    /// As [`Files::find`] by a path, and where that is not there by an identifier that no other file has, wherever it lies.
    pub(crate) fn find_either(&self, path: &str, identifier: &str) -> Result<PathBuf, String> {
        self.find(path).or_else(|_| self.find(identifier))
    }

    /// The DICOM file whose name begins so and goes on with something else than a letter or a digit; or what is wrong.
    pub(crate) fn beginning(&self, start: &str) -> Result<PathBuf, String> {
        let start = start.to_lowercase();
        let is_one = |path: &&PathBuf| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            let rest = name.strip_prefix(&start);
            let ends = rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
            ends && [".dcm", ".dicom", ".ima"]
                .iter()
                .any(|extension| name.ends_with(extension))
        };
        let mut found = self.all.iter().filter(is_one);
        match (found.next(), found.next()) {
            (Some(path), None) => Ok(path.clone()),
            (None, _) => Err("the file is not there".into()),
            _ => Err("several files are called so".into()),
        }
    }

    /// The images in folders of this name, at any depth.
    pub(crate) fn in_folder(&self, folder: &str) -> Vec<&Path> {
        let places = self
            .folders
            .get(&folder.to_lowercase())
            .into_iter()
            .flatten();
        let paths = places.map(|place| self.all[*place].as_path());
        paths.filter(|path| has_extension(path, &IMAGES)).collect()
    }

    /// Those with one of these extensions, by path.
    pub(crate) fn with_extension(&self, extensions: &[&str]) -> Vec<PathBuf> {
        let files = self.all.iter();
        files
            .filter(|path| has_extension(path, extensions))
            .cloned()
            .collect()
    }

    /// All of them, by path.
    pub(crate) fn all(&self) -> &[PathBuf] {
        &self.all
    }

    /// The tables whose names hold all of these words.
    pub(crate) fn tables(&self, words: &[&str]) -> Vec<PathBuf> {
        let mut tables = self.with_extension(&["csv", "txt", "tsv"]);
        tables.retain(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            words.iter().all(|word| name.contains(word))
        });
        tables
    }

    /// The one table whose name holds all of these words.
    pub(crate) fn table(&self, words: &[&str], what: &str) -> Result<PathBuf> {
        let problem = |problem: String| Error::Folder {
            path: self.root.clone(),
            problem,
        };
        let tables = self.tables(words);
        match tables.as_slice() {
            [table] => Ok(table.clone()),
            [] => Err(problem(format!(
                "has no {what}; give the folder that holds it and the images"
            ))),
            several => {
                let names = several.iter().map(|path| relative(&self.root, path));
                let names = names.collect::<Vec<_>>().join(", ");
                Err(problem(format!(
                    "has several tables that may be {what} ({names}); keep only one of them"
                )))
            }
        }
    }
}

fn relative(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative.to_string_lossy().replace('\\', "/")
}

pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    extensions.contains(&extension.as_deref().unwrap_or_default())
}

/// The name without the extension of an image or a DICOM file.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if IMAGES.contains(&extension.to_lowercase().as_str()) => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_found_by_their_path_and_never_by_that_of_another_folder() {
        let root = tempfile::tempdir().unwrap();
        for name in [
            "1.dcm",
            "old/1.dcm",
            "x/s1/1.dcm",
            "y/s1/2.png",
            "p1/000000.dcm",
            "22_a.dcm",
            "22.xml",
            "Berichtä.txt",
            "1.2.840.77",
        ] {
            let path = root.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(root.path(), root.path().join("latest")).unwrap();
        let files = Files::below(root.path()).unwrap();
        assert_eq!(files.all().len(), 9);
        let find = |called: &str| files.find(called).map(|path| relative(root.path(), &path));
        assert_eq!(find("1.dcm").as_deref(), Ok("1.dcm"));
        assert_eq!(find("OLD\\1").as_deref(), Ok("old/1.dcm"));
        assert_eq!(find("/data/of/s1/1.dcm").as_deref(), Ok("x/s1/1.dcm"));
        assert_eq!(find("2").as_deref(), Ok("y/s1/2.png"));
        assert_eq!(find("1.2.840.77").as_deref(), Ok("1.2.840.77"));
        for (called, why) in [
            ("p2/000000.dcm", "not there"),
            ("s1/1.png", "not there"),
            ("s3/2.png", "not there"),
        ] {
            assert!(find(called).unwrap_err().contains(why), "{called}");
        }
        assert_eq!(files.beginning("22").unwrap(), root.path().join("22_a.dcm"));
        assert!(files.beginning("2").is_err() && files.beginning("Bericht").is_err());
    }
}
