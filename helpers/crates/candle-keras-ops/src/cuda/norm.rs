//! Batch normalisation with LeakyReLU on the GPU.
//!
//! Two kernels forward (the batch's moments; normalisation and activation), two backward (the sums for gamma and
//! beta; the gradient of x), besides the short ones that add partial sums. The value before the activation is
//! computed again from x instead of being kept.

use super::kernels::{Argument, Parts, channels_grid, int, launch, planes_grid, typed};
use super::storage::{Input, allocate, pointer_mut, require, tensor, with_inputs};
use candle_core::{CpuStorage, CudaStorage, CustomOp3, DType, Layout, Result, Shape, Tensor, bail};

/// [`crate::batch_norm_train`] on the GPU: the result, then mean and biased variance of the batch, f32 of shape `C`,
/// which stay on the GPU. Shapes and slope are checked there.
pub(crate) fn batch_norm_train(
    x: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<(Tensor, Tensor, Tensor)> {
    require("batch_norm_train", x, &[gamma, beta])?;
    let x = x.contiguous()?;
    let moments = moments(&x)?;
    let (mean, variance) = (moments.get(0)?, moments.get(1)?);
    let op = BatchNorm {
        mean: mean.clone(),
        variance: variance.clone(),
        epsilon,
        slope,
        batch: true,
    };
    let y = x.apply_op3(&gamma.contiguous()?, &beta.contiguous()?, op)?;
    Ok((y, mean, variance))
}

/// [`crate::batch_norm`] on the GPU; shapes and slope are checked there.
pub(crate) fn batch_norm(
    x: &Tensor,
    mean: &Tensor,
    variance: &Tensor,
    gamma: &Tensor,
    beta: &Tensor,
    epsilon: f32,
    slope: f32,
) -> Result<Tensor> {
    require("batch_norm", x, &[mean, variance, gamma, beta])?;
    let op = BatchNorm {
        mean: mean.detach().contiguous()?,
        variance: variance.detach().contiguous()?,
        epsilon,
        slope,
        batch: false,
    };
    x.contiguous()?
        .apply_op3(&gamma.contiguous()?, &beta.contiguous()?, op)
}

/// Mean and biased variance over N, H and W, `2 C`.
fn moments(x: &Tensor) -> Result<Tensor> {
    let (n, c, h, w) = x.dims4()?;
    let plane = h * w;
    let Parts { runs, parts } = Parts::new(n, c, plane);
    let out = with_inputs([x], |[x]| {
        let (device, dtype) = (x.device(), x.dtype());
        let mut partial = allocate(device, DType::F64, c * parts * 2)?;
        let mut out = allocate(device, DType::F32, 2 * c)?;
        let stream = device.cuda_stream();
        {
            let (x_at, _x) = x.pointer(&stream)?;
            let (partial_at, _partial) = pointer_mut(&mut partial, &stream)?;
            let (out_at, _out) = pointer_mut(&mut out, &stream)?;
            let arguments = [
                x_at.into(),
                partial_at.into(),
                int(n)?,
                int(c)?,
                int(plane)?,
                int(runs)?,
            ];
            // SAFETY: x has n c planes, `partial` two values for each of the c times `parts` blocks.
            unsafe { launch(device, &typed("moments", dtype)?, (c, parts), &arguments) }?;
            let arguments = [
                x_at.into(),
                partial_at.into(),
                out_at.into(),
                int(c)?,
                int(plane)?,
                int(parts)?,
                Argument::Double((n * plane) as f64),
            ];
            let name = typed("finish_moments", dtype)?;
            // SAFETY: x and `partial` as above, two values per channel in `out`; the stream keeps the order of launches.
            unsafe { launch(device, &name, channels_grid(c), &arguments) }?;
        }
        Ok(out)
    })?;
    Ok(tensor(out, (2, c)))
}

/// Adds partial sums: `2 C` values, the first sums of all channels before the second ones.
fn finish_sums(partial: &CudaStorage, c: usize, parts: usize) -> Result<CudaStorage> {
    let device = &partial.device;
    let stream = device.cuda_stream();
    let mut out = allocate(device, DType::F32, 2 * c)?;
    let layout = Layout::contiguous(c * parts * 2);
    let partial = Input::new(partial, &layout)?;
    {
        let (partial_at, _partial) = partial.pointer(&stream)?;
        let (out_at, _out) = pointer_mut(&mut out, &stream)?;
        let arguments = [partial_at.into(), out_at.into(), int(c)?, int(parts)?];
        // SAFETY: `partial` has two values for each of the c times `parts` blocks, `out` two a channel.
        unsafe { launch(device, "finish_sums", channels_grid(c), &arguments) }?;
    }
    Ok(out)
}

struct BatchNorm {
    mean: Tensor,
    variance: Tensor,
    epsilon: f32,
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
        _: &CpuStorage,
        _: &Layout,
        _: &CpuStorage,
        _: &Layout,
        _: &CpuStorage,
        _: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        bail!("batch_norm: the GPU's operation was given a tensor on the CPU")
    }

    fn cuda_fwd(
        &self,
        s1: &CudaStorage,
        l1: &Layout,
        s2: &CudaStorage,
        l2: &Layout,
        s3: &CudaStorage,
        l3: &Layout,
    ) -> Result<(CudaStorage, Shape)> {
        let (n, c, h, w) = l1.shape().dims4()?;
        let x = Input::new(s1, l1)?;
        let (gamma, beta) = (Input::new(s2, l2)?, Input::new(s3, l3)?);
        let (device, dtype) = (x.device(), x.dtype());
        let mut y = allocate(device, dtype, n * c * h * w)?;
        with_inputs([&self.mean, &self.variance], |[mean, variance]| {
            let stream = device.cuda_stream();
            let (x_at, _x) = x.pointer(&stream)?;
            let (mean_at, _mean) = mean.pointer(&stream)?;
            let (variance_at, _variance) = variance.pointer(&stream)?;
            let (gamma_at, _gamma) = gamma.pointer(&stream)?;
            let (beta_at, _beta) = beta.pointer(&stream)?;
            let (y_at, _y) = pointer_mut(&mut y, &stream)?;
            let arguments = [
                x_at.into(),
                mean_at.into(),
                variance_at.into(),
                gamma_at.into(),
                beta_at.into(),
                y_at.into(),
                self.epsilon.into(),
                self.slope.into(),
                int(c)?,
                int(h * w)?,
            ];
            let name = typed("normalize", dtype)?;
            // SAFETY: x and y have n c planes of h w elements, the other four c values each.
            unsafe { launch(device, &name, planes_grid(n * c, h * w), &arguments) }
        })?;
        Ok((y, l1.shape().clone()))
    }

    fn bwd(
        &self,
        x: &Tensor,
        gamma: &Tensor,
        beta: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let (n, c, h, w) = x.dims4()?;
        let plane = h * w;
        let cut = Parts::new(n, c, plane);
        let per_count = if self.batch {
            1.0 / (n * plane) as f32
        } else {
            0.0
        };
        let grad_res = grad_res.contiguous()?;
        let tensors = [x, &grad_res, &self.mean, &self.variance, gamma, beta];
        let (sums, dx) = with_inputs(tensors, |[x, dy, mean, variance, gamma, beta]| {
            let (device, dtype) = (x.device(), x.dtype());
            let mut partial = allocate(device, DType::F64, c * cut.parts * 2)?;
            let mut dx = allocate(device, dtype, n * c * plane)?;
            let stream = device.cuda_stream();
            let (x_at, _x) = x.pointer(&stream)?;
            let (dy_at, _dy) = dy.pointer(&stream)?;
            let (mean_at, _mean) = mean.pointer(&stream)?;
            let (variance_at, _variance) = variance.pointer(&stream)?;
            let (gamma_at, _gamma) = gamma.pointer(&stream)?;
            let (beta_at, _beta) = beta.pointer(&stream)?;
            {
                let (partial_at, _partial) = pointer_mut(&mut partial, &stream)?;
                let arguments = [
                    x_at.into(),
                    dy_at.into(),
                    mean_at.into(),
                    variance_at.into(),
                    gamma_at.into(),
                    beta_at.into(),
                    partial_at.into(),
                    self.epsilon.into(),
                    self.slope.into(),
                    int(n)?,
                    int(c)?,
                    int(plane)?,
                    int(cut.runs)?,
                ];
                let name = typed("normalize_sums", dtype)?;
                // SAFETY: x and dy have n c planes, the next four c values each, `partial` two values for each of
                // the c times `parts` blocks.
                unsafe { launch(device, &name, (c, cut.parts), &arguments) }?;
            }
            let sums = finish_sums(&partial, c, cut.parts)?;
            let layout = Layout::contiguous(2 * c);
            {
                let input = Input::new(&sums, &layout)?;
                let (sums_at, _sums) = input.pointer(&stream)?;
                let (dx_at, _dx) = pointer_mut(&mut dx, &stream)?;
                let arguments = [
                    x_at.into(),
                    dy_at.into(),
                    mean_at.into(),
                    variance_at.into(),
                    gamma_at.into(),
                    beta_at.into(),
                    sums_at.into(),
                    dx_at.into(),
                    self.epsilon.into(),
                    self.slope.into(),
                    per_count.into(),
                    int(c)?,
                    int(plane)?,
                ];
                let name = typed("normalize_gradient", dtype)?;
                // SAFETY: x, dy and dx have n c planes, the next four c values each, `sums` two a channel.
                unsafe { launch(device, &name, planes_grid(n * c, plane), &arguments) }?;
            }
            Ok((sums, dx))
        })?;
        let sums = tensor(sums, (2, c));
        Ok((
            Some(tensor(dx, x.shape())),
            Some(sums.get(0)?),
            Some(sums.get(1)?),
        ))
    }
}
