//! Synthetic mammograms whose dense tissue is known pixel by pixel, drawn from a seed.
//!
//! A tutorial should not ship patients, and a network can be shown to learn only where the truth is known. A [`Phantom`] has an
//! outline, skin, muscle, fat with ligaments, ducts and vessels, and fibroglandular tissue in a cone behind the nipple that
//! covers the share of the breast which its [`Reading`] says. It is a picture, not physics: no X-ray is simulated.
//!
//! # What follows from what
//!
//! The class follows from the dense area alone ([`Density::percent_range`]). Where there is more tissue, it is thicker and more confluent,
//! as the classes are described from *scattered* to *extremely dense* (American College of Radiology, BI-RADS Atlas, 5th edition, 2013). All else, from the size of the breast to the
//! scanner's grey curve, is drawn from generators of its own that do not know the class (tested). Patient, view and picture have separate
//! generators too: the four views of a patient share shape, tissue and scanner, and differ in compression, overlay and frame.
//!
//! # Sources
//!
//! * Texture: the power spectrum of mammograms falls like 1/f^3 (A. E. Burgess, F. L. Jacobson, P. F. Judy, Med. Phys. 28
//!   (2001) 419).
//! * Categories of dense area: N. F. Boyd et al., J. Natl. Cancer Inst. 87 (1995) 670.
//! * A breast has far less dense tissue by volume than by area: M. J. Yaffe et al., Med. Phys. 36 (2009) 5437. Both are
//!   told ([`Drawing`]).
//! * Gradient noise: K. Perlin, SIGGRAPH 1985.

mod anatomy;
mod chance;
mod dataset;
mod draw;
mod extras;
mod film;
mod frame;
mod noise;
mod outline;
mod reading;
mod scene;
mod strands;

pub use dataset::{Plan, PlannedPhantom, Written, write_dataset};
pub use draw::{Drawing, Phantom};
pub use film::Look;
pub use reading::{Density, Reading};
