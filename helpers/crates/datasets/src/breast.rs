//! Where the breast lies in a mammogram: the largest bright region. Labels, markers and film edges are smaller.

use image::GrayImage;

/// Grey levels up to this are the background; scanned film has a haze of up to some 15.
pub const BACKGROUND: u8 = 20;

/// Cells along the longer side of an image.
const CELLS: u32 = 128;

/// The breast of one image, in square cells: noise and lines of a scratch are thinner than half a cell and vanish.
pub struct Breast {
    cell: u32,
    columns: usize,
    rows: usize,
    parts: Vec<Part>,
}

/// The content of a cell of the picture's grid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Background,
    /// Bright, and no breast: a label, a marker, the edge of the film.
    Other,
    Breast,
}

impl Breast {
    /// Finds the largest region of cells, connected by their sides, of which half of the pixels or more are brighter
    /// than the background. `None` on a black image.
    pub fn find(image: &GrayImage) -> Option<Breast> {
        let cell = image.width().max(image.height()).div_ceil(CELLS).max(1);
        let (columns, rows) = (
            image.width().div_ceil(cell) as usize,
            image.height().div_ceil(cell) as usize,
        );
        let (mut bright, mut pixels) = (vec![0u32; columns * rows], vec![0u32; columns * rows]);
        for (x, y, grey) in image.enumerate_pixels() {
            let place = (y / cell) as usize * columns + (x / cell) as usize;
            bright[place] += u32::from(grey.0[0] > BACKGROUND);
            pixels[place] += 1;
        }
        let mut parts = Vec::with_capacity(bright.len());
        for (bright, pixels) in bright.iter().zip(&pixels) {
            let background = 2 * bright < *pixels;
            parts.push(if background {
                Part::Background
            } else {
                Part::Other
            });
        }
        let largest = regions(&parts, columns).into_iter().max_by_key(Vec::len)?;
        for place in largest {
            parts[place] = Part::Breast;
        }
        Some(Breast {
            cell,
            columns,
            rows,
            parts,
        })
    }

    /// The part at a place that may lie outside.
    fn part(&self, column: i64, row: i64) -> Part {
        let inside = (0..self.columns as i64).contains(&column);
        let inside = inside && (0..self.rows as i64).contains(&row);
        if inside {
            self.parts[row as usize * self.columns + column as usize]
        } else {
            Part::Background
        }
    }

    /// Whether the pixel lies in a cell of the breast.
    pub fn contains(&self, x: u32, y: u32) -> bool {
        let (column, row) = (x / self.cell, y / self.cell);
        self.part(column.into(), row.into()) == Part::Breast
    }

    /// Left, top and side, in pixels, of the largest square within the breast; the first of several.
    pub fn square(&self) -> (u32, u32, u32) {
        // The largest square that ends at a cell is one larger than the smallest of those before it.
        let mut sides = vec![0u32; self.parts.len()];
        let mut largest = (0, 0, 0);
        for place in 0..self.parts.len() {
            let (column, row) = (place % self.columns, place / self.columns);
            if self.parts[place] != Part::Breast {
                continue;
            }
            sides[place] = match (column, row) {
                (0, _) | (_, 0) => 1,
                _ => {
                    let before = [1, self.columns, self.columns + 1].map(|d| sides[place - d]);
                    1 + before.into_iter().min().unwrap_or(0)
                }
            };
            if sides[place] > largest.2 {
                let first = |end: usize| end as u32 + 1 - sides[place];
                largest = (first(column), first(row), sides[place]);
            }
        }
        let (left, top, side) = largest;
        (left * self.cell, top * self.cell, side * self.cell)
    }

    /// Left, top, width and height, in pixels, of the box around the cells of the breast.
    pub fn bounds(&self, image: &GrayImage) -> (u32, u32, u32, u32) {
        let breast = (0..self.parts.len()).filter(|place| self.parts[*place] == Part::Breast);
        let (mut low, mut high) = ((usize::MAX, usize::MAX), (0, 0));
        for (column, row) in breast.map(|place| (place % self.columns, place / self.columns)) {
            low = (low.0.min(column), low.1.min(row));
            high = (high.0.max(column), high.1.max(row));
        }
        let from = |first: usize| first as u32 * self.cell;
        let to = |last: usize, side: u32| ((last as u32 + 1) * self.cell).min(side);
        let (left, top) = (from(low.0), from(low.1));
        let (right, bottom) = (to(high.0, image.width()), to(high.1, image.height()));
        (left, top, right - left, bottom - top)
    }

