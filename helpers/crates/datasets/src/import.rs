//! From files of a data set, each with what is known of it, to the tutorial's folders.

use crate::deal::{Shares, deal};
use crate::files::Files;
use crate::picture::{PictureOptions, picture, write_png};
use density::data::{Projection, Split};
use density::error::{Error, Result};
use density::files::claim_folder;
use density::progress::Progress;
use dicom_grey::{Dicom, Header, Kind, Side, View, is_dicom};
use polars::prelude::{Column, DataFrame};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

/// The file that keeps how a folder was made.
const MANIFEST: &str = "import.csv";
/// Images between two looks at the clock and at interrupts.
const TOGETHER: usize = 16;
/// Longer names of images are cut in front, in bytes, and longer names of patients left out.
const LONGEST_NAME: usize = 120;
const LONGEST_PATIENT: usize = 64;
/// Names in a line.
const NAMED: usize = 2;
/// So many images of one patient are no examination but files without names.
const SEVERAL: usize = 9;

/// How the importers of data sets share out and draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ImportOptions {
    /// How a mammogram becomes a picture.
    pub picture: PictureOptions,
    /// Takes two-dimensional views that were computed from tomosynthesis as well (default).
    pub synthetic: bool,
    /// Share of the patients to validate with (default a sixth); of those to train with, where the data set has a test set of its own.
    pub validation: f64,
    /// Share of the patients to test with (default a sixth), where the data set has no test set of its own.
    pub test: f64,
    /// Which patients these are.
    pub seed: u64,
}

impl Default for ImportOptions {
    fn default() -> ImportOptions {
        ImportOptions {
            picture: PictureOptions::default(),
            synthetic: true,
            validation: 1.0 / 6.0,
            test: 1.0 / 6.0,
            seed: 1,
        }
    }
}

/// A file of a data set, and what its tables tell of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Entry {
    /// What the tables call it.
    pub name: String,
    pub file: PathBuf,
    /// Empty where the file itself is to tell.
    pub patient: String,
    /// `None` where the file itself is to tell.
    pub view: Option<View>,
    pub side: Option<Side>,
    /// `None` in a data set without classes.
    pub class: Option<String>,
    pub split: Option<Split>,
}

/// A file that gave no image, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The file, or what the tables call it.
    pub name: String,
    /// Why.
    pub why: String,
}

impl LeftOut {
    pub(crate) fn new(name: impl Into<String>, why: impl Into<String>) -> LeftOut {
        LeftOut {
            name: name.into(),
            why: why.into(),
        }
    }
}

/// What the tables of a data set say of its files.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    pub entries: Vec<Entry>,
    pub left_out: Vec<LeftOut>,
}

impl Listing {
    /// The rows of a table: the `name` of each, and what it is or why it is left out.
    pub(crate) fn of(
        rows: usize,
        name: impl Fn(usize) -> String,
        entry: impl Fn(usize) -> Result<Entry, String>,
    ) -> Listing {
        let mut listing = Listing::default();
        for row in 0..rows {
            let name = name(row);
            match entry(row) {
                Ok(entry) => listing.entries.push(Entry { name, ..entry }),
                Err(why) => listing.left_out.push(LeftOut { name, why }),
            }
        }
        listing
    }
}

/// An image that an importer wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Imported {
    /// What it was made from.
    pub name: String,
    /// Where it is, below the target.
    pub path: PathBuf,
    /// Its projection.
    pub projection: Projection,
    /// `None` in a data set without classes, as the class.
    pub split: Option<Split>,
    /// The folder that it lies in.
    pub class: Option<String>,
    /// Whose breast it shows.
    pub patient: String,
    /// Whether an earlier call wrote it.
    pub kept: bool,
}

/// What an importer took, what it left out and why. Prints as lines.
#[derive(Clone, Debug)]
pub struct Import {
    /// The data set.
    pub set: String,
    /// What it wrote.
    pub images: Vec<Imported>,
    /// What gave no image.
    pub left_out: Vec<LeftOut>,
    /// Images below the target that are none of these: of an earlier call, with other labels.
    pub others: Vec<PathBuf>,
}

