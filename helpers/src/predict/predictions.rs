//! The table that prediction makes and the figures of merit are computed from.

/// The softmax rows of a network over a list of images.
#[derive(Clone, Debug, PartialEq)]
pub struct Predictions {
    /// Class names in the order of the probabilities, `["A", "B", "C", "D"]`.
    pub classes: Vec<String>,
    /// One name an image, in the order of the rows; empty strings when unknown.
    pub files: Vec<String>,
    /// True class of each row as an index into `classes`.
    pub labels: Vec<usize>,
    /// Softmax probabilities, a row an image, a column a class.
    pub probabilities: Vec<Vec<f64>>,
}

impl Predictions {
    /// The class with the highest probability, the first one on ties (as `numpy.argmax`).
    pub fn predicted(&self) -> Vec<usize> {
        self.probabilities
            .iter()
            .map(|row| {
                let mut best = 0;
                for (class, p) in row.iter().enumerate() {
                    if *p > row[best] {
                        best = class;
                    }
                }
                best
            })
            .collect()
    }
}
