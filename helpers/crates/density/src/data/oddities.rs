//! What is unusual about pictures of breasts: they can be read, and yet are not what a network was trained for.

use crate::data::picture::only_value;
use crate::data::{ImageFolder, Projection, load_grey};
use crate::said::say_once_for;
use image::GrayImage;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Pixels along a side that are looked at, evenly spread: a ground needs no more.
const SIDE: usize = 128;
/// Width of the frame in which a ground is looked for, in such pixels.
const FRAME: usize = 4;
/// Width of a border that a film may have, in such pixels.
const BORDER: usize = 8;
/// Share of a row or column of which less is no part of the breast, and the fewest of them that a breast fills.
const EDGE: f64 = 0.1;
const SMALLEST: usize = 24;
/// Grey levels to either side of the commonest one that count as the same: noise, and blocks of JPEG.
const SAME: i32 = 6;
/// Share of the frame that a ground fills at least; with less of it, the breast fills the picture.
const LEAST_GROUND: f64 = 0.25;
/// The brightest ground, of 255, that films and detectors have. Phantoms reach 29, mini-MIAS and digital mammograms stay below 15.
const BRIGHTEST_BLACK: i32 = 48;
/// By how much the border beside the nipple is emptier than the one at the chest wall, as shares, before a side is told. In most mammograms it is
/// 0.5 to 0.7; with the muscle cut out, 2 of the 322 of mini-MIAS have less than -0.4.
const CLEARLY: f64 = 0.4;
/// Images of a folder that are looked at before a prediction.
const LOOKED_AT: usize = 500;
/// Names in a line.
const NAMED: usize = 3;

/// Something unusual about an image file in a data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Oddity {
    /// It cannot be read.
    Unreadable,
    /// One grey everywhere.
    Even,
    /// The ground is brighter than nearly all of the breast, as in MONOCHROME1 pixels that were saved as they are.
    Inverted,
    /// The ground is neither black nor brighter than the breast.
    GreyGround,
    /// The chest wall is on the other side than in the tutorial's images of this projection.
    Mirrored,
    /// It uses fewer bits than its file has, and was scaled by what it uses.
    FewBits,
    /// The same file, byte for byte, is in another split.
    InTwoSplits,
}

impl Oddity {
    /// What is said of images: "3 images ...".
    pub fn what(self) -> &'static str {
        match self {
            Oddity::Unreadable => "cannot be read",
            Oddity::Even => "have one grey everywhere",
            Oddity::Inverted => "have a ground brighter than the breast",
            Oddity::GreyGround => "have a grey ground",
            Oddity::Mirrored => "seem mirrored, the chest wall on the wrong side",
            Oddity::FewBits => "use a part of their 16 bits",
            Oddity::InTwoSplits => "are in another split as well",
        }
    }

    /// What is said of these files: what they are, the first of them, and what to do.
    pub(super) fn said_of(self, files: &[PathBuf]) -> String {
        format!(
            "{} ({}): {}",
            self.what(),
            first_names(files),
            self.remedy()
        )
    }

    /// What to do about it.
    pub fn remedy(self) -> &'static str {
        match self {
            Oddity::Unreadable => "fetch them again, convert them, or take them out",
            Oddity::Even => "take them out: there is nothing to see in them",
            Oddity::Inverted => {
                "invert them: black must be air (MONOCHROME1 pixels are the other way round)"
            }
            Oddity::GreyGround => "make the ground black; networks have seen black grounds alone",
            Oddity::Mirrored => {
                "mirror them, or sort them by their side: right breasts point to the left"
            }
            Oddity::FewBits => "nothing, if they look right: they were scaled by the bits they use",
            Oddity::InTwoSplits => {
                "leave each in one split: figures of the other are too good by them"
            }
        }
    }
}

/// What is unusual about a picture whose projection may be known.
pub fn oddities_of(image: &GrayImage, projection: Option<Projection>) -> Vec<Oddity> {
    if only_value(image).is_some() {
        return vec![Oddity::Even];
    }
    let Some(ground) = Ground::of(image) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let is_black = ground.level <= BRIGHTEST_BLACK;
    let is_inverted = ground.darker > 0.9;
    if is_inverted {
        found.push(Oddity::Inverted);
    } else if !is_black && ground.darker < 0.05 {
        found.push(Oddity::GreyGround);
    } else if !is_black {
        // Tissue, of a breast that fills the picture.
        return found;
    }
    if let (Some(projection), Some(emptier_left)) = (projection, ground.emptier_left) {
        // A right breast points to the left.
        let side = if projection.is_right() { 1.0 } else { -1.0 };
        if side * emptier_left < -CLEARLY {
            found.push(Oddity::Mirrored);
        }
    }
    found
}

