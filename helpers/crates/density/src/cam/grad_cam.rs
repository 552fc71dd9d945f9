//! Grad-CAM as keras-vis 0.5.0 computes it (`visualize_cam`).
//!
//! Selvaraju et al. 2017, <https://arxiv.org/abs/1610.02391>; keras-vis divides the gradient by its largest value
//! first, which changes the scale of the map but not its shape.

use crate::cam::zoom;
use crate::error::{Error, Result};
use crate::model::ResNet;
use candle_core::{D, Device, Tensor, Var};

/// Added to denominators that may be zero (Keras' `epsilon()`).
const EPSILON: f64 = 1e-7;

/// Where in an image the evidence for a class lies, and what the map is made of.
#[derive(Clone, Debug)]
pub struct ActivationMap {
    /// The class explained, as an index.
    pub class: usize,
    /// The logits of all classes, before softmax.
    pub logits: Vec<f32>,
    /// The probabilities of all classes.
    pub probabilities: Vec<f32>,
    /// Activations of `add_12`, `256 h w`.
    pub features: Tensor,
    /// Gradient of the logit with respect to them, `256 h w`.
    pub gradient: Tensor,
    /// Rows and columns of the coarse map: 21 x 21 for an image of 650 x 650.
    pub coarse_size: (usize, usize),
    /// The coarse map, row-major, at least 0, not scaled.
    pub coarse: Vec<f64>,
    /// Rows and columns of the image.
    pub size: (usize, usize),
    /// The map at the size of the image, row-major, scaled to 0..1.
    pub map: Vec<f64>,
}

impl ActivationMap {
    /// The map at the size of the image, a tensor `height width` on the CPU.
    pub fn tensor(&self) -> Result<Tensor> {
        Ok(Tensor::from_slice(&self.map, self.size, &Device::Cpu)?)
    }

    /// The same map for a picture of `width` x `height` pixels, such as the image file that the network's input was made of:
    /// enlarged anew from the coarse map.
    pub fn at_size(&self, (width, height): (u32, u32)) -> ActivationMap {
        let size = (height as usize, width as usize);
        ActivationMap {
            size,
            map: scaled(zoom(&self.coarse, self.coarse_size, size)),
            ..self.clone()
        }
    }
}

/// The class activation map of one image.
///
/// `x`: `1 C H W`, standardised as for prediction; `class`: the class to explain, `None` for the predicted one.
///
/// 1. `G`: gradient of the class's *logit* (softmax taken off: with it, a sure prediction has no gradient left) with
///    respect to the activations `A` of `add_12`, divided by `max(G) + 1e-7`.
/// 2. `w_k`: mean of `G_k` over the pixels. The coarse map is `max(0, sum_k w_k A_k)`.
/// 3. Enlarged to the image by [`zoom`], then `(h - min) / (max - min + 1e-7)`.
///
/// One forward pass; only the head is differentiated.
pub fn grad_cam(model: &ResNet, x: &Tensor, class: Option<usize>) -> Result<ActivationMap> {
    let (n, _, height, width) = x.dims4()?;
    if n != 1 {
        return Err(Error::parameter(
            "x",
            format!("{:?}", x.dims()),
            "give one image, 1 C H W",
        ));
    }
    let add_12 = Var::from_tensor(&model.features(x)?)?;
    let logits = model.head(&add_12)?;
    let values = logits.squeeze(0)?.to_vec1::<f32>()?;
    let class = match class {
        Some(class) if class < values.len() => class,
        Some(class) => {
            return Err(Error::parameter(
                "class",
                class,
                format!("the network knows classes 0 to {}", values.len() - 1),
            ));
        }
        None => logits.argmax(D::Minus1)?.squeeze(0)?.to_scalar::<u32>()? as usize,
    };
    let gradients = logits.narrow(1, class, 1)?.sum_all()?.backward()?;
    let gradient = gradients
        .get(&add_12)
        .ok_or_else(|| Error::parameter("class", class, "its logit does not depend on add_12"))?
        .squeeze(0)?;
    let features = add_12.as_tensor().squeeze(0)?.detach();
    let (_, h, w) = features.dims3()?;
    let coarse = weigh(
        &features.flatten_all()?.to_vec1::<f32>()?,
        &gradient.flatten_all()?.to_vec1::<f32>()?,
        h * w,
    );
    let map = scaled(zoom(&coarse, (h, w), (height, width)));
    Ok(ActivationMap {
        class,
        probabilities: candle_nn::ops::softmax(&logits, D::Minus1)?
            .squeeze(0)?
            .to_vec1()?,
        logits: values,
        features,
        gradient,
        coarse_size: (h, w),
        coarse,
        size: (height, width),
        map,
    })
}

/// Pearson's correlation of two maps of one size, -1 to 1; NaN when one of them is flat.
///
/// ```
/// let r = density::cam::correlation(&[0.0, 1.0, 2.0], &[1.0, 0.5, 0.0])?;
/// assert!((r + 1.0).abs() < 1e-12);
/// # Ok::<(), density::Error>(())
/// ```
pub fn correlation(a: &[f64], b: &[f64]) -> Result<f64> {
    if a.len() != b.len() || a.is_empty() {
        return Err(Error::parameter(
            "maps",
            format!("{} and {} values", a.len(), b.len()),
            "give two maps of one size",
        ));
    }
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len() as f64;
    let (mean_a, mean_b) = (mean(a), mean(b));
    let (mut ab, mut aa, mut bb) = (0.0, 0.0, 0.0);
    for (a, b) in a.iter().zip(b) {
        let (a, b) = (a - mean_a, b - mean_b);
        ab += a * b;
        aa += a * a;
        bb += b * b;
    }
    Ok(ab / (aa * bb).sqrt())
}

/// The coarse map: activations `a` summed with the mean of their gradient `g` as weight, both `channels pixels`.
fn weigh(a: &[f32], g: &[f32], pixels: usize) -> Vec<f64> {
    let largest = g.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let scale = f64::from(largest) + EPSILON;
    let weights = g
        .chunks(pixels)
        .map(|g| g.iter().map(|g| f64::from(*g)).sum::<f64>() / pixels as f64 / scale)
        .collect::<Vec<_>>();
    let mut heat = vec![0.0; pixels];
    for (a, weight) in a.chunks(pixels).zip(&weights) {
        for (heat, a) in heat.iter_mut().zip(a) {
            *heat += weight * f64::from(*a);
        }
    }
    for h in &mut heat {
        *h = h.max(0.0);
    }
    heat
}

/// Scaled to 0..1 by its own smallest and largest value.
fn scaled(mut map: Vec<f64>) -> Vec<f64> {
    let low = map.iter().copied().fold(f64::INFINITY, f64::min);
    let high = map.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for v in &mut map {
        *v = (*v - low) / (high - low + EPSILON);
    }
    map
}
