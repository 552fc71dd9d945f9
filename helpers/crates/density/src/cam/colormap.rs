//! Colour maps: a value in 0..1 becomes a colour.

use std::sync::LazyLock;

/// A table of 256 colours from the value 0 to the value 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colormap {
    /// matplotlib's `seismic`, byte for byte: dark blue, blue, white, red, dark red. The colours of the
    /// published maps. It diverges around 0.5, so its lightest colour is the middle of the scale, not its top.
    Seismic,
    /// Black, purple, orange, light yellow with a lightness that rises in equal steps: the brighter, the higher,
    /// also for colour-blind readers and in a grey print.
    #[default]
    Ember,
}

impl Colormap {
    /// The colour of `value` in 0..1: entry `floor(256 * value)` of the table, clipped to 0..255, as matplotlib
    /// does it (`matplotlib/colors.py`, `Colormap.__call__`). NaN takes the first entry.
    pub fn rgb(self, value: f32) -> [u8; 3] {
        // A float-to-integer cast saturates, and turns NaN into 0.
        let index = (f64::from(value) * 256.0) as i64;
        self.table()[index.clamp(0, 255) as usize]
    }

    /// All 256 colours, from the value 0 to the value 1.
    pub fn table(self) -> &'static [[u8; 3]; 256] {
        static SEISMIC: LazyLock<[[u8; 3]; 256]> =
            LazyLock::new(|| std::array::from_fn(seismic_entry));
        static EMBER: LazyLock<[[u8; 3]; 256]> = LazyLock::new(|| std::array::from_fn(ember_entry));
        match self {
            Colormap::Seismic => &SEISMIC,
            Colormap::Ember => &EMBER,
        }
    }

    /// The name, as matplotlib spells it where it has the map.
    pub fn name(self) -> &'static str {
        match self {
            Colormap::Seismic => "seismic",
            Colormap::Ember => "ember",
        }
    }
}

impl std::fmt::Display for Colormap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

/// The five colours `seismic` interpolates between (`matplotlib/_cm.py`).
const SEISMIC_ANCHORS: [[f64; 3]; 5] = [
    [0.0, 0.0, 0.3],
    [0.0, 0.0, 1.0],
    [1.0, 1.0, 1.0],
    [1.0, 0.0, 0.0],
    [0.5, 0.0, 0.0],
];

/// Entry `i` of `seismic`: linear between the anchors, times 255, cut to a byte.
///
/// Many entries are whole numbers that floating point misses by a hair, and the cut then loses one: 191 is
/// (255, 0, 0), not (255, 1, 1). So the operations and their order are those of matplotlib 3.11
/// (`matplotlib/colors.py`, `_create_lookup_table`).
fn seismic_entry(i: usize) -> [u8; 3] {
    let at = 255.0 * (i as f64 * (1.0 / 255.0));
    let anchor_at = |k: usize| k as f64 * 0.25 * 255.0;
    // The first anchor at or above; the first entry is the first anchor itself.
    let high = (1..=4).find(|k| anchor_at(*k) >= at).unwrap_or(4);
    let along = (at - anchor_at(high - 1)) / (anchor_at(high) - anchor_at(high - 1));
    std::array::from_fn(|c| {
        let (from, to) = (SEISMIC_ANCHORS[high - 1][c], SEISMIC_ANCHORS[high][c]);
        ((along * (to - from) + from) * 255.0) as u8
    })
}

/// Entry `i` of `ember`, built in Oklab (B. Ottosson, "A perceptual color space for image processing", 2020):
/// lightness 0.12 to 0.97 in equal steps; the hue turns from purple (-60 degrees) over red to yellow (105 degrees);
/// the chroma rises and falls so that every colour stays inside sRGB.
fn ember_entry(i: usize) -> [u8; 3] {
    let t = i as f64 / 255.0;
    let lightness = 0.12 + 0.85 * t;
    let hue = (-60.0 + 165.0 * t).to_radians();
    let chroma = 0.02
        + 0.165
            * (std::f64::consts::PI * t.powf(0.9))
                .sin()
                .max(0.0)
                .powf(0.8);
    oklab_to_srgb(lightness, chroma * hue.cos(), chroma * hue.sin())
}

