//! Keras' HDF5 files in the forms that its versions and habits leave: all with the weights of one network.
#![allow(missing_docs)]

use candle_core::{DType, Device, Module, Tensor};
use density::Result;
use density::model::{ModelCard, ResNet, ResNetConfig};
use hdf5_pure::{AttrValue, Datatype, FileBuilder, FloatingPointLayout};
use safetensors::View;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn network() -> ResNet {
    ResNet::new(&ResNetConfig::with_input(96), 5, &Device::Cpu).expect("a network")
}

/// What is written for a weight: its values as Keras orders them.
#[derive(Clone)]
enum Leaf {
    Single(Vec<f32>, Vec<u64>),
    Half(Vec<u8>, Vec<u64>),
}

#[derive(Default)]
struct Tree {
    groups: BTreeMap<String, Tree>,
    leaves: Vec<(String, Leaf)>,
}

impl Tree {
    fn put(&mut self, path: &str, leaf: Leaf) {
        match path.split_once('/') {
            Some((group, rest)) => self.groups.entry(group.into()).or_default().put(rest, leaf),
            None => self.leaves.push((path.into(), leaf)),
        }
    }
}

fn half_type() -> Datatype {
    let single = hdf5_pure::make_f32_type();
    let Datatype::FloatingPoint { byte_order, .. } = single else {
        panic!("f32 is a floating-point type")
    };
    Datatype::FloatingPoint {
        size: 2,
        byte_order,
        // IEEE 754 binary16.
        layout: FloatingPointLayout {
            bit_offset: 0,
            bit_precision: 16,
            exponent_location: 10,
            exponent_size: 5,
            mantissa_location: 0,
            mantissa_size: 10,
            exponent_bias: 15,
        },
    }
}

fn add(builder: &mut hdf5_pure::GroupBuilder, tree: &Tree) {
    for (name, leaf) in &tree.leaves {
        match leaf {
            Leaf::Single(values, shape) => {
                let data = builder.create_dataset(name);
                data.with_f32_data(values).with_shape(shape);
            }
            Leaf::Half(raw, shape) => {
                let count = shape.iter().product();
                let data = builder.create_dataset(name);
                data.with_raw_data(half_type(), raw.clone(), count)
                    .with_shape(shape);
            }
        }
    }
    for (name, below) in &tree.groups {
        let mut group = builder.create_group(name);
        add(&mut group, below);
        builder.add_group(group.finish());
    }
}

/// Writes the network's weights, each where `place` says, in the groups below `top`; `config`: the model's description.
fn write(
    folder: &Path,
    name: &str,
    place: impl Fn(&str, usize, &str) -> String,
    half: bool,
    config: Option<&str>,
) -> PathBuf {
    let mut tree = Tree::default();
    for p in network().parameters().iter() {
        let (layer, weight) = p.name.split_once('/').expect("layer/weight");
        let (kind, number) = layer.rsplit_once('_').expect("a number");
        let mut t = p.var.as_tensor().clone();
        if t.rank() == 4 {
            t = t.permute((2, 3, 1, 0)).expect("a kernel");
        }
        let shape = t.dims().iter().map(|n| *n as u64).collect();
        let flat = t.flatten_all().expect("values");
        let leaf = if half {
            let halves = flat.to_dtype(DType::F16).expect("f16");
            Leaf::Half(halves.data().into_owned(), shape)
        } else {
            Leaf::Single(flat.to_vec1().expect("f32"), shape)
        };
        tree.put(
            &place(kind, number.parse().expect("a number"), weight),
            leaf,
        );
    }
    let mut file = FileBuilder::new();
    for (name, below) in &tree.groups {
        let mut group = file.create_group(name);
        add(&mut group, below);
        file.add_group(group.finish());
    }
    if let Some(config) = config {
        file.set_attr("model_config", AttrValue::String(config.into()));
    }
    let path = folder.join(name);
    file.write(&path).expect("an HDF5 file");
    path
}

fn refused(path: &Path) -> String {
    ResNet::load(path, &Device::Cpu)
        .expect_err("it is refused")
        .to_string()
}

fn difference(a: &Tensor, b: &Tensor) -> Result<f32> {
    Ok((a - b)?.abs()?.flatten_all()?.max(0)?.to_scalar()?)
}

