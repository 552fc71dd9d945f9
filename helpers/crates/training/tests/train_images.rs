//! What a training says of its images before the first step.
#![allow(missing_docs)]

use candle_core::{Device, Tensor};
use density::Result;
use density::data::ImageFolder;
use density::model::{ModelCard, ResNet, ResNetConfig};
use image::{GrayImage, Luma};
use std::path::{Path, PathBuf};
use training::{DataConfig, Optimizer, TrainConfig, Trained, train};

fn pictures(root: &Path, from: u32) {
    for (c, class) in ["A", "B"].into_iter().enumerate() {
        let folder = root.join(class);
        std::fs::create_dir_all(&folder).unwrap();
        for i in from..from + 4 {
            let image = GrayImage::from_fn(40, 40, |x, y| {
                Luma([((x * (2 + 5 * c as u32) + y * (i + 1)) % 97 * 2) as u8])
            });
            image.save(folder.join(format!("{i}.png"))).unwrap();
        }
    }
}

fn short() -> TrainConfig {
    TrainConfig {
        network: ResNetConfig {
            classes: 2,
            ..ResNetConfig::with_input(32)
        },
        epochs: 1,
        ..TrainConfig::short()
    }
}

/// Pictures to train and to validate with in `root`, the latter numbered from `from`.
fn sets(root: &Path, from: u32) -> (PathBuf, PathBuf) {
    let (to_train, to_validate) = (root.join("train"), root.join("val"));
    pictures(&to_train, 0);
    pictures(&to_validate, from);
    (to_train, to_validate)
}

/// A training on both, as the run `odd-1`.
fn trained(root: &Path) -> Result<Trained> {
    let validation = ImageFolder::open(root.join("val"))?;
    let images = ImageFolder::open(root.join("train"))?;
    let runs = root.join("runs");
    train(
        &images,
        Some(&validation),
        &short(),
        runs,
        "odd",
        &Device::Cpu,
    )
}

#[test]
fn all_broken_images_are_named_before_the_first_step() {
    let root = tempfile::tempdir().unwrap();
    let (to_train, to_validate) = sets(root.path(), 4);
    for path in [to_train.join("A/2.png"), to_validate.join("B/7.png")] {
        std::fs::write(path, "no picture at all").unwrap();
    }
    GrayImage::from_pixel(40, 40, Luma([9]))
        .save(to_train.join("B/1.png"))
        .unwrap();
    let refused = trained(root.path());
    let refused = refused.err().unwrap().to_string();
    for part in ["3 of 16", "A/2.png", "B/7.png", "B/1.png", "nothing to see"] {
        assert!(refused.contains(part), "{part}: {refused}");
    }
    let run = root.path().join("runs/odd-1");
    assert!(
        std::fs::read_to_string(run.join("log.txt"))
            .unwrap()
            .contains("3 of 16")
    );
    assert!(!run.join("history.csv").exists());
}

#[test]
fn validation_images_that_are_to_train_with_as_well_are_told() {
    let root = tempfile::tempdir().unwrap();
    sets(root.path(), 3);
    trained(root.path()).unwrap();
    let log = std::fs::read_to_string(root.path().join("runs/odd-1/log.txt")).unwrap();
    assert!(
        log.contains("2 of 8 validation images are to train with as well")
            && log.contains("A/3.png"),
        "{log}"
    );
}

