//! Max pooling on slices.

use super::patch::{Source, Windows};
use super::scratch::with_scratch;
use pulp::Arch;
use rayon::prelude::*;

impl Windows {
    /// Writes the largest value under every window of `channels` planes an image, and the winner's place in it.
    pub(crate) fn max(&self, x: Source, channels: usize, y: &mut [f32], winners: &mut [u8]) {
        let (plane, pooled) = (
            self.rows.size * self.columns.size,
            self.rows.windows * self.columns.windows,
        );
        // Some rows at a time, so that they stay in the first-level cache.
        let rows = (2048 / self.columns.size).clamp(1, self.rows.windows);
        let layout = self.layout(rows);
        let width = self.columns.windows;
        y.par_chunks_mut(pooled)
            .zip(winners.par_chunks_mut(pooled))
            .enumerate()
            .for_each(|(i, (y, winners))| {
                let source = Source {
                    data: &x.data[i * plane..][..plane],
                    affine: x.affine.map(|a| a.channel(i % channels)),
                };
                with_scratch(self.patch_len(&layout, 1), |patch| {
                    for (tile, (y, winners)) in y
                        .chunks_mut(rows * width)
                        .zip(winners.chunks_mut(rows * width))
                        .enumerate()
                    {
                        Arch::new().dispatch(|| {
                            self.fill(source, 1, tile * rows, &layout, f32::NEG_INFINITY, patch);
                            for (r, (y, winners)) in y
                                .chunks_exact_mut(width)
                                .zip(winners.chunks_exact_mut(width))
                                .enumerate()
                            {
                                // Never padding: the first pixel of the window that no padding can cover.
                                winners.fill(
                                    (self.rows.before * self.kernel + self.columns.before) as u8,
                                );
                                y.fill(f32::NEG_INFINITY);
                                for (tap, offset) in layout.offsets.iter().enumerate() {
                                    let values = &patch[r * layout.pitch + offset..][..width];
                                    for ((y, w), v) in y.iter_mut().zip(&mut *winners).zip(values) {
                                        // A NaN under a window wins.
                                        let better = (*v > *y) | v.is_nan();
                                        *y = if better { *v } else { *y };
                                        *w = if better { tap as u8 } else { *w };
                                    }
                                }
                            }
                        });
                    }
                });
            });
    }

    /// The gradient of the input: each gradient of `dy` to its winner.
    pub(crate) fn max_backward(&self, winners: &[u8], dy: &[f32], dx: &mut [f32]) {
        let (plane, pooled) = (
            self.rows.size * self.columns.size,
            self.rows.windows * self.columns.windows,
        );
        let width = self.columns.size;
        // From the place of a window that lies on the first pixel to that of its winner.
        let places = (0..self.kernel * self.kernel)
            .map(|tap| tap / self.kernel * width + tap % self.kernel)
            .collect::<Vec<_>>();
        let before = self.rows.before * width + self.columns.before;
        dx.par_chunks_mut(plane)
            .zip(dy.par_chunks(pooled).zip(winners.par_chunks(pooled)))
            .for_each(|(dx, (dy, winners))| {
                dx.fill(0.0);
                let rows = dy
                    .chunks_exact(self.columns.windows)
                    .zip(winners.chunks_exact(self.columns.windows));
                for (row, (dy, winners)) in rows.enumerate() {
                    for (column, (dy, winner)) in dy.iter().zip(winners).enumerate() {
                        let window = (row * width + column) * self.stride;
                        dx[window + places[usize::from(*winner)] - before] += dy;
                    }
                }
            });
    }
}
