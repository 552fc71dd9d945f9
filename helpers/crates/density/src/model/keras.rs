//! Keras' HDF5 files (`model.save`, `ModelCheckpoint`, `save_weights`), read by layer name.

use crate::error::{Error, Result};
use crate::model::config::CONVOLUTIONS;
use crate::model::{ModelCard, ResNet, ResNetConfig};
use candle_core::{DType, Device, Tensor};
use hdf5_pure::{Dataset, Datatype, File, Group, Layout};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The layers that come once per convolution, with their weights.
const LAYERS: [(&str, &[&str]); 2] = [
    ("conv2d", &["kernel", "bias"]),
    (
        "batch_normalization",
        &["gamma", "beta", "moving_mean", "moving_variance"],
    ),
];

/// Groups within groups that are looked into: a model within a model within the file, and scopes of names within a layer.
const DEEPEST: usize = 6;
/// More weights than this no file of the network has.
const MOST_WEIGHTS: usize = 4096;

/// The weights of every layer under our names, and what the file tells about the network.
pub(crate) fn read(path: &Path, bytes: Vec<u8>) -> Result<(ModelCard, HashMap<String, Tensor>)> {
    let problem = |problem: String| Error::Weights {
        path: path.to_path_buf(),
        problem,
    };
    let broken = |e: hdf5_pure::Error| {
        problem(format!(
            "is HDF5 but cannot be read ({e}); it is damaged or cut short: fetch it again"
        ))
    };
    let length = bytes.len() as u64;
    let file = File::from_bytes(bytes).map_err(broken)?;
    let root = file.root();
    let top = root.groups().map_err(broken)?;
    if top
        .iter()
        .any(|g| g == "layers" || g == "_layer_checkpoint_dependencies")
    {
        return Err(problem(
            "is what Keras 3 writes by `save_weights`, where layers have lost their names; load it there and write it by \
             `model.save(\"model.h5\")`"
                .into(),
        ));
    }
    // A whole model keeps its layers under `model_weights`, `save_weights` at the top.
    let layers = if top.iter().any(|g| g == "model_weights") {
        file.group("model_weights").map_err(broken)?
    } else {
        root.clone()
    };
    let mut found = BTreeMap::new();
    collect(&layers, &mut Vec::new(), &mut found).map_err(broken)?;
    let names = found
        .keys()
        .map(|(layer, _)| layer.clone())
        .collect::<Vec<_>>();
    let stored = StoredNames::new(&names);
    let dataset = |layer: &str, weight: &str| -> Result<&Dataset> {
        let count = if layer == "dense_1" { 1 } else { CONVOLUTIONS };
        let name = stored.of(layer, count);
        if !names.contains(&name) {
            return Err(problem(format!(
                "has no layer `{name}`; these are weights of another network"
            )));
        }
        match found
            .get(&(name.clone(), weight.to_string()))
            .map(Vec::as_slice)
        {
            Some([one]) => Ok(one),
            Some(several) => Err(problem(format!(
                "has `{name}/{weight}` {} times, as a file of several networks; save the one alone",
                several.len()
            ))),
            None => Err(problem(format!(
                "layer `{name}` has no `{weight}`; is it another kind of layer?"
            ))),
        }
    };
    let shape = |layer: &str, weight: &str| -> Result<Vec<usize>> {
        let shape = dataset(layer, weight)?.shape().map_err(broken)?;
        Ok(shape.into_iter().map(|n| n as usize).collect())
    };
    let classes = match *shape("dense_1", "kernel")? {
        [_, classes @ 2..=1000] => classes,
        ref dims => {
            return Err(problem(format!(
                "dense_1/kernel has shape {dims:?} where [256, classes] is needed"
            )));
        }
    };
    let channels = match *shape("conv2d_1", "kernel")? {
        [_, _, channels, _] => channels,
        ref dims => {
            return Err(problem(format!(
                "conv2d_1/kernel has shape {dims:?} where [3, 3, channels, 64] is needed"
            )));
        }
    };
    let config = ResNetConfig {
        input_size: input_size(&root)
            .map_err(problem)?
            .unwrap_or(ResNetConfig::default().input_size),
        channels,
        classes,
        ..ResNetConfig::default()
    };
    config.check()?;
    let expected = ResNet::new(&config, 0, &Device::Cpu)?;
    let mut weights = HashMap::new();
    let convolutions = (1..=CONVOLUTIONS).flat_map(|number| {
        LAYERS
            .into_iter()
            .map(move |(kind, weights)| (format!("{kind}_{number}"), weights))
    });
    for (layer, kinds) in convolutions.chain([("dense_1".to_string(), &["kernel", "bias"][..])]) {
        for weight in kinds {
            let name = format!("{layer}/{weight}");
            let data = dataset(&layer, weight)?;
            // Nothing is read before the sizes are known to fit: a damaged file may ask for terabytes.
            let mut needed = expected.parameters().get(&name)?.dims().to_vec();
            if needed.len() == 4 {
                needed = vec![needed[2], needed[3], needed[1], needed[0]];
            }
            let dims = shape(&layer, weight)?;
            if dims != needed {
                return Err(problem(format!(
                    "{name} has shape {dims:?} where {needed:?} is needed; these are weights of another network"
                )));
            }
            if !fits(data, &dims, length).map_err(broken)? {
                return Err(problem(format!(
                    "{name} is not stored as its shape {dims:?} asks for; the file is damaged: fetch it again"
                )));
            }
            weights.insert(name.clone(), tensor(data, &name, dims).map_err(problem)?);
        }
    }
    let mut card = ModelCard::new(config, ModelCard::letters(classes), "")?;
    card.training.insert("source".into(), "Keras HDF5".into());
    Ok((card, weights))
}

