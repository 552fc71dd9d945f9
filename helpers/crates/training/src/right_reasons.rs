//! Losses that ask a network for its reasons: which tissue there is at every place, and that no class is told by what lies
//! outside of the breast.

use candle_core::{D, Tensor};
use density::data::TISSUES;
use density::error::{Error, Result};
use density::model::{LEAKY_SLOPE, TrainPass, tissue_logits};
use serde::{Deserialize, Serialize};

/// Learning from masks besides classes, where every training image has one ([`density::data::mask_path`]); phantoms do.
///
/// A class tells two bits about an image; its mask tells what these bits are about. The terms are added to the loss of the
/// class, each times its weight.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RightReasons {
    /// Weight of [`tissue_loss`] (1).
    pub tissue: f64,
    /// Weight of [`density_loss`] (0).
    pub density: f64,
    /// Weight of [`outside_loss`] (1).
    pub outside: f64,
    /// Weight of [`shown_loss`] (0). It is steep: more than 0 asks for gradients that are cut to a length
    /// ([`TrainConfig::clip_norm`](crate::TrainConfig)).
    pub shown: f64,
}

/// Places that a breast fills at least, so that a picture without one has a density too.
const SMALLEST_AREA: f64 = 0.1;

impl Default for RightReasons {
    fn default() -> Self {
        RightReasons {
            tissue: 1.0,
            density: 0.0,
            outside: 1.0,
            shown: 0.0,
        }
    }
}

impl RightReasons {
    /// Refuses weights that are negative or no numbers.
    pub fn check(&self) -> Result<()> {
        for (name, weight) in [
            ("tissue", self.tissue),
            ("density", self.density),
            ("outside", self.outside),
            ("shown", self.shown),
        ] {
            if !(weight >= 0.0 && weight.is_finite()) {
                return Err(Error::parameter(name, weight, "use 0 or more (1 is usual)"));
            }
        }
        Ok(())
    }

    /// What is added to the loss of the class. `shares`: `N 4 h w`, the true share of each kind of tissue at each place;
    /// `kernel`: `C classes`, of the network's last layer.
    pub fn loss(&self, pass: &TrainPass, kernel: &Tensor, shares: &Tensor) -> Result<Tensor> {
        let tissue = (tissue_loss(&pass.features, shares)? * self.tissue)?;
        let outside = (outside_loss(&pass.features, kernel, shares)? * self.outside)?;
        let mut asked = (tissue + outside)?;
        if self.density > 0.0 {
            asked = (asked + (density_loss(&pass.features, shares)? * self.density)?)?;
        }
        if self.shown > 0.0 {
            asked = (asked + (shown_loss(&pass.features, kernel, shares)? * self.shown)?)?;
        }
        Ok(asked)
    }
}

/// Cross-entropy of the tissue that the last feature map tells ([`tissue_logits`]) against the true `shares`, averaged over
/// all places, a scalar. `features`: `N C h w`; `shares`: `N 4 h w`.
pub fn tissue_loss(features: &Tensor, shares: &Tensor) -> Result<Tensor> {
    let logits = by_place(&tissue_logits(features)?)?;
    let shares = shares_by_place(features, shares)?;
    let shifted = logits.broadcast_sub(&logits.max_keepdim(D::Minus1)?)?;
    let norm = shifted.exp()?.sum_keepdim(D::Minus1)?.log()?;
    let log_p = shifted.broadcast_sub(&norm)?;
    Ok((shares * log_p)?.sum(D::Minus1)?.mean_all()?.neg()?)
}

/// How far the dense share of each breast's area is from the true one, averaged over the images, a scalar from 0 to 1: the
/// error of [`TissueMap::percent_density`](density::cam::TissueMap::percent_density), by 100. Places that err together, as where all of a
/// picture is taken for denser than it is, cost no more in [`tissue_loss`] than those that err by turns; here they do.
/// `features`: `N C h w`; `shares`: `N 4 h w`.
pub fn density_loss(features: &Tensor, shares: &Tensor) -> Result<Tensor> {
    let truth = shares_by_place(features, shares)?;
    let seen = candle_nn::ops::softmax(&by_place(&tissue_logits(features)?)?, D::Minus1)?;
    let dense_share = |shares: &Tensor| -> Result<Tensor> {
        // Fat and fibroglandular tissue; muscle is no part of the breast.
        let area = shares.narrow(D::Minus1, 1, 2)?.sum((1, 2))?;
        let dense = shares.narrow(D::Minus1, 2, 1)?.sum((1, 2))?;
        Ok(dense.div(&area.maximum(SMALLEST_AREA)?)?)
    };
    Ok((dense_share(&seen)? - dense_share(&truth)?)?
        .abs()?
        .mean_all()?)
}

