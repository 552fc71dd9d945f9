//! Several processes that train one network: each has a rank, its own part of every batch, and the same weights.
//!
//! [`Launched`] reads from the environment which rank this process is, [`ranks`] joins it with the others, and
//! [`crate::gradients_together`] computes with them. On CPUs the engine is MPI (feature `mpi`), between NVIDIA
//! GPUs NCCL (feature `nccl`).

mod engine;
mod launched;
mod meeting;
#[cfg(feature = "mpi")]
mod mpi;
#[cfg(feature = "nccl")]
mod nccl;
mod ranks;
mod slurm;
mod slurm_job;

#[cfg(feature = "mpi")]
pub use self::mpi::MpiRanks;
#[cfg(feature = "nccl")]
pub use self::nccl::NcclRanks;
pub use engine::ranks;
pub use launched::{Launched, Launcher};
pub use meeting::meet;
pub use ranks::{Alone, Ranks};
pub use slurm::SlurmConfig;
pub use slurm_job::{SlurmJob, SlurmState};
