//! Damaged DICOM files: refused or read, without a panic, a hang or memory for pixels that are not there.

use dicom_grey::{Dicom, Window};
use std::path::Path;

#[test]
fn damaged_dicom_files() {
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files");
    let seeds = [
        "window_12_bits",
        "implicit",
        "big_endian",
        "table_shorter_than_the_values",
        "frames_macros",
        "run_lengths",
        "jpeg_lossless",
        "jpeg_baseline",
        "jpeg_2000",
        "jpeg_2000_lossless",
        "tomosynthesis",
    ];
    let seeds = seeds.map(|name| std::fs::read(files.join(format!("{name}.dcm"))).unwrap());
    fixtures::survive("damaged.dcm", &seeds, |path| {
        drop(Dicom::open_header(path));
        if let Ok(file) = Dicom::open(path) {
            drop(file.stored());
            drop(file.grey(Window::Viewer));
            drop(file.grey(Window::MinMax));
        }
    });
}
