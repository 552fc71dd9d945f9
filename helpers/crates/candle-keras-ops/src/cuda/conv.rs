//! Convolution on the GPU by cuDNN.

use super::dnn::{Pass, Sizes, convolve};
use super::kernels::{Argument, int, launch, planes_grid, typed};
use super::storage::{Input, aligned, allocate, pointer_mut, require, tensor, with_inputs};
use crate::SamePadding;
use candle_core::{CpuStorage, CudaStorage, CustomOp2, DType, Layout, Result, Shape, Tensor, bail};

/// [`crate::convolve`] on the GPU; the shapes are checked there.
///
/// The kernel takes part in the type of `x`: an f32 kernel is rounded to bf16 where x is bf16, and its gradient comes
/// back in f32.
pub(crate) fn conv2d(x: &Tensor, kernel: &Tensor, stride: usize) -> Result<Tensor> {
    require("conv2d", x, &[])?;
    let (n, c, h, w) = x.dims4()?;
    let (o, _, k, _) = kernel.dims4()?;
    let op = Conv {
        n,
        c,
        h,
        w,
        o,
        k,
        stride,
        rows: SamePadding::new(h, k, stride),
        columns: SamePadding::new(w, k, stride),
    };
    let kernel = kernel.to_dtype(x.dtype())?;
    aligned(x)?.apply_op2(&aligned(&kernel)?, op)
}

/// The sizes of one convolution.
struct Conv {
    n: usize,
    c: usize,
    h: usize,
    w: usize,
    o: usize,
    k: usize,
    stride: usize,
    rows: SamePadding,
    columns: SamePadding,
}

impl Conv {
    /// Whether cuDNN can pad, which it does alike on both sides.
    fn symmetric(&self) -> bool {
        self.rows.before == self.rows.after && self.columns.before == self.columns.after
    }

    /// Height and width of the picture that cuDNN is given: padded already where the sides differ.
    fn padded(&self) -> (usize, usize) {
        if self.symmetric() {
            return (self.h, self.w);
        }
        let side = |size: usize, p: SamePadding| size + p.before + p.after;
        (side(self.h, self.rows), side(self.w, self.columns))
    }

    fn output_plane(&self) -> usize {
        self.rows.output * self.columns.output
    }

    fn sizes(&self, dtype: DType) -> Sizes {
        let (h, w) = self.padded();
        let padding = if self.symmetric() {
            [self.rows.before, self.columns.before]
        } else {
            [0, 0]
        };
        Sizes {
            input: [self.n, self.c, h, w],
            output: [self.n, self.o, self.rows.output, self.columns.output],
            kernel: self.k,
            stride: self.stride,
            padding,
            dtype,
        }
    }

    /// The padded picture of x.
    fn pad(&self, x: &Input) -> Result<CudaStorage> {
        let offset = (-(self.rows.before as i64), -(self.columns.before as i64));
        self.shift(x, (self.h, self.w), self.padded(), offset)
    }

    /// Planes of another size, moved by (rows, columns), zeros where there is nothing.
    fn shift(
        &self,
        from: &Input,
        from_size: (usize, usize),
        to_size: (usize, usize),
        (top, left): (i64, i64),
    ) -> Result<CudaStorage> {
        let (device, dtype) = (from.device(), from.dtype());
        let (planes, plane) = (self.n * self.c, to_size.0 * to_size.1);
        let mut to = allocate(device, dtype, planes * plane)?;
        let stream = device.cuda_stream();
        {
            let (from_at, _from) = from.pointer(&stream)?;
            let (to_at, _to) = pointer_mut(&mut to, &stream)?;
            let arguments = [
                from_at.into(),
                to_at.into(),
                int(from_size.0)?,
                int(from_size.1)?,
                int(to_size.0)?,
                int(to_size.1)?,
                // Padding is smaller than the kernel.
                Argument::Int(top as i32),
                Argument::Int(left as i32),
            ];
            // SAFETY: both have n c planes, of `from_size` and `to_size`.
            unsafe {
                launch(
                    device,
                    &typed("shift", dtype)?,
                    planes_grid(planes, plane),
                    &arguments,
                )
            }?;
        }
        Ok(to)
    }

