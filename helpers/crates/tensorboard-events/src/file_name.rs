//! Names that TensorBoard knows as event files and reads in the order of their writing.

use std::path::Path;
use std::{fs, io, process};

const PREFIX: &str = "events.out.tfevents.";

/// The time in the name of a file that is read after all those in `folder`, for one written at `now`.
///
/// TensorBoard reads the files of a folder in the order of their names, and what a later process has to say of an
/// earlier one counts only if it is read after it. Within one second, or when the clock was set back, the time alone
/// would not give that order.
pub(crate) fn time_after_others(folder: &Path, now: u64) -> io::Result<u64> {
    let mut time = now;
    for entry in fs::read_dir(folder)? {
        if let Some(other) = time_in(&entry?.file_name().to_string_lossy()) {
            time = time.max(other + 1);
        }
    }
    Ok(time)
}

/// Names compare as their times do: those have ten digits, until the year 2286.
pub(crate) fn file_name(time: u64) -> String {
    let host = hostname::get().unwrap_or_default();
    let host: String = host
        .to_string_lossy()
        .chars()
        .map(|letter| match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' => letter,
            _ => '_',
        })
        .collect();
    let host = if host.is_empty() { "localhost" } else { &host };
    format!("{PREFIX}{time:010}.{host}.{}", process::id())
}

fn time_in(name: &str) -> Option<u64> {
    let (time, _) = name.strip_prefix(PREFIX)?.split_once('.')?;
    (time.len() == 10).then(|| time.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_after_all_others() {
        let folder = tempfile::tempdir().unwrap();
        let after = |now| time_after_others(folder.path(), now).unwrap();
        assert_eq!(after(1_700_000_000), 1_700_000_000);
        let other = format!("{PREFIX}1700000000.zoo.999999");
        fs::write(folder.path().join(&other), "").unwrap();
        // Neither the clock's digits nor this one's are a time.
        fs::write(folder.path().join(format!("{PREFIX}99999999999.zoo.1")), "").unwrap();
        fs::write(folder.path().join("1900000000.png"), "").unwrap();
        assert_eq!(after(1_600_000_000), 1_700_000_001);
        assert_eq!(after(1_700_000_000), 1_700_000_001);
        assert_eq!(after(1_800_000_000), 1_800_000_000);
        assert!(file_name(after(1_700_000_000)) > other);
    }

    #[test]
    fn a_name_has_time_host_and_process() {
        let name = file_name(1_700_000_000);
        let rest = name
            .strip_prefix("events.out.tfevents.1700000000.")
            .unwrap();
        let (host, pid) = rest.rsplit_once('.').unwrap();
        assert!(!host.is_empty() && !host.contains('/'), "{host}");
        assert_eq!(pid, process::id().to_string());
    }
}
