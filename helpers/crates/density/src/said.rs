//! Lines that are worth saying once.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// Prints a line, unless this process has printed it already.
pub(crate) fn say_once(line: &str) {
    say_once_for(line, line);
}

/// Prints a line, unless this process has printed one for the same `topic`.
pub(crate) fn say_once_for(topic: &str, line: &str) {
    static SAID: Mutex<Option<HashSet<String>>> = Mutex::new(None);
    let mut said = SAID.lock().unwrap_or_else(PoisonError::into_inner);
    if said.get_or_insert_default().insert(topic.to_string()) {
        println!("{line}");
    }
}
