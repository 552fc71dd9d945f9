//! One cell of a [`Table`](super::Table), and how a column of them is written.

/// What stands in a cell; made from text and numbers with `.into()`.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text, on the left.
    Text(String),
    /// A whole number in its decimal digits, on the right.
    Integer(String),
    /// A number with a fraction, on the right.
    Number(f64),
    /// Nothing known: an en dash.
    Missing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_string())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<&String> for Cell {
    fn from(text: &String) -> Cell {
        Cell::Text(text.clone())
    }
}

impl From<f32> for Cell {
    fn from(number: f32) -> Cell {
        Cell::Number(number.into())
    }
}

macro_rules! integer_cells {
    ($($integer:ty),*) => {$(
        impl From<$integer> for Cell {
            fn from(number: $integer) -> Cell {
                Cell::Integer(number.to_string())
            }
        }
    )*};
}
integer_cells!(i32, i64, u32, u64, usize);

impl From<f64> for Cell {
    fn from(number: f64) -> Cell {
        Cell::Number(number)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Cell {
        value.map_or(Cell::Missing, Into::into)
    }
}

/// The texts of a column, and whether they stand on the right: when it has numbers and no text.
pub(crate) fn column_texts(cells: &[&Cell], digits: Option<usize>) -> (Vec<String>, bool) {
    let numbers: Vec<f64> = cells
        .iter()
        .filter_map(|c| match c {
            Cell::Number(n) if n.is_finite() => Some(*n),
            _ => None,
        })
        .collect();
    let decimals = digits.unwrap_or_else(|| decimals_for(&numbers));
    let texts = cells
        .iter()
        .map(|cell| match cell {
            Cell::Text(text) | Cell::Integer(text) => text.clone(),
            // Who asks for decimals gets them, also where they leave nothing of a number.
            Cell::Number(number) if digits.is_some() => format!("{number:.decimals$}"),
            Cell::Number(number) => number_text(*number, decimals),
            Cell::Missing => "–".to_string(),
        })
        .collect();
    let any_text = cells.iter().any(|c| matches!(c, Cell::Text(_)));
    let any_number = cells
        .iter()
        .any(|c| matches!(c, Cell::Integer(_) | Cell::Number(_)));
    (texts, any_number && !any_text)
}

/// Of a column of small numbers alone.
const MOST_DECIMALS: usize = 5;

/// Decimals that give the largest value of the column three significant digits, at least one decimal; three below 10.
fn decimals_for(numbers: &[f64]) -> usize {
    match numbers.iter().map(|n| n.abs()).fold(0.0, f64::max) {
        largest if largest >= 100.0 => 1,
        largest if largest >= 10.0 => 2,
        largest if largest >= 0.01 || largest == 0.0 => 3,
        _ => MOST_DECIMALS,
    }
}

/// Fixed decimals; `<0.001` when they would leave nothing of a number that is not 0, and scientific in a column of
/// nothing but such, or beyond all digits.
fn number_text(number: f64, decimals: usize) -> String {
    let last = 10f64.powi(-(decimals as i32));
    let small = number != 0.0 && number.abs() < 0.5 * last;
    match number {
        _ if (small && decimals == MOST_DECIMALS)
            || (number.is_finite() && number.abs() >= 1e15) =>
        {
            format!("{number:.1e}")
        }
        _ if small && number < 0.0 => format!(">−{last:.decimals$}"),
        _ if small => format!("<{last:.decimals$}"),
        _ => format!("{number:.decimals$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cells: &[Cell], digits: Option<usize>) -> (Vec<String>, bool) {
        column_texts(&cells.iter().collect::<Vec<_>>(), digits)
    }

    #[test]
    fn a_column_has_one_number_of_decimals() {
        assert_eq!(
            texts(&[0.5.into(), 0.12345.into()], None).0,
            ["0.500", "0.123"]
        );
        assert_eq!(
            texts(&[99.5.into(), 0.12345.into()], None).0,
            ["99.50", "0.12"]
        );
        assert_eq!(texts(&[1234.5.into()], None).0, ["1234.5"]);
        assert_eq!(texts(&[0.5.into()], Some(1)).0, ["0.5"]);
        assert_eq!(
            texts(&[0.5.into(), 1e-7.into()], Some(2)).0,
            ["0.50", "0.00"]
        );
        assert_eq!(
            texts(&[0.5.into(), 1e-7.into()], None).0,
            ["0.500", "<0.001"]
        );
    }

    #[test]
    fn text_stands_left_and_numbers_right() {
        assert!(!texts(&["A".into(), 3usize.into()], None).1);
        assert!(texts(&[Cell::Missing, 3usize.into()], None).1);
        assert!(!texts(&[Cell::Missing], None).1);
        assert_eq!(
            texts(&[Cell::from(None::<f64>), f64::NAN.into()], None).0,
            ["–", "NaN"]
        );
    }
}
