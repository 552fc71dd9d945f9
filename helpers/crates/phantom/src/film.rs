//! From tissue to grey: thickness, tone curve, blur, noise. Nothing here depends on density.

use crate::chance::{Chance, Rng};

/// What a mammogram was made with, and for what: each kind has grey curves and textures of its own. Drawn apart from the density.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Look {
    /// A digitised film: dark at the border, bright in the dense tissue, a grey base, wide frames.
    Film,
    /// A plain digital picture, light all over with a steep border, as the published test set is.
    Plain,
    /// Digital mammography as it is presented for reading today. Fat is dark grey and even up to the skin, for the thickness is taken out
    /// (J. W. Byng, J. P. Critten, M. J. Yaffe, Radiology 203 (1997) 564); local contrast is raised at several scales, with haloes
    /// (P. Vuylsteke, E. Schoeters, Proc. SPIE 2167 (1994) 551), so that ligaments are a crisp net.
    Processed,
    /// A synthetic two-dimensional view from tomosynthesis: processed, edges more still, with streaks and shadows along the
    /// way of the tube (P. S. Sujlana et al., Clinical Imaging 55 (2019) 188).
    Synthetic,
}

impl Look {
    /// All four.
    pub const ALL: [Look; 4] = [Look::Film, Look::Plain, Look::Processed, Look::Synthetic];

    /// `film`, `plain`, `processed`, `synthetic`.
    pub fn name(self) -> &'static str {
        match self {
            Look::Film => "film",
            Look::Plain => "plain",
            Look::Processed => "processed",
            Look::Synthetic => "synthetic",
        }
    }

    /// The first draw of a patient's film.
    pub(crate) fn draw(patient: &mut Rng) -> Look {
        match patient.within(0.0, 1.0) {
            p if p < 0.3 => Look::Film,
            p if p < 0.55 => Look::Plain,
            p if p < 0.87 => Look::Processed,
            _ => Look::Synthetic,
        }
    }

    /// Whether local contrast is raised and the thickness taken out.
    pub(crate) fn is_processed(self) -> bool {
        matches!(self, Look::Processed | Look::Synthetic)
    }
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// The appearance that scanner and compression give a breast. Thickness and grey curve are drawn far wider than one clinic's.
pub(crate) struct Film {
    pub(crate) look: Look,
    /// Width of the zone at the skin where the breast gets thinner, in heights.
    pub(crate) roll_off: f32,
    /// How much of the thinning the scanner takes back, 0 to 1.
    pub(crate) equalised: f32,
    /// The exposure that a fully dense pixel adds to that of fat at full thickness.
    pub(crate) contrast: f32,
    /// Brightness of the skin line and its depth.
    pub(crate) skin: f32,
    /// What ligaments, ducts, vessels and septa are multiplied by: how crisp their net is.
    pub(crate) net: f32,
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
    /// Local contrast, of processed looks alone.
    enhance: Option<Enhance>,
    /// Strength of the scanner's sharpening and its reach in heights.
    pub(crate) sharpen: f32,
    pub(crate) reach: f32,
    /// Standard deviation of the noise, in grey levels, at 512 pixels of height.
    pub(crate) noise: f32,
}

/// Processing for display: what varies slowly is held back, what varies fast brought out.
struct Enhance {
    /// What is left of the contrast of large regions.
    level: f32,
    /// What the local contrast is multiplied by at the coarse and at the fine scale.
    detail: [f32; 2],
    /// The two scales, in heights.
    reach: [f32; 2],
    /// How much of the darkness beside the breast counts into a place's surroundings at the skin: 0 for no halo.
    halo: f32,
    /// Strength and reach of shadows along the way of the tube, 0 where there was none.
    shadow: [f32; 2],
}

impl Enhance {
    fn draw(look: Look, patient: &mut Rng) -> Enhance {
        let synthetic = look == Look::Synthetic;
        let more = if synthetic { 1.4 } else { 1.0 };
        Enhance {
            level: patient.within(0.45, 1.0),
            detail: [patient.within(1.0, 1.9), more * patient.within(1.0, 2.2)],
            reach: [patient.scale(0.03, 0.12), patient.scale(0.004, 0.015)],
            halo: patient.within(0.0, 0.25),
            shadow: if synthetic {
                [patient.within(0.15, 0.6), patient.scale(0.008, 0.03)]
            } else {
                [0.0, 0.0]
            },
        }
    }
}

