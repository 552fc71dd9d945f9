//! Writes the event files that [TensorBoard](https://www.tensorflow.org/tensorboard) shows: scalars, histograms,
//! images and text.
//!
//! Every value is written the way TensorFlow 2 writes it, as a tensor for the plugin that shows it. There is no
//! TensorFlow and no protobuf compiler behind it: the few messages that are needed are encoded by hand.
//!
//! ```
//! use tensorboard_events::EventWriter;
//!
//! # let folder = tempfile::tempdir()?;
//! # let folder = folder.path();
//! let mut events = EventWriter::create(folder, None)?;
//! for step in 0..3 {
//!     events.scalar("loss", step, 1.0 / (step + 1) as f64)?;
//! }
//! events.text("about", 0, "three steps, `loss` only")?;
//! events.flush()?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A run is a folder; `tensorboard --logdir` shows all runs below the folder it is given. A run that goes on after an
//! interruption writes a further file into the same folder, see [`EventWriter::create`].

mod error;
mod event;
mod file_name;
mod histogram;
mod record;
mod wire;
mod writer;

pub use error::Error;
pub use writer::EventWriter;
