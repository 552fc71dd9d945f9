//! Class activation maps against keras-vis' `visualize_cam`, computed with Keras on the weights of
//! `keras/resnet_fixture.h5`.
#![allow(missing_docs)]

use candle_core::{Device, Tensor};
use density::Result;
use density::cam::grad_cam;
use density::model::ResNet;

fn relative_error(ours: &[f32], theirs: &Tensor) -> Result<f32> {
    let theirs = theirs.flatten_all()?.to_vec1::<f32>()?;
    assert_eq!(ours.len(), theirs.len());
    let largest = theirs.iter().fold(0f32, |m, v| m.max(v.abs()));
    let difference = ours
        .iter()
        .zip(&theirs)
        .fold(0f32, |m, (a, b)| m.max((a - b).abs()));
    Ok(difference / largest)
}

fn narrow(values: &[f64]) -> Vec<f32> {
    values.iter().map(|v| *v as f32).collect()
}

#[test]
fn features_gradient_and_maps_equal_keras_vis() -> Result<()> {
    let (Some(weights), Some(expected)) = (
        fixtures::shared("keras/resnet_fixture.h5"),
        fixtures::shared("keras/inference.safetensors"),
    ) else {
        return Ok(());
    };
    let (model, _) = ResNet::load(weights, &Device::Cpu)?;
    let t = candle_core::safetensors::load(expected, &Device::Cpu)?;
    for image in [
        "1251_1_A_CC_R",
        "1103_1_B_CC_R",
        "145_1_C_CC_R",
        "1346_1_D_CC_R",
    ] {
        let grey = t[&format!("{image}.bilinear_gray_u8")]
            .flatten_all()?
            .to_vec1::<u8>()?;
        let x = fixtures::standardised(&grey, 650, 650)?;
        let cam = grad_cam(&model, &x, None)?;
        let features = cam.features.flatten_all()?.to_vec1::<f32>()?;
        let gradient = cam.gradient.flatten_all()?.to_vec1::<f32>()?;
        for (part, ours) in [
            ("logits", &cam.logits),
            ("add_12", &features),
            ("grad_add_12", &gradient),
            ("cam_21", &narrow(&cam.coarse)),
            ("cam_650", &narrow(&cam.map)),
        ] {
            let error = relative_error(ours, &t[&format!("{image}.{part}")])?;
            println!("{image} {part}: {error:.1e}");
            assert!(error < 1e-3, "{image} {part}: {error}");
        }
    }
    Ok(())
}

#[test]
fn a_class_the_network_does_not_know_is_refused() -> Result<()> {
    let model = ResNet::new(
        &density::model::ResNetConfig::with_input(64),
        1,
        &Device::Cpu,
    )?;
    let x = Tensor::zeros((1, 3, 64, 64), candle_core::DType::F32, &Device::Cpu)?;
    let message = grad_cam(&model, &x, Some(4)).unwrap_err().to_string();
    assert!(
        message.contains("class = 4") && message.contains("0 to 3"),
        "{message}"
    );
    let two = Tensor::zeros((2, 3, 64, 64), candle_core::DType::F32, &Device::Cpu)?;
    assert!(grad_cam(&model, &two, None).is_err());
    Ok(())
}
