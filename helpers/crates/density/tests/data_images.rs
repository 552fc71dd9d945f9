//! Images from the file to the numbers the network reads, against fixtures made with Pillow, Keras and scikit-image
//! (`keras/inference.safetensors`, `keras/augmentation.safetensors`), and with broken input.
#![allow(missing_docs)]

use candle_core::Device;
use density::data::{
    AffineParams, CLASSES_FILE, Classes, Dataset, ImageFolder, Projection, Resize, Split,
    affine_transform, load_grey, load_resized, standardize, standardize_into, to_tensor,
};
use density::model::ResNet;
use density::{Error, Result};
use image::{DynamicImage, GrayImage, ImageBuffer, Luma, Rgb, RgbImage};
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Names of the 16 images, in the order of the fixture.
fn fixture_names(path: &Path) -> Vec<String> {
    let bytes = std::fs::read(path).unwrap();
    let (_, header) = safetensors::SafeTensors::read_metadata(&bytes).unwrap();
    let metadata: &HashMap<String, String> = header.metadata().as_ref().unwrap();
    serde_json::from_str(&metadata["images"]).unwrap()
}

/// `124_1_A_CC_L` in the published test set.
fn real_image(name: &str) -> Option<PathBuf> {
    let mut parts = name.splitn(4, '_').skip(2);
    let (class, projection) = (parts.next()?, parts.next()?);
    fixtures::shared(&format!(
        "upstream/TestSet/{projection}/test/{class}/{name}.png"
    ))
}

#[test]
fn nearest_resize_of_the_16_real_images_equals_pillow_in_every_byte() -> Result<()> {
    let Some(fixture) = fixtures::shared("keras/inference.safetensors") else {
        return Ok(());
    };
    let t = candle_core::safetensors::load(&fixture, &Device::Cpu)?;
    for (i, name) in fixture_names(&fixture).iter().enumerate() {
        let path = real_image(name).unwrap();
        let whole = Resize::Nearest.apply(&load_grey(&path)?, 650, 650);
        let by_rows = load_resized(&path, Resize::Nearest, 650, 650)?;
        let theirs = t["nearest_gray_u8"]
            .get(i)?
            .flatten_all()?
            .to_vec1::<u8>()?;
        assert!(*whole.as_raw() == theirs, "{name} differs");
        assert!(*by_rows.as_raw() == theirs, "{name} differs, read by rows");
    }
    Ok(())
}

#[test]
fn bilinear_resize_of_the_cc_r_images_equals_scikit_image() -> Result<()> {
    let Some(fixture) = fixtures::shared("keras/inference.safetensors") else {
        return Ok(());
    };
    let t = candle_core::safetensors::load(&fixture, &Device::Cpu)?;
    for name in fixture_names(&fixture)
        .iter()
        .filter(|n| n.ends_with("CC_R"))
    {
        let image = load_grey(real_image(name).unwrap())?;
        let ours = Resize::BilinearHalfPixel.apply(&image, 650, 650).into_raw();
        let theirs = &t[&format!("{name}.bilinear_gray_u8")];
        let theirs = theirs.flatten_all()?.to_vec1::<u8>()?;
        let equal = ours.iter().zip(&theirs).filter(|(a, b)| a == b).count();
        let share = equal as f64 / ours.len() as f64;
        println!("{name}: {:.3} % equal", 100.0 * share);
        assert!(share >= 0.999, "{name}: {share}");
        assert!(
            ours.iter().zip(&theirs).all(|(a, b)| a.abs_diff(*b) <= 2),
            "{name}"
        );
    }
    Ok(())
}

/// The whole way: decode, resize, standardise, network.
#[test]
fn from_png_to_softmax_the_probabilities_equal_keras_within_1e_5() -> Result<()> {
    let (Some(weights), Some(fixture)) = (
        fixtures::shared("keras/resnet_fixture.h5"),
        fixtures::shared("keras/inference.safetensors"),
    ) else {
        return Ok(());
    };
    let (model, _) = ResNet::load(weights, &Device::Cpu)?;
    let t = candle_core::safetensors::load(&fixture, &Device::Cpu)?;
    let mut worst = 0f32;
    for (i, name) in fixture_names(&fixture).iter().enumerate() {
        let image = load_grey(real_image(name).unwrap())?;
        let image = Resize::Nearest.apply(&image, 650, 650);
        let ours = model.probabilities(&to_tensor(&image, 3, &Device::Cpu)?)?;
        let ours = ours.squeeze(0)?.to_vec1::<f32>()?;
        let theirs = t["probabilities"].get(i)?.to_vec1::<f32>()?;
        for (a, b) in ours.iter().zip(&theirs) {
            worst = worst.max((a - b).abs());
        }
        let best = |p: &[f32]| (0..4).max_by(|a, b| p[*a].total_cmp(&p[*b]));
        assert_eq!(best(&ours), best(&theirs), "{name}");
    }
    println!("largest difference {worst:.1e}");
    assert!(worst < 1e-5, "{worst}");
    Ok(())
}

