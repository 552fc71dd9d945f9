//! Which patient an image is of.

use crate::data::TextTable;
use crate::data::listing::{EXTENSIONS, stated};
use crate::error::{Error, Result};
use crate::files::text_of;
use crate::said::say_once;
use regex::Regex;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file of a data set that holds the pattern of its file names, see [`Patients::pattern`].
pub const PATTERN_FILE: &str = "patients.txt";
/// The file of a data set that holds the patient of each image, see [`Patients::table`].
pub const TABLE_FILE: &str = "patients.csv";
/// What a pattern has where the patient stands.
const MARK: &str = "{patient}";
/// Extensions, beside those of images, that are no part of a name.
const OTHER_EXTENSIONS: [&str; 3] = ["dcm", "dicom", "npy"];
/// Folders of a path that may be part of an image's name.
const DEEPEST: usize = 4;
/// Images of a patient beyond which names are more likely read wrongly.
const MOST_IMAGES: usize = 20;

/// How the patient of an image is found: from its file name, or in a table.
///
/// The tutorial's images begin with the patient and `_`, `1000` of `1000_1_A_CC_R.png`; that is the default. For others a pattern or a table
/// tells. A data set may hold either as a file, `patients.txt` or `patients.csv`, which is looked for where [`CLASSES_FILE`](crate::data::CLASSES_FILE)
/// is: then everything that reads its folders knows.
///
/// ```
/// use density::data::Patients;
/// assert_eq!(Patients::default().of("1000_1_A_CC_R.png").as_deref(), Some("1000"));
/// let cbis = Patients::pattern("P_{patient}_*")?;
/// assert_eq!(cbis.of("P_00001_LEFT_CC.png").as_deref(), Some("00001"));
/// let vindr = Patients::pattern("{patient}/*")?;
/// assert_eq!(vindr.of("CC_L/test/B/study7/image1.png").as_deref(), Some("study7"));
/// # Ok::<(), density::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patients(Rule);

#[derive(Clone, Debug, Default)]
enum Rule {
    #[default]
    BeforeUnderscore,
    Pattern {
        text: String,
        regex: Regex,
    },
    Table {
        path: PathBuf,
        of: Arc<HashMap<String, String>>,
    },
    /// Of images by their whole paths.
    Listed(Arc<HashMap<PathBuf, String>>),
}

impl Eq for Rule {}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        match (self, other) {
            (Rule::BeforeUnderscore, Rule::BeforeUnderscore) => true,
            (Rule::Pattern { text, .. }, Rule::Pattern { text: other, .. }) => text == other,
            (Rule::Table { of, .. }, Rule::Table { of: other, .. }) => of == other,
            (Rule::Listed(of), Rule::Listed(other)) => of == other,
            _ => false,
        }
    }
}

impl Patients {
    /// By a pattern of the file names without their extension: `{patient}` stands for the patient, `*` for anything, as little of it as fits,
    /// but for `/`. `P_{patient}_*` reads `P_00001_LEFT_CC.png` of CBIS-DDSM, `*_{patient}_*` INbreast's `20586908_6c613a14b80a8591_MG_R_CC_ANON.png`,
    /// `{patient}/*` names within a folder for each patient.
    ///
    /// # Errors
    /// [`Error::Parameter`] unless `{patient}` stands in it once.
    pub fn pattern(pattern: &str) -> Result<Patients> {
        let refused = |problem: &str| Err(Error::parameter("pattern", pattern, problem));
        let text = without_extension(pattern.trim());
        let Some((before, after)) = text.split_once(MARK) else {
            return refused("mark the patient by {patient}, as in \"P_{patient}_*\"");
        };
        if after.contains(MARK) {
            return refused("has {patient} twice; a * stands for anything else");
        }
        let any = |part: &str| {
            let literal = part.split('*').map(regex::escape);
            literal.collect::<Vec<_>>().join("[^/]*?")
        };
        let regex = format!("^{}([^/]+?){}$", any(before), any(after));
        match Regex::new(&regex) {
            Ok(regex) => Ok(Patients(Rule::Pattern {
                text: text.to_string(),
                regex,
            })),
            Err(e) => refused(&e.to_string()),
        }
    }

    /// By a table with the columns `file` and `patient`, in CSV with commas, semicolons or tabs. A file may be given with or without extension and
    /// folders.
    ///
    /// # Errors
    /// [`Error::Io`] when it cannot be read, [`Error::Text`] when it has other columns, or two patients for one file.
    pub fn table(path: impl AsRef<Path>) -> Result<Patients> {
        let path = path.as_ref();
        let table = TextTable::read(path)?;
        let (files, patients) = (table.column(&["file"])?, table.column(&["patient"])?);
        let mut of = HashMap::new();
        for (row, (file, patient)) in files.iter().zip(patients).enumerate() {
            if file.is_empty() || patient.is_empty() {
                continue;
            }
            let name = name_of(Path::new(&file.replace('\\', "/")), DEEPEST);
            if let Some(other) = of.insert(name, patient.clone())
                && other != *patient
            {
                let what = format!("{file} is of patient {patient}, and above of {other}");
                return Err(table.row_problem(row, what));
            }
        }
        if of.is_empty() {
            return Err(table.row_problem(
                0,
                "names no image; give a file and its patient on each line",
            ));
        }
        Ok(Patients(Rule::Table {
            path: path.to_path_buf(),
            of: Arc::new(of),
        }))
    }

