//! Where the breast lies in a mammogram: the largest bright region. Labels, markers and film edges are smaller.

use image::GrayImage;

/// Grey levels up to this are the background; scanned film has a haze of up to some 15.
pub const BACKGROUND: u8 = 20;

/// Cells along the longer side of an image.
const CELLS: u32 = 128;
/// Of one of any origin, that is cut out along its edge.
const FINE_CELLS: u32 = 512;
/// Parts that are thinner than twice as many of these are no breast but edges of a film, which may touch it.
const THIN: usize = 6;
/// How far from the ground to the threshold that parts ground and tissue best a breast begins: medip takes a fifth of Otsu's threshold too.
const SENSITIVITY: f64 = 0.2;

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
        let mut breast = Breast::cells(image, CELLS, BACKGROUND);
        breast.mark(largest_region(&breast.bright(), breast.columns)?);
        Some(breast)
    }

    /// As [`Breast::find`] in smaller cells, for pictures of any origin: the ground may be a hazy film, and its bright edges may touch the breast.
    pub fn find_on_any_ground(image: &GrayImage) -> Option<Breast> {
        let mut breast = Breast::cells(image, FINE_CELLS, ground(image).max(BACKGROUND));
        let bright = breast.bright();
        let columns = breast.columns;
        let opened = grown(&shrunk(&bright, columns, THIN), columns, THIN);
        let largest = largest_region(&opened, columns)?;
        let mut within = vec![false; bright.len()];
        for place in largest {
            within[place] = true;
        }
        // What is fine and touches it, as the nipple, comes back.
        let near = grown(&within, columns, THIN);
        let places = (0..bright.len()).filter(|place| near[*place] && bright[*place]);
        breast.mark(places.collect());
        Some(breast)
    }

    /// Cells of which half of the pixels or more are brighter than `background`, and of which none is the breast yet.
    fn cells(image: &GrayImage, cells: u32, background: u8) -> Breast {
        let cell = image.width().max(image.height()).div_ceil(cells).max(1);
        let (columns, rows) = (
            image.width().div_ceil(cell) as usize,
            image.height().div_ceil(cell) as usize,
        );
        let (mut bright, mut pixels) = (vec![0u32; columns * rows], vec![0u32; columns * rows]);
        for (y, line) in image
            .as_raw()
            .chunks_exact(image.width() as usize)
            .enumerate()
        {
            let row = (y as u32 / cell) as usize * columns;
            for (x, part) in line.chunks(cell as usize).enumerate() {
                bright[row + x] += part.iter().filter(|grey| **grey > background).count() as u32;
                pixels[row + x] += part.len() as u32;
            }
        }
        let parts = bright.iter().zip(&pixels).map(|(bright, pixels)| {
            let background = 2 * bright < *pixels;
            if background {
                Part::Background
            } else {
                Part::Other
            }
        });
        Breast {
            cell,
            columns,
            rows,
            parts: parts.collect(),
        }
    }

    /// Which cells are no background.
    fn bright(&self) -> Vec<bool> {
        let parts = self.parts.iter();
        parts.map(|part| *part != Part::Background).collect()
    }

    fn mark(&mut self, places: Vec<usize>) {
        for place in places {
            self.parts[place] = Part::Breast;
        }
    }

    /// The shares of the breast in the left and in the right eighth of the box around it.
    pub fn borders(&self) -> (f64, f64) {
        let breast = |column: usize| {
            let column = self.parts.iter().skip(column).step_by(self.columns);
            column.filter(|part| **part == Part::Breast).count()
        };
        let counts = (0..self.columns).map(breast).collect::<Vec<_>>();
        let first = counts.iter().position(|count| *count > 0).unwrap_or(0);
        let last = counts.iter().rposition(|count| *count > 0).unwrap_or(0);
        let strip = (last + 1 - first).div_ceil(8);
        let share = |from: usize| {
            let filled = counts[from..from + strip].iter().sum::<usize>();
            filled as f64 / (strip * self.rows) as f64
        };
        (share(first), share(last + 1 - strip))
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

    /// The image with all in black that is neither breast nor a cell beside it.
    pub fn alone(&self, image: &GrayImage) -> GrayImage {
        let breast = self
            .parts
            .iter()
            .map(|part| *part == Part::Breast)
            .collect::<Vec<_>>();
        let kept = grown(&breast, self.columns, 1);
        let mut alone = image.clone();
        for (y, line) in alone.chunks_exact_mut(image.width() as usize).enumerate() {
            let row = y / self.cell as usize * self.columns;
            for (x, part) in line.chunks_mut(self.cell as usize).enumerate() {
                if !kept[row + x] {
                    part.fill(0);
                }
            }
        }
        alone
    }

    /// A cell of something else, or one at its blurred edge.
    fn beside_other(&self, column: i64, row: i64) -> bool {
        let mut around = (-1..=1).flat_map(|dy| (-1..=1).map(move |dx| (column + dx, row + dy)));
        self.part(column, row) != Part::Breast
            && around.any(|(column, row)| self.part(column, row) == Part::Other)
    }
}

