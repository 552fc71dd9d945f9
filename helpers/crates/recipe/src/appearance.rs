//! How a set of mammograms looks, in numbers: grey levels and texture.

use crate::spectrum::{Spectrum, exponent, mean_spectrum, spectrum};
use datasets::{BACKGROUND, Breast};
use density::data::load_grey;
use density::error::{Error, Result};
use density::interrupt::Interruptible;
use image::GrayImage;
use image::imageops::{FilterType, crop_imm, resize};
use rayon::prelude::*;
use std::path::PathBuf;

/// Higher images are reduced to this height, so that sets of different resolutions show the same details.
const HEIGHT: u32 = 512;
/// Sides of the square whose spectrum is taken, in pixels, the best one first.
const SIDES: [u32; 2] = [128, 64];
/// Grey levels and texture of a set of mammograms, as means over its images.
#[derive(Clone, Debug, PartialEq)]
pub struct Appearance {
    /// Share of the breast's pixels at each of the 256 grey levels. The breast is the largest bright region; its pixels
    /// are those above grey level 20.
    pub grey_levels: Vec<f64>,
    /// Centres of the bins of [`Appearance::power`], in cycles per image height, four per octave.
    pub frequencies: Vec<f64>,
    /// Power spectral density of the texture at these frequencies, averaged over directions, and over images by its
    /// logarithm. Of every image the variance that lies between 24 and 128 cycles per image height is 1.
    pub power: Vec<f64>,
    /// The exponent of `1 / f^beta`, the straight line through the logarithms of power and frequency from 24 to 128
    /// cycles per image height.
    pub beta: f64,
}

