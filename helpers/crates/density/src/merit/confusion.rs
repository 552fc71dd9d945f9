//! The confusion matrix and the figures that are ratios of its counts.

use polars::frame::DataFrame;
use polars::prelude::{Column, NamedFrom, Series};

use super::ratio;
use crate::data::Classes;
use crate::error::{Error, Result};
use crate::predict::{Predictions, check_classes};

/// How many images of each true class (rows) were predicted to be of each class (columns).
///
/// Figures of one class against the rest come as one number per class, in the order of [`ConfusionMatrix::classes`].
/// In their formulas TP, FP, FN, TN are the counts of that class: TP on the diagonal, FP the rest of its column, FN
/// the rest of its row, TN all else. A figure whose denominator is 0 is NaN.
///
/// ```
/// use density::merit::ConfusionMatrix;
/// let matrix = ConfusionMatrix::new(&["fatty", "dense"], &[[40, 10], [5, 45]])?;
/// assert_eq!(matrix.accuracy(), 0.85);
/// assert_eq!(matrix.sensitivity(), [0.8, 0.9]);
/// assert_eq!(matrix.specificity(), [0.9, 0.8]);
/// # Ok::<(), density::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfusionMatrix {
    classes: Classes,
    counts: Vec<Vec<usize>>,
}

impl ConfusionMatrix {
    /// A matrix of known counts: one row per true class, one column per predicted class.
    ///
    /// # Errors
    /// [`Error::Labels`] with fewer than two classes, two of the same name, or counts that are not a square of that
    /// size.
    pub fn new<R: AsRef<[usize]>>(
        classes: impl Into<Classes>,
        counts: &[R],
    ) -> Result<ConfusionMatrix> {
        let classes = classes.into();
        check_classes(&classes)?;
        let n = classes.len();
        let square = counts.len() == n && counts.iter().all(|row| row.as_ref().len() == n);
        if !square {
            let rows: Vec<usize> = counts.iter().map(|row| row.as_ref().len()).collect();
            return Err(Error::Labels(format!(
                "a confusion matrix of {n} classes needs {n} rows of {n} counts, not rows of {rows:?}"
            )));
        }
        Ok(ConfusionMatrix {
            classes,
            counts: counts.iter().map(|row| row.as_ref().to_vec()).collect(),
        })
    }

    /// Counts the predicted class (highest probability) of each image against its true class.
    ///
    /// # Errors
    /// As [`Predictions::check`].
    pub fn of(predictions: &Predictions) -> Result<ConfusionMatrix> {
        predictions.check()?;
        let n = predictions.classes.len();
        let mut counts = vec![vec![0; n]; n];
        for (&truth, predicted) in predictions.labels.iter().zip(predictions.predicted()) {
            counts[truth][predicted] += 1;
        }
        Ok(ConfusionMatrix {
            classes: predictions.classes.clone(),
            counts,
        })
    }

    /// Class names in the order of rows and columns.
    pub fn classes(&self) -> &Classes {
        &self.classes
    }

    /// Number of images by true class (row) and predicted class (column).
    pub fn counts(&self) -> &[Vec<usize>] {
        &self.counts
    }

    /// Number of images.
    pub fn total(&self) -> usize {
        self.support().iter().sum()
    }

    /// Number of correctly classified images, the sum of the diagonal.
    pub fn correct(&self) -> usize {
        (0..self.classes.len()).map(|c| self.counts[c][c]).sum()
    }

    /// Number of images of each true class, TP + FN.
    pub fn support(&self) -> Vec<usize> {
        self.counts.iter().map(|row| row.iter().sum()).collect()
    }

    /// Number of images predicted to be of each class, TP + FP.
    pub fn predicted(&self) -> Vec<usize> {
        (0..self.classes.len())
            .map(|c| self.counts.iter().map(|row| row[c]).sum())
            .collect()
    }

    /// Correct / total (scikit-learn `accuracy_score`).
    pub fn accuracy(&self) -> f64 {
        ratio(self.correct(), self.total())
    }

    /// Sensitivity or recall of each class, TP / (TP + FN) (`recall_score`).
    pub fn sensitivity(&self) -> Vec<f64> {
        self.each(|c| ratio(c.tp, c.tp + c.fn_))
    }

    /// Specificity of each class, TN / (TN + FP).
    pub fn specificity(&self) -> Vec<f64> {
        self.each(|c| ratio(c.tn, c.tn + c.fp))
    }

    /// Positive predictive value or precision of each class, TP / (TP + FP) (`precision_score`).
    pub fn ppv(&self) -> Vec<f64> {
        self.each(|c| ratio(c.tp, c.tp + c.fp))
    }

