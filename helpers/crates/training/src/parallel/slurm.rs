//! The batch script that trains a run under Slurm.

use density::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::path::{Path, PathBuf};

/// Options of a Slurm job. One task is one rank of the training; the defaults ask for one task without a GPU.
///
/// Options that have no field here go into [`options`](SlurmConfig::options); what the site's manual wants before the
/// program, such as `module load cuda`, into [`setup`](SlurmConfig::setup).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct SlurmConfig {
    /// Partition (queue); `None` for the site's default.
    pub partition: Option<String>,
    /// Account that pays; `None` for the user's default.
    pub account: Option<String>,
    /// Machines (1).
    pub nodes: usize,
    /// Ranks on each machine (1): as many as GPUs, where there are GPUs.
    pub tasks_per_node: usize,
    /// GPUs of each machine (0). Every task sees all of them and takes the one of its `SLURM_LOCALID`. Where a kind has
    /// to be named, leave 0 here and put `--gres=gpu:KIND:NUMBER` into the options.
    pub gpus_per_node: usize,
    /// Processor cores, and so threads, of each task (4).
    pub cpus_per_task: usize,
    /// Longest time, as `minutes`, `hours:minutes:seconds` or `days-hours` (one hour).
    pub time: String,
    /// How many seconds before that time the worker is told to save and stop (120). Slurm may do so up to a minute
    /// earlier.
    pub save_seconds: u32,
    /// Memory of each machine, such as `16G`; `None` for the site's default.
    pub memory: Option<String>,
    /// Whether Slurm may start the job again by itself after a machine failed (no).
    pub requeue: bool,
    /// Further options of `sbatch` as the site's manual has them, such as `--qos=long`: one `#SBATCH` line each, without
    /// quotes of ours.
    pub options: Vec<String>,
    /// Further options of `srun`, such as `--mpi=pmix`: one word each.
    pub srun: Vec<String>,
    /// Lines of bash that run once before the worker, on the first machine, such as `module load cuda`. A line that
    /// fails ends the job. The shell is not a login shell: where `module` is not known, first source the file that
    /// defines it.
    pub setup: Vec<String>,
}

impl Default for SlurmConfig {
    fn default() -> Self {
        SlurmConfig {
            partition: None,
            account: None,
            nodes: 1,
            tasks_per_node: 1,
            gpus_per_node: 0,
            cpus_per_task: 4,
            time: "01:00:00".into(),
            save_seconds: 120,
            memory: None,
            requeue: false,
            options: Vec::new(),
            srun: Vec::new(),
            setup: Vec::new(),
        }
    }
}

impl SlurmConfig {
    /// What Slurm and the worker print goes to the end of this file of the run's folder.
    pub const OUTPUT: &str = "slurm.txt";

    /// Where [`write`](SlurmConfig::write) puts the script, in the run's folder.
    pub const SCRIPT: &str = "job.sh";

    /// The batch script of job `name`: every task runs `worker folder`, where `folder` is the run's.
    ///
    /// Ahead of the time limit the tasks get SIGTERM, so that they save and stop. Relative paths are taken from the
    /// current folder. Nothing is read or written here; values that Slurm could misread are refused.
    pub fn script(&self, name: &str, folder: &Path, worker: &Path) -> Result<String> {
        self.check()?;
        let folder = absolute("folder", folder)?;
        let worker = absolute("worker", worker)?;
        // Slurm replaces %j and the like in this option alone.
        let output = format!("{folder}/{}", Self::OUTPUT).replace('%', "%%");
        let mut script = String::from("#!/bin/bash\n");
        let mut directive = |option: &str| {
            script += "#SBATCH ";
            script += option;
            script += "\n";
        };
        directive(&option("job-name", "name", name)?);
        directive(&option("output", "folder", &output)?);
        directive("--open-mode=append");
        directive(&format!("--nodes={}", self.nodes));
        directive(&format!("--ntasks={}", self.nodes * self.tasks_per_node));
        directive(&format!("--ntasks-per-node={}", self.tasks_per_node));
        directive(&format!("--cpus-per-task={}", self.cpus_per_task));
        if self.gpus_per_node > 0 {
            // Unlike --gpus-per-node, also known to older set-ups.
            directive(&format!("--gres=gpu:{}", self.gpus_per_node));
        }
        directive(&format!("--time={}", self.time));
        if let Some(memory) = &self.memory {
            directive(&option("mem", "memory", memory)?);
        }
        if let Some(partition) = &self.partition {
            directive(&option("partition", "partition", partition)?);
        }
        if let Some(account) = &self.account {
            directive(&option("account", "account", account)?);
        }
        // Without `B:` the signal goes to the tasks that srun started and not to this script, which it would end.
        directive(&format!("--signal=TERM@{}", self.save_seconds));
        directive(if self.requeue {
            "--requeue"
        } else {
            "--no-requeue"
        });
        for line in &self.options {
            directive(line);
        }
        script += "\nset -e\n";
        for line in &self.setup {
            script += line;
            script += "\n";
        }
        script += "export RAYON_NUM_THREADS=\"${SLURM_CPUS_PER_TASK:-1}\"\n";
        // srun has not taken the job's number of cores by itself since Slurm 22.05. The other ranks would wait for one
        // that failed, so it takes them along.
        script += "exec srun --cpus-per-task=\"${SLURM_CPUS_PER_TASK:-1}\" --kill-on-bad-exit=1";
        for word in &self.srun {
            script += &format!(" {}", quoted(word));
        }
        script += &format!(" {} {}\n", quoted(&worker), quoted(&folder));
        Ok(script)
    }

