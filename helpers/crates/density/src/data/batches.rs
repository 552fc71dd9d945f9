//! Batches for training and prediction, prepared ahead by worker threads.

use crate::data::augment::{transform, warp_nearest};
use crate::data::tissue::{PLACE, tissue_kinds, tissue_shares};
use crate::data::{
    AugmentConfig, ImageFolder, Resize, TISSUES, divide_by_std, load_resized, standardize,
};
use crate::error::{Error, Result};
use candle_core::{Device, Tensor};
use image::GrayImage;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, OnceLock};

/// How batches are made.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamConfig {
    /// Side of the square images, in pixels.
    pub size: usize,
    /// Channels, all the same.
    pub channels: usize,
    /// Whether each image is divided by its standard deviation ([`divide_by_std`]).
    pub samplewise_std: bool,
    /// Images per batch.
    pub batch_size: usize,
    /// How images are resized.
    pub resize: Resize,
    /// Random transforms; `None` for none.
    pub augmentation: Option<AugmentConfig>,
    /// Seed of order and transforms.
    pub seed: u64,
    /// Threads that prepare batches. The batches do not depend on their number.
    pub workers: usize,
    /// Resized images are kept in memory up to this many bytes (650 x 650 takes 0.4 MB), so that they are decoded
    /// once.
    pub cache_bytes: usize,
    /// Draws every class equally often: a pass has as many samples as there are images, in which images of rare classes
    /// come several times and of frequent ones some are left out.
    pub balanced: bool,
    /// Whether batches tell the tissue at every place, from masks beside the images ([`mask_path`](crate::data::mask_path)).
    pub tissue: bool,
    /// Whether images that cannot be read are left out and told ([`Batch::unreadable`]); else the first of them is an error.
    pub skip_unreadable: bool,
    /// Which of how many ranks takes the batches: together they take those of one stream of larger batches.
    pub shard: (usize, usize),
}

impl Default for StreamConfig {
    fn default() -> Self {
        StreamConfig {
            size: 650,
            channels: 3,
            samplewise_std: false,
            batch_size: 4,
            resize: Resize::default(),
            augmentation: Some(AugmentConfig::default()),
            seed: 1,
            workers: 2,
            cache_bytes: 2 << 30,
            balanced: false,
            tissue: false,
            skip_unreadable: false,
            shard: (0, 1),
        }
    }
}

/// Images with their classes.
#[derive(Clone, Debug)]
pub struct Batch {
    /// `N C H W`, f32, standardised, on the CPU.
    pub x: Tensor,
    /// `N classes`, f32, one-hot.
    pub y: Tensor,
    /// `N 4 h w`, f32: the shares of the kinds of tissue ([`TISSUES`]) at every place of the network's last feature map, where
    /// they were asked for ([`StreamConfig::tissue`]).
    pub tissue: Option<Tensor>,
    /// Class indices.
    pub labels: Vec<usize>,
    /// The files.
    pub paths: Vec<PathBuf>,
    /// Files that should be in it and cannot be read, and why ([`StreamConfig::skip_unreadable`]).
    pub unreadable: Vec<(PathBuf, String)>,
}

/// An endless stream of shuffled, augmented batches: every pass shows each image once in a new order, and a batch
/// may hold the end of one pass and the start of the next, as in Keras.
///
/// Every sample draws from a generator of its own, made from the seed and its place in the stream, so the batches
/// depend neither on the number of workers nor on where the stream was entered ([`BatchStream::seek`]).
pub struct BatchStream {
    source: Arc<Source>,
    workers: Vec<Receiver<Result<Batch>>>,
    /// The next batch, counted from 0 over the whole training.
    next: usize,
    /// The batch the workers started from.
    first: usize,
}

/// The batches of one pass in the order of the files, without augmentation; the last may be smaller.
pub struct Batches {
    stream: BatchStream,
    left: usize,
}

impl BatchStream {
    /// The endless stream over the images of `folder`.
    pub fn new(folder: &ImageFolder, config: &StreamConfig) -> Result<BatchStream> {
        BatchStream::start(Arc::new(Source::new(folder, config, true)?), 0)
    }

    /// One pass over `folder`, in order, not augmented: for validation and prediction.
    pub fn once(folder: &ImageFolder, config: &StreamConfig) -> Result<Batches> {
        let config = StreamConfig {
            augmentation: None,
            // Every image is seen once: nothing to keep.
            cache_bytes: 0,
            balanced: false,
            shard: (0, 1),
            ..config.clone()
        };
        let source = Source::new(folder, &config, false)?;
        let left = source.end();
        Ok(Batches {
            stream: BatchStream::start(Arc::new(source), 0)?,
            left,
        })
    }

