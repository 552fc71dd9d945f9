//! Which patient of mini-MIAS goes to which split.

use crate::MiniMiasOptions;
use density::data::{Projection, Split};
use density::error::Result;
use density::files::claim_folder;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The file that keeps how a folder was made: its options, then patient, density and split.
const MANIFEST: &str = "mini_mias.csv";
/// A film that is there.
pub(crate) struct Film {
    pub number: u32,
    pub density: char,
}

impl Film {
    /// Films 1 and 2 are of patient 1, films 3 and 4 of patient 2.
    pub fn patient(&self) -> u32 {
        self.number.div_ceil(2)
    }

    /// `MLO_R/train/G/001_mdb001.png`
    pub fn path(&self, split: Split) -> PathBuf {
        let projection = match self.number % 2 {
            1 => Projection::MloR,
            _ => Projection::MloL,
        };
        let folder = Path::new(projection.name()).join(split.name());
        let name = format!("{:03}_mdb{:03}.png", self.patient(), self.number);
        folder.join(self.density.to_string()).join(name)
    }
}

/// The split of every patient: whole patients, density by density, in an order that the seed fixes.
pub(crate) fn deal(films: &[Film], options: MiniMiasOptions) -> BTreeMap<u32, Split> {
    let mut densities = BTreeMap::new();
    for film in films {
        densities.entry(film.patient()).or_insert(film.density);
    }
    let mut groups = BTreeMap::<char, Vec<u32>>::new();
    for (patient, density) in densities {
        groups.entry(density).or_default().push(patient);
    }
    let mut chance = ChaCha8Rng::seed_from_u64(options.seed);
    let mut splits = BTreeMap::new();
    for mut patients in groups.into_values() {
        patients.shuffle(&mut chance);
        let of = |share: f64| {
            let count = (share * patients.len() as f64).round() as usize;
            let least = usize::from(share > 0.0 && patients.len() >= 3);
            count.max(least)
        };
        let (mut validation, mut test) = (of(options.validation), of(options.test));
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

/// Writes the manifest, after a look at the one that is there: images of another deal would put a patient in two splits.
pub(crate) fn claim(
    target: &Path,
    options: MiniMiasOptions,
    films: &[Film],
    splits: &BTreeMap<u32, Split>,
) -> Result<()> {
    let MiniMiasOptions {
        crop,
        validation,
        test,
        seed,
    } = options;
    let mut wanted =
        format!("# crop {crop}, validation {validation:.4}, test {test:.4}, seed {seed}\n");
    wanted += "patient,density,split\n";
    let densities = films
        .iter()
        .rev()
        .map(|film| (film.patient(), film.density));
    let densities = densities.collect::<BTreeMap<_, _>>();
    for (patient, split) in splits {
        let density = densities[patient];
        wanted += &format!("{patient},{density},{}\n", split.name());
    }
    claim_folder(target, MANIFEST, &wanted, |found| found == wanted)
}
