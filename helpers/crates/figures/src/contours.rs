//! Lines of equal value: marching squares.

use std::collections::HashMap;

/// A line of equal value in pixels (x to the right, y down, pixel centres at whole numbers).
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// Its points in order; the first is repeated at the end of a closed line.
    pub points: Vec<(f64, f64)>,
}

impl Contour {
    /// Whether it ends where it starts, that is, does not leave the picture.
    pub fn closed(&self) -> bool {
        self.points.len() > 2 && self.points.first() == self.points.last()
    }
}

/// An edge between two neighbouring pixels: from pixel `(row, column)` to the right or downwards.
type Edge = (usize, usize, bool);

/// The lines along which a `height x width` picture (row-major) has the value `level`, found cell by cell between four
/// pixels with linear interpolation (Lorensen and Cline 1987, in two dimensions). Where opposite corners of a cell
/// are high, the high corners are kept apart, as `skimage.measure.find_contours` does by default. Pixels that are
/// not finite count as low.
///
/// ```
/// use figures::find_contours;
/// let picture = [0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0];
/// let lines = find_contours(&picture, (3, 3), 0.5);
/// assert_eq!(lines.len(), 1);
/// assert!(lines[0].closed() && lines[0].points.contains(&(0.5, 1.0)));
/// ```
pub fn find_contours(picture: &[f64], (height, width): (usize, usize), level: f64) -> Vec<Contour> {
    let value = |(r, c): (usize, usize)| picture[r * width + c];
    let mut segments: Vec<(Edge, Edge)> = Vec::new();
    for r in 0..height.saturating_sub(1) {
        for c in 0..width.saturating_sub(1) {
            let high = |dr: usize, dc: usize| value((r + dr, c + dc)) > level;
            let (top, bottom) = ((r, c, true), (r + 1, c, true));
            let (left, right) = ((r, c, false), (r, c + 1, false));
            let case = usize::from(high(0, 0))
                | usize::from(high(0, 1)) << 1
                | usize::from(high(1, 1)) << 2
                | usize::from(high(1, 0)) << 3;
            match case {
                1 | 14 => segments.push((left, top)),
                2 | 13 => segments.push((top, right)),
                4 | 11 => segments.push((right, bottom)),
                8 | 7 => segments.push((bottom, left)),
                3 | 12 => segments.push((left, right)),
                6 | 9 => segments.push((top, bottom)),
                5 => segments.extend([(left, top), (right, bottom)]),
                10 => segments.extend([(top, right), (bottom, left)]),
                _ => {}
            }
        }
    }
    let point = |(r, c, along_row): Edge| {
        let (a, b) = (
            value((r, c)),
            value(if along_row { (r, c + 1) } else { (r + 1, c) }),
        );
        let t = if (a - b).is_finite() && a != b {
            ((level - a) / (b - a)).clamp(0.0, 1.0)
        } else {
            0.5
        };
        let (x, y) = (c as f64, r as f64);
        if along_row { (x + t, y) } else { (x, y + t) }
    };
    join(&segments)
        .into_iter()
        .map(|edges| Contour {
            points: edges.into_iter().map(point).collect(),
        })
        .collect()
}

/// Joins segments that share an edge into lines; an edge belongs to two segments, at the border to one.
fn join(segments: &[(Edge, Edge)]) -> Vec<Vec<Edge>> {
    let mut at: HashMap<Edge, Vec<usize>> = HashMap::new();
    for (i, (a, b)) in segments.iter().enumerate() {
        at.entry(*a).or_default().push(i);
        at.entry(*b).or_default().push(i);
    }
    let ends = segments
        .iter()
        .enumerate()
        .flat_map(|(i, (a, b))| [(i, *a), (i, *b)]);
    // Lines that end at the border first, each from an end; what is left over is closed and starts anywhere.
    let (open, closed): (Vec<_>, Vec<_>) = ends.partition(|(_, edge)| at[edge].len() == 1);
    let mut used = vec![false; segments.len()];
    let mut lines = Vec::new();
    for (mut segment, start) in open.into_iter().chain(closed) {
        if used[segment] {
            continue;
        }
        let mut line = vec![start];
        let mut end = start;
        loop {
            used[segment] = true;
            let (a, b) = segments[segment];
            end = if end == a { b } else { a };
            line.push(end);
            match at[&end].iter().find(|s| !used[**s]) {
                Some(next) => segment = *next,
                None => break,
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_leaves_the_picture_is_open_and_whole() {
        // A ramp to the right: one line from the top to the bottom border at x = 1.5.
        let picture = [0.0, 1.0, 2.0, 3.0].repeat(4);
        let lines = find_contours(&picture, (4, 4), 1.5);
        assert_eq!(lines.len(), 1);
        assert!(!lines[0].closed());
        assert_eq!(lines[0].points.len(), 4);
        assert!(lines[0].points.iter().all(|(x, _)| *x == 1.5));
    }

    #[test]
    fn two_peaks_give_two_closed_lines() {
        let mut picture = vec![0.0; 35];
        picture[8] = 1.0;
        picture[26] = 1.0;
        let lines = find_contours(&picture, (5, 7), 0.25);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(Contour::closed));
    }

    #[test]
    fn high_corners_that_meet_in_one_cell_stay_apart() {
        let picture = [1.0, 0.0, 0.0, 1.0];
        assert_eq!(find_contours(&picture, (2, 2), 0.5).len(), 2);
    }

    #[test]
    fn flat_and_empty_pictures_have_no_lines() {
        assert!(find_contours(&[1.0; 9], (3, 3), 0.5).is_empty());
        assert!(find_contours(&[], (0, 0), 0.5).is_empty());
    }
}
