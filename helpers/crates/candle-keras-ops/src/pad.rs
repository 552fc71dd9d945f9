//! Keras' `padding='same'`.

/// Output size and padding of one spatial axis under Keras' `padding='same'`.
///
/// `out = ceil(input / stride)`, `total = max((out - 1) stride + kernel - input, 0)`, of which `floor(total / 2)`
/// pixels stand before the image and the rest after it (TensorFlow, `GetWindowedOutputSize`).
///
/// ```
/// use candle_keras_ops::SamePadding;
/// let p = SamePadding::new(650, 3, 2);
/// assert_eq!((p.output, p.before, p.after), (325, 0, 1));
/// let p = SamePadding::new(325, 3, 2);
/// assert_eq!((p.output, p.before, p.after), (163, 1, 1));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SamePadding {
    /// Pixels of output.
    pub output: usize,
    /// Pixels of padding before the first.
    pub before: usize,
    /// Pixels of padding after the last.
    pub after: usize,
}

impl SamePadding {
    /// The padding of `input` pixels under a window of `kernel` pixels that moves by `stride`.
    pub fn new(input: usize, kernel: usize, stride: usize) -> SamePadding {
        let output = input.div_ceil(stride);
        let total = (output.saturating_sub(1) * stride + kernel).saturating_sub(input);
        SamePadding {
            output,
            before: total / 2,
            after: total - total / 2,
        }
    }
}
