//! The network against Keras: fixtures were computed by Keras itself (tf-keras 2.21) with the weights of
//! `keras/resnet_fixture.h5`.
#![allow(missing_docs)]

use candle_core::{DType, Device, Tensor};
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::{Error, Result};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

fn fixture() -> Option<std::path::PathBuf> {
    fixtures::shared("keras/resnet_fixture.h5")
}

fn pixels(grey: &Tensor) -> Result<Vec<u8>> {
    Ok(grey.flatten_all()?.to_vec1()?)
}

fn largest(t: &Tensor) -> Result<f32> {
    Ok(t.abs()?.flatten_all()?.max(0)?.to_scalar::<f32>()?)
}

fn relative_error(ours: &Tensor, theirs: &Tensor) -> Result<f32> {
    assert_eq!(ours.dims(), theirs.dims());
    Ok(largest(&(ours - theirs)?)? / largest(theirs)?)
}

/// Layer listing as stored by Keras in the fixture (`model_config`, the order of `model.summary()`).
#[test]
fn layers_names_connections_and_counts_are_those_of_keras() -> Result<()> {
    let Some(path) = fixture() else { return Ok(()) };
    let file = hdf5_pure::File::open(&path).unwrap();
    let attributes = file.root().attrs().unwrap();
    let json = attributes["model_config"].as_str().unwrap();
    let config: serde_json::Value = serde_json::from_str(json).unwrap();
    let theirs = config["config"]["layers"].as_array().unwrap();
    let model = ResNet::new(&ResNetConfig::default(), 0, &Device::Cpu)?;
    assert_eq!(model.layers().len(), theirs.len());
    for (ours, theirs) in model.layers().iter().zip(theirs) {
        assert_eq!(ours.name, theirs["config"]["name"]);
        assert_eq!(ours.kind, theirs["class_name"]);
        let inputs = match theirs["inbound_nodes"].get(0) {
            Some(node) => node
                .as_array()
                .unwrap()
                .iter()
                .map(|i| i[0].as_str().unwrap().to_string())
                .collect(),
            None => Vec::new(),
        };
        assert_eq!(ours.connected_to, inputs, "{}", ours.name);
        if ours.kind == "Conv2D" {
            let channels = theirs["config"]["filters"].as_u64().unwrap();
            assert!(
                ours.output.to_string().ends_with(&format!(", {channels})")),
                "{}",
                ours.name
            );
        }
    }
    // Keras' count_params, in upstream/golden.json as well.
    assert_eq!(model.parameters().count(false), 2_262_660);
    assert_eq!(model.parameters().count(true), 2_249_988);
    Ok(())
}

/// Sizes that Keras prints for a 650x650 input: 325, 163, 163, 82, 41, 21.
#[test]
fn output_shapes_are_those_of_keras() -> Result<()> {
    let model = ResNet::new(&ResNetConfig::default(), 0, &Device::Cpu)?;
    let shape = |name: &str| {
        let layers = model.layers();
        let layer = layers.iter().find(|l| l.name == name).unwrap();
        (layer.output.to_string(), layer.parameters)
    };
    assert_eq!(shape("conv2d_1"), ("(None, 325, 325, 64)".into(), 1792));
    assert_eq!(shape("max_pooling2d_1"), ("(None, 163, 163, 64)".into(), 0));
    assert_eq!(shape("add_3").0, "(None, 163, 163, 128)");
    assert_eq!(shape("add_6").0, "(None, 82, 82, 256)");
    assert_eq!(shape("add_9").0, "(None, 41, 41, 256)");
    assert_eq!(shape("add_12").0, "(None, 21, 21, 256)");
    assert_eq!(shape("global_average_pooling2d_1").0, "(None, 256)");
    assert_eq!(shape("dense_1"), ("(None, 4)".into(), 1028));
    assert_eq!(model.summary()?.height(), 136);
    Ok(())
}

