//! What cannot be drawn is refused with a message that names it; nothing panics.

use candle_core::{DType, Device, Tensor};
use density::Error;
use density::cam::{ActivationMap, Explanation, Explanations};
use density::data::Classes;
use density::history::{EpochRecord, History};
use density::merit::{ConfusionMatrix, Interval, ReliabilityBin, RocCurve};
use figures::*;
use image::{GrayImage, RgbImage};

/// The refusal is [`Error::Figure`] and its message holds `part`.
#[track_caller]
fn refused<T>(result: density::Result<T>, part: &str) {
    match result {
        Err(Error::Figure(message)) => {
            assert!(message.contains(part), "`{message}` lacks `{part}`")
        }
        Err(other) => panic!("another error: {other}"),
        Ok(_) => panic!("accepted; expected a refusal with `{part}`"),
    }
}

type Change = fn(&mut EpochRecord);

/// Two good epochs, the second changed.
fn history(change: Change) -> History {
    let epoch = |epoch| EpochRecord {
        epoch,
        loss: 1.0,
        accuracy: 0.5,
        val_loss: 1.0,
        val_accuracy: 0.5,
        learning_rate: 0.1,
        seconds: 1.0,
    };
    let mut epochs = vec![epoch(1), epoch(2)];
    change(&mut epochs[1]);
    History { epochs }
}

#[test]
fn histories() {
    refused(plot_history("", &History::default()), "empty");
    let changes: [(Change, &str); 5] = [
        (|e| e.loss = f64::NAN, "training loss: value 2 of 2 is NaN"),
        (
            |e| e.val_loss = f64::INFINITY,
            "validation loss: value 2 of 2 is inf",
        ),
        (|e| e.accuracy = 60.0, "60"),
        (|e| e.val_accuracy = -0.5, "-0.5"),
        (|e| e.learning_rate = -0.01, "learning rate -0.01"),
    ];
    for (change, named) in changes {
        refused(plot_history("", &history(change)), named);
    }
    assert!(plot_history("", &history(|e| e.val_loss = f64::NAN)).is_ok());
}

#[test]
fn confusion_matrices() {
    // A matrix that is none is refused where it is made.
    let one = ConfusionMatrix::new(["A", "B"], &[[1, 0], [0, 1]]).unwrap();
    refused(plot_confusions(&[], 2), "confusion matrices");
    refused(plot_confusions(&[("m".into(), one)], 0), "0 columns");
    let many: Vec<String> = (0..400).map(|i| i.to_string()).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let many = ConfusionMatrix::new(&many, &vec![vec![0; 400]; 400]).unwrap();
    refused(plot_confusion("m", &many), "pixels");
}

#[test]
fn roc_curves() {
    let curve = |fpr: &[f64], tpr: &[f64], auc| {
        (
            "A".into(),
            RocCurve {
                false_positive_rate: fpr.into(),
                true_positive_rate: tpr.into(),
                thresholds: Vec::new(),
                auc,
            },
        )
    };
    refused(plot_roc("", &[]), "ROC curves");
    refused(plot_roc("", &[curve(&[], &[], 0.5)]), "empty");
    refused(
        plot_roc("", &[curve(&[0.0, 1.0], &[0.0], 0.5)]),
        "TPR of A has 1",
    );
    refused(plot_roc("", &[curve(&[0.0, 1.1], &[0.0, 1.0], 0.5)]), "1.1");
    refused(
        plot_roc("", &[curve(&[0.0, 1.0], &[0.0, f64::NAN], 0.5)]),
        "NaN",
    );
    refused(
        plot_roc("", &[curve(&[0.0, 1.0], &[0.0, 1.0], f64::NAN)]),
        "AUC of A",
    );
}

#[test]
fn reliability_diagrams() {
    let bin = ReliabilityBin {
        low: 0.0,
        high: 1.0,
        confidence: 0.5,
        accuracy: 0.5,
        count: 3,
    };
    refused(plot_reliability("", &[], 0.0), "bins");
    refused(plot_reliability("", &[bin], f64::NAN), "calibration error");
    refused(
        plot_reliability(
            "",
            &[ReliabilityBin {
                low: 1.0,
                high: 0.5,
                ..bin
            }],
            0.0,
        ),
        "ascend",
    );
    refused(
        plot_reliability(
            "",
            &[ReliabilityBin {
                accuracy: f64::NAN,
                ..bin
            }],
            0.0,
        ),
        "bin 1",
    );
}