/// The evidence for classes that comes from the background, squared, averaged over all places, a scalar (after A. S. Ross,
/// M. C. Hughes, F. Doshi-Velez, *Right for the Right Reasons*, IJCAI 2017).
///
/// Behind global average pooling the logit of a class is the mean over places of `features * kernel` there, but for the bias: what a
/// place gives to a class is its evidence, and its square counts by the share of background at the place. Where it is 0, no
/// class is told by what lies beside the breast. What all classes share counts too: no probability sees it, but the map of a class does.
///
/// `features`: `N C h w`; `kernel`: `C classes`; `shares`: `N 4 h w`.
pub fn outside_loss(features: &Tensor, kernel: &Tensor, shares: &Tensor) -> Result<Tensor> {
    let shares = shares_by_place(features, shares)?;
    let background = shares.narrow(D::Minus1, 0, 1)?;
    let evidence = by_place(features)?.contiguous()?.broadcast_matmul(kernel)?;
    let outside = evidence.sqr()?.sum_keepdim(D::Minus1)?;
    Ok((outside * background)?.mean_all()?)
}

/// [`outside_loss`] of what Grad-CAM shows in place of the evidence, a scalar: it weighs the activations in front of the LeakyReLU by a
/// gradient averaged over the picture, so a place whose activations cancel may light up in its map.
pub fn shown_loss(features: &Tensor, kernel: &Tensor, shares: &Tensor) -> Result<Tensor> {
    outside_loss(&as_grad_cam_weighs(features)?, kernel, shares)
}

/// The activations in front of the LeakyReLU that made `features`, each channel times the LeakyReLU's mean derivative over the
/// picture: times the kernel of the last layer, Grad-CAM's map but for its scale. What dropout has taken out does not count.
fn as_grad_cam_weighs(features: &Tensor) -> Result<Tensor> {
    let slope = f64::from(LEAKY_SLOPE);
    let sign = |signs: Tensor| signs.to_dtype(features.dtype());
    let (positive, negative) = (sign(features.gt(0.0)?)?, sign(features.lt(0.0)?)?);
    let over_places = |t: &Tensor| t.sum_keepdim((2, 3));
    let counted = over_places(&(&positive + &negative)?)?.maximum(1.0)?;
    let derivative = over_places(&(&positive + (&negative * slope)?)?)?.div(&counted)?;
    let before = (features * (positive + (negative / slope)?)?)?;
    Ok(before.broadcast_mul(&derivative)?)
}

/// `N C h w` to `N (h w) C`.
fn by_place(x: &Tensor) -> Result<Tensor> {
    let (n, c, h, w) = x.dims4()?;
    Ok(x.reshape((n, c, h * w))?.transpose(1, 2)?)
}

