//! The tissue of every pixel of a phantom, and its shares at the places of the network's last feature map.

use crate::data::{Resize, load_grey};
use crate::error::{Error, Result};
use image::GrayImage;
use std::path::{Path, PathBuf};

/// Kinds of tissue that masks tell apart, in the order of their numbers.
pub const TISSUES: [&str; 4] = ["background", "fat", "fibroglandular tissue", "muscle"];

/// Grey levels from one kind to the next in the file of a mask.
const STEP: u8 = 80;

/// Pixels of the network's input along a side of a place, a pixel of its last feature map.
pub(crate) const PLACE: usize = 32;

/// Where the mask of an image lies in the tutorial's layout: `CC_L/masks/A/1002_1_A_CC_L.png` for
/// `CC_L/train/A/1002_1_A_CC_L.jpg`. `None` for a path of fewer folders.
///
/// ```
/// # use std::path::Path;
/// let mask = density::data::mask_path(Path::new("data/CC_L/train/A/1002_1_A_CC_L.jpg"));
/// assert_eq!(mask.as_deref(), Some(Path::new("data/CC_L/masks/A/1002_1_A_CC_L.png")));
/// ```
pub fn mask_path(image: &Path) -> Option<PathBuf> {
    let class = image.parent()?;
    let projection = class.parent()?.parent()?;
    let mut file = image.file_stem()?.to_os_string();
    file.push(".png");
    Some(projection.join("masks").join(class.file_name()?).join(file))
}

/// The kind of every pixel of an image, 0 to 3, from its mask, brought to `side` x `side` pixels as the network's input is.
///
/// # Errors
/// [`Error::Image`] of the mask: one that is missing or cannot be read, and one with other grey levels than 0, 80, 160, 240.
pub fn tissue_kinds(image: &Path, side: u32) -> Result<GrayImage> {
    let mask = mask_path(image).ok_or_else(|| Error::Image {
        path: image.to_path_buf(),
        problem:
            "lies in no folder `<projection>/<split>/<class>`, so that it has no place for a mask"
                .into(),
    })?;
    if !mask.is_file() {
        return Err(Error::Image {
            path: mask,
            problem: "is missing: every training image needs a mask of its tissue (`phantom --masks` writes them)".into(),
        });
    }
    let mut kinds = Resize::Nearest.apply(&load_grey(&mask)?, side, side);
    for kind in kinds.iter_mut() {
        if !kind.is_multiple_of(STEP) {
            return Err(Error::Image {
                path: mask,
                problem: format!(
                    "is no mask of tissue: its grey levels are 0, 80, 160 and 240, not {kind}"
                ),
            });
        }
        *kind /= STEP;
    }
    Ok(kinds)
}

/// The share of each kind of tissue ([`TISSUES`], by their numbers) at each of `places` x `places` places of a row-major picture
/// of `height` x `width` pixels, kind by kind.
pub fn tissue_shares(kinds: &[u8], (height, width): (usize, usize), places: usize) -> Vec<f32> {
    let mut shares = vec![0f32; TISSUES.len() * places * places];
    let mut counts = vec![0f32; places * places];
    for (row, line) in kinds.chunks_exact(width).enumerate() {
        for (column, kind) in line.iter().enumerate() {
            let at = row * places / height * places + column * places / width;
            counts[at] += 1.0;
            shares[usize::from(*kind) * places * places + at] += 1.0;
        }
    }
    for (share, count) in shares.iter_mut().zip(counts.iter().cycle()) {
        *share /= count.max(1.0);
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_count_each_kind_of_pixel_place_by_place() {
        let kinds = [[0, 1, 2, 2], [3, 1, 1, 2], [0, 0, 3, 3], [0, 0, 3, 3]];
        let expected = [
            [0.25, 0.0, 1.0, 0.0],
            [0.5, 0.25, 0.0, 0.0],
            [0.0, 0.75, 0.0, 0.0],
            [0.25, 0.0, 0.0, 1.0],
        ];
        assert_eq!(
            tissue_shares(kinds.as_flattened(), (4, 4), 2),
            expected.concat()
        );
    }

    #[test]
    fn a_picture_need_not_be_square() {
        // 4 wide, 2 high, 2 x 2 places of two pixels each.
        let kinds = [0, 1, 2, 2, 3, 1, 1, 2];
        let expected = [
            [0.5, 0.0, 0.0, 0.0],
            [0.5, 0.0, 0.5, 0.5],
            [0.0, 1.0, 0.0, 0.5],
            [0.0, 0.0, 0.5, 0.0],
        ];
        assert_eq!(tissue_shares(&kinds, (2, 4), 2), expected.concat());
    }

    #[test]
    fn a_missing_mask_and_one_of_something_else_are_refused_by_name() {
        let root = tempfile::tempdir().unwrap();
        let image = root.path().join("CC_R/train/A/1_1_A_CC_R.png");
        let refused = tissue_kinds(&image, 8).unwrap_err().to_string();
        assert!(
            refused.contains("masks") && refused.contains("1_1_A_CC_R.png"),
            "{refused}"
        );
        let mask = mask_path(&image).unwrap();
        std::fs::create_dir_all(mask.parent().unwrap()).unwrap();
        let of = |grey| {
            GrayImage::from_pixel(16, 16, image::Luma([grey]))
                .save(&mask)
                .unwrap()
        };
        of(160);
        assert_eq!(tissue_kinds(&image, 8).unwrap().as_raw(), &[2; 64]);
        of(81);
        let refused = tissue_kinds(&image, 8).unwrap_err().to_string();
        assert!(
            refused.contains("81") && refused.contains("160"),
            "{refused}"
        );
    }
}
