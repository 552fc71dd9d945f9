//! Global average pooling with the dense layer behind it.

use crate::cpu::sum_of;
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor, bail};
use rayon::prelude::*;

/// The mean of every channel's pixels, times `kernel`, plus `bias`.
///
/// `x`: `N C H W`; `kernel`: `C O` (as Keras stores it); `bias`: `O`; result `N O`. Gradients reach all three.
pub fn global_average_dense(x: &Tensor, kernel: &Tensor, bias: &Tensor) -> Result<Tensor> {
    let (_, c, h, w) = x.dims4()?;
    let (kernel_c, o) = kernel.dims2()?;
    if c != kernel_c || bias.dims() != [o] || h * w == 0 {
        bail!(
            "global_average_dense: x {:?}, kernel {:?} and bias {:?} do not fit: N C H W, C O and O are needed",
            x.dims(),
            kernel.dims(),
            bias.dims()
        )
    }
    if !x.device().is_cpu() {
        return x.mean((2, 3))?.matmul(kernel)?.broadcast_add(bias);
    }
    require_f32("global_average_dense", &[x, kernel, bias])?;
    x.contiguous()?
        .apply_op3(&kernel.contiguous()?, &bias.contiguous()?, Head { o })
}

/// The mean of every plane.
fn means(x: &[f32], plane: usize) -> Vec<f32> {
    x.par_chunks(plane)
        .map(|p| (sum_of(p) / plane as f64) as f32)
        .collect()
}

struct Head {
    o: usize,
}

impl CustomOp3 for Head {
    fn name(&self) -> &'static str {
        "global_average_dense"
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
        let (n, c, h, w) = l1.shape().dims4()?;
        let x = contiguous(s1, l1, self.name())?;
        let kernel = contiguous(s2, l2, self.name())?;
        let bias = contiguous(s3, l3, self.name())?;
        let mut y = Vec::with_capacity(n * self.o);
        for pooled in means(x, h * w).chunks_exact(c) {
            for (o, bias) in bias.iter().enumerate() {
                let weights = kernel.iter().skip(o).step_by(self.o);
                y.push(bias + pooled.iter().zip(weights).map(|(p, k)| p * k).sum::<f32>());
            }
        }
        Ok((CpuStorage::F32(y), Shape::from((n, self.o))))
    }

    fn bwd(
        &self,
        x: &Tensor,
        kernel: &Tensor,
        _: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let (n, c, h, w) = x.dims4()?;
        let pooled = Tensor::from_vec(with_slice(x, |x| means(x, h * w))?, (n, c), x.device())?;
        let dpooled = (grad_res.matmul(&kernel.t()?)? / (h * w) as f64)?;
        let dx = dpooled.reshape((n, c, 1, 1))?.broadcast_as((n, c, h, w))?;
        Ok((
            Some(dx.contiguous()?),
            Some(pooled.t()?.matmul(grad_res)?),
            Some(grad_res.sum(0)?),
        ))
    }
}