#[test]
fn every_form_of_file_gives_the_network_that_was_written() -> Result<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let numbered = |kind: &str, n: usize| match n - 1 {
        0 => kind.to_string(),
        n => format!("{kind}_{n}"),
    };
    type Place<'a> = Box<dyn Fn(&str, usize, &str) -> String + 'a>;
    let forms: Vec<(&str, Place)> = vec![
        (
            "plain.h5",
            Box::new(|k, n, w| format!("{k}_{n}/{k}_{n}/{w}:0")),
        ),
        (
            "model.h5",
            Box::new(|k, n, w| format!("model_weights/{k}_{n}/{k}_{n}/{w}:0")),
        ),
        (
            "reloaded.h5",
            Box::new(|k, n, w| format!("{k}_{n}/{k}_{n}_1/{w}:0")),
        ),
        (
            "twice.h5",
            Box::new(|k, n, w| format!("model_weights/{k}_{n}/{k}_{n}_2/{w}:0")),
        ),
        (
            "scoped.h5",
            Box::new(|k, n, w| format!("{k}_{n}/tower/{k}_{n}/{w}:0")),
        ),
        (
            "second.h5",
            Box::new(|k, n, w| {
                let n = n + if k == "dense" { 1 } else { 41 };
                format!("{k}_{n}/{k}_{n}/{w}:0")
            }),
        ),
        (
            "v1.h5",
            Box::new(|k, n, w| {
                let k = k.replace("normalization", "normalization_v1");
                format!("{k}_{n}/{k}_{n}/{w}:0")
            }),
        ),
        (
            "keras3.h5",
            Box::new(move |k, n, w| {
                let l = numbered(k, n);
                format!("model_weights/{l}/{l}/{w}")
            }),
        ),
        (
            "multi_gpu.h5",
            Box::new(|k, n, w| format!("model_weights/model_1/{k}_{n}/{w}:0")),
        ),
        (
            "multi_gpu_weights.h5",
            Box::new(|k, n, w| format!("model_3/{k}_{n}_1/{w}:0")),
        ),
    ];
    for half in [false, true] {
        for (name, place) in &forms {
            let path = write(folder.path(), name, place, half, None);
            let (read, _) = ResNet::load(&path, &Device::Cpu)?;
            for (a, b) in network().parameters().iter().zip(read.parameters().iter()) {
                let most = if half { 1e-3 } else { 0.0 };
                assert!(difference(&a.var, &b.var)? <= most, "{name}: {}", a.name);
            }
        }
    }
    Ok(())
}

#[test]
fn the_input_is_what_the_model_says_where_it_is_square() -> Result<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let plain = |k: &str, n: usize, w: &str| format!("{k}_{n}/{k}_{n}/{w}:0");
    let written = |shape: &str| {
        let config = format!(
            r#"{{"config": {{"layers": [{{"config": {{"batch_input_shape": {shape}}}}}]}}}}"#
        );
        write(folder.path(), "model.h5", plain, false, Some(&config))
    };
    for (shape, side) in [
        ("[null, 224, 224, 3]", 224),
        ("[null, 3, 192, 192]", 192),
        ("[null, null, null, 3]", 650),
    ] {
        let path = written(shape);
        assert_eq!(
            ResNet::load(&path, &Device::Cpu)?.1.config.input_size,
            side,
            "{shape}"
        );
    }
    for shape in ["[null, 256, 128, 3]", "[null, 3, 256, 128]"] {
        let path = written(shape);
        let message = refused(&path);
        assert!(
            message.contains("model.h5") && message.contains("256 x 128"),
            "{message}"
        );
    }
    Ok(())
}

#[test]
fn forms_without_names_say_how_to_save_another() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let place = |k: &str, n: usize, _: &str| format!("layers/{k}_{n}/vars/0");
    let first = |k: &str, n: usize, w: &str| place(k, n, w) + w;
    let path = write(folder.path(), "x.weights.h5", first, false, None);
    assert!(refused(&path).contains("model.save(\"model.h5\")"));
    let archive = folder.path().join("x.keras");
    std::fs::write(&archive, b"PK\x03\x04rest of the archive").expect("a file");
    assert!(refused(&archive).contains("model.save(\"model.h5\")"));
}

#[test]
fn weights_that_are_no_numbers_are_refused_with_their_layer() -> Result<()> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let network = network();
    for (name, value) in [
        ("conv2d_7/kernel", f32::NAN),
        ("dense_1/bias", f32::INFINITY),
        ("batch_normalization_3/gamma", f32::NEG_INFINITY),
    ] {
        let copy = ResNet::new(network.config(), 5, &Device::Cpu)?;
        let parameters = copy.parameters().iter();
        let var = parameters.filter(|p| p.name == name).map(|p| &p.var).next();
        let var = var.expect("the weight is there");
        let mut values = var.flatten_all()?.to_vec1::<f32>()?;
        values[1] = value;
        var.set(&Tensor::from_vec(values, var.dims(), &Device::Cpu)?)?;
        let path = folder.path().join("diverged.safetensors");
        let card = ModelCard::new(copy.config().clone(), ["A", "B", "C", "D"], "")?;
        copy.save(&path, &card)?;
        let message = refused(&path);
        assert!(
            message.contains(name) && message.contains("no finite numbers"),
            "{message}"
        );
    }
    Ok(())
}

#[test]
fn the_odd_files_at_hand_give_the_probabilities_of_the_plain_ones() -> Result<()> {
    let Some(folder) = fixtures::shared("cases/keras") else {
        return Ok(());
    };
    let x = Tensor::from_iter(
        (0..3 * 128 * 128).map(|i| (0.01 * i as f32).sin()),
        &Device::Cpu,
    )?;
    let x = x.reshape((1, 3, 128, 128))?;
    let logits = |name: &str| -> Result<Tensor> {
        Ok(ResNet::load(folder.join(name), &Device::Cpu)?
            .0
            .forward(&x)?)
    };
    let control = logits("control_weights.h5")?;
    for name in [
        "control_model_128.h5",
        "keras3_legacy.h5",
        "multi_gpu.h5",
        "reloaded.h5",
    ] {
        assert_eq!(difference(&logits(name)?, &control)?, 0.0, "{name}");
    }
    let (_, card) = ResNet::load(folder.join("keras3_legacy.h5"), &Device::Cpu)?;
    assert_eq!(card.config.input_size, 128);
    assert!(refused(&folder.join("nan_weight.h5")).contains("no finite numbers"));
    assert!(refused(&folder.join("damaged.h5")).contains("damaged"));
    Ok(())
}
