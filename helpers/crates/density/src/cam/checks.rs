//! Checks of a map: does it lie on the tissue, does it depend on what was learnt?

use crate::error::{Error, Result};
use crate::model::{Part, ResNet};

/// The parts of the network in the order in which [`randomised_from_top`] forgets them.
pub const FROM_TOP: [&str; 6] = ["dense", "stage 4", "stage 3", "stage 2", "stage 1", "stem"];

/// A copy of `model` whose first `parts` parts of [`FROM_TOP`] have fresh random weights; the others keep theirs.
///
/// The cascading randomisation of Adebayo et al. 2018, <https://arxiv.org/abs/1810.03292>: a map that stays the same while the
/// network forgets shows the picture and not what was learnt.
///
/// # Errors
/// [`Error::Parameter`] for more parts than there are.
pub fn randomised_from_top(model: &ResNet, parts: usize, seed: u64) -> Result<ResNet> {
    if parts > FROM_TOP.len() {
        return Err(Error::parameter(
            "parts",
            parts,
            format!("the network has {} parts", FROM_TOP.len()),
        ));
    }
    let copy = ResNet::new(model.config(), seed, model.device())?;
    for parameter in copy.parameters().iter() {
        if place(copy.part(&parameter.name)) >= parts {
            parameter
                .var
                .set(&model.parameters().get(&parameter.name)?.copy()?)?;
        }
    }
    Ok(copy)
}

/// The place of a part in [`FROM_TOP`].
fn place(part: Part) -> usize {
    match part {
        Part::Head => 0,
        Part::Stage(number) => FROM_TOP.len() - 1 - number,
        Part::Stem => FROM_TOP.len() - 1,
    }
}

/// How much of a map lies in a mask, by what a map without any preference would have there: the share of the map's sum inside,
/// over the share of the pixels inside. 1 is chance; 1 over the mask's share is the most there can be.
///
/// ```
/// let ratio = density::cam::energy_in_mask(&[0.0, 1.0, 0.0, 0.0], &[true, true, false, false])?;
/// assert_eq!(ratio, 2.0);
/// # Ok::<(), density::Error>(())
/// ```
///
/// # Errors
/// [`Error::Parameter`] when the sizes differ, the mask is empty or the map is zero.
pub fn energy_in_mask(map: &[f64], mask: &[bool]) -> Result<f64> {
    if map.len() != mask.len() {
        return Err(Error::parameter(
            "mask",
            format!("{} pixels", mask.len()),
            format!("give one of the map's {} pixels", map.len()),
        ));
    }
    let inside = mask.iter().filter(|m| **m).count();
    let whole = map.iter().sum::<f64>();
    if inside == 0 || whole <= 0.0 {
        return Err(Error::parameter(
            "mask",
            format!("{inside} pixels inside, a map of sum {whole}"),
            "give a mask with pixels inside and a map that is not zero",
        ));
    }
    let energy = map
        .iter()
        .zip(mask)
        .filter(|(_, m)| **m)
        .map(|(v, _)| v)
        .sum::<f64>();
    Ok((energy / whole) / (inside as f64 / mask.len() as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cam::{correlation, grad_cam};
    use crate::model::ResNetConfig;
    use candle_core::{Device, Tensor};

    #[test]
    fn every_part_of_the_network_is_forgotten_in_its_turn() -> Result<()> {
        let model = ResNet::new(&ResNetConfig::with_input(64), 1, &Device::Cpu)?;
        let mut before = 0;
        for parts in 0..=FROM_TOP.len() {
            let copy = randomised_from_top(&model, parts, 2)?;
            let mut changed = 0;
            for p in copy.parameters().iter() {
                let (a, b) = (
                    p.var.flatten_all()?,
                    model.parameters().get(&p.name)?.flatten_all()?,
                );
                let same = a.to_vec1::<f32>()? == b.to_vec1::<f32>()?;
                changed += usize::from(!same);
            }
            assert_eq!(changed == 0, parts == 0);
            assert!(parts == 0 || changed > before, "{parts}: {changed}");
            before = changed;
        }
        // All kernels, of 41 convolutions and the dense layer; fresh biases and averages are alike.
        assert_eq!(before, 42);
        assert!(randomised_from_top(&model, 7, 2).is_err());
        Ok(())
    }

    #[test]
    fn a_network_that_forgot_nothing_has_the_same_map() -> Result<()> {
        let model = ResNet::new(&ResNetConfig::with_input(64), 1, &Device::Cpu)?;
        let x = Tensor::randn(0f32, 1.0, (1, 3, 64, 64), &Device::Cpu)?;
        let map = |model: &ResNet| grad_cam(model, &x, Some(0)).map(|cam| cam.map);
        let same = map(&randomised_from_top(&model, 0, 2)?)?;
        assert_eq!(same, map(&model)?);
        let other = map(&randomised_from_top(&model, 6, 2)?)?;
        assert!(correlation(&same, &other)? < 0.999);
        Ok(())
    }

    #[test]
    fn energy_needs_a_mask_of_the_maps_size_with_something_inside() {
        assert!(energy_in_mask(&[1.0], &[true, false]).is_err());
        assert!(energy_in_mask(&[1.0], &[false]).is_err());
        assert!(energy_in_mask(&[0.0], &[true]).is_err());
    }
}
