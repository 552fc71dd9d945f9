//! Winograd's minimal filtering for 3x3 windows of stride 1 (Lavin and Gray 2015, <https://arxiv.org/abs/1509.09308>).
//!
//! A tile of `m` x `m` results comes from `(m + 2)^2` products a channel instead of `9 m^2`: 2.25 times fewer for
//! `m = 2`, 4 times for `m = 4`. Inputs and results are transformed by a few additions each; the products of all
//! tiles and channels are `(m + 2)^2` matrix products. The larger tile loses about a digit to rounding.

use super::conv::{Activation, Conv, put};
use super::kernel::{Product, To, panel_rows};
use super::patch::{Axis, Source, Windows, leaky};
use super::scratch::Scratch;
use super::sum::{Moments, moments_of};
use super::tiles::{Cut, Tile, Tiles};
use super::vectorised::vectorised;
use crate::slices::Shared;
use pulp::{Arch, Simd, WithSimd};
use rayon::prelude::*;

/// Cost of a transformed product relative to a direct one: the share of the transforms.
const OVERHEAD: f64 = 1.4;
/// Channels below which the transforms cost more than the products.
const FEWEST_CHANNELS: usize = 32;
/// Elements between the matrices of two window places beyond their size, so that they do not fight for the same
/// places in the cache.
const APART: usize = 48;
/// Elements of a task's transformed input and results together.
const TRANSFORMED: usize = 704 << 10;

/// A 3x3 convolution of stride 1 by tiles: `c` channels of a picture to `o`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Winograd {
    c: usize,
    o: usize,
    /// Results a tile, in each direction: 2 or 4.
    pub m: usize,
    rows: Axis,
    columns: Axis,
}

/// Where the weight of output `o`, input `c` and place `t` lies: `o across + c down + t`, the places backwards where
/// `turned`.
#[derive(Clone, Copy)]
pub(crate) struct Kernel<'a> {
    pub weights: &'a [f32],
    pub across: usize,
    pub down: usize,
    pub turned: bool,
    pub scale: Option<&'a [f32]>,
}

/// What becomes of the results.
#[derive(Clone, Copy)]
pub(crate) enum Finish<'a> {
    Activate(Activation<'a>),
    Put { accumulate: bool },
}

