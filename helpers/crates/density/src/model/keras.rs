//! Keras' HDF5 files (`model.save`, `ModelCheckpoint`, `save_weights`), read by layer name.

use crate::error::{Error, Result};
use crate::model::config::CONVOLUTIONS;
use crate::model::{ModelCard, ResNetConfig};
use candle_core::{Device, Tensor};
use hdf5_pure::File;
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

/// The weights of every layer under our names, and what the file tells about the network.
pub(crate) fn read(path: &Path, bytes: Vec<u8>) -> Result<(ModelCard, HashMap<String, Tensor>)> {
    let problem = |problem: String| Error::Weights {
        path: path.to_path_buf(),
        problem,
    };
    let broken = |e: hdf5_pure::Error| {
        problem(format!(
            "is HDF5 but cannot be read ({e}); it may be cut short: fetch it again"
        ))
    };
    let file = File::from_bytes(bytes).map_err(broken)?;
    let root = file.root();
    // A whole model keeps its layers under `model_weights`, `save_weights` at the top.
    let prefix = if root
        .groups()
        .map_err(broken)?
        .iter()
        .any(|g| g == "model_weights")
    {
        "model_weights/"
    } else {
        ""
    };
    let names = if prefix.is_empty() {
        root.groups().map_err(broken)?
    } else {
        file.group("model_weights")
            .and_then(|g| g.groups())
            .map_err(broken)?
    };
    let stored = StoredNames::new(&names);
    let tensor = |layer: &str, weight: &str| -> Result<Tensor> {
        let count = if layer == "dense_1" { 1 } else { CONVOLUTIONS };
        let name = stored.of(layer, count);
        if !names.contains(&name) {
            return Err(problem(format!(
                "has no layer `{name}`; these are weights of another network"
            )));
        }
        // Keras repeats the layer's name inside of its group, under a prefix where the model was nested.
        let base = format!("{prefix}{name}/{name}/{weight}:0");
        let data = file.dataset(&base).map_err(|e| {
            problem(format!(
                "layer `{name}` has no `{weight}` ({e}); is it another kind of layer?"
            ))
        })?;
        let shape = data.shape().map_err(broken)?;
        let shape = shape.iter().map(|n| *n as usize).collect::<Vec<_>>();
        let values = data.read_f32().map_err(broken)?;
        if values.len() != shape.iter().product::<usize>() {
            return Err(problem(format!(
                "`{name}/{weight}` holds {} values for the shape {shape:?}; the file is damaged",
                values.len()
            )));
        }
        let t = Tensor::from_vec(values, shape, &Device::Cpu)?;
        // HWIO to OIHW.
        Ok(if t.rank() == 4 {
            t.permute((3, 2, 0, 1))?.contiguous()?
        } else {
            t
        })
    };
    let dense = tensor("dense_1", "kernel")?;
    let classes = match dense.dims() {
        [_, classes] if *classes >= 2 => *classes,
        dims => {
            return Err(problem(format!(
                "dense_1/kernel has shape {dims:?} where [256, classes] is needed"
            )));
        }
    };
    let channels = match tensor("conv2d_1", "kernel")?.dims() {
        [_, channels, _, _] => *channels,
        dims => {
            return Err(problem(format!(
                "conv2d_1/kernel has shape {dims:?} where [64, channels, 3, 3] is needed"
            )));
        }
    };
    let config = ResNetConfig {
        input_size: input_size(&root).unwrap_or(ResNetConfig::default().input_size),
        channels,
        classes,
        ..ResNetConfig::default()
    };
    config.check()?;
    let mut weights = HashMap::new();
    for number in 1..=CONVOLUTIONS {
        for (kind, kinds_weights) in LAYERS {
            let layer = format!("{kind}_{number}");
            for weight in kinds_weights {
                weights.insert(format!("{layer}/{weight}"), tensor(&layer, weight)?);
            }
        }
    }
    for weight in ["kernel", "bias"] {
        weights.insert(format!("dense_1/{weight}"), tensor("dense_1", weight)?);
    }
    let mut card = ModelCard::new(config, ModelCard::letters(classes), "")?;
    card.training.insert("source".into(), "Keras HDF5".into());
    Ok((card, weights))
}

/// The side of the input in the model's stored description; weights-only files have none, and neither has a model
/// built for any size.
fn input_size(root: &hdf5_pure::Group) -> Option<usize> {
    let attributes = root.attrs().ok()?;
    let json = attributes.get("model_config")?.as_str()?;
    let model: serde_json::Value = serde_json::from_str(json).ok()?;
    let input = &model["config"]["layers"][0]["config"];
    let shape = input
        .get("batch_input_shape")
        .or_else(|| input.get("batch_shape"))?;
    let side = |axis: usize| shape.get(axis)?.as_u64();
    (side(1)? == side(2)?).then_some(side(1)? as usize)
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
    use super::StoredNames;

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
