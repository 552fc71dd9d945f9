//! One training in the background, as a cell sees it.

use crate::launch::{detach, spawn_run, worker};
use crate::table::rows_of;
use density::error::{Error, Result};
use density::history::History;
use density::interrupt::Interruptible;
use figures::{Figure, Table, plot_history};
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::time::{Duration, Instant};
use training::lock::Lock;
use training::parallel::{SlurmConfig, SlurmJob, SlurmState};
use training::{Launch, RunConfig, RunFolder, RunState, RunStatus};

/// Time between two looks at a run's files.
const LOOK: Duration = Duration::from_millis(200);
/// How long a process may take to appear or to stop.
const PATIENCE: Duration = Duration::from_secs(120);

/// How long [`Job::follow`] follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follow {
    /// Until the epoch under way is over, or the run is.
    Epoch,
    /// Until that many epochs of the run are over, or the run is.
    Epochs(usize),
    /// Until the run is over.
    End,
}

/// A training in the background: a handle to its folder, worth nothing more and nothing less in the next kernel.
#[derive(Clone, Debug, PartialEq)]
pub struct Job(RunFolder);

impl Job {
    /// The run in that folder, `runs/CC_R-1`.
    ///
    /// # Errors
    /// When there is no run in it.
    pub fn attach(folder: impl AsRef<Path>) -> Result<Job> {
        let folder = RunFolder::new(folder.as_ref());
        if !folder.file("config.json").is_file() {
            return Err(Error::Folder {
                path: folder.path().to_path_buf(),
                problem: "holds no run (no config.json); `Training::jobs(\"runs\")` lists those there are".into(),
            });
        }
        Ok(Job(folder))
    }

    /// The run's name, `CC_R-1`.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// Where it is, in numbers.
    pub fn progress(&self) -> Result<RunStatus> {
        self.look()
    }

    /// What it is doing.
    pub fn state(&self) -> Result<RunState> {
        Ok(self.look()?.state)
    }

    /// Where it is, as a table.
    pub fn status(&self) -> Result<Table> {
        let status = self.look()?;
        let caption = format!("{}: {}", self.name(), status.state);
        Ok(Table::new(["", "now"], rows_of(&status))?.caption(caption))
    }

    /// Shows the status below the cell; the evcxr kernel calls it on a cell's last expression.
    pub fn evcxr_display(&self) {
        figures::display(self.status(), Table::evcxr_display);
    }

    /// The epochs so far.
    pub fn history(&self) -> Result<History> {
        self.0.history()
    }

    /// The learning curves so far, with the steps of the learning rate and the best epoch.
    ///
    /// # Errors
    /// Before the end of the first epoch.
    pub fn plot(&self) -> Result<Figure> {
        let history = self.history()?;
        let status = self.0.status()?;
        if history.epochs.is_empty() && !status.state.is_active() {
            return Err(Error::Training(format!(
                "{} ended before its first epoch, so there is nothing to draw: {}",
                self.name(),
                summary(&status)
            )));
        }
        if history.epochs.is_empty() {
            return Err(Error::Training(format!(
                "{} has no finished epoch yet, so there is nothing to draw; `job.follow(Follow::Epoch)?` waits for it",
                self.name()
            )));
        }
        let title = format!(
            "{}: {} of {} epochs, {}",
            self.name(),
            history.epochs.len(),
            status.epochs,
            status.state
        );
        plot_history(&title, &history)
    }

    /// The weights with the best validation accuracy so far, or those of the end.
    ///
    /// # Errors
    /// Before the end of the first epoch.
    pub fn best_weights(&self) -> Result<PathBuf> {
        let last = Some(self.0.final_weights()).filter(|p| p.is_file());
        self.0
            .best_weights()
            .or(last)
            .ok_or_else(|| Error::Training(format!("{} has no finished epoch yet", self.name())))
    }

