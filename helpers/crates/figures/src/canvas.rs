//! The plotters backend behind every chart: an RGB picture with anti-aliased lines and the crate's own letters.
//!
//! plotters' bitmap backend places `ab_glyph` letters without their side bearings and centres them above their
//! anchor; this backend draws text as typesetting wants it, and has tiny-skia paint marks with smooth edges.

use std::cell::RefCell;
use std::convert::Infallible;
use std::rc::Rc;
use std::sync::Arc;

use image::{DynamicImage, ImageBuffer, Rgb, RgbImage, Rgba, RgbaImage};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters::style::{Color, RGBColor};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};
use tiny_skia::{
    FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, PixmapMut, Rect, Stroke, Transform,
};

/// What code that draws returns: its own errors and plotters' go up with `?` alike.
pub type DrawResult<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

use super::svg::Mark;
use super::text::{self, Lettering};

/// The drawing surface of a chart, from [`super::Figure::draw`]. Sizes are pixels of the finished figure.
pub struct Canvas<'a> {
    pixmap: PixmapMut<'a>,
    marks: Rc<RefCell<Vec<Mark>>>,
}

/// A part of a [`Canvas`], as plotters' charts take it.
pub type Area<'a> = DrawingArea<Canvas<'a>, Shift>;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Canvas<'a> {
    /// On an opaque picture, which has pixels; what is painted is kept in `marks` besides.
    pub(crate) fn new(picture: &'a mut RgbaImage, marks: Rc<RefCell<Vec<Mark>>>) -> Canvas<'a> {
        let (width, height) = picture.dimensions();
        let pixmap = PixmapMut::from_bytes(picture, width, height);
        Canvas {
            pixmap: pixmap.expect("four bytes a pixel"),
            marks,
        }
    }

    fn keep(&self, mark: Mark) {
        self.marks.borrow_mut().push(mark);
    }

    /// Fills the rectangle from the pixel `a` to the pixel `b`, both included.
    fn fill_pixels(&mut self, a: BackendCoord, b: BackendCoord, colour: BackendColor) {
        if let Some(pixels) = rect(a, b) {
            self.paint_rect(pixels, colour);
            self.keep(Mark::Rect(pixels, colour));
        }
    }

    fn paint_rect(&mut self, pixels: Rect, colour: BackendColor) {
        self.pixmap
            .fill_rect(pixels, &paint(colour), Transform::identity(), None);
    }

    /// Fills a path; the middle of the pixel `x, y` is its point `x, y`, as in all paths but those of [`rect`].
    fn fill(&mut self, path: Option<Path>, colour: BackendColor) {
        if let Some(path) = path {
            self.fill_path(path, FillRule::Winding, 0.5, colour);
        }
    }

    /// Fills a path that is moved by `shift` to the right and down.
    fn fill_path(&mut self, path: Path, rule: FillRule, shift: f32, colour: BackendColor) {
        let moved = Transform::from_translate(shift, shift);
        self.pixmap
            .fill_path(&path, &paint(colour), rule, moved, None);
        self.keep(Mark::Path(path, rule, shift, colour));
    }

    /// Draws a path as a line with round ends and joins.
    fn stroke(&mut self, path: Option<Path>, width: f32, colour: BackendColor) {
        let line = Stroke {
            width,
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        // `stroke_path` has another way for thin lines, which leaves the ends of ticks pale.
        self.fill(path.and_then(|path| path.stroke(&line, 1.0)), colour);
    }
}

/// plotters' colour as image's.
pub(crate) fn rgb(colour: RGBColor) -> Rgb<u8> {
    Rgb([colour.0, colour.1, colour.2])
}

fn paint(colour: BackendColor) -> Paint<'static> {
    let (r, g, b) = colour.rgb;
    let mut paint = Paint::default();
    paint.set_color_rgba8(r, g, b, (255.0 * colour.alpha).round() as u8);
    paint
}

