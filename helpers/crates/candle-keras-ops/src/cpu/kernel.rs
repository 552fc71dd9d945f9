//! The two inner kernels of convolution, written once for every vector width.
//!
//! Both hold a block of the result in registers: 8 rows by 3 vectors where there are 32 vector registers (AVX-512,
//! NEON), 4 by 3 where there are 16 (AVX2). `pulp` finds the processor's instructions at run time.

use crate::slices::Shared;
use pulp::{Arch, Simd, WithSimd};

/// Vectors a block of the result is wide.
const VECTORS: usize = 3;
/// The most pixels a block is wide: three vectors of AVX-512.
pub(crate) const MAX_BLOCK: usize = VECTORS * 16;

/// Rows of a register block for vectors of `S`.
const fn block_rows<S: Simd>() -> usize {
    // AVX2's 16 registers hold 12 sums, three operands and a factor.
    if size_of::<S::f32s>() == 32 { 4 } else { 8 }
}

/// Rows of the panels that [`Product`] expects on this machine.
pub(crate) fn panel_rows() -> usize {
    struct Rows;
    impl WithSimd for Rows {
        type Output = usize;
        #[inline(always)]
        fn with_simd<S: Simd>(self, _: S) -> usize {
            block_rows::<S>()
        }
    }
    Arch::new().dispatch(Rows)
}

/// `sum[row][pixel] = sum over channel and tap of panels[row][channel][tap] patch[channel][pixel + offset[tap]]`.
pub(crate) struct Product<'a> {
    /// The matrix, as `[row / panel_rows][channel][tap][row % panel_rows]`.
    pub panels: &'a [f32],
    pub rows: usize,
    pub channels: usize,
    /// Where each tap reads, relative to the output pixel.
    pub offsets: &'a [usize],
    /// Input, `[channel][plane]`; [`MAX_BLOCK`] elements beyond the last one used must exist.
    pub patch: &'a [f32],
    pub plane: usize,
    pub pixels: usize,
    pub to: To<'a>,
}

/// Where a product goes.
pub(crate) enum To<'a> {
    /// Rows `stride` apart; a multiple of the panel's rows, each with room for the pixels rounded up to a vector.
    Rows { out: &'a mut [f32], stride: usize },
    /// The result itself, of which no pixel beyond the last is touched.
    Planes(Planes<'a>),
}

/// `y[start + row plane + pixel] = leaky_relu(sum[row][pixel] + shift[row] + residual, slope)`, `residual` as `y`.
#[derive(Clone, Copy)]
pub(crate) struct Planes<'a> {
    /// In which nobody else writes these places.
    pub y: Shared,
    pub start: usize,
    pub plane: usize,
    pub shift: &'a [f32],
    pub residual: Option<&'a [f32]>,
    pub slope: f32,
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        if block_rows::<S>() == 4 {
            self.run::<S, 4>(simd);
        } else {
            self.run::<S, 8>(simd);
        }
    }
}

