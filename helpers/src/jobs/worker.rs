//! What the program `trainer` does: trains the run in a folder, from its start or from its last checkpoint.

use crate::error::{Error, Result};
use crate::parallel::{Alone, Ranks};
use crate::train::{RunConfig, RunFolder, RunState, RunStatus, Trainer, run};
use candle_core::Device;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Trains the run in `folder`, whose `config.json` says how. Asked to stop, by the file `stop` in it or by SIGTERM or
/// SIGINT, it writes a checkpoint first; started again it goes on from there, and ends with the same bits as a run
/// that never stopped (on the same kind of processor). Lines go to `log.txt` and to standard output.
///
/// # Errors
/// They are also in the run's status, with the state `failed`.
pub fn work(folder: impl AsRef<Path>) -> Result<RunState> {
    work_in(&RunFolder::new(folder.as_ref()))
}

fn work_in(folder: &RunFolder) -> Result<RunState> {
    let told = RunConfig::read(folder)?;
    let _lock = folder.lock()?;
    let mut status = RunStatus {
        state: RunState::Starting,
        epochs: told.training.epochs,
        ..folder.status().unwrap_or_default()
    };
    status.message.clear();
    status.ranks = 1;
    folder.write_status(&status)?;
    let result = std::panic::catch_unwind(|| train(folder, &told)).unwrap_or_else(|panic| {
        let said = panic.downcast_ref::<String>().map(String::as_str);
        let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
        Err(Error::Training(format!(
            "the program has a fault: {}",
            said.unwrap_or("see log.txt")
        )))
    });
    if let Err(e) = &result {
        // A training that had begun has said so itself.
        let status = folder.status().unwrap_or(status);
        if !matches!(status.state, RunState::Failed) {
            folder.log(&e.to_string());
            folder.write_status(&RunStatus {
                state: RunState::Failed,
                message: e.to_string(),
                ..status
            })?;
        }
    }
    result
}

fn train(folder: &RunFolder, told: &RunConfig) -> Result<RunState> {
    let asked = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        signal_hook::flag::register(signal, asked.clone())
            .map_err(|e| Error::Training(format!("signals cannot be heard: {e}")))?;
    }
    let device = match told.gpus.first() {
        None => Device::Cpu,
        Some(gpu) => Device::new_cuda(*gpu).map_err(|e| {
            let problem =
                format!("cannot be used ({e}); is `trainer` built with the feature cuda?");
            Error::parameter("gpu", gpu, problem)
        })?,
    };
    let ranks: Box<dyn Ranks> = Box::new(Alone);
    let (images, validation) = told.data.open(told.training.seed)?;
    let mut trainer = Trainer::new(
        &told.training,
        &images,
        validation.as_ref(),
        &told.projection,
        &device,
        &*ranks,
    )?;
    let stop = || asked.load(Ordering::Relaxed) || folder.is_asked_to_stop();
    let state = run(&mut trainer, folder, &stop, true)?;
    folder.forget_stop();
    Ok(state)
}
