//! A job in Slurm's hands.

use density::error::{Error, Result};
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::fmt;
use std::path::Path;
use std::process::Command;

/// A job that was submitted, by its number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlurmJob {
    /// Slurm's number for it.
    pub id: String,
}

/// How far a job is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SlurmState {
    /// It waits: why, in Slurm's word, such as `Resources` or `Priority`.
    Pending(String),
    /// It runs, or cleans up.
    Running,
    /// Its worker ended without an error, be it at the last epoch or because it was told to stop.
    Completed,
    /// It ended by an error: Slurm's words for it, such as `FAILED: NonZeroExitCode` or `OUT_OF_MEMORY`.
    Failed(String),
    /// Somebody cancelled it.
    Cancelled,
    /// It reached its time limit before the worker had stopped.
    Timeout,
    /// Slurm does not know it any more, or does not answer: what it said.
    Unknown(String),
}

impl SlurmState {
    /// Whether the job has ended, and will not change any more.
    pub fn is_over(&self) -> bool {
        use SlurmState::*;
        matches!(self, Completed | Failed(_) | Cancelled | Timeout)
    }

    /// From Slurm's word, which `sacct` follows by more (`CANCELLED by 1000`), and the reason.
    fn parse(word: &str, reason: &str) -> SlurmState {
        // `None` is Slurm's word for no reason.
        let reason = if reason == "None" { "" } else { reason };
        match word.split([' ', '+']).next().unwrap_or_default() {
            "PENDING" | "CONFIGURING" | "REQUEUED" | "REQUEUE_FED" | "REQUEUE_HOLD"
            | "RESV_DEL_HOLD" | "SPECIAL_EXIT" => SlurmState::Pending(reason.into()),
            "RUNNING" | "COMPLETING" | "SUSPENDED" | "STOPPED" | "RESIZING" | "SIGNALING"
            | "STAGE_OUT" => SlurmState::Running,
            "COMPLETED" => SlurmState::Completed,
            "CANCELLED" => SlurmState::Cancelled,
            "TIMEOUT" => SlurmState::Timeout,
            word @ ("FAILED" | "BOOT_FAIL" | "DEADLINE" | "LAUNCH_FAILED" | "NODE_FAIL"
            | "OUT_OF_MEMORY" | "PREEMPTED" | "RECONFIG_FAIL" | "REVOKED") => {
                let colon = if reason.is_empty() { "" } else { ": " };
                SlurmState::Failed(format!("{word}{colon}{reason}"))
            }
            _ => SlurmState::Unknown(word.into()),
        }
    }
}

/// In lower-case words, such as `pending (Resources)`.
impl fmt::Display for SlurmState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, more) = match self {
            SlurmState::Pending(why) => ("pending", why.as_str()),
            SlurmState::Running => ("running", ""),
            SlurmState::Completed => ("completed", ""),
            SlurmState::Failed(why) => ("failed", why.as_str()),
            SlurmState::Cancelled => ("cancelled", ""),
            SlurmState::Timeout => ("stopped by its time limit", ""),
            SlurmState::Unknown(why) => ("unknown", why.as_str()),
        };
        match more {
            "" => f.write_str(word),
            more => write!(f, "{word} ({more})"),
        }
    }
}

impl SlurmJob {
    /// Submits a batch script. The job gets this process's environment and current folder.
    pub fn submit(script: impl AsRef<Path>) -> Result<SlurmJob> {
        // An absolute path cannot be mistaken for an option.
        let script = std::path::absolute(&script).map_err(Error::io(&script))?;
        let said = output("sbatch", [OsStr::new("--parsable"), script.as_os_str()])?;
        Ok(SlurmJob { id: number(&said)? })
    }

    /// How far it is: from `squeue`, and when that has forgotten it, from `sacct`.
    ///
    /// No answer is an answer too, [`SlurmState::Unknown`]: a job goes on while Slurm's controller is away.
    pub fn state(&self) -> SlurmState {
        let jobs = format!("--jobs={}", self.id);
        let queue = ["--noheader", "--states=all", "--format=%T|%r", &jobs];
        let lost = match output("squeue", queue) {
            Ok(said) => match said.trim().split_once('|') {
                Some((word, reason)) => return SlurmState::parse(word, reason),
                None => "squeue does not know the job".into(),
            },
            Err(error) => error.to_string(),
        };
        let account = [
            "--noheader",
            "--parsable2",
            "--allocations",
            "--format=State",
            &jobs,
        ];
        match output("sacct", account).ok().as_deref().map(str::trim) {
            // A job that was started again has several lines: the last is the latest.
            Some(said) if !said.is_empty() => {
                SlurmState::parse(said.lines().last().unwrap_or_default(), "")
            }
            _ => SlurmState::Unknown(lost),
        }
    }

    /// Tells the worker to save and stop, however long that takes. A job that does not train yet is cancelled, one that
    /// is over is left alone.
    pub fn stop(&self) -> Result<()> {
        let jobs = format!("--jobs={}", self.id);
        let steps = output("squeue", ["--noheader", "--steps", "--format=%i", &jobs])?;
        // srun's first step is ID.0; the script itself is ID.batch, and the signal is not for it.
        if steps
            .lines()
            .any(|step| step.trim() == format!("{}.0", self.id))
        {
            // The worker may just have ended by itself.
            return self.unless_over(self.scancel(&["--signal=TERM"]));
        }
        self.cancel()
    }

