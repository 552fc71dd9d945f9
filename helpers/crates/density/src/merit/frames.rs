//! Figures of merit of the classes as a table.

use polars::frame::DataFrame;
use polars::prelude::{Column, NamedFrom, Series};

use super::report::{ClassReport, Report};
use crate::error::Result;

/// One row per set and class; an undefined figure is null.
///
/// Columns: `set`, `class`, `support`, `sensitivity`, `sensitivity_low`, `sensitivity_high`, `specificity`, `ppv`,
/// `npv`, `f1`, `auc`, as in [`ClassReport`].
///
/// # Errors
/// [`crate::Error::Table`] when polars cannot make the table.
pub fn per_class_frame(sets: &[(&str, &Report)]) -> Result<DataFrame> {
    let rows: Vec<(&str, &ClassReport)> = sets
        .iter()
        .flat_map(|(set, report)| report.per_class.iter().map(move |class| (*set, class)))
        .collect();
    let column = |name: &str, figure: fn(&ClassReport) -> f64| {
        figures(name, rows.iter().map(|(_, class)| figure(class)))
    };
    Ok(DataFrame::new(
        rows.len(),
        vec![
            names("set", rows.iter().map(|(set, _)| *set)),
            names("class", rows.iter().map(|(_, class)| class.class.as_str())),
            counts("support", rows.iter().map(|(_, class)| class.support)),
            column("sensitivity", |c| c.sensitivity.estimate),
            column("sensitivity_low", |c| c.sensitivity.low),
            column("sensitivity_high", |c| c.sensitivity.high),
            column("specificity", |c| c.specificity),
            column("ppv", |c| c.ppv),
            column("npv", |c| c.npv),
            column("f1", |c| c.f1),
            column("auc", |c| c.auc),
        ],
    )?)
}

fn names<'a>(name: &str, values: impl Iterator<Item = &'a str>) -> Column {
    let values: Vec<&str> = values.collect();
    Column::from(Series::new(name.into(), values))
}

fn counts(name: &str, values: impl Iterator<Item = usize>) -> Column {
    let values: Vec<u64> = values.map(|value| value as u64).collect();
    Column::from(Series::new(name.into(), values))
}

fn figures(name: &str, values: impl Iterator<Item = f64>) -> Column {
    let values: Vec<Option<f64>> = values
        .map(|value| (!value.is_nan()).then_some(value))
        .collect();
    Column::from(Series::new(name.into(), values))
}