impl Import {
    /// A row per file: what became of it.
    ///
    /// # Errors
    /// None in practice.
    pub fn to_frame(&self) -> Result<DataFrame> {
        let images = self.images.iter().map(|image| {
            let what = if image.kept { "kept" } else { "written" };
            [
                image.name.clone(),
                what.into(),
                image.path.display().to_string(),
                String::new(),
            ]
        });
        let others = self.left_out.iter().map(|file| {
            [
                file.name.clone(),
                "left out".into(),
                String::new(),
                file.why.clone(),
            ]
        });
        let rows = images.chain(others).collect::<Vec<_>>();
        let column = |place: usize, name: &str| {
            let values = rows.iter().map(|row| row[place].clone());
            Column::new(name.into(), values.collect::<Vec<_>>())
        };
        let columns = ["file", "outcome", "image", "why"];
        let columns = columns.into_iter().enumerate();
        let columns = columns.map(|(place, name)| column(place, name));
        Ok(DataFrame::new(rows.len(), columns.collect())?)
    }

    /// Images of each class in a split.
    pub fn classes(&self, split: Split) -> BTreeMap<&str, usize> {
        let mut classes = BTreeMap::new();
        for image in self
            .images
            .iter()
            .filter(|image| image.split == Some(split))
        {
            *classes
                .entry(image.class.as_deref().unwrap_or_default())
                .or_default() += 1;
        }
        classes
    }

    /// The commonest class of a split and its share, which is the accuracy of who always says it; `None` in an empty split.
    pub fn majority(&self, split: Split) -> Option<(&str, f64)> {
        let classes = self.classes(split);
        let all = classes.values().sum::<usize>();
        let (class, most) = classes.into_iter().max_by_key(|(_, count)| *count)?;
        Some((class, most as f64 / all as f64))
    }
}

/// How many, of whom, by split and class, what the commonest class is worth, and what was left out.
impl std::fmt::Display for Import {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let patients = |of: Option<Split>| {
            let images = self.images.iter().filter(|i| of.is_none() || i.split == of);
            images
                .map(|i| i.patient.as_str())
                .collect::<BTreeSet<_>>()
                .len()
        };
        let kept = self.images.iter().filter(|image| image.kept).count();
        write!(
            f,
            "{}: {} images of {} patients ({} written, {kept} kept), {} files left out",
            self.set,
            self.images.len(),
            patients(None),
            self.images.len() - kept,
            self.left_out.len()
        )?;
        for split in Split::ALL {
            let classes = self.classes(split);
            if !classes.is_empty() {
                let counts = classes
                    .iter()
                    .map(|(class, count)| format!("{class} {count}"));
                let counts = counts.collect::<Vec<_>>().join(", ");
                write!(
                    f,
                    "\n  {}: {} patients, images {counts}",
                    split.name(),
                    patients(Some(split))
                )?;
            }
        }
        if let Some((class, share)) = self.majority(Split::Test) {
            write!(
                f,
                "\n  always answering {class} is right for {:.0} % of the test images: judge every accuracy against that",
                100.0 * share
            )?;
        }
        if self.images.len() >= SEVERAL && patients(None) == 1 {
            let patient = &self.images[0].patient;
            write!(
                f,
                "\n  all images are of one patient, {patient}, so all are in one split: a table with a column `patient` tells them apart"
            )?;
        }
        if let Some(first) = self.others.first() {
            write!(
                f,
                "\n  {} images in the folder are none of these (as {}): delete them, or they count with the others",
                self.others.len(),
                first.display()
            )?;
        }
        let mut reasons = BTreeMap::<&str, Vec<&str>>::new();
        for file in &self.left_out {
            reasons.entry(&file.why).or_default().push(&file.name);
        }
        for (why, names) in reasons {
            let more = if names.len() > NAMED { ", ..." } else { "" };
            let first = names[..names.len().min(NAMED)].join(", ");
            write!(f, "\n  left out, {}: {why} ({first}{more})", names.len())?;
        }
        Ok(())
    }
}

/// A file whose projection and patient are known.
struct Planned {
    entry: Entry,
    projection: Projection,
    split: Option<Split>,
    /// Below the target.
    path: PathBuf,
}