impl Winograd {
    /// The way with the fewest products, if that is not the direct one. `from` and `to`: channels read and written.
    pub fn best(conv: &Conv, from: usize, to: usize) -> Option<Winograd> {
        let Windows {
            rows,
            columns,
            kernel,
            stride,
        } = conv.windows;
        if kernel != 3 || stride != 1 || from < FEWEST_CHANNELS || to < FEWEST_CHANNELS {
            return None;
        }
        let direct = 9 * (rows.windows * (columns.windows + 2)).next_multiple_of(16);
        [2usize, 4]
            .map(|m| {
                let way = Winograd {
                    c: from,
                    o: to,
                    m,
                    rows,
                    columns,
                };
                let (_, vectors) = way.tiles(1, Cut::Shapes);
                (way, OVERHEAD * (16 * vectors * (m + 2).pow(2)) as f64)
            })
            .into_iter()
            .filter(|(way, cost)| way.m <= conv.largest_tile && *cost < direct as f64)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(way, _)| way)
    }

    /// The tiles as windows over the picture.
    fn windows(&self) -> Windows {
        let axis = |a: Axis| Axis {
            windows: a.windows.div_ceil(self.m),
            ..a
        };
        Windows {
            rows: axis(self.rows),
            columns: axis(self.columns),
            kernel: self.m + 2,
            stride: self.m,
        }
    }

    /// The parts that the rows of tiles of an image are cut into, and the vectors to multiply there: those that are
    /// filled best.
    fn tiles(&self, images: usize, cut: Cut) -> (usize, usize) {
        let windows = self.windows();
        let pitch = windows.layout(1).pitch;
        let row = (self.m + 2).pow(2) * (self.c + self.o) * pitch;
        let all = windows.rows.windows;
        let most = (TRANSFORMED / row).clamp(1, all);
        let vectors = |parts: usize| {
            let (rows, larger) = (all / parts, all % parts);
            let of = |rows: usize| (rows * pitch).div_ceil(16);
            larger * of(rows + 1) + (parts - larger) * of(rows)
        };
        let fewest = all.div_ceil(most);
        (fewest..=all)
            .filter(|parts| cut.is_even(images * parts))
            .map(|parts| (parts, vectors(parts)))
            .min_by_key(|(_, vectors)| *vectors)
            .unwrap_or((fewest, vectors(fewest)))
    }

    /// All images of `x` into `y`, by the `panels` of [`Winograd::transform_kernel`]; moments as in [`Conv::forward`].
    pub fn run(
        &self,
        x: Source,
        panels: &[f32],
        finish: Finish,
        y: &mut [f32],
        moments: bool,
    ) -> Vec<(std::ops::Range<usize>, Vec<Moments>)> {
        let windows = self.windows();
        let (input, plane) = (
            self.c * self.rows.size * self.columns.size,
            self.rows.windows * self.columns.windows,
        );
        let images = y.len() / (self.o * plane);
        let cut = if moments { Cut::Shapes } else { Cut::Threads };
        let (parts, _) = self.tiles(images, cut);
        let tiles = Tiles::of_number(&windows, parts, self.o, images);
        let shared = Shared::new(y);
        let tasks = (0..tiles.tasks()).into_par_iter().map(|task| {
            let tile = tiles.tile(task);
            let image = Source {
                data: &x.data[tile.image * input..][..input],
                ..x
            };
            let (products, apart, across) = self.multiply(&tiles, &windows, image, panels, &tile);
            let height = (self.m * tile.rows).min(self.rows.windows - self.m * tile.first);
            let pitch = tiles.layout.pitch;
            let mut results = Scratch::new(self.m * self.m * across);
            let mut found = Vec::new();
            for (row, o) in tile.outputs.clone().enumerate() {
                Arch::new().dispatch(Output {
                    m: self.m,
                    products: &products[row * across..],
                    apart,
                    pixels: tile.rows * pitch,
                    results: &mut results,
                    across,
                });
                let width = self.columns.windows;
                let start = (tile.image * self.o + o) * plane + self.m * tile.first * width;
                // SAFETY: a task writes the rows of its own image, tile and channels alone.
                let y = unsafe { shared.slice(start, height * width) };
                let (shift, slope, accumulate) = match finish {
                    Finish::Activate(a) => (a.shift[o], a.slope, false),
                    Finish::Put { accumulate } => (0.0, 1.0, accumulate),
                };
                for (r, y) in y.chunks_exact_mut(width).enumerate() {
                    let first = r % self.m * self.m * across + r / self.m * pitch;
                    let results = &results[first..];
                    if accumulate {
                        for j in 0..self.m {
                            put(
                                &results[j * across..][..pitch - 1],
                                self.m,
                                true,
                                &mut y[j.min(width)..],
                            );
                        }
                    } else if self.m == 2 {
                        interleave_2(results, across, shift, slope, y);
                    } else {
                        interleave_4(results, across, shift, slope, y);
                    }
                }
                if moments {
                    found.push(moments_of(y));
                }
            }
            (tile.outputs, found)
        });
        tasks.collect()
    }

    /// The kernel's `(m + 2)^2` matrices as panels.
    pub fn transform_kernel(&self, kernel: Kernel) -> Scratch {
        let height = panel_rows();
        let places = (self.m + 2).pow(2);
        let matrix = self.o.next_multiple_of(height) * self.c;
        let mut panels = Scratch::new(places * matrix);
        let shared = Shared::new(&mut panels);
        (0..matrix / (self.c * height))
            .into_par_iter()
            .for_each(|panel| {
                let first = panel * height;
                let rows = height.min(self.o - first);
                let places = (0..places).map(|t| {
                    // SAFETY: one task a panel.
                    unsafe { shared.slice(t * matrix + first * self.c, self.c * height) }
                });
                let mut places = places.collect::<Vec<_>>();
                transform_panel(self.m, self.c, kernel, first, rows, &mut places);
            });
        panels
    }

    /// The products of a task, with the distances of their matrices and rows.
    fn multiply(
        &self,
        tiles: &Tiles,
        windows: &Windows,
        image: Source,
        panels: &[f32],
        tile: &Tile,
    ) -> (Scratch, usize, usize) {
        let height = panel_rows();
        let places = (self.m + 2).pow(2);
        let pixels = tile.rows * tiles.layout.pitch;
        let stride = pixels.next_multiple_of(16) + 16;
        let patch = tiles.patch(windows, image, self.c, tile);
        let inputs = self.c * stride + APART;
        let mut transformed = Scratch::new(places * inputs);
        Arch::new().dispatch(Input {
            m: self.m,
            channels: self.c,
            patch: &patch,
            plane: tiles.layout.plane,
            offsets: &tiles.layout.offsets,
            pixels,
            out: &mut transformed,
            apart: inputs,
            stride,
        });
        let outputs = tile.outputs.len().next_multiple_of(height) * stride + APART;
        let mut products = Scratch::new(places * outputs);
        let matrix = self.o.next_multiple_of(height) * self.c;
        for t in 0..places {
            Arch::new().dispatch(Product {
                panels: &panels[t * matrix + tile.outputs.start * self.c..],
                rows: tile.outputs.len(),
                channels: self.c,
                offsets: &[0],
                patch: &transformed[t * inputs..][..inputs],
                plane: stride,
                pixels,
                to: To::Rows {
                    out: &mut products[t * outputs..][..outputs],
                    stride,
                },
            });
        }
        (products, outputs, stride)
    }
}