/// Finds every weight below `group`, by its layer's name as Keras first gave it and its own: `conv2d_1` and `kernel` of
/// `conv2d_1/conv2d_1_1/kernel:0` (saved after a reload), of `model_1/conv2d_1/kernel:0` (several GPUs) and of
/// `conv2d_1/scope/conv2d_1/kernel`. `above`: the names of the groups around.
fn collect(
    group: &Group,
    above: &mut Vec<String>,
    found: &mut BTreeMap<(String, String), Vec<Dataset>>,
) -> Result<(), hdf5_pure::Error> {
    // The outermost group that is a layer; a model within the model is none.
    if let Some(layer) = above.iter().find_map(|name| layer_named(name)) {
        for name in group.datasets()? {
            let weight = name.split_once(':').map_or(&*name, |(weight, _)| weight);
            let key = (layer.clone(), weight.to_string());
            if found.len() < MOST_WEIGHTS {
                found.entry(key).or_default().push(group.dataset(&name)?);
            }
        }
    }
    if above.len() < DEEPEST {
        for name in group.groups()? {
            let below = group.group(&name)?;
            above.push(name);
            collect(&below, above, found)?;
            above.pop();
        }
    }
    Ok(())
}

/// The layer that a group is of, `batch_normalization_3` for `batch_normalization_v1_3_1`; `None` for any other group.
fn layer_named(group: &str) -> Option<String> {
    let kinds = [
        "conv2d",
        "batch_normalization_v1",
        "batch_normalization_v2",
        "batch_normalization",
        "dense",
    ];
    let kind = kinds.into_iter().find(|kind| group.starts_with(kind))?;
    let mut numbers = group[kind.len()..].split('_');
    if numbers.next() != Some("") {
        return None;
    }
    let kind = kind.trim_end_matches("_v1").trim_end_matches("_v2");
    let numbers = numbers
        .map(str::parse)
        .collect::<Result<Vec<u32>, _>>()
        .ok()?;
    Some(
        numbers
            .first()
            .map_or(kind.to_string(), |n| format!("{kind}_{n}")),
    )
}

/// Whether what is stored is as large as `dims` asks for: chunks within the shape, or one run within the file.
fn fits(data: &Dataset, dims: &[usize], length: u64) -> Result<bool, hdf5_pure::Error> {
    let size = data.element_size()?;
    let bytes = size * dims.iter().product::<usize>() as u64;
    Ok([2, 4, 8].contains(&size)
        && match data.layout()? {
            Layout::Compact { size } => size == bytes,
            Layout::Contiguous { size, address } => {
                size == bytes && size <= length && address.is_some()
            }
            Layout::Chunked { chunk_shape, .. } => {
                let mut edges = chunk_shape.iter().zip(dims);
                chunk_shape.len() == dims.len() && edges.all(|(edge, dim)| *edge <= *dim as u64)
            }
            _ => false,
        })
}

/// The values of a weight as our network has them: f32, kernels `O I H W`.
fn tensor(data: &Dataset, name: &str, dims: Vec<usize>) -> Result<Tensor, String> {
    let damaged =
        |e: String| format!("{name} cannot be read ({e}); the file is damaged: fetch it again");
    let broken = |e: hdf5_pure::Error| damaged(e.to_string());
    let half = matches!(
        data.datatype().map_err(broken)?,
        Datatype::FloatingPoint { size: 2, .. }
    );
    let count = dims.iter().product::<usize>();
    let read = || -> candle_core::Result<Tensor> {
        let lost = |e: hdf5_pure::Error| candle_core::Error::msg(e.to_string());
        let t = if half {
            let raw = data.read_raw().map_err(lost)?;
            Tensor::from_raw_buffer(&raw, DType::F16, &dims, &Device::Cpu)?.to_dtype(DType::F32)?
        } else {
            let values = data.read_f32().map_err(lost)?;
            if values.len() != count {
                candle_core::bail!("{} values for the shape {dims:?}", values.len());
            }
            Tensor::from_vec(values, dims.clone(), &Device::Cpu)?
        };
        // HWIO to OIHW.
        if t.rank() == 4 {
            t.permute((3, 2, 0, 1))?.contiguous()
        } else {
            Ok(t)
        }
    };
    read().map_err(|e| damaged(e.to_string()))
}

