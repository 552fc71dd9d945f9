//! Images made to fit into a figure.

use image::imageops::{self, FilterType};
use image::{DynamicImage, RgbImage};

use density::error::{Error, Result};

/// `image` in RGB, scaled to fit into `width` x `height` without changing its proportions.
pub(crate) fn fit(what: &str, image: &DynamicImage, width: u32, height: u32) -> Result<RgbImage> {
    has_pixels(what, image)?;
    let scale = (f64::from(width) / f64::from(image.width()))
        .min(f64::from(height) / f64::from(image.height()));
    let side =
        |length: u32, room: u32| ((f64::from(length) * scale).round() as u32).clamp(1, room.max(1));
    let (w, h) = (side(image.width(), width), side(image.height(), height));
    let picture = image.to_rgb8();
    if picture.dimensions() == (w, h) {
        return Ok(picture);
    }
    Ok(imageops::resize(&picture, w, h, FilterType::Triangle))
}

/// The image is not 0 pixels wide or high.
pub(crate) fn has_pixels(what: &str, image: &DynamicImage) -> Result<()> {
    if image.width() == 0 || image.height() == 0 {
        return Err(Error::Figure(format!(
            "{what} has {} x {} pixels; there is nothing to show",
            image.width(),
            image.height()
        )));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_are_kept() -> Result<()> {
        let wide = DynamicImage::new_luma8(400, 100);
        assert_eq!(fit("wide", &wide, 200, 200)?.dimensions(), (200, 50));
        let tall = DynamicImage::new_rgb8(1, 1000);
        assert_eq!(fit("tall", &tall, 50, 50)?.dimensions(), (1, 50));
        assert!(matches!(
            fit("none", &DynamicImage::new_luma8(0, 3), 5, 5),
            Err(Error::Figure(_))
        ));
        Ok(())
    }
}
