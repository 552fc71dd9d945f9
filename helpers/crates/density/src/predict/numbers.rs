//! Rows of numbers as programs and people write them: `numpy.savetxt`, spreadsheets, pandas, `numpy.save`.

use super::savetxt::text_error;
use crate::error::{Error, Result};
use crate::files::{lines_of, text_of};
use std::path::Path;

/// How the first bytes of `numpy.save`'s format are (NEP 1).
const NPY: &[u8] = b"\x93NUMPY";

/// The rows of a file, each with its line number (from 1), all of `columns` numbers or of as many as the first row.
///
/// Numbers are separated by blanks, commas or semicolons; decimal commas are read where nothing else can be meant. `#` starts
/// a comment. A first line of names is skipped, and where the number of columns is known, one column in front that counts
/// the rows or names them.
pub(super) fn load_lines(path: &Path, columns: Option<usize>) -> Result<Vec<(usize, Vec<f64>)>> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let rows = if bytes.starts_with(NPY) {
        npy_rows(path, &bytes)?
    } else {
        text_rows(path, &text(path, &bytes)?, columns)?
    };
    let rows = match columns {
        Some(columns) => without_counts(rows, columns),
        None => rows,
    };
    let Some((_, first)) = rows.first() else {
        return Err(text_error(path, 1, "the file holds no numbers"));
    };
    let expected = columns.unwrap_or(first.len());
    for (line, row) in &rows {
        if row.len() != expected {
            let problem = format!(
                "{} columns instead of {expected}: {}",
                row.len(),
                shown(row)
            );
            return Err(text_error(path, *line, problem));
        }
        if let Some((column, value)) = row.iter().enumerate().find(|(_, v)| !v.is_finite()) {
            let problem = format!(
                "column {}: {value} is not a finite number; a network that diverged gives such values",
                column + 1
            );
            return Err(text_error(path, *line, problem));
        }
    }
    Ok(rows)
}

/// The file's text.
fn text(path: &Path, bytes: &[u8]) -> Result<String> {
    text_of(bytes).ok_or_else(|| {
        let whole = std::str::from_utf8(bytes).map_or_else(|e| e.valid_up_to(), |t| t.len());
        let line = 1 + bytes[..whole].iter().filter(|b| **b == b'\n').count();
        text_error(path, line, "this is not a text file of numbers")
    })
}

fn text_rows(path: &Path, text: &str, columns: Option<usize>) -> Result<Vec<(usize, Vec<f64>)>> {
    let mut rows = Vec::new();
    let mut first = true;
    for (index, line) in lines_of(text).iter().enumerate() {
        let words = words(line.split('#').next().unwrap_or_default(), columns);
        if words.is_empty() {
            continue;
        }
        let number = |word: &String| word.parse::<f64>();
        let row = words.iter().map(number).collect::<Vec<_>>();
        // Names of the columns; pandas leaves the one of its index empty.
        let named = |word: &String| word.contains(char::is_alphabetic) && !word.contains('.');
        let names = words.iter().any(named) && row.iter().all(|v| v.is_err())
            || words[0].is_empty() && words.iter().all(|word| !word.contains('.'));
        if std::mem::take(&mut first) && names {
            continue;
        }
        // A name in front, such as the image's.
        let named = row[0].is_err() && columns.is_some_and(|columns| row.len() == columns + 1);
        let mut values = Vec::with_capacity(row.len());
        for (column, value) in row.into_iter().enumerate().skip(usize::from(named)) {
            values.push(value.map_err(|_| {
                let word = &words[column];
                let problem = format!(
                    "column {}: \"{word}\" is not a number; write numbers separated by blanks, as numpy.savetxt does, by commas or \
                     by semicolons",
                    column + 1
                );
                text_error(path, index + 1, problem)
            })?);
        }
        rows.push((index + 1, values));
    }
    Ok(rows)
}

/// The words of a line, with points for decimal commas.
fn words(line: &str, columns: Option<usize>) -> Vec<String> {
    let line = line.trim();
    let with_point = |word: &str| {
        if word.contains('.') {
            word.to_string()
        } else {
            word.replace(',', ".")
        }
    };
    let blanks = line.split_whitespace().collect::<Vec<_>>();
    // `0,25 0,75`, or one number where one is to be: a comma within a word is no separator.
    let within = |word: &&str| {
        word.matches(',').count() <= 1 && !word.starts_with(',') && !word.ends_with(',')
    };
    let decimal = blanks.iter().all(within) && (blanks.len() > 1 || columns == Some(1));
    let mut words = if line.contains(';') {
        line.split(';')
            .map(|word| with_point(word.trim()))
            .collect()
    } else if decimal {
        blanks.into_iter().map(with_point).collect()
    } else if line.contains(',') {
        line.split(',')
            .map(|word| word.trim().to_string())
            .collect()
    } else {
        blanks.into_iter().map(str::to_string).collect::<Vec<_>>()
    };
    if words.len() > 1 && words.last().is_some_and(String::is_empty) {
        words.pop();
    }
    let quoted = |word: String| word.trim_matches('"').to_string();
    words.into_iter().map(quoted).collect()
}

