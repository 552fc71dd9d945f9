//! What a reader of the tutorial relies on: the same seed draws the same, density is what it is said to be, and no
//! patient is in two splits.
#![allow(missing_docs)]

use density::data::{Projection, Split};
use phantom::{Density, Drawing, Look, Phantom, Plan, write_dataset};
use std::collections::{HashMap, HashSet};

fn phantom(patient_seed: u64, view: Projection, density: Density) -> Phantom {
    Phantom {
        patient_seed,
        view,
        density,
        clinic: None,
    }
}

/// Number of pixels of each kind: background, fat, fibroglandular tissue, muscle.
fn kinds(drawing: &Drawing) -> [f64; 4] {
    let mut pixels = [0.0; 4];
    for kind in drawing.tissue.pixels() {
        pixels[kind.0[0] as usize] += 1.0;
    }
    pixels
}

/// Pearson's correlation.
fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (ma, mb) = (mean(a), mean(b));
    let product = |x: &[f64], mx: f64, y: &[f64], my: f64| {
        x.iter()
            .zip(y)
            .map(|(x, y)| (x - mx) * (y - my))
            .sum::<f64>()
    };
    let spread = (product(a, ma, a, ma) * product(b, mb, b, mb)).sqrt();
    if spread > 0.0 {
        product(a, ma, b, mb) / spread
    } else {
        0.0
    }
}

#[test]
fn the_same_seed_draws_the_same_picture_and_truth() {
    let c = phantom(42, Projection::MloL, Density::C);
    assert_eq!(c.draw(64), c.draw(64));
}

#[test]
fn another_patient_or_view_is_another_picture() {
    let image = |seed, view| phantom(seed, view, Density::B).draw(64).image;
    assert_ne!(image(1, Projection::CcR), image(2, Projection::CcR));
    assert_ne!(image(1, Projection::CcR), image(1, Projection::CcL));
    assert_ne!(image(1, Projection::CcR), image(1, Projection::MloR));
}

#[test]
fn the_chest_wall_is_on_the_side_of_the_breast() {
    for view in Projection::ALL {
        let mut places = 0.0;
        for seed in 0..8 {
            let tissue = phantom(seed, view, Density::B).draw(64).tissue;
            let columns = || {
                tissue
                    .enumerate_pixels()
                    .filter(|(_, _, kind)| kind.0[0] > 0)
                    .map(|(x, _, _)| x)
            };
            let (low, high) = columns().fold((u32::MAX, 0), |(l, h), x| (l.min(x), h.max(x)));
            let mean = columns().map(f64::from).sum::<f64>() / columns().count() as f64;
            places += (mean - f64::from(low)) / f64::from(high - low);
        }
        // Towards the chest wall columns are longer, so the breast's middle lies on its side.
        assert_eq!(
            places / 8.0 > 0.5,
            view.is_right(),
            "{view}: {}",
            places / 8.0
        );
    }
}

/// Oblique views show the axilla too, which is fat.
fn axilla(view: Projection) -> f64 {
    match view {
        Projection::MloR | Projection::MloL => 0.75,
        Projection::CcR | Projection::CcL => 1.0,
    }
}

#[test]
fn densities_are_counted_from_the_pixels_and_lie_in_the_class() {
    for density in Density::ALL {
        let (low, high) = density.percent_range();
        for view in Projection::ALL {
            for seed in 0..6 {
                let phantom = phantom(seed, view, density);
                let drawing = phantom.draw(160);
                let [_, fat, dense, _] = kinds(&drawing);
                let measured = 100.0 * dense / (fat + dense);
                assert!(
                    (measured - drawing.percent_density).abs() < 1e-9,
                    "{phantom:?}"
                );
                let read = phantom.reading().read;
                assert!((low..=high).contains(&read), "{phantom:?}: {read}");
                // A reader's error of 6 % and the view's of 5 %, three times over.
                // And half a percent for the few pixels.
                let drawn = drawing.percent_density / axilla(view);
                let near = 0.78 * read - 0.5..1.28 * read + 0.5;
                assert!(near.contains(&drawn), "{phantom:?}: {drawn}, read {read}");
            }
        }
    }
}

