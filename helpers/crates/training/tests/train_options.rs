//! What readers may ask of a training beyond the published one.
#![allow(missing_docs)]

use candle_core::{Device, Tensor};
use density::Result;
use density::data::{BatchStream, Folds, ImageFolder, StreamConfig, patient_of};
use density::model::{ModelCard, ResNet, ResNetConfig};
use image::{GrayImage, Luma};
use std::collections::BTreeSet;
use std::path::Path;
use training::{ClassWeights, EarlyStopping, Schedule, cross_entropy};

/// Images of patients with four views each; class B is rare.
fn folder(root: &Path) -> ImageFolder {
    for (class, patients) in [("A", 0..12), ("B", 12..15)] {
        let folder = root.join(class);
        std::fs::create_dir_all(&folder).unwrap();
        for patient in patients {
            for view in 0..4u8 {
                let image = GrayImage::from_fn(8, 8, |x, _| Luma([view * 60 + patient + x as u8]));
                image
                    .save(folder.join(format!("{patient}_{view}.png")))
                    .unwrap();
            }
        }
    }
    ImageFolder::open(root).unwrap()
}

#[test]
fn class_weights_and_smoothed_targets_give_the_loss_of_keras() -> Result<()> {
    // By tf-keras 2.21.0: CategoricalCrossentropy(label_smoothing=0.1)(y, softmax(logits), sample_weight=[2, 0.5])
    // with y of the classes 0 and 2.
    let logits = Tensor::new(&[[1f32, -0.5, 0.2], [0.3, 0.1, -1.0]], &Device::Cpu)?;
    let smooth = 0.1 / 3.0;
    let targets = [
        [0.9 + smooth, smooth, smooth].map(|t: f32| t * 2.0),
        [smooth, smooth, 0.9 + smooth].map(|t: f32| t * 0.5),
    ];
    let loss = cross_entropy(&logits, &Tensor::new(&targets, &Device::Cpu)?)?;
    assert!((loss.to_scalar::<f32>()? - 1.0804038).abs() < 1e-6);
    // scikit-learn 1.9.1: compute_class_weight("balanced", classes=[0, 1, 2], y=[0] * 6 + [1] * 3 + [2])
    let balanced = ClassWeights::Balanced.factors(&[6, 3, 1]);
    for (ours, theirs) in balanced.iter().zip([0.5555556, 1.1111112, 3.3333333]) {
        assert!((ours - theirs).abs() < 1e-6);
    }
    Ok(())
}

#[test]
fn the_cosine_schedule_is_that_of_keras() {
    // By tf-keras 2.21.0: CosineDecay(0, decay_steps=80, alpha=0.1, warmup_target=0.1, warmup_steps=20) after so many
    // steps; here 10 epochs of 10 steps.
    let schedule = Schedule::Cosine {
        warm_up: 2.0,
        last: 0.01,
    };
    for (steps, expected) in [
        (1, 0.005),
        (10, 0.05),
        (20, 0.1),
        (40, 0.08681981),
        (60, 0.055),
        (100, 0.01),
    ] {
        let rate = schedule.rate(0.1, steps - 1, 10, 10);
        assert!((rate - expected).abs() < 1e-7, "{steps}: {rate}");
    }
}

#[test]
fn early_stopping_waits_as_long_as_it_was_told() {
    let mut rule = EarlyStopping {
        patience: 2,
        min_delta: 0.1,
        ..EarlyStopping::default()
    };
    let ends = [1.0, 0.95, 0.5, 0.45, 0.41].map(|loss| rule.ends(loss));
    assert_eq!(ends, [false, false, false, false, true]);
}

#[test]
fn balanced_sampling_draws_every_class_as_often_and_shards_make_up_one_stream() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let images = folder(root.path());
    let config = StreamConfig {
        size: 8,
        batch_size: 4,
        augmentation: None,
        balanced: true,
        ..StreamConfig::default()
    };
    let mut stream = BatchStream::new(&images, &config)?;
    let mut counts = [0; 2];
    let mut seen = BTreeSet::new();
    for _ in 0..30 {
        let batch = stream.next_batch()?;
        batch.labels.iter().for_each(|l| counts[*l] += 1);
        seen.extend(batch.paths);
    }
    assert_eq!(counts, [60, 60]);
    // All of the rare class, and as many of the frequent one as fit into two passes at least.
    assert!(seen.len() > 12 + 30, "{}", seen.len());
    let mut whole = BatchStream::new(&images, &config)?;
    let shard = |rank| StreamConfig {
        batch_size: 2,
        shard: (rank, 2),
        ..config.clone()
    };
    let mut first = BatchStream::new(&images, &shard(0))?;
    let mut second = BatchStream::new(&images, &shard(1))?;
    for _ in 0..20 {
        let mut parts = first.next_batch()?.paths;
        parts.extend(second.next_batch()?.paths);
        assert_eq!(parts, whole.next_batch()?.paths);
    }
    Ok(())
}

#[test]
fn folds_keep_patients_together_and_share_out_the_classes() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let images = folder(root.path());
    let patients = |f: &ImageFolder| {
        let names = f.images().iter().map(|(path, _)| patient_of(path));
        names.collect::<BTreeSet<_>>()
    };
    let mut validated = BTreeSet::new();
    for fold in 0..3 {
        let (train, validation) = Folds::new(3, fold).split(&images, 7)?;
        assert_eq!(train.len() + validation.len(), images.len());
        assert!(patients(&train).is_disjoint(&patients(&validation)));
        assert_eq!(validation.counts(), [16, 4]);
        assert!(patients(&validation).is_disjoint(&validated));
        validated.extend(patients(&validation));
    }
    assert_eq!(validated, patients(&images));
    let few = Folds::new(16, 0).split(&images, 7).unwrap_err().to_string();
    assert!(few.contains("15 patients"), "{few}");
    Ok(())
}

#[test]
fn weights_of_another_number_of_classes_start_all_layers_but_the_last() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("four.safetensors");
    let four = ResNet::new(&ResNetConfig::with_input(32), 1, &Device::Cpu)?;
    let card = ModelCard::new(four.config().clone(), ["A", "B", "C", "D"], "CC_R")?;
    four.save(&path, &card)?;
    let config = ResNetConfig {
        classes: 3,
        ..ResNetConfig::with_input(32)
    };
    let three = ResNet::new(&config, 2, &Device::Cpu)?;
    let values = |m: &ResNet, name: &str| -> Result<Vec<f32>> {
        Ok(m.parameters().get(name)?.flatten_all()?.to_vec1()?)
    };
    let head = values(&three, "dense_1/kernel")?;
    three.take_weights(&path)?;
    assert_eq!(values(&three, "dense_1/kernel")?, head);
    for name in ["conv2d_1/kernel", "batch_normalization_41/moving_variance"] {
        assert_eq!(values(&three, name)?, values(&four, name)?);
    }
    Ok(())
}
