//! Grad-CAM with the numbers of keras-vis 0.5.0 (`visualize_cam`).
//!
//! Selvaraju et al. 2017, <https://arxiv.org/abs/1610.02391>; keras-vis divides the gradient by its largest value
//! first, which changes the scale of the map but not its shape, unless every gradient is negative.

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

    /// The map at the size of the image as it is before it is scaled, row-major, in the units of the coarse map: where the splines
    /// undershoot, 0. In [`ActivationMap::map`] the deepest undershoot is 0, so that places without any evidence are a little above it;
    /// sums over regions are taken of this one.
    pub fn evidence(&self) -> Vec<f64> {
        let enlarged = zoom(&self.coarse, self.coarse_size, self.size);
        enlarged.into_iter().map(|v| v.max(0.0)).collect()
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
///    respect to the activations `A` of `add_12`, divided by `max(G) + 1e-7`; by the largest of `|G|` where no gradient is
///    positive, so that the map keeps its sign.
/// 2. `w_k`: mean of `G_k` over the pixels. The coarse map is `max(0, sum_k w_k A_k)`.
/// 3. Enlarged to the image by [`zoom`], then `(h - min) / (max - min + 1e-7)`.
///
/// One forward pass; only the head is differentiated.
pub fn grad_cam(model: &ResNet, x: &Tensor, class: Option<usize>) -> Result<ActivationMap> {
    explain(model, x, class, positive_scale)
}

/// [`grad_cam`] as keras-vis has it in every case: where all gradients are negative it divides by a negative number, and the map
/// shows what speaks *against* the class.
pub fn grad_cam_of_keras_vis(
    model: &ResNet,
    x: &Tensor,
    class: Option<usize>,
) -> Result<ActivationMap> {
    explain(model, x, class, largest)
}

fn explain(
    model: &ResNet,
    x: &Tensor,
    class: Option<usize>,
    scale: fn(&[f32]) -> f64,
) -> Result<ActivationMap> {
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
    let g = gradient.flatten_all()?.to_vec1::<f32>()?;
    let a = features.flatten_all()?.to_vec1::<f32>()?;
    let coarse = weigh(&a, &g, h * w, scale(&g));
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

/// What keras-vis divides the gradient by.
fn largest(g: &[f32]) -> f64 {
    f64::from(g.iter().copied().fold(f32::NEG_INFINITY, f32::max)) + EPSILON
}

/// The same, but the largest magnitude where that is not positive.
fn positive_scale(g: &[f32]) -> f64 {
    match largest(g) {
        scale if scale > EPSILON => scale,
        _ => f64::from(g.iter().map(|g| g.abs()).fold(0.0, f32::max)) + EPSILON,
    }
}

/// The coarse map: activations `a` summed with the mean of their gradient `g` over `scale` as weight, both `channels pixels`.
fn weigh(a: &[f32], g: &[f32], pixels: usize, scale: f64) -> Vec<f64> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Two channels of three places, by hand: weights -1 and -0.5 before the division.
    #[test]
    fn a_map_keeps_its_sign_where_every_gradient_is_negative() {
        let (a, g) = (
            [1.0, -2.0, 0.0, 0.0, 0.0, -4.0],
            [-1.0, -1.0, -1.0, -0.5, -0.5, -0.5],
        );
        let rounded = |map: Vec<f64>| {
            map.into_iter()
                .map(|v| (v * 1e4).round() / 1e4)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            rounded(weigh(&a, &g, 3, positive_scale(&g))),
            [0.0, 2.0, 2.0]
        );
        assert_eq!(rounded(weigh(&a, &g, 3, largest(&g))), [2.0, 0.0, 0.0]);
        let mixed = g.map(|g| g + 0.75);
        assert_eq!(positive_scale(&mixed), largest(&mixed));
    }

    #[test]
    fn a_flat_map_stays_flat() {
        assert_eq!(scaled(vec![0.0; 4]), [0.0; 4]);
        assert_eq!(scaled(vec![3.5; 4]), [0.0; 4]);
    }
}
