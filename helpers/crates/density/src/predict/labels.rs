//! The true classes that belong to the rows of a prediction file.

use crate::data::{Classes, ImageFolder};
use crate::error::{Error, Result};

/// The true class of each row of a prediction file, and the image of each row where it is known.
///
/// Made by [`labels_from_counts`] or [`labels_from_files`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrueLabels {
    /// Class names in the order of the probabilities, `["A", "B", "C", "D"]`.
    pub classes: Classes,
    /// One name per image, in the order of the rows; empty strings when unknown.
    pub files: Vec<String>,
    /// True class of each row as an index into `classes`.
    pub labels: Vec<usize>,
    /// The patient of each row, where something else than its name tells it; empty for the names.
    pub known_patients: Vec<Option<String>>,
}

/// Labels of a test set listed class by class: `counts[0]` images of the first class, then `counts[1]` of the second.
///
/// A folder read class by class has this order; the published predictions are
/// `labels_from_counts(&["A", "B", "C", "D"], &[14, 51, 50, 13])`.
///
/// # Errors
/// [`Error::Labels`] when the numbers of classes and of counts differ, when there are fewer than two classes or two of
/// the same name, or when all counts are 0.
pub fn labels_from_counts(classes: impl Into<Classes>, counts: &[usize]) -> Result<TrueLabels> {
    let classes = classes.into();
    if classes.len() != counts.len() {
        return Err(Error::Labels(format!(
            "{} classes but {} counts; give one count per class",
            classes.len(),
            counts.len()
        )));
    }
    let labels: Vec<usize> = counts
        .iter()
        .enumerate()
        .flat_map(|(class, &count)| std::iter::repeat_n(class, count))
        .collect();
    TrueLabels::new(classes, vec![String::new(); labels.len()], labels)
}

/// Labels of a test folder, from its `(file, class)` pairs in the order in which the network saw them.
///
/// # Errors
/// [`Error::Labels`] when a class is not one of `classes`, when there are fewer than two classes or two of the same
/// name, or when there are no images.
pub fn labels_from_files<F, C>(classes: impl Into<Classes>, images: &[(F, C)]) -> Result<TrueLabels>
where
    F: AsRef<str>,
    C: AsRef<str>,
{
    let classes = classes.into();
    let mut labels = Vec::with_capacity(images.len());
    for (file, class) in images {
        let class = class.as_ref();
        let index = classes.iter().position(|name| *name == class);
        labels.push(index.ok_or_else(|| {
            Error::Labels(format!(
                "{}: class \"{class}\" is not one of {}",
                file.as_ref(),
                classes
            ))
        })?);
    }
    let files = images
        .iter()
        .map(|(file, _)| file.as_ref().to_owned())
        .collect();
    TrueLabels::new(classes, files, labels)
}

/// Labels of a folder of images, named as within the folder of their class, in the order in which [`Classifier::predict_folder`](super::Classifier) reads it.
///
/// # Errors
/// As [`labels_from_files`].
pub fn labels_from_folder(folder: &ImageFolder) -> Result<TrueLabels> {
    let classes = folder.classes();
    let images: Vec<(String, &str)> = folder
        .images()
        .iter()
        .map(|(path, class)| (folder.name_in_class(path, *class), classes[*class].as_str()))
        .collect();
    let labels = labels_from_files(classes, &images)?;
    // Predictions need no patients: what is wrong with them is an error where they are asked for.
    let known_patients = match folder.naming() {
        Ok(naming) if !naming.is_default() => folder.patients_by(&naming),
        _ => Vec::new(),
    };
    Ok(TrueLabels {
        known_patients,
        ..labels
    })
}

impl TrueLabels {
    fn new(classes: Classes, files: Vec<String>, labels: Vec<usize>) -> Result<TrueLabels> {
        check_classes(&classes)?;
        if labels.is_empty() {
            return Err(Error::Labels(
                "there are no images; a test set needs one at least".into(),
            ));
        }
        Ok(TrueLabels {
            classes,
            files,
            labels,
            known_patients: Vec::new(),
        })
    }
}

/// Two classes at least, each with a name of its own.
pub(crate) fn check_classes(classes: &Classes) -> Result<()> {
    if classes.len() < 2 {
        return Err(Error::Labels(format!(
            "{} classes ({}); a classification needs two at least",
            classes.len(),
            classes
        )));
    }
    for (index, name) in classes.iter().enumerate() {
        if classes[..index].contains(name) {
            return Err(Error::Labels(format!(
                "class \"{name}\" is listed twice; each class needs a name of its own"
            )));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_become_runs_of_one_class_each() {
        let labels = labels_from_counts(["F", "G", "D"], &[2, 0, 3]).unwrap();
        assert_eq!(labels.labels, [0, 0, 2, 2, 2]);
        assert_eq!(labels.classes, ["F", "G", "D"]);
        assert_eq!(labels.files, [""; 5]);
    }

    #[test]
    fn files_keep_their_order_and_get_the_index_of_their_class() {
        let labels = labels_from_files(["A", "B"], &[("2.png", "B"), ("1.png", "A")]).unwrap();
        assert_eq!(labels.labels, [1, 0]);
        assert_eq!(labels.files, ["2.png", "1.png"]);
    }

    #[test]
    fn labels_that_make_no_test_set_are_refused_with_the_reason() {
        let message = |result: Result<TrueLabels>| result.unwrap_err().to_string();
        assert!(message(labels_from_counts(["A", "B"], &[1])).contains("2 classes but 1 counts"));
        assert!(message(labels_from_counts(["A"], &[1])).contains("1 classes (A)"));
        assert!(message(labels_from_counts(["A", "A"], &[1, 1])).contains("listed twice"));
        assert!(message(labels_from_counts(["A", "B"], &[0, 0])).contains("no images"));
        assert!(
            message(labels_from_files(["A", "B"], &[("x.png", "E")]))
                .contains("x.png: class \"E\" is not one of A, B")
        );
    }
}
