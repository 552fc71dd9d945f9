//! mini-MIAS into the tutorial's folders: a small data set of our own that is laid out in the same way, and 24 of the
//! real images where they are at hand.
#![allow(missing_docs)]

use datasets::{MiniMiasImport, MiniMiasOptions, import_mini_mias};
use density::data::{Dataset, Projection, Split, load_grey, patient_of};
use density::{Error, Result};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const WHOLE: MiniMiasOptions = MiniMiasOptions {
    crop: false,
    validation: 1.0 / 6.0,
    test: 1.0 / 6.0,
    seed: 1,
};

/// A film with a breast of 400 x 600 pixels, at the right edge of the scan on odd films and at the left one on even ones,
/// and a label in the other corner.
fn film(number: usize) -> Vec<u8> {
    let odd = number % 2 == 1;
    let mut pgm = b"P5\n1024 1024\n255\n".to_vec();
    for y in 0..1024 {
        for x in 0..1024 {
            let x = if odd { x } else { 1023 - x };
            let breast = (424..824).contains(&x) && (200..800).contains(&y);
            let label = (200..260).contains(&x) && (210..300).contains(&y);
            pgm.push(match (breast, label) {
                (true, _) => 150,
                (_, true) => 255,
                _ => 3,
            });
        }
    }
    pgm
}

/// 18 patients, six of each density, the second film of patient 18 missing; film 5 is listed twice.
fn data_set(folder: &Path) {
    let mut info = String::from("NOTES\r\nfilms in pairs\r\n\r\n");
    for number in 1..=36 {
        let density = ["F", "G", "D"][(number - 1) / 2 % 3];
        info += &match number {
            5 => format!("mdb005 {density} CIRC B 477 133 30\r\nmdb005 {density} CIRC B 5 8 6\r\n"),
            9 => format!("mdb009 {density} CALC M *NOTE 3* \r\n"),
            11 => format!("mdb011 {density} CIRC B\r\n"),
            _ => format!("mdb{number:03} {density} NORM \r\n"),
        };
    }
    std::fs::write(folder.join("Info.txt"), info).unwrap();
    for number in 1..=35 {
        std::fs::write(folder.join(format!("mdb{number:03}.pgm")), film(number)).unwrap();
    }
}

/// Path parts under the target of all images: projection, split, density, and the file.
fn imported(target: &Path) -> Result<Vec<(Projection, Split, String, PathBuf)>> {
    let dataset = Dataset::open(target)?;
    let mut all = Vec::new();
    for projection in dataset.projections() {
        for split in Split::ALL {
            let folder = dataset.split(projection, split)?;
            for (path, class) in folder.images() {
                let class = folder.classes()[*class].clone();
                all.push((projection, split, class, path.clone()));
            }
        }
    }
    Ok(all)
}

/// `001_mdb001` is film 1.
fn number(path: &Path) -> usize {
    let stem = path.file_stem().unwrap().to_string_lossy();
    stem.split_once("_mdb").unwrap().1.parse().unwrap()
}

/// Every patient's split; panics on a patient in two.
fn splits(images: &[(Projection, Split, String, PathBuf)]) -> BTreeMap<String, Split> {
    let mut splits = BTreeMap::new();
    for (_, split, _, path) in images {
        let patient = patient_of(path).unwrap();
        let first = *splits.entry(patient.clone()).or_insert(*split);
        assert_eq!(first, *split, "{} is in two splits", path.display());
        assert_eq!(patient, format!("{:03}", number(path).div_ceil(2)));
    }
    splits
}

fn message(result: Result<MiniMiasImport>) -> String {
    result.expect_err("refused").to_string()
}

