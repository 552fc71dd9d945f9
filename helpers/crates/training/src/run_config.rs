//! The run configuration: `config.json` in the run's folder.

use crate::parallel::SlurmConfig;
use crate::{RunFolder, TrainConfig};
use density::data::{Folds, ImageFolder};
use density::error::{Error, Result};
use density::files::{read_json, to_json, write_atomically};
use serde::{Deserialize, Deserializer, Serialize};
use std::path::PathBuf;

/// The images of a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DataConfig {
    /// Folders with a sub-folder per class; the images of several are trained on together.
    #[serde(deserialize_with = "one_or_many")]
    pub train: Vec<PathBuf>,
    /// Likewise; none for a training without validation.
    #[serde(deserialize_with = "one_or_many")]
    pub validation: Vec<PathBuf>,
    /// Shares out the images of both folders anew.
    pub folds: Option<Folds>,
}

impl DataConfig {
    /// The images to train with and those to validate with.
    pub fn open(&self, seed: u64) -> Result<(ImageFolder, Option<ImageFolder>)> {
        let Some((first, others)) = self.train.split_first() else {
            return Err(Error::parameter("train", "no folder", "name one at least"));
        };
        let mut train = ImageFolder::open(first)?;
        for other in others {
            train = train.and(&ImageFolder::open(other)?)?;
        }
        let mut validation = None::<ImageFolder>;
        for path in &self.validation {
            let images = ImageFolder::open_with_classes(path, train.classes())?;
            validation = Some(match validation {
                Some(others) => others.and(&images)?,
                None => images,
            });
        }
        let Some(folds) = self.folds else {
            return Ok((train.with_every_class()?, validation));
        };
        let all = match &validation {
            Some(validation) => train.and(validation)?,
            None => train,
        };
        let (train, validation) = folds.split(&all, seed)?;
        Ok((train.with_every_class()?, Some(validation)))
    }
}

/// A path, several, or none, as earlier runs wrote one folder.
fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Vec<PathBuf>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Paths {
        One(PathBuf),
        Many(Vec<PathBuf>),
    }
    Ok(match Option::<Paths>::deserialize(from)? {
        None => Vec::new(),
        Some(Paths::One(path)) => vec![path],
        Some(Paths::Many(paths)) => paths,
    })
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
