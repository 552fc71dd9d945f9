//! Several runs over the devices of one machine, one after the other where there are more runs than devices.

use crate::launch::{detach, spawn, spawn_run, worker};
use crate::worker::asked_to_end;
use crate::{Job, table};
use density::error::{Error, Result};
use density::files::{read_json, to_json, write_atomically};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};
use training::{RunConfig, RunFolder, RunState, RunStatus, lock};

/// What one run at a time gets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Slot {
    /// NVIDIA GPUs by their numbers; empty for the CPU.
    pub gpus: Vec<usize>,
    /// Threads of the CPU; `None` for one a core.
    pub threads: Option<usize>,
}

impl Slot {
    /// One GPU.
    pub fn gpu(number: usize) -> Slot {
        Slot {
            gpus: vec![number],
            threads: None,
        }
    }

    /// The CPU's cores in that many shares.
    pub fn share_of_cpu(shares: usize) -> Vec<Slot> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = (shares > 1).then_some((cores / shares).max(1));
        vec![
            Slot {
                gpus: Vec::new(),
                threads,
            };
            shares
        ]
    }
}

/// Runs and what they are to run on: the file `<number>.queue.json` among the runs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    runs: Vec<PathBuf>,
    slots: Vec<Slot>,
}

impl Queue {
    /// Starts the process that works the queue off.
    pub(crate) fn start(runs: &Path, jobs: &[Job], slots: Vec<Slot>) -> Result<()> {
        let absolute = |path: &Path| std::path::absolute(path).map_err(Error::io(path));
        let queue = Queue {
            runs: jobs
                .iter()
                .map(|j| absolute(j.folder()))
                .collect::<Result<_>>()?,
            slots,
        };
        let number = (1..).find(|n| !runs.join(format!("{n}.queue.json")).exists());
        let file = absolute(&runs.join(format!("{}.queue.json", number.unwrap_or(1))))?;
        for run in &queue.runs {
            let folder = RunFolder::new(run);
            folder.write_status(&RunStatus {
                state: RunState::Queued,
                message: "waits for a device".into(),
                queue: Some(file.clone()),
                ..folder.status()?
            })?;
        }
        let json = to_json(&queue)?;
        write_atomically(&file, json.as_bytes())?;
        let log = file.with_extension("log");
        let Some(first) = queue.runs.first().map(RunFolder::new) else {
            return Ok(());
        };
        let mut child = spawn(
            &worker(&RunConfig::read(&first)?)?,
            &[Path::new("--queue"), &file],
            &log,
        )?;
        let started = Instant::now();
        while table::is_unattended(&file) && started.elapsed() < Duration::from_secs(60) {
            if let Some(code) = child.try_wait().map_err(Error::io(&log))? {
                // So short a queue may be done already.
                return if code.success() {
                    Ok(())
                } else {
                    Err(Error::Training(format!(
                        "the queue's process ended at once ({code}); see {}",
                        log.display()
                    )))
                };
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        detach(child);
        Ok(())
    }

    /// Works the queue in `file` off: what the program `trainer --queue` does. A run that was stopped while it waited is
    /// passed over; the end of one by an error does not end the others. Asked to end (SIGTERM), it stops the runs
    /// under way, which can be resumed one by one.
    pub fn run(file: impl AsRef<Path>) -> Result<()> {
        let file = file.as_ref();
        let queue: Queue = read_json(file, "queue")?;
        let _lock = lock::hold(&lock::queue_lock(file))?;
        let asked = asked_to_end()?;
        let mut waiting = queue
            .runs
            .into_iter()
            .map(RunFolder::new)
            .collect::<VecDeque<_>>();
        let mut slots = queue
            .slots
            .into_iter()
            .map(|s| (s, None))
            .collect::<Vec<_>>();
        loop {
            for (slot, at_work) in &mut slots {
                if let Some((folder, child)) = at_work {
                    let (folder, child): (&RunFolder, &mut Child) = (folder, child);
                    if asked.load(Ordering::Relaxed) {
                        folder.ask_to_stop()?;
                    }
                    let Some(code) = child.try_wait().map_err(Error::io(file))? else {
                        continue;
                    };
                    not_begun(
                        folder,
                        &format!("its process ended at once ({code}); see log.txt"),
                    )?;
                    *at_work = None;
                }
                while at_work.is_none() && !asked.load(Ordering::Relaxed) {
                    let Some(folder) = waiting.pop_front() else {
                        break;
                    };
                    match begin(&folder, slot) {
                        Ok(Some(child)) => *at_work = Some((folder, child)),
                        Ok(None) => {}
                        Err(e) => not_begun(&folder, &e.to_string())?,
                    }
                }
            }
            if slots.iter().all(|(_, at_work)| at_work.is_none()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        for folder in waiting {
            let status = folder.status()?;
            if status.state == RunState::Queued {
                folder.write_status(&RunStatus {
                    state: RunState::Stopped,
                    message: "the queue was ended".into(),
                    ..status
                })?;
            }
        }
        Ok(())
    }
}

/// Says why a run that still waits is not going to begin.
fn not_begun(folder: &RunFolder, why: &str) -> Result<()> {
    let status = folder.status()?;
    if status.state != RunState::Queued {
        return Ok(());
    }
    folder.write_status(&RunStatus {
        state: RunState::Failed,
        message: why.into(),
        ..status
    })
}

/// Starts a run that still waits; `None` for one that does not.
fn begin(folder: &RunFolder, slot: &Slot) -> Result<Option<Child>> {
    if folder.status()?.state != RunState::Queued {
        return Ok(None);
    }
    let mut config = RunConfig::read(folder)?;
    config.gpus = slot.gpus.clone();
    config.threads = slot.threads.or(config.threads);
    config.save(folder)?;
    let log = folder.file("log.txt");
    spawn_run(&config, folder.path(), &log, true).map(Some)
}
