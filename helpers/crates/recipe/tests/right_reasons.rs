//! A training that is asked for its reasons, on phantoms: it learns the tissue, and its evidence leaves the background.
#![allow(missing_docs)]

use candle_core::{D, Device};
use density::Result;
use density::data::{BatchStream, ImageFolder, StreamConfig};
use density::model::{ResNet, ResNetConfig};
use phantom::{Plan, write_dataset};
use training::{Optimizer, RightReasons, Schedule, TrainConfig, tissue_loss, train};

const SIDE: usize = 96;

/// The share of the positive evidence for the true classes that lies on the background, and the loss of the tissue.
fn reasons_of(model: &ResNet, images: &ImageFolder) -> Result<(f64, f64)> {
    let config = StreamConfig {
        size: SIDE,
        batch_size: 8,
        tissue: true,
        ..StreamConfig::default()
    };
    let kernel = model.parameters().get("dense_1/kernel")?;
    let (mut outside, mut all, mut loss, mut batches) = (0.0, 0.0, 0.0, 0.0);
    for batch in BatchStream::once(images, &config)? {
        let batch = batch?;
        let features = model.activated(&batch.x)?;
        let shares = batch.tissue.expect("it was asked for");
        let background = shares.narrow(1, 0, 1)?.flatten_from(2)?;
        let evidence = features.flatten_from(2)?.transpose(1, 2)?.contiguous()?;
        let evidence = evidence.broadcast_matmul(kernel)?;
        let evidence = evidence.broadcast_sub(&evidence.mean_keepdim(D::Minus1)?)?;
        let of_truth = evidence
            .broadcast_mul(&batch.y.unsqueeze(1)?)?
            .sum(D::Minus1)?;
        let positive = of_truth.relu()?;
        outside += f64::from(
            (&positive * background.squeeze(1)?)?
                .sum_all()?
                .to_scalar::<f32>()?,
        );
        all += f64::from(positive.sum_all()?.to_scalar::<f32>()?);
        loss += f64::from(tissue_loss(&features, &shares)?.to_scalar::<f32>()?);
        batches += 1.0;
    }
    Ok((outside / all, loss / batches))
}

#[test]
fn evidence_leaves_the_background_and_the_tissue_is_learnt() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let plan = Plan {
        train: 8,
        ..Plan::default()
    };
    write_dataset(root.path(), &plan.with_masks(), 5, 128)?;
    let images = ImageFolder::open(root.path().join("CC_R/train"))?;
    let config = TrainConfig {
        network: ResNetConfig::with_input(SIDE),
        epochs: 8,
        batch_size: 8,
        learning_rate: 1e-3,
        schedule: Schedule::Constant,
        optimizer: Optimizer::adam_w(),
        augmentation: None,
        ..TrainConfig::default()
    };
    let asked = TrainConfig {
        right_reasons: Some(RightReasons::default()),
        ..config.clone()
    };
    let runs = root.path().join("runs");
    let reasons = |config: &TrainConfig| -> Result<(f64, f64)> {
        let trained = train(&images, None, config, &runs, "CC_R", &Device::Cpu)?;
        reasons_of(&trained.model, &images)
    };
    let (without, with) = (reasons(&config)?, reasons(&asked)?);
    println!("evidence outside and tissue loss: {without:?} without reasons, {with:?} with");
    assert!(with.0 < 0.75 * without.0, "{without:?} {with:?}");
    assert!(with.1 < 0.75 * without.1, "{without:?} {with:?}");
    Ok(())
}

#[test]
fn an_image_without_a_mask_ends_the_training_with_its_name() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let plan = Plan {
        train: 1,
        ..Plan::default()
    };
    write_dataset(root.path(), &plan, 5, 64)?;
    let images = ImageFolder::open(root.path().join("CC_R/train"))?;
    let config = TrainConfig {
        network: ResNetConfig::with_input(64),
        right_reasons: Some(RightReasons::default()),
        ..TrainConfig::short()
    };
    let runs = root.path().join("runs");
    let refused = train(&images, None, &config, runs, "CC_R", &Device::Cpu).unwrap_err();
    let text = refused.to_string();
    assert!(
        text.contains("CC_R/masks/") && text.contains("is missing"),
        "{text}"
    );
    Ok(())
}
