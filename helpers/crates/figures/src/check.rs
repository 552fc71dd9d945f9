//! What figures refuse to draw, said so that the reader knows which number it was.

use density::error::{Error, Result};

/// There is something to draw.
pub fn not_empty<T>(what: &str, values: &[T]) -> Result<()> {
    if values.is_empty() {
        return Err(Error::Figure(format!(
            "{what}: nothing to draw, the list is empty"
        )));
    }
    Ok(())
}

/// Two lists that go together are of one length.
pub fn same_length(what: &str, length: usize, other: &str, expected: usize) -> Result<()> {
    if length != expected {
        return Err(Error::Figure(format!(
            "{what} has {length} values but {other} has {expected}; they must go together"
        )));
    }
    Ok(())
}

/// No NaN, no infinity.
pub fn finite(what: &str, values: &[f64]) -> Result<()> {
    match values.iter().position(|v| !v.is_finite()) {
        Some(i) => Err(Error::Figure(format!(
            "{what}: value {} of {} is {}; only finite numbers can be drawn",
            i + 1,
            values.len(),
            values[i]
        ))),
        None => Ok(()),
    }
}

/// Finite and in 0..1.
pub fn unit(what: &str, values: &[f64]) -> Result<()> {
    finite(what, values)?;
    match values.iter().position(|v| !(0.0..=1.0).contains(v)) {
        Some(i) => Err(Error::Figure(format!(
            "{what}: value {} of {} is {}; it must lie in 0..1",
            i + 1,
            values.len(),
            values[i]
        ))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_names_the_value() {
        let message = |r: Result<()>| r.expect_err("refused").to_string();
        assert!(message(finite("loss", &[0.0, f64::NAN])).contains("loss: value 2 of 2 is NaN"));
        assert!(message(unit("AUC", &[1.5])).contains("AUC: value 1 of 1 is 1.5"));
        assert!(message(not_empty::<f64>("curves", &[])).contains("curves"));
        assert!(
            message(same_length("fpr", 3, "tpr", 4)).contains("fpr has 3 values but tpr has 4")
        );
        assert!(unit("p", &[0.0, 1.0]).is_ok());
    }
}
