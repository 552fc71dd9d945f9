//! Synthetic mammograms with a known density, drawn from a seed.
//!
//! A tutorial should not ship patients, and a network can be shown to learn only where the truth is known. A
//! [`Phantom`] has an outline, skin, fat, and fibroglandular tissue behind the nipple that covers exactly the share of
//! the breast that its [percent density](Phantom::percent_density) says. It is a picture, not physics: nothing is
//! simulated, and a network trained on phantoms knows nothing about mammograms.

mod anatomy;
mod chance;
mod dataset;
mod density;
mod draw;
mod error;
mod extras;
mod film;
mod frame;
mod noise;
mod outline;
mod scene;
mod strands;
mod view;

pub use dataset::{Plan, PlannedPhantom, Split, Written, write_dataset};
pub use density::{Density, Reading};
pub use draw::{Drawing, Phantom};
pub use error::Error;
pub use view::View;