    fn start(source: Arc<Source>, first: usize) -> Result<BatchStream> {
        let count = source.config.workers.max(1);
        let mut workers = Vec::new();
        for worker in 0..count {
            // Two batches ahead a worker: enough to hide a slow file, little memory.
            let (sender, receiver) = sync_channel(2);
            let source = source.clone();
            std::thread::Builder::new()
                .name(format!("batches-{worker}"))
                .spawn(move || {
                    // Worker w makes batches w, w + count, ...; a closed channel ends it.
                    for batch in (first + worker..source.end()).step_by(count) {
                        if sender.send(source.batch(batch)).is_err() {
                            return;
                        }
                    }
                })
                .map_err(|e| Error::Training(format!("no thread for batches: {e}")))?;
            workers.push(receiver);
        }
        Ok(BatchStream {
            source,
            workers,
            next: first,
            first,
        })
    }

    /// The next batch.
    ///
    /// # Errors
    /// The first image of it that cannot be read, by name. The stream can be asked for the batch after it.
    pub fn next_batch(&mut self) -> Result<Batch> {
        let worker = (self.next - self.first) % self.workers.len();
        self.next += 1;
        self.workers[worker]
            .recv()
            .map_err(|_| Error::Training("a thread that prepares batches has stopped".into()))?
    }

    /// How many batches were taken since the start of the training.
    pub fn position(&self) -> usize {
        self.next
    }

    /// Goes to batch `position` (from 0), as if all before it had been taken; for resuming.
    pub fn seek(&mut self, position: usize) -> Result<()> {
        *self = BatchStream::start(self.source.clone(), position)?;
        Ok(())
    }
}

impl Iterator for Batches {
    type Item = Result<Batch>;

    fn next(&mut self) -> Option<Result<Batch>> {
        self.left = self.left.checked_sub(1)?;
        Some(self.stream.next_batch())
    }
}

/// An image at the input's size, and the kind of tissue of each of its pixels where that is asked for.
struct Loaded {
    image: GrayImage,
    kinds: Option<GrayImage>,
}

/// What the workers share.
struct Source {
    config: StreamConfig,
    classes: usize,
    images: Vec<(PathBuf, usize)>,
    endless: bool,
    cache: Vec<OnceLock<Loaded>>,
    cached: AtomicUsize,
}

impl Source {
    fn new(folder: &ImageFolder, config: &StreamConfig, endless: bool) -> Result<Source> {
        if config.batch_size == 0 || config.size == 0 || config.channels == 0 {
            return Err(Error::parameter(
                "batch_size, size, channels",
                format!(
                    "{}, {}, {}",
                    config.batch_size, config.size, config.channels
                ),
                "use 1 or more each",
            ));
        }
        let (rank, ranks) = config.shard;
        if rank >= ranks {
            return Err(Error::parameter(
                "shard",
                format!("{rank} of {ranks}"),
                "count ranks from 0",
            ));
        }
        if let Some(augmentation) = &config.augmentation {
            augmentation.check()?;
        }
        if folder.is_empty() {
            return Err(Error::Folder {
                path: folder.path().to_path_buf(),
                problem: "has no images".into(),
            });
        }
        Ok(Source {
            config: config.clone(),
            classes: folder.classes().len(),
            images: folder.images().to_vec(),
            endless,
            cache: folder.images().iter().map(|_| OnceLock::new()).collect(),
            cached: AtomicUsize::new(0),
        })
    }

    /// The number of batches there are.
    fn end(&self) -> usize {
        if self.endless {
            usize::MAX
        } else {
            self.images.len().div_ceil(self.config.batch_size)
        }
    }

    fn batch(&self, number: usize) -> Result<Batch> {
        let (n, size) = (self.config.batch_size, self.config.size);
        let (rank, ranks) = self.config.shard;
        let first = (number * ranks + rank) * n;
        let last = if self.endless {
            first + n
        } else {
            (first + n).min(self.images.len())
        };
        let mut x = Vec::with_capacity((last - first) * self.config.channels * size * size);
        let (mut labels, mut paths, mut tissue) = (Vec::new(), Vec::new(), Vec::new());
        let mut unreadable = Vec::new();
        let mut order = None::<(usize, Vec<usize>)>;
        for sample in first..last {
            let (pass, place) = (sample / self.images.len(), sample % self.images.len());
            let index = if self.endless {
                let fresh = order.as_ref().is_none_or(|(p, _)| *p != pass);
                if fresh {
                    order = Some((pass, self.order(pass)));
                }
                order.as_ref().map_or(place, |(_, o)| o[place])
            } else {
                place
            };
            let (path, label) = &self.images[index];
            let (start, before) = (x.len(), tissue.len());
            if let Err(e) = self.sample(index, sample, &mut x, &mut tissue) {
                if !self.config.skip_unreadable {
                    return Err(e);
                }
                unreadable.push((path.clone(), e.to_string()));
                x.truncate(start);
                tissue.truncate(before);
                continue;
            }
            for _ in 1..self.config.channels {
                x.extend_from_within(start..start + size * size);
            }
            labels.push(*label);
            paths.push(path.clone());
        }
        let mut y = vec![0f32; labels.len() * self.classes];
        for (row, label) in labels.iter().enumerate() {
            y[row * self.classes + label] = 1.0;
        }
        let shape = (labels.len(), self.config.channels, size, size);
        let places = size.div_ceil(PLACE);
        let shares = (labels.len(), TISSUES.len(), places, places);
        Ok(Batch {
            x: Tensor::from_vec(x, shape, &Device::Cpu)?,
            y: Tensor::from_vec(y, (labels.len(), self.classes), &Device::Cpu)?,
            tissue: (self.config.tissue)
                .then(|| Tensor::from_vec(tissue, shares, &Device::Cpu))
                .transpose()?,
            labels,
            paths,
            unreadable,
        })
    }

