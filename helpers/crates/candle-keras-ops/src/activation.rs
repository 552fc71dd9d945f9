//! LeakyReLU, alone and after a residual sum.

use crate::cpu::{self, CHUNK, Source};
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp1, CustomOp2, Layout, Result, Shape, Tensor};

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

struct LeakyRelu {
    slope: f32,
}

impl LeakyRelu {
    fn forward(&self, a: &[f32], b: Option<&[f32]>) -> CpuStorage {
        let mut y = vec![0f32; a.len()];
        // No pending operation depends on the channel: any cut of the elements does.
        cpu::add(a.into(), b.map(Source::from), 1, CHUNK, self.slope, &mut y);
        CpuStorage::F32(y)
    }

    fn gradient(&self, res: &Tensor, grad_res: &Tensor) -> Result<Tensor> {
        let mut grad = with_slice(grad_res, <[f32]>::to_vec)?;
        with_slice(res, |y| cpu::leaky_backward(y, self.slope, &mut grad))?;
        Tensor::from_vec(grad, res.dims(), res.device())
    }
}

impl CustomOp1 for LeakyRelu {
    fn name(&self) -> &'static str {
        "leaky_relu"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let x = contiguous(storage, layout, CustomOp1::name(self))?;
        Ok((self.forward(x, None), layout.shape().clone()))
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
        Ok((self.forward(a, Some(b)), l1.shape().clone()))
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