/// tf.keras 2.21's `apply_affine_transform` (scipy), six parameter sets.
#[test]
fn six_affine_transforms_equal_keras_within_a_hundredth_of_a_grey_level() -> Result<()> {
    let Some(fixture) = fixtures::shared("keras/augmentation.safetensors") else {
        return Ok(());
    };
    let bytes = std::fs::read(&fixture).unwrap();
    let (_, header) = safetensors::SafeTensors::read_metadata(&bytes).unwrap();
    let params = &header.metadata().as_ref().unwrap()["params"];
    let params: Vec<HashMap<String, f64>> = serde_json::from_str(params).unwrap();
    assert_eq!(params.len(), 6);
    let t = candle_core::safetensors::load(&fixture, &Device::Cpu)?;
    let (h, w) = t["input"].dims2()?;
    let input = t["input"].flatten_all()?.to_vec1::<f32>()?;
    for (i, p) in params.iter().enumerate() {
        let p = AffineParams {
            theta_degrees: p["theta"],
            tx: p["tx"],
            ty: p["ty"],
            zx: p["zx"],
            zy: p["zy"],
        };
        // tf.keras 2 turns about a point one pixel up and to the left, and lets x run along the columns.
        let [first, second] = p.matrix(h, w);
        let theirs = [second, first].map(|[a, b, offset]| [b, a, offset - 1.0 + a + b]);
        let ours = affine_transform(&input, (h, w), theirs)?;
        let theirs = t[&format!("output_{i}")].flatten_all()?.to_vec1::<f32>()?;
        let worst = ours
            .iter()
            .zip(&theirs)
            .map(|(a, b)| (a - b).abs())
            .fold(0.0, f32::max);
        println!("{p:?}: {worst:.1e}");
        assert!(worst < 0.01, "{p:?}: {worst}");
    }
    Ok(())
}

fn message<T>(result: Result<T>) -> String {
    match result {
        Ok(_) => panic!("was accepted"),
        Err(e) => e.to_string(),
    }
}

fn write(path: &Path, image: DynamicImage) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    image.save(path).unwrap();
}

fn grey(side: u32) -> DynamicImage {
    GrayImage::from_fn(side, side, |x, y| Luma([(x * 7 + y * 3) as u8])).into()
}

#[test]
fn sixteen_bit_and_colour_images_become_8_bit_grey() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let deep = folder.path().join("deep.png");
    let pixels = ImageBuffer::<Luma<u16>, _>::from_fn(8, 8, |x, _| Luma([x as u16 * 257 * 30]));
    write(&deep, pixels.into());
    let read = load_grey(&deep)?;
    assert_eq!(read.as_raw()[..8], [0, 30, 60, 90, 120, 150, 180, 210]);

    // Pillow 12: Image.new("RGB", .., (200, 100, 50)).convert("L") is 124; grey saved as RGB stays what it was.
    let colour = folder.path().join("colour.png");
    write(
        &colour,
        RgbImage::from_pixel(8, 8, Rgb([200, 100, 50])).into(),
    );
    assert!(load_grey(&colour)?.iter().all(|v| *v == 124));
    let same = folder.path().join("same.png");
    write(&same, DynamicImage::from(grey(16).to_rgb8()));
    assert_eq!(load_grey(&same)?, grey(16).to_luma8());
    Ok(())
}

/// Row by row or whole, smaller or larger: the same pixels, and for what is no grey PNG the same answer.
#[test]
fn reading_and_resizing_in_one_gives_the_same_image() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let wide = GrayImage::from_fn(61, 23, |x, y| Luma([(x * 5 + y * 11) as u8]));
    write(&path("grey.png"), wide.clone().into());
    write(
        &path("colour.png"),
        DynamicImage::from(wide.clone()).to_rgb8().into(),
    );
    write(
        &path("transparent.png"),
        DynamicImage::from(wide.clone()).to_luma_alpha8().into(),
    );
    write(
        &path("deep.png"),
        DynamicImage::from(wide.clone()).to_luma16().into(),
    );
    write(&path("grey.bmp"), wide.into());
    for name in [
        "grey.png",
        "colour.png",
        "transparent.png",
        "deep.png",
        "grey.bmp",
    ] {
        for resize in [Resize::Nearest, Resize::BilinearHalfPixel] {
            for (width, height) in [(61, 23), (20, 9), (200, 50), (1, 1)] {
                let apart = resize.apply(&load_grey(path(name))?, width, height);
                let in_one = load_resized(path(name), resize, width, height)?;
                assert!(apart == in_one, "{name} {resize:?} {width} x {height}");
            }
        }
    }
    let bytes = std::fs::read(path("grey.png")).unwrap();
    std::fs::write(path("cut.png"), &bytes[..bytes.len() - 30]).unwrap();
    for name in ["cut.png", "absent.png"] {
        assert_eq!(
            message(load_resized(path(name), Resize::Nearest, 32, 32)),
            message(load_grey(path(name)))
        );
    }
    Ok(())
}

