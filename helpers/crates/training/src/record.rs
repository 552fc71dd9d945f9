//! TensorBoard events of a run.

use crate::trainer::{Step, Trainer};
use crate::{RunConfig, RunFolder};
use candle_core::Tensor;
use density::error::{Error, Result};
use density::files::to_json;
use image::{GrayImage, ImageFormat};
use std::io::Cursor;
use tensorboard_events::EventWriter;

/// Batches from one point of the batch curves to the next.
const EVERY: usize = 10;
/// Augmented images shown, of the first batches.
const IMAGES: usize = 8;

/// Writes a run's event file.
pub(crate) struct Record {
    events: EventWriter,
    /// Inputs shown so far.
    shown: usize,
}

impl Record {
    /// A new file; what an interrupted process wrote beyond the point that the run goes on from counts no longer.
    pub fn open(trainer: &Trainer, folder: &RunFolder, resumed: bool) -> Result<Record> {
        let next = trainer.state.batches as u64 + 1;
        let mut events =
            EventWriter::create(folder.path(), resumed.then_some(next)).map_err(unwritten)?;
        if !resumed {
            let told = RunConfig::read(folder)?;
            let json = to_json(&told)?;
            events
                .text("config", 0, &format!("```json\n{json}\n```"))
                .map_err(unwritten)?;
        }
        let shown = if resumed { IMAGES } else { 0 };
        Ok(Record { events, shown })
    }

    /// The step that was just taken.
    pub fn step(&mut self, trainer: &Trainer, step: &Step) -> Result<()> {
        let number = trainer.state.batches as u64;
        if self.shown < IMAGES {
            self.inputs(number, &step.batch.x)?;
        }
        if trainer.state.batches.is_multiple_of(EVERY) {
            let accuracy = step.result.correct as f64 / step.result.images as f64;
            self.events
                .scalar("batch/loss", number, step.result.loss)
                .map_err(unwritten)?;
            self.events
                .scalar("batch/accuracy", number, accuracy)
                .map_err(unwritten)?;
            self.events
                .scalar("learning rate", number, step.rate)
                .map_err(unwritten)?;
        }
        Ok(())
    }

    /// The epoch that was just ended, at the number of its last step.
    pub fn epoch(&mut self, trainer: &Trainer) -> Result<()> {
        let number = trainer.state.batches as u64;
        let Some(e) = trainer.state.history.last() else {
            return Ok(());
        };
        let images = (trainer.steps * trainer.config.batch_size * trainer.ranks.size()) as f64;
        for (tag, value) in [
            ("epoch/loss", e.loss),
            ("epoch/accuracy", e.accuracy),
            ("epoch/validation loss", e.val_loss),
            ("epoch/validation accuracy", e.val_accuracy),
            ("epoch/learning rate", e.learning_rate),
            ("epoch/images per second", images / e.seconds),
        ] {
            if value.is_finite() {
                self.events.scalar(tag, number, value).map_err(unwritten)?;
            }
        }
        let kernels = trainer.model.parameters().iter();
        for p in kernels.filter(|p| p.name.ends_with("/kernel")) {
            let values = p.var.flatten_all()?.to_vec1::<f32>()?;
            self.events
                .histogram(&p.name, number, &values)
                .map_err(unwritten)?;
        }
        self.events.flush().map_err(unwritten)
    }

    /// Network inputs as they came out of the augmentation, stretched to the full range of grey.
    fn inputs(&mut self, number: u64, x: &Tensor) -> Result<()> {
        let (n, _, h, w) = x.dims4()?;
        let mut pictures = Vec::new();
        for image in 0..n.min(IMAGES - self.shown) {
            let plane = x.get(image)?.get(0)?.flatten_all()?.to_vec1::<f32>()?;
            let low = plane.iter().copied().fold(f32::INFINITY, f32::min);
            let high = plane.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            let scale = 255.0 / (high - low).max(1e-6);
            let grey = plane.iter().map(|v| ((v - low) * scale).round() as u8);
            if let Some(picture) = GrayImage::from_raw(w as u32, h as u32, grey.collect()) {
                let mut png = Cursor::new(Vec::new());
                let written = picture.write_to(&mut png, ImageFormat::Png);
                written.map_err(|e| Error::Training(format!("an input cannot be shown: {e}")))?;
                pictures.push(png.into_inner());
            }
        }
        self.shown += pictures.len();
        self.events
            .image("augmented input", number, w as u32, h as u32, &pictures)
            .map_err(unwritten)
    }
}

/// An event file that cannot be written, as an error of ours.
fn unwritten(e: tensorboard_events::Error) -> Error {
    Error::Io {
        path: e.path,
        source: e.source,
    }
}
