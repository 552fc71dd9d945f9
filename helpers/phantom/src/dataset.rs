//! Folders of phantoms, laid out as the tutorial's images are.

use crate::draw::HEIGHTS;
use crate::noise::mix;
use crate::{Density, Error, Phantom, View};
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// What writing a folder returns.
type Result<T> = std::result::Result<T, Error>;

/// The file that says what a folder was drawn with.
const MANIFEST: &str = "phantoms.txt";
/// Counts up when the same seed no longer gives the same pictures.
const DRAWING: u32 = 1;

/// How many patients to draw. Every patient has all four views and belongs to one class and one split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Patients of each class in `train`.
    pub train: usize,
    /// Patients of each class in `val`.
    pub validation: usize,
    /// Patients of each class in `test`.
    pub test: usize,
}

impl Plan {
    /// Shares `per_class` patients of each class out: a sixth each to validation and test (rounded down), the rest
    /// to training.
    pub fn shared_out(per_class: usize) -> Plan {
        let sixth = per_class / 6;
        Plan {
            train: per_class - 2 * sixth,
            validation: sixth,
            test: sixth,
        }
    }

    /// The phantoms of a plan, in the order of their numbers: a patient's number and seed depend on `seed`, the
    /// split, the class and the place in the class alone, so a larger plan holds the smaller one's patients.
    pub fn phantoms(&self, seed: u64) -> Vec<PlannedPhantom> {
        let mut planned = Vec::new();
        for (split, count) in [
            (Split::Train, self.train),
            (Split::Validation, self.validation),
            (Split::Test, self.test),
        ] {
            for place in 0..count {
                for density in Density::ALL {
                    // Splits differ in the remainder of 3, classes in that of the rest by 4: no number comes twice.
                    let patient = 1000 + (place * 4 + density as usize) * 3 + split as usize;
                    let patient_seed = mix(mix(seed) ^ patient as u64);
                    planned.extend(View::ALL.map(|view| PlannedPhantom {
                        patient,
                        split,
                        phantom: Phantom {
                            patient_seed,
                            view,
                            density,
                        },
                    }));
                }
            }
        }
        planned.sort_by_key(|p| (p.patient, p.phantom.view as usize));
        planned
    }
}

/// What a patient's images are used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Split {
    /// Folder `train`.
    Train,
    /// Folder `val`.
    Validation,
    /// Folder `test`.
    Test,
}

impl Split {
    /// The folder name.
    pub fn name(self) -> &'static str {
        match self {
            Split::Train => "train",
            Split::Validation => "val",
            Split::Test => "test",
        }
    }
}

/// A phantom and where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedPhantom {
    /// Number of the patient, from 1000: one patient, one number, one split, one class.
    pub patient: usize,
    /// The split.
    pub split: Split,
    /// What to draw.
    pub phantom: Phantom,
}

impl PlannedPhantom {
    /// Where it goes under the root: `CC_L/train/A/1000_1_A_CC_L.png`.
    pub fn path(&self) -> PathBuf {
        let (view, class) = (self.phantom.view.name(), self.phantom.density.name());
        [view, self.split.name(), class]
            .iter()
            .collect::<PathBuf>()
            .join(format!("{}_1_{class}_{view}.png", self.patient))
    }
}

/// What [`write_dataset`] did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Images drawn.
    pub drawn: usize,
    /// Images that were there already.
    pub kept: usize,
}

/// Draws the phantoms of `plan`, `height` pixels high, into `root/<view>/<split>/<class>/`, on all cores.
///
/// A file `phantoms.txt` keeps seed, height and plan; `percent_density.csv` has the ground truth of every image.
/// Images that are there are kept, so an interrupted call is finished by the next one, a finished folder costs
/// nothing, and a folder grows when the plan does.
///
/// # Errors
/// [`Error`] when the folder was made with another seed or height, or with more patients, and whatever the file system says, with
/// the path. An interrupted call leaves no broken image.
pub fn write_dataset(
    root: impl AsRef<Path>,
    plan: &Plan,
    seed: u64,
    height: u32,
) -> Result<Written> {
    write_under(root.as_ref(), plan, seed, height)
}

fn write_under(root: &Path, plan: &Plan, seed: u64, height: u32) -> Result<Written> {
    let planned = plan.phantoms(seed);
    if planned.is_empty() || !HEIGHTS.contains(&height) {
        let patients = plan.train + plan.validation + plan.test;
        return Err(Error::at(root)(format!(
            "{patients} patients of each class, {height} pixels high: draw at least one patient, 8 to 8192 pixels"
        )));
    }
    fs::create_dir_all(root).map_err(Error::at(root))?;
    claim(root, plan, seed, height)?;
    for phantom in &planned {
        if let Some(folder) = root.join(phantom.path()).parent() {
            fs::create_dir_all(folder).map_err(Error::at(folder))?;
        }
    }
    let drawn = planned
        .par_iter()
        .map(|phantom| {
            let path = root.join(phantom.path());
            if path.exists() {
                return Ok(0);
            }
            write_png(&path, phantom.phantom, height)?;
            Ok(1)
        })
        .sum::<Result<usize>>()?;
    write_truth(root, &planned)?;
    Ok(Written {
        drawn,
        kept: planned.len() - drawn,
    })
}

/// Writes the manifest, after a look at the one that is there.
fn claim(root: &Path, plan: &Plan, seed: u64, height: u32) -> Result<()> {
    let path = root.join(MANIFEST);
    let picture = format!("phantoms, drawing {DRAWING}, seed {seed}, height {height}");
    let counts = [plan.train, plan.validation, plan.test];
    let [train, val, test] = counts;
    let wanted = format!("{picture}\npatients per class: train {train}, val {val}, test {test}\n");
    let found = match fs::read_to_string(&path) {
        Ok(found) => found,
        Err(e) if e.kind() == ErrorKind::NotFound => String::new(),
        Err(e) => return Err(Error::at(&path)(e)),
    };
    // Patients keep their numbers in a larger plan, so a folder can grow; it cannot shrink, for nothing is deleted.
    let grows = || {
        let numbers = found.strip_prefix(&picture)?.split([' ', ',', '\n']);
        let old = numbers.filter_map(|w| w.parse::<usize>().ok());
        Some(old.zip(counts).all(|(old, new)| old <= new))
    };
    if !found.is_empty() && grows() != Some(true) {
        return Err(Error::at(root)(format!(
            "holds other phantoms; take another folder, or delete this one to draw it anew\nthere: {}\nasked: {}",
            found.trim().replace('\n', ", "),
            wanted.trim().replace('\n', ", ")
        )));
    }
    fs::write(&path, wanted).map_err(Error::at(&path))
}

/// Draws and writes an image under another name first, so that what has the right name is whole.
fn write_png(path: &Path, phantom: Phantom, height: u32) -> Result<()> {
    let part = path.with_extension("part");
    phantom
        .draw(height)
        .image
        .save_with_format(&part, image::ImageFormat::Png)
        .map_err(Error::at(&part))?;
    fs::rename(&part, path).map_err(Error::at(path))
}

fn write_truth(root: &Path, planned: &[PlannedPhantom]) -> Result<()> {
    let mut csv = String::from("file,percent_density\n");
    for phantom in planned {
        let file = phantom.path();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        csv += &format!("{name},{:.2}\n", phantom.phantom.reading().volumetric_density);
    }
    let path = root.join("percent_density.csv");
    fs::write(&path, csv).map_err(Error::at(&path))
}
