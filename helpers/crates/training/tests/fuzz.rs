//! The files of a run, damaged at random, see [`fixtures::survive`].
#![allow(missing_docs)]

use training::{DataConfig, RunConfig, RunFolder, RunStatus, TrainConfig};

#[test]
fn damaged_files_of_a_run() {
    let root = tempfile::tempdir().unwrap();
    let folder = RunFolder::create(root.path(), "CC_R").unwrap();
    let data = DataConfig {
        train: vec!["data/CC_R/train".into()],
        ..DataConfig::default()
    };
    RunConfig::new("CC_R", data, TrainConfig::short())
        .save(&folder)
        .unwrap();
    folder.write_status(&RunStatus::default()).unwrap();
    let bytes = |name: &str| std::fs::read(folder.file(name)).unwrap();
    fixtures::survive("status.json", &[bytes("status.json")], |path| {
        let run = RunFolder::new(path.parent().unwrap());
        let _ = run.status();
        let _ = run.pulse();
        let _ = run.lock_state();
    });
    fixtures::survive("config.json", &[bytes("config.json")], |path| {
        let read = RunConfig::read(&RunFolder::new(path.parent().unwrap()));
        let _ = read.map(|config| config.training.check());
    });
    let history = b"epoch,loss,accuracy,validation loss,validation accuracy,learning rate,seconds\n1,0.7,0.5,0.6,0.5,0.01,3.5\n".to_vec();
    fixtures::survive("history.csv", &[history], |path| {
        let _ = RunFolder::new(path.parent().unwrap()).history();
    });
}
