//! Convolution: matrix products over tiles of unrolled windows.

use crate::SamePadding;
use crate::slices::{Matrix, Shared, contiguous, matmul, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp3, Layout, Result, Shape, Tensor, bail};
use rayon::prelude::*;
use std::cell::RefCell;

/// Output pixels a tile aims at: its unrolled windows (up to 1152 rows of f32 here) then stay in the L2 cache.
const TILE_PIXELS: usize = 256;
/// Parts that the gradient of the kernel is summed in. Fixed, so that the sums do not depend on the threads.
const KERNEL_GRADIENT_PARTS: usize = 8;
/// Input channels a task of the gradient of the input works on.
const CHANNEL_BLOCK: usize = 32;

/// Convolution with Keras' `same` padding and a bias.
///
/// `x`: `N C H W`; `kernel`: `O C K K` (Keras stores `K K C O`); `bias`: `O`; result
/// `N O ceil(H / stride) ceil(W / stride)`. Gradients reach all three.
pub fn conv2d(x: &Tensor, kernel: &Tensor, bias: &Tensor, stride: usize) -> Result<Tensor> {
    let (_, c, h, w) = x.dims4()?;
    let (o, kernel_c, k, k2) = kernel.dims4()?;
    if c != kernel_c || k != k2 || bias.dims() != [o] {
        bail!(
            "conv2d: x {:?}, kernel {:?} and bias {:?} do not fit: N C H W, O C K K and O are needed",
            x.dims(),
            kernel.dims(),
            bias.dims()
        )
    }
    if stride == 0 || x.elem_count() == 0 || kernel.elem_count() == 0 {
        bail!(
            "conv2d: empty x {:?} or kernel {:?}, or a stride of {stride}",
            x.dims(),
            kernel.dims()
        )
    }
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::conv2d(x, kernel, bias, stride);
    }
    if !x.device().is_cpu() {
        let (rows, columns) = (
            SamePadding::new(h, k, stride),
            SamePadding::new(w, k, stride),
        );
        // Pixels that no window reaches are cut off: candle's gradient does not expect them.
        let reach = |p: SamePadding, size: usize| size.min((p.output - 1) * stride + k - p.before);
        return x
            .narrow(2, 0, reach(rows, h))?
            .narrow(3, 0, reach(columns, w))?
            .pad_with_zeros(2, rows.before, rows.after)?
            .pad_with_zeros(3, columns.before, columns.after)?
            .conv2d(kernel, 0, stride, 1, 1)?
            .broadcast_add(&bias.reshape((1, o, 1, 1))?);
    }
    require_f32("conv2d", &[x, kernel, bias])?;
    let op = Conv {
        c,
        h,
        w,
        o,
        k,
        stride,
        rows: SamePadding::new(h, k, stride),
        columns: SamePadding::new(w, k, stride),
    };
    x.contiguous()?
        .apply_op3(&kernel.contiguous()?, &bias.contiguous()?, op)
}

/// The sizes of one convolution.
#[derive(Clone, Copy)]
struct Conv {
    c: usize,
    h: usize,
    w: usize,
    o: usize,
    k: usize,
    stride: usize,
    rows: SamePadding,
    columns: SamePadding,
}

/// A range of output rows.
#[derive(Clone, Copy)]
struct Tile {
    first: usize,
    rows: usize,
}

thread_local! {
    /// Each worker's unrolled windows, kept from call to call.
    static WINDOWS: RefCell<Vec<f32>> = const { RefCell::new(Vec::new()) };
}

/// Lends a buffer of `len` elements with whatever the last user left in it.
fn with_windows<R>(len: usize, work: impl FnOnce(&mut [f32]) -> R) -> R {
    WINDOWS.with_borrow_mut(|buffer| {
        if buffer.len() < len {
            buffer.resize(len, 0.0);
        }
        work(&mut buffer[..len])
    })
}

impl Conv {
    /// Whether the windows are the pixels themselves.
    fn pointwise(&self) -> bool {
        self.k == 1 && self.stride == 1
    }

    fn output_plane(&self) -> usize {
        self.rows.output * self.columns.output
    }

    fn window(&self) -> usize {
        self.k * self.k
    }

    fn tiles(&self) -> Vec<Tile> {
        let rows = TILE_PIXELS.div_ceil(self.columns.output).max(1);
        (0..self.rows.output)
            .step_by(rows)
            .map(|first| Tile {
                first,
                rows: rows.min(self.rows.output - first),
            })
            .collect()
    }

