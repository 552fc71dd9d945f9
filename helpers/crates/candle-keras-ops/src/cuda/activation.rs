//! LeakyReLU on the GPU, alone and after a residual sum.

use super::kernels::{Argument, flat_grid, launch, typed};
use super::storage::{Input, allocate, pointer_mut, require, tensor, with_inputs};
use candle_core::{
    CpuStorage, CudaStorage, CustomOp1, CustomOp2, Layout, Result, Shape, Tensor, bail,
};

/// [`crate::leaky_relu`] on the GPU.
pub(crate) fn leaky_relu(x: &Tensor, slope: f32) -> Result<Tensor> {
    require("leaky_relu", x, &[])?;
    x.contiguous()?.apply_op1(LeakyRelu { slope })
}

/// [`crate::add_leaky_relu`] on the GPU.
pub(crate) fn add_leaky_relu(a: &Tensor, b: &Tensor, slope: f32) -> Result<Tensor> {
    require("add_leaky_relu", a, &[])?;
    if a.dims() != b.dims() || a.dtype() != b.dtype() {
        bail!(
            "add_leaky_relu: {:?} of {:?} and {:?} of {:?} differ",
            a.dtype(),
            a.dims(),
            b.dtype(),
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
    /// Launches a kernel that makes from one or two tensors of `shape` one more.
    fn map(&self, name: &str, inputs: &[&Input], shape: &Shape) -> Result<CudaStorage> {
        let (device, dtype) = (inputs[0].device(), inputs[0].dtype());
        let count = shape.elem_count();
        let mut out = allocate(device, dtype, count)?;
        if count == 0 {
            return Ok(out);
        }
        let stream = device.cuda_stream();
        let pointers = inputs
            .iter()
            .map(|input| input.pointer(&stream))
            .collect::<Result<Vec<_>>>()?;
        {
            let (result, _guard) = pointer_mut(&mut out, &stream)?;
            let mut arguments = pointers
                .iter()
                .map(|(p, _)| Argument::from(*p))
                .collect::<Vec<_>>();
            arguments.extend([
                result.into(),
                self.slope.into(),
                Argument::Long(count as i64),
            ]);
            // SAFETY: the callers name a kernel that takes as many tensors as they give, all of `count` elements of
            // `dtype`, a result of that size, the slope and the count.
            unsafe { launch(device, &typed(name, dtype)?, flat_grid(count), &arguments) }?;
        }
        Ok(out)
    }

    fn gradient(&self, res: &Tensor, grad_res: &Tensor) -> Result<Tensor> {
        let grad_res = grad_res.contiguous()?;
        let out = with_inputs([res, &grad_res], |[y, dy]| {
            self.map("leaky_relu_gradient", &[&y, &dy], res.shape())
        })?;
        Ok(tensor(out, res.shape()))
    }
}

impl CustomOp1 for LeakyRelu {
    fn name(&self) -> &'static str {
        "leaky_relu"
    }

    fn cpu_fwd(&self, _: &CpuStorage, _: &Layout) -> Result<(CpuStorage, Shape)> {
        bail!("leaky_relu: the GPU's operation was given a tensor on the CPU")
    }

    fn cuda_fwd(&self, storage: &CudaStorage, layout: &Layout) -> Result<(CudaStorage, Shape)> {
        let shape = layout.shape();
        let y = self.map("leaky_relu", &[&Input::new(storage, layout)?], shape)?;
        Ok((y, shape.clone()))
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
        _: &CpuStorage,
        _: &Layout,
        _: &CpuStorage,
        _: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        bail!("add_leaky_relu: the GPU's operation was given tensors on the CPU")
    }

    fn cuda_fwd(
        &self,
        s1: &CudaStorage,
        l1: &Layout,
        s2: &CudaStorage,
        l2: &Layout,
    ) -> Result<(CudaStorage, Shape)> {
        let (a, b) = (Input::new(s1, l1)?, Input::new(s2, l2)?);
        let y = self.map("add_leaky_relu", &[&a, &b], l1.shape())?;
        Ok((y, l1.shape().clone()))
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
