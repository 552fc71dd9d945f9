//! A training as a batch job of a real Slurm: `make test-slurm` starts one and runs this.
#![allow(missing_docs)]

mod common;

use common::{config, dataset, training, wait};
use jobs::Follow;
use training::RunState;
use training::parallel::SlurmConfig;

fn slurm() -> SlurmConfig {
    SlurmConfig {
        cpus_per_task: 1,
        time: "00:10:00".into(),
        ..SlurmConfig::default()
    }
}

#[test]
#[ignore = "needs a Slurm, which make test-slurm starts"]
fn a_job_is_submitted_followed_stopped_and_resumed_and_ends_with_the_bits_of_a_process() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let plain = training(root.path(), "plain", config(40)).launch().unwrap();
    let job = training(root.path(), "batch", config(40))
        .slurm(slurm())
        .launch()
        .unwrap();
    let first = job.progress().unwrap().slurm.unwrap();
    wait(&job, |_, epochs| epochs >= 2);
    job.stop().unwrap();
    assert_eq!(job.state().unwrap(), RunState::Stopped);
    let stopped_after = job.history().unwrap().epochs.len();
    assert!(stopped_after < 40, "it ended before it was stopped");
    job.resume().unwrap();
    let second = job.progress().unwrap().slurm.unwrap();
    assert_ne!(first.id, second.id);
    job.follow(Follow::End).unwrap();
    assert_eq!(job.state().unwrap(), RunState::Finished);
    wait(&plain, common::over);
    for file in ["weights-final.safetensors", "loss_val.txt"] {
        let bytes = |job: &jobs::Job| std::fs::read(job.folder().join(file)).unwrap();
        assert!(bytes(&plain) == bytes(&job), "{file}");
    }
}

#[test]
#[ignore = "needs a Slurm, which make test-slurm starts"]
fn a_killed_batch_job_is_lost_and_a_waiting_one_can_be_stopped() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let job = training(root.path(), "killed", config(5000))
        .slurm(slurm())
        .launch()
        .unwrap();
    wait(&job, |_, epochs| epochs >= 1);
    common::send(&job, rustix::process::Signal::KILL);
    wait(&job, common::over);
    assert_eq!(job.state().unwrap(), RunState::Lost);
    let held = SlurmConfig {
        options: vec!["--hold".into()],
        ..slurm()
    };
    let held = training(root.path(), "held", config(5))
        .slurm(held)
        .launch()
        .unwrap();
    assert_eq!(held.state().unwrap(), RunState::Queued);
    let message = held.progress().unwrap().message;
    assert!(message.contains("Slurm's job"), "{message}");
    held.stop().unwrap();
    assert_eq!(held.state().unwrap(), RunState::Stopped);
}
