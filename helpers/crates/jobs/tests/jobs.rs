//! Trainings in the background: launched, followed, stopped, killed and resumed through their files alone.
#![allow(missing_docs)]

mod common;

use common::{config, dataset, over, send, training, wait};
use jobs::{Follow, Job, Training};
use rustix::process::Signal;
use std::path::Path;
use training::{EarlyStopping, Optimizer, RunConfig, RunFolder, RunState, Schedule, TrainConfig};

fn bytes(job: &Job, file: &str) -> Vec<u8> {
    std::fs::read(job.folder().join(file)).unwrap()
}

#[test]
fn a_job_leaves_all_files_and_any_later_kernel_can_attach_to_it() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let job = training(root.path(), "first", config(3)).launch().unwrap();
    // A session of its own: no interrupt of the cell reaches it.
    let pid = rustix::process::Pid::from_raw(job.progress().unwrap().pid as i32).unwrap();
    if let Ok(session) = rustix::process::getsid(Some(pid)) {
        assert_eq!(session, pid);
        assert_ne!(Ok(session), rustix::process::getsid(None));
    }
    job.follow(Follow::End).unwrap();
    let again = Job::attach(job.folder()).unwrap();
    assert_eq!(again.state().unwrap(), RunState::Finished);
    let epochs = again.history().unwrap().epochs;
    assert_eq!(epochs.len(), 3);
    assert!(epochs.iter().all(|e| e.val_loss.is_finite()));
    for file in [
        "config.json",
        "status.json",
        "history.csv",
        "log.txt",
        "loss_train.txt",
        "acc_train.txt",
        "loss_val.txt",
        "acc_val.txt",
        "checkpoint.safetensors",
        "weights-final.safetensors",
    ] {
        assert!(again.folder().join(file).is_file(), "{file}");
    }
    assert!(again.best_weights().unwrap().is_file());
    assert!(again.plot().unwrap().width() > 100);
    let jobs = Training::jobs(root.path().join("runs")).unwrap();
    let table = jobs.table().unwrap().to_string();
    assert!(
        table.contains("first") && table.contains("finished"),
        "{table}"
    );
    // There is nothing to resume, but more to train.
    again.resume().unwrap();
    assert_eq!(again.state().unwrap(), RunState::Finished);
    assert!(again.extend(3).unwrap_err().to_string().contains("more"));
    again.extend(4).unwrap();
    wait(&again, over);
    assert_eq!(again.history().unwrap().epochs.len(), 4);
}

/// Everything that has a memory: optimiser, average of the weights, schedule, early stopping, gathered gradients.
fn with_memories() -> TrainConfig {
    TrainConfig {
        optimizer: Optimizer::momentum(0.9, true),
        learning_rate: 0.003,
        weight_decay: 1e-3,
        clip_norm: Some(2.0),
        // Does not divide the four steps of an epoch.
        accumulate: 3,
        weight_average: Some(0.9),
        balanced_sampling: true,
        label_smoothing: 0.1,
        early_stopping: Some(EarlyStopping {
            patience: 100,
            ..EarlyStopping::default()
        }),
        ..config(12)
    }
}

#[test]
fn a_run_that_was_killed_and_stopped_ends_with_the_bits_of_one_that_was_not() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let cosine = Schedule::Cosine {
        warm_up: 2.0,
        last: 1e-4,
    };
    for (name, config) in [
        ("momentum", with_memories()),
        (
            "adam",
            TrainConfig {
                optimizer: Optimizer::adam_w(),
                schedule: cosine,
                learning_rate: 1e-3,
                ..with_memories()
            },
        ),
    ] {
        let whole = training(root.path(), &format!("{name}-whole"), config.clone())
            .launch()
            .unwrap();
        wait(&whole, over);
        assert_eq!(whole.state().unwrap(), RunState::Finished);
        // A checkpoint after every change of the weights: some kills hit the middle of an epoch.
        let broken = training(root.path(), &format!("{name}-broken"), config)
            .checkpoint_every(0.0)
            .launch()
            .unwrap();
        for epochs in [1, 3, 6] {
            wait(&broken, |_, n| n >= epochs);
            send(&broken, Signal::KILL);
            wait(&broken, |state, _| state == RunState::Lost);
            assert!(broken.progress().unwrap().message.contains("resume"));
            broken.resume().unwrap();
        }
        wait(&broken, |_, n| n >= 8);
        broken.stop().unwrap();
        assert_eq!(broken.state().unwrap(), RunState::Stopped);
        broken.resume().unwrap();
        wait(&broken, over);
        assert_eq!(broken.state().unwrap(), RunState::Finished);
        for file in [
            "weights-final.safetensors",
            "loss_train.txt",
            "loss_val.txt",
            "acc_val.txt",
        ] {
            assert!(
                bytes(&whole, file) == bytes(&broken, file),
                "{name}: {file}"
            );
        }
        let best = |job: &Job| std::fs::read(job.best_weights().unwrap()).unwrap();
        assert!(best(&whole) == best(&broken), "{name}");
    }
}

