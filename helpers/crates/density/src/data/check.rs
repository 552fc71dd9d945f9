//! A look at a whole data set before anything is computed from it.

use crate::data::oddities::{Oddities, Oddity, first_names, oddities_of};
use crate::data::picture::load_used;
use crate::data::{Dataset, ImageFolder, Projection, Split};
use crate::error::Result;
use crate::progress::Progress;
use polars::prelude::{Column, DataFrame};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Images between two looks at the clock and at interrupts.
const TOGETHER: usize = 64;

/// What is unusual about the images of a [`Dataset`], folder by folder and kind by kind. Prints as lines.
#[derive(Clone, Debug, Default)]
pub struct Check {
    /// Images that were looked at.
    pub images: usize,
    /// The kinds that were found.
    pub rows: Vec<CheckRow>,
}

/// One kind of unusual images of one folder.
#[derive(Clone, Debug)]
pub struct CheckRow {
    /// Projection and split, `CC_R/test`.
    pub folder: String,
    /// The kind.
    pub oddity: Oddity,
    /// The images of this kind.
    pub files: Vec<PathBuf>,
    /// Images in the folder.
    pub of: usize,
}

impl Check {
    /// Whether nothing unusual was found.
    pub fn is_clean(&self) -> bool {
        self.rows.is_empty()
    }

    /// A row per folder and kind: how many images, the first of them, and what to do.
    ///
    /// # Errors
    /// None in practice.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let text = |name: &str, of: &dyn Fn(&CheckRow) -> String| {
            Column::new(name.into(), self.rows.iter().map(of).collect::<Vec<_>>())
        };
        let counts = self.rows.iter().map(|row| row.files.len() as u32);
        Ok(DataFrame::new(
            self.rows.len(),
            vec![
                text("folder", &|row| row.folder.clone()),
                Column::new("images".into(), counts.collect::<Vec<_>>()),
                text("what", &|row| row.oddity.what().into()),
                text("first", &|row| first_names(&row.files)),
                text("what to do", &|row| row.oddity.remedy().into()),
            ],
        )?)
    }

    /// An image of each kind that can be drawn, with folder and kind as its caption.
    pub fn examples(&self) -> Vec<(PathBuf, String)> {
        let unreadable = self.rows.iter();
        let unreadable = unreadable.filter(|row| row.oddity == Oddity::Unreadable);
        let unreadable = unreadable
            .flat_map(|row| &row.files)
            .collect::<HashSet<_>>();
        let mut examples = BTreeMap::new();
        for row in &self.rows {
            if let Some(file) = row.files.iter().find(|file| !unreadable.contains(file)) {
                let caption = format!("{}:\n{}", row.folder, row.oddity.what());
                examples
                    .entry(row.oddity)
                    .or_insert((file.clone(), caption));
            }
        }
        examples.into_values().collect()
    }
}

impl std::fmt::Display for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.is_clean() {
            return write!(f, "{} images, nothing unusual about them", self.images);
        }
        write!(f, "{} images; unusual are", self.images)?;
        for row in &self.rows {
            write!(
                f,
                "\n  {}: {} of {} {}",
                row.folder,
                row.files.len(),
                row.of,
                row.oddity.said_of(&row.files)
            )?;
        }
        Ok(())
    }
}

