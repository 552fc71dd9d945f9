//! Figures of merit of small tables, the undefined ones included, against scikit-learn 1.9.1.
#![allow(missing_docs)]

use density::data::Classes;
use density::merit::{
    ConfusionMatrix, Merit, RocCurve, expected_calibration_error, figures_of_merit, log_loss,
    per_class_frame, reliability, temperature,
};
use density::predict::{Predictions, labels_from_counts};
use polars::frame::DataFrame;

fn close(got: f64, expected: f64) {
    assert!((got - expected).abs() < 1e-12, "{got}, not {expected}");
}

/// Twelve images of fatty, glandular and dense breasts, with ties and with zero probabilities.
fn fatty_glandular_dense() -> Predictions {
    let labels = labels_from_counts(["F", "G", "D"], &[4, 5, 3]).unwrap();
    let rows = [
        [0.8, 0.2, 0.0],
        [0.5, 0.3, 0.2],
        [0.2, 0.6, 0.2],
        [1.0, 0.0, 0.0],
        [0.3, 0.4, 0.3],
        [0.1, 0.8, 0.1],
        [0.5, 0.3, 0.2],
        [0.0, 0.3, 0.7],
        [0.2, 0.5, 0.3],
        [0.0, 0.4, 0.6],
        [0.3, 0.4, 0.3],
        [1.0, 0.0, 0.0],
    ];
    Predictions::new(labels, rows.map(|row| row.to_vec()).to_vec()).unwrap()
}

fn two_classes(probability_of_b: &[f64], labels: &[usize]) -> Predictions {
    Predictions {
        classes: Classes::new(["A", "B"]),
        files: vec![String::new(); labels.len()],
        labels: labels.to_vec(),
        probabilities: probability_of_b.iter().map(|p| vec![1.0 - p, *p]).collect(),
        known_patients: Vec::new(),
    }
}

#[test]
fn three_classes_agree_with_scikit_learn() {
    // y = [0]*4 + [1]*5 + [2]*3, p = the rows, P = p.argmax(1);
    // recall_score(y, P, average="macro"), cohen_kappa_score(y, P, weights=...), roc_auc_score(y, p, multi_class="ovr"),
    // log_loss(y, p), brier_score_loss(y, p, scale_by_half=False), and so on; dense is y == 2.
    let report = figures_of_merit(&fatty_glandular_dense()).unwrap();
    assert_eq!(report.confusion.counts(), [[3, 1, 0], [1, 3, 1], [1, 1, 1]]);
    close(report.accuracy.estimate, 0.5833333333333334);
    close(report.macro_recall, 0.5611111111111111);
    close(report.macro_precision, 0.5666666666666667);
    close(report.macro_f1, 0.5555555555555555);
    close(report.kappa, 0.3548387096774194);
    close(report.kappa_linear, 0.3793103448275862);
    close(report.kappa_quadratic, 0.40740740740740744);
    close(report.per_class[0].auc, 0.765625);
    close(report.per_class[1].auc, 0.7142857142857143);
    close(report.per_class[2].auc, 0.5925925925925926);
    close(report.macro_auc, 0.6908344356261024);
    close(report.dense_accuracy.estimate, 0.75);
    close(report.dense_auc, 0.5925925925925926);
    close(report.log_loss, 3.710392294493127);
    close(report.brier, 0.6083333333333333);
    assert_eq!(
        report.confusion.dense_vs_nondense().unwrap().classes(),
        ["F+G", "D"]
    );
}

#[test]
fn classes_without_images_or_predictions_count_as_in_scikit_learn() {
    // y = [0, 0, 1, 1, 1, 4, 4], P = [0, 1, 1, 3, 1, 1, 0]: class 2 occurs nowhere, 3 is predicted only, 4 is true
    // only. recall_score(y, P, average="macro", zero_division=0) and its siblings;
    // cohen_kappa_score(y, P, labels=range(5), weights=...).
    let matrix = ConfusionMatrix::new(
        Classes::ordinal(["0", "1", "2", "3", "4"]),
        &[
            [1, 1, 0, 0, 0],
            [0, 2, 0, 1, 0],
            [0; 5],
            [0; 5],
            [1, 1, 0, 0, 0],
        ],
    )
    .unwrap();
    close(matrix.macro_recall(), 0.29166666666666663);
    close(matrix.macro_precision(), 0.25);
    close(matrix.macro_f1(), 0.26785714285714285);
    close(matrix.kappa(), 0.15151515151515138);
    close(matrix.kappa_linear(), -0.02941176470588247);
    close(matrix.kappa_quadratic(), -0.15384615384615374);
    // The same with average=None, labels=range(5), zero_division=nan.
    let undefined =
        |figures: Vec<f64>| -> Vec<bool> { figures.iter().map(|f| f.is_nan()).collect() };
    assert_eq!(
        undefined(matrix.sensitivity()),
        [false, false, true, true, false]
    );
    assert_eq!(undefined(matrix.ppv()), [false, false, true, false, true]);
    assert_eq!(undefined(matrix.f1()), [false, false, true, false, false]);
}