    /// Takes the job out of Slurm. A worker that runs is told to save and stop, but is killed when it takes longer than
    /// the site allows (`KillWait`, usually 30 seconds); [`stop`](SlurmJob::stop) is gentler.
    pub fn cancel(&self) -> Result<()> {
        self.unless_over(self.scancel(&[]))
    }

    fn unless_over(&self, result: Result<()>) -> Result<()> {
        if result.is_err() && self.state().is_over() {
            return Ok(());
        }
        result
    }

    fn scancel(&self, options: &[&str]) -> Result<()> {
        output("scancel", options.iter().copied().chain([self.id.as_str()])).map(drop)
    }
}

/// The job's number in what `sbatch --parsable` prints: `id` or `id;cluster`, after whatever the site's plugins say.
fn number(said: &str) -> Result<String> {
    let line = said.lines().last().unwrap_or_default();
    let id = line.split(';').next().unwrap_or_default().trim();
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_digit()) {
        let problem = format!("sbatch answered {said:?}, not a job's number");
        return Err(Error::Slurm(problem));
    }
    Ok(id.into())
}

/// What one of Slurm's programs prints; what it complains about is the error.
fn output(program: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Result<String> {
    let mut command = Command::new(program);
    command.args(arguments);
    // A notebook that itself runs in a job must not hand that job's sizes on to another.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        let kept = [
            "SLURM_CONF",
            "SLURM_CONF_SERVER",
            "SLURM_CLUSTERS",
            "SLURM_JWT",
        ];
        if text.starts_with("SLURM_") && !kept.contains(&text.as_ref()) {
            command.env_remove(&name);
        }
    }
    let output = command.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Error::Slurm(format!(
            "{program} was not found: run this on a machine that submits to Slurm (a login node), with Slurm's \
             programs in PATH, or train without Slurm"
        )),
        _ => Error::Slurm(format!("{program}: {error}")),
    })?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    if !output.status.success() {
        return Err(Error::Slurm(match text(&output.stderr) {
            said if said.is_empty() => {
                format!("{program} failed without a word ({})", output.status)
            }
            said if said.starts_with(&format!("{program}: ")) => said,
            said => format!("{program}: {said}"),
        }));
    }
    Ok(text(&output.stdout))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_slurm() {
        use SlurmState::*;
        for (word, reason, state, over) in [
            ("PENDING", "Resources", Pending("Resources".into()), false),
            ("PENDING", "None", Pending("".into()), false),
            ("REQUEUED", "BeginTime", Pending("BeginTime".into()), false),
            ("RUNNING", "None", Running, false),
            ("COMPLETING", "None", Running, false),
            ("COMPLETED", "None", Completed, true),
            ("COMPLETED+", "", Completed, true),
            ("CANCELLED", "None", Cancelled, true),
            ("CANCELLED by 1000", "", Cancelled, true),
            ("TIMEOUT", "TimeLimit", Timeout, true),
            (
                "FAILED",
                "NonZeroExitCode",
                Failed("FAILED: NonZeroExitCode".into()),
                true,
            ),
            ("OUT_OF_MEMORY", "", Failed("OUT_OF_MEMORY".into()), true),
            ("NODE_FAIL", "None", Failed("NODE_FAIL".into()), true),
            ("SOMETHING", "new", Unknown("SOMETHING".into()), false),
        ] {
            let parsed = SlurmState::parse(word, reason);
            assert_eq!(parsed, state, "{word}|{reason}");
            assert_eq!(parsed.is_over(), over, "{word}");
        }
        let waiting = SlurmState::Pending("Priority".into());
        assert_eq!(waiting.to_string(), "pending (Priority)");
        assert_eq!(Running.to_string(), "running");
    }

    #[test]
    fn what_programs_answer() {
        assert_eq!(
            output("sh", ["-c", "echo ' 12 '; echo more >&2"]).unwrap(),
            "12"
        );
        let missing = output("no-such-slurm", [""; 0]).unwrap_err().to_string();
        assert!(
            missing.starts_with("slurm: no-such-slurm was not found: run this on"),
            "{missing}"
        );
        let refused = |script: &str| output("sh", ["-c", script]).unwrap_err().to_string();
        assert_eq!(refused("echo no >&2; exit 1"), "slurm: sh: no");
        assert_eq!(
            refused("echo 'sh: error: no' >&2; exit 1"),
            "slurm: sh: error: no"
        );
        assert!(refused("exit 7").contains("sh failed without a word (exit status: 7)"));
    }

    #[test]
    fn what_sbatch_answers() {
        assert_eq!(number("12").unwrap(), "12");
        assert_eq!(number("12;cluster").unwrap(), "12");
        assert_eq!(number("Welcome to 9\n12").unwrap(), "12");
        for wrong in ["", "Submitted batch job 12", "12\nthanks", ";12"] {
            assert!(
                number(wrong)
                    .unwrap_err()
                    .to_string()
                    .contains("not a job's number")
            );
        }
    }
}
