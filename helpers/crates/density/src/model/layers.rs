//! The layers in the order, with the names and the shapes of Keras' `model.summary()`.

use crate::error::Result;
use polars::prelude::*;

/// Shape of a layer's result for one image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputShape {
    /// Rows, columns, channels.
    Image(usize, usize, usize),
    /// A vector.
    Vector(usize),
}

impl std::fmt::Display for OutputShape {
    /// Keras' form, the batch first: `(None, 325, 325, 64)`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OutputShape::Image(h, w, c) => f.pad(&format!("(None, {h}, {w}, {c})")),
            OutputShape::Vector(n) => f.pad(&format!("(None, {n})")),
        }
    }
}

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// Keras' name, `conv2d_1`.
    pub name: String,
    /// Keras' class, `Conv2D`.
    pub kind: &'static str,
    /// Shape of the result.
    pub output: OutputShape,
    /// Number of weights, trainable or not.
    pub parameters: usize,
    /// The layers it reads.
    pub connected_to: Vec<String>,
}

/// The summary as a table: layer, output shape, parameters, connected to.
pub(crate) fn frame(layers: &[Layer]) -> Result<DataFrame> {
    let column = |f: &dyn Fn(&Layer) -> String| layers.iter().map(f).collect::<Vec<_>>();
    Ok(df!(
        "layer (type)" => column(&|l| format!("{} ({})", l.name, l.kind)),
        "output shape" => column(&|l| l.output.to_string()),
        "parameters" => layers.iter().map(|l| l.parameters as u64).collect::<Vec<_>>(),
        "connected to" => column(&|l| l.connected_to.join(", ")),
    )?)
}
