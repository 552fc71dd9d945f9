//! Runs as tables.

use crate::Job;
use density::error::{Error, Result};
use density::progress::duration;
use figures::{Cell, Figure, Table, plot_histories};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use training::{RunFolder, RunState, RunStatus, lock, rate_text};

/// A run's status as table rows, one fact per row.
pub(crate) fn rows_of(status: &RunStatus) -> Vec<Vec<Cell>> {
    let number = |v: Option<f64>| v.map_or("–".to_string(), |v| format!("{v:.3}"));
    let mut rows = vec![
        ("state", status.state.to_string()),
        ("epoch", format!("{} of {}", status.epoch, status.epochs)),
        ("step", format!("{} of {}", status.step, status.steps)),
        ("training loss", number(status.loss)),
        ("training accuracy", number(status.accuracy)),
        ("validation loss", number(status.val_loss)),
        ("validation accuracy", number(status.val_accuracy)),
        ("learning rate", rate_text(status.learning_rate)),
        ("speed", format!("{:.1} images/s", status.images_per_second)),
        ("time left", left(status)),
        ("device", device(status)),
        ("process", format!("{} on {}", status.pid, status.host)),
    ];
    if !status.message.is_empty() {
        rows.insert(1, ("message", status.message.clone()));
    }
    let row = |(name, value): (&str, String)| vec![name.into(), value.into()];
    rows.into_iter().map(row).collect()
}

/// The runs in a folder of runs, by name: a table to look at, and jobs to go through.
#[derive(Clone, Debug)]
#[must_use = "the runs appear below their cell as the last expression, without `;`"]
pub struct Jobs {
    runs: PathBuf,
    jobs: Vec<Job>,
}

impl Jobs {
    pub(crate) fn of(runs: &Path) -> Result<Jobs> {
        let folders = folders_of(runs)?.into_iter();
        let jobs = folders.map(|folder| Job::attach(folder.path()));
        Ok(Jobs {
            runs: runs.to_path_buf(),
            jobs: jobs.collect::<Result<_>>()?,
        })
    }

    /// One row per run: its state, epochs, losses and best accuracy.
    pub fn table(&self) -> Result<Table> {
        table_of(&self.runs, &self.jobs)
    }

    /// The learning curves of all runs that have finished an epoch, in one figure.
    ///
    /// # Errors
    /// When none has.
    pub fn plot(&self) -> Result<Figure> {
        let mut histories = Vec::new();
        for job in &self.jobs {
            let history = job.history()?;
            if !history.epochs.is_empty() {
                histories.push((job.name(), history));
            }
        }
        if histories.is_empty() {
            return Err(Error::Training(format!(
                "no run in {} has finished an epoch yet, so there is nothing to draw",
                self.runs.display()
            )));
        }
        plot_histories(&format!("Runs in {}", self.runs.display()), &histories)
    }

    /// Shows the table below the cell; the evcxr kernel calls it on a cell's last expression.
    pub fn evcxr_display(&self) {
        figures::display(self.table(), Table::evcxr_display);
    }
}

impl Deref for Jobs {
    type Target = [Job];

    fn deref(&self) -> &[Job] {
        &self.jobs
    }
}

impl IntoIterator for Jobs {
    type Item = Job;
    type IntoIter = std::vec::IntoIter<Job>;

    fn into_iter(self) -> Self::IntoIter {
        self.jobs.into_iter()
    }
}

impl<'a> IntoIterator for &'a Jobs {
    type Item = &'a Job;
    type IntoIter = std::slice::Iter<'a, Job>;

    fn into_iter(self) -> Self::IntoIter {
        self.jobs.iter()
    }
}

fn table_of(runs: &Path, jobs: &[Job]) -> Result<Table> {
    let mut rows = Vec::new();
    for job in jobs {
        let looked = job.progress();
        let state = looked.as_ref().map_or("unreadable", |s| s.state.name());
        let status = looked.as_ref().ok().cloned().unwrap_or_default();
        let best = job.history().ok().and_then(|h| h.best().cloned());
        rows.push(vec![
            job.name().into(),
            state.into(),
            format!("{} of {}", status.epoch, status.epochs).into(),
            status.loss.into(),
            status.val_loss.into(),
            best.as_ref().map(|e| e.val_accuracy).into(),
            best.as_ref().map(|e| e.epoch).into(),
            left(&status).into(),
            device(&status).into(),
        ]);
    }
    let headers = [
        "run",
        "state",
        "epoch",
        "loss",
        "validation loss",
        "best accuracy",
        "in epoch",
        "time left",
        "device",
    ];
    let caption = match (jobs.is_empty(), runs.is_dir()) {
        (false, _) => format!("Runs in {}", runs.display()),
        (true, true) => format!("No runs in {}", runs.display()),
        (true, false) => format!("No runs: there is no folder {}", runs.display()),
    };
    Ok(Table::new(headers, rows)?.caption(caption))
}

/// Whether no process works on the queue.
pub(crate) fn is_unattended(queue: &Path) -> bool {
    lock::is_free(&lock::queue_lock(queue))
}

/// The runs in a folder, by name: `CC_R-2` before `CC_R-10`.
pub(crate) fn folders_of(runs: &Path) -> Result<Vec<RunFolder>> {
    let mut folders = Vec::new();
    let entries = match std::fs::read_dir(runs) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(folders),
        entries => entries.map_err(Error::io(runs))?,
    };
    for entry in entries {
        let path = entry.map_err(Error::io(runs))?.path();
        if path.join("config.json").is_file() {
            folders.push(RunFolder::new(path));
        }
    }
    folders.sort_by_key(|folder| {
        let name = folder.name();
        let (stem, number) = name.rsplit_once('-').unwrap_or((&name, ""));
        (stem.to_string(), number.parse::<usize>().unwrap_or(0))
    });
    Ok(folders)
}

fn left(status: &RunStatus) -> String {
    match status.state {
        RunState::Running => duration(status.seconds_left),
        _ => "–".into(),
    }
}

fn device(status: &RunStatus) -> String {
    match (status.ranks, status.device.is_empty()) {
        (_, true) => "–".into(),
        (0 | 1, _) => status.device.clone(),
        (n, _) => format!("{n} × {}", status.device),
    }
}
