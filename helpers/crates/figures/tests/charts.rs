//! Charts: marks lie where the numbers say, titles are drawn, and the same numbers give the same bytes.

use density::Result;
use density::history::{EpochRecord, History};
use density::merit::{ConfusionMatrix, Interval, ReliabilityBin, RocCurve};
use figures::okabe_ito::{BLUE, GREEN, SKY_BLUE, VERMILION};
use figures::{
    Figure, plot_confusion, plot_confusions, plot_histories, plot_history, plot_intervals,
    plot_reliability, plot_roc,
};
use image::RgbImage;
use plotters::style::RGBColor;

/// Height of the title line: marks of this colour above it belong to no plot.
const TITLE: u32 = 42;
/// Height of title and legend.
const HEADING: u32 = 70;

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

/// Fifty epochs, the thirtieth the best, ten times slower from the twenty-first on.
fn history() -> History {
    let epoch = |i: usize| EpochRecord {
        epoch: i + 1,
        loss: 1.4 / (1.0 + i as f64 / 10.0),
        accuracy: 1.0 - 0.5 / (1.0 + i as f64 / 10.0),
        val_loss: 2.0 / (1.0 + i as f64 / 10.0),
        val_accuracy: if i == 29 { 0.9 } else { 0.3 },
        learning_rate: if i < 20 { 0.01 } else { 0.001 },
        seconds: 1.0,
    };
    History {
        epochs: (0..50).map(epoch).collect(),
    }
}

fn matrix() -> ConfusionMatrix {
    let counts = [[30, 2, 0], [0, 4, 4], [0, 0, 0]];
    ConfusionMatrix::new(["A", "B", "C"], &counts).unwrap()
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
        ("history", plot_history(title, &history())?),
        ("confusion", plot_confusion(title, &matrix())?),
        ("roc", plot_roc(title, &[corner])?),
        ("reliability", plot_reliability(title, &[empty, bin], 0.1)?),
        (
            "intervals",
            plot_intervals(title, "accuracy", &[interval("CC_R", 0.8, 0.7, 0.9)], None)?,
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
    let figure = plot_history("CC_R", &history())?;
    let picture = figure.image();
    let curve = extent(picture, BLUE, HEADING..380, 1000);
    let ring = extent(picture, GREEN, HEADING..380, 1000);
    let at = ((ring.left + ring.right) / 2.0 - curve.left) / (curve.right - curve.left);
    assert!((at - 29.0 / 49.0).abs() < 0.005, "{at}");
    Ok(())
}

#[test]
fn one_epoch_without_validation_is_a_dot() -> Result<()> {
    let mut one = history();
    one.epochs.truncate(1);
    (one.epochs[0].val_loss, one.epochs[0].val_accuracy) = (f64::NAN, f64::NAN);
    let figure = plot_history("", &one)?;
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
    let mut changing = history();
    for (i, epoch) in (0..).zip(&mut changing.epochs) {
        epoch.learning_rate = 0.01 * 0.9f64.powi(i);
    }
    let panels = plot_history("", &changing)?;
    assert!(panels.height() > plot_history("", &history())?.height() + 100);
    Ok(())
}

/// The published training of CC_R: 100 epochs, the rate falls at epoch 41, the best validation accuracy is that of
/// epoch 46.
#[test]
fn the_published_history_is_drawn() -> Result<()> {
    let Some(folder) = fixtures::shared("upstream/CC_R_model") else {
        return Ok(());
    };
    let mut published = History::read(folder)?;
    for epoch in &mut published.epochs {
        epoch.learning_rate = if epoch.epoch <= 40 { 0.01 } else { 0.001 };
    }
    assert_eq!(published.best().map(|e| e.epoch), Some(46));
    let figure = plot_history("CC_R: the published training", &published)?;
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

/// Legends are measured by plotters itself, with fonts that it must know.
#[test]
fn charts_of_plotters_own_kind_are_drawn_with_their_legends() -> Result<()> {
    use plotters::prelude::*;
    let chart = |labels: bool| {
        Figure::draw(600, 400, |area| {
            let mut chart = ChartBuilder::on(area)
                .caption("y = x^2", ("sans-serif", 40).into_font())
                .margin(5)
                .x_label_area_size(30)
                .y_label_area_size(30)
                .build_cartesian_2d(-1f32..1f32, -0.1f32..1f32)?;
            chart.configure_mesh().draw()?;
            let points = (-50..=50).map(|x| x as f32 / 50.0).map(|x| (x, x * x));
            chart
                .draw_series(LineSeries::new(points, &VERMILION))?
                .label("y = x^2")
                .legend(|(x, y)| PathElement::new(vec![(x, y), (x + 20, y)], VERMILION));
            if labels {
                let style = ("Arial", 18).into_font().style(FontStyle::Bold);
                chart
                    .configure_series_labels()
                    .background_style(WHITE.mix(0.8))
                    .border_style(BLACK)
                    .label_font(style)
                    .draw()?;
            }
            Ok(())
        })
    };
    assert_ne!(chart(true)?.to_png()?, chart(false)?.to_png()?);
    Ok(())
}

#[test]
fn several_trainings_have_a_colour_each_and_the_lower_loss_lies_lower() -> Result<()> {
    let mut better = history();
    better.epochs.iter_mut().for_each(|e| e.val_loss /= 2.0);
    let runs = [
        ("CC_R-1".to_string(), history()),
        ("CC_R-2".to_string(), better),
    ];
    let figure = plot_histories("Runs", &runs)?;
    // The last epoch of the panel of the losses.
    let loss = |colour| extent(figure.image(), colour, TITLE..TITLE + 300, 760).bottom;
    assert!(loss(VERMILION) > loss(BLUE));
    assert!(plot_histories("Runs", &[]).is_err());
    let empty = [("CC_R-1".to_string(), History::default())];
    assert!(plot_histories("Runs", &empty).is_err());
    Ok(())
}