    /// Prints what the run writes to its log, from now on. An interrupt of the cell ends this, not the run.
    pub fn follow(&self, until: Follow) -> Result<()> {
        let path = self.0.file("log.txt");
        let mut place = std::fs::metadata(&path).map_or(0, |m| m.len());
        let goal = match until {
            Follow::Epoch => self.history()?.epochs.len() + 1,
            Follow::Epochs(n) => n,
            Follow::End => usize::MAX,
        };
        let mut said = String::new();
        let work = Interruptible::begin();
        loop {
            work.check(|| format!("{} goes on; `job.stop()?` stops it", self.name()))?;
            // Before the log: lines that come in between are printed below.
            let status = self.look()?;
            let over = !status.state.is_active() || self.history()?.epochs.len() >= goal;
            let now = summary(&status);
            if !over && said != now {
                println!("{}: {now}", self.name());
                said = now;
            }
            place = print_from(&path, place)?;
            if over {
                if !status.state.is_active() {
                    println!("{}: {}", self.name(), summary(&status));
                }
                return Ok(());
            }
            // Slurm need not be asked as often as a file may be looked at.
            std::thread::sleep(if status.slurm.is_some() {
                10 * LOOK
            } else {
                LOOK
            });
        }
    }

    /// Asks the run to write a checkpoint and stop, and waits until it has. `resume` goes on from there.
    pub fn stop(&self) -> Result<()> {
        let status = self.look()?;
        if status.state == RunState::Queued {
            if let Some(job) = &status.slurm {
                job.stop()?;
            }
            self.0.write_status(&RunStatus {
                state: RunState::Stopped,
                message: String::new(),
                ..status
            })?;
            println!("{}: stopped before its start", self.name());
            return Ok(());
        }
        if !status.state.is_active() {
            println!("{}: {} already", self.name(), status.state);
            return Ok(());
        }
        self.0.ask_to_stop()?;
        let started = Instant::now();
        let work = Interruptible::begin();
        while started.elapsed() < PATIENCE {
            work.check(|| format!("{} stops after the step that it is at", self.name()))?;
            let status = self.look()?;
            if !status.state.is_active() {
                println!("{}: {}", self.name(), summary(&status));
                return Ok(());
            }
            std::thread::sleep(LOOK);
        }
        Err(Error::Training(format!(
            "{} has not stopped within {} s; it will after the step it is at. Should it hang: kill {}",
            self.name(),
            PATIENCE.as_secs(),
            status.pid
        )))
    }

    /// Goes on from the last checkpoint, in a new process. A run that is active or finished is left alone.
    pub fn resume(&self) -> Result<()> {
        let status = self.look()?;
        let state = status.state;
        if state.is_active() || state == RunState::Finished {
            let more = match state {
                RunState::Finished => "; `job.extend(epochs)?` trains further".into(),
                _ if status.is_here() => String::new(),
                _ => format!(
                    " on {}; if that machine or container is gone, `job.declare_lost()?` says so, and resume goes on",
                    status.host
                ),
            };
            println!("{} is {state} already{more}", self.name());
            return Ok(());
        }
        self.start()?;
        println!("{} goes on", self.name());
        Ok(())
    }

    /// Says that the machine or container that the run was on is gone, which is noticed by itself only after five minutes
    /// without a sign: [`Job::resume`] goes on then. Nothing is undone.
    ///
    /// # Errors
    /// [`Error::Training`] when a process here trains it: that one is stopped by [`Job::stop`].
    pub fn declare_lost(&self) -> Result<()> {
        let status = self.look()?;
        if !status.state.is_active() {
            println!("{} is {} already", self.name(), status.state);
            return Ok(());
        }
        if self.0.lock_state() == Lock::Held || status.slurm.is_some() {
            return Err(Error::Training(format!(
                "{}: process {} on {} is at work on it, or a batch job will be; `job.stop()?` stops it",
                self.name(),
                status.pid,
                status.host
            )));
        }
        println!(
            "{} is lost, as told; `job.resume()?` goes on with it",
            self.name()
        );
        self.0.write_status(&RunStatus {
            state: RunState::Lost,
            message: format!("declared lost, was {} on {}", status.state, status.host),
            ..status
        })
    }