impl Product<'_> {
    #[inline(always)]
    fn run<S: Simd, const ROWS: usize>(mut self, simd: S) {
        let depth = self.channels * self.offsets.len();
        let panels = self.rows.div_ceil(ROWS);
        let width = self.pixels.next_multiple_of(S::F32_LANES);
        let reach = self.offsets.iter().max().copied().unwrap_or(0);
        assert!(self.panels.len() >= panels * ROWS * depth);
        if let To::Rows { out, stride } = &self.to {
            let last = (panels * ROWS).saturating_sub(1);
            assert!(*stride >= width && out.len() >= last * stride + width);
        }
        assert!(self.patch.len() >= self.channels.saturating_sub(1) * self.plane + reach + width);
        let mut pixel = 0;
        while pixel < width {
            let vectors = match (width - pixel) / S::F32_LANES {
                // Two and two rather than three and one, which would wait for its loads.
                4 => 2,
                left => left.min(VECTORS),
            };
            for panel in 0..panels {
                // SAFETY: the assertions above: a panel holds `depth` times ROWS factors; the reads of the patch end
                // at most at (channels - 1) plane + reach + width; rows have room for whole vectors.
                unsafe {
                    match vectors {
                        3 => self.block::<S, ROWS, 3>(simd, panel, pixel),
                        2 => self.block::<S, ROWS, 2>(simd, panel, pixel),
                        _ => self.block::<S, ROWS, 1>(simd, panel, pixel),
                    }
                }
            }
            pixel += vectors * S::F32_LANES;
        }
    }

    /// # Safety
    /// The panel holds `channels taps ROWS` factors; N vectors from `pixel` on exist at every offset of the patch,
    /// and in [`To::Rows`].
    #[inline(always)]
    unsafe fn block<S: Simd, const ROWS: usize, const N: usize>(
        &mut self,
        simd: S,
        panel: usize,
        pixel: usize,
    ) {
        let depth = self.channels * self.offsets.len();
        // SAFETY: within what the caller promises.
        let (mut a, b) = unsafe {
            let a = self.panels.as_ptr().add(panel * ROWS * depth);
            (a, self.patch.as_ptr().add(pixel))
        };
        let mut sums = [[simd.splat_f32s(0.0); N]; ROWS];
        for channel in 0..self.channels {
            for offset in self.offsets {
                // SAFETY: within what the caller promises.
                unsafe {
                    let b = b.add(channel * self.plane + offset).cast::<S::f32s>();
                    let mut values = [simd.splat_f32s(0.0); N];
                    for (v, value) in values.iter_mut().enumerate() {
                        *value = b.add(v).read_unaligned();
                    }
                    for (row, sums) in sums.iter_mut().enumerate() {
                        let factor = simd.splat_f32s(*a.add(row));
                        for (sum, value) in sums.iter_mut().zip(&values) {
                            *sum = simd.mul_add_e_f32s(factor, *value, *sum);
                        }
                    }
                    a = a.add(ROWS);
                }
            }
        }
        match &mut self.to {
            To::Rows { out, stride } => {
                for (row, sums) in sums.iter().enumerate() {
                    for (v, sum) in sums.iter().enumerate() {
                        // SAFETY: within what the caller promises.
                        unsafe {
                            let out = out.as_mut_ptr().add((panel * ROWS + row) * *stride + pixel);
                            out.cast::<S::f32s>().add(v).write_unaligned(*sum);
                        }
                    }
                }
            }
            To::Planes(planes) => {
                let rows = self.rows - panel * ROWS;
                planes.finish(simd, sums, (panel * ROWS, rows), (pixel, self.pixels));
            }
        }
    }
}

impl Planes<'_> {
    /// Writes a block: from `row` on as many `rows` as there are, from `pixel` on up to the last of `pixels`.
    #[inline(always)]
    fn finish<S: Simd, const ROWS: usize, const N: usize>(
        &self,
        simd: S,
        sums: [[S::f32s; N]; ROWS],
        (row, rows): (usize, usize),
        (pixel, pixels): (usize, usize),
    ) {
        let slope = simd.splat_f32s(self.slope);
        for (r, sums) in sums.into_iter().enumerate() {
            if r >= rows {
                continue;
            }
            let shift = simd.splat_f32s(self.shift[row + r]);
            for (v, sum) in sums.into_iter().enumerate() {
                let first = pixel + v * S::F32_LANES;
                let lanes = S::F32_LANES.min(pixels.saturating_sub(first));
                let start = self.start + (row + r) * self.plane + first;
                let mut value = simd.add_f32s(sum, shift);
                if let Some(residual) = self.residual {
                    let residual = simd.partial_load_f32s(&residual[start..][..lanes]);
                    value = simd.add_f32s(value, residual);
                }
                let positive = simd.greater_than_or_equal_f32s(value, simd.splat_f32s(0.0));
                value = simd.select_f32s(positive, value, simd.mul_f32s(slope, value));
                // SAFETY: nobody else writes there.
                let y = unsafe { self.y.slice(start, lanes) };
                simd.partial_store_f32s(y, value);
            }
        }
    }
}

