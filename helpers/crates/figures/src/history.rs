//! The course of a training: loss, accuracy and learning rate, epoch by epoch.

use super::canvas::DrawResult;
use plotters::element::Circle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::axes::{Chart, chart, curve, dashed, pixel, write_up};
use super::axis::{Axis, extent, round_ticks};
use super::canvas::Area;
use super::figure::Figure;
use super::history_curves::HistoryCurves;
use super::legend::{Key, Mark, heading};
use super::style::{SOFT, TICK, in_colour, okabe_ito};
use density::error::Result;
use density::history::History;

const TRAINING: RGBColor = okabe_ito::BLUE;
const VALIDATION: RGBColor = okabe_ito::VERMILION;
const BEST: RGBColor = okabe_ito::GREEN;

/// More steps of the learning rate than this are drawn as a curve of their own instead of lines.
const MOST_LINES: usize = 6;

/// Draws loss and accuracy over the epochs in two panels, one below the other: training and validation, the steps
/// of the learning rate, the best epoch. A learning rate that changes often gets a third panel. Epochs without validation
/// (NaN) leave its curves out.
///
/// # Errors
/// [`Error::Figure`](density::Error::Figure) when there is no epoch, and on numbers that are not finite or accuracies
/// outside of 0..1.
pub fn plot_history(title: &str, history: &History) -> Result<Figure> {
    let curves = &HistoryCurves::of(history)?;
    let steps = curves.learning_rate_steps();
    let as_curve = steps.len() > MOST_LINES;
    let height = if as_curve { 950 } else { 740 };
    let loss = loss_axis(std::slice::from_ref(curves));
    let accuracy = accuracy_axis();
    // A schedule may end at zero, which has no place on a logarithmic axis.
    let powers: Vec<(f64, f64)> = by_epoch(&curves.learning_rate)
        .into_iter()
        .filter(|(_, rate)| *rate > 0.0)
        .map(|(epoch, rate)| (epoch, rate.log10()))
        .collect();
    let rate = powers_of_ten(
        "learning rate",
        &powers.iter().map(|p| p.1).collect::<Vec<_>>(),
    );
    let mut left = loss.left_room().max(accuracy.left_room());
    if as_curve {
        left = left.max(rate.left_room());
    }
    let lines = if as_curve { &[] } else { &steps[..] };
    Figure::draw(1000, height, |area| {
        let panels = heading(area, title, &keys(curves, lines))?;
        let (upper, rest) = panels.split_vertically(315);
        let (middle, lower) = rest.split_vertically(if as_curve { 315 } else { 355 });
        let panel = Panel {
            curves,
            lines,
            left,
        };
        panel.draw(&upper, "", &loss, &curves.loss, &curves.validation_loss)?;
        let name = if as_curve { "" } else { "epoch" };
        panel.draw(
            &middle,
            name,
            &accuracy,
            &curves.accuracy,
            &curves.validation_accuracy,
        )?;
        if as_curve {
            let chart = chart(&lower, &epochs(curves.loss.len(), "epoch"), &rate, left)?;
            curve(&lower, &chart, &powers, 2.0, SOFT)?;
        }
        Ok(())
    })
}

/// For the losses of some trainings, from 0 or below.
pub(crate) fn loss_axis(trainings: &[HistoryCurves]) -> Axis {
    let losses = trainings.iter().flat_map(|c| [&c.loss, &c.validation_loss]);
    let (low, high) = extent(losses.flatten().copied());
    let low = low.min(0.0);
    Axis::linear("loss", low, high + 0.05 * (high - low), 5)
}

pub(crate) fn accuracy_axis() -> Axis {
    Axis {
        high: 1.04,
        ..Axis::linear("accuracy", 0.0, 1.0, 5)
    }
}

/// A curve over the epochs, with dots of that radius where it has few.
pub(crate) fn epoch_curve<'a>(
    area: &Area<'a>,
    chart: &mut Chart<'_, 'a>,
    values: &[f64],
    dot: i32,
    colour: RGBColor,
) -> DrawResult {
    let points = by_epoch(values);
    // A curve of a few epochs needs its points, one of a single epoch has nothing else.
    if points.len() <= 20 {
        chart.draw_series(points.iter().map(|p| Circle::new(*p, dot, colour.filled())))?;
    }
    curve(area, chart, &points, 2.0, colour)
}