    /// Writes the [`script`](SlurmConfig::script) into the run's folder, for [`SlurmJob::submit`].
    ///
    /// [`SlurmJob::submit`]: crate::parallel::SlurmJob::submit
    pub fn write(&self, name: &str, folder: &Path, worker: &Path) -> Result<PathBuf> {
        let script = self.script(name, folder, worker)?;
        let path = folder.join(Self::SCRIPT);
        std::fs::write(&path, script).map_err(Error::io(&path))?;
        Ok(path)
    }

    fn check(&self) -> Result<()> {
        for (name, value) in [
            ("nodes", self.nodes),
            ("tasks_per_node", self.tasks_per_node),
            ("cpus_per_task", self.cpus_per_task),
        ] {
            if value == 0 {
                return Err(Error::parameter(name, value, "use 1 or more"));
            }
        }
        let seconds = seconds(&self.time).ok_or_else(|| {
            let problem = "use minutes, hours:minutes:seconds or days-hours, such as 01:30:00";
            Error::parameter("time", shown(&self.time), problem)
        })?;
        // 65535 is Slurm's own limit.
        if u64::from(self.save_seconds) >= seconds.min(65536) {
            let problem =
                format!("use less than the {seconds} s of the time limit, and 65535 at most");
            return Err(Error::parameter("save_seconds", self.save_seconds, problem));
        }
        for (name, lines) in [("options", &self.options), ("srun", &self.srun)] {
            for line in lines {
                one_line(name, line)?;
                if !line.starts_with('-') {
                    let problem = "begin with the option's dashes, such as --qos=long";
                    return Err(Error::parameter(name, shown(line), problem));
                }
            }
        }
        self.setup
            .iter()
            .try_for_each(|line| one_line("setup", line))
    }
}

/// Seconds of a time limit in any of Slurm's forms.
fn seconds(time: &str) -> Option<u64> {
    let (days, clock) = match time.split_once('-') {
        Some((days, clock)) => (Some(days), clock),
        None => (None, time),
    };
    let number = |text: &str| -> Option<u64> {
        let digits = (1..=6).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        if digits { text.parse().ok() } else { None }
    };
    let parts = clock.split(':').map(number).collect::<Option<Vec<_>>>()?;
    let seconds = match (days, parts[..].as_ref()) {
        (Some(_), [h]) => h * 3600,
        (Some(_), [h, m]) => h * 3600 + m * 60,
        (None, [m]) => m * 60,
        (None, [m, s]) => m * 60 + s,
        (_, [h, m, s]) => h * 3600 + m * 60 + s,
        _ => return None,
    };
    let days = days.map_or(Some(0), number)?;
    Some(seconds + days * 86400).filter(|seconds| *seconds > 0)
}

/// A path as seen from any folder.
fn absolute(name: &str, path: &Path) -> Result<String> {
    let refused = |problem: &str| Error::parameter(name, format!("{path:?}"), problem);
    let path = std::path::absolute(path).map_err(Error::io(path))?;
    let text = path
        .to_str()
        .ok_or_else(|| refused("use a path that is valid UTF-8"))?;
    one_line(name, text)?;
    Ok(text.to_owned())
}

/// `--option='value'` as `sbatch` reads it: like the shell, but for the backslash, which it takes even between quotes.
fn option(option: &str, name: &str, value: &str) -> Result<String> {
    one_line(name, value)?;
    if value.contains('\\') {
        let problem = "Slurm cannot be given a backslash: use another name";
        return Err(Error::parameter(name, value, problem));
    }
    Ok(format!("--{option}={}", quoted(value)))
}

/// Refuses what would end the line, and with it the quotes or the comment that it stands in.
fn one_line(name: &str, value: &str) -> Result<()> {
    if value.trim().is_empty() || value.chars().any(char::is_control) {
        let problem = "use one line of text, without control characters";
        return Err(Error::parameter(name, shown(value), problem));
    }
    Ok(())
}

/// A value that may hold anything, on one line.
fn shown(value: &str) -> impl Display {
    format!("{value:?}")
}

/// One word for bash. Double quotes hold the single one: Slurm's own reader knows no `\'`.
fn quoted(word: &str) -> String {
    format!("'{}'", word.replace('\'', "'\"'\"'"))
}
