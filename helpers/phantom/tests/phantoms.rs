//! What a reader of the tutorial relies on: the same seed draws the same, density is what it is said to be, and no
//! patient is in two splits.
#![allow(missing_docs)]

use phantom::{Density, Phantom, Plan, Split, View, write_dataset};
use std::collections::{HashMap, HashSet};

fn phantom(patient_seed: u64, view: View, density: Density) -> Phantom {
    Phantom {
        patient_seed,
        view,
        density,
    }
}

/// Mean grey level over the breast without the muscle.
fn brightness(phantom: Phantom, height: u32) -> f64 {
    let drawing = phantom.draw_tissue(height);
    let (mut sum, mut count) = (0.0, 0.0);
    for (grey, kind) in drawing.image.pixels().zip(drawing.tissue.pixels()) {
        if kind.0[0] == 1 || kind.0[0] == 2 {
            sum += f64::from(grey.0[0]);
            count += 1.0;
        }
    }
    sum / count
}

/// The numbers are this crate's own: they hold the drawing still, so that the images which are shipped, and results
/// which a notebook shows, can be drawn again.
#[test]
fn the_same_seed_draws_the_same_picture_everywhere() {
    let image = phantom(42, View::MloL, Density::C).draw(64);
    assert_eq!(image.dimensions(), (40, 64));
    let probes = [(0, 0), (3, 40), (10, 40), (20, 40), (12, 50), (39, 63)];
    let found = probes.map(|(x, y)| image.get_pixel(x, y).0[0]);
    assert_eq!(found, [149, 168, 176, 173, 177, 0]);
    let fnv = image.pixels().fold(0xcbf2_9ce4_8422_2325u64, |h, p| {
        (h ^ u64::from(p.0[0])).wrapping_mul(0x100_0000_01b3)
    });
    assert_eq!(fnv, 0x30d1_6f99_aae2_dd9d, "{fnv:#x}");
}

#[test]
fn another_patient_or_view_is_another_picture() {
    let image = phantom(1, View::CcR, Density::B).draw(64);
    assert_ne!(image, phantom(2, View::CcR, Density::B).draw(64));
    assert_ne!(image, phantom(1, View::CcL, Density::B).draw(64));
    assert_ne!(image, phantom(1, View::MloR, Density::B).draw(64));
}

#[test]
fn the_chest_wall_is_on_the_side_of_the_breast() {
    for view in View::ALL {
        let image = phantom(5, view, Density::B).draw(64);
        let (chest, front) = if view.is_right() { (39, 0) } else { (0, 39) };
        assert!(image.get_pixel(chest, 32).0[0] > 100, "{view}");
        assert_eq!(image.get_pixel(front, 8).0[0], 0, "{view}");
    }
}

#[test]
fn percent_density_is_the_share_of_dense_pixels() {
    for density in Density::ALL {
        for view in View::ALL {
            let phantom = phantom(9, view, density);
            let mut pixels = [0u32; 4];
            for kind in phantom.draw_tissue(128).tissue.pixels() {
                pixels[kind.0[0] as usize] += 1;
            }
            let measured = 100.0 * f64::from(pixels[2]) / f64::from(pixels[1] + pixels[2]);
            let said = phantom.percent_density();
            assert!(
                (measured - said).abs() < 0.1,
                "{phantom:?}: {measured}, said {said}"
            );
            assert_eq!(pixels[3] > 0, view.is_oblique(), "{phantom:?}: muscle");
            let (low, high) = density.percent_range();
            assert!((low..=high).contains(&said), "{phantom:?}: {said}");
        }
    }
}

#[test]
fn denser_classes_are_brighter_on_average_but_overlap() {
    let mut means = Vec::new();
    let mut extremes = Vec::new();
    for density in Density::ALL {
        let values = (0..24).map(|seed| brightness(phantom(seed, View::CcR, density), 48));
        let values = values.collect::<Vec<_>>();
        means.push(values.iter().sum::<f64>() / values.len() as f64);
        let (low, high) = values
            .iter()
            .fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
        extremes.push((low, high));
    }
    for i in 0..3 {
        assert!(means[i] + 2.0 < means[i + 1], "{means:?}");
        assert!(extremes[i].1 > extremes[i + 1].0, "{extremes:?}");
    }
}