#[test]
fn frozen_weights_stay_to_the_bit_and_the_others_learn() {
    let root = tempfile::tempdir().unwrap();
    sets(root.path(), 4);
    let images = ImageFolder::open(root.path().join("train")).unwrap();
    let before = root.path().join("before.safetensors");
    let network = ResNet::new(&short().network, 7, &Device::Cpu).unwrap();
    let card = ModelCard::new(short().network, ["A", "B"], "CC_R").unwrap();
    network.save(&before, &card).unwrap();
    let trained = |frozen: &[&str]| {
        let config = TrainConfig {
            initial_weights: Some(before.clone()),
            frozen: frozen.iter().map(|start| start.to_string()).collect(),
            optimizer: Optimizer::adam_w(),
            weight_decay: 0.01,
            clip_norm: Some(1.0),
            ..short()
        };
        train(
            &images,
            None,
            &config,
            root.path().join("runs"),
            "frozen",
            &Device::Cpu,
        )
    };
    let values = |t: &Tensor| t.flatten_all().unwrap().to_vec1::<f32>().unwrap();
    let after = trained(&["conv2d", "batch_normalization_1/gamma"]).unwrap();
    for weight in network.parameters().iter() {
        let now = after.model.parameters().get(&weight.name).unwrap();
        let moved = values(&weight.var) != values(now);
        let stays =
            weight.name.starts_with("conv2d") || weight.name == "batch_normalization_1/gamma";
        // Biases and scales that an all but even picture gives no gradient may stay as well.
        if stays || weight.name.ends_with("kernel") || weight.name.contains("/moving_") {
            assert_eq!(moved, !stays, "{}", weight.name);
        }
    }
    let after = trained(&["conv2d", "batch_normalization"]).unwrap();
    for weight in network.parameters().iter() {
        let now = after.model.parameters().get(&weight.name).unwrap();
        let moved = values(&weight.var) != values(now);
        assert_eq!(moved, weight.name.starts_with("dense"), "{}", weight.name);
    }
    let refused = trained(&["conv3d"]).err().unwrap().to_string();
    assert!(
        refused.contains("conv3d") && refused.contains("conv2d_1/kernel"),
        "{refused}"
    );
    let refused = trained(&["conv2d", "batch_normalization", "dense"])
        .err()
        .unwrap()
        .to_string();
    assert!(refused.contains("all weights stay"), "{refused}");
}

#[test]
fn unusual_images_are_counted_and_named_before_the_first_step() {
    let root = tempfile::tempdir().unwrap();
    sets(root.path(), 4);
    // A breast at the left border in a folder of right ones, and its negative.
    let mirrored = GrayImage::from_fn(40, 40, |x, y| {
        let inside = f64::from(x).hypot(f64::from(y) - 20.0) < 16.0;
        Luma([if inside { (90 + x * 6) as u8 } else { 0 }])
    });
    let mut negative = mirrored.clone();
    image::imageops::invert(&mut negative);
    let folder = root.path().join("CC_R");
    std::fs::create_dir_all(&folder).unwrap();
    for split in ["train", "val"] {
        std::fs::rename(root.path().join(split), folder.join(split)).unwrap();
    }
    mirrored.save(folder.join("train/A/8.png")).unwrap();
    negative.save(folder.join("val/B/9.png")).unwrap();
    trained(&folder).unwrap();
    let log = std::fs::read_to_string(folder.join("runs/odd-1/log.txt")).unwrap();
    for line in [
        "train: 1 of 9 images seem mirrored, the chest wall on the wrong side (8.png): mirror them",
        "val: 1 of 9 images have a ground brighter than the breast (9.png): invert them",
        "val: 1 of 9 images seem mirrored",
    ] {
        assert!(log.contains(line), "{line}: {log}");
    }
    assert!(
        log.find("seem mirrored").unwrap() < log.find("epoch 1").unwrap(),
        "{log}"
    );
}

#[test]
fn a_class_without_an_image_to_learn_from_is_refused_and_one_without_a_validation_image_is_not() {
    let root = tempfile::tempdir().unwrap();
    let (to_train, to_validate) = sets(root.path(), 4);
    std::fs::remove_dir_all(to_validate.join("B")).unwrap();
    let data = DataConfig {
        train: vec![to_train.clone()],
        validation: vec![to_validate],
        folds: None,
    };
    let (_, validation) = data.open(1).unwrap();
    assert_eq!(validation.unwrap().counts(), [4, 0]);
    for i in 0..4 {
        std::fs::remove_file(to_train.join(format!("A/{i}.png"))).unwrap();
    }
    let refused = data.open(1).unwrap_err().to_string();
    assert!(
        refused.contains("train/A") && refused.contains("to learn from"),
        "{refused}"
    );
}
