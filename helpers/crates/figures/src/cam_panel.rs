//! A mammogram and its class activation map, four pictures in a row.

use image::{DynamicImage, Rgb, RgbImage};
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::axes::write;
use super::canvas::Picture;
use super::check::{not_empty, unit};
use super::colour_bar::{BAR_WIDTH, draw_bar, map_colour, quarter_ticks};
use super::figure::Figure;
use super::style::{LABEL, STRONG};
use super::thumbnail::{fit, has_pixels};
use density::cam::Colormap;
use density::error::{Error, Result};

const SIDE: u32 = 262;
const BETWEEN: u32 = 10;
const MARGIN: u32 = 12;
const HEAD: u32 = 40;
const CAPTION: u32 = 32;

/// What [`cam_panel`] shows of one mammogram.
#[derive(Clone, Debug, PartialEq)]
pub struct CamPanel {
    /// What stands above the row, such as file, true class and prediction; may be empty.
    pub caption: String,
    /// The mammogram.
    pub image: DynamicImage,
    /// The class activation map, 0..1, row by row.
    pub map: Vec<f32>,
    /// Values in a row of the map.
    pub map_width: usize,
    /// The map laid over the mammogram.
    pub overlay: RgbImage,
    /// The mammogram with the borders of the regions that the network looked at.
    pub contours: RgbImage,
}

/// What all rows of a [`cam_grid`] have in common.
#[derive(Clone, Debug, PartialEq)]
pub struct CamLayout {
    /// Titles of the four pictures.
    pub titles: [String; 4],
    /// The colours of the map and of its bar; those of the published pictures unless said otherwise.
    pub colormap: Colormap,
    /// What the colour bar shows.
    pub label: String,
}

impl Default for CamLayout {
    fn default() -> CamLayout {
        CamLayout {
            titles: ["mammogram", "activation map", "overlay", "contours"].map(String::from),
            colormap: Colormap::Seismic,
            label: "class activation".into(),
        }
    }
}

/// Draws one mammogram, its map with a colour bar, the overlay and the contours side by side.
///
/// # Errors
/// [`Error::Figure`] on a picture without pixels, on a map that does not fill its rows, and on values that are not in
/// 0..1.
pub fn cam_panel(panel: &CamPanel, layout: &CamLayout) -> Result<Figure> {
    cam_grid(std::slice::from_ref(panel), layout)
}

/// Draws a row as [`cam_panel`] for each mammogram, the titles on top of the first.
///
/// # Errors
/// [`Error::Figure`] when there is no mammogram, and as [`cam_panel`].
pub fn cam_grid(panels: &[CamPanel], layout: &CamLayout) -> Result<Figure> {
    not_empty("class activation maps", panels)?;
    let rows = panels
        .iter()
        .map(|p| Row::new(p, layout))
        .collect::<Result<Vec<Row>>>()?;
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
                let caption = LABEL.fitted(row.caption, (width - 2 * MARGIN) as i32);
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
struct Row<'a> {
    caption: &'a str,
    pictures: [RgbImage; 4],
    height: u32,
}

impl<'a> Row<'a> {
    fn new(panel: &'a CamPanel, layout: &CamLayout) -> Result<Row<'a>> {
        has_pixels("mammogram", &panel.image)?;
        let scaled =
            f64::from(panel.image.height()) * f64::from(SIDE) / f64::from(panel.image.width());
        // The bar needs some height, and a row should fit on a screen.
        let height = (scaled.round() as u32).clamp(130, 2 * SIDE);
        let map = DynamicImage::from(coloured(&panel.map, panel.map_width, layout.colormap)?);
        let pictures = [
            fit("mammogram", &panel.image, SIDE, height)?,
            fit("activation map", &map, SIDE, height)?,
            fit("overlay", &panel.overlay.clone().into(), SIDE, height)?,
            fit("contours", &panel.contours.clone().into(), SIDE, height)?,
        ];
        Ok(Row {
            caption: &panel.caption,
            pictures,
            height,
        })
    }

    fn caption_height(&self) -> u32 {
        if self.caption.is_empty() { 0 } else { CAPTION }
    }
}

/// The map in colours, one pixel per value.
fn coloured(map: &[f32], width: usize, colormap: Colormap) -> Result<RgbImage> {
    not_empty("activation map", map)?;
    if width == 0 || !map.len().is_multiple_of(width) {
        return Err(Error::Figure(format!(
            "activation map: {} values do not fill rows of {width}",
            map.len()
        )));
    }
    let values: Vec<f64> = map.iter().map(|v| f64::from(*v)).collect();
    unit("activation map", &values)?;
    Ok(RgbImage::from_fn(
        width as u32,
        (map.len() / width) as u32,
        |x, y| Rgb(colormap.rgb(map[y as usize * width + x as usize])),
    ))
}
