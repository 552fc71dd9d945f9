//! Enlarging a map with cubic B-splines, as `scipy.ndimage.zoom(order=3)` does.

/// Enlarges a `rows x columns` picture (row-major) to `to_rows x to_columns`.
///
/// Corners stay corners: output pixel `o` of `m` lies at input position `o (n - 1) / (m - 1)`. The spline goes through
/// every input pixel; beyond the border the picture is mirrored about its outermost pixels (scipy 1.x,
/// `ndimage.zoom`, `spline_filter` with `mode='mirror'`). Values may overshoot the input's range, as with any cubic.
///
/// ```
/// use density::cam::zoom;
/// let enlarged = zoom(&[1.0, 3.0], (1, 2), (1, 3));
/// assert!(enlarged.iter().zip([1.0, 2.0, 3.0]).all(|(a, b)| (a - b).abs() < 1e-12));
/// ```
pub fn zoom(
    picture: &[f64],
    (rows, columns): (usize, usize),
    (to_rows, to_columns): (usize, usize),
) -> Vec<f64> {
    // Columns first: one pass over the rows of the small picture.
    let column_weights = weights(columns, to_columns);
    let mut wide = Vec::with_capacity(rows * to_columns);
    for row in picture.chunks(columns.max(1)).take(rows) {
        let mut coefficients = row.to_vec();
        spline_coefficients(&mut coefficients, 1);
        wide.extend(column_weights.iter().map(|taps| {
            taps.0
                .iter()
                .map(|(i, w)| w * coefficients[*i])
                .sum::<f64>()
        }));
    }
    // Then all columns side by side, row after row.
    spline_coefficients(&mut wide, to_columns);
    let mut out = Vec::with_capacity(to_rows * to_columns);
    for Taps(taps) in weights(rows, to_rows) {
        let [(a, u), (b, v), (c, w), (d, z)] =
            taps.map(|(i, weight)| (&wide[i * to_columns..][..to_columns], weight));
        out.extend((0..to_columns).map(|i| u * a[i] + v * b[i] + w * c[i] + z * d[i]));
    }
    out
}

/// The four coefficients under an output pixel and their weights.
struct Taps([(usize, f64); 4]);

fn weights(n: usize, m: usize) -> Vec<Taps> {
    let step = if m > 1 {
        (n - 1) as f64 / (m - 1) as f64
    } else {
        0.0
    };
    (0..m)
        .map(|o| {
            let x = o as f64 * step;
            let left = x.floor();
            let t = x - left;
            let s = 1.0 - t;
            let w = [
                s * s * s / 6.0,
                (4.0 - 6.0 * t * t + 3.0 * t * t * t) / 6.0,
                (4.0 - 6.0 * s * s + 3.0 * s * s * s) / 6.0,
                t * t * t / 6.0,
            ];
            Taps([0, 1, 2, 3].map(|k| (mirrored(left as isize + k as isize - 1, n), w[k])))
        })
        .collect()
}

/// The index that `i` is reflected to about the first and the last of `n` elements.
fn mirrored(i: isize, n: usize) -> usize {
    if n == 1 {
        return 0;
    }
    let period = 2 * (n as isize - 1);
    let i = i.rem_euclid(period);
    i.min(period - i) as usize
}

/// Turns values into the B-spline coefficients `c` with `(c[i-1] + 4 c[i] + c[i+1]) / 6 = values[i]`, mirrored at both
/// ends: a tridiagonal system, solved by elimination. `values` holds rows of `width` independent systems.
fn spline_coefficients(values: &mut [f64], width: usize) {
    let n = values.len() / width.max(1);
    if n < 2 {
        return;
    }
    // The upper diagonal after elimination; the mirrored ends have a neighbour twice.
    let mut upper = vec![0.0; n];
    for i in 0..n {
        let below = if i == 0 {
            0.0
        } else if i + 1 == n {
            2.0
        } else {
            1.0
        };
        let above = if i == 0 { 2.0 } else { 1.0 };
        let pivot = 4.0 - below * if i == 0 { 0.0 } else { upper[i - 1] };
        upper[i] = above / pivot;
        let (before, row) = values[..(i + 1) * width].split_at_mut(i * width);
        match before.len().checked_sub(width) {
            Some(start) => {
                for (c, previous) in row.iter_mut().zip(&before[start..]) {
                    *c = (6.0 * *c - below * previous) / pivot;
                }
            }
            None => row.iter_mut().for_each(|c| *c = 6.0 * *c / pivot),
        }
    }
    for i in (0..n - 1).rev() {
        let (row, after) = values[i * width..].split_at_mut(width);
        for (c, next) in row.iter_mut().zip(after) {
            *c -= upper[i] * *next;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: scipy 1.17.1, `ndimage.zoom(a, (7/3, 5/4), order=3)`.
    #[test]
    fn a_small_picture_is_enlarged_as_scipy_does() {
        let a = [0., 1., 4., 2., 3., -1., 0., 5., 2., 2., 7., 1.];
        let expected = [
            [0.0, 0.421875, 2.875, 3.6875, 2.0],
            [
                0.666666667,
                0.291666667,
                1.576388889,
                3.013020833,
                2.833333333,
            ],
            [2.0, 0.096875, -0.722222222, 1.861458333, 4.333333333],
            [3.0, 0.13125, -1.625, 1.540625, 5.0],
            [
                2.962962963,
                0.572337963,
                0.421296296,
                2.883101852,
                3.851851852,
            ],
            [
                2.37037037,
                1.13287037,
                3.599537037,
                4.820543981,
                1.981481481,
            ],
            [2.0, 1.409375, 5.25, 5.809375, 1.0],
        ];
        let ours = zoom(&a, (3, 4), (7, 5));
        for (ours, scipy) in ours.iter().zip(expected.iter().flatten()) {
            assert!((ours - scipy).abs() < 1e-9, "{ours} against {scipy}");
        }
    }

    /// Expected values: scipy 1.17.1, `zoom([[1, 3]], (1, 3), order=3)` and `zoom([[1, 3], [2, 8]], 1.5, order=3)`.
    #[test]
    fn two_pixels_are_mirrored_at_both_ends() {
        let ours = zoom(&[1.0, 3.0], (1, 2), (1, 6));
        for (ours, scipy) in ours.iter().zip([1.0, 1.208, 1.704, 2.296, 2.792, 3.0]) {
            assert!((ours - scipy).abs() < 1e-12, "{ours} against {scipy}");
        }
        let ours = zoom(&[1.0, 3.0, 2.0, 8.0], (2, 2), (3, 3));
        for (ours, scipy) in ours
            .iter()
            .zip([1.0, 2.0, 3.0, 1.5, 3.5, 5.5, 2.0, 5.0, 8.0])
        {
            assert!((ours - scipy).abs() < 1e-12, "{ours} against {scipy}");
        }
    }
}
