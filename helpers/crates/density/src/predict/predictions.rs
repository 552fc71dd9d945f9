//! The table that prediction makes and the figures of merit are computed from.

use std::path::Path;

use polars::frame::DataFrame;
use polars::prelude::{Column, NamedFrom, Series};

use super::labels::{TrueLabels, check_classes};
use super::numbers::load_lines;
use super::savetxt::savetxt_rows;
use crate::data::{Classes, Patients, patient_of};
use crate::error::{Error, Result};

/// How far from 1 the probabilities of a row may sum: a float32 softmax stays within 1e-6, a table of percentages
/// or of logits does not.
const SUM_TOLERANCE: f64 = 1e-3;

/// The softmax rows of a network over a list of images.
///
/// The fields are open to read and to make by hand; [`Predictions::check`] says whether they belong together, and
/// whatever computes with predictions asks it first.
#[derive(Clone, Debug, PartialEq)]
pub struct Predictions {
    /// Class names in the order of the probabilities, `["A", "B", "C", "D"]`.
    pub classes: Classes,
    /// One name per image, in the order of the rows; empty strings when unknown.
    pub files: Vec<String>,
    /// True class of each row as an index into `classes`.
    pub labels: Vec<usize>,
    /// Softmax probabilities, one row per image, one column per class.
    pub probabilities: Vec<Vec<f64>>,
    /// The patient of each row, where something else than its file name tells it; empty for the file names.
    pub known_patients: Vec<Option<String>>,
}

impl Predictions {
    /// Joins true classes and `probabilities` (one row per image, one column per class).
    ///
    /// # Errors
    /// As [`Predictions::check`].
    pub fn new(labels: TrueLabels, probabilities: Vec<Vec<f64>>) -> Result<Predictions> {
        let predictions = Predictions {
            classes: labels.classes,
            files: labels.files,
            labels: labels.labels,
            probabilities,
            known_patients: labels.known_patients,
        };
        predictions.check()?;
        Ok(predictions)
    }

    /// The same predictions with the classes in another order, matched by name.
    ///
    /// # Errors
    /// [`Error::Labels`] when the names are not the same.
    pub fn with_classes(&self, classes: &Classes) -> Result<Predictions> {
        if self.classes == *classes {
            return Ok(self.clone());
        }
        let matched = (classes.places_of(&self.classes)).zip(self.classes.places_of(classes));
        let (places, columns) = matched.ok_or_else(|| {
            let own = &self.classes;
            Error::Labels(format!("classes {classes} and {own} are not the same"))
        })?;
        let rows = self.probabilities.iter();
        Ok(Predictions {
            classes: classes.clone(),
            files: self.files.clone(),
            labels: self.labels.iter().map(|label| places[*label]).collect(),
            probabilities: rows
                .map(|row| columns.iter().map(|c| row[*c]).collect())
                .collect(),
            known_patients: self.known_patients.clone(),
        })
    }

    /// Reads the probabilities that [`Predictions::write`] or `numpy.savetxt` wrote, one row per image.
    ///
    /// # Errors
    /// [`Error::Io`] when the file cannot be read; [`Error::Text`] with the line where it is not a row of
    /// probabilities, one per class; [`Error::Labels`] when the file has another number of rows than there are labels.
    pub fn read(path: impl AsRef<Path>, labels: &TrueLabels) -> Result<Predictions> {
        let path = path.as_ref();
        let lines = load_lines(path, Some(labels.classes.len()))?;
        for (line, row) in &lines {
            if let Some(problem) = row_problem(row) {
                return Err(Error::Text {
                    path: path.to_path_buf(),
                    line: *line,
                    problem,
                });
            }
        }
        if lines.len() != labels.labels.len() {
            return Err(Error::Labels(format!(
                "{} has {} rows but there are {} labels; both must list the same images in the same order",
                path.display(),
                lines.len(),
                labels.labels.len()
            )));
        }
        let probabilities = lines.into_iter().map(|(_, row)| row).collect();
        Predictions::new(labels.clone(), probabilities)
    }