fn shares_by_place(features: &Tensor, shares: &Tensor) -> Result<Tensor> {
    let (n, _, h, w) = features.dims4()?;
    if shares.dims() != [n, TISSUES.len(), h, w] {
        return Err(Error::parameter(
            "shares",
            format!("{:?}", shares.dims()),
            format!(
                "of {n} images at {h} x {w} places there are {n} {} {h} {w}",
                TISSUES.len()
            ),
        ));
    }
    by_place(shares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use candle_core::{Device, Var};

    /// 2 images, 8 channels, 2 x 1 places.
    fn features() -> Result<Tensor> {
        let values = (0..32).map(|i| 6.0 * (0.7 * i as f32).sin());
        Ok(Tensor::from_iter(values, &Device::Cpu)?.reshape((2, 8, 2, 1))?)
    }

    fn shares() -> Result<Tensor> {
        let places = [
            [0.1f32, 0.2, 0.3, 0.4],
            [0.0, 1.0, 0.0, 0.0],
            [0.5, 0.5, 0.0, 0.0],
            [0.25; 4],
        ];
        let shares = Tensor::new(&places, &Device::Cpu)?.reshape((2, 2, 4))?;
        Ok(shares.transpose(1, 2)?.reshape((2, 4, 2, 1))?)
    }

    fn kernel() -> Result<Tensor> {
        let values = (0..24).map(|i| (0.4 * i as f32).cos());
        Ok(Tensor::from_iter(values, &Device::Cpu)?.reshape((8, 3))?)
    }

    #[test]
    fn the_tissue_loss_is_that_of_pytorch_2_15() -> Result<()> {
        let loss = tissue_loss(&features()?, &shares()?)?.to_scalar::<f32>()?;
        assert!((loss - 1.911_733).abs() < 1e-6, "{loss}");
        Ok(())
    }

    /// NumPy 2.4, with the logits l and the true shares t as `N 4 p`:
    ///
    /// ```python
    /// d = lambda s: s[:, 2].sum(-1) / np.maximum(s[:, 1:3].sum((1, 2)), 0.1)
    /// np.abs(d(np.exp(l) / np.exp(l).sum(1, keepdims=True)) - d(t)).mean()
    /// ```
    #[test]
    fn the_loss_of_the_density_is_that_of_numpy() -> Result<()> {
        let loss = density_loss(&features()?, &shares()?)?.to_scalar::<f32>()?;
        assert!((loss - 0.307_919_64).abs() < 1e-6, "{loss}");
        let no_breast = Tensor::new(&[1f32, 0.0, 0.0, 0.0], &Device::Cpu)?;
        let no_breast = no_breast
            .reshape((1, 4, 1, 1))?
            .broadcast_as((2, 4, 2, 1))?;
        let loss = density_loss(&features()?, &no_breast)?.to_scalar::<f32>()?;
        assert!(loss > 0.0 && loss < 1.0, "{loss}");
        Ok(())
    }

    const OUTSIDE: f32 = 182.848_63;
    const SHOWN: f32 = 239.036_44;

    /// NumPy 2.4, with f as `N C p`, w the kernel, b the background as `N p`:
    ///
    /// ```python
    /// d = np.where(f > 0, 1, 0.3)
    /// g = f / d * d.mean(-1, keepdims=True)
    /// [(b * (np.einsum("ncp,ck->npk", e, w) ** 2).sum(-1)).mean() for e in (f, g)]
    /// ```
    #[test]
    fn the_losses_outside_are_those_of_numpy() -> Result<()> {
        let loss = outside_loss(&features()?, &kernel()?, &shares()?)?.to_scalar::<f32>()?;
        assert!((loss - OUTSIDE).abs() < 1e-4 * OUTSIDE, "{loss}");
        let loss = shown_loss(&features()?, &kernel()?, &shares()?)?.to_scalar::<f32>()?;
        assert!((loss - SHOWN).abs() < 1e-4 * SHOWN, "{loss}");
        Ok(())
    }

    #[test]
    fn evidence_within_the_breast_costs_nothing() -> Result<()> {
        let none = Tensor::cat(
            &[
                &(shares()?.narrow(1, 0, 1)? * 0.0)?,
                &shares()?.narrow(1, 1, 3)?,
            ],
            1,
        )?;
        let loss = outside_loss(&features()?, &kernel()?, &none)?;
        assert_eq!(loss.to_scalar::<f32>()?, 0.0);
        Ok(())
    }

    #[test]
    fn descending_all_losses_lowers_them() -> Result<()> {
        let (features, kernel) = (
            Var::from_tensor(&features()?)?,
            Var::from_tensor(&kernel()?)?,
        );
        let both = RightReasons::default();
        let loss = || -> Result<Tensor> {
            let tissue = (tissue_loss(&features, &shares()?)? * both.tissue)?;
            let tissue = (tissue + density_loss(&features, &shares()?)?)?;
            let outside = (outside_loss(&features, &kernel, &shares()?)? * both.outside)?;
            Ok((tissue + outside + shown_loss(&features, &kernel, &shares()?)?)?)
        };
        let before = loss()?;
        let gradients = before.backward()?;
        for var in [&features, &kernel] {
            let step = (gradients.get(var).expect("a gradient of both") * 1e-3)?;
            var.set(&(var.as_tensor() - step)?)?;
        }
        assert!(loss()?.to_scalar::<f32>()? < before.to_scalar::<f32>()?);
        Ok(())
    }

    #[test]
    fn shares_of_other_places_and_negative_weights_are_refused() -> Result<()> {
        let wrong = shares()?.reshape((2, 4, 1, 2))?;
        let refused = tissue_loss(&features()?, &wrong).unwrap_err().to_string();
        assert!(refused.contains("2 x 1 places"), "{refused}");
        let odd = RightReasons {
            outside: -1.0,
            ..RightReasons::default()
        };
        assert!(odd.check().unwrap_err().to_string().contains("outside"));
        Ok(())
    }
}
