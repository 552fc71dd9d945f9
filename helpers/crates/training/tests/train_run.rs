//! A training from folders to weights: what it leaves behind, that it repeats, and how it fails.
#![allow(missing_docs)]

use candle_core::Device;
use density::data::{AugmentConfig, ImageFolder, Projection};
use density::history::History;
use density::model::{ResNet, ResNetConfig};
use density::predict::Classifier;
use density::{Error, Result};
use image::{GrayImage, Luma};
use std::path::Path;
use training::{RunConfig, RunFolder, TrainConfig, Trained, train};

/// Two classes that differ in brightness, four images each.
fn folder(root: &Path, classes: &[&str]) -> ImageFolder {
    for (c, class) in classes.iter().enumerate() {
        let class = root.join(class);
        std::fs::create_dir_all(&class).unwrap();
        for i in 0..4u32 {
            let image = GrayImage::from_fn(40, 40, |x, y| {
                let wave = (x * (2 + 5 * c as u32) + y * (i + 1)) % 97;
                Luma([(wave * 2) as u8])
            });
            image.save(class.join(format!("{i}.png"))).unwrap();
        }
    }
    ImageFolder::open(root).unwrap()
}

fn config() -> TrainConfig {
    TrainConfig {
        network: ResNetConfig {
            classes: 2,
            ..ResNetConfig::with_input(32)
        },
        epochs: 2,
        augmentation: Some(AugmentConfig::default()),
        ..TrainConfig::short()
    }
}

fn run(images: &ImageFolder, config: &TrainConfig, runs: &Path) -> Result<Trained> {
    train(images, Some(images), config, runs, "CC_R", &Device::Cpu)
}

fn bits(model: &ResNet) -> Vec<u32> {
    let values = model
        .parameters()
        .iter()
        .flat_map(|p| p.var.flatten_all().unwrap().to_vec1::<f32>().unwrap());
    values.map(f32::to_bits).collect()
}

#[test]
fn a_run_leaves_config_history_and_weights_and_never_touches_an_earlier_run() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let images = folder(&root.path().join("images"), &["A", "B"]);
    let runs = root.path().join("runs");
    let first = run(&images, &config(), &runs)?;
    assert_eq!(first.folder, runs.join("CC_R-1"));
    for name in [
        "config.json",
        "history.csv",
        "loss_train.txt",
        "acc_train.txt",
        "loss_val.txt",
        "acc_val.txt",
        "weights-final.safetensors",
    ] {
        assert!(first.folder.join(name).is_file(), "{name}");
    }
    let saved = RunConfig::read(&RunFolder::new(&first.folder))?;
    assert_eq!(
        (saved.training, saved.data.train),
        (config(), vec![images.path().to_path_buf()])
    );
    // The tutorial's text files read back to the same history, but for the rate and the time.
    let read = History::read(&first.folder)?;
    for (a, b) in read.epochs.iter().zip(&first.history.epochs) {
        assert_eq!(
            (a.epoch, a.loss, a.val_accuracy),
            (b.epoch, b.loss, b.val_accuracy)
        );
    }
    // The best weights are there under the published name, and alone.
    let best = first.history.best().unwrap();
    let name = format!(
        "weights-improvement-{:02}-{:.2}.safetensors",
        best.epoch, best.val_accuracy
    );
    assert_eq!(first.best_weights, first.folder.join(name));
    let improvements = std::fs::read_dir(&first.folder).unwrap().filter(|e| {
        e.as_ref()
            .unwrap()
            .file_name()
            .to_string_lossy()
            .starts_with("weights-improvement")
    });
    assert_eq!(improvements.count(), 1);

    let before = std::fs::read(first.folder.join("history.csv")).unwrap();
    let second = run(&images, &config(), &runs)?;
    assert_eq!(second.folder, runs.join("CC_R-2"));
    assert_eq!(
        std::fs::read(first.folder.join("history.csv")).unwrap(),
        before
    );
    // One seed, one training.
    assert!(bits(&first.model) == bits(&second.model));
    let other = run(
        &images,
        &TrainConfig {
            seed: 2,
            ..config()
        },
        &runs,
    )?;
    assert!(bits(&first.model) != bits(&other.model));
    Ok(())
}

