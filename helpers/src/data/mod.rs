//! Images on disk: folders of classes, decoding, resizing, augmentation, batches; how sets of images
//! look.

mod appearance;
mod augment;
mod batches;
mod breast;
mod fft;
mod folder;
mod folds;
mod mias_deal;
mod mias_info;
mod mini_mias;
mod picture;
mod png;
mod projection;
mod resize;
mod spectrum;

pub use appearance::Appearance;
pub use augment::{AffineConvention, AffineParams, AugmentConfig, apply_affine, augment};
pub use batches::{Batch, BatchStream, Batches, StreamConfig};
pub use folder::{Dataset, ImageFolder, Split};
pub use folds::{Folds, patient_of};
pub use mini_mias::{MiniMiasImport, MiniMiasOptions, import_mini_mias};
pub(crate) use picture::plane_to_tensor;
pub use picture::{
    divide_by_std, load_grey, load_resized, standardize, standardize_into, to_tensor,
};
pub use projection::Projection;
pub use resize::Resize;
