//! The session of a notebook: what happens when its kernel loads this library, and how the notebook is run.

use std::panic::{Location, PanicHookInfo};
use std::path::Path;

/// Whether the environment variable `TUTORIAL_QUICK` asks the notebooks to do little of everything, for a test.
pub fn quick() -> bool {
    std::env::var_os("TUTORIAL_QUICK").is_some_and(|v| v != "0" && !v.is_empty())
}

/// Puts a panic into words: what happened, in which line and what to do, without the backtrace through the
/// kernel that evcxr asks for.
fn readable_panic(info: &PanicHookInfo<'_>) {
    let message = info.payload_as_str().unwrap_or("no message");
    // The second panic of a cell: it may not unwind into the kernel.
    if message.contains("cannot unwind") {
        eprintln!(
            "The kernel has lost its variables: run the notebook again from its top. Trainings in the background go on. With `?` \
             in place of `unwrap()`, and `get(i)` in place of `[i]`, a cell fails without that."
        );
        return;
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

extern "C" fn on_load() {
    std::panic::set_hook(Box::new(readable_panic));
    if let Err(error) = density::interrupt::listen() {
        eprintln!("an interrupt will end the kernel's process, with all variables: {error}");
    }
    // Set by kernel.py where it chose another working folder.
    if let Some(folder) = std::env::var_os("HELPERS_STARTED_IN") {
        println!(
            "The kernel was started in {}; it works in the tutorial's notebooks/, where the relative paths of the cells lead.",
            folder.display()
        );
    }
}

/// Run by the dynamic linker when the first cell loads this library.
#[used]
#[cfg_attr(target_os = "linux", unsafe(link_section = ".init_array"))]
#[cfg_attr(target_os = "macos", unsafe(link_section = "__DATA,__mod_init_func"))]
static ON_LOAD: extern "C" fn() = on_load;

/// What a `for` and an `if` without a value leave below a cell: nothing, in place of `()`.
pub trait ShowNothing {
    /// The evcxr kernel calls it on a cell's last expression.
    fn evcxr_display(&self) {}
}

impl ShowNothing for () {}
