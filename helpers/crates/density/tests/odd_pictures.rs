//! Pictures as students have them: ranges within 16 bits, files cut short or under wrong names, kinds of TIFF, nothing in them.
#![allow(missing_docs)]

use density::data::{Resize, load_grey, load_resized};
use density::{Error, Result};
use image::{DynamicImage, GrayImage, ImageBuffer, Luma, Rgb};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tiff::encoder::{TiffEncoder, colortype};

/// A breast of sorts: every grey level, bright on the left.
fn picture() -> GrayImage {
    GrayImage::from_fn(64, 48, |x, y| {
        Luma([(255 - 4 * x.min(63)) as u8 / if y < 24 { 1 } else { 2 }])
    })
}

/// The picture with `largest` for white.
fn deep(largest: u32) -> ImageBuffer<Luma<u16>, Vec<u16>> {
    let picture = picture();
    ImageBuffer::from_fn(64, 48, |x, y| {
        let v = u32::from(picture.get_pixel(x, y).0[0]);
        Luma([((v * largest + 127) / 255) as u16])
    })
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

fn furthest(a: &GrayImage, b: &GrayImage) -> u8 {
    assert_eq!(a.dimensions(), b.dimensions());
    let pairs = a.iter().zip(b.iter());
    pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap_or(0)
}

fn refused(path: &Path) -> String {
    match load_grey(path) {
        Err(Error::Image {
            path: named,
            problem,
        }) => {
            assert_eq!(named, path);
            problem
        }
        other => panic!("{}: {other:?}", path.display()),
    }
}

#[test]
fn ten_twelve_and_fourteen_bits_of_sixteen_read_like_eight() -> Result<()> {
    let folder = folder();
    for bits in [10, 12, 14, 16] {
        let deep = deep((1 << bits) - 1);
        for kind in ["png", "tif"] {
            let path = folder.path().join(format!("{bits}.{kind}"));
            deep.save(&path).unwrap();
            let read = load_grey(&path)?;
            assert!(furthest(&read, &picture()) <= 1, "{bits} bits, {kind}");
        }
    }
    Ok(())
}

#[test]
fn a_pgm_file_tells_what_its_white_is() -> Result<()> {
    let folder = folder();
    for most in [100_u32, 255, 1000, 4095, 16383, 65535] {
        let mut bytes = format!("P5\n64 48\n{most}\n").into_bytes();
        for v in deep(most).iter() {
            if most < 256 {
                bytes.push(*v as u8)
            } else {
                bytes.extend(v.to_be_bytes())
            }
        }
        let path = folder.path().join(format!("{most}.pgm"));
        std::fs::write(&path, bytes).unwrap();
        let furthest = furthest(&load_grey(&path)?, &picture());
        assert!(
            furthest <= if most < 255 { 2 } else { 1 },
            "{most}: {furthest}"
        );
    }
    Ok(())
}

#[test]
fn colour_of_sixteen_bits_is_the_grey_of_sixteen_bits() -> Result<()> {
    let folder = folder();
    for largest in [4095, 40_000, 65_535] {
        let grey = deep(largest);
        let rgb = ImageBuffer::from_fn(64, 48, |x, y| Rgb([grey.get_pixel(x, y).0[0]; 3]));
        let (a, b) = (folder.path().join("a.png"), folder.path().join("b.png"));
        grey.save(&a).unwrap();
        DynamicImage::ImageRgb16(rgb).save(&b).unwrap();
        assert_eq!(load_grey(&a)?, load_grey(&b)?, "{largest}");
    }
    Ok(())
}

#[test]
fn a_jpeg_cut_anywhere_is_refused() {
    let folder = folder();
    let path = folder.path().join("cut.jpg");
    picture().save(&path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    assert!(load_grey(&path).is_ok());
    for tenth in 3..10 {
        std::fs::write(&path, &whole[..whole.len() * tenth / 10]).unwrap();
        let problem = refused(&path);
        assert!(
            problem.contains("cut short") && problem.contains("fetch it again"),
            "{problem}"
        );
    }
}

#[test]
fn a_png_without_its_last_chunk_reads_as_in_pillow() -> Result<()> {
    let folder = folder();
    let path = folder.path().join("no_end.png");
    picture().save(&path).unwrap();
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 12]).unwrap();
    assert_eq!(load_grey(&path)?, picture());
    assert_eq!(load_resized(&path, Resize::Nearest, 64, 48)?, picture());
    Ok(())
}

#[test]
fn kinds_of_tiff_that_are_not_read_are_named() {
    let folder = folder();
    let written = |name: &str, write: &dyn Fn(&mut TiffEncoder<std::fs::File>)| -> PathBuf {
        let path = folder.path().join(name);
        let mut encoder = TiffEncoder::new(std::fs::File::create(&path).unwrap()).unwrap();
        write(&mut encoder);
        path
    };
    let grey = picture();
    let float: Vec<f32> = grey.iter().map(|v| f32::from(*v) / 255.0).collect();
    let signed: Vec<i16> = grey.iter().map(|v| i16::from(*v) - 100).collect();
    let float = written("float.tif", &|e| {
        e.write_image::<colortype::Gray32Float>(64, 48, &float)
            .unwrap();
    });
    let signed = written("signed.tif", &|e| {
        e.write_image::<colortype::GrayI16>(64, 48, &signed)
            .unwrap();
    });
    for path in [float, signed] {
        let problem = refused(&path);
        assert!(
            problem.contains("TIFF file of a kind") && problem.contains("convert it"),
            "{problem}"
        );
    }
    let pages = written("pages.tif", &|e| {
        for _ in 0..2 {
            e.write_image::<colortype::Gray8>(64, 48, grey.as_raw())
                .unwrap();
        }
    });
    assert!(refused(&pages).contains("several pages"));
}

