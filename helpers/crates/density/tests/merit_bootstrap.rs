//! Bootstrap intervals over patients, against cases that can be computed exactly.
#![allow(missing_docs)]

use density::data::Classes;
use density::data::Projection;
use density::merit::{Bootstrap, ConfusionMatrix, Interval, RocCurve, figures_of_merit};
use density::predict::{Predictions, labels_from_counts};

/// Images of class A, right or wrong, named after their patients.
fn images(right: &[bool], patients: &[usize]) -> Predictions {
    Predictions {
        classes: Classes::new(["A", "B"]),
        files: patients
            .iter()
            .map(|p| format!("{p}_1_A_CC_R.png"))
            .collect(),
        labels: vec![0; right.len()],
        probabilities: right
            .iter()
            .map(|&r| if r { vec![1.0, 0.0] } else { vec![0.0, 1.0] })
            .collect(),
        known_patients: Vec::new(),
    }
}

/// `n` images, one a patient, of which the first `right` are right.
fn share(right: usize, n: usize) -> Predictions {
    let right: Vec<bool> = (0..n).map(|i| i < right).collect();
    images(&right, &(0..n).collect::<Vec<_>>())
}

fn accuracy(p: &Predictions) -> density::Result<f64> {
    Ok(ConfusionMatrix::of(p)?.accuracy())
}

fn variance(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n
}

#[test]
fn the_accuracy_of_independent_images_is_binomial() {
    let p = share(120, 128);
    let bootstrap = Bootstrap {
        resamples: 10_000,
        ..Bootstrap::default()
    };
    let interval = bootstrap.interval(&p, accuracy).unwrap();
    assert_eq!(interval.estimate, 120.0 / 128.0);
    // scipy 1.17.1: binom.ppf([0.025, 0.975], 128, 120 / 128) = [114, 125].
    assert_eq!(
        (interval.low, interval.high),
        (114.0 / 128.0, 125.0 / 128.0)
    );

    // Exact variance p (1 - p) / n; 10000 resamples estimate it within 1.4 % (one standard deviation).
    let replicates = bootstrap.replicates(&[&p], accuracy).unwrap();
    let values: Vec<f64> = replicates.iter().map(|row| row[0]).collect();
    let exact = 120.0 / 128.0 * 8.0 / 128.0 / 128.0;
    assert!((variance(&values) / exact - 1.0).abs() < 0.05);
}

#[test]
fn the_level_sets_the_quantiles() {
    let bootstrap = Bootstrap {
        resamples: 10_000,
        level: 0.9,
        ..Bootstrap::default()
    };
    let interval = bootstrap.interval(&share(120, 128), accuracy).unwrap();
    // scipy 1.17.1: binom.ppf([0.05, 0.95], 128, 120 / 128) = [115, 124].
    assert_eq!(
        (interval.low, interval.high),
        (115.0 / 128.0, 124.0 / 128.0)
    );
}

#[test]
fn a_difference_is_paired() {
    // Of 64 patients a is right on 48, b on 36; only a on 16, only b on 4.
    let a: Vec<bool> = (0..64).map(|i| i < 48).collect();
    let b: Vec<bool> = (0..64)
        .map(|i| (16..48).contains(&i) || (60..64).contains(&i))
        .collect();
    let patients: Vec<usize> = (0..64).collect();
    let bootstrap = Bootstrap {
        resamples: 10_000,
        ..Bootstrap::default()
    };
    let interval = bootstrap
        .difference(&images(&a, &patients), &images(&b, &patients), accuracy)
        .unwrap();
    assert_eq!(interval.estimate, 12.0 / 64.0);
    // The sum of 64 draws of +1 (1/4), -1 (1/16), 0 (11/16), by 64 numpy.convolve of these three: quantiles 4, 20.
    // Unpaired, the interval would be about a third wider.
    assert_eq!((interval.low, interval.high), (4.0 / 64.0, 20.0 / 64.0));
}

#[test]
fn a_patients_images_are_drawn_together() {
    let right: Vec<bool> = (0..40).map(|i| i < 25).collect();
    let once = images(&right, &(0..40).collect::<Vec<_>>());
    let twice: Vec<bool> = right.iter().flat_map(|&r| [r, r]).collect();
    let twice = images(&twice, &(0..80).map(|i| i / 2).collect::<Vec<_>>());
    let bootstrap = Bootstrap::default();
    let interval = bootstrap.interval(&once, accuracy).unwrap();
    // A second, equal image of each patient tells nothing new.
    assert_eq!(bootstrap.interval(&twice, accuracy).unwrap(), interval);
    // scipy 1.17.1: binom.ppf([0.025, 0.975], 40, 0.625) = [19, 31].
    assert_eq!((interval.low, interval.high), (19.0 / 40.0, 31.0 / 40.0));
}

