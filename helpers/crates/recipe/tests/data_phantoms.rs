//! The synthetic test set that is part of the repository, read as a reader's notebook reads it.
#![allow(missing_docs)]

use density::Result;
use density::data::{Dataset, Projection, Split, load_grey};

const TESTSET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../testset");

#[test]
fn the_shipped_test_set_has_eight_images_of_every_class_in_every_projection() -> Result<()> {
    let dataset = Dataset::open(TESTSET)?;
    assert_eq!(dataset.projections(), Projection::ALL);
    for projection in dataset.projections() {
        let images = dataset.split(projection, Split::Test)?;
        assert_eq!(images.classes(), ["A", "B", "C", "D"], "{projection}");
        assert_eq!(images.counts(), [8, 8, 8, 8], "{projection}");
    }
    assert_eq!(dataset.counts()?.shape(), (4, 6));
    Ok(())
}

#[test]
fn shipped_images_are_small_files_with_masks_of_their_size() -> Result<()> {
    let dataset = Dataset::open(TESTSET)?;
    for projection in dataset.projections() {
        let mut shares = Vec::new();
        let images = dataset.split(projection, Split::Test)?;
        for class in images.classes() {
            let (mut dense, mut breast) = (0, 0);
            for path in images.of_class(class)? {
                let bytes = std::fs::metadata(&path).unwrap().len();
                assert!(bytes < 200_000, "{}: {bytes} bytes", path.display());
                let name = path.with_extension("png");
                let name = name.file_name().unwrap();
                let mask = load_grey(format!(
                    "{TESTSET}/{projection}/masks/{class}/{}",
                    name.display()
                ))?;
                let image = load_grey(&path)?;
                assert_eq!(image.dimensions(), mask.dimensions(), "{}", path.display());
                assert!(image.height() >= 650);
                dense += mask.iter().filter(|kind| **kind == 160).count();
                breast += mask
                    .iter()
                    .filter(|kind| matches!(**kind, 80 | 160))
                    .count();
            }
            shares.push(dense as f64 / breast as f64);
        }
        assert!(shares.is_sorted(), "{projection}: {shares:?}");
    }
    Ok(())
}

#[test]
fn a_folder_of_phantoms_is_written_read_and_refused_like_any_other() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let plan = phantom::Plan::shared_out(6);
    phantom::write_dataset(root.path(), &plan, 1, 16).unwrap();
    let dataset = Dataset::open(root.path())?;
    for (split, images) in [(Split::Train, 4), (Split::Validation, 1), (Split::Test, 1)] {
        let folder = dataset.split(Projection::MloR, split)?;
        assert_eq!(folder.counts(), [images; 4]);
    }
    let again = || phantom::write_dataset(root.path(), &plan, 2, 16);
    let text = format!("{:?}", again().unwrap_err());
    assert!(
        text.contains("another folder") && text.contains("seed 2"),
        "{text}"
    );
    Ok(())
}
