//! The fast Fourier transform, of one and of two dimensions.
//!
//! J. W. Cooley and J. W. Tukey, "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19,
//! 1965: radix 2, in place.

use std::f64::consts::TAU;

/// A complex number: real and imaginary part.
pub(crate) type Complex = (f64, f64);

/// `X[k] = sum over n of x[n] exp(-2 pi i k n / N)`, in place. `N`, the length, is a power of two.
pub(crate) fn fft(x: &mut [Complex]) {
    let n = x.len();
    debug_assert!(n.is_power_of_two());
    let unused_bits = usize::BITS - n.trailing_zeros();
    for i in 1..n {
        let j = i.reverse_bits() >> unused_bits;
        if i < j {
            x.swap(i, j);
        }
    }
    let mut half = 1;
    while half < n {
        for k in 0..half {
            let (sin, cos) = (-TAU * k as f64 / (2 * half) as f64).sin_cos();
            for low in (k..n).step_by(2 * half) {
                let ((a, b), (c, d)) = (x[low], x[low + half]);
                let (c, d) = (c * cos - d * sin, c * sin + d * cos);
                x[low] = (a + c, b + d);
                x[low + half] = (a - c, b - d);
            }
        }
        half *= 2;
    }
}

/// [`fft`] of the rows of a square of `side` x `side` values, then of its columns.
pub(crate) fn fft_square(x: &mut [Complex], side: usize) {
    for row in x.chunks_exact_mut(side) {
        fft(row);
    }
    let mut column = vec![(0.0, 0.0); side];
    for left in 0..side {
        for (value, row) in column.iter_mut().zip(x.chunks_exact(side)) {
            *value = row[left];
        }
        fft(&mut column);
        for (value, row) in column.iter().zip(x.chunks_exact_mut(side)) {
            row[left] = *value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition.
    fn dft(x: &[Complex]) -> Vec<Complex> {
        let n = x.len();
        let term = |k: usize, i: usize| {
            let (sin, cos) = (-TAU * (k * i % n) as f64 / n as f64).sin_cos();
            (x[i].0 * cos - x[i].1 * sin, x[i].0 * sin + x[i].1 * cos)
        };
        let sum = |k| {
            (0..n)
                .map(|i| term(k, i))
                .fold((0.0, 0.0), |s, t| (s.0 + t.0, s.1 + t.1))
        };
        (0..n).map(sum).collect()
    }

    fn values(n: usize) -> Vec<Complex> {
        (0..n)
            .map(|i| ((i as f64 * 1.7).sin() + 0.3, (i as f64 * i as f64).cos()))
            .collect()
    }

    fn assert_close(a: &[Complex], b: &[Complex]) {
        for (k, (a, b)) in a.iter().zip(b).enumerate() {
            let apart = (a.0 - b.0).hypot(a.1 - b.1);
            assert!(apart < 1e-9, "{k}: {a:?} against {b:?}");
        }
    }

    #[test]
    fn it_equals_the_direct_sum() {
        for n in [1, 2, 4, 8, 64, 128] {
            let mut x = values(n);
            let expected = dft(&x);
            fft(&mut x);
            assert_close(&x, &expected);
        }
    }

    #[test]
    fn a_square_is_transformed_along_both_axes() {
        let side = 8;
        let mut x = values(side * side);
        let mut expected = x.chunks(side).flat_map(dft).collect::<Vec<_>>();
        for left in 0..side {
            let column = dft(&(0..side)
                .map(|y| expected[y * side + left])
                .collect::<Vec<_>>());
            (0..side).for_each(|y| expected[y * side + left] = column[y]);
        }
        fft_square(&mut x, side);
        assert_close(&x, &expected);
    }
}