#[test]
fn saved_weights_classify_as_the_trained_network_does_and_start_another_training() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let images = folder(&root.path().join("images"), &["A", "B"]);
    let runs = root.path().join("runs");
    let trained = run(&images, &config(), &runs)?;
    let memory = Classifier::new(trained.model.clone(), trained.card.clone());
    let saved = Classifier::load(
        trained.folder.join("weights-final.safetensors"),
        &Device::Cpu,
    )?;
    let predictions = memory.predict_folder(&images)?;
    assert_eq!(predictions, saved.predict_folder(&images)?);
    assert_eq!(predictions.len(), 8);
    assert_eq!(predictions.files[5], "1.png");
    assert_eq!(predictions.labels, [0, 0, 0, 0, 1, 1, 1, 1]);
    assert_eq!(
        predictions.probabilities[5],
        saved.predict_image(&images.images()[5].0)?
    );

    // The weights of a projection are found in a folder, or missed by name.
    let weights = root.path().join("weights");
    std::fs::create_dir(&weights).unwrap();
    std::fs::copy(&trained.best_weights, weights.join("CC_R.safetensors")).unwrap();
    assert!(Classifier::for_projection(&weights, Projection::CcR, &Device::Cpu).is_ok());
    let missed = Classifier::for_projection(&weights, Projection::MloL, &Device::Cpu).unwrap_err();
    assert!(
        missed.to_string().contains("MLO_L.safetensors, MLO_L.h5"),
        "{missed}"
    );

    // A step of rate nearly zero leaves the weights where they were given.
    let start = TrainConfig {
        initial_weights: Some(trained.folder.join("weights-final.safetensors")),
        learning_rate: 1e-30,
        epochs: 1,
        ..config()
    };
    let again = run(&images, &start, &runs)?;
    let kernel = |m: &ResNet| {
        m.parameters()
            .get("conv2d_7/kernel")
            .unwrap()
            .flatten_all()
            .unwrap()
            .to_vec1::<f32>()
            .unwrap()
    };
    assert_eq!(kernel(&again.model), kernel(&trained.model));
    Ok(())
}

#[test]
fn a_loss_that_is_no_number_stops_the_run_with_step_and_advice_and_keeps_what_there_is() {
    let root = tempfile::tempdir().unwrap();
    let images = folder(&root.path().join("images"), &["A", "B"]);
    let runs = root.path().join("runs");
    let wild = TrainConfig {
        learning_rate: 1e30,
        epochs: 50,
        ..config()
    };
    let Err(Error::Training(message)) = run(&images, &wild, &runs) else {
        panic!("a rate of 1e30 was survived")
    };
    assert!(
        message.contains("at step") && message.contains("lower learning rate"),
        "{message}"
    );
    assert!(runs.join("CC_R-1/config.json").is_file());
}

#[test]
fn weights_that_are_no_numbers_are_never_the_best() {
    let root = tempfile::tempdir().unwrap();
    let images = folder(&root.path().join("images"), &["A", "B"]);
    let config = TrainConfig {
        learning_rate: 1e38,
        steps_per_epoch: Some(1),
        ..config()
    };
    let runs = root.path().join("runs");
    // The loss of the only step is that of the fresh weights: nothing is wrong with it.
    let problem = run(&images, &config, &runs).unwrap_err().to_string();
    assert!(
        problem.contains("NaN after epoch 1") && problem.contains("learning rate"),
        "{problem}"
    );
    let saved = std::fs::read_dir(runs.join("CC_R-1")).unwrap();
    let weights = saved.flatten().map(|entry| entry.file_name());
    let weights = weights.filter(|name| name.to_string_lossy().ends_with(".safetensors"));
    assert_eq!(
        weights.collect::<Vec<_>>(),
        Vec::<std::ffi::OsString>::new()
    );
}

#[test]
fn wrong_parameters_other_classes_and_broken_images_are_refused_by_name() {
    let root = tempfile::tempdir().unwrap();
    let images = folder(&root.path().join("images"), &["A", "B"]);
    let runs = root.path().join("runs");
    let message = |config: TrainConfig| run(&images, &config, &runs).unwrap_err().to_string();
    assert!(
        message(TrainConfig {
            epochs: 0,
            ..config()
        })
        .contains("epochs = 0")
    );
    assert!(
        message(TrainConfig {
            learning_rate: -1.0,
            ..config()
        })
        .contains("learning_rate = -1")
    );
    let four = TrainConfig {
        network: ResNetConfig::with_input(32),
        ..config()
    };
    assert!(message(four).contains("2 class names"));
    assert!(
        !runs.exists(),
        "nothing is made for a training that cannot start"
    );

    let others = folder(&root.path().join("others"), &["A", "C"]);
    let refused = train(
        &images,
        Some(&others),
        &config(),
        &runs,
        "CC_R",
        &Device::Cpu,
    );
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("others") && refused.contains("same folders"));
    let classifier = Classifier::new(
        ResNet::new(&config().network, 1, &Device::Cpu).unwrap(),
        density::model::ModelCard::new(config().network, ["A", "B"], "").unwrap(),
    );
    let refused = classifier.predict_folder(&others).unwrap_err();
    assert!(matches!(refused, Error::Labels(_)), "{refused}");
    assert!(refused.to_string().contains("A, C") && refused.to_string().contains("A, B"));

    std::fs::write(root.path().join("images/B/2.png"), "broken").unwrap();
    assert!(message(config()).contains("2.png"));
}
