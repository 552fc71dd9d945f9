//! From a patient, a view and a class to pixels.

use crate::Density;
use crate::chance::{Chance, Rng};
use crate::extras::{Extras, Muscle, deface};
use crate::film::{Film, Look, blur};
use crate::frame::Frame;
use crate::noise::{Noise, mix, smoothstep};
use crate::reading::Reading;
use crate::scene::{Amount, FULL, Scene, Tissue};
use ::density::data::Projection;
use ::density::error::Result;
use image::{GrayImage, Luma};
use rand::SeedableRng;
use std::ops::RangeInclusive;

/// Heights that can be drawn: enough pixels for a breast, few enough for memory.
pub(crate) const HEIGHTS: RangeInclusive<u32> = 8..=8192;
/// How filled a pixel has to be, by the fullest of its breast, to count as fibroglandular tissue.
const DENSE: f32 = 0.22;
/// The dense share of an oblique view by that of a craniocaudal one; chosen by eye.
const OBLIQUE: f32 = 0.75;

/// One synthetic mammogram.
///
/// ```
/// use phantom::Phantom;
/// let dense = Phantom::new(7, "CC_L", "D")?;
/// let drawing = dense.draw(256);
/// assert_eq!(drawing.image.height(), 256);
/// assert!(drawing.percent_density > 40.0);
/// # Ok::<(), density::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phantom {
    /// Who it is: the same seed gives the same size, shape, pattern of tissue and scanner in all four views.
    pub patient_seed: u64,
    /// The view.
    pub view: Projection,
    /// The density class, the same for both breasts.
    pub density: Density,
    /// Whose pictures these are: patients with the same number are seen by the same scanner and cropped to the breast,
    /// as in one clinic's data. `None` draws a scanner and a frame for every patient.
    pub clinic: Option<u64>,
}

impl Phantom {
    /// A patient seen by a scanner of her own: `Phantom::new(7, "CC_L", "D")`, or the values of [`Projection`] and
    /// [`Density`].
    ///
    /// # Errors
    /// [`Error::Parameter`](density::Error::Parameter) for an unknown name.
    pub fn new(
        patient_seed: u64,
        view: impl AsRef<str>,
        density: impl AsRef<str>,
    ) -> Result<Phantom> {
        Ok(Phantom {
            patient_seed,
            view: view.as_ref().parse()?,
            density: density.as_ref().parse()?,
            clinic: None,
        })
    }
}

/// A drawn phantom and what is known about its pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The mammogram.
    pub image: GrayImage,
    /// What each pixel is: 0 background, 1 fat, 2 fibroglandular tissue, 3 muscle.
    pub tissue: GrayImage,
    /// Pixels of fibroglandular tissue by those of the breast without its muscle, in percent.
    pub percent_density: f64,
    /// Volume of the fibroglandular tissue by that of the breast without its muscle, in percent.
    pub volumetric_density: f64,
}

/// What is known of each pixel on the way to its grey.
#[derive(Clone, Copy, Default)]
struct Pixel {
    depth: f32,
    muscle: f32,
    thickness: f32,
    tissue: Tissue,
    kind: u8,
}

impl Phantom {
    /// The measured and the true density: see [`Reading`].
    pub fn reading(&self) -> Reading {
        Reading::draw(self.density, &mut self.rng(Draw::PatientDensity))
    }

    /// What she was seen with: the same in all four views.
    pub fn look(&self) -> Look {
        Look::draw(&mut self.rng(Draw::PatientFilm))
    }

