//! Whether probabilities mean what they say: log loss, Brier score, calibration.
//!
//! Each row is divided by its sum first: a float32 softmax row sums to 1 within 1e-7 only, and these figures take
//! probabilities at their word.

use crate::error::{Error, Result};
use crate::predict::Predictions;

/// Mean of `-ln p` of the true class, in nats (scikit-learn `log_loss`); p is kept above 2.2e-16, the f64 epsilon, so
/// that one impossible class does not make it infinite.
///
/// # Errors
/// As [`Predictions::check`].
pub fn log_loss(predictions: &Predictions) -> Result<f64> {
    predictions.check()?;
    let rows = normalised(predictions);
    Ok(mean(rows.iter().zip(&predictions.labels).map(
        |(row, &truth)| -row[truth].clamp(f64::EPSILON, 1.0 - f64::EPSILON).ln(),
    )))
}

/// Brier score over all classes: mean over the images of `sum over classes (p - y)²`, y being 1 for the true class and
/// 0 else; from 0 to 2 (Brier, Mon. Weather Rev. 78, 1 (1950)).
///
/// # Errors
/// As [`Predictions::check`].
pub fn brier_score(predictions: &Predictions) -> Result<f64> {
    predictions.check()?;
    let rows = normalised(predictions);
    Ok(mean(rows.iter().zip(&predictions.labels).map(
        |(row, &truth)| -> f64 {
            row.iter()
                .enumerate()
                .map(|(class, p)| (p - f64::from(u8::from(class == truth))).powi(2))
                .sum()
        },
    )))
}

/// The images whose highest probability, the confidence, lies in one bin of a reliability diagram.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReliabilityBin {
    /// Lower edge, not included.
    pub low: f64,
    /// Upper edge, included.
    pub high: f64,
    /// Number of images.
    pub count: usize,
    /// Mean confidence; NaN in an empty bin.
    pub confidence: f64,
    /// Share of correctly classified images; NaN in an empty bin.
    pub accuracy: f64,
}

/// The bins of a reliability diagram: `bins` of equal width over the confidences (0, 1].
///
/// # Errors
/// As [`Predictions::check`], and [`Error::Parameter`] for 0 bins.
pub fn reliability(predictions: &Predictions, bins: usize) -> Result<Vec<ReliabilityBin>> {
    if bins == 0 {
        return Err(Error::parameter(
            "bins",
            bins,
            "give 1 at least, 10 is usual",
        ));
    }
    predictions.check()?;
    let rows = normalised(predictions);
    let predicted = predictions.predicted();
    let edge = |index: usize| index as f64 / bins as f64;
    let mut sums = vec![(0_usize, 0.0, 0_usize); bins];
    for ((row, &class), truth) in rows.iter().zip(&predicted).zip(&predictions.labels) {
        let confidence = row[class];
        // The division may miss the edge by a rounding; the edges themselves decide.
        let mut bin = ((confidence * bins as f64) as usize).min(bins - 1);
        if confidence <= edge(bin) {
            bin = bin.saturating_sub(1);
        }
        let (count, confidences, correct) = &mut sums[bin];
        *count += 1;
        *confidences += confidence;
        *correct += usize::from(class == *truth);
    }
    Ok(sums
        .into_iter()
        .enumerate()
        .map(|(bin, (count, confidences, correct))| ReliabilityBin {
            low: edge(bin),
            high: edge(bin + 1),
            count,
            confidence: confidences / count as f64,
            accuracy: super::ratio(correct, count),
        })
        .collect())
}

/// Expected calibration error: mean over the images of their bin's |accuracy - confidence|, see [`reliability`]
/// (Guo et al., ICML 2017, arXiv:1706.04599).
///
/// # Errors
/// As [`reliability`].
pub fn expected_calibration_error(predictions: &Predictions, bins: usize) -> Result<f64> {
    let bins = reliability(predictions, bins)?;
    let gaps: f64 = bins
        .iter()
        .filter(|bin| bin.count > 0)
        .map(|bin| bin.count as f64 * (bin.accuracy - bin.confidence).abs())
        .sum();
    Ok(gaps / predictions.len() as f64)
}

/// Temperatures that are looked at.
const TEMPERATURES: std::ops::RangeInclusive<f64> = 0.05..=20.0;

/// The temperature that logits are best divided by, found on images that were not trained on: the log loss is lowest there (Guo et al.,
/// ICML 2017). Above 1 the network was too sure, below 1 not sure enough; the predicted classes stay. From 0.05, where
/// all images are classified rightly, to 20.
///
/// # Errors
/// As [`Predictions::check`].
pub fn temperature(predictions: &Predictions) -> Result<f64> {
    predictions.check()?;
    let logs = normalised(predictions).into_iter().map(|row| {
        // What a float32 softmax calls impossible.
        let log = |p: f64| p.max(f64::from(f32::MIN_POSITIVE)).ln();
        row.into_iter().map(log).collect::<Vec<_>>()
    });
    let rows = logs.zip(&predictions.labels).collect::<Vec<_>>();
    // The log loss is convex in the inverse of the temperature: its slope changes sign once.
    let slope = |inverse: f64| {
        mean(rows.iter().map(|(logs, truth)| {
            let highest = logs.iter().fold(f64::MIN, |a, b| a.max(*b));
            let weights = logs.iter().map(|l| (inverse * (l - highest)).exp());
            let sum = weights.clone().sum::<f64>();
            weights.zip(logs).map(|(w, l)| w * l).sum::<f64>() / sum - logs[**truth]
        }))
    };
    let (mut low, mut high) = (1.0 / TEMPERATURES.end(), 1.0 / TEMPERATURES.start());
    for _ in 0..60 {
        let middle = (low * high).sqrt();
        if slope(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    Ok(1.0 / low)
}

fn normalised(predictions: &Predictions) -> Vec<Vec<f64>> {
    predictions
        .probabilities
        .iter()
        .map(|row| {
            let sum: f64 = row.iter().sum();
            row.iter().map(|p| p / sum).collect()
        })
        .collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let count = values.len() as f64;
    values.sum::<f64>() / count
}