#[test]
fn a_training_without_validation_resumes_and_ends_with_its_last_weights() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R"]);
    std::fs::remove_dir_all(data.join("CC_R/val")).unwrap();
    let job = training(root.path(), "alone", config(60)).launch().unwrap();
    wait(&job, |_, n| n >= 2);
    job.stop().unwrap();
    assert_eq!(job.state().unwrap(), RunState::Stopped);
    job.resume().unwrap();
    wait(&job, over);
    assert_eq!(job.state().unwrap(), RunState::Finished);
    let best = job.best_weights().unwrap();
    assert!(best.ends_with("weights-final.safetensors"), "{best:?}");
    // Nothing was there to call a plateau.
    let history = job.history().unwrap().epochs;
    assert!(
        history
            .iter()
            .all(|e| e.val_loss.is_nan() && e.learning_rate == 0.01)
    );
}

#[test]
fn a_run_that_early_stopping_ended_can_be_trained_further() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let impatient = TrainConfig {
        early_stopping: Some(EarlyStopping {
            patience: 1,
            min_delta: 1e9,
            ..EarlyStopping::default()
        }),
        ..config(6)
    };
    let job = training(root.path(), "early", impatient).launch().unwrap();
    wait(&job, over);
    assert_eq!(job.history().unwrap().epochs.len(), 2);
    job.extend(7).unwrap();
    wait(&job, over);
    assert_eq!(job.history().unwrap().epochs.len(), 7);
}

#[test]
fn sigterm_writes_a_checkpoint_and_stops() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let job = training(root.path(), "term", config(500)).launch().unwrap();
    wait(&job, |_, n| n >= 1);
    send(&job, Signal::TERM);
    wait(&job, over);
    assert_eq!(job.state().unwrap(), RunState::Stopped);
    assert!(job.folder().join("checkpoint.safetensors").is_file());
}

#[test]
fn a_loss_that_is_no_number_fails_with_step_and_advice_and_keeps_the_checkpoint() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let wild = TrainConfig {
        learning_rate: 1e20,
        ..config(3)
    };
    let job = training(root.path(), "wild", wild).launch().unwrap();
    wait(&job, over);
    let status = job.progress().unwrap();
    assert_eq!(status.state, RunState::Failed);
    assert!(
        status.message.contains("step") && status.message.contains("clip_norm"),
        "{}",
        status.message
    );
}

#[test]
fn a_broken_image_in_mid_training_is_named_and_the_run_goes_on_once_it_is_whole() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R"]);
    // Validation images are read anew in each epoch.
    let image = data.join("CC_R/val/B/1.png");
    let whole = std::fs::read(&image).unwrap();
    let job = training(root.path(), "broken", config(200))
        .launch()
        .unwrap();
    wait(&job, |_, n| n >= 2);
    std::fs::write(&image, b"no image").unwrap();
    wait(&job, over);
    let status = job.progress().unwrap();
    assert_eq!(status.state, RunState::Failed);
    assert!(status.message.contains("1.png"), "{}", status.message);
    assert!(job.history().unwrap().epochs.len() >= 2 && job.best_weights().unwrap().is_file());
    let epochs = job.history().unwrap().epochs.len();
    std::fs::write(&image, whole).unwrap();
    job.resume().unwrap();
    wait(&job, |_, n| n > epochs);
    job.stop().unwrap();
}