/// Without a first row that only counts, pandas' names of columns, and without an index in front, where the rest of each row sums to 1.
fn without_counts(mut rows: Vec<(usize, Vec<f64>)>, columns: usize) -> Vec<(usize, Vec<f64>)> {
    let counts_from =
        |from: f64, row: &[f64]| row.iter().enumerate().all(|(i, v)| *v == from + i as f64);
    if columns > 2
        && rows.len() > 1
        && rows.first().is_some_and(|(_, row)| {
            row.len() == columns && (counts_from(0.0, row) || counts_from(1.0, row))
        })
    {
        rows.remove(0);
    }
    let indexed = |row: &[f64]| match row {
        [index, rest @ ..] => {
            let sum = rest.iter().sum::<f64>();
            rest.len() == columns && index.fract() == 0.0 && (sum - 1.0).abs() < 0.05
        }
        [] => false,
    };
    if rows.iter().all(|(_, row)| indexed(row)) {
        for (_, row) in &mut rows {
            row.remove(0);
        }
    }
    rows
}

/// The rows of a table of `numpy.save`; a vector is a column.
fn npy_rows(path: &Path, bytes: &[u8]) -> Result<Vec<(usize, Vec<f64>)>> {
    let problem = |problem: &str| text_error(path, 1, format!("is a NumPy file {problem}"));
    let cut = || problem("that is cut short: write it again");
    let (length, start) = match bytes.get(6..12).ok_or_else(cut)? {
        [1, _, a, b, ..] => (usize::from(u16::from_le_bytes([*a, *b])), 10),
        [_, _, a, b, c, d] => (u32::from_le_bytes([*a, *b, *c, *d]) as usize, 12),
        _ => return Err(cut()),
    };
    let data = start + length;
    let header = bytes.get(start..data).ok_or_else(cut)?;
    let header = String::from_utf8_lossy(header);
    let after = |key: &str| {
        header
            .split_once(key)
            .map(|(_, rest)| rest.trim_start_matches([':', ' ']))
    };
    let other = || {
        problem(
            "of another kind; save a table of float32 or float64 by numpy.save, or use numpy.savetxt",
        )
    };
    let wide = match after("'descr'").and_then(|rest| rest.get(..5)) {
        Some("'<f4'") => 4,
        Some("'<f8'") => 8,
        _ => return Err(other()),
    };
    if !after("'fortran_order'").is_some_and(|rest| rest.starts_with("False")) {
        return Err(other());
    }
    let shape = after("'shape'").and_then(|rest| rest.strip_prefix('(')?.split_once(')'));
    let shape = shape.map(|(inside, _)| {
        inside
            .split(',')
            .filter(|n| !n.trim().is_empty())
            .map(|n| n.trim().parse::<usize>())
    });
    let shape = shape.and_then(|sizes| sizes.collect::<Result<Vec<_>, _>>().ok());
    let (rows, columns) = match shape.as_deref() {
        Some([rows]) => (*rows, 1),
        Some([rows, columns]) if *columns > 0 => (*rows, *columns),
        _ => return Err(other()),
    };
    let values = bytes.get(data..).ok_or_else(cut)?;
    let wanted = rows.checked_mul(columns).and_then(|n| n.checked_mul(wide));
    if values.is_empty() || wanted != Some(values.len()) {
        return Err(cut());
    }
    let value = |raw: &[u8]| match *raw {
        [a, b, c, d] => f64::from(f32::from_le_bytes([a, b, c, d])),
        [a, b, c, d, e, f, g, h] => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => f64::NAN,
    };
    let table = values.chunks_exact(columns * wide).enumerate();
    Ok(table
        .map(|(i, row)| (i + 1, row.chunks_exact(wide).map(value).collect()))
        .collect())
}

/// The first numbers of a row, for a message.
fn shown(row: &[f64]) -> String {
    let mut words = row.iter().take(6).map(f64::to_string).collect::<Vec<_>>();
    if row.len() > words.len() {
        words.push("...".into());
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_are_decimal_where_they_cannot_separate() {
        let cases = [
            ("0.25 0.75", vec!["0.25", "0.75"]),
            ("0.25,0.75,", vec!["0.25", "0.75"]),
            ("0.25, 0.75", vec!["0.25", "0.75"]),
            ("0,25;0,75", vec!["0.25", "0.75"]),
            ("0,25 0,75", vec!["0.25", "0.75"]),
            ("0,25\t0,75", vec!["0.25", "0.75"]),
            ("0,5 0 0,5", vec!["0.5", "0", "0.5"]),
            ("1,2", vec!["1", "2"]),
            ("\"A\",\"B\"", vec!["A", "B"]),
            (",0,1", vec!["", "0", "1"]),
        ];
        for (line, expected) in cases {
            assert_eq!(words(line, None), expected, "{line}");
        }
        assert_eq!(words("0,53", Some(1)), ["0.53"]);
    }
}
