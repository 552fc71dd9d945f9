//! Cross-validation: which images train and which validate, without a patient on both sides.

use crate::data::ImageFolder;
use crate::error::{Error, Result};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One of the parts of k-fold cross-validation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folds {
    /// Parts that the images are shared out to (5 is usual).
    pub count: usize,
    /// The part that validates, from 0; the others train.
    pub fold: usize,
    /// Keeps all images of a patient ([`ImageFolder::patients`]) in one part.
    pub by_patient: bool,
}

impl Folds {
    /// Fold number `fold` (from 0) of `count`, patients kept together.
    pub fn new(count: usize, fold: usize) -> Folds {
        Folds {
            count,
            fold,
            by_patient: true,
        }
    }

    /// Shares out the images of `folder`: those to train with and those to validate with.
    ///
    /// Groups are drawn in an order that `seed` fixes, class by class of their first image, and dealt out in turn, so
    /// every part has about as many images of each class.
    ///
    /// # Errors
    /// When there are fewer groups than parts; as [`ImageFolder::patients`].
    pub fn split(&self, folder: &ImageFolder, seed: u64) -> Result<(ImageFolder, ImageFolder)> {
        if self.count < 2 || self.fold >= self.count {
            return Err(Error::parameter(
                "folds",
                format!("{} of {}", self.fold, self.count),
                "use 2 parts or more, and count the fold from 0",
            ));
        }
        let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let names = if self.by_patient {
            folder.patients()?
        } else {
            (0..folder.len()).map(|place| place.to_string()).collect()
        };
        for (place, name) in names.into_iter().enumerate() {
            groups.entry(name).or_default().push(place);
        }
        if groups.len() < self.count {
            return Err(Error::Folder {
                path: folder.path().to_path_buf(),
                problem: format!(
                    "has {} {} for {} folds; use fewer",
                    groups.len(),
                    if self.by_patient {
                        format!("patients (by {})", folder.naming()?)
                    } else {
                        "images".into()
                    },
                    self.count
                ),
            });
        }
        let mut groups = groups.into_values().collect::<Vec<_>>();
        groups.shuffle(&mut ChaCha8Rng::seed_from_u64(seed));
        groups.sort_by_key(|places| folder.images()[places[0]].1);
        let mut validates = vec![false; folder.len()];
        for group in groups.iter().skip(self.fold).step_by(self.count) {
            for place in group {
                validates[*place] = true;
            }
        }
        Ok((
            folder.subset(|place| !validates[place]),
            folder.subset(|place| validates[place]),
        ))
    }
}
