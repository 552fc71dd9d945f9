//! Batch normalisation with LeakyReLU on slices, `N C H W`, a plane of `H W` values at a time.

use super::patch::{Affine, Line, Source, leaky};
use super::sum::{Moments, moments_of, sum2};
use super::vectorised::vectorised;
use crate::slices::Shared;
use rayon::prelude::*;

/// Elements a task works on; a task should be long against rayon's bookkeeping.
pub(crate) const CHUNK: usize = 1 << 15;

/// Batch normalisation with known mean and variance: `leaky_relu((x - mean) scale + shift, slope)`.
#[derive(Clone, Debug)]
pub(crate) struct Normal {
    pub mean: Vec<f32>,
    /// `1 / sqrt(variance + epsilon)`.
    pub inverse: Vec<f32>,
    pub scale: Vec<f32>,
    pub shift: Vec<f32>,
    /// 1 for no activation.
    pub slope: f32,
}

impl Normal {
    pub fn new(
        mean: Vec<f32>,
        variance: &[f32],
        gamma: &[f32],
        beta: &[f32],
        epsilon: f32,
        slope: f32,
    ) -> Normal {
        let inverse = variance
            .iter()
            .map(|v| 1.0 / (v + epsilon).sqrt())
            .collect::<Vec<_>>();
        let scale = gamma
            .iter()
            .zip(&inverse)
            .map(|(g, i)| g * i)
            .collect::<Vec<_>>();
        Normal {
            mean,
            inverse,
            scale,
            shift: beta.to_vec(),
            slope,
        }
    }

    pub fn affine(&self) -> Affine<'_> {
        Affine {
            mean: &self.mean,
            scale: &self.scale,
            shift: &self.shift,
            slope: self.slope,
        }
    }

    fn channels(&self) -> usize {
        self.mean.len()
    }

    /// Gradients of the input (written over it), of gamma and of beta, from the gradient `dy` of the result.
    ///
    /// With `g` the gradient before the activation and `x'` the normalised input:
    /// `dbeta = sum g`, `dgamma = sum g x'`, `dx = scale (g - mean(g) - x' mean(g x'))`; the two means belong to the
    /// statistics' own gradient and are left out where those are not `of_batch`.
    pub fn backward(
        &self,
        x: &mut [f32],
        dy: &[f32],
        plane: usize,
        of_batch: bool,
    ) -> (Vec<f32>, Vec<f32>) {
        let channels = self.channels();
        let images = x.len() / (channels * plane);
        let count = (images * plane) as f64;
        let shared = Shared::new(x);
        (0..channels)
            .into_par_iter()
            .map(|c| {
                let factors = self.factors(c);
                let planes = (0..images).map(|image| {
                    let start = (image * channels + c) * plane;
                    // SAFETY: one task a channel, and a plane belongs to one channel.
                    let x = unsafe { shared.slice(start, plane) };
                    (x, &dy[start..][..plane])
                });
                let (mut dgamma, mut dbeta) = (0f64, 0f64);
                for (x, dy) in planes.clone() {
                    let [b, g] = gradient_sums(x, dy, factors);
                    dbeta += b;
                    dgamma += g;
                }
                let means = if of_batch {
                    [dbeta / count, dgamma / count].map(|m| m as f32)
                } else {
                    [0.0, 0.0]
                };
                planes.for_each(|(x, dy)| to_input_gradient(x, dy, factors, means));
                (dgamma as f32, dbeta as f32)
            })
            .unzip()
    }

    fn factors(&self, channel: usize) -> Factors {
        Factors {
            inverse: self.inverse[channel],
            line: self.affine().line(channel),
        }
    }
}

/// A channel's normalisation.
#[derive(Clone, Copy)]
struct Factors {
    inverse: f32,
    line: Line,
}

impl Factors {
    #[inline(always)]
    fn normal(self, x: f32) -> f32 {
        (x - self.line.mean) * self.inverse
    }

    /// The gradient before the activation.
    #[inline(always)]
    fn before(self, x: f32, dy: f32) -> f32 {
        if self.line.normalise(x) >= 0.0 {
            dy
        } else {
            self.line.slope * dy
        }
    }
}

/// What is still to be done to a source's channel, if anything.
fn line_of(source: Source, channel: usize) -> Line {
    source.affine.map_or(
        Line {
            mean: 0.0,
            scale: 1.0,
            shift: 0.0,
            slope: 1.0,
        },
        |affine| affine.line(channel),
    )
}

