//! Charts: marks lie where the numbers say, titles are drawn, and the same numbers give the same bytes.

use density::Result;
use density::merit::{ConfusionMatrix, Interval, ReliabilityBin, RocCurve};
use figures::okabe_ito::{BLUE, GREEN, SKY_BLUE, VERMILION};
use figures::{
    Figure, HistoryCurves, plot_confusion, plot_confusions, plot_counts, plot_history,
    plot_intervals, plot_reliability, plot_roc,
};
use image::RgbImage;
use plotters::style::RGBColor;

/// Height of the title line: marks of this colour above it belong to no plot.
const TITLE: u32 = 42;
/// Height of title and legend.
const HEADING: u32 = 70;

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| name.to_string()).collect()
}

/// Pixels of exactly this colour at `top` or below and left of `right`: smallest and largest column and row.
struct Extent {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

fn extent(picture: &RgbImage, colour: RGBColor, rows: std::ops::Range<u32>, right: u32) -> Extent {
    let mut found = Extent {
        left: f64::MAX,
        right: f64::MIN,
        top: f64::MAX,
        bottom: f64::MIN,
    };
    for (x, y, pixel) in picture.enumerate_pixels() {
        if rows.contains(&y) && x < right && pixel.0 == [colour.0, colour.1, colour.2] {
            let (x, y) = (f64::from(x), f64::from(y));
            found.left = found.left.min(x);
            found.right = found.right.max(x);
            found.top = found.top.min(y);
            found.bottom = found.bottom.max(y);
        }
    }
    assert!(
        found.left <= found.right,
        "no pixel has the colour {colour:?}"
    );
    found
}

fn history() -> HistoryCurves {
    let falling = |scale: f64| {
        (0..50)
            .map(|i| scale / (1.0 + f64::from(i) / 10.0))
            .collect::<Vec<_>>()
    };
    HistoryCurves {
        title: "CC_R".into(),
        loss: falling(1.4),
        accuracy: falling(0.5).into_iter().map(|v| 1.0 - v).collect(),
        validation_loss: falling(2.0),
        validation_accuracy: (0..50).map(|i| if i == 29 { 0.9 } else { 0.3 }).collect(),
        learning_rate: (0..50).map(|i| if i < 20 { 0.01 } else { 0.001 }).collect(),
        best_epoch: None,
    }
}

fn matrix() -> ConfusionMatrix {
    let counts = [[30, 2, 0], [0, 4, 4], [0, 0, 0]];
    ConfusionMatrix::new(&["A", "B", "C"], &counts).unwrap()
}

fn interval(label: &str, estimate: f64, low: f64, high: f64) -> (String, Interval) {
    (
        label.into(),
        Interval {
            estimate,
            low,
            high,
        },
    )
}

fn every_chart(title: &str) -> Result<Vec<(&'static str, Figure)>> {
    let classes = names(&["A", "B", "C"]);
    let corner = (
        "A".into(),
        RocCurve {
            false_positive_rate: vec![0.0, 0.0, 1.0],
            true_positive_rate: vec![0.0, 1.0, 1.0],
            thresholds: Vec::new(),
            auc: 1.0,
        },
    );
    let bin = ReliabilityBin {
        low: 0.5,
        high: 1.0,
        confidence: 0.8,
        accuracy: 0.7,
        count: 12,
    };
    let empty = ReliabilityBin {
        low: 0.0,
        high: 0.5,
        confidence: f64::NAN,
        accuracy: f64::NAN,
        count: 0,
    };
    Ok(vec![
        (
            "history",
            plot_history(&HistoryCurves {
                title: title.into(),
                ..history()
            })?,
        ),
        ("confusion", plot_confusion(title, &matrix())?),
        ("roc", plot_roc(title, &[corner])?),
        ("reliability", plot_reliability(title, &[empty, bin], 0.1)?),
        (
            "intervals",
            plot_intervals(title, "accuracy", &[interval("CC_R", 0.8, 0.7, 0.9)], None)?,
        ),
        (
            "counts",
            plot_counts(
                title,
                "images",
                &names(&["train"]),
                &classes,
                &[vec![3], vec![0], vec![7]],
            )?,
        ),
    ])
}

#[test]
fn the_same_numbers_give_the_same_bytes() -> Result<()> {
    for ((name, first), (_, second)) in every_chart("CC_R")?.iter().zip(&every_chart("CC_R")?) {
        assert_eq!(first.to_png()?, second.to_png()?, "{name}");
    }
    Ok(())
}

#[test]
fn figures_are_as_wide_as_a_notebook_and_bear_their_title() -> Result<()> {
    let ink = |figure: &Figure| -> u64 {
        let rows = figure.image().rows().take(TITLE as usize);
        rows.flatten().map(|p| u64::from(255 - p.0[0])).sum()
    };
    for ((name, titled), (_, bare)) in every_chart("MLO_L, test set")?
        .iter()
        .zip(&every_chart("")?)
    {
        assert!(
            (400..=1200).contains(&titled.width()),
            "{name}: {} wide",
            titled.width()
        );
        assert_eq!(
            (titled.width(), titled.height()),
            (bare.width(), bare.height()),
            "{name}"
        );
        assert!(
            ink(titled) > ink(bare) + 10_000,
            "{name}: {} against {}",
            ink(titled),
            ink(bare)
        );
    }
    Ok(())
}

#[test]
fn nothing_is_drawn_on_the_edge_of_a_figure() -> Result<()> {
    for (name, figure) in every_chart("A title")? {
        let (right, bottom) = (figure.width() - 1, figure.height() - 1);
        let edge = figure
            .image()
            .enumerate_pixels()
            .filter(|(x, y, _)| *x == 0 || *y == 0 || *x == right || *y == bottom);
        assert_eq!(
            edge.filter(|(_, _, p)| p.0 != [255; 3]).count(),
            0,
            "{name}"
        );
    }
    Ok(())
}

/// The ring of epoch 30 of 50 lies 29/49 of the way from the first to the last point of the training curve.
#[test]
fn the_best_epoch_is_marked_where_it_lies() -> Result<()> {
    let figure = plot_history(&history())?;
    let picture = figure.image();
    let curve = extent(picture, BLUE, HEADING..380, 1000);
    let ring = extent(picture, GREEN, HEADING..380, 1000);
    let at = ((ring.left + ring.right) / 2.0 - curve.left) / (curve.right - curve.left);
    assert!((at - 29.0 / 49.0).abs() < 0.005, "{at}");
    Ok(())
}

#[test]
fn one_epoch_without_validation_is_a_dot() -> Result<()> {
    let curves = HistoryCurves {
        loss: vec![1.2],
        accuracy: vec![0.4],
        ..HistoryCurves::default()
    };
    let figure = plot_history(&curves)?;
    let dot = extent(figure.image(), BLUE, HEADING..380, 1000);
    assert!(
        (6.0..=10.0).contains(&(dot.right - dot.left))
            && (6.0..=10.0).contains(&(dot.bottom - dot.top))
    );
    assert!((500.0..540.0).contains(&dot.left));
    Ok(())
}

#[test]
fn a_rate_that_changes_often_gets_a_panel() -> Result<()> {
    let changing = (0..50).map(|i| 0.01 * 0.9f64.powi(i)).collect();
    let panels = plot_history(&HistoryCurves {
        learning_rate: changing,
        ..history()
    })?;
    assert!(panels.height() > plot_history(&history())?.height() + 100);
    Ok(())
}

/// The published training of CC_R: 100 epochs, the rate falls at epoch 41, the best validation accuracy is that of
/// epoch 46.
#[test]
fn the_published_history_is_drawn() -> Result<()> {
    let read = |name: &str| -> Option<Vec<f64>> {
        let file = fixtures::shared(&format!("upstream/CC_R_model/{name}.txt"))?;
        let text = std::fs::read_to_string(file).expect("a published text file");
        Some(
            text.split_whitespace()
                .map(|v| v.parse().expect("a number"))
                .collect(),
        )
    };
    let Some(loss) = read("loss_train") else {
        return Ok(());
    };
    let curves = HistoryCurves {
        title: "CC_R: the published training".into(),
        loss,
        accuracy: read("acc_train").unwrap_or_default(),
        validation_loss: read("loss_val").unwrap_or_default(),
        validation_accuracy: read("acc_val").unwrap_or_default(),
        learning_rate: (0..100)
            .map(|i| if i < 40 { 0.01 } else { 0.001 })
            .collect(),
        best_epoch: None,
    };
    assert_eq!(curves.best(), Some(46));
    assert_eq!(curves.learning_rate_steps(), [(41, 0.001)]);
    let figure = plot_history(&curves)?;
    let curve = extent(figure.image(), BLUE, HEADING..380, 1000);
    let ring = extent(figure.image(), GREEN, HEADING..380, 1000);
    let at = ((ring.left + ring.right) / 2.0 - curve.left) / (curve.right - curve.left);
    assert!((at - 45.0 / 99.0).abs() < 0.005, "{at}");
    Ok(())
}

/// The first curve runs along the left and the upper edge of the square; the second ends at (1, 0.5).
#[test]
fn roc_curves_lie_in_the_unit_square() -> Result<()> {
    let curve = |name: &str, fpr: &[f64], tpr: &[f64], auc| {
        (
            name.into(),
            RocCurve {
                false_positive_rate: fpr.into(),
                true_positive_rate: tpr.into(),
                thresholds: Vec::new(),
                auc,
            },
        )
    };
    let figure = plot_roc(
        "ROC",
        &[
            curve("A", &[0.0, 0.0, 1.0], &[0.0, 1.0, 1.0], 1.0),
            curve("B", &[0.0, 1.0], &[0.0, 0.5], 0.25),
        ],
    )?;
    // Left of the legend.
    let (corner, half) = (
        extent(figure.image(), BLUE, TITLE..900, 670),
        extent(figure.image(), VERMILION, TITLE..900, 670),
    );
    assert!((corner.right - half.right).abs() <= 2.0);
    let height = (half.bottom - half.top) / (corner.bottom - corner.top);
    assert!((height - 0.5).abs() < 0.01, "{height}");
    Ok(())
}

/// Bars of 100 and 50 images, and none for 0.
#[test]
fn bars_are_as_high_as_their_numbers() -> Result<()> {
    let figure = plot_counts(
        "Images",
        "images",
        &names(&["train", "test"]),
        &names(&["A", "B", "C"]),
        &[vec![100, 0], vec![0, 50], vec![0, 0]],
    )?;
    let high = extent(figure.image(), BLUE, HEADING..520, 1200);
    let half = extent(figure.image(), VERMILION, HEADING..520, 1200);
    let ratio = (half.bottom - half.top) / (high.bottom - high.top);
    assert!((ratio - 0.5).abs() < 0.01, "{ratio}");
    assert_eq!(half.bottom, high.bottom);
    // The uppermost grid line is that of 100; a few pixels of this grey are edges of letters.
    let greys = |row: u32| {
        (0..figure.width())
            .filter(|x| figure.image().get_pixel(*x, row).0 == [226; 3])
            .count()
    };
    let grid = (HEADING..520).find(|row| greys(*row) > 300).map(f64::from);
    assert!(
        grid.is_some_and(|row| (high.top - row).abs() <= 1.0),
        "{} against {grid:?}",
        high.top
    );
    // `train` is the left half of the plot, `test` the right one.
    assert!(high.right < 450.0 && half.left > 450.0);
    let rows = HEADING..520;
    let third = figure
        .image()
        .enumerate_pixels()
        .filter(|(_, y, p)| rows.contains(y) && p.0 == [GREEN.0, GREEN.1, GREEN.2]);
    assert_eq!(third.count(), 0);
    Ok(())
}

/// Cells are 100 x 78 pixels; the darker, the higher the share of the row. A row of zeros stays white.
#[test]
fn cells_are_shaded_by_the_share_of_their_row() -> Result<()> {
    let figure = plot_confusion("CC_R", &matrix())?;
    let picture = figure.image();
    // The first shaded pixel is the corner of the first cell.
    let (left, top) = (0..picture.width())
        .flat_map(|x| (TITLE..picture.height()).map(move |y| (x, y)))
        .find(|(x, y)| {
            picture.get_pixel(*x, *y).0 == picture.get_pixel(*x + 80, *y).0
                && picture.get_pixel(*x, *y).0[0] < 60
                && picture.get_pixel(*x, *y).0[2] > 100
        })
        .expect("the cell of 30 of 32 is dark");
    let shade = |row: u32, column: u32| {
        picture
            .get_pixel(left + 100 * column + 4, top + 78 * row + 4)
            .0[0]
    };
    assert!(shade(0, 0) < shade(1, 1) && shade(1, 1) < shade(0, 1) && shade(0, 1) < shade(0, 2));
    assert_eq!(shade(1, 1), shade(1, 2));
    // 30 of 32 against 4 of 8.
    let ratio = f64::from(255 - shade(0, 0)) / f64::from(255 - shade(1, 1));
    assert!((ratio - 1.875).abs() < 0.03, "{ratio}");
    assert_eq!([shade(0, 2), shade(2, 0), shade(2, 2)], [255; 3]);
    Ok(())
}

#[test]
fn a_grid_of_matrices_holds_them_all() -> Result<()> {
    let one = plot_confusion("CC_R", &matrix())?;
    let titled = ["CC_R", "CC_L", "MLO_R"].map(|title| (title.to_string(), matrix()));
    let grid = plot_confusions(&titled, 2)?;
    assert!(grid.width() > 2 * one.width() && grid.width() < 2 * one.width() + 50);
    assert!(grid.height() > 2 * one.height() && grid.height() < 2 * one.height() + 50);
    Ok(())
}

/// From 0.2 to 0.8 with the estimate at 0.3, above one from 0.2 to 0.5.
#[test]
fn intervals_are_as_long_as_their_numbers() -> Result<()> {
    let list = [
        interval("CC_R", 0.3, 0.2, 0.8),
        interval("CC_L", 0.4, 0.2, 0.5),
    ];
    let figure = plot_intervals(
        "Accuracy",
        "accuracy",
        &list,
        Some(("guessing".into(), 0.25)),
    )?;
    let upper = extent(figure.image(), BLUE, HEADING..120, 1000);
    let lower = extent(figure.image(), BLUE, 125..180, 1000);
    assert!((upper.left - lower.left).abs() <= 1.0);
    let ratio = (lower.right - lower.left) / (upper.right - upper.left);
    assert!((ratio - 0.5).abs() < 0.02, "{ratio}");
    Ok(())
}

/// Two bins of 10 and 40 predictions.
#[test]
fn the_histogram_below_the_reliability_diagram_counts() -> Result<()> {
    let bin = |low: f64, count| ReliabilityBin {
        low,
        high: low + 0.5,
        confidence: low + 0.25,
        accuracy: low + 0.2,
        count,
    };
    let figure = plot_reliability("Calibration", &[bin(0.0, 10), bin(0.5, 40)], 0.05)?;
    let all = extent(figure.image(), SKY_BLUE, 690..900, 760);
    let middle = ((all.left + all.right) / 2.0) as u32 - 10;
    let first = extent(figure.image(), SKY_BLUE, 690..900, middle);
    let ratio = (first.bottom - first.top) / (all.bottom - all.top);
    assert!((ratio - 0.25).abs() < 0.03, "{ratio}");
    Ok(())
}
