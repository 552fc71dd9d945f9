//! Starts the worker, the program `trainer`, in a process session of its own.

use density::error::{Error, Result};
use std::fs::OpenOptions;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use training::{Launch, RunConfig};

/// Tells the worker that a queue started it, so that it trains only what still waits.
pub(crate) const QUEUED: &str = "TRAINER_QUEUED";

/// Open MPI refuses root, who is a container's only user, and more processes than cores; and it would bind each process
/// to one core, whatever its threads.
const OPEN_MPI: [(&str, &str); 5] = [
    ("OMPI_ALLOW_RUN_AS_ROOT", "1"),
    ("OMPI_ALLOW_RUN_AS_ROOT_CONFIRM", "1"),
    ("OMPI_MCA_rmaps_base_oversubscribe", "1"),
    ("PRTE_MCA_rmaps_default_mapping_policy", ":oversubscribe"),
    ("OMPI_MCA_hwloc_base_binding_policy", "none"),
];

/// Names the worker's program in place of the one that was built with `helpers`.
const VARIABLE: &str = "TRAINER";

/// Set by a notebook's kernel: why the build for GPUs cannot be used here.
const PROBLEM: &str = "HELPERS_GPU_PROBLEM";

/// The driver's library.
const DRIVER: &str = "libcuda.so.1";

/// The worker's name, and the folder of a target folder where `make cuda` puts the one for GPUs.
const PROGRAM: &str = "trainer";
const FOR_GPUS: &str = "cuda/release";

/// Set by a notebook's kernel: cargo's target folder, in which `helpers` and the worker were built.
const TARGET: &str = "HELPERS_TARGET_DIR";

/// The worker's program for a run: named by the variable `TRAINER`, or the one in cargo's target folder. Processes that
/// train together by MPI are a program of their own, which `make mpi` builds.
pub(crate) fn worker(config: &RunConfig) -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(VARIABLE).filter(|v| !v.is_empty()) {
        let path = PathBuf::from(path);
        return if path.is_file() {
            Ok(path)
        } else {
            Err(Error::parameter(
                VARIABLE,
                path.display(),
                "is no file; unset the variable, or set it to the program `trainer`",
            ))
        };
    }
    let together = match &config.launch {
        Launch::Process => false,
        Launch::Mpirun { processes, .. } => *processes > 1,
        Launch::Slurm(slurm) => slurm.nodes * slurm.tasks_per_node > 1,
    };
    let (folders, command): (&[&str], _) = match (config.gpus.is_empty(), together) {
        (false, _) => (&[FOR_GPUS], "make cuda"),
        (true, true) => (&["mpi"], "make mpi"),
        (true, false) => (&["release", FOR_GPUS], "make setup"),
    };
    if let Some(found) = find(folders) {
        return Ok(found);
    }
    let first = target_folders().next();
    let missing = first.map_or(String::new(), |target| {
        format!(
            " ({} is missing)",
            target.join(folders[0]).join(PROGRAM).display()
        )
    });
    Err(Error::Training(format!(
        "the program that trains is not built{missing}; run `{command}` in the tutorial's folder, or set the variable \
         {VARIABLE} to a `trainer`",
    )))
}

/// The worker in one of these folders of a target folder, the first that is there.
fn find(folders: &[&str]) -> Option<PathBuf> {
    let places = target_folders().flat_map(|target| {
        let place = |folder| target.join(folder).join(PROGRAM);
        folders.iter().map(place).collect::<Vec<_>>()
    });
    places
        .filter_map(|place| std::path::absolute(place).ok())
        .find(|place| place.is_file())
}

/// Where cargo may have put the worker: the folder that the kernel names, and those around the program that runs, which
/// are `<target>/release/<program>`, `<target>/release/deps/<test>` or `<target>/release/examples/<example>`; the same
/// where `<target>` is the folder of the build for GPUs in another one.
fn target_folders() -> impl Iterator<Item = PathBuf> {
    let named = std::env::var_os(TARGET).filter(|v| !v.is_empty());
    let program = std::env::current_exe().unwrap_or_default();
    let around: Vec<PathBuf> = program
        .ancestors()
        .skip(2)
        .take(2)
        .map(Path::to_owned)
        .collect();
    let outer = |target: PathBuf| match target.file_name() {
        Some(name) if name == "cuda" => target.parent().map(Path::to_owned).unwrap_or(target),
        _ => target,
    };
    named
        .map(PathBuf::from)
        .into_iter()
        .chain(around)
        .map(outer)
}

/// `trainer` with these arguments in a session of its own, so that neither an interrupt of the cell nor the end of the
/// kernel reaches it. What it says goes to the end of the file `log`.
pub(crate) fn spawn(program: &Path, arguments: &[&Path], log: &Path) -> Result<Child> {
    let mut command = Command::new(program);
    command.args(arguments);
    detached(command, log)
}

