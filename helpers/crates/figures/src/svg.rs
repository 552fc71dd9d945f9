//! A figure as SVG: the marks that a canvas painted, kept in their order, with text as text.

use std::fmt::Write;
use std::sync::Arc;

use base64::Engine;
use density::error::Result;
use image::RgbImage;
use plotters_backend::BackendColor;
use tiny_skia::{FillRule, Path, PathSegment, Rect};

use super::figure::png;
use super::text::{Lettering, TextPlace};

/// What was painted.
#[derive(Clone)]
pub(crate) enum Mark {
    /// A rectangle in pixels, filled.
    Rect(Rect, BackendColor),
    /// A path, filled, moved by that much to the right and down.
    Path(Path, FillRule, f32, BackendColor),
    /// A line of text.
    Text(String, TextPlace, Lettering),
    /// A picture with its top left corner at a pixel.
    Picture(Arc<RgbImage>, (i32, i32)),
    /// A figure with its top left corner at a pixel.
    Figure(Arc<[Mark]>, (u32, u32)),
}

/// The whole file, of a white ground of that size and `marks` on it.
///
/// # Errors
/// [`Error::Figure`] when memory is too short for a picture's PNG.
pub(crate) fn file(width: u32, height: u32, marks: &[Mark]) -> Result<String> {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"DejaVu Sans, Verdana, sans-serif\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
    );
    write_marks(&mut svg, marks)?;
    svg.push_str("</svg>\n");
    Ok(svg)
}

fn write_marks(svg: &mut String, marks: &[Mark]) -> Result<()> {
    for mark in marks {
        write_mark(svg, mark)?;
        svg.push('\n');
    }
    Ok(())
}

fn write_mark(svg: &mut String, mark: &Mark) -> Result<()> {
    // Writing into a text cannot fail.
    let _ = match mark {
        Mark::Rect(rect, colour) => write!(
            svg,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}/>",
            rect.left(),
            rect.top(),
            rect.width(),
            rect.height(),
            fill(*colour)
        ),
        Mark::Path(path, rule, shift, colour) => {
            let rule = match rule {
                FillRule::Winding => "",
                FillRule::EvenOdd => " fill-rule=\"evenodd\"",
            };
            write!(
                svg,
                "<path d=\"{}\"{rule}{}/>",
                data(path, *shift),
                fill(*colour)
            )
        }
        Mark::Text(text, place, letters) => {
            let [r, g, b] = letters.colour.0;
            let weight = if letters.bold {
                " font-weight=\"bold\""
            } else {
                ""
            };
            // The length holds the layout together where another font stands in.
            write!(
                svg,
                "<text transform=\"translate({} {}) rotate({})\" x=\"{:.1}\" y=\"{:.1}\" font-size=\"{}\"{weight} \
                 textLength=\"{:.1}\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" \
                 fill=\"#{r:02x}{g:02x}{b:02x}\">{}</text>",
                place.at.0,
                place.at.1,
                place.degrees,
                place.left,
                place.base,
                letters.size,
                place.length,
                escaped(text)
            )
        }
        Mark::Picture(picture, (x, y)) => {
            write!(
                svg,
                "<image x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" href=\"data:image/png;base64,{}\"/>",
                picture.width(),
                picture.height(),
                base64::engine::general_purpose::STANDARD.encode(png(picture)?)
            )
        }
        Mark::Figure(marks, (left, top)) => {
            let _ = writeln!(svg, "<g transform=\"translate({left} {top})\">");
            write_marks(svg, marks)?;
            write!(svg, "</g>")
        }
    };
    Ok(())
}

fn fill(colour: BackendColor) -> String {
    let (r, g, b) = colour.rgb;
    let opacity = match colour.alpha {
        1.0 => String::new(),
        alpha => format!(" fill-opacity=\"{alpha:.3}\""),
    };
    format!(" fill=\"#{r:02x}{g:02x}{b:02x}\"{opacity}")
}

fn data(path: &Path, shift: f32) -> String {
    let mut data = String::new();
    for segment in path.segments() {
        let (letter, points) = match segment {
            PathSegment::MoveTo(a) => ("M", vec![a]),
            PathSegment::LineTo(a) => ("L", vec![a]),
            PathSegment::QuadTo(a, b) => ("Q", vec![a, b]),
            PathSegment::CubicTo(a, b, c) => ("C", vec![a, b, c]),
            PathSegment::Close => ("Z", vec![]),
        };
        data.push_str(letter);
        for point in points {
            let _ = write!(data, "{:.2} {:.2} ", point.x + shift, point.y + shift);
        }
    }
    data
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