#[test]
fn the_four_rates_of_a_screening_test() {
    // By hand: 50 diseased of whom 45 found, 50 healthy of whom 40 cleared.
    let matrix = ConfusionMatrix::new(["healthy", "diseased"], &[[40, 10], [5, 45]]).unwrap();
    close(matrix.sensitivity()[1], 45.0 / 50.0);
    close(matrix.specificity()[1], 40.0 / 50.0);
    close(matrix.ppv()[1], 45.0 / 55.0);
    close(matrix.npv()[1], 40.0 / 45.0);
    let ordered = Classes::ordinal(["healthy", "diseased"]);
    let ordered = ConfusionMatrix::new(&ordered, matrix.counts()).unwrap();
    assert_eq!(ordered.within_one_class(), 1.0);
    assert_eq!(
        ordered.dense_vs_nondense().unwrap().counts(),
        matrix.counts()
    );
}

#[test]
fn one_class_only_has_no_kappa_and_no_area_but_a_report() {
    // cohen_kappa_score([1, 1], [1, 1], labels=[0, 1]) and roc_auc_score([1, 1], ...) are nan.
    let report = figures_of_merit(&two_classes(&[0.9, 0.8], &[1, 1])).unwrap();
    assert_eq!(report.accuracy.estimate, 1.0);
    assert_eq!(report.macro_recall, 1.0);
    for undefined in [
        report.kappa,
        report.kappa_quadratic,
        report.macro_auc,
        report.dense_auc,
        report.per_class[0].sensitivity.estimate,
        report.per_class[0].ppv,
        report.per_class[1].specificity,
        report.per_class[1].npv,
    ] {
        assert!(undefined.is_nan(), "{undefined}");
    }
}

#[test]
fn a_matrix_without_images_has_no_accuracy() {
    let empty = ConfusionMatrix::new(["A", "B"], &[[0, 0], [0, 0]]).unwrap();
    for figure in [
        empty.accuracy(),
        empty.macro_f1(),
        empty.kappa(),
        empty.within_one_class(),
    ] {
        assert!(figure.is_nan());
    }
}

#[test]
fn matrices_that_are_not_square_are_refused() {
    let message = |result: density::Result<ConfusionMatrix>| result.unwrap_err().to_string();
    let rows = vec![vec![1, 2], vec![3]];
    assert!(message(ConfusionMatrix::new(["A", "B"], &rows)).contains("rows of [2, 1]"));
    assert!(message(ConfusionMatrix::new(["A"], &[[1]])).contains("1 classes"));
    assert!(message(ConfusionMatrix::new(["A", "A"], &[[1, 0], [0, 1]])).contains("listed twice"));
}

#[test]
fn an_impossible_true_class_costs_36_nats() {
    // scikit-learn: log_loss([1], [[1., 0.]], labels=[0, 1]) = 36.04365338911715.
    close(
        log_loss(&two_classes(&[0.0], &[1])).unwrap(),
        36.04365338911715,
    );
}

#[test]
fn a_confidence_on_an_edge_belongs_to_the_bin_below() {
    // numpy 2.4: digitize([0.5, 0.75, 1, 0.625], [0.25, 0.5, 0.75, 1], right=True) = [1, 2, 3, 2].
    let p = two_classes(&[0.5, 0.75, 1.0, 0.625], &[0, 1, 0, 0]);
    let bins = reliability(&p, 4).unwrap();
    let counts: Vec<usize> = bins.iter().map(|bin| bin.count).collect();
    assert_eq!(counts, [0, 1, 2, 1]);
    assert!(bins[0].confidence.is_nan() && bins[0].accuracy.is_nan());
    assert_eq!((bins[2].low, bins[2].high), (0.5, 0.75));
    assert_eq!((bins[2].confidence, bins[2].accuracy), (0.6875, 0.5));
    // By hand: (1 |1 - 0.5| + 2 |0.5 - 0.6875| + 1 |0 - 1|) / 4.
    close(expected_calibration_error(&p, 4).unwrap(), 0.46875);
    assert!(
        reliability(&p, 0)
            .unwrap_err()
            .to_string()
            .contains("bins = 0")
    );
}

