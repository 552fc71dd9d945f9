//! Streams of batches: reproducible, endless, and honest about broken files.
#![allow(missing_docs)]

use density::Result;
use density::data::{Batch, BatchStream, ImageFolder, StreamConfig};
use image::{GrayImage, Luma};
use std::collections::HashMap;
use std::path::Path;

/// Seven images in two classes.
fn folder(root: &Path) -> ImageFolder {
    for i in 0..7u8 {
        let class = root.join(if i < 4 { "A" } else { "B" });
        std::fs::create_dir_all(&class).unwrap();
        let image = GrayImage::from_fn(40, 40, |x, y| Luma([x as u8 * 3 + y as u8 + i * 20]));
        image.save(class.join(format!("{i}.png"))).unwrap();
    }
    ImageFolder::open(root).unwrap()
}

fn config() -> StreamConfig {
    StreamConfig {
        size: 32,
        batch_size: 3,
        seed: 5,
        ..StreamConfig::default()
    }
}

fn bits(batch: &Batch) -> Result<Vec<u32>> {
    let x = batch.x.flatten_all()?.to_vec1::<f32>()?;
    Ok(x.into_iter().map(f32::to_bits).collect())
}

#[test]
fn batches_do_not_depend_on_the_number_of_workers() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let folder = folder(root.path());
    let run = |workers: usize, cache_bytes: usize| -> Result<Vec<Vec<u32>>> {
        let mut stream = BatchStream::new(
            &folder,
            &StreamConfig {
                workers,
                cache_bytes,
                ..config()
            },
        )?;
        (0..6).map(|_| bits(&stream.next_batch()?)).collect()
    };
    let one = run(1, 0)?;
    assert!(one == run(2, 1 << 20)? && one == run(4, 1 << 20)?);
    assert_ne!(one[0], one[1]);
    Ok(())
}

#[test]
fn seeking_equals_skipping() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let folder = folder(root.path());
    let mut skipped = BatchStream::new(&folder, &config())?;
    for _ in 0..5 {
        skipped.next_batch()?;
    }
    let mut sought = BatchStream::new(&folder, &config())?;
    sought.seek(5)?;
    assert_eq!(sought.position(), 5);
    assert_eq!(bits(&skipped.next_batch()?)?, bits(&sought.next_batch()?)?);
    Ok(())
}

/// Seven images in batches of three: a pass ends within a batch, as in Keras' endless generator.
#[test]
fn every_image_is_seen_once_a_pass_in_changing_order() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let folder = folder(root.path());
    let mut stream = BatchStream::new(&folder, &config())?;
    let mut seen = Vec::new();
    for _ in 0..7 {
        let batch = stream.next_batch()?;
        assert_eq!(batch.x.dims(), [3, 3, 32, 32]);
        assert_eq!(batch.y.sum_all()?.to_scalar::<f32>()?, 3.0);
        seen.extend(batch.paths);
    }
    let passes = seen.chunks(7).collect::<Vec<_>>();
    for pass in &passes {
        let count = pass.iter().fold(HashMap::new(), |mut m, p| {
            *m.entry(p).or_insert(0) += 1;
            m
        });
        assert!(count.len() == 7 && count.values().all(|n| *n == 1));
    }
    assert_ne!(passes[0], passes[1]);
    Ok(())
}

#[test]
fn one_pass_is_in_order_not_augmented_and_ends_with_a_small_batch() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let folder = folder(root.path());
    let batches = BatchStream::once(&folder, &config())?.collect::<Result<Vec<_>>>()?;
    assert_eq!(
        batches.iter().map(|b| b.labels.len()).collect::<Vec<_>>(),
        [3, 3, 1]
    );
    let paths = batches
        .iter()
        .flat_map(|b| b.paths.clone())
        .collect::<Vec<_>>();
    assert_eq!(
        paths,
        folder
            .images()
            .iter()
            .map(|(p, _)| p.clone())
            .collect::<Vec<_>>()
    );
    // Standardised: the mean is zero.
    assert!(batches[0].x.mean_all()?.to_scalar::<f32>()?.abs() < 1e-6);
    Ok(())
}

#[test]
fn a_broken_image_in_mid_stream_is_an_error_with_its_name_and_no_hang() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    let folder = folder(root.path());
    std::fs::write(root.path().join("B/5.png"), "broken").unwrap();
    let mut stream = BatchStream::new(&folder, &config())?;
    let results = (0..7).map(|_| stream.next_batch()).collect::<Vec<_>>();
    let errors = results
        .iter()
        .filter_map(|r| r.as_ref().err())
        .collect::<Vec<_>>();
    assert!(!errors.is_empty() && errors.len() < 7);
    assert!(errors.iter().all(|e| e.to_string().contains("5.png")));
    Ok(())
}
