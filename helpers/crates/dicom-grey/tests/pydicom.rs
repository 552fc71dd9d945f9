//! DICOM files against what pydicom and medip make of them; `reference.py` made the files and the expected pictures.

use dicom_grey::{Dicom, DicomError, Intent, Kind, Side, View, Window};
use image::{GrayImage, ImageBuffer, Luma};
use std::path::{Path, PathBuf};

const TESTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests");
/// Added to signed values by `reference.py`, so that a PNG can hold them.
const SHIFT: i32 = 32768;
/// Files whose compression loses something: decoders differ by one.
const LOSSY: [&str; 2] = ["jpeg_2000", "jpeg_baseline"];

fn file(name: &str) -> PathBuf {
    Path::new(TESTS).join("files").join(format!("{name}.dcm"))
}

fn open(name: &str) -> Dicom {
    Dicom::open(file(name)).unwrap_or_else(|e| panic!("{name} {e}"))
}

/// The names of the pictures in a folder of `reference.py`.
fn names(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(Path::new(TESTS).join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let names = paths.map(|path| path.file_stem().unwrap().to_string_lossy().into_owned());
    names.collect()
}

fn picture(folder: &str, name: &str) -> image::DynamicImage {
    image::open(Path::new(TESTS).join(folder).join(format!("{name}.png"))).unwrap()
}

/// The largest difference of two pictures of one size, in grey levels.
fn difference(name: &str, ours: &GrayImage, theirs: &GrayImage) -> u8 {
    assert_eq!(ours.dimensions(), theirs.dimensions(), "{name}");
    let pairs = ours.as_raw().iter().zip(theirs.as_raw());
    pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap()
}

/// The stored values of padding in a file that has some.
fn padding_of(name: &str) -> Option<std::ops::RangeInclusive<u16>> {
    match name {
        "padding" => Some(0..=0),
        "padding_range" => Some(4090..=4095),
        _ => None,
    }
}

fn black_padding(name: &str, theirs: &mut GrayImage) {
    if let Some(padding) = padding_of(name) {
        let stored = open(name).stored().unwrap();
        for (theirs, stored) in theirs.iter_mut().zip(&stored.pixels) {
            if padding.contains(stored) {
                *theirs = 0;
            }
        }
    }
}

#[test]
fn stored_values_are_pydicoms() {
    for name in names("stored") {
        let stored = open(&name)
            .stored()
            .unwrap_or_else(|e| panic!("{name} {e}"));
        let expected: ImageBuffer<Luma<u16>, _> = picture("stored", &name).into_luma16();
        assert_eq!(
            (stored.width, stored.height),
            expected.dimensions(),
            "{name}"
        );
        let shift = if stored.signed { SHIFT } else { 0 };
        let ours = stored.pixels.iter().map(|bits| stored.value(*bits) + shift);
        let off = ours
            .zip(expected.as_raw())
            .map(|(ours, theirs)| ours.abs_diff(i32::from(*theirs)));
        let off = off.max().unwrap();
        assert!(
            off <= u32::from(LOSSY.contains(&name.as_str())),
            "{name}: {off}"
        );
    }
}

#[test]
fn greys_are_those_of_pydicoms_lookup_tables_and_windows() {
    let names = names("viewer");
    assert!(names.len() > 20);
    for name in names {
        let ours = open(&name)
            .grey(Window::Viewer)
            .unwrap_or_else(|e| panic!("{name} {e}"));
        let mut theirs = picture("viewer", &name).into_luma8();
        // pydicom shows padding as any other value.
        black_padding(&name, &mut theirs);
        let off = difference(&name, &ours, &theirs);
        assert!(off <= 1, "{name}: {off}");
    }
}

#[test]
fn greys_from_the_least_to_the_largest_value_are_medips() {
    let names = names("minmax");
    assert!(names.len() > 20);
    for name in names {
        let ours = open(&name)
            .grey(Window::MinMax)
            .unwrap_or_else(|e| panic!("{name} {e}"));
        let mut theirs = picture("minmax", &name).into_luma8();
        // medip keeps padding out of the least and largest value and lets it be, and knows nothing of the shape INVERSE.
        black_padding(&name, &mut theirs);
        if name == "inverse" {
            theirs.iter_mut().for_each(|grey| *grey = 255 - *grey);
        }
        let off = difference(&name, &ours, &theirs);
        assert!(off <= 1, "{name}: {off}");
    }
}

#[test]
fn padding_is_black_and_no_value_of_the_picture() {
    for name in ["padding", "padding_range"] {
        let file = open(name);
        let stored = file.stored().unwrap();
        let grey = file.grey(Window::MinMax).unwrap();
        let padding = padding_of(name).unwrap();
        let mut shown = Vec::new();
        for (bits, grey) in stored.pixels.iter().zip(grey.as_raw()) {
            if padding.contains(bits) {
                assert_eq!(*grey, 0, "{name}");
            } else {
                shown.push(*grey);
            }
        }
        assert_eq!(shown.iter().min(), Some(&0), "{name}");
        assert_eq!(shown.iter().max(), Some(&255), "{name}");
    }
}

#[test]
fn a_slope_downwards_turns_values_round_and_not_the_window() {
    let [plain, downwards] =
        ["window_12_bits", "slope_downwards"].map(|name| open(name).grey(Window::Viewer).unwrap());
    assert_eq!(plain, downwards);
}

#[test]
fn a_table_of_bytes_is_the_same_in_words_of_two() {
    let names = [
        "table_of_8_bits",
        "table_of_packed_bytes",
        "table_of_12_bits",
    ];
    let [plain, packed, finer] = names.map(|name| open(name).grey(Window::Viewer).unwrap());
    assert_eq!(plain, packed);
    // The same curve, whose greys pydicom knows.
    assert!(difference("table_of_8_bits", &plain, &finer) <= 1);
}

#[test]
fn another_window_of_the_file_or_ones_own_can_be_asked_for() {
    let file = open("two_windows");
    let second = file.grey(Window::Nth(1)).unwrap();
    let own = file
        .grey(Window::Of {
            center: 2300.0,
            width: 1500.0,
        })
        .unwrap();
    assert_eq!(second, own);
    assert_ne!(second, file.grey(Window::Viewer).unwrap());
    assert_eq!(
        file.grey(Window::Nth(2)).unwrap_err(),
        DicomError::NoWindow(2)
    );
}

#[test]
fn what_gives_no_picture_is_refused_by_what_it_is() {
    let told = |name: &str| match open(name).grey(Window::Viewer) {
        Ok(_) => panic!("{name} is read"),
        Err(e) => e.to_string(),
    };
    for (name, what, remedy) in [
        ("for_processing", "FOR PROCESSING", "FOR PRESENTATION"),
        ("tomosynthesis", "stack of 3 frames", "two-dimensional"),
        ("jpeg_ls", "JPEG-LS", "gdcmconv"),
        ("even", "same value", "leave it out"),
        ("colour", "RGB", "leave it out"),
        ("no_pixels", "SR", "leave it out"),
    ] {
        let told = told(name);
        assert!(
            told.contains(what) && told.contains(remedy),
            "{name}: {told}"
        );
    }
    let text = Dicom::from_bytes(b"no DICOM file at all").err().unwrap();
    assert!(matches!(text, DicomError::Unreadable(_)), "{text}");
}

#[test]
fn view_and_side_come_from_whichever_tag_tells_them() {
    let header = |name: &str| Dicom::open_header(file(name)).unwrap();
    let plain = header("window_12_bits");
    assert_eq!((plain.view, plain.side), (View::Mlo, Some(Side::Left)));
    assert_eq!(plain.orientation, Some(["A".into(), "F".into()]));
    let macros = header("frames_macros");
    assert_eq!((macros.view, macros.side), (View::Mlo, Some(Side::Left)));
    assert_eq!(macros.kind, Kind::Synthetic);
    assert_eq!(header("tomosynthesis").kind, Kind::Tomosynthesis);
    assert_eq!(header("slice").kind, Kind::Tomosynthesis);
    assert_eq!(header("chest").kind, Kind::Other);
    assert_eq!(header("for_processing").intent, Intent::Processing);
    assert_eq!(header("mediolateral").view, View::Other("ML".into()));
    assert_eq!(header("magnified").partial, Some("magnification"));
    assert_eq!(header("spot").partial, Some("spot compression"));
    assert_eq!(header("spot").view, View::Cc);
    assert_eq!(header("no_side").side, None);
    assert_eq!(header("no_view").view, View::Untold);
}

/// Its mean is that of pydicom 3.0.2 with pylibjpeg-openjpeg 2.6.0.
#[test]
fn a_real_mammogram_in_jpeg_2000() {
    let Some(path) = fixtures::shared("dicom/MG1_J2KI.dcm") else {
        return;
    };
    let file = Dicom::open(path).unwrap();
    let header = file.header();
    assert_eq!((&header.view, header.side), (&View::Mlo, Some(Side::Left)));
    assert_eq!(header.kind, Kind::Mammogram);
    let stored = file.stored().unwrap();
    assert_eq!((stored.width, stored.height, stored.bits), (3064, 4664, 12));
    let sum = stored.pixels.iter().map(|v| f64::from(*v)).sum::<f64>();
    assert!((sum / stored.pixels.len() as f64 - 1610.841).abs() < 0.001);
}