/// The transform of the input under each tile, `B' d B`.
struct Input<'a> {
    m: usize,
    channels: usize,
    patch: &'a [f32],
    plane: usize,
    offsets: &'a [usize],
    pixels: usize,
    /// `[place][channel][pixel]`, places `apart`, channels `stride` apart.
    out: &'a mut [f32],
    apart: usize,
    stride: usize,
}

impl WithSimd for Input<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        if self.m == 2 {
            self.run::<S, 4>(simd);
        } else {
            self.run::<S, 6>(simd);
        }
    }
}

impl Input<'_> {
    #[inline(always)]
    fn run<S: Simd, const N: usize>(self, simd: S) {
        let width = self.pixels.next_multiple_of(S::F32_LANES);
        let reach = self.offsets.iter().max().copied().unwrap_or(0);
        let channels = self.channels.saturating_sub(1);
        assert!(self.offsets.len() == N * N && self.stride >= width);
        assert!(self.patch.len() >= channels * self.plane + reach + width);
        assert!(self.out.len() >= (N * N - 1) * self.apart + channels * self.stride + width);
        for channel in 0..self.channels {
            for pixel in (0..width).step_by(S::F32_LANES) {
                // SAFETY: the assertions above bound the largest read and the largest write.
                unsafe {
                    let from = self.patch.as_ptr().add(channel * self.plane + pixel);
                    let to = self.out.as_mut_ptr().add(channel * self.stride + pixel);
                    let mut d = [[simd.splat_f32s(0.0); N]; N];
                    for (i, d) in d.iter_mut().enumerate() {
                        for (j, d) in d.iter_mut().enumerate() {
                            *d = from
                                .add(self.offsets[i * N + j])
                                .cast::<S::f32s>()
                                .read_unaligned();
                        }
                        *d = input_line(simd, *d);
                    }
                    for j in 0..N {
                        let mut column = [simd.splat_f32s(0.0); N];
                        for (c, d) in column.iter_mut().zip(&d) {
                            *c = d[j];
                        }
                        for (i, v) in input_line(simd, column).into_iter().enumerate() {
                            to.add((i * N + j) * self.apart)
                                .cast::<S::f32s>()
                                .write_unaligned(v);
                        }
                    }
                }
            }
        }
    }
}

/// The transform of the products back to results, `A' p A`, of one output channel.
struct Output<'a> {
    m: usize,
    /// `[place][pixel]`, places `apart`.
    products: &'a [f32],
    apart: usize,
    pixels: usize,
    /// `[row in tile][column in tile][pixel]`, `across` apart.
    results: &'a mut [f32],
    across: usize,
}

