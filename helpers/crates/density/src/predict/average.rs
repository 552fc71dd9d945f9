//! Projections combined: the mean of the networks' probabilities.

use std::path::Path;

use super::predictions::Predictions;
use crate::data::patient_of;
use crate::error::{Error, Result};

impl Predictions {
    /// Element-wise mean of the probabilities of `sets`, row by row: the tutorial's combination of projections.
    /// Right breast: `[CC_R, MLO_R]`; left breast: `[CC_L, MLO_L]`; total: all four.
    ///
    /// The result keeps the file names where all sets agree on them; where they agree on the patient only, the patient
    /// stands for the file.
    ///
    /// # Errors
    /// [`Error::Labels`] when `sets` is empty, when classes, number of rows or true classes differ, or when a row
    /// belongs to different patients (where file names tell, see [`Predictions::patients`]); and as
    /// [`Predictions::check`].
    pub fn average(sets: &[&Predictions]) -> Result<Predictions> {
        let Some((first, others)) = sets.split_first() else {
            return Err(Error::Labels(
                "no predictions to average; give one set per projection".into(),
            ));
        };
        first.check()?;
        let mut same = vec![(*first).clone()];
        for (index, other) in others.iter().enumerate() {
            other.check()?;
            let Ok(other) = other.with_classes(&first.classes) else {
                let (number, ours, theirs) = (index + 2, &first.classes, &other.classes);
                return Err(Error::Labels(format!(
                    "sets 1 and {number} differ: classes {ours} and {theirs} are not the same"
                )));
            };
            check_same_images(first, &other, index + 2)?;
            same.push(other);
        }
        let count = sets.len() as f64;
        let probabilities = (0..first.len())
            .map(|row| {
                (0..first.classes.len())
                    .map(|class| {
                        let sum: f64 = same.iter().map(|set| set.probabilities[row][class]).sum();
                        sum / count
                    })
                    .collect()
            })
            .collect();
        let files = (0..first.len()).map(|row| common_name(sets, row)).collect();
        Ok(Predictions {
            classes: first.classes.clone(),
            files,
            labels: first.labels.clone(),
            probabilities,
        })
    }
}

/// Refuses to combine rows that cannot be of the same women; `number` counts the sets from 1.
fn check_same_images(first: &Predictions, other: &Predictions, number: usize) -> Result<()> {
    let differ = |what: String| Err(Error::Labels(format!("sets 1 and {number} differ: {what}")));
    if first.len() != other.len() {
        return differ(format!(
            "{} and {} rows; average sets of the same patients",
            first.len(),
            other.len()
        ));
    }
    for row in 0..first.len() {
        if first.labels[row] != other.labels[row] {
            return differ(format!(
                "row {} is of class {} and {}; list both in the same order",
                row + 1,
                first.classes[first.labels[row]],
                first.classes[other.labels[row]]
            ));
        }
        if let (Some(a), Some(b)) = (patient_of(&first.files[row]), patient_of(&other.files[row]))
            && a != b
        {
            return differ(format!(
                "row {} is {} of patient {a} and {} of patient {b}; list both in the same order, begin file names \
                 with the patient and \"_\", or empty `files` to combine row by row",
                row + 1,
                first.files[row],
                other.files[row]
            ));
        }
    }
    Ok(())
}

/// The file name that all sets share in `row`, or else the patient; empty when no set knows.
fn common_name(sets: &[&Predictions], row: usize) -> String {
    let mut names = sets
        .iter()
        .map(|set| set.files[row].as_str())
        .filter(|name| !name.is_empty());
    let Some(name) = names.next() else {
        return String::new();
    };
    let same = |other: &str| Path::new(other).file_name() == Path::new(name).file_name();
    if names.all(same) {
        return name.to_owned();
    }
    patient_of(name).unwrap_or_default()
}