#[test]
fn logits_and_add_12_equal_keras() -> Result<()> {
    let (Some(path), Some(expected)) = (fixture(), fixtures::shared("keras/inference.safetensors"))
    else {
        return Ok(());
    };
    let (model, card) = ResNet::load(&path, &Device::Cpu)?;
    assert_eq!(card.config, ResNetConfig::default());
    let t = candle_core::safetensors::load(expected, &Device::Cpu)?;
    for name in ["1251_1_A_CC_R", "1346_1_D_CC_R"] {
        let x =
            fixtures::standardised(&pixels(&t[&format!("{name}.bilinear_gray_u8")])?, 650, 650)?;
        let add_12 = model.features(&x)?;
        let theirs = &t[&format!("{name}.add_12")];
        assert!(relative_error(&add_12.squeeze(0)?, theirs)? < 1e-3);
        let logits = model.head(&add_12)?.squeeze(0)?;
        assert!(relative_error(&logits, &t[&format!("{name}.logits")])? < 1e-4);
    }
    Ok(())
}

#[test]
fn sixteen_probabilities_equal_keras_within_1e_5() -> Result<()> {
    let (Some(path), Some(expected)) = (fixture(), fixtures::shared("keras/inference.safetensors"))
    else {
        return Ok(());
    };
    let (model, _) = ResNet::load(&path, &Device::Cpu)?;
    let t = candle_core::safetensors::load(expected, &Device::Cpu)?;
    let x = (0..16)
        .map(|i| {
            Ok(fixtures::standardised(
                &pixels(&t["nearest_gray_u8"].get(i)?)?,
                650,
                650,
            )?)
        })
        .collect::<Result<Vec<_>>>()?;
    for (i, x) in x.iter().enumerate() {
        let ours = model.probabilities(x)?.squeeze(0)?;
        let theirs = t["probabilities"].get(i)?;
        let difference = largest(&(&ours - &theirs)?)?;
        assert!(difference < 1e-5, "image {i}: {difference}");
        let best = |t: &Tensor| t.argmax(0)?.to_scalar::<u32>();
        assert_eq!(best(&ours)?, best(&theirs)?);
    }
    Ok(())
}

fn small() -> ResNet {
    ResNet::new(&ResNetConfig::with_input(64), 7, &Device::Cpu).unwrap()
}

fn card(model: &ResNet) -> ModelCard {
    ModelCard::new(model.config().clone(), ["A", "B", "C", "D"], "CC_R").unwrap()
}

#[test]
fn safetensors_round_trip_gives_the_same_bits() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("weights.safetensors");
    let model = small();
    let mut written = card(&model);
    written.training.insert("epochs".into(), "3".into());
    model.save(&path, &written)?;
    let (read, read_card) = ResNet::load(&path, &Device::Cpu)?;
    assert_eq!(read_card, written);
    let x = Tensor::arange(0f32, 3.0 * 64.0 * 64.0, &Device::Cpu)?;
    let x = (x.sin()? * 0.5)?.reshape((1, 3, 64, 64))?;
    let bits = |m: &ResNet| -> Result<Vec<u32>> {
        let p = m.probabilities(&x)?.flatten_all()?.to_vec1::<f32>()?;
        Ok(p.into_iter().map(f32::to_bits).collect())
    };
    assert_eq!(bits(&model)?, bits(&read)?);
    Ok(())
}

fn load_error(path: &Path) -> String {
    match ResNet::load(path, &Device::Cpu) {
        Ok(_) => panic!("{} was accepted", path.display()),
        Err(e @ (Error::Weights { .. } | Error::Io { .. })) => e.to_string(),
        Err(e) => panic!("another kind of error: {e}"),
    }
}

