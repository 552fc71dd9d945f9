//! The residual network, its layers as Keras lists them, and its weights files.

mod blocks;
mod card;
mod config;
mod keras;
mod layers;
mod parameters;
mod pass;
mod resnet;
mod source;
mod summary;
mod tensors;
mod tissue;
mod weights;

pub use card::ModelCard;
pub use config::BN_MOMENTUM;
pub use config::{LEAKY_SLOPE, ResNetConfig};
pub use layers::{Layer, OutputShape};
pub use parameters::{Parameter, Parameters};
pub use pass::TrainPass;
pub use resnet::{Part, ResNet};
pub use tensors::{tensor_of, write_tensors};
pub use tissue::tissue_logits;
