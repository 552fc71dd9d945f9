//! Values as counts in buckets.

/// As many as TensorFlow takes where nothing else is asked for.
pub(crate) const BUCKETS: usize = 30;

/// Counts in [`BUCKETS`] buckets of equal width, from the least value to the greatest.
pub(crate) struct Histogram {
    /// Left edge, right edge and count of each bucket; a bucket holds its left edge, the last one both.
    pub(crate) rows: [[f64; 3]; BUCKETS],
    /// Values that belong into no bucket: NaN and the infinities, which would leave no finite edges.
    pub(crate) left_out: usize,
}

impl Histogram {
    /// The dashboard has its conventions for what has no width: without any value all rows are zero, and equal values
    /// are counted in the last of buckets that all lie there.
    pub(crate) fn of(values: &[f32]) -> Self {
        let finite = || {
            values
                .iter()
                .filter(|value| value.is_finite())
                .map(|&value| f64::from(value))
        };
        let count = finite().count();
        let left_out = values.len() - count;
        let mut rows = [[0.0; 3]; BUCKETS];
        if count == 0 {
            return Histogram { rows, left_out };
        }
        let least = finite().fold(f64::INFINITY, f64::min);
        let greatest = finite().fold(f64::NEG_INFINITY, f64::max);
        let width = (greatest - least) / BUCKETS as f64;
        let edge = |index| {
            if index == BUCKETS {
                greatest
            } else {
                least + index as f64 * width
            }
        };
        for (index, row) in rows.iter_mut().enumerate() {
            *row = [edge(index), edge(index + 1), 0.0];
        }
        for value in finite() {
            let index = if width > 0.0 {
                ((value - least) / width) as usize
            } else {
                BUCKETS
            };
            rows[index.min(BUCKETS - 1)][2] += 1.0;
        }
        Histogram { rows, left_out }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(values: &[f32]) -> Vec<f64> {
        Histogram::of(values)
            .rows
            .iter()
            .map(|row| row[2])
            .collect()
    }

    #[test]
    fn every_value_is_in_its_bucket() {
        let mut expected = [0.0; BUCKETS];
        (expected[0], expected[1], expected[28], expected[29]) = (2.0, 1.0, 1.0, 2.0);
        // Edges are whole numbers: a value on an edge lies right of it, and the greatest in the last bucket.
        assert_eq!(counts(&[-15.0, -14.5, -14.0, 13.0, 14.0, 15.0]), expected);
    }

    #[test]
    fn buckets_touch_and_span_the_values() {
        let histogram = Histogram::of(&[0.1, 0.7, -3.3]);
        assert_eq!(histogram.rows[0][0], f64::from(-3.3_f32));
        assert_eq!(histogram.rows[BUCKETS - 1][1], f64::from(0.7_f32));
        for pair in histogram.rows.windows(2) {
            assert_eq!(pair[0][1], pair[1][0]);
            assert!(pair[0][0] < pair[0][1]);
        }
    }

    #[test]
    fn what_is_not_finite_is_left_out_and_counted() {
        let with = Histogram::of(&[f32::NAN, 1.0, f32::INFINITY, 2.0, f32::NEG_INFINITY]);
        assert_eq!(with.rows, Histogram::of(&[1.0, 2.0]).rows);
        assert_eq!(with.left_out, 3);
        let nothing = Histogram::of(&[f32::NAN; 4]);
        assert_eq!((nothing.rows, nothing.left_out), ([[0.0; 3]; BUCKETS], 4));
    }

    #[test]
    fn the_widest_and_the_narrowest_range_have_a_width() {
        let wide = counts(&[f32::MIN, 0.0, f32::MAX]);
        assert_eq!((wide[0], wide[15], wide[29]), (1.0, 1.0, 1.0));
        let narrow = counts(&[0.0, f32::from_bits(1)]);
        assert_eq!((narrow[0], narrow[29]), (1.0, 1.0));
    }
}
