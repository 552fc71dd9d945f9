//! Results of networks with the images they belong to, on the shipped phantoms and weights.
#![allow(missing_docs)]

use candle_core::Device;
use density::cam::{TissueMasks, grad_cam};
use density::data::{Dataset, Projection, Split};
use density::merit::{Bootstrap, ConfusionMatrix, Merit, PredictionSets, Truth, figures_of_merit};
use density::predict::{Classifiers, ImagePrediction};
use density::{Error, Result};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../");

fn testset() -> Result<Dataset> {
    Dataset::open(format!("{ROOT}testset"))
}

fn networks() -> Result<Classifiers> {
    Classifiers::open(format!("{ROOT}weights"), &Device::Cpu)
}

fn sets() -> Result<PredictionSets> {
    let truth = Truth::counts(["A", "B", "C", "D"], &[32; 4]);
    PredictionSets::read(format!("{ROOT}testset/predictions"), &truth)
}

#[test]
fn every_projection_is_predicted_by_its_own_network() -> Result<()> {
    let networks = networks()?;
    let all = networks.predict_first(&testset()?, Split::Test, 1)?;
    assert_eq!(all.to_frame()?.shape(), (4, 3));
    for (projection, p) in all.iter() {
        let network = networks.get(projection)?;
        for (image, row) in p.each().iter().zip(&p.probabilities) {
            let alone = network.classify(&image.path)?;
            assert_eq!(image.probabilities, *row);
            for (a, b) in alone.probabilities.iter().zip(row) {
                assert!((a - b).abs() < 1e-6, "{projection}: {a} {b}");
            }
        }
        assert_eq!(p.changed(p), 0);
        let matrix = ConfusionMatrix::of(p)?;
        assert_eq!(p.accuracy(), matrix.accuracy());
    }
    let folder = tempfile::tempdir().unwrap();
    all.write(folder.path())?;
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
    Ok(())
}

#[test]
fn errors_are_wrong_and_the_surest_comes_first() -> Result<()> {
    let all = networks()?.predict(&testset()?, Split::Test)?;
    let p = all.get(Projection::MloL)?;
    let errors = p.surest_errors(usize::MAX);
    let wrong = ((1.0 - p.accuracy()) * p.len() as f64).round() as usize;
    assert_eq!(errors.len(), wrong);
    assert!(errors.iter().all(|e| e.is_right() == Some(false)));
    assert!(errors.is_sorted_by(|a, b| a.confidence() >= b.confidence()));
    assert_eq!(p.surest_errors(1), errors[..wrong.min(1)]);
    Ok(())
}

#[test]
fn a_prediction_prints_a_line_per_class() {
    let prediction = ImagePrediction {
        path: "1_1_A_CC_R.png".into(),
        classes: density::data::Classes::new(["A", "B"]),
        probabilities: vec![0.25, 0.75],
        truth: Some(0),
    };
    assert_eq!(prediction.summary(), "A as B (0.75)");
    let text = prediction.to_string();
    assert_eq!(text.lines().next(), Some("A  0.2500  ▪▪▪▪▪▪▪▪▪▪"));
    assert_eq!(text.lines().last(), Some("true class: A"));
}

#[test]
fn averages_and_reports_are_those_of_the_single_files() -> Result<()> {
    let sets = sets()?;
    let names: Vec<&str> = sets.iter().map(|(name, _)| name).collect();
    let published = ["CC_R", "MLO_R", "CC_L", "MLO_L", "right", "left", "total"];
    assert_eq!(names, published);
    let views = published[..4].iter().map(|v| sets.get(v));
    let views = views.collect::<Result<Vec<_>>>()?;
    for (i, row) in sets.get("total")?.probabilities.iter().enumerate() {
        for (c, p) in row.iter().enumerate() {
            let mean = views.iter().map(|v| v.probabilities[i][c]).sum::<f64>() / 4.0;
            assert!((p - mean).abs() < 1e-12);
        }
    }
    let reports = sets.reports()?;
    for (name, report) in reports.iter() {
        let predictions = sets.get(name)?;
        assert_eq!(*report, figures_of_merit(predictions)?);
        for merit in [Merit::Accuracy, Merit::KappaQuadratic, Merit::DenseAuc] {
            assert_eq!(merit.of(report), merit.compute(predictions)?);
        }
    }
    assert_eq!(reports.to_frame(&[Merit::Ece])?.shape(), (7, 3));
    let quick = Bootstrap {
        resamples: 20,
        ..Bootstrap::default()
    };
    let intervals = quick.to_frame(&sets, &[Merit::Accuracy, Merit::MacroRecall])?;
    assert_eq!(intervals.shape(), (7, 3));
    Ok(())
}

