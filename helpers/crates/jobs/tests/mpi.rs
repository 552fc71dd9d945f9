//! One training in two processes, which `mpirun` starts: `make test-mpi` runs this with a program that has MPI.
#![allow(missing_docs)]

mod common;

use common::{config, dataset, over, training, wait};
use density::model::ResNetConfig;
use jobs::Job;
use training::{RunState, TrainConfig};

fn finished(job: &Job) {
    wait(job, over);
    assert_eq!(job.state().unwrap(), RunState::Finished);
}

#[test]
#[ignore = "needs mpirun and a trainer with the feature mpi: make test-mpi"]
fn two_processes_follow_one_and_resume_to_the_same_bits() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let mut calm = TrainConfig {
        learning_rate: 1e-4,
        augmentation: None,
        sync_batch_norm: true,
        // Fresh weights would blow the rounding of different sums up to differences that can be seen.
        initial_weights: Some(
            concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../../../weights/CC_R.safetensors"
            )
            .into(),
        ),
        ..config(3)
    };
    calm.network = ResNetConfig {
        dropout: 0.0,
        ..ResNetConfig::with_input(64)
    };
    let half = TrainConfig {
        batch_size: 2,
        ..calm.clone()
    };
    let one = training(root.path(), "one", calm).launch().unwrap();
    finished(&one);
    let two = training(root.path(), "two", half.clone())
        .mpirun(2)
        .launch()
        .unwrap();
    finished(&two);
    assert_eq!(two.progress().unwrap().ranks, 2);
    let (a, b) = (one.history().unwrap(), two.history().unwrap());
    for (a, b) in a.epochs.iter().zip(&b.epochs) {
        assert!((a.loss - b.loss).abs() < 1e-4 * a.loss, "{a:?} {b:?}");
        assert!(
            (a.val_loss - b.val_loss).abs() < 1e-4 * a.val_loss,
            "{a:?} {b:?}"
        );
    }
    let long = TrainConfig { epochs: 30, ..half };
    let whole = training(root.path(), "whole", long.clone())
        .mpirun(2)
        .launch()
        .unwrap();
    finished(&whole);
    let broken = training(root.path(), "broken", long)
        .mpirun(2)
        .launch()
        .unwrap();
    wait(&broken, |_, epochs| epochs >= 2);
    broken.stop().unwrap();
    assert_eq!(broken.state().unwrap(), RunState::Stopped);
    broken.resume().unwrap();
    finished(&broken);
    for file in ["weights-final.safetensors", "loss_val.txt"] {
        let bytes = |job: &Job| std::fs::read(job.folder().join(file)).unwrap();
        assert!(bytes(&whole) == bytes(&broken), "{file}");
    }
}

#[test]
#[ignore = "needs mpirun and a trainer with the feature mpi: make test-mpi"]
fn an_image_that_one_process_cannot_read_ends_both_and_is_named() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R"]);
    std::fs::write(data.join("CC_R/val/A/1.png"), b"no image").unwrap();
    let job = training(root.path(), "broken", config(3))
        .mpirun(2)
        .launch()
        .unwrap();
    wait(&job, over);
    let status = job.progress().unwrap();
    assert_eq!(status.state, RunState::Failed, "{status:?}");
    assert!(status.message.contains("1.png"), "{}", status.message);
}
