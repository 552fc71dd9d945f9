//! Pictures of class activation maps against the published ones.

use candle_core::Device;
use density::Result;
use density::cam::grad_cam;
use density::data::Projection;
use density::model::{ModelCard, ResNet, ResNetConfig};
use density::predict::Classifier;
use figures::{
    Colormap, DrawMaps, MapPictures, PictureStyle, published_contours, published_overlay,
};

/// The published pair of the tutorial: `_650.png` and `_map.png` give `_overlay.png`.
#[test]
fn the_published_overlay_is_the_saturating_sum_of_image_and_map() {
    for name in ["A/A_1251_1_A_CC_R", "B/B_1103_1_B_CC_R"] {
        let open = |what: &str| {
            let path = fixtures::shared(&format!("upstream/MAPS/CC_R/{name}_{what}.png"))?;
            Some(image::open(path).unwrap().to_rgb8())
        };
        let (Some(image), Some(map), Some(overlay)) = (open("650"), open("map"), open("overlay"))
        else {
            return;
        };
        assert!(published_overlay(&image, &map) == overlay, "{name}");
    }
}

/// The published map has its contours at red = 250, which seismic passes twice: near 0.495 and near 0.757.
#[test]
fn published_contours_come_in_rings_of_two_values() {
    let Some(path) = fixtures::shared("upstream/MAPS/CC_R/A/A_1251_1_A_CC_R_map.png") else {
        return;
    };
    let map = image::open(path).unwrap().to_rgb8();
    let lines = published_contours(&map);
    // The published picture of this map shows three lines.
    assert_eq!(lines.len(), 3);
    let red = Colormap::Seismic.table().map(|c| c[0]);
    let crossings = red
        .windows(2)
        .enumerate()
        .filter(|(_, w)| (w[0] > 250) != (w[1] > 250));
    let values = crossings
        .map(|(i, _)| (i + 1) as f64 / 256.0)
        .collect::<Vec<_>>();
    assert_eq!(values.len(), 2);
    assert!(
        (values[0] - 0.495).abs() < 0.003 && (values[1] - 0.757).abs() < 0.003,
        "{values:?}"
    );
}

#[test]
fn saved_pictures_carry_the_published_names_and_the_maps_colours() -> Result<()> {
    let model = ResNet::new(&ResNetConfig::with_input(64), 1, &Device::Cpu)?;
    let grey = image::GrayImage::from_fn(64, 64, |x, y| image::Luma([(x * 3 + y) as u8]));
    let x = fixtures::standardised(grey.as_raw(), 64, 64)?;
    let cam = grad_cam(&model, &x, Some(2))?;
    let folder = tempfile::tempdir().unwrap();
    for style in [PictureStyle::Readable, PictureStyle::Published] {
        let pictures = MapPictures::new(&grey, &cam, style)?;
        let paths = pictures.save(folder.path(), Projection::CcR, "A", "1251_1_A_CC_R")?;
        let names = paths
            .iter()
            .map(|p| p.strip_prefix(folder.path()).unwrap().to_str().unwrap());
        assert_eq!(
            names.collect::<Vec<_>>(),
            [
                "CC_R/A/A_1251_1_A_CC_R_64.png",
                "CC_R/A/A_1251_1_A_CC_R_map.png",
                "CC_R/A/A_1251_1_A_CC_R_overlay.png",
                "CC_R/A/A_1251_1_A_CC_R_contours.png"
            ]
        );
        let map = image::open(&paths[1]).unwrap().to_rgb8();
        for (pixel, value) in map.pixels().zip(&cam.map) {
            let index = ((value * 256.0) as usize).min(255);
            assert_eq!(pixel.0, Colormap::Seismic.table()[index]);
        }
        assert_ne!(pictures.overlay, pictures.image);
    }
    let other = image::GrayImage::new(32, 32);
    assert!(MapPictures::new(&other, &cam, PictureStyle::Readable).is_err());
    Ok(())
}

/// A network of 64 pixels explains a photo of 200 x 150: the saved pictures have the photo's pixels.
#[test]
fn maps_are_saved_at_the_size_of_the_image_file() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.png");
    let grey = image::GrayImage::from_fn(200, 150, |x, y| image::Luma([(x + y) as u8]));
    grey.save(&photo).unwrap();
    let config = ResNetConfig::with_input(64);
    let card = ModelCard::new(config.clone(), ["A", "B", "C", "D"], "CC_R")?;
    let network = Classifier::new(ResNet::new(&config, 1, &Device::Cpu)?, card);
    let explained = network.explain_all_classes(&photo)?;
    explained.save(folder.path(), Projection::CcR)?;
    for class in ["A", "B", "C", "D"] {
        for what in ["150", "map", "overlay", "contours"] {
            let path = format!("CC_R/{class}/{class}_photo_{what}.png");
            let saved = image::open(folder.path().join(&path)).unwrap();
            assert_eq!((saved.width(), saved.height()), (200, 150), "{path}");
        }
    }
    let original = image::open(folder.path().join("CC_R/A/A_photo_150.png")).unwrap();
    assert_eq!(original.to_luma8(), grey);
    Ok(())
}

#[test]
fn maps_of_images_of_one_name_do_not_overwrite_each_other_and_long_names_are_cut() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let grey =
        |step: u32| image::GrayImage::from_fn(60, 50, |x, y| image::Luma([(x * step + y) as u8]));
    let long = "ä".repeat(120) + "_left_";
    let names = [
        "study1/1.png".to_string(),
        "study2/1.png".to_string(),
        "study2/1.jpg".to_string(),
        "other.png".to_string(),
        format!("{long}a.png"),
        format!("{long}b.png"),
    ];
    for (step, name) in (1..).zip(&names) {
        let path = root.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        grey(step).save(path).unwrap();
    }
    let config = ResNetConfig::with_input(64);
    let card = ModelCard::new(config.clone(), ["A", "B", "C", "D"], "CC_R")?;
    let network = Classifier::new(ResNet::new(&config, 1, &Device::Cpu)?, card);
    let explained = names
        .iter()
        .map(|name| network.explain_class(root.path().join("in").join(name), "B"));
    let explained = explained.collect::<Result<density::cam::Explanations>>()?;
    explained.save(root.path(), Projection::CcR)?;
    let saved = std::fs::read_dir(root.path().join("CC_R/B")).unwrap();
    let saved = saved.map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut saved = saved
        .filter(|name| name.ends_with("_map.png"))
        .collect::<Vec<_>>();
    saved.sort();
    assert_eq!(saved.len(), names.len(), "{saved:?}");
    assert_eq!(
        saved[..4],
        [
            "B_1_map.png",
            "B_other_map.png",
            "B_study2-1.jpg_map.png",
            "B_study2-1_map.png"
        ]
    );
    assert!(saved.iter().all(|name| name.len() <= 255));
    Ok(())
}