impl Film {
    /// `patient` draws what the four views share, `view` what differs.
    pub(crate) fn draw(patient: &mut Rng, view: &mut Rng) -> Film {
        let look = Look::draw(patient);
        let processed = look.is_processed();
        let (fat, dense, low) = match look {
            Look::Film => (
                patient.within(50.0, 150.0),
                patient.within(60.0, 190.0),
                patient.within(0.9, 3.0),
            ),
            Look::Plain => (
                patient.within(90.0, 170.0),
                patient.within(45.0, 115.0),
                patient.within(0.4, 1.2),
            ),
            Look::Processed | Look::Synthetic => (
                patient.scale(28.0, 115.0),
                patient.within(90.0, 200.0),
                patient.within(0.5, 2.0),
            ),
        };
        let fat = fat + view.jitter(if processed { 4.0 } else { 8.0 });
        Film {
            look,
            roll_off: match look {
                Look::Film => patient.within(0.025, 0.09) + patient.within(0.0, 0.12),
                _ => patient.within(0.025, 0.09),
            },
            equalised: match look {
                Look::Film => patient.within(0.0, 0.6),
                Look::Plain => patient.within(0.2, 0.95),
                Look::Processed | Look::Synthetic => patient.within(0.7, 1.0),
            },
            contrast: patient.scale(0.5, 1.1),
            skin: patient.within(0.0, if processed { 0.6 } else { 0.28 }),
            net: if processed {
                patient.scale(0.9, 2.6)
            } else {
                patient.scale(0.7, 1.4)
            },
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
            background: match look {
                Look::Film | Look::Plain if patient.happens(0.5) => patient.within(2.0, 32.0),
                Look::Processed | Look::Synthetic if patient.happens(0.1) => {
                    patient.within(1.0, 12.0)
                }
                _ => 0.0,
            },
            blur: patient.scale(0.0003, if processed { 0.0012 } else { 0.0025 }),
            enhance: processed.then(|| Enhance::draw(look, patient)),
            sharpen: if patient.happens(0.35) {
                patient.within(0.2, 1.2)
            } else {
                0.0
            },
            reach: patient.scale(0.006, 0.04),
            noise: patient.scale(0.4, 4.0),
        }
    }

    /// Raises local contrast in a picture of exposures, `unit` heights a pixel.
    pub(crate) fn enhance(&self, exposure: &mut [f32], width: usize, unit: f32) {
        let Some(e) = &self.enhance else {
            return;
        };
        // Surroundings are those within the breast, or at the skin partly the dark beside it.
        let inside = exposure.iter().map(|v| if *v > 0.0 { 1.0 } else { e.halo });
        let inside = inside.collect::<Vec<f32>>();
        let around = |values: &[f32], reach: f32| {
            let (mut sum, mut share) = (values.to_vec(), inside.clone());
            blur(&mut sum, width, reach / unit);
            blur(&mut share, width, reach / unit);
            let mean = |(s, n): (f32, f32)| s / n.max(1e-3);
            sum.into_iter().zip(share).map(mean).collect::<Vec<_>>()
        };
        let coarse = around(exposure, e.reach[0]);
        let fine = around(exposure, e.reach[1]);
        let mut shadow = exposure.to_vec();
        if e.shadow[0] > 0.0 {
            blur_columns(&mut shadow, width, e.shadow[1] / unit);
        }
        for (place, value) in exposure.iter_mut().enumerate() {
            if *value > 0.0 {
                let (coarse, fine) = (coarse[place], fine[place]);
                let shaded = e.shadow[0] * (*value - shadow[place]);
                let raised = 1.0
                    + e.level * (coarse - 1.0)
                    + e.detail[0] * (fine - coarse)
                    + e.detail[1] * (*value - fine)
                    + shaded;
                // A place of the breast stays one.
                *value = raised.max(0.02);
            }
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
    blur_rows(pixels, width, sigma);
    blur_columns(pixels, width, sigma);
}

/// The weights of a Gaussian, from its middle outwards; one weight where it is too narrow to matter.
fn gaussian(sigma: f32) -> Vec<f32> {
    if sigma < 0.25 {
        return vec![1.0];
    }
    let reach = (2.5 * sigma).ceil() as usize;
    let weights = (0..=reach).map(|i| (-0.5 * (i as f32 / sigma).powi(2)).exp());
    let weights = weights.collect::<Vec<f32>>();
    let sum = weights[0] + 2.0 * weights[1..].iter().sum::<f32>();
    weights.iter().map(|w| w / sum).collect()
}

fn blur_rows(pixels: &mut [f32], width: usize, sigma: f32) {
    let weights = gaussian(sigma);
    let reach = weights.len() - 1;
    if reach == 0 {
        return;
    }
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
}

/// Blurs along the columns alone.
fn blur_columns(pixels: &mut [f32], width: usize, sigma: f32) {
    let weights = gaussian(sigma);
    if weights.len() == 1 {
        return;
    }
    let height = pixels.len() / width;
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
