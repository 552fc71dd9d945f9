//! From a patient, a view and a class to pixels.

use crate::anatomy::WIDTH;
use crate::noise::mix;
use crate::scene::Scene;
use crate::{Density, View};
use image::{GrayImage, Luma};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::ops::RangeInclusive;

/// Heights that can be drawn: enough pixels for a breast, few enough for memory.
pub(crate) const HEIGHTS: RangeInclusive<u32> = 8..=8192;

/// One synthetic mammogram.
///
/// ```
/// use phantom::{Density, Phantom, View};
/// let dense = Phantom { patient_seed: 7, view: View::CcL, density: Density::D };
/// let image = dense.draw(256);
/// assert_eq!(image.dimensions(), (160, 256));
/// assert!(dense.percent_density() > 60.0);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phantom {
    /// Who it is: the same seed gives the same size, shape and pattern of tissue in all four views.
    pub patient_seed: u64,
    /// The view.
    pub view: View,
    /// The density class, the same for both breasts.
    pub density: Density,
}

/// A drawn phantom and what is known about its pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The mammogram.
    pub image: GrayImage,
    /// What each pixel is: 0 background, 1 fat, 2 fibroglandular tissue, 3 muscle.
    pub tissue: GrayImage,
}

impl Phantom {
    /// The share of the breast's area (muscle left out) that is fibroglandular tissue, in percent: the ground truth.
    ///
    /// Drawn for the patient from the range of the class ([`Density::percent_range`]); a view differs from it by up
    /// to 3.
    pub fn percent_density(&self) -> f64 {
        let (low, high) = self.density.percent_range();
        let patient: f64 = self.rng(Draw::PatientDensity).random_range(low..high);
        let view: f64 = self.rng(Draw::ViewDensity).random_range(-3.0..3.0);
        (patient + view).clamp(low, high)
    }

    /// The mammogram, `height` pixels high and 5/8 of it wide. Heights outside 8 to 8192 are drawn as the
    /// nearest of these.
    pub fn draw(&self, height: u32) -> GrayImage {
        self.draw_tissue(height).image
    }

    /// The mammogram and the kind of tissue under each pixel.
    pub fn draw_tissue(&self, height: u32) -> Drawing {
        let height = height.clamp(*HEIGHTS.start(), *HEIGHTS.end());
        let width = (height as f32 * WIDTH).round() as u32;
        let scene = Scene::new(self);
        let unit = 1.0 / height as f32;
        let at = |column: u32, row: u32| {
            // The chest wall is on the right edge for a right breast.
            let column = if self.view.is_right() {
                width - 1 - column
            } else {
                column
            };
            [(column as f32 + 0.5) * unit, (row as f32 + 0.5) * unit]
        };

        let mut depths = Vec::with_capacity((width * height) as usize);
        let mut potential = vec![f32::NEG_INFINITY; (width * height) as usize];
        let mut tissue = GrayImage::new(width, height);
        let mut breast = Vec::with_capacity(potential.len());
        for (column, row, kind) in tissue.enumerate_pixels_mut() {
            let point = at(column, row);
            let depth = scene.anatomy.outline.depth(point);
            depths.push(depth);
            kind.0[0] = if depth <= 0.0 {
                0
            } else if scene.anatomy.muscle_depth(point) > 0.0 {
                3
            } else {
                let value = scene.potential(point, depth);
                potential[(row * width + column) as usize] = value;
                breast.push(value);
                1
            };
        }
        // The level above which tissue is fibroglandular is the quantile that gives the wanted share of the area.
        let dense = (breast.len() as f64 * self.percent_density() / 100.0).round() as usize;
        let level = match breast.len().checked_sub(dense.max(1)) {
            Some(index) if index < breast.len() => {
                *breast.select_nth_unstable_by(index, f32::total_cmp).1
            }
            _ => f32::INFINITY,
        };

        let mut image = GrayImage::new(width, height);
        for (column, row, grey) in image.enumerate_pixels_mut() {
            let index = (row * width + column) as usize;
            let over = potential[index] - level;
            let kind = tissue.get_pixel_mut(column, row);
            if kind.0[0] == 1 && over >= 0.0 {
                *kind = Luma([2]);
            }
            let value = scene.grey(at(column, row), depths[index], over, unit);
            // The background stays black: film noise lies on the breast alone.
            if value > 0.0 {
                let grain = scene.grain * scene.film.white(column, row);
                grey.0[0] = (value + grain).clamp(0.0, 255.0) as u8;
            }
        }
        Drawing { image, tissue }
    }

    /// The generator for one kind of draw.
    pub(crate) fn rng(&self, draw: Draw) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(self.seed(draw))
    }

    /// A seed for one kind of draw: of the patient, or of this view of the patient.
    pub(crate) fn seed(&self, draw: Draw) -> u64 {
        let patient = mix(self.patient_seed ^ mix(draw as u64));
        match draw {
            Draw::PatientDensity | Draw::PatientShape | Draw::PatientTissue => patient,
            Draw::ViewDensity | Draw::ViewShape | Draw::ViewTissue | Draw::ViewFilm => {
                mix(patient ^ (1 + self.view as u64))
            }
        }
    }
}

/// What is drawn at random; each has a generator of its own, so that one does not move the others.
#[derive(Clone, Copy)]
pub(crate) enum Draw {
    PatientDensity,
    PatientShape,
    PatientTissue,
    ViewDensity,
    ViewShape,
    ViewTissue,
    ViewFilm,
}