impl WithSimd for Output<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        if self.m == 2 {
            self.run::<S, 4, 2>(simd);
        } else {
            self.run::<S, 6, 4>(simd);
        }
    }
}

impl Output<'_> {
    #[inline(always)]
    fn run<S: Simd, const N: usize, const M: usize>(self, simd: S) {
        let width = self.pixels.next_multiple_of(S::F32_LANES);
        assert!(self.products.len() >= (N * N - 1) * self.apart + width);
        assert!(self.across >= width && self.results.len() >= M * M * self.across);
        for pixel in (0..width).step_by(S::F32_LANES) {
            // SAFETY: the assertions above bound the largest read and the largest write.
            unsafe {
                let from = self.products.as_ptr().add(pixel);
                let to = self.results.as_mut_ptr().add(pixel);
                let mut lines = [[simd.splat_f32s(0.0); M]; N];
                for (i, line) in lines.iter_mut().enumerate() {
                    let mut p = [simd.splat_f32s(0.0); N];
                    for (j, p) in p.iter_mut().enumerate() {
                        *p = from
                            .add((i * N + j) * self.apart)
                            .cast::<S::f32s>()
                            .read_unaligned();
                    }
                    *line = output_line(simd, p);
                }
                for j in 0..M {
                    let mut column = [simd.splat_f32s(0.0); N];
                    for (c, line) in column.iter_mut().zip(&lines) {
                        *c = line[j];
                    }
                    let results: [S::f32s; M] = output_line(simd, column);
                    for (i, v) in results.into_iter().enumerate() {
                        to.add((i * M + j) * self.across)
                            .cast::<S::f32s>()
                            .write_unaligned(v);
                    }
                }
            }
        }
    }
}

/// `B'` times a line of N = m + 2 inputs.
#[inline(always)]
fn input_line<S: Simd, const N: usize>(simd: S, d: [S::f32s; N]) -> [S::f32s; N] {
    let (add, sub) = (|a, b| simd.add_f32s(a, b), |a, b| simd.sub_f32s(a, b));
    let mut out = d;
    if N == 4 {
        out[0] = sub(d[0], d[2]);
        out[1] = add(d[1], d[2]);
        out[2] = sub(d[2], d[1]);
        out[3] = sub(d[1], d[3]);
    } else {
        let times = |f: f32, a, b| simd.mul_add_e_f32s(simd.splat_f32s(f), a, b);
        let (even, odd) = (times(-4.0, d[2], d[4]), times(-4.0, d[1], d[3]));
        let (far, near) = (sub(d[4], d[2]), sub(d[3], d[1]));
        out[0] = times(4.0, d[0], times(-5.0, d[2], d[4]));
        out[1] = add(even, odd);
        out[2] = sub(even, odd);
        out[3] = times(2.0, near, far);
        out[4] = times(-2.0, near, far);
        out[5] = times(4.0, d[1], times(-5.0, d[3], d[5]));
    }
    out
}

/// `A'` times a line of N products: M = N - 2 results.
#[inline(always)]
fn output_line<S: Simd, const N: usize, const M: usize>(simd: S, p: [S::f32s; N]) -> [S::f32s; M] {
    let (add, sub) = (|a, b| simd.add_f32s(a, b), |a, b| simd.sub_f32s(a, b));
    let mut out = [p[0]; M];
    if M == 2 {
        out[0] = add(add(p[0], p[1]), p[2]);
        out[1] = sub(sub(p[1], p[2]), p[3]);
    } else {
        let times = |f: f32, a, b| simd.mul_add_e_f32s(simd.splat_f32s(f), a, b);
        let (sum, difference) = (add(p[1], p[2]), sub(p[1], p[2]));
        let (sum_2, difference_2) = (add(p[3], p[4]), sub(p[3], p[4]));
        out[0] = add(add(p[0], sum), sum_2);
        out[1] = times(2.0, difference_2, difference);
        out[2] = times(4.0, sum_2, sum);
        out[3] = times(8.0, difference_2, add(difference, p[5]));
    }
    out
}

