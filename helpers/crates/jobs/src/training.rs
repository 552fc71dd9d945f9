//! Background trainings, as a notebook cell describes and starts them.

use crate::launch::gpus;
use crate::queue::{Queue, Slot};
use crate::table::folders_of;
use crate::{Job, Jobs, memory};
use density::data::{Dataset, Folds, Projection, Split};
use density::error::{Error, Result};
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use training::parallel::SlurmConfig;
use training::{DataConfig, Launch, RunConfig, RunFolder, RunState, RunStatus, TrainConfig};

/// What was said of a training by itself; it holds whatever configuration comes before or after.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    epochs: Option<usize>,
    input_size: Option<usize>,
    initial_weights: Option<PathBuf>,
}

impl Said {
    fn apply(&self, config: &mut TrainConfig) {
        if let Some(epochs) = self.epochs {
            config.epochs = epochs;
        }
        if let Some(pixels) = self.input_size {
            config.network.input_size = pixels;
        }
        if self.initial_weights.is_some() {
            config.initial_weights = self.initial_weights.clone();
        }
    }
}

/// A training that is going to be launched. Everything not said is as published.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing trains before `.launch()?`"]
pub struct Training {
    run: RunConfig,
    said: Said,
    /// Images to train with.
    images: usize,
    /// `None`: the first GPU there is.
    gpus: Option<Vec<usize>>,
    runs: PathBuf,
    name: Option<String>,
}

impl Training {
    /// Of one projection (`"CC_R"` or [`Projection::CcR`]) with the images in `data`, a folder in the tutorial's layout.
    pub fn new(projection: impl AsRef<str>, data: impl AsRef<Path>) -> Result<Training> {
        Self::of(projection.as_ref().parse()?, data.as_ref())
    }

    /// Of one network that reads all projections in `data`, trained on the images of all of them: a start for the networks of
    /// each. Its name, and that of its runs, is `all`.
    pub fn shared(data: impl AsRef<Path>) -> Result<Training> {
        let dataset = Dataset::open(data)?;
        Self::over("all", &dataset, &dataset.projections())
    }

    fn of(projection: Projection, data: &Path) -> Result<Training> {
        Self::over(projection.name(), &Dataset::open(data)?, &[projection])
    }

    fn over(name: &str, dataset: &Dataset, projections: &[Projection]) -> Result<Training> {
        let absolute = |path: &Path| std::path::absolute(path).map_err(Error::io(path));
        let mut data = DataConfig::default();
        let mut config = TrainConfig::default();
        let mut count = 0;
        for projection in projections {
            let images = dataset.split(projection, Split::Train)?;
            count += images.len();
            config.network.classes = images.classes().len();
            data.train.push(absolute(images.path())?);
            if dataset.has(*projection, Split::Validation) {
                let images = dataset.split(projection, Split::Validation)?;
                data.validation.push(absolute(images.path())?);
            }
        }
        Ok(Training {
            run: RunConfig::new(name, data, config),
            said: Said::default(),
            images: count,
            gpus: None,
            runs: PathBuf::from("runs"),
            name: None,
        })
    }

    /// All four projections, one network each, queued over the devices there are.
    pub fn all_projections(data: impl AsRef<Path>) -> Result<TrainingQueue> {
        let data = data.as_ref();
        let found = Dataset::open(data)?.projections();
        let trainings = found.into_iter().map(|p| Training::of(p, data));
        Ok(Training::queue(trainings.collect::<Result<Vec<_>>>()?))
    }

    /// All of the training's options. The number of classes stays that of the folders, and so does what is said by
    /// [`Training::epochs`], [`Training::input_size`] and [`Training::initial_weights`], before or after.
    pub fn config(mut self, config: TrainConfig) -> Training {
        let classes = self.run.training.network.classes;
        self.run.training = config;
        self.run.training.network.classes = classes;
        self.said.apply(&mut self.run.training);
        self
    }

    /// Epochs (100).
    pub fn epochs(mut self, epochs: usize) -> Training {
        self.said.epochs = Some(epochs);
        self.said.apply(&mut self.run.training);
        self
    }

    /// Side of the square input in pixels (650).
    pub fn input_size(mut self, pixels: usize) -> Training {
        self.said.input_size = Some(pixels);
        self.said.apply(&mut self.run.training);
        self
    }

    /// Shares out training and validation images anew, for cross-validation.
    pub fn folds(mut self, folds: Folds) -> Training {
        self.run.data.folds = Some(folds);
        self
    }

    /// Starts from these weights instead of fresh ones.
    pub fn initial_weights(mut self, path: impl AsRef<Path>) -> Training {
        self.said.initial_weights = Some(path.as_ref().to_path_buf());
        self.said.apply(&mut self.run.training);
        self
    }