/// The brightest grey of the ground: a fifth of the way from its commonest grey to the threshold of N. Otsu (IEEE Transactions on Systems, Man, and Cybernetics 9 (1979) 62), which
/// parts the picture into two kinds of grey that vary least.
fn ground(image: &GrayImage) -> u8 {
    let mut counts = [0f64; 256];
    for grey in image.as_raw() {
        counts[usize::from(*grey)] += 1.0;
    }
    let all = counts.iter().sum::<f64>();
    let sum = counts
        .iter()
        .zip(0..)
        .map(|(count, grey)| count * f64::from(grey))
        .sum::<f64>();
    let (mut below, mut sum_below) = (0.0, 0.0);
    let (mut best, mut otsu) = (0.0, 0);
    for (grey, count) in counts.iter().enumerate().take(255) {
        below += count;
        sum_below += count * grey as f64;
        let above = all - below;
        if below == 0.0 || above == 0.0 {
            continue;
        }
        let between = below * above * (sum_below / below - (sum - sum_below) / above).powi(2);
        if between > best {
            (best, otsu) = (between, grey);
        }
    }
    let commonest = (0..=otsu)
        .max_by(|a, b| counts[*a].total_cmp(&counts[*b]))
        .unwrap_or(0);
    (commonest as f64 + SENSITIVITY * (otsu - commonest) as f64) as u8
}

/// What is left when `steps` cells are taken off all around; beyond the picture is nothing.
fn shrunk(cells: &[bool], columns: usize, steps: usize) -> Vec<bool> {
    let holes = grown(
        &cells.iter().map(|is| !is).collect::<Vec<_>>(),
        columns,
        steps,
    );
    let rows = cells.len() / columns;
    let is_inner = |place: usize| {
        let (row, column) = (place / columns, place % columns);
        let inner = |at: usize, size: usize| at >= steps && at + steps < size;
        // The chest wall is where the picture ends: a breast is cut there, a film's edge lies along it.
        inner(row, rows) && inner(column, columns)
    };
    (0..cells.len())
        .map(|place| !holes[place] && is_inner(place))
        .collect()
}

/// Cells within `steps` rows and columns of those of `cells`.
fn grown(cells: &[bool], columns: usize, steps: usize) -> Vec<bool> {
    // Along rows, then along columns: the cells since the last one that is set, to either side.
    let along = |cells: &[bool],
                 stride: usize,
                 starts: &dyn Fn(usize) -> usize,
                 lines: usize,
                 length: usize| {
        let mut grown = vec![false; cells.len()];
        for line in 0..lines {
            let at = |place: usize| starts(line) + place * stride;
            let (mut forth, mut back) = (usize::MAX, usize::MAX);
            for place in 0..length {
                let other = length - 1 - place;
                forth = if cells[at(place)] {
                    0
                } else {
                    forth.saturating_add(1)
                };
                back = if cells[at(other)] {
                    0
                } else {
                    back.saturating_add(1)
                };
                grown[at(place)] |= forth <= steps;
                grown[at(other)] |= back <= steps;
            }
        }
        grown
    };
    let rows = cells.len() / columns.max(1);
    let wide = along(cells, 1, &|row| row * columns, rows, columns);
    along(&wide, columns, &|column| column, columns, rows)
}

/// The places of the largest region of cells that are set, connected by their sides; the last of several.
fn largest_region(cells: &[bool], columns: usize) -> Option<Vec<usize>> {
    let mut seen = vec![false; cells.len()];
    let mut regions = Vec::new();
    for start in 0..cells.len() {
        if seen[start] || !cells[start] {
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
                Some(place + columns).filter(|below| *below < cells.len()),
            ];
            for neighbour in neighbours.into_iter().flatten() {
                if !seen[neighbour] && cells[neighbour] {
                    seen[neighbour] = true;
                    region.push(neighbour);
                }
            }
        }
        regions.push(region);
    }
    regions.into_iter().max_by_key(Vec::len)
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

    /// A film with a ground of 38, bright edges that touch the breast, and a label.
    #[test]
    fn a_hazy_film_is_cut_to_its_breast_without_edges_and_labels() {
        let image = GrayImage::from_fn(512, 512, |x, y| {
            let (dx, dy) = (f64::from(x) / 200.0, (f64::from(y) - 256.0) / 180.0);
            let label = (400..440).contains(&x) && (60..90).contains(&y);
            Luma([match () {
                () if !(6..506).contains(&y) => 255,
                () if label => 230,
                () if dx * dx + dy * dy < 1.0 => 150,
                // The nipple.
                () if (195..208).contains(&x) && (250..262).contains(&y) => 120,
                () => 38,
            }])
        });
        let breast = Breast::find_on_any_ground(&image).unwrap();
        let (left, top, width, height) = breast.bounds(&image);
        assert!(
            left == 0 && (70..=80).contains(&top) && (350..=370).contains(&height),
            "{top} {height}"
        );
        assert!((206..=210).contains(&width), "{width}");
        let (near, far) = breast.borders();
        assert!(near > 2.0 * far, "{near} {far}");
        let alone = breast.alone(&image);
        assert_eq!(
            [
                alone.get_pixel(420, 70).0[0],
                alone.get_pixel(300, 256).0[0],
                alone.get_pixel(300, 2).0[0]
            ],
            [0, 0, 0]
        );
        assert_eq!(
            [
                alone.get_pixel(50, 256).0[0],
                alone.get_pixel(204, 256).0[0]
            ],
            [150, 120]
        );
    }

    #[test]
    fn a_black_image_has_no_breast() {
        assert!(Breast::find(&GrayImage::from_pixel(64, 64, Luma([20]))).is_none());
        assert!(Breast::find(&GrayImage::from_pixel(64, 64, Luma([21]))).is_some());
    }
}
