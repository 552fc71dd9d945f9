//! The sizes of the network.

use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// LeakyReLU's slope for negative values, everywhere in the network.
pub const LEAKY_SLOPE: f32 = 0.3;
/// Batch normalisation's epsilon (Keras' default).
pub(crate) const BN_EPSILON: f32 = 1e-3;
/// Share of the old value that a moving average keeps at every step (Keras' default).
pub const BN_MOMENTUM: f32 = 0.99;

/// What may differ from the published network; the default is the published one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResNetConfig {
    /// Side of the square input image in pixels (650). The weights fit any size; the receptive field does not.
    pub input_size: usize,
    /// Channels of the input (3: the grey image three times).
    pub channels: usize,
    /// Number of classes (4: BI-RADS A to D).
    pub classes: usize,
    /// Share of values that dropout sets to zero in training (0.2).
    pub dropout: f32,
    /// Whether an input is divided by its standard deviation, Keras' `samplewise_std_normalization` (no, as published).
    /// With it a network does not care how much contrast an image has.
    pub samplewise_std: bool,
}

impl Default for ResNetConfig {
    fn default() -> Self {
        ResNetConfig {
            input_size: 650,
            channels: 3,
            classes: 4,
            dropout: 0.2,
            samplewise_std: false,
        }
    }
}

/// The four stages: channels of the inner convolutions, channels out, stride of the first block.
pub(crate) const STAGES: [(usize, usize, usize); 4] =
    [(64, 128, 1), (128, 256, 2), (128, 256, 2), (128, 256, 2)];
/// Bottleneck blocks in a stage.
pub(crate) const BLOCKS_PER_STAGE: usize = 3;
/// Convolutions in the network, and batch normalisations: the stem, three a block, a projection a stage.
pub(crate) const CONVOLUTIONS: usize = 1 + STAGES.len() * (3 * BLOCKS_PER_STAGE + 1);
/// Channels of the first convolution.
pub(crate) const STEM_CHANNELS: usize = 64;

impl ResNetConfig {
    /// The published sizes with another input side, in pixels.
    pub fn with_input(input_size: usize) -> ResNetConfig {
        ResNetConfig {
            input_size,
            ..ResNetConfig::default()
        }
    }

    /// Refuses values that no network can be built with.
    pub fn check(&self) -> Result<()> {
        if self.input_size < 32 {
            return Err(Error::parameter(
                "input_size",
                self.input_size,
                "the network halves the image five times: use 32 pixels or more (650 as published)",
            ));
        }
        if !matches!(self.channels, 1..=4) {
            return Err(Error::parameter(
                "channels",
                self.channels,
                "use 1 to 4 (3 as published)",
            ));
        }
        if self.classes < 2 {
            return Err(Error::parameter("classes", self.classes, "use 2 or more"));
        }
        if !(0.0..1.0).contains(&self.dropout) {
            return Err(Error::parameter(
                "dropout",
                self.dropout,
                "use 0 (none) to below 1 (0.2 as published)",
            ));
        }
        Ok(())
    }
}