    /// Negative predictive value of each class, TN / (TN + FN).
    pub fn npv(&self) -> Vec<f64> {
        self.each(|c| ratio(c.tn, c.tn + c.fn_))
    }

    /// F1 of each class, the harmonic mean of precision and recall, 2 TP / (2 TP + FP + FN) (`f1_score`).
    pub fn f1(&self) -> Vec<f64> {
        self.each(|c| ratio(2 * c.tp, 2 * c.tp + c.fp + c.fn_))
    }

    /// Mean of the classes' recalls (`recall_score(average="macro", zero_division=0)`), see
    /// [`ConfusionMatrix::macro_precision`] for classes without images or predictions.
    pub fn macro_recall(&self) -> f64 {
        self.macro_mean(&self.sensitivity())
    }

    /// Mean of the classes' precisions (`precision_score(average="macro", zero_division=0)`).
    ///
    /// As there, a class that has images but is never predicted counts 0 (left out, it would reward a network for
    /// ignoring a class), as does the recall of one that is predicted but has no image; a class with neither does not
    /// count.
    pub fn macro_precision(&self) -> f64 {
        self.macro_mean(&self.ppv())
    }

    /// Mean of the classes' F1 (`f1_score(average="macro", zero_division=0)`).
    pub fn macro_f1(&self) -> f64 {
        self.macro_mean(&self.f1())
    }

    /// Share of images predicted in their class or the one next to it: radiologists, too, differ by one. NaN for classes
    /// without an order, see [`Classes`].
    pub fn within_one_class(&self) -> f64 {
        if !self.classes.is_ordinal() {
            return f64::NAN;
        }
        let near: usize = self
            .cells()
            .filter(|(truth, predicted, _)| truth.abs_diff(*predicted) <= 1)
            .map(|(_, _, count)| count)
            .sum();
        ratio(near, self.total())
    }

    /// The two-class matrix of non-dense (`A+B`) against dense (`C+D`), the split that decides on supplementary
    /// screening.
    ///
    /// # Errors
    /// As [`Classes::dense_from`], which says which classes are dense.
    pub fn dense_vs_nondense(&self) -> Result<ConfusionMatrix> {
        let split = self.classes.dense_from()?;
        let mut counts = vec![vec![0; 2]; 2];
        for (truth, predicted, count) in self.cells() {
            counts[usize::from(truth >= split)][usize::from(predicted >= split)] += count;
        }
        let (nondense, dense) = self.classes.split_at(split);
        Ok(ConfusionMatrix {
            classes: Classes::ordinal([nondense.join("+"), dense.join("+")]),
            counts,
        })
    }

    /// The matrix as a table: one row per true class (`true`), one column per predicted class, named as the class.
    ///
    /// # Errors
    /// [`Error::Table`] when a class is named `true`.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let mut columns = vec![Column::from(Series::new("true".into(), &self.classes[..]))];
        for (c, name) in self.classes.iter().enumerate() {
            let column: Vec<u64> = self.counts.iter().map(|row| row[c] as u64).collect();
            columns.push(Column::from(Series::new(name.as_str().into(), column)));
        }
        Ok(DataFrame::new(self.classes.len(), columns)?)
    }

    /// True class, predicted class and count of each cell.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> {
        self.counts.iter().enumerate().flat_map(|(truth, row)| {
            row.iter()
                .enumerate()
                .map(move |(predicted, &count)| (truth, predicted, count))
        })
    }

    fn each(&self, figure: impl Fn(OneVsRest) -> f64) -> Vec<f64> {
        let (total, support, predicted) = (self.total(), self.support(), self.predicted());
        (0..self.classes.len())
            .map(|c| {
                let tp = self.counts[c][c];
                let fp = predicted[c] - tp;
                let fn_ = support[c] - tp;
                figure(OneVsRest {
                    tp,
                    fp,
                    fn_,
                    tn: total - tp - fp - fn_,
                })
            })
            .collect()
    }

    fn macro_mean(&self, figures: &[f64]) -> f64 {
        let mut sum = 0.0;
        let mut present = 0;
        for ((&figure, support), predicted) in
            figures.iter().zip(self.support()).zip(self.predicted())
        {
            if support + predicted > 0 {
                present += 1;
                sum += if figure.is_nan() { 0.0 } else { figure };
            }
        }
        sum / present as f64
    }
}

/// Counts of one class against the rest.
struct OneVsRest {
    tp: usize,
    fp: usize,
    fn_: usize,
    tn: usize,
}
