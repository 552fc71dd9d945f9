//! Bringing an image to the size of the network's input.

use image::{GrayImage, Luma};
use serde::{Deserialize, Serialize};

/// How an image is resized. The ways can give different classes for the same mammogram: nearest keeps single pixels
/// and their noise, bilinear mixes four, box averages all. Predict with what the network was trained with.
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
    /// Pillow's `BOX`, Keras' `interpolation="box"` (keras-preprocessing 1.0.5): the mean of all pixels under the output
    /// pixel, so that an image looks the same at whatever resolution it was scanned.
    Box,
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
            Resize::Box => resize_box(image, width, height),
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

/// Bits after the point of Pillow's weights (`Resample.c`, `PRECISION_BITS`).
const BOX_BITS: u32 = 22;

/// Columns first, then rows, each rounded to 8 bits, as Pillow does.
fn resize_box(image: &GrayImage, width: u32, height: u32) -> GrayImage {
    let columns = box_taps(image.width(), width);
    let rows = box_taps(image.height(), height);
    let across = image.width() as usize;
    let mut narrow = Vec::with_capacity(width as usize * image.height() as usize);
    for row in image.as_raw().chunks_exact(across.max(1)) {
        narrow.extend(columns.iter().map(|(first, weights)| {
            let sum = row[*first..]
                .iter()
                .zip(weights)
                .map(|(v, w)| i64::from(*v) * w);
            box_round(sum.sum())
        }));
    }
    let mut out = Vec::with_capacity(width as usize * height as usize);
    let mut sums = vec![0i64; width as usize];
    for (first, weights) in &rows {
        sums.fill(0);
        for (row, weight) in narrow[first * width as usize..]
            .chunks_exact(width as usize)
            .zip(weights)
        {
            sums.iter_mut()
                .zip(row)
                .for_each(|(s, v)| *s += i64::from(*v) * weight);
        }
        out.extend(sums.iter().map(|s| box_round(*s)));
    }
    GrayImage::from_raw(width, height, out).unwrap_or_default()
}

fn box_round(sum: i64) -> u8 {
    ((sum + (1 << (BOX_BITS - 1))) >> BOX_BITS).clamp(0, 255) as u8
}

/// The first input pixel under every output pixel, and the weights from there on, in units of 2^-22.
fn box_taps(input: u32, output: u32) -> Vec<(usize, Vec<i64>)> {
    let scale = f64::from(input) / f64::from(output);
    let wide = scale.max(1.0);
    (0..output)
        .map(|o| {
            let centre = (f64::from(o) + 0.5) * scale;
            let first = (centre - 0.5 * wide + 0.5).max(0.0) as usize;
            let end = ((centre + 0.5 * wide + 0.5) as usize).min(input as usize);
            let inside = |i: usize| {
                let off = (i as f64 - centre + 0.5) / wide;
                f64::from(u8::from(off > -0.5 && off <= 0.5))
            };
            let weights: Vec<f64> = (first..end).map(inside).collect();
            let sum = weights.iter().sum::<f64>();
            let fixed = |w: &f64| (w / sum * f64::from(1u32 << BOX_BITS) + 0.5) as i64;
            (first, weights.iter().map(fixed).collect())
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

    /// Pillow 13: `Image.fromarray(a).resize((w, h), Image.BOX)`.
    #[test]
    fn box_takes_the_mean_of_what_is_under_the_pixel() {
        for (width, expected) in [
            (2, vec![20, 100]),
            (3, vec![0, 60, 120]),
            (6, vec![0, 40, 40, 80, 120, 120]),
        ] {
            assert_eq!(Resize::Box.apply(&ramp(), width, 1).into_raw(), expected);
        }
        let image = GrayImage::from_fn(11, 7, |x, y| {
            Luma([((7 * x + 13 * y * y + x * y) % 256) as u8])
        });
        assert_eq!(
            Resize::Box.apply(&image, 4, 3).into_raw(),
            [14, 37, 56, 74, 136, 137, 106, 130, 153, 105, 94, 125]
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
