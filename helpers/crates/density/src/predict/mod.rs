//! Predictions: a table of images, true classes and probabilities.

mod average;
mod classifier;
mod folder;
mod labels;
mod numbers;
mod predictions;
mod savetxt;

pub use classifier::Classifier;
pub use folder::{Classifiers, FolderPredictions, ImagePrediction, ProjectionPredictions};
pub(crate) use labels::check_classes;
pub use labels::{TrueLabels, labels_from_counts, labels_from_files, labels_from_folder};
pub use predictions::Predictions;
pub(crate) use predictions::argmax;
pub use savetxt::{loadtxt_column, loadtxt_rows, savetxt_column, savetxt_rows};
