//! Reliability diagram: does a probability of 0.8 come true eight times out of ten?

use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::{Color, RGBColor};

use super::axes::{chart, dashed, pixel};
use super::axis::Axis;
use super::check::{finite, not_empty, unit};
use super::figure::Figure;
use super::legend::{Key, Mark, heading};
use super::style::{SOFT, okabe_ito};
use density::error::{Error, Result};
use density::merit::ReliabilityBin;

/// The palette's orange, light enough for the diagonal to show on it.
const GAP: RGBColor = RGBColor(246, 221, 166);

/// Draws accuracy against confidence with the diagonal of perfect calibration, and below it how many predictions each
/// interval holds. `ece` is the expected calibration error, 0..1 (Guo et al., "On Calibration of Modern Neural
/// Networks", 2017), which the title names.
///
/// # Errors
/// [`Error::Figure`] when there is no interval, when one is upside down, and on values outside of 0..1.
pub fn plot_reliability(title: &str, bins: &[ReliabilityBin], ece: f64) -> Result<Figure> {
    not_empty("calibration bins", bins)?;
    finite("expected calibration error", &[ece])?;
    for (i, bin) in bins.iter().enumerate() {
        unit(&format!("ends of bin {}", i + 1), &[bin.low, bin.high])?;
        if bin.low >= bin.high {
            return Err(Error::Figure(format!(
                "bin {} goes from {} to {}; its ends must ascend",
                i + 1,
                bin.low,
                bin.high
            )));
        }
        if bin.count > 0 {
            unit(
                &format!("confidence and accuracy of bin {}", i + 1),
                &[bin.confidence, bin.accuracy],
            )?;
        }
    }
    let title = format!("{title} (ECE {ece:.3})");
    let keys = [
        Key::new("fraction that is right", okabe_ito::BLUE, Mark::Line),
        Key::new("gap to the mean confidence", GAP, Mark::Bar),
        Key::new("perfectly calibrated", SOFT, Mark::Dashes),
    ];
    let most = bins.iter().map(|b| b.count).max().unwrap_or(0).max(1) as f64;
    let counts = Axis::linear("predictions", 0.0, most * 1.1, 3);
    let accuracy = Axis::unit("accuracy");
    let left = counts.left_room().max(accuracy.left_room());
    Figure::draw(760, 900, |area| {
        let rest = heading(area, &title, &keys)?;
        let (upper, lower) = rest.split_vertically(620);
        let mut diagram = chart(&upper, &Axis::unit(""), &accuracy, left)?;
        let full = || bins.iter().filter(|b| b.count > 0);
        diagram.draw_series(full().map(|b| {
            let corners = [(b.low, b.confidence), (b.high, b.accuracy)];
            Rectangle::new(corners, GAP.filled())
        }))?;
        diagram.draw_series(full().map(|b| {
            PathElement::new(
                [(b.low, b.accuracy), (b.high, b.accuracy)],
                okabe_ito::BLUE.stroke_width(3),
            )
        }))?;
        let ends = [(0.0, 0.0), (1.0, 1.0)].map(|p| pixel(&upper, &diagram, p));
        dashed(&upper, ends[0], ends[1], 7.0, SOFT)?;
        diagram.draw_series(
            full().map(|b| Circle::new((b.confidence, b.accuracy), 5, okabe_ito::BLUE.filled())),
        )?;
        let mut histogram = chart(&lower, &Axis::unit("confidence"), &counts, left)?;
        histogram.draw_series(full().map(|b| {
            let corners = [(b.low, 0.0), (b.high, b.count as f64)];
            Rectangle::new(corners, okabe_ito::SKY_BLUE.filled())
        }))?;
        histogram.draw_series(full().map(|b| {
            Rectangle::new(
                [(b.low, 0.0), (b.high, b.count as f64)],
                okabe_ito::BLUE.stroke_width(1),
            )
        }))?;
        Ok(())
    })
}
