//! Text files of numbers as `numpy.savetxt` writes and `numpy.loadtxt` reads them (numpy 2, `lib/_npyio_impl.py`).
//!
//! One row per line, columns separated by one space, each number in C's `%.18e`: `3.837991058826446533e-01`.
//! Eighteen digits after the point are more than an f64 holds, so that reading back gives the same bits.

use std::fmt::Write as _;
use std::path::Path;

use super::numbers::load_lines;
use crate::error::{Error, Result};
use crate::files::write_atomically;

/// Writes `rows` to `path` as `numpy.savetxt(path, rows)` does.
///
/// The file is written under a temporary name beside `path` and then renamed, so that an interrupted write leaves
/// an older file as it was.
///
/// # Errors
/// [`Error::Text`] when there are no rows, when a row has another number of columns than the first, or when a value
/// is NaN or infinite; [`Error::Io`] when the file cannot be written.
pub fn savetxt_rows(path: impl AsRef<Path>, rows: &[Vec<f64>]) -> Result<()> {
    let path = path.as_ref();
    let columns = match rows.first() {
        Some(row) if !row.is_empty() => row.len(),
        _ => return Err(text_error(path, 1, "there are no numbers to write")),
    };
    let mut text = String::with_capacity(rows.len() * columns * 26);
    for (index, row) in rows.iter().enumerate() {
        let line = index + 1;
        check_columns(path, line, row.len(), columns)?;
        for (column, &value) in row.iter().enumerate() {
            check_finite(path, line, column + 1, value)?;
            if column > 0 {
                text.push(' ');
            }
            push_18e(&mut text, value);
        }
        text.push('\n');
    }
    write_atomically(path, text.as_bytes())
}

/// Writes one number per line, as `numpy.savetxt(path, values)` does for a vector: the tutorial's history files.
///
/// # Errors
/// As [`savetxt_rows`].
pub fn savetxt_column(path: impl AsRef<Path>, values: &[f64]) -> Result<()> {
    let rows: Vec<Vec<f64>> = values.iter().map(|&value| vec![value]).collect();
    savetxt_rows(path, &rows)
}

/// Reads a file of rows as `numpy.loadtxt(path)` does: columns separated by blanks, `#` starts a comment, empty lines
/// are skipped. Commas and semicolons separate too, a first line of names is skipped, and a file of `numpy.save` is read.
///
/// # Errors
/// [`Error::Io`] when the file cannot be read; [`Error::Text`] with the line when it is empty, when a row has another
/// number of columns than the first, or when a value is no finite number.
pub fn loadtxt_rows(path: impl AsRef<Path>) -> Result<Vec<Vec<f64>>> {
    let lines = load_lines(path.as_ref(), None)?;
    Ok(lines.into_iter().map(|(_, row)| row).collect())
}

/// Reads a file of one number per line, such as `acc_train.txt`.
///
/// # Errors
/// As [`loadtxt_rows`], and [`Error::Text`] when a line has more than one number.
pub fn loadtxt_column(path: impl AsRef<Path>) -> Result<Vec<f64>> {
    let lines = load_lines(path.as_ref(), Some(1))?;
    Ok(lines.into_iter().flat_map(|(_, row)| row).collect())
}

/// Appends `value` in C's `%.18e`. Rust's `{:.18e}` prints the same correctly rounded digits; only the exponent
/// differs, `e-1` for C's `e-01`.
fn push_18e(text: &mut String, value: f64) {
    let number = format!("{value:.18e}");
    let (digits, exponent) = number.split_once('e').unwrap_or((&number, "0"));
    let (sign, exponent) = match exponent.strip_prefix('-') {
        Some(exponent) => ('-', exponent),
        None => ('+', exponent),
    };
    // Writing to a String cannot fail.
    let _ = write!(text, "{digits}e{sign}{exponent:0>2}");
}

fn check_columns(path: &Path, line: usize, got: usize, expected: usize) -> Result<()> {
    if got == expected {
        return Ok(());
    }
    let problem = format!("{got} columns instead of {expected}");
    Err(text_error(path, line, problem))
}

fn check_finite(path: &Path, line: usize, column: usize, value: f64) -> Result<()> {
    if value.is_finite() {
        return Ok(());
    }
    let problem = format!(
        "column {column}: {value} is not a finite number; a network that diverged gives such values"
    );
    Err(text_error(path, line, problem))
}

pub(super) fn text_error(path: &Path, line: usize, problem: impl Into<String>) -> Error {
    Error::Text {
        path: path.to_path_buf(),
        line,
        problem: problem.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::push_18e;

    #[test]
    fn numbers_have_the_digits_and_the_exponent_of_c() {
        // Right column: Python 3.11, `'%.18e' % value`, which calls C's correctly rounded conversion.
        let expected = [
            (0.1, "1.000000000000000056e-01"),
            (-0.1, "-1.000000000000000056e-01"),
            (0.0, "0.000000000000000000e+00"),
            (-0.0, "-0.000000000000000000e+00"),
            (1.0, "1.000000000000000000e+00"),
            (123456.789, "1.234567890000000043e+05"),
            (1.0 / 3.0, "3.333333333333333148e-01"),
            (1e23, "9.999999999999999161e+22"),
            (f64::MAX, "1.797693134862315708e+308"),
            (5e-324, "4.940656458412465442e-324"),
            (2f64.powi(70), "1.180591620717411303e+21"),
            // Exactly half way between two decimals of 18 digits: the even one.
            (1.0 + 2f64.powi(-19), "1.000001907348632812e+00"),
            (1.0 + 3.0 * 2f64.powi(-19), "1.000005722045898438e+00"),
        ];
        for (value, text) in expected {
            let mut got = String::new();
            push_18e(&mut got, value);
            assert_eq!(got, text);
        }
    }
}