#[test]
fn a_file_that_is_no_weights_file_is_refused_by_name() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("model.h5");
    std::fs::write(&text, "this is not HDF5").unwrap();
    let message = load_error(&text);
    assert!(
        message.contains("model.h5") && message.contains("neither HDF5"),
        "{message}"
    );
    assert!(load_error(&folder.path().join("absent.h5")).contains("absent.h5"));

    let model = small();
    let whole = folder.path().join("whole.safetensors");
    model.save(&whole, &card(&model))?;
    let bytes = std::fs::read(&whole).unwrap();
    let cut = folder.path().join("cut.safetensors");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(load_error(&cut).contains("cut short"));

    // safetensors without our card, as another program writes them.
    let foreign = folder.path().join("foreign.safetensors");
    let t = HashMap::from([("w", Tensor::zeros(3, DType::F32, &Device::Cpu)?)]);
    candle_core::safetensors::save(&t, &foreign)?;
    assert!(load_error(&foreign).contains("model_card"));
    Ok(())
}

#[test]
fn weights_of_another_architecture_are_refused() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("other.safetensors");
    let model = small();
    let mut other = card(&model);
    other.architecture = "vgg".into();
    model.save(&path, &other)?;
    assert!(load_error(&path).contains("weights of `vgg`"));

    // Three classes in the card, four in the weights.
    let three = ResNet::new(
        &ResNetConfig {
            classes: 3,
            ..ResNetConfig::with_input(64)
        },
        1,
        &Device::Cpu,
    )?;
    let c = ModelCard::new(three.config().clone(), ["F", "G", "D"], "")?;
    three.save(&path, &c)?;
    let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()[8..]).into_owned();
    let header = text
        .find("\\\"classes\\\":3")
        .expect("the card tells the classes");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[8 + header + 12] = b'4';
    std::fs::write(&path, bytes).unwrap();
    let message = load_error(&path);
    assert!(message.contains("3 classes for 4 outputs"), "{message}");
    Ok(())
}

/// HDF5 files written here with a layer left out or a shape changed.
#[test]
fn an_h5_without_a_layer_or_with_another_shape_is_refused_by_layer() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, skip: &str, reshape: &str| {
        let mut file = hdf5_pure::FileBuilder::new();
        let mut layers = BTreeMap::<String, Vec<(String, Tensor)>>::new();
        for p in small()
            .parameters()
            .iter()
            .filter(|p| !p.name.starts_with(skip))
        {
            let (layer, weight) = p.name.split_once('/').unwrap();
            let t = p.var.as_tensor();
            let t = if t.rank() == 4 {
                t.permute((2, 3, 1, 0)).unwrap()
            } else {
                t.clone()
            };
            layers
                .entry(layer.into())
                .or_default()
                .push((weight.into(), t));
        }
        for (layer, weights) in layers {
            let mut outer = file.create_group(&layer);
            let mut inner = outer.create_group(&layer);
            for (weight, t) in weights {
                let mut shape = t.dims().iter().map(|n| *n as u64).collect::<Vec<_>>();
                let mut values = t.flatten_all().unwrap().to_vec1::<f32>().unwrap();
                if format!("{layer}/{weight}") == reshape {
                    shape[0] -= 1;
                    values.truncate(shape.iter().product::<u64>() as usize);
                }
                inner
                    .create_dataset(&format!("{weight}:0"))
                    .with_f32_data(&values)
                    .with_shape(&shape);
            }
            outer.add_group(inner.finish());
            file.add_group(outer.finish());
        }
        let path = folder.path().join(name);
        file.write(&path).unwrap();
        path
    };
    // The whole file is accepted: what is refused below is refused for its fault.
    let (model, _) = ResNet::load(write("whole.h5", "none", ""), &Device::Cpu)?;
    let (ours, read) = (small(), model);
    for (a, b) in ours.parameters().iter().zip(read.parameters().iter()) {
        assert_eq!(
            largest(&(a.var.as_tensor() - b.var.as_tensor())?)?,
            0.0,
            "{}",
            a.name
        );
    }
    let message = load_error(&write("lacks.h5", "conv2d_17/", ""));
    assert!(
        message.contains("lacks.h5") && message.contains("`conv2d_17`"),
        "{message}"
    );
    let message = load_error(&write("shape.h5", "none", "batch_normalization_9/gamma"));
    assert!(
        message.contains("batch_normalization_9/gamma") && message.contains("[63]"),
        "{message}"
    );
    Ok(())
}
