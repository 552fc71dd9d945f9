//! What the program `trainer` does: trains the run in a folder, from its start or from its last checkpoint.

use crate::launch::QUEUED;
use candle_core::Device;
use density::error::{Error, Result};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use training::parallel::{Communicator, ProcessInfo, ranks};
use training::{RunConfig, RunFolder, RunState, RunStatus, Trainer, run};

/// How long the ranks on GPUs wait for each other at the start.
const MEETING: Duration = Duration::from_secs(600);

/// Trains the run in `folder`, whose `config.json` says how. Asked to stop, by the file `stop` in it or by SIGTERM or
/// SIGINT, it writes a checkpoint first; started again it goes on from there, and ends with the same bits as a run
/// that never stopped (on the same kind of processor). Lines go to `log.txt` and to standard output.
///
/// # Errors
/// They are also in the run's status, with the state `failed`.
pub fn work(folder: impl AsRef<Path>) -> Result<RunState> {
    let folder = &RunFolder::new(folder.as_ref());
    let told = RunConfig::read(folder)?;
    let mut launched = ProcessInfo::from_env()?;
    let gpus = told.gpus.len();
    let leads = launched.size == 1 && gpus > 1;
    if leads {
        launched.size = gpus;
    }
    if launched.rank > 0 {
        return train(folder, &told, &launched);
    }
    let _lock = folder.lock()?;
    if leads {
        start_others(folder, gpus)?;
    }
    let before = folder.status().unwrap_or_default();
    let state = before.state;
    let mut status = RunStatus {
        state: RunState::Starting,
        epochs: told.training.epochs,
        ..before
    };
    if std::env::var_os(QUEUED).is_some() && state != RunState::Queued {
        // It was stopped while its process started.
        return Ok(RunState::Stopped);
    }
    folder.forget_stop();
    let batch_job = std::env::var("SLURM_JOB_ID").ok();
    status.slurm = status
        .slurm
        .filter(|job| Some(&job.id) == batch_job.as_ref());
    status.message.clear();
    status.queue = None;
    status.ranks = 1;
    folder.write_status(&status)?;
    let _pulse = folder.pulse();
    let result =
        std::panic::catch_unwind(|| train(folder, &told, &launched)).unwrap_or_else(|panic| {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(Error::Training(format!(
                "the program has a fault: {}",
                said.unwrap_or("see log.txt")
            )))
        });
    if let Err(e) = &result {
        fail(folder, &told, e)?;
    }
    result
}

/// Becomes true at SIGTERM or SIGINT.
pub(crate) fn asked_to_end() -> Result<Arc<AtomicBool>> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        signal_hook::flag::register(signal, asked.clone())
            .map_err(|e| Error::Training(format!("signals cannot be heard: {e}")))?;
    }
    Ok(asked)
}

/// Writes down why the run ended, unless the training, which had begun, has done so itself.
fn fail(folder: &RunFolder, told: &RunConfig, error: &Error) -> Result<()> {
    let status = folder.status().unwrap_or(RunStatus {
        epochs: told.training.epochs,
        ..RunStatus::default()
    });
    if status.state == RunState::Failed {
        return Ok(());
    }
    folder.log(&error.to_string());
    folder.write_status(&RunStatus {
        state: RunState::Failed,
        message: error.to_string(),
        ..status
    })
}

/// Starts a process for every GPU of this machine but the first. They end with this one, and it with them.
fn start_others(folder: &RunFolder, gpus: usize) -> Result<()> {
    let program = std::env::current_exe().map_err(Error::io("trainer"))?;
    for rank in 1..gpus {
        let mut command = Command::new(&program);
        command
            .arg(folder.path())
            .env("RANK", rank.to_string())
            .env("WORLD_SIZE", gpus.to_string())
            .env("LOCAL_RANK", rank.to_string());
        #[cfg(target_os = "linux")]
        // SAFETY: between fork and exec nothing but one call of the system, which allocates nothing.
        unsafe {
            use std::os::unix::process::CommandExt;
            let kill = Some(rustix::process::Signal::KILL);
            command.pre_exec(move || Ok(rustix::process::set_parent_process_death_signal(kill)?));
        }
        let mut child = command.spawn().map_err(Error::io(&program))?;
        let folder = folder.clone();
        std::thread::spawn(move || {
            if child.wait().map_or(true, |code| !code.success()) {
                folder.log(&format!("the process of rank {rank} has ended by an error"));
                std::process::exit(1);
            }
        });
    }
    Ok(())
}

/// Trains as one of the ranks. One that fails takes the others with it: they would wait for it forever.
fn train(folder: &RunFolder, told: &RunConfig, launched: &ProcessInfo) -> Result<RunState> {
    let asked = asked_to_end()?;
    let device = device(&told.gpus, launched.local_rank)?;
    let ranks = ranks(launched, &device, &folder.file("rendezvous"), MEETING)?;
    let result = with_ranks(folder, told, &device, &*ranks, &asked);
    if let (Err(e), true) = (&result, ranks.size() > 1) {
        if ranks.rank() > 0 {
            folder.log(&format!("rank {}: {e}", ranks.rank()));
        }
        fail(folder, told, e)?;
        ranks.abort();
    }
    result
}

/// The GPU of the process with this number on its machine, or the CPU where the run has no GPUs.
fn device(gpus: &[usize], local_rank: usize) -> Result<Device> {
    match gpus.get(local_rank) {
        _ if gpus.is_empty() => Ok(Device::Cpu),
        Some(gpu) => density::device::gpu(*gpu),
        None => Err(Error::parameter(
            "gpus",
            format!("{gpus:?}"),
            format!(
                "process {} of this machine has none left: every process needs a GPU of its own, NCCL refuses to share \
                 one; start as many processes as GPUs",
                local_rank + 1
            ),
        )),
    }
}

fn with_ranks(
    folder: &RunFolder,
    told: &RunConfig,
    device: &Device,
    ranks: &dyn Communicator,
    asked: &AtomicBool,
) -> Result<RunState> {
    let (images, validation) = told.data.open(told.training.seed)?;
    let mut trainer = Trainer::new(
        &told.training,
        &images,
        validation.as_ref(),
        &told.projection,
        device,
        ranks,
    )?;
    let stop = || asked.load(Ordering::Relaxed) || folder.is_asked_to_stop();
    let state = run(&mut trainer, folder, &stop, true)?;
    if ranks.rank() == 0 {
        folder.forget_stop();
    }
    Ok(state)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_without_a_gpu_of_its_own_is_refused() {
        assert!(matches!(device(&[], 3), Ok(Device::Cpu)));
        let refused = device(&[0, 1], 2).unwrap_err().to_string();
        assert!(
            refused.contains("process 3") && refused.contains("[0, 1]"),
            "{refused}"
        );
    }
}