/// Brings the files of `listing` into `target`.
pub(crate) fn bring_in(
    set: &str,
    listing: Listing,
    files: &Files,
    target: &Path,
    options: &ImportOptions,
) -> Result<Import> {
    let shares = Shares {
        validation: options.validation,
        test: options.test,
        seed: options.seed,
    };
    shares.check()?;
    let Listing {
        entries,
        mut left_out,
    } = listing;
    left_out.extend(files.unread.iter().cloned());
    let entries = once_each(entries, &mut left_out);
    let mut known = Vec::new();
    let mut progress = Progress::new("reading headers", "files", entries.len());
    for together in entries.chunks(16 * TOGETHER) {
        let told = together.par_iter().map(|entry| complete(entry, options));
        for (entry, told) in together.iter().zip(told.collect::<Vec<_>>()) {
            match told {
                Ok(told) => known.push(told),
                Err(why) => left_out.push(LeftOut::new(&entry.name, why)),
            }
        }
        progress.advance(together.len())?;
    }
    if known.is_empty() {
        let mut problem = "nothing of it can be taken".to_string();
        for file in left_out.iter().take(3) {
            problem += &format!("; {}: {}", file.name, file.why);
        }
        return Err(Error::Folder {
            path: target.to_path_buf(),
            problem,
        });
    }
    one_spelling(&mut known, |entry| &mut entry.patient);
    one_spelling(&mut known, |entry| entry.class.get_or_insert_default());
    let splits = claim(set, target, options, shares, &known)?;
    let planned = plan(known, &splits);
    let others = others(target, &planned);
    let mut images = Vec::new();
    let mut progress = Progress::new(set, "images", planned.len());
    for together in planned.chunks(TOGETHER) {
        let done = together.par_iter().map(|planned| {
            let path = target.join(&planned.path);
            if path.exists() {
                return Ok(Ok(true));
            }
            match picture(&planned.entry.file, planned.projection, options.picture) {
                Err(why) => Ok(Err(why)),
                Ok(image) => write_png(&image, &path).map(|()| Ok(false)),
            }
        });
        for (planned, done) in together.iter().zip(done.collect::<Vec<_>>()) {
            match done? {
                Err(why) => left_out.push(LeftOut::new(&planned.entry.name, why)),
                Ok(kept) => images.push(Imported {
                    name: planned.entry.name.clone(),
                    path: planned.path.clone(),
                    projection: planned.projection,
                    split: planned.split,
                    class: planned.entry.class.clone(),
                    patient: planned.entry.patient.clone(),
                    kept,
                }),
            }
        }
        progress.advance(together.len()).map_err(|e| match e {
            Error::Interrupted(line) => Error::Interrupted(format!(
                "{line} (images that were written stay; the same call goes on)"
            )),
            e => e,
        })?;
    }
    Ok(Import {
        set: set.into(),
        images,
        left_out,
        others,
    })
}

/// Each file once: tables have a row for each finding. Of a file with two classes the first row counts.
fn once_each(entries: Vec<Entry>, left_out: &mut Vec<LeftOut>) -> Vec<Entry> {
    let mut classes = HashMap::<PathBuf, Option<String>>::new();
    let mut once = Vec::new();
    for entry in entries {
        match classes.get(&entry.file) {
            None => {
                classes.insert(entry.file.clone(), entry.class.clone());
                once.push(entry);
            }
            Some(class) if *class == entry.class => {}
            Some(class) => {
                let [first, other] =
                    [class, &entry.class].map(|c| c.as_deref().unwrap_or_default());
                let why = format!(
                    "a second row says {other} of a file that the first calls {first}, which counts"
                );
                left_out.push(LeftOut::new(entry.name, why));
            }
        }
    }
    once
}

/// Gives what differs in capitals alone one spelling, the first.
fn one_spelling(known: &mut [(Entry, Projection)], of: impl Fn(&mut Entry) -> &mut String) {
    let mut spellings = HashMap::<String, String>::new();
    for (entry, _) in known.iter_mut().filter(|(entry, _)| entry.class.is_some()) {
        let told = of(entry);
        *told = spellings
            .entry(told.to_lowercase())
            .or_insert_with(|| told.clone())
            .clone();
    }
}

/// Images below the target's projections that nothing is planned for.
fn others(target: &Path, planned: &[Planned]) -> Vec<PathBuf> {
    let planned = planned
        .iter()
        .map(|planned| planned.path.as_path())
        .collect::<HashSet<_>>();
    let folders = Projection::ALL.map(|projection| target.join(projection.name()));
    let there = folders
        .iter()
        .filter_map(|folder| Files::below(folder).ok());
    let there = there.flat_map(|files| files.with_extension(&["png"]));
    let there = there.filter_map(|path| Some(path.strip_prefix(target).ok()?.to_path_buf()));
    there
        .filter(|path| !planned.contains(path.as_path()))
        .collect()
}

