//! Prediction and history files as numpy writes them.
#![allow(missing_docs)]

use std::fs;
use std::path::PathBuf;

use density::predict::{
    Predictions, labels_from_counts, loadtxt_column, loadtxt_rows, savetxt_column, savetxt_rows,
};

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

/// The same two rows as programs and people write them.
#[test]
fn rows_are_read_in_every_form_that_has_one_reading() {
    let folder = tempfile::tempdir().unwrap();
    let labels = labels_from_counts(["A", "B", "C"], &[1, 0, 1]).unwrap();
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(text.encode_utf16());
        units.flat_map(order).collect()
    };
    let plain = "0.5 0.25 0.25\n0 0 1\n";
    let npy = |descr: &str, shape: &str, data: Vec<u8>| -> Vec<u8> {
        let header =
            format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}\n");
        let mut bytes = b"\x93NUMPY\x01\x00".to_vec();
        bytes.extend((header.len() as u16).to_le_bytes());
        bytes.extend(header.as_bytes());
        bytes.extend(data);
        bytes
    };
    let values = [0.5_f32, 0.25, 0.25, 0.0, 0.0, 1.0];
    let single = values
        .iter()
        .flat_map(|v| v.to_le_bytes())
        .collect::<Vec<_>>();
    let double = values
        .iter()
        .flat_map(|v| f64::from(*v).to_le_bytes())
        .collect::<Vec<_>>();
    let forms: Vec<(&str, Vec<u8>)> = vec![
        ("plain", plain.into()),
        ("byte order mark", ["\u{feff}", plain].concat().into()),
        ("CR", plain.replace('\n', "\r").into()),
        ("CR LF", plain.replace('\n', "\r\n").into()),
        ("UTF-16 LE", wide(plain, u16::to_le_bytes)),
        ("UTF-16 BE", wide(plain, u16::to_be_bytes)),
        ("tabs", plain.replace(' ', "\t").into()),
        ("commas", "0.5,0.25,0.25\n0,0,1\n".into()),
        ("commas and blanks", "0.5, 0.25, 0.25,\n0, 0, 1,\n".into()),
        ("semicolons", "0.5;0.25;0.25\n0;0;1\n".into()),
        ("decimal commas", "0,5;0,25;0,25\n0;0;1\n".into()),
        (
            "decimal commas and blanks",
            "0,5 0,25 0,25\n0,0 0,0 1,0\n".into(),
        ),
        ("header", "A,B,C\n0.5,0.25,0.25\n0,0,1\n".into()),
        ("pandas", ",A,B,C\n0,0.5,0.25,0.25\n1,0.0,0.0,1.0\n".into()),
        (
            "pandas, numbered",
            ",0,1,2\n0,0.5,0.25,0.25\n1,0.0,0.0,1.0\n".into(),
        ),
        ("pandas, no index", "0,1,2\n0.5,0.25,0.25\n0,0,1\n".into()),
        (
            "names of images",
            "image,A,B,C\n1_A.png,0.5,0.25,0.25\n2_C.png,0,0,1\n".into(),
        ),
        ("numbered from 1", "1 0.5 0.25 0.25\n2 0 0 1\n".into()),
        (
            "comments",
            "# A B C\n0.5 0.25 0.25 # first\n\n0 0 1\n".into(),
        ),
        ("float32", npy("<f4", "(2, 3)", single.clone())),
        ("float64", npy("<f8", "(2, 3)", double)),
    ];
    for (name, bytes) in forms {
        let path = folder.path().join("predictions.txt");
        std::fs::write(&path, bytes).unwrap();
        let read = Predictions::read(&path, &labels).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(
            read.probabilities,
            [[0.5, 0.25, 0.25], [0.0, 0.0, 1.0]],
            "{name}"
        );
    }
    for (bytes, says) in [
        (npy("<f4", "(2, 3)", single[..20].to_vec()), "cut short"),
        (
            npy("<f4", "(9999999999999, 9999999999999)", single),
            "cut short",
        ),
        (npy("<i8", "(2, 3)", Vec::new()), "of another kind"),
        (b"[0.5 0.25 0.25]".to_vec(), "\"[0.5\" is not a number"),
        (b"0.5 0.25 0.2 0.05\n".to_vec(), "0.5 0.25 0.2 0.05"),
    ] {
        let path = folder.path().join("predictions.txt");
        std::fs::write(&path, bytes).unwrap();
        let message = Predictions::read(&path, &labels).unwrap_err().to_string();
        assert!(
            message.contains("predictions.txt") && message.contains(says),
            "{message}"
        );
    }
}

#[test]
fn rows_that_were_rounded_are_read_and_percentages_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let labels = labels_from_counts(["A", "B", "C", "D"], &[0, 1, 0, 0]).unwrap();
    let path = folder.path().join("rounded.txt");
    for (row, right) in [
        ("0.726 0.157 0.097 0.019", true),
        ("0.727 0.158 0.097 0.020", true),
        ("0.73 0.16 0.10 0.02", true),
        ("0.73 0.16 0.10 0.05", false),
        ("0.7261 0.1581 0.0971 0.0186", true),
        ("0.7261 0.1581 0.0971 0.0001", false),
        ("72.6 15.8 9.7 1.9", false),
    ] {
        std::fs::write(&path, row).unwrap();
        assert_eq!(Predictions::read(&path, &labels).is_ok(), right, "{row}");
    }
}

#[test]
fn the_odd_prediction_files_at_hand_are_read() {
    let Some(folder) = fixtures::shared("cases/predictions") else {
        return;
    };
    for name in ["three_decimals.txt", "bom.txt"] {
        let rows = loadtxt_rows(folder.join(name)).unwrap();
        let labels = labels_from_counts(["A", "B", "C", "D"], &[rows.len(), 0, 0, 0]).unwrap();
        let read = Predictions::read(folder.join(name), &labels).unwrap();
        assert_eq!(read.probabilities, rows, "{name}");
    }
}
