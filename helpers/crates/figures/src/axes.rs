//! Charts of one look: axes with ticks and names, a light grid, curves, dashes, lettering.

use super::canvas::DrawResult;
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontTransform, RGBColor};

use super::axis::{Axis, TICK_LENGTH};
use super::canvas::{Area, Canvas, Polyline};
use super::style::{GRID, LABEL, SOFT, TICK, plotters_text};
use super::text::Lettering;

/// A chart that series can be drawn on.
pub type Chart<'a, 'b> = ChartContext<'a, Canvas<'b>, Cartesian2d<Axis, Axis>>;

/// Draws axes and grid on `area`; returns the chart for its series. `left` aligns panels below each other:
/// the room for the vertical axis when it must be more than this axis needs.
pub fn chart<'a, 'b>(
    area: &'a Area<'b>,
    x: &Axis,
    y: &Axis,
    left: i32,
) -> DrawResult<Chart<'a, 'b>> {
    let room = y.left_room().max(left);
    let mut chart = ChartBuilder::on(area)
        .margin_left(8)
        .margin_right(24)
        .margin_top(12)
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
    Ok(chart)
}

/// Where a point of the chart lies, in pixels of the `area` it was built on, to fractions of a pixel.
pub fn pixel(area: &Area<'_>, chart: &Chart<'_, '_>, point: (f64, f64)) -> (f64, f64) {
    let axes = chart.as_coord_spec();
    let (x, y) = (axes.x_spec(), axes.y_spec());
    let (first, last) = (
        chart.backend_coord(&(x.low, y.low)),
        chart.backend_coord(&(x.high, y.high)),
    );
    let (left, top) = area.get_base_pixel();
    let along = |fraction: f64, first: i32, last: i32| {
        f64::from(first) + fraction * f64::from(last - first)
    };
    (
        along(x.fraction(point.0), first.0, last.0) - f64::from(left),
        along(y.fraction(point.1), first.1, last.1) - f64::from(top),
    )
}

/// Draws a curve through points of the chart.
pub fn curve(
    area: &Area<'_>,
    chart: &Chart<'_, '_>,
    points: &[(f64, f64)],
    width: f64,
    colour: RGBColor,
) -> DrawResult {
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
) -> DrawResult {
    Ok(area.draw_text(text, &plotters_text(letters, anchor), at)?)
}

/// Writes on an area, reading from the bottom to the top.
pub(crate) fn write_up(
    area: &Area<'_>,
    text: &str,
    letters: Lettering,
    at: (i32, i32),
    anchor: Pos,
) -> DrawResult {
    let style = plotters_text(letters, anchor).transform(FontTransform::Rotate270);
    Ok(area.draw_text(text, &style, at)?)
}

/// Draws a dashed line, in pixels of `area`: `dash` pixels on, as many off.
pub fn dashed(
    area: &Area<'_>,
    from: (f64, f64),
    to: (f64, f64),
    dash: f64,
    colour: RGBColor,
) -> DrawResult {
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
