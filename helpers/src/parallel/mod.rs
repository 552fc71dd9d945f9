//! Several processes that train one network: each has a rank, its own part of every batch, and the same weights.

mod ranks;
mod slurm;
mod slurm_job;

pub use ranks::{Alone, Ranks};
pub use slurm::SlurmConfig;
pub use slurm_job::{SlurmJob, SlurmState};