/// The side of the input in the model's stored description; weights-only files have none, and neither has a model
/// built for any size. An error for an input that is not square.
fn input_size(root: &Group) -> Result<Option<usize>, String> {
    let sides = || -> Option<(u64, u64)> {
        let attributes = root.attrs().ok()?;
        let json = attributes.get("model_config")?.as_str()?;
        let model: serde_json::Value = serde_json::from_str(json).ok()?;
        let input = &model["config"]["layers"][0]["config"];
        let shape = input
            .get("batch_input_shape")
            .or_else(|| input.get("batch_shape"))?;
        let side = |axis: usize| shape.get(axis)?.as_u64();
        // Channels come last, but for `channels_first`.
        match side(1)? {
            0..=4 => Some((side(2)?, side(3)?)),
            _ => Some((side(1)?, side(2)?)),
        }
    };
    match sides() {
        Some((height, width)) if height != width => Err(format!(
            "reads pictures of {height} x {width} pixels; networks that read squares are for here"
        )),
        sides => Ok(sides.map(|(side, _)| side as usize)),
    }
}

/// The names in the file: Keras goes on counting when a process builds a second network (`conv2d_42`), and later
/// versions start at `conv2d` without a number. The order is the same in all of them.
struct StoredNames {
    /// For each kind of layer the lowest and the highest number there; a name without a number counts as 0.
    range: BTreeMap<String, (usize, usize)>,
}

impl StoredNames {
    fn new(names: &[String]) -> StoredNames {
        let mut range = BTreeMap::new();
        for name in names {
            let (base, number) = split_number(name);
            let (lowest, highest) = range.entry(base.to_string()).or_insert((number, number));
            (*lowest, *highest) = (number.min(*lowest), number.max(*highest));
        }
        StoredNames { range }
    }

    /// The file's name of our layer `conv2d_3`, of which the network has `count`.
    fn of(&self, layer: &str, count: usize) -> String {
        let (base, number) = split_number(layer);
        // Numbers up to `count` are our own, even where the first layer is missing.
        let first = match self.range.get(base) {
            Some((0, _)) => 0,
            Some((lowest, highest)) if *highest > count => *lowest,
            _ => 1,
        };
        match number - 1 + first {
            0 => base.to_string(),
            number => format!("{base}_{number}"),
        }
    }
}

/// `conv2d_3` into `conv2d` and 3.
fn split_number(name: &str) -> (&str, usize) {
    name.rsplit_once('_')
        .and_then(|(base, number)| Some((base, number.parse().ok()?)))
        .unwrap_or((name, 0))
}

#[cfg(test)]
mod tests {
    use super::{StoredNames, layer_named};

    #[test]
    fn groups_are_layers_under_the_names_that_reloads_and_versions_give() {
        for (group, layer) in [
            ("conv2d", Some("conv2d")),
            ("conv2d_7", Some("conv2d_7")),
            ("conv2d_7_1", Some("conv2d_7")),
            ("batch_normalization_v1_3", Some("batch_normalization_3")),
            ("batch_normalization_v2", Some("batch_normalization")),
            ("dense_1_2", Some("dense_1")),
            ("conv2d_transpose_1", None),
            ("dense1", None),
            ("model_1", None),
        ] {
            assert_eq!(layer_named(group).as_deref(), layer, "{group}");
        }
    }

    #[test]
    fn layers_are_found_under_the_numbers_that_keras_versions_give() {
        let names = |names: &[&str]| {
            StoredNames::new(&names.iter().map(|n| n.to_string()).collect::<Vec<_>>())
        };
        let plain = names(&["dense_1", "max_pooling2d_1"]);
        assert_eq!(plain.of("dense_1", 1), "dense_1");
        let second_model = names(&["dense_2"]);
        assert_eq!(second_model.of("dense_1", 1), "dense_2");
        let unnumbered = names(&["conv2d", "conv2d_1"]);
        assert_eq!(unnumbered.of("conv2d_1", 2), "conv2d");
        assert_eq!(unnumbered.of("conv2d_2", 2), "conv2d_1");
        let first_missing = names(&["conv2d_2"]);
        assert_eq!(first_missing.of("conv2d_1", 2), "conv2d_1");
    }
}
