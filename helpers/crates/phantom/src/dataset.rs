//! Folders of phantoms, laid out as the tutorial's images are.

use crate::draw::HEIGHTS;
use crate::noise::mix;
use crate::{Density, Phantom};
use ::density::data::{Projection, Split};
use ::density::error::{Error, Result};
use ::density::files::{claim_folder, write_atomically};
use ::density::interrupt::Interruptible;
use image::GrayImage;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// The file that says what a folder was drawn with.
const MANIFEST: &str = "phantoms.txt";
/// The file with the truth about every image.
const TRUTH: &str = "truth.csv";
const TRUTH_HEADER: &str = "file,class,percent_density,volumetric_density,look";
/// Counts up when the same seed no longer gives the same pictures.
const DRAWING: u32 = 8;

/// How many patients to draw. Every patient has all four views and belongs to one class and one split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Patients of each class in `train`.
    pub train: usize,
    /// Patients of each class in `val`.
    pub validation: usize,
    /// Patients of each class in `test`.
    pub test: usize,
    /// Writes JPEG of quality 92 instead of PNG: a third of the size. Masks stay PNG.
    pub jpeg: bool,
    /// Writes masks of the training and validation images, too, for a training that asks for the tissue.
    pub masks: bool,
    /// The clinic all patients come from ([`Phantom::clinic`]); `None` for a clinic each.
    pub clinic: Option<u64>,
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
            ..Plan::default()
        }
    }

    /// The same plan with masks of all images.
    pub fn with_masks(self) -> Plan {
        Plan {
            masks: true,
            ..self
        }
    }

    /// The same plan for patients who all come from one clinic, see [`Phantom::clinic`].
    pub fn in_clinic(self, clinic: u64) -> Plan {
        Plan {
            clinic: Some(clinic),
            ..self
        }
    }

    /// Test images alone, `per_class` of each class.
    pub fn test_only(per_class: usize) -> Plan {
        Plan {
            train: 0,
            validation: 0,
            test: per_class,
            ..Plan::shared_out(0)
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
                    planned.extend(Projection::ALL.map(|view| PlannedPhantom {
                        patient,
                        split,
                        jpeg: self.jpeg,
                        masked: self.masks || split == Split::Test,
                        phantom: Phantom {
                            patient_seed,
                            view,
                            density,
                            clinic: self.clinic,
                        },
                    }));
                }
            }
        }
        planned.sort_by_key(|p| (p.patient, p.phantom.view as usize));
        planned
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
    /// Whether it is written as JPEG.
    pub jpeg: bool,
    /// Whether a mask of its tissue is written.
    pub masked: bool,
}

impl PlannedPhantom {
    /// Where it goes under the root: `CC_L/train/A/1000_1_A_CC_L.png`.
    pub fn path(&self) -> PathBuf {
        let kind = if self.jpeg { "jpg" } else { "png" };
        self.place(self.split.name(), kind)
    }

    /// Where the mask of an image goes that has one: `CC_L/masks/A/1002_1_A_CC_L.png`. Its pixels are those of
    /// [`Drawing::tissue`](crate::Drawing::tissue), times 80: background 0, fat 80, fibroglandular tissue 160, muscle 240.
    pub fn mask_path(&self) -> Option<PathBuf> {
        self.masked.then(|| self.place("masks", "png"))
    }

    fn place(&self, folder: &str, kind: &str) -> PathBuf {
        let (view, class) = (self.phantom.view.name(), self.phantom.density.name());
        [view, folder, class]
            .iter()
            .collect::<PathBuf>()
            .join(format!("{}_1_{class}_{view}.{kind}", self.patient))
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

impl std::fmt::Display for Written {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} images drawn, {} kept", self.drawn, self.kept)
    }
}

/// Draws the phantoms of `plan`, `height` pixels high, into `root/<view>/<split>/<class>/`, on all cores. Test images,
/// and all where the plan asks for it, have masks of their tissue in `root/<view>/masks/<class>/`.
///
/// A file `phantoms.txt` keeps seed, height and plan; `truth.csv` has percent density, volumetric density and look of every
/// image. Images that are there are kept, so an interrupted call is finished by the next one, a finished folder costs
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
    let work = Interruptible::begin();
    let root = root.as_ref();
    let planned = plan.phantoms(seed);
    if planned.is_empty() || !HEIGHTS.contains(&height) {
        let patients = plan.train + plan.validation + plan.test;
        return Err(refused(
            root,
            format!(
                "{patients} patients of each class, {height} pixels high: draw at least one patient, 8 to 8192 pixels"
            ),
        ));
    }
    fs::create_dir_all(root).map_err(Error::io(root))?;
    claim(root, plan, seed, height)?;
    for phantom in &planned {
        for path in [Some(phantom.path()), phantom.mask_path()].iter().flatten() {
            if let Some(folder) = root.join(path).parent() {
                fs::create_dir_all(folder).map_err(Error::io(folder))?;
            }
        }
    }
    let truth = Truth::open(root)?;
    let drawn = planned
        .par_iter()
        .map(|planned| {
            work.check(|| {
                "the phantoms drawn so far are kept; the same call draws the others".into()
            })?;
            let there = |path: PathBuf| root.join(path).exists();
            let name = planned.path();
            let known = truth.known(&name);
            if known && there(name) && planned.mask_path().is_none_or(there) {
                return Ok(0);
            }
            write_images(root, planned, height).and_then(|row| truth.add(row))?;
            Ok(1)
        })
        .sum::<Result<usize>>()?;
    truth.close()?;
    Ok(Written {
        drawn,
        kept: planned.len() - drawn,
    })
}

