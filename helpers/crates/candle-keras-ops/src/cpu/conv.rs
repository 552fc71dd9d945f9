//! Convolution and the gradient of its input on slices. Whatever is summed is cut by the shapes alone: no result
//! depends on the threads.

use super::kernel::{MAX_BLOCK, Planes};
use super::patch::{Axis, Source, Windows, leaky};
use super::scratch::Scratch;
use super::sum::{Moments, moments_of};
use super::tiles::{Cut, Tile, Tiles, Weights};
use super::vectorised::vectorised;
use super::winograd::{Finish, Kernel, Winograd};
use crate::slices::Shared;
use rayon::prelude::*;
use std::ops::Range;

/// The sizes of a convolution with Keras' `same` padding: `c` channels of `h` x `w` pixels to `o` channels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Conv {
    pub c: usize,
    pub o: usize,
    pub windows: Windows,
    /// The largest of Winograd's tiles: 4 for inference, 2 where the rounding of many steps adds up.
    pub largest_tile: usize,
}

/// What happens to a product on its way to memory: `leaky_relu(product + shift[channel] + residual, slope)`.
#[derive(Clone, Copy)]
pub(crate) struct Activation<'a> {
    pub shift: &'a [f32],
    /// 1 for none.
    pub slope: f32,
    /// Of the result's shape; only where [`Conv::adds_residual`].
    pub residual: Option<&'a [f32]>,
}

/// A kernel as [`Conv::forward`] multiplies with it: what depends on the weights alone.
#[derive(Debug)]
pub(crate) struct Prepared {
    way: Option<Winograd>,
    panels: Scratch,
}

impl Conv {
    pub fn same(c: usize, o: usize, size: (usize, usize), kernel: usize, stride: usize) -> Conv {
        Conv {
            c,
            o,
            windows: Windows::same(size, kernel, stride),
            largest_tile: 2,
        }
    }

    /// With all ways of computing that are exact enough for a single pass.
    pub fn for_inference(self) -> Conv {
        Conv {
            largest_tile: 4,
            ..self
        }
    }

    pub fn input_len(&self) -> usize {
        self.c * self.windows.rows.size * self.windows.columns.size
    }

    pub fn output_plane(&self) -> usize {
        self.windows.rows.windows * self.windows.columns.windows
    }

    pub fn taps(&self) -> usize {
        self.windows.kernel * self.windows.kernel
    }

    /// Whether [`Activation::residual`] may be given.
    pub fn adds_residual(&self) -> bool {
        Winograd::best(self, self.c, self.o).is_none()
    }

    /// Lays out `kernel`; `scale` multiplies that of each output channel.
    pub fn prepare(&self, kernel: &[f32], scale: Option<&[f32]>) -> Prepared {
        let taps = self.taps();
        let way = Winograd::best(self, self.c, self.o);
        let panels = match way {
            Some(way) => way.transform_kernel(Kernel {
                weights: kernel,
                across: self.c * taps,
                down: taps,
                turned: false,
                scale,
            }),
            None => Weights {
                kernel,
                rows: self.o,
                across: self.c * taps,
                channels: self.c,
                down: taps,
                taps: &(0..taps).collect::<Vec<_>>(),
                scale,
            }
            .pack(),
        };
        Prepared { way, panels }
    }

    /// Whether `prepared`, made from a kernel of the same shape, is laid out as this convolution needs it.
    pub fn takes(&self, prepared: &Prepared) -> bool {
        let tile = |way: Option<Winograd>| way.map(|w| w.m);
        tile(Winograd::best(self, self.c, self.o)) == tile(prepared.way)
    }

