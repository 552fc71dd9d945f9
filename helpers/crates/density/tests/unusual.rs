//! `Dataset::check`, on the project's own test images and on what becomes of them when somebody saves them wrong.
#![allow(missing_docs)]

use density::Result;
use density::data::{Check, Dataset, ImageFolder, Oddity, Projection, load_grey, oddities_of};
use image::{GrayImage, ImageBuffer, Luma, imageops};
use std::path::{Path, PathBuf};

/// The test image of right breasts of class C that has the most ground before the nipple, to the left.
fn right_breast() -> GrayImage {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../testset/CC_R/test");
    let images = ImageFolder::open(folder).expect("the test set");
    let of_class = images.of_class("C").expect("class C");
    let images = of_class
        .iter()
        .map(|path| load_grey(path).expect("an image"));
    let black = |image: &GrayImage| {
        let black = image.enumerate_pixels().filter(|(_, _, v)| v.0[0] < 32);
        let side = |x: u32| if x < image.width() / 2 { 1 } else { -1 };
        black.map(|(x, _, _)| side(x)).sum::<i64>() * 1000 / image.len() as i64
    };
    images.max_by_key(black).expect("an image")
}

fn save(image: &GrayImage, path: PathBuf) {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    image.save(path).expect("a picture");
}

fn kinds(check: &Check) -> Vec<(&str, Oddity, usize)> {
    let rows = check.rows.iter();
    rows.map(|row| (row.folder.as_str(), row.oddity, row.files.len()))
        .collect()
}

#[test]
fn the_test_set_has_nothing_unusual() -> Result<()> {
    let check =
        Dataset::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../testset"))?.check()?;
    assert_eq!(kinds(&check), []);
    assert_eq!(check.to_string(), "128 images, nothing unusual about them");
    assert!(check.is_clean() && check.examples().is_empty());
    Ok(())
}

#[test]
fn each_way_to_save_a_mammogram_wrong_is_found_counted_and_explained() -> Result<()> {
    let root = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| root.path().join(name);
    let right = right_breast();
    let mut inverted = right.clone();
    imageops::invert(&mut inverted);
    for name in ["A/1.png", "A/2.png"] {
        save(&inverted, at("CC_R/train").join(name));
    }
    save(&right, at("CC_R/train/B/3.png"));
    save(&imageops::flip_horizontal(&right), at("CC_R/train/B/4.png"));
    // As a viewer saves it whose window has a grey foot.
    save(
        &GrayImage::from_fn(right.width(), right.height(), |x, y| {
            Luma([80 + right.get_pixel(x, y).0[0] / 2])
        }),
        at("CC_R/train/B/5.png"),
    );
    save(&right, at("CC_R/val/B/6.png"));
    save(
        &GrayImage::from_pixel(40, 50, Luma([255])),
        at("CC_R/val/B/7.png"),
    );
    std::fs::write(at("CC_R/val/B/8.png"), "no picture at all").expect("a file");
    let deep = ImageBuffer::<Luma<u16>, _>::from_fn(right.width(), right.height(), |x, y| {
        Luma([u16::from(right.get_pixel(x, y).0[0]) * 16])
    });
    deep.save(at("CC_R/val/B/9.png")).expect("a picture");

    let check = Dataset::open(root.path())?.check()?;
    assert_eq!(
        kinds(&check),
        [
            ("CC_R/train", Oddity::Inverted, 2),
            ("CC_R/train", Oddity::GreyGround, 1),
            ("CC_R/train", Oddity::Mirrored, 1),
            ("CC_R/train", Oddity::InTwoSplits, 1),
            ("CC_R/val", Oddity::Unreadable, 1),
            ("CC_R/val", Oddity::Even, 1),
            ("CC_R/val", Oddity::FewBits, 1),
            ("CC_R/val", Oddity::InTwoSplits, 1),
        ]
    );
    let lines = check.to_string();
    assert!(lines.starts_with("9 images; unusual are\n"), "{lines}");
    assert!(
        lines.contains(
            "CC_R/train: 2 of 5 have a ground brighter than the breast (1.png, 2.png): invert them"
        ),
        "{lines}"
    );
    let table = check.to_frame()?;
    assert_eq!(table.shape(), (8, 5));
    let drawn = check.examples();
    assert_eq!(drawn.len(), 6, "each kind that can be drawn: {drawn:?}");
    for (path, _) in drawn {
        load_grey(path)?;
    }
    Ok(())
}

#[test]
fn the_white_ground_at_hand_is_noticed_and_its_references_are_not() -> Result<()> {
    let Some(cases) = fixtures::shared("cases") else {
        return Ok(());
    };
    let white = load_grey(cases.join("pictures/white_ground_C.png"))?;
    assert_eq!(oddities_of(&white, None), [Oddity::Inverted]);
    let check = Dataset::open(cases.join("reference"))?.check()?;
    assert_eq!(kinds(&check), []);
    Ok(())
}

#[test]
fn published_and_digital_mammograms_have_usual_grounds() -> Result<()> {
    let Some((published, digital)) =
        fixtures::shared("upstream/TestSet").zip(fixtures::shared("digital"))
    else {
        return Ok(());
    };
    let check = Dataset::open(published)?.check()?;
    assert_eq!((check.images, kinds(&check)), (16, vec![]));
    // In this exam both breasts point to the right.
    for (name, projection, expected) in [
        ("R-CC.png", Projection::CcR, &[Oddity::Mirrored][..]),
        ("R-MLO.png", Projection::MloR, &[Oddity::Mirrored]),
        ("L-CC.png", Projection::CcL, &[]),
        ("L-MLO.png", Projection::MloL, &[]),
    ] {
        let image = load_grey(digital.join(name))?;
        assert_eq!(oddities_of(&image, Some(projection)), expected, "{name}");
    }
    Ok(())
}
