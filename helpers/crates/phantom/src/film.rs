//! From tissue to grey: thickness, tone curve, blur, noise. Nothing here depends on density.

use crate::chance::{Chance, Rng};

/// The appearance that scanner and compression give a breast. Thickness and grey curve are drawn far wider than one clinic's.
pub(crate) struct Film {
    /// Width of the zone at the skin where the breast gets thinner, in heights.
    pub(crate) roll_off: f32,
    /// How much of the thinning the scanner takes back, 0 to 1.
    pub(crate) equalised: f32,
    /// The exposure that a fully dense pixel adds to that of fat at full thickness.
    pub(crate) contrast: f32,
    /// Brightness of the skin line and its depth.
    pub(crate) skin: f32,
    /// What equalisation adds to a zone under the skin, positive or negative, and its width in heights.
    pub(crate) rim: [f32; 2],
    /// Rise of the exposure over the picture's height and width.
    pub(crate) tilt: [f32; 2],
    /// Rise of the exposure from the border to the middle, where the breast is thicker: not all paddles are parallel.
    pub(crate) dome: f32,
    /// Grey of fat and of fully dense tissue.
    fat: f32,
    dense: f32,
    /// Exponents under and over the grey of fat.
    gamma: [f32; 2],
    /// Whether the brightest part of each picture is made as bright as fully dense tissue.
    auto: bool,
    /// Grey of the background.
    pub(crate) background: f32,
    /// Standard deviation of the blur, in heights.
    pub(crate) blur: f32,
    /// Strength of the scanner's sharpening and its reach in heights.
    pub(crate) sharpen: f32,
    pub(crate) reach: f32,
    /// Standard deviation of the noise, in grey levels, at 512 pixels of height.
    pub(crate) noise: f32,
}

impl Film {
    /// `patient` draws what the four views share, `view` what differs.
    pub(crate) fn draw(patient: &mut Rng, view: &mut Rng) -> Film {
        let digital = patient.happens(0.5);
        let (fat, dense, low) = if digital {
            // Flat pictures, light all over, with a steep border.
            (
                patient.within(90.0, 170.0),
                patient.within(45.0, 115.0),
                patient.within(0.4, 1.2),
            )
        } else {
            // Film: dark at the border, bright in the dense tissue.
            (
                patient.within(50.0, 150.0),
                patient.within(60.0, 190.0),
                patient.within(0.9, 3.0),
            )
        };
        let fat = fat + view.jitter(8.0);
        Film {
            roll_off: patient.within(0.025, 0.09)
                + if digital {
                    0.0
                } else {
                    patient.within(0.0, 0.12)
                },
            equalised: if digital {
                patient.within(0.2, 0.95)
            } else {
                patient.within(0.0, 0.6)
            },
            contrast: patient.scale(0.5, 1.1),
            skin: patient.within(0.0, 0.28),
            rim: if patient.happens(0.5) {
                [patient.jitter(0.18), patient.scale(0.02, 0.12)]
            } else {
                [0.0, 1.0]
            },
            tilt: [view.jitter(0.12), view.jitter(0.12)],
            dome: view.jitter(0.12),
            fat,
            dense: (fat + dense).min(252.0),
            gamma: [low, patient.within(0.65, 1.5)],
            auto: patient.happens(0.4),
            background: if patient.happens(0.3) {
                patient.within(2.0, 32.0)
            } else {
                0.0
            },
            blur: patient.scale(0.0004, 0.004),
            sharpen: if patient.happens(0.35) {
                patient.within(0.2, 1.2)
            } else {
                0.0
            },
            reach: patient.scale(0.006, 0.04),
            noise: patient.scale(0.4, 4.0),
        }
    }

    /// The exposure that becomes the grey of fully dense tissue; `brightest` is what the picture holds.
    pub(crate) fn white(&self, brightest: f32) -> f32 {
        let full = 1.0 + self.contrast;
        if self.auto {
            brightest.clamp(1.0 + 0.2 * self.contrast, full)
        } else {
            full
        }
    }

    /// The grey of an exposure: 0 behind no tissue, 1 behind fat at full thickness.
    pub(crate) fn grey(&self, exposure: f32, white: f32) -> f32 {
        let above = exposure - 1.0;
        let grey = if above <= 0.0 {
            self.fat * exposure.max(0.0).powf(self.gamma[0])
        } else {
            self.fat + (self.dense - self.fat) * (above / (white - 1.0)).powf(self.gamma[1])
        };
        // A soft knee at the top.
        if grey <= 225.0 {
            grey
        } else {
            225.0 + 28.0 * (1.0 - (-(grey - 225.0) / 28.0).exp())
        }
    }
}

/// Blurs a picture with a Gaussian of `sigma` pixels.
pub(crate) fn blur(pixels: &mut [f32], width: usize, sigma: f32) {
    if sigma < 0.25 {
        return;
    }
    let reach = (2.5 * sigma).ceil() as usize;
    let weights: Vec<f32> = (0..=reach)
        .map(|i| (-0.5 * (i as f32 / sigma).powi(2)).exp())
        .collect();
    let sum = weights[0] + 2.0 * weights[1..].iter().sum::<f32>();
    let weights: Vec<f32> = weights.iter().map(|w| w / sum).collect();
    let height = pixels.len() / width;
    let mut line = vec![0.0; width + 2 * reach];
    for row in pixels.chunks_exact_mut(width) {
        line[reach..reach + width].copy_from_slice(row);
        line[..reach].fill(row[0]);
        line[reach + width..].fill(row[width - 1]);
        for (x, out) in row.iter_mut().enumerate() {
            let at = x + reach;
            *out = weights[0] * line[at];
            for (i, w) in weights.iter().enumerate().skip(1) {
                *out += w * (line[at - i] + line[at + i]);
            }
        }
    }
    let source = pixels.to_vec();
    for y in 0..height {
        let out = &mut pixels[y * width..(y + 1) * width];
        out.iter_mut().for_each(|value| *value *= weights[0]);
        for (i, w) in weights.iter().enumerate().skip(1) {
            let above = y.saturating_sub(i) * width;
            let below = (y + i).min(height - 1) * width;
            let rows = source[above..above + width]
                .iter()
                .zip(&source[below..below + width]);
            for (value, (a, b)) in out.iter_mut().zip(rows) {
                *value += w * (a + b);
            }
        }
    }
}
