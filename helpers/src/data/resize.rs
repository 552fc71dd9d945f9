//! Bringing an image to the size of the network's input.

use image::{GrayImage, Luma};
use serde::{Deserialize, Serialize};

/// How an image is resized. The two can give different classes for the same mammogram: nearest keeps single pixels
/// and their noise, bilinear mixes four. Predict with what the network was trained with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Resize {
    /// Pillow's `NEAREST`, as Keras' `load_img` resizes: output pixel `o` takes input pixel
    /// `floor((o + 0.5) input / output)`. What the published network was trained and tested with.
    #[default]
    Nearest,
    /// Between the four nearest pixels with half-pixel centres, not smoothed before reduction, cut to 8 bits
    /// (scikit-image's `resize(order=1, anti_aliasing=False)`): what the published class activation maps were made
    /// with.
    BilinearHalfPixel,
}

impl Resize {
    /// `image` at `width` x `height` pixels; the aspect ratio is not kept, as in the published tutorial.
    pub fn apply(self, image: &GrayImage, width: u32, height: u32) -> GrayImage {
        if (width, height) == image.dimensions() {
            return image.clone();
        }
        match self {
            Resize::Nearest => nearest(image, width, height),
            Resize::BilinearHalfPixel => bilinear(image, width, height),
        }
    }
}

fn nearest(image: &GrayImage, width: u32, height: u32) -> GrayImage {
    let row_of = image.width() as usize;
    let mut rows = Nearest::new(image.dimensions(), (width, height));
    for row in image.as_raw().chunks(row_of.max(1)) {
        rows.push(row);
    }
    rows.finish()
}

/// Nearest resizing of an image whose rows come one after the other, from the top.
pub(crate) struct Nearest {
    size: (u32, u32),
    columns: Vec<u32>,
    rows: Vec<u32>,
    /// The input row that comes next.
    next: u32,
    out: Vec<u8>,
}

impl Nearest {
    /// From and to `(width, height)`.
    pub(crate) fn new(from: (u32, u32), to: (u32, u32)) -> Nearest {
        Nearest {
            size: to,
            columns: nearest_indices(from.0, to.0),
            rows: nearest_indices(from.1, to.1),
            next: 0,
            out: Vec::with_capacity(to.0 as usize * to.1 as usize),
        }
    }

    pub(crate) fn push(&mut self, row: &[u8]) {
        let done = self.out.len() / self.columns.len().max(1);
        let wanted = self.rows[done..].iter();
        for _ in wanted.take_while(|r| **r == self.next) {
            self.out
                .extend(self.columns.iter().map(|c| row[*c as usize]));
        }
        self.next += 1;
    }

    /// The resized image; rows that never came are black.
    pub(crate) fn finish(mut self) -> GrayImage {
        let (width, height) = self.size;
        self.out.resize(width as usize * height as usize, 0);
        GrayImage::from_raw(width, height, self.out).unwrap_or_default()
    }
}

/// Pillow adds the step pixel by pixel in f64 and cuts (`Geometry.c`, `ImagingScaleAffine`); the sum decides at the
/// ties, so it is formed the same way here.
fn nearest_indices(input: u32, output: u32) -> Vec<u32> {
    let step = f64::from(input) / f64::from(output);
    let mut at = step * 0.5;
    (0..output)
        .map(|_| {
            let index = (at as u32).min(input.saturating_sub(1));
            at += step;
            index
        })
        .collect()
}

/// Sums the four products in f64 and in scipy's order: where the exact value is a whole number, the last bit of the
/// sum decides what the cut leaves.
fn bilinear(image: &GrayImage, width: u32, height: u32) -> GrayImage {
    let columns = bilinear_taps(image.width(), width);
    let rows = bilinear_taps(image.height(), height);
    GrayImage::from_fn(width, height, |x, y| {
        let mut sum = 0.0;
        for (row, row_weight) in rows[y as usize] {
            for (column, column_weight) in columns[x as usize] {
                let value = f64::from(image.get_pixel(column, row).0[0]);
                sum += value * row_weight * column_weight;
            }
        }
        Luma([sum as u8])
    })
}

/// The two neighbours of every output pixel's centre with their weights; outside, the image is mirrored about its
/// outermost pixels.
fn bilinear_taps(input: u32, output: u32) -> Vec<[(u32, f64); 2]> {
    let scale = f64::from(input) / f64::from(output);
    let last = i64::from(input) - 1;
    let mirrored = |i: i64| {
        if i < 0 {
            -i
        } else if i > last {
            2 * last - i
        } else {
            i
        }
    };
    (0..output)
        .map(|o| {
            let at = (f64::from(o) + 0.5) * scale - 0.5;
            let low = at.floor();
            let index = |i: i64| mirrored(i).clamp(0, last) as u32;
            [
                (index(low as i64), 1.0 - (at - low)),
                (index(low as i64 + 1), at - low),
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ramp() -> GrayImage {
        GrayImage::from_fn(4, 1, |x, _| Luma([x as u8 * 40]))
    }

    /// Pillow 12: `Image.fromarray(a).resize((w, 1), Image.NEAREST)`.
    #[test]
    fn nearest_takes_the_pixel_under_the_centre() {
        assert_eq!(Resize::Nearest.apply(&ramp(), 2, 1).into_raw(), [40, 120]);
        assert_eq!(
            Resize::Nearest.apply(&ramp(), 6, 1).into_raw(),
            [0, 40, 40, 80, 80, 120]
        );
    }

    /// scikit-image 0.26: `transform.resize(a, .., order=1, anti_aliasing=False, preserve_range=True)`, cut to u8.
    #[test]
    fn bilinear_has_half_pixel_centres_and_cuts() {
        assert_eq!(
            Resize::BilinearHalfPixel.apply(&ramp(), 8, 1).into_raw(),
            [10, 10, 30, 50, 70, 90, 110, 110]
        );
        assert_eq!(
            Resize::BilinearHalfPixel.apply(&ramp(), 3, 1).into_raw(),
            [6, 60, 113]
        );
    }
}
