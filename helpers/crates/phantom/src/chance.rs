//! Short words for random draws.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

pub(crate) type Rng = ChaCha8Rng;

/// Random numbers by what they are wanted for.
pub(crate) trait Chance {
    /// Uniform.
    fn within(&mut self, low: f32, high: f32) -> f32;

    /// Uniform from `-size` to `size`.
    fn jitter(&mut self, size: f32) -> f32 {
        self.within(-size, size)
    }

    /// Uniform in the logarithm.
    fn scale(&mut self, low: f32, high: f32) -> f32 {
        self.within(low.ln(), high.ln()).exp()
    }

    /// Whether something comes to pass.
    fn happens(&mut self, probability: f32) -> bool {
        self.within(0.0, 1.0) < probability
    }

    /// A whole number from `low` to `high`, both included.
    fn count(&mut self, low: usize, high: usize) -> usize;

    /// Nearly normal, mean 0, standard deviation 1, within -3.5 and 3.5: the sum of twelve uniform numbers would be
    /// within 6.
    fn normal(&mut self) -> f32 {
        (0..4).map(|_| self.within(-0.5, 0.5)).sum::<f32>() * 3.0f32.sqrt()
    }
}

impl Chance for ChaCha8Rng {
    fn within(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * self.random_range(0.0f32..1.0)
    }

    fn count(&mut self, low: usize, high: usize) -> usize {
        self.random_range(low..=high)
    }
}
