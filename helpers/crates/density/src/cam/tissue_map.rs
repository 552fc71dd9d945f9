//! What a network sees at every place of an image, next to what its class rests on.

use crate::data::TISSUES;
use crate::error::{Error, Result};
use crate::model::tissue_logits;
use crate::predict::Classifier;
use candle_core::Tensor;
use candle_nn::ops::softmax;
use image::GrayImage;
use std::path::Path;

/// The tissue that a network sees at every place of its last feature map. Only networks that were trained to tell it know
/// anything of it ([`ModelCard::tells_tissue`](crate::model::ModelCard::tells_tissue)).
#[derive(Clone, Debug)]
pub struct TissueMap {
    /// The image as the network sees it.
    pub image: GrayImage,
    /// Rows and columns of places: 21 x 21 for an image of 650 x 650.
    pub size: (usize, usize),
    /// The share of each kind ([`TISSUES`]) at each place, row-major; the four of a place sum to 1.
    pub shares: [Vec<f32>; TISSUES.len()],
}

impl TissueMap {
    /// The part of the breast's area that is fibroglandular tissue, in per cent; muscle is no part of the breast. NaN where no
    /// breast is seen.
    pub fn percent_density(&self) -> f64 {
        let [_, fat, dense, _] = &self.shares;
        let sum = |of: &[f32]| of.iter().map(|v| f64::from(*v)).sum::<f64>();
        100.0 * sum(dense) / (sum(fat) + sum(dense))
    }

    fn of(image: GrayImage, features: &Tensor) -> Result<TissueMap> {
        let (_, _, rows, columns) = features.dims4()?;
        let shares = softmax(&tissue_logits(features)?, 1)?
            .squeeze(0)?
            .flatten_from(1)?;
        let mut kinds = shares.to_vec2::<f32>()?.into_iter();
        Ok(TissueMap {
            image,
            size: (rows, columns),
            shares: std::array::from_fn(|_| kinds.next().unwrap_or_default()),
        })
    }
}

impl std::fmt::Display for TissueMap {
    /// The percent density, and the area of each kind in the picture.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "percent density {:.0}; of the picture",
            self.percent_density()
        )?;
        for (kind, shares) in TISSUES.iter().zip(&self.shares) {
            let mean = shares.iter().sum::<f32>() / shares.len().max(1) as f32;
            write!(f, " {kind} {:.0} %", 100.0 * mean)?;
        }
        Ok(())
    }
}

impl Classifier {
    /// The tissue that the network sees in an image file, by the same pass as its class.
    ///
    /// # Errors
    /// [`Error::Parameter`] when the network was not trained to tell tissue; and as [`Classifier::read`].
    pub fn tissue(&self, path: impl AsRef<Path>) -> Result<TissueMap> {
        let card = self.card();
        if !card.tells_tissue {
            let problem = "these weights were trained for classes alone: a training with `right_reasons` learns the tissue";
            return Err(Error::parameter("weights", &card.projection, problem));
        }
        let image = self.read(path)?;
        let features = self.model().activated(&self.tensor(&image)?)?;
        TissueMap::of(image, &features)
    }
}