    /// On these NVIDIA GPUs, by their numbers, which then share every batch; none for the CPU. When this is not said, the
    /// first GPU there is.
    pub fn gpus(mut self, gpus: impl IntoIterator<Item = usize>) -> Training {
        self.gpus = Some(gpus.into_iter().collect());
        self
    }

    /// Trains with `mpirun` in so many processes on CPUs, each with a part of every batch: a batch is that many times as large.
    pub fn mpirun(mut self, processes: usize) -> Training {
        self.run.launch = Launch::Mpirun { processes };
        self.gpus = Some(Vec::new());
        self
    }

    /// By Slurm: `launch` writes the batch script into the run's folder and submits it. With GPUs, a task takes one.
    pub fn slurm(mut self, slurm: SlurmConfig) -> Training {
        self.gpus = Some((0..slurm.gpus_per_node).collect());
        self.run.launch = Launch::Slurm(slurm);
        self
    }

    /// Threads of the CPU (one per core).
    pub fn threads(mut self, threads: usize) -> Training {
        self.run.threads = Some(threads);
        self
    }

    /// Seconds between checkpoints within an epoch (300); there is one after every epoch anyway.
    pub fn checkpoint_every(mut self, seconds: f64) -> Training {
        self.run.checkpoint_seconds = seconds;
        self
    }

    /// The folder that the run's folder is made in (`runs`).
    pub fn runs(mut self, folder: impl AsRef<Path>) -> Training {
        self.runs = folder.as_ref().to_path_buf();
        self
    }

    /// The run's name; when none is given, the projection and a number, `CC_R-1`.
    pub fn name(mut self, name: impl Into<String>) -> Training {
        self.name = Some(name.into());
        self
    }

    /// Starts the training in the background and returns at once.
    ///
    /// # Errors
    /// When the parameters make no sense, a run of the given name exists, or the process does not start.
    pub fn launch(self) -> Result<Job> {
        let shares = self.run.launch == Launch::Process && self.gpus.is_none();
        let others = if shares {
            running(&self.runs)?
        } else {
            Vec::new()
        };
        let job = self.prepare()?;
        job.start()?;
        println!(
            "{} trains in the background; its files are in {}",
            job.name(),
            job.folder().display()
        );
        if !others.is_empty() {
            println!(
                "it shares this machine with {}: each is slower. `Training::queue([..])` trains one after the other, \
                 `job.stop()?` stops one",
                others.join(", ")
            );
        }
        Ok(job)
    }

    /// Refuses batches that the images or the memory do not suffice for.
    fn check_batch(&self) -> Result<()> {
        let config = &self.run.training;
        let processes = match self.run.launch {
            Launch::Mpirun { processes } => processes,
            _ => 1,
        };
        let batch = config.batch_size * processes;
        if self.run.data.folds.is_none() && batch > self.images {
            return Err(Error::parameter(
                "batch_size",
                config.batch_size,
                format!(
                    "a step would take {batch} images, and {} has {}; use fewer per batch",
                    self.run
                        .data
                        .train
                        .iter()
                        .map(|p| p.display().to_string())
                        .collect::<Vec<_>>()
                        .join(", "),
                    self.images
                ),
            ));
        }
        let elsewhere = matches!(self.run.launch, Launch::Slurm(_)) || !self.run.gpus.is_empty();
        if elsewhere {
            return Ok(());
        }
        memory::check(config, processes)
    }

    /// Makes the run's folder, ready to start.
    pub(crate) fn prepare(mut self) -> Result<Job> {
        let config = &mut self.run.training;
        // The process may work elsewhere.
        if let Some(path) = &config.initial_weights {
            if !path.is_file() {
                return Err(Error::Weights {
                    path: path.clone(),
                    problem: "there is no such file to start from".into(),
                });
            }
            config.initial_weights = Some(std::path::absolute(path).map_err(Error::io(path))?);
        }
        config.check()?;
        self.run.gpus = match self.gpus.take() {
            Some(gpus) => gpus,
            None => gpus()?.into_iter().take(1).collect(),
        };
        let mut seen = HashSet::new();
        if let Some(twice) = self.run.gpus.iter().find(|gpu| !seen.insert(**gpu)) {
            return Err(Error::parameter(
                "gpus",
                twice,
                "is named twice; each process needs a GPU of its own, NCCL refuses two on one",
            ));
        }
        self.check_batch()?;
        if self.run.data.validation.is_empty() && self.run.data.folds.is_none() {
            println!(
                "{} has no folder `val`: no best weights are kept, only the last",
                self.run.projection
            );
        }
        let folder = match &self.name {
            None => RunFolder::create(&self.runs, &self.run.projection)?,
            Some(name) => {
                let folder = named(&self.runs, name)?;
                RunFolder::new(folder)
            }
        };
        self.run.save(&folder)?;
        folder.write_status(&RunStatus {
            state: RunState::Stopped,
            epochs: self.run.training.epochs,
            ..RunStatus::default()
        })?;
        Job::attach(folder.path())
    }

