//! From a patient, a view and a class to pixels.

use crate::anatomy::{Anatomy, Shape, WIDTH};
use crate::noise::{Noise, mix, smoothstep};
use crate::{Density, View};
use image::{GrayImage, Luma};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Grey levels of the picture's parts, as in digitised film.
const FAT: f32 = 136.0;
const MUSCLE: f32 = 158.0;
const SKIN: f32 = 11.0;

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

    /// The mammogram, `height` pixels high and 5/8 of it wide (at least 8 x 5).
    pub fn draw(&self, height: u32) -> GrayImage {
        self.draw_tissue(height).image
    }

    /// The mammogram and the kind of tissue under each pixel.
    pub fn draw_tissue(&self, height: u32) -> Drawing {
        let height = height.max(8);
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

    fn rng(&self, draw: Draw) -> ChaCha8Rng {
        ChaCha8Rng::seed_from_u64(self.seed(draw))
    }

    /// A seed for one kind of draw: of the patient, or of this view of the patient.
    fn seed(&self, draw: Draw) -> u64 {
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
enum Draw {
    PatientDensity,
    PatientShape,
    PatientTissue,
    ViewDensity,
    ViewShape,
    ViewTissue,
    ViewFilm,
}

/// Everything that is random about a picture, drawn.
struct Scene {
    anatomy: Anatomy,
    /// The patient's pattern, seen in all views.
    tissue: Noise,
    /// What is seen in this view only: tissue is laid over itself differently.
    overlay: Noise,
    film: Noise,
    /// Contrast of fibroglandular tissue over fat, in grey levels.
    contrast: f32,
    /// Exposure: grey levels added to all.
    exposure: f32,
    /// How streaky the tissue is, from 0 to 1.
    streaky: f32,
    /// Standard deviation of the film's grain, in grey levels.
    grain: f32,
}

impl Scene {
    fn new(phantom: &Phantom) -> Scene {
        let shape = Shape::draw(&mut phantom.rng(Draw::PatientShape));
        let mut tissue = phantom.rng(Draw::PatientTissue);
        let mut film = phantom.rng(Draw::ViewFilm);
        Scene {
            anatomy: Anatomy::new(&shape, phantom.view, &mut phantom.rng(Draw::ViewShape)),
            contrast: tissue.random_range(22.0..38.0),
            streaky: tissue.random_range(0.2..1.0),
            tissue: Noise::new(phantom.seed(Draw::PatientTissue)),
            overlay: Noise::new(phantom.seed(Draw::ViewTissue)),
            film: Noise::new(phantom.seed(Draw::ViewFilm)),
            exposure: film.random_range(-7.0..7.0),
            grain: film.random_range(0.8..1.6),
        }
    }

    /// Coordinates that run from the nipple: `[back, across]`, with the ducts along the first.
    fn duct([x, y]: [f32; 2], [nipple_x, nipple_y]: [f32; 2]) -> [f32; 2] {
        let back = nipple_x - x;
        [back, (y - nipple_y) / (back.max(-0.1) + 0.22)]
    }

    /// How likely fibroglandular tissue is: high in a cone behind the nipple, low under the skin and at the chest
    /// wall, ragged by noise.
    fn potential(&self, point: [f32; 2], depth: f32) -> f32 {
        let [x, y] = point;
        let a = &self.anatomy;
        let warp = [
            0.06 * self.tissue.at(x * 5.0 + 31.0, y * 5.0),
            0.06 * self.tissue.at(x * 5.0, y * 5.0 + 57.0),
        ];
        let [back, across] = Scene::duct([x + warp[0], y + warp[1]], a.nipple);
        let (along, aside) = (
            (back / a.reach - 0.42) / 0.62,
            (y + warp[1] - a.nipple[1]) / 0.40,
        );
        let cone = 1.0 - (along * along + aside * aside).sqrt();
        let lobes = self.tissue.clouds(back * 7.0, across * 3.0, 3)
            + 0.5 * self.overlay.clouds(x * 6.0, y * 6.0, 2);
        let strands = self.tissue.clouds(back * 11.0, across * 13.0, 3);
        let skin = 1.0 - smoothstep(0.015, 0.085, depth);
        let wall = smoothstep(0.75, 1.05, back / a.reach);
        cone + 0.8 * lobes + (0.15 + 0.3 * self.streaky) * strands - 1.1 * skin - 0.35 * wall
    }

    /// The grey level of a point `depth` under the skin and `over` the level of fibroglandular tissue; 0 outside the
    /// breast. `pixel` is the size of a pixel.
    fn grey(&self, point: [f32; 2], depth: f32, over: f32, pixel: f32) -> f32 {
        let [x, y] = point;
        let a = &self.anatomy;
        // Light scatters over the border: the background begins a little outside.
        let light = smoothstep(-0.004 - pixel, 0.012 + pixel, depth);
        if light <= 0.0 {
            return 0.0;
        }
        let skin_line = {
            let off = (depth - 0.011) / (0.007 + pixel);
            (1.0 - off * off).max(0.0)
        };
        let thickness = smoothstep(0.0, 0.16, depth);
        let fat_pattern = self.tissue.clouds(x * 4.0, y * 4.0, 3);
        let [back, across] =
            Scene::duct([x + 0.04 * fat_pattern, y + 0.04 * fat_pattern], a.nipple);
        let ligaments = self.overlay.filaments(back * 7.0, across * 5.0, 2);
        let mut grey = FAT + 14.0 * thickness + 5.0 * fat_pattern + 5.0 * ligaments * thickness;
        let dense = smoothstep(-0.22, 0.42, over);
        if dense > 0.0 {
            let heart = smoothstep(0.0, 1.2, over);
            let lobules = self.tissue.clouds(x * 12.0 + 7.0, y * 12.0, 3);
            let strands = self.overlay.clouds(back * 14.0, across * 13.0, 3);
            let fibres = self.overlay.filaments(back * 12.0, across * 9.0, 2);
            let texture = 0.55 + 0.4 * heart + 0.55 * lobules + 0.4 * strands + 0.15 * fibres;
            grey += self.contrast * dense * texture.max(0.1);
        }
        grey += SKIN * skin_line;
        let muscle = a.muscle_depth(point);
        if muscle > -2.0 * pixel {
            // The muscle is painted over with one grey, as in the published images; a bright line stays along it.
            let line = 7.0 * (1.0 - (muscle / (0.008 + pixel)).abs()).max(0.0);
            let inside = smoothstep(-pixel, pixel, muscle);
            grey += inside * (MUSCLE - grey) + (1.0 - inside) * line;
        }
        (grey + self.exposure) * light
    }
}
