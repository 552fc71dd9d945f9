//! The run configuration: `config.json` in the run's folder.

use crate::parallel::SlurmConfig;
use crate::{RunFolder, TrainConfig};
use density::data::{Folds, ImageFolder};
use density::error::Result;
use density::files::{read_json, to_json, write_atomically};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The images of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataConfig {
    /// A folder with a sub-folder per class.
    pub train: PathBuf,
    /// Likewise; `None` for a training without validation.
    pub validation: Option<PathBuf>,
    /// Shares out the images of both folders anew.
    pub folds: Option<Folds>,
}

impl DataConfig {
    /// The images to train with and those to validate with.
    pub fn open(&self, seed: u64) -> Result<(ImageFolder, Option<ImageFolder>)> {
        let train = ImageFolder::open(&self.train)?;
        let validation = match &self.validation {
            Some(path) => Some(ImageFolder::open_with_classes(path, train.classes())?),
            None => None,
        };
        let Some(folds) = self.folds else {
            return Ok((train, validation));
        };
        let all = match &validation {
            Some(validation) => train.and(validation)?,
            None => train,
        };
        let (train, validation) = folds.split(&all, seed)?;
        Ok((train, Some(validation)))
    }
}

/// How the processes of a run are started.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Launch {
    /// One process, which starts one more for every further GPU.
    #[default]
    Process,
    /// Processes on CPUs by MPI's `mpirun`, each with its part of every batch. The program `trainer` needs the feature
    /// `mpi` (`make mpi`).
    Mpirun {
        /// How many.
        processes: usize,
    },
    /// A batch job in Slurm's queue. The run's folder must be seen by the machines it may run on.
    Slurm(SlurmConfig),
}

/// A run: its images, its training, and what it runs on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunConfig {
    /// What the network is for, `CC_R`: written into the weights' card.
    pub projection: String,
    /// The images.
    pub data: DataConfig,
    /// The training.
    pub training: TrainConfig,
    /// NVIDIA GPUs by their numbers, one process each; empty for the CPU.
    #[serde(default)]
    pub gpus: Vec<usize>,
    /// Threads of the CPU; `None` for one a core.
    #[serde(default)]
    pub threads: Option<usize>,
    /// How its processes are started.
    #[serde(default)]
    pub launch: Launch,
    /// Time between checkpoints within an epoch, in seconds (300); there is one after every epoch anyway.
    pub checkpoint_seconds: f64,
}

impl RunConfig {
    /// On whatever the machine has.
    pub fn new(projection: &str, data: DataConfig, training: TrainConfig) -> RunConfig {
        RunConfig {
            projection: projection.into(),
            data,
            training,
            gpus: Vec::new(),
            threads: None,
            launch: Launch::Process,
            checkpoint_seconds: 300.0,
        }
    }

    /// Writes `config.json`.
    pub fn save(&self, folder: &RunFolder) -> Result<()> {
        let json = to_json(self)?;
        write_atomically(&folder.file("config.json"), json.as_bytes())
    }

    /// Reads `config.json`.
    pub fn read(folder: &RunFolder) -> Result<RunConfig> {
        read_json(&folder.file("config.json"), "configuration of a run")
    }
}
