//! Bootstrap confidence intervals of any figure of merit, over patients.

use std::collections::HashMap;

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use super::interval::Interval;
use crate::data::each_known;
use crate::error::{Error, Result};
use crate::interrupt::Interruptible;
use crate::predict::Predictions;
use std::path::Path;

/// Share of the resamples in which a statistic must be defined for its interval to mean anything.
const DEFINED_AT_LEAST: f64 = 0.95;

/// Percentile bootstrap (Efron, Ann. Stat. 7, 1 (1979)): how far would a figure move with other patients?
///
/// Each resample draws as many patients as there are, with replacement, and takes all images of each drawn patient:
/// the images of one woman are alike, and drawn singly they would make intervals too narrow. Several sets (the
/// projections) share the drawn patients, so that their differences have paired intervals. Patients come from the file
/// names, see [`Predictions::patients`]; without names, rows of the same number are one patient. Names that all tell one
/// patient are refused: they are read wrongly.
///
/// Resample number i depends on `seed` and i alone: results are the same on any number of threads.
///
/// ```
/// use density::merit::{Bootstrap, ConfusionMatrix};
/// use density::predict::{Predictions, labels_from_counts};
/// let labels = labels_from_counts(&["A", "B"], &[2, 2])?;
/// let rows = vec![vec![0.9, 0.1], vec![0.4, 0.6], vec![0.2, 0.8], vec![0.3, 0.7]];
/// let predictions = Predictions::new(labels, rows)?;
/// let accuracy = Bootstrap::default()
///     .interval(&predictions, |p| Ok(ConfusionMatrix::of(p)?.accuracy()))?;
/// assert_eq!(format!("{accuracy:.2}"), "0.75 [0.25, 1.00]");
/// # Ok::<(), density::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bootstrap {
    /// Number of resamples; 2000 by default.
    pub resamples: usize,
    /// Seed of the random numbers; 1 by default.
    pub seed: u64,
    /// Confidence level, above 0 and below 1; 0.95 by default.
    pub level: f64,
}

impl Default for Bootstrap {
    fn default() -> Self {
        Bootstrap {
            resamples: 2000,
            seed: 1,
            level: 0.95,
        }
    }
}

impl Bootstrap {
    /// The interval of `statistic` of one set.
    ///
    /// Resamples in which the statistic is NaN (the AUC of a class that was not drawn) do not count; when they are
    /// more than one in twenty, the bounds are NaN.
    ///
    /// # Errors
    /// As [`Bootstrap::replicates`].
    pub fn interval(
        &self,
        predictions: &Predictions,
        statistic: impl Fn(&Predictions) -> Result<f64> + Sync,
    ) -> Result<Interval> {
        let replicates = self.replicates(&[predictions], &statistic)?;
        let values = replicates.into_iter().map(|values| values[0]).collect();
        Ok(self.percentiles(statistic(predictions)?, values))
    }

    /// The interval of `statistic(a) - statistic(b)`, both on the same drawn patients. If it excludes 0, the sets
    /// differ more than the choice of patients explains.
    ///
    /// # Errors
    /// As [`Bootstrap::replicates`].
    pub fn difference(
        &self,
        a: &Predictions,
        b: &Predictions,
        statistic: impl Fn(&Predictions) -> Result<f64> + Sync,
    ) -> Result<Interval> {
        let replicates = self.replicates(&[a, b], &statistic)?;
        let values = replicates
            .into_iter()
            .map(|values| values[0] - values[1])
            .collect();
        Ok(self.percentiles(statistic(a)? - statistic(b)?, values))
    }

