//! The test set's phantoms as another hospital's readers would label them.

use density::predict::Predictions;
use recipe::{another_clinic, looks};
use std::path::Path;

/// By `testset/truth.csv` the first has a percent density of 1.25.
#[test]
fn labels_follow_the_borders_of_the_clinic() {
    let testset = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../testset");
    let predictions = Predictions {
        classes: ["A", "B"].into(),
        files: vec!["some/folder/1002_1_A_CC_L.jpg".into()],
        labels: vec![0],
        probabilities: vec![vec![0.5, 0.5]],
        known_patients: Vec::new(),
    };
    let label = |border: f64| {
        another_clinic(&predictions, &testset, &[border])
            .unwrap()
            .labels[0]
    };
    assert_eq!([label(1.2), label(1.25), label(1.3)], [1, 1, 0]);
    let refused = |predictions: &Predictions, borders: &[f64]| {
        let refused = another_clinic(predictions, &testset, borders);
        refused.unwrap_err().to_string()
    };
    assert!(refused(&predictions, &[1.0, 2.0]).contains("one less"));
    let unknown = Predictions {
        files: vec!["x.png".into()],
        ..predictions.clone()
    };
    assert!(refused(&unknown, &[1.0]).contains("x.png is not in truth.csv"));
    assert_eq!(looks(&testset).unwrap()["1002_1_A_CC_L.jpg"], "plain");
}