    /// Writes the probabilities as `numpy.savetxt` does, the format of the published prediction files.
    ///
    /// # Errors
    /// As [`Predictions::check`] and [`savetxt_rows`].
    pub fn write(&self, path: impl AsRef<Path>) -> Result<()> {
        self.check()?;
        savetxt_rows(path, &self.probabilities)
    }

    /// Whether the fields belong together: one name, one class and one row of probabilities per image, each row with
    /// one probability per class, none negative, their sum 1 but for rounding (to two decimals or more).
    ///
    /// # Errors
    /// [`Error::Labels`] when lengths or classes do not fit, [`Error::Parameter`] for a row that is no probability
    /// distribution; rows are numbered from 1, as the lines of a file are.
    pub fn check(&self) -> Result<()> {
        check_classes(&self.classes)?;
        let rows = self.probabilities.len();
        if rows == 0 {
            return Err(Error::Labels(
                "there are no predictions; predict one image at least".into(),
            ));
        }
        for (what, length) in [
            ("labels", self.labels.len()),
            ("files", self.files.len()),
            ("known_patients", self.known_patients.len()),
        ] {
            if length != rows && (what, length) != ("known_patients", 0) {
                return Err(Error::Labels(format!(
                    "{rows} rows of probabilities but {length} {what}; give one a row"
                )));
            }
        }
        for (index, (row, &label)) in self.probabilities.iter().zip(&self.labels).enumerate() {
            if label >= self.classes.len() {
                return Err(Error::Labels(format!(
                    "row {}: class number {label}, but the {} classes count from 0",
                    index + 1,
                    self.classes.len()
                )));
            }
            if row.len() != self.classes.len() {
                return Err(Error::Labels(format!(
                    "row {}: {} probabilities for {} classes",
                    index + 1,
                    row.len(),
                    self.classes.len()
                )));
            }
            if let Some(problem) = row_problem(row) {
                return Err(Error::parameter(
                    format!("probabilities of row {}", index + 1),
                    format!("{row:?}"),
                    problem,
                ));
            }
        }
        Ok(())
    }

    /// Number of images.
    pub fn len(&self) -> usize {
        self.probabilities.len()
    }

    /// Whether there are no images.
    pub fn is_empty(&self) -> bool {
        self.probabilities.is_empty()
    }

    /// The class with the highest probability, the first one on ties (as `numpy.argmax`).
    pub fn predicted(&self) -> Vec<usize> {
        self.probabilities.iter().map(|row| argmax(row)).collect()
    }

    /// The same predictions, whose file names tell the patients as `naming` says.
    pub fn with_patients(self, naming: &Patients) -> Predictions {
        let of_file = |file: &String| naming.of(file).filter(|_| !file.is_empty());
        Predictions {
            known_patients: self.files.iter().map(of_file).collect(),
            ..self
        }
    }

    /// The patient of each image: as the data set or [`Predictions::with_patients`] says, or what stands before the first `_` of its file name,
    /// `1251` of `1251_1_A_CC_R.png`; `None` where nothing tells.
    pub fn patients(&self) -> Vec<Option<String>> {
        if self.known_patients.is_empty() {
            self.files.iter().map(patient_of).collect()
        } else {
            self.known_patients.clone()
        }
    }

    /// Some of the rows, in this order.
    pub(crate) fn rows(&self, rows: &[usize]) -> Predictions {
        Predictions {
            classes: self.classes.clone(),
            files: rows.iter().map(|&row| self.files[row].clone()).collect(),
            labels: rows.iter().map(|&row| self.labels[row]).collect(),
            probabilities: rows
                .iter()
                .map(|&row| self.probabilities[row].clone())
                .collect(),
            known_patients: match self.known_patients.as_slice() {
                [] => Vec::new(),
                known => rows.iter().map(|&row| known[row].clone()).collect(),
            },
        }
    }

    /// The rows whose predicted class is not the true one, the surest first.
    pub(super) fn wrong_rows(&self) -> Vec<usize> {
        let predicted = self.predicted();
        let sure = |row: &usize| self.probabilities[*row][predicted[*row]];
        let mut rows = (0..self.len()).collect::<Vec<_>>();
        rows.retain(|row| predicted[*row] != self.labels[*row]);
        rows.sort_by(|a, b| sure(b).total_cmp(&sure(a)));
        rows
    }

