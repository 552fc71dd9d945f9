//! Which patient an image is of.

use crate::data::listing::{EXTENSIONS, stated};
use crate::error::{Error, Result};
use crate::files::text_of;
use polars::prelude::{CsvParseOptions, CsvReadOptions, DataFrame, SerReader};
use regex::Regex;
use std::collections::HashMap;
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
}

impl Eq for Rule {}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        match (self, other) {
            (Rule::BeforeUnderscore, Rule::BeforeUnderscore) => true,
            (Rule::Pattern { text, .. }, Rule::Pattern { text: other, .. }) => text == other,
            (Rule::Table { of, .. }, Rule::Table { of: other, .. }) => of == other,
            _ => false,
        }
    }
}

impl Patients {
    /// By a pattern of the file names without their extension: `{patient}` stands for the patient, `*` for anything, as little of it as fits.
    /// `P_{patient}_*` reads `P_00001_LEFT_CC.png` of CBIS-DDSM, `*_{patient}_*` INbreast's `20586908_6c613a14b80a8591_MG_R_CC_ANON.png`,
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
            literal.collect::<Vec<_>>().join(".*?")
        };
        // Behind a folder or from the start, to the end.
        let regex = format!("^(?:.*/)?{}([^/]+?){}$", any(before), any(after));
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
        let bytes = std::fs::read(path).map_err(Error::io(path))?;
        let problem = |line: usize, problem: String| Error::Text {
            path: path.to_path_buf(),
            line,
            problem,
        };
        let text =
            text_of(&bytes).ok_or_else(|| problem(1, "is no text; save it as CSV".into()))?;
        let frame = csv(&text).map_err(|e| problem(1, format!("is no CSV table: {e}")))?;
        let column = |name: &str| -> Result<Vec<String>> {
            let found = frame.columns().iter();
            let mut found = found.filter(|c| c.name().trim().eq_ignore_ascii_case(name));
            let Some(column) = found.next() else {
                let names = frame.columns().iter().map(|c| c.name().as_str());
                let names = names.collect::<Vec<_>>().join(", ");
                let what =
                    format!("has the columns {names}, where `file` and `patient` are needed");
                return Err(problem(1, what));
            };
            let values = column.str()?.iter();
            Ok(values
                .map(|v| v.unwrap_or_default().trim().to_string())
                .collect())
        };
        let mut of = HashMap::new();
        for (row, (file, patient)) in column("file")?
            .into_iter()
            .zip(column("patient")?)
            .enumerate()
        {
            if file.is_empty() || patient.is_empty() {
                continue;
            }
            let name = name_of(Path::new(&file.replace('\\', "/")), DEEPEST);
            if let Some(other) = of.insert(name, patient.clone())
                && other != patient
            {
                let what = format!("{file} is of patient {patient}, and above of {other}");
                return Err(problem(row + 2, what));
            }
        }
        if of.is_empty() {
            return Err(problem(
                2,
                "names no image; give a file and its patient on each line".into(),
            ));
        }
        Ok(Patients(Rule::Table {
            path: path.to_path_buf(),
            of: Arc::new(of),
        }))
    }

    /// What a data set states, in `patients.csv` or `patients.txt` in `folder` or one of the three folders above; else the default.
    ///
    /// # Errors
    /// As [`Patients::table`] and [`Patients::pattern`].
    pub fn stated_in(folder: &Path) -> Result<Patients> {
        if let Some(path) = stated(folder, TABLE_FILE) {
            return Patients::table(path);
        }
        let Some(path) = stated(folder, PATTERN_FILE) else {
            return Ok(Patients::default());
        };
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
                let stem = image.file_stem()?.to_string_lossy();
                let patient = stem.split('_').next()?;
                (!patient.is_empty()).then(|| patient.to_string())
            }
            Rule::Pattern { regex, .. } => {
                let name = name_of(image, usize::MAX);
                Some(regex.captures(&name)?[1].to_string())
            }
            Rule::Table { of, .. } => {
                let mut names = (0..=DEEPEST).rev().map(|folders| name_of(image, folders));
                names.find_map(|name| of.get(&name)).cloned()
            }
        }
    }

    /// [`Patients::of`].
    ///
    /// # Errors
    /// [`Error::Labels`] where the name does not tell.
    pub(crate) fn of_or_refused(&self, image: &Path) -> Result<String> {
        self.of(image).ok_or_else(|| {
            Error::Labels(format!(
                "{}: {self} tells no patient; {TELL}",
                image.display()
            ))
        })
    }

    /// Patients of these images, as a table of its own.
    pub(crate) fn listed(images: impl IntoIterator<Item = (String, String)>) -> Patients {
        let rows = images.into_iter();
        let rows = rows.map(|(file, patient)| (name_of(Path::new(&file), DEEPEST), patient));
        Patients(Rule::Table {
            path: PathBuf::new(),
            of: Arc::new(rows.collect()),
        })
    }

    /// Refuses images that all are of one patient: more likely their names are read wrongly.
    pub(crate) fn check_several(&self, patients: &[String], first: &Path) -> Result<()> {
        match patients {
            [one, rest @ ..] if !rest.is_empty() && rest.iter().all(|other| other == one) => {
                Err(Error::Labels(format!(
                    "all {} images are of one patient, \"{one}\", as {self} of {} tells; {TELL}",
                    patients.len(),
                    first.display()
                )))
            }
            _ => Ok(()),
        }
    }
}

/// What to do where names tell no patient, or the wrong one.
const TELL: &str = "say where the patient stands by Patients::pattern(\"P_{patient}_*\"), or in patients.txt (such a pattern) or patients.csv (a \
                    table of file and patient) in the folder of the data set";

impl std::fmt::Display for Patients {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.0 {
            Rule::BeforeUnderscore => f.write_str("the name up to the first _"),
            Rule::Pattern { text, .. } => write!(f, "the pattern {text}"),
            Rule::Table { path, .. } if path.as_os_str().is_empty() => f.write_str("the table"),
            Rule::Table { path, .. } => write!(f, "the table {}", path.display()),
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

/// The table of a text whose first line separates names by the commonest of `,`, `;` and tab; all columns as text.
fn csv(text: &str) -> polars::prelude::PolarsResult<DataFrame> {
    let header = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    let separators = [b'\t', b';', b','];
    let separator = separators.into_iter().max_by_key(count).unwrap_or(b',');
    CsvReadOptions::default()
        .with_infer_schema_length(Some(0))
        .with_parse_options(CsvParseOptions::default().with_separator(separator))
        .into_reader_with_file_handle(std::io::Cursor::new(text.as_bytes()))
        .finish()
}

/// The patient an image is of in the tutorial's way of naming, [`Patients::default`]: its file name up to the first `_`, or the whole name without
/// extension; `None` where that is empty.
pub fn patient_of(path: impl AsRef<Path>) -> Option<String> {
    Patients::default().of(path)
}