vectorised! {
    fn same_bits<'a>(a: &'a [f32], b: &'a [f32]) -> bool {
        let differences = a.iter().zip(b).map(|(a, b)| a.to_bits() ^ b.to_bits());
        differences.fold(0, |all, d| all | d) == 0
    }

    /// Sums of the gradient before the activation, and of its products with the normalised input.
    fn gradient_sums<'a>(x: &'a [f32], dy: &'a [f32], factors: Factors) -> [f64; 2] {
        sum2(x, dy, |x, dy| {
            let g = factors.before(x, dy);
            [g, g * factors.normal(x)]
        })
    }

    fn to_input_gradient<'a>(x: &'a mut [f32], dy: &'a [f32], factors: Factors, means: [f32; 2]) {
        for (x, dy) in x.iter_mut().zip(dy) {
            let g = factors.before(*x, *dy) - means[0] - factors.normal(*x) * means[1];
            *x = factors.line.scale * g;
        }
    }

    fn add_planes<'a>(y: &'a mut [f32], a: &'a [f32], b: &'a [f32], lines: [Line; 2], slope: f32) {
        for (y, (a, b)) in y.iter_mut().zip(a.iter().zip(b)) {
            *y = leaky(lines[0].apply(*a) + lines[1].apply(*b), slope);
        }
    }

    fn apply_line<'a>(y: &'a mut [f32], a: &'a [f32], line: Line, slope: f32) {
        for (y, a) in y.iter_mut().zip(a) {
            *y = leaky(line.apply(*a), slope);
        }
    }

    fn add_slices<'a>(sum: &'a mut [f32], value: &'a [f32]) {
        for (s, v) in sum.iter_mut().zip(value) {
            *s += v;
        }
    }

    /// The slope is positive, so the sign of the result tells the sign of the argument.
    fn mask<'a>(dy: &'a mut [f32], y: &'a [f32], slope: f32) {
        for (dy, y) in dy.iter_mut().zip(y) {
            *dy = if *y >= 0.0 { *dy } else { slope * *dy };
        }
    }
}

/// Moments of every channel over the batch.
pub(crate) fn moments(x: &[f32], channels: usize, plane: usize) -> Vec<Moments> {
    (0..channels)
        .into_par_iter()
        .map(|c| {
            let planes = x.chunks_exact(plane).skip(c).step_by(channels);
            planes
                .map(moments_of)
                .fold(Moments::default(), Moments::merge)
        })
        .collect()
}

/// `leaky_relu(a + b, slope)`, each with what is still to be done to it; `b` may be absent. Where nothing is to be
/// done, a plane may be any cut of the elements.
pub(crate) fn add<'a>(
    a: Source<'a>,
    b: Option<Source<'a>>,
    channels: usize,
    plane: usize,
    slope: f32,
    y: &mut [f32],
) {
    y.par_chunks_mut(plane).enumerate().for_each(|(i, y)| {
        let len = y.len();
        let take = |s: Source<'a>| (&s.data[i * plane..][..len], line_of(s, i % channels));
        let (a, line_a) = take(a);
        match b.map(take) {
            Some((b, line_b)) => add_planes(y, a, b, [line_a, line_b], slope),
            None => apply_line(y, a, line_a, slope),
        }
    });
}

/// Copies, on all threads.
pub(crate) fn copy(from: &[f32], to: &mut [f32]) {
    to.par_chunks_mut(CHUNK)
        .zip(from.par_chunks(CHUNK))
        .for_each(|(to, from)| to.copy_from_slice(from));
}

/// Whether two slices of one length hold the same bits.
pub(crate) fn same(a: &[f32], b: &[f32]) -> bool {
    a.len() == b.len()
        && a.par_chunks(CHUNK)
            .zip(b.par_chunks(CHUNK))
            .all(|(a, b)| same_bits(a, b))
}

/// `sum += value`.
pub(crate) fn add_to(sum: &mut [f32], value: &[f32]) {
    sum.par_chunks_mut(CHUNK)
        .zip(value.par_chunks(CHUNK))
        .for_each(|(sum, value)| add_slices(sum, value));
}

/// The gradient before a LeakyReLU, written over the gradient after it; `y` is the result.
pub(crate) fn leaky_backward(y: &[f32], slope: f32, dy: &mut [f32]) {
    dy.par_chunks_mut(CHUNK)
        .zip(y.par_chunks(CHUNK))
        .for_each(|(dy, y)| mask(dy, y, slope));
}
