//! Confidence intervals; Wilson's for proportions.

use crate::error::{Error, Result};

/// 97.5 % quantile of the standard normal distribution: `scipy.stats.norm.ppf(0.975)`, scipy 1.17.
const Z_95: f64 = 1.959963984540054;

/// An estimate and the bounds of its confidence interval; NaN where undefined.
///
/// Prints as `0.773 [0.694, 0.837]`, with as many decimals as asked for (`{:.1}`).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The figure itself.
    pub estimate: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

impl std::fmt::Display for Interval {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let decimals = f.precision().unwrap_or(3);
        let [estimate, low, high] = [self.estimate, self.low, self.high].map(|value| {
            if f.sign_plus() {
                format!("{value:+.decimals$}")
            } else {
                format!("{value:.decimals$}")
            }
        });
        write!(f, "{estimate} [{low}, {high}]")
    }
}

/// Wilson's 95 % interval of a proportion such as an accuracy or a sensitivity, all NaN for a `total` of 0:
///
/// `(p + z²/2n ± z sqrt(p (1-p)/n + z²/4n²)) / (1 + z²/n)`, p = `successes`/n, n = `total`, z = 1.96.
///
/// Unlike `p ± z sqrt(p (1-p)/n)` it stays within 0 and 1 and keeps its width at p = 0 and 1. Wilson, J. Am. Stat.
/// Assoc. 22, 209 (1927).
///
/// ```
/// let all_right = density::merit::wilson_interval(10, 10)?;
/// assert_eq!(format!("{all_right:.2}"), "1.00 [0.72, 1.00]");
/// # Ok::<(), density::Error>(())
/// ```
///
/// # Errors
/// [`Error::Parameter`] for more successes than trials.
pub fn wilson_interval(successes: usize, total: usize) -> Result<Interval> {
    if successes > total {
        return Err(Error::parameter(
            "successes",
            successes,
            format!("there are {total} trials only"),
        ));
    }
    let n = total as f64;
    let p = successes as f64 / n;
    let z2 = Z_95 * Z_95;
    let centre = p + z2 / (2.0 * n);
    let half = Z_95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Ok(Interval {
        estimate: p,
        // A rounding below 0 or above 1 would be no proportion; NaN passes through.
        low: ((centre - half) / scale).clamp(0.0, 1.0),
        high: ((centre + half) / scale).clamp(0.0, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_agrees_with_scipy_also_at_the_ends() {
        // scipy 1.17.1: binomtest(k, n).proportion_ci(0.95, method="wilson").
        let expected = [
            (0, 5, 0.0, 0.43448246478317476),
            (5, 5, 0.5655175352168251, 1.0),
            (1, 2, 0.09453120573423074, 0.9054687942657693),
            (10, 13, 0.497436240532725, 0.9182047128150144),
            (99, 128, 0.6935732116243923, 0.8373675154135328),
        ];
        for (k, n, low, high) in expected {
            let interval = wilson_interval(k, n).unwrap();
            assert!((interval.low - low).abs() < 1e-14, "{k}/{n}: {interval:?}");
            assert!(
                (interval.high - high).abs() < 1e-14,
                "{k}/{n}: {interval:?}"
            );
        }
    }

    #[test]
    fn no_trials_have_no_interval_and_surplus_successes_are_refused() {
        let nothing = wilson_interval(0, 0).unwrap();
        assert!(nothing.estimate.is_nan() && nothing.low.is_nan() && nothing.high.is_nan());
        assert!(
            wilson_interval(2, 1)
                .unwrap_err()
                .to_string()
                .contains("successes = 2")
        );
    }
}
