//! All figures of merit of one set of predictions.

use super::calibration::{brier_score, expected_calibration_error, log_loss};
use super::confusion::ConfusionMatrix;
use super::interval::{Interval, wilson_interval};
use super::roc::RocCurve;
use crate::error::Result;
use crate::predict::Predictions;

/// Bins of the expected calibration error in a [`Report`].
const CALIBRATION_BINS: usize = 10;

/// The figures of merit of one set of predictions: of one projection, or of projections combined. Figures that need the
/// order of the classes are NaN where it is unknown, see [`Classes`](crate::data::Classes).
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Number of images.
    pub images: usize,
    /// Images by true and predicted class.
    pub confusion: ConfusionMatrix,
    /// Share of correctly classified images, with Wilson's 95 % interval.
    pub accuracy: Interval,
    /// Mean sensitivity of the classes, each class weighing the same.
    pub macro_recall: f64,
    /// Mean positive predictive value of the classes.
    pub macro_precision: f64,
    /// Mean F1 of the classes.
    pub macro_f1: f64,
    /// Cohen's kappa.
    pub kappa: f64,
    /// Linearly weighted kappa.
    pub kappa_linear: f64,
    /// Quadratically weighted kappa.
    pub kappa_quadratic: f64,
    /// Mean of the classes' areas under the one-vs-rest ROC curve; NaN when a class has no images.
    pub macro_auc: f64,
    /// Share of images in their class or the one next to it.
    pub within_one_class: f64,
    /// Accuracy of dense against non-dense, by the predicted class, with Wilson's 95 % interval.
    pub dense_accuracy: Interval,
    /// Area under the ROC curve of dense against non-dense, by the summed probability of the dense classes.
    pub dense_auc: f64,
    /// Mean negative log probability of the true class, in nats.
    pub log_loss: f64,
    /// Brier score over all classes, 0 to 2.
    pub brier: f64,
    /// Expected calibration error, 10 bins.
    pub ece: f64,
    /// The figures of each class against the rest, in the order of the classes.
    pub per_class: Vec<ClassReport>,
}

/// The figures of one class against the rest; NaN where undefined, see [`ConfusionMatrix`].
#[derive(Clone, Debug, PartialEq)]
pub struct ClassReport {
    /// The class.
    pub class: String,
    /// Number of images of this class.
    pub support: usize,
    /// Sensitivity (recall), with Wilson's 95 % interval.
    pub sensitivity: Interval,
    /// Specificity.
    pub specificity: f64,
    /// Positive predictive value (precision).
    pub ppv: f64,
    /// Negative predictive value.
    pub npv: f64,
    /// F1.
    pub f1: f64,
    /// Area under the one-vs-rest ROC curve.
    pub auc: f64,
}

/// Computes all figures of merit of `predictions`.
///
/// # Errors
/// As [`Predictions::check`].
pub fn figures_of_merit(predictions: &Predictions) -> Result<Report> {
    let confusion = ConfusionMatrix::of(predictions)?;
    let (dense_accuracy, dense_auc) = dense_figures(predictions, &confusion)?;
    let per_class = class_reports(predictions, &confusion)?;
    let aucs: f64 = per_class.iter().map(|class| class.auc).sum();
    Ok(Report {
        images: predictions.len(),
        accuracy: wilson_interval(confusion.correct(), confusion.total())?,
        macro_recall: confusion.macro_recall(),
        macro_precision: confusion.macro_precision(),
        macro_f1: confusion.macro_f1(),
        kappa: confusion.kappa(),
        kappa_linear: confusion.kappa_linear(),
        kappa_quadratic: confusion.kappa_quadratic(),
        macro_auc: aucs / per_class.len() as f64,
        within_one_class: confusion.within_one_class(),
        dense_accuracy,
        dense_auc,
        log_loss: log_loss(predictions)?,
        brier: brier_score(predictions)?,
        ece: expected_calibration_error(predictions, CALIBRATION_BINS)?,
        per_class,
        confusion,
    })
}

/// Accuracy and AUC of dense against non-dense; NaN where nothing tells which classes are dense.
fn dense_figures(
    predictions: &Predictions,
    confusion: &ConfusionMatrix,
) -> Result<(Interval, f64)> {
    if predictions.classes.dense_from().is_err() {
        let unknown = Interval {
            estimate: f64::NAN,
            low: f64::NAN,
            high: f64::NAN,
        };
        return Ok((unknown, f64::NAN));
    }
    let dense = confusion.dense_vs_nondense()?;
    let auc = RocCurve::dense_vs_nondense(predictions)?.auc;
    Ok((wilson_interval(dense.correct(), dense.total())?, auc))
}

fn class_reports(
    predictions: &Predictions,
    confusion: &ConfusionMatrix,
) -> Result<Vec<ClassReport>> {
    let support = confusion.support();
    let specificity = confusion.specificity();
    let (ppv, npv, f1) = (confusion.ppv(), confusion.npv(), confusion.f1());
    confusion
        .classes()
        .iter()
        .enumerate()
        .map(|(c, class)| {
            Ok(ClassReport {
                class: class.clone(),
                support: support[c],
                sensitivity: wilson_interval(confusion.counts()[c][c], support[c])?,
                specificity: specificity[c],
                ppv: ppv[c],
                npv: npv[c],
                f1: f1[c],
                auc: RocCurve::of_class(predictions, c)?.auc,
            })
        })
        .collect()
}
