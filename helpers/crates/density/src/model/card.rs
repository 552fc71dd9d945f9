//! The card of a weights file: network, classes, input, training.

use crate::data::{Classes, Resize};
use crate::error::{Error, Result};
use crate::model::ResNetConfig;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of this network in a weights file.
pub const ARCHITECTURE: &str = "resnet-bottleneck-12";

/// Architecture, input, classes, projection and training facts: the JSON header of a weights file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelCard {
    /// Always `resnet-bottleneck-12`: a stem and four stages of three bottleneck blocks.
    pub architecture: String,
    /// Sizes of the network.
    pub config: ResNetConfig,
    /// Class names in the order of the outputs.
    pub classes: Classes,
    /// How images were resized for it.
    #[serde(default)]
    pub resize: Resize,
    /// The projection it was trained on, `CC_R`; empty when unknown.
    pub projection: String,
    /// Whether it was trained to tell the tissue at every place ([`tissue_logits`](crate::model::tissue_logits)).
    #[serde(default)]
    pub tells_tissue: bool,
    /// How it was trained, as the trainer wrote it: data, epochs, best validation figures, and the like.
    pub training: BTreeMap<String, String>,
}

impl ModelCard {
    /// The card of a network with these sizes and class names.
    pub fn new(
        config: ResNetConfig,
        classes: impl Into<Classes>,
        projection: &str,
    ) -> Result<ModelCard> {
        let classes = classes.into();
        if classes.len() != config.classes {
            return Err(Error::Labels(format!(
                "{} class names ({classes}) for a network with {} outputs",
                classes.len(),
                config.classes
            )));
        }
        Ok(ModelCard {
            architecture: ARCHITECTURE.into(),
            config,
            classes,
            resize: Resize::default(),
            projection: projection.into(),
            tells_tissue: false,
            training: BTreeMap::new(),
        })
    }

    /// Class names for `n` outputs when a file does not tell them: A, B, C, ...
    pub(crate) fn letters(n: usize) -> Classes {
        (0..n)
            .map(|i| {
                let letter = u8::try_from(i).ok().filter(|i| *i < 26);
                letter.map_or_else(
                    || format!("class {i}"),
                    |i| char::from(b'A' + i).to_string(),
                )
            })
            .collect()
    }
}

impl std::fmt::Display for ModelCard {
    /// One line per fact.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let projection = if self.projection.is_empty() {
            "not told"
        } else {
            &self.projection
        };
        writeln!(f, "architecture         {}", self.architecture)?;
        writeln!(
            f,
            "input                {0} x {0} pixels, {1} channels, resized by {2:?}",
            self.config.input_size, self.config.channels, self.resize
        )?;
        writeln!(f, "classes              {}", self.classes)?;
        write!(f, "projection           {projection}")?;
        for (key, value) in &self.training {
            write!(f, "\n{key:<20} {value}")?;
        }
        Ok(())
    }
}
