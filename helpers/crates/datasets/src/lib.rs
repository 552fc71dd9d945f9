//! Importers of published mammograms into the folders that the tutorial reads.

mod breast;
mod mias_deal;
mod mias_info;
mod mini_mias;
mod published;

pub use breast::{BACKGROUND, Breast};
pub use mini_mias::{MiniMiasImport, MiniMiasOptions, import_mini_mias};
pub use published::fetch_published;
