//! Streams end what they started. Alone in its file: it looks at all threads of the process.
#![cfg(target_os = "linux")]
#![allow(missing_docs)]

use density::Result;
use density::data::{BatchStream, ImageFolder, StreamConfig};
use image::{GrayImage, Luma};
use std::time::Duration;

/// Threads of this process that prepare batches.
fn batch_threads() -> usize {
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let names = tasks.filter_map(|t| std::fs::read_to_string(t.ok()?.path().join("comm")).ok());
    names.filter(|n| n.starts_with("batches-")).count()
}

/// A closed channel reaches a thread at its next send: wait for that, and fail when it never comes.
fn wait_for(count: usize) {
    for _ in 0..500 {
        if batch_threads() == count {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("{} threads after 5 seconds, not {count}", batch_threads());
}

#[test]
fn dropping_or_seeking_a_stream_ends_its_threads() -> Result<()> {
    let root = tempfile::tempdir().unwrap();
    for class in ["A", "B"] {
        let folder = root.path().join(class);
        std::fs::create_dir(&folder).unwrap();
        let image = GrayImage::from_fn(16, 16, |x, y| Luma([(x * y) as u8]));
        image.save(folder.join("1.png")).unwrap();
    }
    let folder = ImageFolder::open(root.path())?;
    let config = StreamConfig {
        size: 16,
        workers: 3,
        ..StreamConfig::default()
    };

    let mut stream = BatchStream::new(&folder, &config)?;
    stream.next_batch()?;
    wait_for(3);
    stream.seek(40)?;
    wait_for(3);
    drop(stream);
    wait_for(0);

    // A pass that is left before its end.
    let mut pass = BatchStream::once(&folder, &config)?;
    pass.next();
    drop(pass);
    wait_for(0);
    Ok(())
}
