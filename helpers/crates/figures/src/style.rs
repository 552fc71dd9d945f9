//! One family of letters, one scale of sizes and one set of colours for every figure.

use image::Rgb;
use plotters::style::text_anchor::Pos;
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::BackendColor;

use super::canvas::rgb;
use super::text::Lettering;

/// The ground of every figure.
pub(crate) const PAPER: Rgb<u8> = Rgb([255; 3]);
/// Axes, and letters of lesser weight.
pub const SOFT: RGBColor = RGBColor(96, 96, 96);
/// Grid lines.
pub(crate) const GRID: RGBColor = RGBColor(226, 226, 226);

/// The eight colours of M. Okabe and K. Ito, "Color Universal Design" (2008), which colour-blind readers tell apart.
pub mod okabe_ito {
    use plotters::style::RGBColor;

    /// Black.
    pub const BLACK: RGBColor = RGBColor(0, 0, 0);
    /// Orange.
    pub const ORANGE: RGBColor = RGBColor(230, 159, 0);
    /// Sky blue.
    pub const SKY_BLUE: RGBColor = RGBColor(86, 180, 233);
    /// Bluish green.
    pub const GREEN: RGBColor = RGBColor(0, 158, 115);
    /// Yellow.
    pub const YELLOW: RGBColor = RGBColor(240, 228, 66);
    /// Blue.
    pub const BLUE: RGBColor = RGBColor(0, 114, 178);
    /// Vermilion.
    pub const VERMILION: RGBColor = RGBColor(213, 94, 0);
    /// Reddish purple.
    pub const PURPLE: RGBColor = RGBColor(204, 121, 167);
}

/// Colour of the series `index`; yellow is left out, for it hardly shows on white. Starts again after seven.
pub fn series_colour(index: usize) -> RGBColor {
    use okabe_ito::*;
    [BLUE, VERMILION, GREEN, PURPLE, ORANGE, SKY_BLUE, BLACK][index % 7]
}

/// Between figures put together, and around the panels of one, in pixels.
pub(crate) const GAP: u32 = 16;

pub(crate) const TITLE: Lettering = Lettering {
    size: 19.0,
    bold: true,
    colour: Rgb([33; 3]),
};
pub(crate) const LABEL: Lettering = Lettering {
    size: 16.0,
    bold: false,
    colour: Rgb([33; 3]),
};
pub(crate) const STRONG: Lettering = Lettering {
    size: 16.0,
    bold: true,
    colour: Rgb([33; 3]),
};
pub(crate) const TICK: Lettering = Lettering {
    size: 14.0,
    bold: false,
    colour: Rgb([33; 3]),
};

/// Letters as plotters takes them.
pub(crate) fn plotters_text(letters: Lettering, anchor: Pos) -> TextStyle<'static> {
    let style = if letters.bold {
        FontStyle::Bold
    } else {
        FontStyle::Normal
    };
    let [r, g, b] = letters.colour.0;
    TextStyle {
        font: FontDesc::new(FontFamily::SansSerif, letters.size, style),
        color: BackendColor {
            alpha: 1.0,
            rgb: (r, g, b),
        },
        pos: anchor,
    }
}

/// Letters in a plotters colour.
pub(crate) fn in_colour(letters: Lettering, colour: RGBColor) -> Lettering {
    letters.coloured(rgb(colour))
}
