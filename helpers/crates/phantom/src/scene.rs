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

/// How a patient's fibroglandular tissue lies and what it looks like, whatever its amount.
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
    /// Whether it is seen obliquely, with the axilla above it.
    oblique: bool,
    /// How soft its border is.
    soft: f32,
    /// How confluent it is, among tissue of the same area: 0 to 1.
    confluence: f32,
    /// How much of the thickness it fills, among tissue of the same area: 0 to 1.
    full: f32,
    /// How fine its texture is.
    fine: f32,
    /// How ragged its border is.
    rough: f32,
    /// How much strands of it stand out where it is confluent.
    strands: f32,
    /// How much its fibres run along the ducts, 0 to 1.
    ducts: f32,
}

/// The appearance of a patient's fat. None of it depends on density.
struct Fat {
    /// Strength of the 1/f^3 texture, in units of a fully dense pixel.
    clouds: f32,
    gain: f32,
    /// Strength and fineness of the net of septa.
    net: f32,
    mesh: f32,
}

/// Sheets of tissue that lie over each other in the compressed breast.
const SHEETS: usize = 3;

/// The drawing of one point.
#[derive(Clone, Copy, Default)]
pub(crate) struct Tissue {
    sheets: [Sheet; SHEETS],
}

/// How much fibroglandular tissue there is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    /// The potential above which there is some.
    pub(crate) level: f32,
    /// From wispy, 0, to confluent, 1.
    pub(crate) confluence: f32,
    /// The share of the thickness that it fills where it is fullest.
    pub(crate) full: f32,
}

#[derive(Clone, Copy, Default)]
struct Sheet {
    /// Higher where there is rather fibroglandular tissue; the level above which there is some is chosen to give the
    /// wanted density.
    potential: f32,
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
            clouds: patient.scale(0.03, 0.2),
            gain: patient.within(0.63, 0.8),
            net: if patient.happens(0.3) {
                0.0
            } else {
                patient.scale(0.04, 0.25)
            },
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
            0.06 * self.tissue.fractal(x * 5.0 + 31.0, y * 5.0, 2, 0.5),
            0.06 * self.tissue.fractal(x * 5.0, y * 5.0 + 57.0, 2, 0.5),
        ];
        let [u, v] = [x + warp[0], y + warp[1]];
        let [back, across] = Scene::duct([u, v], a.nipple);
        let along = (back / a.reach - gland.along) / gland.length;
        let aside = (v - a.nipple[1] - gland.aside) / gland.breadth;
        let cone = 1.0 - (along * along + aside * aside).sqrt();
        let skin = 1.0 - smoothstep(0.3 * gland.under_skin, gland.under_skin, depth);
        let wall = smoothstep(0.75, 1.05, back / a.reach);
        // The axilla is fat.
        let axilla = if gland.oblique {
            smoothstep(0.32, 0.08, y)
        } else {
            0.0
        };
        let base = cone - 1.3 * skin - 0.25 * wall - 0.8 * axilla;
        let (fine, ducts) = (gland.fine, gland.ducts);
        let mut tissue = Tissue::default();
        let mut first = None;
        for (place, sheet) in tissue.sheets.iter_mut().enumerate() {
            let away = 23.7 * place as f32;
            let own = self.tissue.clouds(u * 5.0 + away, v * 5.0 - away, 2);
            let own_detail = self
                .overlay
                .fractal(x * 9.0 * fine + away, y * 9.0 * fine, 6, 0.7);
            // The sheets are of one breast: tissue lies over tissue, mostly.
            let first = *first.get_or_insert((own, own_detail));
            let lobes = 0.7 * first.0 + 0.3 * own;
            let detail = 0.7 * first.1 + 0.3 * own_detail;
            // Fibres run along the ducts, more or less.
            let (p, q) = (u + ducts * (back - u), v + ducts * (across - v));
            let bent = 0.03 * detail;
            let fibre =
                self.overlay
                    .filaments((p + bent) * 8.0 * fine - away, (q - bent) * 11.0 * fine, 4);
            *sheet = Sheet {
                potential: base + gland.lobes * lobes + gland.rough * detail,
                wisps: (0.12 + 0.4 * fibre + 0.45 * detail).clamp(0.0, 1.0),
                body: (0.72 + 0.4 * detail + gland.strands * (fibre - 0.4)).clamp(0.1, 1.0),
            };
        }
        tissue
    }

    /// The share of the thickness that is fibroglandular.
    pub(crate) fn glandular(&self, t: &Tissue, amount: Amount) -> f32 {
        let mut sum = 0.0;
        for sheet in &t.sheets {
            let over = sheet.potential - amount.level;
            let border = smoothstep(-self.gland.soft, self.gland.soft, over);
            if border > 0.0 {
                let heart = smoothstep(0.0, 1.1, over);
                let fill = (amount.confluence * (0.75 + 0.5 * heart)).min(1.0);
                sum += border * (fill * sheet.body + (1.0 - fill) * sheet.wisps);
            }
        }
        sum * (amount.full / SHEETS as f32)
    }

    /// Tissue of the patient's own texture where `wanted` is the share of the breast's area that it covers. Where there is
    /// more of it, it is also thicker and more confluent, on the whole: the classes are described so, from scattered through
    /// heterogeneous to extreme (American College of Radiology, BI-RADS Atlas, 5th edition, 2013). But not by so much that this would tell
    /// the class instead of the area: in patients scattered tissue may be thick, and extensive tissue thin.
    pub(crate) fn amount(&self, wanted: f32) -> Amount {
        let much = (wanted / 0.65).clamp(0.0, 1.0).powf(0.6);
        let thin = 0.45 + 0.25 * much;
        let thick = 0.85 + 0.15 * much;
        Amount {
            level: -0.6,
            confluence: (0.1 + 0.45 * much + 0.55 * self.gland.confluence).clamp(0.05, 1.0),
            full: FULL * (thin + (thick - thin) * self.gland.full),
        }
    }

    /// The fat's own structure, in units of a fully dense pixel: clouds and a net of septa.
    ///
    /// `crisp` multiplies the net.
    pub(crate) fn fat(&self, [x, y]: Point, crisp: f32) -> f32 {
        let fat = &self.fat;
        let clouds = self.overlay.fractal(x * 3.0 + 11.0, y * 3.0, 8, fat.gain);
        let mut sum = fat.clouds * clouds;
        if fat.net > 0.0 {
            // The net is denser in some places than in others, and drawn out along the ducts.
            let [back, across] =
                Scene::duct([x + 0.05 * clouds, y + 0.05 * clouds], self.anatomy.nipple);
            let here = 0.6 + self.tissue.clouds(x * 4.0 - 9.0, y * 4.0, 2);
            let net = self
                .overlay
                .filaments(back * 0.6 * fat.mesh, across * fat.mesh, 4);
            sum += crisp * fat.net * here.max(0.0) * net;
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
            oblique,
            soft: rng.scale(0.1, 0.3),
            confluence: rng.within(0.0, 1.0),
            full: rng.within(0.0, 1.0),
            fine: rng.scale(0.7, 1.6),
            rough: rng.within(0.2, 0.6),
            strands: rng.within(0.05, 0.5),
            ducts: rng.within(0.0, 0.8),
        }
    }
}