    /// Queues these trainings: each starts when a device is free, on the CPU one after the other.
    pub fn queue(trainings: impl IntoIterator<Item = Training>) -> TrainingQueue {
        TrainingQueue {
            trainings: trainings.into_iter().collect(),
            gpus: None,
            at_once: 1,
        }
    }

    /// Every run in a folder of runs, also those of an earlier kernel: a table as a cell's last expression, and a list of
    /// jobs in a `for`.
    pub fn jobs(runs: impl AsRef<Path>) -> Result<Jobs> {
        Jobs::of(runs.as_ref())
    }

    /// Stops every active run in a folder of runs, the queued ones first; see [`Job::stop`].
    pub fn stop_all(runs: impl AsRef<Path>) -> Result<()> {
        let mut active = Vec::new();
        for job in &Training::jobs(runs)? {
            let state = job.state()?;
            if state.is_active() {
                active.push((state != RunState::Queued, job.clone()));
            }
        }
        active.sort_by_key(|(started, _)| *started);
        active.into_iter().try_for_each(|(_, job)| job.stop())
    }
}

/// Names of the runs that a process trains on this machine.
fn running(runs: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for folder in folders_of(runs)? {
        let status = folder.status().unwrap_or_default();
        let active = matches!(status.state, RunState::Starting | RunState::Running);
        if active && status.is_here() {
            names.push(folder.name());
        }
    }
    Ok(names)
}

fn named(runs: &Path, name: &str) -> Result<PathBuf> {
    let plain = !name.is_empty()
        && !name.starts_with('.')
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "-_.".contains(c));
    if !plain {
        let problem = "use letters, digits, -, _ and . alone: it names a folder";
        return Err(Error::parameter("name", name, problem));
    }
    let folder = runs.join(name);
    std::fs::create_dir_all(runs).map_err(Error::io(runs))?;
    std::fs::create_dir(&folder).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Error::Folder {
            path: folder.clone(),
            problem: "is there already; choose another name, or `Job::attach` it and resume".into(),
        },
        _ => Error::io(&folder)(e),
    })?;
    Ok(folder)
}

/// Several trainings in a queue: see [`Training::queue`] and [`Training::all_projections`].
#[derive(Clone, Debug, PartialEq)]
#[must_use = "nothing trains before `.launch()?`"]
pub struct TrainingQueue {
    trainings: Vec<Training>,
    gpus: Option<Vec<usize>>,
    at_once: usize,
}

impl TrainingQueue {
    /// Changes every training: `.each(|t| t.epochs(10))`.
    pub fn each(mut self, change: impl Fn(Training) -> Training) -> TrainingQueue {
        self.trainings = self.trainings.into_iter().map(change).collect();
        self
    }

    /// On these NVIDIA GPUs, one training each at a time. When this is not said, all GPUs there are.
    pub fn gpus(mut self, gpus: impl IntoIterator<Item = usize>) -> TrainingQueue {
        self.gpus = Some(gpus.into_iter().collect());
        self
    }

    /// Trainings at once on the CPU, which share its cores (1).
    pub fn at_once(mut self, trainings: usize) -> TrainingQueue {
        self.at_once = trainings.max(1);
        self
    }

    /// Queues the trainings in the background, and returns at once with a job for each.
    pub fn launch(self) -> Result<Vec<Job>> {
        let runs = match self.trainings.first() {
            Some(first) => first.runs.clone(),
            None => return Ok(Vec::new()),
        };
        if let Some(t) = self
            .trainings
            .iter()
            .find(|t| t.run.launch != Launch::Process || t.gpus.is_some())
        {
            return Err(Error::parameter(
                "each",
                t.run.projection.as_str(),
                "a queue shares out this machine's devices itself: say .gpus(..) or .at_once(..) of all projections, \
                 and launch trainings by mpirun or Slurm one by one",
            ));
        }
        let gpus = match self.gpus {
            Some(gpus) => gpus,
            None => gpus()?,
        };
        let first = gpus.first().copied();
        let slots = if gpus.is_empty() {
            Slot::share_of_cpu(self.at_once)
        } else {
            gpus.into_iter().map(Slot::gpu).collect()
        };
        // Each is given a GPU of its own when its turn comes.
        let trainings = self.trainings.into_iter();
        let jobs = trainings.map(|t| t.gpus(first).prepare());
        let jobs = jobs.collect::<Result<Vec<_>>>()?;
        Queue::start(&runs, &jobs, slots)?;
        println!(
            "{} trainings are queued; `Training::jobs({runs:?})?` lists them",
            jobs.len()
        );
        Ok(jobs)
    }
}
