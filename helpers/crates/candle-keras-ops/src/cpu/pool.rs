//! Max pooling on slices.

use super::patch::{Layout, Source, Windows};
use super::scratch::Scratch;
use super::vectorised::vectorised;
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
        let tile = rows * self.columns.windows;
        y.par_chunks_mut(pooled)
            .zip(winners.par_chunks_mut(pooled))
            .enumerate()
            .for_each(|(i, (y, winners))| {
                let source = Source {
                    data: &x.data[i * plane..][..plane],
                    affine: x.affine.map(|a| a.channel(i % channels)),
                };
                let mut patch = Scratch::new(self.patch_len(&layout, 1));
                let tiles = y.chunks_mut(tile).zip(winners.chunks_mut(tile));
                for (t, (y, winners)) in tiles.enumerate() {
                    self.fill(source, 1, t * rows, &layout, f32::NEG_INFINITY, &mut patch);
                    largest(self, &layout, &patch, y, winners);
                }
            });
    }

    /// The largest values alone, of planes one after the other.
    pub(crate) fn max_values(&self, x: &[f32], y: &mut [f32]) {
        let (plane, pooled) = (
            self.rows.size * self.columns.size,
            self.rows.windows * self.columns.windows,
        );
        y.par_chunks_mut(pooled)
            .zip(x.par_chunks(plane))
            .for_each(|(y, x)| {
                // Room for the last window's padding and for whole steps.
                let (before, size) = (self.columns.before, self.columns.size);
                let width = (self.columns.windows * self.stride + self.kernel).max(before + size);
                let mut line = Scratch::new(width);
                line.fill(f32::NEG_INFINITY);
                largest_values(self, x, &mut line, y);
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

/// A NaN under a window wins.
#[inline(always)]
fn larger(a: f32, b: f32) -> f32 {
    if (b > a) | b.is_nan() { b } else { a }
}

vectorised! {
    /// First down the columns, then along the `line`, which is padding but for a picture's row.
    fn largest_values<'a>(windows: &'a Windows, x: &'a [f32], line: &'a mut [f32], y: &'a mut [f32]) {
        let Windows { rows, columns, kernel, stride } = *windows;
        for (row, y) in y.chunks_exact_mut(columns.windows).enumerate() {
            let first = (row * stride).saturating_sub(rows.before);
            let last = (row * stride + kernel - rows.before).min(rows.size);
            let best = &mut line[columns.before..][..columns.size];
            let mut lines = x[first * columns.size..last * columns.size].chunks_exact(columns.size);
            if let Some(line) = lines.next() {
                best.copy_from_slice(line);
            }
            for line in lines {
                for (best, v) in best.iter_mut().zip(line) {
                    *best = larger(*best, *v);
                }
            }
            y.fill(f32::NEG_INFINITY);
            for tap in 0..kernel {
                let places = &line[tap..];
                if stride == 2 {
                    for (y, pair) in y.iter_mut().zip(places.as_chunks::<2>().0) {
                        *y = larger(*y, pair[0]);
                    }
                } else {
                    for (y, v) in y.iter_mut().zip(places.iter().step_by(stride)) {
                        *y = larger(*y, *v);
                    }
                }
            }
        }
    }

    /// The largest values of some rows of windows over a patch of one channel.
    fn largest<'a>(
        windows: &'a Windows,
        layout: &'a Layout,
        patch: &'a [f32],
        y: &'a mut [f32],
        winners: &'a mut [u8],
    ) {
        const BLOCK: usize = 64;
        // Never padding: the first place of a window that no padding can cover.
        let inside = windows.rows.before * windows.kernel + windows.columns.before;
        let width = windows.columns.windows;
        let rows = y.chunks_exact_mut(width).zip(winners.chunks_exact_mut(width));
        for (r, (y, winners)) in rows.enumerate() {
            let blocks = y.chunks_mut(BLOCK).zip(winners.chunks_mut(BLOCK));
            for (block, (y, winners)) in blocks.enumerate() {
                let mut best = [f32::NEG_INFINITY; BLOCK];
                let mut taps = [inside as u32; BLOCK];
                for (tap, offset) in layout.offsets.iter().enumerate() {
                    let values = &patch[r * layout.pitch + offset + block * BLOCK..][..BLOCK];
                    for ((best, t), v) in best.iter_mut().zip(&mut taps).zip(values) {
                        let better = (*v > *best) | v.is_nan();
                        *best = if better { *v } else { *best };
                        *t = if better { tap as u32 } else { *t };
                    }
                }
                y.copy_from_slice(&best[..y.len()]);
                for (winner, tap) in winners.iter_mut().zip(&taps) {
                    *winner = *tap as u8;
                }
            }
        }
    }
}