/// From the pixel `a` to the pixel `b`, both included.
fn rect(a: BackendCoord, b: BackendCoord) -> Option<Rect> {
    let (left, right) = (a.0.min(b.0), a.0.max(b.0));
    let (top, bottom) = (a.1.min(b.1), a.1.max(b.1));
    Rect::from_ltrb(
        left as f32,
        top as f32,
        right as f32 + 1.0,
        bottom as f32 + 1.0,
    )
}

/// Draws a line through `points` (x, y in pixels, pixel centres at whole numbers) on a picture, `width` pixels wide.
pub(crate) fn stroke(picture: &mut RgbImage, points: &[(f64, f64)], width: f64, colour: [u8; 3]) {
    if picture.is_empty() {
        return;
    }
    let mut pixels = DynamicImage::from(std::mem::take(picture)).into_rgba8();
    let points = points.iter().map(|p| (p.0 as f32, p.1 as f32));
    let colour = BackendColor {
        alpha: 1.0,
        rgb: colour.into(),
    };
    Canvas::new(&mut pixels, Rc::default()).stroke(path(points), width as f32, colour);
    *picture = DynamicImage::from(pixels).into_rgb8();
}

/// Through all points; a single one is a dot.
fn path(points: impl IntoIterator<Item = (f32, f32)>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (x, y) in points {
        if path.is_empty() {
            path.move_to(x, y);
        }
        path.line_to(x, y);
    }
    path.finish()
}

fn pixels(path: impl IntoIterator<Item = BackendCoord>) -> impl Iterator<Item = (f32, f32)> {
    path.into_iter().map(|(x, y)| (x as f32, y as f32))
}

