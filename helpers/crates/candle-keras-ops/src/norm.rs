//! Batch normalisation with the LeakyReLU that follows it.

use crate::cpu::{self, Normal, Source};
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor, bail};

/// Mean and variance of a batch, one value per channel: f32 of shape `C` on the device of the batch. No gradient flows
/// through them.
#[derive(Clone, Debug)]
pub struct BatchStatistics {
    /// Mean over N, H and W; shape `C`, on the device of the batch.
    pub mean: Tensor,
    /// Biased variance (divided by the count) over N, H and W, what the batch is normalised with; shape `C`.
    pub variance: Tensor,
    /// Values a channel, `N H W`.
    pub count: usize,
}

/// Options of [`batch_norm`] and [`batch_norm_train`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BatchNormConfig {
    /// Added to the variance (1e-3, Keras' default).
    pub epsilon: f32,
    /// Slope of the LeakyReLU that follows, for negative values; 1 leaves the activation out (1).
    pub slope: f32,
}

impl Default for BatchNormConfig {
    fn default() -> Self {
        BatchNormConfig {
            epsilon: 1e-3,
            slope: 1.0,
        }
    }
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
    config: BatchNormConfig,
) -> Result<(Tensor, BatchStatistics)> {
    let BatchNormConfig { epsilon, slope } = config;
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
        return composed_train(x, gamma, beta, config);
    }
    let (n, c, h, w) = x.dims4()?;
    let x = x.contiguous()?;
    let moments = with_slice(&x, |x| cpu::moments(x, c, h * w))?;
    let mean = moments.iter().map(|m| m.mean as f32).collect::<Vec<_>>();
    let variance = moments.iter().map(|m| m.variance()).collect::<Vec<_>>();
    let op = BatchNorm {
        epsilon,
        slope,
        mean: mean.clone(),
        variance: variance.clone(),
        of_batch: true,
    };
    let statistics = BatchStatistics {
        mean: Tensor::from_vec(mean, c, x.device())?,
        variance: Tensor::from_vec(variance, c, x.device())?,
        count: n * h * w,
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
    config: BatchNormConfig,
) -> Result<Tensor> {
    let BatchNormConfig { epsilon, slope } = config;
    check(x, &[mean, variance, gamma, beta], slope)?;
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::batch_norm(x, mean, variance, gamma, beta, epsilon, slope);
    }
    if !x.device().is_cpu() {
        return composed(x, mean, variance, gamma, beta, config);
    }
    let op = BatchNorm {
        epsilon,
        slope,
        mean: mean.to_vec1()?,
        variance: variance.to_vec1()?,
        of_batch: false,
    };
    x.contiguous()?
        .apply_op3(&gamma.contiguous()?, &beta.contiguous()?, op)
}

/// [`batch_norm_train`] from candle's own operations.
fn composed_train(
    x: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    config: BatchNormConfig,
) -> Result<(Tensor, BatchStatistics)> {
    let BatchNormConfig { epsilon, slope } = config;
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
    config: BatchNormConfig,
) -> Result<Tensor> {
    let BatchNormConfig { epsilon, slope } = config;
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

struct BatchNorm {
    epsilon: f32,
    slope: f32,
    mean: Vec<f32>,
    variance: Vec<f32>,
    /// Whether mean and variance are those of the batch, so that gradients go through them.
    of_batch: bool,
}

impl BatchNorm {
    fn normal(&self, gamma: &[f32], beta: &[f32]) -> Normal {
        let (mean, variance) = (self.mean.clone(), &self.variance);
        Normal::new(mean, variance, gamma, beta, self.epsilon, self.slope)
    }
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
        let normal = self.normal(gamma, beta);
        let x = Source {
            data: x,
            affine: Some(normal.affine()),
        };
        let mut y = vec![0f32; x.data.len()];
        cpu::add(x, None, c, h * w, 1.0, &mut y);
        Ok((CpuStorage::F32(y), l1.shape().clone()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        gamma: &Tensor,
        beta: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let (_, c, h, w) = x.dims4()?;
        let normal = self.normal(&gamma.to_vec1::<f32>()?, &beta.to_vec1::<f32>()?);
        let mut dx = with_slice(x, <[f32]>::to_vec)?;
        let (dgamma, dbeta) = with_slice(grad_res, |dy| {
            normal.backward(&mut dx, dy, h * w, self.of_batch)
        })?;
        let device = x.device();
        Ok((
            Some(Tensor::from_vec(dx, x.dims(), device)?),
            Some(Tensor::from_vec(dgamma, c, device)?),
            Some(Tensor::from_vec(dbeta, c, device)?),
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAKY: BatchNormConfig = BatchNormConfig {
        epsilon: 1e-3,
        slope: 0.3,
    };

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
        let (ours, ours_seen) = batch_norm_train(&x, &gamma, &beta, LEAKY)?;
        let (composed_y, seen) = composed_train(&x, &gamma, &beta, LEAKY)?;
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
            &batch_norm(&x, &mean, &variance, &gamma, &beta, LEAKY)?,
            &composed(&x, &mean, &variance, &gamma, &beta, LEAKY)?,
        )
    }
}
