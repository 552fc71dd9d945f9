//! Class activation maps: where the network looked.

mod colormap;

pub use colormap::Colormap;
