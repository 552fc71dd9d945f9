//! Convolution.

use crate::SamePadding;
use crate::cpu::{Activation, Conv};
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor, bail};

/// Options of [`conv2d`]. Padding is always Keras' `same`, which candle's own configuration cannot say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conv2dConfig {
    /// Pixels from one window to the next, in both directions (1).
    pub stride: usize,
}

impl Default for Conv2dConfig {
    fn default() -> Self {
        Conv2dConfig { stride: 1 }
    }
}

/// Convolution with Keras' `same` padding and a bias.
///
/// `x`: `N C H W`; `kernel`: `O C K K` (Keras stores `K K C O`); `bias`: `O`; result
/// `N O ceil(H / stride) ceil(W / stride)`. Gradients reach all three.
pub fn conv2d(x: &Tensor, kernel: &Tensor, bias: &Tensor, config: Conv2dConfig) -> Result<Tensor> {
    let Conv2dConfig { stride } = config;
    let (n, c, h, w) = x.dims4()?;
    let (o, k) = check(&[n, c, h, w], kernel, bias, stride)?;
    if !x.device().is_cpu() {
        let bias = bias.reshape((1, o, 1, 1))?.to_dtype(x.dtype())?;
        return convolve(x, kernel, stride)?.broadcast_add(&bias);
    }
    require_f32("conv2d", &[x, kernel, bias])?;
    let op = Conv2d(Conv::same(c, o, (h, w), k, stride));
    x.contiguous()?
        .apply_op3(&kernel.contiguous()?, &bias.contiguous()?, op)
}

/// [`conv2d`] without the bias on other devices than the CPU; the shapes are checked already.
pub(crate) fn convolve(x: &Tensor, kernel: &Tensor, stride: usize) -> Result<Tensor> {
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::conv2d(x, kernel, stride);
    }
    let (_, _, h, w) = x.dims4()?;
    let k = kernel.dim(2)?;
    let (rows, columns) = (
        SamePadding::new(h, k, stride),
        SamePadding::new(w, k, stride),
    );
    // Pixels that no window reaches are cut off: candle's gradient does not expect them.
    let reach = |p: SamePadding, size: usize| size.min((p.output - 1) * stride + k - p.before);
    x.narrow(2, 0, reach(rows, h))?
        .narrow(3, 0, reach(columns, w))?
        .pad_with_zeros(2, rows.before, rows.after)?
        .pad_with_zeros(3, columns.before, columns.after)?
        .conv2d(kernel, 0, stride, 1, 1)
}

/// Output channels and window size of a convolution of an input of `dims`, if all shapes fit.
pub(crate) fn check(
    dims: &[usize; 4],
    kernel: &Tensor,
    bias: &Tensor,
    stride: usize,
) -> Result<(usize, usize)> {
    let (o, kernel_c, k, k2) = kernel.dims4()?;
    if dims[1] != kernel_c || k != k2 || bias.dims() != [o] {
        bail!(
            "conv2d: x {dims:?}, kernel {:?} and bias {:?} do not fit: N C H W, O C K K and O are needed",
            kernel.dims(),
            bias.dims()
        )
    }
    if stride == 0 || dims.contains(&0) || kernel.elem_count() == 0 {
        bail!(
            "conv2d: empty x {dims:?} or kernel {:?}, or a stride of {stride}",
            kernel.dims()
        )
    }
    Ok((o, k))
}

struct Conv2d(Conv);

impl CustomOp3 for Conv2d {
    fn name(&self) -> &'static str {
        "conv2d"
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
        let n = l1.dims()[0];
        let x = contiguous(s1, l1, self.name())?;
        let kernel = contiguous(s2, l2, self.name())?;
        let bias = contiguous(s3, l3, self.name())?;
        let (h, w) = self.0.windows.output();
        let mut y = vec![0f32; n * self.0.o * h * w];
        let activation = Activation {
            shift: bias,
            slope: 1.0,
            residual: None,
        };
        let kernel = self.0.prepare(kernel, None);
        self.0.forward(x.into(), &kernel, activation, &mut y, false);
        Ok((CpuStorage::F32(y), Shape::from((n, self.0.o, h, w))))
    }

    fn bwd(
        &self,
        x: &Tensor,
        kernel: &Tensor,
        bias: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let device = x.device();
        // The images that a network reads need no gradient.
        let dx = if x.track_op() {
            let mut dx = vec![0f32; x.elem_count()];
            with_slice(grad_res, |dy| {
                with_slice(kernel, |k| self.0.input_gradient(k, dy, &mut dx, false))
            })??;
            Some(Tensor::from_vec(dx, x.dims(), device)?)
        } else {
            None
        };
        let (dkernel, dbias) = with_slice(grad_res, |dy| {
            with_slice(x, |x| self.0.kernel_gradient(x.into(), dy))
        })??;
        Ok((
            dx,
            Some(Tensor::from_vec(dkernel, kernel.dims(), device)?),
            Some(Tensor::from_vec(dbias, bias.dims(), device)?),
        ))
    }
}