#[test]
fn standardising_into_given_memory_gives_the_same_and_needs_its_size() -> Result<()> {
    let image = grey(9).to_luma8();
    let mut given = [0f32; 81];
    standardize_into(&image, &mut given)?;
    assert_eq!(given[..], standardize(&image)[..]);
    assert!(message(standardize_into(&image, &mut given[1..])).contains("81 pixels"));
    Ok(())
}

#[test]
fn broken_truncated_tiny_and_foreign_files_are_refused_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.png");
    write(&good, grey(64));
    let bytes = std::fs::read(&good).unwrap();
    let cut = folder.path().join("cut.png");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    let text = message(load_grey(&cut));
    assert!(
        text.contains("cut.png") && text.contains("cut short"),
        "{text}"
    );

    let foreign = folder.path().join("foreign.png");
    std::fs::write(&foreign, "not an image at all").unwrap();
    let text = message(load_grey(&foreign));
    assert!(
        text.contains("foreign.png") && text.contains("no PNG"),
        "{text}"
    );

    let tiny = folder.path().join("tiny.png");
    write(&tiny, grey(4));
    let text = message(load_grey(&tiny));
    assert!(
        text.contains("tiny.png") && text.contains("4 x 4"),
        "{text}"
    );

    let absent = folder.path().join("absent.png");
    assert!(matches!(load_grey(&absent), Err(Error::Io { .. })));
}

#[test]
fn missing_and_empty_folders_are_refused_with_the_layout() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let text = message(Dataset::open(root.join("nowhere")));
    assert!(
        text.contains("nowhere") && text.contains("expected layout"),
        "{text}"
    );
    let text = message(Dataset::open(root));
    assert!(text.contains("none of the folders CC_R"), "{text}");

    write(&root.join("CC_R/test/A/1.png"), grey(16));
    let dataset = Dataset::open(root).unwrap();
    assert_eq!(dataset.projections(), [Projection::CcR]);
    let text = message(dataset.split(Projection::CcR, Split::Train));
    assert!(
        text.contains("train") && text.contains("is missing"),
        "{text}"
    );

    std::fs::create_dir_all(root.join("CC_R/val/B")).unwrap();
    let text = message(dataset.split(Projection::CcR, Split::Validation));
    assert!(
        text.contains("has no images") && text.contains("png"),
        "{text}"
    );

    let others = Classes::new(["F", "G", "D"]);
    let text = message(ImageFolder::open_with_classes(
        root.join("CC_R/test"),
        &others,
    ));
    assert!(
        text.contains("F, G, D") && text.contains("none of the class folders"),
        "{text}"
    );
    let text = message(ImageFolder::open(root.join("CC_R/test/A")));
    assert!(text.contains("no class folders"), "{text}");
}

#[test]
fn classes_and_files_are_sorted_and_extensions_are_read_in_any_case() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for name in ["B/2.png", "A/10.png", "A/9.bmp", "A/1.jpeg"] {
        write(&root.join(name), grey(16));
    }
    std::fs::rename(root.join("A/9.bmp"), root.join("A/9.BMP")).unwrap();
    std::fs::write(root.join("A/notes.txt"), "no image").unwrap();
    let images = ImageFolder::open(root)?;
    let names = images
        .images()
        .iter()
        .map(|(p, c)| (p.file_name().unwrap().to_str().unwrap(), *c));
    let names = names.collect::<Vec<_>>();
    assert_eq!(
        names,
        [("1.jpeg", 0), ("10.png", 0), ("9.BMP", 0), ("2.png", 1)]
    );
    assert_eq!(images.counts(), [3, 1]);
    Ok(())
}

#[test]
fn classes_come_in_the_order_of_density_where_it_is_known() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let of = |names: &[&str]| {
        let folder = root.path().join(names.concat());
        for name in names {
            write(&folder.join(name).join("1.png"), grey(16));
        }
        folder
    };
    assert_eq!(
        ImageFolder::open(of(&["D", "F", "G"]))?.classes(),
        ["F", "G", "D"]
    );
    let plain = of(&["low", "high", "middle"]);
    let unknown = ImageFolder::open(&plain)?;
    assert_eq!(unknown.classes(), ["high", "low", "middle"]);
    assert!(!unknown.classes().is_ordinal());

    // Stated for the whole data set.
    let stated = "# least dense first\nlow\nmiddle\nhigh\nhuge\n";
    std::fs::write(root.path().join(CLASSES_FILE), stated).unwrap();
    let known = ImageFolder::open(&plain)?;
    assert_eq!(known.classes(), ["low", "middle", "high"]);
    assert!(known.classes().is_ordinal());
    for (path, class) in known.images() {
        assert!(path.parent().unwrap().ends_with(&known.classes()[*class]));
    }
    // The images stay where they are, with other numbers.
    let renumbered = unknown.with_classes(known.classes())?;
    let mut by_number = renumbered.images().to_vec();
    by_number.sort_by_key(|(_, class)| *class);
    assert_eq!(by_number, known.images());
    assert_ne!(renumbered, known);
    let text = message(ImageFolder::open(of(&["A", "B"])));
    assert!(
        text.contains("class A") && text.contains(CLASSES_FILE),
        "{text}"
    );
    Ok(())
}
