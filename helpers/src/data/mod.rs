//! Images on disk: folders of classes, decoding, resizing, augmentation.

mod projection;

pub use projection::Projection;