/// The processes of a run on this machine, and those of other machines that `mpirun` is told of.
pub(crate) fn spawn_run(
    config: &RunConfig,
    folder: &Path,
    log: &Path,
    queued: bool,
) -> Result<Child> {
    let program = worker(config)?;
    let mut command = match &config.launch {
        Launch::Mpirun { processes } => {
            let mut command = Command::new("mpirun");
            command.args(["-n", &processes.to_string()]);
            for (name, value) in OPEN_MPI {
                if std::env::var_os(name).is_none() {
                    command.env(name, value);
                }
            }
            command.arg(program);
            command
        }
        _ => Command::new(program),
    };
    command.arg(folder);
    if queued {
        command.env(QUEUED, "1");
    }
    if let Some(threads) = threads(config) {
        command.env("RAYON_NUM_THREADS", threads.to_string());
    }
    detached(command, log)
}

fn detached(mut command: Command, log: &Path) -> Result<Child> {
    let log = OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
        .map_err(Error::io(log))?;
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log);
    // SAFETY: between fork and exec nothing but one call of the system, which allocates nothing.
    unsafe {
        command.pre_exec(|| Ok(rustix::process::setsid().map(|_| ())?));
    }
    let program = PathBuf::from(command.get_program());
    command.spawn().map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => Error::Training(format!(
            "{} was not found: install it, or launch the run without it",
            program.display()
        )),
        _ => Error::io(&program)(e),
    })
}

/// Lets the process go on by itself; a thread waits for its end, so that none stays behind as a zombie.
pub(crate) fn detach(mut child: Child) {
    std::thread::spawn(move || child.wait());
}

/// The numbers of the NVIDIA GPUs that a training on this machine can compute on; none where there is no worker for GPUs or no
/// driver. A GPU that stays unused is told, with the reason.
pub(crate) fn gpus() -> Result<Vec<usize>> {
    let named = std::env::var_os(VARIABLE).filter(|v| !v.is_empty());
    let named = named.map(PathBuf::from);
    let unusable = std::env::var_os(PROBLEM).is_some_and(|v| !v.is_empty());
    let Some(program) = named.or_else(|| find(&[FOR_GPUS]).filter(|_| !unusable)) else {
        if let Some(line) = density::device::unused_gpu() {
            println!("{line}");
        }
        return Ok(Vec::new());
    };
    gpus_of(&program)
}

/// The GPUs that a worker says it can compute on.
fn gpus_of(program: &Path) -> Result<Vec<usize>> {
    let said = Command::new(program)
        .arg("--gpus")
        .stdin(Stdio::null())
        .output()
        .map_err(Error::io(program))?;
    let reason = String::from_utf8_lossy(&said.stderr).trim().to_string();
    let numbers = String::from_utf8_lossy(&said.stdout);
    let numbers = numbers.split_whitespace().map(str::parse);
    match numbers.collect::<std::result::Result<Vec<usize>, _>>() {
        Ok(gpus) if said.status.success() => Ok(gpus),
        // The loader misses the driver's library: there is no GPU.
        _ if reason.contains(DRIVER) => Ok(Vec::new()),
        _ => Err(Error::Training(format!(
            "{} cannot tell which GPUs there are: {}; `.gpus([])` trains on the CPU",
            program.display(),
            match reason.as_str() {
                "" => said.status.to_string(),
                reason => reason.into(),
            }
        ))),
    }
}

/// Threads of each process; `None` for one a core.
fn threads(config: &RunConfig) -> Option<usize> {
    match config.launch {
        // Ranks share the cores.
        Launch::Mpirun { processes, .. } => {
            let cores = std::thread::available_parallelism().map_or(1, usize::from);
            Some(config.threads.unwrap_or((cores / processes.max(1)).max(1)))
        }
        _ => config.threads,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn what_a_worker_says_of_gpus_is_believed_and_what_it_complains_of_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let said = |script: &str| {
            let program = folder.path().join("trainer");
            std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
            let mode = std::fs::Permissions::from_mode(0o755);
            std::fs::set_permissions(&program, mode).unwrap();
            gpus_of(&program)
        };
        assert_eq!(said("echo 0 2").unwrap(), [0, 2]);
        assert_eq!(said("echo").unwrap(), Vec::<usize>::new());
        // As the loader speaks where there is no driver.
        let missing =
            "echo 'error while loading shared libraries: libcuda.so.1: cannot open' >&2; exit 127";
        assert_eq!(said(missing).unwrap(), Vec::<usize>::new());
        let missing = missing.replace("libcuda.so.1", "libcudnn.so.9");
        let refused = said(&missing).unwrap_err().to_string();
        assert!(
            refused.contains("libcudnn.so.9") && refused.contains(".gpus([])"),
            "{refused}"
        );
        assert!(
            said("kill -9 $$")
                .unwrap_err()
                .to_string()
                .contains("signal")
        );
    }
}
