//! The gradient of a convolution's kernel.

use super::conv::Conv;
use super::kernel::{Correlation, RUN, panel_rows};
use super::norm::add_to;
use super::patch::{Source, set};
use super::scratch::Scratch;
use super::sum::sum_of;
use super::tiles::{FEWEST_ROWS, Tile, Tiles, tasks};
use super::vectorised::vectorised;
use crate::slices::Shared;
use pulp::Arch;
use rayon::prelude::*;
use std::ops::Range;

/// Output pixels below which a part of the sum is not worth its own copy of the kernel.
const FEWEST_PIXELS: usize = 2048;
/// Parts at most.
const MOST_PARTS: usize = 16;

impl Conv {
    /// Gradients of the kernel and of the bias.
    ///
    /// The sum over the batch's pixels is cut into parts by the shapes alone, and each part's output channels into
    /// blocks until there are enough tasks.
    pub fn kernel_gradient(&self, x: Source, dy: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let depth = self.c * self.taps();
        let images = dy.len() / (self.o * self.output_plane());
        let all = self.windows.rows.windows;
        let most = (RUN / self.windows.layout(1).pitch).clamp(1, all);
        let tiles = Tiles::of_number(&self.windows, all.div_ceil(most), FEWEST_ROWS, images);
        let pixels = images * self.output_plane();
        let parts = (pixels / FEWEST_PIXELS).clamp(1, MOST_PARTS.min(tiles.tasks()));
        let blocks = tasks().div_ceil(parts).min(self.o.div_ceil(FEWEST_ROWS));
        let block = self.o.div_ceil(blocks).next_multiple_of(panel_rows());
        let blocks = self.o.div_ceil(block);
        let mut sums = Scratch::new(parts * self.o * depth);
        let shared = Shared::new(&mut sums);
        let dbias = (0..parts * blocks)
            .into_par_iter()
            .map(|task| {
                let (part, first) = (task / blocks, task % blocks * block);
                let outputs = first..(first + block).min(self.o);
                let start = (part * self.o + outputs.start) * depth;
                // SAFETY: one task for the channels of a part.
                let sum = unsafe { shared.slice(start, outputs.len() * depth) };
                sum.fill(0.0);
                let mut dbias = vec![0f64; outputs.len()];
                for t in part * tiles.tasks() / parts..(part + 1) * tiles.tasks() / parts {
                    let tile = tiles.tile(t);
                    self.add_kernel_gradient(x, dy, &tiles, &tile, &outputs, sum, &mut dbias);
                }
                dbias
            })
            .collect::<Vec<_>>();
        let (total, rest) = sums.split_at_mut(self.o * depth);
        for part in rest.chunks_exact(self.o * depth) {
            add_to(total, part);
        }
        let dkernel = total.to_vec();
        let dbias = (0..self.o).map(|o| {
            let of_parts = dbias.iter().skip(o / block).step_by(blocks);
            of_parts.map(|b| b[o % block]).sum::<f64>() as f32
        });
        (dkernel, dbias.collect())
    }

    #[allow(clippy::too_many_arguments)]
    fn add_kernel_gradient(
        &self,
        x: Source,
        dy: &[f32],
        tiles: &Tiles,
        tile: &Tile,
        outputs: &Range<usize>,
        dkernel: &mut [f32],
        dbias: &mut [f64],
    ) {
        let layout = &tiles.layout;
        let (width, plane) = (self.windows.columns.windows, self.output_plane());
        let pixels = tile.rows * layout.pitch;
        let stride = pixels.next_multiple_of(16) + 16;
        let rows = outputs.len().next_multiple_of(panel_rows());
        let image = Source {
            data: &x.data[tile.image * self.input_len()..][..self.input_len()],
            ..x
        };
        let dy = &dy[(tile.image * self.o + outputs.start) * plane + tile.first * width..];
        let patch = tiles.patch(&self.windows, image, self.c, tile);
        let mut left = Scratch::new(rows * stride);
        left[outputs.len() * stride..].fill(0.0);
        let planes = left.chunks_exact_mut(stride).zip(dy.chunks(plane));
        for ((left, dy), dbias) in planes.zip(dbias) {
            copy_rows(&dy[..tile.rows * width], width, left, layout.pitch);
            *dbias += sum_of(&left[..pixels]);
        }
        Arch::new().dispatch(Correlation {
            left: &left,
            left_stride: stride,
            rows: outputs.len(),
            channels: self.c,
            offsets: &layout.offsets,
            patch: &patch,
            plane: layout.plane,
            pixels,
            out: dkernel,
        });
    }
}

vectorised! {
    /// Rows of `width` elements to rows `pitch` apart, zeros between and behind.
    fn copy_rows<'a>(from: &'a [f32], width: usize, to: &'a mut [f32], pitch: usize) {
        let (rows, rest) = to.split_at_mut(from.len() / width * pitch);
        if width == pitch {
            rows.copy_from_slice(from);
            rest.fill(0.0);
            return;
        }
        for (row, from) in rows.chunks_exact_mut(pitch).zip(from.chunks_exact(width)) {
            row[..width].copy_from_slice(from);
            set(&mut row[width..], 0.0);
        }
        rest.fill(0.0);
    }
}
