//! Several processes that train one network: each has a rank, its own part of every batch, and the same weights.
//!
//! [`ProcessInfo`] reads from the environment which rank this process is, [`ranks`] joins it with the others, and
//! [`crate::gradients`] computes with them. On CPUs the engine is MPI (feature `mpi`), between NVIDIA
//! GPUs NCCL (feature `nccl`).

mod communicator;
mod engine;
#[cfg(feature = "mpi")]
mod mpi;
#[cfg(feature = "nccl")]
mod nccl;
mod process_info;
mod rendezvous;
mod slurm;
mod slurm_job;

#[cfg(feature = "mpi")]
pub use self::mpi::MpiCommunicator;
#[cfg(feature = "nccl")]
pub use self::nccl::NcclCommunicator;
pub use communicator::{Communicator, SingleProcess};
pub use engine::ranks;
pub use process_info::{Launcher, ProcessInfo};
pub use rendezvous::rendezvous;
pub use slurm::SlurmConfig;
pub use slurm_job::{SlurmJob, SlurmState};
