//! Every reader on files that were damaged at random, see [`fixtures::survive`]: an error or a value, never a panic or an abort.
#![allow(missing_docs)]

use candle_core::{DType, Device, Tensor};
use density::data::{Patients, Resize, load_grey, load_resized};
use density::history::History;
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::predict::{Predictions, labels_from_counts, loadtxt_column, loadtxt_rows};
use fixtures::survive;
use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, RgbImage};
use std::collections::HashMap;
use std::io::Cursor;
use std::path::Path;

#[test]
fn damaged_pictures() {
    let grey = GrayImage::from_fn(40, 30, |x, y| Luma([(x * 5 + y) as u8]));
    let deep = ImageBuffer::from_fn(40, 30, |x, y| Luma([(x * 90 + y) as u16]));
    let colour = RgbImage::from_fn(40, 30, |x, y| image::Rgb([x as u8, y as u8, 9]));
    let pictures = [
        DynamicImage::ImageLuma8(grey),
        DynamicImage::ImageLuma16(deep),
        DynamicImage::ImageRgb8(colour),
    ];
    let mut seeds = Vec::new();
    for picture in &pictures {
        for format in [
            ImageFormat::Png,
            ImageFormat::Jpeg,
            ImageFormat::Bmp,
            ImageFormat::Pnm,
            ImageFormat::Tiff,
        ] {
            let mut bytes = Cursor::new(Vec::new());
            if picture.write_to(&mut bytes, format).is_ok() {
                seeds.push(bytes.into_inner());
            }
        }
    }
    assert!(seeds.len() >= 10, "{}", seeds.len());
    survive("picture.png", &seeds, |path| {
        let _ = load_grey(path);
        let _ = load_resized(path, Resize::Nearest, 16, 16);
    });
}

#[test]
fn damaged_numbers() {
    let labels = labels_from_counts(["A", "B", "C"], &[1, 0, 1]).unwrap();
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n";
    let mut npy = b"\x93NUMPY\x01\x00".to_vec();
    npy.extend((header.len() as u16).to_le_bytes());
    npy.extend(header.as_bytes());
    npy.extend([0_u8; 24]);
    let seeds = [
        b"5.0e-01 2.5e-01 2.5e-01\n0.0 0.0 1.0\n".to_vec(),
        b",A,B,C\n0,0.5,0.25,0.25\n1,0.0,0.0,1.0\n".to_vec(),
        b"0,5;0,25;0,25\n0;0;1\n".to_vec(),
        npy,
    ];
    survive("predictions.txt", &seeds, |path| {
        let _ = Predictions::read(path, &labels);
        let _ = loadtxt_rows(path);
        let _ = loadtxt_column(path);
        let _ = History::read_csv(path);
    });
    let seeds = [
        b"file,patient\n1.png,x\n\"2;.png\",y\n".to_vec(),
        b"patient;age;file\n1;40;a/1.png\n".to_vec(),
    ];
    survive("patients.csv", &seeds, |path| {
        let _ = Patients::table(path);
        let _ = Patients::stated_in(path.parent().unwrap());
    });
    let seeds = [
        b"# CBIS\nP_{patient}_*\n".to_vec(),
        b"*/{patient}.*".to_vec(),
    ];
    survive("patients.txt", &seeds, |path| {
        let _ = Patients::stated_in(path.parent().unwrap()).map(|naming| naming.of("P_1_x.png"));
    });
}

/// A network of fresh weights, and a folder.
fn network() -> (ResNet, ModelCard, tempfile::TempDir) {
    let config = ResNetConfig::with_input(32);
    let network = ResNet::new(&config, 1, &Device::Cpu).unwrap();
    let card = ModelCard::new(config, ["A", "B", "C", "D"], "CC_R").unwrap();
    (network, card, tempfile::tempdir().unwrap())
}

fn load(path: &Path) {
    drop(ResNet::load(path, &Device::Cpu));
}

#[test]
fn damaged_weights() {
    let (network, card, folder) = network();
    let path = folder.path().join("weights.safetensors");
    network.save_half(&path, &card).unwrap();
    survive(
        "weights.safetensors",
        &[std::fs::read(&path).unwrap()],
        load,
    );
}

/// The header alone matters to most faults, and small files are read fast.
#[test]
fn damaged_headers_of_weights() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights.safetensors");
    let tensors = [("conv2d_1/kernel", 24), ("conv2d_1/bias", 8)].map(|(name, count)| {
        let values = Tensor::zeros(count, DType::F16, &Device::Cpu);
        (name.to_string(), values.unwrap())
    });
    candle_core::safetensors::save(&HashMap::from(tensors), &path).unwrap();
    survive("header.safetensors", &[std::fs::read(&path).unwrap()], load);
}

#[test]
fn damaged_keras_files() {
    let (network, _, folder) = network();
    let path = folder.path().join("weights.h5");
    // Keras' files hold their groups and sizes all over.
    let mut file = hdf5_pure::FileBuilder::new();
    let mut layers = std::collections::BTreeMap::<&str, Vec<_>>::new();
    for p in network.parameters().iter() {
        let (layer, weight) = p.name.split_once('/').unwrap();
        layers.entry(layer).or_default().push((weight, &p.var));
    }
    for (layer, weights) in layers {
        let mut outer = file.create_group(layer);
        let mut inner = outer.create_group(layer);
        for (weight, var) in weights {
            let mut shape = var.dims().iter().map(|n| *n as u64).collect::<Vec<_>>();
            if shape.len() == 4 {
                shape = vec![shape[2], shape[3], shape[1], shape[0]];
            }
            let zeros = vec![0.5_f32; shape.iter().product::<u64>() as usize];
            let data = inner.create_dataset(&format!("{weight}:0"));
            data.with_f32_data(&zeros).with_shape(&shape);
            if shape.len() == 4 {
                data.with_chunks(&shape).with_deflate(6);
            }
        }
        outer.add_group(inner.finish());
        file.add_group(outer.finish());
    }
    let mut seeds = vec![file.finish().unwrap()];
    std::fs::write(&path, &seeds[0]).unwrap();
    ResNet::load(&path, &Device::Cpu).expect("it is whole before it is damaged");
    // As Keras writes them, with older structures.
    if let Some(keras) = fixtures::shared("cases/keras/control_weights.h5") {
        seeds.push(std::fs::read(keras).unwrap());
    }
    survive("weights.h5", &seeds, load);
}
