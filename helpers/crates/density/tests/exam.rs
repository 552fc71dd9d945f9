//! A patient's views read together, with networks that know nothing: the arithmetic, the order, and what is refused.
#![allow(missing_docs)]

use candle_core::Device;
use density::Result;
use density::data::{Dataset, Projection};
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::predict::Classifiers;
use image::{GrayImage, Luma};
use std::path::{Path, PathBuf};

/// Networks of these projections, all different, in a folder of weights.
fn networks(folder: &Path, projections: &[&str]) -> Result<Classifiers> {
    let config = ResNetConfig::with_input(64);
    for (seed, projection) in (1..).zip(projections) {
        let card = ModelCard::new(config.clone(), ["A", "B", "C", "D"], projection)?;
        let model = ResNet::new(&config, seed, &Device::Cpu)?;
        model.save(folder.join(format!("{projection}.safetensors")), &card)?;
    }
    Classifiers::open(folder, &Device::Cpu)
}

/// Test images of two patients in all four views.
fn dataset(root: &Path) -> PathBuf {
    for (number, view) in (1..).zip(Projection::ALL) {
        for (patient, class) in [(7u32, "A"), (8, "C")] {
            let folder = root.join(view.name()).join("test").join(class);
            std::fs::create_dir_all(&folder).unwrap();
            let picture =
                GrayImage::from_fn(90, 110, |x, y| Luma([(x * number * patient + 3 * y) as u8]));
            picture
                .save(folder.join(format!("{patient}_1_{class}_{view}.png")))
                .unwrap();
        }
    }
    root.to_path_buf()
}

#[test]
fn together_is_the_mean_and_intervals_hold_what_they_are_about() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let networks = networks(root.path(), &["CC_R", "CC_L", "MLO_R", "MLO_L"])?;
    let data = Dataset::open(dataset(&root.path().join("data")))?;
    let exam = networks.exam_of(&data, "test", "8")?;
    let order = exam.views.iter().map(|v| v.projection).collect::<Vec<_>>();
    assert_eq!(order, Projection::ALL);
    let together = exam.probabilities();
    assert!((together.iter().sum::<f64>() - 1.0).abs() < 1e-6);
    for (class, p) in together.iter().enumerate() {
        let views = exam.views.iter().map(|v| v.probabilities()[class]);
        assert!((views.sum::<f64>() / 4.0 - p).abs() < 1e-9);
        let (low, high) = exam.interval(class);
        assert!(low <= *p && *p <= high && low < high);
    }
    for view in &exam.views {
        // The view says what its network says, and its map is of the class of all together.
        let own = networks
            .get(view.projection)?
            .predict_image(&view.explanation.path)?;
        assert_eq!(view.probabilities(), own);
        assert_eq!(view.explanation.map.class, exam.class());
        assert!(view.explanation.path.to_string_lossy().contains("8_1_C"));
        assert_eq!(view.moved.len(), 8);
    }
    let (far, a, b) = exam.disagreement().unwrap();
    assert!((0.0..=1.0).contains(&far) && a != b);
    let frame = exam.to_frame()?;
    assert_eq!((frame.height(), frame.width()), (5, 9));
    // The same in every call.
    assert_eq!(
        networks.exam_of(&data, "test", "8")?.to_string(),
        exam.to_string()
    );
    Ok(())
}

#[test]
fn one_view_is_enough_and_what_cannot_be_read_together_is_refused() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let networks = networks(root.path(), &["CC_R", "MLO_R"])?;
    let path = dataset(&root.path().join("data"));
    let image = |view: &str| path.join(format!("{view}/test/A/7_1_A_{view}.png"));
    let one = networks.exam([("MLO_R", image("MLO_R"))])?;
    assert!(one.disagreement().is_none() && one.views.len() == 1);
    let refused = |views: &[(&str, PathBuf)]| {
        let exam = networks.exam(views.iter().map(|(view, path)| (*view, path)));
        exam.unwrap_err().to_string()
    };
    let twice = refused(&[("CC_R", image("CC_R")), ("CC_R", image("CC_R"))]);
    assert!(twice.contains("CC_R") && twice.contains("twice"), "{twice}");
    assert!(refused(&[("CC_L", image("CC_L"))]).contains("CC_R, MLO_R"));
    assert!(refused(&[]).contains("one view"));
    assert!(refused(&[("CC_R", path.join("none.png"))]).contains("none.png"));
    let data = Dataset::open(&path)?;
    let unknown = networks
        .exam_of(&data, "test", "9")
        .unwrap_err()
        .to_string();
    assert!(
        unknown.contains('9') || unknown.contains("CC_L"),
        "{unknown}"
    );
    Ok(())
}
