//! Batch normalisation with LeakyReLU on slices, `N C H W`, a plane of `H W` values at a time.

use super::patch::{Affine, Source, leaky};
use super::sum::{Moments, sum2};
use crate::slices::Shared;
use pulp::Arch;
use rayon::prelude::*;

/// Elements a task works on; a task should be long against rayon's bookkeeping.
pub(crate) const CHUNK: usize = 1 << 15;

/// Batch normalisation with known mean and variance, as one factor and one summand a channel (the form that
/// TensorFlow computes too): `leaky_relu(scale x + shift, slope)`.
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
        let shift = beta
            .iter()
            .zip(mean.iter().zip(&scale))
            .map(|(b, (m, s))| b - m * s)
            .collect();
        Normal {
            mean,
            inverse,
            scale,
            shift,
            slope,
        }
    }

    pub fn affine(&self) -> Affine<'_> {
        Affine {
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
                let (mean, inverse) = (self.mean[c], self.inverse[c]);
                let (scale, shift, slope) = (self.scale[c], self.shift[c], self.slope);
                let planes = || (0..images).map(|image| (image * channels + c) * plane);
                let before = move |x: f32, dy: f32| {
                    if x * scale + shift >= 0.0 {
                        dy
                    } else {
                        slope * dy
                    }
                };
                Arch::new().dispatch(|| {
                    let (mut dgamma, mut dbeta) = (0f64, 0f64);
                    for start in planes() {
                        // SAFETY: one task a channel, and a plane belongs to one channel.
                        let x = unsafe { shared.slice(start, plane) };
                        let [b, g] = sum2(x, &dy[start..][..plane], |x, dy| {
                            let g = before(x, dy);
                            [g, g * ((x - mean) * inverse)]
                        });
                        dbeta += b;
                        dgamma += g;
                    }
                    let (mean_g, mean_gx) = if of_batch {
                        ((dbeta / count) as f32, (dgamma / count) as f32)
                    } else {
                        (0.0, 0.0)
                    };
                    for start in planes() {
                        // SAFETY: as above.
                        let x = unsafe { shared.slice(start, plane) };
                        for (x, dy) in x.iter_mut().zip(&dy[start..][..plane]) {
                            let normal = (*x - mean) * inverse;
                            *x = scale * (before(*x, *dy) - mean_g - normal * mean_gx);
                        }
                    }
                    (dgamma as f32, dbeta as f32)
                })
            })
            .unzip()
    }
}

/// Moments of every channel over the batch.
pub(crate) fn moments(x: &[f32], channels: usize, plane: usize) -> Vec<Moments> {
    (0..channels)
        .into_par_iter()
        .map(|c| {
            let planes = x.chunks_exact(plane).skip(c).step_by(channels);
            Arch::new().dispatch(|| {
                let mut total = Moments::default();
                for plane in planes {
                    total = total.merge(Moments::of(plane));
                }
                total
            })
        })
        .collect()
}

/// `leaky_relu(a + b, slope)`, each with what is still to be done to it; `b` may be absent.
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
        // The last part may be short: planes here are any cut where the channels do not matter.
        let take = |s: Source<'a>| {
            (
                &s.data[i * plane..][..len],
                Coefficients::of(s, i % channels),
            )
        };
        let (a, of_a) = take(a);
        Arch::new().dispatch(|| match b {
            Some(b) => {
                let (b, of_b) = take(b);
                for (y, (a, b)) in y.iter_mut().zip(a.iter().zip(b)) {
                    *y = leaky(of_a.apply(*a) + of_b.apply(*b), slope);
                }
            }
            None => {
                for (y, a) in y.iter_mut().zip(a) {
                    *y = leaky(of_a.apply(*a), slope);
                }
            }
        });
    });
}

/// A source's pending operation on one channel.
#[derive(Clone, Copy)]
struct Coefficients {
    scale: f32,
    shift: f32,
    slope: f32,
}

impl Coefficients {
    fn of(source: Source, channel: usize) -> Coefficients {
        match source.affine {
            Some(a) => Coefficients {
                scale: a.scale[channel],
                shift: a.shift[channel],
                slope: a.slope,
            },
            None => Coefficients {
                scale: 1.0,
                shift: 0.0,
                slope: 1.0,
            },
        }
    }

    #[inline(always)]
    fn apply(self, x: f32) -> f32 {
        leaky(x * self.scale + self.shift, self.slope)
    }
}

/// `sum += value`.
pub(crate) fn add_to(sum: &mut [f32], value: &[f32]) {
    sum.par_chunks_mut(CHUNK)
        .zip(value.par_chunks(CHUNK))
        .for_each(|(sum, value)| {
            Arch::new().dispatch(|| sum.iter_mut().zip(value).for_each(|(s, v)| *s += v));
        });
}

/// The gradient before a LeakyReLU, written over the gradient after it; `y` is the result.
pub(crate) fn leaky_backward(y: &[f32], slope: f32, dy: &mut [f32]) {
    dy.par_chunks_mut(CHUNK)
        .zip(y.par_chunks(CHUNK))
        .for_each(|(dy, y)| {
            Arch::new().dispatch(|| {
                for (dy, y) in dy.iter_mut().zip(y) {
                    // The slope is positive, so the sign of the result tells the sign of the argument.
                    *dy = if *y >= 0.0 { *dy } else { slope * *dy };
                }
            });
        });
}
