//! What the last feature map tells of the tissue at every place.

use crate::data::TISSUES;
use crate::error::{Error, Result};
use candle_core::Tensor;

/// Sums of channels are divided by this before they are logits.
const SCALE: f64 = 8.0;

/// The logits of background, fat, fibroglandular tissue and muscle at every place of the last feature map, `N 4 h w`, in
/// networks that were trained to tell them.
///
/// `features`: `N C h w`, what global average pooling reads. Its channels are taken in four equal groups, and the sum over a
/// group is the logit. This read-out has no weights of its own, so that such a network is an ordinary one.
///
/// # Errors
/// [`Error::Parameter`] for a number of channels that cannot be shared out.
pub fn tissue_logits(features: &Tensor) -> Result<Tensor> {
    let (n, channels, h, w) = features.dims4()?;
    let kinds = TISSUES.len();
    if !channels.is_multiple_of(kinds) {
        let problem = format!("use a multiple of {kinds}: a group for each kind of tissue");
        return Err(Error::parameter("channels", channels, problem));
    }
    let groups = features.reshape((n, kinds, channels / kinds, h * w))?;
    Ok((groups.sum(2)? / SCALE)?.reshape((n, kinds, h, w))?)
}
