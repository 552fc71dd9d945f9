//! What rust-analyzer may know of plotters 0.3: colours. Never compiled.

pub mod style {
    #[derive(Clone, Copy, Debug)]
    pub struct RGBColor(pub u8, pub u8, pub u8);

    pub const BLACK: RGBColor = RGBColor(0, 0, 0);
    pub const BLUE: RGBColor = RGBColor(0, 0, 255);
    pub const GREEN: RGBColor = RGBColor(0, 255, 0);
    pub const RED: RGBColor = RGBColor(255, 0, 0);
    pub const WHITE: RGBColor = RGBColor(255, 255, 255);
}

pub mod prelude {
    pub use crate::style::{BLACK, BLUE, GREEN, RED, RGBColor, WHITE};
}
