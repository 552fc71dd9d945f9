//! What a point of the breast is and how bright it is.

use crate::Phantom;
use crate::anatomy::{Anatomy, Shape};
use crate::draw::Draw;
use crate::noise::{Noise, smoothstep};
use rand::RngExt;

/// Grey levels of the picture's parts, as in digitised film.
const FAT: f32 = 136.0;
const MUSCLE: f32 = 158.0;
const SKIN: f32 = 11.0;

/// Everything that is random about a picture, drawn.
pub(crate) struct Scene {
    pub(crate) anatomy: Anatomy,
    /// The patient's pattern, seen in all views.
    tissue: Noise,
    /// What is seen in this view only: tissue is laid over itself differently.
    overlay: Noise,
    pub(crate) film: Noise,
    /// Contrast of fibroglandular tissue over fat, in grey levels.
    contrast: f32,
    /// Exposure: grey levels added to all.
    exposure: f32,
    /// How streaky the tissue is, from 0 to 1.
    streaky: f32,
    /// Standard deviation of the film's grain, in grey levels.
    pub(crate) grain: f32,
}

impl Scene {
    pub(crate) fn new(phantom: &Phantom) -> Scene {
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
    pub(crate) fn potential(&self, point: [f32; 2], depth: f32) -> f32 {
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
    pub(crate) fn grey(&self, point: [f32; 2], depth: f32, over: f32, pixel: f32) -> f32 {
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
