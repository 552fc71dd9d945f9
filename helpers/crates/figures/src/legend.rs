//! What stands above and beside a chart: its title, and a sign and a name for each series, outside of the plot so
//! that they never cover data.

use super::canvas::DrawResult;
use plotters::element::{Circle, PathElement, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::axes::{dashed, write};
use super::canvas::Area;
use super::style::{TICK, TITLE};

/// How a series is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A solid line.
    Line,
    /// A dashed line.
    Dashes,
    /// A ring around a point.
    Ring,
    /// A filled bar.
    Bar,
}

/// A line of the legend.
pub struct Key {
    label: String,
    colour: RGBColor,
    mark: Mark,
}

/// Width of the sign, and the room after it.
const SIGN: i32 = 26;
const AFTER_SIGN: i32 = 8;
/// Room between two keys of a row.
const BETWEEN: i32 = 28;
/// Distance of two keys of a column.
pub const LINE: i32 = 24;

impl Key {
    /// The entry for a series drawn with `mark` in `colour`.
    pub fn new(label: impl Into<String>, colour: RGBColor, mark: Mark) -> Key {
        Key {
            label: label.into(),
            colour,
            mark,
        }
    }

    /// Width of sign and name.
    pub fn width(&self) -> i32 {
        SIGN + AFTER_SIGN + TICK.width(&self.label)
    }

    fn draw(&self, area: &Area<'_>, (x, y): (i32, i32), room: i32) -> DrawResult {
        let thick = self.colour.stroke_width(3);
        match self.mark {
            Mark::Line => area.draw(&PathElement::new([(x + 1, y), (x + SIGN - 1, y)], thick))?,
            Mark::Dashes => dashed(
                area,
                (x.into(), y.into()),
                ((x + SIGN).into(), y.into()),
                5.0,
                self.colour,
            )?,
            Mark::Ring => area.draw(&Circle::new(
                (x + SIGN / 2, y),
                6,
                self.colour.stroke_width(3),
            ))?,
            Mark::Bar => area.draw(&Rectangle::new(
                [(x + 4, y - 7), (x + SIGN - 4, y + 7)],
                self.colour.filled(),
            ))?,
        }
        let at = (x + SIGN + AFTER_SIGN, y);
        let label = TICK.fitted(&self.label, room - SIGN - AFTER_SIGN);
        write(area, &label, TICK, at, Pos::new(HPos::Left, VPos::Center))
    }
}

/// Height of the line with the title, and of the line with the keys.
const TITLE_LINE: u32 = 42;
const KEY_LINE: u32 = 28;

/// The height that [`heading`] takes.
pub fn heading_height(keys: &[Key]) -> u32 {
    TITLE_LINE + if keys.is_empty() { 0 } else { KEY_LINE }
}

/// Writes the title and, below it, the keys, both centred; returns the area below.
pub fn heading<'b>(area: &Area<'b>, title: &str, keys: &[Key]) -> DrawResult<Area<'b>> {
    let width = area.dim_in_pixel().0 as i32;
    let (head, rest) = area.split_vertically(heading_height(keys));
    let title = TITLE.fitted(title, width - 16);
    write(
        &head,
        &title,
        TITLE,
        (width / 2, 12),
        Pos::new(HPos::Center, VPos::Top),
    )?;
    legend_row(
        &head,
        keys,
        (width / 2, (TITLE_LINE + KEY_LINE / 2) as i32 - 2),
    )?;
    Ok(rest)
}

/// Keys beside each other, centred on `at`; names are cut when the area is too narrow.
fn legend_row(area: &Area<'_>, keys: &[Key], at: (i32, i32)) -> DrawResult {
    let available = area.dim_in_pixel().0 as i32 - 16;
    let gaps = BETWEEN * (keys.len() as i32 - 1).max(0);
    let wanted: i32 = keys.iter().map(Key::width).sum();
    let fits = wanted + gaps <= available;
    let share = (available - gaps) / keys.len().max(1) as i32;
    let room = |key: &Key| {
        if fits {
            key.width()
        } else {
            key.width().min(share)
        }
    };
    let total: i32 = keys.iter().map(room).sum::<i32>() + gaps;
    let mut x = at.0 - total / 2;
    for key in keys {
        key.draw(area, (x, at.1), room(key))?;
        x += room(key) + BETWEEN;
    }
    Ok(())
}

/// Keys below each other, from `at` down; names are cut at the right edge of the area.
pub fn legend_column(area: &Area<'_>, keys: &[Key], at: (i32, i32)) -> DrawResult {
    let room = area.dim_in_pixel().0 as i32 - at.0 - 8;
    for (i, key) in keys.iter().enumerate() {
        key.draw(area, (at.0, at.1 + LINE * i as i32), room)?;
    }
    Ok(())
}
