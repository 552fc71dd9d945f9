//! mini-MIAS, a data set of 322 scanned films, into the tutorial's folders.

use crate::Breast;
use crate::deal::Shares;
use crate::mias_deal::{Film, claim, deal_films};
use crate::mias_info::{film_number, read_info};
use crate::picture::write_png;
use density::data::Split;
use density::error::{Error, Result};
use density::interrupt::Interruptible;
use image::{DynamicImage, GrayImage, ImageFormat};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Width and height of every film, in pixels of 200 µm.
const SIDE: u32 = 1024;

/// How [`import_mini_mias`] cuts and shares out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MiniMiasOptions {
    /// Cuts each image to the breast (default), with labels and markers beside it in black. The films as they are have
    /// 1024 x 1024 pixels, more than half of them black.
    pub crop: bool,
    /// Share of the patients to validate with (default a sixth).
    pub validation: f64,
    /// Share of the patients to test with (default a sixth).
    pub test: f64,
    /// Which patients these are.
    pub seed: u64,
}

impl MiniMiasOptions {
    pub(crate) fn shares(&self) -> Shares {
        Shares {
            validation: self.validation,
            test: self.test,
            seed: self.seed,
        }
    }
}

impl Default for MiniMiasOptions {
    fn default() -> MiniMiasOptions {
        MiniMiasOptions {
            crop: true,
            validation: 1.0 / 6.0,
            test: 1.0 / 6.0,
            seed: 1,
        }
    }
}

/// What [`import_mini_mias`] found and did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MiniMiasImport {
    /// Images written.
    pub written: usize,
    /// Images that were there from an earlier call.
    pub kept: usize,
    /// Images that `Info.txt` lists and the folder does not have.
    pub absent: usize,
    /// Patients in train, val and test.
    pub patients: [usize; 3],
}

/// One line.
impl std::fmt::Display for MiniMiasImport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [train, val, test] = self.patients;
        write!(
            f,
            "{} images of {} patients (train {train}, val {val}, test {test}): {} written, {} kept; {} listed images absent",
            self.written + self.kept,
            train + val + test,
            self.written,
            self.kept,
            self.absent
        )
    }
}

/// Reads mini-MIAS as distributed, a folder with `Info.txt` and `mdb001.pgm` to `mdb322.pgm`, and writes it as grey PNG
/// to `target/<MLO_R | MLO_L>/<train | val | test>/<F | G | D>/001_mdb001.png`; the number in front is the patient's
/// ([`patient_of`](density::data::patient_of)). The classes are fatty, fatty-glandular and dense-glandular tissue, which
/// are not BI-RADS'. Images that are not in the folder are counted and left out.
///
/// Odd films become `MLO_R`, even ones `MLO_L`, as `Info.txt` says (even = left) and as the images look: the chest wall
/// of odd films is at the right edge, as in the tutorial's `MLO_R`. The lead letters on the films do not settle which
/// breast it was: all are mirrored, and they mostly read R on even films and L on odd ones (R on mdb002, mdb004 and
/// mdb012, L on mdb011), as if scanned from behind, but L on the even mdb026. It makes no difference to density; how the
/// breast lies does to a network.
///
/// Patients are dealt to splits whole, density by density in an order that the seed fixes; of a density with 3 patients
/// or more, each split has one at least. A second call keeps what is there, so it costs little and adds images that
/// were absent.
///
/// Source: J. Suckling et al., "The Mammographic Image Analysis Society digital mammogram database", Excerpta Medica,
/// International Congress Series 1069, pp. 375-378, 1994. Its licence allows research only, and asks to be cited; never
/// pass its images on.
///
/// # Errors
/// [`Error::Io`] when `Info.txt` is absent; [`Error::Text`] with the line of it that cannot be read; [`Error::Image`]
/// for a file that is no 8-bit grey PGM of 1024 x 1024 pixels, or is black; [`Error::Folder`] when there is no image at
/// all, or the target was made with other options or patients; [`Error::Parameter`] for shares that leave nothing to
/// train with.
pub fn import_mini_mias(
    source: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: MiniMiasOptions,
) -> Result<MiniMiasImport> {
    let work = Interruptible::begin();
    let source = source.as_ref();
    let target = target.as_ref();
    options.shares().check()?;
    let (info, files) = files_of(source)?;
    let listed = read_info(&info)?;
    let films = listed
        .iter()
        .map(|(&number, &density)| Film { number, density });
    let films = films.filter(|film| files.contains_key(&film.number));
    let films = films.collect::<Vec<_>>();
    if films.is_empty() {
        return Err(Error::Folder {
            path: source.to_path_buf(),
            problem: format!(
                "has none of the {} images that Info.txt lists, mdb001.pgm and so on",
                listed.len()
            ),
        });
    }
    let splits = deal_films(&films, options);
    claim(target, options, &films, &splits)?;
    let written = films
        .par_iter()
        .map(|film| {
            work.check(|| {
                "the films imported so far are kept; the same call imports the others".into()
            })?;
            let path = target.join(film.path(splits[&film.patient()]));
            if path.exists() {
                return Ok(0);
            }
            write_film(&files[&film.number], &path, options.crop).map(|()| 1)
        })
        .sum::<Result<usize>>()?;
    let count = |split| splits.values().filter(|s| **s == split).count();
    Ok(MiniMiasImport {
        written,
        kept: films.len() - written,
        absent: listed.len() - films.len(),
        patients: Split::ALL.map(count),
    })
}

