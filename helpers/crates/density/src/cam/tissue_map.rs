//! What a network sees at every place of an image, next to what its class rests on.

use crate::cam::Explanation;
use crate::data::{TISSUES, mask_path, tissue_kinds, tissue_shares};
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

    /// The true tissue of an image that has a mask ([`mask_path`]), at the places of this map; `None` for an image without.
    ///
    /// # Errors
    /// [`Error::Image`] for a mask that cannot be read.
    pub fn truth(&self, path: impl AsRef<Path>) -> Result<Option<TissueMap>> {
        let path = path.as_ref();
        if !mask_path(path).is_some_and(|mask| mask.is_file()) {
            return Ok(None);
        }
        let kinds = tissue_kinds(path, self.image.width())?;
        let side = kinds.width() as usize;
        let shares = tissue_shares(&kinds, (side, side), self.size.0);
        Ok(Some(self.with_shares(&shares)))
    }

    /// Places where more than half is fibroglandular tissue: how many both maps have, and the sum of what each has. Twice the first by the second
    /// is the Dice coefficient of the dense tissue. The maps need one size.
    pub fn overlap(&self, other: &TissueMap) -> (usize, usize) {
        let dense = |map: &TissueMap, place: usize| map.shares[2][place] > 0.5;
        let places = 0..self.shares[2].len().min(other.shares[2].len());
        let (mut both, mut sum) = (0, 0);
        for place in places {
            let (a, b) = (dense(self, place), dense(other, place));
            both += usize::from(a && b);
            sum += usize::from(a) + usize::from(b);
        }
        (both, sum)
    }

    fn of(image: GrayImage, features: &Tensor) -> Result<TissueMap> {
        let (_, _, rows, columns) = features.dims4()?;
        let shares = softmax(&tissue_logits(features)?, 1)?;
        let map = TissueMap {
            image,
            size: (rows, columns),
            shares: Default::default(),
        };
        Ok(map.with_shares(&shares.flatten_all()?.to_vec1::<f32>()?))
    }

    /// `shares`: kind by kind.
    fn with_shares(&self, shares: &[f32]) -> TissueMap {
        let mut kinds = shares
            .chunks(self.size.0 * self.size.1)
            .map(<[f32]>::to_vec);
        TissueMap {
            shares: std::array::from_fn(|_| kinds.next().unwrap_or_default()),
            ..self.clone()
        }
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
        self.check_tells_tissue()?;
        let image = self.read(path)?;
        let features = self.model().activated(&self.tensor(&image)?)?;
        TissueMap::of(image, &features)
    }

    /// The tissue that the network saw in the pass that an explanation was made of: no further one is needed.
    ///
    /// # Errors
    /// As [`Classifier::tissue`], but for reading.
    pub fn tissue_in(&self, explanation: &Explanation) -> Result<TissueMap> {
        self.check_tells_tissue()?;
        let add_12 = explanation.map.features.unsqueeze(0)?;
        TissueMap::of(
            explanation.image.clone(),
            &self.model().activation(&add_12)?,
        )
    }

    fn check_tells_tissue(&self) -> Result<()> {
        let card = self.card();
        if card.tells_tissue {
            return Ok(());
        }
        let problem = "these weights were trained for classes alone: a training with `right_reasons` learns the tissue";
        Err(Error::parameter("weights", &card.projection, problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ModelCard, ResNet, ResNetConfig};
    use candle_core::Device;
    use image::Luma;
    use std::path::PathBuf;

    /// A network that knows nothing, but says that it tells the tissue.
    fn network(tells_tissue: bool) -> Result<Classifier> {
        let config = ResNetConfig::with_input(64);
        let mut card = ModelCard::new(config.clone(), ["A", "B", "C", "D"], "CC_R")?;
        card.tells_tissue = tells_tissue;
        Ok(Classifier::new(
            ResNet::new(&config, 1, &Device::Cpu)?,
            card,
        ))
    }

    /// An image whose mask is fat on the left and fibroglandular tissue on the right, below a strip of background.
    fn phantom(root: &Path) -> PathBuf {
        let image = root.join("CC_R/test/B/1_1_B_CC_R.png");
        for (path, picture) in [
            (
                image.clone(),
                GrayImage::from_fn(80, 80, |x, y| Luma([90 + (x % 2 + y % 2) as u8])),
            ),
            (
                root.join("CC_R/masks/B/1_1_B_CC_R.png"),
                GrayImage::from_fn(80, 80, |x, y| match (x, y) {
                    (_, 0..20) => Luma([0]),
                    (0..40, _) => Luma([80]),
                    _ => Luma([160]),
                }),
            ),
        ] {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            picture.save(path).unwrap();
        }
        image
    }

    #[test]
    fn the_truth_comes_from_the_mask_and_the_four_shares_of_a_place_sum_to_one() -> Result<()> {
        let root = tempfile::tempdir().unwrap();
        let image = phantom(root.path());
        let seen = network(true)?.tissue(&image)?;
        assert_eq!(seen.size, (2, 2));
        for place in 0..4 {
            let sum = seen.shares.iter().map(|kind| kind[place]).sum::<f32>();
            assert!((sum - 1.0).abs() < 1e-5, "{seen:?}");
        }
        let truth = seen.truth(&image)?.expect("it has a mask");
        assert_eq!(truth.percent_density(), 50.0);
        assert_eq!(truth.shares[0], [0.5, 0.5, 0.0, 0.0]);
        assert_eq!(truth.shares[2], [0.0, 0.5, 0.0, 1.0]);
        assert_eq!(truth.overlap(&truth), (1, 2));
        std::fs::remove_dir_all(root.path().join("CC_R/masks")).unwrap();
        assert!(seen.truth(&image)?.is_none());
        Ok(())
    }

    #[test]
    fn a_network_that_was_not_asked_for_tissue_tells_none() -> Result<()> {
        let root = tempfile::tempdir().unwrap();
        let refused = network(false)?.tissue(phantom(root.path())).unwrap_err();
        assert!(refused.to_string().contains("right_reasons"), "{refused}");
        Ok(())
    }
}