/// Whether a file begins as DICOM files do.
pub(crate) fn holds_dicom(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(132).read_to_end(&mut first));
    read.is_ok() && is_dicom(&first)
}

/// The entry with what its file tells, and its projection; or why it is left out.
fn complete(entry: &Entry, options: &ImportOptions) -> Result<(Entry, Projection), String> {
    let mut entry = entry.clone();
    std::fs::metadata(&entry.file).map_err(|e| e.to_string())?;
    if holds_dicom(&entry.file) {
        let header = Dicom::open_header(&entry.file).map_err(|e| e.to_string())?;
        if let Some(why) = unfit(&header, options) {
            return Err(why);
        }
        entry.view = entry
            .view
            .filter(|view| *view != View::Untold)
            .or(Some(header.view));
        entry.side = entry.side.or(header.side);
        if entry.patient.is_empty() {
            entry.patient = header.patient;
        }
        if entry.patient.is_empty() {
            entry.patient = header.study;
        }
    }
    if entry.patient.is_empty() && entry.class.is_some() {
        return Err("neither table nor header tells the patient".into());
    }
    // As file names have them; a column of numbers with gaps is written with decimals.
    entry.patient = plain(whole(&entry.patient), "-");
    if entry.patient.len() > LONGEST_PATIENT {
        return Err(format!(
            "the patient's name has more than {LONGEST_PATIENT} bytes"
        ));
    }
    entry.class = entry.class.map(|class| plain(&class, "-"));
    if entry
        .class
        .as_ref()
        .is_some_and(|class| class.chars().all(|c| c == '.'))
    {
        return Err("its class is no name for a folder".into());
    }
    let projection = match (&entry.view, entry.side) {
        (Some(View::Cc), Some(Side::Right)) => Projection::CcR,
        (Some(View::Cc), Some(Side::Left)) => Projection::CcL,
        (Some(View::Mlo), Some(Side::Right)) => Projection::MloR,
        (Some(View::Mlo), Some(Side::Left)) => Projection::MloL,
        (Some(View::Other(view)), _) => return Err(format!("view {view} is neither CC nor MLO")),
        (None | Some(View::Untold), _) => return Err("no view is told".into()),
        (_, None) => return Err("no side is told".into()),
    };
    Ok((entry, projection))
}

/// Why a DICOM file gives no screening view, as far as its header tells.
fn unfit(header: &Header, options: &ImportOptions) -> Option<String> {
    let why = match header.kind {
        Kind::Other => "no mammogram",
        Kind::Tomosynthesis => "slices of a tomosynthesis",
        Kind::Synthetic if !options.synthetic => "a synthetic view of a tomosynthesis",
        _ => header.partial.map_or("", |partial| match partial {
            "magnification" => "a magnification view",
            "spot compression" => "a spot compression view",
            _ => "a view of a part of the breast",
        }),
    };
    if header.intent == dicom_grey::Intent::Processing {
        return Some("for processing, not for the eye".into());
    }
    (!why.is_empty()).then(|| why.into())
}

/// The split of every patient; none in a data set without classes. `before`: those of an earlier call, which stay.
///
/// Who has a split in the tables keeps it; who is in several trains, or validates rather than is tested, so that nobody is tested who was seen before. Where the tables tell of no patient to
/// validate with, some of those to train with do.
fn splits(
    known: &[(Entry, Projection)],
    shares: Shares,
    before: &BTreeMap<String, Split>,
) -> BTreeMap<String, (String, Split)> {
    let mut patients = BTreeMap::<&str, (&str, BTreeSet<Split>)>::new();
    for (entry, _) in known {
        if let Some(class) = &entry.class {
            let (highest, splits) = patients.entry(&entry.patient).or_default();
            *highest = (*highest).max(class);
            splits.extend(entry.split);
        }
    }
    let given = |split: Split| patients.values().any(|(_, splits)| splits.contains(&split));
    let any = Split::ALL.into_iter().any(given);
    let shares = Shares {
        validation: if given(Split::Validation) {
            0.0
        } else {
            shares.validation
        },
        test: if any { 0.0 } else { shares.test },
        ..shares
    };
    let mut dealt = BTreeMap::new();
    let mut undecided = Vec::new();
    for (patient, (class, splits)) in &patients {
        let told = before.get(*patient).copied().or(match splits.first() {
            Some(Split::Train) | None => None,
            other => other.copied(),
        });
        match told {
            Some(split) => drop(dealt.insert(*patient, split)),
            None => undecided.push((*patient, *class)),
        }
    }
    dealt.extend(deal(undecided, shares));
    let of = |(patient, split): (&str, Split)| {
        (
            patient.to_string(),
            (patients[patient].0.to_string(), split),
        )
    };
    dealt.into_iter().map(of).collect()
}