    /// The convolution of every image of `x` into `y`; with `moments`, those of each output channel.
    pub fn forward(
        &self,
        x: Source,
        kernel: &Prepared,
        activation: Activation,
        y: &mut [f32],
        moments: bool,
    ) -> Vec<Moments> {
        let panels = &kernel.panels;
        let parts = match Winograd::best(self, self.c, self.o) {
            Some(way) => way.run(x, panels, Finish::Activate(activation), y, moments),
            None => self.forward_directly(x, panels, activation, y, moments),
        };
        if !moments {
            return Vec::new();
        }
        let mut total = vec![Moments::default(); self.o];
        for (outputs, found) in parts {
            for (total, part) in total[outputs].iter_mut().zip(found) {
                *total = total.merge(part);
            }
        }
        total
    }

    /// Moments by task, of which each has some output channels.
    fn forward_directly(
        &self,
        x: Source,
        panels: &[f32],
        activation: Activation,
        y: &mut [f32],
        moments: bool,
    ) -> Vec<(Range<usize>, Vec<Moments>)> {
        let tiles = Tiles::new(
            &self.windows,
            self.c,
            self.o,
            y.len() / (self.o * self.output_plane()),
            if moments { Cut::Shapes } else { Cut::Threads },
        );
        let offsets = &tiles.layout.offsets;
        let shared = Shared::new(y);
        let (width, plane) = (self.windows.columns.windows, self.output_plane());
        let tasks = (0..tiles.tasks()).into_par_iter().map(|task| {
            let tile = tiles.tile(task);
            let image = Source {
                data: &x.data[tile.image * self.input_len()..][..self.input_len()],
                ..x
            };
            let mut found = vec![Moments::default(); if moments { tile.outputs.len() } else { 0 }];
            let patch;
            let (pixels, apart) = match self.pixels_of(x, &tile) {
                Some(pixels) => (pixels, plane),
                None => {
                    patch = tiles.patch(&self.windows, image, self.c, &tile);
                    (&*patch, tiles.layout.plane)
                }
            };
            let start = |o: usize| (tile.image * self.o + o) * plane + tile.first * width;
            if tiles.layout.pitch == width {
                let to = Planes {
                    y: shared,
                    start: start(tile.outputs.start),
                    plane,
                    shift: &activation.shift[tile.outputs.clone()],
                    residual: activation.residual,
                    slope: activation.slope,
                };
                tiles.multiply_into(panels, pixels, apart, self.c, &tile, to);
                if moments {
                    for (found, o) in found.iter_mut().zip(tile.outputs.clone()) {
                        // SAFETY: a task reads what it wrote.
                        let y = unsafe { shared.slice(start(o), tile.rows * width) };
                        *found = moments_of(y);
                    }
                }
                return (tile.outputs, found);
            }
            let (products, across) = tiles.multiply(panels, pixels, apart, self.c, offsets, &tile);
            for (row, o) in tile.outputs.clone().enumerate() {
                let start = start(o);
                // SAFETY: a task writes the rows of its own image, tile and channels alone.
                let y = unsafe { shared.slice(start, tile.rows * width) };
                let product = &products[row * across..][..across];
                let (shift, pitch) = (activation.shift[o], tiles.layout.pitch);
                let residual = activation.residual.map(|r| &r[start..][..y.len()]);
                finish_rows(product, pitch, shift, residual, activation.slope, y, width);
                if moments {
                    found[row] = moments_of(y);
                }
            }
            (tile.outputs, found)
        });
        tasks.collect()
    }

