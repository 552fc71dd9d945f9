//! Projections combined: the mean of the networks' probabilities.

use std::collections::{HashMap, VecDeque};
use std::path::Path;

use super::predictions::Predictions;
use crate::data::TELL;
use crate::error::{Error, Result};

impl Predictions {
    /// Element-wise mean of the probabilities of `sets`, patient by patient: the tutorial's combination of projections.
    /// Right breast: `[CC_R, MLO_R]`; left breast: `[CC_L, MLO_L]`; total: all four.
    ///
    /// Where all file names tell their patients (see [`Predictions::patients`]), the sets may list them in any order; the result has that of
    /// the first, and of several images of a patient the first goes with the first of the other sets. Without names row goes with
    /// row. The result keeps the file names where all sets agree on them; where they agree on the patient only, the patient stands for
    /// the file.
    ///
    /// # Errors
    /// [`Error::Labels`] when `sets` is empty, when classes or true classes differ, or when a set has an image of a patient that another
    /// one has not; and as [`Predictions::check`].
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
            same.push(matched(first, other, index + 2)?);
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
        let files = (0..first.len()).map(|row| common_name(&same, row));
        let files = files.collect::<Vec<_>>();
        Ok(Predictions {
            classes: first.classes.clone(),
            files,
            labels: first.labels.clone(),
            probabilities,
            known_patients: first.patients(),
        })
    }
}

/// The rows of `other` in the order of `first`, image by image of the same patients; `number` counts the sets from 1.
fn matched(first: &Predictions, other: Predictions, number: usize) -> Result<Predictions> {
    let differ = |what: String| Error::Labels(format!("sets 1 and {number} differ: {what}"));
    for set in [first, &other] {
        let mut unknown = set.files.iter().zip(set.patients());
        if let Some((file, _)) = unknown.find(|(file, known)| !file.is_empty() && known.is_none()) {
            return Err(differ(format!(
                "nothing tells the patient of {file}; {TELL}"
            )));
        }
    }
    let all = |set: &Predictions| set.patients().into_iter().collect::<Option<Vec<_>>>();
    let other = match all(first).zip(all(&other)) {
        Some((ours, theirs)) => {
            let mut rows = HashMap::<_, VecDeque<usize>>::new();
            for (row, patient) in theirs.into_iter().enumerate() {
                rows.entry(patient).or_default().push_back(row);
            }
            let absent = |set: usize, of: usize, file: &str, patient: &str| {
                differ(format!(
                    "set {set} has no image of patient {patient} for {file} of set {of}; average the same patients, empty `files` to combine row by row, or \
                     {TELL}"
                ))
            };
            let mut order = Vec::with_capacity(ours.len());
            for (row, patient) in ours.iter().enumerate() {
                let next = rows.get_mut(patient).and_then(VecDeque::pop_front);
                order.push(next.ok_or_else(|| absent(number, 1, &first.files[row], patient))?);
            }
            let left = rows
                .iter()
                .filter_map(|(patient, rows)| Some((rows.front()?, patient)));
            if let Some((row, patient)) = left.min() {
                return Err(absent(1, number, &other.files[*row], patient));
            }
            other.rows(&order)
        }
        None => other,
    };
    if first.len() != other.len() {
        return Err(differ(format!(
            "{} and {} rows; average sets of the same patients",
            first.len(),
            other.len()
        )));
    }
    let theirs = other.patients();
    for (row, patient) in first.patients().into_iter().enumerate() {
        let place = match (&patient, &theirs[row]) {
            (Some(patient), Some(_)) => format!("patient {patient}"),
            _ => format!("row {}", row + 1),
        };
        if first.labels[row] != other.labels[row] {
            return Err(differ(format!(
                "{place} is of class {} and {}",
                first.classes[first.labels[row]], first.classes[other.labels[row]]
            )));
        }
        if let (Some(ours), Some(theirs)) = (&patient, &theirs[row])
            && ours != theirs
        {
            return Err(differ(format!(
                "row {} is {} of patient {ours} and {} of patient {theirs}; name all images or none",
                row + 1,
                first.files[row],
                other.files[row]
            )));
        }
    }
    Ok(other)
}

/// The file name that all sets share in `row`, or else the patient; empty when no set knows.
fn common_name(sets: &[Predictions], row: usize) -> String {
    let mut names = sets.iter().filter(|set| !set.files[row].is_empty());
    let Some(first) = names.next() else {
        return String::new();
    };
    let name = &first.files[row];
    let same = |other: &Predictions| {
        Path::new(&other.files[row]).file_name() == Path::new(name).file_name()
    };
    if names.all(same) {
        return name.clone();
    }
    first.rows(&[row]).patients().remove(0).unwrap_or_default()
}
