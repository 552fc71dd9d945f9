//! Public data sets of mammograms with BI-RADS densities, from their own tables and folders. Their headers alone were known when this was written: no real file
//! of them has been tried.

use crate::files::Files;
use crate::import::{Entry, Import, ImportOptions, Listing, bring_in, whole};
use crate::labels::{side, split};
use density::data::{Split, TextTable};
use density::error::{Error, Result};
use dicom_grey::View;
use std::collections::HashMap;
use std::path::Path;

/// `A` to `D` of a density as data sets write it: `C`, `DENSITY C`, `3`, `3.0`.
fn density(told: &str) -> Result<String, String> {
    let told = told.trim();
    let last = told.rsplit(' ').next().unwrap_or_default().to_uppercase();
    match last.trim_end_matches(".0") {
        "A" | "1" => Ok("A".into()),
        "B" | "2" => Ok("B".into()),
        "C" | "3" => Ok("C".into()),
        "D" | "4" => Ok("D".into()),
        "" | "0" | "NAN" => Err("no density is told".into()),
        _ => Err(format!("density {told} is none of A to D")),
    }
}

/// What every table tells of an image: its class, view and side.
struct Told<'a> {
    densities: &'a [String],
    views: &'a [String],
    sides: &'a [String],
}

impl Told<'_> {
    fn in_columns<'a>(
        table: &'a TextTable,
        density: &[&str],
        view: &str,
        side: &str,
    ) -> Result<Told<'a>> {
        Ok(Told {
            densities: table.column(density)?,
            views: table.column(&[view])?,
            sides: table.column(&[side])?,
        })
    }

    /// The entry of a row, but for its file and its patient.
    fn entry(&self, row: usize) -> Result<Entry, String> {
        Ok(Entry {
            class: Some(density(&self.densities[row])?),
            view: Some(View::named(&self.views[row])),
            side: side(&self.sides[row])?,
            ..Entry::default()
        })
    }
}

/// VinDr-Mammo (H. T. Nguyen et al., Scientific Data 10 (2023) 277): `folder` with `breast-level_annotations.csv` and `images/<study>/<image>.dicom`. Its test set
/// stays one; the study stands for the patient, whom nothing tells. Three of four images are C.
///
/// # Errors
/// As [`import_dicom`](crate::import_dicom).
pub fn import_vindr(
    folder: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let files = Files::below(folder.as_ref())?;
    let table = TextTable::read(files.table(
        &["breast-level_annotations"],
        "breast-level_annotations.csv",
    )?)?;
    let studies = table.column(&["study_id"])?;
    let images = table.column(&["image_id"])?;
    let told = Told::in_columns(&table, &["breast_density"], "view_position", "laterality")?;
    let splits = table.column(&["split"])?;
    let name = |row: usize| format!("{}/{}", studies[row], images[row]);
    let listing = Listing::of(table.rows(), name, |row| {
        let entry = told.entry(row)?;
        Ok(Entry {
            file: files.find_either(&name(row), &images[row])?,
            patient: studies[row].clone(),
            split: split(&splits[row])?,
            ..entry
        })
    });
    bring_in("VinDr-Mammo", listing, &files, target.as_ref(), options)
}

/// CBIS-DDSM (R. S. Lee et al., Scientific Data 4 (2017) 170177): `folder` with the four tables `mass_` and `calc_case_description_train_set.csv` and `..._test_set.csv`
/// and the full mammograms in folders as `Mass-Training_P_00001_LEFT_CC`. Its test set stays one, less the patients that it shares with the other tables' training. It is scanned
/// film; an image with several lesions has several rows.
///
/// # Errors
/// As [`import_dicom`](crate::import_dicom).
pub fn import_cbis_ddsm(
    folder: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let folder = folder.as_ref();
    let files = Files::below(folder)?;
    let tables = files.tables(&["case_description"]);
    if tables.is_empty() {
        return Err(Error::Folder {
            path: folder.to_path_buf(),
            problem: "has no mass_case_description_train_set.csv or its siblings; give the folder that holds them and the images".into(),
        });
    }
    let mut all = Listing::default();
    for path in tables {
        let file_name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        let is_test = file_name.contains("test_set");
        let table = TextTable::read(&path)?;
        let patients = table.column(&["patient_id"])?;
        let densities = ["breast_density", "breast density"];
        let told = Told::in_columns(&table, &densities, "image view", "left or right breast")?;
        let paths = table.column(&["image file path"])?;
        let name = |row: usize| {
            let path = paths[row].replace('\\', "/");
            path.split('/').next().unwrap_or_default().to_string()
        };
        let found = Listing::of(table.rows(), name, |row| {
            let entry = told.entry(row)?;
            let file = match files.in_folder(&name(row)).as_slice() {
                [] => return Err("the file is not there".into()),
                [file] => file.to_path_buf(),
                _ => return Err("several files are in its folder; keep the full mammogram".into()),
            };
            Ok(Entry {
                file,
                patient: patients[row].clone(),
                split: Some(if is_test { Split::Test } else { Split::Train }),
                ..entry
            })
        });
        all.entries.extend(found.entries);
        all.left_out.extend(found.left_out);
    }
    // An image with several lesions that is not there is one image.
    all.left_out.dedup();
    bring_in("CBIS-DDSM", all, &files, target.as_ref(), options)
}

