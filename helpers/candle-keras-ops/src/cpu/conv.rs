//! Convolution and its gradients on slices, cut into tasks by the shapes alone: no result depends on the threads.

use super::kernel::{Correlation, Product, panel_rows};
use super::patch::{Axis, Layout, Source, Windows, leaky};
use super::scratch::with_scratch;
use super::sum::{Moments, sum};
use crate::slices::Shared;
use pulp::Arch;
use rayon::prelude::*;

/// Elements that a task's patch aims at: with the product beside it, it stays in a second-level cache of 1 MiB.
const PATCH: usize = 96 << 10;
/// Tasks that a loop aims at, so that all cores of a large machine have work at batch 1 too.
const TASKS: usize = 16;
/// Output channels below which a task is not split further.
const FEWEST_ROWS: usize = 32;
/// Parts that the gradient of the kernel is summed in.
const KERNEL_GRADIENT_PARTS: usize = 16;

/// The sizes of a convolution with Keras' `same` padding: `c` channels of `h` x `w` pixels to `o` channels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conv {
    pub c: usize,
    pub o: usize,
    pub windows: Windows,
}

/// What happens to a product on its way to memory: `leaky_relu(product + shift[channel], slope)`.
#[derive(Clone, Copy)]
pub(crate) struct Activation<'a> {
    /// Multiplies the kernel of each output channel.
    pub scale: Option<&'a [f32]>,
    pub shift: &'a [f32],
    /// 1 for none.
    pub slope: f32,
}

impl Conv {
    pub fn same(c: usize, o: usize, size: (usize, usize), kernel: usize, stride: usize) -> Conv {
        Conv {
            c,
            o,
            windows: Windows::same(size, kernel, stride),
        }
    }

    fn input_len(&self) -> usize {
        self.c * self.windows.rows.size * self.windows.columns.size
    }

    fn output_plane(&self) -> usize {
        self.windows.rows.windows * self.windows.columns.windows
    }

    fn taps(&self) -> usize {
        self.windows.kernel * self.windows.kernel
    }

    /// The convolution of every image of `x` into `y`; with `moments`, those of each output channel.
    pub fn forward(
        &self,
        x: Source,
        kernel: &[f32],
        activation: Activation,
        y: &mut [f32],
        moments: bool,
    ) -> Vec<Moments> {
        let taps = self.taps();
        let panels = Weights {
            kernel,
            rows: self.o,
            across: self.c * taps,
            channels: self.c,
            down: taps,
            taps: &(0..taps).collect::<Vec<_>>(),
            scale: activation.scale,
        }
        .pack();
        let tiles = Tiles::new(
            &self.windows,
            self.c,
            self.o,
            y.len() / (self.o * self.output_plane()),
        );
        let offsets = &tiles.layout.offsets;
        let shared = Shared::new(y);
        let (width, plane) = (self.windows.columns.windows, self.output_plane());
        let parts = (0..tiles.tasks()).into_par_iter().map(|task| {
            let tile = tiles.tile(task);
            let image = Source {
                data: &x.data[tile.image * self.input_len()..][..self.input_len()],
                ..x
            };
            let mut found = vec![Moments::default(); if moments { tile.outputs.len() } else { 0 }];
            tiles.with_patch(&self.windows, image, self.c, &tile, |patch| {
                tiles.multiply(
                    &panels,
                    patch,
                    self.c,
                    offsets,
                    &tile,
                    |products, across| {
                        for (row, o) in tile.outputs.clone().enumerate() {
                            let start = (tile.image * self.o + o) * plane + tile.first * width;
                            // SAFETY: a task writes the rows of its own image, tile and channels alone.
                            let y = unsafe { shared.slice(start, tile.rows * width) };
                            let product = &products[row * across..][..across];
                            let shift = activation.shift[o];
                            for (r, y) in y.chunks_exact_mut(width).enumerate() {
                                let product = &product[r * tiles.layout.pitch..][..width];
                                if activation.slope == 1.0 {
                                    for (y, v) in y.iter_mut().zip(product) {
                                        *y = v + shift;
                                    }
                                } else {
                                    for (y, v) in y.iter_mut().zip(product) {
                                        *y = leaky(v + shift, activation.slope);
                                    }
                                }
                            }
                            if moments {
                                found[row] = Moments::of(y);
                            }
                        }
                    },
                );
            });
            (tile.outputs, found)
        });
        if !moments {
            parts.for_each(drop);
            return Vec::new();
        }
        let mut total = vec![Moments::default(); self.o];
        for (outputs, found) in parts.collect::<Vec<_>>() {
            for (total, part) in total[outputs].iter_mut().zip(found) {
                *total = total.merge(part);
            }
        }
        total
    }