    /// Unrolls the windows of `channels` of one image (`x`: its `C H W`) under the output rows of `tile`: row
    /// `(channel, i, j)` of `windows` holds, for every output pixel of the tile, the input pixel under window place
    /// `(i, j)`, zero where that is padding.
    fn unroll(&self, x: &[f32], tile: Tile, windows: &mut [f32]) {
        let width = self.columns.output;
        let pixels = tile.rows * width;
        for (row, out) in windows.chunks_exact_mut(pixels).enumerate() {
            let (channel, i, j) = (
                row / self.window(),
                row % self.window() / self.k,
                row % self.k,
            );
            let plane = &x[channel * self.h * self.w..][..self.h * self.w];
            let (from, to) = self.inside(j);
            for (r, out) in out.chunks_exact_mut(width).enumerate() {
                let y = ((tile.first + r) * self.stride + i)
                    .checked_sub(self.rows.before)
                    .filter(|y| *y < self.h);
                let Some(y) = y else {
                    out.fill(0.0);
                    continue;
                };
                out[..from].fill(0.0);
                out[to..].fill(0.0);
                if from < to {
                    let start = from * self.stride + j - self.columns.before;
                    let input = &plane[y * self.w + start..(y + 1) * self.w];
                    if self.stride == 1 {
                        out[from..to].copy_from_slice(&input[..to - from]);
                    } else {
                        for (out, v) in out[from..to]
                            .iter_mut()
                            .zip(input.iter().step_by(self.stride))
                        {
                            *out = *v;
                        }
                    }
                }
            }
        }
    }

    /// Adds unrolled windows back to the pixels they came from: the transpose of [`Conv::unroll`].
    fn roll_back(&self, windows: &[f32], tile: Tile, x: &mut [f32]) {
        let width = self.columns.output;
        let pixels = tile.rows * width;
        for (row, values) in windows.chunks_exact(pixels).enumerate() {
            let (channel, i, j) = (
                row / self.window(),
                row % self.window() / self.k,
                row % self.k,
            );
            let plane = &mut x[channel * self.h * self.w..][..self.h * self.w];
            let (from, to) = self.inside(j);
            if from >= to {
                continue;
            }
            let start = from * self.stride + j - self.columns.before;
            for (r, values) in values.chunks_exact(width).enumerate() {
                let y = ((tile.first + r) * self.stride + i)
                    .checked_sub(self.rows.before)
                    .filter(|y| *y < self.h);
                let Some(y) = y else { continue };
                let target = &mut plane[y * self.w + start..(y + 1) * self.w];
                if self.stride == 1 {
                    for (t, v) in target.iter_mut().zip(&values[from..to]) {
                        *t += v;
                    }
                } else {
                    for (t, v) in target
                        .iter_mut()
                        .step_by(self.stride)
                        .zip(&values[from..to])
                    {
                        *t += v;
                    }
                }
            }
        }
    }

    /// The output columns whose window place `j` lies inside the picture.
    fn inside(&self, j: usize) -> (usize, usize) {
        let before = self.columns.before;
        let from = before.saturating_sub(j).div_ceil(self.stride);
        let to = (self.w + before)
            .saturating_sub(j)
            .div_ceil(self.stride)
            .min(self.columns.output);
        (from, to)
    }

    fn forward(&self, x: &[f32], kernel: &[f32], bias: &[f32], y: &mut [f32]) {
        let (plane, image_in) = (self.output_plane(), self.c * self.h * self.w);
        let depth = self.c * self.window();
        let tiles = self.tiles();
        let images = x.len() / image_in;
        let shared = Shared::new(y);
        let width = self.columns.output;
        (0..images * tiles.len()).into_par_iter().for_each(|task| {
            let (image, tile) = (task / tiles.len(), tiles[task % tiles.len()]);
            let x = &x[image * image_in..][..image_in];
            let (start, pixels) = (tile.first * width, tile.rows * width);
            for (channel, bias) in bias.iter().enumerate() {
                // SAFETY: a task writes the rows of its own image and tile alone.
                unsafe { shared.slice((image * self.o + channel) * plane + start, pixels) }
                    .fill(*bias);
            }
            let span = (self.o - 1) * plane + pixels;
            // SAFETY: the product below writes `pixels` elements of every `plane`, the task's own rows.
            let out = unsafe { shared.slice(image * self.o * plane + start, span) };
            let a = Matrix {
                data: kernel,
                row_stride: depth,
                column_stride: 1,
            };
            if self.pointwise() {
                let b = Matrix {
                    data: &x[start..],
                    row_stride: plane,
                    column_stride: 1,
                };
                matmul((self.o, depth, pixels), a, b, out, plane, true);
            } else {
                with_windows(depth * pixels, |windows| {
                    self.unroll(x, tile, windows);
                    let b = Matrix {
                        data: windows,
                        row_stride: pixels,
                        column_stride: 1,
                    };
                    matmul((self.o, depth, pixels), a, b, out, plane, true);
                });
            }
        });
    }

