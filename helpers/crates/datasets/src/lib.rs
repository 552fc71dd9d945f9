//! Importers of mammograms into the folders that the tutorial reads: a reader's own DICOM files, and public data sets.

mod breast;
mod deal;
mod files;
mod import;
mod labels;
mod mias_deal;
mod mias_info;
mod mini_mias;
mod muscle;
mod picture;
mod published;
mod sets;

pub use dicom_grey::Window;

pub use breast::{BACKGROUND, Breast};
pub use import::{Import, ImportOptions, Imported, LeftOut};
pub use labels::{Labels, import_dicom};
pub use mini_mias::{MiniMiasImport, MiniMiasOptions, import_mini_mias};
pub use picture::{Muscle, PictureOptions};
pub use published::fetch_published;
pub use sets::{import_cbis_ddsm, import_embed, import_inbreast, import_rsna, import_vindr};