#[test]
fn a_data_folder_that_is_gone_and_wrong_parameters_are_named() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R"]);
    let job = training(root.path(), "gone", config(500)).launch().unwrap();
    wait(&job, |_, n| n >= 1);
    job.stop().unwrap();
    std::fs::rename(&data, root.path().join("elsewhere")).unwrap();
    job.resume().unwrap();
    wait(&job, over);
    let status = job.progress().unwrap();
    assert_eq!(status.state, RunState::Failed);
    assert!(status.message.contains("train"), "{}", status.message);
    let refused = Training::new("CC_R", root.path().join("data")).unwrap_err();
    assert!(refused.to_string().contains("data"));
    dataset(root.path(), &["CC_R"]);
    for (name, said) in [("gone", "there already"), ("a/b", "folder")] {
        let refused = training(root.path(), name, config(1)).launch().unwrap_err();
        assert!(refused.to_string().contains(said), "{refused}");
    }
    let twice = training(root.path(), "twice", config(1)).gpus([0, 1, 0]);
    let refused = twice.launch().unwrap_err().to_string();
    assert!(
        refused.contains("gpus") && refused.contains("named twice"),
        "{refused}"
    );
    let refused = training(root.path(), "none", config(0)).launch();
    assert!(refused.unwrap_err().to_string().contains("epochs"));
}

#[test]
fn a_full_disk_is_a_failure_with_advice_and_earlier_epochs_stay() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let job = training(root.path(), "full", config(500)).launch().unwrap();
    wait(&job, |_, n| n >= 1);
    job.stop().unwrap();
    let epochs = job.history().unwrap().epochs.len();
    // No file may grow beyond 1 MiB, so no checkpoint can be written; the signal that goes with it is ignored.
    let status = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 2048; exec \"$0\" \"$1\""])
        .arg(env!("CARGO_BIN_EXE_trainer"))
        .arg(job.folder())
        .output()
        .unwrap();
    assert!(!status.status.success());
    let status = job.progress().unwrap();
    assert_eq!(status.state, RunState::Failed);
    assert!(
        status.message.contains("disk is full"),
        "{}",
        status.message
    );
    assert!(job.history().unwrap().epochs.len() >= epochs);
    job.resume().unwrap();
    wait(&job, |_, n| n > epochs);
    job.stop().unwrap();
}

#[test]
fn a_queue_trains_one_after_the_other_and_passes_over_what_was_stopped() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R", "CC_L", "MLO_R"]);
    let runs = root.path().join("runs");
    let jobs = Training::all_projections(&data)
        .unwrap()
        .each(|t| t.config(config(4)).runs(&runs))
        .gpus([])
        .launch()
        .unwrap();
    let names = jobs.iter().map(Job::name).collect::<Vec<_>>();
    assert_eq!(names, ["CC_R-1", "CC_L-1", "MLO_R-1"]);
    jobs[2].stop().unwrap();
    wait(&jobs[0], over);
    wait(&jobs[1], over);
    let states = jobs.iter().map(|j| j.state().unwrap()).collect::<Vec<_>>();
    assert_eq!(
        states,
        [RunState::Finished, RunState::Finished, RunState::Stopped]
    );
    // One at a time: the second began when the first had ended.
    let time = |path: &Path| std::fs::metadata(path).unwrap().modified().unwrap();
    let first = time(&jobs[0].folder().join("weights-final.safetensors"));
    assert!(first <= time(&jobs[1].folder().join("lock")));
    jobs[2].resume().unwrap();
    wait(&jobs[2], over);
    assert_eq!(jobs[2].state().unwrap(), RunState::Finished);
}

/// Whatever the order in which a cell says it.
#[test]
fn what_is_said_by_itself_holds_before_and_after_a_configuration() {
    let root = tempfile::tempdir().unwrap();
    let data = dataset(root.path(), &["CC_R"]);
    let told = || RunConfig::read(&RunFolder::new(root.path().join("runs/said"))).unwrap();
    for (number, training) in [
        Training::new("CC_R", &data)
            .unwrap()
            .epochs(3)
            .input_size(48)
            .config(config(9)),
        Training::new("CC_R", &data)
            .unwrap()
            .config(config(9))
            .input_size(48)
            .epochs(3),
    ]
    .into_iter()
    .enumerate()
    {
        let job = training
            .runs(root.path().join("runs"))
            .name("said")
            .launch()
            .unwrap();
        let told = told().training;
        assert_eq!((told.epochs, told.network.input_size), (3, 48), "{number}");
        wait(&job, over);
        std::fs::remove_dir_all(job.folder()).unwrap();
    }
}

#[test]
fn a_batch_that_the_images_do_not_suffice_for_is_refused_before_the_start() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let large = TrainConfig {
        batch_size: 4000,
        ..config(1)
    };
    let refused = training(root.path(), "large", large).launch();
    let text = refused.unwrap_err().to_string();
    assert!(
        text.starts_with("batch_size = 4000") && text.contains("has "),
        "{text}"
    );
    assert!(!root.path().join("runs/large").exists());
}

