//! Batch normalisation with the LeakyReLU that follows it.

use crate::activation::leaky;
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor, bail};
use rayon::prelude::*;

/// Mean and variance of a batch, one value a channel: f32 of shape `C` on the device of the batch. No gradient flows
/// through them.
#[derive(Clone, Debug)]
pub struct BatchStatistics {
    /// Mean over N, H and W.
    pub mean: Tensor,
    /// Biased variance (divided by the count) over N, H and W: what the batch is normalised with.
    pub variance: Tensor,
    /// Values a channel, `N H W`.
    pub count: usize,
}

/// Batch normalisation as Keras trains with it, then LeakyReLU.
///
/// `y = leaky_relu(gamma (x - mean) / sqrt(variance + epsilon) + beta, slope)` with mean and biased variance of this
/// batch; gradients go through both. `slope = 1` leaves the activation out. `x`: `N C H W`; `gamma`, `beta`: `C`.
/// The statistics are returned for the moving averages.
pub fn batch_norm_train(
    x: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<(Tensor, BatchStatistics)> {
    check(x, &[gamma, beta], slope)?;
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        let (y, mean, variance) = crate::cuda::batch_norm_train(x, gamma, beta, epsilon, slope)?;
        let count = x.elem_count() / x.dim(1)?;
        return Ok((
            y,
            BatchStatistics {
                mean,
                variance,
                count,
            },
        ));
    }
    if !x.device().is_cpu() {
        return composed_train(x, gamma, beta, epsilon, slope);
    }
    let x = x.contiguous()?;
    let statistics = statistics(&x)?;
    let op = BatchNorm {
        mean: statistics.mean.to_vec1()?,
        inverse: inverse_deviation(&statistics.variance.to_vec1()?, epsilon),
        slope,
        batch: true,
    };
    let y = x.apply_op3(&gamma.contiguous()?, &beta.contiguous()?, op)?;
    Ok((y, statistics))
}

/// Batch normalisation with given mean and variance (inference), then LeakyReLU. Shapes as in [`batch_norm_train`].
/// No gradient reaches `mean` and `variance`.
pub fn batch_norm(
    x: &Tensor,
    mean: &Tensor,
    variance: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<Tensor> {
    check(x, &[mean, variance, gamma, beta], slope)?;
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::batch_norm(x, mean, variance, gamma, beta, epsilon, slope);
    }
    if !x.device().is_cpu() {
        return composed(x, mean, variance, gamma, beta, epsilon, slope);
    }
    let op = BatchNorm {
        mean: mean.to_vec1()?,
        inverse: inverse_deviation(&variance.to_vec1()?, epsilon),
        slope,
        batch: false,
    };
    x.contiguous()?
        .apply_op3(&gamma.contiguous()?, &beta.contiguous()?, op)
}

