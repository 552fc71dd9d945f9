//! Axes of one look for every chart: title above, ticks, names, a light grid.

use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged, ValueFormatter};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontTransform, RGBColor};

use super::canvas::{Area, Canvas, Polyline};
use super::style::{GRID, LABEL, SOFT, TICK, TITLE, plotters_text};
use super::text::Lettering;
use crate::error::Result;

/// A chart that series can be drawn on.
pub(crate) type Chart<'a, 'b> = ChartContext<'a, Canvas<'b>, Cartesian2d<Axis, Axis>>;

/// Length of a tick, in pixels; plotters puts its label twice as far away.
const TICK_LENGTH: i32 = 5;

/// One linear axis: what it shows, from where to where, with which ticks.
#[derive(Clone)]
pub(crate) struct Axis {
    pub(crate) name: String,
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) ticks: Vec<(f64, String)>,
    pub(crate) grid: bool,
}

impl Axis {
    /// From `low` to `high`, with about `count` ticks on round numbers.
    pub(crate) fn linear(name: &str, low: f64, high: f64, count: usize) -> Axis {
        let (low, high) = if high - low > f64::EPSILON * low.abs().max(high.abs()) {
            (low, high)
        } else {
            (low - 0.5, high + 0.5)
        };
        Axis {
            name: name.into(),
            low,
            high,
            ticks: round_ticks(low, high, count),
            grid: true,
        }
    }

    /// From 0 to 1 in steps of 0.2, with a little room beyond the ends for marks that lie on them.
    pub(crate) fn unit(name: &str) -> Axis {
        Axis {
            low: -0.02,
            high: 1.02,
            ..Axis::linear(name, 0.0, 1.0, 5)
        }
    }

    /// A place for each name, at 0, 1, 2 …
    pub(crate) fn categories(name: &str, labels: &[String]) -> Axis {
        Axis {
            name: name.into(),
            low: -0.5,
            high: labels.len() as f64 - 0.5,
            ticks: labels
                .iter()
                .enumerate()
                .map(|(i, label)| (i as f64, label.clone()))
                .collect(),
            grid: false,
        }
    }

