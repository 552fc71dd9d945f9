//! Jobs in a real Slurm, which `make test-slurm` starts.
#![allow(missing_docs)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use training::parallel::{SlurmConfig, SlurmJob, SlurmState};

fn variable(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: use make test-slurm"))
}

/// A prepared run in a folder whose name is no fun, and a worker beside it that notes who started it.
struct Run {
    _root: tempfile::TempDir,
    folder: PathBuf,
    worker: PathBuf,
}

impl Run {
    fn new(prepared: &str) -> Run {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("it's \"run\" #1 %j $HOME `x` é");
        copy(Path::new(&variable(prepared)), &folder);
        // The file's own name has no space: Slurm's proctrack/linuxproc loses processes with one.
        let worker = root.path().join("the trainer's \"place\"/program");
        std::fs::create_dir(worker.parent().unwrap()).unwrap();
        // After exec, signals reach the worker itself.
        let text = "#!/bin/bash\n\
            echo \"$SLURM_PROCID of $SLURM_NTASKS, $SLURM_LOCALID on $SLURMD_NODENAME, \
            $RAYON_NUM_THREADS threads, GPUs $CUDA_VISIBLE_DEVICES\" >> \"$1/ranks.txt\"\n\
            exec \"$TRAINER\" \"$@\"\n";
        std::fs::write(&worker, text).unwrap();
        executable(&worker);
        Run {
            _root: root,
            folder,
            worker,
        }
    }

    fn submit(&self, config: &SlurmConfig) -> SlurmJob {
        let script = config.write("it's #1", &self.folder, &self.worker).unwrap();
        SlurmJob::submit(script).unwrap()
    }

    fn read(&self, file: &str) -> String {
        std::fs::read_to_string(self.folder.join(file)).unwrap_or_default()
    }

    fn ranks(&self) -> Vec<String> {
        let mut lines: Vec<_> = self.read("ranks.txt").lines().map(String::from).collect();
        lines.sort();
        lines
    }

    /// Waits for `status.json` to hold word 0, 1 or 2 of STATUS_WORDS: running, stopped, finished.
    fn wait_for_status(&self, job: &SlurmJob, word: usize, seconds: u64) {
        let words = variable("STATUS_WORDS");
        let word = words.split_whitespace().nth(word).unwrap();
        self.wait(word, seconds, || {
            // Asked first: what the worker wrote last is there when it is over.
            let over = job.state().is_over();
            let reached = self.read("status.json").contains(word);
            assert!(reached || !over, "over, but not {word}: {}", self.told());
            reached
        });
    }

    fn wait_for_state(&self, job: &SlurmJob, state: SlurmState, seconds: u64) {
        let what = format!("{state:?}");
        self.wait(&what, seconds, || {
            let now = job.state();
            assert!(
                now == state || !now.is_over(),
                "{now:?}, not {what}: {}",
                self.told()
            );
            now == state
        });
    }

    fn told(&self) -> String {
        let (status, said) = (self.read("status.json"), self.read(SlurmConfig::OUTPUT));
        format!("status.json: {status}; Slurm: {said}")
    }

