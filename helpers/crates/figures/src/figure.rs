//! A finished picture, as a notebook shows it.

use std::cell::RefCell;
use std::io::Write;
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use base64::Engine;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, GrayImage, Pixel, RgbImage, RgbaImage};
use plotters::drawing::IntoDrawingArea;

use super::canvas::{Area, Canvas, DrawResult};
use super::style::{GAP, PAPER};
use super::svg::{self, Mark};
use super::text::register_fonts;
use density::error::{Error, Result};

/// The widest and highest figure, in pixels: beyond it a notebook is no longer readable.
const LIMIT: u32 = 20_000;

/// A picture in 8-bit RGB. As the last expression of a cell it appears below the cell; a cell shows one figure, so
/// several are put together with [`Figure::vstack`] and [`Figure::hstack`].
#[derive(Clone)]
#[must_use = "a figure appears below its cell as the last expression, without `;`"]
pub struct Figure {
    picture: Arc<RgbImage>,
    /// What SVG makes of it.
    marks: Arc<[Mark]>,
}

impl Figure {
    /// A figure that shows `picture` as it is, one pixel for one pixel.
    ///
    /// # Errors
    /// [`Error::Figure`] on a picture without pixels.
    pub fn from_image(picture: RgbImage) -> Result<Figure> {
        check_size(picture.width(), picture.height())?;
        let picture = Arc::new(picture);
        let marks = [Mark::Picture(picture.clone(), (0, 0))].into();
        Ok(Figure { picture, marks })
    }

    /// A white figure of `width` x `height` pixels, painted by `paint` with everything plotters has.
    ///
    /// ```
    /// use plotters::prelude::*;
    /// use figures::Figure;
    ///
    /// let figure = Figure::draw(600, 400, |area| {
    ///     let mut chart = ChartBuilder::on(area)
    ///         .margin(20)
    ///         .x_label_area_size(40)
    ///         .y_label_area_size(40)
    ///         .build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
    ///     chart.configure_mesh().draw()?;
    ///     chart.draw_series(LineSeries::new([(0.0, 0.0), (1.0, 1.0)], &BLUE))?;
    ///     Ok(())
    /// })?;
    /// assert_eq!((figure.width(), figure.height()), (600, 400));
    /// # Ok::<(), density::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Figure`] when a side is 0 or above 20 000 pixels, and what `paint` returns.
    pub fn draw<F>(width: u32, height: u32, paint: F) -> Result<Figure>
    where
        F: FnOnce(&Area<'_>) -> DrawResult,
    {
        check_size(width, height)?;
        register_fonts();
        let mut picture = RgbaImage::from_pixel(width, height, PAPER.to_rgba());
        let marks = Rc::new(RefCell::new(Vec::new()));
        let area = Canvas::new(&mut picture, marks.clone()).into_drawing_area();
        // plotters refuses a drawing when a part of it gets no room.
        paint(&area).map_err(|e| match e.downcast::<Error>() {
            Ok(own) => *own,
            Err(other) => Error::Figure(format!("plotters: {other}")),
        })?;
        drop(area);
        let picture = DynamicImage::from(picture).into_rgb8().into();
        let marks = marks.take().into();
        Ok(Figure { picture, marks })
    }

    /// Width in pixels.
    pub fn width(&self) -> u32 {
        self.picture.width()
    }

    /// Height in pixels.
    pub fn height(&self) -> u32 {
        self.picture.height()
    }

    /// The pixels.
    pub fn image(&self) -> &RgbImage {
        &self.picture
    }

    /// Writes the figure; the extension says the format (`png`, `svg`, `jpg`, `bmp`, `tiff`). Missing folders are made.
    ///
    /// # Errors
    /// [`Error::Figure`] with the path when it cannot be written or the extension is unknown.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let named = path.parent().filter(|p| !p.as_os_str().is_empty());
        if let Some(folder) = named {
            std::fs::create_dir_all(folder).map_err(Error::io(folder))?;
        }
        if path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case("svg"))
        {
            return std::fs::write(path, self.to_svg()?).map_err(Error::io(path));
        }
        self.picture.save(path).map_err(|e| {
            Error::Figure(format!(
                "{} cannot be written: {e}; name it .png, .svg, .jpg, .bmp or .tiff",
                path.display()
            ))
        })
    }

    /// The figure as a PNG file in memory.
    ///
    /// # Errors
    /// [`Error::Figure`] when memory is short.
    pub fn to_png(&self) -> Result<Vec<u8>> {
        png(&self.picture)
    }

    /// The figure as an SVG file in memory: lines and letters stay sharp at any size; pictures keep their pixels.
    ///
    /// # Errors
    /// [`Error::Figure`] when memory is short.
    pub fn to_svg(&self) -> Result<String> {
        svg::file(self.width(), self.height(), &self.marks)
    }

    /// One figure below the other, centred, on a white ground.
    ///
    /// # Errors
    /// [`Error::Figure`] when `figures` is empty or the whole too high.
    pub fn vstack(figures: &[Figure]) -> Result<Figure> {
        let width = figures.iter().map(Figure::width).max().unwrap_or(0);
        let height = total(figures.iter().map(Figure::height));
        check_stack(figures, width, height)?;
        let mut top = 0;
        let places = figures.iter().map(|figure| {
            let place = ((width - figure.width()) / 2, top);
            top += figure.height() + GAP;
            place
        });
        Ok(together(width, height, figures, places))
    }

    /// One figure beside the other, centred, on a white ground.
    ///
    /// # Errors
    /// [`Error::Figure`] when `figures` is empty or the whole too wide.
    pub fn hstack(figures: &[Figure]) -> Result<Figure> {
        let width = total(figures.iter().map(Figure::width));
        let height = figures.iter().map(Figure::height).max().unwrap_or(0);
        check_stack(figures, width, height)?;
        let mut left = 0;
        let places = figures.iter().map(|figure| {
            let place = (left, (height - figure.height()) / 2);
            left += figure.width() + GAP;
            place
        });
        Ok(together(width, height, figures, places))
    }

    /// Shows the figure below the cell; the evcxr kernel calls it on a cell's last expression.
    pub fn evcxr_display(&self) {
        print_blocks(&self.rich());
    }

    fn rich(&self) -> Vec<Block> {
        match self.to_png() {
            Ok(file) => {
                let text = base64::engine::general_purpose::STANDARD.encode(file);
                vec![("image/png", text)]
            }
            Err(error) => vec![("text/plain", error.to_string())],
        }
    }
}

