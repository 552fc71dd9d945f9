//! Class activation maps: where the network looked.

mod contours;
mod grad_cam;
mod zoom;

pub use contours::{Contour, find_contours};
pub use grad_cam::{ActivationMap, grad_cam};
pub use zoom::zoom;