#[test]
fn pictures_in_other_formats_are_called_what_they_are() {
    let folder = folder();
    for (bytes, name) in [
        (&b"RIFF\x10\0\0\0WEBPVP8 "[..], "WebP"),
        (b"GIF89a\x01\0\x01\0", "GIF"),
        (b"\0\0\0\x1cftypavif\0\0\0\0", "AVIF"),
        (b"\0\0\0\x0cjP  \r\n\x87\n", "JPEG 2000"),
    ] {
        let path = folder.path().join("scan.jpg");
        std::fs::write(&path, bytes).unwrap();
        let problem = refused(&path);
        assert!(
            problem.contains(name) && problem.contains("convert it to PNG"),
            "{problem}"
        );
    }
    let empty = folder.path().join("empty.png");
    std::fs::write(&empty, []).unwrap();
    assert!(refused(&empty).contains("0 bytes"));
}

#[test]
fn a_picture_of_one_value_is_not_for_a_network() {
    let folder = folder();
    for (value, resize) in [
        (0, Resize::Nearest),
        (255, Resize::Box),
        (13, Resize::Nearest),
    ] {
        let path = folder.path().join(format!("{value}.png"));
        GrayImage::from_pixel(80, 90, Luma([value]))
            .save(&path)
            .unwrap();
        let problem = load_resized(&path, resize, 32, 32).unwrap_err().to_string();
        assert!(
            problem.contains(&format!("{value} of 255")) && problem.contains("nothing to see"),
            "{problem}"
        );
        let mut seen = GrayImage::from_pixel(80, 90, Luma([value]));
        for (x, y) in [
            (40, 45),
            (41, 45),
            (40, 46),
            (41, 46),
            (42, 46),
            (42, 47),
            (39, 44),
        ] {
            seen.put_pixel(x, y, Luma([value ^ 128]));
        }
        seen.save(&path).unwrap();
        assert!(load_resized(&path, resize, 32, 32).is_ok());
    }
}

#[test]
fn the_odd_pictures_at_hand_are_read_right_or_refused_by_name() -> Result<()> {
    let Some(pictures) = fixtures::shared("cases/pictures") else {
        return Ok(());
    };
    let mut deep = 0;
    for entry in std::fs::read_dir(&pictures).map_err(Error::io(&pictures))? {
        let path = entry.map_err(Error::io(&pictures))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if let Some(rest) = name.strip_prefix("12_of_16_bits_") {
            let stem = rest.trim_end_matches(".png");
            let class = stem
                .split('_')
                .find(|part| ["A", "B", "C", "D"].contains(part));
            let folder = pictures.with_file_name("reference").join("CC_R/test");
            let reference = folder.join(class.unwrap_or(stem));
            let of_class = std::fs::read_dir(&reference).map_err(Error::io(&reference))?;
            let read = load_grey(&path)?;
            let closest = of_class.filter_map(|entry| load_grey(entry.ok()?.path()).ok());
            let closest = closest.filter(|other| other.dimensions() == read.dimensions());
            assert_eq!(
                closest
                    .map(|other| furthest(&read, &other))
                    .min()
                    .map(|d| d <= 1),
                Some(true),
                "{name}"
            );
            deep += 1;
        }
    }
    assert!(deep > 0, "no picture of 12 bits");
    for (name, says) in [
        ("cut_baseline_half.jpg", "cut short"),
        ("cut_progressive_9of10.jpg", "cut short"),
        ("whole_webp_named.jpg", "WebP"),
        ("e_float32_0_to_1.tif", "TIFF file of a kind"),
    ] {
        let problem = refused(&pictures.join(name));
        assert!(problem.contains(says), "{name}: {problem}");
    }
    let white = load_resized(pictures.join("all_255.png"), Resize::Box, 160, 160);
    assert!(white.unwrap_err().to_string().contains("nothing to see"));
    Ok(())
}

/// The file and its greys are `dicom-grey`'s, which compares them with pydicom's.
#[test]
fn a_dicom_file_is_read_as_a_viewer_shows_it_or_refused_by_what_it_is() -> Result<()> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("../dicom-grey/tests");
    let viewer = image::open(tests.join("viewer/window_12_bits.png"))
        .unwrap()
        .into_luma8();
    let file = tests.join("files/window_12_bits.dcm");
    assert!(furthest(&load_grey(&file)?, &viewer) <= 1);
    let small = load_resized(&file, Resize::Box, 32, 32)?;
    assert!(furthest(&small, &Resize::Box.apply(&load_grey(&file)?, 32, 32)) == 0);
    for (name, what) in [
        ("for_processing", "FOR PROCESSING"),
        ("tomosynthesis", "stack of 3 frames"),
        ("jpeg_ls", "JPEG-LS"),
        ("even", "same value"),
    ] {
        let told = refused(&tests.join(format!("files/{name}.dcm")));
        assert!(told.contains(what), "{name}: {told}");
    }
    // Whole folders of them can be classified, whatever their extension is written like.
    let folder = folder();
    for class in ["A", "B"] {
        std::fs::create_dir_all(folder.path().join(class)).unwrap();
        std::fs::copy(&file, folder.path().join(class).join("1.DCM")).unwrap();
    }
    assert_eq!(density::data::ImageFolder::open(folder.path())?.len(), 2);
    Ok(())
}
