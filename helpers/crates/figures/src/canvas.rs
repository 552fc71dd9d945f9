//! The plotters backend behind every chart: an RGB picture with anti-aliased lines and the crate's own letters.
//!
//! plotters' bitmap backend places `ab_glyph` letters without their side bearings and centres them above their
//! anchor; this backend draws text as typesetting wants it, and lines of any width with smooth edges.

use std::convert::Infallible;

use image::{Rgb, RgbImage};
use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::element::{Drawable, PointCollection};
use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    FontStyle,
};

use super::pixels;

/// What code that draws returns: its own errors and plotters' go up with `?` alike.
pub type DrawResult<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

use super::text::{self, Lettering};

/// The drawing surface of a chart, from [`super::Figure::draw`]. Sizes are pixels of the finished figure.
pub struct Canvas<'a> {
    picture: &'a mut RgbImage,
}

/// A part of a [`Canvas`], as plotters' charts take it.
pub type Area<'a> = DrawingArea<Canvas<'a>, Shift>;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Canvas<'a> {
    pub(crate) fn new(picture: &'a mut RgbImage) -> Canvas<'a> {
        Canvas { picture }
    }
}

/// plotters' colour as image's.
pub(crate) fn rgb(colour: RGBColor) -> Rgb<u8> {
    Rgb([colour.0, colour.1, colour.2])
}

fn paint(colour: BackendColor) -> (Rgb<u8>, f64) {
    let (r, g, b) = colour.rgb;
    (Rgb([r, g, b]), colour.alpha)
}

fn lettering<S: BackendTextStyle>(style: &S) -> (Lettering, f64) {
    let (colour, opacity) = paint(style.color());
    let bold = matches!(style.style(), FontStyle::Bold);
    (
        Lettering {
            size: style.size(),
            bold,
            colour,
        },
        opacity,
    )
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.picture.dimensions()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        let (colour, opacity) = paint(colour);
        pixels::blend(self.picture, x, y, colour, opacity);
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
        let (colour, opacity) = paint(style.color());
        let points: Vec<(f64, f64)> = path
            .into_iter()
            .map(|(x, y)| (x.into(), y.into()))
            .collect();
        if opacity > 0.0 {
            pixels::stroke(
                self.picture,
                &points,
                f64::from(style.stroke_width()),
                colour,
                opacity,
            );
        }
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (colour, opacity) = paint(style.color());
        let low = (a.0.min(b.0), a.1.min(b.1));
        let high = (a.0.max(b.0) + 1, a.1.max(b.1) + 1);
        if fill {
            pixels::fill(self.picture, low, high, colour, opacity);
        } else {
            let thickness = style.stroke_width().min(1 << 15) as i32;
            pixels::frame(self.picture, low, high, thickness, colour, opacity);
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
        let (colour, opacity) = paint(style.color());
        let line = (!fill).then(|| f64::from(style.stroke_width()));
        pixels::circle(
            self.picture,
            centre,
            f64::from(radius),
            line,
            colour,
            opacity,
        );
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let (letters, opacity) = lettering(style);
        text::draw(
            self.picture,
            text,
            at,
            style.anchor(),
            &style.transform(),
            &letters,
            opacity,
        );
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let (letters, _) = lettering(style);
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
        let shift = |(x, y): &(f64, f64)| (x + f64::from(left), y + f64::from(top));
        let points: Vec<(f64, f64)> = self.points.iter().map(shift).collect();
        pixels::stroke(canvas.picture, &points, self.width, rgb(self.colour), 1.0);
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
        image::imageops::replace(canvas.picture, &self.image, x.into(), y.into());
        Ok(())
    }
}
