//! Batch normalisation with LeakyReLU on slices, `N C H W`, a plane of `H W` values at a time.

use super::patch::{Affine, Line, Source, leaky};
use super::sum::{Moments, moments_of, sum2};
use super::vectorised::vectorised;
use crate::SharedBatch;
use crate::slices::Shared;
use candle_core::Result;
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
        let planes = Planes::new(x, dy, self.channels(), plane);
        (0..self.channels())
            .into_par_iter()
            .map(|c| {
                let factors = self.factors(c);
                let [dbeta, dgamma] = planes.sums(c, factors);
                let means = if of_batch {
                    [dbeta, dgamma].map(|sum| (sum / planes.count()) as f32)
                } else {
                    [0.0, 0.0]
                };
                planes.to_input_gradient(c, factors, means);
                (dgamma as f32, dbeta as f32)
            })
            .unzip()
    }

    /// [`Normal::backward`] of a part of the batch, its statistics being those of the whole batch with `count` values
    /// a channel: both means are over all parts. The gradients of gamma and beta are this part's share.
    pub fn backward_shared(
        &self,
        x: &mut [f32],
        dy: &[f32],
        plane: usize,
        (count, batch): (f64, &dyn SharedBatch),
    ) -> Result<(Vec<f32>, Vec<f32>)> {
        let planes = Planes::new(x, dy, self.channels(), plane);
        let channels = || (0..self.channels()).into_par_iter();
        let own = channels()
            .map(|c| planes.sums(c, self.factors(c)))
            .collect::<Vec<_>>();
        let mut all = own.concat();
        batch.sum(&mut all)?;
        channels().for_each(|c| {
            let means = [all[2 * c], all[2 * c + 1]].map(|sum| (sum / count) as f32);
            planes.to_input_gradient(c, self.factors(c), means);
        });
        let gradients = own
            .iter()
            .map(|[dbeta, dgamma]| (*dgamma as f32, *dbeta as f32));
        Ok(gradients.unzip())
    }

    fn factors(&self, channel: usize) -> Factors {
        Factors {
            inverse: self.inverse[channel],
            line: self.affine().line(channel),
        }
    }
}

/// A value and the gradient of what became of it, by channels: the value's planes are written to.
#[derive(Clone, Copy)]
struct Planes<'a> {
    x: Shared,
    dy: &'a [f32],
    channels: usize,
    images: usize,
    plane: usize,
}

impl<'a> Planes<'a> {
    /// Borrows `x` as long as `dy`, so that no plane of it outlives it.
    fn new(x: &'a mut [f32], dy: &'a [f32], channels: usize, plane: usize) -> Planes<'a> {
        Planes {
            images: x.len() / (channels * plane),
            x: Shared::new(x),
            dy,
            channels,
            plane,
        }
    }

    /// Values a channel.
    fn count(self) -> f64 {
        (self.images * self.plane) as f64
    }

    /// Planes of one channel. To be called by one task a channel at a time.
    fn of_channel(self, channel: usize) -> impl Iterator<Item = (&'a mut [f32], &'a [f32])> {
        (0..self.images).map(move |image| {
            let start = (image * self.channels + channel) * self.plane;
            // SAFETY: one task a channel, and a plane belongs to one channel.
            let x = unsafe { self.x.slice(start, self.plane) };
            (x, &self.dy[start..][..self.plane])
        })
    }

    fn sums(self, channel: usize, factors: Factors) -> [f64; 2] {
        let mut total = [0f64; 2];
        for (x, dy) in self.of_channel(channel) {
            let [b, g] = gradient_sums(x, dy, factors);
            total[0] += b;
            total[1] += g;
        }
        total
    }

    fn to_input_gradient(self, channel: usize, factors: Factors, means: [f32; 2]) {
        for (x, dy) in self.of_channel(channel) {
            to_input_gradient(x, dy, factors, means);
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
