//! Writes one value of every kind per step into a folder, as a training run would:
//! `write_events <folder> <first step> <end step> [purge]`. With `purge` it goes on where another one was interrupted.
//! `tests/test_read.py` reads what it wrote.

use std::error::Error;

use tensorboard_events::EventWriter;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, first, end, rest @ ..] = arguments.as_slice() else {
        return Err("write_events <folder> <first step> <end step> [purge]".into());
    };
    let (first, end): (u64, u64) = (first.parse()?, end.parse()?);
    let purge_step = rest.contains(&"purge".to_string()).then_some(first);

    let mut events = EventWriter::create(folder, purge_step)?;
    for step in first..end {
        let stretch = step as f32 + 1.0;
        let weights: Vec<f32> = (0..1000_u32)
            .map(|i| stretch * (((i * i) % 997) as f32 / 64.0 - 3.0))
            .collect();
        events.scalar("train/loss", step, 1.0 / (step + 1) as f64)?;
        events.scalar("learning rate", step, f64::from(stretch) * 1e-12)?;
        events.histogram("weights/spread", step, &weights)?;
        events.histogram("weights/constant", step, &[0.25; 7])?;
        events.histogram("weights/none", step, &[])?;
        let broken = [f32::NAN, f32::NEG_INFINITY, f32::INFINITY];
        events.histogram(
            "weights/broken",
            step,
            &[&broken, weights.as_slice()].concat(),
        )?;
        events.image("maps", step, 3, 2, &[gradient(step as u8)?, gradient(200)?])?;
        events.text(
            "notes/epoch",
            step,
            &format!("# Epoch {step}\n\n| ü | ≥ |\n|---|---|\n| 1 | 2 |\n"),
        )?;
    }
    events.scalar("train/diverged", first, f64::NAN)?;
    events.flush()?;
    Ok(())
}

/// A grey picture of 3 x 2 pixels that begins with `first`.
fn gradient(first: u8) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 3, 2);
    encoder.set_color(png::ColorType::Grayscale);
    let pixels: Vec<u8> = (first..first + 6).collect();
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(file)
}
