//! A panic in words.

use crate::output;
use std::panic::{Location, PanicHookInfo};
use std::path::Path;

/// Says what happened, in which line and what to do, without the backtrace through the kernel that evcxr asks for.
pub(crate) fn tell(info: &PanicHookInfo<'_>) {
    // The process may end right after.
    output::flush();
    let payload = info.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let text = text.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let message = text.unwrap_or("no message");
    // The second panic of a cell: it may not unwind into the kernel.
    if message.contains("cannot unwind") {
        eprintln!(
            "The kernel has lost its variables: run the notebook again from its top. Trainings in the background go on. \
             With `?` in place of `unwrap()`, and `get(i)` in place of `[i]`, a cell fails without that."
        );
        output::flush();
        // What the library would do next, less its last words.
        std::process::abort();
    }
    eprintln!("panic: {message}");
    if let Some(place) = info.location() {
        match line_of_cell(place) {
            Some(line) => eprintln!("in the line: {line}"),
            None => eprintln!("in {}, line {}", place.file(), place.line()),
        }
    }
}

/// The line of a cell at that place; `None` for one in a library. The kernel compiles a cell as `src/lib.rs` of its own
/// folder.
fn line_of_cell(place: &Location<'_>) -> Option<String> {
    if Path::new(place.file()) != Path::new("src/lib.rs") {
        return None;
    }
    let folder = std::env::var_os("EVCXR_TMPDIR")?;
    let source = std::fs::read_to_string(Path::new(&folder).join(place.file())).ok()?;
    let line = source.lines().nth(place.line() as usize - 1)?;
    Some(line.trim().to_owned())
}
