//! Figures of merit as tables.

use polars::frame::DataFrame;
use polars::prelude::{Column, NamedFrom, Series};

use super::calibration::ReliabilityBin;
use super::report::{ClassReport, Report};
use crate::error::Result;

/// One row per set (`CC_R`, ..., `total`) with its figures of merit; an undefined figure is null.
///
/// Columns: `set`, `images`, `accuracy`, `accuracy_low`, `accuracy_high`, `macro_recall`, `macro_precision`,
/// `macro_f1`, `kappa`, `kappa_linear`, `kappa_quadratic`, `macro_auc`, `within_one_class`, `dense_accuracy`,
/// `dense_accuracy_low`, `dense_accuracy_high`, `dense_auc`, `log_loss`, `brier`, `ece`, as in [`Report`].
///
/// # Errors
/// [`crate::Error::Table`] when polars cannot make the table.
pub fn report_frame(sets: &[(&str, &Report)]) -> Result<DataFrame> {
    let column = |name: &str, figure: fn(&Report) -> f64| {
        figures(name, sets.iter().map(|(_, report)| figure(report)))
    };
    Ok(DataFrame::new(
        sets.len(),
        vec![
            names("set", sets.iter().map(|(set, _)| *set)),
            counts("images", sets.iter().map(|(_, report)| report.images)),
            column("accuracy", |r| r.accuracy.estimate),
            column("accuracy_low", |r| r.accuracy.low),
            column("accuracy_high", |r| r.accuracy.high),
            column("macro_recall", |r| r.macro_recall),
            column("macro_precision", |r| r.macro_precision),
            column("macro_f1", |r| r.macro_f1),
            column("kappa", |r| r.kappa),
            column("kappa_linear", |r| r.kappa_linear),
            column("kappa_quadratic", |r| r.kappa_quadratic),
            column("macro_auc", |r| r.macro_auc),
            column("within_one_class", |r| r.within_one_class),
            column("dense_accuracy", |r| r.dense_accuracy.estimate),
            column("dense_accuracy_low", |r| r.dense_accuracy.low),
            column("dense_accuracy_high", |r| r.dense_accuracy.high),
            column("dense_auc", |r| r.dense_auc),
            column("log_loss", |r| r.log_loss),
            column("brier", |r| r.brier),
            column("ece", |r| r.ece),
        ],
    )?)
}

/// One row a set and class; an undefined figure is null.
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

/// One row a bin of a reliability diagram: `low`, `high`, `count`, `confidence`, `accuracy`, the last two null in an
/// empty bin.
///
/// # Errors
/// [`crate::Error::Table`] when polars cannot make the table.
pub fn reliability_frame(bins: &[ReliabilityBin]) -> Result<DataFrame> {
    Ok(DataFrame::new(
        bins.len(),
        vec![
            figures("low", bins.iter().map(|bin| bin.low)),
            figures("high", bins.iter().map(|bin| bin.high)),
            counts("count", bins.iter().map(|bin| bin.count)),
            figures("confidence", bins.iter().map(|bin| bin.confidence)),
            figures("accuracy", bins.iter().map(|bin| bin.accuracy)),
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
