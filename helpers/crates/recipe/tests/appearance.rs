//! Sets of images beside each other: noise has the exponent it must have, and the figure holds every set.
#![allow(missing_docs)]

use density::{Error, Result};
use figures::okabe_ito::{BLUE, GREEN, VERMILION};
use image::{GrayImage, Luma};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use recipe::Appearance;
use recipe::plot_appearance;
use std::path::{Path, PathBuf};

fn noise(height: u32, seed: u64) -> GrayImage {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    GrayImage::from_fn(height, height, |_, _| {
        Luma([chance.random_range(60..200u8)])
    })
}

/// Noise without the finest detail; `sigma` in pixels.
fn blurred(height: u32, seed: u64, sigma: f32) -> GrayImage {
    image::imageops::blur(&noise(height, seed), sigma)
}

fn saved(folder: &Path, name: &str, image: &GrayImage) -> PathBuf {
    let path = folder.join(format!("{name}.png"));
    image.save(&path).unwrap();
    path
}

#[test]
fn white_noise_has_the_exponent_0_and_all_grey_levels_alike() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let images = (0..4).map(|i| saved(folder.path(), &i.to_string(), &noise(320, i)));
    let look = Appearance::of(&images.collect::<Vec<_>>())?;
    assert!(look.beta.abs() < 0.1, "{}", look.beta);
    for (level, share) in look.grey_levels.iter().enumerate() {
        let expected = if (60..200).contains(&level) {
            1.0 / 140.0
        } else {
            0.0
        };
        assert!((share - expected).abs() < 5e-4, "{level}: {share}");
    }
    Ok(())
}

#[test]
fn the_figure_draws_a_curve_for_each_set_in_both_panels() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let sets = [
        ("noise", noise(256, 1)),
        ("film", blurred(256, 1, 2.0)),
        ("phantom", blurred(256, 1, 1.0)),
    ];
    let sets = sets.map(|(name, i)| (name.to_string(), vec![saved(folder.path(), name, &i)]));
    let figure = plot_appearance("Three sets", &sets)?;
    for (name, colour) in [("noise", BLUE), ("film", VERMILION), ("phantom", GREEN)] {
        for columns in [0..580, 580..figure.width()] {
            let pixels = figure.image().enumerate_pixels();
            // Below title and legend.
            let drawn = pixels.filter(|(x, y, p)| {
                *y > 75 && columns.contains(x) && p.0 == [colour.0, colour.1, colour.2]
            });
            assert!(drawn.count() > 100, "{name} in {columns:?}");
        }
    }
    assert_eq!(
        figure.to_png()?,
        plot_appearance("Three sets", &sets)?.to_png()?
    );
    Ok(())
}

#[test]
fn what_cannot_be_measured_is_told_by_name() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let told = |sets: &[(String, Vec<PathBuf>)]| match plot_appearance("", sets) {
        Ok(_) => panic!("accepted"),
        Err(e @ (Error::Figure(_) | Error::Image { .. } | Error::Io { .. })) => e.to_string(),
        Err(e) => panic!("another error: {e}"),
    };
    let one = |name: &str, image: GrayImage| {
        let path = saved(folder.path(), name, &image);
        told(&[("films".into(), vec![path])])
    };
    assert!(told(&[]).contains("sets of images"));
    assert!(told(&[("films".into(), vec![])]).contains("images of films"));
    assert!(told(&[("films".into(), vec!["absent.png".into()])]).contains("absent.png"));
    let eight = vec![("films".to_string(), vec![PathBuf::from("a.png")]); 8];
    assert!(told(&eight).contains("at most 7"));
    let black = GrayImage::new(200, 200);
    assert!(one("black", black).contains("black.png: is black"));
    let grey = GrayImage::from_pixel(200, 200, Luma([90]));
    assert!(one("grey", grey).contains("grey.png: has one grey"));
    let small = noise(60, 1);
    assert!(one("small", small).contains("small.png: has no square of 64 x 64"));
    Ok(())
}

/// Burgess et al. (2001) give a mean of 2.8 to 3.0 for mammograms, with a spread of some 0.3 between films.
#[test]
fn real_films_have_an_exponent_near_3() -> Result<()> {
    let Some(folder) = fixtures::shared("mini-mias/original") else {
        return Ok(());
    };
    let images = [1, 2, 3, 4, 7, 8, 13, 14].map(|n| folder.join(format!("mdb{n:03}.pgm")));
    let look = Appearance::of(&images)?;
    assert!((2.5..3.5).contains(&look.beta), "{}", look.beta);
    Ok(())
}
