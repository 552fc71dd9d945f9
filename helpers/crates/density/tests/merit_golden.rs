//! Every figure of merit of the published predictions, against scikit-learn.
#![allow(missing_docs)]

use std::path::Path;

use density::data::Projection;
use density::merit::{ClassReport, Interval, Report, figures_of_merit};
use density::predict::{Predictions, labels_from_counts};
use serde_json::{Map, Value};

const TOLERANCE: f64 = 1e-9;

/// The seven sets of the tutorial.
fn sets(folder: &Path) -> Vec<(String, Predictions)> {
    let labels = labels_from_counts(["A", "B", "C", "D"], &[14, 51, 50, 13]).unwrap();
    let of = |projection: Projection| {
        Predictions::read(folder.join(projection.prediction_file()), &labels).unwrap()
    };
    let [cc_r, cc_l, mlo_r, mlo_l] = Projection::ALL.map(of);
    let average = |sets: &[&Predictions]| Predictions::average(sets).unwrap();
    vec![
        ("right".into(), average(&[&cc_r, &mlo_r])),
        ("left".into(), average(&[&cc_l, &mlo_l])),
        ("total".into(), average(&[&cc_r, &mlo_r, &cc_l, &mlo_l])),
        ("CC_R".into(), cc_r),
        ("CC_L".into(), cc_l),
        ("MLO_R".into(), mlo_r),
        ("MLO_L".into(), mlo_l),
    ]
}

fn object(value: &Value) -> &Map<String, Value> {
    value.as_object().unwrap()
}

fn close(place: &str, expected: &Value, got: f64) {
    let expected = expected.as_f64().unwrap();
    assert!(
        (expected - got).abs() < TOLERANCE,
        "{place}: scikit-learn {expected}, here {got}"
    );
}

fn interval_close(place: &str, expected: &Value, got: Interval) {
    close(&format!("{place} low"), &expected[0], got.low);
    close(&format!("{place} high"), &expected[1], got.high);
}

fn compare_class(place: &str, expected: &Map<String, Value>, got: &ClassReport) {
    assert_eq!(expected.len(), 7, "{place}: figures were added or lost");
    for (key, value) in expected {
        let place = format!("{place} {key}");
        match key.as_str() {
            "class" => assert_eq!(value.as_str(), Some(got.class.as_str()), "{place}"),
            "support" => assert_eq!(value.as_u64(), Some(got.support as u64), "{place}"),
            "precision" => close(&place, value, got.ppv),
            "recall" => close(&place, value, got.sensitivity.estimate),
            "specificity" => close(&place, value, got.specificity),
            "f1" => close(&place, value, got.f1),
            "auc_one_vs_rest" => close(&place, value, got.auc),
            _ => panic!("{place}: no such figure here"),
        }
    }
}

fn compare(set: &str, expected: &Map<String, Value>, got: &Report) {
    for (key, value) in expected {
        let place = format!("{set} {key}");
        match key.as_str() {
            "accuracy" => close(&place, value, got.accuracy.estimate),
            "accuracy_wilson_95" => interval_close(&place, value, got.accuracy),
            "macro_recall" => close(&place, value, got.macro_recall),
            "macro_precision" => close(&place, value, got.macro_precision),
            "macro_f1" => close(&place, value, got.macro_f1),
            "confusion_matrix" => {
                let counts: Vec<Vec<usize>> = serde_json::from_value(value.clone()).unwrap();
                assert_eq!(got.confusion.counts(), counts, "{place}");
            }
            "per_class" => {
                let classes = value.as_array().unwrap();
                assert_eq!(classes.len(), got.per_class.len());
                for (expected, got) in classes.iter().zip(&got.per_class) {
                    compare_class(&format!("{place} {}", got.class), object(expected), got);
                }
            }
            "kappa" => close(&place, value, got.kappa),
            "kappa_linear" => close(&place, value, got.kappa_linear),
            "kappa_quadratic" => close(&place, value, got.kappa_quadratic),
            "macro_auc_one_vs_rest" => close(&place, value, got.macro_auc),
            "dense_vs_nondense_accuracy" => close(&place, value, got.dense_accuracy.estimate),
            "dense_vs_nondense_auc" => close(&place, value, got.dense_auc),
            "within_one_class" => close(&place, value, got.within_one_class),
            "log_loss" => close(&place, value, got.log_loss),
            "brier" => close(&place, value, got.brier),
            "ece_10_bins" => close(&place, value, got.ece),
            _ => panic!("{place}: no such figure here"),
        }
    }
}

#[test]
fn every_published_figure_agrees_with_scikit_learn() {
    let Some(golden) = fixtures::shared("upstream/golden.json") else {
        return;
    };
    let Some(folder) = fixtures::shared("upstream/Predictions") else {
        return;
    };
    let golden: Value = serde_json::from_slice(&std::fs::read(golden).unwrap()).unwrap();
    let figures = object(&golden["figures"]);
    let sets = sets(&folder);
    assert_eq!(figures.len(), sets.len());
    for (name, expected) in figures {
        let expected = object(expected);
        assert_eq!(expected.len(), 17, "{name}: figures were added or lost");
        let (_, predictions) = sets.iter().find(|(set, _)| set == name).unwrap();
        compare(name, expected, &figures_of_merit(predictions).unwrap());
    }
}