    /// Gradient of the input, written over `dx` or added to it.
    ///
    /// An input pixel's row, counted from the first row of padding, is `u * stride + phase`; window places `phase`,
    /// `phase + stride`, .. reach it, from the output rows `u`, `u - 1`, .. So each pair of phases is a convolution
    /// of the output's gradient with a part of the kernel, and stride 1 has one phase.
    pub fn input_gradient(&self, kernel: &[f32], dy: &[f32], dx: &mut [f32], accumulate: bool) {
        let Windows {
            rows,
            columns,
            kernel: k,
            stride,
        } = self.windows;
        let reach = k.div_ceil(stride);
        let axis = |a: Axis| {
            let first = (a.before + 1).saturating_sub(stride).div_ceil(stride);
            let windows = (a.size - 1 + a.before) / stride + 1 - first;
            let axis = Axis {
                size: a.windows,
                windows,
                before: reach - 1 - first,
            };
            (first, axis)
        };
        let ((first_row, u_rows), (first_column, u_columns)) = (axis(rows), axis(columns));
        let windows = Windows {
            rows: u_rows,
            columns: u_columns,
            kernel: reach,
            stride: 1,
        };
        let images = dx.len() / self.input_len();
        let tiles = Tiles::new(&windows, self.o, self.c, images);
        let places = |phase: usize| (phase..k).step_by(stride).collect::<Vec<_>>();
        let phases = (0..stride * stride)
            .map(|p| {
                let (i, j) = (places(p / stride), places(p % stride));
                let pairs = i.iter().flat_map(|i| j.iter().map(move |j| (*i, *j)));
                let place = |i: usize| reach - 1 - i / stride;
                let (taps, offsets): (Vec<_>, Vec<_>) = pairs
                    .map(|(i, j)| (i * k + j, tiles.layout.offsets[place(i) * reach + place(j)]))
                    .unzip();
                let panels = Weights {
                    kernel,
                    rows: self.c,
                    across: k * k,
                    channels: self.o,
                    down: self.c * k * k,
                    taps: &taps,
                    scale: None,
                }
                .pack();
                (panels, offsets)
            })
            .collect::<Vec<_>>();
        let image_len = self.o * self.output_plane();
        let plane = rows.size * columns.size;
        let shared = Shared::new(dx);
        (0..tiles.tasks()).into_par_iter().for_each(|task| {
            let tile = tiles.tile(task);
            let image = Source {
                data: &dy[tile.image * image_len..][..image_len],
                affine: None,
            };
            tiles.with_patch(&windows, image, self.o, &tile, |patch| {
                for (phase, (panels, offsets)) in phases.iter().enumerate() {
                    let (i, j) = (phase / stride, phase % stride);
                    tiles.multiply(panels, patch, self.o, offsets, &tile, |product, across| {
                        for (row, c) in tile.outputs.clone().enumerate() {
                            for r in 0..tile.rows {
                                let y = ((first_row + tile.first + r) * stride + i)
                                    .wrapping_sub(rows.before);
                                if y >= rows.size {
                                    continue;
                                }
                                let start = (tile.image * self.c + c) * plane + y * columns.size;
                                // SAFETY: a task writes its own image, channels and rows: rows of different tiles have
                                // different `u`, those of one tile different `u` or phase.
                                let dx = unsafe { shared.slice(start, columns.size) };
                                let product = &product[row * across + r * tiles.layout.pitch..]
                                    [..u_columns.windows];
                                // The first pixel of this phase inside the picture.
                                let skip = usize::from(first_column * stride + j < columns.before);
                                let x = (first_column + skip) * stride + j - columns.before;
                                let pixels = dx[x.min(columns.size)..].iter_mut().step_by(stride);
                                let values = product[skip..].iter();
                                if accumulate {
                                    pixels.zip(values).for_each(|(d, v)| *d += v);
                                } else {
                                    pixels.zip(values).for_each(|(d, v)| *d = *v);
                                }
                            }
                        }
                    });
                }
            });
        });
    }

