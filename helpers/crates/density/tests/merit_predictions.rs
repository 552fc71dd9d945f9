//! The table of predictions: reading, checking, averaging, showing.
#![allow(missing_docs)]

use std::fs;

use density::Error;
use density::data::Classes;
use density::predict::{Predictions, labels_from_counts, labels_from_files};

fn two_classes(probabilities: &[[f64; 2]], files: &[&str], labels: &[usize]) -> Predictions {
    Predictions {
        classes: Classes::new(["A", "B"]),
        files: files.iter().map(|&f| f.to_owned()).collect(),
        labels: labels.to_vec(),
        probabilities: probabilities.iter().map(|row| row.to_vec()).collect(),
        known_patients: Vec::new(),
    }
}

#[test]
fn a_written_table_reads_back_the_same_bits() {
    let labels =
        labels_from_files(["A", "B"], &[("1_A_CC_R.png", "A"), ("2_B_CC_R.png", "B")]).unwrap();
    let rows = vec![vec![1.0 / 3.0, 2.0 / 3.0], vec![0.1, 0.9]];
    let predictions = Predictions::new(labels.clone(), rows).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("predictions_ccr.txt");
    predictions.write(&path).unwrap();
    assert_eq!(Predictions::read(&path, &labels).unwrap(), predictions);
}

#[test]
fn labels_and_rows_must_be_as_many() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.txt");
    fs::write(&path, "0.5 0.5\n0.5 0.5\n").unwrap();
    let labels = labels_from_counts(["A", "B"], &[2, 1]).unwrap();
    let error = Predictions::read(&path, &labels).unwrap_err();
    assert!(matches!(error, Error::Labels(_)));
    let message = error.to_string();
    assert!(
        message.contains("p.txt has 2 rows but there are 3 labels"),
        "{message}"
    );
}

