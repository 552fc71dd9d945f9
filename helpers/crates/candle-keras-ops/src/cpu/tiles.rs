//! How a convolution is cut into tasks: pixels by its shapes alone where sums over them are kept, else into even
//! shares of the threads; output channels until all threads have work.

use super::kernel::{Planes, Product, To, panel_rows};
use super::patch::{Layout, Source, Windows};
use super::scratch::Scratch;
use pulp::Arch;
use rayon::prelude::*;

/// Elements that a task's patch aims at: with the product beside it, it stays in a second-level cache of 1 MiB.
const PATCH: usize = 64 << 10;
/// Tasks that a loop aims at: all cores have work at batch 1 too, and a late one waits for half a task at most. Only
/// output channels are split for it, which changes no sum.
pub(crate) fn tasks() -> usize {
    2 * rayon::current_num_threads()
}

/// Output channels below which a task is not split further.
pub(crate) const FEWEST_ROWS: usize = 32;

/// Where a matrix's elements lie in a kernel: `row * across + channel * down + taps[tap]`.
pub(crate) struct Weights<'a> {
    pub kernel: &'a [f32],
    pub rows: usize,
    pub across: usize,
    pub channels: usize,
    pub down: usize,
    pub taps: &'a [usize],
    pub scale: Option<&'a [f32]>,
}

impl Weights<'_> {
    /// The panels that [`Product`] multiplies with, zero beyond the last row.
    pub fn pack(&self) -> Scratch {
        let height = panel_rows();
        let depth = self.channels * self.taps.len();
        let mut panels = Scratch::new(self.rows.next_multiple_of(height) * depth);
        if depth == 0 {
            return panels;
        }
        let chunks = panels.par_chunks_mut(height * depth).enumerate();
        chunks.for_each(|(panel, out)| {
            let first = panel * height;
            if first + height > self.rows {
                out.fill(0.0);
            }
            let mut places = out.chunks_exact_mut(height);
            for channel in 0..self.channels {
                for (tap, out) in self.taps.iter().zip(&mut places) {
                    let start = first * self.across + channel * self.down + tap;
                    let weights = self.kernel[start..].iter().step_by(self.across);
                    for (out, w) in out.iter_mut().zip(weights).take(self.rows - first) {
                        *out = *w;
                    }
                }
            }
            if let Some(scale) = self.scale {
                for out in out.chunks_exact_mut(height) {
                    for (out, scale) in out.iter_mut().zip(&scale[first..]) {
                        *out *= scale;
                    }
                }
            }
        });
        panels
    }
}

/// What the number of tiles goes by.
#[derive(Clone, Copy)]
pub(crate) enum Cut {
    /// The shapes alone: sums over a tile's pixels are the same whatever the number of threads.
    Shapes,
    /// The threads too, each of which gets as many tiles as the others.
    Threads,
}

impl Cut {
    /// Whether that many tiles are even shares, or so few that output channels are to be cut too.
    pub fn is_even(self, tiles: usize) -> bool {
        let threads = rayon::current_num_threads();
        match self {
            Cut::Shapes => true,
            Cut::Threads => tiles < threads || tiles.is_multiple_of(threads),
        }
    }
}

/// How the windows of a batch are cut into tasks.
pub(crate) struct Tiles {
    pub layout: Layout,
    /// Tiles in an image, parts that the output channels are cut into.
    pub tiles: usize,
    pub parts: usize,
    pub images: usize,
    pub windows: usize,
    pub outputs: usize,
}

/// Some rows of windows of one image, and the output channels to compute there.
pub(crate) struct Tile {
    pub image: usize,
    pub first: usize,
    pub rows: usize,
    pub outputs: std::ops::Range<usize>,
}

impl Tiles {
    /// Tiles whose patches stay in the cache.
    pub fn new(
        windows: &Windows,
        channels: usize,
        outputs: usize,
        images: usize,
        cut: Cut,
    ) -> Tiles {
        let row = windows.layout(1).pitch * windows.stride.min(windows.kernel).pow(2) * channels;
        let most = (PATCH / row)
            .saturating_sub((windows.kernel - 1) / windows.stride)
            .max(1);
        let all = windows.rows.windows;
        let fewest = all.div_ceil(most);
        let tiles = (fewest..=all).find(|tiles| cut.is_even(images * tiles));
        Tiles::of_number(windows, tiles.unwrap_or(fewest), outputs, images)
    }

    /// That many tiles an image, of sizes that differ by a row at most.
    pub fn of_number(windows: &Windows, tiles: usize, outputs: usize, images: usize) -> Tiles {
        let rows = windows.rows.windows.div_ceil(tiles);
        let parts = tasks()
            .div_ceil((images * tiles).max(1))
            .min(outputs.div_ceil(FEWEST_ROWS));
        Tiles {
            layout: windows.layout(rows),
            tiles,
            parts: parts.max(1),
            images,
            windows: windows.rows.windows,
            outputs,
        }
    }

    pub fn tasks(&self) -> usize {
        self.images * self.tiles * self.parts
    }

    pub fn tile(&self, task: usize) -> Tile {
        let (part, tile) = (task % self.parts, task / self.parts);
        let row = |tile: usize| tile * self.windows / self.tiles;
        let number = tile % self.tiles;
        let size = self
            .outputs
            .div_ceil(self.parts)
            .next_multiple_of(panel_rows());
        Tile {
            image: tile / self.tiles,
            first: row(number),
            rows: row(number + 1) - row(number),
            outputs: (part * size).min(self.outputs)..((part + 1) * size).min(self.outputs),
        }
    }

    /// The patch of a tile of `image`.
    pub fn patch(&self, windows: &Windows, image: Source, channels: usize, tile: &Tile) -> Scratch {
        let mut patch = Scratch::new(windows.patch_len(&self.layout, channels));
        windows.fill(image, channels, tile.first, &self.layout, 0.0, &mut patch);
        patch
    }

    /// The product of the tile's rows of `panels` with a patch whose rows of windows follow each other, finished.
    pub fn multiply_into(
        &self,
        panels: &[f32],
        patch: &[f32],
        plane: usize,
        channels: usize,
        tile: &Tile,
        to: Planes,
    ) {
        Arch::new().dispatch(Product {
            panels: &panels[tile.outputs.start * channels * self.layout.offsets.len()..],
            rows: tile.outputs.len(),
            channels,
            offsets: &self.layout.offsets,
            patch,
            plane,
            pixels: tile.rows * self.layout.pitch,
            to: To::Planes(to),
        });
    }

    /// The product of the tile's rows of `panels` with a patch, whose channels are `plane` apart; and the distance
    /// of its rows.
    pub fn multiply(
        &self,
        panels: &[f32],
        patch: &[f32],
        plane: usize,
        channels: usize,
        offsets: &[usize],
        tile: &Tile,
    ) -> (Scratch, usize) {
        let pixels = tile.rows * self.layout.pitch;
        let stride = pixels.next_multiple_of(16) + 16;
        let mut out = Scratch::new(tile.outputs.len().next_multiple_of(panel_rows()) * stride);
        Arch::new().dispatch(Product {
            panels: &panels[tile.outputs.start * channels * offsets.len()..],
            rows: tile.outputs.len(),
            channels,
            offsets,
            patch,
            plane,
            pixels,
            to: To::Rows {
                out: &mut out,
                stride,
            },
        });
        (out, stride)
    }
}
