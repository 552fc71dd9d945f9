//! Borders between classes, fitted to the labels of another hospital. Expected values by NumPy: `borders_reference.py`.

use density::data::TextTable;
use density::merit::{ConfusionMatrix, adapt_borders};
use density::predict::Predictions;

/// What the networks say of the phantoms in `clinic.csv`, labelled by borders on their true percent density; and that density.
fn clinic(borders: [f64; 3]) -> (Predictions, Vec<f64>) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clinic.csv");
    let table = TextTable::read(path).unwrap();
    let numbers = |name: &str| {
        let values = table.column(&[name]).unwrap().iter();
        values
            .map(|value| value.parse::<f64>().unwrap())
            .collect::<Vec<_>>()
    };
    let area = numbers("percent_density");
    let columns = ["p_A", "p_B", "p_C", "p_D"].map(numbers);
    let label = |area: &f64| borders.iter().filter(|border| area >= border).count();
    let predictions = Predictions {
        classes: ["A", "B", "C", "D"].into(),
        files: table.column(&["file"]).unwrap().to_vec(),
        labels: area.iter().map(label).collect(),
        probabilities: (0..area.len())
            .map(|row| columns.iter().map(|column| column[row]).collect())
            .collect(),
        known_patients: Vec::new(),
    };
    (predictions, area)
}

#[test]
fn borders_are_numpys_and_recover_the_clinics_within_three_percent_of_area() {
    for (clinics, expected, right) in [
        ([14.0, 30.0, 55.0], [0.9295, 1.737, 2.8498], 416),
        ([18.0, 36.0, 58.0], [1.2491, 2.089, 2.8806], 406),
        ([13.0, 28.0, 52.0], [0.4268, 1.6403, 2.7484], 413),
        ([15.0, 35.0, 50.0], [0.9736, 2.0025, 2.5334], 420),
    ] {
        let (predictions, mut area) = clinic(clinics);
        let adapted = adapt_borders(&predictions).unwrap();
        for (ours, numpys) in adapted.borders.thresholds.iter().zip(expected) {
            assert!(
                (ours - numpys).abs() < 1e-4,
                "{} {expected:?}",
                adapted.borders
            );
        }
        let applied = adapted.borders.apply(&predictions).unwrap();
        assert_eq!(ConfusionMatrix::of(&applied).unwrap().correct(), right);
        area.sort_by(|a, b| b.total_cmp(a));
        let classes = adapted.borders.classes_of(&predictions);
        for (below, wanted) in clinics.into_iter().enumerate() {
            let above = classes.iter().filter(|class| **class > below).count();
            assert!(
                (area[above] - wanted).abs() < 3.0,
                "{} for {wanted}",
                area[above]
            );
        }
    }
}

#[test]
fn adapted_borders_are_tried_on_patients_that_they_were_not_fitted_on() {
    let (predictions, _) = clinic([18.0, 36.0, 58.0]);
    let adapted = adapt_borders(&predictions).unwrap();
    let [own, other] = [adapted.own[0], adapted.adapted[0]];
    assert!(other.low > own.high, "{adapted}");
    // Fitted and tried on the same images they look better than they are.
    let fitted = ConfusionMatrix::of(&adapted.borders.apply(&predictions).unwrap()).unwrap();
    assert!(other.estimate < fitted.accuracy(), "{adapted}");
    assert!(other.low < other.estimate && other.estimate < other.high);
    assert!(adapted.few().is_empty());
    let frame = adapted.to_frame().unwrap();
    assert_eq!((frame.height(), frame.width()), (3, 7));
}

#[test]
fn borders_that_no_label_tells_of_stay_and_few_images_are_told() {
    let (predictions, _) = clinic([18.0, 36.0, 58.0]);
    // Three patients of B, four of C.
    let mut rows = Vec::new();
    for (class, count) in [(1, 3), (2, 4)] {
        let of = (0..predictions.len()).filter(|row| predictions.labels[*row] == class);
        rows.extend(of.step_by(7).take(count));
    }
    let pick = |predictions: &Predictions| Predictions {
        files: rows
            .iter()
            .map(|row| predictions.files[*row].clone())
            .collect(),
        labels: rows.iter().map(|row| predictions.labels[*row]).collect(),
        probabilities: rows
            .iter()
            .map(|row| predictions.probabilities[*row].clone())
            .collect(),
        ..predictions.clone()
    };
    let few = pick(&predictions);
    let adapted = adapt_borders(&few).unwrap();
    let thresholds = &adapted.borders.thresholds;
    assert!(
        thresholds[0] == 0.5 && thresholds[2] >= 2.5,
        "{}",
        adapted.borders
    );
    let told = adapted.to_string();
    assert!(
        told.contains("A 0, B 3, C 4, D 0") && told.contains("guesses"),
        "{told}"
    );
    let one = Predictions {
        labels: vec![1; few.len()],
        ..few.clone()
    };
    assert!(
        adapt_borders(&one)
            .unwrap_err()
            .to_string()
            .contains("two classes")
    );
    let alone = Predictions {
        known_patients: vec![Some("1".into()); few.len()],
        ..few
    };
    assert!(
        adapt_borders(&alone)
            .unwrap_err()
            .to_string()
            .contains("one patient")
    );
}