#[test]
fn patients_are_dealt_whole_and_every_split_has_every_density() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (folder.path(), folder.path().join("out"));
    data_set(source);
    let summary = import_mini_mias(source, &target, MiniMiasOptions::default())?;
    let expected = MiniMiasImport {
        written: 35,
        kept: 0,
        absent: 1,
        patients: [12, 3, 3],
    };
    assert_eq!(summary, expected);
    assert_eq!(
        summary.to_string(),
        "35 images of 18 patients (train 12, val 3, test 3): 35 written, 0 kept; 1 listed images absent"
    );
    let images = imported(&target)?;
    assert_eq!(images.len(), 35);
    assert_eq!(splits(&images).len(), 18);
    for (projection, _, density, path) in &images {
        let n = number(path);
        let side = if n % 2 == 1 {
            Projection::MloR
        } else {
            Projection::MloL
        };
        assert_eq!(*projection, side, "{}", path.display());
        assert_eq!(density, ["F", "G", "D"][(n - 1) / 2 % 3]);
    }
    for split in Split::ALL {
        let there = images.iter().filter(|i| i.1 == split).map(|i| &i.2);
        assert_eq!(there.collect::<BTreeSet<_>>().len(), 3, "{split:?}");
    }
    Ok(())
}

#[test]
fn images_are_cut_to_the_breast_or_left_whole() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    data_set(folder.path());
    let (cut, whole) = (folder.path().join("cut"), folder.path().join("whole"));
    import_mini_mias(folder.path(), &cut, MiniMiasOptions::default())?;
    import_mini_mias(folder.path(), &whole, WHOLE)?;
    for (projection, _, _, path) in imported(&cut)? {
        let image = load_grey(&path)?;
        assert_eq!(image.dimensions(), (400, 600));
        assert!(image.pixels().all(|p| p.0[0] <= 150), "the label is there");
        assert!(matches!(projection, Projection::MloR | Projection::MloL));
    }
    for (_, _, _, path) in imported(&whole)? {
        let image = load_grey(&path)?;
        assert_eq!(image.as_raw()[..], film(number(&path))[17..]);
    }
    Ok(())
}

#[test]
fn a_second_call_keeps_images_and_adds_those_that_came_since() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (folder.path(), folder.path().join("out"));
    data_set(source);
    import_mini_mias(source, &target, WHOLE)?;
    let before = imported(&target)?;
    let marked = &before[0].3;
    std::fs::write(marked, std::fs::read(&before[1].3).unwrap()).unwrap();
    let kept = std::fs::read(marked).unwrap();
    std::fs::write(source.join("mdb036.pgm"), film(36)).unwrap();
    let again = import_mini_mias(source, &target, WHOLE)?;
    assert_eq!((again.written, again.kept, again.absent), (1, 35, 0));
    assert_eq!(std::fs::read(marked).unwrap(), kept);
    assert_eq!(splits(&before), splits(&imported(&target)?));

    let other = MiniMiasOptions { seed: 2, ..WHOLE };
    let told = message(import_mini_mias(source, &target, other));
    assert!(
        told.contains("other options") && told.contains("seed 1"),
        "{told}"
    );
    let anew = folder.path().join("seed 2");
    import_mini_mias(source, &anew, other)?;
    assert_ne!(splits(&before), splits(&imported(&anew)?));
    Ok(())
}

