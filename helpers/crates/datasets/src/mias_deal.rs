//! Which patient of mini-MIAS goes to which split.

use crate::MiniMiasOptions;
use crate::deal::deal;
use density::data::{Projection, Split};
use density::error::Result;
use density::files::claim_folder;
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

/// The split of every patient, whose class is the density of the first film.
pub(crate) fn deal_films(films: &[Film], options: MiniMiasOptions) -> BTreeMap<u32, Split> {
    let mut densities = BTreeMap::new();
    for film in films {
        densities.entry(film.patient()).or_insert(film.density);
    }
    deal(densities, options.shares())
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