    /// The input itself as the patch of a tile, where windows are single pixels to which nothing is to be done, and
    /// where enough values follow for the kernels to read beyond the last.
    fn pixels_of<'a>(&self, x: Source<'a>, tile: &Tile) -> Option<&'a [f32]> {
        let plane = self.output_plane();
        let width = self.windows.columns.windows;
        let pixels = &x.data[tile.image * self.input_len() + tile.first * width..];
        let used = (self.c - 1) * plane + tile.rows * width + MAX_BLOCK;
        let single = self.taps() == 1 && self.windows.stride == 1;
        (single && x.affine.is_none() && pixels.len() >= used).then_some(pixels)
    }

    /// Gradient of the input, written over `dx` or added to it.
    ///
    /// An input pixel's row, counted from the first row of padding, is `u * stride + phase`; window places `phase`,
    /// `phase + stride`, .. reach it, from the output rows `u`, `u - 1`, .. So each pair of phases is a convolution
    /// of the output's gradient with a part of the kernel, and stride 1 has one phase.
    pub fn input_gradient(&self, kernel: &[f32], dy: &[f32], dx: &mut [f32], accumulate: bool) {
        if let Some(way) = Winograd::best(self, self.o, self.c) {
            let kernel = Kernel {
                weights: kernel,
                across: self.taps(),
                down: self.c * self.taps(),
                turned: true,
                scale: None,
            };
            way.run(
                dy.into(),
                &way.transform_kernel(kernel),
                Finish::Put { accumulate },
                dx,
                false,
            );
            return;
        }
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
        let tiles = Tiles::new(&windows, self.o, self.c, images, Cut::Threads);
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
            let patch = tiles.patch(&windows, image, self.o, &tile);
            for (phase, (panels, offsets)) in phases.iter().enumerate() {
                let (i, j) = (phase / stride, phase % stride);
                // The first pixel of this phase inside the picture.
                let skip = usize::from(first_column * stride + j < columns.before);
                let x = ((first_column + skip) * stride + j - columns.before).min(columns.size);
                let (products, across) =
                    tiles.multiply(panels, &patch, tiles.layout.plane, self.o, offsets, &tile);
                for (row, c) in tile.outputs.clone().enumerate() {
                    for r in 0..tile.rows {
                        let y = (first_row + tile.first + r) * stride + i;
                        let y = y.wrapping_sub(rows.before);
                        if y >= rows.size {
                            continue;
                        }
                        let start = (tile.image * self.c + c) * plane + y * columns.size;
                        // SAFETY: a task writes its own image, channels and rows: rows of different tiles have
                        // different `u`, those of one tile different `u` or phase.
                        let dx = unsafe { shared.slice(start + x, columns.size - x) };
                        let product = &products[row * across + r * tiles.layout.pitch..];
                        put(&product[skip..u_columns.windows], stride, accumulate, dx);
                    }
                }
            }
        });
    }
}

vectorised! {
    /// `y = leaky_relu(product + shift + residual, slope)` for rows of `width`, in the product `pitch` apart.
    fn finish_rows<'a>(
        product: &'a [f32],
        pitch: usize,
        shift: f32,
        residual: Option<&'a [f32]>,
        slope: f32,
        y: &'a mut [f32],
        width: usize,
    ) {
        for (r, (product, y)) in product.chunks(pitch).zip(y.chunks_exact_mut(width)).enumerate() {
            match residual {
                Some(residual) => {
                    let residual = &residual[r * width..][..width];
                    for (y, (v, r)) in y.iter_mut().zip(product.iter().zip(residual)) {
                        *y = leaky(v + shift + r, slope);
                    }
                }
                None if slope == 1.0 => {
                    for (y, v) in y.iter_mut().zip(product) {
                        *y = v + shift;
                    }
                }
                None => {
                    for (y, v) in y.iter_mut().zip(product) {
                        *y = leaky(v + shift, slope);
                    }
                }
            }
        }
    }

    /// Writes values over every `stride`th element of `dx`, or adds them.
    pub(crate) fn put<'a>(values: &'a [f32], stride: usize, accumulate: bool, dx: &'a mut [f32]) {
        if stride == 1 {
            if accumulate {
                dx.iter_mut().zip(values).for_each(|(d, v)| *d += v);
            } else {
                dx.iter_mut().zip(values).for_each(|(d, v)| *d = *v);
            }
        } else {
            let pixels = dx.iter_mut().step_by(stride).zip(values);
            if accumulate {
                pixels.for_each(|(d, v)| *d += v);
            } else {
                pixels.for_each(|(d, v)| *d = *v);
            }
        }
    }
}
