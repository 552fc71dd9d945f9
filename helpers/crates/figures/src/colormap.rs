//! Colour maps: a value in 0..1 becomes a colour.

use std::sync::LazyLock;

/// A table of 256 colours from the value 0 to the value 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Colormap {
    /// matplotlib's `seismic`, byte for byte: dark blue, blue, white, red, dark red. The colours of the
    /// published maps. It diverges around 0.5, so its lightest colour is the middle of the scale, not its top.
    Seismic,
    /// matplotlib's `inferno` (N. Smith, S. van der Walt, 2015): black, purple, orange, light yellow with a lightness
    /// that rises in equal steps: the brighter, the higher, also for colour-blind readers and in a grey print.
    #[default]
    Inferno,
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
        static INFERNO: LazyLock<[[u8; 3]; 256]> = LazyLock::new(|| {
            std::array::from_fn(|i| colorous::INFERNO.eval_rational(i, 256).into_array())
        });
        match self {
            Colormap::Seismic => &SEISMIC,
            Colormap::Inferno => &INFERNO,
        }
    }

    /// The name, as matplotlib spells it where it has the map.
    pub fn name(self) -> &'static str {
        match self {
            Colormap::Seismic => "seismic",
            Colormap::Inferno => "inferno",
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

    /// From matplotlib 3.11.2: `matplotlib.colormaps['inferno'](numpy.arange(256), bytes=True)`, which cuts to a byte
    /// where colorous rounds.
    #[test]
    fn inferno_has_the_colours_of_matplotlib() {
        let table = Colormap::Inferno.table();
        for (index, rgb) in [
            (0, [0, 0, 3]),
            (1, [0, 0, 4]),
            (32, [32, 12, 74]),
            (64, [87, 15, 109]),
            (127, [186, 54, 85]),
            (128, [187, 55, 84]),
            (192, [249, 142, 8]),
            (254, [250, 253, 160]),
            (255, [252, 254, 164]),
        ] {
            for (ours, theirs) in table[index].iter().zip(rgb) {
                assert!(
                    ours.abs_diff(theirs) <= 1,
                    "entry {index}: {:?}",
                    table[index]
                );
            }
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
    fn inferno_gets_lighter_from_entry_to_entry() {
        let lightness: Vec<f64> = Colormap::Inferno
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
