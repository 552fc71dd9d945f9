//! Which patient goes to which split.

use density::data::Split;
use density::error::{Error, Result};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;

/// How many patients train, validate and test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Shares {
    pub validation: f64,
    pub test: f64,
    pub seed: u64,
}

impl Shares {
    /// # Errors
    /// [`Error::Parameter`] for shares that leave nothing to train with.
    pub(crate) fn check(&self) -> Result<()> {
        for (name, share) in [("validation", self.validation), ("test", self.test)] {
            if !(0.0..1.0).contains(&share) || self.validation + self.test >= 1.0 {
                let problem = "give shares from 0 which together are below 1";
                return Err(Error::parameter(name, share, problem));
            }
        }
        Ok(())
    }
}

/// The split of every patient: whole patients, class by class, in an order that the seed fixes. Of a class with 3 patients or more, each split that has a share
/// has one at least.
pub(crate) fn deal<P: Ord, C: Ord>(
    patients: impl IntoIterator<Item = (P, C)>,
    shares: Shares,
) -> BTreeMap<P, Split> {
    let mut classes = BTreeMap::<C, Vec<P>>::new();
    for (patient, class) in patients {
        classes.entry(class).or_default().push(patient);
    }
    let mut chance = ChaCha8Rng::seed_from_u64(shares.seed);
    let mut splits = BTreeMap::new();
    for mut patients in classes.into_values() {
        patients.shuffle(&mut chance);
        let of = |share: f64| {
            let count = (share * patients.len() as f64).round() as usize;
            let least = usize::from(share > 0.0 && patients.len() >= 3);
            count.max(least)
        };
        let (mut validation, mut test) = (of(shares.validation), of(shares.test));
        // One patient at least trains.
        while validation + test >= patients.len() {
            if validation > test {
                validation -= 1
            } else {
                test -= 1
            }
        }
        for (place, patient) in patients.into_iter().enumerate() {
            let split = match place {
                p if p < validation => Split::Validation,
                p if p < validation + test => Split::Test,
                _ => Split::Train,
            };
            splits.insert(patient, split);
        }
    }
    splits
}