fn lettering<S: BackendTextStyle>(style: &S) -> Lettering {
    let (r, g, b) = style.color().rgb;
    Lettering {
        size: style.size(),
        bold: matches!(style.style(), FontStyle::Bold),
        colour: Rgb([r, g, b]),
    }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.pixmap.width(), self.pixmap.height())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Drawn {
        self.fill_pixels(at, at, colour);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let line = style.stroke_width() as f32;
        self.stroke(self::path(pixels(path)), line, style.color());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        if fill {
            self.fill_pixels(a, b, style.color());
        } else if let Some(outside) = rect(a, b) {
            // The frame lies inside.
            let line = style.stroke_width() as f32;
            let mut frame = PathBuilder::new();
            frame.push_rect(outside);
            if let Some(inside) = outside.inset(line, line) {
                frame.push_rect(inside);
            }
            if let Some(frame) = frame.finish() {
                self.fill_path(frame, FillRule::EvenOdd, 0.0, style.color());
            }
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let circle = PathBuilder::from_circle(centre.0 as f32, centre.1 as f32, radius as f32);
        if fill {
            self.fill(circle, style.color());
        } else {
            self.stroke(circle, style.stroke_width() as f32, style.color());
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.fill(path(pixels(corners)), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (anchor, turn, colour) = (style.anchor(), style.transform(), style.color());
        let letters = lettering(style);
        let place = text::draw(text, at, anchor, &turn, &letters, |at, covered| {
            if let Some(pixel) = rect(at, at) {
                self.paint_rect(pixel, colour.mix(covered));
            }
        });
        self.keep(Mark::Text(text.to_owned(), place, letters));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let letters = lettering(style);
        Ok((
            letters.width(text).max(0) as u32,
            letters.size.ceil() as u32,
        ))
    }
}

/// A line through points that need not be whole pixels: plotters rounds its coordinates, which puts kinks into a
/// smooth curve. Drawn on an [`Area`], in its pixels.
pub(crate) struct Polyline {
    pub(crate) points: Vec<(f64, f64)>,
    pub(crate) width: f64,
    pub(crate) colour: RGBColor,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Polyline {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    /// The origin alone: where it ends up tells where the area lies on the canvas.
    fn point_iter(self) -> [BackendCoord; 1] {
        [(0, 0)]
    }
}

impl Drawable<Canvas<'_>> for Polyline {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut origin: I,
        canvas: &mut Canvas<'_>,
        _: (u32, u32),
    ) -> Drawn {
        let (left, top) = origin.next().unwrap_or_default();
        let shift =
            |(x, y): &(f64, f64)| ((x + f64::from(left)) as f32, (y + f64::from(top)) as f32);
        let colour = self.colour.to_backend_color();
        canvas.stroke(
            path(self.points.iter().map(shift)),
            self.width as f32,
            colour,
        );
        Ok(())
    }
}

/// A picture with its top left corner `at` a pixel of an [`Area`].
pub(crate) struct Picture {
    pub(crate) at: (i32, i32),
    pub(crate) image: RgbImage,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Picture {
    type Point = BackendCoord;
    type IntoIter = [BackendCoord; 1];

    fn point_iter(self) -> [BackendCoord; 1] {
        [self.at]
    }
}

impl Drawable<Canvas<'_>> for Picture {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut corner: I,
        canvas: &mut Canvas<'_>,
        _: (u32, u32),
    ) -> Drawn {
        let (x, y) = corner.next().unwrap_or_default();
        let picture = DynamicImage::from(self.image.clone()).into_rgba8();
        let ((width, height), pixels) = (canvas.get_size(), canvas.pixmap.data_mut());
        if let Some(mut below) = ImageBuffer::<Rgba<u8>, _>::from_raw(width, height, pixels) {
            image::imageops::replace(&mut below, &picture, x.into(), y.into());
        }
        canvas.keep(Mark::Picture(Arc::new(self.image.clone()), (x, y)));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHITE: Rgba<u8> = Rgba([255; 4]);
    const BLACK: BackendColor = BackendColor {
        alpha: 1.0,
        rgb: (0, 0, 0),
    };

    #[test]
    fn a_line_of_one_pixel_is_crisp() {
        let mut picture = RgbaImage::from_pixel(9, 5, WHITE);
        let mut canvas = Canvas::new(&mut picture, Rc::default());
        canvas.draw_line((2, 2), (6, 2), &BLACK).unwrap();
        for (x, y, pixel) in picture.enumerate_pixels() {
            let (on_it, grey) = ((2..=6).contains(&x) && y == 2, pixel.0[0]);
            assert!(
                if on_it { grey < 40 } else { grey == 255 },
                "{x}, {y}: {grey}"
            );
        }
    }

    #[test]
    fn a_frame_lies_inside_of_its_corners() {
        let mut picture = RgbaImage::from_pixel(9, 9, WHITE);
        let mut canvas = Canvas::new(&mut picture, Rc::default());
        let line = Color::stroke_width(&RGBColor(0, 0, 0), 2);
        canvas.draw_rect((1, 1), (7, 7), &line, false).unwrap();
        let row: Vec<u8> = (0..9).map(|x| picture.get_pixel(x, 4)[0]).collect();
        assert_eq!(row, [255, 0, 0, 255, 255, 255, 0, 0, 255]);
    }

    #[test]
    fn marks_outside_of_the_picture_are_cut_off() {
        let mut picture = RgbaImage::from_pixel(4, 4, WHITE);
        let mut canvas = Canvas::new(&mut picture, Rc::default());
        canvas.draw_line((-50, -50), (50, 50), &BLACK).unwrap();
        canvas.draw_circle((100, 100), 5, &BLACK, true).unwrap();
        canvas.draw_rect((-5, 3), (50, 90), &BLACK, true).unwrap();
        canvas.draw_path([], &BLACK).unwrap();
        canvas.draw_path([(9, 9)], &BLACK).unwrap();
        assert_eq!(picture.get_pixel(0, 3).0, [0, 0, 0, 255]);
        assert_eq!(*picture.get_pixel(3, 0), WHITE);
    }
}
