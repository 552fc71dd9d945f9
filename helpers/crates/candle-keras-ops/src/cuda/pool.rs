//! Max pooling on the GPU.
//!
//! With kernels of our own: cuDNN's pooling pads both sides alike, which Keras' `same` padding of an even picture does
//! not, and does not say which of equal pixels gets the gradient.

use super::kernels::{Argument, int, launch, planes_grid, typed};
use super::storage::{Input, allocate, pointer_mut, require, tensor, with_inputs};
use crate::SamePadding;
use candle_core::{CpuStorage, CudaStorage, CustomOp1, DType, Layout, Result, Shape, Tensor, bail};
use std::sync::OnceLock;

/// [`crate::max_pool2d`] on the GPU; the sizes are checked there.
pub(crate) fn max_pool2d(x: &Tensor, kernel: usize, stride: usize) -> Result<Tensor> {
    require("max_pool2d", x, &[])?;
    let (_, _, h, w) = x.dims4()?;
    x.contiguous()?.apply_op1(MaxPool {
        h,
        w,
        kernel,
        stride,
        rows: SamePadding::new(h, kernel, stride),
        columns: SamePadding::new(w, kernel, stride),
        winners: OnceLock::new(),
    })
}

struct MaxPool {
    h: usize,
    w: usize,
    kernel: usize,
    stride: usize,
    rows: SamePadding,
    columns: SamePadding,
    /// For each output pixel the winner's place in its window, u8; kept from the forward to the backward pass.
    winners: OnceLock<Tensor>,
}

impl MaxPool {
    /// `Windows` in `kernels.cu`, member by member.
    fn sizes(&self) -> Result<[Argument; 8]> {
        Ok([
            int(self.h)?,
            int(self.w)?,
            int(self.rows.output)?,
            int(self.columns.output)?,
            int(self.kernel)?,
            int(self.stride)?,
            int(self.rows.before)?,
            int(self.columns.before)?,
        ])
    }

    fn output_plane(&self) -> usize {
        self.rows.output * self.columns.output
    }
}

impl CustomOp1 for MaxPool {
    fn name(&self) -> &'static str {
        "max_pool2d"
    }

    fn cpu_fwd(&self, _: &CpuStorage, _: &Layout) -> Result<(CpuStorage, Shape)> {
        bail!("max_pool2d: the GPU's operation was given a tensor on the CPU")
    }

    fn cuda_fwd(&self, storage: &CudaStorage, layout: &Layout) -> Result<(CudaStorage, Shape)> {
        let (n, c, _, _) = layout.shape().dims4()?;
        let x = Input::new(storage, layout)?;
        let device = x.device();
        let plane = self.output_plane();
        let shape = Shape::from((n, c, self.rows.output, self.columns.output));
        let mut y = allocate(device, x.dtype(), n * c * plane)?;
        let mut winners = allocate(device, DType::U8, n * c * plane)?;
        let stream = device.cuda_stream();
        {
            let (x_at, _x) = x.pointer(&stream)?;
            let (y_at, _y) = pointer_mut(&mut y, &stream)?;
            let (winners_at, _winners) = pointer_mut(&mut winners, &stream)?;
            let mut arguments = vec![x_at.into(), y_at.into(), winners_at.into()];
            arguments.extend(self.sizes()?);
            let name = typed("max_pool", x.dtype())?;
            // SAFETY: x has n c planes of h w elements, result and winners n c planes of the output's size.
            unsafe { launch(device, &name, planes_grid(n * c, plane), &arguments) }?;
        }
        // Set once: candle runs a forward pass once for each op.
        let _ = self.winners.set(tensor(winners, shape.clone()));
        Ok((y, shape))
    }

    fn bwd(&self, arg: &Tensor, _: &Tensor, grad_res: &Tensor) -> Result<Option<Tensor>> {
        let (n, c, _, _) = arg.dims4()?;
        let Some(winners) = self.winners.get() else {
            bail!("max_pool2d: backward before forward")
        };
        let grad_res = grad_res.contiguous()?;
        let dx = with_inputs([&grad_res, winners], |[dy, winners]| {
            let device = dy.device();
            let plane = self.h * self.w;
            let mut dx = allocate(device, dy.dtype(), n * c * plane)?;
            let stream = device.cuda_stream();
            {
                let (dy_at, _dy) = dy.pointer(&stream)?;
                let (winners_at, _winners) = winners.pointer(&stream)?;
                let (dx_at, _dx) = pointer_mut(&mut dx, &stream)?;
                let mut arguments = vec![dy_at.into(), winners_at.into(), dx_at.into()];
                arguments.extend(self.sizes()?);
                let name = typed("max_pool_gradient", dy.dtype())?;
                // SAFETY: dy and winners have n c planes of the output's size, dx n c planes of h w elements.
                unsafe { launch(device, &name, planes_grid(n * c, plane), &arguments) }?;
            }
            Ok(dx)
        })?;
        Ok(Some(tensor(dx, arg.shape())))
    }
}