/// INbreast (I. C. Moreira et al., Academic Radiology 19 (2012) 236): `folder` with `INbreast.csv` (the spreadsheet, saved as CSV) and the DICOM files, whose names begin with
/// its `File Name` and go on with the patient: `20586908_6c613a14b80a8591_MG_R_CC_ANON.dcm`.
///
/// # Errors
/// As [`import_dicom`](crate::import_dicom).
pub fn import_inbreast(
    folder: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let folder = folder.as_ref();
    let files = Files::below(folder)?;
    if files.tables(&["inbreast"]).is_empty() && !files.with_extension(&["xls", "xlsx"]).is_empty()
    {
        return Err(Error::Folder {
            path: folder.to_path_buf(),
            problem: "has INbreast's spreadsheet, which is not read; open it and save it as INbreast.csv beside it".into(),
        });
    }
    let table = TextTable::read(files.table(&["inbreast"], "INbreast.csv")?)?;
    let names = table.column(&["File Name"])?;
    let told = Told::in_columns(&table, &["ACR"], "View", "Laterality")?;
    let name = |row: usize| match whole(&names[row]) {
        "" => format!("row {}", row + 1),
        name => name.to_string(),
    };
    let listing = Listing::of(table.rows(), name, |row| {
        let name = name(row);
        if !name.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err("is no image: a line below the table".into());
        }
        let file = files.beginning(&name)?;
        let patient = file.file_name().unwrap_or_default().to_string_lossy();
        let patient = patient.split('_').nth(1).filter(|p| !p.contains('.'));
        Ok(Entry {
            patient: patient.ok_or("its name does not tell the patient")?.into(),
            file,
            ..told.entry(row)?
        })
    });
    bring_in("INbreast", listing, &files, target.as_ref(), options)
}

/// RSNA Screening Mammography 2022: `folder` with `train.csv` and `train_images/<patient>/<image>.dcm`. One of its two sites tells the density; the other's images are left out.
///
/// # Errors
/// As [`import_dicom`](crate::import_dicom).
pub fn import_rsna(
    folder: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let files = Files::below(folder.as_ref())?;
    let table = TextTable::read(files.table(&["train"], "train.csv")?)?;
    let patients = table.column(&["patient_id"])?;
    let images = table.column(&["image_id"])?;
    let told = Told::in_columns(&table, &["density"], "view", "laterality")?;
    let name = |row: usize| format!("{}/{}", patients[row], images[row]);
    let listing = Listing::of(table.rows(), name, |row| {
        let entry = told.entry(row)?;
        Ok(Entry {
            file: files.find_either(&name(row), &images[row])?,
            patient: patients[row].clone(),
            ..entry
        })
    });
    bring_in("RSNA 2022", listing, &files, target.as_ref(), options)
}

/// EMBED (J. J. Jeong et al., Radiology: Artificial Intelligence 5 (2023) e220047): `folder` with the clinical and the metadata table, which are joined by patient (`empi_anon`) and
/// examination (`acc_anon`), and the files, of whose `anon_dicom_path` the longest end that is there counts.
///
/// # Errors
/// As [`import_dicom`](crate::import_dicom).
pub fn import_embed(
    folder: impl AsRef<Path>,
    target: impl AsRef<Path>,
    options: &ImportOptions,
) -> Result<Import> {
    let files = Files::below(folder.as_ref())?;
    let clinical = TextTable::read(files.table(&["clinical"], "clinical table")?)?;
    let (patients, exams) = (
        clinical.column(&["empi_anon"])?,
        clinical.column(&["acc_anon"])?,
    );
    let told = clinical.column(&["tissueden"])?;
    let mut densities = HashMap::<(String, String), Result<String, String>>::new();
    for row in 0..clinical.rows() {
        let of = (
            whole(&patients[row]).to_string(),
            whole(&exams[row]).to_string(),
        );
        let found = match whole(&told[row]) {
            "5" => Err("a male breast (tissueden 5)".to_string()),
            told => density(told),
        };
        // An examination has a row for each finding.
        let known = densities.entry(of).or_insert_with(|| found.clone());
        if known.is_err() && found.is_ok() {
            *known = found;
        }
    }
    let metadata = TextTable::read(files.table(&["metadata"], "metadata table")?)?;
    let (patients, exams) = (
        metadata.column(&["empi_anon"])?,
        metadata.column(&["acc_anon"])?,
    );
    let sides = metadata.column(&["ImageLateralityFinal"])?;
    let views = metadata.column(&["ViewPosition"])?;
    let kinds = metadata.column(&["FinalImageType"])?;
    let spots = metadata.column(&["spot_mag"])?;
    let paths = metadata.column(&["anon_dicom_path"])?;
    let name = |row: usize| {
        let path = paths[row].replace('\\', "/");
        path.rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".dcm")
            .to_string()
    };
    let listing = Listing::of(metadata.rows(), name, |row| {
        let kind = kinds[row].to_lowercase();
        match kind.as_str() {
            "2d" => {}
            "cview" | "c-view" if options.synthetic => {}
            other => return Err(format!("image type {other}")),
        }
        if ["1", "true", "y"].contains(&whole(&spots[row]).to_lowercase().as_str()) {
            return Err("a spot or magnification view".into());
        }
        let exam = (
            whole(&patients[row]).to_string(),
            whole(&exams[row]).to_string(),
        );
        let class = densities.get(&exam);
        let class = class.ok_or("its examination is not in the clinical table")?;
        Ok(Entry {
            class: Some(class.clone()?),
            file: files.find(&paths[row])?,
            patient: exam.0,
            view: Some(View::named(&views[row])),
            side: side(&sides[row])?,
            ..Entry::default()
        })
    });
    bring_in("EMBED", listing, &files, target.as_ref(), options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn densities_are_known_however_they_are_written() {
        let told = ["C", "DENSITY C", "density c", "3", " 3.0", "BI-RADS 3"];
        for told in told {
            assert_eq!(density(told).as_deref(), Ok("C"), "{told}");
        }
        assert!(density("").unwrap_err().contains("no density"));
        assert!(density("0").unwrap_err().contains("no density"));
        assert!(density("5").unwrap_err().contains('5'));
    }
}
