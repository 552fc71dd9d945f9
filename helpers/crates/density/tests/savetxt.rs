//! Prediction and history files as numpy writes them.
#![allow(missing_docs)]

use std::fs;
use std::path::PathBuf;

use density::predict::{loadtxt_column, loadtxt_rows, savetxt_column, savetxt_rows};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// The message of reading `content` as rows.
fn refusal(content: impl AsRef<[u8]>) -> String {
    let folder = folder();
    let path = folder.path().join("p.txt");
    fs::write(&path, content).unwrap();
    let message = loadtxt_rows(&path).unwrap_err().to_string();
    assert!(message.contains("p.txt"), "{message}");
    message
}

#[test]
fn the_published_predictions_are_written_again_byte_for_byte() {
    // Written by the published tutorial with numpy.savetxt.
    for name in ["ccr", "ccl", "mlor", "mlol"] {
        let Some(published) =
            fixtures::shared(&format!("upstream/Predictions/predictions_{name}.txt"))
        else {
            return;
        };
        let rows = loadtxt_rows(&published).unwrap();
        assert_eq!((rows.len(), rows[0].len()), (128, 4));
        let folder = folder();
        let copy = folder.path().join("copy.txt");
        savetxt_rows(&copy, &rows).unwrap();
        assert!(fs::read(&copy).unwrap() == fs::read(&published).unwrap());
    }
}

#[test]
fn the_published_histories_are_written_again_byte_for_byte() {
    for name in ["acc_train", "acc_val", "loss_train", "loss_val"] {
        let Some(published) = fixtures::shared(&format!("upstream/CC_R_model/{name}.txt")) else {
            return;
        };
        let values = loadtxt_column(&published).unwrap();
        assert_eq!(values.len(), 100);
        let folder = folder();
        let copy = folder.path().join("copy.txt");
        savetxt_column(&copy, &values).unwrap();
        assert!(fs::read(&copy).unwrap() == fs::read(&published).unwrap());
    }
}

#[test]
fn the_published_history_has_the_best_epoch_that_numpy_finds() {
    let Some(history) = fixtures::shared("upstream/CC_R_model/acc_val.txt") else {
        return;
    };
    let values = loadtxt_column(&history).unwrap();
    let best = values.iter().copied().fold(f64::MIN, f64::max);
    // numpy 2.4: loadtxt(...).max() = 0.7960526315789473, .argmax() = 45.
    assert_eq!(best, 0.7960526315789473);
    assert_eq!(values.iter().position(|&v| v == best), Some(45));
}

#[test]
fn comments_and_empty_lines_are_skipped_as_numpy_loadtxt_does() {
    let folder = folder();
    let path = folder.path().join("p.txt");
    fs::write(&path, "# A B\r\n0.25  0.75 # first\n\n\t1 0\n").unwrap();
    // numpy 2.4 loadtxt on the same text: [[0.25, 0.75], [1., 0.]].
    assert_eq!(
        loadtxt_rows(&path).unwrap(),
        [vec![0.25, 0.75], vec![1.0, 0.0]]
    );
}

#[test]
fn a_ragged_row_is_refused_with_its_line_and_both_numbers_of_columns() {
    let message = refusal("0.5 0.5\n0.2 0.3 0.5\n");
    assert!(
        message.contains("line 2: 3 columns instead of 2"),
        "{message}"
    );
}

#[test]
fn a_table_is_no_column() {
    let folder = folder();
    let path = folder.path().join("p.txt");
    fs::write(&path, "0.5 0.5\n").unwrap();
    let message = loadtxt_column(&path).unwrap_err().to_string();
    assert!(
        message.contains("line 1: 2 columns instead of 1"),
        "{message}"
    );
}

#[test]
fn nan_and_infinity_are_refused_in_reading() {
    for word in ["nan", "inf", "-inf", "1e999"] {
        let message = refusal(format!("0.5 0.5\n0.5 {word}\n"));
        assert!(message.contains("line 2: column 2:"), "{message}");
        assert!(message.contains("not a finite number"), "{message}");
    }
}

#[test]
fn a_word_is_refused_with_its_place() {
    let message = refusal("0.5 0.5\n0.5 half\n");
    assert!(
        message.contains("line 2: column 2: \"half\" is not a number"),
        "{message}"
    );
}

#[test]
fn files_without_numbers_are_refused() {
    assert!(refusal("").contains("holds no numbers"));
    assert!(refusal("# only a comment\n\n").contains("holds no numbers"));
    assert!(refusal(b"0.5\n\x89PNG\xff\xfe").contains("line 2: this is not a text file"));
}

#[test]
fn a_missing_file_is_named() {
    let message = loadtxt_rows("no/such/predictions.txt")
        .unwrap_err()
        .to_string();
    assert!(message.contains("no/such/predictions.txt"), "{message}");
}

#[test]
fn a_refused_write_leaves_the_old_file_and_no_other() {
    let folder = folder();
    let path: PathBuf = folder.path().join("p.txt");
    savetxt_rows(&path, &[vec![0.25, 0.75]]).unwrap();
    let old = fs::read(&path).unwrap();
    let refused = [
        (vec![vec![0.5, 0.5], vec![1.0]], "line 2: 1 columns"),
        (vec![vec![0.5, f64::NAN]], "line 1: column 2: NaN"),
        (vec![vec![f64::INFINITY, 0.5]], "line 1: column 1: inf"),
        (vec![], "no numbers to write"),
        (vec![vec![]], "no numbers to write"),
    ];
    for (rows, reason) in refused {
        let message = savetxt_rows(&path, &rows).unwrap_err().to_string();
        assert!(message.contains(reason), "{message}");
    }
    assert_eq!(fs::read(&path).unwrap(), old);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_write_that_the_system_refuses_leaves_nothing_behind() {
    let folder = folder();
    // A folder that is not empty cannot be replaced by a file.
    let path = folder.path().join("taken");
    fs::create_dir(&path).unwrap();
    fs::write(path.join("inside.txt"), "").unwrap();
    assert!(savetxt_column(&path, &[1.0]).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
