//! Sums over long rows: f32 in 16 lanes over short runs, f64 over the runs. A channel of a batch has 400,000 values,
//! and f32 sums of that length lose the digits that the comparison with Keras needs.

use super::vectorised::vectorised;

const LANES: usize = 16;
const RUN: usize = 512;

/// The sum of `term` over the values of two rows.
#[inline(always)]
pub(crate) fn sum2<const N: usize>(
    a: &[f32],
    b: &[f32],
    term: impl Fn(f32, f32) -> [f32; N],
) -> [f64; N] {
    let mut total = [0f64; N];
    for (a, b) in a.chunks(RUN).zip(b.chunks(RUN)) {
        let mut lanes = [[0f32; LANES]; N];
        let (a_chunks, b_chunks) = (a.chunks_exact(LANES), b.chunks_exact(LANES));
        for (a, b) in a_chunks.remainder().iter().zip(b_chunks.remainder()) {
            for (lanes, t) in lanes.iter_mut().zip(term(*a, *b)) {
                lanes[0] += t;
            }
        }
        for (a, b) in a_chunks.zip(b_chunks) {
            for lane in 0..LANES {
                for (lanes, t) in lanes.iter_mut().zip(term(a[lane], b[lane])) {
                    lanes[lane] += t;
                }
            }
        }
        for (total, lanes) in total.iter_mut().zip(&lanes) {
            *total += f64::from(lanes.iter().sum::<f32>());
        }
    }
    total
}

/// The sum of `term` over the values of a row.
#[inline(always)]
pub(crate) fn sum(values: &[f32], term: impl Fn(f32) -> f32) -> f64 {
    let [total] = sum2(values, values, |v, _| [term(v)]);
    total
}

/// Mean and squares of one channel over a part of the batch.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Moments {
    pub count: f64,
    pub mean: f64,
    /// Sum of squared distances from the mean.
    pub squares: f64,
}

impl Moments {
    /// Both parts together (Chan, Golub and LeVeque 1983).
    pub fn merge(self, other: Moments) -> Moments {
        let count = self.count + other.count;
        if count == 0.0 {
            return self;
        }
        let distance = other.mean - self.mean;
        Moments {
            count,
            mean: self.mean + distance * other.count / count,
            squares: self.squares
                + other.squares
                + distance * distance * self.count * other.count / count,
        }
    }

    /// Divided by the count.
    pub fn variance(&self) -> f32 {
        (self.squares / self.count) as f32
    }
}

vectorised! {
    /// The sum of a row.
    pub(crate) fn sum_of<'a>(values: &'a [f32]) -> f64 {
        sum(values, |v| v)
    }

    /// The moments of a row.
    pub(crate) fn moments_of<'a>(values: &'a [f32]) -> Moments {
        let count = values.len() as f64;
        let mean = sum(values, |v| v) / count;
        let near = mean as f32;
        Moments {
            count,
            mean,
            squares: sum(values, |v| (v - near) * (v - near)),
        }
    }
}
