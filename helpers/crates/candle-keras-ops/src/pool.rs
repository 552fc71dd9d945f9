//! Max pooling with overlapping windows.

use crate::SamePadding;
use crate::cpu::Windows;
use crate::slices::{contiguous, require_f32, with_slice};
use candle_core::{CpuStorage, CustomOp1, Layout, Result, Shape, Tensor};
use std::sync::OnceLock;

/// The largest value under a `kernel` x `kernel` window that moves by `stride`, Keras' `same` padding.
///
/// `x`: `N C H W`; result `N C ceil(H / stride) ceil(W / stride)`. Padding never wins, however negative the image.
/// The gradient goes to one winner, on ties to the first in reading order. A NaN under a window wins.
pub fn max_pool2d(x: &Tensor, kernel: usize, stride: usize) -> Result<Tensor> {
    let (_, _, h, w) = x.dims4()?;
    let windows = windows((h, w), kernel, stride)?;
    #[cfg(feature = "cuda")]
    if x.device().is_cuda() {
        return crate::cuda::max_pool2d(x, kernel, stride);
    }
    if !x.device().is_cpu() {
        return composed(x, kernel, stride);
    }
    require_f32("max_pool2d", &[x])?;
    x.contiguous()?.apply_op1(MaxPool {
        windows,
        winners: OnceLock::new(),
    })
}

/// The windows over a picture of that height and width.
pub(crate) fn windows((h, w): (usize, usize), kernel: usize, stride: usize) -> Result<Windows> {
    if kernel == 0 || stride == 0 || kernel > 16 || h == 0 || w == 0 {
        candle_core::bail!(
            "max_pool2d: a window of 1 to 16 pixels and a stride of 1 or more over a picture are needed, got \
             window {kernel}, stride {stride}, picture {h} x {w}"
        )
    }
    Ok(Windows::same((h, w), kernel, stride))
}

/// The same from candle's own operations: the element-wise maximum of shifted, strided pictures.
fn composed(x: &Tensor, kernel: usize, stride: usize) -> Result<Tensor> {
    let (_, _, h, w) = x.dims4()?;
    let (rows, columns) = (
        SamePadding::new(h, kernel, stride),
        SamePadding::new(w, kernel, stride),
    );
    let index = |n: usize, offset: usize, before: usize, size: usize| -> Result<Tensor> {
        // A window's pixel outside of the picture is replaced by the nearest one inside, which lies in the same
        // window: the maximum stays the same.
        let index = (0..n)
            .map(|i| (i * stride + offset).saturating_sub(before).min(size - 1) as u32)
            .collect::<Vec<_>>();
        Tensor::new(index, x.device())
    };
    let mut best: Option<Tensor> = None;
    for i in 0..kernel {
        let row = x.index_select(&index(rows.output, i, rows.before, h)?, 2)?;
        for j in 0..kernel {
            let shifted = row.index_select(&index(columns.output, j, columns.before, w)?, 3)?;
            best = Some(match best {
                None => shifted,
                Some(best) => best.maximum(&shifted)?,
            });
        }
    }
    best.ok_or_else(|| candle_core::Error::Msg("max_pool2d: empty window".into()))
}

struct MaxPool {
    windows: Windows,
    /// For each output pixel the winner's place in its window; kept from the forward to the backward pass.
    winners: OnceLock<Vec<u8>>,
}

impl CustomOp1 for MaxPool {
    fn name(&self) -> &'static str {
        "max_pool2d"
    }

    fn cpu_fwd(&self, storage: &CpuStorage, layout: &Layout) -> Result<(CpuStorage, Shape)> {
        let (n, c, _, _) = layout.shape().dims4()?;
        let x = contiguous(storage, layout, self.name())?;
        let (h, w) = self.windows.output();
        let mut y = vec![0f32; n * c * h * w];
        let mut winners = vec![0u8; y.len()];
        self.windows.max(x.into(), c, &mut y, &mut winners);
        // Set once: candle runs a forward pass once for each op.
        let _ = self.winners.set(winners);
        Ok((CpuStorage::F32(y), Shape::from((n, c, h, w))))
    }

    fn bwd(&self, arg: &Tensor, _: &Tensor, grad_res: &Tensor) -> Result<Option<Tensor>> {
        let Some(winners) = self.winners.get() else {
            candle_core::bail!("max_pool2d: backward before forward")
        };
        let mut grad = vec![0f32; arg.elem_count()];
        with_slice(grad_res, |dy| {
            self.windows.max_backward(winners, dy, &mut grad)
        })?;
        Ok(Some(Tensor::from_vec(grad, arg.dims(), arg.device())?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{Device, Var};

    /// What other devices compute with, run on the CPU beside the custom op; no ties, so that the gradients agree.
    #[test]
    fn the_composed_form_equals_the_custom_op() -> Result<()> {
        for (h, w) in [(7, 8), (1, 1), (4, 5)] {
            let v = (0..2 * h * w).map(|i| (i as f32 * 0.7).sin() - 2.0);
            let x = Var::from_tensor(&Tensor::from_iter(v, &Device::Cpu)?.reshape((1, 2, h, w))?)?;
            let ours = max_pool2d(&x, 3, 2)?;
            let other = composed(&x, 3, 2)?;
            let values = |t: &Tensor| t.flatten_all()?.to_vec1::<f32>();
            assert_eq!(values(&ours)?, values(&other)?);
            let gradient = |y: &Tensor| -> Result<Vec<f32>> {
                let grads = y.sqr()?.sum_all()?.backward()?;
                values(
                    grads
                        .get(&x)
                        .ok_or_else(|| candle_core::Error::Msg("none".into()))?,
                )
            };
            for (a, b) in gradient(&ours)?.iter().zip(gradient(&other)?) {
                assert!((a - b).abs() < 1e-4, "{a} against {b}");
            }
        }
        Ok(())
    }
}