#[test]
fn both_breasts_have_similar_density() {
    for seed in 0..50 {
        let [a, b] =
            [View::CcR, View::MloL].map(|v| phantom(seed, v, Density::C).percent_density());
        assert!((a - b).abs() <= 6.0, "{a} and {b}");
    }
}

#[test]
fn no_patient_is_in_two_splits_or_two_classes() {
    let plan = Plan {
        train: 7,
        validation: 3,
        test: 2,
    };
    let mut home = HashMap::new();
    let mut seeds = HashSet::new();
    let phantoms = plan.phantoms(1);
    assert_eq!(phantoms.len(), (7 + 3 + 2) * 4 * 4);
    for p in &phantoms {
        let here = (p.split, p.phantom.density);
        assert_eq!(*home.entry(p.patient).or_insert(here), here);
        seeds.insert(p.phantom.patient_seed);
    }
    assert_eq!(seeds.len(), home.len(), "two patients share a seed");
    let paths = phantoms.iter().map(|p| p.path()).collect::<HashSet<_>>();
    assert_eq!(paths.len(), phantoms.len());
    let count = |split| phantoms.iter().filter(|p| p.split == split).count();
    assert_eq!(
        [Split::Train, Split::Validation, Split::Test].map(count),
        [112, 48, 32]
    );
}

#[test]
fn patients_are_shared_out_two_thirds_a_sixth_a_sixth() {
    let plan = Plan::shared_out(60);
    assert_eq!((plan.train, plan.validation, plan.test), (40, 10, 10));
    let plan = Plan::shared_out(5);
    assert_eq!((plan.train, plan.validation, plan.test), (5, 0, 0));
}

#[test]
fn a_folder_is_finished_grown_and_never_mixed() {
    let root = std::env::temp_dir().join(format!("phantoms-{}", std::process::id()));
    let one = Plan {
        test: 1,
        ..Plan::default()
    };
    let first = write_dataset(&root, &one, 3, 24).unwrap();
    assert_eq!((first.drawn, first.kept), (16, 0));

    let lost = root.join("CC_L/test/A/1002_1_A_CC_L.png");
    let before = std::fs::read(&lost).unwrap();
    std::fs::remove_file(&lost).unwrap();
    let again = write_dataset(&root, &one, 3, 24).unwrap();
    assert_eq!((again.drawn, again.kept), (1, 15));
    assert_eq!(std::fs::read(&lost).unwrap(), before);

    let more = Plan { train: 1, ..one };
    let grown = write_dataset(&root, &more, 3, 24).unwrap();
    assert_eq!((grown.drawn, grown.kept), (16, 16));

    for (plan, seed, height) in [(one, 3, 24), (more, 4, 24), (more, 3, 32)] {
        let error = write_dataset(&root, &plan, seed, height).unwrap_err();
        assert!(error.to_string().contains("another folder"), "{error}");
    }
    let truth = std::fs::read_to_string(root.join("percent_density.csv")).unwrap();
    assert_eq!(truth.lines().count(), 33);
    std::fs::remove_dir_all(&root).unwrap();
}

#[test]
fn an_empty_plan_and_a_folder_that_cannot_be_made_are_errors() {
    let root = std::env::temp_dir().join("phantoms-none");
    let error = write_dataset(&root, &Plan::default(), 1, 64).unwrap_err();
    assert!(
        error.to_string().contains("at least one patient"),
        "{error}"
    );
    let huge = write_dataset(&root, &Plan::shared_out(1), 1, u32::MAX).unwrap_err();
    assert!(huge.to_string().contains("8 to 8192"), "{huge}");
    let below_a_file = std::env::current_exe().unwrap().join("phantoms");
    let error = write_dataset(&below_a_file, &Plan::shared_out(1), 1, 64).unwrap_err();
    assert!(error.to_string().contains("phantoms"), "{error}");
}

/// The folder says what it was drawn with: `phantom testset --per-class 1 --test-only --seed 7 --size 512`.
#[test]
fn the_shipped_test_set_is_what_its_seed_draws() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../testset"));
    let plan = Plan {
        test: 1,
        ..Plan::default()
    };
    let planned = plan.phantoms(7);
    for p in &planned {
        assert!(root.join(p.path()).is_file(), "{}", p.path().display());
    }
    let shipped = image::open(root.join(planned[5].path()))
        .unwrap()
        .into_luma8();
    assert!(shipped == planned[5].phantom.draw(512));
}
