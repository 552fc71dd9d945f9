//! Estimates with their confidence intervals, a line each (a forest plot).

use plotters::element::{Circle, PathElement};
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::axes::{chart, dashed, pixel, write};
use super::axis::Axis;
use super::check::{finite, not_empty};
use super::figure::Figure;
use super::legend::{Key, Mark, heading, heading_height};
use super::style::{SOFT, TICK, okabe_ito};
use density::error::{Error, Result};
use density::merit::Interval;

/// Draws every named estimate as a point on the line of its interval, the numbers beside it. `name` is what the axis
/// shows, with its confidence level (`accuracy, 95 % interval`); `reference` names a value and
/// draws it as a dashed line, such as the accuracy of guessing.
///
/// # Errors
/// [`Error::Figure`] when there is no interval, when an estimate lies outside of its own, and on numbers that are not
/// finite.
pub fn plot_intervals(
    title: &str,
    name: &str,
    intervals: &[(String, Interval)],
    reference: Option<(String, f64)>,
) -> Result<Figure> {
    not_empty("intervals", intervals)?;
    for (label, i) in intervals {
        finite(
            &format!("estimate and interval of {label}"),
            &[i.estimate, i.low, i.high],
        )?;
        if !(i.low <= i.estimate && i.estimate <= i.high) {
            return Err(Error::Figure(format!(
                "{label}: the estimate {} lies outside of its interval {} to {}",
                i.estimate, i.low, i.high
            )));
        }
    }
    let value = reference.as_ref().map(|r| r.1);
    finite("reference", &Vec::from_iter(value))?;
    let low = intervals
        .iter()
        .map(|(_, i)| i.low)
        .chain(value)
        .fold(f64::INFINITY, f64::min);
    let high = intervals
        .iter()
        .map(|(_, i)| i.high)
        .chain(value)
        .fold(f64::NEG_INFINITY, f64::max);
    let margin = 0.05 * (high - low).max(1e-9);
    let x = Axis::linear(name, low - margin, high + margin, 6);
    // The first line stands on top.
    let labels: Vec<String> = intervals
        .iter()
        .rev()
        .map(|(label, _)| TICK.fitted(label, 420))
        .collect();
    let y = Axis::categories("", &labels);
    let texts: Vec<String> = intervals
        .iter()
        .rev()
        .map(|(_, i)| format!("{:.3}  [{:.3}, {:.3}]", i.estimate, i.low, i.high).replace('-', "−"))
        .collect();
    let beside = texts.iter().map(|t| TICK.width(t)).max().unwrap_or(0) + 20;
    let keys: Vec<Key> = reference
        .iter()
        .map(|(name, _)| Key::new(name, SOFT, Mark::Dashes))
        .collect();
    let height = heading_height(&keys) + 86 + 38 * intervals.len() as u32;
    Figure::draw(1000, height, |area| {
        let (left, right) = heading(area, title, &keys)?.split_horizontally(1000 - beside);
        let mut chart = chart(&left, &x, &y, 0)?;
        if let Some(value) = value {
            let ends = [(value, y.low), (value, y.high)].map(|p| pixel(&left, &chart, p));
            dashed(&left, ends[0], ends[1], 6.0, SOFT)?;
        }
        let blue = okabe_ito::BLUE;
        for (row, (_, interval)) in intervals.iter().rev().enumerate() {
            let at = row as f64;
            let line = [(interval.low, at), (interval.high, at)];
            chart.draw_series([PathElement::new(line, blue.stroke_width(3))])?;
            for end in [interval.low, interval.high] {
                chart.draw_series([PathElement::new(
                    [(end, at - 0.16), (end, at + 0.16)],
                    blue.stroke_width(3),
                )])?;
            }
            chart.draw_series([Circle::new((interval.estimate, at), 6, blue.filled())])?;
            let place = (0, pixel(&left, &chart, (x.low, at)).1.round() as i32);
            write(
                &right,
                &texts[row],
                TICK,
                place,
                Pos::new(HPos::Left, VPos::Center),
            )?;
        }
        Ok(())
    })
}
