//! The scale beside a coloured picture: which colour stands for which value.

use super::canvas::DrawResult;
use plotters::element::{PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::axes::{write, write_up};
use super::canvas::Area;
use super::figure::Figure;
use super::style::{LABEL, SOFT, TICK};
use crate::Colormap;
use density::error::{Error, Result};

/// Width of the coloured strip.
const STRIP: i32 = 18;
/// Room for the lettering beside it.
const LETTERING: i32 = 74;
/// Width of strip and lettering together.
pub(crate) const BAR_WIDTH: i32 = STRIP + LETTERING;
/// Lowest bar with room for five ticks.
const LOWEST: u32 = 100;

/// The five ticks of a scale from 0 to 1.
pub(crate) fn quarter_ticks() -> Vec<(f64, String)> {
    (0..=4)
        .map(|i| (f64::from(i) / 4.0, format!("{:.2}", f64::from(i) / 4.0)))
        .collect()
}

/// A vertical colour bar from 0 (bottom) to 1 (top) with ticks at the quarters; to put beside a picture with
/// [`Figure::hstack`].
///
/// # Errors
/// [`Error::Figure`] below 100 pixels of height.
pub fn colour_bar(colormap: Colormap, height: u32, label: &str) -> Result<Figure> {
    if height < LOWEST {
        return Err(Error::Figure(format!(
            "a colour bar of {height} pixels has no room for its ticks; give at least {LOWEST}"
        )));
    }
    // Half a letter stands out above and below.
    let margin = 10;
    Figure::draw(BAR_WIDTH as u32, height, |area| {
        let length = height as i32 - 2 * margin;
        draw_bar(area, (0, margin), length, label, &quarter_ticks(), |v| {
            map_colour(colormap, v)
        })
    })
}

/// The colour of a value as plotters takes it.
pub(crate) fn map_colour(colormap: Colormap, value: f64) -> RGBColor {
    let [r, g, b] = colormap.rgb(value as f32);
    RGBColor(r, g, b)
}

/// Draws a bar of `length` pixels from `corner` down; `ticks` lie in 0..1.
pub(crate) fn draw_bar<F: Fn(f64) -> RGBColor>(
    area: &Area<'_>,
    corner: (i32, i32),
    length: i32,
    label: &str,
    ticks: &[(f64, String)],
    colour: F,
) -> DrawResult {
    let (left, top) = corner;
    let (right, bottom) = (left + STRIP, top + length - 1);
    for y in top..=bottom {
        let value = f64::from(bottom - y) / f64::from((length - 1).max(1));
        area.draw(&Rectangle::new(
            [(left, y), (right, y)],
            colour(value).filled(),
        ))?;
    }
    area.draw(&Rectangle::new(
        [(left, top), (right, bottom)],
        SOFT.stroke_width(1),
    ))?;
    for (value, text) in ticks {
        let y = bottom - (value * f64::from(length - 1)).round() as i32;
        area.draw(&PathElement::new(
            [(right, y), (right + 4, y)],
            SOFT.stroke_width(1),
        ))?;
        write(
            area,
            text,
            TICK,
            (right + 8, y),
            Pos::new(HPos::Left, VPos::Center),
        )?;
    }
    let label = LABEL.fitted(label, length);
    let at = (left + BAR_WIDTH - 2, top + length / 2);
    write_up(
        area,
        &label,
        LABEL,
        at,
        Pos::new(HPos::Center, VPos::Bottom),
    )
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    /// Entries 254 and 1 of matplotlib's `seismic`, next to the frame of 1 pixel.
    #[test]
    fn the_bar_has_the_ends_of_the_colour_map_at_its_ends() -> Result<()> {
        let bar = colour_bar(Colormap::Seismic, 220, "activation")?;
        assert_eq!(*bar.image().get_pixel(9, 11), Rgb([129, 0, 0]));
        assert_eq!(*bar.image().get_pixel(9, 208), Rgb([0, 0, 79]));
        assert_eq!(*bar.image().get_pixel(9, 5), Rgb([255; 3]));
        Ok(())
    }

    #[test]
    fn a_bar_without_room_is_refused() {
        assert!(matches!(
            colour_bar(Colormap::Inferno, 99, ""),
            Err(Error::Figure(_))
        ));
    }
}