    /// Trains on until there are that many epochs in all, without early stopping.
    ///
    /// # Errors
    /// When the run is active, or has that many epochs already.
    pub fn extend(&self, epochs: usize) -> Result<()> {
        let state = self.look()?.state;
        let mut config = RunConfig::read(&self.0)?;
        if state.is_active() || epochs <= config.training.epochs {
            return Err(Error::parameter(
                "epochs",
                epochs,
                format!(
                    "{} is {state}, planned for {} epochs; {}give the number in all, which must be more",
                    self.name(),
                    config.training.epochs,
                    if state.is_active() {
                        "stop it first, and "
                    } else {
                        ""
                    }
                ),
            ));
        }
        let before = config.clone();
        config.training.epochs = epochs;
        // It may have ended the run, and would end it again.
        config.training.early_stopping = None;
        config.training.check()?;
        config.save(&self.0)?;
        self.start().inspect_err(|_| {
            // Should this fail too, the error tells more.
            let _ = before.save(&self.0);
        })
    }

    /// Starts the process, and waits until it has taken the run over; a batch job is submitted, and may wait long.
    pub(crate) fn start(&self) -> Result<()> {
        let config = RunConfig::read(&self.0)?;
        self.0.forget_stop();
        let folder = std::path::absolute(self.folder()).map_err(Error::io(self.folder()))?;
        let before = self.0.status()?;
        let queued = RunStatus {
            state: RunState::Queued,
            message: "is starting".into(),
            queue: None,
            slurm: None,
            ..before.clone()
        };
        if let Launch::Slurm(slurm) = &config.launch {
            let script = slurm.write(&self.name(), &folder, &worker(&config)?)?;
            let job = SlurmJob::submit(script)?;
            return self.0.write_status(&RunStatus {
                message: format!("waits as Slurm's job {}", job.id),
                slurm: Some(job),
                ..queued
            });
        }
        self.0.write_status(&queued)?;
        let child = spawn_run(&config, &folder, &self.0.file("log.txt"), false);
        self.wait_for_start(child).inspect_err(|_| {
            // Nothing has begun; should this fail too, the error tells more.
            if self.0.status().is_ok_and(|s| s.state == RunState::Queued) {
                let _ = self.0.write_status(&before);
            }
        })
    }

    fn wait_for_start(&self, child: Result<Child>) -> Result<()> {
        let mut child = child?;
        let id = child.id();
        let log = self.0.file("log.txt");
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            let ended = child.try_wait().map_err(Error::io(&log))?;
            if self.0.status()?.state != RunState::Queued {
                detach(child);
                return Ok(());
            }
            if let Some(code) = ended {
                return Err(Error::Training(format!(
                    "the process for {} ended at once ({code}); see {}",
                    self.name(),
                    log.display()
                )));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        detach(child);
        Err(Error::Training(format!(
            "the process {id} for {} has not taken the run over; see {}",
            self.name(),
            log.display()
        )))
    }

    /// The status, as its files and, for a batch job, Slurm tell it.
    fn look(&self) -> Result<RunStatus> {
        let mut status = self.0.status()?;
        let Some(job) = status.slurm.clone().filter(|_| status.state.is_active()) else {
            return Ok(status);
        };
        match job.state() {
            SlurmState::Pending(why) if status.state == RunState::Queued => {
                status.message = format!("waits as Slurm's job {}: {why}", job.id);
            }
            over if over.is_over() => {
                // It may have written its last word in between.
                status = self.0.status()?;
                if status.state.is_active() {
                    status.state = RunState::Lost;
                    status.message = format!(
                        "Slurm's job {} is over ({over}); see {} in the run's folder, resume goes on from the last \
                         checkpoint",
                        job.id,
                        SlurmConfig::OUTPUT
                    );
                }
            }
            _ => {}
        }
        Ok(status)
    }
}

/// The state and what it says.
fn summary(status: &RunStatus) -> String {
    if status.message.is_empty() {
        status.state.to_string()
    } else {
        format!("{}: {}", status.state, status.message)
    }
}

/// Prints the whole lines of a file from a place on, and gives the place after them.
fn print_from(path: &Path, place: u64) -> Result<u64> {
    let Ok(mut file) = std::fs::File::open(path) else {
        return Ok(place);
    };
    let mut text = Vec::new();
    file.seek(SeekFrom::Start(place))
        .and_then(|_| file.read_to_end(&mut text))
        .map_err(Error::io(path))?;
    let Some(end) = text.iter().rposition(|b| *b == b'\n') else {
        return Ok(place);
    };
    for line in String::from_utf8_lossy(&text[..end]).lines() {
        println!("{line}");
    }
    Ok(place + end as u64 + 1)
}