impl Dataset {
    /// Reads every image once and gathers what is unusual: files that cannot be read, even or inverted pictures, grey grounds, breasts on the
    /// wrong side, 16-bit files that use fewer, and files that are in two splits of a projection. Goes on after each. What is no image at all is told when
    /// a folder is opened.
    ///
    /// # Errors
    /// As [`Dataset::split`] for a folder without any image; an interrupt.
    pub fn check(&self) -> Result<Check> {
        let mut folders = Vec::new();
        for projection in self.projections() {
            let splits = Split::ALL.into_iter().filter(|s| self.has(projection, *s));
            for split in splits {
                folders.push((projection, split, self.split(projection, split)?));
            }
        }
        let images = folders.iter().map(|(_, _, folder)| folder.len()).sum();
        let mut progress = Progress::new("checking", "images", images);
        let mut check = Check {
            images,
            rows: Vec::new(),
        };
        // A file whose size no other split of its projection has needs no hash.
        let mut sizes = HashMap::<(Projection, u64), BTreeSet<usize>>::new();
        for (place, (projection, _, folder)) in folders.iter().enumerate() {
            for size in folder.images().iter().filter_map(|(path, _)| size_of(path)) {
                sizes.entry((*projection, size)).or_default().insert(place);
            }
        }
        let is_shared = |projection: Projection, bytes: &[u8]| {
            let places = sizes.get(&(projection, bytes.len() as u64));
            places.is_some_and(|places| places.len() > 1)
        };
        // What each folder holds, and the projections and splits in which a file is, byte for byte.
        let mut gathered = Vec::new();
        let mut places = HashMap::<(Projection, FileKey), BTreeSet<usize>>::new();
        for (place, (projection, _, folder)) in folders.iter().enumerate() {
            let mut oddities = Oddities::default();
            let mut keys = Vec::with_capacity(folder.len());
            for together in folder.images().chunks(TOGETHER) {
                let look = |(path, _): &(PathBuf, usize)| {
                    let Ok(bytes) = std::fs::read(path) else {
                        return (vec![Oddity::Unreadable], None);
                    };
                    let key = is_shared(*projection, &bytes).then(|| key_of(&bytes));
                    match load_used(path, bytes) {
                        Err(_) => (vec![Oddity::Unreadable], key),
                        Ok((image, bits)) => {
                            let mut found = oddities_of(&image, Some(*projection));
                            found.extend(bits.map(|_| Oddity::FewBits));
                            (found, key)
                        }
                    }
                };
                let looks = together.par_iter().map(look).collect::<Vec<_>>();
                for ((path, _), (found, key)) in together.iter().zip(looks) {
                    oddities.note(path, found);
                    keys.push((path, key));
                    if let Some(key) = key {
                        places.entry((*projection, key)).or_default().insert(place);
                    }
                }
                progress.advance(together.len())?;
            }
            gathered.push((oddities, keys));
        }
        for ((projection, split, folder), (oddities, keys)) in folders.iter().zip(gathered) {
            let twice = keys.into_iter().filter(|(_, key)| {
                let places = key.and_then(|key| places.get(&(*projection, key)));
                places.is_some_and(|places| places.len() > 1)
            });
            let twice = twice.map(|(path, _)| path.clone()).collect::<Vec<_>>();
            let found = oddities
                .found()
                .map(|(oddity, files)| (oddity, files.to_vec()));
            for (oddity, files) in found.chain([(Oddity::InTwoSplits, twice)]) {
                if !files.is_empty() {
                    check.rows.push(CheckRow {
                        folder: format!("{projection}/{}", split.name()),
                        oddity,
                        files,
                        of: folder.len(),
                    });
                }
            }
        }
        Ok(check)
    }
}

/// Length and hash of a file.
type FileKey = (usize, u64);

fn key_of(bytes: &[u8]) -> FileKey {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    (bytes.len(), hasher.finish())
}

fn size_of(path: &Path) -> Option<u64> {
    std::fs::metadata(path).map(|m| m.len()).ok()
}

/// The images of `folder` that are in `other` as well, byte for byte, each with its twin; ends early when `stop` says so.
pub fn in_both<'a>(
    other: &'a ImageFolder,
    folder: &'a ImageFolder,
    stop: &dyn Fn() -> bool,
) -> Vec<(&'a Path, &'a Path)> {
    let sizes = |folder: &ImageFolder| {
        let sizes = folder.images().iter().filter_map(|(path, _)| size_of(path));
        sizes.collect::<HashSet<_>>()
    };
    let (of_other, of_folder) = (sizes(other), sizes(folder));
    // A file whose size only one side has needs no look into it.
    let key = |path: &Path, others: &HashSet<u64>| -> Option<FileKey> {
        size_of(path).filter(|size| others.contains(size) && !stop())?;
        Some(key_of(&std::fs::read(path).ok()?))
    };
    let known = other.images().iter();
    let known = known.filter_map(|(path, _)| Some((key(path, &of_folder)?, path.as_path())));
    let known = known.collect::<HashMap<_, _>>();
    let twice = folder.images().iter().filter_map(|(path, _)| {
        let twin = known.get(&key(path, &of_other)?)?;
        Some((path.as_path(), *twin))
    });
    twice.collect()
}
