//! Class activation maps: where the network looked.

mod checks;
mod colormap;
mod contours;
mod explain;
mod grad_cam;
mod pictures;
mod stroke;
mod zoom;

pub use checks::{FROM_TOP, energy_in_mask, randomised_from_top};
pub use colormap::Colormap;
pub use contours::{Contour, find_contours};
pub use explain::{Explanation, Explanations, TissueMasks};
pub use grad_cam::{ActivationMap, correlation, grad_cam};
pub use pictures::{
    CamPictures, HOT, PictureStyle, published_contours, published_overlay, readable_overlay,
};
pub(crate) use stroke::stroke;
pub use zoom::zoom;
