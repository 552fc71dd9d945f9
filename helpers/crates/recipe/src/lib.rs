//! How the shipped weights and their reports are made: the stages of the training, the appearance of image sets.

mod appearance;
mod clinic;
mod plot_appearance;
mod report;
mod spectrum;
mod stage;

pub use appearance::Appearance;
pub use clinic::another_clinic;
pub use plot_appearance::plot_appearance;
pub use report::{Densities, looks, phantoms_of};
pub use stage::Stage;
