//! The pixels under a tile of windows, laid out so that every window place is one shift away.
//!
//! A tile is some whole rows of windows. Its patch holds, for each channel, one picture per phase of the stride
//! (input rows and columns `0, s, 2s ..`, then `1, s + 1, ..`), padding written out, all rows of one pitch.
//! In such a picture the pixel under window place `(i, j)` lies at a fixed distance from the pixel under place
//! `(0, 0)`, also across the end of a row: a convolution becomes a sum of shifted products over one long row of
//! pixels, of which the few that stand in the pitch beyond the last window are not used.

use super::kernel::MAX_BLOCK;
use super::vectorised::vectorised;
use crate::SamePadding;

/// An image as a convolution reads it: `C H W`, and what is still to be done to each value.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub data: &'a [f32],
    /// A batch normalisation that was put off.
    pub affine: Option<Affine<'a>>,
}

impl<'a> From<&'a [f32]> for Source<'a> {
    fn from(data: &'a [f32]) -> Source<'a> {
        Source { data, affine: None }
    }
}

/// `leaky_relu((x - mean) scale + shift, slope)`, a channel each: the form in which a mean far from zero costs no
/// digits.
#[derive(Clone, Copy)]
pub(crate) struct Affine<'a> {
    pub mean: &'a [f32],
    pub scale: &'a [f32],
    pub shift: &'a [f32],
    pub slope: f32,
}

impl<'a> Affine<'a> {
    /// That of one channel alone.
    pub fn channel(self, channel: usize) -> Affine<'a> {
        Affine {
            mean: &self.mean[channel..=channel],
            scale: &self.scale[channel..=channel],
            shift: &self.shift[channel..=channel],
            slope: self.slope,
        }
    }

    pub fn line(self, channel: usize) -> Line {
        Line {
            mean: self.mean[channel],
            scale: self.scale[channel],
            shift: self.shift[channel],
            slope: self.slope,
        }
    }
}

/// An [`Affine`] on one channel.
#[derive(Clone, Copy)]
pub(crate) struct Line {
    pub mean: f32,
    pub scale: f32,
    pub shift: f32,
    pub slope: f32,
}

impl Line {
    /// Before the activation.
    #[inline(always)]
    pub fn normalise(self, x: f32) -> f32 {
        (x - self.mean) * self.scale + self.shift
    }

    #[inline(always)]
    pub fn apply(self, x: f32) -> f32 {
        leaky(self.normalise(x), self.slope)
    }
}

/// How windows lie over one axis of the picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Axis {
    /// Pixels of the picture.
    pub size: usize,
    /// Windows.
    pub windows: usize,
    /// Pixels of padding before the first; more than the window's size is allowed.
    pub before: usize,
}

/// Square windows of `kernel` pixels over a picture, `stride` apart.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Windows {
    pub rows: Axis,
    pub columns: Axis,
    pub kernel: usize,
    pub stride: usize,
}

/// The layout of the patches of tiles with `rows` rows of windows.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    /// Elements from one row of windows to the next.
    pub pitch: usize,
    /// Elements from one channel to the next.
    pub plane: usize,
    /// Where window place `i * kernel + j` lies.
    pub offsets: Vec<usize>,
    /// Phases of the stride that windows reach.
    phases: usize,
    phase_rows: usize,
}

impl Windows {
    /// Windows with Keras' `same` padding over a picture of that height and width.
    pub fn same((h, w): (usize, usize), kernel: usize, stride: usize) -> Windows {
        let axis = |size| {
            let padding = SamePadding::new(size, kernel, stride);
            Axis {
                size,
                windows: padding.output,
                before: padding.before,
            }
        };
        Windows {
            rows: axis(h),
            columns: axis(w),
            kernel,
            stride,
        }
    }

    /// Windows in a column and in a row.
    pub fn output(&self) -> (usize, usize) {
        (self.rows.windows, self.columns.windows)
    }

    pub fn layout(&self, rows: usize) -> Layout {
        let phases = self.kernel.min(self.stride);
        let more = (self.kernel - 1) / self.stride;
        let (pitch, phase_rows) = (self.columns.windows + more, rows + more);
        let phase = pitch * phase_rows;
        let offsets = (0..self.kernel * self.kernel)
            .map(|t| {
                let (i, j) = (t / self.kernel, t % self.kernel);
                let picture = i % self.stride * phases + j % self.stride;
                picture * phase + i / self.stride * pitch + j / self.stride
            })
            .collect();
        Layout {
            pitch,
            // Not a multiple of 4 KiB, or channels would fight for the same places in the cache.
            plane: (phases * phases * phase).next_multiple_of(16) + 16,
            offsets,
            phases,
            phase_rows,
        }
    }