impl Appearance {
    /// Measures the images, on all cores.
    ///
    /// The spectrum is that of the square of 128 pixels (64, where it does not fit into the breast of every image) in the
    /// middle of the largest square in the breast, its mean taken off, under a Hann window; images higher than 512 pixels
    /// are reduced to that height before. A. E. Burgess, F. L. Jacobson and P. F. Judy, "Human observer detection
    /// experiments with mammograms and power-law noise", Med. Phys. 28, 419-437, 2001, measured exponents of about 3 on
    /// mammograms.
    ///
    /// # Errors
    /// [`Error::Image`] for an image that cannot be read, is black, has less than 64 pixels of breast in each direction,
    /// or a breast of one grey; [`Error::Parameter`] when there is no image, or images are too low to fit the exponent.
    pub fn of(images: &[PathBuf]) -> Result<Appearance> {
        if images.is_empty() {
            return Err(Error::parameter(
                "images",
                "none",
                "give at least one image",
            ));
        }
        let work = Interruptible::begin();
        let looks = images
            .par_iter()
            .map(|path| {
                work.check(|| format!("of {} images none was measured", images.len()))?;
                look(path)
            })
            .collect::<Result<Vec<_>>>()?;
        let side = SIDES
            .into_iter()
            .find(|side| looks.iter().all(|l| l.square.2 >= *side));
        let Some(side) = side else {
            let small = looks
                .iter()
                .position(|l| l.square.2 < SIDES[SIDES.len() - 1]);
            return Err(Error::Image {
                path: images[small.unwrap_or(0)].clone(),
                problem: format!(
                    "has no square of {0} x {0} pixels within the breast, at a height of {HEIGHT} or less",
                    SIDES[SIDES.len() - 1]
                ),
            });
        };
        let spectra = looks
            .par_iter()
            .zip(images)
            .map(|(look, path)| {
                look.spectrum(side).ok_or_else(|| Error::Image {
                    path: path.clone(),
                    problem:
                        "has one grey all over the middle of the breast: no texture to measure"
                            .into(),
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let mut grey_levels = vec![0.0; 256];
        for look in &looks {
            for (mean, share) in grey_levels.iter_mut().zip(&look.grey_levels) {
                *mean += share / looks.len() as f64;
            }
        }
        let curve = mean_spectrum(&spectra);
        Ok(Appearance {
            grey_levels,
            beta: exponent(&curve)?,
            frequencies: curve.iter().map(|(f, _)| f.exp()).collect(),
            power: curve.iter().map(|(_, p)| p.exp()).collect(),
        })
    }
}

/// One image.
struct Look {
    grey_levels: Vec<f64>,
    reduced: GrayImage,
    square: (u32, u32, u32),
}

impl Look {
    /// That of the patch in the middle of the square.
    fn spectrum(&self, side: u32) -> Option<Spectrum> {
        let (left, top, room) = self.square;
        let (left, top) = (left + (room - side) / 2, top + (room - side) / 2);
        let patch = crop_imm(&self.reduced, left, top, side, side).to_image();
        spectrum(&patch, self.reduced.height())
    }
}

fn look(path: &PathBuf) -> Result<Look> {
    let image = load_grey(path)?;
    let black = || Error::Image {
        path: path.clone(),
        problem: format!("is black: no breast above grey level {BACKGROUND}"),
    };
    let breast = Breast::find(&image).ok_or_else(black)?;
    let mut grey_levels = vec![0.0; 256];
    let mut pixels = 0.0;
    for (x, y, grey) in image.enumerate_pixels() {
        if grey.0[0] > BACKGROUND && breast.contains(x, y) {
            grey_levels[usize::from(grey.0[0])] += 1.0;
            pixels += 1.0;
        }
    }
    grey_levels.iter_mut().for_each(|count| *count /= pixels);
    let reduced = if image.height() > HEIGHT {
        let width = (image.width() * HEIGHT).div_ceil(image.height());
        resize(&image, width, HEIGHT, FilterType::Lanczos3)
    } else {
        image
    };
    let square = Breast::find(&reduced).ok_or_else(black)?.square();
    Ok(Look {
        grey_levels,
        reduced,
        square,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spectrum::fft_square;
    use image::Luma;
    use rand::{RngExt, SeedableRng};
    use rand_chacha::ChaCha8Rng;
    use rustfft::num_complex::Complex;
    use std::f64::consts::TAU;

    /// A field of random phases whose power is `1 / f^beta`, with a mean of 130 and a standard deviation of 25.
    fn field(side: usize, beta: f64, seed: u64) -> GrayImage {
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let along = |k: usize| k.min(side - k) as f64;
        let mut values = (0..side * side)
            .map(|place| {
                let f = along(place % side).hypot(along(place / side));
                let amplitude = if place == 0 { 0.0 } else { f.powf(-beta / 2.0) };
                Complex::from_polar(amplitude, chance.random_range(0.0..TAU))
            })
            .collect::<Vec<_>>();
        fft_square(&mut values, side);
        let power = values.iter().map(|v| v.re * v.re).sum::<f64>();
        let scale = 25.0 / (power / (side * side) as f64).sqrt();
        GrayImage::from_fn(side as u32, side as u32, |x, y| {
            let value = values[y as usize * side + x as usize].re;
            Luma([(130.0 + scale * value).round().clamp(21.0, 255.0) as u8])
        })
    }

    fn measured(side: usize, beta: f64, images: u64) -> Result<f64> {
        let folder = tempfile::tempdir().unwrap();
        let image = |i: u64| {
            let path = folder.path().join(format!("{i}.png"));
            field(side, beta, i).save(&path).unwrap();
            path
        };
        Ok(Appearance::of(&(0..images).map(image).collect::<Vec<_>>())?.beta)
    }

    #[test]
    fn fields_of_a_power_law_have_its_exponent() -> Result<()> {
        for beta in [0.0, 1.0, 2.0, 3.0] {
            let found = measured(512, beta, 8)?;
            assert!((found - beta).abs() < 0.05, "{found} for {beta}");
        }
        Ok(())
    }

    #[test]
    fn images_that_are_reduced_have_the_exponent_of_the_whole() -> Result<()> {
        let found = measured(1024, 3.0, 3)?;
        assert!((found - 3.0).abs() < 0.1, "{found}");
        Ok(())
    }
}
