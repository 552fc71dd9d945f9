//! Interrupts of a cell: long work hears SIGINT and ends by an error, so that the process lives on with its variables.

use crate::error::{Error, Result};
use signal_hook::consts::SIGINT;
use signal_hook::flag::{register, register_conditional_default};
use std::io;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

/// What a signal may touch.
struct State {
    /// An interrupt came during the work at hand.
    asked: Arc<AtomicBool>,
    /// Nothing would end at an interrupt, or it has been asked to and has not: the next one ends the process.
    deaf: Arc<AtomicBool>,
    /// How many works are at hand, one within the other or side by side.
    at_hand: AtomicUsize,
}

static STATE: LazyLock<State> = LazyLock::new(|| State {
    asked: Arc::default(),
    deaf: Arc::new(AtomicBool::new(true)),
    at_hand: AtomicUsize::new(0),
});

/// Makes SIGINT end [`Interruptible`] work in place of this process. While there is none, and at a second SIGINT
/// that comes before the first was heeded, the process ends as it always did.
///
/// # Errors
/// When the system refuses the handler.
pub fn listen() -> io::Result<()> {
    // In this order: the first signal passes the first line, and sees to it that a second one does not.
    register_conditional_default(SIGINT, STATE.deaf.clone())?;
    register(SIGINT, STATE.asked.clone())?;
    register(SIGINT, STATE.deaf.clone())?;
    Ok(())
}

/// Work that an interrupt ends, while this value lives. Without [`listen`] nothing interrupts it.
#[derive(Debug)]
#[must_use = "the work is interruptible for as long as this value lives"]
pub struct Interruptible(());

impl Interruptible {
    /// Begins such work.
    pub fn begin() -> Interruptible {
        if STATE.at_hand.fetch_add(1, Ordering::SeqCst) == 0 {
            STATE.asked.store(false, Ordering::SeqCst);
            STATE.deaf.store(false, Ordering::SeqCst);
        }
        Interruptible(())
    }

    /// Whether an interrupt has come.
    pub fn is_interrupted(&self) -> bool {
        STATE.asked.load(Ordering::Relaxed)
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
        if STATE.at_hand.fetch_sub(1, Ordering::SeqCst) == 1 {
            STATE.deaf.store(true, Ordering::SeqCst);
        }
    }
}
