//! The folder of a run: its files, and what other processes can learn from and ask of it.

use crate::lock::{self, Lock};
use crate::parallel::SlurmJob;
use density::error::{Error, Result};
use density::files::{read_json, to_json, write_atomically};
use density::history::History;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A run on another machine that wrote nothing for so long counts as gone.
const SILENCE: Duration = Duration::from_secs(300);

/// A queued run whose queue has no process counts as lost after so many seconds: the process may be about to begin.
const QUEUE_STARTS_WITHIN: u64 = 60;

/// The state of a run, as far as its files tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RunState {
    /// Waits for a device.
    #[default]
    Queued,
    /// Reads images and weights.
    Starting,
    /// Trains.
    Running,
    /// Was asked to stop, and can be resumed.
    Stopped,
    /// All epochs are done, or early stopping ended them.
    Finished,
    /// Ended by an error: see the message. Can be resumed from the last checkpoint.
    Failed,
    /// Its process ended without leaving a state: killed, or the machine went down. Can be resumed from the last checkpoint.
    Lost,
}

impl RunState {
    /// Whether a process trains it or is going to.
    pub fn is_active(self) -> bool {
        matches!(
            self,
            RunState::Queued | RunState::Starting | RunState::Running
        )
    }

    /// In lower case, `running`.
    pub fn name(self) -> &'static str {
        match self {
            RunState::Queued => "queued",
            RunState::Starting => "starting",
            RunState::Running => "running",
            RunState::Stopped => "stopped",
            RunState::Finished => "finished",
            RunState::Failed => "failed",
            RunState::Lost => "lost",
        }
    }
}

impl std::fmt::Display for RunState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// `status.json`: where a run is, as its process last wrote.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunStatus {
    /// What it does.
    pub state: RunState,
    /// Why it failed or what it waits for; empty otherwise.
    pub message: String,
    /// The epoch under way, from 1, and how many there are to be.
    pub epoch: usize,
    /// Epochs in all.
    pub epochs: usize,
    /// Batches of the epoch that are done.
    pub step: usize,
    /// Batches an epoch.
    pub steps: usize,
    /// Mean training loss of the epoch so far, in nats.
    pub loss: Option<f64>,
    /// Share of training images classified right, of the epoch so far.
    pub accuracy: Option<f64>,
    /// Validation loss after the epoch before.
    pub val_loss: Option<f64>,
    /// Validation accuracy after the epoch before.
    pub val_accuracy: Option<f64>,
    /// Of the step.
    pub learning_rate: f64,
    /// Training images per second since this process began, validation included.
    pub images_per_second: f64,
    /// Estimate.
    pub seconds_left: f64,
    /// `CPU, 2 threads`, or the GPU.
    pub device: String,
    /// Processes that train together.
    pub ranks: usize,
    /// The file of the queue it waits or waited in.
    pub queue: Option<PathBuf>,
    /// Its batch job, where Slurm started it.
    pub slurm: Option<SlurmJob>,
    /// The machine it runs on.
    pub host: String,
    /// Its process there.
    pub pid: u32,
    /// When this was written, in seconds since 1970.
    pub updated: u64,
}

/// Bytes that `status.json` always has: on a full disk the file can still be overwritten in its place.
const STATUS_BYTES: usize = 4096;

/// `runs/<name>/`.
#[derive(Clone, Debug, PartialEq)]
pub struct RunFolder(PathBuf);

impl RunFolder {
    /// The run in that folder, which need not exist yet.
    pub fn new(folder: impl Into<PathBuf>) -> RunFolder {
        RunFolder(folder.into())
    }

