//! How the shipped weights and their reports are made. Only phantoms tell where the tissue is, and only reports compare
//! how sets of images look; the notebooks need neither.

mod appearance;
mod plot_appearance;
mod spectrum;
mod tissue;

pub use appearance::Appearance;
pub use plot_appearance::plot_appearance;
pub use tissue::{TissueEpoch, TissueTraining};