    /// The image cut to [`Breast::bounds`], where whatever else was bright is black.
    pub fn cut_out(&self, image: &GrayImage) -> GrayImage {
        let (left, top, width, height) = self.bounds(image);
        let mut cut = image::imageops::crop_imm(image, left, top, width, height).to_image();
        for (x, y, grey) in cut.enumerate_pixels_mut() {
            let (column, row) = ((x + left) / self.cell, (y + top) / self.cell);
            if self.beside_other(column.into(), row.into()) {
                grey.0 = [0];
            }
        }
        cut
    }

    /// A cell of something else, or one at its blurred edge.
    fn beside_other(&self, column: i64, row: i64) -> bool {
        let mut around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (column + dx, row + dy)));
        self.part(column, row) != Part::Breast
            && around.any(|(column, row)| self.part(column, row) == Part::Other)
    }
}

/// The places of each connected region that is not background.
fn regions(parts: &[Part], columns: usize) -> Vec<Vec<usize>> {
    let mut seen = vec![false; parts.len()];
    let mut regions = Vec::new();
    for start in 0..parts.len() {
        if seen[start] || parts[start] == Part::Background {
            continue;
        }
        seen[start] = true;
        let mut region = vec![start];
        let mut next = 0;
        while next < region.len() {
            let place = region[next];
            next += 1;
            let column = place % columns;
            let neighbours = [
                (column > 0).then(|| place - 1),
                (column + 1 < columns).then(|| place + 1),
                place.checked_sub(columns),
                Some(place + columns).filter(|below| *below < parts.len()),
            ];
            for neighbour in neighbours.into_iter().flatten() {
                if !seen[neighbour] && parts[neighbour] != Part::Background {
                    seen[neighbour] = true;
                    region.push(neighbour);
                }
            }
        }
        regions.push(region);
    }
    regions
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Luma;

    /// A breast of 40 x 60 pixels at (50, 20), a label of 16 x 16 at (70, 0), a line down the image.
    fn mammogram() -> GrayImage {
        GrayImage::from_fn(128, 128, |x, y| {
            let breast = (50..90).contains(&x) && (20..80).contains(&y);
            let label = (70..86).contains(&x) && y < 16;
            let line = x == 100 && y % 2 == 0;
            Luma([match () {
                () if breast => 120,
                () if label => 250,
                () if line => 255,
                () => 12,
            }])
        })
    }

    #[test]
    fn the_largest_region_is_the_breast_and_labels_turn_black() {
        let image = mammogram();
        let breast = Breast::find(&image).unwrap();
        assert_eq!(breast.bounds(&image), (50, 20, 40, 60));
        assert!(breast.contains(50, 20) && !breast.contains(70, 5) && !breast.contains(49, 20));
        assert_eq!(breast.square(), (50, 20, 40));
    }

    /// A breast with a notch, in which a label lies.
    #[test]
    fn what_is_cut_out_shows_the_breast_alone() {
        let image = GrayImage::from_fn(128, 128, |x, y| {
            let notch = (60..128).contains(&x) && (40..80).contains(&y);
            let label = (80..100).contains(&x) && (50..70).contains(&y);
            Luma([match (x >= 30 && !notch, label) {
                (true, _) => 120,
                (_, true) => 250,
                _ => 7,
            }])
        });
        let breast = Breast::find(&image).unwrap();
        assert_eq!(breast.bounds(&image), (30, 0, 98, 128));
        let cut = breast.cut_out(&image);
        let grey = |x: u32, y: u32| cut.get_pixel(x - 30, y).0[0];
        assert_eq!([grey(30, 60), grey(90, 60), grey(79, 50)], [120, 0, 0]);
        // The haze beyond the label's edge stays as it is.
        assert_eq!(grey(70, 60), 7);
    }

    #[test]
    fn a_black_image_has_no_breast() {
        assert!(Breast::find(&GrayImage::from_pixel(64, 64, Luma([20]))).is_none());
        assert!(Breast::find(&GrayImage::from_pixel(64, 64, Luma([21]))).is_some());
    }
}
