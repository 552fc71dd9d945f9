//! Values that readers give by name.

use crate::error::{Error, Result};

/// The value of `all` that is called `name`, in any case.
///
/// # Errors
/// [`Error::Parameter`] for `parameter`, with all names.
pub fn value_named<T: Copy + AsRef<str>>(parameter: &str, name: &str, all: &[T]) -> Result<T> {
    let called = |value: &&T| value.as_ref().eq_ignore_ascii_case(name);
    all.iter().find(called).copied().ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
        Error::parameter(parameter, name, format!("use one of {}", names.join(", ")))
    })
}
