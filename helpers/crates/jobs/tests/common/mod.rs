//! A small data set and small trainings of it.
#![allow(missing_docs, dead_code)]

use density::model::ResNetConfig;
use image::{GrayImage, Luma};
use jobs::{Job, Training};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use training::{RunState, TrainConfig};

/// Two classes that differ in their waves, in the tutorial's layout.
pub fn dataset(root: &Path, projections: &[&str]) -> PathBuf {
    let data = root.join("data");
    for projection in projections {
        for (split, images) in [("train", 8), ("val", 3)] {
            for (c, class) in ["A", "B"].iter().enumerate() {
                let folder = data.join(projection).join(split).join(class);
                std::fs::create_dir_all(&folder).unwrap();
                for i in 0..images {
                    let image = GrayImage::from_fn(40, 40, |x, y| {
                        let wave = (x * (2 + 5 * c as u32) + y * (i + 1)) % 97;
                        Luma([(wave * 2) as u8])
                    });
                    image.save(folder.join(format!("{i}.png"))).unwrap();
                }
            }
        }
    }
    data
}

/// 32 pixels, four steps an epoch.
pub fn config(epochs: usize) -> TrainConfig {
    TrainConfig {
        network: ResNetConfig::with_input(32),
        epochs,
        ..TrainConfig::default()
    }
}

/// Of CC_R, with one thread, in `root/runs`.
pub fn training(root: &Path, name: &str, config: TrainConfig) -> Training {
    let data = root.join("data");
    Training::new("CC_R", data)
        .unwrap()
        .config(config)
        .threads(1)
        .runs(root.join("runs"))
        .name(name)
}

/// A run that neither changes its state nor ends an epoch for so long hangs; a slow machine is none of its faults.
const HANGS_AFTER: Duration = Duration::from_secs(180);

/// Waits until the run is in a state or has that many epochs.
pub fn wait(job: &Job, until: impl Fn(RunState, usize) -> bool) {
    let (mut since, mut last) = (Instant::now(), None);
    loop {
        let (state, epochs) = (job.state().unwrap(), job.history().unwrap().epochs.len());
        if until(state, epochs) {
            return;
        }
        if last != Some((state, epochs)) {
            (since, last) = (Instant::now(), Some((state, epochs)));
        }
        let log = std::fs::read_to_string(job.folder().join("log.txt")).unwrap_or_default();
        assert!(
            since.elapsed() < HANGS_AFTER,
            "{}: {state} after {epochs} epochs; {:?}\n{log}",
            job.name(),
            job.progress()
        );
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub fn over(state: RunState, _: usize) -> bool {
    !state.is_active()
}

/// What the run's process is sent.
pub fn send(job: &Job, signal: rustix::process::Signal) {
    let pid = job.progress().unwrap().pid as i32;
    rustix::process::kill_process(rustix::process::Pid::from_raw(pid).unwrap(), signal).unwrap();
}