    /// The mammogram, `height` pixels high, and the truth about it. The width differs from picture to picture. Heights
    /// outside 8 to 8192 are drawn as the nearest of these.
    pub fn draw(&self, height: u32) -> Drawing {
        let height = height.clamp(*HEIGHTS.start(), *HEIGHTS.end());
        let scene = Scene::new(self);
        let style = &mut self.rng(Draw::PatientFilm);
        let mut rng = self.rng(Draw::ViewFilm);
        let film = Film::draw(style, &mut rng);
        let extras = Extras::draw(
            &scene.anatomy,
            self.view.is_oblique(),
            film.look,
            style,
            &mut rng,
            self.seed(Draw::ViewShape),
        );
        let frame = Frame::draw(
            height,
            scene.anatomy.width,
            self.view.is_right(),
            self.clinic.is_some(),
            film.look,
            self.view.is_oblique(),
            &mut rng,
        );
        let pixels = lay(&scene, &film, &extras, &frame);

        // The axilla, which is fat, lies in the oblique view alone.
        let seen = if self.view.is_oblique() { OBLIQUE } else { 1.0 };
        let wanted = seen * self.reading().percent_density as f32 / 100.0
            * (1.0 + 0.05 * self.rng(Draw::ViewDensity).normal());
        let amount = amount_for(&scene, &pixels, wanted);
        let mut tissue = GrayImage::new(frame.width, frame.height);
        let mut glandular = vec![0.0; pixels.len()];
        let (mut breast, mut dense, mut volume, mut gland) = (0usize, 0usize, 0.0f64, 0.0f64);
        for ((pixel, kind), share) in pixels.iter().zip(tissue.pixels_mut()).zip(&mut glandular) {
            *kind = Luma([pixel.kind]);
            if pixel.kind == 1 {
                *share = scene.glandular(&pixel.tissue, amount);
                breast += 1;
                volume += f64::from(pixel.thickness);
                gland += f64::from(pixel.thickness * *share);
                if *share >= DENSE * amount.full {
                    *kind = Luma([2]);
                    dense += 1;
                }
            }
        }
        let image = self.expose(
            &scene, &film, &extras, &frame, &pixels, &glandular, &mut rng,
        );
        let share = |part: f64, whole: f64| {
            if whole > 0.0 {
                100.0 * part / whole
            } else {
                0.0
            }
        };
        Drawing {
            image,
            tissue,
            percent_density: share(dense as f64, breast as f64),
            volumetric_density: share(gland, volume),
        }
    }