#[test]
fn the_four_views_of_a_patient_have_similar_density() {
    for seed in 0..10 {
        let densities = Projection::ALL
            .map(|v| phantom(seed, v, Density::C).draw(96).percent_density / axilla(v));
        let (low, high) = densities
            .iter()
            .fold((f64::MAX, 0.0f64), |(l, h), d| (l.min(*d), h.max(*d)));
        assert!(high / low < 1.35, "{densities:?}");
    }
}

#[test]
fn dense_tissue_is_brighter_than_the_fat_around_it() {
    let mut brighter = 0;
    for seed in 0..20 {
        let drawing = phantom(seed, Projection::CcR, Density::C).draw(96);
        let mean = |kind| {
            let greys = drawing.image.pixels().zip(drawing.tissue.pixels());
            let (sum, count) = greys
                .filter(|(_, k)| k.0[0] == kind)
                .fold((0.0, 0.0), |(s, n), (g, _)| {
                    (s + f64::from(g.0[0]), n + 1.0)
                });
            sum / count
        };
        brighter += usize::from(mean(2) > mean(1));
    }
    assert!(brighter >= 19, "{brighter} of 20");
}

/// A network would take any of these for density, if they went with it.
#[test]
fn what_is_not_density_does_not_go_with_density() {
    let mut class = Vec::new();
    let mut nuisances: [(&str, Vec<f64>); 6] = [
        "width of the picture",
        "breast's share of the picture",
        "muscle's share of the picture",
        "grey of the background",
        "grey of the fat",
        "processed for display",
    ]
    .map(|name| (name, Vec::new()));
    for (index, density) in Density::ALL.into_iter().enumerate() {
        for seed in 0..60 {
            // Other patients in every class, as in a data set.
            let patient = 1000 * index as u64 + seed;
            let phantom = phantom(patient, Projection::MloR, density);
            let drawing = phantom.draw(48);
            let [background, fat, dense, muscle] = kinds(&drawing);
            let all = background + fat + dense + muscle;
            let grey = |kind| {
                let greys = drawing.image.pixels().zip(drawing.tissue.pixels());
                let of_kind = greys
                    .filter(|(_, k)| k.0[0] == kind)
                    .map(|(g, _)| f64::from(g.0[0]));
                of_kind.sum::<f64>()
            };
            class.push(index as f64);
            let values = [
                all / 48.0 / 48.0,
                (fat + dense) / all,
                muscle / all,
                grey(0) / background.max(1.0),
                grey(1) / fat.max(1.0),
                f64::from(u8::from(phantom.look() >= Look::Processed)),
            ];
            for ((_, list), value) in nuisances.iter_mut().zip(values) {
                list.push(value);
            }
        }
    }
    for (name, values) in &nuisances {
        let r = correlation(&class, values);
        println!("{name}: {r:+.2}");
        // 240 pictures: 0.065 is one standard error of no correlation.
        assert!(r.abs() < 0.18, "{name}: {r:.3}");
        let first = values[0];
        assert!(
            values.iter().any(|v| (v - first).abs() > 0.01),
            "{name} does not vary"
        );
    }
}

#[test]
fn every_look_is_drawn_in_all_four_views_of_a_patient_and_fat_is_darker_where_it_was_processed() {
    let mut counts = HashMap::<Look, usize>::new();
    let mut fat = HashMap::<bool, Vec<f64>>::new();
    for seed in 0..400 {
        let looks = Projection::ALL.map(|view| phantom(seed, view, Density::B).look());
        assert_eq!(looks, [looks[0]; 4]);
        *counts.entry(looks[0]).or_default() += 1;
        if seed < 60 {
            let drawing = phantom(seed, Projection::CcL, Density::B).draw(64);
            let greys = drawing.image.pixels().zip(drawing.tissue.pixels());
            let greys = greys
                .filter(|(_, kind)| kind.0[0] == 1)
                .map(|(grey, _)| f64::from(grey.0[0]));
            let greys = greys.collect::<Vec<_>>();
            let mean = greys.iter().sum::<f64>() / greys.len() as f64;
            fat.entry(looks[0] >= Look::Processed)
                .or_default()
                .push(mean);
        }
    }
    for (look, share) in Look::ALL.into_iter().zip([0.3, 0.25, 0.32, 0.13]) {
        let seen = counts[&look] as f64 / 400.0;
        assert!((seen - share).abs() < 0.08, "{look}: {seen}");
    }
    let mean = |of: &[f64]| of.iter().sum::<f64>() / of.len() as f64;
    assert!(mean(&fat[&true]) < mean(&fat[&false]) - 10.0, "{fat:?}");
}

