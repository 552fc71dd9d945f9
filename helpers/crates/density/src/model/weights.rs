//! Weights files: our safetensors and Keras' HDF5.

use crate::error::{Error, Result};
use crate::model::card::ARCHITECTURE;
use crate::model::tensors::{tensor_of, write_tensors};
use crate::model::{ModelCard, Part, ResNet, keras};
use candle_core::{DType, Device, Tensor};
use safetensors::tensor::SafeTensors;
use std::collections::HashMap;
use std::path::Path;

/// The key of the JSON card in the header of a safetensors file.
const CARD_KEY: &str = "model_card";

impl ResNet {
    /// Reads a weights file onto `device`: `.safetensors` as [`ResNet::save`] and [`ResNet::save_half`] write it, or
    /// Keras' HDF5 (`.h5`, `.hdf5`), whole model or weights alone. The content decides, not the name.
    ///
    /// Every layer is found by name and every shape is checked. Tensors of safetensors may be F32, F16 or BF16; the
    /// network computes with f32.
    ///
    /// # Errors
    /// [`Error::Weights`] names the file and the first layer that is missing or has another shape or type.
    pub fn load(path: impl AsRef<Path>, device: &Device) -> Result<(ResNet, ModelCard)> {
        let path = path.as_ref();
        let bytes = std::fs::read(path).map_err(Error::io(path))?;
        let (card, weights) = if hdf5_pure::is_hdf5_bytes(&bytes) {
            keras::read(path, bytes)?
        } else {
            read_safetensors(path, &bytes)?
        };
        for (name, weight) in &weights {
            if !all_finite(weight)? {
                return Err(Error::Weights {
                    path: path.to_path_buf(),
                    problem: format!(
                        "{name} has values that are no finite numbers, as after a training that diverged; take an earlier \
                         checkpoint"
                    ),
                });
            }
        }
        let model = ResNet::with_weights(&card.config, weights, device).map_err(|e| match e {
            Error::Tensor(candle_core::Error::Msg(problem)) => Error::Weights {
                path: path.to_path_buf(),
                problem,
            },
            other => other,
        })?;
        Ok((model, card))
    }

    /// Writes the weights and their card as safetensors.
    ///
    /// Tensors are f32 under Keras' names (`conv2d_1/kernel`), kernels `O C K K`; the header's `model_card` is the
    /// card as JSON. The file appears whole or not at all.
    pub fn save(&self, path: impl AsRef<Path>, card: &ModelCard) -> Result<()> {
        self.save_to(path.as_ref(), card, DType::F32)
    }

    /// [`ResNet::save`] in half precision, for a network that is to be shipped: half the size. Weights are rounded to
    /// the nearest f16 (IEEE 754 binary16), which keeps 11 significant bits, a relative error of at most 1 / 2048, and
    /// steps of 6e-8 below 6.1e-5.
    ///
    /// # Errors
    /// Also [`Error::Weights`] with the layer, when a weight is beyond 65 504, the largest f16.
    pub fn save_half(&self, path: impl AsRef<Path>, card: &ModelCard) -> Result<()> {
        self.save_to(path.as_ref(), card, DType::F16)
    }

    fn save_to(&self, path: &Path, card: &ModelCard, dtype: DType) -> Result<()> {
        let weights_error = |problem: String| Error::Weights {
            path: path.to_path_buf(),
            problem,
        };
        if card.config != *self.config() {
            return Err(weights_error(format!(
                "not written: the card describes {:?}, the network is {:?}",
                card.config,
                self.config()
            )));
        }
        let json = serde_json::to_string(card).map_err(|e| weights_error(e.to_string()))?;
        let mut weights = Vec::new();
        for p in self.parameters().iter() {
            let weight = p.var.to_dtype(dtype)?;
            if dtype == DType::F16 && !all_finite(&weight)? && all_finite(&p.var)? {
                return Err(weights_error(format!(
                    "not written: {} has values beyond 65504, the largest f16; use `save`",
                    p.name
                )));
            }
            weights.push((p.name.as_str(), weight));
        }
        let weights = weights.iter().map(|(name, weight)| (*name, weight));
        write_tensors(path, weights, CARD_KEY, json)
    }

    /// Sets every weight from the file `path`, which may have been made at another input size. Where it knows another
    /// number of classes, the last layer stays as it is.
    pub fn take_weights(&self, path: impl AsRef<Path>) -> Result<()> {
        let path = path.as_ref();
        let (other, _) = ResNet::load(path, self.device())?;
        let same_head = other.config().classes == self.config().classes;
        for own in self.parameters().iter() {
            if self.part(&own.name) == Part::Head && !same_head {
                continue;
            }
            let from = other.parameters().get(&own.name)?;
            if from.dims() != own.var.dims() {
                return Err(Error::Weights {
                    path: path.to_path_buf(),
                    problem: format!(
                        "{} has shape {:?} where {:?} is needed; these are weights of another network",
                        own.name,
                        from.dims(),
                        own.var.dims()
                    ),
                });
            }
            own.var.set(from)?;
        }
        Ok(())
    }
}

/// Whether no value is infinite or NaN.
fn all_finite(weight: &Tensor) -> Result<bool> {
    let values = weight
        .to_dtype(DType::F32)?
        .flatten_all()?
        .to_vec1::<f32>()?;
    Ok(values.iter().all(|v| v.is_finite()))
}

fn read_safetensors(path: &Path, bytes: &[u8]) -> Result<(ModelCard, HashMap<String, Tensor>)> {
    let problem = |problem: String| Error::Weights {
        path: path.to_path_buf(),
        problem,
    };
    if bytes.starts_with(b"PK\x03\x04") {
        return Err(problem(
            "is an archive, as Keras 3 writes it by `model.save(\"model.keras\")`; load it there and write it by \
             `model.save(\"model.h5\")`"
                .into(),
        ));
    }
    let neither = |e: safetensors::SafeTensorError| {
        problem(format!(
            "is neither HDF5 (Keras' .h5) nor safetensors ({e}), or is cut short; fetch or write the file again"
        ))
    };
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(neither)?;
    let tensors = SafeTensors::deserialize(bytes).map_err(neither)?;
    let json = metadata
        .metadata()
        .as_ref()
        .and_then(|m| m.get(CARD_KEY))
        .ok_or_else(|| {
            problem(format!(
                "has no `{CARD_KEY}` in its header, so its network is unknown; use a file that `ResNet::save` wrote"
            ))
        })?;
    let card: ModelCard = serde_json::from_str(json)
        .map_err(|e| problem(format!("its `{CARD_KEY}` cannot be read: {e}")))?;
    if card.architecture != ARCHITECTURE {
        return Err(problem(format!(
            "holds weights of `{}`, this network is `{ARCHITECTURE}`",
            card.architecture
        )));
    }
    if card.classes.len() != card.config.classes {
        return Err(problem(format!(
            "its card names {} classes for {} outputs",
            card.classes.len(),
            card.config.classes
        )));
    }
    let mut weights = HashMap::new();
    for (name, view) in tensors.tensors() {
        let tensor = tensor_of(&view)?.ok_or_else(|| {
            problem(format!(
                "{name} is {:?}; weights are F32, F16 or BF16",
                view.dtype()
            ))
        })?;
        weights.insert(name, tensor);
    }
    Ok((card, weights))
}
