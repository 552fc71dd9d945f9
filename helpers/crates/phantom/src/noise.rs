//! Smooth random fields that are the same on every machine: integer hashing and plain arithmetic, no tables and no
//! transcendental functions.

/// A field of gradient noise (K. Perlin, "An image synthesizer", SIGGRAPH 1985), one for each seed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Noise {
    seed: u32,
}

impl Noise {
    pub(crate) fn new(seed: u64) -> Noise {
        let seed = mix(seed);
        Noise {
            seed: (seed ^ (seed >> 32)) as u32,
        }
    }

    /// The field at a point, within -1 to 1, zero on the whole-numbered lattice.
    pub(crate) fn at(&self, x: f32, y: f32) -> f32 {
        let (ix, iy) = (floor(x), floor(y));
        let (fx, fy) = (x - ix as f32, y - iy as f32);
        let corner = |i: i32, j: i32| {
            let h = self.hash(ix.wrapping_add(i), iy.wrapping_add(j));
            let gx = (h >> 20) as f32 * (2.0 / 4095.0) - 1.0;
            let gy = (h >> 8 & 0xfff) as f32 * (2.0 / 4095.0) - 1.0;
            gx * (fx - i as f32) + gy * (fy - j as f32)
        };
        let (u, v) = (fade(fx), fade(fy));
        let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * u;
        let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * u;
        top + (bottom - top) * v
    }

    /// Octaves of the field, each twice as fine and half as strong: clouds, within about -1 to 1.
    pub(crate) fn clouds(&self, x: f32, y: f32, octaves: u32) -> f32 {
        self.octaves(x, y, octaves, 0.5, |n| n)
    }

    /// Octaves of the field, each twice as fine and `gain` as strong, so that power falls with the frequency by
    /// `2 - 2 log2(gain)`: 1/f^3, as in mammograms, for 0.71.
    pub(crate) fn fractal(&self, x: f32, y: f32, octaves: u32, gain: f32) -> f32 {
        self.octaves(x, y, octaves, gain, |n| n)
    }

    /// Octaves of thin ridges where the field changes sign: filaments, 0 to about 2.
    pub(crate) fn filaments(&self, x: f32, y: f32, octaves: u32) -> f32 {
        self.octaves(x, y, octaves, 0.5, |n| {
            let ridge = (1.0 - 5.0 * n.abs()).max(0.0);
            ridge * ridge
        })
    }

    /// White noise of a pixel: the sum of three uniform numbers, so nearly normal; mean 0, standard deviation 1.
    pub(crate) fn white(&self, x: u32, y: u32) -> f32 {
        // The lowest bits of a product are poor: three numbers of 10 bits.
        let h = self.hash(x as i32, y as i32);
        let sum = (h >> 22) + (h >> 12 & 1023) + (h >> 2 & 1023);
        // Mean 3 * 511.5, variance 3 * (1024 * 1024 - 1) / 12.
        (sum as f32 - 1534.5) * (1.0 / 512.0)
    }

    fn octaves(&self, x: f32, y: f32, octaves: u32, gain: f32, shape: impl Fn(f32) -> f32) -> f32 {
        let (mut sum, mut scale, mut strength) = (0.0, 1.0, 1.0);
        for octave in 0..octaves {
            // The shift keeps the zeros of the lattices from falling together.
            let shift = octave as f32 * 17.31;
            sum += strength * shape(self.at(x * scale + shift, y * scale - shift));
            scale *= 2.0;
            strength *= gain;
        }
        sum
    }

    fn hash(&self, x: i32, y: i32) -> u32 {
        let mut h = self.seed
            ^ (x as u32).wrapping_mul(0x9e37_79b1)
            ^ (y as u32).wrapping_mul(0x85eb_ca77).rotate_left(13);
        h = (h ^ (h >> 16)).wrapping_mul(0x7feb_352d);
        (h ^ (h >> 15)).wrapping_mul(0x846c_a68b)
    }
}

/// Spreads a number over all 64 bits (the finaliser of SplitMix64, G. Steele et al., OOPSLA 2014).
pub(crate) fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// 0 below `low`, 1 above `high`, smooth between.
pub(crate) fn smoothstep(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Without `f32::floor`, which is a call into the C library on machines of the first 64-bit generation.
fn floor(x: f32) -> i32 {
    let cut = x as i32;
    cut - i32::from((cut as f32) > x)
}

fn fade(t: f32) -> f32 {
    t * t * t * (t * (t * 6.0 - 15.0) + 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_bounded_and_differ_by_seed() {
        let (a, b) = (Noise::new(1), Noise::new(2));
        let mut apart = 0.0f32;
        for i in 0..2000 {
            let (x, y) = (i as f32 * 0.137 - 90.0, i as f32 * 0.071 - 40.0);
            let value = a.at(x, y);
            assert!(value.abs() <= 1.0, "{value} at {x}, {y}");
            apart = apart.max((value - b.at(x, y)).abs());
        }
        assert!(apart > 0.3, "{apart}");
    }

    #[test]
    fn white_noise_has_mean_zero_and_deviation_one() {
        let noise = Noise::new(3);
        let values = (0..40_000).map(|i| f64::from(noise.white(i % 200, i / 200)));
        let (sum, squares) = values.fold((0.0, 0.0), |(s, q), v| (s + v, q + v * v));
        assert!((sum / 40_000.0).abs() < 0.02, "{sum}");
        assert!((squares / 40_000.0 - 1.0).abs() < 0.03, "{squares}");
    }
}
