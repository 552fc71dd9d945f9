//! Buffers that a thread keeps from task to task.

use std::cell::RefCell;
use std::ops::{Deref, DerefMut};

thread_local! {
    static FREE: RefCell<Vec<Vec<Line>>> = const { RefCell::new(Vec::new()) };
}

/// A line of the cache: vectors that start on one are loaded in half the time of those that lie across two.
#[repr(C, align(64))]
#[derive(Clone, Copy, Debug)]
struct Line([f32; 16]);

/// A buffer that starts on a line of the cache and goes back to the thread when it is dropped.
#[derive(Debug)]
pub(crate) struct Scratch {
    buffer: Vec<Line>,
    len: usize,
}

impl Scratch {
    /// `len` elements with whatever the last user left in them.
    pub fn new(len: usize) -> Scratch {
        let mut buffer = FREE.with_borrow_mut(Vec::pop).unwrap_or_default();
        let lines = len.div_ceil(16);
        if buffer.len() < lines {
            buffer.resize(lines, Line([0.0; 16]));
        }
        Scratch { buffer, len }
    }
}

impl Deref for Scratch {
    type Target = [f32];
    fn deref(&self) -> &[f32] {
        // SAFETY: the lines hold `len` numbers or more, one after the other, and are borrowed as `self` is.
        unsafe { std::slice::from_raw_parts(self.buffer.as_ptr().cast(), self.len) }
    }
}

impl DerefMut for Scratch {
    fn deref_mut(&mut self) -> &mut [f32] {
        // SAFETY: as above.
        unsafe { std::slice::from_raw_parts_mut(self.buffer.as_mut_ptr().cast(), self.len) }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let buffer = std::mem::take(&mut self.buffer);
        // A thread that ends has no list any more.
        let _ = FREE.try_with(|free| free.borrow_mut().push(buffer));
    }
}