/// Oklab to 8-bit sRGB, clipped.
fn oklab_to_srgb(lightness: f64, a: f64, b: f64) -> [u8; 3] {
    let l = (lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
    let m = (lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
    let s = (lightness - 0.089_484_177_5 * a - 1.291_485_548 * b).powi(3);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701 * s,
    ]
    .map(|linear| {
        let encoded = if linear <= 0.003_130_8 {
            12.92 * linear
        } else {
            1.055 * linear.powf(1.0 / 2.4) - 0.055
        };
        (255.0 * encoded.clamp(0.0, 1.0)).round() as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From matplotlib 3.11.2: `matplotlib.colormaps['seismic'](numpy.arange(256), bytes=True)`.
    #[test]
    fn seismic_has_the_bytes_of_matplotlib() {
        let table = Colormap::Seismic.table();
        for (index, rgb) in [
            (0, [0, 0, 76]),
            (1, [0, 0, 79]),
            (32, [0, 0, 166]),
            (63, [0, 0, 252]),
            (64, [1, 1, 255]),
            (65, [5, 5, 255]),
            (66, [8, 8, 255]),
            (100, [145, 145, 255]),
            (127, [253, 253, 255]),
            (128, [255, 253, 253]),
            (129, [255, 249, 249]),
            (150, [255, 164, 164]),
            (160, [255, 125, 125]),
            (191, [255, 0, 0]),
            (192, [253, 0, 0]),
            (193, [251, 0, 0]),
            (224, [189, 0, 0]),
            (254, [129, 0, 0]),
            (255, [127, 0, 0]),
        ] {
            assert_eq!(table[index], rgb, "entry {index}");
        }
    }

    /// matplotlib 3.11.2 draws these values with these entries.
    #[test]
    fn values_are_cut_to_an_index_and_clipped() {
        let table = Colormap::Seismic.table();
        for (value, index) in [
            (-1.0, 0),
            (0.0, 0),
            (0.003_9, 0),
            (0.003_91, 1),
            (0.5, 128),
            (0.999, 255),
            (1.0, 255),
            (7.0, 255),
            (f32::INFINITY, 255),
            (f32::NAN, 0),
        ] {
            assert_eq!(Colormap::Seismic.rgb(value), table[index], "value {value}");
        }
    }

    /// CIE 1976 lightness L* of an sRGB colour (IEC 61966-2-1, CIE 15): 0 black to 100 white.
    fn cie_lightness(rgb: [u8; 3]) -> f64 {
        let linear = rgb.map(|byte| {
            let v = f64::from(byte) / 255.0;
            if v <= 0.040_45 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        });
        let y = 0.212_6 * linear[0] + 0.715_2 * linear[1] + 0.072_2 * linear[2];
        if y > 0.008_856 {
            116.0 * y.cbrt() - 16.0
        } else {
            903.3 * y
        }
    }

    #[test]
    fn ember_gets_lighter_from_entry_to_entry() {
        let lightness: Vec<f64> = Colormap::Ember
            .table()
            .iter()
            .map(|c| cie_lightness(*c))
            .collect();
        for (i, pair) in lightness.windows(2).enumerate() {
            // A byte more or less is worth up to half a unit of lightness.
            assert!(
                pair[1] > pair[0] - 0.1,
                "entries {i} and {}: {pair:?}",
                i + 1
            );
        }
        for (i, pair) in lightness
            .iter()
            .step_by(16)
            .zip(lightness.iter().skip(16).step_by(16))
            .enumerate()
        {
            assert!(pair.1 - pair.0 > 2.0, "step {i}: {pair:?}");
        }
        assert!(lightness[0] < 5.0 && lightness[255] > 93.0);
    }
}
