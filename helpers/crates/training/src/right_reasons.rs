//! Losses that ask a network for its reasons: which tissue there is at every place, and that no class is told by what lies
//! outside of the breast.

use candle_core::{D, Tensor};
use density::data::TISSUES;
use density::error::{Error, Result};
use density::model::{TrainPass, tissue_logits};
use serde::{Deserialize, Serialize};

/// Learning from masks besides classes, where every training image has one ([`density::data::mask_path`]); phantoms do.
///
/// A class tells two bits about an image; its mask tells what these bits are about. Both terms are added to the loss of the
/// class, each times its weight.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RightReasons {
    /// Weight of [`tissue_loss`] (1).
    pub tissue: f64,
    /// Weight of [`outside_loss`] (1).
    pub outside: f64,
}

impl Default for RightReasons {
    fn default() -> Self {
        RightReasons {
            tissue: 1.0,
            outside: 1.0,
        }
    }
}

impl RightReasons {
    /// Refuses weights that are negative or no numbers.
    pub fn check(&self) -> Result<()> {
        for (name, weight) in [("tissue", self.tissue), ("outside", self.outside)] {
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
        Ok((tissue + outside)?)
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

/// The evidence for classes that comes from the background, squared, averaged over all places, a scalar (after A. S. Ross,
/// M. C. Hughes, F. Doshi-Velez, *Right for the Right Reasons*, IJCAI 2017).
///
/// Behind global average pooling the logit of a class is the mean over places of `features * kernel` there: what a place
/// gives to a class. Less the mean over classes, which no probability sees, it is the evidence of that place, and its
/// square counts by the share of background at the place. Where it is 0, no class is told by what lies beside the breast.
///
/// `features`: `N C h w`; `kernel`: `C classes`; `shares`: `N 4 h w`.
pub fn outside_loss(features: &Tensor, kernel: &Tensor, shares: &Tensor) -> Result<Tensor> {
    let shares = shares_by_place(features, shares)?;
    let background = shares.narrow(D::Minus1, 0, 1)?;
    let evidence = by_place(features)?.contiguous()?.broadcast_matmul(kernel)?;
    let evidence = evidence.broadcast_sub(&evidence.mean_keepdim(D::Minus1)?)?;
    let outside = evidence.sqr()?.sum_keepdim(D::Minus1)?;
    Ok((outside * background)?.mean_all()?)
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

    const OUTSIDE: f32 = 12.430_428;

    /// NumPy 2.4: e = einsum("ncp,ck->npk", f, w); e -= e.mean(-1); (b * (e ** 2).sum(-1)).mean()
    #[test]
    fn the_outside_loss_is_that_of_numpy() -> Result<()> {
        let loss = outside_loss(&features()?, &kernel()?, &shares()?)?.to_scalar::<f32>()?;
        assert!((loss - OUTSIDE).abs() < 1e-4 * OUTSIDE, "{loss}");
        Ok(())
    }

    #[test]
    fn evidence_within_the_breast_costs_nothing_and_what_all_classes_share_neither() -> Result<()> {
        let none = Tensor::cat(
            &[
                &(shares()?.narrow(1, 0, 1)? * 0.0)?,
                &shares()?.narrow(1, 1, 3)?,
            ],
            1,
        )?;
        let loss = outside_loss(&features()?, &kernel()?, &none)?;
        assert_eq!(loss.to_scalar::<f32>()?, 0.0);
        let alike = Tensor::ones((8, 3), candle_core::DType::F32, &Device::Cpu)?;
        let loss = outside_loss(&features()?, &alike, &shares()?)?.to_scalar::<f32>()?;
        assert!(loss < 1e-9, "{loss}");
        Ok(())
    }

    #[test]
    fn descending_both_losses_lowers_them() -> Result<()> {
        let (features, kernel) = (
            Var::from_tensor(&features()?)?,
            Var::from_tensor(&kernel()?)?,
        );
        let both = RightReasons::default();
        let loss = || -> Result<Tensor> {
            let tissue = (tissue_loss(&features, &shares()?)? * both.tissue)?;
            Ok((tissue + (outside_loss(&features, &kernel, &shares()?)? * both.outside)?)?)
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
