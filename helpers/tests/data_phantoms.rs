//! The synthetic test set that is part of the repository, read as a reader's notebook reads it.
#![allow(missing_docs)]

use helpers::data::{Dataset, Projection, Resize, Split, load_grey};
use helpers::{Result, phantom};

const TESTSET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../testset");

#[test]
fn the_shipped_test_set_has_an_image_of_every_class_in_every_projection() -> Result<()> {
    let dataset = Dataset::open(TESTSET)?;
    assert_eq!(dataset.projections(), Projection::ALL);
    for projection in dataset.projections() {
        let images = dataset.split(projection, Split::Test)?;
        assert_eq!(images.classes(), ["A", "B", "C", "D"], "{projection}");
        assert_eq!(images.counts(), [1, 1, 1, 1], "{projection}");
    }
    assert_eq!(dataset.counts()?.shape(), (4, 6));
    Ok(())
}

#[test]
fn shipped_images_are_small_and_get_brighter_with_density() -> Result<()> {
    let dataset = Dataset::open(TESTSET)?;
    for projection in dataset.projections() {
        let mut means = Vec::new();
        for (path, _) in dataset.split(projection, Split::Test)?.images() {
            let bytes = std::fs::metadata(path).unwrap().len();
            assert!(bytes < 200_000, "{}: {bytes} bytes", path.display());
            let image = Resize::Nearest.apply(&load_grey(path)?, 100, 100);
            let breast = image.iter().filter(|v| **v > 100).map(|v| f64::from(*v));
            let (sum, count) = breast.fold((0.0, 0.0), |(s, n), v| (s + v, n + 1.0));
            means.push(sum / count);
        }
        assert!(means[0] < means[3] && means[1] < means[3], "{means:?}");
    }
    Ok(())
}

#[test]
fn a_folder_of_phantoms_is_written_read_and_refused_like_any_other() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let plan = phantom::Plan::shared_out(6);
    phantom::write_dataset(root.path(), &plan, 1, 16)?;
    let dataset = Dataset::open(root.path())?;
    for (split, images) in [(Split::Train, 4), (Split::Validation, 1), (Split::Test, 1)] {
        let folder = dataset.split(Projection::MloR, split)?;
        assert_eq!(folder.counts(), [images; 4]);
    }
    let again =
        || -> Result<phantom::Written> { Ok(phantom::write_dataset(root.path(), &plan, 2, 16)?) };
    let text = format!("{:?}", again().unwrap_err());
    assert!(
        text.contains("another folder") && text.contains("seed 2"),
        "{text}"
    );
    Ok(())
}