/// [`batch_norm_train`] from candle's own operations.
fn composed_train(
    x: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<(Tensor, BatchStatistics)> {
    let mean = x.mean_keepdim((0, 2, 3))?;
    let centred = x.broadcast_sub(&mean)?;
    let variance = centred.sqr()?.mean_keepdim((0, 2, 3))?;
    let inverse = (&variance + f64::from(epsilon))?.sqrt()?.recip()?;
    let y = scale_shift(&centred.broadcast_mul(&inverse)?, gamma, beta, slope)?;
    let statistics = BatchStatistics {
        mean: mean.flatten_all()?.detach(),
        variance: variance.flatten_all()?.detach(),
        count: x.elem_count() / x.dim(1)?,
    };
    Ok((y, statistics))
}

/// [`batch_norm`] from candle's own operations.
fn composed(
    x: &Tensor,
    mean: &Tensor,
    variance: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<Tensor> {
    let per_channel = (1, mean.elem_count(), 1, 1);
    let inverse = (variance + f64::from(epsilon))?.sqrt()?.recip()?;
    let normal = x
        .broadcast_sub(&mean.reshape(per_channel)?)?
        .broadcast_mul(&inverse.reshape(per_channel)?)?;
    scale_shift(&normal, gamma, beta, slope)
}

fn check(x: &Tensor, per_channel: &[&Tensor], slope: f32) -> Result<()> {
    let (_, c, _, _) = x.dims4()?;
    if let Some(t) = per_channel.iter().find(|t| t.dims() != [c]) {
        bail!(
            "batch_norm: {c} channels in x, but a parameter of shape {:?}",
            t.dims()
        )
    }
    if slope.is_nan() || slope <= 0.0 {
        bail!("batch_norm: the slope must be positive (1 for no activation), got {slope}")
    }
    if x.elem_count() == 0 {
        bail!("batch_norm: x of shape {:?} is empty", x.dims())
    }
    if x.device().is_cpu() {
        require_f32("batch_norm", &[x])?;
        require_f32("batch_norm", per_channel)?;
    }
    Ok(())
}

fn scale_shift(normal: &Tensor, gamma: &Tensor, beta: &Tensor, slope: f32) -> Result<Tensor> {
    let per_channel = (1, gamma.elem_count(), 1, 1);
    let y = normal
        .broadcast_mul(&gamma.reshape(per_channel)?)?
        .broadcast_add(&beta.reshape(per_channel)?)?;
    if slope == 1.0 {
        return Ok(y);
    }
    crate::leaky_relu(&y, slope)
}

fn inverse_deviation(variance: &[f32], epsilon: f32) -> Vec<f32> {
    variance
        .iter()
        .map(|v| 1.0 / (v + epsilon).sqrt())
        .collect()
}

/// Sums over long rows are taken in f64: a channel of a batch has 400,000 values, and f32 sums of that length lose
/// the digits that the comparison with Keras needs.
fn statistics(x: &Tensor) -> Result<BatchStatistics> {
    let (n, c, h, w) = x.dims4()?;
    let (plane, count) = (h * w, n * h * w);
    let per_channel = with_slice(x, |x| {
        (0..c)
            .into_par_iter()
            .map(|channel| {
                let planes = || (0..n).map(|image| &x[(image * c + channel) * plane..][..plane]);
                let sum: f64 = planes().map(|p| sum_of(p, |v| v)).sum();
                let mean = (sum / count as f64) as f32;
                let squares: f64 = planes()
                    .map(|p| sum_of(p, |v| (v - mean) * (v - mean)))
                    .sum();
                (mean, (squares / count as f64) as f32)
            })
            .collect::<Vec<_>>()
    })?;
    let (mean, variance): (Vec<f32>, Vec<f32>) = per_channel.into_iter().unzip();
    Ok(BatchStatistics {
        mean: Tensor::from_vec(mean, c, x.device())?,
        variance: Tensor::from_vec(variance, c, x.device())?,
        count,
    })
}

/// The sum of `f` over a plane: f32 in 16 lanes over short runs, f64 over the runs.
fn sum_of(values: &[f32], f: impl Fn(f32) -> f32) -> f64 {
    const LANES: usize = 16;
    values
        .chunks(LANES * 32)
        .map(|run| {
            let mut lanes = [0f32; LANES];
            let chunks = run.chunks_exact(LANES);
            let rest: f32 = chunks.remainder().iter().map(|v| f(*v)).sum();
            for chunk in chunks {
                for (lane, v) in lanes.iter_mut().zip(chunk) {
                    *lane += f(*v);
                }
            }
            f64::from(lanes.iter().sum::<f32>() + rest)
        })
        .sum()
}

struct BatchNorm {
    mean: Vec<f32>,
    inverse: Vec<f32>,
    slope: f32,
    /// Whether mean and variance are those of the batch, so that gradients go through them.
    batch: bool,
}

impl CustomOp3 for BatchNorm {
    fn name(&self) -> &'static str {
        "batch_norm"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
        s3: &CpuStorage,
        l3: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let (_, c, h, w) = l1.shape().dims4()?;
        let x = contiguous(s1, l1, self.name())?;
        let gamma = contiguous(s2, l2, self.name())?;
        let beta = contiguous(s3, l3, self.name())?;
        let mut y = vec![0f32; x.len()];
        y.par_chunks_mut(h * w)
            .zip(x.par_chunks(h * w))
            .enumerate()
            .for_each(|(plane, (y, x))| {
                let channel = plane % c;
                let scale = gamma[channel] * self.inverse[channel];
                let (mean, beta) = (self.mean[channel], beta[channel]);
                for (y, x) in y.iter_mut().zip(x) {
                    *y = leaky((x - mean) * scale + beta, self.slope);
                }
            });
        Ok((CpuStorage::F32(y), l1.shape().clone()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        gamma: &Tensor,
        _: &Tensor,
        res: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let (n, c, h, w) = x.dims4()?;
        let plane = h * w;
        let count = (n * plane) as f64;
        let gammas = gamma.to_vec1::<f32>()?;
        let mut dx = vec![0f32; x.elem_count()];
        let shared = crate::slices::Shared::new(&mut dx);
        let sums = with_slice(x, |x| {
            with_slice(res, |y| {
                with_slice(grad_res, |dy| {
                    (0..c)
                        .into_par_iter()
                        .map(|channel| {
                            let (mean, inverse) = (self.mean[channel], self.inverse[channel]);
                            let at = |image: usize| (image * c + channel) * plane;
                            let (mut dgamma, mut dbeta) = (0f64, 0f64);
                            for image in 0..n {
                                let start = at(image);
                                let (y, dy) = (&y[start..][..plane], &dy[start..][..plane]);
                                // SAFETY: one task a channel, and a plane belongs to one channel.
                                let dz = unsafe { shared.slice(start, plane) };
                                for ((dz, y), dy) in dz.iter_mut().zip(y).zip(dy) {
                                    *dz = if *y >= 0.0 { *dy } else { self.slope * dy };
                                }
                                dbeta += sum_of(dz, |v| v);
                                dgamma += dot_of(dz, &x[start..][..plane], mean, inverse);
                            }
                            let scale = gammas[channel] * inverse;
                            let (mean_dz, mean_dz_x) = if self.batch {
                                ((dbeta / count) as f32, (dgamma / count) as f32)
                            } else {
                                (0.0, 0.0)
                            };
                            for image in 0..n {
                                let start = at(image);
                                // SAFETY: as above.
                                let dz = unsafe { shared.slice(start, plane) };
                                for (dz, x) in dz.iter_mut().zip(&x[start..][..plane]) {
                                    let normal = (x - mean) * inverse;
                                    *dz = scale * (*dz - mean_dz - normal * mean_dz_x);
                                }
                            }
                            (dgamma as f32, dbeta as f32)
                        })
                        .collect::<Vec<_>>()
                })
            })
        })???;
        let (dgamma, dbeta): (Vec<f32>, Vec<f32>) = sums.into_iter().unzip();
        let device = x.device();
        Ok((
            Some(Tensor::from_vec(dx, x.dims(), device)?),
            Some(Tensor::from_vec(dgamma, c, device)?),
            Some(Tensor::from_vec(dbeta, c, device)?),
        ))
    }
}

/// The sum of `dz (x - mean) inverse` over a plane, f32 in lanes over short runs, f64 over the runs.
fn dot_of(dz: &[f32], x: &[f32], mean: f32, inverse: f32) -> f64 {
    const RUN: usize = 512;
    dz.chunks(RUN)
        .zip(x.chunks(RUN))
        .map(|(dz, x)| {
            let mut lanes = [0f32; 16];
            for (dz, x) in dz.chunks(16).zip(x.chunks(16)) {
                for ((lane, dz), x) in lanes.iter_mut().zip(dz).zip(x) {
                    *lane += dz * ((x - mean) * inverse);
                }
            }
            f64::from(lanes.iter().sum::<f32>())
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{Device, Var};

    fn waves(shape: &[usize], pace: f32) -> Result<Tensor> {
        let n = shape.iter().product::<usize>();
        let v = (0..n).map(|i| (i as f32 * pace).sin() + 0.3 * pace);
        Tensor::from_iter(v, &Device::Cpu)?.reshape(shape)
    }

    fn assert_close(a: &Tensor, b: &Tensor) -> Result<()> {
        let difference = (a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>()?;
        assert!(difference < 1e-4, "{difference}");
        Ok(())
    }

    /// What other devices compute with, run on the CPU beside the custom ops.
    #[test]
    fn the_composed_forms_equal_the_custom_ops() -> Result<()> {
        let x = Var::from_tensor(&waves(&[2, 3, 5, 4], 0.7)?)?;
        let (gamma, beta) = (waves(&[3], 1.1)?, waves(&[3], 0.4)?);
        let (ours, ours_seen) = batch_norm_train(&x, &gamma, &beta, 1e-3, 0.3)?;
        let (composed_y, seen) = composed_train(&x, &gamma, &beta, 1e-3, 0.3)?;
        assert_close(&ours, &composed_y)?;
        assert_eq!(ours_seen.count, seen.count);
        assert_close(&ours_seen.mean, &seen.mean)?;
        assert_close(&ours_seen.variance, &seen.variance)?;
        let weight = waves(&[2, 3, 5, 4], 0.2)?;
        let gradient = |y: &Tensor| -> Result<Tensor> {
            let grads = (y * &weight)?.sum_all()?.backward()?;
            grads
                .get(&x)
                .cloned()
                .ok_or_else(|| candle_core::Error::Msg("no gradient".into()))
        };
        assert_close(&gradient(&ours)?, &gradient(&composed_y)?)?;
        let (mean, variance) = (waves(&[3], 0.9)?, waves(&[3], 0.8)?.sqr()?);
        assert_close(
            &batch_norm(&x, &mean, &variance, &gamma, &beta, 1e-3, 0.3)?,
            &composed(&x, &mean, &variance, &gamma, &beta, 1e-3, 0.3)?,
        )
    }
}