/// `Info.txt` and the films by their numbers, in whatever case their names are.
fn files_of(source: &Path) -> Result<(PathBuf, BTreeMap<u32, PathBuf>)> {
    let mut info = source.join("Info.txt");
    let mut films = BTreeMap::new();
    let entries = std::fs::read_dir(source).map_err(Error::io(source))?;
    let mut paths = entries
        .map(|entry| entry.map(|e| e.path()).map_err(Error::io(source)))
        .collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let named = |name: Option<&std::ffi::OsStr>| {
            name.unwrap_or_default().to_string_lossy().into_owned()
        };
        if named(path.file_name()).eq_ignore_ascii_case("Info.txt") {
            info = path;
        } else if named(path.extension()).eq_ignore_ascii_case("pgm")
            && let Some(number) = film_number(&named(path.file_stem()))
            && let Some(other) = films.insert(number, path.clone())
        {
            return Err(Error::Image {
                path,
                problem: format!(
                    "is film {number} as {} is; keep one of them",
                    other.display()
                ),
            });
        }
    }
    Ok((info, films))
}

fn write_film(from: &Path, to: &Path, crop: bool) -> Result<()> {
    let problem = |problem: String| Error::Image {
        path: from.to_path_buf(),
        problem,
    };
    let mut image = read_pgm(from)?;
    if crop {
        let breast = Breast::find(&image);
        let breast =
            breast.ok_or_else(|| problem("is black: there is no breast to cut to".into()))?;
        image = breast.cut_out(&image);
    }
    write_png(&image, to)
}

fn read_pgm(path: &Path) -> Result<GrayImage> {
    let problem = |problem: String| Error::Image {
        path: path.to_path_buf(),
        problem,
    };
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let decoded = image::load_from_memory_with_format(&bytes, ImageFormat::Pnm)
        .map_err(|e| problem(format!("is no PGM that can be read ({e}); fetch it again")))?;
    let size = (decoded.width(), decoded.height());
    match decoded {
        DynamicImage::ImageLuma8(grey) if size == (SIDE, SIDE) => Ok(grey),
        other => Err(problem(format!(
            "is {:?} of {} x {} pixels; the films of mini-MIAS are 8-bit grey of {SIDE} x {SIDE}",
            other.color(),
            size.0,
            size.1
        ))),
    }
}