    /// The statistic of every set in every resample: `resamples` rows, one column per set. What the statistic is given has
    /// no file names.
    ///
    /// # Errors
    /// [`Error::Parameter`] for no resamples or a level outside of 0 to 1, [`Error::Labels`] for no sets or sets of
    /// different patients, as [`Predictions::check`], and whatever `statistic` returns.
    pub fn replicates(
        &self,
        sets: &[&Predictions],
        statistic: impl Fn(&Predictions) -> Result<f64> + Sync,
    ) -> Result<Vec<Vec<f64>>> {
        self.check()?;
        let rows = rows_of_patients(sets)?;
        let patients = rows[0].len();
        let work = Interruptible::begin();
        (0..self.resamples as u64)
            .into_par_iter()
            .map(|resample| {
                work.check(|| format!("of {} resamples none is kept", self.resamples))?;
                let mut random = ChaCha8Rng::seed_from_u64(self.seed);
                random.set_stream(resample);
                let drawn: Vec<usize> = (0..patients)
                    .map(|_| random.random_range(0..patients))
                    .collect();
                sets.iter()
                    .zip(&rows)
                    .map(|(set, rows)| statistic(&take(set, rows, &drawn)))
                    .collect()
            })
            .collect()
    }

    fn check(&self) -> Result<()> {
        if self.resamples == 0 {
            return Err(Error::parameter("resamples", 0, "1000 or more are usual"));
        }
        if !(self.level > 0.0 && self.level < 1.0) {
            return Err(Error::parameter(
                "level",
                self.level,
                "give a number above 0 and below 1, such as 0.95",
            ));
        }
        Ok(())
    }

    fn percentiles(&self, estimate: f64, mut values: Vec<f64>) -> Interval {
        values.retain(|value| !value.is_nan());
        let (mut low, mut high) = (f64::NAN, f64::NAN);
        if values.len() as f64 >= DEFINED_AT_LEAST * self.resamples as f64 {
            values.sort_by(f64::total_cmp);
            let tail = (1.0 - self.level) / 2.0;
            low = quantile(&values, tail);
            high = quantile(&values, 1.0 - tail);
        }
        Interval {
            estimate,
            low,
            high,
        }
    }
}

/// The quantile of sorted values, linear between neighbours, as `numpy.quantile`.
fn quantile(sorted: &[f64], q: f64) -> f64 {
    let position = q * (sorted.len() - 1) as f64;
    let below = position.floor() as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (position - below as f64) * (sorted[above] - sorted[below])
}

/// For each set, the rows of each patient; the patients of all sets in the order of the first.
fn rows_of_patients(sets: &[&Predictions]) -> Result<Vec<Vec<Vec<usize>>>> {
    let Some(first) = sets.first() else {
        return Err(Error::Labels("no predictions to resample".into()));
    };
    let mut number = HashMap::new();
    for patient in patient_names(first)? {
        let next = number.len();
        number.entry(patient).or_insert(next);
    }
    let mut all = Vec::with_capacity(sets.len());
    for (index, set) in sets.iter().enumerate() {
        set.check()?;
        let mut rows = vec![Vec::new(); number.len()];
        for (row, patient) in patient_names(set)?.into_iter().enumerate() {
            match number.get(&patient) {
                Some(&patient) => rows[patient].push(row),
                None => return Err(unpaired(index, &patient, "set 1 has not")),
            }
        }
        if let Some(missing) = rows.iter().position(Vec::is_empty) {
            let patient = number.iter().find(|(_, n)| **n == missing);
            let patient = patient.map_or("", |(name, _)| name);
            return Err(unpaired(0, patient, &format!("set {} has not", index + 1)));
        }
        all.push(rows);
    }
    Ok(all)
}

/// The patient of each row; the row's own number where there is no name.
fn patient_names(predictions: &Predictions) -> Result<Vec<String>> {
    let named = predictions
        .files
        .iter()
        .zip(predictions.patients())
        .enumerate();
    let patients = named.map(|(row, (file, patient))| match patient {
        None if file.is_empty() => Some(format!("of row {}", row + 1)),
        patient => patient,
    });
    let patients = patients.collect();
    each_known(predictions.files.iter().map(Path::new), patients)
}

fn unpaired(index: usize, patient: &str, other: &str) -> Error {
    Error::Labels(format!(
        "set {} has patient {patient}, which {other}; resampling pairs sets of the same patients",
        index + 1
    ))
}

fn take(set: &Predictions, rows: &[Vec<usize>], drawn: &[usize]) -> Predictions {
    let rows: Vec<usize> = drawn
        .iter()
        .flat_map(|&patient| &rows[patient])
        .copied()
        .collect();
    Predictions {
        files: vec![String::new(); rows.len()],
        ..set.rows(&rows)
    }
}
