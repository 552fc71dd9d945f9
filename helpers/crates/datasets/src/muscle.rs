//! The pectoral muscle in oblique views: a bright triangle at the chest wall, above a straight edge.

use image::GrayImage;
use image::imageops::{FilterType, resize};

/// Pixels along the longer side of the picture in which the edge is looked for.
const SIDE: u32 = 160;
/// Grey levels by which the muscle is brighter than what lies beside its edge, on average, at the least.
const CONTRAST: f64 = 12.0;
/// Distance from the edge at which grey is compared, in pixels of the small picture.
const BESIDE: f64 = 3.0;

/// A straight edge in a picture whose chest wall is on the left: from the top border to the left one, as shares of width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Edge {
    top: f64,
    side: f64,
}

/// Paints the muscle black in a picture of a right breast (chest wall on the right) or a left one; leaves it where no edge is clear.
pub(crate) fn paint(image: &mut GrayImage, is_right: bool) {
    let Some(edge) = find(image, is_right) else {
        return;
    };
    let (width, height) = (f64::from(image.width()), f64::from(image.height()));
    for (x, y, grey) in image.enumerate_pixels_mut() {
        let x = if is_right {
            width - f64::from(x)
        } else {
            f64::from(x)
        };
        if x / (width * edge.top) + f64::from(y) / (height * edge.side) < 1.0 {
            grey.0 = [0];
        }
    }
}

/// The edge with the greatest drop of grey across it, all along it. After N. Karssemeijer, Phys. Med. Biol. 43 (1998) 365, who finds it as
/// a line of the Hough transform.
fn find(image: &GrayImage, is_right: bool) -> Option<Edge> {
    let scale = f64::from(SIDE) / f64::from(image.width().max(image.height()));
    let of = |side: u32| ((f64::from(side) * scale).round() as u32).max(8);
    let mut small = resize(
        image,
        of(image.width()),
        of(image.height()),
        FilterType::Triangle,
    );
    if is_right {
        image::imageops::flip_horizontal_in_place(&mut small);
    }
    let (width, height) = (f64::from(small.width()), f64::from(small.height()));
    let grey = |x: f64, y: f64| -> Option<f64> {
        let inside = x >= 0.0 && y >= 0.0 && x < width && y < height;
        inside.then(|| f64::from(small.get_pixel(x as u32, y as u32).0[0]))
    };
    let shares =
        |from: f64, to: f64| (0..28).map(move |step| from + (to - from) * f64::from(step) / 27.0);
    let mut best = None::<(f64, Edge)>;
    for top in shares(0.15, 0.85) {
        for side in shares(0.25, 0.95) {
            let (a, b) = (width * top, height * side);
            let length = a.hypot(b);
            // Away from the corner.
            let (nx, ny) = (b / length, a / length);
            let steps = (length / 2.0) as usize;
            let drops = (1..steps).filter_map(|step| {
                let at = step as f64 / steps as f64;
                let (x, y) = (a * (1.0 - at), b * at);
                let within = grey(x - BESIDE * nx, y - BESIDE * ny)?;
                let beyond = grey(x + BESIDE * nx, y + BESIDE * ny)?;
                // A node or a scratch is no edge.
                Some((within - beyond).clamp(-40.0, 40.0))
            });
            let drops = drops.collect::<Vec<_>>();
            if drops.len() < 12 {
                continue;
            }
            let mean = drops.iter().sum::<f64>() / drops.len() as f64;
            let steady =
                drops.iter().filter(|drop| **drop > 0.0).count() as f64 / drops.len() as f64;
            let score = mean * steady;
            if mean > CONTRAST && steady > 0.7 && best.is_none_or(|(other, _)| score > other) {
                best = Some((score, Edge { top, side }));
            }
        }
    }
    best.map(|(_, edge)| edge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use density::data::{ImageFolder, load_grey, mask_path};

    /// The muscle in masks of phantoms.
    const MUSCLE: u8 = 240;

    /// On the oblique phantoms of the test set, whose muscle is known pixel by pixel.
    #[test]
    fn what_is_painted_is_muscle_and_hardly_any_breast() {
        let testset = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../testset");
        let (mut with, mut painted, mut dice, mut lost) = (0, 0, 0.0, 0.0);
        for projection in ["MLO_R", "MLO_L"] {
            let images = ImageFolder::open(testset.join(projection).join("test")).unwrap();
            for (path, _) in images.images() {
                let image = load_grey(path).unwrap();
                let mask = load_grey(mask_path(path).unwrap()).unwrap();
                let mask = resize(&mask, image.width(), image.height(), FilterType::Nearest);
                let mut after = image.clone();
                paint(&mut after, projection == "MLO_R");
                let pixels = image.iter().zip(after.iter()).zip(mask.iter());
                let (mut muscle, mut hit, mut both, mut breast, mut gone) =
                    (0.0, 0.0, 0.0, 0.0, 0.0);
                for ((before, after), kind) in pixels {
                    let (is_hit, is_muscle) = (before != after, *kind >= MUSCLE);
                    let is_breast = *kind > 0 && !is_muscle;
                    muscle += f64::from(is_muscle);
                    hit += f64::from(is_hit);
                    both += f64::from(is_hit && is_muscle);
                    breast += f64::from(is_breast);
                    gone += f64::from(is_hit && is_breast);
                }
                with += i32::from(muscle > 0.0);
                lost += gone / breast / 64.0;
                if muscle > 0.0 && hit > 0.0 {
                    painted += 1;
                    dice += 2.0 * both / (muscle + hit);
                }
            }
        }
        assert!(2 * painted > with, "{painted} of {with}");
        assert!(
            dice / f64::from(painted) > 0.9 && lost < 0.01,
            "{} {lost}",
            dice / f64::from(painted)
        );
    }
}