    /// Gradients of the kernel and of the bias.
    pub fn kernel_gradient(&self, x: Source, dy: &[f32]) -> (Vec<f32>, Vec<f32>) {
        let depth = self.c * self.taps();
        let images = dy.len() / (self.o * self.output_plane());
        let tiles = Tiles::new(&self.windows, self.c + self.o, FEWEST_ROWS, images);
        let tasks = tiles.tasks();
        let parts = KERNEL_GRADIENT_PARTS.min(tasks);
        let sums = (0..parts)
            .into_par_iter()
            .map(|part| {
                let mut dkernel = vec![0f32; self.o * depth];
                let mut dbias = vec![0f64; self.o];
                for task in part * tasks / parts..(part + 1) * tasks / parts {
                    self.add_kernel_gradient(
                        x,
                        dy,
                        &tiles,
                        &tiles.tile(task),
                        &mut dkernel,
                        &mut dbias,
                    );
                }
                (dkernel, dbias)
            })
            .collect::<Vec<_>>();
        let mut dkernel = vec![0f32; self.o * depth];
        dkernel
            .par_chunks_mut(1 << 13)
            .enumerate()
            .for_each(|(chunk, total)| {
                for (part, _) in &sums {
                    let part = &part[chunk << 13..];
                    total.iter_mut().zip(part).for_each(|(t, p)| *t += p);
                }
            });
        let dbias = (0..self.o).map(|o| sums.iter().map(|(_, b)| b[o]).sum::<f64>() as f32);
        (dkernel, dbias.collect())
    }

    fn add_kernel_gradient(
        &self,
        x: Source,
        dy: &[f32],
        tiles: &Tiles,
        tile: &Tile,
        dkernel: &mut [f32],
        dbias: &mut [f64],
    ) {
        let layout = &tiles.layout;
        let (width, plane) = (self.windows.columns.windows, self.output_plane());
        let pixels = tile.rows * layout.pitch;
        let stride = pixels.next_multiple_of(16) + 16;
        let rows = self.o.next_multiple_of(panel_rows());
        let image = Source {
            data: &x.data[tile.image * self.input_len()..][..self.input_len()],
            ..x
        };
        with_scratch(self.windows.patch_len(layout, self.c), |patch| {
            with_scratch(rows * stride, |left| {
                Arch::new().dispatch(|| {
                    self.windows
                        .fill(image, self.c, tile.first, layout, 0.0, patch);
                    left[self.o * stride..].fill(0.0);
                    for (o, left) in left.chunks_exact_mut(stride).enumerate().take(self.o) {
                        let dy = &dy[(tile.image * self.o + o) * plane + tile.first * width..]
                            [..tile.rows * width];
                        for (row, dy) in left
                            .chunks_exact_mut(layout.pitch)
                            .zip(dy.chunks_exact(width))
                        {
                            row[..width].copy_from_slice(dy);
                            row[width..].fill(0.0);
                        }
                        left[pixels..].fill(0.0);
                        dbias[o] += sum(&left[..pixels], |v| v);
                    }
                });
                Arch::new().dispatch(Correlation {
                    left,
                    left_stride: stride,
                    rows: self.o,
                    channels: self.c,
                    offsets: &layout.offsets,
                    patch,
                    plane: layout.plane,
                    pixels,
                    out: dkernel,
                });
            });
        });
    }
}

/// Where a matrix's elements lie in a kernel: `row * across + channel * down + taps[tap]`.
struct Weights<'a> {
    kernel: &'a [f32],
    rows: usize,
    across: usize,
    channels: usize,
    down: usize,
    taps: &'a [usize],
    scale: Option<&'a [f32]>,
}