    /// Gradient of the input: the product of the transposed kernel with the gradient of the output, rolled back.
    fn input_gradient(&self, kernel: &[f32], dy: &[f32], dx: &mut [f32]) {
        let (plane, image_in) = (self.output_plane(), self.c * self.h * self.w);
        let depth = self.c * self.window();
        let images = dx.len() / image_in;
        let blocks = self.c.div_ceil(CHANNEL_BLOCK);
        let tiles = self.tiles();
        let width = self.columns.output;
        let shared = Shared::new(dx);
        (0..images * blocks).into_par_iter().for_each(|task| {
            let (image, block) = (task / blocks, task % blocks);
            let first = block * CHANNEL_BLOCK;
            let channels = CHANNEL_BLOCK.min(self.c - first);
            let input_plane = self.h * self.w;
            // SAFETY: a task writes the channels of its own image and block alone.
            let dx = unsafe {
                shared.slice(
                    image * image_in + first * input_plane,
                    channels * input_plane,
                )
            };
            let dy = &dy[image * self.o * plane..][..self.o * plane];
            let a = Matrix {
                data: &kernel[first * self.window()..],
                row_stride: 1,
                column_stride: depth,
            };
            let rows = channels * self.window();
            for tile in &tiles {
                let (start, pixels) = (tile.first * width, tile.rows * width);
                let b = Matrix {
                    data: &dy[start..],
                    row_stride: plane,
                    column_stride: 1,
                };
                if self.pointwise() {
                    matmul((rows, self.o, pixels), a, b, &mut dx[start..], plane, false);
                } else {
                    with_windows(rows * pixels, |windows| {
                        matmul((rows, self.o, pixels), a, b, windows, pixels, false);
                        self.roll_back(windows, *tile, dx);
                    });
                }
            }
        });
    }

    /// Gradient of the kernel: over all pixels, the gradient of the output times the transposed windows.
    fn kernel_gradient(&self, x: &[f32], dy: &[f32]) -> Vec<f32> {
        let (plane, image_in) = (self.output_plane(), self.c * self.h * self.w);
        let depth = self.c * self.window();
        let images = x.len() / image_in;
        let tiles = self.tiles();
        let width = self.columns.output;
        let tasks = images * tiles.len();
        let parts = KERNEL_GRADIENT_PARTS.min(tasks);
        let partial = (0..parts)
            .into_par_iter()
            .map(|part| {
                let mut sum = vec![0f32; self.o * depth];
                for task in part * tasks / parts..(part + 1) * tasks / parts {
                    let (image, tile) = (task / tiles.len(), tiles[task % tiles.len()]);
                    let x = &x[image * image_in..][..image_in];
                    let (start, pixels) = (tile.first * width, tile.rows * width);
                    let a = Matrix {
                        data: &dy[image * self.o * plane + start..],
                        row_stride: plane,
                        column_stride: 1,
                    };
                    let size = (self.o, pixels, depth);
                    if self.pointwise() {
                        let b = Matrix {
                            data: &x[start..],
                            row_stride: 1,
                            column_stride: plane,
                        };
                        matmul(size, a, b, &mut sum, depth, true);
                    } else {
                        with_windows(depth * pixels, |windows| {
                            self.unroll(x, tile, windows);
                            let b = Matrix {
                                data: windows,
                                row_stride: 1,
                                column_stride: pixels,
                            };
                            matmul(size, a, b, &mut sum, depth, true);
                        });
                    }
                }
                sum
            })
            .collect::<Vec<_>>();
        let mut partial = partial.into_iter();
        let mut total = partial.next().unwrap_or_else(|| vec![0f32; self.o * depth]);
        for part in partial {
            for (t, p) in total.iter_mut().zip(&part) {
                *t += p;
            }
        }
        total
    }

    /// Gradient of the bias: the sum of the gradient of the output over images and pixels.
    fn bias_gradient(&self, dy: &[f32]) -> Vec<f32> {
        let plane = self.output_plane();
        (0..self.o)
            .into_par_iter()
            .map(|channel| {
                dy.chunks_exact(plane)
                    .skip(channel)
                    .step_by(self.o)
                    .flat_map(|p| p.chunks(1024))
                    .map(|run| f64::from(run.iter().sum::<f32>()))
                    .sum::<f64>() as f32
            })
            .collect()
    }
}

impl CustomOp3 for Conv {
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
        let mut y = vec![0f32; n * self.o * self.output_plane()];
        self.forward(x, kernel, bias, &mut y);
        let shape = Shape::from((n, self.o, self.rows.output, self.columns.output));
        Ok((CpuStorage::F32(y), shape))
    }

    fn bwd(
        &self,
        x: &Tensor,
        kernel: &Tensor,
        bias: &Tensor,
        _: &Tensor,
        grad_res: &Tensor,
    ) -> Result<(Option<Tensor>, Option<Tensor>, Option<Tensor>)> {
        let mut dx = vec![0f32; x.elem_count()];
        let (dkernel, dbias) = with_slice(grad_res, |dy| {
            with_slice(kernel, |kernel| self.input_gradient(kernel, dy, &mut dx))?;
            let dkernel = with_slice(x, |x| self.kernel_gradient(x, dy))?;
            Ok::<_, candle_core::Error>((dkernel, self.bias_gradient(dy)))
        })??;
        let device = x.device();
        Ok((
            Some(Tensor::from_vec(dx, x.dims(), device)?),
            Some(Tensor::from_vec(dkernel, kernel.dims(), device)?),
            Some(Tensor::from_vec(dbias, bias.dims(), device)?),
        ))
    }
}
