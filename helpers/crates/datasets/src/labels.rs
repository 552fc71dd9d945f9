//! A folder of mammograms, DICOM or other pictures, with a reader's own table of labels or none.

use crate::files::{Files, has_extension};
use crate::import::{Entry, Import, ImportOptions, Listing, bring_in, holds_dicom};
use density::data::{Split, TextTable};
use density::error::{Error, Result};
use dicom_grey::{Side, View};
use std::path::{Path, PathBuf};

/// A table of labels: a CSV file with a row per image and the columns `file` and `class`, and, where the images' headers do not tell them, `patient`, `view`,
/// `side` and `split`; [`Labels::column`] says what they are called.
#[derive(Clone, Debug, PartialEq)]
pub struct Labels {
    table: PathBuf,
    /// Ours, and what the reader's table calls it.
    columns: Vec<(&'static str, String)>,
}

/// The columns that a table of labels may have.
const COLUMNS: [&str; 6] = ["file", "class", "patient", "view", "side", "split"];

impl Labels {
    /// The table in a CSV file, with commas, semicolons or tabs.
    pub fn table(path: impl AsRef<Path>) -> Labels {
        Labels {
            table: path.as_ref().to_path_buf(),
            columns: Vec::new(),
        }
    }

    /// Says that one of `file`, `class`, `patient`, `view`, `side` and `split` stands in the column `called`.
    ///
    /// # Errors
    /// [`Error::Parameter`] for another name.
    pub fn column(mut self, name: &str, called: &str) -> Result<Labels> {
        let Some(ours) = COLUMNS.into_iter().find(|column| *column == name) else {
            let problem = format!("the columns are {}", COLUMNS.join(", "));
            return Err(Error::parameter("column", name, problem));
        };
        self.columns.push((ours, called.into()));
        Ok(self)
    }

    fn listing(&self, files: &Files) -> Result<Listing> {
        let table = TextTable::read(&self.table)?;
        let column = |ours: &'static str| -> Result<Option<&[String]>> {
            match self.columns.iter().find(|(name, _)| *name == ours) {
                Some((_, called)) => table.column(&[called]).map(Some),
                None if ["file", "class"].contains(&ours) => table.column(&[ours]).map(Some),
                None => Ok(table.find(&[ours])),
            }
        };
        let columns = COLUMNS.map(column);
        let mut found = Vec::new();
        for column in columns {
            found.push(column?);
        }
        let value =
            |column: usize, row: usize| found[column].map_or("", |values| values[row].as_str());
        let name = |row: usize| match value(0, row) {
            "" => format!("row {}", row + 1),
            name => name.to_string(),
        };
        Ok(Listing::of(table.rows(), name, |row| {
            if value(0, row).is_empty() {
                return Err("names no file".into());
            }
            let entry = Entry {
                file: files.find(value(0, row))?,
                patient: value(2, row).into(),
                view: Some(View::named(value(3, row))),
                side: side(value(4, row))?,
                class: Some(value(1, row).to_string()),
                split: split(value(5, row))?,
                ..Entry::default()
            };
            if value(1, row).is_empty() {
                return Err("has no class".into());
            }
            Ok(entry)
        }))
    }
}

/// `R`, `right`, `L`, `left` in any case; `None` where nothing is told.
pub(crate) fn side(told: &str) -> Result<Option<Side>, String> {
    match told.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "r" | "right" => Ok(Some(Side::Right)),
        "l" | "left" => Ok(Some(Side::Left)),
        other => Err(format!("side {other} is neither left nor right")),
    }
}

/// `train`, `training`, `val`, `validation`, `test` in any case; `None` where nothing is told.
pub(crate) fn split(told: &str) -> Result<Option<Split>, String> {
    match told.trim().to_lowercase().as_str() {
        "" => Ok(None),
        "valid" => Ok(Some(Split::Validation)),
        other => match other.parse() {
            Ok(split) => Ok(Some(split)),
            Err(_) => Err(format!("split {other} is none of train, val and test")),
        },
    }
}

/// Brings a folder of DICOM mammograms, and of pictures that its table tells the view and side of, into the tutorial's layout:
/// `target/<CC_R | CC_L | MLO_R | MLO_L>/<train | val | test>/<class>/<patient>_<name>.png`, patients whole in one split. Without `labels` there are
/// neither splits nor classes: `target/CC_R/<patient>_<name>.png`, to be predicted.
///
/// Grey values are a viewer's ([`Dicom::grey`](dicom_grey::Dicom::grey)), view, side and patient the table's or else the header's; each picture is cut to the breast, markers and
/// labels beside it turn black, and a right breast points to the left, as in the tutorial. What is no screening view (spot, magnification, ML, tomosynthesis, for
/// processing) and what cannot be read is left out, counted and named. A second call keeps what is there and goes on.
///
/// # Errors
/// [`Error::Folder`] when nothing can be taken, or the target was made with other options; [`Error::Text`] for a table without the columns;
/// [`Error::Parameter`] for shares that leave nothing to train with; an interrupt.
pub fn import_dicom(
    folder: impl AsRef<Path>,
    labels: Option<&Labels>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let folder = folder.as_ref();
    let files = Files::below(folder)?;
    let listing = match labels {
        Some(labels) => labels.listing(&files)?,
        None => {
            // DICOM files often have no extension, or the last number of their identifier as one.
            let paths = files
                .all()
                .iter()
                .filter(|path| has_extension(path, &["dcm", "dicom", "ima"]) || holds_dicom(path));
            let entries = paths.map(|file| Entry {
                name: files.name(file),
                file: file.clone(),
                ..Entry::default()
            });
            Listing {
                entries: entries.collect(),
                left_out: Vec::new(),
            }
        }
    };
    if listing.entries.is_empty() && listing.left_out.is_empty() {
        return Err(Error::Folder {
            path: folder.to_path_buf(),
            problem: "has no DICOM file".into(),
        });
    }
    let name = labels.map_or(folder, |labels| labels.table.as_path());
    let set = name.file_name().unwrap_or_default().to_string_lossy();
    bring_in(&set, listing, &files, target.as_ref(), options)
}
