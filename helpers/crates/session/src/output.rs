//! Standard output behind standard error.
//!
//! The kernel (evcxr 0.22) reads both from this process, each in a thread of its own, and ends a cell at a line of standard
//! output. An error that was printed just before may not have been read by then: one in twenty never appeared below its
//! cell, and one in five after work on all cores. So what goes to standard output passes through a thread here that waits
//! until standard error is read.

use rustix::fd::OwnedFd;
use rustix::io::ioctl_fionread;
use rustix::stdio::{dup2_stdout, stderr, stdout};
use std::fs::File;
use std::io::{self, PipeReader, Read, Write};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread::{Builder, sleep};
use std::time::{Duration, Instant};

/// What the kernel prints behind a cell.
const END_OF_CELL: &[u8] = b"EVCXR_EXECUTION_COMPLETE";
/// For the kernel, between reading an error and handing it on.
const ON_ITS_WAY: Duration = Duration::from_millis(3);
/// A kernel that does not read for so long does not matter any more.
const PATIENCE: Duration = Duration::from_millis(500);
const LOOK: Duration = Duration::from_micros(200);

/// The pipe that stands for standard output.
static PIPE: OnceLock<PipeReader> = OnceLock::new();
/// Held while bytes of the pipe are passed on.
static PASSING: Mutex<()> = Mutex::new(());

/// Puts the thread between this process and its standard output.
pub(crate) fn keep_in_order() -> io::Result<()> {
    let kernel = File::from(rustix::io::fcntl_dupfd_cloexec(stdout(), 3)?);
    let (reader, writer) = io::pipe()?;
    let _ = PIPE.set(reader.try_clone()?);
    Builder::new()
        .name("output".into())
        .spawn(move || pass_on(reader, kernel))?;
    dup2_stdout(OwnedFd::from(writer))?;
    Ok(())
}

fn pass_on(mut pipe: PipeReader, mut kernel: File) {
    let mut buffer = vec![0; 1 << 16];
    loop {
        // Waits without taking anything, so that `flush` sees what is not passed on yet.
        let _ = rustix::event::poll(
            &mut [rustix::event::PollFd::new(
                &pipe,
                rustix::event::PollFlags::IN,
            )],
            None,
        );
        let passing = PASSING.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = match pipe.read(&mut buffer) {
            Ok(n @ 1..) => &buffer[..n],
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            _ => return,
        };
        wait_until_read(stderr());
        if bytes.windows(END_OF_CELL.len()).any(|w| w == END_OF_CELL) {
            sleep(ON_ITS_WAY);
        }
        if kernel.write_all(bytes).is_err() {
            return;
        }
        drop(passing);
    }
}

/// Waits until all that was printed so far is with the kernel.
pub(crate) fn flush() {
    if let Some(pipe) = PIPE.get() {
        let _ = io::stdout().flush();
        wait_until_read(pipe);
        drop(PASSING.lock());
    }
    wait_until_read(stderr());
    sleep(ON_ITS_WAY);
}

fn wait_until_read(pipe: impl rustix::fd::AsFd) {
    let started = Instant::now();
    while ioctl_fionread(&pipe).is_ok_and(|bytes| bytes > 0) && started.elapsed() < PATIENCE {
        sleep(LOOK);
    }
}
