//! Finds the libraries that `cargo build --release` made of the crates in `crates/` and their dependencies.
//!
//! Environment, set by kernel.py:
//! * `HELPERS_TARGET_DIR`: cargo's target folder of the workspace (default `../target`);
//! * `HELPERS_BUILD`: names the build of the libraries; a new value links that build. It stays the same
//!   while a kernel lives, so that libraries rebuilt meanwhile wait for the kernel's restart.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// The crates that `src/lib.rs` names; kernel.py knows them too.
const LIBRARIES: [&str; 8] = [
    "datasets", "density", "figures", "jobs", "phantom", "recipe", "session", "training",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=HELPERS_TARGET_DIR");
    println!("cargo::rerun-if-env-changed=HELPERS_BUILD");
    if let Err(problem) = find_libraries() {
        println!("cargo::error={problem}");
    }
}

fn find_libraries() -> Result<(), String> {
    let variable = |name: &str| env::var_os(name).map(PathBuf::from);
    let manifest = variable("CARGO_MANIFEST_DIR").ok_or("cargo sets no CARGO_MANIFEST_DIR")?;
    let out = variable("OUT_DIR").ok_or("cargo sets no OUT_DIR")?;
    let target = variable("HELPERS_TARGET_DIR").unwrap_or_else(|| manifest.join("../target"));
    let release = target.join("release");
    for name in LIBRARIES {
        let file = format!("lib{name}.rlib");
        let library = release.join(&file);
        if !library.is_file() {
            return Err(format!(
                "the library `{name}` is not built yet: run `make setup` in the tutorial's folder, then restart the kernel"
            ));
        }
        // The link keeps this build's file for the running kernel when cargo writes a new one.
        let linked = out.join(file);
        keep(&library, &linked).map_err(|e| format!("{}: {e}", linked.display()))?;
    }
    println!("cargo::rustc-link-search=all={}", out.display());
    let dependencies = release.join("deps");
    println!(
        "cargo::rustc-link-search=dependency={}",
        dependencies.display()
    );
    for folder in native_folders(&release.join("build")) {
        println!("cargo::rustc-link-search={folder}");
    }
    Ok(())
}

/// Puts the content of `from` at `to`, without a copy where the file system can.
fn keep(from: &Path, to: &Path) -> io::Result<()> {
    match fs::remove_file(to) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        _ => {}
    }
    fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
}

/// Where the dependencies' build scripts told the linker to look for C libraries (CUDA's, say).
fn native_folders(build: &Path) -> Vec<String> {
    let scripts = fs::read_dir(build).into_iter().flatten().flatten();
    let mut folders: Vec<String> = scripts.flat_map(|script| told(&script.path())).collect();
    folders.sort();
    folders.dedup();
    folders
}

/// What one build script told. Its own folder may have moved since, which cargo remembers beside it.
fn told(script: &Path) -> Vec<String> {
    let read = |name: &str| fs::read_to_string(script.join(name)).unwrap_or_default();
    let (output, before) = (read("output"), read("root-output"));
    let now = script.join("out").display().to_string();
    let lines = output.lines().filter_map(|line| {
        line.strip_prefix("cargo::")
            .or_else(|| line.strip_prefix("cargo:"))?
            .strip_prefix("rustc-link-search=")
    });
    lines
        .map(|line| match before.trim() {
            "" => line.to_owned(),
            before => line.replace(before, &now),
        })
        .collect()
}
