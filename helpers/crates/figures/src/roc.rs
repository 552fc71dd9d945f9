//! Receiver operating characteristic.

use super::axes::{chart, curve, dashed, pixel};
use super::axis::Axis;
use super::check::{not_empty, same_length, unit};
use super::figure::Figure;
use super::legend::{Key, LINE, Mark, heading, heading_height, legend_column};
use super::style::{SOFT, series_colour};
use density::error::Result;
use density::merit::RocCurve;

/// Draws named curves over a square, with the diagonal of a classifier that guesses and the areas in a legend beside it.
///
/// # Errors
/// [`Error::Figure`](density::Error::Figure) when there is no curve, when its rates differ in number or leave 0..1.
pub fn plot_roc(title: &str, curves: &[(String, RocCurve)]) -> Result<Figure> {
    not_empty("ROC curves", curves)?;
    for (name, curve) in curves {
        not_empty(
            &format!("false positive rates of {name}"),
            &curve.false_positive_rate,
        )?;
        let (fpr, tpr) = (format!("FPR of {name}"), format!("TPR of {name}"));
        same_length(
            &tpr,
            curve.true_positive_rate.len(),
            &fpr,
            curve.false_positive_rate.len(),
        )?;
        unit(&fpr, &curve.false_positive_rate)?;
        unit(&tpr, &curve.true_positive_rate)?;
        unit(&format!("AUC of {name}"), &[curve.auc])?;
    }
    let mut keys: Vec<Key> = curves
        .iter()
        .enumerate()
        .map(|(i, (name, c))| {
            Key::new(
                format!("{name}  (AUC {:.3})", c.auc),
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
        for (i, (_, roc)) in curves.iter().enumerate() {
            let points: Vec<(f64, f64)> = roc
                .false_positive_rate
                .iter()
                .copied()
                .zip(roc.true_positive_rate.iter().copied())
                .collect();
            curve(&square, &chart, &points, 2.5, series_colour(i))?;
        }
        legend_column(&right, &keys, (0, 30))
    })
}
