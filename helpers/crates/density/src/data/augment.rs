//! Random rotations, shifts and zooms, as keras-preprocessing 1.0.5 draws and applies them.

use crate::error::{Error, Result};
use image::GrayImage;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

/// The ranges that augmentation draws from; the default is the tutorial's. No flips: left and right breasts have
/// networks of their own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AugmentConfig {
    /// Largest rotation to either side, in degrees (10).
    pub rotation: f64,
    /// Largest shift up or down, as a share of the height (0.2).
    pub height_shift: f64,
    /// Largest shift to a side, as a share of the width (0.2).
    pub width_shift: f64,
    /// Smallest and largest zoom, drawn for each axis; above 1 the breast becomes smaller (0.8 to 1.2).
    pub zoom: (f64, f64),
}

impl Default for AugmentConfig {
    fn default() -> Self {
        AugmentConfig {
            rotation: 10.0,
            height_shift: 0.2,
            width_shift: 0.2,
            zoom: (0.8, 1.2),
        }
    }
}

impl AugmentConfig {
    /// Refuses ranges that cannot be drawn from.
    pub fn check(&self) -> Result<()> {
        for (name, value) in [
            ("rotation", self.rotation),
            ("height_shift", self.height_shift),
            ("width_shift", self.width_shift),
        ] {
            if !(value >= 0.0 && value.is_finite()) {
                return Err(Error::parameter(name, value, "use 0 or more"));
            }
        }
        let (low, high) = self.zoom;
        if !(low > 0.0 && low <= high && high.is_finite()) {
            return Err(Error::parameter(
                "zoom",
                format!("{low} to {high}"),
                "use positive numbers, the smaller one first",
            ));
        }
        Ok(())
    }

    /// Draws one transform for an image of `height` x `width` pixels, in Keras' order: rotation, shift of the rows,
    /// shift of the columns, zoom of the rows, zoom of the columns; uniform, independent.
    pub fn draw(&self, rng: &mut ChaCha8Rng, height: usize, width: usize) -> AffineParams {
        let mut between = |low: f64, high: f64| low + (high - low) * rng.random::<f64>();
        AffineParams {
            theta_degrees: between(-self.rotation, self.rotation),
            tx: between(-self.height_shift, self.height_shift) * height as f64,
            ty: between(-self.width_shift, self.width_shift) * width as f64,
            zx: between(self.zoom.0, self.zoom.1),
            zy: between(self.zoom.0, self.zoom.1),
        }
    }
}

/// One random transform of `image`, the same for the same seed, and its numbers: to look at what augmentation does.
/// Training draws in the same way.
pub fn augment(
    image: &GrayImage,
    config: &AugmentConfig,
    seed: u64,
) -> Result<(GrayImage, AffineParams)> {
    config.check()?;
    let (moved, params) = transform(image, config, &mut ChaCha8Rng::seed_from_u64(seed))?;
    let moved = moved.into_iter().map(|v| v.round() as u8).collect();
    GrayImage::from_raw(image.width(), image.height(), moved)
        .map(|moved| (moved, params))
        .ok_or_else(|| {
            let size = format!("{} x {}", image.width(), image.height());
            Error::parameter("image", size, "is too large")
        })
}

/// Draws a transform and applies it as Keras 2.2.4 does: the grey values, row-major, not yet standardised.
pub(crate) fn transform(
    image: &GrayImage,
    config: &AugmentConfig,
    rng: &mut ChaCha8Rng,
) -> Result<(Vec<f32>, AffineParams)> {
    let size = (image.height() as usize, image.width() as usize);
    let params = config.draw(rng, size.0, size.1);
    let moved = warp(image.as_raw(), size, params.matrix(size.0, size.1))?;
    Ok((moved, params))
}

/// One transform, under Keras' names; in Keras 2.2.4 x runs along the rows (down), y along the columns (right).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AffineParams {
    /// Rotation in degrees.
    pub theta_degrees: f64,
    /// Shift along x, in pixels.
    pub tx: f64,
    /// Shift along y, in pixels.
    pub ty: f64,
    /// Zoom along x.
    pub zx: f64,
    /// Zoom along y.
    pub zy: f64,
}