#[test]
fn a_name_that_is_not_there_is_answered_with_those_that_are() -> Result<()> {
    let said = sets()?.get("both").unwrap_err().to_string();
    assert!(
        said.contains("both") && said.contains("right, left, total"),
        "{said}"
    );
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(
        format!("{ROOT}weights/CC_R.safetensors"),
        folder.path().join("CC_R.safetensors"),
    )
    .map_err(Error::io("CC_R.safetensors"))?;
    let one = Classifiers::open(folder.path(), &Device::Cpu)?;
    assert!(one.get(Projection::CcR).is_ok());
    let said = one.get(Projection::MloL).unwrap_err().to_string();
    assert!(said.contains("MLO_L") && said.contains("CC_R"), "{said}");
    let none = tempfile::tempdir().unwrap();
    assert!(Classifiers::open(none.path(), &Device::Cpu).is_err());
    Ok(())
}

#[test]
fn explanations_are_the_maps_of_the_true_class_with_their_pictures_and_energy() -> Result<()> {
    let projection = Projection::CcR;
    let networks = networks()?;
    let network = networks.get(projection)?;
    let images = testset()?.split(projection, Split::Test)?.first(1);
    let maps = network.explain(&images)?;
    for (e, (path, class)) in maps.iter().zip(images.images()) {
        let direct = grad_cam(
            network.model(),
            &network.tensor(&network.read(path)?)?,
            Some(*class),
        )?;
        assert_eq!((e.map.class, &e.map.map), (*class, &direct.map));
    }
    let masks = TissueMasks::of_projection(format!("{ROOT}testset"), projection);
    let energy = maps.energy_on(&masks)?;
    assert_eq!(energy.shape(), (4, 9));
    let nowhere = TissueMasks::of_projection("nowhere", projection);
    let said = maps.energy_on(&nowhere).unwrap_err().to_string();
    assert!(said.contains("nowhere") && said.contains("mask"), "{said}");
    let first = &images.images()[0].0;
    let all = network.explain_all_classes(first)?;
    let classes: Vec<usize> = all.iter().map(|e| e.map.class).collect();
    assert_eq!(classes, [0, 1, 2, 3]);
    let third = network.explain_class(first, "C")?;
    assert_eq!(third.map.map, all.iter().nth(2).unwrap().map.map);
    let dense = images.only("D")?;
    assert_eq!(dense.images(), &images.images()[3..]);
    let said = network.explain_class(first, "E").unwrap_err().to_string();
    assert!(said.contains("A, B, C, D"), "{said}");
    let embedded = network.embed(&images)?;
    assert_eq!(embedded.dims(), [4, 256]);
    let alone = network
        .model()
        .pooled(&network.tensor(&network.read(first)?)?)?;
    let rows = embedded.get(0)?.to_vec1::<f32>()?;
    assert_eq!(rows, alone.get(0)?.to_vec1::<f32>()?);
    Ok(())
}

#[test]
fn sets_without_all_views_or_of_other_patients_have_the_averages_that_can_be_made() -> Result<()> {
    let truth = Truth::counts(["A", "B", "C", "D"], &[32; 4]);
    let folder = tempfile::tempdir().unwrap();
    let none = PredictionSets::read(folder.path(), &truth).unwrap_err();
    assert!(none.to_string().contains("predictions_ccr.txt"), "{none}");
    for file in ["predictions_ccr.txt", "predictions_mlor.txt"] {
        let from = format!("{ROOT}testset/predictions/{file}");
        std::fs::copy(&from, folder.path().join(file)).map_err(Error::io(&from))?;
    }
    let right = PredictionSets::read(folder.path(), &truth)?;
    let names: Vec<&str> = right.iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["CC_R", "MLO_R", "right"]);
    assert_eq!(right.widest(), "right");
    let said = right.get("total").unwrap_err().to_string();
    assert!(said.contains("CC_L is missing"), "{said}");
    let pairs = [("right", "CC_R"), ("total", "CC_R")];
    let bootstrap = Bootstrap {
        resamples: 50,
        ..Bootstrap::default()
    };
    let table = bootstrap.differences(&right, &pairs, Merit::Accuracy)?;
    let cells = table.column("accuracy")?.str()?;
    assert!(cells.get(0).unwrap().contains('['), "{table}");
    assert!(cells.get(1).unwrap().contains("CC_L is missing"), "{table}");
    Ok(())
}