    /// Elements of a patch of `channels`; the kernels may read a block beyond the last pixel.
    pub fn patch_len(&self, layout: &Layout, channels: usize) -> usize {
        // A short tile's windows start before the end of the plane, but may reach as far as a whole one's.
        channels * layout.plane + layout.pitch * 2 + 64.max(MAX_BLOCK)
    }

    /// Writes the patch of the rows of windows from `first` on, of all channels; `padding` is written as it is.
    pub fn fill(
        &self,
        source: Source,
        channels: usize,
        first: usize,
        layout: &Layout,
        padding: f32,
        patch: &mut [f32],
    ) {
        fill(self, source, channels, first, layout, padding, patch);
    }

    /// The places of a phase's row that lie inside the picture.
    #[inline(always)]
    fn inside(&self, j: usize, pitch: usize) -> (usize, usize) {
        let before = self.columns.before;
        let from = before.saturating_sub(j).div_ceil(self.stride).min(pitch);
        let to = (self.columns.size + before)
            .saturating_sub(j)
            .div_ceil(self.stride);
        (from, to.clamp(from, pitch))
    }

    /// [`Windows::fill`] with what is still to be done to the values of a channel.
    #[inline(always)]
    fn fill_channel(
        &self,
        input: &[f32],
        first: usize,
        layout: &Layout,
        padding: f32,
        out: &mut [f32],
        pending: impl Fn(f32) -> f32,
    ) {
        let (height, width) = (self.rows.size, self.columns.size);
        let phase = layout.pitch * layout.phase_rows;
        set(&mut out[layout.phases * layout.phases * phase..], 0.0);
        for i in 0..layout.phases {
            for j in 0..layout.phases {
                let picture = &mut out[(i * layout.phases + j) * phase..][..phase];
                let (from, to) = self.inside(j, layout.pitch);
                if self.stride == 1
                    && self.rows.before == 0
                    && (from, to) == (0, width)
                    && to == layout.pitch
                {
                    // Nothing but pixels, row after row.
                    let rows = layout.phase_rows.min(height - first.min(height));
                    let (pixels, rest) = picture.split_at_mut(rows * width);
                    for (out, v) in pixels.iter_mut().zip(&input[first * width..]) {
                        *out = pending(*v);
                    }
                    rest.fill(padding);
                    continue;
                }
                for (r, out) in picture.chunks_exact_mut(layout.pitch).enumerate() {
                    let row = ((first + r) * self.stride + i).wrapping_sub(self.rows.before);
                    if row >= height || from == to {
                        out.fill(padding);
                        continue;
                    }
                    set(&mut out[..from], padding);
                    set(&mut out[to..], padding);
                    let input = &input[row * width..][..width];
                    let input = &input[from * self.stride + j - self.columns.before..];
                    let out = &mut out[from..to];
                    match self.stride {
                        1 => {
                            for (out, v) in out.iter_mut().zip(input) {
                                *out = pending(*v);
                            }
                        }
                        2 => every::<2>(input, out, &pending),
                        4 => every::<4>(input, out, &pending),
                        stride => {
                            for (out, v) in out.iter_mut().zip(input.iter().step_by(stride)) {
                                *out = pending(*v);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Every `S`th value, from the first on.
#[inline(always)]
fn every<const S: usize>(input: &[f32], out: &mut [f32], pending: impl Fn(f32) -> f32) {
    // The last group may be partly outside.
    let last = out.len() - 1;
    for (out, group) in out.iter_mut().zip(input.as_chunks::<S>().0) {
        *out = pending(group[0]);
    }
    out[last] = pending(input[S * last]);
}

/// Fills what is mostly a single element, for which a call of `memset` would take longer than the row's pixels.
#[inline(always)]
pub(crate) fn set(values: &mut [f32], value: f32) {
    match values {
        [] => {}
        [one] => *one = value,
        [one, two] => {
            *one = value;
            *two = value;
        }
        many => many.fill(value),
    }
}

vectorised! {
    fn fill<'a>(
        windows: &'a Windows,
        source: Source<'a>,
        channels: usize,
        first: usize,
        layout: &'a Layout,
        padding: f32,
        patch: &'a mut [f32],
    ) {
        let used = channels * layout.plane;
        patch[used..].fill(0.0);
        for (channel, out) in patch[..used].chunks_exact_mut(layout.plane).enumerate() {
            let plane = windows.rows.size * windows.columns.size;
            let input = &source.data[channel * plane..][..plane];
            match source.affine {
                Some(affine) => {
                    let line = affine.line(channel);
                    let pending = |v| line.apply(v);
                    windows.fill_channel(input, first, layout, padding, out, pending);
                }
                None => windows.fill_channel(input, first, layout, padding, out, |v| v),
            }
        }
    }
}

/// `value` where it is at least zero, else `slope * value`; NaN stays NaN.
#[inline(always)]
pub(crate) fn leaky(value: f32, slope: f32) -> f32 {
    if value >= 0.0 { value } else { slope * value }
}
