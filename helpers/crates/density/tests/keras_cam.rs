//! Class activation maps against keras-vis' `visualize_cam`, computed with Keras on the weights of
//! `keras/resnet_fixture.h5`.
#![allow(missing_docs)]

use candle_core::{Device, Tensor};
use density::Result;
use density::cam::{
    CamPictures, Colormap, PictureStyle, grad_cam, published_contours, published_overlay,
};
use density::data::Projection;
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

/// The published pair of the tutorial: `_650.png` and `_map.png` give `_overlay.png`.
#[test]
fn the_published_overlay_is_the_saturating_sum_of_image_and_map() {
    for name in ["A/A_1251_1_A_CC_R", "B/B_1103_1_B_CC_R"] {
        let open = |what: &str| {
            let path = fixtures::shared(&format!("upstream/MAPS/CC_R/{name}_{what}.png"))?;
            Some(image::open(path).unwrap().to_rgb8())
        };
        let (Some(image), Some(map), Some(overlay)) = (open("650"), open("map"), open("overlay"))
        else {
            return;
        };
        assert!(published_overlay(&image, &map) == overlay, "{name}");
    }
}

/// The published map has its contours at red = 250, which seismic passes twice: near 0.495 and near 0.757.
#[test]
fn published_contours_come_in_rings_of_two_values() {
    let Some(path) = fixtures::shared("upstream/MAPS/CC_R/A/A_1251_1_A_CC_R_map.png") else {
        return;
    };
    let map = image::open(path).unwrap().to_rgb8();
    let lines = published_contours(&map);
    // The published picture of this map shows three lines.
    assert_eq!(lines.len(), 3);
    let red = Colormap::Seismic.table().map(|c| c[0]);
    let crossings = red
        .windows(2)
        .enumerate()
        .filter(|(_, w)| (w[0] > 250) != (w[1] > 250));
    let values = crossings
        .map(|(i, _)| (i + 1) as f64 / 256.0)
        .collect::<Vec<_>>();
    assert_eq!(values.len(), 2);
    assert!(
        (values[0] - 0.495).abs() < 0.003 && (values[1] - 0.757).abs() < 0.003,
        "{values:?}"
    );
}

#[test]
fn saved_pictures_carry_the_published_names_and_the_maps_colours() -> Result<()> {
    let model = ResNet::new(
        &density::model::ResNetConfig::with_input(64),
        1,
        &Device::Cpu,
    )?;
    let grey = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * 3 + y) as u8]));
    let x = fixtures::standardised(grey.as_raw(), 64, 64)?;
    let cam = grad_cam(&model, &x, Some(2))?;
    let folder = tempfile::tempdir().unwrap();
    for style in [PictureStyle::Readable, PictureStyle::Published] {
        let pictures = CamPictures::new(&grey, &cam, style)?;
        let paths = pictures.save(folder.path(), Projection::CcR, "A", "1251_1_A_CC_R")?;
        let names = paths
            .iter()
            .map(|p| p.strip_prefix(folder.path()).unwrap().to_str().unwrap());
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                "CC_R/A/A_1251_1_A_CC_R_64.png",
                "CC_R/A/A_1251_1_A_CC_R_map.png",
                "CC_R/A/A_1251_1_A_CC_R_overlay.png",
                "CC_R/A/A_1251_1_A_CC_R_contours.png"
            ]
        );
        let map = image::open(&paths[1]).unwrap().to_rgb8();
        for (pixel, value) in map.pixels().zip(&cam.map) {
            let index = ((value * 256.0) as usize).min(255);
            assert_eq!(pixel.0, Colormap::Seismic.table()[index]);
        }
        assert_ne!(pictures.overlay, pictures.image);
    }
    let other = image::GrayImage::new(32, 32);
    assert!(CamPictures::new(&other, &cam, PictureStyle::Readable).is_err());
    Ok(())
}
