//! Receiver operating characteristic: true against false positive rate over all thresholds.

use crate::error::{Error, Result};
use crate::predict::Predictions;

/// A ROC curve and the area under it.
///
/// One point a distinct score (images of equal score move together, as in scikit-learn `roc_curve` with
/// `drop_intermediate=False`), from (0, 0) at threshold infinity to (1, 1) at the lowest score. Where positive or
/// negative images are missing, one of the rates and the area are NaN.
#[derive(Clone, Debug, PartialEq)]
pub struct RocCurve {
    /// FP / (FP + TN) at each threshold, 1 - specificity.
    pub false_positive_rate: Vec<f64>,
    /// TP / (TP + FN) at each threshold, the sensitivity.
    pub true_positive_rate: Vec<f64>,
    /// The thresholds, falling: an image counts as positive when its score is at least this.
    pub thresholds: Vec<f64>,
    /// Area under the curve by the trapezoid rule, in 0 to 1: the probability that a positive image scores higher
    /// than a negative one, ties counting half.
    pub auc: f64,
}

impl RocCurve {
    /// The curve of any score against any truth.
    ///
    /// # Errors
    /// [`Error::Labels`] when there are no images or the lengths differ, [`Error::Parameter`] for a NaN score.
    pub fn of(scores: &[f64], positive: &[bool]) -> Result<RocCurve> {
        if scores.len() != positive.len() || scores.is_empty() {
            return Err(Error::Labels(format!(
                "{} scores and {} true classes; a ROC curve needs one of each an image",
                scores.len(),
                positive.len()
            )));
        }
        if let Some(index) = scores.iter().position(|score| score.is_nan()) {
            return Err(Error::parameter(
                format!("score of row {}", index + 1),
                "NaN",
                "give a number per image",
            ));
        }
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|&a, &b| scores[b].total_cmp(&scores[a]));

        let (mut tp, mut fp) = (0_usize, 0_usize);
        let mut points = vec![(f64::INFINITY, fp, tp)];
        // `==` and not the order's total_cmp: 0 and -0 are one score.
        for tied in order.chunk_by(|&a, &b| scores[a] == scores[b]) {
            let positives = tied.iter().filter(|&&row| positive[row]).count();
            tp += positives;
            fp += tied.len() - positives;
            points.push((scores[tied[0]], fp, tp));
        }
        // Twice the area in units of one positive by one negative image: integers, so exact.
        let doubled: usize = points
            .windows(2)
            .map(|pair| (pair[1].1 - pair[0].1) * (pair[1].2 + pair[0].2))
            .sum();
        let (positives, negatives) = (tp as f64, fp as f64);
        Ok(RocCurve {
            false_positive_rate: points.iter().map(|p| p.1 as f64 / negatives).collect(),
            true_positive_rate: points.iter().map(|p| p.2 as f64 / positives).collect(),
            thresholds: points.iter().map(|p| p.0).collect(),
            auc: doubled as f64 / 2.0 / positives / negatives,
        })
    }

    /// The curves of every class against the rest and of dense against non-dense, each with its name.
    ///
    /// # Errors
    /// As [`Predictions::check`].
    pub fn all(predictions: &Predictions) -> Result<Vec<(String, RocCurve)>> {
        let mut curves = Vec::new();
        for class in &predictions.classes {
            let curve = RocCurve::one_vs_rest(predictions, class)?;
            curves.push((format!("{class} against the rest"), curve));
        }
        let dense = RocCurve::dense_vs_nondense(predictions)?;
        curves.push(("dense against non-dense".to_string(), dense));
        Ok(curves)
    }

    /// The curve of one class against the rest; the score is the probability of that class.
    ///
    /// # Errors
    /// As [`Predictions::check`], and [`Error::Labels`] when there is no such class.
    pub fn one_vs_rest(predictions: &Predictions, class: &str) -> Result<RocCurve> {
        let index = predictions.classes.iter().position(|name| name == class);
        let index = index.ok_or_else(|| {
            Error::Labels(format!(
                "class \"{class}\" is not one of {}",
                predictions.classes
            ))
        })?;
        predictions.check()?;
        RocCurve::of_class(predictions, index)
    }

    /// The curve of dense against non-dense; the score is the summed probability of the dense classes (p_C + p_D),
    /// see [`Classes::dense_from`](crate::data::Classes::dense_from).
    ///
    /// # Errors
    /// As [`Predictions::check`], and when nothing tells which classes are dense.
    pub fn dense_vs_nondense(predictions: &Predictions) -> Result<RocCurve> {
        predictions.check()?;
        let split = predictions.classes.dense_from()?;
        let scores: Vec<f64> = predictions
            .probabilities
            .iter()
            .map(|row| row[split..].iter().sum())
            .collect();
        let positive: Vec<bool> = predictions.labels.iter().map(|&c| c >= split).collect();
        RocCurve::of(&scores, &positive)
    }

    /// The curve of class number `class` of predictions that were checked.
    pub(super) fn of_class(predictions: &Predictions, class: usize) -> Result<RocCurve> {
        let scores: Vec<f64> = predictions
            .probabilities
            .iter()
            .map(|row| row[class])
            .collect();
        let positive: Vec<bool> = predictions.labels.iter().map(|&c| c == class).collect();
        RocCurve::of(&scores, &positive)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tied_scores_make_one_point() {
        // scikit-learn 1.9.1: roc_curve([0, 1, 0, 1, 1, 0], [.1, .4, .4, .8, .4, .2], drop_intermediate=False)
        // and roc_auc_score of the same.
        let curve = RocCurve::of(
            &[0.1, 0.4, 0.4, 0.8, 0.4, 0.2],
            &[false, true, false, true, true, false],
        )
        .unwrap();
        let third = 1.0 / 3.0;
        assert_eq!(curve.thresholds, [f64::INFINITY, 0.8, 0.4, 0.2, 0.1]);
        assert_eq!(
            curve.false_positive_rate,
            [0.0, 0.0, third, 2.0 * third, 1.0]
        );
        assert_eq!(curve.true_positive_rate, [0.0, third, 1.0, 1.0, 1.0]);
        assert!((curve.auc - 8.0 / 9.0).abs() < 1e-15);
    }

    #[test]
    fn equal_scores_throughout_are_a_coin_toss() {
        // scikit-learn 1.9.1: roc_auc_score([0, 1, 1], [0, -0., 0]) = 0.5.
        let curve = RocCurve::of(&[0.0, -0.0, 0.0], &[false, true, true]).unwrap();
        assert_eq!(curve.auc, 0.5);
        assert_eq!(curve.thresholds.len(), 2);
    }

    #[test]
    fn one_class_only_has_no_area() {
        // scikit-learn 1.9.1 roc_auc_score: nan, with a warning.
        assert!(
            RocCurve::of(&[0.1, 0.2], &[true, true])
                .unwrap()
                .auc
                .is_nan()
        );
        assert!(
            RocCurve::of(&[0.1, 0.2], &[false, false])
                .unwrap()
                .auc
                .is_nan()
        );
    }

    #[test]
    fn scores_that_make_no_curve_are_refused() {
        assert!(RocCurve::of(&[0.1], &[true, false]).is_err());
        assert!(RocCurve::of(&[], &[]).is_err());
        let message = RocCurve::of(&[0.1, f64::NAN], &[true, false])
            .unwrap_err()
            .to_string();
        assert!(message.contains("score of row 2 = NaN"), "{message}");
    }
}
