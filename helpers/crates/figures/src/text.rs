//! Lines of text in the font that comes with the crate: a bare container draws the same letters.

use std::sync::{LazyLock, Once};

use ab_glyph::{Font, FontRef, GlyphId, PxScale, ScaleFont, point};
use image::Rgb;
use plotters::style::{FontStyle, register_font};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, FontTransform};

// DejaVu Sans 2.37 cut down to Latin, Greek, arrows and a few signs; the licence lies beside it.
const REGULAR_FILE: &[u8] = include_bytes!("../assets/DejaVuSans.ttf");
const BOLD_FILE: &[u8] = include_bytes!("../assets/DejaVuSans-Bold.ttf");

/// The part of a line's height (1 font size) that lies above the base line.
const ABOVE_BASE: f64 = 0.78;
/// Half the height of a capital, in font sizes: what vertical centring centres on.
const HALF_CAPITAL: f64 = 0.365;

/// Names of fonts that plotters' examples ask for. All are drawn with ours.
const FAMILIES: [&str; 8] = [
    "sans-serif",
    "serif",
    "monospace",
    "Arial",
    "Calibri",
    "Helvetica",
    "Times New Roman",
    "DejaVu Sans",
];

/// Tells plotters our fonts: it measures labels of legends itself, by fonts it knows.
pub(crate) fn register_fonts() {
    static REGISTERED: Once = Once::new();
    REGISTERED.call_once(|| {
        for family in FAMILIES {
            for (style, file) in [
                (FontStyle::Normal, REGULAR_FILE),
                (FontStyle::Bold, BOLD_FILE),
            ] {
                // The files are in the program and are fonts.
                let _ = register_font(family, style, file);
            }
        }
    });
}

/// Font size (the em, in pixels), weight and colour.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Lettering {
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) colour: Rgb<u8>,
}

impl Lettering {
    /// The same letters in another colour.
    pub(crate) fn coloured(self, colour: Rgb<u8>) -> Lettering {
        Lettering { colour, ..self }
    }

    fn font(&self) -> &'static FontRef<'static> {
        static REGULAR: LazyLock<FontRef<'static>> = LazyLock::new(|| built_in(REGULAR_FILE));
        static BOLD: LazyLock<FontRef<'static>> = LazyLock::new(|| built_in(BOLD_FILE));
        if self.bold { &BOLD } else { &REGULAR }
    }

    /// ab_glyph scales a font to the height between ascent and descent; a font size is the height of the em.
    fn scale(&self) -> PxScale {
        let font = self.font();
        let em = font.units_per_em().unwrap_or(2048.0);
        PxScale::from(self.size as f32 * font.height_unscaled() / em)
    }

    /// Every glyph of `text` with its distance from the start of the line, and the length of the line.
    fn line(&self, text: &str) -> (Vec<(GlyphId, f32)>, f32) {
        let font = self.font().as_scaled(self.scale());
        let mut glyphs = Vec::new();
        let (mut end, mut last) = (0.0, None);
        for letter in text.chars() {
            let glyph = font.glyph_id(letter);
            if let Some(last) = last {
                end += font.kern(last, glyph);
            }
            glyphs.push((glyph, end));
            end += font.h_advance(glyph);
            last = Some(glyph);
        }
        (glyphs, end)
    }

    /// Width of `text`, in pixels.
    pub(crate) fn width(&self, text: &str) -> i32 {
        self.line(text).1.ceil() as i32
    }

    /// `text`, or as much of its beginning as fits into `width` pixels, with an ellipsis.
    pub(crate) fn fitted(&self, text: &str, width: i32) -> String {
        if self.width(text) <= width {
            return text.to_string();
        }
        let mut short: String = text.to_string();
        while short.pop().is_some() {
            let candidate = format!("{}…", short.trim_end());
            if self.width(&candidate) <= width {
                return candidate;
            }
        }
        String::new()
    }
}

/// The font is part of the crate, and a test reads it: no input can make this fail.
fn built_in(file: &'static [u8]) -> FontRef<'static> {
    FontRef::try_from_slice(file).expect("the font in assets/ is a TrueType font")
}

/// Where a line of text lies.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextPlace {
    /// The pixel around which the line is turned.
    pub(crate) at: BackendCoord,
    /// By that many degrees, clockwise.
    pub(crate) degrees: u32,
    /// The start of the unturned line, right of `at`.
    pub(crate) left: f32,
    /// Its base, below `at`.
    pub(crate) base: f32,
    /// Its length.
    pub(crate) length: f32,
}