    /// The order of a pass.
    fn order(&self, pass: usize) -> Vec<usize> {
        // Even streams for orders, odd ones for samples: no two draws share numbers.
        let mut rng = self.rng(2 * pass as u64);
        let mut order = (0..self.images.len()).collect::<Vec<_>>();
        order.shuffle(&mut rng);
        if !self.config.balanced {
            return order;
        }
        let mut classes = vec![Vec::new(); self.classes];
        for index in order {
            classes[self.images[index].1].push(index);
        }
        classes.retain(|c| !c.is_empty());
        let rounds = self.images.len().div_ceil(classes.len());
        let mut order = (0..rounds)
            .flat_map(|round| classes.iter().map(move |c| c[round % c.len()]))
            .collect::<Vec<_>>();
        order.shuffle(&mut rng);
        order.truncate(self.images.len());
        order
    }

    fn rng(&self, stream: u64) -> ChaCha8Rng {
        let mut rng = ChaCha8Rng::seed_from_u64(self.config.seed);
        rng.set_stream(stream);
        rng
    }

    /// Appends the standardised plane of image `index` as sample number `sample` of the stream, and the tissue at its places.
    fn sample(
        &self,
        index: usize,
        sample: usize,
        x: &mut Vec<f32>,
        tissue: &mut Vec<f32>,
    ) -> Result<()> {
        if let Some(loaded) = self.cache[index].get() {
            return self.augmented(loaded, sample, x, tissue);
        }
        let (path, side) = (&self.images[index].0, self.config.size as u32);
        let kinds = self.config.tissue.then(|| tissue_kinds(path, side));
        let loaded = Loaded {
            image: load_resized(path, self.config.resize, side, side)?,
            kinds: kinds.transpose()?,
        };
        self.augmented(&loaded, sample, x, tissue)?;
        let bytes = loaded.image.len() + loaded.kinds.as_ref().map_or(0, |kinds| kinds.len());
        if self.cached.load(Ordering::Relaxed) + bytes <= self.config.cache_bytes
            && self.cache[index].set(loaded).is_ok()
        {
            self.cached.fetch_add(bytes, Ordering::Relaxed);
        }
        Ok(())
    }

    /// Keras transforms the grey values first and standardises the result.
    fn augmented(
        &self,
        loaded: &Loaded,
        sample: usize,
        x: &mut Vec<f32>,
        tissue: &mut Vec<f32>,
    ) -> Result<()> {
        let (start, side) = (x.len(), self.config.size);
        let mut moved = None;
        match &self.config.augmentation {
            None => x.extend(standardize(&loaded.image)),
            Some(augmentation) => {
                let mut rng = self.rng(2 * sample as u64 + 1);
                let (plane, params) = transform(&loaded.image, augmentation, &mut rng)?;
                let mean = (sum(&plane) / plane.len() as f64 / 255.0) as f32;
                x.extend(plane.iter().map(|v| v / 255.0 - mean));
                moved = Some(params.matrix(side, side));
            }
        }
        if self.config.samplewise_std {
            divide_by_std(&mut x[start..]);
        }
        if let Some(kinds) = &loaded.kinds {
            let size = (side, side);
            let moved = moved
                .map(|matrix| warp_nearest(kinds, size, matrix))
                .transpose()?;
            let kinds = moved.as_deref().unwrap_or(kinds);
            tissue.extend(tissue_shares(kinds, size, side.div_ceil(PLACE)));
        }
        Ok(())
    }
}

/// In f64. Several sums side by side do not wait for each other.
fn sum(values: &[f32]) -> f64 {
    let mut sums = [0.0; 8];
    let (eights, rest) = values.as_chunks::<8>();
    for eight in eights {
        for (sum, v) in sums.iter_mut().zip(eight) {
            *sum += f64::from(*v);
        }
    }
    sums.iter().sum::<f64>() + rest.iter().map(|v| f64::from(*v)).sum::<f64>()
}
