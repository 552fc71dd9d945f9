//! Images on disk: folders of classes, decoding, resizing, augmentation, batches.

mod augment;
mod batches;
mod check;
mod classes;
mod decode;
mod folder;
mod folds;
mod listing;
mod names;
mod oddities;
mod patients;
mod picture;
mod png;
mod projection;
mod resize;
mod table;
mod tissue;

pub use augment::{AffineParams, AugmentConfig, affine_transform, augment};
pub use batches::{Batch, BatchStream, Batches, StreamConfig};
pub use check::{Check, CheckRow, in_both};
pub use classes::{CLASSES_FILE, Classes};
pub use folder::{Dataset, ImageFolder, Split};
pub use folds::Folds;
pub use names::value_named;
pub use oddities::{Oddities, Oddity, oddities_of, projection_of};
pub(crate) use oddities::{at_a_glance, tell};
pub use patients::{PATTERN_FILE, Patients, TABLE_FILE, patient_of};
pub(crate) use patients::{TELL, each_known};
pub(crate) use picture::plane_to_tensor;
pub use picture::{
    divide_by_std, load_grey, load_resized, standardize, standardize_into, to_tensor,
};
pub use projection::Projection;
pub use resize::Resize;
pub use table::TextTable;
pub(crate) use tissue::PLACE;
pub use tissue::{TISSUES, mask_path, tissue_kinds, tissue_shares};
