//! Thumbnails in a grid: what augmentation makes of an image, what the network said about each.

use super::canvas::DrawResult;
use image::DynamicImage;
use plotters::element::Rectangle;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, RGBColor};

use super::axes::write;
use super::canvas::{Area, Picture};
use super::check::not_empty;
use super::figure::Figure;
use super::style::{GRID, STRONG, TICK, in_colour, okabe_ito};
use super::thumbnail::fit;
use density::error::{Error, Result};

const WIDTH: u32 = 1100;
const BETWEEN: u32 = 14;
const BORDER: u32 = 4;
const CAPTION_LINE: u32 = 20;
const MOST_COLUMNS: usize = 12;

/// Whether a prediction was right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GalleryMark {
    /// Green border and a tick.
    Right,
    /// Vermilion border and a cross.
    Wrong,
    /// Thin grey border.
    #[default]
    None,
}

/// One image of a [`gallery`].
#[derive(Clone, Debug, PartialEq)]
pub struct GalleryItem {
    /// The image, grey or RGB, of any size.
    pub image: DynamicImage,
    /// What stands below it; a line break begins a new line.
    pub caption: String,
    /// The border.
    pub mark: GalleryMark,
}

impl GalleryItem {
    /// An image without a mark.
    pub fn new(image: impl Into<DynamicImage>, caption: impl Into<String>) -> GalleryItem {
        GalleryItem {
            image: image.into(),
            caption: caption.into(),
            mark: GalleryMark::None,
        }
    }

    /// The same, marked as right or wrong.
    pub fn marked(self, right: bool) -> GalleryItem {
        GalleryItem {
            mark: if right {
                GalleryMark::Right
            } else {
                GalleryMark::Wrong
            },
            ..self
        }
    }
}

/// Draws `items` in rows of `columns`, each scaled to the same width, its caption below. Right and wrong differ in the
/// colour of the border and in the sign in the corner.
///
/// # Errors
/// [`Error::Figure`] when there is no image, when one has no pixels, and when `columns` is not in 1..=12.
pub fn gallery(items: &[GalleryItem], columns: usize) -> Result<Figure> {
    not_empty("gallery", items)?;
    if !(1..=MOST_COLUMNS).contains(&columns) {
        return Err(Error::Figure(format!(
            "a gallery of {columns} columns is not readable; give 1 to {MOST_COLUMNS}"
        )));
    }
    let count = columns.min(items.len()) as u32;
    let side = ((WIDTH - BETWEEN) / columns as u32 - BETWEEN).min(330);
    let room = side - 2 * BORDER;
    let tiles = items
        .iter()
        .enumerate()
        .map(|(i, item)| {
            fit(
                &format!("image {} ({})", i + 1, item.caption),
                &item.image,
                room,
                2 * room,
            )
        })
        .collect::<Result<Vec<_>>>()?;
    // A row is as high as its highest image and its longest caption.
    let heights: Vec<(u32, u32)> = items
        .chunks(columns)
        .zip(tiles.chunks(columns))
        .map(|(items, tiles)| {
            let image = tiles.iter().map(|t| t.height()).max().unwrap_or(0) + 2 * BORDER;
            let lines = items
                .iter()
                .map(|i| i.caption.lines().count())
                .max()
                .unwrap_or(0) as u32;
            (image, image + 6 + CAPTION_LINE * lines + BETWEEN)
        })
        .collect();
    let height = BETWEEN + heights.iter().map(|h| h.1).sum::<u32>();
    Figure::draw(BETWEEN + count * (side + BETWEEN), height, |area| {
        let mut top = BETWEEN;
        for ((items, tiles), (image_height, row_height)) in items
            .chunks(columns)
            .zip(tiles.chunks(columns))
            .zip(heights)
        {
            for (column, (item, tile)) in items.iter().zip(tiles).enumerate() {
                let left = BETWEEN + column as u32 * (side + BETWEEN);
                let frame = (left as i32, top as i32, side as i32, image_height as i32);
                let at = (
                    (left + (side - tile.width()) / 2) as i32,
                    (top + (image_height - tile.height()) / 2) as i32,
                );
                area.draw(&Picture {
                    at,
                    image: tile.clone(),
                })?;
                draw_mark(area, frame, item.mark)?;
                for (line, text) in item.caption.lines().enumerate() {
                    let y = (top + image_height + 6 + CAPTION_LINE * line as u32) as i32;
                    let text = TICK.fitted(text, (side + BETWEEN - 4) as i32);
                    let at = ((left + side / 2) as i32, y);
                    write(area, &text, TICK, at, Pos::new(HPos::Center, VPos::Top))?;
                }
            }
            top += row_height;
        }
        Ok(())
    })
}

/// Draws border and sign around `left, top, width, height`.
fn draw_mark(
    area: &Area<'_>,
    (x, y, width, height): (i32, i32, i32, i32),
    mark: GalleryMark,
) -> DrawResult {
    let corners = [(x, y), (x + width - 1, y + height - 1)];
    let (colour, sign) = match mark {
        GalleryMark::Right => (okabe_ito::GREEN, "✓"),
        GalleryMark::Wrong => (okabe_ito::VERMILION, "✗"),
        GalleryMark::None => {
            area.draw(&Rectangle::new(corners, GRID.stroke_width(1)))?;
            return Ok(());
        }
    };
    area.draw(&Rectangle::new(corners, colour.stroke_width(BORDER)))?;
    let badge = 26;
    let corner = (x + width - badge, y);
    area.draw(&Rectangle::new(
        [corner, (x + width - 1, y + badge - 1)],
        colour.filled(),
    ))?;
    let letters = in_colour(STRONG, RGBColor(255, 255, 255));
    let at = (corner.0 + badge / 2, y + badge / 2);
    write(
        area,
        sign,
        letters,
        at,
        Pos::new(HPos::Center, VPos::Center),
    )
}