/// `out[row][channel][tap] += sum over pixel of left[row][pixel] patch[channel][pixel + offset[tap]]`: the gradient
/// of a convolution's kernel.
pub(crate) struct Correlation<'a> {
    /// Rows `left_stride` apart, zero from `pixels` on up to the next vector; a multiple of the panel's rows.
    pub left: &'a [f32],
    pub left_stride: usize,
    pub rows: usize,
    pub channels: usize,
    pub offsets: &'a [usize],
    /// Input, `[channel][plane]`; [`MAX_BLOCK`] finite elements beyond the last one used must exist.
    pub patch: &'a [f32],
    pub plane: usize,
    pub pixels: usize,
    pub out: &'a mut [f32],
}

/// Pixels that are summed in registers before the lanes are added up.
pub(crate) const RUN: usize = 1024;

impl WithSimd for Correlation<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        if block_rows::<S>() == 4 {
            self.run::<S, 4>(simd);
        } else {
            self.run::<S, 8>(simd);
        }
    }
}

impl Correlation<'_> {
    #[inline(always)]
    fn run<S: Simd, const ROWS: usize>(mut self, simd: S) {
        let taps = self.offsets.len();
        let depth = self.channels * taps;
        let blocks = self.rows.div_ceil(ROWS);
        let width = self.pixels.next_multiple_of(S::F32_LANES);
        let reach = self.offsets.iter().max().copied().unwrap_or(0);
        assert!(self.out.len() >= self.rows * depth && self.left_stride >= width);
        assert!(self.left.len() >= (blocks * ROWS).saturating_sub(1) * self.left_stride + width);
        assert!(self.patch.len() >= self.channels.saturating_sub(1) * self.plane + reach + width);
        let runs = width.div_ceil(RUN).max(1);
        let run = width.div_ceil(runs).next_multiple_of(S::F32_LANES);
        for start in (0..width).step_by(run.max(1)) {
            let vectors = run.min(width - start) / S::F32_LANES;
            for block in 0..blocks {
                let mut column = 0;
                while column < depth {
                    let n = (depth - column).min(VECTORS);
                    // SAFETY: the assertions above bound every row of `left` and every shifted plane of the patch.
                    unsafe {
                        match n {
                            3 => self.block::<S, ROWS, 3>(simd, block, column, start, vectors),
                            2 => self.block::<S, ROWS, 2>(simd, block, column, start, vectors),
                            _ => self.block::<S, ROWS, 1>(simd, block, column, start, vectors),
                        }
                    }
                    column += n;
                }
            }
        }
    }

    /// # Safety
    /// `start + vectors * LANES` pixels exist in each of the rows and planes that the block reads.
    #[inline(always)]
    unsafe fn block<S: Simd, const ROWS: usize, const N: usize>(
        &mut self,
        simd: S,
        block: usize,
        column: usize,
        start: usize,
        vectors: usize,
    ) {
        let taps = self.offsets.len();
        let mut sums = [[simd.splat_f32s(0.0); N]; ROWS];
        // SAFETY: within what the caller promises.
        unsafe {
            let left = self
                .left
                .as_ptr()
                .add(block * ROWS * self.left_stride + start);
            let mut right = [self.patch.as_ptr(); N];
            for (n, right) in right.iter_mut().enumerate() {
                let (channel, tap) = ((column + n) / taps, (column + n) % taps);
                *right = right.add(channel * self.plane + self.offsets[tap] + start);
            }
            for v in 0..vectors {
                let at = v * S::F32_LANES;
                let mut values = [simd.splat_f32s(0.0); N];
                for (value, right) in values.iter_mut().zip(&right) {
                    *value = right.add(at).cast::<S::f32s>().read_unaligned();
                }
                for (row, sums) in sums.iter_mut().enumerate() {
                    let l = left
                        .add(row * self.left_stride + at)
                        .cast::<S::f32s>()
                        .read_unaligned();
                    for (sum, value) in sums.iter_mut().zip(&values) {
                        *sum = simd.mul_add_e_f32s(l, *value, *sum);
                    }
                }
            }
        }
        // All of them, so that the loops have no end known only at run time and the sums stay in registers.
        let mut totals = [[0f32; N]; ROWS];
        for (totals, sums) in totals.iter_mut().zip(&sums) {
            for (total, sum) in totals.iter_mut().zip(sums) {
                *total = simd.reduce_sum_f32s(*sum);
            }
        }
        let depth = self.channels * taps;
        let rows = ROWS.min(self.rows - block * ROWS);
        for (row, totals) in totals.iter().enumerate().take(rows) {
            let out = &mut self.out[(block * ROWS + row) * depth + column..][..N];
            for (out, total) in out.iter_mut().zip(totals) {
                *out += total;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(n: usize, pace: f32) -> Vec<f32> {
        (0..n).map(|i| (i as f32 * pace).sin()).collect()
    }

    /// Both kernels against sums written out, with rows and pixels that fill no block.
    fn check<S: Simd>(simd: S) {
        let height = block_rows::<S>();
        let (rows, channels, plane, pixels, stride) = (11, 5, 96, 53, 64);
        let offsets = [0, 1, 9, 20];
        let weights = numbers(rows * channels * offsets.len(), 0.7);
        let patch = numbers(channels * plane + MAX_BLOCK, 0.3);
        let depth = channels * offsets.len();
        let all = rows.next_multiple_of(height);
        let mut panels = vec![0f32; all * depth];
        for row in 0..rows {
            for d in 0..depth {
                panels[(row / height * depth + d) * height + row % height] =
                    weights[row * depth + d];
            }
        }
        let mut out = vec![0f32; all * stride];
        simd.vectorize(Product {
            panels: &panels,
            rows,
            channels,
            offsets: &offsets,
            patch: &patch,
            plane,
            pixels,
            to: To::Rows {
                out: &mut out,
                stride,
            },
        });
        let input = |d: usize, pixel: usize| patch[d / 4 * plane + offsets[d % 4] + pixel];
        for row in 0..rows {
            for pixel in 0..pixels {
                let terms = (0..depth).map(|d| weights[row * depth + d] * input(d, pixel));
                let (ours, expected) = (out[row * stride + pixel], terms.sum::<f32>());
                assert!((ours - expected).abs() < 1e-4, "{ours} against {expected}");
            }
        }
        let mut left = numbers(all * stride, 0.9);
        left.chunks_exact_mut(stride)
            .for_each(|row| row[pixels..].fill(0.0));
        let mut gradient = vec![1f32; rows * depth];
        simd.vectorize(Correlation {
            left: &left,
            left_stride: stride,
            rows,
            channels,
            offsets: &offsets,
            patch: &patch,
            plane,
            pixels,
            out: &mut gradient,
        });
        for row in 0..rows {
            for d in 0..depth {
                let terms = (0..pixels).map(|p| left[row * stride + p] * input(d, p));
                let (ours, expected) = (gradient[row * depth + d], 1.0 + terms.sum::<f32>());
                assert!((ours - expected).abs() < 1e-4, "{ours} against {expected}");
            }
        }
    }

    #[test]
    fn every_vector_width_of_this_machine_computes_the_written_out_sums() {
        check(pulp::Scalar);
        #[cfg(target_arch = "x86_64")]
        {
            if let Some(simd) = pulp::x86::V3::try_new() {
                check(simd);
            }
            if let Some(simd) = pulp::x86::V4::try_new() {
                check(simd);
            }
        }
        #[cfg(target_arch = "aarch64")]
        if let Some(simd) = pulp::aarch64::Neon::try_new() {
            check(simd);
        }
    }
}
