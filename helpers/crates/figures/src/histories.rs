//! Several trainings in one figure.

use plotters::style::RGBColor;

use super::axes::chart;
use super::check::not_empty;
use super::figure::Figure;
use super::history::{accuracy_axis, epoch_curve, epochs, loss_axis};
use super::history_curves::HistoryCurves;
use super::legend::{Key, LINE, Mark, heading, heading_height, legend_column};
use super::style::{SOFT, series_colour};
use density::error::Result;
use density::history::History;

const PANEL: u32 = 315;
const PANELS_WIDTH: u32 = 760;

/// Draws loss and accuracy of several trainings over the epochs, in two panels with a colour for each: validation
/// strong, training pale. Trainings without validation have the pale curve alone.
///
/// # Errors
/// [`Error::Figure`](density::Error::Figure) when there is no history or one without epochs, and as
/// [`plot_history`](super::plot_history).
pub fn plot_histories(title: &str, histories: &[(String, History)]) -> Result<Figure> {
    not_empty("trainings to compare", histories)?;
    let all = histories
        .iter()
        .map(|(_, history)| HistoryCurves::of(history))
        .collect::<Result<Vec<_>>>()?;
    let longest = all.iter().map(|c| c.loss.len()).max().unwrap_or(1);
    let (loss, accuracy) = (loss_axis(&all), accuracy_axis());
    let left = loss.left_room().max(accuracy.left_room());
    let mut keys: Vec<Key> = histories
        .iter()
        .zip(&all)
        .enumerate()
        .map(|(i, ((name, _), curves))| {
            let best = curves
                .best
                .and_then(|b| curves.validation_accuracy.get(b - 1));
            let best = best.map_or(String::new(), |a| format!("  (best {a:.3})"));
            Key::new(format!("{name}{best}"), series_colour(i), Mark::Line)
        })
        .collect();
    keys.push(Key::new("pale: training", pale(SOFT), Mark::Line));
    let beside = keys
        .iter()
        .map(Key::width)
        .max()
        .unwrap_or(0)
        .clamp(160, 420)
        + 24;
    let height = (heading_height(&[]) + 2 * PANEL + 40).max(80 + LINE as u32 * keys.len() as u32);
    Figure::draw(PANELS_WIDTH + beside as u32, height, |area| {
        let (panels, right) = heading(area, title, &[])?.split_horizontally(PANELS_WIDTH);
        let (upper, rest) = panels.split_vertically(PANEL);
        let (lower, _) = rest.split_vertically(PANEL + 40);
        for (area, name, y) in [(&upper, "", &loss), (&lower, "epoch", &accuracy)] {
            let mut chart = chart(area, &epochs(longest, name), y, left)?;
            for (i, curves) in all.iter().enumerate() {
                let strong = series_colour(i);
                let (training, validation) = if name.is_empty() {
                    (&curves.loss, &curves.validation_loss)
                } else {
                    (&curves.accuracy, &curves.validation_accuracy)
                };
                for (values, colour) in [(training, pale(strong)), (validation, strong)] {
                    epoch_curve(area, &mut chart, values, 3, colour)?;
                }
            }
        }
        legend_column(&right, &keys, (0, 30))
    })
}

/// Three fifths on the way to white.
fn pale(colour: RGBColor) -> RGBColor {
    let [r, g, b] = [colour.0, colour.1, colour.2].map(|c| 255 - (255 - c) / 5 * 2);
    RGBColor(r, g, b)
}