    /// The first of `runs/<name>-1`, `-2`, ... that does not exist, made.
    pub fn create(runs: &Path, name: &str) -> Result<RunFolder> {
        std::fs::create_dir_all(runs).map_err(Error::io(runs))?;
        for number in 1.. {
            let folder = runs.join(format!("{name}-{number}"));
            match std::fs::create_dir(&folder) {
                Ok(()) => return Ok(RunFolder(folder)),
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(Error::io(&folder)(e)),
            }
        }
        unreachable!("the numbers do not end")
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The run's name: that of the folder.
    pub fn name(&self) -> String {
        let name = self.0.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Everything that a resumed training needs.
    pub fn checkpoint(&self) -> PathBuf {
        self.file("checkpoint.safetensors")
    }

    /// The weights of the end.
    pub fn final_weights(&self) -> PathBuf {
        self.file("weights-final.safetensors")
    }

    /// The weights with the best validation accuracy so far.
    pub fn best_weights(&self) -> Option<PathBuf> {
        let entries = std::fs::read_dir(&self.0).ok()?;
        let paths = entries.filter_map(|e| e.ok().map(|e| e.path()));
        // Two for a moment, while the better one, of a later epoch, replaces the other.
        let best = paths.filter_map(|path| Some((epoch_of(&path)?, path)));
        best.max().map(|(_, path)| path)
    }

    /// The epochs so far, from `history.csv`.
    pub fn history(&self) -> Result<History> {
        if self.file("history.csv").exists() {
            History::read_csv(self.file("history.csv"))
        } else {
            Ok(History::default())
        }
    }

    /// What the run's process last wrote, and whether that process is still there.
    pub fn status(&self) -> Result<RunStatus> {
        let path = self.file("status.json");
        let mut status = match read_json::<RunStatus>(&path, "status of a run") {
            Ok(status) => status,
            Err(_) if self.file("config.json").is_file() => return Ok(self.status_of_a_wreck()),
            Err(e) => return Err(e),
        };
        let here = status.is_here();
        let silent = || silent_for(&path) > SILENCE;
        let gone = match self.lock_state() {
            Lock::Free if here => true,
            Lock::Held => false,
            // A lock need not reach over a network's file system, which may have none; silence does.
            Lock::Free | Lock::Unknown => silent(),
        };
        if let (RunState::Queued, Some(queue)) = (status.state, &status.queue)
            && here
            && lock::is_free(&lock::queue_lock(queue))
            && now().saturating_sub(status.updated) > QUEUE_STARTS_WITHIN
        {
            status.message = "the queue's process is gone; resume starts this run by itself".into();
            status.state = RunState::Lost;
        }
        let working = matches!(status.state, RunState::Starting | RunState::Running);
        if working && gone {
            status.message = format!(
                "process {} on {} ended after {} without a word: killed, perhaps because memory ran out; resume goes on \
                 from the last checkpoint",
                status.pid,
                status.host,
                match status.state {
                    RunState::Starting => "its start",
                    _ => "its last step",
                }
            );
            status.state = RunState::Lost;
        }
        Ok(status)
    }

    /// The status of a run whose `status.json` is empty or broken off, as after a power cut.
    fn status_of_a_wreck(&self) -> RunStatus {
        let (state, message) = match self.lock_state() {
            Lock::Held => (RunState::Running, "its process is at work"),
            _ => (
                RunState::Lost,
                "resume goes on from the last checkpoint, or from the start where there is none",
            ),
        };
        RunStatus {
            state,
            message: format!("status.json cannot be read, as after a power cut; {message}"),
            ..RunStatus::default()
        }
    }

    /// Writes `status.json`.
    pub fn write_status(&self, status: &RunStatus) -> Result<()> {
        let mut status = status.clone();
        status.updated = now();
        status.host = host();
        status.pid = std::process::id();
        // The message is all that can be long.
        let cut = status.message.char_indices().nth(1500).map(|(i, _)| i);
        status.message.truncate(cut.unwrap_or(status.message.len()));
        let mut text = to_json(&status)?;
        text.push_str(&" ".repeat(STATUS_BYTES.saturating_sub(text.len() + 1)));
        text.push('\n');
        let path = self.file("status.json");
        write_atomically(&path, text.as_bytes()).or_else(|e| {
            let overwrite = || {
                let mut file = OpenOptions::new().write(true).open(&path)?;
                file.rewind()?;
                file.write_all(text.as_bytes())
            };
            overwrite().map_err(|_| e)
        })
    }

    /// Shows every half minute that the process is alive, also while it has nothing to write, until it is dropped.
    pub fn pulse(&self) -> Pulse {
        let (pulse, beats) = std::sync::mpsc::channel::<()>();
        let path = self.file("status.json");
        std::thread::spawn(move || {
            use std::sync::mpsc::RecvTimeoutError::Timeout;
            while beats.recv_timeout(Duration::from_secs(30)) == Err(Timeout) {
                let file = OpenOptions::new().append(true).open(&path);
                let _ = file.and_then(|f| f.set_modified(SystemTime::now()));
            }
        });
        Pulse(pulse)
    }

    /// Adds a line to `log.txt`, with the time of day in UTC. What cannot be written there is not worth an end.
    pub fn log(&self, line: &str) {
        let seconds = now() % 86_400;
        let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let line = format!("{h:02}:{m:02}:{s:02} {line}\n");
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.file("log.txt"));
        let _ = file.and_then(|mut f| f.write_all(line.as_bytes()));
    }

    /// Locks the run for this process until the result is dropped.
    ///
    /// # Errors
    /// When another process trains it.
    pub fn lock(&self) -> Result<File> {
        lock::hold(&self.file("lock"))
    }

    /// Whether a process trains it, as far as its lock tells.
    pub fn lock_state(&self) -> Lock {
        lock::state(&self.file("lock"))
    }

    /// Whether no process trains it.
    pub fn is_free(&self) -> bool {
        self.lock_state() == Lock::Free
    }

    /// Asks the process to write a checkpoint and stop.
    pub fn ask_to_stop(&self) -> Result<()> {
        write_atomically(&self.file("stop"), b"")
    }

    /// Whether somebody asked the run to stop.
    pub fn is_asked_to_stop(&self) -> bool {
        self.file("stop").exists()
    }

    /// Takes a request to stop back.
    pub fn forget_stop(&self) {
        let _ = std::fs::remove_file(self.file("stop"));
    }
}

/// See [`RunFolder::pulse`].
pub struct Pulse(#[allow(dead_code)] std::sync::mpsc::Sender<()>);

/// How long ago a file was touched; no time at all when that is not to be learnt.
fn silent_for(path: &Path) -> Duration {
    let touched = std::fs::metadata(path).and_then(|m| m.modified());
    // A time ahead of the clock is as odd as one long ago.
    let silence = touched.map(|t| t.elapsed().unwrap_or_else(|ahead| ahead.duration()));
    silence.unwrap_or_default()
}

/// The epoch of weights that [`crate::BestCheckpoint::file_stem`] named.
fn epoch_of(path: &Path) -> Option<usize> {
    let name = path.file_name()?.to_str()?;
    let rest = name.strip_prefix("weights-improvement-")?;
    let (epoch, _) = rest.strip_suffix(".safetensors")?.split_once('-')?;
    epoch.parse().ok()
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |d| d.as_secs())
}

impl RunStatus {
    /// Whether it is this machine's, or no machine's yet.
    pub fn is_here(&self) -> bool {
        self.host.is_empty() || self.host == host()
    }
}

/// The machine's name.
fn host() -> String {
    let name = rustix::system::uname();
    name.nodename().to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_weights_are_those_of_the_latest_epoch_of_any_number_of_digits() {
        let root = tempfile::tempdir().unwrap();
        for name in ["09-0.81", "100-0.90", "99-0.88"] {
            let name = format!("weights-improvement-{name}.safetensors");
            std::fs::write(root.path().join(name), b"").unwrap();
        }
        let best = RunFolder::new(root.path()).best_weights().unwrap();
        assert!(best.ends_with("weights-improvement-100-0.90.safetensors"));
    }

    #[test]
    fn a_status_of_a_process_that_is_gone_is_lost_and_a_long_message_is_cut() {
        let root = tempfile::tempdir().unwrap();
        let folder = RunFolder::new(root.path());
        let status = RunStatus {
            state: RunState::Running,
            message: "é".repeat(10_000),
            ..RunStatus::default()
        };
        folder.write_status(&status).unwrap();
        let bytes = std::fs::read(folder.file("status.json")).unwrap();
        assert_eq!(bytes.len(), STATUS_BYTES);
        assert_eq!(folder.status().unwrap().state, RunState::Lost);
        let lock = folder.lock().unwrap();
        assert_eq!(folder.status().unwrap().state, RunState::Running);
        drop(lock);
    }

    #[test]
    fn a_status_that_is_empty_or_broken_off_is_that_of_a_lost_run() {
        let root = tempfile::tempdir().unwrap();
        let folder = RunFolder::new(root.path());
        std::fs::write(folder.file("config.json"), "{}").unwrap();
        folder.write_status(&RunStatus::default()).unwrap();
        let whole = std::fs::read(folder.file("status.json")).unwrap();
        for length in [0, 1, 20, 100] {
            std::fs::write(folder.file("status.json"), &whole[..length]).unwrap();
            let status = folder.status().unwrap();
            assert_eq!(status.state, RunState::Lost);
            assert!(status.message.contains("resume"), "{}", status.message);
            let lock = folder.lock().unwrap();
            assert_eq!(folder.status().unwrap().state, RunState::Running);
            drop(lock);
        }
        std::fs::write(folder.file("status.json"), [0xff, 0x00, 0x9f]).unwrap();
        assert_eq!(folder.status().unwrap().state, RunState::Lost);
        std::fs::remove_file(folder.file("status.json")).unwrap();
        assert_eq!(folder.status().unwrap().state, RunState::Lost);
    }
}
