//! Weights in half precision: what is rounded, what is read, what is refused.
#![allow(missing_docs)]

use candle_core::{DType, Device, Tensor};
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::{Error, Result};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

fn size(path: &Path) -> u64 {
    std::fs::metadata(path).unwrap().len()
}

fn values(t: &Tensor) -> Result<Vec<f32>> {
    Ok(t.flatten_all()?.to_vec1()?)
}

fn small() -> Result<(ResNet, ModelCard)> {
    let model = ResNet::new(&ResNetConfig::with_input(64), 7, &Device::Cpu)?;
    let card = ModelCard::new(model.config().clone(), ["A", "B", "C", "D"], "CC_R")?;
    Ok((model, card))
}

/// Writes the network's tensors in another type, under the header of a file of ours.
fn written_as(folder: &Path, dtype: DType) -> Result<PathBuf> {
    let (model, card) = small()?;
    let mut tensors = HashMap::new();
    for p in model.parameters().iter() {
        tensors.insert(p.name.clone(), p.var.to_dtype(dtype)?);
    }
    let header = HashMap::from([(
        "model_card".to_string(),
        serde_json::to_string(&card).unwrap(),
    )]);
    let path = folder.join(format!("{dtype:?}.safetensors"));
    safetensors::serialize_to_file(&tensors, Some(header), &path).unwrap();
    Ok(path)
}

#[test]
fn a_network_saved_as_half_holds_the_rounded_weights_in_half_the_bytes() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let (full, half) = (folder.path().join("full"), folder.path().join("half"));
    let (model, card) = small()?;
    model.save(&full, &card)?;
    model.save_half(&half, &card)?;
    let ratio = size(&half) as f64 / size(&full) as f64;
    assert!((0.49..0.51).contains(&ratio), "{ratio}");
    let (read, read_card) = ResNet::load(&half, &Device::Cpu)?;
    assert_eq!(read_card, card);
    for (a, b) in model.parameters().iter().zip(read.parameters().iter()) {
        let rounded = a.var.to_dtype(DType::F16)?.to_dtype(DType::F32)?;
        assert_eq!(values(&rounded)?, values(&b.var)?, "{}", a.name);
        for (x, y) in values(&a.var)?.iter().zip(values(&b.var)?) {
            let allowed = (x.abs() / 2048.0).max(3e-8);
            assert!((x - y).abs() <= allowed, "{}: {x} became {y}", a.name);
        }
    }
    Ok(())
}

#[test]
fn rounded_weights_change_probabilities_by_less_than_a_hundredth() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.safetensors");
    let (model, card) = small()?;
    model.save_half(&path, &card)?;
    let fresh = ResNet::new(model.config(), 3, &Device::Cpu)?;
    fresh.take_weights(&path)?;
    let n = model.config().input_size;
    let x = Tensor::arange(0f32, (3 * n * n) as f32, &Device::Cpu)?;
    let x = ((x * 0.01)?.sin()? * 0.5)?.reshape((1, 3, n, n))?;
    let before = values(&model.probabilities(&x)?)?;
    let after = values(&fresh.probabilities(&x)?)?;
    for (a, b) in before.iter().zip(&after) {
        assert!((a - b).abs() < 1e-2, "{before:?} became {after:?}");
    }
    assert_ne!(before, after, "nothing was rounded");
    Ok(())
}

#[test]
fn other_programs_bf16_is_read_and_f64_refused_by_name() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let (read, _) = ResNet::load(written_as(folder.path(), DType::BF16)?, &Device::Cpu)?;
    let (model, _) = small()?;
    for (a, b) in model.parameters().iter().zip(read.parameters().iter()) {
        let rounded = a.var.to_dtype(DType::BF16)?.to_dtype(DType::F32)?;
        assert_eq!(values(&rounded)?, values(&b.var)?, "{}", a.name);
    }
    let path = written_as(folder.path(), DType::F64)?;
    let Err(e @ Error::Weights { .. }) = ResNet::load(&path, &Device::Cpu) else {
        panic!("f64 was accepted");
    };
    let message = e.to_string();
    assert!(
        message.contains("F64.safetensors") && message.contains("is F64"),
        "{message}"
    );
    Ok(())
}

#[test]
fn a_weight_beyond_the_largest_f16_is_refused_by_layer() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("half.safetensors");
    let (model, card) = small()?;
    let bias = model.parameters().var("dense_1/bias")?;
    bias.set(&Tensor::new(&[0f32, 1e5, 0.0, 0.0], &Device::Cpu)?)?;
    let message = model.save_half(&path, &card).unwrap_err().to_string();
    assert!(message.contains("dense_1/bias"), "{message}");
    assert!(!path.exists());
    Ok(())
}