/// The even ground around a breast.
struct Ground {
    /// Its grey.
    level: i32,
    /// Share of everything else that is darker.
    darker: f64,
    /// By how much the left border of the breast is emptier than the right one: the nipple is there.
    emptier_left: Option<f64>,
}

impl Ground {
    /// The ground of a picture; `None` where none is told. A bright one that is a frame alone, as films have that were scanned with their
    /// border, is passed over.
    fn of(image: &GrayImage) -> Option<Ground> {
        let ground = Ground::within(image, 0)?;
        if ground.level <= BRIGHTEST_BLACK {
            return Some(ground);
        }
        let inner = Ground::within(image, BORDER)?;
        let same = (inner.level - ground.level).abs() <= SAME;
        Some(if same { ground } else { inner })
    }

    /// The commonest black of a frame, so far from the border, or else the commonest grey; `None` where that is too rare to be a ground.
    fn within(image: &GrayImage, border: usize) -> Option<Ground> {
        let (width, height) = (image.width() as usize, image.height() as usize);
        let pixels = image.as_raw();
        let places = |size: usize| -> [usize; SIDE] {
            let from = border * size / SIDE;
            std::array::from_fn(|at| from + at * (size - 2 * from) / SIDE)
        };
        let (rows, columns) = (places(height), places(width));
        let at = |row: usize, column: usize| i32::from(pixels[rows[row] * width + columns[column]]);
        let inner = FRAME..SIDE - FRAME;
        let mut counts = [0usize; 256];
        let mut all = 0;
        for row in 0..SIDE {
            for column in 0..SIDE {
                if !(inner.contains(&row) && inner.contains(&column)) {
                    counts[at(row, column) as usize] += 1;
                    all += 1;
                }
            }
        }
        let near = |level: usize| -> usize {
            let (first, last) = (level.saturating_sub(SAME as usize), level + SAME as usize);
            counts[first..=last.min(255)].iter().sum()
        };
        let enough = |count: usize| count as f64 >= LEAST_GROUND * all as f64;
        // Black, where there is any: a painted muscle may fill more of the frame.
        let black = (0..=BRIGHTEST_BLACK as usize).map(near).max()?;
        let (levels, most) = if enough(black) {
            (0..=BRIGHTEST_BLACK as usize, black)
        } else {
            (0..=255, (0..256).map(near).max()?)
        };
        if !enough(most) {
            return None;
        }
        // In the middle of those that gather as much.
        let as_much = levels.filter(|level| near(*level) == most);
        let as_much = as_much.collect::<Vec<_>>();
        let level = as_much[as_much.len() / 2] as i32;
        let (mut darker, mut others) = (0usize, 0usize);
        let mut filled = [[false; SIDE]; SIDE];
        for (row, line) in filled.iter_mut().enumerate() {
            for (column, filled) in line.iter_mut().enumerate() {
                let grey = at(row, column);
                *filled = (grey - level).abs() > SAME;
                others += usize::from(*filled);
                darker += usize::from(*filled && grey < level);
            }
        }
        Some(Ground {
            level,
            darker: darker as f64 / others.max(1) as f64,
            emptier_left: emptier_left(&filled),
        })
    }
}

/// By how much the left border of what is filled is emptier than the right one, as shares; `None` where little is filled.
fn emptier_left(filled: &[[bool; SIDE]; SIDE]) -> Option<f64> {
    let share = |rows: Range<usize>, columns: Range<usize>| {
        let all = rows.len() * columns.len();
        let lines = filled[rows].iter().flat_map(|line| &line[columns.clone()]);
        lines.filter(|filled| **filled).count() as f64 / all.max(1) as f64
    };
    let bounds = |of: &dyn Fn(usize) -> f64| {
        let first = (0..SIDE).find(|at| of(*at) >= EDGE)?;
        let last = (0..SIDE).rfind(|at| of(*at) >= EDGE)?;
        (last + 1 - first >= SMALLEST).then_some(first..last + 1)
    };
    let columns = bounds(&|column| share(0..SIDE, column..column + 1))?;
    let rows = bounds(&|row| share(row..row + 1, 0..SIDE))?;
    let strip = columns.len() / 8;
    let left = share(rows.clone(), columns.start..columns.start + strip);
    let right = share(rows, columns.end - strip..columns.end);
    Some(right - left)
}