    /// The wrong predictions, the surest first: `file` (where a name is known), `true`, `predicted`, and the `probability` of
    /// the predicted class.
    ///
    /// # Errors
    /// As [`Predictions::check`].
    pub fn wrong(&self) -> Result<DataFrame> {
        self.check()?;
        let predicted = self.predicted();
        let rows = self.wrong_rows();
        let name = |class: usize| self.classes[class].as_str();
        let text = |title: &str, texts: Vec<&str>| Column::from(Series::new(title.into(), texts));
        let mut columns = Vec::new();
        if self.files.iter().any(|file| !file.is_empty()) {
            let files = rows.iter().map(|row| self.files[*row].as_str());
            columns.push(text("file", files.collect()));
        }
        let truths = rows.iter().map(|row| name(self.labels[*row]));
        columns.push(text("true", truths.collect()));
        let classes = rows.iter().map(|row| name(predicted[*row]));
        columns.push(text("predicted", classes.collect()));
        let sure = |row: &usize| self.probabilities[*row][predicted[*row]];
        let probabilities = rows.iter().map(sure).collect::<Vec<f64>>();
        columns.push(Column::from(Series::new(
            "probability".into(),
            probabilities,
        )));
        Ok(DataFrame::new(rows.len(), columns)?)
    }

    /// The table behind the figures of merit, one row per image: `file` (where a name is known), `true`, one probability
    /// per class (`p_A`, ...), `predicted`, `correct`.
    ///
    /// # Errors
    /// As [`Predictions::check`].
    pub fn to_frame(&self) -> Result<DataFrame> {
        self.check()?;
        let names = |classes: &[usize]| -> Vec<&str> {
            classes.iter().map(|&c| self.classes[c].as_str()).collect()
        };
        let predicted = self.predicted();
        let mut columns = Vec::new();
        if self.files.iter().any(|file| !file.is_empty()) {
            columns.push(Column::from(Series::new("file".into(), &self.files)));
        }
        columns.push(Column::from(Series::new(
            "true".into(),
            names(&self.labels),
        )));
        for (class, name) in self.classes.iter().enumerate() {
            let p: Vec<f64> = self.probabilities.iter().map(|row| row[class]).collect();
            columns.push(Column::from(Series::new(format!("p_{name}").into(), p)));
        }
        let correct: Vec<bool> = predicted
            .iter()
            .zip(&self.labels)
            .map(|(p, t)| p == t)
            .collect();
        columns.push(Column::from(Series::new(
            "predicted".into(),
            names(&predicted),
        )));
        columns.push(Column::from(Series::new("correct".into(), correct)));
        Ok(DataFrame::new(self.len(), columns)?)
    }
}

/// The place of the highest probability, the first one on ties (as `numpy.argmax`).
pub(crate) fn argmax(row: &[f64]) -> usize {
    let mut best = 0;
    for (class, p) in row.iter().enumerate() {
        if *p > row[best] {
            best = class;
        }
    }
    best
}

/// Why `row` is no probability distribution, if it is none.
fn row_problem(row: &[f64]) -> Option<String> {
    if let Some(p) = row.iter().find(|p| !p.is_finite() || **p < 0.0) {
        return Some(format!("{p} is not a probability; use softmax rows"));
    }
    let sum: f64 = row.iter().sum();
    ((sum - 1.0).abs() > SUM_TOLERANCE.max(rounding(row)))
        .then(|| format!("the probabilities sum to {sum}, not to 1; use softmax rows"))
}

/// How far from 1 a row may sum whose numbers were written with two to five decimals.
fn rounding(row: &[f64]) -> f64 {
    let steps = [100.0, 1e3, 1e4, 1e5];
    let whole = |steps: &f64| {
        row.iter()
            .all(|p| (p * steps - (p * steps).round()).abs() < 1e-6)
    };
    let half_step = steps
        .into_iter()
        .find(whole)
        .map_or(0.0, |steps| 0.5 / steps);
    half_step * row.len() as f64 + 1e-9
}