#[test]
fn what_cannot_be_read_is_told_with_file_and_line() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let (source, target) = (folder.path(), folder.path().join("out"));
    let call = || import_mini_mias(source, &target, WHOLE);
    let info = |text: &str| std::fs::write(source.join("Info.txt"), text).unwrap();
    let image = |bytes: &[u8]| std::fs::write(source.join("mdb001.pgm"), bytes).unwrap();

    assert!(message(call()).contains("Info.txt"));
    info("no films\n");
    assert!(message(call()).contains("no line names a film"));
    info("films\nmdb001 G NORM\nmdb002 X NORM\n");
    let told = message(call());
    assert!(
        told.contains("Info.txt, line 3") && told.contains("density X"),
        "{told}"
    );
    info("mdb001 G NORM\nmdb001 F NORM\n");
    let told = message(call());
    assert!(told.contains("line 2") && told.contains("was G"), "{told}");
    info("mdb001 G NORM\nmdb002 G NORM\n");
    let told = message(call());
    assert!(told.contains("none of the 2 images"), "{told}");
    assert!(!target.exists(), "nothing is written before all is clear");

    image(b"P5\n8 8\n255\n0123456701234567012345670123456701234567012345670123456701234567");
    let told = message(call());
    assert!(
        told.contains("mdb001.pgm") && told.contains("8 x 8"),
        "{told}"
    );
    image(&film(1)[..5000]);
    assert!(message(call()).contains("mdb001.pgm: is no PGM that can be read"));
    image(b"GIF89a");
    assert!(message(call()).contains("mdb001.pgm: is no PGM that can be read"));
    let mut black = b"P5\n1024 1024\n255\n".to_vec();
    black.resize(black.len() + 1024 * 1024, 0);
    image(&black);
    let other = folder.path().join("cut");
    let told = message(import_mini_mias(source, &other, MiniMiasOptions::default()));
    assert!(told.contains("mdb001.pgm: is black"), "{told}");
    for (validation, test) in [(0.5, 0.5), (-0.1, 0.2), (f64::NAN, 0.2)] {
        let wrong = MiniMiasOptions {
            validation,
            test,
            ..WHOLE
        };
        let refused = import_mini_mias(source, &target, wrong);
        assert!(
            matches!(refused, Err(Error::Parameter { .. })),
            "{validation} {test}"
        );
    }
    Ok(())
}

#[test]
fn the_24_real_images_have_the_densities_of_the_curated_table() -> Result<()> {
    let (Some(source), Some(labels)) = (
        fixtures::shared("mini-mias/original"),
        fixtures::shared("mini-mias/labels.csv"),
    ) else {
        return Ok(());
    };
    let folder = tempfile::tempdir().unwrap();
    let summary = import_mini_mias(source, folder.path(), MiniMiasOptions::default())?;
    assert_eq!((summary.written, summary.absent), (24, 298));
    assert_eq!(summary.patients.iter().sum::<usize>(), 12);
    let images = imported(folder.path())?;
    assert_eq!(splits(&images).len(), 12);
    let table = std::fs::read_to_string(labels).unwrap();
    for (projection, _, density, path) in &images {
        let (patient, film) = (number(path).div_ceil(2), number(path));
        let side = projection.name().trim_start_matches("MLO_");
        let row = format!("mdb{film:03},{patient},{side},MLO,{density},");
        assert!(table.lines().any(|l| l.starts_with(&row)), "{row}");
        // The chest wall is at the right edge of a right breast, so that side is bright and the other one black.
        let image = load_grey(path)?;
        let (w, h) = image.dimensions();
        let column = |x: u32| {
            (0..h)
                .map(|y| u64::from(image.get_pixel(x, y).0[0]))
                .sum::<u64>()
        };
        let (left, right) = ((0..w / 4).map(column), (w - w / 4..w).map(column));
        let (left, right) = (left.sum::<u64>(), right.sum::<u64>());
        assert_eq!(
            right > left,
            *projection == Projection::MloR,
            "{}",
            path.display()
        );
    }
    Ok(())
}

/// Their `Info.txt` with films of our own.
#[test]
fn no_film_of_the_odd_folders_at_hand_is_lost() -> Result<()> {
    for name in ["bom", "indented"] {
        let Some(info) = fixtures::shared(&format!("cases/mini_mias/{name}/Info.txt")) else {
            return Ok(());
        };
        let (source, target) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(source.path().join("INFO.TXT"), std::fs::read(info).unwrap()).unwrap();
        for number in 1..=6 {
            let path = source.path().join(format!("MDB{number:03}.PGM"));
            std::fs::write(path, film(number)).unwrap();
        }
        let summary = import_mini_mias(source.path(), target.path(), MiniMiasOptions::default())?;
        assert_eq!((summary.written, summary.absent), (6, 0), "{name}");
    }
    Ok(())
}