    /// Calls `work` with x as cuDNN is to see it: as it is, or padded.
    fn with_padded<R>(&self, x: &Input, work: impl FnOnce(&Input) -> Result<R>) -> Result<R> {
        if self.symmetric() {
            return work(x);
        }
        let padded = self.pad(x)?;
        let (h, w) = self.padded();
        let layout = Layout::contiguous((self.n, self.c, h, w));
        work(&Input::new(&padded, &layout)?)
    }

    /// One pass of cuDNN into new memory of `len` elements.
    fn convolve(
        &self,
        pass: Pass,
        first: &Input,
        second: &Input,
        len: usize,
    ) -> Result<CudaStorage> {
        let device = first.device();
        if first.dtype() != second.dtype() {
            bail!(
                "conv2d: {:?} and {:?} do not go together",
                first.dtype(),
                second.dtype()
            )
        }
        let mut out = allocate(device, first.dtype(), len)?;
        let stream = device.cuda_stream();
        {
            let (first_at, _first) = first.pointer(&stream)?;
            let (second_at, _second) = second.pointer(&stream)?;
            let (out_at, _out) = pointer_mut(&mut out, &stream)?;
            let pointers = [first_at, second_at, out_at];
            // SAFETY: the callers give the two tensors that `pass` names and the length of its result, all three of
            // the sizes of this convolution, aligned by `conv2d` and `bwd`.
            unsafe { convolve(device, pass, &self.sizes(first.dtype()), pointers) }?;
        }
        Ok(out)
    }

    /// The gradient of x: that of the padded picture, cropped.
    fn input_gradient(&self, kernel: &Input, dy: &Input) -> Result<CudaStorage> {
        let (h, w) = self.padded();
        let dx = self.convolve(Pass::InputGradient, kernel, dy, self.n * self.c * h * w)?;
        if self.symmetric() {
            return Ok(dx);
        }
        let layout = Layout::contiguous((self.n, self.c, h, w));
        let offset = (self.rows.before as i64, self.columns.before as i64);
        self.shift(&Input::new(&dx, &layout)?, (h, w), (self.h, self.w), offset)
    }
}

impl CustomOp2 for Conv {
    fn name(&self) -> &'static str {
        "conv2d"
    }

    fn cpu_fwd(
        &self,
        _: &CpuStorage,
        _: &Layout,
        _: &CpuStorage,
        _: &Layout,
    ) -> Result<(CpuStorage, Shape)> {
        bail!("conv2d: the GPU's operation was given a tensor on the CPU")
    }

    fn cuda_fwd(
        &self,
        s1: &CudaStorage,
        l1: &Layout,
        s2: &CudaStorage,
        l2: &Layout,
    ) -> Result<(CudaStorage, Shape)> {
        let (x, kernel) = (Input::new(s1, l1)?, Input::new(s2, l2)?);
        let len = self.n * self.o * self.output_plane();
        let y = self.with_padded(&x, |x| self.convolve(Pass::Forward, x, &kernel, len))?;
        let shape = Shape::from((self.n, self.o, self.rows.output, self.columns.output));
        Ok((y, shape))
    }

    fn bwd(
        &self,
        x: &Tensor,
        kernel: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>)> {
        let grad_res = aligned(grad_res)?;
        // The images that the network reads need no gradient.
        let dx = if x.track_op() {
            let dx = with_inputs([kernel, &grad_res], |[kernel, dy]| {
                self.input_gradient(&kernel, &dy)
            })?;
            Some(tensor(dx, x.shape()))
        } else {
            None
        };
        let dkernel = if kernel.track_op() {
            let dkernel = with_inputs([x, &grad_res], |[x, dy]| {
                let len = kernel.elem_count();
                self.with_padded(&x, |x| self.convolve(Pass::KernelGradient, x, &dy, len))
            })?;
            Some(tensor(dkernel, kernel.shape()))
        } else {
            None
        };
        Ok((dx, dkernel))
    }
}