/// The projection of an image by the folders that it lies in: `CC_R/test/A/1.png`.
pub fn projection_of(path: &Path) -> Option<Projection> {
    let mut folders = path.ancestors().skip(1).filter_map(Path::file_name);
    folders.find_map(|name| name.to_str()?.parse().ok())
}

/// Unusual images of a folder, gathered one by one.
#[derive(Clone, Debug, Default)]
pub struct Oddities {
    looked_at: usize,
    /// Images that nobody looked at.
    others: usize,
    found: BTreeMap<Oddity, Vec<PathBuf>>,
}

impl Oddities {
    /// What is unusual about images as they were read; each with its projection, where that is known.
    pub fn note(&mut self, path: &Path, oddities: impl IntoIterator<Item = Oddity>) {
        self.looked_at += 1;
        for oddity in oddities {
            self.found
                .entry(oddity)
                .or_default()
                .push(path.to_path_buf());
        }
    }

    /// What was found, and where.
    pub fn found(&self) -> impl Iterator<Item = (Oddity, &[PathBuf])> {
        self.found
            .iter()
            .map(|(oddity, paths)| (*oddity, paths.as_slice()))
    }

    /// A line for each kind, `data/CC_R/test: 2 of 8 images have a grey ground (a.png, b.png): make the ground black`.
    pub fn lines(&self, folder: &Path) -> Vec<String> {
        let sample = match self.others {
            0 => "images".to_string(),
            others => format!(
                "images that were looked at ({} in all)",
                self.looked_at + others
            ),
        };
        let line = |(oddity, paths): (Oddity, &[PathBuf])| {
            format!(
                "{}: {} of {} {sample} {}",
                folder.display(),
                paths.len(),
                self.looked_at,
                oddity.said_of(paths)
            )
        };
        self.found().map(line).collect()
    }
}

/// The names of the first of some files.
pub(super) fn first_names(paths: &[PathBuf]) -> String {
    let names = paths.iter().take(NAMED).map(|path| {
        let name = path.file_name().unwrap_or(path.as_os_str());
        name.to_string_lossy().into_owned()
    });
    let mut names = names.collect::<Vec<_>>();
    if paths.len() > NAMED {
        names.push("...".into());
    }
    names.join(", ")
}

/// Says what is unusual about an image by itself, once for all of a kind in its folder.
pub(crate) fn tell(path: &Path, image: &GrayImage, projection: Option<Projection>) {
    let folder = path.parent().unwrap_or(Path::new(""));
    for oddity in oddities_of(image, projection_of(path).or(projection)) {
        let (what, remedy) = (oddity.what(), oddity.remedy());
        let line = format!(
            "{}, and perhaps more images of its folder {what}: {remedy}",
            path.display()
        );
        say_once_for(&format!("{}: {oddity:?}", folder.display()), &line);
    }
}