    /// What a data set states, in `patients.csv` or `patients.txt` in `folder` or one of the three folders above, the nearest of them; else the
    /// default.
    ///
    /// # Errors
    /// As [`Patients::table`] and [`Patients::pattern`].
    pub fn stated_in(folder: &Path) -> Result<Patients> {
        let Some(path) = stated(folder, &[TABLE_FILE, PATTERN_FILE]) else {
            return Ok(Patients::default());
        };
        if path.ends_with(TABLE_FILE) {
            return Patients::table(path);
        }
        let bytes = std::fs::read(&path).map_err(Error::io(&path))?;
        let text = text_of(&bytes).unwrap_or_default();
        let mut lines = text.lines().enumerate();
        let line = lines.find(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let (number, line) = line.unwrap_or((0, ""));
        Patients::pattern(line).map_err(|e| Error::Text {
            path,
            line: number + 1,
            problem: e.to_string(),
        })
    }

    /// The patient of an image; `None` where the name does not tell.
    pub fn of(&self, image: impl AsRef<Path>) -> Option<String> {
        let image = image.as_ref();
        match &self.0 {
            Rule::BeforeUnderscore => {
                let name = name_of(image, 0);
                let patient = name.split('_').next()?;
                (!patient.is_empty()).then(|| patient.to_string())
            }
            Rule::Pattern { text, regex } => {
                let folders = text.matches('/').count();
                Some(regex.captures(&name_of(image, folders))?[1].to_string())
            }
            Rule::Table { of, .. } => {
                let mut names = (0..=DEEPEST).rev().map(|folders| name_of(image, folders));
                names.find_map(|name| of.get(&name)).cloned()
            }
            Rule::Listed(of) => of.get(image).cloned(),
        }
    }

    /// [`Patients::of`] an image at `path`, which is `name` within the folder of its class: no folder above that is part of a pattern.
    pub(crate) fn of_named(&self, path: &Path, name: &str) -> Option<String> {
        match self.0 {
            Rule::Pattern { .. } => self.of(name),
            _ => self.of(path),
        }
    }

    /// Patients of images by their whole paths.
    pub(crate) fn listed(images: impl IntoIterator<Item = (PathBuf, String)>) -> Patients {
        Patients(Rule::Listed(Arc::new(images.into_iter().collect())))
    }

    /// Whether it is the tutorial's way of naming.
    pub(crate) fn is_default(&self) -> bool {
        matches!(self.0, Rule::BeforeUnderscore)
    }
}

/// The patients of images, each of which has one.
///
/// # Errors
/// [`Error::Labels`] for the first image of which none is told, and where several images all are of one patient: more likely their names are read
/// wrongly. A line says so where patients have twenty images and more.
pub(crate) fn each_known<'a>(
    images: impl IntoIterator<Item = &'a Path>,
    patients: Vec<Option<String>>,
) -> Result<Vec<String>> {
    let mut images = images.into_iter().peekable();
    let first = images
        .peek()
        .map_or("", |path| path.to_str().unwrap_or_default());
    let known = images.zip(patients).map(|(image, patient)| {
        patient.ok_or_else(|| {
            Error::Labels(format!(
                "{}: nothing tells its patient; {TELL}",
                image.display()
            ))
        })
    });
    let known = known.collect::<Result<Vec<_>>>()?;
    let different = known.iter().collect::<HashSet<_>>().len();
    if different == 1 && known.len() > 1 {
        return Err(Error::Labels(format!(
            "all {} images are of one patient, \"{}\", as their names are read ({first}, ...); {TELL}",
            known.len(),
            known[0]
        )));
    }
    if different * MOST_IMAGES <= known.len() {
        say_once(&format!(
            "{} images are of {different} patients, as their names are read ({first}, ...); if these are too few, {TELL}",
            known.len()
        ));
    }
    Ok(known)
}

/// What to do where names tell no patient, or the wrong one.
pub(crate) const TELL: &str = "say where the patient stands by Patients::pattern(\"P_{patient}_*\"), or in patients.txt (such a pattern) or patients.csv (a \
                    table of file and patient) in the folder of the data set";

impl std::fmt::Display for Patients {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Rule::BeforeUnderscore => f.write_str("the name up to the first _"),
            Rule::Pattern { text, .. } => write!(f, "the pattern {text}"),
            Rule::Table { path, .. } => write!(f, "the table {}", path.display()),
            Rule::Listed(_) => f.write_str("what each folder states"),
        }
    }
}

/// The name of an image with up to `folders` of its folders, by `/`, without the extension of an image.
fn name_of(image: &Path, folders: usize) -> String {
    let parts = image.iter().map(|part| part.to_string_lossy());
    let parts = parts
        .filter(|part| part != "." && part != "/")
        .collect::<Vec<_>>();
    let first = parts.len().saturating_sub(folders.saturating_add(1));
    without_extension(&parts[first..].join("/")).to_string()
}

fn without_extension(name: &str) -> &str {
    let known = |extension: &str| {
        let mut all = EXTENSIONS.iter().chain(&OTHER_EXTENSIONS);
        all.any(|known| known.eq_ignore_ascii_case(extension))
    };
    match name.rsplit_once('.') {
        Some((name, extension)) if known(extension) => name,
        _ => name,
    }
}

/// The patient an image is of in the tutorial's way of naming, [`Patients::default`]: its file name up to the first `_`, or the whole name without
/// extension; `None` where that is empty.
pub fn patient_of(path: impl AsRef<Path>) -> Option<String> {
    Patients::default().of(path)
}