impl Weights<'_> {
    /// The panels that [`Product`] multiplies with, zero beyond the last row.
    fn pack(&self) -> Vec<f32> {
        let height = panel_rows();
        let depth = self.channels * self.taps.len();
        let mut panels = vec![0f32; self.rows.div_ceil(height) * height * depth];
        if panels.is_empty() {
            return panels;
        }
        panels
            .par_chunks_mut(height * depth)
            .enumerate()
            .for_each(|(panel, out)| {
                let first = panel * height;
                for row in first..(first + height).min(self.rows) {
                    let scale = self.scale.map_or(1.0, |s| s[row]);
                    let mut out = out.iter_mut().skip(row - first).step_by(height);
                    for channel in 0..self.channels {
                        let weights = &self.kernel[row * self.across + channel * self.down..];
                        for (tap, out) in self.taps.iter().zip(&mut out) {
                            *out = scale * weights[*tap];
                        }
                    }
                }
            });
        panels
    }
}

/// How the windows of a batch are cut into tasks.
struct Tiles {
    layout: Layout,
    /// Rows of windows in a tile, tiles in an image, parts that the output channels are cut into.
    rows: usize,
    tiles: usize,
    parts: usize,
    images: usize,
    windows: usize,
    outputs: usize,
}

/// Some rows of windows of one image, and the output channels to compute there.
struct Tile {
    image: usize,
    first: usize,
    rows: usize,
    outputs: std::ops::Range<usize>,
}

impl Tiles {
    fn new(windows: &Windows, channels: usize, outputs: usize, images: usize) -> Tiles {
        let all = windows.rows.windows;
        let row = windows.layout(1).pitch * windows.stride.min(windows.kernel).pow(2) * channels;
        let most = (PATCH / row)
            .saturating_sub((windows.kernel - 1) / windows.stride)
            .max(1);
        // Tiles of one size, as far as that goes.
        let tiles = all.div_ceil(most);
        let rows = all.div_ceil(tiles);
        let tiles = all.div_ceil(rows);
        let parts = TASKS
            .div_ceil((images * tiles).max(1))
            .min(outputs.div_ceil(FEWEST_ROWS));
        Tiles {
            layout: windows.layout(rows),
            rows,
            tiles,
            parts: parts.max(1),
            images,
            windows: all,
            outputs,
        }
    }

    fn tasks(&self) -> usize {
        self.images * self.tiles * self.parts
    }

    fn tile(&self, task: usize) -> Tile {
        let (part, tile) = (task % self.parts, task / self.parts);
        let first = tile % self.tiles * self.rows;
        let size = self
            .outputs
            .div_ceil(self.parts)
            .next_multiple_of(panel_rows());
        Tile {
            image: tile / self.tiles,
            first,
            rows: self.rows.min(self.windows - first),
            outputs: (part * size).min(self.outputs)..((part + 1) * size).min(self.outputs),
        }
    }

    /// Lends the patch of a tile of `image`.
    fn with_patch(
        &self,
        windows: &Windows,
        image: Source,
        channels: usize,
        tile: &Tile,
        work: impl FnOnce(&[f32]),
    ) {
        with_scratch(windows.patch_len(&self.layout, channels), |patch| {
            Arch::new()
                .dispatch(|| windows.fill(image, channels, tile.first, &self.layout, 0.0, patch));
            work(patch);
        });
    }

    /// Multiplies the tile's rows of `panels` with a patch and hands the product to `write`, with the distance of
    /// its rows.
    fn multiply(
        &self,
        panels: &[f32],
        patch: &[f32],
        channels: usize,
        offsets: &[usize],
        tile: &Tile,
        write: impl FnOnce(&[f32], usize),
    ) {
        let pixels = tile.rows * self.layout.pitch;
        let stride = pixels.next_multiple_of(16) + 16;
        let rows = tile.outputs.len().next_multiple_of(panel_rows());
        with_scratch(rows * stride, |out| {
            Arch::new().dispatch(Product {
                panels: &panels[tile.outputs.start * channels * offsets.len()..],
                rows: tile.outputs.len(),
                channels,
                offsets,
                patch,
                plane: self.layout.plane,
                pixels,
                out: &mut *out,
                stride,
            });
            Arch::new().dispatch(|| write(out, stride));
        });
    }
}
