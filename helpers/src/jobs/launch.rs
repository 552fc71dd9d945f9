//! Starts the worker, the program `trainer`, in a process session of its own.

use crate::error::{Error, Result};
use crate::train::{Launch, RunConfig};
use std::fs::OpenOptions;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

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

/// Names the worker's program, where it is not beside `helpers`.
const VARIABLE: &str = "TRAINER";

/// The worker's program for a run: named by the variable `TRAINER`, or where `cargo build --release` puts it; built there
/// when it is missing. Processes that train together by MPI are one that `make mpi` builds.
pub(crate) fn worker(config: &RunConfig) -> Result<PathBuf> {
    let together = match &config.launch {
        Launch::Process => false,
        Launch::Mpirun { processes, .. } => *processes > 1,
        Launch::Slurm(slurm) => slurm.nodes * slurm.tasks_per_node > 1,
    };
    if let Some(path) = std::env::var_os(VARIABLE).filter(|v| !v.is_empty()) {
        let path = PathBuf::from(path);
        return match path.is_file() {
            true => Ok(path),
            false => Err(Error::parameter(
                VARIABLE,
                path.display(),
                "is no file; unset the variable, or set it to the program `trainer`",
            )),
        };
    }
    // Where these sources lie, and programs beside the one that runs: the tests'.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    if together && config.gpus.is_empty() {
        let program = workspace.join("target/mpi/trainer");
        return match program.is_file() {
            true => std::path::absolute(&program).map_err(Error::io(&program)),
            false => Err(Error::Training(
                "the program that trains with MPI is not built; run `make mpi` in the repository, or set the variable \
                 TRAINER to a `trainer` with the feature mpi"
                    .into(),
            )),
        };
    }
    let beside = std::env::current_exe().ok();
    let beside = beside.and_then(|exe| Some(exe.ancestors().nth(2)?.join("trainer")));
    let built = workspace.join("target/release/trainer");
    if let Some(found) = [beside, Some(built.clone())]
        .into_iter()
        .flatten()
        .find(|p| p.is_file())
    {
        return std::path::absolute(&found).map_err(Error::io(&found));
    }
    println!("building the program that trains in the background (a minute, once)");
    let status = Command::new("cargo")
        .args(["build", "--release", "--quiet", "-p", "trainer"])
        .current_dir(&workspace)
        .stdin(Stdio::null())
        .status()
        .map_err(Error::io("cargo"))?;
    match status.success() && built.is_file() {
        true => std::path::absolute(&built).map_err(Error::io(&built)),
        false => Err(Error::Training(
            "the program `trainer` could not be built; run `make setup` in the repository, or `cargo build --release \
             -p trainer` to see why"
                .into(),
        )),
    }
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
        Launch::Mpirun { processes, options } => {
            let mut command = Command::new("mpirun");
            command.args(["-n", &processes.to_string()]).args(options);
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
pub(crate) fn let_go(mut child: Child) {
    std::thread::spawn(move || child.wait());
}

/// NVIDIA GPUs that the worker can compute on.
pub(crate) fn gpu_count(config: &RunConfig) -> Result<usize> {
    let program = worker(config)?;
    let said = Command::new(&program)
        .arg("--gpus")
        .stdin(Stdio::null())
        .output()
        .map_err(Error::io(&program))?;
    Ok(String::from_utf8_lossy(&said.stdout)
        .trim()
        .parse()
        .unwrap_or(0))
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