    /// Exposure, grey curve, blur, noise and what is written on the picture.
    #[allow(clippy::too_many_arguments)]
    fn expose(
        &self,
        scene: &Scene,
        film: &Film,
        extras: &Extras,
        frame: &Frame,
        pixels: &[Pixel],
        glandular: &[f32],
        rng: &mut Rng,
    ) -> GrayImage {
        let (width, unit) = (frame.width as usize, frame.unit);
        let lines = self.lines(scene, frame);
        let mut exposure = vec![0.0f32; pixels.len()];
        for (index, pixel) in pixels.iter().enumerate() {
            let point = frame.point((index % width) as u32, (index / width) as u32);
            if pixel.thickness <= 0.0 {
                continue;
            }
            let dense = glandular[index] / FULL;
            // Where the breast is filled with dense tissue, there is no fat to have a structure.
            let fat = (1.0 - 0.7 * dense) * (scene.fat(point, film.net) + film.net * lines[index]);
            let off = (pixel.depth - 0.007) / (0.005 + unit);
            let skin = film.skin * (-0.5 * off * off).exp();
            let mut inner = dense + fat + extras.over(point);
            if let Muscle::Seen { strength } = extras.muscle
                && pixel.muscle > -2.0 * unit
            {
                let inside = smoothstep(-2.0 * unit, 2.0 * unit, pixel.muscle);
                let soft = 0.6 + 0.4 * smoothstep(0.0, 0.08, pixel.muscle);
                inner += inside * (strength * soft * extras.fibres(point) - 0.5 * dense);
            }
            let [x, y] = [point[0] - 0.3, point[1] - 0.5];
            let dome = film.dome * (1.0 - 8.0 * (x * x + y * y)).max(-1.0);
            let tilt = 1.0 + film.tilt[0] * y + film.tilt[1] * x + dome;
            let thin = pixel.thickness.powf(1.0 - film.equalised);
            let rim = film.rim[0] * (-pixel.depth / film.rim[1]).exp();
            inner += rim;
            exposure[index] =
                (thin * tilt * (1.0 + film.contrast * inner) + film.contrast * skin).max(0.0);
        }
        film.enhance(&mut exposure, width, unit);
        // Auto windows look at the breast's brightest half percent.
        let places = pixels.iter().zip(&exposure).step_by(7);
        let breast = places.filter(|(p, e)| p.kind != 3 && **e > 0.0);
        let mut breast = breast.map(|(_, e)| *e).collect::<Vec<_>>();
        let brightest = match breast.len() * 995 / 1000 {
            place if place < breast.len() => {
                *breast.select_nth_unstable_by(place, f32::total_cmp).1
            }
            _ => 1.0,
        };
        let white = film.white(brightest);
        let grain = Noise::new(self.seed(Draw::ViewFilm));
        let mut greys: Vec<f32> = exposure.iter().map(|e| film.grey(*e, white)).collect();
        blur(&mut greys, width, film.blur / unit);
        let painted = match extras.muscle {
            Muscle::Painted { grey: Some(grey) } => {
                Some(film.grey(1.0 + grey * (white - 1.0), white))
            }
            Muscle::Painted { grey: None } => Some(mean_of_breast(&greys, pixels)),
            _ => None,
        };
        if film.sharpen > 0.0 {
            let mut soft = greys.clone();
            blur(&mut soft, width, film.reach / unit);
            greys
                .iter_mut()
                .zip(&soft)
                .for_each(|(g, s)| *g += film.sharpen * (*g - s));
        }
        let noise = film.noise * (frame.height as f32 / 512.0).sqrt().clamp(0.3, 1.6);
        for (index, (pixel, grey)) in pixels.iter().zip(&mut greys).enumerate() {
            let (x, y) = ((index % width) as u32, (index / width) as u32);
            match pixel.kind {
                3 if painted.is_some() => *grey = painted.unwrap_or_default(),
                0 => *grey = film.background.max(*grey),
                _ => *grey = film.background.max(*grey + noise * grain.white(x, y)),
            }
        }
        let (nipple, free) = (scene.anatomy.nipple, |index: usize| pixels[index].kind == 0);
        deface(&mut greys, frame, nipple, film.look, rng, free);
        let mut image = GrayImage::new(frame.width, frame.height);
        for (out, grey) in image.pixels_mut().zip(&greys) {
            *out = Luma([(grey + 0.5).clamp(0.0, 255.0) as u8]);
        }
        image
    }

    /// The strands on the pixels of the picture, in units of a fully dense pixel.
    fn lines(&self, scene: &Scene, frame: &Frame) -> Vec<f32> {
        let (width, height) = (frame.width as i32, frame.height as i32);
        let mut lines = vec![0.0f32; (width * height) as usize];
        let mut rng = self.rng(Draw::ViewStrands);
        for strand in &scene.strands {
            // A line thinner than a pixel is a fainter one as wide as a pixel.
            let sigma = (strand.width / frame.unit).max(0.5);
            let faint = (strand.width / frame.unit / sigma).sqrt();
            let step = (0.6 * sigma).min(3.0);
            let reach = (2.2 * sigma).ceil() as i32;
            let scale = faint * step / (sigma * (2.0 * std::f32::consts::PI).sqrt());
            strand.trace(step * frame.unit, &mut rng, |point, strength| {
                let [x, y] = frame.pixel(point);
                let (column, row) = (x.round() as i32, y.round() as i32);
                for r in (row - reach).max(0)..=(row + reach).min(height - 1) {
                    for c in (column - reach).max(0)..=(column + reach).min(width - 1) {
                        let (dx, dy) = (c as f32 - x, r as f32 - y);
                        let near = (-0.5 * (dx * dx + dy * dy) / (sigma * sigma)).exp();
                        lines[(r * width + c) as usize] += strength * scale * near;
                    }
                }
            });
        }
        lines
    }

