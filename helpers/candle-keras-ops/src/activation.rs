//! LeakyReLU, alone and after a residual sum.

use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp1, CustomOp2, Layout, Result, Shape, Tensor};
use rayon::prelude::*;

/// Elements a task works on; a task should be long against rayon's bookkeeping.
const CHUNK: usize = 1 << 15;

/// `x` where `x >= 0`, else `slope * x` (Keras' `LeakyReLU(alpha = slope)`). Shape kept.
pub fn leaky_relu(x: &Tensor, slope: f32) -> Result<Tensor> {
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::leaky_relu(x, slope);
    }
    if !x.device().is_cpu() {
        return x.maximum(&(x * f64::from(slope))?);
    }
    require_f32("leaky_relu", &[x])?;
    x.contiguous()?.apply_op1(LeakyRelu { slope })
}

/// `leaky_relu(a + b, slope)`: the end of a residual block. `a` and `b` have one shape.
pub fn add_leaky_relu(a: &Tensor, b: &Tensor, slope: f32) -> Result<Tensor> {
    #[cfg(feature = "cuda")]
    if a.device().is_cuda() {
        return crate::cuda::add_leaky_relu(a, b, slope);
    }
    if !a.device().is_cpu() {
        return leaky_relu(&(a + b)?, slope);
    }
    require_f32("add_leaky_relu", &[a, b])?;
    if a.dims() != b.dims() {
        candle_core::bail!(
            "add_leaky_relu: shapes {:?} and {:?} differ",
            a.dims(),
            b.dims()
        )
    }
    a.contiguous()?
        .apply_op2(&b.contiguous()?, LeakyRelu { slope })
}

/// `value` where it is at least zero, else `slope * value`; NaN stays NaN.
#[inline]
pub(crate) fn leaky(value: f32, slope: f32) -> f32 {
    if value >= 0.0 { value } else { slope * value }
}

struct LeakyRelu {
    slope: f32,
}

impl LeakyRelu {
    /// The slope is positive, so the sign of the result tells the sign of the argument.
    fn gradient(&self, res: &Tensor, grad_res: &Tensor) -> Result<Tensor> {
        let mut grad = vec![0f32; res.elem_count()];
        with_slice(res, |y| {
            with_slice(grad_res, |dy| {
                grad.par_chunks_mut(CHUNK)
                    .zip(y.par_chunks(CHUNK).zip(dy.par_chunks(CHUNK)))
                    .for_each(|(grad, (y, dy))| {
                        for ((g, y), dy) in grad.iter_mut().zip(y).zip(dy) {
                            *g = if *y >= 0.0 { *dy } else { self.slope * dy };
                        }
                    });
            })
        })??;
        Tensor::from_vec(grad, res.dims(), res.device())
    }
}

impl CustomOp1 for LeakyRelu {
    fn name(&self) -> &'static str {
        "leaky_relu"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let x = contiguous(storage, layout, CustomOp1::name(self))?;
        let mut y = vec![0f32; x.len()];
        y.par_chunks_mut(CHUNK)
            .zip(x.par_chunks(CHUNK))
            .for_each(|(y, x)| {
                for (y, x) in y.iter_mut().zip(x) {
                    *y = leaky(*x, self.slope);
                }
            });
        Ok((CpuStorage::F32(y), layout.shape().clone()))
    }

    fn bwd(&self, _: &Tensor, res: &Tensor, grad_res: &Tensor) -> Result<Option<Tensor>> {
        Ok(Some(self.gradient(res, grad_res)?))
    }
}

impl CustomOp2 for LeakyRelu {
    fn name(&self) -> &'static str {
        "add_leaky_relu"
    }

    fn cpu_fwd(
        &self,
        s1: &CpuStorage,
        l1: &Layout,
        s2: &CpuStorage,
        l2: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        let a = contiguous(s1, l1, CustomOp2::name(self))?;
        let b = contiguous(s2, l2, CustomOp2::name(self))?;
        let mut y = vec![0f32; a.len()];
        y.par_chunks_mut(CHUNK)
            .zip(a.par_chunks(CHUNK).zip(b.par_chunks(CHUNK)))
            .for_each(|(y, (a, b))| {
                for ((y, a), b) in y.iter_mut().zip(a).zip(b) {
                    *y = leaky(a + b, self.slope);
                }
            });
        Ok((CpuStorage::F32(y), l1.shape().clone()))
    }

    fn bwd(
        &self,
        _: &Tensor,
        _: &Tensor,
        res: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>)> {
        let grad = self.gradient(res, grad_res)?;
        Ok((Some(grad.clone()), Some(grad)))
    }
}
