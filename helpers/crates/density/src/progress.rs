//! Progress as whole lines, which is what a notebook can show while a cell runs.

use crate::error::Result;
use crate::interrupt::Interruptible;
use std::time::{Duration, Instant};

/// Time between two lines.
const INTERVAL: Duration = Duration::from_secs(5);

/// Counts work, says now and then how fast it goes and how long it will take, and ends it at an interrupt.
#[derive(Debug)]
pub struct Progress {
    what: String,
    unit: &'static str,
    total: usize,
    done: usize,
    started: Instant,
    last_line: Instant,
    work: Interruptible,
}

impl Progress {
    /// `total` units of work under the name `what`, counted in `unit` (`images`).
    pub fn new(what: impl Into<String>, unit: &'static str, total: usize) -> Progress {
        let now = Instant::now();
        Progress {
            what: what.into(),
            unit,
            total,
            done: 0,
            started: now,
            last_line: now,
            work: Interruptible::begin(),
        }
    }

    /// Counts `units` as done and prints a line when the last one is 5 seconds old.
    ///
    /// # Errors
    /// [`Error::Interrupted`](crate::Error::Interrupted), with that line.
    pub fn advance(&mut self, units: usize) -> Result<()> {
        self.done += units;
        if self.last_line.elapsed() >= INTERVAL {
            self.last_line = Instant::now();
            println!("{}", self.line());
        }
        self.work
            .check(|| format!("{}; what is not saved is lost", self.line()))
    }

    /// What, how much, how fast, how long yet.
    pub fn line(&self) -> String {
        let seconds = self.started.elapsed().as_secs_f64();
        let rate = self.done as f64 / seconds.max(1e-9);
        let left = self.total.saturating_sub(self.done) as f64 / rate.max(1e-9);
        format!(
            "{}: {} of {} {}, {rate:.1} {}/s, {} left",
            self.what,
            self.done,
            self.total,
            self.unit,
            self.unit,
            duration(left)
        )
    }
}

/// Seconds as a reader says them: `45 s`, `3 min 20 s`, `2 h 5 min`.
pub fn duration(seconds: f64) -> String {
    if !seconds.is_finite() || seconds > 1e7 {
        return "unknown time".into();
    }
    let s = seconds.round() as u64;
    match (s / 3600, s / 60 % 60, s % 60) {
        (0, 0, s) => format!("{s} s"),
        (0, m, s) => format!("{m} min {s} s"),
        (h, m, _) => format!("{h} h {m} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(duration(45.2), "45 s");
        assert_eq!(duration(200.0), "3 min 20 s");
        assert_eq!(duration(7500.0), "2 h 5 min");
        assert_eq!(duration(f64::INFINITY), "unknown time");
    }
}
