//! Charts: what is drawn where, what is refused, and that a figure is the same every time.

use helpers::Error;
use helpers::image::Rgb;
use helpers::show::*;

mod common;

fn save(name: &str, figure: &Figure) {
    if let Some(folder) = std::env::var_os("FIGURES_DIR") {
        figure
            .save(std::path::Path::new(&folder).join(name))
            .expect("FIGURES_DIR is a folder");
    }
}

fn published(name: &str) -> Option<Vec<f64>> {
    let path = common::shared(&format!("upstream/CC_R_model/{name}.txt"))?;
    let text = std::fs::read_to_string(path).expect("a readable file");
    Some(
        text.split_whitespace()
            .map(|v| v.parse().expect("a number"))
            .collect(),
    )
}

#[test]
fn draw_all() {
    if let Some(loss) = published("loss_train") {
        let mut lr = vec![0.01; 40];
        lr.extend(vec![0.001; 60]);
        let h = HistoryCurves {
            title: "CC_R: the published training".into(),
            loss,
            accuracy: published("acc_train").unwrap(),
            validation_loss: published("loss_val").unwrap(),
            validation_accuracy: published("acc_val").unwrap(),
            learning_rate: lr,
            best_epoch: None,
        };
        assert_eq!(h.best(), Some(46));
        save("history.png", &plot_history(&h).unwrap());
        let mut h2 = h.clone();
        h2.learning_rate = (0..100).map(|i| 0.01 * 0.93f64.powi(i)).collect();
        save("history_lr.png", &plot_history(&h2).unwrap());
        let h1 = HistoryCurves {
            title: "One epoch".into(),
            loss: vec![1.3],
            accuracy: vec![0.4],
            ..Default::default()
        };
        save("history1.png", &plot_history(&h1).unwrap());
        let cut = |v: &[f64]| v[..5].to_vec();
        let h5 = HistoryCurves {
            title: "Five".into(),
            loss: cut(&h.loss),
            accuracy: cut(&h.accuracy),
            validation_loss: cut(&h.validation_loss),
            validation_accuracy: cut(&h.validation_accuracy),
            learning_rate: vec![0.01, 0.01, 0.01, 1e-5, 1e-5],
            best_epoch: Some(4),
        };
        save("history5.png", &plot_history(&h5).unwrap());
    }
    let curve = |name: &str, k: f64| {
        let fpr: Vec<f64> = (0..=60).map(|i| i as f64 / 60.0).collect();
        RocCurve {
            name: name.into(),
            tpr: fpr.iter().map(|f| f.powf(k)).collect(),
            fpr,
            auc: 1.0 / (1.0 + k),
        }
    };
    save(
        "roc.png",
        &plot_roc(
            "ROC, CC_R, one class against the rest",
            &[
                curve("A", 0.1),
                curve("B", 0.25),
                curve("C", 0.3),
                curve("D", 0.05),
            ],
        )
        .unwrap(),
    );
    let bins: Vec<_> = (0..10)
        .map(|i| {
            let c = i as f64 / 10.0;
            ReliabilityBin {
                low: c,
                high: c + 0.1,
                confidence: c + 0.06,
                accuracy: (c * 0.9).max(0.05),
                count: if i < 3 { 0 } else { i * i },
            }
        })
        .collect();
    save(
        "reliability.png",
        &plot_reliability("Calibration, CC_R", &bins, 0.0732).unwrap(),
    );
    let iv = |l: &str, e: f64, d: f64| Interval {
        label: l.into(),
        estimate: e,
        low: e - d,
        high: e + d * 0.8,
    };
    save(
        "intervals.png",
        &plot_intervals(
            "Accuracy by projection",
            "accuracy (95 % bootstrap interval)",
            &[
                iv("CC_R", 0.84, 0.07),
                iv("CC_L", 0.79, 0.08),
                iv("MLO_R", 0.82, 0.06),
                iv("MLO_L", 0.8, 0.09),
                iv("mean of the four projections", 0.81, 0.03),
            ],
            Some(("guessing".into(), 0.25)),
        )
        .unwrap(),
    );
    let s = |v: &[&str]| v.iter().map(|x| x.to_string()).collect::<Vec<_>>();
    save(
        "counts.png",
        &plot_counts(
            "Images per class",
            "images",
            &s(&["CC_R train", "CC_R validation", "CC_R test", "CC_L train"]),
            &s(&["A", "B", "C", "D"]),
            &[
                vec![200, 40, 32, 190],
                vec![220, 41, 32, 0],
                vec![1204, 44, 32, 190],
                vec![120, 30, 32, 120],
            ],
        )
        .unwrap(),
    );

    let m = vec![
        vec![28, 4, 0, 0],
        vec![3, 25, 4, 0],
        vec![0, 5, 24, 3],
        vec![0, 0, 2, 30],
    ];
    let cl = s(&["A", "B", "C", "D"]);
    save(
        "confusion.png",
        &plot_confusion("CC_R, test set", &cl, &m).unwrap(),
    );
    let ms: Vec<_> = ["CC_R", "CC_L", "MLO_R", "MLO_L"]
        .iter()
        .map(|t| TitledConfusion {
            title: t.to_string(),
            counts: m.clone(),
        })
        .collect();
    save("confusions.png", &plot_confusions(&cl, &ms, 2).unwrap());
    save(
        "bar.png",
        &colour_bar(helpers::cam::Colormap::Ember, 300, "activation").unwrap(),
    );
    if let Some(root) = common::shared("upstream/MAPS/CC_R/A/A_1251_1_A_CC_R_650.png") {
        let open = |e: &str| {
            helpers::image::open(root.with_file_name(format!("A_1251_1_A_CC_R_{e}.png"))).unwrap()
        };
        let im = open("650");
        let map: Vec<f32> = (0..650 * 650)
            .map(|i| {
                let (y, x) = ((i / 650) as f32, (i % 650) as f32);
                (-((x - 250.0).powi(2) + (y - 300.0).powi(2)) / 40000.0).exp()
            })
            .collect();
        let p = CamPanel {
            caption: "A_1251_1_A_CC_R.png: true class A, predicted A (p = 0.98)".into(),
            image: im.clone(),
            map,
            map_width: 650,
            overlay: open("overlay").to_rgb8(),
            contours: open("contours").to_rgb8(),
        };
        save("cam.png", &cam_panel(&p, &CamLayout::default()).unwrap());
        save(
            "cams.png",
            &cam_grid(
                &[p.clone(), p.clone()],
                &CamLayout {
                    colormap: helpers::cam::Colormap::Ember,
                    ..Default::default()
                },
            )
            .unwrap(),
        );
        let items: Vec<_> = (0..9)
            .map(|i| {
                GalleryItem::new(
                    im.clone(),
                    format!(
                        "A_1251_1_A_CC_R.png\ntrue A, predicted {} (0.98)",
                        if i % 3 == 0 { "B" } else { "A" }
                    ),
                )
                .marked(i % 3 != 0)
            })
            .collect();
        save("gallery.png", &gallery(&items, 5).unwrap());
        let items: Vec<_> = (0..8)
            .map(|i| GalleryItem::new(im.clone(), format!("draw {i}")))
            .collect();
        save("gallery2.png", &gallery(&items, 4).unwrap());
    }
}
