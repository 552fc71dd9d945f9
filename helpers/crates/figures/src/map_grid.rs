//! Mammograms and their class activation maps, four pictures in a row.

use image::RgbImage;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::axes::write;
use super::canvas::Picture;
use super::check::{not_empty, unit};
use super::colour_bar::{BAR_WIDTH, draw_bar, map_colour, quarter_ticks};
use super::figure::Figure;
use super::map_pictures::{MapPictures, PictureStyle, map_picture};
use super::style::{LABEL, STRONG};
use super::thumbnail::fit;
use crate::Colormap;
use density::cam::{Explanation, Explanations};
use density::error::Result;
use density::interrupt::Interruptible;

const SIDE: u32 = 262;
const BETWEEN: u32 = 10;
const MARGIN: u32 = 12;
const HEAD: u32 = 40;
const CAPTION: u32 = 32;

/// Options of [`map_grid`].
#[derive(Clone, Debug, PartialEq)]
pub struct MapLayout {
    /// How overlay and contours are made.
    pub style: PictureStyle,
    /// Titles of the four pictures.
    pub titles: [String; 4],
    /// The colours of the map and of its bar; those of the published pictures unless said otherwise.
    pub colormap: Colormap,
    /// What the colour bar shows.
    pub label: String,
}

impl Default for MapLayout {
    fn default() -> MapLayout {
        MapLayout {
            style: PictureStyle::default(),
            titles: ["mammogram", "activation map", "overlay", "contours"].map(String::from),
            colormap: Colormap::Seismic,
            label: "class activation".into(),
        }
    }
}

/// Draws a row per explanation: the mammogram, its map with a colour bar, the overlay and the contours side by side, the
/// titles on top of the first.
///
/// # Errors
/// [`Error::Figure`](density::Error::Figure) when there is no explanation, when a map does not belong to its image, and on
/// values that are not in 0..1.
pub fn map_grid(explanations: &Explanations, layout: &MapLayout) -> Result<Figure> {
    let work = Interruptible::begin();
    let rows = explanations
        .iter()
        .map(|e| {
            work.check(|| "the figure is not drawn".into())?;
            Row::new(e, layout)
        })
        .collect::<Result<Vec<Row>>>()?;
    not_empty("class activation maps", &rows)?;
    let width = 2 * MARGIN + 4 * SIDE + 4 * BETWEEN + BAR_WIDTH as u32;
    let height = HEAD
        + rows
            .iter()
            .map(|r| r.caption_height() + r.height + MARGIN)
            .sum::<u32>();
    Figure::draw(width, height, |area| {
        for (column, title) in (0..).zip(&layout.titles) {
            let middle = (left(column) + SIDE / 2) as i32;
            let title = STRONG.fitted(title, SIDE as i32);
            write(
                area,
                &title,
                STRONG,
                (middle, 22),
                Pos::new(HPos::Center, VPos::Center),
            )?;
        }
        let mut top = HEAD;
        for row in rows {
            if row.caption_height() > 0 {
                let caption = LABEL.fitted(&row.caption, (width - 2 * MARGIN) as i32);
                let at = (MARGIN as i32, (top + CAPTION / 2) as i32);
                write(
                    area,
                    &caption,
                    LABEL,
                    at,
                    Pos::new(HPos::Left, VPos::Center),
                )?;
                top += CAPTION;
            }
            let bar = (left(4) as i32, top as i32 + 8);
            let (length, ticks) = (row.height as i32 - 16, quarter_ticks());
            let colour = |value| map_colour(layout.colormap, value);
            draw_bar(area, bar, length, &layout.label, &ticks, colour)?;
            for (column, image) in (0..).zip(row.pictures) {
                let at = (
                    (left(column) + (SIDE - image.width()) / 2) as i32,
                    (top + (row.height - image.height()) / 2) as i32,
                );
                area.draw(&Picture { at, image })?;
            }
            top += row.height + MARGIN;
        }
        Ok(())
    })
}

fn left(column: u32) -> u32 {
    MARGIN + column * (SIDE + BETWEEN)
}

/// The pictures of one mammogram at the size they are drawn.
struct Row {
    caption: String,
    pictures: [RgbImage; 4],
    height: u32,
}

impl Row {
    fn new(explanation: &Explanation, layout: &MapLayout) -> Result<Row> {
        let (image, map) = (&explanation.image, &explanation.map);
        unit("activation map", &map.map)?;
        let drawn = MapPictures::new(image, map, layout.style)?;
        let scaled = f64::from(image.height()) * f64::from(SIDE) / f64::from(image.width().max(1));
        // The bar needs some height, and a row should fit on a screen.
        let height = (scaled.round() as u32).clamp(130, 2 * SIDE);
        let fitted = |name, picture: RgbImage| fit(name, &picture.into(), SIDE, height);
        Ok(Row {
            caption: explanation.caption(),
            pictures: [
                fitted("mammogram", drawn.image)?,
                fitted("activation map", map_picture(map, layout.colormap))?,
                fitted("overlay", drawn.overlay)?,
                fitted("contours", drawn.contours)?,
            ],
            height,
        })
    }

    fn caption_height(&self) -> u32 {
        if self.caption.is_empty() { 0 } else { CAPTION }
    }
}