impl AffineParams {
    /// Where an output pixel (row, column) comes from: `row = m[0][0] r + m[0][1] c + m[0][2]`, and the column
    /// likewise. Rotation, then shift, then zoom about the centre.
    pub fn matrix(&self, height: usize, width: usize) -> [[f64; 3]; 2] {
        let (sin, cos) = self.theta_degrees.to_radians().sin_cos();
        let linear = [
            [cos * self.zx, -sin * self.zy],
            [sin * self.zx, cos * self.zy],
        ];
        let shift = [cos * self.tx - sin * self.ty, sin * self.tx + cos * self.ty];
        // A pixel off the true centre, which keras-preprocessing 1.0.5 takes for the centre.
        let centre = [height, width].map(|side| side as f64 / 2.0 + 0.5);
        [0, 1].map(|i| {
            let [a, b] = linear[i];
            [a, b, shift[i] + centre[i] - a * centre[0] - b * centre[1]]
        })
    }
}

/// Applies a transform to a row-major picture of `height` x `width`: bilinear between pixels, the nearest border pixel
/// outside. `matrix` has a row per axis, as [`AffineParams::matrix`] gives it. It is scipy's
/// `ndimage.affine_transform(.., order=1, mode='nearest')`, to a hundredth of a grey level.
///
/// # Errors
/// On a picture of another size, and on a matrix that reaches for pixels farther away than coordinates go.
pub fn affine_transform(
    picture: &[f32],
    (height, width): (usize, usize),
    matrix: [[f64; 3]; 2],
) -> Result<Vec<f32>> {
    if picture.is_empty() || picture.len() != height * width {
        return Err(Error::parameter(
            "picture",
            format!("{} values", picture.len()),
            format!("{height} x {width} pixels are needed, at least one"),
        ));
    }
    warp(picture, (height, width), matrix)
}

/// Bits behind the point of a coordinate: a billionth of a pixel is lost over a row of thousands.
const FRACTION: u32 = 40;
/// Coordinates of more pixels than this do not fit before the point.
const FARTHEST: f64 = 4e6;

/// [`affine_transform`] for grey values of either type.
fn warp<T: Copy + Into<f32>>(
    picture: &[T],
    (height, width): (usize, usize),
    matrix: [[f64; 3]; 2],
) -> Result<Vec<f32>> {
    check_reach(matrix, (height, width))?;
    let [row_of, column_of] = matrix;
    // A copy of the last column and of the last row, so that every pixel has a neighbour to the right and below.
    let stride = width + 1;
    let mut padded = Vec::with_capacity((height + 1) * stride);
    for r in 0..=height {
        let row = &picture[r.min(height - 1) * width..][..width];
        padded.extend(row.iter().map(|v| (*v).into()));
        padded.push(row[width - 1].into());
    }
    // Whole numbers: their sum along a row is exact, and their whole part is cheap.
    let fixed = |v: f64| (v * (1u64 << FRACTION) as f64) as i64;
    let (last_y, last_x) = (fixed((height - 1) as f64), fixed((width - 1) as f64));
    let (step_y, step_x) = (fixed(row_of[1]), fixed(column_of[1]));
    let mut out = Vec::with_capacity(height * width);
    for r in 0..height {
        let mut y = fixed(row_of[0] * r as f64 + row_of[2]);
        let mut x = fixed(column_of[0] * r as f64 + column_of[2]);
        out.extend((0..width).map(|_| {
            let (inside_y, inside_x) = (y.clamp(0, last_y), x.clamp(0, last_x));
            (y, x) = (y + step_y, x + step_x);
            let at = (inside_y >> FRACTION) as usize * stride + (inside_x >> FRACTION) as usize;
            let (ty, tx) = (fraction(inside_y), fraction(inside_x));
            // One check of bounds for the four.
            let around = &padded[at..at + stride + 2];
            let upper = around[0] + (around[1] - around[0]) * tx;
            let lower = around[stride] + (around[stride + 1] - around[stride]) * tx;
            upper + (lower - upper) * ty
        }));
    }
    Ok(out)
}

/// [`affine_transform`] for numbers that cannot be mixed, such as kinds of tissue: each pixel is its nearest one.
pub(crate) fn warp_nearest(
    picture: &[u8],
    (height, width): (usize, usize),
    matrix: [[f64; 3]; 2],
) -> Result<Vec<u8>> {
    check_reach(matrix, (height, width))?;
    let place = |[a, b, offset]: [f64; 3], r: usize, c: usize, size: usize| {
        let at = a * r as f64 + b * c as f64 + offset;
        at.round().clamp(0.0, (size - 1) as f64) as usize
    };
    let pixels = (0..height).flat_map(|r| (0..width).map(move |c| (r, c)));
    Ok(pixels
        .map(|(r, c)| {
            let row = place(matrix[0], r, c, height);
            picture[row * width + place(matrix[1], r, c, width)]
        })
        .collect())
}

