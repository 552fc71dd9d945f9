//! `helpers` as a notebook sees it.
//!
//! For the compiler `helpers` is the release build that `build.rs` finds; for rust-analyzer, which
//! tells the kernel the type of each `let`, it is the source under `analysis/helpers`.

pub extern crate helpers;
pub use helpers::*;

/// Puts a panic into words: what happened and what to do, without the backtrace through the
/// kernel that evcxr asks for.
fn readable_panic(info: &std::panic::PanicHookInfo<'_>) {
    let message = info.payload_as_str().unwrap_or("no message");
    // The second panic of a cell: it may not unwind into the kernel.
    if message.contains("cannot unwind") {
        eprintln!("The kernel has lost its variables: run the notebook again from its top.");
    } else {
        eprintln!("panic: {message}");
    }
}

extern "C" fn on_load() {
    std::panic::set_hook(Box::new(readable_panic));
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
