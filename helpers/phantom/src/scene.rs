//! The breast behind the picture: how much fibroglandular tissue and how much structured fat lies over a point.

use crate::Phantom;
use crate::anatomy::{Anatomy, Shape};
use crate::chance::{Chance, Rng};
use crate::draw::Draw;
use crate::noise::{Noise, smoothstep};
use crate::outline::Point;
use crate::strands::{Strand, strands};

/// The share of the compressed thickness that is fibroglandular tissue where nothing else is, at most.
pub(crate) const FULL: f32 = 0.55;

/// Everything that is random about a breast in a view, drawn.
pub(crate) struct Scene {
    pub(crate) anatomy: Anatomy,
    /// The patient's pattern, seen in all views.
    tissue: Noise,
    /// What is seen in this view only: tissue is laid over itself differently.
    overlay: Noise,
    gland: Gland,
    fat: Fat,
    pub(crate) strands: Vec<Strand>,
}

/// How a patient's fibroglandular tissue lies and what it looks like.
struct Gland {
    /// Middle of the cone, from the nipple to the chest wall, 0 to 1.
    along: f32,
    /// Its half length and half width.
    length: f32,
    breadth: f32,
    /// Its middle over or under the nipple, in heights.
    aside: f32,
    /// How lobed it is.
    lobes: f32,
    /// Depth of the fat under the skin, in heights.
    under_skin: f32,
    /// How soft its border is.
    soft: f32,
    /// From wispy, 0, to confluent, 1.
    confluence: f32,
    /// How fine its texture is.
    fine: f32,
}

/// What a patient's fat looks like. None of it depends on density.
struct Fat {
    /// Strength of the 1/f^3 texture, in units of a fully dense pixel.
    clouds: f32,
    gain: f32,
    /// Strength and fineness of the net of septa.
    net: f32,
    mesh: f32,
}

/// The drawing of one point.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tissue {
    /// Higher where there is rather fibroglandular tissue; the level above which there is some is chosen to give the
    /// wanted density.
    pub(crate) potential: f32,
    /// How filled the tissue is, where it is wispy and where it is confluent; 0 to 1.
    wisps: f32,
    body: f32,
}

impl Scene {
    pub(crate) fn new(phantom: &Phantom) -> Scene {
        let shape = Shape::draw(&mut phantom.rng(Draw::PatientShape));
        let anatomy = Anatomy::new(&shape, phantom.view, &mut phantom.rng(Draw::ViewShape));
        let patient = &mut phantom.rng(Draw::PatientTissue);
        let gland = Gland::draw(patient, phantom.view.is_oblique());
        let fat = Fat {
            clouds: patient.scale(0.05, 0.3),
            gain: patient.within(0.6, 0.78),
            net: if patient.happens(0.25) { 0.0 } else { patient.scale(0.04, 0.4) },
            mesh: patient.within(6.0, 22.0),
        };
        let amount = patient.within(0.05, 1.6);
        let view = &mut phantom.rng(Draw::ViewTissue);
        Scene {
            strands: strands(anatomy.nipple, anatomy.reach, amount, view),
            anatomy,
            tissue: Noise::new(phantom.seed(Draw::PatientTissue)),
            overlay: Noise::new(phantom.seed(Draw::ViewTissue)),
            gland,
            fat,
        }
    }

    /// Coordinates that run from the nipple: `[back, across]`, with the ducts along the first.
    fn duct([x, y]: Point, [nipple_x, nipple_y]: Point) -> Point {
        let back = nipple_x - x;
        [back, (y - nipple_y) / (back.max(-0.1) + 0.22)]
    }

    /// The tissue at a point `depth` under the skin.
    pub(crate) fn tissue(&self, [x, y]: Point, depth: f32) -> Tissue {
        let (a, gland) = (&self.anatomy, &self.gland);
        let warp = [
            0.06 * self.tissue.at(x * 5.0 + 31.0, y * 5.0),
            0.06 * self.tissue.at(x * 5.0, y * 5.0 + 57.0),
        ];
        let [back, across] = Scene::duct([x + warp[0], y + warp[1]], a.nipple);
        let along = (back / a.reach - gland.along) / gland.length;
        let aside = (y + warp[1] - a.nipple[1] - gland.aside) / gland.breadth;
        let cone = 1.0 - (along * along + aside * aside).sqrt();
        let lobes = self.tissue.clouds(back * 7.0, across * 3.0, 3)
            + 0.5 * self.overlay.clouds(x * 6.0, y * 6.0, 2);
        let scale = gland.fine;
        let strand = self.overlay.fractal(back * 9.0 * scale, across * 11.0 * scale, 4, 0.7);
        let fibre = self.tissue.filaments(back * 7.0 * scale, across * 8.0 * scale, 3);
        let lumps = self.tissue.fractal(x * 9.0 * scale + 7.0, y * 9.0 * scale, 5, 0.66);
        let skin = 1.0 - smoothstep(0.3 * gland.under_skin, gland.under_skin, depth);
        let wall = smoothstep(0.75, 1.05, back / a.reach);
        Tissue {
            potential: cone + gland.lobes * lobes + 0.25 * strand - 1.3 * skin - 0.25 * wall,
            wisps: (0.1 + 0.45 * fibre + 0.5 * strand + 0.2 * lumps).clamp(0.0, 1.0),
            body: (0.72 + 0.42 * lumps + 0.16 * strand + 0.1 * fibre).clamp(0.1, 1.0),
        }
    }

    /// The share of the thickness that is fibroglandular where the potential's level is `level`.
    pub(crate) fn glandular(&self, t: &Tissue, level: f32, confluence: f32) -> f32 {
        let over = t.potential - level;
        let border = smoothstep(-self.gland.soft, self.gland.soft, over);
        if border <= 0.0 {
            return 0.0;
        }
        let heart = smoothstep(0.0, 1.1, over);
        let fill = (confluence * (0.75 + 0.5 * heart)).min(1.0);
        FULL * border * (fill * t.body + (1.0 - fill) * t.wisps)
    }

    pub(crate) fn confluence(&self) -> f32 {
        self.gland.confluence
    }

    /// The fat's own structure, in units of a fully dense pixel: clouds and a net of septa.
    pub(crate) fn fat(&self, [x, y]: Point) -> f32 {
        let fat = &self.fat;
        let clouds = self.overlay.fractal(x * 3.0 + 11.0, y * 3.0, 7, fat.gain);
        let mut sum = fat.clouds * clouds;
        if fat.net > 0.0 {
            let [back, across] = Scene::duct([x + 0.02 * clouds, y + 0.02 * clouds], self.anatomy.nipple);
            sum += fat.net * self.overlay.filaments(back * fat.mesh, across * 0.7 * fat.mesh, 2);
        }
        sum
    }
}

impl Gland {
    fn draw(rng: &mut Rng, oblique: bool) -> Gland {
        // More of the tissue lies in the upper outer quadrant.
        let lift = if oblique { -0.03 } else { 0.0 };
        Gland {
            along: rng.within(0.3, 0.55),
            length: rng.within(0.45, 0.75),
            breadth: rng.within(0.28, 0.48),
            aside: lift + rng.jitter(0.07),
            lobes: rng.within(0.35, 1.1),
            under_skin: rng.within(0.03, 0.1),
            soft: rng.scale(0.08, 0.4),
            confluence: rng.within(0.1, 0.95),
            fine: rng.scale(0.8, 1.8),
        }
    }
}