/// The splits of all patients, written into the target's manifest: those that an earlier call with the same options has dealt stay as they are.
fn claim(
    set: &str,
    target: &Path,
    options: &ImportOptions,
    shares: Shares,
    known: &[(Entry, Projection)],
) -> Result<BTreeMap<String, (String, Split)>> {
    let ImportOptions {
        picture, synthetic, ..
    } = options;
    let Shares {
        validation,
        test,
        seed,
    } = shares;
    let first = format!(
        "# {set}, {picture:?}, synthetic {synthetic}, validation {validation:.4}, test {test:.4}, seed {seed}\n"
    );
    let found = std::fs::read_to_string(target.join(MANIFEST)).unwrap_or_default();
    let mut before = BTreeMap::new();
    for row in found.lines().skip(2) {
        let split = row
            .rsplit_once(',')
            .and_then(|(_, split)| Split::ALL.into_iter().find(|s| s.name() == split));
        if let (Some((patient, _)), Some(split)) = (row.split_once(','), split) {
            before.insert(patient.to_string(), split);
        }
    }
    let splits = splits(known, shares, &before);
    let mut wanted = format!("{first}patient,class,split\n");
    for (patient, (class, split)) in &splits {
        wanted += &format!("{patient},{class},{}\n", split.name());
    }
    // Who is not there this time is there again when her files are.
    for (patient, split) in before
        .iter()
        .filter(|(patient, _)| !splits.contains_key(*patient))
    {
        wanted += &format!("{patient},,{}\n", split.name());
    }
    claim_folder(target, MANIFEST, &wanted, |found| found.starts_with(&first))?;
    Ok(splits)
}

/// Where each image goes: `MLO_R/train/C/<patient>_<name>.png`, where the patient stands before the first `_`.
fn plan(
    known: Vec<(Entry, Projection)>,
    splits: &BTreeMap<String, (String, Split)>,
) -> Vec<Planned> {
    let mut taken = HashSet::new();
    let known = known.into_iter().map(|(entry, projection)| {
        let split = splits.get(&entry.patient).map(|(_, split)| *split);
        let mut folder = PathBuf::from(projection.name());
        if let (Some(split), Some(class)) = (split, &entry.class) {
            folder = folder.join(split.name()).join(class);
        }
        let name = plain(&entry.name, "_-");
        // In front of a long name stand the folders that all share.
        let cut = (name.len().saturating_sub(LONGEST_NAME)..).find(|at| name.is_char_boundary(*at));
        let name = &name[cut.unwrap_or(0)..];
        let name = match entry.patient.as_str() {
            "" => name.to_string(),
            patient => format!("{patient}_{name}"),
        };
        let mut path = folder.join(format!("{name}.png"));
        let mut number = 2;
        // Some systems do not tell capitals apart.
        while !taken.insert(path.to_string_lossy().to_lowercase()) {
            path = folder.join(format!("{name}-{number}.png"));
            number += 1;
        }
        Planned {
            entry,
            projection,
            split,
            path,
        }
    });
    known.collect()
}

/// `12` of `12.0`, as programs write columns of whole numbers with gaps.
pub(crate) fn whole(number: &str) -> &str {
    number.trim().trim_end_matches(".0")
}

/// Letters, digits, dots and what is `kept`; anything else becomes `-`.
fn plain(text: &str, kept: &str) -> String {
    let of = |c: char| {
        if c.is_alphanumeric() || c == '.' || kept.contains(c) {
            c
        } else {
            '-'
        }
    };
    text.chars().map(of).collect()
}