#[test]
fn a_queue_of_ones_own_is_listed_gone_through_and_stopped() {
    let root = tempfile::tempdir().unwrap();
    dataset(root.path(), &["CC_R"]);
    let named = |name| training(root.path(), name, config(400));
    let queue = Training::queue([named("a"), named("b"), named("c")]);
    let jobs = queue.launch().unwrap();
    wait(&jobs[0], |_, epochs| epochs > 0);
    let runs = root.path().join("runs");
    let listed = Training::jobs(&runs).unwrap();
    let names = listed.iter().map(Job::name).collect::<Vec<_>>();
    assert_eq!(names, ["a", "b", "c"]);
    assert!(listed.table().unwrap().to_string().contains("running"));
    Training::stop_all(&runs).unwrap();
    for job in &Training::jobs(&runs).unwrap() {
        assert_eq!(job.state().unwrap(), RunState::Stopped, "{}", job.name());
    }
}

/// A job whose process was killed after its first epoch, with the status that `left` makes of the one it left.
fn left_behind(root: &Path, left: impl Fn(&str) -> String) -> Job {
    dataset(root, &["CC_R"]);
    let job = training(root, "left", config(2)).launch().unwrap();
    wait(&job, |state, epochs| epochs > 0 || !state.is_active());
    send(&job, Signal::KILL);
    wait(&job, over);
    let status = job.folder().join("status.json");
    let text = std::fs::read_to_string(&status).unwrap();
    std::fs::write(&status, left(&text)).unwrap();
    job
}

#[test]
fn a_run_whose_status_was_lost_with_the_power_goes_on_from_its_checkpoint() {
    for length in [0, 30] {
        let root = tempfile::tempdir().unwrap();
        let job = left_behind(root.path(), |text| text[..length].to_string());
        assert_eq!(job.state().unwrap(), RunState::Lost);
        job.resume().unwrap();
        wait(&job, over);
        assert_eq!(job.state().unwrap(), RunState::Finished);
        assert_eq!(job.history().unwrap().epochs.len(), 2);
    }
}

#[test]
fn a_run_of_a_container_that_is_gone_can_be_declared_lost_at_once() {
    let root = tempfile::tempdir().unwrap();
    let job = left_behind(root.path(), |text| {
        let mut status: serde_json::Value = serde_json::from_str(text).unwrap();
        status["state"] = "running".into();
        status["host"] = "3f9c2b7a41de".into();
        status.to_string()
    });
    assert_eq!(job.state().unwrap(), RunState::Running);
    job.resume().unwrap();
    assert_eq!(
        job.state().unwrap(),
        RunState::Running,
        "resume leaves it alone"
    );
    job.declare_lost().unwrap();
    assert_eq!(job.state().unwrap(), RunState::Lost);
    job.resume().unwrap();
    let refused = job.declare_lost();
    assert!(refused.is_err() || job.state().unwrap() == RunState::Finished);
    wait(&job, over);
    assert_eq!(job.state().unwrap(), RunState::Finished);
}

#[test]
fn the_left_behind_runs_at_hand_can_be_resumed() {
    let Some(runs) = fixtures::shared("cases/runs") else {
        return;
    };
    for name in ["CC_R-1", "CC_R-2"] {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let status = std::fs::read(runs.join(name).join("status.json")).unwrap();
        std::fs::write(folder.join("status.json"), status).unwrap();
        // Its images are elsewhere.
        let config = std::fs::read_to_string(runs.join(name).join("config.json")).unwrap();
        let mut config: serde_json::Value = serde_json::from_str(&config).unwrap();
        for (part, split) in [("train", "train"), ("validation", "val")] {
            let images = runs.with_file_name("reference").join("CC_R").join(split);
            config["data"][part] = images.display().to_string().into();
        }
        std::fs::write(folder.join("config.json"), config.to_string()).unwrap();
        let job = Job::attach(&folder).unwrap();
        let left = if name == "CC_R-1" {
            RunState::Lost
        } else {
            RunState::Running
        };
        assert_eq!(job.state().unwrap(), left, "{name}");
        job.declare_lost().unwrap();
        job.resume().unwrap();
        wait(&job, over);
        assert_eq!(job.state().unwrap(), RunState::Finished, "{name}");
    }
}
