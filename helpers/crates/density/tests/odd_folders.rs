//! Folders as students have them: classes without an image, studies within classes, broken images among good ones.
#![allow(missing_docs)]

use candle_core::Device;
use density::Result;
use density::data::ImageFolder;
use density::merit::ConfusionMatrix;
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::predict::Classifier;
use image::{GrayImage, Luma};
use std::path::{Path, PathBuf};

/// A network of fresh weights for the classes A to D.
fn classifier(folder: &Path) -> Classifier {
    let config = ResNetConfig::with_input(64);
    let network = ResNet::new(&config, 3, &Device::Cpu).expect("a network");
    let card = ModelCard::new(config, ["A", "B", "C", "D"], "CC_R").expect("a card");
    let path = folder.join("weights.safetensors");
    network.save(&path, &card).expect("a file");
    Classifier::load(path, &Device::Cpu).expect("it can be read")
}

fn picture(path: PathBuf, step: u32) -> PathBuf {
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let image = GrayImage::from_fn(70, 60, |x, y| Luma([((x * step + y * 3) % 251) as u8]));
    image.save(&path).expect("a picture");
    path
}

#[test]
fn a_class_without_an_image_has_no_recall_and_the_rest_is_counted() -> Result<()> {
    for with_folder in [false, true] {
        let root = tempfile::tempdir().expect("a temporary folder");
        let classifier = classifier(root.path());
        let test = root.path().join("test");
        for (step, class) in ["B", "C", "D"].into_iter().enumerate() {
            picture(test.join(class).join("1.png"), step as u32 + 1);
        }
        if with_folder {
            std::fs::create_dir_all(test.join("A")).expect("a folder");
        }
        let images = classifier.open_folder(&test)?;
        assert_eq!(images.counts(), [0, 1, 1, 1]);
        let predictions = classifier.predict_folder(&images)?;
        let matrix = ConfusionMatrix::of(&predictions)?;
        assert_eq!(matrix.support(), [0, 1, 1, 1]);
        assert!(matrix.sensitivity()[0].is_nan() && matrix.accuracy().is_finite());
    }
    Ok(())
}

#[test]
fn a_broken_image_is_left_out_and_the_others_are_predicted_as_without_it() -> Result<()> {
    let root = tempfile::tempdir().expect("a temporary folder");
    let classifier = classifier(root.path());
    let (good, bad) = (root.path().join("good"), root.path().join("bad"));
    for folder in [&good, &bad] {
        for (step, name) in ["A/1.png", "A/study/2.png", "B/3.png", "C/4.png", "D/5.png"]
            .into_iter()
            .enumerate()
        {
            picture(folder.join(name), step as u32 + 1);
        }
    }
    for name in ["A/0.png", "B/9.jpg", "D/4.png"] {
        std::fs::write(bad.join(name), "no picture at all").expect("a file");
    }
    let of =
        |folder: &Path| -> Result<_> { classifier.predict_images(classifier.open_folder(folder)?) };
    let (good, bad) = (of(&good)?, of(&bad)?);
    assert_eq!(bad.images.len(), 5);
    assert_eq!(good.predictions.labels, bad.predictions.labels);
    assert_eq!(
        good.predictions.probabilities,
        bad.predictions.probabilities
    );
    Ok(())
}

#[test]
fn a_folder_of_nothing_but_broken_images_is_refused_by_the_first() {
    let root = tempfile::tempdir().expect("a temporary folder");
    let classifier = classifier(root.path());
    let test = root.path().join("test/A");
    std::fs::create_dir_all(&test).expect("a folder");
    std::fs::write(test.join("1.png"), "no picture at all").expect("a file");
    let images = classifier
        .open_folder(root.path().join("test"))
        .expect("a folder");
    let refused = classifier
        .predict_folder(&images)
        .expect_err("nothing can be read");
    assert!(refused.to_string().contains("1.png"), "{refused}");
}

#[test]
fn a_folder_without_classes_becomes_a_table_without_truth() -> Result<()> {
    let root = tempfile::tempdir().expect("a temporary folder");
    let classifier = classifier(root.path());
    let scans = root.path().join("scans");
    let first = picture(scans.join("1.png"), 2);
    picture(scans.join("patient 7/left.bmp"), 5);
    std::fs::write(scans.join("2.png"), "no picture at all").expect("a file");
    let table = classifier.classify_folder(&scans)?;
    assert_eq!(
        table.get_column_names(),
        ["file", "A", "B", "C", "D", "predicted"]
    );
    assert_eq!(table.height(), 2);
    let alone = classifier.classify(&first)?;
    let d = table.column("D")?.f64()?.get(0).expect("a number");
    assert!((d - alone.probabilities[3]).abs() < 1e-6);
    let refused = classifier
        .open_folder(&scans)
        .expect_err("it has no classes");
    assert!(refused.to_string().contains("classify_folder"), "{refused}");
    Ok(())
}

#[test]
fn the_odd_folders_at_hand_are_read_whole() -> Result<()> {
    let Some(cases) = fixtures::shared("cases") else {
        return Ok(());
    };
    let root = tempfile::tempdir().expect("a temporary folder");
    let classifier = classifier(root.path());
    for name in ["03a_test_without_A", "03b_test_with_empty_A"] {
        let images = classifier.open_folder(cases.join(name).join("CC_R/test"))?;
        assert_eq!(images.counts(), [0, 2, 2, 2], "{name}");
    }
    let nested = cases.join("nested/mixed/CC_R");
    for split in std::fs::read_dir(&nested).expect("splits").flatten() {
        let images = ImageFolder::open(split.path())?;
        assert_eq!(images.counts(), [4; 4], "{}", split.path().display());
    }
    Ok(())
}