fn by_epoch(values: &[f64]) -> Vec<(f64, f64)> {
    values
        .iter()
        .enumerate()
        .map(|(i, v)| (i as f64 + 1.0, *v))
        .collect()
}

/// Ticks on whole epochs, the first one among them.
pub(crate) fn epochs(count: usize, name: &str) -> Axis {
    let last = count as f64;
    let mut axis = Axis::linear(name, 1.0, last, 10);
    axis.ticks = round_ticks(1.0, last.max(2.0), count.clamp(2, 10) - 1)
        .into_iter()
        .filter(|t| t.0.fract() == 0.0 && t.0 <= last)
        .collect();
    if axis.ticks.first().is_none_or(|t| t.0 > 1.0) {
        axis.ticks.insert(0, (1.0, "1".into()));
    }
    axis.ticks
        .iter_mut()
        .for_each(|t| t.1 = format!("{:.0}", t.0));
    let margin = (last / 60.0).max(0.2);
    Axis {
        low: 1.0 - margin,
        high: last + margin,
        ..axis
    }
}

/// A logarithmic axis for values that are given as powers of ten.
fn powers_of_ten(name: &str, powers: &[f64]) -> Axis {
    let (low, high) = if powers.is_empty() {
        (0.0, 0.0)
    } else {
        extent(powers.iter().copied())
    };
    let (low, high) = ((low - 0.1).floor(), (high + 0.1).ceil());
    let ticks = (low as i32..=high as i32).map(|p| (f64::from(p), shortest(10f64.powi(p))));
    Axis {
        name: name.into(),
        low,
        high,
        ticks: ticks.collect(),
        grid: true,
    }
}

/// `0.001`, but `1e−6`.
fn shortest(rate: f64) -> String {
    // Three digits: a rate that was multiplied is not 0.009999999999999998.
    let rate = format!("{rate:.2e}").parse().unwrap_or(rate);
    if rate >= 1e-4 {
        return format!("{rate}");
    }
    format!("{rate:e}").replace('-', "−")
}

/// What the panels have in common.
struct Panel<'c> {
    curves: &'c HistoryCurves,
    lines: &'c [(usize, f64)],
    left: i32,
}

impl Panel<'_> {
    fn draw(
        &self,
        area: &Area<'_>,
        name: &str,
        y: &Axis,
        training: &[f64],
        validation: &[f64],
    ) -> DrawResult {
        let mut chart = chart(area, &epochs(training.len(), name), y, self.left)?;
        for (epoch, rate) in self.lines {
            // The rate changed between two epochs.
            let x = *epoch as f64 - 0.5;
            let [top, bottom] = [y.high, y.low].map(|y| pixel(area, &chart, (x, y)));
            dashed(area, top, bottom, 5.0, SOFT)?;
            // Named once: the line stands at the same place in both panels.
            if name.is_empty() {
                let at = (top.0 as i32 + 12, top.1 as i32 + 6);
                let letters = in_colour(TICK, SOFT);
                let text = format!("rate {}", shortest(*rate));
                write_up(
                    area,
                    &text,
                    letters,
                    at,
                    Pos::new(HPos::Right, VPos::Center),
                )?;
            }
        }
        for (values, colour) in [(training, TRAINING), (validation, VALIDATION)] {
            epoch_curve(area, &mut chart, values, 4, colour)?;
        }
        if let Some(best) = self.curves.best
            && let Some(value) = validation.get(best - 1).or(training.get(best - 1))
        {
            chart.draw_series([Circle::new((best as f64, *value), 7, BEST.stroke_width(3))])?;
        }
        Ok(())
    }
}

fn keys(curves: &HistoryCurves, lines: &[(usize, f64)]) -> Vec<Key> {
    let mut keys = vec![Key::new("training", TRAINING, Mark::Line)];
    if !curves.validation_loss.is_empty() || !curves.validation_accuracy.is_empty() {
        keys.push(Key::new("validation", VALIDATION, Mark::Line));
    }
    if !lines.is_empty() {
        keys.push(Key::new("learning rate changes", SOFT, Mark::Dashes));
    }
    if let Some(best) = curves.best {
        let accuracy = curves.validation_accuracy.get(best - 1);
        let value = accuracy
            .map(|a| format!(", validation accuracy {a:.3}"))
            .unwrap_or_default();
        keys.push(Key::new(
            format!("best: epoch {best}{value}"),
            BEST,
            Mark::Ring,
        ));
    }
    keys
}