    fn wait(&self, what: &str, seconds: u64, mut reached: impl FnMut() -> bool) {
        let start = Instant::now();
        while !reached() {
            if start.elapsed() > Duration::from_secs(seconds) {
                panic!("no {what} after {seconds} s: {}", self.told());
            }
            std::thread::sleep(Duration::from_millis(200));
        }
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to)
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn executable(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
}

fn small() -> SlurmConfig {
    SlurmConfig {
        cpus_per_task: 1,
        time: "00:05:00".into(),
        ..SlurmConfig::default()
    }
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn two_tasks_train_to_the_end() {
    let run = Run::new("RUN_SHORT");
    let job = run.submit(&SlurmConfig {
        tasks_per_node: 2,
        cpus_per_task: 2,
        gpus_per_node: 2,
        partition: Some("test".into()),
        memory: Some("1".into()),
        ..small()
    });
    run.wait_for_status(&job, 2, 120);
    run.wait_for_state(&job, SlurmState::Completed, 30);
    // Every task sees both GPUs, and its number among the tasks there.
    let ranks = run.ranks();
    let one = ranks[0].contains("on one");
    let node = if one { "one" } else { "two" };
    let rank = |r| format!("{r} of 2, {r} on {node}, 2 threads, GPUs 0,1");
    assert_eq!(ranks, [rank(0), rank(1)]);
    assert!(!run.read("log.txt").is_empty());
    // Nothing is left to stop, which is not an error.
    job.stop().unwrap();
    job.cancel().unwrap();
    assert_eq!(job.state(), SlurmState::Completed);
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn two_machines_train_to_the_end() {
    let run = Run::new("RUN_SHORT");
    let job = run.submit(&SlurmConfig {
        nodes: 2,
        options: vec!["--comment='two machines'".into()],
        ..small()
    });
    run.wait_for_status(&job, 2, 120);
    run.wait_for_state(&job, SlurmState::Completed, 30);
    let rank = |r, node| format!("{r} of 2, 0 on {node}, 1 threads, GPUs ");
    assert_eq!(run.ranks(), [rank(0, "one"), rank(1, "two")]);
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn a_stopped_run_saves_and_goes_on_in_another_job() {
    let run = Run::new("RUN_LONG");
    let config = SlurmConfig {
        tasks_per_node: 2,
        setup: vec!["echo 'set up'".into()],
        ..small()
    };
    for jobs in 1..=2 {
        let job = run.submit(&config);
        run.wait_for_status(&job, 0, 60);
        run.wait_for_state(&job, SlurmState::Running, 10);
        job.stop().unwrap();
        run.wait_for_status(&job, 1, 60);
        run.wait_for_state(&job, SlurmState::Completed, 30);
        // The second job's words follow the first one's.
        assert_eq!(
            run.read(SlurmConfig::OUTPUT).matches("set up").count(),
            jobs
        );
        assert_eq!(run.ranks().len(), 2 * jobs);
    }
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn a_cancelled_run_saves() {
    let run = Run::new("RUN_LONG");
    let job = run.submit(&SlurmConfig {
        tasks_per_node: 2,
        ..small()
    });
    run.wait_for_status(&job, 0, 60);
    job.cancel().unwrap();
    run.wait_for_status(&job, 1, 29);
    run.wait_for_state(&job, SlurmState::Cancelled, 30);
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn a_run_saves_before_its_time_limit() {
    let run = Run::new("RUN_LONG");
    let job = run.submit(&SlurmConfig {
        tasks_per_node: 2,
        time: "1".into(),
        save_seconds: 45,
        ..small()
    });
    run.wait_for_status(&job, 0, 60);
    run.wait_for_status(&job, 1, 60);
    run.wait_for_state(&job, SlurmState::Completed, 30);
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn a_job_without_a_worker_yet_is_cancelled() {
    let run = Run::new("RUN_LONG");
    let held = run.submit(&SlurmConfig {
        options: vec!["--hold".into()],
        ..small()
    });
    run.wait_for_state(&held, SlurmState::Pending("JobHeldUser".into()), 20);
    held.stop().unwrap();
    run.wait_for_state(&held, SlurmState::Cancelled, 20);

    let setup = run.submit(&SlurmConfig {
        setup: vec!["sleep 100".into()],
        ..small()
    });
    run.wait_for_state(&setup, SlurmState::Running, 20);
    setup.stop().unwrap();
    run.wait_for_state(&setup, SlurmState::Cancelled, 20);
    assert_eq!(run.read("ranks.txt"), "");
}

#[test]
#[ignore = "needs Slurm: make test-slurm"]
fn failures_are_told() {
    let run = Run::new("RUN_SHORT");
    let failed = SlurmState::Failed("FAILED: NonZeroExitCode".into());
    let setup = run.submit(&SlurmConfig {
        setup: vec!["cat /no/such/file".into()],
        ..small()
    });
    run.wait_for_state(&setup, failed.clone(), 30);
    assert!(run.read(SlurmConfig::OUTPUT).contains("/no/such/file"));
    assert_eq!(run.read("ranks.txt"), "");

    // A rank that fails takes along one that would wait for it.
    std::fs::write(
        &run.worker,
        "#!/bin/bash\n[ $SLURM_PROCID = 0 ] || exit 3\nsleep 100\n",
    )
    .unwrap();
    let worker = run.submit(&SlurmConfig {
        tasks_per_node: 2,
        ..small()
    });
    run.wait_for_state(&worker, failed, 30);

    let refused = SlurmConfig {
        partition: Some("elsewhere".into()),
        ..small()
    };
    let script = refused.write("x", &run.folder, &run.worker).unwrap();
    let error = SlurmJob::submit(script).unwrap_err().to_string();
    assert!(error.starts_with("slurm: sbatch: "), "{error}");
    assert!(error.contains("invalid partition"), "{error}");

    let nobody = SlurmJob {
        id: "999999".into(),
    };
    let state = nobody.state();
    assert!(
        matches!(&state, SlurmState::Unknown(said) if said.contains("Invalid job id")),
        "{state:?}"
    );
}