#[test]
fn no_patient_is_in_two_splits_or_two_classes() {
    let plan = Plan {
        train: 7,
        validation: 3,
        test: 2,
        ..Plan::default()
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
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    let one = Plan {
        test: 1,
        ..Plan::default()
    };
    let first = write_dataset(root, &one, 3, 24).unwrap();
    assert_eq!((first.drawn, first.kept), (16, 0));

    let lost = root.join("CC_L/test/A/1002_1_A_CC_L.png");
    let before = std::fs::read(&lost).unwrap();
    std::fs::remove_file(&lost).unwrap();
    let again = write_dataset(root, &one, 3, 24).unwrap();
    assert_eq!((again.drawn, again.kept), (1, 15));
    assert_eq!(std::fs::read(&lost).unwrap(), before);

    let more = Plan { train: 1, ..one };
    let grown = write_dataset(root, &more, 3, 24).unwrap();
    assert_eq!((grown.drawn, grown.kept), (16, 16));

    for (plan, seed, height) in [(one, 3, 24), (more, 4, 24), (more, 3, 32)] {
        let error = write_dataset(root, &plan, seed, height).unwrap_err();
        assert!(error.to_string().contains("another folder"), "{error}");
    }
    let truth = std::fs::read_to_string(root.join("truth.csv")).unwrap();
    assert_eq!(truth.lines().count(), 33);
    assert!(truth.contains("1002_1_A_CC_L.png,A,"), "{truth}");
    let mask = image::open(root.join("CC_L/masks/A/1002_1_A_CC_L.png")).unwrap();
    let greys: HashSet<u8> = mask.into_luma8().iter().copied().collect();
    assert!(
        greys.is_subset(&HashSet::from([0, 80, 160, 240])),
        "{greys:?}"
    );

    // Masks of all images, asked for later: those images are drawn again, the same, and nothing else.
    let image = root.join("CC_L/train/A/1000_1_A_CC_L.png");
    let before = std::fs::read(&image).unwrap();
    let masked = write_dataset(root, &more.with_masks(), 3, 24).unwrap();
    assert_eq!((masked.drawn, masked.kept), (16, 16));
    assert!(root.join("CC_L/masks/A/1000_1_A_CC_L.png").is_file());
    assert_eq!(std::fs::read(&image).unwrap(), before);
}

#[test]
fn an_empty_plan_and_a_folder_that_cannot_be_made_are_errors() {
    let root = tempfile::tempdir().unwrap();
    let root = root.path();
    let error = write_dataset(root, &Plan::default(), 1, 64).unwrap_err();
    assert!(
        error.to_string().contains("at least one patient"),
        "{error}"
    );
    let huge = write_dataset(root, &Plan::shared_out(1), 1, u32::MAX).unwrap_err();
    assert!(huge.to_string().contains("8 to 8192"), "{huge}");
    let below_a_file = std::env::current_exe().unwrap().join("phantoms");
    let error = write_dataset(&below_a_file, &Plan::shared_out(1), 1, 64).unwrap_err();
    assert!(error.to_string().contains("phantoms"), "{error}");
}

/// The folder says what it was drawn with: `phantom testset --per-class 8 --test-only --jpeg --seed 7 --size 650`.
#[test]
fn the_shipped_test_set_is_what_its_seed_draws() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../testset"));
    let plan = Plan {
        test: 8,
        jpeg: true,
        ..Plan::default()
    };
    let planned = plan.phantoms(7);
    assert_eq!(planned.len(), 8 * 4 * 4);
    for p in &planned {
        for path in [Some(p.path()), p.mask_path()].into_iter().flatten() {
            assert!(root.join(&path).is_file(), "{}", path.display());
        }
    }
    let p = planned[5];
    let mask = image::open(root.join(p.mask_path().unwrap()))
        .unwrap()
        .into_luma8();
    // Exponentials may differ in their last bit from machine to machine, and a pixel with them.
    let drawn = p.phantom.draw(650).tissue;
    assert_eq!(mask.dimensions(), drawn.dimensions());
    let differ = mask
        .iter()
        .zip(drawn.iter())
        .filter(|(m, d)| **m != **d * 80)
        .count();
    assert!(differ * 1000 < mask.len(), "{differ} of {}", mask.len());
}