/// The truth about every image: read before drawing, added to line by line, so that what an interrupted call has drawn is
/// known to the next one, and sorted at the end.
struct Truth {
    path: PathBuf,
    rows: BTreeMap<String, String>,
    file: Mutex<fs::File>,
}

impl Truth {
    fn open(root: &Path) -> Result<Truth> {
        let path = root.join(TRUTH);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => String::new(),
            Err(e) => return Err(Error::io(&path)(e)),
        };
        // A line cut short is no row.
        let whole = text
            .split_inclusive('\n')
            .filter_map(|l| l.strip_suffix('\n'));
        let rows = whole
            .filter(|l| *l != TRUTH_HEADER)
            .filter_map(|l| Some((l.split_once(',')?.0.to_string(), l.to_string())))
            .collect();
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(&path)
            .map_err(Error::io(&path))?;
        if !text.is_empty() && !text.ends_with('\n') {
            writeln!(&file).map_err(Error::io(&path))?;
        }
        let file = Mutex::new(file);
        Ok(Truth { path, rows, file })
    }

    fn known(&self, image: &Path) -> bool {
        let name = image.file_name().unwrap_or_default().to_string_lossy();
        self.rows.contains_key(name.as_ref())
    }

    fn add(&self, row: String) -> Result<()> {
        let mut file = self.file.lock().unwrap_or_else(|e| e.into_inner());
        file.write_all(format!("{row}\n").as_bytes())
            .map_err(Error::io(&self.path))
    }

    /// Sorts the file; what was added twice stays once.
    fn close(self) -> Result<()> {
        let root = self.path.parent().unwrap_or(Path::new("."));
        let rows = Truth::open(root)?.rows;
        let mut csv = format!("{TRUTH_HEADER}\n");
        for row in rows.values() {
            csv += &format!("{row}\n");
        }
        write_atomically(&self.path, csv.as_bytes())
    }
}

/// Writes the manifest, after a look at the one that is there.
fn claim(root: &Path, plan: &Plan, seed: u64, height: u32) -> Result<()> {
    let clinic = plan
        .clinic
        .map_or(String::new(), |c| format!(", clinic {c}"));
    let picture = format!("phantoms, drawing {DRAWING}, seed {seed}, height {height}{clinic}");
    let counts = [plan.train, plan.validation, plan.test];
    let [train, val, test] = counts;
    let wanted = format!("{picture}\npatients per class: train {train}, val {val}, test {test}\n");
    // Patients keep their numbers in a larger plan, so a folder can grow; it cannot shrink, for nothing is deleted.
    let grows = |found: &str| {
        let numbers = found.strip_prefix(&picture)?.split([' ', ',', '\n']);
        let old = numbers.filter_map(|w| w.parse::<usize>().ok());
        Some(old.zip(counts).all(|(old, new)| old <= new))
    };
    claim_folder(root, MANIFEST, &wanted, |found| grows(found) == Some(true))
}

fn refused(path: &Path, problem: String) -> Error {
    Error::Folder {
        path: path.to_path_buf(),
        problem,
    }
}

/// Draws a phantom, writes image and mask, and tells its row of the truth.
fn write_images(root: &Path, planned: &PlannedPhantom, height: u32) -> Result<String> {
    let drawing = planned.phantom.draw(height);
    let write = |path: PathBuf, image: &GrayImage, jpeg: bool| {
        let path = root.join(path);
        let bytes = if jpeg { jpeg_of(image) } else { png_of(image) };
        write_atomically(&path, &bytes.map_err(|e| refused(&path, e.to_string()))?)
    };
    if let Some(path) = planned.mask_path() {
        let mut mask = drawing.tissue.clone();
        mask.iter_mut().for_each(|kind| *kind *= 80);
        write(path, &mask, false)?;
    }
    let path = planned.path();
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    write(path, &drawing.image, planned.jpeg)?;
    Ok(format!(
        "{name},{},{:.2},{:.2},{}",
        planned.phantom.density.name(),
        drawing.percent_density,
        drawing.volumetric_density,
        planned.phantom.look()
    ))
}

fn png_of(image: &GrayImage) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    image.write_to(
        &mut std::io::Cursor::new(&mut bytes),
        image::ImageFormat::Png,
    )?;
    Ok(bytes)
}

fn jpeg_of(image: &GrayImage) -> image::ImageResult<Vec<u8>> {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 92).encode_image(image)?;
    Ok(bytes)
}
