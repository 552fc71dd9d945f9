//! How sets of mammograms look beside each other: grey levels and texture.

use std::path::PathBuf;

use crate::Appearance;
use density::error::{Error, Result};
use figures::Figure;
use figures::axes::{chart, curve, dashed, pixel};
use figures::axis::{Axis, extent};
use figures::check::not_empty;
use figures::legend::{Key, Mark, heading};
use figures::style::{SOFT, series_colour};

/// Grey levels that make a point of the histogram: neighbouring levels of a stretched image differ by chance.
const LEVELS: usize = 4;
/// The exponent of the dashed line.
const BURGESS: f64 = 3.0;

/// Draws named sets of images as curves: left the histogram of grey levels in the breast, right the power spectrum of
/// its texture, with the exponent beta of `1 / f^beta` in the legend and, dashed, the slope of 3 that Burgess et al.
/// (Med. Phys. 28, 419-437, 2001) found on mammograms. What the numbers are, [`Appearance`] tells.
///
/// # Errors
/// [`Error::Figure`] when there is no set, more than seven (the colours start again), or a set has no images; what
/// [`Appearance::of`] returns, with the image's path.
pub fn plot_appearance(title: &str, sets: &[(String, Vec<PathBuf>)]) -> Result<Figure> {
    not_empty("sets of images", sets)?;
    if sets.len() > 7 {
        return Err(Error::Figure(format!(
            "{} sets of images; at most 7 have colours of their own",
            sets.len()
        )));
    }
    let mut looks = Vec::new();
    for (name, images) in sets {
        not_empty(&format!("images of {name}"), images)?;
        looks.push(Appearance::of(images)?);
    }
    let mut keys = Vec::new();
    for (i, ((name, _), look)) in sets.iter().zip(&looks).enumerate() {
        let label = format!("{name} β {:.1}", look.beta);
        keys.push(Key::new(label, series_colour(i), Mark::Line));
    }
    keys.push(Key::new(
        format!("slope of β {BURGESS:.0}"),
        SOFT,
        Mark::Dashes,
    ));
    let histograms = looks.iter().map(histogram).collect::<Vec<_>>();
    let spectra = looks.iter().map(spectrum).collect::<Vec<_>>();
    Figure::draw(1160, 500, |area| {
        let (left, right) = heading(area, title, &keys)?.split_horizontally(580);
        let highest = extent(histograms.iter().flatten().map(|p| p.1)).1;
        let levels = Axis {
            ticks: (0..=5)
                .map(|i| (f64::from(50 * i), (50 * i).to_string()))
                .collect(),
            ..Axis::linear("grey level", 0.0, 255.0, 5)
        };
        let share = Axis::linear("share per grey level [%]", 0.0, 1.05 * highest, 5);
        let grey = chart(&left, &levels, &share, 0)?;
        for (i, points) in histograms.iter().enumerate() {
            curve(&left, &grey, points, 2.5, series_colour(i))?;
        }
        let (low, high) = extent(spectra.iter().flatten().map(|p| p.0));
        let x = octaves("cycles per image height", low, high);
        // Above the middle of the curves, so that it covers none of them.
        let anchor = spectra.iter().map(|s| s[0].1 - BURGESS * (low - s[0].0));
        let anchor = anchor.fold(f64::MIN, f64::max) + 0.4;
        let (bottom, top) = extent(spectra.iter().flatten().map(|p| p.1));
        let end = (high, anchor - BURGESS * (high - low));
        let y = decades("power density", bottom.min(end.1) - 0.15, top.max(anchor));
        let texture = chart(&right, &x, &y, 0)?;
        let ends = [(low, anchor), end].map(|p| pixel(&right, &texture, p));
        dashed(&right, ends[0], ends[1], 7.0, SOFT)?;
        for (i, points) in spectra.iter().enumerate() {
            curve(&right, &texture, points, 2.5, series_colour(i))?;
        }
        Ok(())
    })
}

/// Grey level and per cent of the pixels.
fn histogram(look: &Appearance) -> Vec<(f64, f64)> {
    let levels = look.grey_levels.chunks(LEVELS).enumerate();
    let middle = |i: usize| (i * LEVELS) as f64 + (LEVELS - 1) as f64 / 2.0;
    levels
        .map(|(i, shares)| {
            (
                middle(i),
                100.0 * shares.iter().sum::<f64>() / LEVELS as f64,
            )
        })
        .collect()
}

/// Logarithms to base 10.
fn spectrum(look: &Appearance) -> Vec<(f64, f64)> {
    let points = look.frequencies.iter().zip(&look.power);
    points.map(|(f, p)| (f.log10(), p.log10())).collect()
}

/// Ticks on the powers of 2 between two logarithms to base 10.
fn octaves(name: &str, low: f64, high: f64) -> Axis {
    let ticks = (0..16).map(|k| 1u32 << k);
    let ticks = ticks.map(|f| (f64::from(f).log10(), f.to_string()));
    Axis {
        ticks: ticks.filter(|(at, _)| (low..=high).contains(at)).collect(),
        ..Axis::linear(name, low, high, 5)
    }
}

/// Ticks on the powers of 10 between two logarithms, or on every second one.
fn decades(name: &str, low: f64, high: f64) -> Axis {
    let step = if high - low > 7.0 { 2 } else { 1 };
    let ticks = (low.ceil() as i32..=high.floor() as i32).filter(|k| k % step == 0);
    Axis {
        ticks: ticks
            .map(|k| (k.into(), format!("1e{k}").replace('-', "−")))
            .collect(),
        ..Axis::linear(name, low, high, 5)
    }
}