    /// 0 at the low end, 1 at the high end.
    fn fraction(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    fn widest_label(&self) -> i32 {
        self.ticks
            .iter()
            .map(|(_, label)| TICK.width(label))
            .max()
            .unwrap_or(0)
    }

    /// The room that ticks, labels and the name of a vertical axis take.
    pub(crate) fn left_room(&self) -> i32 {
        2 * TICK_LENGTH + self.widest_label() + name_room(&self.name)
    }

    /// The room that ticks, labels and the name of a horizontal axis take.
    fn bottom_room(&self) -> i32 {
        let labels = if self.widest_label() > 0 {
            TICK.size as i32 + 2
        } else {
            0
        };
        2 * TICK_LENGTH + labels + name_room(&self.name)
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (first, last): (i32, i32)) -> i32 {
        (f64::from(first) + self.fraction(*value) * f64::from(last - first)).round() as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks.iter().map(|(value, _)| *value).collect()
    }

    fn range(&self) -> std::ops::Range<f64> {
        self.low..self.high
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks.iter().find(|(at, _)| at == value);
        tick.map(|(_, label)| label.clone()).unwrap_or_default()
    }
}

fn name_room(name: &str) -> i32 {
    if name.is_empty() {
        2
    } else {
        LABEL.size as i32 + 8
    }
}

/// Round numbers between `low` and `high`: a step of 1, 2 or 5 times a power of ten, the one that comes closest to
/// `count` ticks.
pub(crate) fn round_ticks(low: f64, high: f64, count: usize) -> Vec<(f64, String)> {
    let raw = (high - low) / count.max(1) as f64;
    let power = raw.log10().floor();
    let scale = 10f64.powf(power);
    let step = [1.0, 2.0, 5.0, 10.0]
        .map(|m| m * scale)
        .into_iter()
        .min_by(|a, b| (a / raw).ln().abs().total_cmp(&(b / raw).ln().abs()))
        .unwrap_or(scale);
    let decimals = (-step.log10() + 1e-9).ceil().clamp(0.0, 12.0) as usize;
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    // At most a few dozen, whatever the numbers.
    (first..=last.min(first + 50))
        .map(|i| (i as f64 * step, format!("{:.decimals$}", i as f64 * step)))
        .map(|(value, label)| (value, label.replace('-', "−")))
        .collect()
}

/// Draws title, axes and grid on `area`; returns the chart for its series. `left` aligns panels below each other:
/// the room for the vertical axis when it must be more than this axis needs.
pub(crate) fn chart<'a, 'b>(
    area: &'a Area<'b>,
    title: &str,
    x: &Axis,
    y: &Axis,
    left: i32,
) -> Result<Chart<'a, 'b>> {
    let (width, _) = area.dim_in_pixel();
    let room = y.left_room().max(left);
    let top = if title.is_empty() {
        12
    } else {
        TITLE.size as i32 + 22
    };
    let mut chart = ChartBuilder::on(area)
        .margin_left(8)
        .margin_right(24)
        .margin_top(top)
        .margin_bottom(8)
        .x_label_area_size(x.bottom_room())
        .y_label_area_size(room)
        .build_cartesian_2d(x.clone(), y.clone())?;
    let centred = Pos::new(HPos::Center, VPos::Center);
    let mut mesh = chart.configure_mesh();
    mesh.label_style(plotters_text(TICK, centred))
        .axis_desc_style(plotters_text(LABEL, centred))
        .axis_style(SOFT)
        .bold_line_style(GRID)
        .set_all_tick_mark_size(TICK_LENGTH)
        .x_desc(&x.name)
        .y_desc(&y.name);
    if !x.grid {
        mesh.disable_x_mesh();
    }
    if !y.grid {
        mesh.disable_y_mesh();
    }
    mesh.draw()?;
    if !title.is_empty() {
        // Titles stand above the middle of what they name: the plot, not the figure.
        let middle = (8 + room + width as i32 - 24) / 2;
        let title = TITLE.fitted(title, 2 * middle.min(width as i32 - middle) - 8);
        write(
            area,
            &title,
            TITLE,
            (middle, 10),
            Pos::new(HPos::Center, VPos::Top),
        )?;
    }
    Ok(chart)
}

/// Where a point of the chart lies, in pixels of the `area` it was built on, to fractions of a pixel.
pub(crate) fn pixel(area: &Area<'_>, chart: &Chart<'_, '_>, point: (f64, f64)) -> (f64, f64) {
    let plot = chart.plotting_area();
    let (columns, rows) = plot.get_pixel_range();
    let axes = plot.as_coord_spec();
    let (left, top) = area.get_base_pixel();
    let along = |axis: &Axis, value: f64, first: i32, last: i32| {
        f64::from(first) + axis.fraction(value) * f64::from(last - first)
    };
    (
        along(axes.x_spec(), point.0, columns.start, columns.end) - f64::from(left),
        along(axes.y_spec(), point.1, rows.end, rows.start) - f64::from(top),
    )
}

/// Draws a curve through points of the chart.
pub(crate) fn curve(
    area: &Area<'_>,
    chart: &Chart<'_, '_>,
    points: &[(f64, f64)],
    width: f64,
    colour: RGBColor,
) -> Result<()> {
    let points = points.iter().map(|p| pixel(area, chart, *p)).collect();
    Ok(area.draw(&Polyline {
        points,
        width,
        colour,
    })?)
}

/// Writes on an area, in its pixels.
pub(crate) fn write(
    area: &Area<'_>,
    text: &str,
    letters: Lettering,
    at: (i32, i32),
    anchor: Pos,
) -> Result<()> {
    Ok(area.draw_text(text, &plotters_text(letters, anchor), at)?)
}

/// Writes on an area, reading from the bottom to the top.
pub(crate) fn write_up(
    area: &Area<'_>,
    text: &str,
    letters: Lettering,
    at: (i32, i32),
    anchor: Pos,
) -> Result<()> {
    let style = plotters_text(letters, anchor).transform(FontTransform::Rotate270);
    Ok(area.draw_text(text, &style, at)?)
}

/// Draws a dashed line, in pixels of `area`: `dash` pixels on, as many off.
pub(crate) fn dashed(
    area: &Area<'_>,
    from: (f64, f64),
    to: (f64, f64),
    dash: f64,
    colour: RGBColor,
) -> Result<()> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx.hypot(dy).max(f64::MIN_POSITIVE);
    let at = |d: f64| {
        let t = (d / length).min(1.0);
        (from.0 + dx * t, from.1 + dy * t)
    };
    let dashes = (length / (2.0 * dash)).ceil() as usize;
    for start in (0..dashes).map(|i| 2.0 * dash * i as f64) {
        area.draw(&Polyline {
            points: vec![at(start), at(start + dash)],
            width: 1.5,
            colour,
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: f64, high: f64, count: usize) -> Vec<String> {
        round_ticks(low, high, count)
            .into_iter()
            .map(|t| t.1)
            .collect()
    }

    #[test]
    fn ticks_are_round_and_inside() {
        assert_eq!(
            labels(0.0, 1.0, 5),
            ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
        );
        assert_eq!(labels(1.0, 100.0, 5), ["20", "40", "60", "80", "100"]);
        assert_eq!(labels(-0.5, 0.5, 2), ["−0.5", "0.0", "0.5"]);
        assert_eq!(
            labels(0.0, 1.7e-3, 4),
            ["0.0000", "0.0005", "0.0010", "0.0015"]
        );
        assert_eq!(labels(0.0, 3200.0, 3), ["0", "1000", "2000", "3000"]);
    }

    #[test]
    fn an_axis_without_extent_gets_some() {
        let axis = Axis::linear("epoch", 1.0, 1.0, 5);
        assert!(axis.low < 1.0 && axis.high > 1.0);
    }
}
