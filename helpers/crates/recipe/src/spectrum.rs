//! The power spectrum of texture, and the exponent with which it falls.

use density::error::{Error, Result};
use image::GrayImage;
use rustfft::FftPlanner;
use rustfft::num_complex::Complex;
use std::collections::BTreeMap;
use std::f64::consts::TAU;

/// Lower frequencies of a patch, in periods across it, hold what the window let through of the mean and the trend.
const LOWEST: f64 = 3.0;
/// Bins an octave of frequencies.
const PER_OCTAVE: f64 = 4.0;
/// Frequencies between which the exponent is fitted and the power is 1, in cycles per image height: on a film 24 cm high
/// 0.1 to 0.5 cycles a mm. Both sides of a square reach them.
const FIT: std::ops::RangeInclusive<f64> = 24.0..=128.0;

/// By bin of frequency: the bin, and the natural logarithms of frequency and power density.
pub(crate) type Spectrum = Vec<(i64, f64, f64)>;

/// The spectrum of a square patch of an image `height` pixels high: its mean is taken off, a Hann window lets it fade to
/// the sides. `None` when it has no variance between the frequencies of the fit.
pub(crate) fn spectrum(patch: &GrayImage, height: u32) -> Option<Spectrum> {
    let n = patch.width() as usize;
    let hann = |i: usize| 0.5 - 0.5 * (TAU * (i as f64 + 0.5) / n as f64).cos();
    let window = |place: usize| hann(place % n) * hann(place / n);
    let weights = (0..n * n).map(window).collect::<Vec<_>>();
    let grey = patch.iter().map(|v| f64::from(*v)).collect::<Vec<_>>();
    let sum = grey.iter().zip(&weights).map(|(v, w)| v * w).sum::<f64>();
    let mean = sum / weights.iter().sum::<f64>();
    let values = grey
        .iter()
        .zip(&weights)
        .map(|(v, w)| Complex::from((v - mean) * w));
    let mut values = values.collect::<Vec<_>>();
    fft_square(&mut values, n);
    let power = values.iter().map(Complex::norm_sqr).collect::<Vec<_>>();
    // Cycles per image height from one value of the transform to the next.
    let step = f64::from(height) / n as f64;
    let along = |k: usize| k.min(n - k) as f64;
    let frequency = |place: usize| step * along(place % n).hypot(along(place / n));
    let fitted = power.iter().enumerate();
    let fitted = fitted.filter(|(place, _)| FIT.contains(&frequency(*place)));
    let variance = fitted.map(|(_, power)| power).sum::<f64>();
    if variance <= 1e-6 {
        return None;
    }
    // Sums of the power, of the logarithm of the frequency, and their count.
    let mut bins = BTreeMap::<i64, (f64, f64, f64)>::new();
    for (place, power) in power.iter().enumerate() {
        let frequency = frequency(place);
        if (LOWEST * step..0.5 * n as f64 * step).contains(&frequency) {
            let bin = bins.entry((frequency.log2() * PER_OCTAVE).floor() as i64);
            let (p, f, count) = bin.or_default();
            *p += power / variance / step.powi(2);
            *f += frequency.ln();
            *count += 1.0;
        }
    }
    // A power of exactly 0 has no logarithm.
    let logs = |(bin, (p, f, count)): (i64, (f64, f64, f64))| {
        (bin, f / count, (p / count).max(1e-30).ln())
    };
    Some(bins.into_iter().map(logs).collect())
}

/// Logarithms of frequency and power, averaged over the images in the bins that all of them have: of images that vary in
/// height, the highest bins belong to the higher ones alone.
pub(crate) fn mean_spectrum(spectra: &[Spectrum]) -> Vec<(f64, f64)> {
    let mut sums = BTreeMap::<i64, (f64, f64, usize)>::new();
    for (bin, f, p) in spectra.iter().flatten() {
        let sum = sums.entry(*bin).or_default();
        *sum = (sum.0 + f, sum.1 + p, sum.2 + 1);
    }
    let n = spectra.len();
    let full = sums.into_values().filter(|sum| sum.2 == n);
    full.map(|(f, p, _)| (f / n as f64, p / n as f64)).collect()
}

/// Minus the slope of the regression line of log power on log frequency.
pub(crate) fn exponent(curve: &[(f64, f64)]) -> Result<f64> {
    let points = curve.iter().filter(|(f, _)| FIT.contains(&f.exp()));
    let points = points.collect::<Vec<_>>();
    if points.len() < 3 {
        return Err(Error::parameter(
            "images",
            format!("{} bins of frequency in common", points.len()),
            "images of about the same height, of 128 pixels or more, are needed",
        ));
    }
    let n = points.len() as f64;
    let f_mean = points.iter().map(|(f, _)| f).sum::<f64>() / n;
    let p_mean = points.iter().map(|(_, p)| p).sum::<f64>() / n;
    let covariance = points.iter().map(|(f, p)| (f - f_mean) * (p - p_mean));
    let variance = points.iter().map(|(f, _)| (f - f_mean).powi(2));
    Ok(-covariance.sum::<f64>() / variance.sum::<f64>())
}

/// The two-dimensional Fourier transform of `side` x `side` values, in place:
/// `X[k, l] = sum over y, x of v[y, x] exp(-2 pi i (k y + l x) / side)`.
pub(crate) fn fft_square(values: &mut [Complex<f64>], side: usize) {
    let rows = FftPlanner::new().plan_fft_forward(side);
    for _ in 0..2 {
        rows.process(values);
        transpose(values, side);
    }
}

fn transpose<T>(values: &mut [T], side: usize) {
    for y in 0..side {
        for x in 0..y {
            values.swap(y * side + x, x * side + y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, in one dimension.
    fn dft(x: &[Complex<f64>]) -> Vec<Complex<f64>> {
        let n = x.len();
        let turn = |k, i| Complex::cis(-TAU * (k * i % n) as f64 / n as f64);
        let sum = |k| (0..n).map(|i| x[i] * turn(k, i)).sum();
        (0..n).map(sum).collect()
    }

    #[test]
    fn a_square_is_transformed_along_both_axes() {
        for side in [1, 2, 4, 8, 64, 128] {
            let value = |i| Complex::new((i as f64 * 1.7).sin() + 0.3, (i as f64 * i as f64).cos());
            let mut x = (0..side * side).map(value).collect::<Vec<_>>();
            let mut expected = x.chunks(side).flat_map(dft).collect::<Vec<_>>();
            for left in 0..side {
                let column = (0..side).map(|y| expected[y * side + left]);
                let column = dft(&column.collect::<Vec<_>>());
                (0..side).for_each(|y| expected[y * side + left] = column[y]);
            }
            fft_square(&mut x, side);
            for (k, (a, b)) in x.iter().zip(&expected).enumerate() {
                assert!((a - b).norm() < 1e-8, "{side}, {k}: {a} against {b}");
            }
        }
    }
}