#[test]
fn intervals_and_counts() {
    let interval = |estimate, low, high| {
        (
            "CC_R".into(),
            Interval {
                estimate,
                low,
                high,
            },
        )
    };
    refused(plot_intervals("", "", &[], None), "intervals");
    refused(
        plot_intervals("", "", &[interval(0.9, 0.1, 0.8)], None),
        "outside",
    );
    refused(
        plot_intervals("", "", &[interval(0.5, f64::NAN, 0.8)], None),
        "CC_R",
    );
    refused(
        plot_intervals(
            "",
            "",
            &[interval(0.5, 0.1, 0.8)],
            Some(("r".into(), f64::INFINITY)),
        ),
        "reference",
    );
}

#[test]
fn galleries_and_panels() {
    refused(gallery(&[], 3), "gallery");
    let item = GalleryItem::new(GrayImage::new(4, 4), "a");
    refused(gallery(std::slice::from_ref(&item), 0), "0 columns");
    refused(gallery(&[item], 13), "13 columns");
    refused(
        gallery(&[GalleryItem::new(GrayImage::new(0, 4), "void")], 3),
        "image 1 (void) has 0 x 4",
    );
}

/// The map of one class over an image of 8 x 8 pixels, changed.
fn maps(change: impl FnOnce(&mut Explanation)) -> Explanations {
    let none = Tensor::zeros((1, 1, 1), DType::F32, &Device::Cpu).unwrap();
    let mut explanation = Explanation {
        path: "a.png".into(),
        image: GrayImage::new(8, 8),
        classes: Classes::new(["A"]),
        truth: None,
        map: ActivationMap {
            class: 0,
            logits: vec![0.0],
            probabilities: vec![1.0],
            features: none.clone(),
            gradient: none,
            coarse_size: (1, 1),
            coarse: vec![1.0],
            size: (8, 8),
            map: vec![0.5; 64],
        },
    };
    change(&mut explanation);
    [explanation].into_iter().collect()
}

#[test]
fn activation_maps() {
    assert!(maps(|_| ()).grid().is_ok());
    let none: Explanations = [].into_iter().collect();
    refused(none.grid(), "maps");
    refused(
        maps(|e| e.map.map[3] = f64::NAN).grid(),
        "value 4 of 64 is NaN",
    );
    refused(maps(|e| e.map.map[0] = 1.5).grid(), "1.5");
    refused(maps(|e| e.image = GrayImage::new(4, 8)).grid(), "4 x 8");
    refused(maps(|e| e.image = GrayImage::new(0, 0)).grid(), "0 x 0");
}

#[test]
fn files_that_cannot_be_written() {
    let figure = Figure::from_image(RgbImage::new(4, 4)).expect("a picture");
    // A file is in the way of the folder.
    let below = figure.save("Cargo.toml/figure.png").unwrap_err();
    assert!(below.to_string().contains("Cargo.toml"), "{below}");
    refused(figure.save("figure.unknown"), "figure.unknown");
}

/// Numbers that a diverged training or a slip can produce are drawn, however odd, or refused; they do not panic.
#[test]
fn extreme_numbers_do_not_panic() {
    for value in [1e308, 1e30, 1e-300, -1e12, 0.0] {
        let mut odd = history(|_| ());
        (odd.epochs[0].loss, odd.epochs[1].val_loss) = (value, -value);
        let _ = plot_history("", &odd);
        let interval = (
            "x".repeat(500),
            Interval {
                estimate: value,
                low: value,
                high: value,
            },
        );
        let _ = plot_intervals(
            &"t".repeat(900),
            "",
            &[interval],
            Some(("r".repeat(300), -value)),
        );
    }
    let long = "class".repeat(60);
    let huge = ConfusionMatrix::new([&long, "B"], &[[usize::MAX / 2, 0], [0, 0]]).unwrap();
    assert!(plot_confusion(&long, &huge).is_ok());
}