/// Hands every pixel that one line of text touches to `cover`, with the share of it that lies under letters. `anchor`
/// says which point of the unturned line lies `at`; the line then turns around it.
pub(crate) fn draw(
    text: &str,
    at: BackendCoord,
    anchor: Pos,
    turn: &FontTransform,
    lettering: &Lettering,
    mut cover: impl FnMut(BackendCoord, f64),
) -> TextPlace {
    let (glyphs, length) = lettering.line(text);
    let left = match anchor.h_pos {
        HPos::Left => 0.0,
        HPos::Center => -length / 2.0,
        HPos::Right => -length,
    };
    let base = match anchor.v_pos {
        VPos::Top => ABOVE_BASE * lettering.size,
        VPos::Center => HALF_CAPITAL * lettering.size,
        VPos::Bottom => (ABOVE_BASE - 1.0) * lettering.size,
    };
    // Base lines lie on whole pixels, so that the feet of the letters are crisp.
    let base = base.round() as f32;
    let font = lettering.font();
    for (id, offset) in glyphs {
        let glyph = id.with_scale_and_position(lettering.scale(), point(left + offset, base));
        let Some(outline) = font.outline_glyph(glyph) else {
            continue;
        };
        let corner = outline.px_bounds().min;
        outline.draw(|x, y, coverage| {
            let (x, y) = turn.transform(corner.x as i32 + x as i32, corner.y as i32 + y as i32);
            if coverage > 0.0 {
                cover((at.0 + x, at.1 + y), coverage.into());
            }
        });
    }
    TextPlace {
        at,
        degrees: match turn {
            FontTransform::None => 0,
            FontTransform::Rotate90 => 90,
            FontTransform::Rotate180 => 180,
            FontTransform::Rotate270 => 270,
        },
        left,
        base,
        length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: Lettering = Lettering {
        size: 16.0,
        bold: false,
        colour: Rgb([0; 3]),
    };

    /// Rows and columns that letters at 60, 60 cover, in order.
    fn inked(text: &str, anchor: Pos, turn: FontTransform) -> (Vec<i32>, Vec<i32>) {
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        draw(text, (60, 60), anchor, &turn, &BODY, |(x, y), _| {
            rows.push(y);
            columns.push(x);
        });
        rows.sort_unstable();
        columns.sort_unstable();
        (rows, columns)
    }

    #[test]
    fn a_capital_is_centred_on_its_anchor() {
        let centre = Pos::new(HPos::Center, VPos::Center);
        let (rows, columns) = inked("H", centre, FontTransform::None);
        let middle = |v: &[i32]| f64::from(v[0] + v[v.len() - 1]) / 2.0;
        assert!((middle(&rows) - 60.0).abs() <= 1.0 && (middle(&columns) - 60.0).abs() <= 1.0);
    }

    #[test]
    fn text_turned_up_reads_from_bottom_to_top() {
        let left = Pos::new(HPos::Left, VPos::Center);
        let (rows, columns) = inked("HHHHH", left, FontTransform::Rotate270);
        assert!(rows[0] < 20 && rows[rows.len() - 1] <= 60);
        assert!(columns[0] >= 50 && columns[columns.len() - 1] <= 70);
    }

    #[test]
    fn both_weights_have_the_signs_that_figures_use() {
        for bold in [false, true] {
            let font = Lettering { bold, ..BODY };
            for sign in "AZaz09µαβλκ±–—…×°≤≥✓✗→←·éüß−".chars() {
                assert_ne!(
                    font.font().glyph_id(sign),
                    GlyphId(0),
                    "{sign} (bold: {bold})"
                );
            }
        }
    }

    #[test]
    fn long_text_is_cut_to_fit() {
        let short = BODY.fitted("A_1251_1_A_CC_R_650.png", 100);
        assert!(
            short.ends_with('…') && BODY.width(&short) <= 100 && short.len() > 8,
            "{short}"
        );
        assert_eq!(BODY.fitted("A", 100), "A");
        assert_eq!(BODY.fitted("AAAA", 3), "");
    }
}