/// What is unusual about up to 500 images of a folder, evenly spread; those that cannot be read, or have one grey, are passed over: who reads
/// the whole folder says so. `projection` where the folders do not tell it.
pub(crate) fn at_a_glance(folder: &ImageFolder, projection: Option<Projection>) -> Oddities {
    let images = folder.images();
    let step = images.len().div_ceil(LOOKED_AT).max(1);
    let some = images.iter().step_by(step).collect::<Vec<_>>();
    let looks = some.par_iter().filter_map(|(path, _)| {
        let mut found = oddities_of(&load_grey(path).ok()?, projection_of(path).or(projection));
        found.retain(|oddity| *oddity != Oddity::Even);
        Some((path, found))
    });
    let mut oddities = Oddities {
        others: images.len() - some.len(),
        ..Oddities::default()
    };
    for (path, found) in looks.collect::<Vec<_>>() {
        oddities.note(path, found);
    }
    oddities
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Luma, imageops};

    /// A bright half disc at the right border on a black ground: a right breast.
    fn breast(ground: u8, tissue: u8) -> GrayImage {
        GrayImage::from_fn(300, 400, |x, y| {
            let (dx, dy) = (300.0 - f64::from(x), f64::from(y) - 200.0);
            let inside = dx.hypot(dy) < 170.0;
            // Not quite even, as in nature.
            let noise = ((x * 7 + y * 13) % 5) as u8;
            Luma([if inside {
                tissue + noise * 8
            } else {
                ground + noise / 2
            }])
        })
    }

    #[test]
    fn a_breast_on_black_is_usual_on_its_own_side_alone() {
        let right = breast(0, 120);
        let left = imageops::flip_horizontal(&right);
        for projection in Projection::ALL {
            let (own, other) = if projection.is_right() {
                (&right, &left)
            } else {
                (&left, &right)
            };
            assert_eq!(oddities_of(own, Some(projection)), []);
            assert_eq!(oddities_of(other, Some(projection)), [Oddity::Mirrored]);
        }
        assert_eq!(oddities_of(&left, None), []);
    }

    #[test]
    fn inverted_pictures_grey_grounds_and_even_ones_are_told_apart() {
        let mut inverted = breast(0, 120);
        imageops::invert(&mut inverted);
        assert_eq!(oddities_of(&inverted, None), [Oddity::Inverted]);
        // Nearly as dark as the breast is, and inverted.
        assert_eq!(oddities_of(&breast(200, 60), None), [Oddity::Inverted]);
        assert_eq!(oddities_of(&breast(90, 150), None), [Oddity::GreyGround]);
        assert_eq!(oddities_of(&breast(20, 60), None), []);
        let even = GrayImage::from_pixel(64, 64, Luma([255]));
        assert_eq!(oddities_of(&even, None), [Oddity::Even]);
    }

    #[test]
    fn a_bright_border_of_a_film_is_no_ground() {
        let border = |image: &GrayImage, share: u32| {
            let (w, h) = image.dimensions();
            GrayImage::from_fn(w, h, |x, y| {
                let inside = x >= share && y >= share && x < w - share && y < h - share;
                if inside {
                    *image.get_pixel(x, y)
                } else {
                    Luma([250])
                }
            })
        };
        for pixels in [4, 8, 14] {
            assert_eq!(
                oddities_of(&border(&breast(5, 120), pixels), Some(Projection::CcR)),
                []
            );
        }
    }

    #[test]
    fn even_tissue_at_the_frame_of_a_cropped_breast_is_no_ground() {
        let cropped = GrayImage::from_fn(200, 200, |x, y| {
            let bright = (x as i32 - 100).pow(2) + (y as i32 - 100).pow(2) < 2000;
            Luma([if bright {
                190
            } else if (x + y) % 3 == 0 {
                80
            } else {
                110
            }])
        });
        assert_eq!(oddities_of(&cropped, Some(Projection::CcR)), []);
    }

    #[test]
    fn a_breast_that_fills_the_picture_has_no_ground_to_judge() {
        let full = GrayImage::from_fn(200, 200, |x, y| Luma([(x * 3 + y * 5) as u8]));
        assert_eq!(oddities_of(&full, Some(Projection::CcR)), []);
    }

    #[test]
    fn the_projection_is_that_of_the_nearest_folder() {
        let of = |path: &str| projection_of(Path::new(path));
        assert_eq!(of("CC_R/test/A/1_MLO_L.png"), Some(Projection::CcR));
        assert_eq!(of("CC_R/x/mlo_l/1.png"), Some(Projection::MloL));
        assert_eq!(of("photos/1.png"), None);
    }

    #[test]
    fn a_line_counts_names_and_advises() {
        let mut oddities = Oddities::default();
        for name in ["a.png", "b.png", "c.png", "d.png"] {
            oddities.note(Path::new(name), [Oddity::Inverted]);
        }
        oddities.note(Path::new("e.png"), []);
        let lines = oddities.lines(Path::new("data/CC_R/test"));
        assert_eq!(
            lines,
            [
                "data/CC_R/test: 4 of 5 images have a ground brighter than the breast (a.png, b.png, c.png, ...): invert them: black \
                 must be air (MONOCHROME1 pixels are the other way round)"
            ]
        );
    }
}
