//! The communicator of processes on CPUs, through MPI.

use crate::parallel::ProcessInfo;
use candle_core::{DType, Device, Tensor};
use density::error::{Error, Result};
use mpi::Threading;
use mpi::collective::SystemOperation;
use mpi::environment::Universe;
use mpi::topology::SimpleCommunicator;
use mpi::traits::{Communicator, CommunicatorCollectives, Root};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// All processes that `mpirun` or `srun --mpi=pmix` started. MPI ends when it is dropped, and cannot be started again.
pub struct MpiCommunicator {
    /// Passes run in rayon's pool, whose threads take turns with MPI.
    universe: Mutex<Universe>,
    rank: usize,
    size: usize,
}

impl MpiCommunicator {
    /// Starts MPI. Errors: it was started before in this process, it cannot be called from several threads in turn, or
    /// it counts other processes than the launcher.
    pub fn start(launched: &ProcessInfo) -> Result<MpiCommunicator> {
        let Some((universe, threads)) = mpi::initialize_with_threading(Threading::Serialized)
        else {
            return Err(Error::Ranks(
                "MPI was started before in this process, and can be started once: keep the ranks that were made".into(),
            ));
        };
        let world = SimpleCommunicator::world();
        let (rank, size) = (world.rank() as usize, world.size() as usize);
        if threads < Threading::Serialized {
            return Err(Error::Ranks(format!(
                "this MPI can be called from one thread alone ({threads:?}): install one built with thread support, as \
                 Debian's libopenmpi-dev is"
            )));
        }
        if (rank, size) != (launched.rank, launched.size) {
            return Err(Error::Ranks(format!(
                "MPI says rank {rank} of {size}, the launcher ({:?}) rank {} of {}: start the processes with the mpirun of \
                 the MPI this program was built with, or with `srun --mpi=pmix`",
                launched.launcher, launched.rank, launched.size
            )));
        }
        Ok(MpiCommunicator {
            universe: Mutex::new(universe),
            rank,
            size,
        })
    }

    /// The world, for one thread at a time.
    fn world(&self) -> (MutexGuard<'_, Universe>, SimpleCommunicator) {
        let turn = self.universe.lock().unwrap_or_else(PoisonError::into_inner);
        (turn, SimpleCommunicator::world())
    }
}

impl super::Communicator for MpiCommunicator {
    fn rank(&self) -> usize {
        self.rank
    }

    fn size(&self) -> usize {
        self.size
    }

    /// MPI requires that a reduction gives all processes identical results (MPI 3.1, 5.9.6).
    fn mean(&self, flat: &Tensor) -> Result<Tensor> {
        if !flat.device().is_cpu() || flat.dtype() != DType::F32 {
            return Err(Error::Ranks(format!(
                "MPI takes the mean of f32 tensors on CPUs, not of {:?} on {:?}: ranks on GPUs need NCCL",
                flat.dtype(),
                flat.device()
            )));
        }
        let own = flat.to_vec1::<f32>()?;
        let mut all = vec![0f32; own.len()];
        let (_turn, world) = self.world();
        world.all_reduce_into(&own[..], &mut all[..], SystemOperation::sum());
        let size = self.size as f32;
        all.iter_mut().for_each(|v| *v /= size);
        Ok(Tensor::from_vec(all, own.len(), &Device::Cpu)?)
    }

    fn sum(&self, values: &mut [f64]) -> Result<()> {
        let own = values.to_vec();
        let (_turn, world) = self.world();
        world.all_reduce_into(&own[..], values, SystemOperation::sum());
        Ok(())
    }

    fn gather(&self, values: &[f64]) -> Result<Vec<f64>> {
        let mut all = vec![0.0; values.len() * self.size];
        let (_turn, world) = self.world();
        world.all_gather_into(values, &mut all[..]);
        Ok(all)
    }

    fn broadcast(&self, mut bytes: Vec<u8>) -> Result<Vec<u8>> {
        let (_turn, world) = self.world();
        let first = world.process_at_rank(0);
        let mut len = bytes.len() as u64;
        first.broadcast_into(&mut len);
        bytes.resize(len as usize, 0);
        first.broadcast_into(&mut bytes[..]);
        Ok(bytes)
    }

    fn abort(&self) -> ! {
        SimpleCommunicator::world().abort(1)
    }
}
