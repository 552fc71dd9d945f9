//! What reaches the disk when; what the files say is checked by `test_read.py` with TensorBoard itself.

use std::fs;

use tensorboard_events::EventWriter;

#[test]
fn values_reach_the_file_with_flush_and_with_drop() {
    let folder = tempfile::tempdir().unwrap();
    let mut events = EventWriter::create(folder.path().join("run"), None).unwrap();
    let path = events.path().to_path_buf();
    let size = || fs::metadata(&path).unwrap().len();
    let empty = size();
    assert!(empty > 0, "the version is there at once");
    events.scalar("loss", 0, 1.0).unwrap();
    assert_eq!(size(), empty);
    events.flush().unwrap();
    let one = size();
    assert!(one > empty);
    events.scalar("loss", 1, 1.0).unwrap();
    drop(events);
    assert!(size() > one);
}

#[test]
fn every_writer_has_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<_> = (0..12)
        .map(|step| {
            EventWriter::create(folder.path(), Some(step))
                .unwrap()
                .path()
                .to_path_buf()
        })
        .collect();
    let mut sorted = paths.clone();
    sorted.sort();
    sorted.dedup();
    assert_eq!(paths, sorted);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 12);
}

#[test]
fn an_error_names_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken");
    fs::write(&taken, "a file").unwrap();
    let error = EventWriter::create(&taken, None).unwrap_err();
    assert_eq!(error.path, taken);
    assert!(
        error.to_string().starts_with(&taken.display().to_string()),
        "{error}"
    );
}

#[test]
fn histograms_say_how_many_values_they_leave_out() {
    let folder = tempfile::tempdir().unwrap();
    let mut events = EventWriter::create(folder.path(), None).unwrap();
    assert_eq!(events.histogram("weights", 0, &[1.0, 2.0]).unwrap(), 0);
    assert_eq!(
        events
            .histogram("weights", 1, &[1.0, f32::NAN, f32::INFINITY])
            .unwrap(),
        2
    );
}
