//! Lock files: which process works on a run or a queue. A lock ends with its process, however that ends.

use density::error::{Error, Result};
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often, and how long apart, a lock is tried: somebody may just be looking whether it is free.
const TRIES: usize = 20;
const BETWEEN: Duration = Duration::from_millis(50);

/// The lock file of a queue's process.
pub fn queue_lock(queue: &Path) -> PathBuf {
    queue.with_extension("lock")
}

/// Holds the lock of `path` until the result is dropped.
///
/// # Errors
/// When another process holds it.
pub fn hold(path: &Path) -> Result<File> {
    let file = File::create(path).map_err(Error::io(path))?;
    for _ in 0..TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(BETWEEN),
            Err(TryLockError::Error(e)) => return Err(Error::io(path)(e)),
        }
    }
    Err(Error::Training(format!(
        "{}: another process is at work on it; follow it, or stop it first",
        path.display()
    )))
}

/// Whether no process holds the lock of `path`.
pub fn is_free(path: &Path) -> bool {
    match File::open(path) {
        Ok(file) => file.try_lock_shared().is_ok(),
        Err(_) => true,
    }
}