#[test]
fn intervals_of_the_published_predictions_agree_with_scipy() {
    let Some(folder) = fixtures::shared("upstream/Predictions") else {
        return;
    };
    let labels = labels_from_counts(["A", "B", "C", "D"], &[14, 51, 50, 13]).unwrap();
    let sets = Projection::ALL
        .map(|p| Predictions::read(folder.join(p.prediction_file()), &labels).unwrap());
    let total = Predictions::average(&sets.each_ref()).unwrap();
    let cc_r = &sets[0];
    // scipy 1.17.1: bootstrap((arange(128),), statistic of the drawn rows, n_resamples=10000, method="percentile",
    // vectorized=False, rng=1); with rng=2 the bounds move by up to 0.002, of the difference by one image.
    let agree = |got: Interval, low: f64, high: f64, tolerance: f64| {
        let near = (got.low - low).abs() < tolerance && (got.high - high).abs() < tolerance;
        assert!(near, "{got:.4}, scipy [{low}, {high}]");
    };
    let bootstrap = Bootstrap {
        resamples: 4000,
        ..Bootstrap::default()
    };
    let dense_auc = |p: &Predictions| Ok(RocCurve::dense_vs_nondense(p)?.auc);
    let kappa = |p: &Predictions| Ok(ConfusionMatrix::of(p)?.kappa_quadratic());
    agree(
        bootstrap.interval(cc_r, dense_auc).unwrap(),
        0.8734,
        0.9656,
        0.005,
    );
    agree(
        bootstrap.interval(cc_r, kappa).unwrap(),
        0.7111,
        0.8795,
        0.006,
    );
    agree(
        bootstrap.difference(&total, cc_r, accuracy).unwrap(),
        -0.0234,
        0.1016,
        1.5 / 128.0,
    );
}

#[test]
fn any_figure_of_a_report_can_be_the_statistic() {
    let interval = Bootstrap::default()
        .interval(&share(3, 4), |p| Ok(figures_of_merit(p)?.brier))
        .unwrap();
    // A wrong row of certainty costs 2, so the Brier score is twice the error rate, and 1 - accuracy is binomial:
    // scipy 1.17.1: binom.ppf([0.025, 0.975], 4, 0.25) = [0, 3].
    assert_eq!((interval.low, interval.high), (0.0, 1.5));
}

#[test]
fn patients_are_paired_by_name_whatever_the_order() {
    let a = images(&[true, false, true, true], &[1, 2, 3, 4]);
    let b = images(&[true, true, true, false], &[4, 3, 1, 2]);
    let zero = Bootstrap::default().difference(&a, &b, accuracy).unwrap();
    assert_eq!((zero.estimate, zero.low, zero.high), (0.0, 0.0, 0.0));
}

#[test]
fn without_names_rows_are_paired_by_number() {
    let mut a = images(&[true, false, true], &[1, 2, 3]);
    let named = Bootstrap::default().interval(&a, accuracy).unwrap();
    a.files = vec![String::new(); 3];
    assert_eq!(Bootstrap::default().interval(&a, accuracy).unwrap(), named);
    let zero = Bootstrap::default().difference(&a, &a.clone(), accuracy);
    assert_eq!(zero.unwrap().high, 0.0);
}

#[test]
fn sets_of_other_patients_are_refused() {
    let a = images(&[true, false], &[1, 2]);
    for b in [images(&[true, false], &[1, 3]), images(&[true], &[1])] {
        let message = Bootstrap::default()
            .difference(&a, &b, accuracy)
            .unwrap_err()
            .to_string();
        assert!(message.contains("has patient"), "{message}");
    }
}

#[test]
fn results_do_not_depend_on_the_number_of_threads_but_on_the_seed() {
    let p = share(30, 40);
    let on = |threads: usize, seed: u64| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        let bootstrap = Bootstrap {
            resamples: 200,
            seed,
            ..Bootstrap::default()
        };
        pool.install(|| bootstrap.replicates(&[&p], accuracy).unwrap())
    };
    assert_eq!(on(1, 7), on(3, 7));
    assert_ne!(on(1, 7), on(1, 8));
}

#[test]
fn a_statistic_that_is_rarely_undefined_has_an_interval_and_one_that_often_is_has_none() {
    let auc = |p: &Predictions| Ok(RocCurve::one_vs_rest(p, "B")?.auc);
    let with_labels = |labels: &[usize]| Predictions {
        labels: labels.to_vec(),
        ..images(
            &vec![true; labels.len()],
            &(0..labels.len()).collect::<Vec<_>>(),
        )
    };
    // One class is missing from 2 (1/2)^8 = 0.8 % of the resamples.
    let rarely = with_labels(&[0, 0, 0, 0, 1, 1, 1, 1]);
    let interval = Bootstrap::default().interval(&rarely, auc).unwrap();
    assert_eq!((interval.low, interval.high), (0.5, 0.5));
    // B is missing from (3/4)^4 = 32 %.
    let often = with_labels(&[0, 0, 0, 1]);
    let interval = Bootstrap::default().interval(&often, auc).unwrap();
    assert_eq!(interval.estimate, 0.5);
    assert!(interval.low.is_nan() && interval.high.is_nan());
}

#[test]
fn parameters_without_sense_are_refused() {
    let p = share(1, 2);
    let refusal = |bootstrap: Bootstrap| {
        let result = bootstrap.interval(&p, accuracy);
        result.unwrap_err().to_string()
    };
    let good = Bootstrap::default();
    assert!(
        refusal(Bootstrap {
            resamples: 0,
            ..good
        })
        .contains("resamples = 0")
    );
    for level in [0.0, 1.0, f64::NAN] {
        assert!(refusal(Bootstrap { level, ..good }).contains("level = "));
    }
    assert!(good.replicates(&[], accuracy).is_err());
}

#[test]
fn the_error_of_a_statistic_comes_through() {
    let result =
        Bootstrap::default().interval(&share(1, 2), |p| Ok(RocCurve::one_vs_rest(p, "E")?.auc));
    assert!(result.unwrap_err().to_string().contains("\"E\""));
}
