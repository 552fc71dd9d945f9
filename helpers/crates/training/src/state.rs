//! The state of a running training besides its weights, and the checkpoint that holds all of it.

use crate::BatchResult;
use crate::schedule::{BestCheckpoint, EarlyStopping, Schedule};
use candle_core::Tensor;
use density::error::{Error, Result};
use density::history::EpochRecord;
use density::model::{tensor_of, write_tensors};
use safetensors::tensor::SafeTensors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

/// The key of the state in a checkpoint's header.
const STATE_KEY: &str = "training_state";

/// Means over images.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Mean {
    pub loss: f64,
    pub correct: usize,
    pub images: usize,
}

impl Mean {
    pub fn add(&mut self, batch: &BatchResult) {
        self.loss += batch.loss * batch.images as f64;
        self.correct += batch.correct;
        self.images += batch.images;
    }

    pub fn loss(&self) -> f64 {
        self.loss / self.images as f64
    }

    pub fn accuracy(&self) -> f64 {
        self.correct as f64 / self.images as f64
    }
}

/// All that changes in a training but tensors. Every draw of random numbers follows from the seed and a place that is
/// counted here, so no generator has a state to be kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct State {
    /// Batches taken since the start, by each rank.
    pub batches: usize,
    /// Changes of the weights since the start.
    pub changes: u64,
    /// The learning rate of the epoch, before a schedule within it.
    pub rate: f64,
    pub schedule: Schedule,
    pub early_stopping: Option<EarlyStopping>,
    pub best: BestCheckpoint,
    /// File name of the best weights.
    pub best_weights: Option<String>,
    /// The epoch so far.
    pub sum: Mean,
    pub seconds: f64,
    pub history: Vec<EpochRecord>,
    /// Whether early stopping has ended the training.
    pub ended_early: bool,
}

/// Writes the state and tensors by name (f32, on the CPU) to one file, which appears whole or not at all.
pub(crate) fn write_checkpoint(
    path: &Path,
    state: &State,
    tensors: &BTreeMap<String, Tensor>,
) -> Result<()> {
    let problem = |e: String| Error::Training(format!("{}: {e}", path.display()));
    let json = serde_json::to_string(state).map_err(|e| problem(e.to_string()))?;
    let tensors = tensors.iter().map(|(name, t)| (name.as_str(), t));
    write_tensors(path, tensors, STATE_KEY, json)
}

/// Reads what [`write_checkpoint`] wrote.
pub(crate) fn read_checkpoint(path: &Path) -> Result<(State, BTreeMap<String, Tensor>)> {
    let bytes = std::fs::read(path).map_err(Error::io(path))?;
    let problem = |e: String| {
        Error::Training(format!(
            "{}: is no checkpoint of this training ({e}); remove it to start afresh",
            path.display()
        ))
    };
    let (_, header) = SafeTensors::read_metadata(&bytes).map_err(|e| problem(e.to_string()))?;
    let json = header.metadata().as_ref().and_then(|m| m.get(STATE_KEY));
    let json = json.ok_or_else(|| problem(format!("no {STATE_KEY} in its header")))?;
    let state = serde_json::from_str(json).map_err(|e| problem(e.to_string()))?;
    let mut tensors = BTreeMap::new();
    let file = SafeTensors::deserialize(&bytes).map_err(|e| problem(e.to_string()))?;
    for (name, view) in file.tensors() {
        let tensor = tensor_of(&view)?;
        let tensor = tensor.ok_or_else(|| problem(format!("{name} is {:?}", view.dtype())))?;
        tensors.insert(name, tensor);
    }
    Ok((state, tensors))
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{DType, Device};

    #[test]
    fn damaged_checkpoints() -> Result<()> {
        let state = State {
            batches: 7,
            changes: 7,
            rate: 0.01,
            schedule: Schedule::default(),
            early_stopping: Some(EarlyStopping::default()),
            best: BestCheckpoint::default(),
            best_weights: Some("weights-improvement-01-0.50.safetensors".into()),
            sum: Mean::default(),
            seconds: 3.5,
            history: Vec::new(),
            ended_early: false,
        };
        let values = Tensor::zeros((2, 3), DType::F32, &Device::Cpu)?;
        let tensors = BTreeMap::from([("dense_1/kernel".to_string(), values)]);
        let folder = tempfile::tempdir().map_err(Error::io(Path::new("a temporary folder")))?;
        let path = folder.path().join("checkpoint.safetensors");
        write_checkpoint(&path, &state, &tensors)?;
        assert_eq!(read_checkpoint(&path)?.0, state);
        let seeds = [std::fs::read(&path).map_err(Error::io(&path))?];
        fixtures::survive("checkpoint.safetensors", &seeds, |path| {
            drop(read_checkpoint(path))
        });
        Ok(())
    }
}
