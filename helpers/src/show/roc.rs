//! Receiver operating characteristic.

use super::axes::{chart, curve, dashed, pixel};
use super::axis::Axis;
use super::check::{not_empty, same_length, unit};
use super::figure::Figure;
use super::legend::{Key, LINE, Mark, heading, heading_height, legend_column};
use super::style::{SOFT, series_colour};
use crate::error::Result;

/// One curve of [`plot_roc`].
#[derive(Clone, Debug, PartialEq)]
pub struct RocCurve {
    /// Name in the legend, such as `A against the rest`.
    pub name: String,
    /// False positive rates, 0..1, ascending.
    pub fpr: Vec<f64>,
    /// True positive rates, 0..1, one for each false positive rate.
    pub tpr: Vec<f64>,
    /// Area under the curve, 0..1.
    pub auc: f64,
}

/// Draws curves over a square, with the diagonal of a classifier that guesses and the areas in a legend beside it.
///
/// # Errors
/// [`Error::Figure`](crate::Error::Figure) when there is no curve, when its rates differ in number or leave 0..1.
pub fn plot_roc(title: &str, curves: &[RocCurve]) -> Result<Figure> {
    not_empty("ROC curves", curves)?;
    for curve in curves {
        let name = &curve.name;
        not_empty(&format!("false positive rates of {name}"), &curve.fpr)?;
        let (fpr, tpr) = (format!("FPR of {name}"), format!("TPR of {name}"));
        same_length(&tpr, curve.tpr.len(), &fpr, curve.fpr.len())?;
        unit(&fpr, &curve.fpr)?;
        unit(&tpr, &curve.tpr)?;
        unit(&format!("AUC of {name}"), &[curve.auc])?;
    }
    let mut keys: Vec<Key> = curves
        .iter()
        .enumerate()
        .map(|(i, c)| {
            Key::new(
                format!("{}  (AUC {:.3})", c.name, c.auc),
                series_colour(i),
                Mark::Line,
            )
        })
        .collect();
    keys.push(Key::new("guessing  (AUC 0.500)", SOFT, Mark::Dashes));
    let beside = keys
        .iter()
        .map(Key::width)
        .max()
        .unwrap_or(0)
        .clamp(220, 480)
        + 24;
    // Beyond some twenty curves the legend is higher than the square.
    let square = 620;
    let height = heading_height(&[]) as i32 + square.max(80 + LINE * keys.len() as i32);
    Figure::draw((680 + beside) as u32, height as u32, |area| {
        let (left, right) = heading(area, title, &[])?.split_horizontally(680);
        let (square, _) = left.split_vertically(square);
        let (x, y) = (
            Axis::unit("false positive rate"),
            Axis::unit("true positive rate"),
        );
        let chart = chart(&square, &x, &y, 0)?;
        let [from, to] = [0.0, 1.0].map(|v| pixel(&square, &chart, (v, v)));
        dashed(&square, from, to, 7.0, SOFT)?;
        for (i, roc) in curves.iter().enumerate() {
            let points: Vec<(f64, f64)> = roc
                .fpr
                .iter()
                .copied()
                .zip(roc.tpr.iter().copied())
                .collect();
            curve(&square, &chart, &points, 2.5, series_colour(i))?;
        }
        legend_column(&right, &keys, (0, 30))
    })
}