/// The kernels of eight outputs at one place.
type Outputs = [f32; 8];

/// `G` times a line of three weights, of which m + 2 are used.
#[inline(always)]
fn kernel_line(m: usize, g: [Outputs; 3]) -> [Outputs; 6] {
    let mut out = [[0f32; 8]; 6];
    for o in 0..8 {
        let (ends, middle) = (g[0][o] + g[2][o], g[1][o]);
        let of_one = if m == 2 {
            let (sum, difference) = (0.5 * (ends + middle), 0.5 * (ends - middle));
            [g[0][o], sum, difference, g[2][o], 0.0, 0.0]
        } else {
            let far = g[0][o] * (1.0 / 24.0) + g[2][o] * (1.0 / 6.0);
            let near = middle * (1.0 / 12.0);
            [
                0.25 * g[0][o],
                (-1.0 / 6.0) * (ends + middle),
                (-1.0 / 6.0) * (ends - middle),
                far + near,
                far - near,
                g[2][o],
            ]
        };
        for (out, v) in out.iter_mut().zip(of_one) {
            out[o] = v;
        }
    }
    out
}

vectorised! {
    /// `G g G'` of the kernels of some outputs, `[place][channel][output]`.
    fn transform_panel<'a>(
        m: usize,
        channels: usize,
        kernel: Kernel<'a>,
        first: usize,
        rows: usize,
        places: &'a mut [&'a mut [f32]],
    ) {
        let (n, height) = (m + 2, panel_rows());
        let mut scales = [0f32; 8];
        for (row, scale) in scales.iter_mut().enumerate().take(rows) {
            *scale = kernel.scale.map_or(1.0, |s| s[first + row]);
        }
        for channel in 0..channels {
            let mut g = [[0f32; 8]; 9];
            for row in 0..rows {
                let weights = &kernel.weights[(first + row) * kernel.across + channel * kernel.down..][..9];
                for (t, g) in g.iter_mut().enumerate() {
                    g[row] = scales[row] * weights[if kernel.turned { 8 - t } else { t }];
                }
            }
            let lines = [0, 1, 2].map(|i| kernel_line(m, [g[3 * i], g[3 * i + 1], g[3 * i + 2]]));
            for j in 0..n {
                let column = kernel_line(m, [lines[0][j], lines[1][j], lines[2][j]]);
                for (i, v) in column.iter().enumerate().take(n) {
                    let place = &mut places[i * n + j][channel * height..][..height];
                    // A length known at compile time is copied without a call.
                    match place.first_chunk_mut::<8>() {
                        Some(place) => *place = *v,
                        None => place.copy_from_slice(&v[..height]),
                    }
                }
            }
        }
    }

    /// A row of results from those of even and odd columns, with the activation.
    fn interleave_2<'a>(results: &'a [f32], across: usize, shift: f32, slope: f32, y: &'a mut [f32]) {
        let (pairs, last) = y.as_chunks_mut::<2>();
        let (even, odd) = (&results[..pairs.len() + last.len()], &results[across..][..pairs.len()]);
        for ((pair, a), b) in pairs.iter_mut().zip(even).zip(odd) {
            *pair = [a, b].map(|v| leaky(v + shift, slope));
        }
        if let [last] = last {
            *last = leaky(even[pairs.len()] + shift, slope);
        }
    }

    /// The same from every fourth column.
    fn interleave_4<'a>(results: &'a [f32], across: usize, shift: f32, slope: f32, y: &'a mut [f32]) {
        let (fours, last) = y.as_chunks_mut::<4>();
        let n = fours.len();
        let [a, b, c, d] = [0, 1, 2, 3].map(|j| &results[j * across..][..n]);
        for (i, four) in fours.iter_mut().enumerate() {
            *four = [a[i], b[i], c[i], d[i]].map(|v| leaky(v + shift, slope));
        }
        for (j, last) in last.iter_mut().enumerate() {
            *last = leaky(results[j * across + n] + shift, slope);
        }
    }
}