/// What stands behind the point, 0 to 1.
fn fraction(fixed: i64) -> f32 {
    // 24 bits are what an f32 holds.
    let bits = (fixed >> (FRACTION - 24)) as i32 & 0xff_ffff;
    bits as f32 / (1 << 24) as f32
}

/// Refuses transforms that look for pixels farther away than coordinates reach.
fn check_reach(matrix: [[f64; 3]; 2], (height, width): (usize, usize)) -> Result<()> {
    let reach =
        |[a, b, offset]: [f64; 3]| a.abs() * height as f64 + b.abs() * width as f64 + offset.abs();
    if matrix.into_iter().all(|row| reach(row) < FARTHEST) {
        return Ok(());
    }
    Err(Error::parameter(
        "matrix",
        format!("{matrix:?}"),
        format!("moves pixels by more than {FARTHEST} pixels, or by no number"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMS: AffineParams = AffineParams {
        theta_degrees: 20.0,
        tx: 0.5,
        ty: -0.75,
        zx: 1.1,
        zy: 0.9,
    };

    /// Expected values: scipy 1.17.1 `ndimage.affine_transform(.., order=1, mode='nearest')` with the matrix of
    /// keras-preprocessing 1.0.5.
    #[test]
    fn a_small_picture_is_transformed_as_keras_2_2_4_does() {
        let picture = [
            0.0, 10.0, 20.0, 30.0, 5.0, 80.0, 25.0, 60.0, 100.0, 7.0, 9.0, 40.0,
        ];
        let ours = affine_transform(&picture, (3, 4), PARAMS.matrix(3, 4)).unwrap();
        let expected = [
            [45.7154, 16.4727, 53.7683, 30.822],
            [100.0, 70.1067, 17.0704, 16.8024],
            [100.0, 35.118, 8.0868, 21.0622],
        ];
        for (ours, scipy) in ours.iter().zip(expected.iter().flatten()) {
            assert!((ours - scipy).abs() < 1e-3, "{ours} against {scipy}");
        }
    }

    /// scipy 1.17.1 `ndimage.affine_transform(.., order=0, mode='nearest')`.
    #[test]
    fn kinds_of_tissue_move_with_their_picture_and_are_not_mixed() {
        let kinds = [0, 1, 2, 3, 3, 2, 1, 0, 0, 0, 3, 1];
        let ours = warp_nearest(&kinds, (3, 4), PARAMS.matrix(3, 4)).unwrap();
        assert_eq!(ours, [3, 3, 2, 1, 0, 0, 0, 3, 0, 0, 3, 3]);
    }

    #[test]
    fn draws_stay_in_range_and_repeat_for_a_seed() {
        let config = AugmentConfig::default();
        let draw = |seed| config.draw(&mut ChaCha8Rng::seed_from_u64(seed), 650, 650);
        assert_eq!(draw(3), draw(3));
        assert_ne!(draw(3), draw(4));
        for seed in 0..200 {
            let p = draw(seed);
            assert!(p.theta_degrees.abs() <= 10.0 && p.tx.abs() <= 130.0 && p.ty.abs() <= 130.0);
            assert!((0.8..=1.2).contains(&p.zx) && (0.8..=1.2).contains(&p.zy));
        }
        let wrong = AugmentConfig {
            zoom: (1.2, 0.8),
            ..config
        };
        assert!(wrong.check().is_err());
    }
    #[test]
    fn transforms_out_of_reach_are_refused() {
        let far = AffineParams {
            theta_degrees: 0.0,
            tx: 1e12,
            ty: 0.0,
            zx: 1.0,
            zy: 1.0,
        };
        for params in [
            far,
            AffineParams {
                tx: 0.0,
                zy: f64::NAN,
                ..far
            },
        ] {
            let refused = affine_transform(&[0.0; 4], (2, 2), params.matrix(2, 2));
            assert!(refused.is_err(), "{params:?}");
        }
        // Far, but within reach: nothing but the last row is left.
        let below = AffineParams { tx: 1e6, ..far };
        let moved = affine_transform(&[1.0, 2.0, 3.0, 4.0], (2, 2), below.matrix(2, 2));
        assert_eq!(moved.unwrap(), [3.0, 4.0, 3.0, 4.0]);
    }
}
