//! Interrupts of a cell: long work hears SIGINT and ends by an error, so that the process lives on with its variables.

use crate::error::{Error, Result};
use signal_hook::consts::SIGINT;
use signal_hook::low_level::{emulate_default_handler, register};
use std::fs::File;
use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::os::fd::FromRawFd;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::time::{Duration, Instant};

/// An interrupt came that no work has heeded yet.
static ASKED: AtomicBool = AtomicBool::new(false);
/// When, in milliseconds after `START`.
static ASKED_AT: AtomicU64 = AtomicU64::new(0);
/// How many works are at hand, one within the other or side by side.
static AT_HAND: AtomicUsize = AtomicUsize::new(0);
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

const LAST_WORDS: &[u8] = b"The cell did not hear the interrupt, so its process was ended. The kernel has lost its variables: run \
the notebook again from its top. Trainings in the background go on.\n";

/// Milliseconds for which an interrupt that came between two works holds for the next one.
const HOLDS: u64 = 2000;

/// Makes SIGINT end [`Interruptible`] work in place of this process: the work at hand, or that which begins within the
/// next two seconds. A second signal while there is none ends the process.
///
/// # Errors
/// When the system refuses the handler.
pub fn listen() -> io::Result<()> {
    // Not for the first time within the handler.
    LazyLock::force(&START);
    // SAFETY: `hear` touches atomics, reads the clock, writes to a file without a buffer, sleeps, and calls what is made for
    // handlers of signals.
    unsafe { register(SIGINT, hear) }?;
    Ok(())
}

fn hear() {
    ASKED_AT.store(now(), SeqCst);
    if ASKED.swap(true, SeqCst) && AT_HAND.load(SeqCst) == 0 {
        // SAFETY: standard error stays open, for it is not closed here.
        let mut errors = ManuallyDrop::new(unsafe { File::from_raw_fd(2) });
        let _ = errors.write_all(LAST_WORDS);
        // For the kernel, to read them.
        std::thread::sleep(Duration::from_millis(20));
        // It does not fail for this signal, and nothing could be done about it.
        let _ = emulate_default_handler(SIGINT);
    }
}

fn now() -> u64 {
    START.elapsed().as_millis() as u64
}

/// Work that an interrupt ends, while this value lives. Without [`listen`] nothing interrupts it.
#[derive(Debug)]
#[must_use = "the work is interruptible for as long as this value lives"]
pub struct Interruptible(());

impl Interruptible {
    /// Begins such work.
    pub fn begin() -> Interruptible {
        let outermost = AT_HAND.fetch_add(1, SeqCst) == 0;
        if outermost && ASKED.load(SeqCst) && now() - ASKED_AT.load(SeqCst) > HOLDS {
            ASKED.store(false, SeqCst);
        }
        Interruptible(())
    }

    /// Whether an interrupt has come.
    pub fn is_interrupted(&self) -> bool {
        ASKED.load(SeqCst)
    }

    /// Ends the work once an interrupt has come; to be called between its steps.
    ///
    /// # Errors
    /// [`Error::Interrupted`] with what `said` tells of the work done and what to do next.
    pub fn check(&self, said: impl FnOnce() -> String) -> Result<()> {
        if self.is_interrupted() {
            return Err(Error::Interrupted(said()));
        }
        Ok(())
    }
}

impl Drop for Interruptible {
    fn drop(&mut self) {
        if AT_HAND.fetch_sub(1, SeqCst) == 1 {
            ASKED.store(false, SeqCst);
        }
    }
}