#[test]
fn a_file_that_holds_no_probabilities_is_refused_with_its_line() {
    let labels = labels_from_counts(["A", "B"], &[1, 1]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.txt");
    for (content, reason) in [
        (
            "# header\n0.5 0.5\n0.5 0.502\n",
            "line 3: the probabilities sum to 1.002",
        ),
        ("0.5 0.5\n1.1 -0.1\n", "line 2: -0.1 is not a probability"),
        (
            "0.3 0.3 0.4\n0.3 0.3 0.4\n",
            "line 1: 3 columns instead of 2",
        ),
    ] {
        fs::write(&path, content).unwrap();
        let message = Predictions::read(&path, &labels).unwrap_err().to_string();
        assert!(message.contains(reason), "{message}");
    }
}

#[test]
fn sums_within_a_thousandth_of_1_are_softmax_rows() {
    let labels = labels_from_counts(["A", "B"], &[1, 0]).unwrap();
    assert!(Predictions::new(labels, vec![vec![0.5, 0.5009]]).is_ok());
}

#[test]
fn a_table_made_by_hand_is_checked() {
    let good = two_classes(&[[0.5, 0.5]], &[""], &[0]);
    assert!(good.check().is_ok());
    type Spoil = fn(&mut Predictions);
    let spoilt: [(Spoil, &str); 7] = [
        (|p| p.labels[0] = 2, "row 1: class number 2"),
        (|p| p.labels.push(0), "1 rows of probabilities but 2 labels"),
        (|p| p.files.clear(), "1 rows of probabilities but 0 files"),
        (
            |p| p.probabilities[0].push(0.0),
            "row 1: 3 probabilities for 2 classes",
        ),
        (
            |p| p.probabilities[0][0] = f64::NAN,
            "NaN is not a probability",
        ),
        (|p| p.probabilities.clear(), "there are no predictions"),
        (
            |p| p.classes = Classes::new(["A", "A"]),
            "\"A\" is listed twice",
        ),
    ];
    for (spoil, reason) in spoilt {
        let mut bad = good.clone();
        spoil(&mut bad);
        let message = bad.check().unwrap_err().to_string();
        assert!(message.contains(reason), "{message}");
    }
}

#[test]
fn ties_go_to_the_first_class_as_in_numpy_argmax() {
    let tie = two_classes(&[[0.5, 0.5], [0.4, 0.6]], &["", ""], &[0, 0]);
    assert_eq!(tie.predicted(), [0, 1]);
}

#[test]
fn the_average_is_the_mean_of_each_probability_and_keeps_what_the_names_share() {
    let cc = two_classes(
        &[[0.25, 0.75], [1.0, 0.0], [0.5, 0.5]],
        &["7_A_CC_R.png", "same.png", ""],
        &[0, 1, 1],
    );
    let mlo = two_classes(
        &[[0.75, 0.25], [0.5, 0.5], [0.0, 1.0]],
        &["7_A_MLO_R.png", "same.png", ""],
        &[0, 1, 1],
    );
    let right = Predictions::average(&[&cc, &mlo]).unwrap();
    assert_eq!(
        right.probabilities,
        [vec![0.5, 0.5], vec![0.75, 0.25], vec![0.25, 0.75]]
    );
    assert_eq!(right.files, ["7", "same.png", ""]);
    assert_eq!(right.labels, cc.labels);
    assert_eq!(right.patients()[0], cc.patients()[0]);
}

#[test]
fn sets_of_other_images_are_not_averaged() {
    let a = two_classes(&[[0.5, 0.5]], &["1_A_CC_R.png"], &[0]);
    let refused = [
        (
            two_classes(&[[0.5, 0.5]], &[""], &[1]),
            "row 1 is of class A and B",
        ),
        (
            two_classes(&[[0.5, 0.5], [0.5, 0.5]], &["", ""], &[0, 0]),
            "1 and 2 rows",
        ),
        (
            two_classes(&[[0.5, 0.5]], &["2_A_MLO_R.png"], &[0]),
            "set 2 has no image of patient 1 for 1_A_CC_R.png of set 1",
        ),
        (
            Predictions {
                classes: Classes::new(["F", "D"]),
                ..a.clone()
            },
            "classes A, B and F, D are not the same",
        ),
    ];
    for (b, reason) in &refused {
        let message = Predictions::average(&[&a, b]).unwrap_err().to_string();
        assert!(message.contains("sets 1 and 2 differ"), "{message}");
        assert!(message.contains(reason), "{message}");
    }
    assert!(Predictions::average(&[]).is_err());
}

#[test]
fn the_patient_is_what_a_file_name_begins_with() {
    let p = two_classes(
        &[[0.5, 0.5]; 4],
        &[
            "1251_1_A_CC_R.png",
            "test/A/2205_1_A_MLO_L.png",
            "mdb001.png",
            "",
        ],
        &[0; 4],
    );
    let known = |name: &str| Some(name.to_owned());
    assert_eq!(
        p.patients(),
        [known("1251"), known("2205"), known("mdb001"), None]
    );
}

#[test]
fn the_frame_shows_each_image_with_its_classes() {
    let p = two_classes(
        &[[0.25, 0.75], [1.0, 0.0]],
        &["1_A.png", "2_A.png"],
        &[0, 0],
    );
    let frame = p.to_frame().unwrap();
    let names: Vec<&str> = frame
        .get_column_names()
        .into_iter()
        .map(|n| n.as_str())
        .collect();
    assert_eq!(
        names,
        ["file", "true", "p_A", "p_B", "predicted", "correct"]
    );
    assert_eq!(frame.height(), 2);
    let text = |name: &str| -> Vec<String> {
        let column = frame.column(name).unwrap().str().unwrap();
        column.iter().map(|v| v.unwrap().to_owned()).collect()
    };
    assert_eq!(text("file"), ["1_A.png", "2_A.png"]);
    assert_eq!(text("true"), ["A", "A"]);
    assert_eq!(text("predicted"), ["B", "A"]);
    let p_b: Vec<f64> = frame
        .column("p_B")
        .unwrap()
        .f64()
        .unwrap()
        .iter()
        .map(Option::unwrap)
        .collect();
    assert_eq!(p_b, [0.75, 0.0]);
    let correct = frame.column("correct").unwrap().bool().unwrap();
    assert_eq!(
        correct.iter().collect::<Vec<_>>(),
        [Some(false), Some(true)]
    );
}

#[test]
fn wrong_predictions_come_as_a_table_the_surest_first() {
    let p = two_classes(
        &[[0.6, 0.4], [0.1, 0.9], [0.7, 0.3], [0.2, 0.8]],
        &["a.png", "b.png", "c.png", "d.png"],
        &[1, 0, 0, 1],
    );
    let wrong = p.wrong().unwrap();
    assert_eq!(wrong.shape(), (2, 4));
    let column = |name: &str| wrong.column(name).unwrap().str().unwrap().get(0).unwrap();
    assert_eq!(
        [column("file"), column("true"), column("predicted")],
        ["b.png", "A", "B"]
    );
    let p = wrong.column("probability").unwrap().f64().unwrap();
    assert_eq!((p.get(0), p.get(1)), (Some(0.9), Some(0.6)));
}