/// Its size, not a million numbers.
impl std::fmt::Debug for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Figure({} x {})", self.width(), self.height())?;
        append_blocks(f, || self.rich())
    }
}

/// A picture as a PNG file in memory. A notebook is three megabytes at most; the fastest compression takes half as much again.
pub(crate) fn png(picture: &RgbImage) -> Result<Vec<u8>> {
    let mut file = Vec::new();
    let (level, filter) = (CompressionType::Default, FilterType::Adaptive);
    let encoder = PngEncoder::new_with_quality(&mut file, level, filter);
    picture
        .write_with_encoder(encoder)
        .map_err(|e| Error::Figure(format!("PNG: {e}")))?;
    Ok(file)
}

impl TryFrom<DynamicImage> for Figure {
    type Error = Error;

    fn try_from(picture: DynamicImage) -> Result<Figure> {
        Figure::from_image(picture.into_rgb8())
    }
}

impl TryFrom<GrayImage> for Figure {
    type Error = Error;

    fn try_from(picture: GrayImage) -> Result<Figure> {
        Figure::try_from(DynamicImage::from(picture))
    }
}

/// A MIME type and what is shown in it.
pub(crate) type Block = (&'static str, String);

/// Prints blocks that the evcxr kernel turns into rich output.
pub(crate) fn print_blocks(blocks: &[Block]) {
    let blocks = blocks.iter().map(|(mime, content)| {
        format!("EVCXR_BEGIN_CONTENT {mime}\n{content}\nEVCXR_END_CONTENT\n")
    });
    // `println!` would panic on a closed pipe; a display that nobody can read is no reason to stop.
    let _ = std::io::stdout()
        .lock()
        .write_all(blocks.collect::<String>().as_bytes());
}

/// Adds blocks to a `Debug` text that the kernel prints as a block of its own, and nothing in other texts.
///
/// Where a cell's last expression moves a variable of the cell, or is the first of a kernel with a `?`, the kernel (evcxr
/// 0.22) takes its own compile error for a missing `evcxr_display` and shows the `Debug` text. notebooks/evcxr.toml has it
/// do so with the format's sign `-`, which no type of the standard library heeds.
pub(crate) fn append_blocks(
    f: &mut std::fmt::Formatter<'_>,
    blocks: impl FnOnce() -> Vec<Block>,
) -> std::fmt::Result {
    if !f.sign_minus() {
        return Ok(());
    }
    // The first ends the kernel's block, the kernel ends the last.
    for (mime, content) in blocks() {
        write!(
            f,
            "\nEVCXR_END_CONTENT\nEVCXR_BEGIN_CONTENT {mime}\n{content}"
        )?;
    }
    Ok(())
}

/// The figures on one white ground, each at its place.
fn together(
    width: u32,
    height: u32,
    figures: &[Figure],
    places: impl Iterator<Item = (u32, u32)>,
) -> Figure {
    let mut picture = RgbImage::from_pixel(width, height, PAPER);
    let marks = figures.iter().zip(places).map(|(figure, (left, top))| {
        image::imageops::replace(&mut picture, &*figure.picture, left.into(), top.into());
        Mark::Figure(figure.marks.clone(), (left, top))
    });
    let marks = marks.collect();
    Figure {
        picture: picture.into(),
        marks,
    }
}

fn total(sides: impl Iterator<Item = u32>) -> u32 {
    sides.fold(0u32, |sum, side| {
        let gap = if sum == 0 { 0 } else { GAP };
        sum.saturating_add(gap).saturating_add(side)
    })
}

fn check_stack(figures: &[Figure], width: u32, height: u32) -> Result<()> {
    if figures.is_empty() {
        return Err(Error::Figure(
            "there is no figure to put together; give at least one".into(),
        ));
    }
    check_size(width, height)
}

fn check_size(width: u32, height: u32) -> Result<()> {
    if (1..=LIMIT).contains(&width) && (1..=LIMIT).contains(&height) {
        return Ok(());
    }
    Err(Error::Figure(format!(
        "a figure of {width} x {height} pixels cannot be drawn; each side must lie in 1..={LIMIT}"
    )))
}

#[cfg(test)]
mod tests {
    use image::Rgb;

    use super::*;

    fn plain(width: u32, height: u32, colour: Rgb<u8>) -> Figure {
        Figure::from_image(RgbImage::from_pixel(width, height, colour)).expect("it has pixels")
    }

    const RED: Rgb<u8> = Rgb([255, 0, 0]);
    const BLUE: Rgb<u8> = Rgb([0, 0, 255]);

    #[test]
    fn a_stack_keeps_every_figure_in_order() -> Result<()> {
        let (red, blue) = (plain(10, 20, RED), plain(30, 40, BLUE));
        let column = Figure::vstack(&[red.clone(), blue.clone()])?;
        assert_eq!((column.width(), column.height()), (30, 60 + GAP));
        assert_eq!(*column.image().get_pixel(10, 0), RED);
        assert_eq!(*column.image().get_pixel(9, 0), PAPER);
        assert_eq!(*column.image().get_pixel(0, 20 + GAP), BLUE);
        let row = Figure::hstack(&[red, blue])?;
        assert_eq!((row.width(), row.height()), (40 + GAP, 40));
        assert_eq!(*row.image().get_pixel(0, 10), RED);
        assert_eq!(*row.image().get_pixel(10 + GAP, 0), BLUE);
        Ok(())
    }

    #[test]
    fn figures_without_pixels_are_refused() {
        assert!(matches!(Figure::vstack(&[]), Err(Error::Figure(_))));
        assert!(matches!(Figure::hstack(&[]), Err(Error::Figure(_))));
        assert!(matches!(
            Figure::from_image(RgbImage::new(0, 5)),
            Err(Error::Figure(_))
        ));
        assert!(matches!(
            Figure::draw(10, 0, |_| Ok(())),
            Err(Error::Figure(_))
        ));
        assert!(matches!(
            Figure::draw(10, u32::MAX, |_| Ok(())),
            Err(Error::Figure(_))
        ));
    }
}