/// SciPy 1.17, `minimize_scalar(nll, bounds=(0.05, 20), method="bounded")` of the mean of `-log(softmax(log(p) / t))` at the truth.
#[test]
fn the_temperature_is_where_scipy_finds_the_lowest_log_loss() {
    let logit = |i: usize, k: usize| 3.0 * (1.3 * i as f64 + 0.9 * k as f64).sin();
    let rows = (0..40).map(|i| {
        let weights = [0, 1, 2, 3].map(|k| logit(i, k).exp());
        let sum = weights.iter().sum::<f64>();
        weights.map(|w| w / sum).to_vec()
    });
    let rows = rows.collect::<Vec<_>>();
    let largest = |row: &[f64]| (0..4).max_by(|a, b| row[*a].total_cmp(&row[*b])).unwrap();
    let labels = rows.iter().enumerate();
    let labels = labels.map(|(i, row)| if i % 4 > 0 { largest(row) } else { i % 3 });
    let p = Predictions {
        classes: Classes::new(["A", "B", "C", "D"]),
        files: vec![String::new(); 40],
        labels: labels.collect(),
        probabilities: rows,
        known_patients: Vec::new(),
    };
    let found = temperature(&p).unwrap();
    assert!((found - 1.377_358_13).abs() < 1e-6, "{found}");
    // All right and sure: the coldest there is.
    assert_eq!(
        (temperature(&two_classes(&[0.1, 0.9], &[0, 1])).unwrap() * 20.0).round(),
        1.0
    );
}

#[test]
fn predictions_that_do_not_fit_are_refused_by_every_figure() {
    let mut p = two_classes(&[0.5, 0.5], &[0, 1]);
    p.labels.pop();
    assert!(figures_of_merit(&p).is_err());
    assert!(ConfusionMatrix::of(&p).is_err());
    assert!(RocCurve::one_vs_rest(&p, "A").is_err());
    assert!(RocCurve::dense_vs_nondense(&p).is_err());
    assert!(log_loss(&p).is_err());
    assert!(reliability(&p, 10).is_err());
    let message = RocCurve::one_vs_rest(&two_classes(&[0.5], &[0]), "E").unwrap_err();
    assert!(message.to_string().contains("\"E\" is not one of A, B"));
}

fn number(frame: &DataFrame, column: &str, row: usize) -> Option<f64> {
    frame.column(column).unwrap().f64().unwrap().get(row)
}

fn count(frame: &DataFrame, column: &str, row: usize) -> Option<u64> {
    frame.column(column).unwrap().u64().unwrap().get(row)
}

#[test]
fn tables_hold_a_row_per_set_and_class_and_null_where_undefined() {
    let three = figures_of_merit(&fatty_glandular_dense()).unwrap();
    let one = figures_of_merit(&two_classes(&[0.9, 0.8], &[1, 1])).unwrap();
    let frame = per_class_frame(&[("three", &three), ("one", &one)]).unwrap();
    assert_eq!(frame.shape(), (5, 11));
    let class = frame.column("class").unwrap().str().unwrap();
    assert_eq!(class.get(2), Some("D"));
    assert_eq!(count(&frame, "support", 2), Some(3));
    assert_eq!(number(&frame, "auc", 2), Some(three.per_class[2].auc));
    assert_eq!(number(&frame, "sensitivity", 3), None);

    let frame = three.confusion.to_frame().unwrap();
    assert_eq!(frame.shape(), (3, 4));
    assert_eq!(count(&frame, "F", 1), Some(1));
    assert_eq!(count(&frame, "G", 1), Some(3));
}

/// Nothing tells whether `x` is denser than `y`: what needs the order is refused by name, the rest is the same.
#[test]
fn figures_that_need_an_order_are_refused_for_classes_without_one() {
    let ordered = fatty_glandular_dense();
    let mut nominal = ordered.clone();
    nominal.classes = Classes::new(["x", "y", "z"]);
    let (known, unknown) = (
        figures_of_merit(&ordered).unwrap(),
        figures_of_merit(&nominal).unwrap(),
    );
    assert_eq!(known.accuracy, unknown.accuracy);
    assert_eq!(known.kappa, unknown.kappa);
    for merit in [
        Merit::KappaLinear,
        Merit::KappaQuadratic,
        Merit::WithinOneClass,
        Merit::DenseAccuracy,
        Merit::DenseAuc,
    ] {
        assert!(!merit.of(&known).is_nan() && merit.of(&unknown).is_nan());
        let refused = merit.compute(&nominal).unwrap_err().to_string();
        assert!(
            refused.contains(merit.name()) && refused.contains("x, y, z"),
            "{refused}"
        );
    }
    assert!(unknown.confusion.dense_vs_nondense().is_err());
    assert!(RocCurve::dense_vs_nondense(&nominal).is_err());
}

/// A network whose outputs are `D F G`, because its folder was sorted by name, gives the figures of `F G D`.
#[test]
fn predictions_in_another_order_are_matched_by_name() {
    let ordered = fatty_glandular_dense();
    let shuffled = ordered
        .with_classes(&Classes::new(["D", "F", "G"]))
        .unwrap();
    assert!(
        figures_of_merit(&shuffled)
            .unwrap()
            .kappa_quadratic
            .is_nan()
    );
    assert_ne!(shuffled.labels, ordered.labels);
    assert_eq!(shuffled.with_classes(&ordered.classes).unwrap(), ordered);
    let averaged = Predictions::average(&[&ordered, &shuffled]).unwrap();
    assert_eq!(averaged.classes, ordered.classes);
    assert_eq!(averaged.labels, ordered.labels);
}
