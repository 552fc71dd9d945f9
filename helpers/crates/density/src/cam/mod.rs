//! Class activation maps: where the network looked.

mod checks;
mod exam;
mod explain;
mod grad_cam;
mod tissue_map;
mod zoom;

pub use checks::{FROM_TOP, energy_in_mask, randomised_from_top};
pub use exam::{Exam, ExamView};
pub use explain::{Explanation, Explanations, TissueMasks};
pub use grad_cam::{ActivationMap, correlation, grad_cam, grad_cam_of_keras_vis};
pub use tissue_map::TissueMap;
pub use zoom::zoom;
