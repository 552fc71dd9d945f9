//! A convolution with the batch normalisation and LeakyReLU that follow it.

use crate::conv::convolve;
use crate::cpu::{self, Activation, Conv, Normal};
use crate::slices::{contiguous, require_f32, with_slice};
use crate::{BatchNormConfig, BatchStatistics, Conv2dConfig};
use candle_core::{CpuStorage, CustomOp2, Layout, Result, Shape, Tensor, bail};

/// The weights of a convolution (`same` padding) and of the batch normalisation behind it.
#[derive(Clone, Copy, Debug)]
pub struct ConvBatchNorm<'a> {
    /// `O C K K`.
    pub kernel: &'a Tensor,
    /// `O`.
    pub bias: &'a Tensor,
    /// Stride.
    pub conv: Conv2dConfig,
    /// Scale after normalisation, `O`.
    pub gamma: &'a Tensor,
    /// Offset after normalisation, `O`.
    pub beta: &'a Tensor,
    /// Epsilon, and the slope of the LeakyReLU.
    pub norm: BatchNormConfig,
}

impl ConvBatchNorm<'_> {
    /// Output channels and window size, if all shapes fit an input of `dims`.
    pub(crate) fn check(&self, dims: &[usize; 4]) -> Result<(usize, usize)> {
        let (o, k) = crate::conv::check(dims, self.kernel, self.bias, self.conv.stride)?;
        for t in [self.gamma, self.beta] {
            if t.dims() != [o] {
                bail!(
                    "batch_norm: {o} channels, but a parameter of shape {:?}",
                    t.dims()
                )
            }
        }
        if self.norm.slope.is_nan() || self.norm.slope <= 0.0 {
            bail!(
                "batch_norm: the slope must be positive (1 for no activation), got {}",
                self.norm.slope
            )
        }
        require_f32(
            "conv_batch_norm",
            &[self.kernel, self.bias, self.gamma, self.beta],
        )?;
        Ok((o, k))
    }

    /// The batch normalisation with known statistics.
    pub(crate) fn normal(&self, mean: Vec<f32>, variance: &[f32]) -> Result<Normal> {
        Ok(Normal::new(
            mean,
            variance,
            &self.gamma.to_vec1::<f32>()?,
            &self.beta.to_vec1::<f32>()?,
            self.norm.epsilon,
            self.norm.slope,
        ))
    }

    /// Factor and summand of the convolution without bias, a channel each.
    pub(crate) fn fold(&self, mean: &Tensor, variance: &Tensor) -> Result<(Vec<f32>, Vec<f32>)> {
        if mean.dims() != self.bias.dims() || variance.dims() != self.bias.dims() {
            bail!(
                "batch_norm: a bias of shape {:?}, but mean {:?} and variance {:?}",
                self.bias.dims(),
                mean.dims(),
                variance.dims()
            )
        }
        require_f32("conv_batch_norm", &[mean, variance])?;
        let normal = self.normal(mean.to_vec1()?, &variance.to_vec1::<f32>()?)?;
        let bias = self.bias.to_vec1::<f32>()?;
        let shift = (0..bias.len())
            .map(|o| (bias[o] - normal.mean[o]) * normal.scale[o] + normal.shift[o])
            .collect();
        Ok((normal.scale, shift))
    }

    /// Training, on candle's graph: as [`crate::batch_norm_train`] of [`crate::conv2d`], with the moments of the batch. On
    /// other devices than the CPU the bias is left out, because the batch's mean takes it away again: it moves that mean
    /// alone, and its gradient, which is zero, is not given.
    pub fn train(&self, x: &Tensor) -> Result<(Tensor, BatchStatistics)> {
        if x.device().is_cpu() {
            let y = crate::conv2d(x, self.kernel, self.bias, self.conv)?;
            return crate::batch_norm_train(&y, self.gamma, self.beta, self.norm);
        }
        self.check(&x.dims4()?.into())?;
        let y = convolve(x, self.kernel, self.conv.stride)?;
        let (y, mut seen) = crate::batch_norm_train(&y, self.gamma, self.beta, self.norm)?;
        seen.mean = (seen.mean + self.bias.detach())?;
        Ok((y, seen))
    }

    /// Inference with the moving `mean` and `variance`, `O` each: `x` `N C H W` to `N O ceil(H / stride)
    /// ceil(W / stride)`, equal to [`crate::batch_norm`] of [`crate::conv2d`].
    ///
    /// The normalisation takes the bias along, and on the CPU it is folded into the convolution's weights, and the activation
    /// into its last step. Gradients reach `x`, and on the CPU the kernel.
    pub fn infer(&self, x: &Tensor, mean: &Tensor, variance: &Tensor) -> Result<Tensor> {
        if !x.device().is_cpu() {
            self.check(&x.dims4()?.into())?;
            // Detached: nothing is kept for a gradient where x needs none.
            let [kernel, bias, gamma, beta] =
                [self.kernel, self.bias, self.gamma, self.beta].map(Tensor::detach);
            let y = convolve(x, &kernel, self.conv.stride)?;
            let mean = (mean.detach() - bias)?;
            return crate::batch_norm(&y, &mean, variance, &gamma, &beta, self.norm);
        }
        let (n, c, h, w) = x.dims4()?;
        let (o, k) = self.check(&[n, c, h, w])?;
        require_f32("conv_batch_norm", &[x])?;
        let (scale, shift) = self.fold(mean, variance)?;
        let op = Folded {
            conv: Conv::same(c, o, (h, w), k, self.conv.stride).for_inference(),
            scale,
            shift,
            slope: self.norm.slope,
        };
        x.contiguous()?.apply_op2(&self.kernel.contiguous()?, op)
    }
}

/// `leaky_relu(scale conv(x) + shift, slope)`.
struct Folded {
    conv: Conv,
    scale: Vec<f32>,
    shift: Vec<f32>,
    slope: f32,
}

impl CustomOp2 for Folded {
    fn name(&self) -> &'static str {
        "conv_batch_norm"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let n = l1.dims()[0];
        let x = contiguous(s1, l1, self.name())?;
        let kernel = contiguous(s2, l2, self.name())?;
        let (h, w) = self.conv.windows.output();
        let mut y = vec![0f32; n * self.conv.o * h * w];
        let activation = Activation {
            shift: &self.shift,
            slope: self.slope,
            residual: None,
        };
        let kernel = self.conv.prepare(kernel, Some(&self.scale));
        self.conv
            .forward(x.into(), &kernel, activation, &mut y, false);
        Ok((CpuStorage::F32(y), Shape::from((n, self.conv.o, h, w))))
    }

    fn bwd(
        &self,
        x: &Tensor,
        kernel: &Tensor,
        res: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>)> {
        let (_, o, h, w) = res.dims4()?;
        let mut dy = with_slice(grad_res, <[f32]>::to_vec)?;
        with_slice(res, |y| cpu::leaky_backward(y, self.slope, &mut dy))?;
        for (plane, dy) in dy.chunks_exact_mut(h * w).enumerate() {
            let scale = self.scale[plane % o];
            dy.iter_mut().for_each(|v| *v *= scale);
        }
        let mut dx = vec![0f32; x.elem_count()];
        with_slice(kernel, |k| self.conv.input_gradient(k, &dy, &mut dx, false))?;
        let (dkernel, _) = with_slice(x, |x| self.conv.kernel_gradient(x.into(), &dy))?;
        Ok((
            Some(Tensor::from_vec(dx, x.dims(), x.device())?),
            Some(Tensor::from_vec(dkernel, kernel.dims(), x.device())?),
        ))
    }
}
