//! Confusion matrices: true classes down, predicted classes across.

use super::canvas::DrawResult;
use plotters::element::Rectangle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::axes::{write, write_up};
use super::canvas::{Area, rgb};
use super::check::not_empty;
use super::colour_bar::{BAR_WIDTH, draw_bar};
use super::figure::Figure;
use super::style::{LABEL, SOFT, STRONG, TICK, TITLE};
use density::error::{Error, Result};
use density::merit::ConfusionMatrix;

const CELL: (i32, i32) = (100, 78);
const TOP: i32 = 48;
const BOTTOM: i32 = 64;
/// Longest class name that is not cut, in pixels.
const LONGEST_NAME: i32 = 160;

/// Draws the counts of a matrix: the number of images of the true class `t` that were predicted as class `p`, with its
/// percentage of the row; the darker, the higher the percentage. The diagonal is what was right, and its percentages
/// are the recalls.
///
/// # Errors
/// [`Error::Figure`] when memory is short.
pub fn plot_confusion(title: &str, matrix: &ConfusionMatrix) -> Result<Figure> {
    let (classes, counts) = (matrix.classes(), matrix.counts());
    let size = classes.len();
    let names: Vec<String> = classes
        .iter()
        .map(|c| LABEL.fitted(c, LONGEST_NAME))
        .collect();
    let left = 44 + names.iter().map(|n| LABEL.width(n)).max().unwrap_or(0);
    let (across, down) = (CELL.0 * size as i32, CELL.1 * size as i32);
    let width = left + across + 20 + BAR_WIDTH + 8;
    Figure::draw(width as u32, (TOP + down + BOTTOM) as u32, |area| {
        let centre = Pos::new(HPos::Center, VPos::Center);
        let middle = left + across / 2;
        let title = TITLE.fitted(title, 2 * middle.min(width - middle) - 8);
        write(
            area,
            &title,
            TITLE,
            (middle, 12),
            Pos::new(HPos::Center, VPos::Top),
        )?;
        for (t, row) in counts.iter().enumerate() {
            let y = TOP + CELL.1 * t as i32;
            let total: f64 = row.iter().map(|count| *count as f64).sum();
            for (p, count) in row.iter().enumerate() {
                draw_cell(area, (left + CELL.0 * p as i32, y), *count, total)?;
            }
            let at = (left - 10, y + CELL.1 / 2);
            write(
                area,
                &names[t],
                LABEL,
                at,
                Pos::new(HPos::Right, VPos::Center),
            )?;
        }
        for (p, name) in names.iter().enumerate() {
            let at = (left + CELL.0 * p as i32 + CELL.0 / 2, TOP + down + 18);
            write(area, &LABEL.fitted(name, CELL.0 - 4), LABEL, at, centre)?;
        }
        let corners = [(left, TOP), (left + across - 1, TOP + down - 1)];
        area.draw(&Rectangle::new(corners, SOFT.stroke_width(1)))?;
        write(
            area,
            "predicted class",
            LABEL,
            (middle, TOP + down + 46),
            centre,
        )?;
        write_up(area, "true class", LABEL, (18, TOP + down / 2), centre)?;
        let ticks: Vec<(f64, String)> = (0..=4)
            .map(|i| (f64::from(i) / 4.0, format!("{}", 25 * i)))
            .collect();
        let corner = (left + across + 20, TOP);
        draw_bar(area, corner, down, "% of the true class", &ticks, shade)
    })
}

/// Draws several confusion matrices, each with its title, in a grid of `columns`.
///
/// # Errors
/// [`Error::Figure`] when there is no matrix or no column, and as [`plot_confusion`].
pub fn plot_confusions(matrices: &[(String, ConfusionMatrix)], columns: usize) -> Result<Figure> {
    not_empty("confusion matrices", matrices)?;
    if columns == 0 {
        return Err(Error::Figure(
            "a grid of 0 columns has no room; give at least 1".into(),
        ));
    }
    let figures = matrices
        .iter()
        .map(|(title, matrix)| plot_confusion(title, matrix))
        .collect::<Result<Vec<Figure>>>()?;
    let rows = figures
        .chunks(columns)
        .map(Figure::hstack)
        .collect::<Result<Vec<Figure>>>()?;
    Figure::vstack(&rows)
}

fn draw_cell(area: &Area<'_>, (x, y): (i32, i32), count: usize, total: f64) -> DrawResult {
    let share = if total > 0.0 {
        count as f64 / total
    } else {
        0.0
    };
    let corners = [(x, y), (x + CELL.0 - 1, y + CELL.1 - 1)];
    area.draw(&Rectangle::new(corners, shade(share).filled()))?;
    area.draw(&Rectangle::new(
        corners,
        RGBColor(255, 255, 255).stroke_width(1),
    ))?;
    let ink = if share > 0.5 {
        RGBColor(255, 255, 255)
    } else {
        RGBColor(33, 33, 33)
    };
    let centre = Pos::new(HPos::Center, VPos::Center);
    let (middle, height) = (x + CELL.0 / 2, y + CELL.1 / 2);
    let count = count.to_string();
    write(
        area,
        &count,
        STRONG.coloured(rgb(ink)),
        (middle, height - 11),
        centre,
    )?;
    // A class without images has no percentages.
    let percent = if total > 0.0 {
        format!("{:.1} %", 100.0 * share)
    } else {
        "–".to_string()
    };
    write(
        area,
        &percent,
        TICK.coloured(rgb(ink)),
        (middle, height + 13),
        centre,
    )
}

/// White for 0, the palette's blue darkened for 1.
fn shade(share: f64) -> RGBColor {
    let mix = |full: f64| (255.0 + (full - 255.0) * share.clamp(0.0, 1.0)).round() as u8;
    RGBColor(mix(0.0), mix(82.0), mix(138.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shade_gets_darker_with_the_share() {
        let sum = |c: RGBColor| u32::from(c.0) + u32::from(c.1) + u32::from(c.2);
        let sums: Vec<u32> = (0..=10).map(|i| sum(shade(f64::from(i) / 10.0))).collect();
        assert!(sums.windows(2).all(|p| p[1] < p[0]), "{sums:?}");
        assert_eq!(sums[0], 765);
    }
}
