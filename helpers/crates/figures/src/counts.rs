//! Bars in groups: how many images of each class a folder holds.

use plotters::element::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::axes::{chart, pixel, write};
use super::axis::Axis;
use super::check::{not_empty, same_length};
use super::figure::Figure;
use super::legend::{Key, Mark, heading};
use super::style::{TICK, series_colour};
use density::error::Result;

/// Draws `counts[s][g]` as the bar of series `s` in group `g`, its number on top. Series are the classes, groups the
/// projections or the splits. `name` is what the vertical axis counts, such as `images`.
///
/// # Errors
/// [`Error::Figure`](density::Error::Figure) when there is no group or series, or when a row of `counts` has not one
/// number a group.
pub fn plot_counts(
    title: &str,
    name: &str,
    groups: &[String],
    series: &[String],
    counts: &[Vec<usize>],
) -> Result<Figure> {
    not_empty("groups", groups)?;
    not_empty("series", series)?;
    same_length("counts", counts.len(), "series", series.len())?;
    for (series, row) in series.iter().zip(counts) {
        same_length(
            &format!("counts of {series}"),
            row.len(),
            "groups",
            groups.len(),
        )?;
    }
    let most = counts.iter().flatten().copied().max().unwrap_or(0).max(1) as f64;
    let mut y = Axis::linear(name, 0.0, most * 1.1, 5);
    y.ticks.retain(|t| t.0.fract() == 0.0);
    y.ticks.iter_mut().for_each(|t| t.1 = format!("{:.0}", t.0));
    let numbers = counts
        .iter()
        .flatten()
        .map(|c| TICK.width(&c.to_string()))
        .max()
        .unwrap_or(0);
    let bar = (numbers + 6).max(26);
    let labels = groups.iter().map(|g| TICK.width(g) + 20).max().unwrap_or(0);
    let group = (bar * (series.len() as i32 + 1)).max(labels);
    let width = (group * groups.len() as i32 + 130).max(900);
    let keys: Vec<Key> = series
        .iter()
        .enumerate()
        .map(|(i, name)| Key::new(name, series_colour(i), Mark::Bar))
        .collect();
    // A fifth of a group's width stays free between groups.
    let share = 0.8 / series.len() as f64;
    Figure::draw(width as u32, 520, |area| {
        let plot = heading(area, title, &keys)?;
        let mut chart = chart(&plot, &Axis::categories("", groups), &y, 0)?;
        for (s, row) in counts.iter().enumerate() {
            for (g, count) in row.iter().enumerate() {
                let left = g as f64 - 0.4 + share * s as f64;
                let corners = [
                    (left + 0.04 * share, 0.0),
                    (left + 0.96 * share, *count as f64),
                ];
                if *count > 0 {
                    chart.draw_series([Rectangle::new(corners, series_colour(s).filled())])?;
                }
                let top = pixel(&plot, &chart, (left + share / 2.0, *count as f64));
                let place = (top.0.round() as i32, top.1 as i32 - 3);
                write(
                    &plot,
                    &count.to_string(),
                    TICK,
                    place,
                    Pos::new(HPos::Center, VPos::Bottom),
                )?;
            }
        }
        Ok(())
    })
}
