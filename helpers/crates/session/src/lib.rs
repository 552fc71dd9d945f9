//! The process that runs a notebook's cells: how it hears interrupts, words a panic and keeps the order of what it says.

mod output;
mod panic;

/// Prepares the process; to be called when the library is loaded.
pub fn prepare() {
    std::panic::set_hook(Box::new(panic::tell));
    if let Err(error) = output::keep_in_order() {
        eprintln!("errors may appear below the next cell: {error}");
    }
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

/// Whether the environment variable `TUTORIAL_QUICK` asks the notebooks to do little of everything, for a test.
pub fn quick() -> bool {
    std::env::var_os("TUTORIAL_QUICK").is_some_and(|v| v != "0" && !v.is_empty())
}
