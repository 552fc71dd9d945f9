//! The event file as the training loop sees it.

use std::fmt;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use crate::Error;
use crate::event::{Event, doubles, float, strings};
use crate::file_name::{file_name, time_after_others};
use crate::histogram::{BUCKETS, Histogram};
use crate::record::Records;

/// An event file that is being written.
///
/// What is written waits in memory until there is some 64 KiB of it, until [`flush`](Self::flush), or until the writer
/// is dropped. A process that is killed loses what waits and may leave the last record of the file cut off, which
/// TensorBoard skips.
///
/// A tag names a series of values; dashboards group tags by what stands before the first `/`. All values of a tag must
/// be of one kind: what is written as a scalar first stays one.
pub struct EventWriter {
    path: PathBuf,
    records: Records<File>,
}

impl EventWriter {
    /// Makes a new event file in `folder`, and the folder where there is none.
    ///
    /// A process that goes on where an earlier one was interrupted writes into the same folder and names in
    /// `purge_step` the first step that it will write: TensorBoard then forgets what the earlier one wrote at or after
    /// that step. (Its fast reader, the default, does so tag by tag, as soon as the tag has a new value; with
    /// `--load_fast=false` it forgets everything at once.) At most one process may write into a folder at a time.
    pub fn create(folder: impl AsRef<Path>, purge_step: Option<u64>) -> Result<Self, Error> {
        let folder = folder.as_ref();
        fs::create_dir_all(folder).map_err(Error::at(folder))?;
        let now = wall_time() as u64;
        let time = time_after_others(folder, now).map_err(Error::at(folder))?;
        let path = folder.join(file_name(time));
        let file = File::create_new(&path).map_err(Error::at(&path))?;
        let mut writer = EventWriter {
            path,
            records: Records::new(file),
        };
        writer.write(Event::Version)?;
        if let Some(step) = purge_step {
            // TensorBoard takes the first start in a folder for that of the run, and only later ones for restarts.
            writer.write(Event::Start { step })?;
            writer.write(Event::Start { step })?;
        }
        // So that what is out of date disappears at once, not with the first value.
        writer.flush()?;
        Ok(writer)
    }

    /// The file that is written.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a number, rounded to `f32`: TensorBoard's default reader knows no other scalars. NaN and infinities are
    /// marked as such in the charts.
    pub fn scalar(&mut self, tag: &str, step: u64, value: f64) -> Result<(), Error> {
        self.write(Event::Value {
            step,
            tag,
            plugin: "scalars",
            tensor: float(value as f32),
        })
    }

    /// Writes how `values` are distributed, for the dashboards of histograms and distributions: counts in 30 buckets of
    /// equal width. NaN and infinities are left out of them; the number of these is returned.
    pub fn histogram(&mut self, tag: &str, step: u64, values: &[f32]) -> Result<usize, Error> {
        let Histogram { rows, left_out } = Histogram::of(values);
        self.write(Event::Value {
            step,
            tag,
            plugin: "histograms",
            tensor: doubles(&[BUCKETS, 3], rows.as_flattened()),
        })?;
        Ok(left_out)
    }

    /// Writes images of one size, each the content of a PNG file.
    pub fn image(
        &mut self,
        tag: &str,
        step: u64,
        width: u32,
        height: u32,
        pngs: &[impl AsRef<[u8]>],
    ) -> Result<(), Error> {
        let (width, height) = (width.to_string(), height.to_string());
        let size = [width.as_bytes(), height.as_bytes()];
        let values = size.into_iter().chain(pngs.iter().map(AsRef::as_ref));
        self.write(Event::Value {
            step,
            tag,
            plugin: "images",
            tensor: strings(&[2 + pngs.len()], values),
        })
    }

    /// Writes text, which TensorBoard renders as Markdown.
    pub fn text(&mut self, tag: &str, step: u64, markdown: &str) -> Result<(), Error> {
        self.write(Event::Value {
            step,
            tag,
            plugin: "text",
            tensor: strings(&[], [markdown.as_bytes()]),
        })
    }

    /// Hands all that was written so far to the operating system: from then on TensorBoard sees it, and it stays when
    /// the process is killed. After an error, say of a full disk, a later call writes what is still missing.
    pub fn flush(&mut self) -> Result<(), Error> {
        self.records.flush().map_err(Error::at(&self.path))
    }

    fn write(&mut self, event: Event) -> Result<(), Error> {
        let message = event.encode(wall_time());
        self.records
            .push(message.encoded())
            .map_err(Error::at(&self.path))
    }
}

impl fmt::Debug for EventWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventWriter")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

/// Seconds since 1970; 0 where the clock was never set.
fn wall_time() -> f64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0.0, |time| time.as_secs_f64())
}
