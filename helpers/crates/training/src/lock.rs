//! Lock files: which process works on a run or a queue. A lock ends with its process, however that ends.

use density::error::{Error, Result};
use std::fs::{File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often, and how long apart, a lock is tried: somebody may just be looking whether it is free.
const TRIES: usize = 20;
const BETWEEN: Duration = Duration::from_millis(50);

/// The lock file of a queue's process.
pub fn queue_lock(queue: &Path) -> PathBuf {
    queue.with_extension("lock")
}

/// Holds the lock of `path` until the result is dropped. On a file system without locks nothing is held, and one process must not begin
/// beside another.
///
/// # Errors
/// When another process holds it.
pub fn hold(path: &Path) -> Result<File> {
    let file = File::create(path).map_err(Error::io(path))?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN),
            // Some network file systems have none; a run there is as good as its only process.
            Err(TryLockError::Error(_)) => return Ok(file),
        }
    }
    Err(Error::Training(format!(
        "{}: another process is at work on it; follow it, or stop it first",
        path.display()
    )))
}

/// What is known of a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// No process holds it.
    Free,
    /// A process does.
    Held,
    /// The file system has no locks.
    Unknown,
}

/// Whether a process holds the lock of `path`.
pub fn state(path: &Path) -> Lock {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == ErrorKind::NotFound => return Lock::Free,
        Err(_) => return Lock::Unknown,
    };
    match file.try_lock_shared() {
        Ok(()) => Lock::Free,
        Err(TryLockError::WouldBlock) => Lock::Held,
        Err(TryLockError::Error(_)) => Lock::Unknown,
    }
}

/// Whether no process holds the lock of `path`, for certain.
pub fn is_free(path: &Path) -> bool {
    state(path) == Lock::Free
}