    /// The generator for one kind of draw.
    pub(crate) fn rng(&self, draw: Draw) -> Rng {
        Rng::seed_from_u64(self.seed(draw))
    }

    /// A seed for one kind of draw: of the patient, or of this view of the patient.
    pub(crate) fn seed(&self, draw: Draw) -> u64 {
        let patient = mix(self.patient_seed ^ mix(draw as u64));
        match draw {
            Draw::PatientFilm if self.clinic.is_some() => mix(self.clinic.unwrap_or_default()),
            Draw::PatientDensity | Draw::PatientShape | Draw::PatientTissue | Draw::PatientFilm => {
                patient
            }
            _ => mix(patient ^ (1 + self.view as u64)),
        }
    }
}

/// The mean grey of the breast without its muscle.
fn mean_of_breast(greys: &[f32], pixels: &[Pixel]) -> f32 {
    let (mut sum, mut count) = (0.0f64, 0u32);
    for (grey, pixel) in greys.iter().zip(pixels) {
        if pixel.kind == 1 {
            sum += f64::from(*grey);
            count += 1;
        }
    }
    (sum / f64::from(count.max(1))) as f32
}

/// What lies under every pixel, but for the density.
fn lay(scene: &Scene, film: &Film, extras: &Extras, frame: &Frame) -> Vec<Pixel> {
    let mut pixels = Vec::with_capacity((frame.width * frame.height) as usize);
    let edge = Noise::new(17);
    for row in 0..frame.height {
        for column in 0..frame.width {
            let point = frame.point(column, row);
            let mut pixel = Pixel::default();
            let depth = if frame.exposed(point) {
                scene.anatomy.outline.depth(point)
            } else {
                -1.0
            };
            if depth > 0.0 {
                pixel.depth = depth;
                pixel.muscle = scene.anatomy.muscle_depth(point, &edge);
                let ragged = if extras.muscle == Muscle::Cut {
                    extras.ragged(point)
                } else {
                    0.0
                };
                pixel.kind = if pixel.muscle + ragged > 0.0 { 3 } else { 1 };
                let inner = 1.0 - (depth / film.roll_off).min(1.0);
                pixel.thickness = (1.0 - inner * inner).sqrt();
                if pixel.kind == 3 && extras.muscle == Muscle::Cut {
                    pixel.thickness = 0.0;
                    pixel.kind = 0;
                } else {
                    pixel.tissue = scene.tissue(point, depth);
                }
            }
            pixels.push(pixel);
        }
    }
    pixels
}

/// The amount of tissue that covers the wanted share of the breast. Its confluence is raised where the breast cannot hold
/// as much tissue of its own texture.
fn amount_for(scene: &Scene, pixels: &[Pixel], wanted: f32) -> Amount {
    // Every fifth pixel will do; five has no common factor with usual widths.
    let breast: Vec<&Pixel> = pixels.iter().step_by(5).filter(|p| p.kind == 1).collect();
    let density = |amount: Amount| {
        let dense = |p: &&&Pixel| scene.glandular(&p.tissue, amount) >= DENSE * amount.full;
        breast.iter().filter(dense).count() as f32 / breast.len().max(1) as f32
    };
    let mut amount = scene.amount(wanted);
    // Tissue fills most of the breast before its texture gives way.
    while amount.confluence < 1.0 && density(amount) < wanted {
        amount.confluence = (amount.confluence + 0.1).min(1.0);
    }
    let (mut low, mut high) = (-2.5, 3.0);
    for _ in 0..14 {
        amount.level = 0.5 * (low + high);
        if density(amount) > wanted {
            low = amount.level
        } else {
            high = amount.level
        }
    }
    amount
}

/// What is drawn at random; each has a generator of its own, so that one does not move the others.
#[derive(Clone, Copy)]
pub(crate) enum Draw {
    PatientDensity,
    PatientShape,
    PatientTissue,
    PatientFilm,
    ViewDensity,
    ViewShape,
    ViewTissue,
    ViewStrands,
    ViewFilm,
}
